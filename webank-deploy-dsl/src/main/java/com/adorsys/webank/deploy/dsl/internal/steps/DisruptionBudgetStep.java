package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Lets a drain of nodes stop one pod of a component at a time. */
final class DisruptionBudgetStep extends LibraryStep {
    DisruptionBudgetStep() {
        super(
                "disruption-budget",
                Phase.WORKLOAD,
                ChangeClass.CONFIGURATION,
                "a drain of nodes stops one pod of a component at a time; a component with one pod has no budget, so that it never blocks a drain",
                KUBERNETES + "tasks/run-application/configure-pdb/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        MapTree deployment = part.object("Deployment").orElse(MapTree.of());
        if (deployment.isEmpty() || part.component().isEmpty() || Scale.of(part).most() < 2) {
            return part;
        }
        return part.with(MapTree.builder(4)
                .put("apiVersion", "policy/v1")
                .put("kind", "PodDisruptionBudget")
                .put("metadata", Trees.map(deployment, "metadata"))
                .put(
                        "spec",
                        MapTree.builder(3)
                                .put("maxUnavailable", 1)
                                .put("selector", Trees.map(deployment, "spec", "selector"))
                                .put("unhealthyPodEvictionPolicy", "AlwaysAllow")
                                .build())
                .build());
    }
}
