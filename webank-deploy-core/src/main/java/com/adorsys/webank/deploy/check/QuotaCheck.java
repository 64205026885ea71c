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
        Neighbours quotas = ofCore(manifests, "ResourceQuota");
        Neighbours ranges = ofCore(manifests, "LimitRange");
        if (quotas.isEmpty() && ranges.isEmpty()) {
            return;
        }
        Neighbours workloads = new Neighbours();
        for (Manifest manifest : manifests) {
            Pods pods = PodTemplates.makesPods(manifest.apiVersion(), manifest.kind()) ? Pods.of(manifest) : null;
            if (pods != null) {
                workloads.add(manifest);
                Report report = new Report(manifest, manifests, into);
                ContainerLimits limits = ContainerLimits.of(ranges.of(manifest));
                for (Pods.Container container : pods.containers()) {
                    limits.check(container, report);
                    for (Manifest quota : quotas.of(manifest)) {
                        checkIsSet(container, quota, limits, report);
                    }
                }
            }
        }
        Workloads needs = new Workloads(workloads, ranges, byTarget(manifests.all("HorizontalPodAutoscaler")));
        for (Manifest quota : quotas.all()) {
            checkSum(quota, needs, new Report(quota, manifests, into));
        }
    }

    /** The workloads, and what says how much their pods need. */
    private record Workloads(Neighbours workloads, Neighbours ranges, Map<String, Neighbours> autoscalers) {}

    /** The objects of a kind that hold for all pods of their namespace. */
    private static Neighbours ofCore(ManifestSet manifests, String kind) {
        Neighbours found = new Neighbours();
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

    private static void checkIsSet(Pods.Container container, Manifest quota, ContainerLimits limits, Report report) {
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

    private static void checkSum(Manifest quota, Workloads needs, Report report) {
        MapTree hard = Trees.map(quota.tree(), "spec", "hard");
        for (String key : hard.keys()) {
            BigDecimal allowed = CountedResource.quantity(hard.get(key));
            BigDecimal needed = needed(key, quota, needs);
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
    private static Map<String, Neighbours> byTarget(List<Manifest> autoscalers) {
        Map<String, Neighbours> byTarget = new HashMap<>();
        for (Manifest autoscaler : autoscalers) {
            MapTree target = Trees.map(autoscaler.tree(), "spec", "scaleTargetRef");
            byTarget.computeIfAbsent(
                            Trees.text(target, "kind") + "/" + Trees.text(target, "name"), key -> new Neighbours())
                    .add(autoscaler);
        }
        return byTarget;
    }

    private static BigDecimal needed(String key, Manifest quota, Workloads needs) {
        CountedResource counted = CountedResource.of(key);
        boolean countsPods = key.equals("pods") || key.equals("count/pods");
        BigDecimal needed = BigDecimal.ZERO;
        if (counted == null && !countsPods) {
            return needed;
        }
        for (Manifest manifest : needs.workloads.of(quota)) {
            Pods pods = Pods.of(manifest);
            if (pods != null) {
                BigDecimal each = counted == null
                        ? BigDecimal.ONE
                        : ContainerLimits.of(needs.ranges.of(manifest)).amount(pods, counted);
                needed = needed.add(each.multiply(BigDecimal.valueOf(most(manifest, needs.autoscalers))));
            }
        }
        return needed;
    }

    /** The highest number of pods of a workload at one time. */
    private static long most(Manifest workload, Map<String, Neighbours> autoscalers) {
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

    private static long replicas(Manifest workload, Map<String, Neighbours> autoscalers) {
        Neighbours own = autoscalers.get(workload.kind() + "/" + workload.name());
        List<Manifest> together = own == null ? List.of() : own.of(workload);
        return together.isEmpty()
                ? Trees.number(workload.tree(), 1, "spec", "replicas")
                : Trees.number(together.get(0).tree(), 1, "spec", "maxReplicas");
    }

    private static boolean hasSurge(MapTree spec) {
        MapTree strategy = Trees.map(spec, "strategy");
        return !Trees.text(strategy, "type").equals("Recreate")
                && Trees.number(strategy, 1, "rollingUpdate", "maxSurge") != 0
                && !Trees.text(strategy, "rollingUpdate", "maxSurge").equals("0%");
    }
}
