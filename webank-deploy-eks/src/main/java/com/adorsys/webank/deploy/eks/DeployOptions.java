package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a release is brought to a cluster; everything has a default. Immutable. */
@Value.Immutable
@DeployStyle
public abstract class DeployOptions implements WithDeployOptions {
    /** What a run waits for before it prunes and ends. */
    public enum Waiting {
        /** Custom resource definitions only: nothing of their kinds could be applied before. */
        NONE,
        /** Every applied object, until it is current by the rules of kstatus. */
        READY
    }

    /** What becomes of the release when a run that has begun to write fails, or does not end in time. */
    public enum OnFailure {
        /** It stays as the run left it; the next run continues. */
        STOP,
        /** The last revision whose run succeeded is applied again, within the same time. The run fails all the same. */
        ROLL_BACK
    }

    /** Whether a run that waits also waits for the addresses of Ingresses. */
    public enum IngressAddresses {
        /** It does not. */
        NOT_AWAITED,
        /** It waits until each Ingress has the address of a load balancer. */
        AWAITED
    }

    /** What becomes of objects that the release had and the desired set lacks. */
    public enum Pruning {
        /** They are deleted, after everything else went well. */
        PRUNE,
        /** They stay, and stay the release's. */
        KEEP
    }

    /** What becomes of Jobs that have ended and are desired as they were applied. */
    public enum EndedJobs {
        /** One that completed is settled, also if it is gone; one that failed and is gone is created again. */
        SETTLED,
        /** They run anew: one that is still there is deleted first. */
        RERUN
    }

    /** Whether a run may make the release's own namespace. */
    public enum OwnNamespace {
        /** It must be there, or in the desired set. */
        MUST_EXIST,
        /** It is made if it is not there; never deleted. */
        CREATE
    }

    /** What becomes of hooks of Argo CD and Helm in the desired set, which this library does not run. */
    public enum Hooks {
        /** A desired set with one is refused. */
        REFUSE,
        /** They are left out, with a warning for each. */
        SKIP
    }

    DeployOptions() {}

    /** A builder. {@code build()} throws {@link DeployException.InvalidInput} if a number or time is out of its range. */
    public static ImmutableDeployOptions.Builder builder() {
        return ImmutableDeployOptions.builder();
    }

    /** The defaults. */
    public static DeployOptions defaults() {
        return builder().build();
    }

    /** What is waited for. Default: {@link Waiting#NONE}. */
    @Value.Default
    public Waiting waiting() {
        return Waiting.NONE;
    }

    /** What becomes of the release when a run fails. Default: {@link OnFailure#STOP}. */
    @Value.Default
    public OnFailure onFailure() {
        return OnFailure.STOP;
    }

    /**
     * Whether the addresses of Ingresses are waited for, if anything is. Default: {@link IngressAddresses#NOT_AWAITED}. That
     * of a Service of type LoadBalancer always is.
     */
    @Value.Default
    public IngressAddresses ingressAddresses() {
        return IngressAddresses.NOT_AWAITED;
    }

    /** How long a run may take. Default: 5 minutes. No write is begun later. */
    @Value.Default
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    /** How long one object may take to become ready, within the run's time. Default: the run's time. */
    public abstract Optional<Duration> objectTimeout();

    /** How many requests are under way at once, 1 to 64. Default: 16. Fewer are while the server is overloaded. */
    @Value.Default
    public int concurrency() {
        return 16;
    }

    /**
     * Managers whose fields are taken if they conflict, and are removed if the desired set no longer has them. What else they
     * hold stays theirs, and is handed over by {@link #takenOver} only. Default: none.
     */
    public abstract Set<String> forcedManagers();

    /**
     * Objects of nobody or of another release that become this one's. What {@link #forcedManagers} and {@link #takenOver}
     * name holds of them becomes the release's, too, so that what the desired set leaves out goes; what others hold stays
     * theirs, and plans name it. Default: none.
     */
    public abstract Set<ObjectRef> adopted();

    /** Other tools whose objects and fields become this release's. Default: none. */
    public abstract List<TakeOver> takenOver();

    /**
     * Objects that may be deleted and made anew where a field cannot be changed. Default: none. Never a Namespace, a
     * custom resource definition or a PersistentVolumeClaim.
     */
    public abstract Set<ObjectRef> replaced();

    /**
     * Fields that objects leave to others once they exist, such as the replicas of an external autoscaler, or a CA bundle that
     * a controller fills in. A new object has them as desired. From then on they are neither changed nor a conflict nor a
     * drift, and plans name those that differ. Objects get the annotation {@code
     * deploy.webank.adorsys.com/ignore-fields}, by which {@link Deployer#status} and {@link Deployer#rollback} know them; a
     * manifest may have it, too: JSON pointers with commas between them. Default: none.
     */
    public abstract Set<IgnoredField> ignoredFields();

