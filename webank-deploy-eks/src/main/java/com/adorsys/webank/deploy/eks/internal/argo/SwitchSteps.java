package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.KnownFix;
import com.adorsys.webank.deploy.eks.LiveChart;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.SwitchStep;
import com.adorsys.webank.deploy.eks.SwitchStep.State;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of a switch from a chart to a directory, each judged by what was read. Pure, and used once. */
final class SwitchSteps {
    private static final String SYNC_OPTIONS = "argocd.argoproj.io/sync-options";

    /**
     * What was found by comparing.
     *
     * @param charts those of the live objects; empty after the switch
     * @param desired with the marks by which Argo CD tracks
     * @param plan what a sync does
     * @param pruned what only the cluster has
     * @param fixes that may differ
     */
    record Compared(
            Tracking tracking,
            List<LiveChart> charts,
            ManifestSet desired,
            Plan plan,
            List<ResourceId> pruned,
            List<KnownFix> fixes) {}

    private final ResourceId id;
    private final Application app;
    private final Application wanted;
    private final Map<ResourceId, MapTree> live;
    private final Compared compared;
    private final List<SwitchStep> steps = new ArrayList<>();

    /**
     * @param app as it is
     * @param wanted as it will be
     * @param live its objects
     */
    SwitchSteps(ResourceId id, Application app, Application wanted, Map<ResourceId, MapTree> live, Compared compared) {
        this.id = id;
        this.app = app;
        this.wanted = wanted;
        this.live = live;
        this.compared = compared;
    }

    /**
     * All steps, in order.
     *
     * @param switched whether the Application has the directory as its source already
     * @param hasProject whether the AppProject of the generated Application exists
     */
    List<SwitchStep> all(boolean switched, boolean hasProject) {
        running(switched);
        manual(switched);
        sameApplication();
        if (!switched) {
            chartVersions();
        }
        nothingPruned();
        nothingChanged();
        done(
                switched,
                "Publish the generated files",
                "`webank-deploy publish`, until " + wanted.sourceText() + " is at `"
                        + Trees.text(wanted.source(), "targetRevision") + "`");
        done(
                hasProject,
                "Apply the generated AppProject " + Problem.quote(wanted.project()),
                "kubectl apply --server-side --filename argocd/CLUSTER/project-" + wanted.project() + ".yaml");
        done(switched, "Switch the source", patch("json", switchPatch()));
        comparedByArgoCd(switched);
        synced(switched);
        return List.copyOf(steps);
    }

    private void running(boolean switched) {
        boolean healthy = app.sync().equals("Synced") && app.health().equals("Healthy");
        String title = switched
                ? "The source is already " + wanted.sourceText()
                : "The chart is synced and healthy: " + app.sourceText();
        boolean good = switched || healthy;
        add(
                switched ? State.DONE : good ? State.PASSED : State.FAILED,
                title,
                good
                        ? List.of()
                        : List.of("it is " + app.sync() + " and " + app.health()
                                + ": what runs is not what the chart says. Sync it with the chart first"));
    }

    private void manual(boolean switched) {
        done(
                switched || !app.isAutomated(),
                "Turn automated sync off",
                patch("merge", Trees.with(MapTree.of(), ScalarTree.ofNull(), "spec", "syncPolicy", "automated")));
    }

