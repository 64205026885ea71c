package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;

/** The rules between the fields of Jobs and CronJobs. */
final class BatchRules implements FieldRules {
    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        Pods pods = Pods.of(manifest);
        if (pods != null && !pods.spec().isEmpty()) {
            boolean isCronJob = manifest.kind().equals("CronJob");
            MapTree job = isCronJob
                    ? Trees.map(manifest.tree(), "spec", "jobTemplate", "spec")
                    : Trees.map(manifest.tree(), "spec");
            checkRestarts(pods, Trees.isSet(job, "podFailurePolicy"), report);
            // Without either, the number is 1.
            if (Trees.text(job, "completionMode").equals("Indexed")
                    && Trees.isSet(job, "parallelism")
                    && !Trees.isSet(job, "completions")) {
                report.error(
                        ProblemCodes.MISSING_KEY,
                        (isCronJob ? "spec.jobTemplate.spec." : "spec.") + "completions",
                        "`completions` is missing in a Job with `completionMode: Indexed` and `parallelism`",
                        "write the number of indexes");
            }
        }
    }

    /** The pods of a Job end, and the default of pods, to start again, is not for them. */
    private static void checkRestarts(Pods pods, boolean hasFailurePolicy, Report report) {
        String policy = Trees.text(pods.spec(), "restartPolicy");
        String place = pods.path("restartPolicy");
        if (policy.isEmpty()) {
            report.error(
                    ProblemCodes.MISSING_KEY,
                    place,
                    "`restartPolicy` is missing in the pods of a Job",
                    "write `restartPolicy: OnFailure` or `restartPolicy: Never`");
        } else if (policy.equals("Always")) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    place,
                    "`restartPolicy` is `Always`, which the pods of a Job cannot have",
                    "write `OnFailure` or `Never`");
        } else if (policy.equals("OnFailure") && hasFailurePolicy) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    place,
                    "`restartPolicy` is `OnFailure`, which the pods of a Job with `podFailurePolicy` cannot have",
                    "write `Never`, or remove `podFailurePolicy`");
        }
    }
}
