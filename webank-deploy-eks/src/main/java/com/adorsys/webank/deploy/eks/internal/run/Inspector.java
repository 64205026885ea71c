package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.PlannedChange.ManagedField;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.GivenUp;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server what it would do with one object, and says what that means. Thread-safe; changes nothing.
 *
 * <p>An object that nobody has seen yet gets a dry run at once: the answer shows whether it is new, as most are. Only one
 * that is there is read as well.
 */
final class Inspector {
    private final RunContext context;
    private final ApiServer api;
    private final DesiredSet set;
    private final Ownership ownership;
    private final Retention retention;
    /** Definitions that the plan makes or changes. */
    private final Map<ResourceId, PlannedObject> changing;

    /** An inspector of the objects of a set, for a release with an inventory or without one. */
    Inspector(RunContext context, DesiredSet set, Inventory inventory) {
        this.context = context;
        this.api = context.api();
        this.set = set;
        this.ownership = new Ownership(api, context.release(), context.consents(), inventory);
        this.retention = new Retention(
                api, context.options().forcedManagers(), context.records().before(inventory));
        this.changing = Map.of();
    }

    private Inspector(Inspector other, Map<ResourceId, PlannedObject> changing) {
        this.context = other.context;
        this.api = other.api;
        this.set = other.set;
        this.ownership = other.ownership;
        this.retention = other.retention;
        this.changing = changing;
    }

    /**
     * The same for the other objects of a plan with these definitions: what the server says by a schema that changes is not
     * final.
     */
    Inspector after(List<PlannedObject> definitions) {
        Map<ResourceId, PlannedObject> changed = new HashMap<>();
        definitions.stream()
                .filter(PlannedObject::isChange)
                .forEach(definition -> changed.put(definition.id(), definition));
        return new Inspector(this, changed);
    }

    /** What happens to a desired object, which is read if it is there. */
    PlannedObject inspect(DesiredObject desired, @Nullable Member member) {
        PlannedObject plan = PlannedObject.of(desired.id(), Action.CREATE)
                .withDesired(desired)
                .withMember(member);
        if (desired.resource() == null) {
            return plan.withAction(Action.REFUSED)
                    .note("the cluster does not know its kind")
                    .problem(KindProblems.unknown(desired, set, context.resources()));
        }
        Optional<LiveObject> live = member == null ? Optional.empty() : read(desired, member);
        if (live.isPresent()) {
            return inspect(desired, member, live.get());
        }
        PlannedObject unseen =
                desired.kindComes() ? unverified(plan, Unverified.KIND) : inspectUnseen(desired, member, plan);
        Problem copied = unseen.action() == Action.CREATE && member == null ? ownership.copied(desired) : null;
        return copied == null
                ? unseen
                : plan.withAction(Action.CONFLICT).note(copied.what()).problem(copied);
    }

    /** A member in the version in which the server serves it now. */
    private Optional<LiveObject> read(DesiredObject desired, Member member) {
        return desired.kindComes() ? api.find(member.path()).map(LiveObject::new) : read(desired);
    }

