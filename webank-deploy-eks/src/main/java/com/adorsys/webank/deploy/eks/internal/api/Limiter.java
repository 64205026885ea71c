package com.adorsys.webank.deploy.eks.internal.api;

import java.util.concurrent.Semaphore;

/**
 * How many requests are under way at once: fewer as soon as the server is overloaded, slowly more while it is not.
 *
 * <p>Halved by each 429, at most once for the requests that were under way together, and raised by one after as many
 * successes as are allowed at once.
 */
final class Limiter {
    private final Places places;
    private final int most;
    private int limit;
    private int successes;
    private long halvedAtNanos;
    private boolean halved;

    Limiter(int most) {
        this.places = new Places(most);
        this.most = most;
        this.limit = most;
    }

    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1L;

        Places(int count) {
            super(count);
        }

        void remove(int count) {
            reducePermits(count);
        }
    }

    /** Waits for a place; does not listen to interrupts, since every holder gives its place back soon. */
    void enter() {
        places.acquireUninterruptibly();
    }

    void leave() {
        places.release();
    }

    synchronized void succeeded() {
        if (limit < most && ++successes >= limit) {
            successes = 0;
            limit++;
            places.release();
        }
    }

    /** A request that began at this reading of the clock was turned away. */
    synchronized void overloaded(long beganAtNanos) {
        if (!halved || beganAtNanos - halvedAtNanos > 0) {
            int less = Math.max(1, limit / 2);
            places.remove(limit - less);
            limit = less;
            halvedAtNanos = System.nanoTime();
            halved = true;
            successes = 0;
        }
    }

    synchronized int limit() {
        return limit;
    }
}
