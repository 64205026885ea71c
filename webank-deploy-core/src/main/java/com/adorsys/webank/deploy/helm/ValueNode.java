package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of the values, and what is below it. Immutable.
 *
 * @param path the keys that lead to it, as a text
 * @param description for its comment; empty for none
 * @param value the default or the example; null for a section
 * @param children the keys of a section
 */
record ValueNode(
        String key,
        String path,
        String description,
        Use use,
        @Nullable Tree value,
        List<ValueNode> children) {
    /** What the node's tree is. */
    enum Use {
        /** The value that is set unless a user sets another one. */
        DEFAULT,
        /** A value that a user could set. */
        EXAMPLE,
        /** There is none: the node is a map of nodes. */
        SECTION
    }

    /** The values that are set in some nodes. */
    static MapTree tree(List<ValueNode> nodes) {
        MapTree.Builder tree = MapTree.builder(nodes.size());
        for (ValueNode node : nodes) {
            if (node.value == null) {
                tree.put(node.key, tree(node.children));
            } else if (node.use == Use.DEFAULT) {
                tree.put(node.key, node.value);
            }
        }
        return tree.build();
    }

    /** The nodes with a value, a section's in its place. */
    static List<ValueNode> leaves(List<ValueNode> nodes) {
        List<ValueNode> leaves = new ArrayList<>();
        for (ValueNode node : nodes) {
            if (node.value == null) {
                leaves.addAll(leaves(node.children));
            } else {
                leaves.add(node);
            }
        }
        return leaves;
    }
}
