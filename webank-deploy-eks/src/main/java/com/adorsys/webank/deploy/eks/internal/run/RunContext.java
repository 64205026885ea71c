package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.DeployOptions.OwnNamespace;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Fence;
import com.adorsys.webank.deploy.eks.internal.ready.Diagnosis;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.eks.internal.ready.WaitListener;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.eks.internal.records.ReleaseLease;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the steps of one run share: the server, the options, the threads, the records. Ends with the run. */
final class RunContext implements AutoCloseable {
    private final Release release;
    private final DeployOptions options;
    private static final Duration EXPLAINING = Duration.ofSeconds(10);

    private final ApiServer server;
    private final ApiServer api;
    private final RunListener listener;
    private final Workers workers;
    private final ApiResources resources;
    private final Records records;
    private final Consents consents;
    private final long requestsBefore;
    private @Nullable LiveObject madeNamespace;

    RunContext(ApiServer server, Release release, DeployOptions options, RunListener listener) {
        this.release = release;
        this.options = options;
        this.server = server;
        this.api = server.within(Deadline.in(options.timeout()));
        this.listener = listener;
        this.workers = new Workers(options.concurrency());
        this.resources = new ApiResources(api);
        this.records = new Records(api, release, options);
        this.consents = new Consents(release, options);
        this.requestsBefore = server.requests();
    }

    Release release() {
        return release;
    }

    DeployOptions options() {
        return options;
    }

    ApiServer api() {
        return api;
    }

    Consents consents() {
        return consents;
    }

    RunListener listener() {
        return listener;
    }

    Workers workers() {
        return workers;
    }

    ApiResources resources() {
        return resources;
    }

    Records records() {
        return records;
    }

    long requests() {
        return api.requests() - requestsBefore;
    }

    /**
     * The right to write.
     *
     * @param isFirst whether the release has nothing yet, so that nobody is expected to hold it
     */
    ReleaseLease lease(boolean isFirst) {
        return records.lease(isFirst, notice -> listener.on(new ProgressEvent.Warning(notice)));
    }

    /** The plan between a desired set and what is there now. */
    RunPlan plan(ManifestSet desired) {
        HookObjects hooks = HookObjects.in(desired, options.hooks());
        try {
            return planned(desired, hooks);
        } catch (ApiException e) {
            if (e.isForbidden()) {
                // Who may not even read is told at once all that lacks.
                DesiredSet set = DesiredSet.of(
                        hooks.ordinary(), release, DigestKey.random(), new Kinds(Optional.empty(), resources));
                Problems.throwIfErrors(Preflight.missingToApply(this, set), "");
            }
            throw e;
        }
    }

    private RunPlan planned(ManifestSet given, HookObjects hooks) {
        ManifestSet desired = hooks.ordinary();
        listener.on(new ProgressEvent.StepStarted(Step.READ, desired.size()));
        Optional<Inventory> inventory = records.inventoryAndKey(workers);
        resources.forget();
        Kinds kinds = new Kinds(inventory, resources);
        kinds.discover(desired, workers);
        DesiredSet set = prepared(desired, kinds);
        Snapshot snapshot = inventory.isEmpty()
                ? Snapshot.none()
                : Snapshot.take(this, inventory.get(), set.manifests(), this::isOpen);
        if (!snapshot.unserved().isEmpty()) {
            kinds.forget(snapshot.unserved());
            set = prepared(desired, kinds);
        }
        listener.on(new ProgressEvent.StepStarted(Step.VALIDATE, set.objects().size()));
        Preflight preflight = new Preflight(this, set);
        List<PlannedObject> objects =
                planner().objects(set, inventory, snapshot, inspector(set, inventory), preflight::readings);
        List<Problem> problems = new ArrayList<>(hooks.warnings());
        problems.addAll(Planner.problems(objects));
        problems.addAll(ServiceGaps.problems(objects, snapshot, options));
        List<ResourceId> gone = Planner.gone(inventory, set, objects);
        List<String> tasks = new ArrayList<>();
        if (inventory.isEmpty() && !set.bringsNamespace(release.namespace()) && isNamespaceMade()) {
            tasks.add("make the namespace " + Problem.quote(release.namespace()));
        }
        for (TakeOver takeOver : options.takenOver()) {
            if (takeOver.isHelm()) {
                new HelmTakeOver(this, objects, takeOver).plan(tasks, problems);
            }
        }
        problems.addAll(consents.unused());
        RunPlan plan = new RunPlan(release, given, Optional.of(set), inventory, objects, gone, problems, tasks);
        if (!plan.isSettled()) {
            checkFits(objects, set, inventory);
            problems = new ArrayList<>(preflight.problems(objects, problems));
        }
        return new RunPlan(
                release, given, Optional.of(set), inventory, objects, gone, List.copyOf(problems), List.copyOf(tasks));
    }

    /** Whether a live object counts as touched in any case. */
    private boolean isOpen(LiveObject live) {
        boolean rerun = options.endedJobs() == DeployOptions.EndedJobs.RERUN && KStatus.isEnded(live.tree());
        return consents.isOpen(live) || rerun;
    }

    private DesiredSet prepared(ManifestSet desired, Kinds kinds) {
        kinds.awaitDiscovered(desired, new ServedKinds(api, resources));
        return DesiredSet.of(desired, release, records.key(), kinds);
    }

    private void checkFits(List<PlannedObject> objects, DesiredSet set, Optional<Inventory> inventory) {
        List<Member> coming =
                objects.stream().flatMap(object -> object.coming().stream()).toList();
        records.checkFits(inventory, coming, set);
    }

