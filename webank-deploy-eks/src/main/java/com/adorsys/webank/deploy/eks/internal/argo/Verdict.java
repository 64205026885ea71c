package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.eks.Readiness;
import java.util.List;

/**
 * How an Application stands to the goal of a wait.
 *
 * @param what a clause without a full stop
 * @param remedy a sentence without its full stop; empty while nothing is to be done
 * @param details one line for each object that has to do with it
 */
record Verdict(Kind kind, String what, String remedy, List<String> details) {
    /** What follows from it. */
    enum Kind {
        DONE(Readiness.State.CURRENT),
        PENDING(Readiness.State.IN_PROGRESS),
        /** Argo CD or the cluster does not do it. */
        REFUSED(Readiness.State.FAILED),
        /** Somebody has done something else. */
        CONFLICT(Readiness.State.FAILED),
        DELETED(Readiness.State.TERMINATING);

        private final Readiness.State state;

        Kind(Readiness.State state) {
            this.state = state;
        }
    }

    Verdict(Kind kind, String what, String remedy) {
        this(kind, what, remedy, List.of());
    }

    static Verdict pending(String what) {
        return new Verdict(Kind.PENDING, what, "");
    }

    Readiness readiness() {
        return Readiness.of(kind.state, what);
    }
}
