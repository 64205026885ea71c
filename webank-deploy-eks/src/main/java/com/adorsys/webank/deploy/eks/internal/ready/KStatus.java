package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject.Condition;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The readiness of one live object, from nothing but the object.
 *
 * <p>The rules are those of <a href="https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus">kstatus</a>,
 * with these differences: an APIService needs a server that answers; a Job counts when it is complete, not when it runs; a Pod that
 * failed is failed; a paused Deployment and a suspended Job are not waited for; a Service of type LoadBalancer needs its address; a
 * {@code Ready} condition that was written for an older generation does not count. Any tree is judged, whatever is missing in it or of
 * another type.
 */
public final class KStatus {
    /** How long a Pod may be without a node before that counts as a failure. */
    static final Duration UNSCHEDULABLE = Duration.ofSeconds(15);

    private static final String NO_ADDRESS = "no address of a load balancer yet";

    private static final long NO_DEADLINE = Integer.MAX_VALUE;

    /** Kinds without a status, or whose status nobody waits for. */
    private static final Set<String> ALWAYS_CURRENT = Set.of(
            "ConfigMap",
            "Secret",
            "ServiceAccount",
            "LimitRange",
            "ResourceQuota",
            "PodTemplate",
            "apps/ControllerRevision",
            "batch/CronJob",
            "admissionregistration.k8s.io/MutatingWebhookConfiguration",
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
            "networking.k8s.io/IngressClass",
            "networking.k8s.io/NetworkPolicy",
            "rbac.authorization.k8s.io/ClusterRole",
            "rbac.authorization.k8s.io/ClusterRoleBinding",
            "rbac.authorization.k8s.io/Role",
            "rbac.authorization.k8s.io/RoleBinding",
            "scheduling.k8s.io/PriorityClass",
            "storage.k8s.io/StorageClass");

    private KStatus() {}

    /** The readiness of a live object now. */
    public static Readiness of(MapTree live) {
        return of(live, Instant.now());
    }

    /**
     * The readiness of a live object at a time.
     *
     * @param now what tells a Pod that waits for a node for long from one that does not; no other rule looks at it
     */
    public static Readiness of(MapTree live, Instant now) {
        LiveObject object = new LiveObject(live);
        return general(object).orElseGet(() -> ofKind(object, now));
    }

    /** Whether objects of a kind are current as soon as they exist, so that nobody needs to look at them. */
    public static boolean isAlwaysCurrent(String group, String kind) {
        return ALWAYS_CURRENT.contains(key(group, kind));
    }

    /** Whether a live object is a Job that completed. */
    public static boolean isComplete(MapTree live) {
        LiveObject object = new LiveObject(live);
        return isJob(object.group(), object.kind()) && object.isTrue("Complete");
    }

    /** Whether a live object is a Job that completed or failed. */
    public static boolean isEnded(MapTree live) {
        LiveObject object = new LiveObject(live);
        return isComplete(live) || isJob(object.group(), object.kind()) && object.isTrue("Failed");
    }

    /** Whether a kind is that of Jobs. */
    public static boolean isJob(String group, String kind) {
        return group.equals("batch") && kind.equals("Job");
    }

    /** What holds for every kind, before the kind's own rules are asked. */
    private static Optional<Readiness> general(LiveObject object) {
        if (object.isTerminating()) {
            return Optional.of(Readiness.of(State.TERMINATING, terminating(object)));
        }
        Optional<Long> generation = object.number("metadata", "generation");
        if (generation.isPresent() && object.has("status", "observedGeneration")) {
            Optional<Long> observed = object.number("status", "observedGeneration");
            if (!observed.equals(generation)) {
                return Optional.of(inProgress(
                        "the cluster has not looked at the change yet (generation " + generation.get() + ")"));
            }
        }
        for (Condition condition : object.conditions()) {
            if (condition.type().equals("Reconciling") && condition.isTrue()) {
                return Optional.of(inProgress(said(condition)));
            }
            if (condition.type().equals("Stalled") && condition.isTrue()) {
                return Optional.of(failed(said(condition)));
            }
        }
        return Optional.empty();
    }

