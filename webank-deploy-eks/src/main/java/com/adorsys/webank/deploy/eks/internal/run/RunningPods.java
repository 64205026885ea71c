package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * The pods of a live workload, as its status counts them.
 *
 * @param anyReady whether at least one is ready
 * @param rollingOut whether some may be of an earlier template
 */
record RunningPods(boolean anyReady, boolean rollingOut) {
    static RunningPods of(MapTree workload) {
        boolean daemon = Trees.text(workload, "kind").equals("DaemonSet");
        long all = count(workload, daemon ? "currentNumberScheduled" : "replicas");
        long updated = count(workload, daemon ? "updatedNumberScheduled" : "updatedReplicas");
        boolean seen = count(workload, "observedGeneration") >= Trees.number(workload, 0, "metadata", "generation");
        return new RunningPods(count(workload, daemon ? "numberReady" : "readyReplicas") > 0, !seen || updated < all);
    }

    private static long count(MapTree workload, String field) {
        return Trees.number(workload, 0, "status", field);
    }
}