    private void sameApplication() {
        List<String> wrong = new ArrayList<>();
        MapTree here = Trees.map(app.tree(), "spec", "destination");
        MapTree there = Trees.map(wanted.tree(), "spec", "destination");
        if (!here.equals(there)) {
            wrong.add("its destination is " + Json.write(here) + ", and the generated one has " + Json.write(there)
                    + ": its objects would move");
        }
        for (Tree owner : Trees.list(app.tree(), "metadata", "ownerReferences")) {
            wrong.add(Trees.text(Trees.map(owner), "kind") + " " + Problem.quote(Trees.text(Trees.map(owner), "name"))
                    + " owns it, and reverts what is changed in it: change it there");
        }
        List<String> notes = new ArrayList<>(wrong);
        String parent = compared.tracking().owner(app.tree());
        if (!parent.isEmpty()) {
            notes.add("it is tracked as one of the Application " + Problem.quote(parent)
                    + ": make the changes in the source of that one, or turn its automated sync off too");
        }
        if (!app.project().equals(wanted.project())) {
            notes.add("its AppProject changes from " + Problem.quote(app.project()) + " to "
                    + Problem.quote(wanted.project()));
        }
        ListTree finalizers = Trees.list(app.tree(), "metadata", "finalizers");
        ListTree generated = Trees.list(wanted.tree(), "metadata", "finalizers");
        if (!finalizers.equals(generated)) {
            notes.add("its finalizers are " + Json.write(finalizers) + ", and the generated one has "
                    + Json.write(generated) + ": these steps leave them as they are");
        }
        check(wrong.isEmpty(), "The Application keeps its name and destination", notes);
    }

    private void chartVersions() {
        List<String> wrong = new ArrayList<>();
        for (Manifest manifest : compared.desired()) {
            Optional<MapTree> now = Optional.ofNullable(live.get(manifest.id()));
            String label = now.map(LiveCharts::label).orElse("");
            String generated = LiveCharts.label(manifest.tree());
            if (!label.equals(generated) && now.isPresent()) {
                wrong.add(manifest.id() + ": " + said(label) + " runs, " + said(generated) + " is generated");
            }
        }
        List<String> lines = new ArrayList<>(
                compared.charts().stream().map(LiveChart::toString).toList());
        lines.addAll(wrong);
        check(wrong.isEmpty(), "The environment is rendered for the versions of the charts that run", lines);
    }

    private static String said(String label) {
        return label.isEmpty() ? "no chart" : label;
    }

    private void nothingPruned() {
        List<String> lines = new ArrayList<>();
        boolean good = true;
        for (ResourceId object : compared.pruned()) {
            boolean kept = Trees.text(live.getOrDefault(object, MapTree.of()), "metadata", "annotations", SYNC_OPTIONS)
                    .contains("Prune=false");
            good &= kept;
            lines.add(object
                    + (kept
                            ? " is not generated, and stays, since its sync options say Prune=false"
                            : " is not generated: a sync with pruning deletes it. Add it to the environment, or annotate"
                                    + " it with `" + SYNC_OPTIONS + ": Prune=false`"));
        }
        live.forEach((object, tree) -> {
            String owner = compared.tracking().owner(tree);
            if (!owner.equals(id.name())) {
                lines.add(object + " is tracked as one of "
                        + (owner.isEmpty() ? "no Application" : "the Application " + Problem.quote(owner))
                        + ": the next sync makes it one of this Application");
            }
        });
        check(good, "All " + live.size() + " objects are generated, so that none is pruned", lines);
    }

    private void nothingChanged() {
        List<String> lines = new ArrayList<>();
        boolean good = true;
        for (PlannedChange change : compared.plan().changes()) {
            switch (change.action()) {
                case CREATE -> {
                    good = false;
                    lines.add("+ " + change.id() + " is new");
                }
                case CONFLICT, REFUSED -> good = false;
                default -> good &= addDifferences(change, lines);
            }
        }
        for (Problem problem : compared.plan().problems()) {
            lines.add(problem.toString());
        }
        check(good, "A sync changes nothing but known fixes, and replaces no pod", lines);
    }

    /** Adds a line for each difference of an object; returns whether all are known fixes, made in place. */
    private boolean addDifferences(PlannedChange change, List<String> lines) {
        boolean good = change.action() != PlannedChange.Action.REPLACE;
        if (change.changeClass() != ChangeClass.NONE) {
            lines.add("~ " + change.id() + " (" + change.changeClass() + ")");
        }
        for (Difference difference : change.differences()) {
            Optional<KnownFix> fix = compared.fixes().stream()
                    .filter(known -> known.matches().test(change.id(), difference))
                    .findFirst();
            good &= fix.isPresent();
            lines.add("    " + difference
                    + fix.map(known -> "  (known fix: " + known.name() + ")").orElse(""));
        }
        return good;
    }

