package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;

/**
 * The {@code affinity} of a pod: on which nodes, and near which other pods, it is scheduled. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/">Assigning pods to nodes</a>.
 */
public final class AffinityRules extends TreeValue {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final AffinityRules NONE = new AffinityRules(MapTree.of());

    private AffinityRules(MapTree tree) {
        super(tree);
    }

    /** Empty rules, to start from. */
    public static AffinityRules none() {
        return NONE;
    }

    /** An {@code affinity} as in the Kubernetes API. */
    public static AffinityRules of(MapTree tree) {
        return new AffinityRules(tree);
    }

    /**
     * A copy with the rule that the pod runs only on nodes whose label has one of the values. All such rules must
     * match.
     *
     * @param label the key of a node's label, such as {@code kubernetes.io/arch}
     */
    public AffinityRules requireNodes(String label, String... values) {
        MapTree node = Trees.map(tree(), "nodeAffinity");
        MapTree required = Trees.map(node, REQUIRED);
        ListTree terms = required.list("nodeSelectorTerms").orElse(ListTree.of(MapTree.of()));
        ListTree extended = ListTree.of();
        for (int i = 0; i < terms.size(); i++) {
            // The terms are alternatives, so each of them needs the requirement.
            extended = extended.plus(plus((MapTree) terms.get(i), "matchExpressions", in(label, values)));
        }
        return with("nodeAffinity", node.with(REQUIRED, required.with("nodeSelectorTerms", extended)));
    }

    /**
     * A copy with the preference that the pod runs on nodes whose label has one of the values.
     *
     * @param weight the weight among all preferences, 1 to 100
     * @throws DeployException.InvalidInput if the weight is not from 1 to 100
     */
    public AffinityRules preferNodes(int weight, String label, String... values) {
        MapTree term = weighted(weight)
                .put("preference", MapTree.of("matchExpressions", ListTree.of(in(label, values))))
                .build();
        return with("nodeAffinity", plus(Trees.map(tree(), "nodeAffinity"), PREFERRED, term));
    }

    /**
     * A copy with the rule that the pod runs only where a pod with the labels runs.
     *
     * @param topologyKey the node label that defines the topology domain, such as {@code
     *     topology.kubernetes.io/zone}
     * @param labels the labels of the other pods
     */
    public AffinityRules requirePods(String topologyKey, MapTree labels) {
        return required("podAffinity", topologyKey, labels);
    }

    /** A copy with the preference that the pod runs where a pod with the labels runs. */
    public AffinityRules preferPods(int weight, String topologyKey, MapTree labels) {
        return preferred("podAffinity", weight, topologyKey, labels);
    }

    /** A copy with the rule that the pod runs only where no pod with the labels runs. */
    public AffinityRules avoidPods(String topologyKey, MapTree labels) {
        return required("podAntiAffinity", topologyKey, labels);
    }

    /** A copy with the preference that the pod runs where no pod with the labels runs. */
    public AffinityRules preferNotWithPods(int weight, String topologyKey, MapTree labels) {
        return preferred("podAntiAffinity", weight, topologyKey, labels);
    }

    private AffinityRules required(String kind, String topologyKey, MapTree labels) {
        return with(kind, plus(Trees.map(tree(), kind), REQUIRED, term(topologyKey, labels)));
    }

    private AffinityRules preferred(String kind, int weight, String topologyKey, MapTree labels) {
        MapTree term = weighted(weight)
                .put("podAffinityTerm", term(topologyKey, labels))
                .build();
        return with(kind, plus(Trees.map(tree(), kind), PREFERRED, term));
    }

    private AffinityRules with(String kind, MapTree rules) {
        return new AffinityRules(tree().with(kind, rules));
    }

    private static MapTree term(String topologyKey, MapTree labels) {
        return MapTree.builder(2)
                .put("labelSelector", MapTree.of("matchLabels", labels))
                .put("topologyKey", labelKey("affinity", topologyKey))
                .build();
    }

    private static MapTree in(String label, String... values) {
        for (String value : values) {
            labelValue("affinity", value);
        }
        if (values.length == 0) {
            throw invalid(
                    ProblemCodes.MISSING_KEY,
                    "affinity",
                    "the rule of the label " + Problem.quote(label) + " has no values",
                    "Give at least one");
        }
        return MapTree.builder(3)
                .put("key", labelKey("affinity", label))
                .put("operator", "In")
                .put("values", ListTree.ofStrings(List.of(values)))
                .build();
    }

    private static MapTree.Builder weighted(int weight) {
        if (weight < 1 || weight > 100) {
            throw invalid(
                    ProblemCodes.OUT_OF_RANGE,
                    "affinity",
                    "the weight `" + weight + "` is not between 1 and 100",
                    "Give a number from 1 to 100");
        }
        return MapTree.builder(2).put("weight", weight);
    }
}
