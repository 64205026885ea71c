package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.PlusLabels;
import java.util.Optional;
import org.immutables.value.Value;

/** A Service of type LoadBalancer, exposed by a cloud load balancer. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class LoadBalancerService
        implements ServiceSettings,
                WithLoadBalancerService,
                PlusLabels<LoadBalancerService>,
                PlusAnnotations<LoadBalancerService> {
    /** Whether node ports are allocated for the load balancer. */
    public enum NodePorts {
        /** Node ports are allocated; the default of Kubernetes. */
        ALLOCATED,
        /** No node ports are allocated, for load balancers that route directly to pods. */
        NONE
    }

    LoadBalancerService() {}

    /** A fixed address inside the cluster's service range. */
    public abstract Optional<String> clusterIp();

    /** The load balancer's address, if the cloud lets users choose it. */
    public abstract Optional<String> loadBalancerIp();

    /** Whether node ports are allocated. Default of Kubernetes: they are. */
    public abstract Optional<NodePorts> nodePorts();

    @Override
    public final String type() {
        return "LoadBalancer";
    }

    @Override
    public abstract LoadBalancerService withPort(int port);
}
