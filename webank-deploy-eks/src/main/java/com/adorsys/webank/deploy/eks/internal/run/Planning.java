package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.fields.Desired;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Plans what a run does with a desired set. Only reads and makes dry runs. */
final class Planning {
    private final RunContext context;
    private final ManifestSet given;
    private final HookObjects hooks;
    private @Nullable Inspector inspector;

    /**
     * The planning of a set, whose hooks are left out.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput if it has hooks, and the options refuse them
     */
    Planning(RunContext context, ManifestSet given) {
        this.context = context;
        this.given = given;
        this.hooks = HookObjects.in(given, context.options().hooks());
    }

    /** The plan between the set and what is there now. */
    RunPlan plan() {
        try {
            return planned();
        } catch (ApiException e) {
            if (e.isForbidden()) {
                // Name all missing rights at once, not only the one that was refused first.
                Kinds kinds = new Kinds(Inventory.none(), context.resources());
                ManifestSet desired = hooks.ordinary().map(Desired::normalised);
                DesiredSet set = DesiredSet.of(desired, context.release(), kinds);
                Problems.throwIfErrors(Preflight.missingToApply(context, set), "");
            }
            throw e;
        }
    }

    /** The inspector of the last plan, which asks about its objects again. */
    Inspector inspector() {
        return Optional.ofNullable(inspector).orElseThrow();
    }

    private RunPlan planned() {
        IgnoreRules rules = new IgnoreRules(context.release(), context.options().ignoredFields());
        ManifestSet ordinary = hooks.ordinary();
        context.listener().on(new ProgressEvent.StepStarted(Step.READ, ordinary.size()));
        Records records = context.records();
        VersionLists versions = isPlain() ? VersionLists.of(context) : VersionLists.none(context);
        List<Runnable> beside = new ArrayList<>(versions.early());
        if (!versions.seen().isNone()) {
            records.expect(versions.seen());
            if (records.keyAtHand().isEmpty()) {
                beside.add(records::key);
            }
        }
        AtomicReference<@Nullable Wanted> prepared = new AtomicReference<>();
        Inventory inventory = context.workers()
                .get(
                        records::inventory,
                        beside,
                        () -> prepared.set(
                                wanted(rules.annotated(ordinary).map(Desired::normalised), versions.seen())));
        Wanted early = Optional.ofNullable(prepared.get()).orElseThrow();
        context.resources().forget();
        Kinds kinds = new Kinds(inventory, context.resources());
        Wanted wanted = new Wanted(early.manifests(), kinds, versions.confirm(inventory) ? early.digested() : null);
        kinds.discover(wanted.manifests(), context.workers());
        Looked looked = look(wanted, inventory, versions);
        if (kinds.areUnserved(looked.refused())) {
            looked = look(new Wanted(wanted.manifests(), kinds, null), inventory, versions);
        }
        return plan(looked, inventory, rules);
    }

    /**
     * What is desired.
     *
     * @param manifests in their normal form
     * @param digested the set, made ready with these kinds and the release's key; null if it is not yet
     */
    private record Wanted(
            ManifestSet manifests, Kinds kinds, @Nullable DesiredSet digested) {}

    /** What is desired, made ready with what is known of the release without asking the server, if that is enough. */
    private Wanted wanted(ManifestSet manifests, Inventory seen) {
        Kinds kinds = new Kinds(seen, context.resources());
        Optional<DigestKey> key =
                seen.isNone() ? Optional.empty() : context.records().keyAtHand();
        DesiredSet digested = key.isPresent() && kinds.knowAll(manifests)
                ? DesiredSet.of(manifests, context.release(), kinds).digested(key.get())
                : null;
        return new Wanted(manifests, kinds, digested);
    }

    /** What was found out about the objects of the set and of the release. */
    private record Looked(DesiredSet set, Snapshot snapshot, List<PlannedObject> objects, Preflight preflight) {
        /** The objects that the server does not let be made. */
        List<PlannedObject> refused() {
            return objects.stream()
                    .filter(object -> object.isImpossible() && object.live() == null)
                    .toList();
        }
    }

