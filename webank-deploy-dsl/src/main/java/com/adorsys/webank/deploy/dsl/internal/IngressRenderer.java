package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders Ingresses. */
public final class IngressRenderer {
    /**
     * A path that leads to a Service.
     *
     * @param path the prefix
     * @param service the Service's name
     * @param port the Service's port
     */
    public record Route(String path, String service, int port) {}

    private IngressRenderer() {}

    /**
     * An Ingress for one host.
     *
     * @param metadata the Ingress's
     * @param ingressClass the class's name; empty for the cluster's default
     * @param host the host
     * @param routes the paths, in order
     * @param tls the entry of {@code tls} beside the host, or null for none
     */
    public static MapTree render(
            Metadata metadata, String ingressClass, String host, List<Route> routes, @Nullable MapTree tls) {
        MapTree.Builder spec = MapTree.builder(3);
        if (!ingressClass.isEmpty()) {
            spec.put("ingressClassName", ingressClass);
        }
        List<Tree> paths = new ArrayList<>(routes.size());
        for (Route route : routes) {
            paths.add(path(route));
        }
        spec.put(
                "rules",
                ListTree.of(MapTree.builder(2)
                        .put("host", host)
                        .put("http", MapTree.of("paths", ListTree.of(paths)))
                        .build()));
        if (tls != null) {
            spec.put(
                    "tls",
                    ListTree.of(MapTree.builder(2)
                            .put("hosts", ListTree.ofStrings(List.of(host)))
                            .putAll(tls)
                            .build()));
        }
        return metadata.object("networking.k8s.io/v1", "Ingress")
                .put("spec", spec.build())
                .build();
    }

    private static MapTree path(Route route) {
        return MapTree.builder(3)
                .put("path", route.path())
                .put("pathType", "Prefix")
                .put(
                        "backend",
                        MapTree.of(
                                "service",
                                MapTree.builder(2)
                                        .put("name", route.service())
                                        .put(
                                                "port",
                                                MapTree.builder(1)
                                                        .put("number", route.port())
                                                        .build())
                                        .build()))
                .build();
    }
}
