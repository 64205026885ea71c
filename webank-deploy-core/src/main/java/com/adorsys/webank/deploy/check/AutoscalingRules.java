package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.math.BigDecimal;
import java.util.List;

/** The rules between the fields of HorizontalPodAutoscalers. */
final class AutoscalingRules implements FieldRules {
    private static final List<String> SOURCES = List.of("resource", "containerResource", "pods", "object", "external");

    /**
     * @see <a href="https://github.com/kubernetes/kubernetes/pull/139648">HPAScaleToZero is on since 1.37</a>
     */
    private static final VersionRange SCALING_TO_ZERO = VersionRange.since(ProductVersion.kubernetes("1.37"));

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        if (!manifest.kind().equals("HorizontalPodAutoscaler")) {
            return;
        }
        MapTree spec = Trees.map(manifest.tree(), "spec");
        long most = Trees.number(spec, Long.MAX_VALUE, "maxReplicas");
        long least = Trees.number(spec, 1, "minReplicas");
        if (least > most) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "spec.minReplicas",
                    "`minReplicas` is `" + least + "`, more than `maxReplicas`, which is `" + most + "`",
                    "write at most `" + most + "`, or raise `maxReplicas`");
        }
        ListTree metrics = Trees.list(spec, "metrics");
        if (least == 0) {
            checkZero(metrics, targets, report);
        }
        for (int i = 0; i < metrics.size(); i++) {
            for (String source : SOURCES) {
                MapTree metric = Trees.map(Trees.map(metrics, i), source);
                if (metric.get("target") instanceof MapTree target) {
                    checkTarget(target, source, "spec.metrics[" + i + "]." + source + ".target", report);
                }
            }
        }
    }

    private static void checkZero(ListTree metrics, Targets targets, Report report) {
        boolean isScalable = false;
        for (int i = 0; i < metrics.size(); i++) {
            String type = Trees.text(Trees.map(metrics, i), "type");
            isScalable |= type.equals("Object") || type.equals("External");
        }
        if (!isScalable) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "spec.minReplicas",
                    "`minReplicas` is `0`, but there is no metric of type `Object` or `External`",
                    "write at least `1`");
            return;
        }
        ProductVersion target = targets.kubernetes().orElse(null);
        if (target == null) {
            report.warning(
                    ProblemCodes.VERSION_DEPENDENT,
                    "spec.minReplicas",
                    "`minReplicas` can be `0` only in " + SCALING_TO_ZERO,
                    "make sure that your cluster has such a version, or check for the version that it has");
        } else if (!SCALING_TO_ZERO.contains(target)) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "spec.minReplicas",
                    "`minReplicas` can be `0` only in " + SCALING_TO_ZERO + ", and not in " + target,
                    "write at least `1`");
        }
    }

    private static void checkTarget(MapTree target, String source, String path, Report report) {
        positive(target, "value", path, report);
        positive(target, "averageValue", path, report);
        switch (source) {
            case "resource", "containerResource" -> {
                oneOf(target, "averageUtilization", "averageValue", path, report);
                exclusive(target, "averageUtilization", "averageValue", path, report);
            }
            case "external" -> {
                oneOf(target, "averageValue", "value", path, report);
                exclusive(target, "averageValue", "value", path, report);
            }
            case "object" -> oneOf(target, "averageValue", "value", path, report);
            default -> oneOf(target, "averageValue", "averageValue", path, report);
        }
    }

    private static void positive(MapTree target, String key, String path, Report report) {
        BigDecimal amount = CountedResource.quantity(target.get(key));
        if (amount != null && amount.signum() == 0) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + "." + key,
                    "`" + key + "` is `0`",
                    "write the amount at which pods are added");
        }
    }

    private static void oneOf(MapTree target, String one, String other, String path, Report report) {
        if (!Trees.isSet(target, one) && !Trees.isSet(target, other)) {
            boolean isSame = one.equals(other);
            report.error(
                    ProblemCodes.MISSING_KEY,
                    path + "." + one,
                    isSame ? "`target` has no `" + one + "`" : "`target` has neither `" + one + "` nor `" + other + "`",
                    isSame ? "write it" : "write one of them");
        }
    }

    private static void exclusive(MapTree target, String one, String other, String path, Report report) {
        if (Trees.isSet(target, one) && Trees.isSet(target, other)) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    path + "." + other,
                    "`" + one + "` and `" + other + "` exclude each other",
                    "keep one of them");
        }
    }
}
