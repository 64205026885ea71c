package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.DriftedField;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Drift;
import com.adorsys.webank.deploy.eks.ReleaseStatus.ObjectStatus;
import com.adorsys.webank.deploy.eks.ReleaseStatus.Phase;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.JobEvents;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.ApplySets;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out how a release stands. Reads only. */
final class StatusReader {
    private final RunContext context;
    private final Inventory inventory;
    private final ApplySets sets;

    StatusReader(RunContext context) {
        this.context = context;
        this.inventory = context.records().inventory();
        this.sets = new ApplySets(context.api());
    }

    ReleaseStatus read() {
        if (inventory.isNone()) {
            List<Revision> history = context.records().history(inventory);
            return history.isEmpty()
                    ? new RunStatus(context.release(), Phase.ABSENT, Optional.empty(), List.of())
                    : new RunStatus(context.release(), Phase.INVENTORY_MISSING, Optional.of(history.get(0)), List.of());
        }
        long number = inventory.attempt().revision();
        Optional<Revision> revision = context.records().history(inventory).stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst();
        ManifestSet applied = revision.filter(Revision::isComplete).isPresent()
                ? context.records().manifests(number)
                : ManifestSet.empty();
        Snapshot snapshot = Snapshot.take(
                context,
                inventory,
                new Snapshot.Basis(
                        applied, live -> !live.others(Set.of()).isEmpty(), List.of(), VersionLists.none(context)));
        List<ObjectStatus> objects =
                context.workers().map(inventory.members(), member -> status(member, snapshot, applied));
        Phase phase = phase(context.records().outcome(inventory));
        return new RunStatus(context.release(), phase, revision, objects);
    }

    private ObjectStatus status(Member member, Snapshot snapshot, ManifestSet applied) {
        Optional<Snapshot.Untouched> untouched = snapshot.untouched(member.id());
        if (untouched.isPresent()) {
            Drift drift = isUnfinished(member, applied) ? Drift.UNKNOWN : Drift.NONE;
            return new ObjectStatus(
                    member.id(),
                    untouched.get().readiness(),
                    drift,
                    List.of(),
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
        boolean gone = live.map(LiveObject::isTerminating).orElse(true);
        if (gone && !isUnfinished(member, applied)) {
            boolean completed = live.map(job -> KStatus.isComplete(job.tree())).orElse(false);
            MapTree desired = applied.find(member.id()).map(Manifest::tree).orElse(MapTree.of());
            Optional<Readiness> ended = completed
                    ? Optional.of(JobEvents.COMPLETE)
                    : EndedJobs.gone(context.api(), inventory, member, desired);
            if (ended.isPresent()) {
                return new ObjectStatus(member.id(), ended.get(), Drift.NONE, List.of(), List.of());
            }
        }
        if (live.isEmpty()) {
            return missing(member, "there is no such object");
        }
        if (ApplySet.isOfAnother(live.get(), context.release())) {
            String owner =
                    sets.describe(ApplySet.of(live.get()), context.release().namespace());
            return missing(member, "it belongs to " + owner);
        }
        return status(member, live.get(), applied);
    }

    private ObjectStatus status(Member member, LiveObject live, ManifestSet applied) {
        Readiness readiness = KStatus.of(live.tree());
        Optional<Manifest> desired = applied.find(member.id());
        if (desired.isEmpty()) {
            // What is kept though no longer desired has nothing to differ from.
            return new ObjectStatus(member.id(), readiness, identity(member, live), List.of(), List.of());
        }
        List<RetainedField> retained =
                Retention.of(member.dropped(), desired.get().tree(), live);
        Drift drift = isUnfinished(member, applied) ? Drift.UNKNOWN : identity(member, live);
        List<DriftedField> fields = new ArrayList<>();
        if (drift == Drift.NONE) {
            DriftFinder finder = new DriftFinder(live, desired.get().tree());
            fields.addAll(finder.added());
            fields.removeIf(added -> retained.stream()
                    .anyMatch(field -> isWithin(field.field(), added.field())
                            && field.manager().equals(added.manager())));
            if (!context.records().key().owned(live, desired.get().tree()).equals(member.owned())) {
                drift = Drift.CHANGED;
                fields.addAll(0, finder.changed());
            } else if (!fields.isEmpty()) {
                drift = Drift.EXTENDED;
            }
        }
        return new ObjectStatus(member.id(), readiness, drift, List.copyOf(fields), retained);
    }

    /** Whether a field is another one, or below it. */
    private static boolean isWithin(String field, String place) {
        return field.startsWith(place)
                && (field.length() == place.length() || ".[".indexOf(field.charAt(place.length())) >= 0);
    }

    /** Whether an object is the one that was applied. */
    private static Drift identity(Member member, LiveObject live) {
        if (member.uid().isEmpty() || !member.owned().isKnown()) {
            return Drift.UNKNOWN;
        }
        return member.uid().equals(live.uid()) ? Drift.NONE : Drift.REMADE;
    }

    private static ObjectStatus missing(Member member, String why) {
        return new ObjectStatus(
                member.id(), Readiness.of(Readiness.State.NOT_FOUND, why), Drift.MISSING, List.of(), List.of());
    }

    /** Whether a run that has not ended wants another object than the one that was applied last. */
    private boolean isUnfinished(Member member, ManifestSet applied) {
        return applied.find(member.id())
                .map(wanted -> !context.records().key().digest(wanted.tree()).equals(member.desired()))
                .orElse(false);
    }

    private static Phase phase(Revision.Outcome outcome) {
        return switch (outcome) {
            case APPLYING -> Phase.APPLYING;
            case INTERRUPTED, UNKNOWN -> Phase.INTERRUPTED;
            case APPLIED, READY, SUPERSEDED -> Phase.APPLIED;
            case FAILED -> Phase.FAILED;
            case TIMED_OUT -> Phase.TIMED_OUT;
            case DELETING -> Phase.DELETING;
        };
    }
}
