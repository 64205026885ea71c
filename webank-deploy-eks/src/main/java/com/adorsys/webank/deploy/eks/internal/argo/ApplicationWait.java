package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ArgoSync;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressListener;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.SyncedApplication;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ClusterAccess;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.rbac.Rbac;
import com.adorsys.webank.deploy.eks.internal.ready.WaitListener;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting;
import com.adorsys.webank.deploy.eks.internal.run.RunListener;
import com.adorsys.webank.deploy.eks.internal.run.ServerTexts;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of a wait, and the wait. */
public record ApplicationWait(ClusterAccess cluster, WaitSettings settings) implements ArgoSync {
    /** Longer than Argo CD takes to look again by itself: 2 to 3 minutes, and a minute of jitter. */
    private static final Duration UNSEEN = Duration.ofMinutes(5);

    private static final String MERGE = "application/merge-patch+json";

    /** The Role of who only waits for some Applications of a namespace; for all of them if none is named. */
    public static Manifest role(String namespace, String... applications) {
        MapTree rule = Rbac.rule(
                Application.GROUP, Application.PLURAL, List.of(applications), List.of("get", "list", "watch"));
        return Rbac.role("webank-deploy-wait", namespace, List.of(rule));
    }

    public static ApplicationWait of(ClusterAccess cluster) {
        return new ApplicationWait(cluster, ImmutableWaitSettings.builder().build());
    }

    @Override
    public ArgoSync withNamespace(String namespace) {
        return with(settings.withNamespace(namespace));
    }

