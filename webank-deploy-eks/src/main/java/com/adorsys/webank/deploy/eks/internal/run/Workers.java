package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of one run on several threads, which are gone five seconds after the last run.
 *
 * <p>When the thread that waits for them is interrupted, what they have under way is finished and nothing further begun.
 */
final class Workers {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The threads of all runs. A task goes to one that is idle, and to a new one only if there is none. */
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> new RequestThread(task, "webank-deploy-worker-" + COUNT.incrementAndGet()));

    private final int size;

    /** @param size how many of them work at a time */
    Workers(int size) {
        this.size = size;
    }

    /**
     * The results of a function for each item, in order. The first that fails keeps the rest from being begun, and is
     * thrown when those under way have ended.
     */
    <T, R> List<R> map(List<T> items, Function<T, R> function) {
        return map(items, function, List.of());
    }

    /** The results of a function for each item; as {@link #map(List, Function)}, with other tasks done beside it. */
    <T, R> List<R> map(List<T> items, Function<T, R> function, List<Runnable> beside) {
        AtomicReferenceArray<@Nullable R> results = new AtomicReferenceArray<>(Math.max(1, items.size()));
        List<Runnable> tasks = new ArrayList<>(beside);
        for (int i = 0; i < items.size(); i++) {
            int at = i;
            tasks.add(() -> results.set(at, function.apply(items.get(at))));
        }
        run(tasks, () -> {});
        List<R> all = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            all.add(Objects.requireNonNull(results.get(i), "result"));
        }
        return all;
    }

    /** Does something with each item; as {@link #map}. */
    <T> void each(List<T> items, Consumer<T> action) {
        List<Runnable> tasks = new ArrayList<>(items.size());
        items.forEach(item -> tasks.add(() -> action.accept(item)));
        run(tasks, () -> {});
    }

    /** A result, with other tasks done beside it; as {@link #map}. */
    <T> T get(Supplier<T> result, Runnable... beside) {
        return get(result, List.of(beside), () -> {});
    }

    /**
     * A result, with other tasks done beside it; as {@link #map}.
     *
     * @param meanwhile what the thread that waits does itself; must not send requests
     */
    <T> T get(Supplier<T> result, List<Runnable> beside, Runnable meanwhile) {
        AtomicReference<@Nullable T> found = new AtomicReference<>();
        List<Runnable> tasks = new ArrayList<>(beside);
        tasks.add(() -> found.set(result.get()));
        run(tasks, meanwhile);
        return Objects.requireNonNull(found.get(), "result");
    }

    /** Runs tasks, and throws what the first of them that failed threw. */
    private void run(List<Runnable> tasks, Runnable meanwhile) {
        if (Thread.interrupted()) {
            throw new DeployException.Interrupted("the run was interrupted");
        }
        int count = tasks.size();
        if (count == 0) {
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        int loops = Math.min(size, count);
        CountDownLatch ended = new CountDownLatch(loops);
        for (int i = 0; i < loops; i++) {
            THREADS.execute(() -> {
                try {
                    for (int at = next.getAndIncrement(); at < count && !stop.get(); at = next.getAndIncrement()) {
                        tasks.get(at).run();
                    }
                } catch (RuntimeException | Error e) {
                    stop.set(true);
                    failure.compareAndSet(null, e);
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            meanwhile.run();
        } catch (RuntimeException | Error e) {
            stop.set(true);
            failure.compareAndSet(null, e);
        }
        if (awaitAll(ended, stop)) {
            throw new DeployException.Interrupted("the run was interrupted");
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
    }

    private static boolean awaitAll(CountDownLatch ended, AtomicBoolean stop) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                stop.set(true);
            }
        }
    }
}
