package com.adorsys.webank.deploy.gitops;

import java.time.Duration;

/** Until when something must be done, and whether it was not. Thread-safe. */
final class Deadline {
    private final Duration limit;
    private final long end;
    private volatile boolean missed;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** A deadline from now on. */
    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    Duration limit() {
        return limit;
    }

    long millisLeft() {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /** Notes that something was ended because of this deadline. */
    void miss() {
        missed = true;
    }

    boolean isMissed() {
        return missed;
    }
}
