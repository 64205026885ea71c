package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ClusterAccess;
import com.adorsys.webank.deploy.eks.internal.api.ObjectMemory;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.impl.KubernetesClientImpl;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A client of a cluster, what its failures mean, and what ends with it. Thread-safe. */
public final class Connection implements ClusterAccess, AutoCloseable {
    private final HttpClient http;
    private final Config config;
    private final ClusterIdentity cluster;
    private final ConnectFailures failures;
    private final List<Runnable> endings;
    private final ObjectMemory memory = new ObjectMemory();
    private final OpenCalls calls = new OpenCalls();
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

    /**
     * How a client is made.
     *
     * @param config address, proxy, and credentials that do not change
     * @param tls whom to trust; null for what the configuration says
     * @param source where tokens come from; null for none
     * @param clock what tells when a token is too old
     */
    public record Settings(
            Config config,
            @Nullable SSLContext tls,
            @Nullable TokenSource source,
            Clock clock) {}

    /**
     * A connection whose client is made here.
     *
     * @param cluster what is known of the cluster
     * @param failures what its failures mean
     * @param ending what ends with it, after the client
     */
    public static Connection open(
            Settings settings, ClusterIdentity cluster, ConnectFailures failures, Runnable ending) {
        Config config = settings.config();
        // Requests are sent again by who knows what they are, and until when it is worth it.
        config.setRequestRetryBackoffLimit(0);
        // An API server answers a stranger with 401 and GOAWAY, as it says GOAWAY before it restarts. JDK 17's client
        // then drops every request under way on that HTTP/2 connection, that answer included.
        config.setHttp2Disable(true);
        Transport transport = new Transport(settings.tls());
        HttpClient.Builder builder = transport.newBuilder(config);
        TokenSource source = settings.source();
        if (source != null) {
            builder.addOrReplaceInterceptor(
                    TokenRefreshInterceptor.NAME,
                    new TokenInterceptor(new Tokens(source, settings.clock()), transport.executor()));
        }
        HttpClient client = builder.build();
        return new Connection(client, config, cluster, failures, List.of(client::close, transport::close, ending));
    }

    /** A client that stays open. */
    public static Connection ofOwnedByHost(KubernetesClient kubernetes) {
        Config config = kubernetes.getConfiguration();
        String host = ConnectFailures.host(config);
        Connection connection = new Connection(
                kubernetes.getHttpClient(),
                config,
                ClusterIdentity.ofServer(config.getMasterUrl()),
                new ConnectFailures(
                        "The cluster at " + Problem.quote(host),
                        host,
                        new FixedAdvice(
                                "Check its address, and that this machine may reach it",
                                "Give the client the certificate authority of this cluster",
                                "Give the client credentials that the cluster accepts")),
                List.of());
        connection.kubernetes = kubernetes;
        return connection;
    }

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
    @Override
    public ApiServer server(int concurrency) {
        return ApiServer.of(http, config, concurrency, memory);
    }

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
    public Optional<DeployException> explain(ApiException e) {
        if (e.isUnauthorized()) {
            return Optional.of(failures.unauthorized());
        }
        if (e.isUnanswered() && !e.isTimedOut() && !e.outcomeUnknown() && e.getCause() != null) {
            return Optional.of(failures.unreachable(e.getCause()));
        }
        return Optional.empty();
    }

    @Override
    public <T> T during(Supplier<T> call) {
        return calls.during(call);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            calls.close();
            KubernetesClient made = kubernetes;
            if (made != null && !endings.isEmpty()) {
                made.close();
            }
            endings.forEach(Runnable::run);
        }
    }
}