    @Override
    public ArgoSync withTimeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw invalid(
                    "timeout",
                    "the timeout " + Problem.quote(timeout.toString()) + " is not positive",
                    "use 10 minutes");
        }
        return with(settings.withTimeout(timeout));
    }

    @Override
    public ArgoSync withTolerance(Duration tolerance) {
        if (tolerance.isNegative()) {
            throw invalid(
                    "tolerance",
                    "the tolerance " + Problem.quote(tolerance.toString()) + " is negative",
                    "use 30 seconds");
        }
        return with(settings.withTolerance(tolerance));
    }

    @Override
    public ArgoSync withProject(String project) {
        return with(settings.withProject(project));
    }

    @Override
    public ArgoSync withGenerated(Manifest application) {
        return with(settings.withGenerated(application));
    }

    @Override
    public ArgoSync withRefresh(Refresh refresh) {
        return with(settings.withRefresh(refresh));
    }

    @Override
    public ArgoSync withListener(ProgressListener listener) {
        return with(settings.withListener(listener));
    }

    private ArgoSync with(WaitSettings other) {
        return new ApplicationWait(cluster, other);
    }

    @Override
    public SyncedApplication await(String application, String revision) {
        return await(application, goal(revision, SyncGoal.Which.EXACTLY));
    }

    @Override
    public SyncedApplication awaitNewerThan(String application, String revision) {
        return await(application, goal(revision, SyncGoal.Which.NEWER));
    }

    private static SyncGoal goal(String revision, SyncGoal.Which which) {
        if (!revision.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
            throw invalid(
                    "revision",
                    Problem.quote(revision) + " is not a full commit id",
                    "use the 40 hexadecimal digits that `git rev-parse HEAD` prints");
        }
        return new SyncGoal(revision, which);
    }

    private static DeployException.InvalidInput invalid(String setting, String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.OPTION_INVALID, Location.of(setting), what, remedy));
    }

    private SyncedApplication await(String name, SyncGoal goal) {
        return cluster.during(() -> awaited(name, goal));
    }

    private SyncedApplication awaited(String name, SyncGoal goal) {
        ResourceId id = Application.id(settings.namespace(), name);
        Deadline end = Deadline.in(settings.timeout());
        try {
            return new Run(id, goal, cluster.server(ApiServer.CONCURRENCY).within(end), end).run();
        } catch (ApiException e) {
            throw cluster.explain(e).orElseGet(() -> ServerTexts.failure("Waiting for " + id, e));
        }
    }

    private final class Run {
        private final ResourceId id;
        private final SyncGoal goal;
        private final ApiServer api;
        private final Deadline end;
        private final RunListener listener = new RunListener(settings.listener());

        Run(ResourceId id, SyncGoal goal, ApiServer api, Deadline end) {
            this.id = id;
            this.goal = goal;
            this.api = api;
            this.end = end;
        }

        SyncedApplication run() {
            listener.on(new ProgressEvent.StepStarted(ProgressEvent.Step.WAIT, 1));
            Application first = find();
            boolean refreshing = settings.refresh() == Refresh.REQUESTED;
            if (refreshing) {
                api.patch(
                        Application.path(id),
                        MERGE,
                        Trees.with(
                                MapTree.of(), ScalarTree.of("normal"), "metadata", "annotations", Application.REFRESH));
            }
            SyncJudge judge = new SyncJudge(
                    goal,
                    settings.project(),
                    new SyncJudge.Patience(settings.tolerance(), UNSEEN),
                    System::nanoTime,
                    first,
                    refreshing);
            Waiting waiting = new Waiting(
                    api,
                    WaitOptions.defaults()
                            .withFieldSelector("metadata.name=" + id.name())
                            .withRule(judge));
            Waiting.Target target = new Waiting.Target(id, Application.RESOURCE, first.uid(), 0, settings.timeout());
            WaitResult.Entry entry = waiting.await(List.of(target), end, new Progress(judge))
                    .entries()
                    .get(0);
            if (entry.outcome() == WaitResult.Outcome.DONE) {
                Application app = judge.last();
                return new SyncedApplication(id, app.revisions(), app.images());
            }
            throw failure(entry, judge);
        }

        private Application find() {
            Application live = Application.read(api, id, "Apply it first, or name the namespace of the Applications");
            settings.generated().ifPresent(generated -> refuseOlder(generated, live));
            return live;
        }

        private void refuseOlder(Manifest generated, Application live) {
            KnownFields.firstUnknown(generated.tree(), live.tree(), api).ifPresent(field -> {
                throw new DeployException.Refused("Argo CD in this cluster does not know " + Problem.quote(field)
                        + ", so " + id + " has no such field: it is older than what the Application was generated for."
                        + " Update Argo CD, or generate the Application for its version.");
            });
        }

        private DeployException failure(WaitResult.Entry entry, SyncJudge judge) {
            Verdict verdict = judge.verdict();
            String failed = id + " has not reached " + goal + ": ";
            if (entry.readiness().state() == Readiness.State.NOT_FOUND) {
                return new DeployException.Conflict(failed + entry.readiness().message() + " while it was waited for."
                        + " Find out who did it, and wait again.");
            }
            if (entry.outcome() == WaitResult.Outcome.FAILED) {
                return switch (verdict.kind()) {
                    case CONFLICT, DELETED ->
                        new DeployException.Conflict(text(failed, verdict) + details(verdict, judge.last()));
                    case REFUSED -> new DeployException.Refused(text(failed, verdict) + details(verdict, judge.last()));
                    case DONE, PENDING ->
                        new DeployException.Refused(failed + entry.readiness().message()
                                + ". Give the account the Role of `ArgoSync.role`, and wait again.");
                };
            }
            String late = id + " has not reached " + goal + " within " + shown(settings.timeout()) + ": ";
            if (entry.readiness().state() == Readiness.State.UNKNOWN) {
                return new DeployException.Unavailable(
                        late + entry.readiness().message() + ". Wait again when the cluster answers.");
            }
            if (isDown(judge)) {
                String since = judge.last().comparedAt();
                return new DeployException.Unavailable(late + "Argo CD has not compared it "
                        + (since.isEmpty() ? "at all" : "since " + since)
                        + ". Check that its application controller runs, and that it watches the namespace "
                        + Problem.quote(id.namespace()) + ".");
            }
            return new DeployException.TimedOut(
                    late + verdict.what() + ". Wait again, or give it more time." + details(verdict, judge.last()));
        }

        /** Whether Argo CD did nothing in all the time, though it was asked to, or should have by itself. */
        private boolean isDown(SyncJudge judge) {
            boolean asked = judge.last().isRefreshPending();
            boolean due = settings.timeout().compareTo(UNSEEN) >= 0
                    || judge.last().comparedAt().isEmpty();
            return !judge.isCompared() && (asked || due);
        }

        private String text(String failed, Verdict verdict) {
            return failed + verdict.what() + ". " + verdict.remedy() + ".";
        }

        private String details(Verdict verdict, Application app) {
            List<String> lines = new ArrayList<>(verdict.details());
            lines.addAll(
                    new ResourceFindings(api.until(Deadline.in(Duration.ofSeconds(20))), app, id.namespace()).lines());
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append("\n  ").append(line));
            return text.toString();
        }

        /** Tells the listener how the Application stands, and each warning of Argo CD once. */
        private final class Progress implements WaitListener {
            private final SyncJudge judge;
            private final List<String> told = new ArrayList<>();

            Progress(SyncJudge judge) {
                this.judge = judge;
            }

            @Override
            public void changed(Change change) {
                for (Application.Condition condition : judge.last().conditions()) {
                    String text = condition.type() + ": " + OneLine.of(condition.message());
                    if (!condition.isError() && !told.contains(text)) {
                        told.add(text);
                        listener.on(new ProgressEvent.Warning(text));
                    }
                }
                listener.on(new ProgressEvent.ObjectReadiness(change.id(), change.readiness()));
            }

            @Override
            public void notice(String text) {
                listener.on(new ProgressEvent.Warning(text));
            }
        }
    }

    private static String shown(Duration duration) {
        return duration.toSeconds() % 60 == 0
                ? duration.toMinutes() + " min"
                : duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
