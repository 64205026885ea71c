package com.adorsys.webank.deploy.dsl.network;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How a component's Service offers it: {@link ClusterIpService inside the cluster}, the default, {@link NodePortService
 * on every node}, or {@link LoadBalancerService by a load balancer}.
 */
public sealed interface ServiceSettings permits ClusterIpService, NodePortService, LoadBalancerService {
    /** A Service inside the cluster, on the component's port. */
    static ClusterIpService clusterIp() {
        return ImmutableClusterIpService.builder().build();
    }

    /** A Service on a port of every node, which Kubernetes chooses. */
    static NodePortService nodePort() {
        return ImmutableNodePortService.builder().build();
    }

    /** A Service that a cloud load balancer offers. */
    static LoadBalancerService loadBalancer() {
        return ImmutableLoadBalancerService.builder().build();
    }

    /** The Service's port, 1 to 65535. Default: the component's own. */
    OptionalInt port();

    /** Labels beside the standard ones. */
    Map<String, String> labels();

    /** Annotations beside the component's own. */
    Map<String, String> annotations();

    /** The type as Kubernetes calls it. */
    String type();

    /** The same settings with another port. */
    ServiceSettings withPort(int port);
}
