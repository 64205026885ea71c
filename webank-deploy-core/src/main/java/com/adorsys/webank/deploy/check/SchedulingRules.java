package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Targets;

/** The rules of PriorityClasses. */
final class SchedulingRules implements FieldRules {
    private static final String RESERVED = "system-";
    private static final int HIGHEST = 1_000_000_000;

    @Override
    public void check(Manifest manifest, Targets targets, Report report) {
        String name = manifest.name();
        if (!manifest.kind().equals("PriorityClass") || isOfKubernetes(name)) {
            return;
        }
        if (name.startsWith(RESERVED)) {
            report.error(
                    ProblemCodes.NAME_INVALID,
                    "metadata.name",
                    Problem.quote(name) + " begins with `" + RESERVED + "`, as only the classes of Kubernetes do",
                    "choose another name");
        }
        long value = Trees.number(manifest.tree(), 0, "value");
        if (value > HIGHEST) {
            report.error(
                    ProblemCodes.OUT_OF_RANGE,
                    "value",
                    "`value` is `" + value + "`, more than `" + HIGHEST
                            + "`, the highest priority that is not of Kubernetes",
                    "write at most `" + HIGHEST + "`");
        }
    }

    private static boolean isOfKubernetes(String name) {
        return name.equals("system-cluster-critical") || name.equals("system-node-critical");
    }
}
