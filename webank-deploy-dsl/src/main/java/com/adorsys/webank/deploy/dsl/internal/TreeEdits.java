package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/** Reading and changing below a path of a tree, which leaves the tree's other parts as they are. */
public final class TreeEdits {
    private TreeEdits() {}

    /** The map below a path of keys; null in a tree that lacks it. */
    public static @Nullable MapTree at(MapTree tree, String... path) {
        MapTree found = tree;
        for (String key : path) {
            if (!(found.get(key) instanceof MapTree below)) {
                return null;
            }
            found = below;
        }
        return found;
    }

    /** The tree with another map below a path of keys; a tree that lacks the path is left as it is. */
    public static MapTree with(MapTree tree, MapTree changed, String... path) {
        return with(tree, changed, path, 0);
    }

    private static MapTree with(MapTree tree, MapTree changed, String[] path, int depth) {
        if (depth == path.length) {
            return changed;
        }
        return tree.get(path[depth]) instanceof MapTree below
                ? tree.with(path[depth], with(below, changed, path, depth + 1))
                : tree;
    }
}
