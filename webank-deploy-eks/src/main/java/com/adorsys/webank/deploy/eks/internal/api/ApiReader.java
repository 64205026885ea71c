package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
}
