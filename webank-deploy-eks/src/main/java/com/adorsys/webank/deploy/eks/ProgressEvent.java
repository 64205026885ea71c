package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;

/** Something that happened in a run. More kinds may come: let a switch have a default. */
public interface ProgressEvent {
    /**
     * A step of the run has begun.
     *
     * @param step what is done now
     * @param objects how many objects it is about
     */
    record StepStarted(Step step, int objects) implements ProgressEvent {}

    /** The steps of a run, in their order. */
    enum Step {
        /** What is there is read and compared. */
        READ,
        /** The server is asked what it would do with each change. */
        VALIDATE,
        /** Objects are written. */
        APPLY,
        /** Objects are waited for. */
        WAIT,
        /** Objects that are no longer desired are deleted. */
        PRUNE
    }

    /**
     * An object is being written or deleted.
     *
     * @param id the object
     * @param action what is done with it
     */
    record ObjectStarted(ResourceId id, PlannedChange.Action action) implements ProgressEvent {}

    /**
     * An object is written or deleted.
     *
     * @param id the object
     * @param outcome what became of it
     */
    record ObjectDone(ResourceId id, ChangeSet.Outcome outcome) implements ProgressEvent {}

    /**
     * An object could not be written or deleted.
     *
     * @param id the object
     * @param why the reason, without values of Secrets; made one line of at most 600 characters
     */
    record ObjectFailed(ResourceId id, String why) implements ProgressEvent {
        public ObjectFailed {
            why = OneLine.of(why);
        }
    }

    /**
     * An object that is waited for has changed its state.
     *
     * @param id the object
     * @param readiness how it is doing
     */
    record ObjectReadiness(ResourceId id, Readiness readiness) implements ProgressEvent {}

    /**
     * Something that somebody should know, and that stops nothing.
     *
     * @param text a sentence
     */
    record Warning(String text) implements ProgressEvent {}
}
