package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.DeployOptions.Waiting;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import com.adorsys.webank.deploy.eks.internal.records.Attempt;
import com.adorsys.webank.deploy.eks.internal.records.HelmArchive;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Inventory.Phase;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.eks.internal.records.ReleaseLease;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One run of the protocol that brings a release to a desired set.
 *
 * <p>Every step leaves the cluster so that a further run can go on from it: the inventory names an object before it is
 * made, and forgets it only after it is gone.
 */
final class ApplyRun {
    private final RunContext context;
    private final Planning planning;
    private final @Nullable RunPlan reviewed;
    private final ReleaseNamespace namespace;
    private final Outcomes outcomes = new Outcomes();
    /** The desired objects as the release will know them, by id. */
    private final Map<ResourceId, Member> members = new ConcurrentHashMap<>();

    private final Map<ResourceId, Long> generations = new ConcurrentHashMap<>();
    /** Jobs that have ended, and are not waited for. */
    private final Set<ResourceId> ended = ConcurrentHashMap.newKeySet();
    /** The inventory as this run wrote it before its first object; null before that. */
    private @Nullable Inventory begun;

    /** @param reviewed the plan that somebody approved; null if nobody did */
    ApplyRun(RunContext context, ManifestSet desired, @Nullable RunPlan reviewed) {
        this.context = context;
        this.planning = new Planning(context, desired);
        this.reviewed = reviewed;
        this.namespace = new ReleaseNamespace(context);
    }

    ChangeSet run() {
        RunPlan plan = plan();
        plan.problems().forEach(this::warn);
        if (plan.isSettled()) {
            return settled(plan);
        }
        boolean isNewNamespace = namespace.make(plan.set());
        FirstRecords first = new FirstRecords(context, plan);
        boolean isFirst = plan.inventory().isNone() && !isNewNamespace && !plan.missesInventory();
        Patience patience =
                isNewNamespace ? Patience.withServerBehind(context.api().deadline()) : Patience.none();
        try (ReleaseLease lease = isFirst ? first.write() : lease(plan, patience)) {
            Optional<Inventory> during = first.inventory();
            if (during.isEmpty()) {
                Inventory now = context.records().readAgain(context.workers());
                if (!now.resourceVersion().equals(plan.inventory().resourceVersion())) {
                    plan = plan();
                }
                during = Optional.of(writeRecords(plan, lease));
            }
            begun = during.get();
            return write(plan, during.get(), lease);
        }
    }

    private void warn(Problem warning) {
        outcomes.warn(warning);
        context.listener().on(new ProgressEvent.Warning(warning.withoutSeverity()));
    }

    private ReleaseLease lease(RunPlan plan, Patience patience) {
        Records records = context.records();
        while (true) {
            try {
                return plan.inventory().isNone() && !plan.missesInventory()
                        ? records.firstLease(context.listener())
                        : records.lease(plan.inventory(), context.listener());
            } catch (ApiException e) {
                boolean missing = FirstRecords.isNamespaceMissing(e);
                if (!missing && !e.isForbidden()) {
                    throw e;
                }
                if (patience.pause()) {
                    continue;
                }
                throw missing ? FirstRecords.namespaceMissing(context.release()) : e;
            }
        }
    }

    private RunPlan plan() {
        RunPlan plan = planning.plan();
        if (reviewed != null && !reviewed.isSameAs(plan)) {
            throw new DeployException.Conflict("The cluster is no longer what the plan was made for: `"
                    + reviewed.firstDifference(plan) + "` has changed since. Plan again, and see what changed.");
        }
        Problems.throwIfErrors(plan.problems(), "");
        return plan;
    }

    /** Everything is as desired; at most it is not ready yet. */
    private ChangeSet settled(RunPlan plan) {
        for (PlannedObject object : plan.objects()) {
            settle(object);
        }
        await(plan);
        return changes(plan.inventory().attempt().revision());
    }

    private void settle(PlannedObject object) {
        outcomes.add(object.id(), object.action() == Action.KEEP ? Outcome.KEPT : Outcome.UNCHANGED);
        if (object.isEndedJob()) {
            ended.add(object.id());
        }
        Member settled = object.settled();
        if (settled != null) {
            members.put(object.id(), settled);
        } else if (object.member() != null && object.desired() != null) {
            members.put(object.id(), object.member());
        }
    }

    /** Writes the revision, and then the inventory with all that the release has and is to have. */
    private Inventory writeRecords(RunPlan plan, ReleaseLease lease) {
        Records records = context.records();
        Attempt attempt = records.attempt(plan.set(), plan.inventory());
        records.writeRevision(attempt, plan.set(), lease);
        return context.workers().get(() -> records.write(plan.during(attempt), lease));
    }

