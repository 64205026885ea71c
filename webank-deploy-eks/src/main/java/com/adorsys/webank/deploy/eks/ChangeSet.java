package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.List;

/** What a run did. Immutable. */
public interface ChangeSet {
    /** What became of an object. */
    enum Outcome {
        /** It was made. */
        CREATED,
        /** It was changed. */
        UPDATED,
        /** It was deleted and made anew. */
        REPLACED,
        /** It was somebody else's, and is this release's now. */
        ADOPTED,
        /** It was deleted. */
        DELETED,
        /** It was no longer desired, and stays. */
        KEPT,
        /** It was as desired; nothing was written. */
        UNCHANGED
    }

    /**
     * One object.
     *
     * @param id the object
     * @param outcome what became of it
     */
    record Applied(ResourceId id, Outcome outcome) {}

    /** The release. */
    Release release();

    /** Every object of the desired set and of the release, in the order of a set. */
    List<Applied> objects();

    /** Whether nothing was written. */
    boolean isEmpty();

    /** The release's revision after the run; 0 if it is gone. */
    int revision();

    /** What admission and the plan warned of, a line each. */
    List<String> warnings();

    /** How many requests the run took. */
    long requests();

    /** The change for people: a line an object that changed, and a sum. */
    String text();

    /** The change for programs: one JSON object. */
    String json();
}