    private Looked look(Wanted wanted, Inventory inventory, VersionLists versions) {
        Records records = context.records();
        DesiredSet early = wanted.digested();
        DesiredSet set = early == null ? named(wanted) : early;
        Snapshot snapshot = Snapshot.none();
        if (inventory.isNone()) {
            set = set.digested(records.key());
        } else {
            DesiredSet named = set;
            AtomicReference<@Nullable DesiredSet> digested = new AtomicReference<>(early);
            List<Runnable> digests =
                    early == null ? List.of(() -> digested.set(named.digested(records.key()))) : List.of();
            Snapshot.Basis basis = new Snapshot.Basis(named.manifests(), this::isOpen, digests, versions);
            snapshot = Snapshot.take(context, inventory, basis);
            set = Optional.ofNullable(digested.get()).orElseThrow();
        }
        if (!snapshot.unserved().isEmpty()) {
            wanted.kinds().forget(snapshot.unserved());
            set = named(wanted).digested(records.key());
        }
        context.listener()
                .on(new ProgressEvent.StepStarted(Step.VALIDATE, set.objects().size()));
        Preflight preflight = new Preflight(context, set);
        Inspector asking = new Inspector(context, set, inventory);
        inspector = asking;
        List<PlannedObject> objects =
                new Planner(context, inventory, snapshot).objects(set, asking, preflight::readings);
        return new Looked(set, snapshot, objects, preflight);
    }

    private DesiredSet named(Wanted wanted) {
        wanted.kinds().awaitDiscovered(wanted.manifests(), new ServedKinds(context.api(), context.resources()));
        return DesiredSet.of(wanted.manifests(), context.release(), wanted.kinds());
    }

    /** What others hold is looked at anew where options say something about them, as a Job is that is to run again. */
    private boolean isPlain() {
        DeployOptions options = context.options();
        return options.takenOver().isEmpty()
                && options.forcedManagers().isEmpty()
                && options.endedJobs() != DeployOptions.EndedJobs.RERUN;
    }

    /** Whether a live object counts as touched in any case. */
    private boolean isOpen(LiveObject live) {
        boolean rerun = context.options().endedJobs() == DeployOptions.EndedJobs.RERUN && KStatus.isEnded(live.tree());
        return context.consents().isOpen(live) || rerun;
    }

    private RunPlan plan(Looked looked, Inventory inventory, IgnoreRules rules) {
        DesiredSet set = looked.set();
        List<PlannedObject> objects = looked.objects();
        List<Problem> problems = new ArrayList<>(hooks.warnings());
        problems.addAll(rules.problems(set));
        problems.addAll(Planner.problems(objects));
        problems.addAll(ServiceGaps.problems(objects, looked.snapshot(), context.options()));
        List<ResourceId> gone = Planner.gone(inventory.members(), set, objects);
        List<String> tasks = new ArrayList<>();
        if (inventory.isNone()) {
            ReleaseNamespace namespace = new ReleaseNamespace(context);
            namespace.task(set).ifPresent(tasks::add);
            namespace.problem(set).ifPresent(problems::add);
        }
        for (TakeOver takeOver : context.options().takenOver()) {
            if (takeOver.isHelm()) {
                new HelmTakeOver(context, objects, takeOver).plan(tasks, problems);
            }
            for (Problem problem : ToolTakeOver.problems(context, objects, takeOver)) {
                // Two options may be about one source: its name, and the manager through which it writes.
                if (!problems.contains(problem)) {
                    problems.add(problem);
                }
            }
        }
        problems.addAll(context.consents().unused(objects));
        RunPlan plan =
                new RunPlan(context.release(), given, set, inventory, objects, gone, problems, List.copyOf(tasks));
        if (plan.isSettled()) {
            return plan.with(problems);
        }
        if (plan.missesInventory()) {
            problems.add(inventoryMissing());
        }
        List<Member> coming =
                objects.stream().flatMap(object -> object.coming().stream()).toList();
        context.records().checkFits(inventory, coming, set);
        return plan.with(looked.preflight().problems(objects, problems));
    }

    private Problem inventoryMissing() {
        return Problems.warning(
                context.release(),
                ProblemCodes.INVENTORY_MISSING,
                "objects bear the label of this release, but its inventory is missing: somebody deleted it, or deleted the"
                        + " release and kept these objects. What the release had and the set does not is left alone",
                "look for the label `" + ApplySet.selector(context.release()) + "` on objects that nobody needs");
    }
}
