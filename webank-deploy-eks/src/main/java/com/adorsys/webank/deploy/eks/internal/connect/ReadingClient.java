package com.adorsys.webank.deploy.eks.internal.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads by the JDK's {@link HttpsURLConnection}: it reads by the thread that asks, which takes less than half of the work of {@link
 * java.net.http.HttpClient}, and it is there a tenth of a second earlier in a new process. Thread-safe.
 */
final class ReadingClient {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SSLSocketFactory factory;
    private final Duration connectTimeout;

    /** As many requests at a time as the JDK keeps connections open for. */
    private final Semaphore places = new Semaphore(Math.max(1, Integer.getInteger("http.maxConnections", 5)));

    /** A client that trusts whom a context says. */
    ReadingClient(SSLContext tls, Duration connectTimeout) {
        this.factory = tls.getSocketFactory();
        this.connectTimeout = connectTimeout;
    }

    /** Whether it can send a request: one that only reads, by HTTPS, without a proxy of the JVM's. */
    static boolean takes(HttpRequest request) {
        return request.method().equals("GET") && isDirect(request.uri());
    }

    private static boolean isDirect(URI uri) {
        if (!"https".equals(uri.getScheme())) {
            return false;
        }
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null || selector.select(uri).equals(List.of(Proxy.NO_PROXY));
    }

    /** Whether one more request may be sent now; {@link #leave} follows it. */
    boolean enter() {
        return places.tryAcquire();
    }

    /** Waits until one more request may be sent, for as long as it may take; returns whether it may. {@link #leave} follows it. */
    boolean enterLater(HttpRequest request) throws InterruptedException {
        Duration patience = request.timeout().orElse(PATIENCE);
        return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends what {@link #enter} began. */
    void leave() {
        places.release();
    }

    /**
     * The answer to a request, with its body as a handler takes it; null if it is elsewhere.
     *
     * @throws HttpTimeoutException if it does not begin, or go on, in the time of the request
     */
    <T> @Nullable HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Duration patience = request.timeout().orElse(PATIENCE);
        Duration opening = connectTimeout.compareTo(patience) < 0 ? connectTimeout : patience;
        HttpsURLConnection connection =
                (HttpsURLConnection) request.uri().toURL().openConnection(Proxy.NO_PROXY);
        connection.setSSLSocketFactory(factory);
        OtherName otherName = new OtherName();
        connection.setHostnameVerifier(otherName);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(millis(opening));
        connection.setReadTimeout(millis(patience));
        for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                connection.addRequestProperty(header.getKey(), value);
            }
        }
        try {
            connection.connect();
        } catch (SocketTimeoutException e) {
            throw because(new HttpConnectTimeoutException("no connection in " + opening.toMillis() + " ms"), e);
        } catch (IOException e) {
            throw otherName.isMet ? OtherName.failure(e) : e;
        }
        byte[] body;
        int status;
        try {
            status = connection.getResponseCode();
            body = body(connection);
        } catch (SocketTimeoutException e) {
            throw because(new HttpTimeoutException("no answer in " + patience.toMillis() + " ms"), e);
        } catch (IOException e) {
            throw otherName.isMet ? OtherName.failure(e) : e;
        }
        return status >= 300 && status < 400 ? null : answer(request, connection, body, handler);
    }

    /** Reads all of the body, so that the connection can be used again. */
    private static byte[] body(HttpURLConnection connection) throws IOException {
        try (InputStream body =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    private static <T> HttpResponse<T> answer(
            HttpRequest request, HttpURLConnection connection, byte[] body, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Map<String, List<String>> named = new HashMap<>(connection.getHeaderFields());
        // The status line has no name.
        named.remove(null);
        HttpHeaders headers = HttpHeaders.of(named, (name, value) -> true);
        ReadAnswer.Info info = new ReadAnswer.Info(connection.getResponseCode(), headers);
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(info);
        subscriber.onSubscribe(new Delivery(subscriber, ByteBuffer.wrap(body)));
        try {
            return new ReadAnswer<>(
                    request, info, subscriber.getBody().toCompletableFuture().get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static int millis(Duration patience) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, patience.toMillis()));
    }

    private static <E extends Exception> E because(E failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    /**
     * Refuses a server whose certificate does not name it. It is only asked where the JDK finds that; with a verifier of its own a
     * connection has the JDK look once the handshake is done and before anything is sent, whatever verifier the host of this library
     * has set for the whole JVM, and without reading the JDK's public authorities, as it does to look during the handshake.
     */
    private static final class OtherName implements HostnameVerifier {
        private boolean isMet;

        @Override
        public boolean verify(String host, SSLSession session) {
            isMet = true;
            return false;
        }

        private static IOException failure(IOException why) {
            String what = "the server's certificate is for another name";
            return because(new SSLHandshakeException(what), because(new CertificateException(what), why));
        }
    }

    /** Delivers a body when it is asked for; used by one thread at a time. */
    private static final class Delivery implements Flow.Subscription {
        private final HttpResponse.BodySubscriber<?> subscriber;
        private final ByteBuffer body;
        private boolean isOver;

        Delivery(HttpResponse.BodySubscriber<?> subscriber, ByteBuffer body) {
            this.subscriber = subscriber;
            this.body = body;
        }

        @Override
        public void request(long count) {
            if (isOver) {
                return;
            }
            isOver = true;
            if (body.hasRemaining()) {
                subscriber.onNext(List.of(body.asReadOnlyBuffer()));
            }
            subscriber.onComplete();
        }

        @Override
        public void cancel() {
            isOver = true;
        }
    }
}
