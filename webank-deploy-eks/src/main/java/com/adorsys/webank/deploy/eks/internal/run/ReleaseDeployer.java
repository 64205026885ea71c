package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.ProgressListener;
import com.adorsys.webank.deploy.eks.ReleaseStatus;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ClusterAccess;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deployer of one release at one server; each call is a run of its own. */
public record ReleaseDeployer(ClusterAccess cluster, Release release, DeployOptions options, ProgressListener listener)
        implements Deployer {
    public static ReleaseDeployer of(ClusterAccess cluster, Release release) {
        return new ReleaseDeployer(cluster, release, DeployOptions.defaults(), ProgressListener.NONE);
    }

    /** Begins to read what the next run begins with. A failure is left to that run. */
    public void readEarly() {
        ApiServer server = cluster.server(options.concurrency()).within(Deadline.in(EarlyInventory.LIFETIME));
        new Records(server, release, options).readEarly();
    }

    @Override
    public Deployer withOptions(DeployOptions other) {
        return new ReleaseDeployer(cluster, release, other, listener);
    }

    @Override
    public Deployer withListener(ProgressListener other) {
        return new ReleaseDeployer(cluster, release, options, other);
    }

    @Override
    public Plan plan(ManifestSet desired) {
        return inContext("Planning " + release, context -> new Planning(context, desired).plan());
    }

    @Override
    public Plan planRollback(int revision) {
        return inContext("Planning " + release, context -> new Planning(context, desiredOf(context, revision)).plan());
    }

    @Override
    public ChangeSet apply(ManifestSet desired) {
        return applied("Applying " + release, context -> new ApplyRun(context, desired, null));
    }

    @Override
    public ChangeSet apply(Plan plan) {
        if (!(plan instanceof RunPlan reviewed)
                || reviewed.set().objects().isEmpty()
                || !plan.release().equals(release)) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.PLAN_INVALID,
                    Location.of("plan"),
                    "the plan is not one that `plan` of release `" + release + "` made",
                    "plan again, and apply that"));
        }
        return applied("Applying " + release, context -> new ApplyRun(context, reviewed.desired(), reviewed));
    }

    @Override
    public ReleaseStatus status() {
        return inContext("Reading the status of " + release, context -> new StatusReader(context).read());
    }

    @Override
    public List<Revision> history() {
        return inContext(
                "Reading the history of " + release,
                context -> context.records().history(context.records().inventory()));
    }

    @Override
    public ChangeSet rollback(int revision) {
        return applied("Rolling back " + release, context -> new ApplyRun(context, desiredOf(context, revision), null));
    }

    @Override
    public Plan planDelete() {
        return inContext("Planning the deletion of " + release, context -> new DeleteRun(context).plan());
    }

    @Override
    public ChangeSet delete() {
        return inContext("Deleting " + release, context -> new DeleteRun(context).run());
    }

    private ManifestSet desiredOf(RunContext context, int revision) {
        List<Revision> history = context.records().history(context.records().inventory());
        Optional<Revision> found = history.stream()
                .filter(candidate -> candidate.number() == revision)
                .findFirst();
        if (found.isEmpty()) {
            List<String> numbers =
                    history.stream().map(known -> "`" + known.number() + "`").toList();
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.REVISION_UNKNOWN,
                    Location.of("revision"),
                    "release `" + release + "` has no revision `" + revision + "`",
                    numbers.isEmpty() ? "apply it first" : "choose one of " + String.join(", ", numbers)));
        }
        return context.records().manifests(revision);
    }

    /** What a run did. After a failure the release is rolled back, if the options say so; the failure is thrown all the same. */
    private ChangeSet applied(String what, Function<RunContext, ApplyRun> make) {
        AtomicReference<@Nullable ApplyRun> run = new AtomicReference<>();
        try {
            return inContext(what, context -> {
                ApplyRun made = make.apply(context);
                run.set(made);
                return made.run();
            });
        } catch (DeployException e) {
            Optional<Inventory> begun = Optional.ofNullable(run.get()).flatMap(ApplyRun::begun);
            if (options.onFailure() == DeployOptions.OnFailure.STOP
                    || begun.isEmpty()
                    || e instanceof DeployException.Interrupted) {
                throw e;
            }
            throw Outcomes.withMessage(e, e.getMessage() + "\n" + rolledBack(new RollBack(begun.get())));
        }
    }

    private String rolledBack(RollBack rollBack) {
        Optional<Long> revision = rollBack.target();
        if (revision.isEmpty()) {
            return "It was not rolled back: there is no other revision whose run succeeded." + Outcomes.GOES_ON;
        }
        try {
            return inContext("Rolling back " + release, context -> rollBack.run(context, revision.get()));
        } catch (DeployException.Interrupted e) {
            throw e;
        } catch (DeployException e) {
            return "The roll-back to revision " + revision.get() + " failed too: " + e.getMessage();
        }
    }

    private <T> T inContext(String what, Function<RunContext, T> run) {
        return cluster.during(() -> inOpenContext(what, run));
    }

    private <T> T inOpenContext(String what, Function<RunContext, T> run) {
        ApiServer server = cluster.server(options.concurrency());
        RunContext context = RunContext.open(server, release, options, new RunListener(listener));
        try {
            return run.apply(context);
        } catch (DeployException.Interrupted e) {
            throw interrupted(what, server, e);
        } catch (ApiException e) {
            throw cluster.explain(e).orElseGet(() -> ServerTexts.failure(what, e));
        }
    }

    /** What was interrupted, unless the run has said so already. */
    private static DeployException.Interrupted interrupted(
            String what, ApiServer server, DeployException.Interrupted e) {
        if (e.getCause() instanceof DeployException.Interrupted) {
            return e;
        }
        String done = server.writes() == 0 ? " Nothing was written." : " No object was written." + Outcomes.GOES_ON;
        return new DeployException.Interrupted(what + " was interrupted." + done);
    }

    @Override
    public String toString() {
        return "deployer of " + release;
    }
}
