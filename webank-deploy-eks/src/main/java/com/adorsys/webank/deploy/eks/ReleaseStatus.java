package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.List;
import java.util.Optional;

/** How a release stands: its last run, its objects, and what others have changed in them. Immutable. */
public interface ReleaseStatus {
    /** Where the release's last run is. */
    enum Phase {
        /** There is no release of this name. */
        ABSENT,
        /** A run is under way, or ended before its time; the next one goes on. */
        APPLYING,
        /** The last run did all it had to. */
        READY,
        /** It is being deleted, or that ended before its time. */
        DELETING
    }

    /** Whether an object is still what was applied. */
    enum Drift {
        /** It is. */
        NONE,
        /** A field that the release owns was changed, or is no longer its own. */
        CHANGED,
        /** It is gone. */
        MISSING,
        /** Another object of the same name stands in its place. */
        REMADE,
        /** It was never applied to its end. */
        UNKNOWN
    }

    /**
     * One object of the release.
     *
     * @param id the object
     * @param readiness how it is doing
     * @param drift whether it is what was applied
     * @param retainedFields what the release no longer sets in it and that stays, because another manager holds it
     */
    record ObjectStatus(ResourceId id, Readiness readiness, Drift drift, List<RetainedField> retainedFields) {}

    /** The release. */
    Release release();

    /** Where its last run is. */
    Phase phase();

    /** The revision that was applied last; empty if there is none. */
    Optional<Revision> revision();

    /** Its objects, in the order of a set. */
    List<ObjectStatus> objects();

    /** Whether the release is READY, every object is current, and none has drifted or retains a field. */
    boolean isHealthy();

    /** The status for people. */
    String text();

    /** The status for programs: one JSON object. */
    String json();
}
