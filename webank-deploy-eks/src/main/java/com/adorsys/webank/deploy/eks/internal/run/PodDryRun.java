package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dry run of a pod of each workload that changes, if the server warns that it violates Pod Security, or its namespace has
 * a quota, or enforces more than it warns of. There the server accepts a workload and refuses its pods, which would be noticed
 * only while waiting.
 *
 * <p>What a namespace enforces is known of one that is in the set; another is not read for that.
 */
final class PodDryRun {
    /** The levels of Pod Security, from the least strict one. */
    private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

    private final RunContext context;
    private final DesiredSet set;
    private final Map<String, Boolean> quotas = new ConcurrentHashMap<>();
    /** The namespaces of the set that stay as they are, and whether they enforce more than they warn of. */
    private final Map<String, Boolean> staying = new HashMap<>();

    PodDryRun(RunContext context, DesiredSet set) {
        this.context = context;
        this.set = set;
    }

    List<Problem> refused(List<PlannedObject> objects) {
        for (PlannedObject object : objects) {
            if (Deletions.isNamespace(object.id()) && object.action() == Action.UNCHANGED && object.desired() != null) {
                MapTree namespace = object.desired().manifest().tree();
                staying.put(object.id().name(), level(namespace, "enforce") > level(namespace, "warn"));
            }
        }
        List<PlannedObject> workloads = new ArrayList<>();
        for (PlannedObject object : objects) {
            DesiredObject desired = object.desired();
            if (desired != null
                    && object.isChange()
                    && !object.isUnverified()
                    && makesPods(object)
                    && isThere(desired)) {
                workloads.add(object);
            }
        }
        List<Problem> problems = new ArrayList<>();
        context.workers().map(workloads, change -> refused(change)).stream()
                .flatMap(Optional::stream)
                .forEach(problems::add);
        return problems;
    }

    /** Finds out which namespaces of workloads have quotas. */
    List<Runnable> readings(List<DesiredObject> objects) {
        Set<String> namespaces = new TreeSet<>();
        for (DesiredObject object : objects) {
            String namespace = object.id().namespace();
            boolean isKnown = object.resource() != null && !object.kindComes();
            if (isKnown && !set.bringsNamespace(namespace) && hasPods(object)) {
                namespaces.add(namespace);
            }
        }
        List<Runnable> readings = new ArrayList<>();
        namespaces.forEach(namespace -> readings.add(() -> hasQuota(namespace)));
        return readings;
    }

    /** Whether an object makes pods in a namespace that is there, as far as is known. */
    private boolean isThere(DesiredObject workload) {
        String namespace = workload.id().namespace();
        return hasPods(workload) && (!set.bringsNamespace(namespace) || staying.containsKey(namespace));
    }

    private static boolean hasPods(DesiredObject workload) {
        return Pods.template(workload.manifest()).isPresent();
    }

    /** How strict a namespace is in a mode. Without a label for warnings it warns of what it enforces. */
    private static int level(MapTree namespace, String mode) {
        String level = Trees.text(namespace, "metadata", "labels", "pod-security.kubernetes.io/" + mode);
        return level.isEmpty() && mode.equals("warn") ? LEVELS.size() : LEVELS.indexOf(level);
    }

    private static boolean makesPods(PlannedObject change) {
        return change.action() == Action.CREATE
                || change.action() == Action.REPLACE
                || change.changeClass() == ChangeClass.ROLL_OUT;
    }

    private Optional<Problem> refused(PlannedObject change) {
        DesiredObject workload = Optional.ofNullable(change.desired()).orElseThrow();
        String namespace = workload.id().namespace();
        // Also where a namespace only enforces a level, the server warns of workloads whose pods it would refuse.
        boolean isWarned =
                change.warnings().stream().anyMatch(warning -> warning.contains("would violate PodSecurity"));
        boolean isLimited =
                set.bringsNamespace(namespace) ? staying.getOrDefault(namespace, false) : hasQuota(namespace);
        if (!isWarned && !isLimited || desiresNone(workload)) {
            return Optional.empty();
        }
        MapTree template = Pods.template(workload.manifest()).orElseThrow();
        MapTree metadata = Trees.map(template, "metadata");
        MapTree pod = MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("metadata", metadata.without("name").with("generateName", "dry-run-"))
                .put("spec", withClaims(Trees.map(template, "spec"), workload.manifest()))
                .build();
        try {
            context.api().dryRunCreate("/api/v1/namespaces/" + namespace + "/pods", pod);
            return Optional.empty();
        } catch (ApiException e) {
            // The pods of a workload that is there count already, and make room for the new ones or not.
            boolean isNew = change.action() == Action.CREATE
                    && set.manifests().all("ResourceQuota").isEmpty();
            // Nobody else's no: who deploys need not be allowed to make pods, and what a pod lacks the set may bring.
            return Problems.ofLimits(workload, e, "its pods would be refused")
                    .filter(problem -> isNew || !problem.code().equals(ProblemCodes.QUOTA_EXCEEDED));
        }
    }

    /** A pod's spec with the volumes that the controller of a StatefulSet adds, without which the pod would be invalid. */
    private static MapTree withClaims(MapTree spec, Manifest workload) {
        List<Tree> volumes = new ArrayList<>(Trees.list(spec, "volumes").items());
        for (Tree claim : Trees.list(workload.tree(), "spec", "volumeClaimTemplates")) {
            String name = Trees.text(Trees.map(claim), "metadata", "name");
            volumes.add(MapTree.of("name", name).with("persistentVolumeClaim", MapTree.of("claimName", name)));
        }
        return volumes.isEmpty() ? spec : spec.with("volumes", ListTree.of(volumes));
    }

    private static boolean desiresNone(DesiredObject workload) {
        return Trees.number(workload.manifest().tree(), 1, "spec", "replicas") == 0;
    }

    private boolean hasQuota(String namespace) {
        return quotas.computeIfAbsent(namespace, this::readHasQuota);
    }

    private boolean readHasQuota(String namespace) {
        List<MapTree> found = new ArrayList<>();
        String quotas = "/api/v1/namespaces/" + namespace + "/resourcequotas";
        ApiReader.ifAllowed(() -> context.api().listMetadata(quotas, found::add));
        return !found.isEmpty();
    }
}
