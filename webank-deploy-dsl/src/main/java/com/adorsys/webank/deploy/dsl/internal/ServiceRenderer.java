package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;

/** Renders Services. */
public final class ServiceRenderer {
    private ServiceRenderer() {}

    /**
     * A Service with one port.
     *
     * @param metadata the Service's
     * @param selector the labels of the pods that it leads to
     * @param type such as {@code ClusterIP}
     * @param port the one that it offers
     * @param settings what belongs to the type
     */
    public static MapTree render(Metadata metadata, MapTree selector, String type, MapTree port, MapTree settings) {
        return metadata.object("v1", "Service")
                .put(
                        "spec",
                        MapTree.builder(4)
                                .put("type", type)
                                .put("selector", selector)
                                .put("ports", ListTree.of(port))
                                .putAll(settings)
                                .build())
                .build();
    }

    /** A port of a Service, by its own number and the container's. */
    public static MapTree port(String name, int port, int targetPort) {
        return MapTree.builder(3)
                .put("name", name)
                .put("port", port)
                .put("targetPort", targetPort)
                .build();
    }
}
