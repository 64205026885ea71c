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
        /** It has revisions, but its inventory was deleted, so which objects it has is not known. Apply it again. */
        INVENTORY_MISSING,
        /** A run is under way. */
        APPLYING,
        /** The last run was killed or interrupted; the next one continues. */
        INTERRUPTED,
        /** The last run failed; the next one continues. */
        FAILED,
        /** The last run did not end in time; the next one continues. */
        TIMED_OUT,
        /** The last run did all it had to. */
        APPLIED,
        /** It is being deleted, or that ended before its time. */
        DELETING
    }

    /** Whether an object is still what was applied. */
    enum Drift {
        /** It is. */
        NONE,
        /** A field that the release owns was changed, or is no longer its own. */
        CHANGED,
        /** Others have added items to a list of the release, or to what a pod runs, such as a container or a variable. */
        EXTENDED,
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
     * @param driftedFields what others changed, removed or added in it, with their names
     * @param retainedFields what the release no longer sets in it and that stays, because another manager holds it
     */
    record ObjectStatus(
            ResourceId id,
            Readiness readiness,
            Drift drift,
            List<DriftedField> driftedFields,
            List<RetainedField> retainedFields) {}

    /** The release. */
    Release release();

    /** Where its last run is. */
    Phase phase();

    /** The revision that was applied last; empty if there is none. */
    Optional<Revision> revision();

    /** Its objects, in the order of a set. */
    List<ObjectStatus> objects();

    /** Whether the last run succeeded, every object is current, and none has drifted or retains a field. */
    boolean isHealthy();

    /**
     * The status for people. The first line says {@code ready} if, and only if, {@link #isHealthy()}; else where the last run
     * is, or {@code drifted} or {@code not ready}, and how many objects are not as they should be.
     */
    String text();

    /** The status for programs: one JSON object. */
    String json();
}