    private ChangeSet write(RunPlan plan, Inventory during, ReleaseLease lease) {
        DesiredSet set = plan.set();
        ApiServer api = context.api().behind(lease);
        outcomes.plan(
                (int) plan.objects().stream().filter(PlannedObject::isChange).count());
        plan.objects().stream().filter(object -> !object.isChange()).forEach(this::settle);
        try {
            apply(plan, set, api);
            await(plan);
            if (!plan.tasks().isEmpty()) {
                archiveHelmRecords(lease);
            }
            List<Member> left = prune(plan, api);
            if (context.options().waiting() == Waiting.READY) {
                new StillOurs(context).require(members.values());
            }
            Phase success = context.options().waiting() == Waiting.READY ? Phase.READY : Phase.APPLIED;
            writeEnd(during.with(success, during.attempt(), after(set, left)), lease);
        } catch (DeployException e) {
            throw failed(during, e, lease);
        } catch (ApiException e) {
            throw failed(during, ServerTexts.failure("Applying " + context.release(), e), lease);
        }
        return changes(during.attempt().revision());
    }

    /** Keeps copies of Helm's records, and deletes them. */
    private void archiveHelmRecords(ReleaseLease lease) {
        for (TakeOver takeOver : context.options().takenOver()) {
            if (takeOver.removesRecords()) {
                new HelmArchive(context.api().behind(lease), context.release()).archive(takeOver.helmRelease());
            }
        }
        context.helmArchive().remains().ifPresent(outcomes::warn);
    }

    /** Writes the inventory as it is from now on, and deletes the revisions that are no longer kept. */
    private void writeEnd(Inventory after, ReleaseLease lease) {
        Records records = context.records();
        Inventory written = context.workers().get(() -> records.writeEnd(after, lease));
        records.forgetOldRevisions(written, lease);
        lease.leave();
    }

    /** Records that the run failed, and with which objects. After an interrupt no further request is sent. */
    private DeployException failed(Inventory during, DeployException e, ReleaseLease lease) {
        boolean interrupted = e instanceof DeployException.Interrupted;
        if (!interrupted) {
            Phase phase = e instanceof DeployException.TimedOut ? Phase.TIMED_OUT : Phase.FAILED;
            List<Member> now = new ArrayList<>();
            during.members().forEach(member -> now.add(members.getOrDefault(member.id(), member)));
            context.records().writeFailure(during.with(phase, during.attempt(), now), lease);
        }
        boolean rollsBack = context.options().onFailure() == DeployOptions.OnFailure.ROLL_BACK;
        return outcomes.in(e, rollsBack && !interrupted ? "" : Outcomes.GOES_ON);
    }

    /** The inventory as this run wrote it before its first object; empty if it did not get so far. */
    Optional<Inventory> begun() {
        return Optional.ofNullable(begun);
    }

    private Collection<Member> after(DesiredSet set, List<Member> left) {
        Map<ResourceId, Member> all = new HashMap<>();
        left.forEach(member -> all.put(member.id(), member));
        for (DesiredObject object : set.objects()) {
            all.put(object.id(), members.getOrDefault(object.id(), object.member()));
        }
        return all.values();
    }

    private void apply(RunPlan plan, DesiredSet set, ApiServer api) {
        List<PlannedObject> open = new ArrayList<>();
        for (PlannedObject object : plan.objects()) {
            if (object.isChange() && object.desired() != null) {
                open.add(namespace.asMade(object));
            }
        }
        context.listener().on(new ProgressEvent.StepStarted(Step.APPLY, open.size()));
        Writer writer = new Writer(
                context,
                api,
                planning.inspector(),
                reviewed == null ? Writer.Changed.PLANNED_ANEW : Writer.Changed.LEFT_ALONE);
        if (open.stream().anyMatch(PlannedObject::isUnverified)) {
            open = foundThenVerify(open, set, writer);
        }
        TreeMap<Wave, List<PlannedObject>> waves = new TreeMap<>();
        for (PlannedObject object : open) {
            waves.computeIfAbsent(wave(object), wave -> new ArrayList<>()).add(object);
        }
        Integer sync = null;
        for (Map.Entry<Wave, List<PlannedObject>> wave : waves.entrySet()) {
            if (sync != null && sync != wave.getKey().sync()) {
                awaitBefore(plan, wave.getKey().sync());
            }
            sync = wave.getKey().sync();
            writeObjects(wave.getValue(), writer);
            awaitDefinitions(definitions(wave.getValue(), List.of(), set));
        }
    }

    private static Wave wave(PlannedObject object) {
        DesiredObject desired = object.desired();
        Wave wave = desired == null ? new Wave(0, Wave.Stage.WORKLOAD) : desired.wave();
        return object.unverified() == Unverified.CONVERSION ? wave.last() : wave;
    }

