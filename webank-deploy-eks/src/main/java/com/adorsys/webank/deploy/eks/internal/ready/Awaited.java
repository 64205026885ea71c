package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Entry;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Outcome;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object that is waited for, and what is known of it. Belongs to one thread. */
final class Awaited {
    /** What is waited for. */
    enum Goal {
        READY,
        GONE
    }

    final Target target;
    final long endNanos;
    private final Goal goal;
    private Readiness readiness = Readiness.of(State.UNKNOWN, "not looked at yet");
    private @Nullable MapTree live;
    private boolean heard;
    private boolean refused;
    private boolean timedOut;
    private boolean completed;

    Awaited(Target target, Goal goal, long endNanos) {
        this.target = target;
        this.goal = goal;
        this.endNanos = endNanos;
    }

    Readiness readiness() {
        return readiness;
    }

    Optional<MapTree> live() {
        return Optional.ofNullable(live);
    }

    /** Takes what was found out; returns whether that is news. */
    boolean become(Readiness now, @Nullable MapTree seen) {
        boolean news = !heard || !now.equals(readiness);
        heard = true;
        readiness = now;
        live = outcome() == Outcome.DONE ? null : seen;
        return news;
    }

    /** It may not be read, so nothing will ever be known. */
    void refuse() {
        refused = true;
    }

    void timeOut() {
        timedOut = true;
    }

    /** It is a Job that completed: that it is deleted afterwards changes nothing. */
    void complete() {
        completed = true;
    }

    boolean isCompleted() {
        return completed;
    }

    /** Whether nothing that happens changes the outcome. */
    boolean isFinal() {
        return refused || timedOut;
    }

    Outcome outcome() {
        if (timedOut) {
            return Outcome.TIMED_OUT;
        }
        if (refused) {
            return Outcome.FAILED;
        }
        return switch (readiness.state()) {
            case CURRENT -> goal == Goal.READY ? Outcome.DONE : Outcome.UNFINISHED;
            case NOT_FOUND -> goal == Goal.GONE ? Outcome.DONE : Outcome.FAILED;
            case FAILED, TERMINATING -> goal == Goal.READY ? Outcome.FAILED : Outcome.UNFINISHED;
            case IN_PROGRESS, UNKNOWN -> Outcome.UNFINISHED;
        };
    }

    Entry entry() {
        return new Entry(target.id(), outcome(), readiness, live(), completed);
    }
}
