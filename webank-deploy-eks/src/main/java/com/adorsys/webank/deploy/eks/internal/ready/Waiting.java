package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import java.time.Duration;
import java.util.List;

/**
 * Waits until objects are ready, or gone. Thread-safe; each wait goes on in the thread that asks for it, and leaves no
 * thread or stream behind.
 *
 * <p>Each collection, that is a kind in a namespace, is listed once and then watched. After a broken stream or an expired
 * version it is listed again, later each time. Where the cluster refuses to be watched, it is asked every two seconds.
 *
 * <p>An interrupt ends a wait with {@link DeployException.Interrupted}.
 */
public record Waiting(ApiReader source, WaitOptions options) {
    /**
     * What is waited for.
     *
     * @param id the object
     * @param resource how the API server calls its kind
     * @param uid of the object that was applied; another one under the same name does not count. Empty: any does
     * @param generation of the object when it was applied; an older one does not count
     * @param timeout how long to wait for this object
     */
    public record Target(ResourceId id, ApiResource resource, String uid, long generation, Duration timeout) {}

    /**
     * Waits until every object is current.
     *
     * <p>An object that failed, vanished, was made anew or is being deleted ends the wait soon after, unless the options say
     * otherwise.
     *
     * @param deadline until when to wait in all
     */
    public WaitResult await(List<Target> targets, Deadline deadline, WaitListener listener) {
        return new WaitRun(source, options, Awaited.Goal.READY, targets, deadline, listener).run();
    }

    /**
     * Waits until no object is there any more; one of another uid is another object. What holds an object back is in its
     * readiness.
     *
     * @param deadline until when to wait in all
     */
    public WaitResult awaitGone(List<Target> targets, Deadline deadline, WaitListener listener) {
        return new WaitRun(source, options, Awaited.Goal.GONE, targets, deadline, listener).run();
    }
}
