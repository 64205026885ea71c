package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the cluster that a connection leads to, before anything is sent to it. Immutable. */
public final class ClusterIdentity {
    private final String server;
    private final @Nullable String context;
    private final ClusterTarget.@Nullable Eks eks;

    private ClusterIdentity(String server, @Nullable String context, ClusterTarget.@Nullable Eks eks) {
        // fabric8 ends every address with a slash.
        this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.context = context;
        this.eks = eks;
    }

    /** The API server at an address. */
    public static ClusterIdentity ofServer(String server) {
        return new ClusterIdentity(server, null, null);
    }

    /** The API server that a context of a kubeconfig leads to. */
    static ClusterIdentity ofContext(String name, String server) {
        return new ClusterIdentity(server, name, null);
    }

    /** A cluster as EKS describes it. */
    public static ClusterIdentity ofEks(ClusterTarget.Eks eks, String endpoint) {
        return new ClusterIdentity(endpoint, null, eks);
    }

    /** The cluster on EKS; empty if the connection was not made by asking EKS, or EKS did not say all of it. */
    public Optional<ClusterTarget.Eks> eks() {
        return Optional.ofNullable(eks);
    }

    /**
     * Checks that this is what a context of a kubeconfig leads to: by the context, unless the connection has none, and by the
     * server.
     *
     * @throws DeployException.InvalidInput if it is not
     */
    public void require(ClusterTarget.Context target) {
        boolean isContext = eks == null && (context == null || context.equals(target.name()));
        if (!isContext || !ClusterTarget.isSameServer(server, target.server())) {
            throw differs("the " + target);
        }
    }

    /**
     * Checks that this is the server of a cluster.
     *
     * @param target the cluster's name, for the message
     * @throws DeployException.InvalidInput if it is not
     */
    public void requireServer(String address, String target) {
        if (!ClusterTarget.isSameServer(server, address)) {
            throw differs(target + " at " + Problem.quote(address));
        }
    }

    /** This is not the cluster that is meant, which has this name. */
    public DeployException.InvalidInput differs(String target) {
        return mismatch(
                "the connection leads to " + this + ", not to " + target, "connect to that one, or correct the target");
    }

    /** A connection to another cluster than the one that is meant. */
    public static DeployException.InvalidInput mismatch(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.CLUSTER_MISMATCH, Location.of("target"), what, remedy));
    }

    /** What identifies it, as it stands in a sentence. */
    @Override
    public String toString() {
        if (eks != null) {
            return "the " + eks;
        }
        return (context == null ? "the API server" : "the kubeconfig context " + Problem.quote(context) + " at") + " "
                + Problem.quote(server);
    }
}
