package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployStyle;
import org.immutables.value.Value;

/** The cluster that an environment runs in, as Argo CD knows it. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class Destination implements WithDestination {
    /** The address by which Argo CD calls the cluster that it runs in itself. */
    public static final String IN_CLUSTER = "https://kubernetes.default.svc";

    Destination() {}

    /**
     * The cluster that Argo CD runs in itself.
     *
     * @param cluster the cluster's name, a DNS label; it names the folder of the cluster's Applications
     */
    public static Destination inCluster(String cluster) {
        return ImmutableDestination.builder()
                .cluster(cluster)
                .server(IN_CLUSTER)
                .build();
    }

    /**
     * Another cluster.
     *
     * @param cluster the cluster's name, a DNS label; it names the folder of the cluster's Applications
     * @param server the address of its API server, as it is registered in Argo CD
     */
    public static Destination of(String cluster, String server) {
        return ImmutableDestination.builder().cluster(cluster).server(server).build();
    }

    /** The cluster's name. */
    public abstract String cluster();

    /** The address of its API server. */
    public abstract String server();

    @Value.Check
    void check() {
        ModelChecks checks = new ModelChecks("destination");
        checks.name("cluster", cluster());
        if (!server().startsWith("https://") || server().indexOf(' ') >= 0) {
            checks.error(
                    "URL_INVALID",
                    "server",
                    "`" + server() + "` is no address of an API server",
                    "Write https:// and the host");
        }
        checks.throwIfAny();
    }
}