    private static Readiness ofKind(LiveObject object, Instant now) {
        return switch (key(object)) {
            case "apps/Deployment", "extensions/Deployment" -> deployment(object);
            case "apps/ReplicaSet", "extensions/ReplicaSet" -> replicaSet(object);
            case "apps/StatefulSet" -> statefulSet(object);
            case "apps/DaemonSet", "extensions/DaemonSet" -> daemonSet(object);
            case "Pod" -> pod(object, now);
            case "batch/Job" -> job(object);
            case "PersistentVolumeClaim" -> claim(object);
            case "Service" -> service(object);
            case "apiextensions.k8s.io/CustomResourceDefinition" -> definition(object);
            case "apiregistration.k8s.io/APIService" -> apiService(object);
            case "policy/PodDisruptionBudget" -> current("");
            default -> isAlwaysCurrent(object.group(), object.kind()) ? current("") : generic(object);
        };
    }

    private static Readiness deployment(LiveObject object) {
        if (object.flag("spec", "paused")) {
            return current("paused, so not waited for");
        }
        Optional<Condition> progressing = object.condition("Progressing");
        if (progressing
                .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
                .isPresent()) {
            return failed("no progress within " + object.count("spec", "progressDeadlineSeconds") + " s");
        }
        long desired = object.number("spec", "replicas").orElse(1L);
        long replicas = object.count("status", "replicas");
        long updated = object.count("status", "updatedReplicas");
        long available = object.count("status", "availableReplicas");
        long ready = object.count("status", "readyReplicas");
        Readiness lacking = lacking(desired, new Count(replicas, "exist"), new Count(updated, "are updated"));
        if (lacking == null && replicas > desired) {
            return more(replicas - desired);
        }
        lacking = lacking != null
                ? lacking
                : lacking(desired, new Count(available, "are available"), new Count(ready, "are ready"));
        if (lacking != null) {
            return lacking;
        }
        boolean endless = object.number("spec", "progressDeadlineSeconds").orElse(NO_DEADLINE) == NO_DEADLINE;
        boolean progressed = progressing
                .filter(condition -> condition.isTrue() && condition.reason().equals("NewReplicaSetAvailable"))
                .isPresent();
        if (!endless && !progressed) {
            return inProgress("the new ReplicaSet is not available yet");
        }
        if (!object.isTrue("Available")) {
            return inProgress("not available yet");
        }
        return all(desired, "available");
    }

    private static Readiness replicaSet(LiveObject object) {
        Optional<Condition> failure = object.condition("ReplicaFailure").filter(Condition::isTrue);
        if (failure.isPresent()) {
            return inProgress("Pods cannot be created: " + said(failure.get()));
        }
        long desired = object.number("spec", "replicas").orElse(1L);
        long labelled = object.count("status", "fullyLabeledReplicas");
        long available = object.count("status", "availableReplicas");
        long ready = object.count("status", "readyReplicas");
        long replicas = object.count("status", "replicas");
        Readiness lacking = lacking(
                desired,
                new Count(labelled, "exist with every label"),
                new Count(available, "are available"),
                new Count(ready, "are ready"));
        if (lacking != null) {
            return lacking;
        }
        return replicas > desired ? more(replicas - desired) : all(desired, "available");
    }

    private static Readiness statefulSet(LiveObject object) {
        if (object.text("spec", "updateStrategy", "type").equals("OnDelete")) {
            return current("updated only where its Pods are deleted, so not waited for");
        }
        long desired = object.number("spec", "replicas").orElse(1L);
        long replicas = object.count("status", "replicas");
        long ready = object.count("status", "readyReplicas");
        long updated = object.count("status", "updatedReplicas");
        Readiness lacking = lacking(desired, new Count(replicas, "exist"), new Count(ready, "are ready"));
        if (lacking != null) {
            return lacking;
        }
        if (replicas > desired) {
            return more(replicas - desired);
        }
        Optional<Long> partition = object.number("spec", "updateStrategy", "rollingUpdate", "partition");
        if (partition.isPresent()) {
            // Pods with an ordinal below the partition keep the old revision on purpose.
            long toUpdate = Math.max(0, desired - Math.max(0, partition.get()));
            return updated < toUpdate ? fewer(updated, toUpdate, "are updated") : all(toUpdate, "updated");
        }
        long current = object.count("status", "currentReplicas");
        if (desired > current) {
            return fewer(current, desired, "are of the current revision");
        }
        if (!object.text("status", "currentRevision").equals(object.text("status", "updateRevision"))) {
            return inProgress("not every replica is of the new revision yet");
        }
        return all(desired, "ready");
    }

