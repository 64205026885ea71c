package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/**
 * Brings one release of a cluster to what is desired. Immutable and thread-safe; a run holds the release's Lease, so that
 * of two that write at once one is refused.
 *
 * <p>A run that ended anywhere, killed or cut off, is gone on with by the next one: the release's inventory names every
 * object that the run may have made before the first of them is made.
 *
 * <p>All methods throw {@link DeployException.Unavailable} if the cluster cannot be reached, {@link
 * DeployException.Refused} if it says no, {@link DeployException.TimedOut} when the time of the options is over, and {@link
 * DeployException.Interrupted} when the thread is interrupted: a write that is under way is finished, and none begun.
 */
public interface Deployer {
    /** The release. */
    Release release();

    /** The same with other options. */
    Deployer withOptions(DeployOptions options);

    /** The same, telling somebody what it does. */
    Deployer withListener(ProgressListener listener);

    /**
     * Says what {@link #apply(ManifestSet)} would do, and changes nothing.
     *
     * <p>What is wrong with the set is in {@link Plan#problems()}, all at once.
     *
     * @throws DeployException.InvalidInput if the set is empty
     */
    Plan plan(ManifestSet desired);

    /** Says what {@link #rollback} would do, and changes nothing. */
    Plan planRollback(int revision);

    /**
     * Brings the cluster to exactly a set: applies what differs, waits as the options say, and deletes what the release had
     * and the set lacks. On a release that is as desired it only reads.
     *
     * @throws DeployException.InvalidInput if the set is empty or the server refuses an object of it; nothing was written
     *     then, unless the set brings namespaces or custom resource definitions: the message says what was made
     * @throws DeployException.Conflict if fields or objects are somebody else's, or another run is under way
     */
    ChangeSet apply(ManifestSet desired);

    /**
     * Does what a plan says.
     *
     * @throws DeployException.Conflict if the release or a live object is no longer what the plan was made for
     */
    ChangeSet apply(Plan plan);

    /** How the release stands. Reads only. */
    ReleaseStatus status();

    /** The release's revisions, the newest first. One whose run failed is dropped when a later run succeeds. */
    List<Revision> history();

    /**
     * Applies the desired set of an earlier revision, as a new revision.
     *
     * @throws DeployException.InvalidInput if there is no such revision
     */
    ChangeSet rollback(int revision);

    /** Says what {@link #delete} would do, and changes nothing. */
    Plan planDelete();

    /**
     * Deletes the release's objects in reverse order, then its records. What is to be kept, or holds data that the options
     * do not name, stays and is nobody's afterwards.
     */
    ChangeSet delete();
}
