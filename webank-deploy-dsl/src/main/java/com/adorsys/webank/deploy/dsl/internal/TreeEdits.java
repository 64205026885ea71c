package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes below a path of a tree, which leave the tree's other parts as they are. */
public final class TreeEdits {
    private TreeEdits() {}

    /** The tree with the map below a path of keys changed; a tree that lacks the path is left as it is. */
    public static MapTree at(MapTree tree, UnaryOperator<MapTree> change, String... path) {
        return at(tree, change, path, 0);
    }

    private static MapTree at(MapTree tree, UnaryOperator<MapTree> change, String[] path, int depth) {
        if (depth == path.length) {
            return change.apply(tree);
        }
        if (!(tree.get(path[depth]) instanceof MapTree below)) {
            return tree;
        }
        return tree.with(path[depth], at(below, change, path, depth + 1));
    }

    /** A workload with each container of its pod template changed. */
    public static MapTree containers(MapTree workload, UnaryOperator<MapTree> change) {
        return at(
                workload,
                pod -> {
                    if (!(pod.get("containers") instanceof ListTree containers)) {
                        return pod;
                    }
                    List<Tree> changed = new ArrayList<>(containers.size());
                    for (Tree container : containers) {
                        changed.add(container instanceof MapTree map ? change.apply(map) : container);
                    }
                    return pod.with("containers", ListTree.of(changed));
                },
                "spec",
                "template",
                "spec");
    }
}
