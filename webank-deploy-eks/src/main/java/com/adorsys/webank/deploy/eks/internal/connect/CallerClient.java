package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client, which sends what a {@link RequestThread} asks for by that very thread, although it is asked for an
 * answer that comes later. The JDK's own way passes each answer through two more threads, on a machine with one or two
 * processors even through a new one: that costs more than all the rest of a request.
 *
 * <p>What such a thread reads goes through a {@link ReadingClient}, and this client is made when it is needed first: a process that
 * only reads does without it.
 */
final class CallerClient extends HttpClient {
    private final Supplier<HttpClient> client;
    private final BooleanSupplier isMade;
    private final @Nullable ReadingClient reading;
    private final OpenCalls requests;

    /**
     * @param client the JDK's client, asked for when it is needed first
     * @param isMade whether it was asked for before
     * @param reading what reads; null if the client does
     * @param requests the requests that threads wait for
     */
    CallerClient(
            Supplier<HttpClient> client, BooleanSupplier isMade, @Nullable ReadingClient reading, OpenCalls requests) {
        this.requests = requests;
        this.client = client;
        this.isMade = isMade;
        this.reading = reading;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        if (!(Thread.currentThread() instanceof RequestThread)) {
            return client.get().sendAsync(request, handler);
        }
        requests.enter();
        try {
            HttpResponse<T> answer =
                    reading != null && ReadingClient.takes(request) ? read(reading, request, handler) : null;
            if (answer != null) {
                return CompletableFuture.completedFuture(answer);
            }
            return CompletableFuture.completedFuture(client.get().send(request, handler));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        } finally {
            requests.leave();
        }
    }

    /**
     * Reads, if there is a place for one more request. If there is none, another client reads: one that is there already, since it
     * takes longer to make one than to wait. What is elsewhere is left to a client that goes there.
     */
    private <T> @Nullable HttpResponse<T> read(
            ReadingClient reader, HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        boolean entered = reader.enter() || !isMade.getAsBoolean() && reader.enterLater(request);
        if (!entered) {
            return null;
        }
        try {
            return reader.send(request, handler);
        } finally {
            reader.leave();
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
        return client.get().sendAsync(request, handler, pushPromiseHandler);
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return client.get().send(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.get().cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.get().connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.get().followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.get().proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.get().sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.get().sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.get().authenticator();
    }

    @Override
    public Version version() {
        return client.get().version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.get().executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.get().newWebSocketBuilder();
    }
}
