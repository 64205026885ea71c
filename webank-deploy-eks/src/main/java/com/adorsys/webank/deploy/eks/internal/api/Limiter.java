package com.adorsys.webank.deploy.eks.internal.api;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many requests are under way at once: fewer as soon as the server is overloaded, slowly more while it is not.
 *
 * <p>Halved by each 429, at most once for the requests that were under way together, and raised by one after as many
 * successes as are allowed at once.
 */
final class Limiter {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int most;
    private int limit;
    private int underWay;
    private int successes;
    private long halvedAtNanos;
    private boolean halved;

    Limiter(int most) {
        this.most = most;
        this.limit = most;
    }

    /** Waits for a place; does not listen to interrupts, since every holder gives its place back soon. */
    void enter() {
        lock.lock();
        try {
            while (underWay >= limit) {
                changed.awaitUninterruptibly();
            }
            underWay++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            underWay--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void succeeded() {
        lock.lock();
        try {
            if (limit < most && ++successes >= limit) {
                successes = 0;
                limit++;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A request that began at this reading of the clock was turned away. */
    void overloaded(long beganAtNanos) {
        lock.lock();
        try {
            if (!halved || beganAtNanos - halvedAtNanos > 0) {
                limit = Math.max(1, limit / 2);
                halvedAtNanos = System.nanoTime();
                halved = true;
                successes = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }
}