    private static Readiness daemonSet(LiveObject object) {
        // The controller sets all three as soon as it has looked; without them the counts below say nothing.
        if (object.number("metadata", "generation").isEmpty()
                || object.number("status", "observedGeneration").isEmpty()
                || object.number("status", "desiredNumberScheduled").isEmpty()) {
            return inProgress("the cluster has not looked at it yet");
        }
        long desired = object.count("status", "desiredNumberScheduled");
        long current = object.count("status", "currentNumberScheduled");
        long updated = object.count("status", "updatedNumberScheduled");
        long available = object.count("status", "numberAvailable");
        long ready = object.count("status", "numberReady");
        Readiness lacking = lacking(
                desired,
                new Count(current, "exist"),
                new Count(updated, "are updated"),
                new Count(available, "are available"),
                new Count(ready, "are ready"));
        return lacking != null ? lacking : all(desired, "available");
    }

    private static Readiness pod(LiveObject object, Instant now) {
        String phase = object.text("status", "phase");
        if (phase.equals("Succeeded")) {
            return current("completed");
        }
        if (phase.equals("Failed")) {
            String reason = object.text("status", "reason");
            return failed(reason.isEmpty() ? "ended with an error" : "ended with an error: " + reason);
        }
        if (phase.equals("Running") && object.isTrue("Ready")) {
            return current("ready");
        }
        List<String> crashing = new ArrayList<>();
        for (String statuses : List.of("initContainerStatuses", "containerStatuses")) {
            for (LiveObject container : object.list("status", statuses)) {
                if (container.text("state", "waiting", "reason").equals("CrashLoopBackOff")) {
                    crashing.add(Problem.quote(container.text("name")));
                }
            }
        }
        if (!crashing.isEmpty()) {
            return failed("container " + String.join(", ", crashing) + " keeps crashing");
        }
        Optional<Condition> scheduled = object.condition("PodScheduled")
                .filter(condition -> condition.isFalse() && condition.reason().equals("Unschedulable"));
        if (phase.equals("Pending") && scheduled.isPresent()) {
            boolean forLong = created(object.tree())
                    .filter(time -> Duration.between(time, now).compareTo(UNSCHEDULABLE) >= 0)
                    .isPresent();
            return forLong
                    ? failed("no node takes it: " + said(scheduled.get()))
                    : inProgress("no node takes it yet: " + said(scheduled.get()));
        }
        return inProgress(
                switch (phase) {
                    case "Running" -> "running, not ready yet";
                    case "Pending" -> "pending";
                    case "" -> "the cluster has not looked at it yet";
                    default -> "in phase " + Problem.quote(phase);
                });
    }

    private static Readiness job(LiveObject object) {
        if (object.isTrue("Complete")) {
            return current("complete");
        }
        Optional<Condition> failure = object.condition("Failed").filter(Condition::isTrue);
        if (failure.isPresent()) {
            return failed(said(failure.get()));
        }
        if (object.flag("spec", "suspend") || object.isTrue("Suspended")) {
            return current("suspended, so not waited for");
        }
        long succeeded = object.count("status", "succeeded");
        long completions = object.number("spec", "completions")
                .orElse(object.number("spec", "parallelism").orElse(1L));
        return inProgress(succeeded + " of " + completions + " completions");
    }

    private static Readiness claim(LiveObject object) {
        String phase = object.text("status", "phase");
        if (phase.equals("Bound")) {
            return current("bound");
        }
        // A claim whose volume is gone never gets another one.
        return phase.equals("Lost") ? failed("its volume is lost") : inProgress("not bound to a volume yet");
    }

    private static Readiness service(LiveObject object) {
        if (!object.text("spec", "type").equals("LoadBalancer")) {
            return current("");
        }
        if (object.text("spec", "clusterIP").isEmpty()) {
            return inProgress("no cluster IP yet");
        }
        return hasAddress(object) ? current("") : inProgress(NO_ADDRESS);
    }

