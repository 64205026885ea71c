package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.Cidr;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What the NetworkPolicies of the hardened posture have to know of the cluster's network, and which connections they allow beyond
 * those that the components say. Immutable. What is not set is never opened.
 */
@Value.Immutable
@DeployStyle
public abstract class NetworkIsolation implements WithNetworkIsolation {
    /** What enforces NetworkPolicies in the cluster. */
    public enum Enforcement {
        /** The add-on {@code vpc-cni} of EKS, with {@code enableNetworkPolicy} set to {@code "true"}. */
        VPC_CNI,
        /** Another network plugin that enforces them, such as Calico or Cilium. */
        OTHER_PLUGIN
    }

    NetworkIsolation() {}

    /** No settings. */
    public static NetworkIsolation none() {
        return ImmutableNetworkIsolation.builder().build();
    }

    /**
     * A builder, in which everything is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableNetworkIsolation.Builder builder() {
        return ImmutableNetworkIsolation.builder();
    }

    /** What enforces NetworkPolicies in the cluster. Default: unknown, and a warning says that they may be ignored. */
    public abstract Optional<Enforcement> enforcement();

    /**
     * The subnets of the load balancers. Required for an {@link AlbIngress}, a {@link LoadBalancerService} and a {@link
     * NodePortService}; the latter two also need the subnets of the nodes if nodes forward the connections.
     */
    public abstract List<Cidr> loadBalancerSubnets();

    /** The pods of the ingress controllers. Required for a {@link ClassIngress}. */
    public abstract List<NetworkPeer> ingressControllers();

    /** The subnets of the database. Required for a database that runs elsewhere. */
    public abstract List<Cidr> databaseSubnets();

    /** The calls between components. Default: none. */
    public abstract List<NetworkCall> calls();

    /**
     * What components connect to outside the release. Required for pending registration, which sends mails and SMS, even if it is
     * {@link OutboundAccess#none}. Default for others: none.
     */
    public abstract List<OutboundAccess> outbound();

    /** A copy with further subnets of load balancers. */
    public final NetworkIsolation plusLoadBalancerSubnets(Cidr... subnets) {
        return withLoadBalancerSubnets(Additions.to(loadBalancerSubnets(), subnets));
    }

    /** A copy with further pods of ingress controllers. */
    public final NetworkIsolation plusIngressControllers(NetworkPeer... peers) {
        return withIngressControllers(Additions.to(ingressControllers(), peers));
    }

    /** A copy with further subnets of the database. */
    public final NetworkIsolation plusDatabaseSubnets(Cidr... subnets) {
        return withDatabaseSubnets(Additions.to(databaseSubnets(), subnets));
    }

    /** A copy with further calls between components. */
    public final NetworkIsolation plusCalls(NetworkCall... added) {
        return withCalls(Additions.to(calls(), added));
    }

    /** A copy with further access to what is outside the release. */
    public final NetworkIsolation plusOutbound(OutboundAccess... added) {
        return withOutbound(Additions.to(outbound(), added));
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("network");
        NetworkChecks.ranges(checks, "loadBalancerSubnets", loadBalancerSubnets());
        NetworkChecks.ranges(checks, "databaseSubnets", databaseSubnets());
        NetworkChecks.distinct(checks, "ingressControllers", ingressControllers());
        for (NetworkPeer peer : ingressControllers()) {
            if (peer.isInternet()) {
                checks.error(
                        ProblemCodes.NETWORK_TOO_WIDE,
                        "ingressControllers",
                        peer + " cannot be an ingress controller",
                        "Give its pods, such as `NetworkPeer.namespace(\"ingress-nginx\")`");
            }
        }
        NetworkChecks.distinct(checks, "calls", calls());
        NetworkChecks.distinct(checks, "outbound", outbound());
        checkNone(checks);
        checks.throwIfAny();
    }

    /** Reports components that have access to nothing and to something. */
    private void checkNone(ValueChecks checks) {
        Set<String> some = new HashSet<>();
        for (OutboundAccess access : outbound()) {
            if (access.peer().isPresent()) {
                some.add(access.component());
            }
        }
        for (OutboundAccess access : outbound()) {
            if (access.peer().isEmpty() && some.contains(access.component())) {
                checks.error(
                        ProblemCodes.SETTING_CONFLICT,
                        "outbound",
                        "`" + access.component() + "` has access to nothing and to something",
                        "Remove one of them");
            }
        }
    }
}
