package com.adorsys.webank.deploy.dsl.network;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The Service of a component: {@link ClusterIpService inside the cluster}, the default, {@link NodePortService on every
 * node}, or {@link LoadBalancerService behind a load balancer}.
 */
public sealed interface ServiceSettings permits ClusterIpService, NodePortService, LoadBalancerService {
    /** A Service inside the cluster, on the component's port. */
    static ClusterIpService clusterIp() {
        return ImmutableClusterIpService.builder().build();
    }

    /** A Service on a port of every node; Kubernetes chooses the port. */
    static NodePortService nodePort() {
        return ImmutableNodePortService.builder().build();
    }

    /** A Service behind a cloud load balancer. */
    static LoadBalancerService loadBalancer() {
        return ImmutableLoadBalancerService.builder().build();
    }

    /** The Service's port, 1 to 65535. Default: the component's port. */
    OptionalInt port();

    /** Labels in addition to the standard ones. */
    Map<String, String> labels();

    /** Annotations in addition to the component's. */
    Map<String, String> annotations();

    /** The type in the Kubernetes API. */
    String type();

    /** A copy with another port. */
    ServiceSettings withPort(int port);
}
