package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.impl.KubernetesClientImpl;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A client of a cluster, what its failures mean, and what ends with it. Thread-safe. */
public final class Connection implements AutoCloseable {
    private final HttpClient http;
    private final Config config;
    private final ClusterIdentity cluster;
    private final ConnectFailures failures;
    private final List<Runnable> endings;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Made only when somebody asks for it, since it takes a tenth of a second: its kinds, and what reads and writes them. */
    private volatile @Nullable KubernetesClient kubernetes;

    private Connection(
            HttpClient http, Config config, ClusterIdentity cluster, ConnectFailures failures, List<Runnable> endings) {
        this.http = http;
        this.config = config;
        this.cluster = cluster;
        this.failures = failures;
        this.endings = endings;
    }

    /** A client that was made here, and what ends with it, in order, after the client. */
    static Connection owning(
            HttpClient http, Config config, ClusterIdentity cluster, ConnectFailures failures, List<Runnable> endings) {
        return new Connection(http, config, cluster, failures, endings);
    }

    /** A client that stays open. */
    public static Connection ofOwnedByHost(KubernetesClient kubernetes) {
        Config config = kubernetes.getConfiguration();
        String host = ConnectFailures.host(config);
        Connection connection = new Connection(
                kubernetes.getHttpClient(),
                config,
                ClusterIdentity.ofServer(config.getMasterUrl()),
                new ConnectFailures("The cluster at " + Problem.quote(host), host, new PlainAdvice()),
                List.of());
        connection.kubernetes = kubernetes;
        return connection;
    }

    /** The client. */
    public KubernetesClient kubernetes() {
        KubernetesClient made = kubernetes;
        if (made == null) {
            synchronized (endings) {
                made = kubernetes;
                if (made == null) {
                    made = new KubernetesClientImpl(http, config);
                    kubernetes = made;
                }
            }
        }
        return made;
    }

    /** The address of the API server, without a slash at its end. */
    public String url() {
        return ApiServer.url(config);
    }

    /** The API server, without a deadline, with at most so many requests at once. */
    public ApiServer server(int concurrency) {
        return ApiServer.of(http, config, concurrency);
    }

    /** The API server, without a deadline. */
    public ApiServer server() {
        return server(ApiServer.CONCURRENCY);
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
            KubernetesClient made = kubernetes;
            if (made != null && !endings.isEmpty()) {
                made.close();
            }
            endings.forEach(Runnable::run);
        }
    }
}
