package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A step of a rolling sync of an ApplicationSet: the Applications that are synced together, after those of the steps before
 * are healthy. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/">Progressive
 *     Syncs</a>
 */
public final class RolloutStep {
    private final MapTree tree;

    private RolloutStep(MapTree tree) {
        this.tree = tree;
    }

    /** The Applications whose label has one of these values. */
    public static RolloutStep of(String label, String... values) {
        return new RolloutStep(MapTree.of(
                "matchExpressions",
                ListTree.of(MapTree.builder()
                        .put("key", label)
                        .put("operator", "In")
                        .put("values", ListTree.ofStrings(List.of(values)))
                        .build())));
    }

    /** A copy that syncs at most so many of them at once: a number, or a percentage such as {@code 25%}. */
    public RolloutStep withMaxUpdate(String most) {
        boolean isNumber = ApplicationReader.wholeNumber(most).isPresent();
        return new RolloutStep(
                isNumber
                        ? tree.toBuilder()
                                .put("maxUpdate", Integer.parseInt(most))
                                .build()
                        : tree.with("maxUpdate", most));
    }

    /** The step in a tree, if it is one that this type can say. */
    static Optional<RolloutStep> read(Tree item) {
        return item instanceof MapTree map ? Optional.of(new RolloutStep(map)) : Optional.empty();
    }

    MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RolloutStep that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return "step " + tree.keys();
    }
}
