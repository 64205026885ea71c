package com.adorsys.webank.deploy.eks.internal.connect;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Makes the client of a connection, the same way wherever its settings come from. */
public final class Opening {
    private Opening() {}

    /**
     * A connection.
     *
     * @param config address, proxy, and credentials that do not change
     * @param tls whom to trust; null for what the configuration says
     * @param source where tokens come from; null for none
     * @param clock what tells when a token is too old
     * @param cluster what is known of the cluster
     * @param failures what its failures mean
     * @param ending what ends with it, after the client
     */
    public static Connection open(
            Config config,
            @Nullable SSLContext tls,
            @Nullable TokenSource source,
            Clock clock,
            ClusterIdentity cluster,
            ConnectFailures failures,
            Runnable ending) {
        // Requests are sent again by who knows what they are, and until when it is worth it.
        config.setRequestRetryBackoffLimit(0);
        // An API server answers a stranger with 401 and GOAWAY, as it says GOAWAY before it restarts. JDK 17's client
        // then drops every request under way on that HTTP/2 connection, that answer included.
        config.setHttp2Disable(true);
        Transport transport = new Transport(tls);
        HttpClient.Builder builder = transport.newBuilder(config);
        if (source != null) {
            builder.addOrReplaceInterceptor(
                    TokenRefreshInterceptor.NAME,
                    new TokenInterceptor(new Tokens(source, clock), transport.executor()));
        }
        HttpClient client = builder.build();
        return Connection.owning(client, config, cluster, failures, List.of(client::close, transport::close, ending));
    }
}
