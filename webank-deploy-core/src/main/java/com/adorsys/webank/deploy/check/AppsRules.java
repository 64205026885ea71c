package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Targets;
import org.jspecify.annotations.Nullable;

/** The rules between the fields of Deployments, StatefulSets, DaemonSets and ReplicaSets. */
final class AppsRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        MapTree spec = Trees.map(manifest.tree(), "spec");
        switch (manifest.kind()) {
            case "Deployment" -> {
                checkPods(manifest, report);
                checkDeadline(spec, report);
                checkDeploymentUpdate(Trees.map(spec, "strategy", "rollingUpdate"), report);
            }
            case "DaemonSet" -> {
                checkPods(manifest, report);
                if (!Trees.text(spec, "updateStrategy", "type").equals("OnDelete")) {
                    checkDaemonSetUpdate(Trees.map(spec, "updateStrategy", "rollingUpdate"), report);
                }
            }
            case "StatefulSet" -> {
                checkPods(manifest, report);
                ListTree claims = Trees.list(spec, "volumeClaimTemplates");
                for (int i = 0; i < claims.size(); i++) {
                    MapTree claim = Trees.map(Trees.map(claims, i), "spec");
                    CoreRules.checkClaim(claim, "spec.volumeClaimTemplates[" + i + "].spec", report);
                }
            }
            case "ReplicaSet" -> checkPods(manifest, report);
            default -> {}
        }
    }

    /** Reports what the pods of a workload that keeps them running cannot have. */
    static void checkPods(Manifest workload, Report report) {
        Pods pods = Pods.of(workload);
        if (pods == null) {
            return;
        }
        String policy = Trees.text(pods.spec(), "restartPolicy");
        if (policy.equals("OnFailure") || policy.equals("Never")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    pods.path("restartPolicy"),
                    "`restartPolicy` is `" + policy + "`, which the pods of a " + workload.kind() + " cannot have",
                    "remove it, or write `Always`");
        }
        if (Trees.isSet(pods.spec(), "activeDeadlineSeconds")) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    pods.path("activeDeadlineSeconds"),
                    "`activeDeadlineSeconds` cannot be set in the pods of a " + workload.kind(),
                    "remove it; pods of a Job can have it");
        }
    }

    private static void checkDeadline(MapTree spec, Report report) {
        long deadline = Trees.number(
                spec,
                Long.parseLong(Schemas.serverDefault("apps/v1.DeploymentSpec", "progressDeadlineSeconds")
                        .orElseThrow()),
                "progressDeadlineSeconds");
        long ready = Trees.number(spec, 0, "minReadySeconds");
        if (deadline <= ready) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "spec.progressDeadlineSeconds",
                    "`progressDeadlineSeconds` is `" + deadline + "`, not more than `minReadySeconds`, which is `"
                            + ready + "`",
                    "write a larger number, or lower `minReadySeconds`");
        }
    }

    private static void checkDeploymentUpdate(MapTree update, Report report) {
        String path = "spec.strategy.rollingUpdate.";
        if (isZero(update.get("maxUnavailable")) && isZero(update.get("maxSurge"))) {
            neither(path, report);
        }
        atMostAll(update, "maxUnavailable", path, report);
    }

    private static void checkDaemonSetUpdate(MapTree update, Report report) {
        String path = "spec.updateStrategy.rollingUpdate.";
        // Unlike that of a Deployment, its default of maxSurge is 0, and that of maxUnavailable 1.
        boolean isSurging = Trees.isSet(update, "maxSurge") && !isZero(update.get("maxSurge"));
        boolean isReplacing = !Trees.isSet(update, "maxUnavailable") || !isZero(update.get("maxUnavailable"));
        if (!isSurging && !isReplacing) {
            neither(path, report);
        } else if (isSurging && isReplacing) {
            report.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    path + "maxSurge",
                    "`maxSurge` of a DaemonSet cannot be set unless `maxUnavailable` is `0`",
                    "write `maxUnavailable: 0`, or remove `maxSurge`");
        }
        atMostAll(update, "maxUnavailable", path, report);
        atMostAll(update, "maxSurge", path, report);
    }

    private static void neither(String path, Report report) {
        report.error(
                ProblemCodes.OUT_OF_RANGE,
                path + "maxUnavailable",
                "`maxUnavailable` and `maxSurge` are both `0`, so no pod could be replaced",
                "raise one of them");
    }

    /** Reports a percentage above 100. */
    static void atMostAll(MapTree tree, String key, String path, Report report) {
        String text = Trees.text(tree, key);
        int last = text.length() - 1;
        boolean isPercentage = Grammar.PERCENTAGE.apply(text).isEmpty();
        if (isPercentage && Integer.parseInt(text.substring(0, last)) > 100) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    path + key,
                    "`" + key + "` is " + Problem.quote(text) + ", more than all pods",
                    "write at most `100%`");
        }
    }

    private static boolean isZero(@Nullable Tree value) {
        if (!(value instanceof ScalarTree scalar)) {
            return false;
        }
        String text = scalar.text().endsWith("%")
                ? scalar.text().substring(0, scalar.text().length() - 1)
                : scalar.text();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