    /** What happens to a desired object of a known kind that is there. */
    PlannedObject inspect(DesiredObject desired, @Nullable Member member, LiveObject live) {
        PlannedObject plan = PlannedObject.of(desired.id(), Action.UPDATE)
                .withDesired(desired)
                .withMember(member)
                .seen(live);
        if (live.isTerminating()) {
            return plan.withAction(Action.CONFLICT)
                    .problem(Problems.terminating(desired, live))
                    .note("it is being deleted");
        }
        Ownership.Verdict verdict = ownership.of(desired, live);
        if (verdict.problem() != null) {
            return plan.withAction(Action.CONFLICT).note(verdict.note()).problem(verdict.problem());
        }
        if (verdict.isAdoption()) {
            plan = plan.withAction(Action.ADOPT);
        }
        if (!verdict.note().isEmpty()) {
            plan = plan.note(verdict.note());
        }
        Retention.Found found = retention.find(desired, member, live, verdict);
        FieldSet marks = verdict.marks().outside(desired.manifest().tree());
        plan = plan.withRetention(found)
                .withTakenOver(GivenUp.by(verdict.handedOver())
                        .plus(found.forced(), found.dropped())
                        .plusMarks(marks));
        if (!marks.isEmpty() && verdict.note().isEmpty()) {
            plan = plan.note("the labels and annotations of the tool that had it are removed");
        }
        if (!found.forced().isEmpty()) {
            plan = plan.note(
                    "what " + Ownership.held(found.forced()) + " of what the set no longer has is removed, as asked");
        }
        if (desired.kindComes()) {
            return unverified(plan, Unverified.VERSION);
        }
        DesiredObject sent = sent(desired, live, verdict);
        if (!sent.manifest().equals(desired.manifest())) {
            plan = plan.withSent(sent.manifest().tree());
        }
        plan = plan.withIgnoredDifferences(live.ignored(desired.manifest().tree()))
                .withOtherManagers(others(sent, live, verdict));
        return new Existing(sent, live, verdict, plan).dryRun();
    }

    /** The object without the fields that it leaves to others. */
    private static DesiredObject sent(DesiredObject desired, LiveObject live, Ownership.Verdict verdict) {
        MapTree tree = desired.manifest().tree();
        IgnoredFields ignored = IgnoredFields.of(tree);
        if (ignored.isNone()) {
            return desired;
        }
        Set<String> ours = new TreeSet<>(verdict.handedOver());
        ours.add(LiveObject.MANAGER);
        return desired.sending(ignored.sent(tree, live.tree(), ours));
    }

    private PlannedObject inspectUnseen(DesiredObject desired, @Nullable Member member, PlannedObject plan) {
        ApiAnswer answer;
        try {
            answer = api.tryApply(desired.path(), desired.manifest().tree(), mode());
        } catch (ApiException e) {
            if (e.isFieldConflict() || e.isInvalid() || provisional(desired).isPresent()) {
                Optional<LiveObject> live = read(desired);
                if (live.isPresent()) {
                    return inspect(desired, member, live.get());
                }
            }
            return refused(desired, plan, e);
        }
        if (answer.code() != 201) {
            Optional<LiveObject> live = read(desired);
            // Gone since: the next look at it will say that it is new.
            if (live.isPresent()) {
                return inspect(desired, member, live.get());
            }
        }
        PlannedObject made = plan.withWarnings(answer.warnings()).withChangeClass(ChangeClass.CONFIGURATION);
        return provisional(desired).map(made::unasked).orElse(made);
    }

    /** An object that is there, and whose it is. */
    private final class Existing {
        private final DesiredObject desired;
        private final LiveObject live;
        private final Ownership.Verdict verdict;
        private PlannedObject plan;

        Existing(DesiredObject desired, LiveObject live, Ownership.Verdict verdict, PlannedObject plan) {
            this.desired = desired;
            this.live = live;
            this.verdict = verdict;
            this.plan = plan;
        }

        PlannedObject dryRun() {
            ApiAnswer answer;
            try {
                answer = apply(desired, mode());
            } catch (ApiException e) {
                return e.isFieldConflict() ? conflicting(e) : refused(e);
            }
            return applied(answer);
        }

        /** What it means that others manage fields that the object sets. A dry run by force shows what would become of them. */
        private PlannedObject conflicting(ApiException conflict) {
            FieldConflicts all = FieldConflicts.of(FieldOwner.conflicting(conflict), live);
            FieldConflicts open = all.without(held -> mayForce(held));
            ApiAnswer forced;
            try {
                forced = apply(desired, mode().forced());
            } catch (ApiException e) {
                return open.isEmpty() || !e.isInvalid() ? refused(e) : open.report(desired, plan);
            }
            if (open.isEmpty()) {
                plan = forced();
                return applied(forced);
            }
            open = open.after(forced.body());
            if (!open.differing().isEmpty()) {
                return open.differing().report(desired, plan);
            }
            // The others mean the same in other words: theirs are sent.
            DesiredObject same =
                    desired.sending(open.inTheirWords(desired.manifest().tree()));
            plan = plan.withSent(same.manifest().tree());
            boolean force = all.size() > open.size();
            try {
                ApiAnswer answer = apply(same, force ? mode().forced() : mode());
                return new Existing(same, live, verdict, force ? forced() : plan).applied(answer);
            } catch (ApiException e) {
                return e.isFieldConflict() ? open.report(desired, plan) : refused(e);
            }
        }

