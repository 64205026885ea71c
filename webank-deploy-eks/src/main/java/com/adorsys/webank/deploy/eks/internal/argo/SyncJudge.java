package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.argo.Application.Condition;
import com.adorsys.webank.deploy.eks.internal.argo.Application.Operation;
import com.adorsys.webank.deploy.eks.internal.argo.Application.Resource;
import com.adorsys.webank.deploy.eks.internal.argo.Verdict.Kind;
import com.adorsys.webank.deploy.eks.internal.ready.ReadinessRule;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Says how an Application stands to the goal of one wait. It remembers how the Application was when the wait began, and since
 * when there has been trouble. Belongs to one thread.
 */
final class SyncJudge implements ReadinessRule {
    private static final String GIT =
            "Correct the manifests in Git, or revert the commit, and wait for the new revision";

    /**
     * How long trouble lasts before it counts.
     *
     * @param tolerance for what may pass by itself
     * @param unseen for what may be over where Argo CD was not asked to compare, such as an error of an earlier commit, or a
     *     project that was created after its Application: longer than Argo CD takes to look again by itself
     */
    record Patience(Duration tolerance, Duration unseen) {}

    private final SyncGoal goal;
    private final String project;
    private final Patience patience;
    private final LongSupplier nanoClock;
    private final Application first;
    private final boolean refreshing;
    private boolean refreshed;
    /** Since when each trouble has been there. */
    private final Map<String, Long> since = new HashMap<>();

    private final Set<String> seen = new HashSet<>();
    private Application last;
    private Verdict verdict = Verdict.pending("not looked at yet");

    /**
     * @param first the Application when the wait began
     * @param refreshing whether Argo CD was asked to compare it then
     * @param project that it must belong to; empty for any
     */
    SyncJudge(
            SyncGoal goal,
            String project,
            Patience patience,
            LongSupplier nanoClock,
            Application first,
            boolean refreshing) {
        this.goal = goal;
        this.project = project;
        this.patience = patience;
        this.nanoClock = nanoClock;
        this.first = first;
        this.refreshing = refreshing;
        this.last = first;
    }

    @Override
    public Readiness of(MapTree live) {
        last = new Application(live);
        refreshed |= refreshing && !last.isRefreshPending();
        seen.clear();
        verdict = verdict(last);
        since.keySet().retainAll(seen);
        return verdict.readiness();
    }

