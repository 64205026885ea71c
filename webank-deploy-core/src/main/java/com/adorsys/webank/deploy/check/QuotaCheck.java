package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pods of a namespace fit its ResourceQuotas and LimitRanges.
 *
 * <p>They are counted at their most: all replicas, the maximum of the autoscaler, and one more pod of each Deployment that
 * rolls out. Of a DaemonSet, whose pods are as many as the nodes, one pod is counted. Quotas with scopes are left out.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource Quotas</a>
 */
final class QuotaCheck implements Check {
    static final QuotaCheck INSTANCE = new QuotaCheck();

    private QuotaCheck() {}

    @Override
    public String name() {
        return "quotas";
    }

    @Override
    public Reach reach() {
        return Reach.LINKS;
    }

    @Override
    public void check(ManifestSet manifests, List<Problem> into) {
        List<Manifest> quotas = ofCore(manifests, "ResourceQuota");
        List<Manifest> ranges = ofCore(manifests, "LimitRange");
        if (quotas.isEmpty() && ranges.isEmpty()) {
            return;
        }
        for (Manifest manifest : manifests) {
            Pods pods = PodTemplates.makesPods(manifest.apiVersion(), manifest.kind()) ? Pods.of(manifest) : null;
            if (pods != null) {
                Report report = new Report(manifest, manifests, into);
                ContainerLimits limits = ContainerLimits.of(ranges, manifest);
                for (Pods.Container container : pods.containers()) {
                    limits.check(container, report);
                    for (Manifest quota : quotas) {
                        checkIsSet(container, quota, limits, report);
                    }
                }
            }
        }
        for (Manifest quota : quotas) {
            checkSum(quota, ranges, manifests, new Report(quota, manifests, into));
        }
    }

    /** The objects of a kind that hold for all pods of their namespace. */
    private static List<Manifest> ofCore(ManifestSet manifests, String kind) {
        List<Manifest> found = new ArrayList<>();
        for (Manifest manifest : manifests.all(kind)) {
            MapTree spec = Trees.map(manifest.tree(), "spec");
            if (manifest.id().group().isEmpty()
                    && !Trees.isSet(spec, "scopes")
                    && !Trees.isSet(spec, "scopeSelector")) {
                found.add(manifest);
            }
        }
        return found;
    }

    /** Whether two objects are in one namespace; an object without one is in that of the release, which is not known. */
    static boolean areTogether(Manifest one, Manifest other) {
        return one.namespace().isEmpty()
                || other.namespace().isEmpty()
                || one.namespace().equals(other.namespace());
    }

    private static void checkIsSet(Pods.Container container, Manifest quota, ContainerLimits limits, Report report) {
        if (!areTogether(container.pods().manifest(), quota)) {
            return;
        }
        for (String key : Trees.map(quota.tree(), "spec", "hard").keys()) {
            CountedResource counted = CountedResource.of(key);
            if (counted != null
                    && counted.isRequired()
                    && counted.ofPod(container.pods()) == null
                    && limits.amount(container.tree(), counted) == null) {
                report.error(
                        ProblemCodes.QUOTA_RESOURCE_MISSING,
                        container.path("resources"),
                        "the container " + Problem.quote(container.name()) + " does not set `" + counted
                                + "`, which the" + " ResourceQuota `" + quota.name()
                                + "` counts, so Kubernetes refuses its pods",
                        "set it, or let a LimitRange of the namespace give it a default");
            }
        }
    }

    private static void checkSum(Manifest quota, List<Manifest> ranges, ManifestSet manifests, Report report) {
        MapTree hard = Trees.map(quota.tree(), "spec", "hard");
        Map<String, List<Manifest>> autoscalers = byTarget(manifests.all("HorizontalPodAutoscaler"));
        for (String key : hard.keys()) {
            BigDecimal allowed = CountedResource.quantity(hard.get(key));
            BigDecimal needed = needed(key, quota, ranges, manifests, autoscalers);
            if (allowed != null && needed.compareTo(allowed) > 0) {
                String amount = CountedResource.text(key, needed);
                report.error(
                        ProblemCodes.QUOTA_TOO_SMALL,
                        TreePath.child("spec.hard", key),
                        "the quota allows `" + CountedResource.text(key, allowed)
                                + "`, and the pods of the namespace need `"
                                + amount + "`: all replicas, the maximum of each autoscaler, and one more pod of each"
                                + " Deployment that rolls out",
                        "raise it to `" + amount + "` or more, or lower the requests, limits or replicas");
            }
        }
    }

    /** Autoscalers by the kind and the name of their targets. */
    private static Map<String, List<Manifest>> byTarget(List<Manifest> autoscalers) {
        Map<String, List<Manifest>> byTarget = new HashMap<>();
        for (Manifest autoscaler : autoscalers) {
            MapTree target = Trees.map(autoscaler.tree(), "spec", "scaleTargetRef");
            byTarget.computeIfAbsent(
                            Trees.text(target, "kind") + "/" + Trees.text(target, "name"), key -> new ArrayList<>(1))
                    .add(autoscaler);
        }
        return byTarget;
    }

    private static BigDecimal needed(
            String key,
            Manifest quota,
            List<Manifest> ranges,
            ManifestSet manifests,
            Map<String, List<Manifest>> autoscalers) {
        CountedResource counted = CountedResource.of(key);
        boolean countsPods = key.equals("pods") || key.equals("count/pods");
        BigDecimal needed = BigDecimal.ZERO;
        if (counted == null && !countsPods) {
            return needed;
        }
        for (Manifest manifest : manifests) {
            Pods pods = PodTemplates.makesPods(manifest.apiVersion(), manifest.kind()) ? Pods.of(manifest) : null;
            if (pods != null && areTogether(manifest, quota)) {
                BigDecimal each = counted == null
                        ? BigDecimal.ONE
                        : ContainerLimits.of(ranges, manifest).amount(pods, counted);
                needed = needed.add(each.multiply(BigDecimal.valueOf(most(manifest, autoscalers))));
            }
        }
        return needed;
    }

    /** The highest number of pods of a workload at one time. */
    private static long most(Manifest workload, Map<String, List<Manifest>> autoscalers) {
        MapTree spec = Trees.map(workload.tree(), "spec");
        return switch (workload.kind()) {
            case "Deployment" -> {
                long replicas = replicas(workload, autoscalers);
                yield replicas > 0 && hasSurge(spec) ? replicas + 1 : replicas;
            }
            case "StatefulSet", "ReplicaSet", "ReplicationController" -> replicas(workload, autoscalers);
            case "Job" -> Trees.number(spec, 1, "parallelism");
            case "CronJob" -> Trees.number(spec, 1, "jobTemplate", "spec", "parallelism");
            default -> 1;
        };
    }

    private static long replicas(Manifest workload, Map<String, List<Manifest>> autoscalers) {
        for (Manifest autoscaler : autoscalers.getOrDefault(workload.kind() + "/" + workload.name(), List.of())) {
            if (areTogether(autoscaler, workload)) {
                return Trees.number(autoscaler.tree(), 1, "spec", "maxReplicas");
            }
        }
        return Trees.number(workload.tree(), 1, "spec", "replicas");
    }

    private static boolean hasSurge(MapTree spec) {
        MapTree strategy = Trees.map(spec, "strategy");
        return !Trees.text(strategy, "type").equals("Recreate")
                && Trees.number(strategy, 1, "rollingUpdate", "maxSurge") != 0
                && !Trees.text(strategy, "rollingUpdate", "maxSurge").equals("0%");
    }
}
