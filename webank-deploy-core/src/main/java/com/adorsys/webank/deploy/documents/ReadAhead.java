package com.adorsys.webank.deploy.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Prepares steps on all processors, and takes them on the thread of the caller, in their order. Nothing is prepared far ahead, so
 * that little memory is used.
 */
final class ReadAhead implements AutoCloseable {
    /** So many bytes are prepared at once. */
    private static final int MOST_BYTES = 2 << 20;

    private static final int MOST_STEPS = 256;
    private static final int MOST_THREADS = 7;

    /** For fewer steps no thread is started: that takes longer than they do. */
    private static final int FEW = 8;

    /** Something that is done in its turn. */
    interface Step {
        void take();
    }

    private final BlockingQueue<Prepared> waiting = new LinkedBlockingQueue<>();
    private final Deque<Prepared> ahead = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private int bytes;

    /** A step that is prepared by whoever comes first. */
    private static final class Prepared extends FutureTask<Step> {
        private final int size;

        private Prepared(int size, Callable<Step> preparation) {
            super(preparation);
            this.size = size;
        }
    }

    /**
     * Adds a step, and takes those before it that are too many.
     *
     * @param size about how many bytes it keeps in memory
     * @param preparation what is done on any thread, and makes the step
     */
    void add(int size, Callable<Step> preparation) {
        while (ahead.size() == MOST_STEPS || bytes > MOST_BYTES) {
            take();
        }
        Prepared prepared = new Prepared(size, preparation);
        ahead.add(prepared);
        bytes += size;
        if (threads.isEmpty() && ahead.size() > FEW) {
            start();
        }
        if (!threads.isEmpty()) {
            waiting.add(prepared);
        }
    }

    /** Takes all steps. */
    void finish() {
        while (!ahead.isEmpty()) {
            take();
        }
    }

    private void take() {
        Prepared first = ahead.remove();
        bytes -= first.size;
        // Does nothing if a thread has begun with it.
        first.run();
        step(first).take();
    }

    private static Step step(Prepared prepared) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return prepared.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start() {
        int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() - 1);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(this::work, "webank-deploy-check-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void work() {
        try {
            while (true) {
                waiting.take().run();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        for (Thread thread : threads) {
            thread.interrupt();
        }
    }
}
