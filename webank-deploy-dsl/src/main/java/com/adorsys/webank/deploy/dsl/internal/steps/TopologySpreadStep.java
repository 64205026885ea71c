package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Spreads the pods of each component over zones and nodes. */
final class TopologySpreadStep extends LibraryStep {
    private static final TopologySpread ZONES = TopologySpread.over("topology.kubernetes.io/zone");
    private static final TopologySpread NODES = TopologySpread.over("kubernetes.io/hostname");

    TopologySpreadStep() {
        super(
                "topology-spread",
                Phase.POD,
                ChangeClass.ROLL_OUT,
                "the loss of one zone or one node does not stop all pods of a component",
                KUBERNETES + "concepts/scheduling-eviction/topology-spread-constraints/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        if (part.component().isEmpty() || Scale.of(part).most() < 2) {
            return part;
        }
        return part.editWorkloads(TopologySpreadStep::spread);
    }

    /** Both constraints are preferences: no pod stays pending because of them. */
    private static MapTree spread(MapTree workload) {
        MapTree selected = Trees.map(workload, "spec", "selector", "matchLabels");
        return Trees.edit(
                workload,
                pod -> pod.has("topologySpreadConstraints")
                        ? pod
                        : pod.with(
                                "topologySpreadConstraints", ListTree.of(ZONES.tree(selected), NODES.tree(selected))),
                PodPath.of(workload, "spec"));
    }
}
