package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * How evenly the pods of a workload are spread over nodes, zones or other places. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/">Pod topology spread
 * constraints</a>. Without its own {@code labelSelector}, it counts the pods of its workload.
 */
public final class TopologySpread extends TreeValue {
    /** What happens to a pod that would make the spread too uneven. */
    public enum WhenUnsatisfiable {
        /** It is not scheduled. */
        DO_NOT_SCHEDULE("DoNotSchedule"),
        /** It is still scheduled, on the node that keeps the spread most even. */
        SCHEDULE_ANYWAY("ScheduleAnyway");

        private final String text;

        WhenUnsatisfiable(String text) {
            this.text = text;
        }

        /** The value in the API. */
        public String text() {
            return text;
        }
    }

    private TopologySpread(MapTree tree) {
        super(tree);
    }

    /**
     * A spread over topology domains with a maximum skew of 1, if possible ({@code ScheduleAnyway}).
     *
     * @param topologyKey the node label that defines the topology domain, such as {@code
     *     topology.kubernetes.io/zone} or {@code kubernetes.io/hostname}
     */
    public static TopologySpread over(String topologyKey) {
        return new TopologySpread(MapTree.builder(4)
                .put("maxSkew", 1)
                .put("topologyKey", labelKey("topologySpreadConstraints", topologyKey))
                .put("whenUnsatisfiable", WhenUnsatisfiable.SCHEDULE_ANYWAY.text())
                .build());
    }

    /** An item of {@code topologySpreadConstraints} as in the Kubernetes API. */
    public static TopologySpread of(MapTree tree) {
        return new TopologySpread(tree);
    }

    /**
     * A copy with a maximum skew: the maximum difference between the numbers of pods.
     *
     * @throws DeployException.InvalidInput if the number is below 1
     */
    public TopologySpread withMaxSkew(int maxSkew) {
        if (maxSkew < 1) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "topologySpreadConstraints",
                    "`maxSkew` is `" + maxSkew + "`, which is less than 1",
                    "Give 1 or more");
        }
        return new TopologySpread(tree().toBuilder().put("maxSkew", maxSkew).build());
    }

    /** A copy with the action for pods that would make the spread too uneven. */
    public TopologySpread whenUnsatisfiable(WhenUnsatisfiable action) {
        return new TopologySpread(tree().with("whenUnsatisfiable", action.text()));
    }

    /** The constraint of a workload that selects its pods by labels. */
    public MapTree tree(MapTree podLabels) {
        return tree().has("labelSelector")
                ? tree()
                : tree().with("labelSelector", MapTree.of("matchLabels", podLabels));
    }

    /** The node's label. */
    @Override
    public String toString() {
        return tree().string("topologyKey").orElse("");
    }
}
