package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.argo.ApplicationWait;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.time.Duration;

/**
 * Waits until Argo CD has synced an Application to a revision, and the Application is healthy. Immutable and thread-safe.
 *
 * <p>It follows the Application's status by a watch, and changes nothing, unless {@link #withRefresh(Refresh) a refresh} is
 * asked for. {@link #role} is the Role that it requires. It reads the status of Argo CD 2.13 and of 3.x.
 *
 * <p>A wait ends before its time when Argo CD cannot get there without a change by somebody:
 *
 * <ul>
 *   <li>{@link DeployException.Refused} if the Application does not exist, belongs to another project or is not valid; if the
 *       sync failed; if nobody syncs it, since automated sync is off; if it differs from Git after the sync; if it has no
 *       objects; if it is degraded or suspended
 *   <li>{@link DeployException.Conflict} if the Application is deleted, or Argo CD has gone on to another revision
 *   <li>{@link DeployException.Unavailable} if the cluster cannot be reached, or Argo CD does not react
 *   <li>{@link DeployException.TimedOut} if the time is over; the message has the last state
 *   <li>{@link DeployException.Interrupted} if the thread is interrupted
 * </ul>
 */
public interface ArgoSync {
    /** Whether Argo CD is asked to compare the Application at the beginning of a wait. */
    enum Refresh {
        /** It is not asked: it finds a commit by a webhook, or within minutes by itself. The default. */
        NONE,
        /** It is asked, by the annotation {@code argocd.argoproj.io/refresh}. This requires the verb {@code patch}. */
        REQUESTED
    }

    /** The namespace of the Application. Default: {@code argocd}. */
    ArgoSync withNamespace(String namespace);

    /**
     * How long a wait may take. Default: 10 minutes.
     *
     * @throws DeployException.InvalidInput if it is not positive
     */
    ArgoSync withTimeout(Duration timeout);

    /**
     * How long trouble that may pass by itself must last before it ends a wait: a degraded health, an error in a
     * comparison, a sync that nobody begins. Default: 30 seconds.
     *
     * <p>What Argo CD may have found before the wait counts after five minutes, unless {@link #withRefresh a refresh} is asked
     * for: an error of an earlier commit, or an invalid spec. The spec is invalid while the project is missing, and Argo CD
     * looks again within three minutes, not when the project is created.
     *
     * @throws DeployException.InvalidInput if it is negative
     */
    ArgoSync withTolerance(Duration tolerance);

    /** The AppProject that the Application must belong to. Default: any. */
    ArgoSync withProject(String project);

    /**
     * The Application as it was generated. If it has a field that the cluster's Argo CD does not know, which the API server
     * has therefore removed, the wait is {@link DeployException.Refused refused}. Default: none.
     */
    ArgoSync withGenerated(Manifest application);

    /** Whether Argo CD is asked to compare the Application at once. Default: {@link Refresh#NONE}. */
    ArgoSync withRefresh(Refresh refresh);

    /** The same, telling somebody how the wait goes. */
    ArgoSync withListener(ProgressListener listener);

    /**
     * Waits until an Application has synced a revision, and is healthy.
     *
     * <p>That Argo CD has gone on to another revision is known at once where it synced this one before. Else a revision that
     * was not there when the wait began may be an earlier one of several new commits: it ends the wait after a comparison
     * that was asked for, or after five minutes.
     *
     * @param application the name of the Application
     * @param revision a full commit id; of an Application with several sources, that of any of them
     * @throws DeployException.InvalidInput if it is not a full commit id
     */
    SyncedApplication await(String application, String revision);

    /**
     * Waits until an Application has synced a newer revision than one, and is healthy: one that Argo CD synced after it, or
     * that was not there when the wait began.
     *
     * @param application the name of the Application
     * @param revision a full commit id, that of the configuration before a change
     * @throws DeployException.InvalidInput if it is not a full commit id
     */
    SyncedApplication awaitNewerThan(String application, String revision);

    /**
     * The Role that a wait requires: it may get, list and watch Applications, and nothing else. Bind it to the account of the
     * pipeline.
     *
     * @param namespace the namespace of the Applications, {@code argocd} in most clusters
     * @param applications the names of the Applications; all of the namespace if none is given
     */
    static Manifest role(String namespace, String... applications) {
        return ApplicationWait.role(namespace, applications);
    }
}
