package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.function.UnaryOperator;

/** Keeps the only pod of a component until the new one is available. */
final class RollingUpdateStep extends LibraryStep {
    private static final MapTree ONE_MORE = MapTree.builder(2)
            .put("type", "RollingUpdate")
            .put(
                    "rollingUpdate",
                    MapTree.builder(2)
                            .put("maxSurge", 1)
                            .put("maxUnavailable", 0)
                            .build())
            .build();

    RollingUpdateStep() {
        super(
                "rolling-update",
                Phase.WORKLOAD,
                ChangeClass.CONFIGURATION,
                "a component with one pod keeps it until the new one is available",
                KUBERNETES + "concepts/workloads/controllers/deployment/#rolling-update-deployment");
    }

    /** A component with the strategy `Recreate` keeps it: it says that two of its pods must not run at once. */
    @Override
    public ReleasePart apply(ReleasePart part) {
        return part.component().isEmpty() || Scale.of(part).least() > 1
                ? part
                : part.edit("Deployment", new KeepingOne());
    }

    private static final class KeepingOne implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree deployment) {
            MapTree strategy = Trees.map(deployment, "spec", "strategy");
            return Trees.text(strategy, "type").equals("Recreate")
                    ? deployment
                    : Trees.with(deployment, ONE_MORE, "spec", "strategy");
        }
    }
}
