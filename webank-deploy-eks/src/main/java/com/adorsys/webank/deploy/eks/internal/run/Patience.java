package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import java.time.Duration;

/** Pauses between questions to a server that needs a moment: from 50 ms to 1 s, each twice as long, until a deadline. */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    /** How long one of several API servers may not know yet what another one does. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final Deadline end;
    private Duration next = FIRST;

    Patience(Deadline end) {
        this.end = end;
    }

    /** Patience with a server that may be behind another one, until a run's deadline at most. */
    static Patience withServerBehind(Deadline run) {
        return new Patience(Deadline.in(BEHIND).or(run));
    }

    /** None at all. */
    static Patience none() {
        return new Patience(Deadline.in(Duration.ZERO));
    }

    /**
     * Pauses; returns false at once if the deadline would be over by then.
     *
     * @throws DeployException.Interrupted if the thread is interrupted
     */
    boolean pause() {
        if (end.left().compareTo(next) <= 0) {
            return false;
        }
        Deadline.pause(next, "waiting for the API server was interrupted");
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return true;
    }
}