        private PlannedObject forced() {
            return plan.withMode(plan.mode().forced());
        }

        /** What a dry run would have made of the object, without the fields that are handed over. */
        private PlannedObject applied(ApiAnswer answer) {
            ApiAnswer after;
            try {
                if (verdict.isAdoption()) {
                    plan = plan.withRetention(retention.findWritten(plan.retention(), desired, live, answer, verdict));
                }
                after = new HandOverDryRun(api, plan.takenOver()).after(desired, live, answer);
            } catch (ApiException e) {
                return Inspector.this.refused(desired, plan, e);
            }
            return compared(after);
        }

        /** What it means that the server refuses to apply an existing object. */
        private PlannedObject refused(ApiException e) {
            if (!e.isInvalid() || provisional(desired).isPresent()) {
                return Inspector.this.refused(desired, plan, e);
            }
            Optional<ApiAnswer> together = new HandOverDryRun(api, plan.takenOver()).afterBoth(desired, live);
            if (together.isPresent()) {
                return compared(together.get());
            }
            Retention.Found found = retention.findInTheWay(plan.retention(), desired, live, verdict);
            if (!found.retained().isEmpty()) {
                return plan.withAction(Action.CONFLICT)
                        .note("it cannot be changed as long as others hold what it no longer sets")
                        .withRetention(found)
                        .problems(Problems.inTheWay(desired, found.retained(), e));
            }
            DesiredObject whole = whole();
            return isRefusedChange(whole, e) ? immutable(whole, e) : Inspector.this.refused(desired, plan, e);
        }

        /** The object with the fields that it leaves to others. */
        private DesiredObject whole() {
            return Objects.requireNonNullElse(plan.desired(), desired);
        }

        private PlannedObject compared(ApiAnswer answer) {
            LiveObject after = new LiveObject(answer.body());
            ManifestDiff diff = ManifestDiff.between(ManifestSet.of(live.content()), ManifestSet.of(after.content()));
            ManifestDiff.Change change = diff.objects().get(0);
            if (diff.objects().size() == 1) {
                plan = plan.withDifferences(change.differences())
                        .withChangeClass(change.changeClass())
                        .withDefaulted(defaulted(desired, live, change.differences()));
            }
            // The version does not show it: a dry run keeps it, also if managed fields change.
            boolean same = diff.isEmpty()
                    && live.applied().equals(after.applied())
                    && !verdict.isAdoption()
                    && plan.takenOver().isNothing();
            if (same) {
                plan = plan.withAction(Action.UNCHANGED).withUnwritten(settled(whole(), live));
            } else if (diff.isEmpty() && !verdict.isAdoption()) {
                plan = plan.withChangeClass(ChangeClass.METADATA).note("only who manages its fields changes");
            }
            if (!ApplySet.of(after).isEmpty()) {
                plan = plan.problems(Problems.marksLeft(desired, ToolMark.of(after)));
            }
            if (!same) {
                plan = provisional(desired).map(plan::unasked).orElse(plan);
            }
            return plan.withWarnings(answer.warnings());
        }

