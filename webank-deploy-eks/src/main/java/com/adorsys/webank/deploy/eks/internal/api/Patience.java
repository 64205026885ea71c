package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.DeployException;
import java.time.Duration;

/** Pauses between questions to a server that needs a moment: from 50 ms to 1 s, each twice as long, until a deadline. */
public final class Patience {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    /** How long one of several API servers may not know yet what another one does. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final Deadline end;
    private final String interruption;
    private Duration next = FIRST;

    /** Patience with a server, which an interrupt ends with a message. */
    public Patience(Deadline end, String interruption) {
        this.end = end;
        this.interruption = interruption;
    }

    /** Patience with a server. */
    public static Patience until(Deadline end) {
        return new Patience(end, "waiting for the API server was interrupted");
    }

    /** Patience with a server that may be behind another one, until a run's deadline at most. */
    public static Patience withServerBehind(Deadline run) {
        return until(Deadline.in(BEHIND).or(run));
    }

    /** None at all. */
    public static Patience none() {
        return until(Deadline.in(Duration.ZERO));
    }

    /**
     * Pauses; returns false at once if the deadline would be over by then.
     *
     * @throws DeployException.Interrupted if the thread is interrupted
     */
    public boolean pause() {
        if (end.left().compareTo(next) <= 0) {
            return false;
        }
        Deadline.pause(next, interruption);
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return true;
    }
}
