package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.ReleaseStatus.ObjectStatus;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.Optional;

/** Finds out how a release stands. Reads only. */
final class StatusReader {
    private final RunContext context;

    StatusReader(RunContext context) {
        this.context = context;
    }

    ReleaseStatus read() {
        Optional<Inventory> found = context.records().inventory();
        if (found.isEmpty()) {
            return new RunStatus(context.release(), Phase.ABSENT, Optional.empty(), List.of());
        }
        Inventory inventory = found.get();
        long number = inventory.attempt().revision();
        Optional<Revision> revision = context.records().history(found).stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst();
        ManifestSet applied = revision.filter(Revision::isComplete).isPresent()
                ? context.records().manifests(number)
                : ManifestSet.empty();
        Snapshot snapshot = Snapshot.take(context, inventory, applied, live -> false);
        List<ObjectStatus> objects =
                context.workers().map(inventory.members(), member -> status(member, snapshot, applied));
        return new RunStatus(context.release(), phase(inventory), revision, objects);
    }

    private ObjectStatus status(Member member, Snapshot snapshot, ManifestSet applied) {
        Optional<Snapshot.Untouched> untouched = snapshot.untouched(member.id());
        if (untouched.isPresent()) {
            Drift drift = isUnfinished(member, applied) ? Drift.UNKNOWN : Drift.NONE;
            return new ObjectStatus(
                    member.id(),
                    untouched.get().readiness(),
                    drift,
                    untouched.get().retainedFields());
        }
        Optional<LiveObject> live = snapshot.touched(member.id());
        if (live.isEmpty()) {
            Optional<Member> now = snapshot.current(member);
            if (now.isEmpty()) {
                return missing(member, "the cluster does not know its kind");
            }
            live = context.api().find(now.get().path()).map(LiveObject::new);
        }
        if (live.isEmpty()) {
            return missing(member, "there is no such object");
        }
        LiveObject found = live.get();
        List<RetainedField> retained = applied.find(member.id())
                .map(desired -> Retention.of(member.dropped(), desired.tree(), found))
                .orElse(List.of());
        return new ObjectStatus(member.id(), KStatus.of(found.tree()), drift(member, found, applied), retained);
    }

    private static ObjectStatus missing(Member member, String why) {
        return new ObjectStatus(member.id(), Readiness.of(Readiness.State.NOT_FOUND, why), Drift.MISSING, List.of());
    }

    private Drift drift(Member member, LiveObject live, ManifestSet applied) {
        if (member.uid().isEmpty() || !member.owned().isKnown() || isUnfinished(member, applied)) {
            return Drift.UNKNOWN;
        }
        if (!member.uid().equals(live.uid())) {
            return Drift.REMADE;
        }
        // What is kept though no longer desired has nothing to differ from.
        return applied.has(member.id()) ? Drift.CHANGED : Drift.NONE;
    }

    /** Whether a run that has not ended wants another object than the one that was applied last. */
    private boolean isUnfinished(Member member, ManifestSet applied) {
        return applied.find(member.id())
                .map(wanted -> !context.records().key().digest(wanted.tree()).equals(member.desired()))
                .orElse(false);
    }

    private static Phase phase(Inventory inventory) {
        return switch (inventory.phase()) {
            case APPLYING -> Phase.APPLYING;
            case READY -> Phase.READY;
            case DELETING -> Phase.DELETING;
        };
    }
}
