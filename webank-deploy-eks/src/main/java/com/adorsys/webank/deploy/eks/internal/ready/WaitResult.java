package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Optional;

/**
 * How a wait ended.
 *
 * @param entries one for each target, in the order of the targets
 */
public record WaitResult(List<Entry> entries) {
    /** How the wait for one object ended. */
    public enum Outcome {
        /** It is what was waited for. */
        DONE,
        /** It cannot get there: it failed, is gone or being deleted, or may not be read. */
        FAILED,
        /** Its time, or that of all, was over. */
        TIMED_OUT,
        /** The wait ended before, since another one failed. */
        UNFINISHED
    }

    /**
     * One object.
     *
     * @param id the object
     * @param outcome how the wait ended
     * @param readiness how it was in the end; unknown if the server could not say any more
     * @param live as it was seen last; empty if it was never seen, or the wait for it is done
     * @param isCompleted whether it is a Job that completed
     */
    public record Entry(
            ResourceId id, Outcome outcome, Readiness readiness, Optional<MapTree> live, boolean isCompleted) {
        /** {@code Deployment/webank/webank-obs timed out: in progress: 1 of 3 replicas are available}. */
        @Override
        public String toString() {
            String what = switch (outcome) {
                case DONE -> " is done: ";
                case FAILED -> " failed: ";
                case TIMED_OUT -> " timed out: ";
                case UNFINISHED -> " was not waited for any longer: ";
            };
            return id + what + readiness;
        }
    }

    /** Copies the list. */
    public WaitResult {
        entries = List.copyOf(entries);
    }

    /** Whether every object is what was waited for. */
    public boolean isDone() {
        return entries.stream().allMatch(entry -> entry.outcome() == Outcome.DONE);
    }
}
