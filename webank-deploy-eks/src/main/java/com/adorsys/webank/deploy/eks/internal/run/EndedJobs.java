package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.JobEvents;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans for Jobs that have ended and are desired as they were applied. One that completed is settled, also if it is gone, by
 * its {@code ttlSecondsAfterFinished} or by hand; one that failed and is gone is missing. Where nothing tells any more how one
 * that is gone ended, it is settled if its {@code ttlSecondsAfterFinished} is over: then the control plane removed it.
 */
record EndedJobs(RunContext context, Inventory inventory, Snapshot snapshot) {
    /** The readiness of a Job that its TTL removed, and of which nothing tells how it ended. */
    private static final Readiness EXPIRED = Readiness.of(
            Readiness.State.CURRENT,
            "gone since its `ttlSecondsAfterFinished` is over; nothing tells any more whether it completed");

    /**
     * The readiness of a Job that is gone and counts as ended; empty if it is missing, or no Job.
     *
     * @param desired as it was applied
     */
    static Optional<Readiness> gone(ApiServer api, Inventory inventory, Member member, MapTree desired) {
        if (!KStatus.isJob(member.id().group(), member.id().kind())) {
            return Optional.empty();
        }
        if (member.isCompleted(member.desired())) {
            return Optional.of(JobEvents.COMPLETE);
        }
        return switch (JobEvents.of(api, member.id(), member.uid())) {
            case COMPLETED -> Optional.of(JobEvents.COMPLETE);
            case NOT_COMPLETED -> Optional.empty();
            case NONE -> isExpired(inventory, member, desired) ? Optional.of(EXPIRED) : Optional.empty();
        };
    }

    /** Whether a Job was created by a run that succeeded, so long ago that its TTL can have removed it. */
    private static boolean isExpired(Inventory inventory, Member member, MapTree desired) {
        long seconds = Trees.number(desired, -1, "spec", "ttlSecondsAfterFinished");
        Instant applied = inventory.attempt().origin().time();
        return seconds >= 0
                && !member.uid().isEmpty()
                && inventory.phase().isSuccess()
                && Instant.now().isAfter(applied.plusSeconds(seconds));
    }

    /** What happens to a Job that has ended; empty for any other object, which is planned as usual. */
    Optional<PlannedObject> plan(DesiredObject desired, Member member) {
        boolean same = KStatus.isJob(desired.id().group(), desired.id().kind())
                && desired.resource() != null
                && member.desired().equals(desired.digest());
        if (!same) {
            return Optional.empty();
        }
        Optional<LiveObject> live = snapshot.touched(member.id());
        boolean gone = live.map(LiveObject::isTerminating)
                .orElse(snapshot.untouched(member.id()).isEmpty());
        if (context.options().endedJobs() == DeployOptions.EndedJobs.RERUN) {
            return live.filter(job -> !job.isTerminating() && isEnded(job, member))
                    .map(job -> rerun(desired, member, job));
        }
        if (isCompleted(member)) {
            boolean settled = gone || snapshot.untouched(member.id()).isPresent();
            return settled ? Optional.of(settled(desired, member, JobEvents.COMPLETE)) : Optional.empty();
        }
        return gone
                ? gone(context.api(), inventory, member, desired.manifest().tree())
                        .map(how -> settled(desired, member, how))
                : Optional.empty();
    }

    /** Whether a Job completed as it was applied last, as far as is remembered or seen in the snapshot. */
    private boolean isCompleted(Member member) {
        return member.isCompleted(member.desired()) || snapshot.isCompleted(member.id());
    }

    private static boolean isEnded(LiveObject live, Member member) {
        return live.uid().equals(member.uid()) && KStatus.isEnded(live.tree());
    }

    private static PlannedObject settled(DesiredObject desired, Member member, Readiness how) {
        boolean completed = how.equals(JobEvents.COMPLETE);
        return PlannedObject.of(desired.id(), Action.UNCHANGED)
                .withDesired(desired)
                .withMember(member)
                .withUnwritten(completed ? member.withCompleted(desired.digest()) : member)
                .withRetention(new Retention.Found(member.dropped(), List.of()))
                .note(completed ? "it completed" : "it is " + how.message());
    }

    private static PlannedObject rerun(DesiredObject desired, Member member, LiveObject live) {
        return PlannedObject.of(desired.id(), Action.REPLACE)
                .withDesired(desired)
                .withMember(member)
                .seen(live)
                .withChangeClass(ChangeClass.REPLACEMENT)
                .note("it has ended, and is run anew, as asked");
    }
}