    /**
     * Writes the namespaces and definitions, so that the server can be asked about what lives in them, and asks about all
     * of that before the first of it is written.
     *
     * @return what is still to be written
     */
    private List<PlannedObject> foundThenVerify(List<PlannedObject> open, DesiredSet set, Writer writer) {
        List<PlannedObject> foundations = new ArrayList<>();
        List<PlannedObject> rest = new ArrayList<>();
        for (PlannedObject object : open) {
            DesiredObject known = object.desired();
            boolean foundation = known != null && (known.isNamespace() || known.isDefinition());
            (foundation ? foundations : rest).add(object);
        }
        Verification verification = new Verification(context, planning.inspector(), rest);
        writeObjects(foundations, writer);
        awaitDefinitions(definitions(foundations, rest, set));
        context.listener().on(new ProgressEvent.StepStarted(Step.VALIDATE, rest.size()));
        List<PlannedObject> verified = verification.run();
        List<Problem> problems = Planner.problems(verified);
        StringBuilder made = new StringBuilder(
                foundations.isEmpty() ? "No object was written" : "Only namespaces and definitions were written");
        foundations.forEach(object -> made.append(made.indexOf(":") < 0 ? ": `" : ", `")
                .append(object.id())
                .append('`'));
        Problems.throwIfErrors(problems, made.append('.').toString());
        verified.stream().filter(object -> !object.isChange()).forEach(this::settle);
        return verified.stream().filter(PlannedObject::isChange).toList();
    }

    private void writeObjects(List<PlannedObject> objects, Writer writer) {
        context.workers().each(objects, object -> {
            DesiredObject known = object.desired();
            if (known == null) {
                return;
            }
            Writer.Written written;
            try {
                written = writer.apply(object, known);
            } catch (DeployException e) {
                outcomes.fail(object.id(), e);
                throw e;
            }
            members.put(object.id(), written.member());
            generations.put(object.id(), written.generation());
            outcomes.add(object.id(), written.outcome());
            outcomes.warn(object.id(), written.warnings());
        });
    }

    /** The definitions among written objects, and those of the kinds of unverified ones, which an earlier run may have written. */
    private static Set<DesiredObject> definitions(
            List<PlannedObject> written, List<PlannedObject> unverified, DesiredSet set) {
        Set<DesiredObject> definitions = new LinkedHashSet<>();
        for (PlannedObject object : written) {
            DesiredObject desired = object.desired();
            if (desired != null && desired.isDefinition()) {
                definitions.add(desired);
            }
        }
        unverified.stream()
                .filter(PlannedObject::isUnverified)
                .forEach(object -> set.definitionOf(object.id()).ifPresent(definitions::add));
        return definitions;
    }

    /** Definitions are waited for always: before they are established nothing of their kinds can be written. */
    private void awaitDefinitions(Set<DesiredObject> definitions) {
        List<Member> awaited = new ArrayList<>();
        definitions.forEach(definition -> awaited.add(members.getOrDefault(definition.id(), definition.member())));
        await(awaited);
    }

    /** A sync wave begins when those before it are ready, if anybody waits at all. */
    private void awaitBefore(RunPlan plan, int sync) {
        if (context.options().waiting() == Waiting.NONE) {
            return;
        }
        List<Member> earlier = new ArrayList<>();
        for (DesiredObject object : plan.set().objects()) {
            Member member = members.get(object.id());
            if (object.wave().sync() < sync && member != null) {
                earlier.add(member);
            }
        }
        await(earlier);
    }

    private void await(RunPlan plan) {
        if (context.options().waiting() == Waiting.NONE) {
            return;
        }
        List<Member> all = new ArrayList<>();
        for (DesiredObject object : plan.set().objects()) {
            all.add(members.getOrDefault(object.id(), object.member()));
        }
        await(all);
    }

    /** Waits for members, those aside that are Jobs and have ended, and remembers which Jobs completed. */
    private void await(List<Member> some) {
        List<Member> awaited = some.stream()
                .filter(member -> !member.isCompleted(member.desired()) && !ended.contains(member.id()))
                .toList();
        for (ResourceId completed : new ReadyWait(context).await(awaited, generations)) {
            members.computeIfPresent(completed, (id, member) -> member.withCompleted(member.desired()));
        }
    }

    /** Deletes what is no longer desired. Returns the members that stay. */
    private List<Member> prune(RunPlan plan, ApiServer api) {
        List<PlannedObject> deletions = new ArrayList<>();
        List<Member> left = new ArrayList<>();
        for (PlannedObject object : plan.objects()) {
            if (object.action() == Action.DELETE) {
                deletions.add(object);
            } else if (object.action() == Action.KEEP && object.member() != null) {
                left.add(object.member());
            }
        }
        if (!deletions.isEmpty()) {
            left.addAll(new Pruning(context, api, outcomes).delete(deletions));
        }
        return left;
    }

    private ChangeSet changes(long revision) {
        return new RunChanges(
                context.release(), outcomes.all(), Math.toIntExact(revision), outcomes.warnings(), context.requests());
    }
}
