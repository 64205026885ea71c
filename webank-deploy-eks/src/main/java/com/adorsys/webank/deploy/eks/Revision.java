package com.adorsys.webank.deploy.eks;

import java.time.Instant;
import java.util.Locale;

/**
 * One entry of a release's history.
 *
 * @param number from 1, growing
 * @param time when it was written
 * @param actor who wrote it; empty if nobody said
 * @param sourceCommit what it was made from; empty if nobody said
 * @param digest of the desired set
 * @param objects how many objects it has
 * @param outcome how its run ended
 * @param isCurrent whether the release is at it
 * @param isComplete whether it can be gone back to: all parts are there
 */
public record Revision(
        int number,
        Instant time,
        String actor,
        String sourceCommit,
        String digest,
        int objects,
        Outcome outcome,
        boolean isCurrent,
        boolean isComplete) {
    /** How the run of a revision ended. */
    public enum Outcome {
        /** It is under way. */
        APPLYING,
        /** It was killed or interrupted before its end. */
        INTERRUPTED,
        /** It succeeded. It did not wait until the objects were ready. */
        APPLIED,
        /** It succeeded, and every object became ready. */
        READY,
        /** It failed. */
        FAILED,
        /** It did not end in time. */
        TIMED_OUT,
        /** It succeeded, and the run of a later revision followed. */
        SUPERSEDED,
        /** The release is being deleted, or its deletion did not end. */
        DELETING,
        /** Not known: the inventory, which recorded it, was deleted. */
        UNKNOWN;

        /** The name as tables show it: {@code timed out}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
