package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.DeployException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment by the monotonic clock of this process, which nobody sets. */
public final class Deadline {
    private static final Deadline NONE = new Deadline(0, true);

    private final long nanos;
    private final boolean never;

    private Deadline(long nanos, boolean never) {
        this.nanos = nanos;
        this.never = never;
    }

    /** The moment after a duration from now. */
    public static Deadline in(Duration duration) {
        return in(System.nanoTime(), duration);
    }

    /** The moment after a duration from a reading of {@link System#nanoTime()}. */
    public static Deadline in(long fromNanos, Duration duration) {
        // Longer than anybody waits, and far from where nanoTime's differences overflow.
        Duration capped = duration.compareTo(Duration.ofDays(365)) > 0 ? Duration.ofDays(365) : duration;
        return new Deadline(fromNanos + capped.toNanos(), false);
    }

    public static Deadline none() {
        return NONE;
    }

    /** What is left; zero if it is over; a year if it never is. */
    public Duration left() {
        if (never) {
            return Duration.ofDays(365);
        }
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    public boolean isOver() {
        return !never && nanos - System.nanoTime() <= 0;
    }

    /** The earlier of this and another. */
    public Deadline or(Deadline other) {
        if (never || other.never) {
            return never ? other : this;
        }
        return nanos - other.nanos <= 0 ? this : other;
    }

    /**
     * Lets the current thread pause.
     *
     * @param interruption the message of the exception if the thread is interrupted
     * @throws DeployException.Interrupted if it is
     */
    public static void pause(Duration duration, String interruption) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            throw new DeployException.Interrupted(interruption);
        }
    }

    @Override
    public String toString() {
        return never ? "no deadline" : left() + " left";
    }
}
