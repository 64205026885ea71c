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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The dry run of a pod of each workload that changes, if the server warns that it violates Pod Security, or its namespace has
 * a quota. There the server accepts a workload and refuses its pods, which would be noticed only while waiting.
 */
final class PodDryRun {
    private final RunContext context;
    private final DesiredSet set;
    private final Map<String, Boolean> quotas = new ConcurrentHashMap<>();

    PodDryRun(RunContext context, DesiredSet set) {
        this.context = context;
        this.set = set;
    }

    List<Problem> refused(List<PlannedObject> changes) {
        List<PlannedObject> workloads = new ArrayList<>();
        for (PlannedObject change : changes) {
            DesiredObject desired = change.desired();
            if (desired != null && !change.isUnverified() && makesPods(change) && needsDryRun(desired)) {
                workloads.add(change);
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
            if (object.resource() != null && !object.kindComes() && needsDryRun(object)) {
                namespaces.add(object.id().namespace());
            }
        }
        List<Runnable> readings = new ArrayList<>();
        namespaces.forEach(namespace -> readings.add(() -> hasQuota(namespace)));
        return readings;
    }

    private boolean needsDryRun(DesiredObject workload) {
        return Pods.template(workload.manifest()).isPresent()
                && !set.bringsNamespace(workload.id().namespace());
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
        if (!isWarned && !hasQuota(namespace) || desiresNone(workload)) {
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
