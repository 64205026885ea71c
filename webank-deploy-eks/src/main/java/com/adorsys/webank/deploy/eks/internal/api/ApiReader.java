package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What waiting and diagnosing read from an API server; {@link ApiServer} says how each fails. */
public interface ApiReader {
    /** One stream of events, as {@link Watch} has it. */
    interface Stream extends AutoCloseable {
        /** Completed when the stream has ended. */
        CompletableFuture<Void> done();

        @Override
        void close();
    }

    /** As {@link ApiServer#find}. */
    Optional<MapTree> find(String pathAndQuery);

    /** As {@link ApiServer#list}. */
    String list(String pathAndQuery, Consumer<MapTree> item);

    /** As {@link ApiServer#watch}. */
    Stream watch(String pathAndQuery, Consumer<MapTree> event);

    /** As {@link ApiServer#text}. */
    String text(String pathAndQuery);

    /** As {@link ApiServer#within}. */
    ApiReader within(Deadline end);

    /** Reads what is allowed and there; of anything else nothing. */
    static void ifAllowed(Runnable reading) {
        var unused = ifAllowed(false, () -> {
            reading.run();
            return true;
        });
    }

    /** What a reading finds; another value where it is forbidden, or where what it reads is not there. */
    static <T> T ifAllowed(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiException e) {
            if (e.isForbidden() || e.isNotFound()) {
                return otherwise;
            }
            throw e;
        }
    }
}
