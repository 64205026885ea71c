package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests to a cluster and does nothing else: sixteen at once, over HTTP/2, each answer read whole. */
final class BareRequests implements AutoCloseable {
    private static final int AT_ONCE = 16;

    /**
     * A request.
     *
     * @param path with its query
     * @param body empty if there is none
     */
    record Request(String method, String path, String contentType, String body) {}

    private final String server;
    private final String token;
    private final HttpClient client;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    BareRequests(TestCluster cluster, String server) {
        this.server = server;
        this.token = cluster.token("admin");
        this.client = HttpClient.newBuilder().sslContext(cluster.tls()).build();
    }

    /** Sends all of them, and returns when the last is answered; the answers are in the order of the requests. */
    List<HttpResponse<String>> send(List<Request> requests) {
        List<Callable<HttpResponse<String>>> calls = requests.stream()
                .<Callable<HttpResponse<String>>>map(request -> () -> send(request))
                .toList();
        try {
            return threads.invokeAll(calls).stream().map(BareRequests::answer).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(Request request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + request.path))
                .header("Authorization", "Bearer " + token)
                .method(
                        request.method,
                        request.body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.body));
        if (!request.contentType.isEmpty()) {
            builder.header("Content-Type", request.contentType);
        }
        return client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
