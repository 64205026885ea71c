package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.dsl.network.ClusterIpService;
import com.adorsys.webank.deploy.dsl.network.LoadBalancerService;
import com.adorsys.webank.deploy.dsl.network.NodePortService;
import com.adorsys.webank.deploy.dsl.network.ServiceSettings;
import com.adorsys.webank.deploy.dsl.pod.NamedPort;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders Services. */
public final class ServiceRenderer {
    private ServiceRenderer() {}

    /**
     * Renders the Service of a component.
     *
     * @param metadata the metadata of the Service
     * @param selector the labels by which it selects its pods
     * @param port the first of its ports
     * @param further ports of the container; those with {@link NamedPort#isInService} are added
     */
    public static MapTree render(
            ServiceSettings settings, Metadata metadata, MapTree selector, MapTree port, List<NamedPort> further) {
        List<Tree> ports = new ArrayList<>(1 + further.size());
        ports.add(port);
        for (NamedPort next : further) {
            if (next.isInService()) {
                ports.add(next.serviceTree());
            }
        }
        MapTree.Builder spec = MapTree.builder(6)
                .put("type", settings.type())
                .put("selector", selector)
                .put("ports", ListTree.of(ports));
        if (settings instanceof ClusterIpService clusterIp) {
            put(spec, "clusterIP", clusterIp.clusterIp());
        } else if (settings instanceof NodePortService nodePort) {
            put(spec, "clusterIP", nodePort.clusterIp());
        } else if (settings instanceof LoadBalancerService loadBalancer) {
            put(spec, "clusterIP", loadBalancer.clusterIp());
            put(spec, "loadBalancerIP", loadBalancer.loadBalancerIp());
            if (loadBalancer.nodePorts().isPresent()) {
                spec.put(
                        "allocateLoadBalancerNodePorts",
                        loadBalancer.nodePorts().get() == LoadBalancerService.NodePorts.ALLOCATED);
            }
        }
        return service(metadata, spec.build());
    }

    /** A headless Service, which gives each pod a DNS name. */
    public static MapTree headless(Metadata metadata, MapTree selector, MapTree port) {
        return service(
                metadata,
                MapTree.builder(4)
                        .put("type", "ClusterIP")
                        .put("selector", selector)
                        .put("ports", ListTree.of(port))
                        .put("clusterIP", "None")
                        .build());
    }

    /** A port of a Service. */
    public static MapTree port(String name, int port, int targetPort) {
        return MapTree.builder(3)
                .put("name", name)
                .put("port", port)
                .put("targetPort", targetPort)
                .build();
    }

    private static MapTree service(Metadata metadata, MapTree spec) {
        return metadata.object("v1", "Service").put("spec", spec).build();
    }

    private static void put(MapTree.Builder spec, String key, Optional<String> value) {
        if (value.isPresent()) {
            spec.put(key, value.get());
        }
    }
}