    Application last() {
        return last;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether Argo CD has compared the Application since the wait began. */
    boolean isCompared() {
        return !last.comparedAt().equals(first.comparedAt());
    }

    private Verdict verdict(Application app) {
        if (app.isTerminating()) {
            return new Verdict(
                    Kind.DELETED,
                    "somebody is deleting it",
                    "Find out who deletes it, and create it again if it is needed");
        }
        if (!project.isEmpty() && !app.project().equals(project)) {
            return new Verdict(
                    Kind.REFUSED,
                    "it belongs to the AppProject " + Problem.quote(app.project()) + ", not to "
                            + Problem.quote(project),
                    "Wait for the Application of the right project, or name its project");
        }
        String invalid = invalid(app);
        // The project may have been created since: Argo CD does not look again when it is.
        if (!invalid.isEmpty() && lasts("invalid", refreshed ? patience.tolerance() : patience.unseen())) {
            return new Verdict(Kind.REFUSED, invalid, "Correct the Application, or what its AppProject allows");
        }
        Optional<Operation> operation = app.operation();
        boolean reached = goal.isReached(app.revisions(), first.revisions(), app.history());
        boolean ofGoal = operation.isPresent()
                && (goal.isReached(operation.get().revisions(), first.revisions(), app.history())
                        || reached && operation.get().revisions().equals(app.revisions()));
        if (ofGoal && operation.orElseThrow().hasFailed()) {
            return failed(operation.orElseThrow());
        }
        if (operation.isPresent() && operation.get().isRunning()) {
            String message = text(operation.get());
            return Verdict.pending(
                    "syncing " + shown(operation.get().revisions()) + (message.isEmpty() ? "" : ": " + message));
        }
        if (!reached) {
            return elsewhere(app);
        }
        return switch (app.sync()) {
            case "Synced" -> synced(app);
            case "OutOfSync" -> outOfSync(app, ofGoal && operation.orElseThrow().hasSucceeded());
            default ->
                error(app, true)
                        .orElseGet(
                                () -> notCompared(app, "Argo CD has yet to compare it with " + shown(app.revisions())));
        };
    }

    /** What makes its spec invalid; empty if nothing does. */
    private static String invalid(Application app) {
        for (Condition condition : app.conditions()) {
            if (condition.isInvalidSpec()) {
                return "its spec is not valid: " + OneLine.of(condition.message());
            }
        }
        return "";
    }

    private static Verdict notCompared(Application app, String what) {
        String invalid = invalid(app);
        return Verdict.pending(invalid.isEmpty() ? what : invalid + "; Argo CD looks again within minutes");
    }

    private static Verdict failed(Operation operation) {
        List<String> details = new ArrayList<>();
        for (Resource resource : operation.failed()) {
            details.add(resource.id() + ": " + text(resource));
        }
        String message = text(operation);
        return new Verdict(
                Kind.REFUSED,
                "the sync of " + shown(operation.revisions()) + " failed" + (message.isEmpty() ? "" : ": " + message),
                GIT,
                details);
    }

    /** Argo CD has not compared the cluster with the revision yet, or no longer does. */
    private Verdict elsewhere(Application app) {
        List<String> revisions = app.revisions();
        boolean superseded = goal.which() == SyncGoal.Which.EXACTLY && goal.wasBefore(revisions, app.history());
        if (superseded) {
            return new Verdict(
                    Kind.CONFLICT,
                    "Argo CD synced it, and then went on to " + shown(revisions),
                    "Wait for the newer revision");
        }
        Optional<Verdict> error = error(app, false);
        if (error.isPresent()) {
            return error.get();
        }
        boolean moved = app.isCompared() && !revisions.equals(first.revisions());
        if (moved && lasts("moved " + revisions, refreshed ? patience.tolerance() : patience.unseen())) {
            return new Verdict(
                    Kind.CONFLICT,
                    "Argo CD has gone on to " + shown(revisions) + " without it",
                    "Wait for that revision if it contains the change, else look at the branch that the Application"
                            + " reads");
        }
        return notCompared(
                app,
                !app.isCompared()
                        ? "Argo CD has not compared it with Git yet"
                        : "it is at " + shown(revisions) + "; Argo CD has not seen the wanted revision yet");
    }

    /** An error that keeps Argo CD from comparing. It may be of an earlier commit if it was there from the beginning. */
    private Optional<Verdict> error(Application app, boolean ofGoal) {
        for (Condition condition : app.conditions()) {
            if (!condition.isError() || condition.isInvalidSpec()) {
                continue;
            }
            boolean isNew = ofGoal || refreshed || !first.conditions().contains(condition);
            if (lasts(condition.type(), isNew ? patience.tolerance() : patience.unseen())) {
                boolean comparison = condition.type().equals("ComparisonError");
                return Optional.of(new Verdict(
                        Kind.REFUSED,
                        (comparison ? "Argo CD cannot compare it with Git: " : condition.type() + ": ")
                                + OneLine.of(condition.message()),
                        comparison
                                ? "Correct what the message names: the repository, its access or the manifests"
                                : GIT));
            }
        }
        return Optional.empty();
    }

    private Verdict outOfSync(Application app, boolean done) {
        String at = "it is at " + shown(app.revisions()) + ", but OutOfSync";
        List<String> differing = new ArrayList<>();
        boolean pruning = false;
        for (Resource resource : app.resources()) {
            if (!resource.sync().equals("Synced") && !resource.sync().isEmpty()) {
                differing.add(resource.id()
                        + (resource.requiresPruning()
                                ? " is no longer in Git, and was not deleted"
                                : " differs from Git"));
                pruning |= resource.requiresPruning();
            }
        }
        Optional<Verdict> error = error(app, true);
        if (error.isPresent()) {
            return error.get();
        }
        if (done && lasts("differs", patience.tolerance())) {
            String remedy = pruning && !app.isPruning()
                    ? "Delete these objects, or let automated syncs prune"
                    : "Find out who changes these objects, or ignore the fields in `ignoreDifferences`";
            return new Verdict(Kind.REFUSED, at + " after a sync that succeeded", remedy, differing);
        }
        if (!app.isAutomated() && lasts("not automated", patience.tolerance())) {
            return new Verdict(
                    Kind.REFUSED,
                    at + ", and nobody syncs it: automated sync is off",
                    "Sync it (`argocd app sync`), or turn automated sync on",
                    differing);
        }
        if (!done && lasts("not begun", patience.unseen())) {
            return new Verdict(
                    Kind.REFUSED,
                    at + ", and Argo CD does not begin the sync",
                    "Look for a closed sync window of its AppProject (`argocd proj windows list " + app.project()
                            + "`), and wait until it opens",
                    differing);
        }
        return Verdict.pending(at + ": the sync has not begun");
    }

    private Verdict synced(Application app) {
        String at = "synced to " + shown(app.revisions());
        String message = app.healthMessage().isEmpty() ? "" : ": " + OneLine.of(app.healthMessage());
        List<String> details = new ArrayList<>();
        for (Resource resource : app.resources()) {
            if (!resource.health().isEmpty() && !resource.health().equals("Healthy")) {
                details.add(resource.id() + " is " + resource.health()
                        + (resource.message().isEmpty() ? "" : ": " + text(resource)));
            }
        }
        return switch (app.health()) {
            case "Healthy" ->
                !app.resources().isEmpty()
                        ? new Verdict(Kind.DONE, at + " and healthy", "")
                        : lasts("empty", patience.tolerance())
                                ? new Verdict(
                                        Kind.REFUSED,
                                        at + ", but it has no objects",
                                        "Look at the path that its source reads")
                                : Verdict.pending(at + ", but it has no objects");
            case "Degraded" ->
                lasts("degraded", patience.tolerance())
                        ? new Verdict(Kind.REFUSED, at + ", but Degraded" + message, GIT, details)
                        : new Verdict(Kind.PENDING, at + ", Degraded" + message, "", details);
            case "Suspended" ->
                lasts("suspended", patience.tolerance())
                        ? new Verdict(
                                Kind.REFUSED,
                                at + ", but Suspended" + message,
                                "Resume what is suspended: a paused Deployment or Rollout, or a suspended CronJob",
                                details)
                        : new Verdict(Kind.PENDING, at + ", Suspended" + message, "", details);
            default ->
                new Verdict(
                        Kind.PENDING,
                        at + ", " + (app.health().isEmpty() ? "health unknown" : app.health()) + message,
                        "",
                        details);
        };
    }

    /** Whether trouble has been there for so long. */
    private boolean lasts(String trouble, Duration patience) {
        seen.add(trouble);
        long now = nanoClock.getAsLong();
        return now - since.computeIfAbsent(trouble, any -> now) >= patience.toNanos();
    }

    private static String text(Resource resource) {
        return resource.mayHoldSecrets()
                ? "its message may hold values, and is not shown"
                : OneLine.of(resource.message());
    }

    /** Argo CD repeats in it what the API server says of the objects. */
    private static String text(Operation operation) {
        return operation.failed().stream().anyMatch(Resource::mayHoldSecrets) ? "" : OneLine.of(operation.message());
    }

    private static String shown(List<String> revisions) {
        return revisions.isEmpty() ? "no revision" : String.join(", ", revisions);
    }
}
