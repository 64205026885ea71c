package com.adorsys.webank.deploy.eks.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.Executor;

/** The API server as a proxy sees it: as a user, by TLS. */
final class Upstream {
    /** What belongs to one connection, or is set anew. */
    private static final Set<String> OWN = Set.of(
            "authorization",
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "transfer-encoding",
            "upgrade");

    private final String server;
    private final String token;
    private final HttpClient http;

    Upstream(String server, String certificateAuthority, String token, Executor threads) {
        this.server = server;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .sslContext(ClusterTrust.in(certificateAuthority))
                // However many come at once: over HTTP/2 the JDK fails those that are too many for one connection.
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    /** Sends a request on; the answer's body is read as it comes. */
    HttpResponse<InputStream> send(ReceivedRequest request) throws IOException, InterruptedException {
        byte[] body = request.body().bytes();
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + request.target()))
                .method(
                        request.method(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token);
        request.headers().stream()
                .filter(header -> !OWN.contains(header.getKey()))
                .forEach(header -> builder.header(header.getKey(), header.getValue()));
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
