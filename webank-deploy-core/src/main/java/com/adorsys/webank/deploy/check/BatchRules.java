package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;
import java.time.ZoneId;

/** The rules between the fields of Jobs and CronJobs, and of their names. */
final class BatchRules implements FieldRules {
    /** Jobs of a CronJob are called as it is, with 11 characters more. */
    private static final int LONGEST_CRON_JOB = 52;

    /** The name of a Job is a label of its pods. */
    private static final int LONGEST_JOB = 63;

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        boolean isCronJob = manifest.kind().equals("CronJob");
        checkName(manifest, isCronJob ? LONGEST_CRON_JOB : LONGEST_JOB, report);
        if (isCronJob) {
            checkTimeZone(Trees.map(manifest.tree(), "spec"), report);
        }
        Pods pods = Pods.of(manifest);
        if (pods != null && !pods.spec().isEmpty()) {
            MapTree job = isCronJob
                    ? Trees.map(manifest.tree(), "spec", "jobTemplate", "spec")
                    : Trees.map(manifest.tree(), "spec");
            checkFailurePolicy(Trees.list(job, "podFailurePolicy", "rules"), isCronJob, report);
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

    private static void checkName(Manifest manifest, int longest, Report report) {
        int length = manifest.name().length();
        if (length > longest) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    "metadata.name",
                    "the name of a " + manifest.kind() + " has " + length + " characters; it can have " + longest,
                    "choose a shorter name");
        }
    }

    private static void checkTimeZone(MapTree spec, Report report) {
        String zone = Trees.text(spec, "timeZone");
        if (Trees.text(spec, "schedule").contains("TZ=")) {
            report.error(
                    ProblemCodes.TEXT_INVALID,
                    "spec.schedule",
                    "`schedule` has a time zone, which the API server refuses",
                    "write it as `timeZone`");
        }
        // Kubernetes has zones of its own time zone database beside these two folders.
        boolean isKnown = zone.isEmpty()
                || zone.startsWith("posix/")
                || zone.startsWith("right/")
                || ZoneId.getAvailableZoneIds().contains(zone)
                || ZoneId.SHORT_IDS.containsKey(zone);
        if (!isKnown) {
            report.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    "spec.timeZone",
                    "`timeZone` is " + Problem.quote(zone) + ", which is no time zone",
                    Names.nearest(zone, ZoneId.getAvailableZoneIds())
                            .map(near -> "did you mean `" + near + "`? If so, write it")
                            .orElse("write a name of the time zone database, as in `Europe/Berlin`"));
        }
    }

    private static void checkFailurePolicy(ListTree rules, boolean isCronJob, Report report) {
        for (int i = 0; i < rules.size(); i++) {
            MapTree codes = Trees.map(Trees.map(rules, i), "onExitCodes");
            ListTree values = Trees.list(codes, "values");
            for (int j = 0; j < values.size(); j++) {
                if (Trees.text(codes, "operator").equals("In") && Trees.number(values.get(j), -1) == 0) {
                    report.error(
                            ProblemCodes.OUT_OF_RANGE,
                            (isCronJob ? "spec.jobTemplate.spec." : "spec.") + "podFailurePolicy.rules[" + i
                                    + "].onExitCodes.values[" + j + "]",
                            "the exit code `0` is not a failure",
                            "remove it");
                }
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
