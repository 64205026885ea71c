package com.adorsys.webank.deploy.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prepares tasks on all processors, and takes them on the thread of the caller, in their order. Nothing is prepared far ahead, so
 * that little memory is used. The thread of the caller prepares tasks too while it waits for one.
 */
final class ReadAhead implements AutoCloseable {
    /** So many bytes are prepared at once. */
    private static final int MOST_BYTES = 2 << 20;

    private static final int MOST_TASKS = 256;
    private static final int MOST_THREADS = 7;

    /** For fewer tasks no thread is started: that takes longer than they do. */
    private static final int FEW = 8;

    /** Those that were added and not taken, in their order. Only for the thread of the caller. */
    private final Deque<Task> ahead = new ArrayDeque<>();

    private final List<Thread> threads = new ArrayList<>();
    private int bytes;

    /** Those of them that nobody has begun to prepare; guarded by this. */
    private final Deque<Task> waiting = new ArrayDeque<>();

    private boolean isClosed;

    /** Something that is prepared, and then done in its turn. */
    abstract static class Task {
        private final int size;
        private boolean isPrepared;
        private @Nullable Throwable failure;

        /**
         * A task.
         *
         * @param size about how many bytes it keeps in memory
         */
        Task(int size) {
            this.size = size;
        }

        /** What any thread may do. */
        abstract void prepare();

        /** What the thread of the caller does, after all tasks before. */
        abstract void take();
    }

    /** Whether one more task can be added before one is taken. */
    boolean hasRoom() {
        return ahead.size() < MOST_TASKS && bytes <= MOST_BYTES;
    }

    /** Adds a task, and takes those before it that are too many. */
    void add(Task task) {
        while (!hasRoom()) {
            take();
        }
        ahead.add(task);
        bytes += task.size;
        synchronized (this) {
            waiting.add(task);
            notify();
        }
        if (threads.isEmpty() && ahead.size() > FEW) {
            start();
        }
    }

    /** Takes all tasks. */
    void finish() {
        while (!ahead.isEmpty()) {
            take();
        }
    }

    private void take() {
        Task first = ahead.remove();
        bytes -= first.size;
        while (!isPrepared(first)) {
            Task next = nextOrWait(first);
            if (next != null) {
                prepare(next);
            }
        }
        if (first.failure instanceof Error error) {
            throw error;
        }
        if (first.failure instanceof RuntimeException fault) {
            throw fault;
        }
        first.take();
    }

    private synchronized boolean isPrepared(Task task) {
        return task.isPrepared;
    }

    /** The next task to prepare; null if there is none, after a task was prepared by another thread. */
    private synchronized @Nullable Task nextOrWait(Task first) {
        Task next = waiting.poll();
        boolean interrupted = false;
        while (next == null && !first.isPrepared) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    private void prepare(Task task) {
        try {
            task.prepare();
        } catch (RuntimeException | Error e) {
            // Thrown when it is taken.
            task.failure = e;
        }
        synchronized (this) {
            task.isPrepared = true;
            notifyAll();
        }
    }

    private void start() {
        int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() - 1);
        for (int i = 0; i < count; i++) {
            Thread thread = new Worker("webank-deploy-check-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Prepares tasks until it is closed. */
    private final class Worker extends Thread {
        private Worker(String name) {
            super(name);
        }

        @Override
        public void run() {
            for (Task task = next(); task != null; task = next()) {
                prepare(task);
            }
        }
    }

    /** The next task to prepare, as soon as there is one; null if it is closed. */
    private synchronized @Nullable Task next() {
        while (waiting.isEmpty() && !isClosed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null;
            }
        }
        return isClosed ? null : waiting.poll();
    }

    /** Ends the threads. */
    @Override
    public synchronized void close() {
        isClosed = true;
        notifyAll();
    }
}
