package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;

/** Hears how a wait goes, in the thread that waits. What it throws ends the wait. */
public interface WaitListener {
    /** A listener that does nothing. */
    WaitListener NONE = change -> {};

    /**
     * An object got into another state, or there is something else to say about it. Each object has at least one.
     *
     * @param id the object
     * @param readiness how it is now
     * @param done how many objects are what was waited for
     * @param total how many there are
     */
    record Change(ResourceId id, Readiness readiness, int done, int total) {}

    /** Called at each change. */
    void changed(Change change);

    /** Called with what the user should know about the wait itself, in a sentence. */
    default void notice(String text) {}
}