    /** The readiness of an Ingress whose address is waited for; that of any other object is as given. */
    static Readiness withAddress(Readiness readiness, MapTree live) {
        LiveObject object = new LiveObject(live);
        boolean missing = readiness.isCurrent()
                && object.group().equals("networking.k8s.io")
                && object.kind().equals("Ingress")
                && !hasAddress(object);
        return missing ? inProgress(NO_ADDRESS) : readiness;
    }

    private static boolean hasAddress(LiveObject object) {
        return !object.list("status", "loadBalancer", "ingress").isEmpty();
    }

    private static Readiness definition(LiveObject object) {
        for (Condition condition : object.conditions()) {
            if (condition.type().equals("NamesAccepted") && condition.isFalse()) {
                return failed("its names are refused: " + said(condition));
            }
            if (condition.type().equals("Established")) {
                if (condition.isTrue()) {
                    return current("established");
                }
                if (condition.isFalse() && !condition.reason().equals("Installing")) {
                    return failed("not established: " + said(condition));
                }
            }
        }
        return inProgress("not established yet");
    }

    private static Readiness apiService(LiveObject object) {
        Optional<Condition> available = object.condition("Available");
        if (available.isEmpty()) {
            return inProgress("the cluster has not looked at it yet");
        }
        return available.get().isTrue()
                ? current("available")
                : inProgress("its server does not answer: " + said(available.get()));
    }

    private static Readiness generic(LiveObject object) {
        Optional<Condition> ready = object.condition("Ready");
        if (ready.isEmpty()) {
            return current("");
        }
        Optional<Long> generation = object.number("metadata", "generation");
        Optional<Long> judged = ready.get().observedGeneration();
        if (generation.isPresent() && judged.isPresent() && judged.get() < generation.get()) {
            return inProgress("the cluster has not looked at the change yet (generation " + generation.get() + ")");
        }
        return ready.get().isTrue() ? current("ready") : inProgress(said(ready.get()));
    }

    /** When an object was made, if it says so. */
    static Optional<Instant> created(MapTree live) {
        try {
            return Optional.of(OffsetDateTime.parse(new LiveObject(live).text("metadata", "creationTimestamp"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String terminating(LiveObject object) {
        List<String> finalizers = new ArrayList<>();
        for (Tree item : Trees.list(object.tree(), "metadata", "finalizers")) {
            if (item instanceof ScalarTree scalar && scalar.isString()) {
                finalizers.add(Problem.quote(scalar.text()));
            }
        }
        return finalizers.isEmpty() ? "being deleted" : "being deleted, held by " + String.join(", ", finalizers);
    }

    /** What a condition says, on one line. */
    private static String said(Condition condition) {
        String text = condition.message().isEmpty() ? condition.reason() : condition.message();
        String line = OneLine.of(text);
        return line.isEmpty() ? condition.type() + " is " + Problem.quote(condition.status()) : line;
    }

    /** How many replicas are how far. */
    private record Count(long there, String what) {}

    /** An object in progress, by the first of some counts that is less than desired; null if none is. */
    private static @Nullable Readiness lacking(long desired, Count... counts) {
        for (Count count : counts) {
            if (desired > count.there()) {
                return fewer(count.there(), desired, count.what());
            }
        }
        return null;
    }

    private static Readiness fewer(long there, long desired, String what) {
        return inProgress(there + " of " + desired + " replicas " + what);
    }

    private static Readiness more(long old) {
        return inProgress(old + (old == 1 ? " old replica is" : " old replicas are") + " still there");
    }

    private static Readiness all(long desired, String what) {
        return current(desired + (desired == 1 ? " replica " : " replicas ") + what);
    }

    private static Readiness current(String message) {
        return Readiness.of(State.CURRENT, message);
    }

    private static Readiness inProgress(String message) {
        return Readiness.of(State.IN_PROGRESS, message);
    }

    private static Readiness failed(String message) {
        return Readiness.of(State.FAILED, message);
    }

    private static String key(LiveObject object) {
        return key(object.group(), object.kind());
    }

    private static String key(String group, String kind) {
        return group.isEmpty() ? kind : group + "/" + kind;
    }
}
