package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Watch;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What waiting and diagnosing read from an API server; each fails as {@link ApiServer} does. */
interface Source {
    /** One stream of events. */
    interface Stream extends AutoCloseable {
        CompletableFuture<Void> done();

        @Override
        void close();
    }

    Optional<MapTree> find(String path);

    String list(String pathAndQuery, Consumer<MapTree> item);

    Stream watch(String pathAndQuery, Consumer<MapTree> event);

    String text(String pathAndQuery);

    /** Whether an object that is gone is a Job that completed, by its events. */
    default boolean hasCompleted(ResourceId id, String uid) {
        return JobEvents.of(id, uid, this::list) == JobEvents.COMPLETED;
    }

    Source within(Deadline deadline);

    static Source of(ApiServer api) {
        return new Source() {
            @Override
            public Optional<MapTree> find(String path) {
                return api.find(path);
            }

            @Override
            public String list(String pathAndQuery, Consumer<MapTree> item) {
                return api.list(pathAndQuery, item);
            }

            @Override
            public Stream watch(String pathAndQuery, Consumer<MapTree> event) {
                Watch watch = api.watch(pathAndQuery, event);
                return new Stream() {
                    @Override
                    public CompletableFuture<Void> done() {
                        return watch.done();
                    }

                    @Override
                    public void close() {
                        watch.close();
                    }
                };
            }

            @Override
            public String text(String pathAndQuery) {
                return api.text(pathAndQuery);
            }

            @Override
            public Source within(Deadline deadline) {
                return of(api.within(deadline));
            }
        };
    }
}
