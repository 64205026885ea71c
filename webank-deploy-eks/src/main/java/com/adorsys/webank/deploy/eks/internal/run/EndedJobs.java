package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.JobEvents;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.List;
import java.util.Optional;

/**
 * Plans for Jobs that have ended and are desired as they were applied. One that completed is settled, also if it is gone, by
 * its {@code ttlSecondsAfterFinished} or by hand; one that failed and is gone is missing.
 */
final class EndedJobs {
    private final ApiServer api;
    private final DeployOptions.EndedJobs option;
    private final Snapshot snapshot;

    EndedJobs(ApiServer api, DeployOptions options, Snapshot snapshot) {
        this.api = api;
        this.option = options.endedJobs();
        this.snapshot = snapshot;
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
        if (option == DeployOptions.EndedJobs.RERUN) {
            return live.filter(job -> !job.isTerminating() && isEnded(job, member))
                    .map(job -> rerun(desired, member, job));
        }
        boolean completed = isCompleted(member) || gone && JobEvents.tellCompleted(api, member.id(), member.uid());
        return completed && (gone || snapshot.untouched(member.id()).isPresent())
                ? Optional.of(settled(desired, member))
                : Optional.empty();
    }

    /** Whether a Job completed as it was applied last, as far as is remembered or seen in the snapshot. */
    private boolean isCompleted(Member member) {
        return member.isCompleted(member.desired()) || snapshot.isCompleted(member.id());
    }

    private static boolean isEnded(LiveObject live, Member member) {
        return live.uid().equals(member.uid()) && KStatus.isEnded(live.tree());
    }

    private static PlannedObject settled(DesiredObject desired, Member member) {
        return PlannedObject.of(desired.id(), Action.UNCHANGED)
                .desired(desired)
                .member(member)
                .settled(member.withCompleted(desired.digest()))
                .retaining(new Retention.Found(member.dropped(), List.of()))
                .note("it completed")
                .build();
    }

    private static PlannedObject rerun(DesiredObject desired, Member member, LiveObject live) {
        return PlannedObject.of(desired.id(), Action.REPLACE)
                .desired(desired)
                .member(member)
                .live(live)
                .changeClass(ChangeClass.REPLACEMENT)
                .note("it has ended, and is run anew, as asked")
                .build();
    }
}
