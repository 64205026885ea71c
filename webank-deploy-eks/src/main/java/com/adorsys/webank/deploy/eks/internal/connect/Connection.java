package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Problem;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client of a cluster, what its failures mean, and what ends with it. */
public final class Connection implements AutoCloseable {
    private final KubernetesClient kubernetes;
    private final ClusterIdentity cluster;
    private final ConnectFailures failures;
    private final List<Runnable> endings;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Connection(
            KubernetesClient kubernetes, ClusterIdentity cluster, ConnectFailures failures, List<Runnable> endings) {
        this.kubernetes = kubernetes;
        this.cluster = cluster;
        this.failures = failures;
        this.endings = endings;
    }

    /** A client that was made here, and what ends with it, in order. */
    static Connection owning(
            KubernetesClient kubernetes, ClusterIdentity cluster, ConnectFailures failures, List<Runnable> endings) {
        return new Connection(kubernetes, cluster, failures, endings);
    }

    /** A client that stays open. */
    public static Connection ofOwnedByHost(KubernetesClient kubernetes) {
        String host = ConnectFailures.host(kubernetes.getConfiguration());
        return new Connection(
                kubernetes,
                ClusterIdentity.ofServer(kubernetes.getConfiguration().getMasterUrl()),
                new ConnectFailures("The cluster at " + Problem.quote(host), host, new PlainAdvice()),
                List.of());
    }

    /** The client. */
    public KubernetesClient kubernetes() {
        return kubernetes;
    }

    /** What is known of the cluster that it leads to. */
    public ClusterIdentity cluster() {
        return cluster;
    }

    /** What to say when the cluster does not answer, or does not let us in. */
    public ConnectFailures failures() {
        return failures;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            endings.forEach(Runnable::run);
        }
    }
}