        private PlannedObject immutable(DesiredObject whole, ApiException refusal) {
            // What the server makes up each time, such as an address or the labels of a Job's pods, is no difference.
            List<Difference> differences = new ArrayList<>(differencesAsNew(whole));
            if (!differences.isEmpty()) {
                differences.retainAll(differencesAsNew(whole));
            }
            boolean asked = context.options().replaced().stream().anyMatch(ref -> ref.matches(whole.id()));
            if (!asked || Problems.isNeverReplaced(whole.id())) {
                return plan.withAction(Action.REFUSED)
                        .withDifferences(differences)
                        .note("a field of it cannot be changed")
                        .problem(Problems.immutable(whole, refusal, differences));
            }
            return plan.withAction(Action.REPLACE)
                    .withDifferences(differences)
                    .withRetention(Retention.Found.NONE)
                    .withChangeClass(
                            live.deletion() == ChangeClass.DATA_LOSS ? ChangeClass.DATA_LOSS : ChangeClass.REPLACEMENT)
                    .note("it is deleted and made anew, as asked");
        }

        private List<Difference> differencesAsNew(DesiredObject whole) {
            return dryRunAsNew(whole)
                    .map(after -> live.differences(after.content()))
                    .orElse(List.of());
        }

        private boolean mayForce(FieldOwner held) {
            return context.options().forcedManagers().contains(held.manager())
                    || verdict.handedOver().contains(held.manager());
        }
    }

    private ApiAnswer apply(DesiredObject desired, ApplyMode how) {
        return api.apply(desired.path(), desired.manifest().tree(), how);
    }

    /** The paths of differences that end with a value which the desired object does not have: the server filled it in. */
    private static Set<String> defaulted(DesiredObject desired, LiveObject live, List<Difference> differences) {
        Set<String> changed = new HashSet<>();
        for (Difference difference : differences) {
            if (difference.before().isPresent() && difference.after().isPresent()) {
                changed.add(difference.path());
            }
        }
        if (changed.isEmpty()) {
            return changed;
        }
        Set<String> unset = new HashSet<>();
        for (Difference difference : live.differences(desired.manifest())) {
            if (difference.after().isEmpty()) {
                unset.add(difference.path());
            }
        }
        changed.retainAll(unset);
        return changed;
    }

    private Member settled(DesiredObject desired, LiveObject live) {
        Digest owned = context.records().key().owned(live, desired.manifest().tree());
        return desired.member()
                .withUid(live.uid())
                .withDigests(desired.digest(), owned)
                .withCompleted(KStatus.isComplete(live.tree()) ? desired.digest() : Digest.none());
    }

    private ApplyMode mode() {
        return ApplyMode.of(LiveObject.MANAGER).asDryRun();
    }

    Optional<LiveObject> read(DesiredObject desired) {
        return api.find(desired.path()).map(LiveObject::new);
    }

    /** Who else will manage fields, after those that hand them over. */
    private static List<ManagedField> others(DesiredObject desired, LiveObject live, Ownership.Verdict verdict) {
        List<ManagedField> managers = new ArrayList<>();
        for (FieldOwner owner : live.owners(desired.manifest().tree())) {
            if (!owner.subresource().isEmpty() || !verdict.handedOver().contains(owner.manager())) {
                managers.add(new ManagedField(owner.path(), owner.manager(), false));
            }
        }
        return List.copyOf(managers);
    }

    /** Whether the object would be accepted if it were new: then it is only the change that the server refuses. */
    private boolean isRefusedChange(DesiredObject desired, ApiException refusal) {
        // A definition cannot have a dry run under another name: its name says what it defines.
        return dryRunAsNew(desired).isPresent()
                || refusal.causes().stream().anyMatch(cause -> cause.message().contains("field is immutable"));
    }