    /** What becomes of objects that are no longer desired. Default: {@link Pruning#PRUNE}. */
    @Value.Default
    public Pruning pruning() {
        return Pruning.PRUNE;
    }

    /**
     * Objects that may be pruned although data goes with them: Namespaces, custom resource definitions, volumes and their
     * claims, StatefulSets that delete their claims. Default: none; they stay, and the plan says so.
     */
    public abstract Set<ObjectRef> dataDeleted();

    /**
     * Services that may have no endpoint until new pods are ready, because their target is changed to a port that no running
     * pod has. Default: none; the plan says so, and nothing is written.
     */
    public abstract Set<ObjectRef> gapsAllowed();

    /**
     * What becomes of objects with the annotation {@code argocd.argoproj.io/hook} or {@code helm.sh/hook}. Default: {@link
     * Hooks#REFUSE}. The hook {@code Skip} of Argo CD is always left out: that is what it means.
     */
    @Value.Default
    public Hooks hooks() {
        return Hooks.REFUSE;
    }

    /**
     * What becomes of Jobs that have ended and are desired as they were applied. Default: {@link EndedJobs#SETTLED}. That a
     * Job completed is remembered by a run that waited for it, or that saw it complete, or for about an hour by its events.
     */
    @Value.Default
    public EndedJobs endedJobs() {
        return EndedJobs.SETTLED;
    }

    /** Whether the release's namespace is made. Default: {@link OwnNamespace#MUST_EXIST}. */
    @Value.Default
    public OwnNamespace ownNamespace() {
        return OwnNamespace.MUST_EXIST;
    }

    /**
     * For how long the release's Lease is taken, and renewed while the run goes on: so long the next run waits after one
     * that was killed. Whole seconds, 1 to 3600. Default: 15 seconds.
     */
    @Value.Default
    public Duration leaseDuration() {
        return Duration.ofSeconds(15);
    }

    /** How many revisions are kept to go back to, 1 to 1000. Default: 10. */
    @Value.Default
    public int revisionsKept() {
        return 10;
    }

    /** Who runs this, for the history. Default: the cluster's name for the user. */
    public abstract Optional<String> actor();

    /** The commit that the desired set was made from, for the history. */
    public abstract Optional<String> sourceCommit();

    /** A copy with further managers whose fields are taken. */
    public final DeployOptions plusForcedManagers(String... managers) {
        return withForcedManagers(Additions.to(forcedManagers(), managers));
    }

    /** A copy with further objects to adopt. */
    public final DeployOptions plusAdopted(ObjectRef... objects) {
        return withAdopted(Additions.to(adopted(), objects));
    }

    /** A copy with further take-overs. */
    public final DeployOptions plusTakenOver(TakeOver... takeOvers) {
        return withTakenOver(Additions.to(takenOver(), takeOvers));
    }

    /** A copy with further fields that are left to others. */
    public final DeployOptions plusIgnoredFields(IgnoredField... fields) {
        return withIgnoredFields(Additions.to(ignoredFields(), fields));
    }

    /** A copy with further objects that may be replaced. */
    public final DeployOptions plusReplaced(ObjectRef... objects) {
        return withReplaced(Additions.to(replaced(), objects));
    }

    /** A copy with further objects that may be deleted with their data. */
    public final DeployOptions plusDataDeleted(ObjectRef... objects) {
        return withDataDeleted(Additions.to(dataDeleted(), objects));
    }

    /** A copy with further Services that may have no endpoint for a while. */
    public final DeployOptions plusGapsAllowed(ObjectRef... services) {
        return withGapsAllowed(Additions.to(gapsAllowed(), services));
    }

    @Value.Check
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (timeout().isNegative() || timeout().isZero()) {
            problems.add(problem("timeout", "the timeout `" + timeout() + "` is not positive", "give it some minutes"));
        }
        objectTimeout()
                .filter(time -> time.isNegative() || time.isZero())
                .ifPresent(time -> problems.add(problem(
                        "objectTimeout", "the object timeout `" + time + "` is not positive", "give it some minutes")));
        if (concurrency() < 1 || concurrency() > 64) {
            problems.add(
                    problem("concurrency", "the concurrency `" + concurrency() + "` is not 1 to 64", "leave it at 16"));
        }
        if (revisionsKept() < 1 || revisionsKept() > 1000) {
            problems.add(problem(
                    "revisionsKept", "`" + revisionsKept() + "` revisions are not 1 to 1000", "leave it at 10"));
        }
        long lease = leaseDuration().toSeconds();
        if (lease < 1 || lease > 3600 || !leaseDuration().equals(Duration.ofSeconds(lease))) {
            problems.add(problem(
                    "leaseDuration",
                    "the lease duration `" + leaseDuration() + "` is not 1 to 3600 whole seconds",
                    "leave it at 15 seconds"));
        }
        if (!problems.isEmpty()) {
            throw new DeployException.InvalidInput(problems);
        }
    }

    private static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.OPTION_INVALID, Location.of("options." + path), what, remedy);
    }
}
