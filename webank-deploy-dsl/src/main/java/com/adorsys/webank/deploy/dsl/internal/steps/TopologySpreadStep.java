package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.pod.AffinityRules;
import com.adorsys.webank.deploy.dsl.pod.TopologySpread;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * Spreads the pods of each component over zones and nodes. A component with one pod gets the rules too, so that more
 * replicas replace no pod.
 */
final class TopologySpreadStep extends PodStep {
    private static final TopologySpread ZONES = TopologySpread.over("topology.kubernetes.io/zone");
    private static final String NODE = "kubernetes.io/hostname";
    private static final String SPREAD = "topologySpreadConstraints";
    private static final String AFFINITY = "affinity";

    TopologySpreadStep() {
        super(
                "topology-spread",
                "the loss of one zone or one node does not stop all pods of a component",
                KUBERNETES + "concepts/scheduling-eviction/topology-spread-constraints/");
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return part.component().isEmpty() ? pod : spread(pod, Trees.map(workload, "spec", "selector", "matchLabels"));
    }

    /** Both rules are preferences: no pod stays pending because of them. Rules that are set stay. */
    private static MapTree spread(MapTree pod, MapTree selected) {
        MapTree spread = pod.has(SPREAD) ? pod : pod.with(SPREAD, ListTree.of(ZONES.tree(selected)));
        return pod.has(AFFINITY)
                ? spread
                : spread.with(
                        AFFINITY,
                        AffinityRules.none()
                                .preferNotWithPods(100, NODE, selected)
                                .tree());
    }
}