    Planner planner() {
        return new Planner(api, release, options, workers);
    }

    Inspector inspector(DesiredSet set, Optional<Inventory> inventory) {
        return inspector(set, inventory, records.key());
    }

    /** An inspector that digests with a key of the caller's. */
    Inspector inspector(DesiredSet set, Optional<Inventory> inventory, DigestKey key) {
        Ownership ownership = new Ownership(api, release, consents, inventory);
        Retention retention = new Retention(api, records.before(inventory));
        return new Inspector(api, options, ownership, retention, set, key);
    }

    Writer writer(ApiServer fenced, Inspector inspector, boolean reviewed) {
        return new Writer(fenced, inspector, records.key(), listener, reviewed);
    }

    /**
     * Makes the release's namespace, if the set brings it or the options ask for it: records live in it.
     *
     * @return whether it was made now
     */
    boolean makeNamespace(DesiredSet set) {
        String path = namespacePath();
        boolean brought = set.bringsNamespace(release.namespace());
        if (brought ? api.find(path).isPresent() : !isNamespaceMade()) {
            return false;
        }
        MapTree namespace = brought
                ? set.objects().stream()
                        .filter(object ->
                                object.isNamespace() && object.id().name().equals(release.namespace()))
                        .findFirst()
                        .map(object -> object.manifest().tree())
                        .orElseThrow()
                : MapTree.builder()
                        .put("apiVersion", "v1")
                        .put("kind", "Namespace")
                        .put("metadata", MapTree.of("name", release.namespace()))
                        .build();
        try {
            MapTree metadata = Trees.map(namespace, "metadata").with("resourceVersion", Writer.ABSENT);
            ApiAnswer answer = api.apply(path, namespace.with("metadata", metadata), ApplyMode.of(LiveObject.MANAGER));
            madeNamespace = brought ? new LiveObject(answer.body()) : null;
            return true;
        } catch (ApiException e) {
            if (e.isConflict()) {
                // Another was faster; whose it is is found out when it is written.
                return false;
            }
            throw ServerTexts.failure("Making the namespace `" + release.namespace() + "`", e);
        }
    }

    /** The release's namespace, if it is in the set and this run made it. */
    Optional<LiveObject> madeNamespace() {
        return Optional.ofNullable(madeNamespace);
    }

    /** Whether the release's namespace lacks, and the options ask for it. */
    private boolean isNamespaceMade() {
        return options.ownNamespace() == OwnNamespace.CREATE
                && api.find(namespacePath()).isEmpty();
    }

    private String namespacePath() {
        return "/api/v1/namespaces/" + release.namespace();
    }

    /** What is to be done besides objects: Helm's records. */
    void tasks(RunPlan plan, Fence fence) {
        if (plan.tasks().isEmpty()) {
            return;
        }
        for (TakeOver takeOver : options.takenOver()) {
            if (takeOver.removesRecords()) {
                records.archiveHelmRecords(takeOver.helmRelease(), fence);
            }
        }
    }

    /**
     * Waits until members are ready, and explains what is not.
     *
     * @return the Jobs among them that completed
     */
    Set<ResourceId> await(Collection<Member> members, Map<ResourceId, Long> generations) {
        if (members.isEmpty()) {
            return Set.of();
        }
        listener.on(new ProgressEvent.StepStarted(Step.WAIT, members.size()));
        Duration left = api.deadline().left();
        List<Waiting.Target> targets = new ArrayList<>();
        for (Member member : members) {
            targets.add(new Waiting.Target(
                    member.id(),
                    member.resource(),
                    member.uid(),
                    generations.getOrDefault(member.id(), 0L),
                    options.objectTimeout().orElse(left)));
        }
        WaitOptions how = WaitOptions.defaults().withLabelSelector(ApplySet.PART_OF + "=" + ApplySet.id(release));
        if (options.ingressAddresses() == DeployOptions.IngressAddresses.AWAITED) {
            how = how.with(WaitOptions.Addresses.SERVICES_AND_INGRESSES);
        }
        WaitResult result = new Waiting(api, how).await(targets, api.deadline(), waitListener());
        if (!result.isDone()) {
            throw unready(result);
        }
        return result.entries().stream()
                .filter(WaitResult.Entry::isCompleted)
                .map(WaitResult.Entry::id)
                .collect(Collectors.toSet());
    }

    private DeployException unready(WaitResult result) {
        StringBuilder text = new StringBuilder("The release is not ready:");
        boolean failed = false;
        for (WaitResult.Entry entry : result.entries()) {
            switch (entry.outcome()) {
                case DONE, UNFINISHED -> {}
                case FAILED, TIMED_OUT -> {
                    failed |= entry.outcome() == WaitResult.Outcome.FAILED;
                    text.append('\n').append(entry);
                    entry.live().ifPresent(live -> text.append(explained(live)));
                }
            }
        }
        text.append("\nNothing was pruned.");
        return failed ? new DeployException.Refused(text.toString()) : new DeployException.TimedOut(text.toString());
    }

    /** Why an object is not ready; asked for although the run's time may be over. */
    private String explained(MapTree live) {
        return "\n"
                + Diagnosis.explain(server.within(Deadline.in(EXPLAINING)), live)
                        .text()
                        .stripTrailing();
    }

    WaitListener waitListener() {
        return new WaitListener() {
            @Override
            public void changed(Change change) {
                listener.on(new ProgressEvent.ObjectReadiness(change.id(), change.readiness()));
            }

            @Override
            public void notice(String text) {
                listener.on(new ProgressEvent.Warning(text));
            }
        };
    }

    @Override
    public void close() {
        workers.close();
    }
}
