package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a {@link SocketPool} as one of the JDK's client.
 *
 * @param body what the request's handler made of it
 */
record SocketResponse<T>(
        HttpRequest request,
        int statusCode,
        HttpHeaders headers,
        @Nullable T body) implements HttpResponse<T> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Whether a request can be sent by a socket: one that only reads, by HTTPS, without a proxy of the JVM's. */
    static boolean isReadable(HttpRequest request) {
        return request.method().equals("GET") && isDirect(request.uri());
    }

    /** Whether a server is called by HTTPS, without a proxy of the JVM's. */
    static boolean isDirect(URI server) {
        if (!"https".equals(server.getScheme()) || server.getHost() == null) {
            return false;
        }
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(server).equals(List.of(Proxy.NO_PROXY));
    }

    /** Sends a request, and reads the answer. */
    static SocketConnection.Answer read(HttpRequest request, SocketPool sockets)
            throws IOException, InterruptedException {
        URI uri = request.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        StringBuilder head = new StringBuilder(512)
                .append("GET ")
                .append(path)
                .append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(uri.getHost())
                .append(uri.getPort() < 0 ? "" : ":" + uri.getPort())
                .append("\r\n");
        for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                head.append(header.getKey()).append(": ").append(value).append("\r\n");
            }
        }
        Duration patience = request.timeout().orElse(PATIENCE);
        return sockets.exchange(uri, head.append("\r\n").toString(), patience);
    }

    /** An answer, with its body as a handler takes it. */
    static <T> HttpResponse<T> of(
            HttpRequest request, SocketConnection.Answer answer, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpHeaders headers = HttpHeaders.of(answer.headers(), (name, value) -> true);
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Info(answer.status(), headers));
        subscriber.onSubscribe(new Delivery(subscriber, answer.body()));
        try {
            return new SocketResponse<>(
                    request,
                    answer.status(),
                    headers,
                    subscriber.getBody().toCompletableFuture().get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** What a handler is told before the body. */
    private record Info(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    /** Delivers a body when it is asked for; used by one thread at a time. */
    private static final class Delivery implements Flow.Subscription {
        private final HttpResponse.BodySubscriber<?> subscriber;
        private final ByteBuffer body;
        private boolean over;

        Delivery(HttpResponse.BodySubscriber<?> subscriber, ByteBuffer body) {
            this.subscriber = subscriber;
            this.body = body;
        }

        @Override
        public void request(long count) {
            if (over) {
                return;
            }
            over = true;
            if (body.hasRemaining()) {
                subscriber.onNext(List.of(body.asReadOnlyBuffer()));
            }
            subscriber.onComplete();
        }

        @Override
        public void cancel() {
            over = true;
        }
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpClient.Version version() {
        return HttpClient.Version.HTTP_1_1;
    }
}
