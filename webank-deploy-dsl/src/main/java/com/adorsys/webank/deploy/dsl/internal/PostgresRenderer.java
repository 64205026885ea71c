package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;

/** Renders the StatefulSet of a PostgreSQL server on the official image. */
public final class PostgresRenderer {
    /** The server's port. */
    public static final int PORT = 5432;

    private static final String DATA = "/var/lib/postgresql/data";

    private PostgresRenderer() {}

    /**
     * A server with one pod.
     *
     * @param metadata the StatefulSet's; the Service that governs it has the same name
     * @param selector the labels by which it knows its pods
     * @param image the reference
     * @param database the database and the user that the first start makes
     * @param resources requests and limits
     * @param claim the claim's spec
     */
    public static MapTree render(
            Metadata metadata, MapTree selector, String image, ListTree database, MapTree resources, MapTree claim) {
        MapTree container = MapTree.builder(9)
                .put("name", "postgres")
                .put("image", image)
                .put("imagePullPolicy", "IfNotPresent")
                .put("env", database)
                .put(
                        "ports",
                        ListTree.of(MapTree.builder(2)
                                .put("name", "postgres")
                                .put("containerPort", PORT)
                                .build()))
                .put("resources", resources)
                .put("startupProbe", isReady(5, 60))
                .put("livenessProbe", isReady(10, 6))
                .put("readinessProbe", isReady(5, 3))
                .put(
                        "volumeMounts",
                        ListTree.of(MapTree.builder(2)
                                .put("name", "data")
                                .put("mountPath", DATA)
                                .build()))
                .build();
        return metadata.object("apps/v1", "StatefulSet")
                .put(
                        "spec",
                        MapTree.builder(5)
                                .put("serviceName", metadata.name())
                                .put("replicas", 1)
                                .put("selector", MapTree.of("matchLabels", selector))
                                .put(
                                        "template",
                                        MapTree.builder(2)
                                                .put("metadata", MapTree.of("labels", metadata.labels()))
                                                .put(
                                                        "spec",
                                                        MapTree.builder(2)
                                                                .put("automountServiceAccountToken", false)
                                                                .put("containers", ListTree.of(container))
                                                                .build())
                                                .build())
                                .put(
                                        "volumeClaimTemplates",
                                        ListTree.of(MapTree.builder(4)
                                                .put("apiVersion", "v1")
                                                .put("kind", "PersistentVolumeClaim")
                                                .put("metadata", MapTree.of("name", "data"))
                                                .put("spec", claim)
                                                .build()))
                                .build())
                .build();
    }

    /** A folder below the mount, since a new file system's root may hold {@code lost+found}. */
    public static Tree dataFolder() {
        return MapTree.builder(2)
                .put("name", "PGDATA")
                .put("value", DATA + "/pgdata")
                .build();
    }

    /** Asks the server itself; as the container's user and database, which the shell takes from the environment. */
    private static MapTree isReady(int periodSeconds, int failures) {
        return MapTree.builder(3)
                .put(
                        "exec",
                        MapTree.of(
                                "command",
                                ListTree.ofStrings(
                                        List.of(
                                                "sh",
                                                "-c",
                                                "exec pg_isready --host 127.0.0.1 --username \"$POSTGRES_USER\" --dbname \"$POSTGRES_DB\""))))
                .put("periodSeconds", periodSeconds)
                .put("timeoutSeconds", 5)
                .put("failureThreshold", failures)
                .build();
    }
}
