package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the references of HorizontalPodAutoscalers: to a workload, and to the requests of its containers. */
final class AutoscalerReferences {
    private AutoscalerReferences() {}

    static void check(Manifest manifest, SetIndex index, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        MapTree reference = Trees.map(spec, "scaleTargetRef");
        String kind = Trees.text(reference, "kind");
        String name = Trees.text(reference, "name");
        if (kind.isEmpty() || name.isEmpty()) {
            return;
        }
        String apiVersion = Trees.text(reference, "apiVersion");
        String group = apiVersion.indexOf('/') < 0 ? "" : apiVersion.substring(0, apiVersion.indexOf('/'));
        Manifest target = index.find(manifest, group, kind, name);
        if (target == null) {
            report.warning(
                    ProblemCodes.DANGLING_REFERENCE,
                    "spec.scaleTargetRef",
                    "there is no " + Problem.quote(kind) + " " + Problem.quote(name) + " of `"
                            + (apiVersion.isEmpty() ? "v1" : apiVersion) + "`",
                    Remedies.meant(
                            name, index.names(kind), "names", "add it, or correct `apiVersion`, `kind` or `name`"));
            return;
        }
        MapTree scaled = Trees.map(target.tree(), "spec");
        if (Trees.isSet(scaled, "replicas")) {
            report.of(target)
                    .warning(
                            ProblemCodes.AUTOSCALER_REPLICAS,
                            "spec.replicas",
                            "`replicas` is set, but `" + manifest + "` sets it too: each apply undoes its changes",
                            "leave out `replicas`");
        }
        Pods pods = Pods.of(target);
        ListTree metrics = Trees.list(spec, "metrics");
        for (int i = 0; pods != null && i < metrics.size(); i++) {
            MapTree metric = Trees.map(metrics, i);
            checkMetric(pods, Trees.map(metric, "resource"), null, "spec.metrics[" + i + "].resource", report);
            MapTree one = Trees.map(metric, "containerResource");
            checkMetric(pods, one, Trees.text(one, "container"), "spec.metrics[" + i + "].containerResource", report);
        }
    }

    /** A utilization, a share of the requested amount, can be measured only if a request is set. */
    private static void checkMetric(Pods pods, MapTree metric, @Nullable String only, String path, Report report) {
        String resource = Trees.text(metric, "name");
        if (resource.isEmpty() || !Trees.text(metric, "target", "type").equals("Utilization")) {
            return;
        }
        boolean found = only == null;
        for (Pods.Container container : pods.containers()) {
            if (!container.isMain() || only != null && !only.equals(container.name())) {
                continue;
            }
            found = true;
            MapTree resources = Trees.map(container.tree(), "resources");
            if (!Trees.map(resources, "requests").has(resource)
                    && !Trees.map(resources, "limits").has(resource)) {
                report.warning(
                        ProblemCodes.AUTOSCALER_REQUESTS,
                        path,
                        "the container " + Problem.quote(container.name()) + " of `" + pods.manifest()
                                + "` requests no " + Problem.quote(resource) + ", so its utilization is unknown",
                        "add `resources.requests." + resource + "` to the container");
            }
        }
        if (!found) {
            report.error(
                    ProblemCodes.DANGLING_REFERENCE,
                    path + ".container",
                    "`" + pods.manifest() + "` has no container " + Problem.quote(Objects.requireNonNull(only)),
                    "name one of its containers");
        }
    }
}
