package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Removes the fixed replicas of what an autoscaler scales. */
final class AutoscalingStep extends LibraryStep {
    AutoscalingStep() {
        super(
                "autoscaling",
                Phase.WORKLOAD,
                ChangeClass.CONFIGURATION,
                "with a fixed number of replicas, every apply undoes the autoscaler's scaling",
                KUBERNETES + "concepts/workloads/autoscaling/horizontal-pod-autoscale/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        return part.has("HorizontalPodAutoscaler") ? part.editWorkloads(AutoscalingStep::withoutReplicas) : part;
    }

    private static MapTree withoutReplicas(MapTree workload) {
        MapTree spec = Trees.map(workload, "spec");
        return workload.with("spec", spec.without("replicas"));
    }
}