    private Optional<LiveObject> dryRunAsNew(DesiredObject desired) {
        MapTree tree = desired.manifest().tree();
        MapTree metadata = Trees.map(tree, "metadata");
        String name = desired.id().name();
        String prefix = name.length() > 40 ? name.substring(0, 40) : name;
        MapTree unnamed = metadata.without("name").with("generateName", prefix + "-");
        try {
            String collection = desired.knownResource().path(desired.id().namespace());
            ApiAnswer answer = api.dryRunCreate(collection, tree.with("metadata", unnamed));
            MapTree made = Trees.map(answer.body(), "metadata");
            Tree ownName = metadata.get("name");
            MapTree named = made.without("generateName");
            return Optional.of(new LiveObject(
                    answer.body().with("metadata", ownName == null ? named : named.with("name", ownName))));
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    /** What a refusal means: the object waits for something that comes with the plan, or cannot be applied. */
    private PlannedObject refused(DesiredObject desired, PlannedObject plan, ApiException e) {
        Optional<Unverified> awaited = awaited(desired, e);
        if (awaited.isPresent()) {
            return unverified(plan, awaited.get());
        }
        if (e.isUnauthorized() || e.isUnanswered() || e.code() == 429 || e.code() >= 502) {
            throw e;
        }
        Problem problem = problem(desired, e);
        return plan.withAction(Problems.isConflict(problem) ? Action.CONFLICT : Action.REFUSED)
                .withWarnings(e.warnings())
                .note("the server refuses it: " + problem.code())
                .problem(problem);
    }

    private Problem problem(DesiredObject desired, ApiException e) {
        if (e.isKindUnserved()) {
            return KindProblems.unknown(desired, set, context.resources());
        }
        return e.isForbidden() && isDefinitionTerminating(desired)
                ? KindProblems.terminating(desired)
                : Problems.refused(desired, e);
    }

    /** What a refusal says that the plan brings, so that it is none; empty if it is one. */
    Optional<Unverified> awaited(DesiredObject desired, ApiException e) {
        ResourceId id = desired.id();
        if (e.isKindUnserved()) {
            return set.definitionOf(id).map(definition -> Unverified.KIND);
        }
        if (e.isNotFound() && e.detailsKind().equals("namespaces")) {
            boolean comes = set.bringsNamespace(id.namespace()) || ownership.makesNamespace(id.namespace());
            return comes ? Optional.of(Unverified.NAMESPACE) : Optional.empty();
        }
        if (e.isNotFound() && Set.of("roles", "clusterroles").contains(e.detailsKind()) && bringsRole(desired)) {
            return Optional.of(Unverified.ROLE);
        }
        if (Problems.isOfSchema(e)) {
            return provisional(desired);
        }
        return e.code() == 500 && converterComes(desired) ? Optional.of(Unverified.CONVERSION) : Optional.empty();
    }

    private static PlannedObject unverified(PlannedObject plan, Unverified why) {
        return plan.withChangeClass(ChangeClass.CONFIGURATION).unasked(why);
    }

    /** Why what the server says of an object now is not final; empty if it is. */
    private Optional<Unverified> provisional(DesiredObject desired) {
        if (changing.isEmpty()) {
            return Optional.empty();
        }
        Optional<DesiredObject> definition = set.definitionOf(desired.id());
        PlannedObject planned =
                definition.map(found -> changing.get(found.id())).orElse(null);
        if (planned == null || definition.isEmpty()) {
            return Optional.empty();
        }
        if (planned.live() == null) {
            return Optional.of(Unverified.KIND);
        }
        return DefinedKinds.changesSchema(
                        planned, planned.live(), definition.get(), desired.id().version())
                ? Optional.of(Unverified.SCHEMA)
                : Optional.empty();
    }

    /** Whether the Service that converts the object between versions is in the set, and not there yet. */
    private boolean converterComes(DesiredObject desired) {
        return set.definitionOf(desired.id())
                .flatMap(definition -> DefinedKinds.converter(definition.manifest()))
                .flatMap(set::find)
                .map(converter -> read(converter).isEmpty())
                .orElse(false);
    }

    /** The server forbids to make an object whose definition is being deleted. */
    private boolean isDefinitionTerminating(DesiredObject desired) {
        // The group of a definition is a domain; others have none.
        if (desired.id().group().indexOf('.') < 0) {
            return false;
        }
        return api.findIfAllowed(DefinedKinds.path(desired.knownResource()))
                .map(definition -> new LiveObject(definition).isTerminating())
                .orElse(false);
    }

    private boolean bringsRole(DesiredObject binding) {
        MapTree role = Trees.map(binding.manifest().tree(), "roleRef");
        return set.hasNamed(role.string("kind").orElse(""), role.string("name").orElse(""));
    }
}
