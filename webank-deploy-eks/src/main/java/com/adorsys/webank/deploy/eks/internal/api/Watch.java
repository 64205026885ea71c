package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stream of events. It ends when the server ends it, when the connection breaks, or when it is closed. */
public final class Watch implements ApiReader.Stream {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Consumer<MapTree> event;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean closed;
    private @Nullable AsyncBody body;

    private Watch(Consumer<MapTree> event) {
        this.event = event;
    }

    static Watch open(HttpClient http, HttpRequest request, String name, Consumer<MapTree> event) {
        Watch watch = new Watch(event);
        var unused = http.consumeBytes(request, watch::take)
                .whenComplete((response, failure) -> watch.opened(name, response, failure));
        return watch;
    }

    /**
     * Completed when the stream has ended; exceptionally with an {@link ApiException} if it never began, or broke. What
     * the server has to say in the stream, such as a 410, is an event.
     */
    @Override
    public CompletableFuture<Void> done() {
        return done;
    }

    /** Ends the stream. No event comes after it but one that is being handled. */
    @Override
    public void close() {
        closed = true;
        AsyncBody open;
        synchronized (this) {
            open = body;
        }
        if (open != null) {
            open.cancel();
        }
        done.complete(null);
    }

    private void opened(String name, @Nullable HttpResponse<AsyncBody> response, @Nullable Throwable failure) {
        if (response == null) {
            done.completeExceptionally(unanswered(name, failure));
            return;
        }
        AsyncBody stream = response.body();
        synchronized (this) {
            body = stream;
        }
        if (closed) {
            stream.cancel();
            return;
        }
        if (response.code() >= 400) {
            stream.cancel();
            done.completeExceptionally(ApiException.answered(name, response.code(), new byte[0], List.of()));
            return;
        }
        var unused = stream.done().whenComplete((nothing, broken) -> {
            if (broken == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(unanswered(name, broken));
            }
        });
        stream.consume();
    }

    private static ApiException unanswered(String name, @Nullable Throwable why) {
        NetworkFault fault = why == null ? NetworkFault.LOST : NetworkFault.of(why);
        return ApiException.unanswered(name, fault.text(), ApiException.Outcome.NOTHING_WRITTEN, why);
    }

    private void take(List<ByteBuffer> buffers, AsyncBody stream) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining() && !closed) {
                byte next = buffer.get();
                if (next == '\n') {
                    emit();
                } else {
                    line.write(next);
                }
            }
        }
        if (!closed) {
            stream.consume();
        }
    }

    private void emit() {
        byte[] json = line.toByteArray();
        line.reset();
        if (json.length > 0) {
            event.accept(Json.readMap(json));
        }
    }
}
