package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.InClusterDatabase;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.util.List;

/** Renders the StatefulSet of a PostgreSQL server with the official image. */
public final class PostgresRenderer {
    /** The server's port. */
    public static final int PORT = 5432;

    private static final String DATA = "/var/lib/postgresql/data";

    private PostgresRenderer() {}

    /**
     * Renders a server with one pod.
     *
     * @param metadata the metadata of the StatefulSet; its governing Service has the same name
     * @param selector the labels by which it selects its pods
     */
    public static MapTree render(InClusterDatabase database, Metadata metadata, MapTree selector) {
        MapTree template = new PodRenderer(database, List.of(), container(database))
                .metadata(metadata.labels(), MapTree.of())
                .selector(selector)
                .withoutToken()
                .render();
        return metadata.object("apps/v1", "StatefulSet")
                .put(
                        "spec",
                        MapTree.builder(5)
                                .put("serviceName", metadata.name())
                                .put("replicas", 1)
                                .put("selector", MapTree.of("matchLabels", selector))
                                .put("template", template)
                                .put("volumeClaimTemplates", ListTree.of(claim(database)))
                                .build())
                .build();
    }

    private static MapTree container(InClusterDatabase database) {
        MapTree.Builder container = MapTree.builder(12)
                .put("name", InClusterDatabase.CONTAINER)
                .put("image", database.image().toString())
                .put("imagePullPolicy", "IfNotPresent")
                .putUnlessEmpty("args", ListTree.ofStrings(database.args()))
                .put("env", variables(database))
                .put(
                        "ports",
                        ListTree.of(MapTree.builder(2)
                                .put("name", "postgres")
                                .put("containerPort", PORT)
                                .build()))
                .put("resources", database.resources().tree())
                .put("startupProbe", isReady(5, 60))
                .put("livenessProbe", accepts())
                .put("readinessProbe", isReady(5, 3));
        if (database.securityContext().isPresent()) {
            container.put("securityContext", database.securityContext().get().tree());
        }
        return container
                .put(
                        "volumeMounts",
                        ListTree.of(MapTree.builder(2)
                                .put("name", "data")
                                .put("mountPath", DATA)
                                .build()))
                .build();
    }

    /**
     * The variables for the database and the user that the first start creates. The data is in a subfolder of the
     * mount, since the root of a new file system may contain {@code lost+found}.
     */
    private static ListTree variables(InClusterDatabase database) {
        SecretKeyRef password = database.password();
        return ListTree.of(
                EnvVar.of("POSTGRES_DB", database.name()).tree(),
                EnvVar.of("POSTGRES_USER", database.user()).tree(),
                EnvVar.fromSecret("POSTGRES_PASSWORD", password).tree(),
                EnvVar.of("PGDATA", DATA + "/pgdata").tree());
    }

    private static MapTree claim(InClusterDatabase database) {
        MapTree.Builder spec = MapTree.builder(3).put("accessModes", ListTree.ofStrings(List.of("ReadWriteOnce")));
        if (database.storageClass().isPresent()) {
            spec.put("storageClassName", database.storageClass().get());
        }
        spec.put(
                "resources",
                MapTree.of("requests", MapTree.of("storage", database.storage().text())));
        return MapTree.builder(4)
                .put("apiVersion", "v1")
                .put("kind", "PersistentVolumeClaim")
                .put("metadata", MapTree.of("name", "data"))
                .put("spec", spec.build())
                .build();
    }

    /** Probes the port only: a server that recovers from a crash accepts no queries for a while, and must not be killed. */
    private static MapTree accepts() {
        return MapTree.builder(4)
                .put("tcpSocket", MapTree.of("port", ScalarTree.of(PORT)))
                .put("periodSeconds", 10)
                .put("timeoutSeconds", 5)
                .put("failureThreshold", 6)
                .build();
    }

    /** Probes the server with {@code pg_isready}; the user and the database come from the container's environment. */
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
