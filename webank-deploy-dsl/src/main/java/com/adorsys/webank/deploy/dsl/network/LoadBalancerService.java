package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import java.util.Optional;
import org.immutables.value.Value;

/** A Service that a cloud load balancer offers. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class LoadBalancerService
        implements ServiceSettings,
                WithLoadBalancerService,
                PlusLabels<LoadBalancerService>,
                PlusAnnotations<LoadBalancerService> {
    /** Whether every node opens a port for the load balancer. */
    public enum NodePorts {
        /** Every node opens one; the default of Kubernetes. */
        ALLOCATED,
        /** None does: for load balancers that send to pods. */
        NONE
    }

    LoadBalancerService() {}

    /** A fixed address inside the cluster's service range. */
    public abstract Optional<String> clusterIp();

    /** The load balancer's own address, where the cloud lets one choose it. */
    public abstract Optional<String> loadBalancerIp();

    /** Whether nodes open ports. Default: left to Kubernetes. */
    public abstract Optional<NodePorts> nodePorts();

    @Override
    public final String type() {
        return "LoadBalancer";
    }

    @Override
    public abstract LoadBalancerService withPort(int port);
}