    private void comparedByArgoCd(boolean switched) {
        String title = "Argo CD compares with the directory, and finds the same";
        MapTree source = Trees.map(app.tree(), "status", "sync", "comparedTo", "source");
        Optional<Application.Condition> error =
                app.conditions().stream().filter(Application.Condition::isError).findFirst();
        if (!switched || !Application.isSameSource(source, wanted.source()) && error.isEmpty()) {
            add(State.OPEN, title, List.of("run this command again after the switch"));
            return;
        }
        List<String> wrong = new ArrayList<>();
        error.ifPresent(condition -> wrong.add(condition.type() + ": " + OneLine.of(condition.message())));
        for (Application.Resource resource : app.resources()) {
            boolean expected = compared.plan()
                    .of(resource.id())
                    .filter(change -> change.changeClass() != ChangeClass.NONE)
                    .isPresent();
            if (resource.requiresPruning()) {
                wrong.add(resource.id() + " is to be pruned");
            } else if (resource.sync().equals("OutOfSync") && !expected) {
                wrong.add(resource.id() + " differs from Git, by Argo CD's comparison only");
            }
        }
        List<String> lines = new ArrayList<>(wrong);
        for (Application.Condition condition : app.conditions()) {
            if (!condition.isError()) {
                lines.add(condition.type() + ": " + OneLine.of(condition.message()));
            }
        }
        check(wrong.isEmpty(), title, lines);
    }

    private void synced(boolean switched) {
        MapTree source = Trees.map(app.tree(), "status", "operationState", "syncResult", "source");
        Optional<Application.Operation> sync =
                app.operation().filter(last -> switched && Application.isSameSource(source, wanted.source()));
        boolean done = sync.filter(Application.Operation::hasSucceeded).isPresent();
        boolean failed = sync.filter(Application.Operation::hasFailed).isPresent();
        List<String> lines = new ArrayList<>();
        if (failed) {
            lines.add("the last sync failed: " + OneLine.of(sync.get().message()));
        }
        if (!done) {
            lines.add(patch(
                    "merge",
                    Trees.with(
                            MapTree.of(),
                            Trees.list(wanted.tree(), "spec", "syncPolicy", "syncOptions"),
                            "operation",
                            "sync",
                            "syncOptions")));
        }
        add(done ? State.DONE : failed ? State.FAILED : State.OPEN, "Sync it, without pruning", lines);
        done(
                done && app.sync().equals("Synced") && app.health().equals("Healthy"),
                "Wait until it is synced and healthy",
                "`webank-deploy wait` for the published commit");
        if (wanted.isAutomated()) {
            done(
                    done && app.isAutomated(),
                    "Apply the generated Application, which turns automated sync on",
                    "kubectl apply --server-side --force-conflicts --filename argocd/CLUSTER/app-ENVIRONMENT.yaml");
        }
    }

    /** The patch that gives the Application the generated spec, without automated sync. */
    private Tree switchPatch() {
        MapTree spec = Trees.edit(wanted.tree(), policy -> policy.without("automated"), "spec", "syncPolicy");
        return ListTree.of(MapTree.builder()
                .put("op", "replace")
                .put("path", "/spec")
                .put("value", Trees.map(spec, "spec"))
                .build());
    }

    private String patch(String type, Tree patch) {
        return "kubectl --namespace " + id.namespace() + " patch applications.argoproj.io " + id.name() + " --type "
                + type + " --patch '" + Json.write(patch).replace("'", "'\\''") + "'";
    }

    private void done(boolean done, String title, String command) {
        add(done ? State.DONE : State.OPEN, title, done ? List.of() : List.of(command));
    }

    private void check(boolean good, String title, List<String> details) {
        add(good ? State.PASSED : State.FAILED, title, details);
    }

    private void add(State state, String title, List<String> details) {
        steps.add(new SwitchStep(state, title, details));
    }
}
