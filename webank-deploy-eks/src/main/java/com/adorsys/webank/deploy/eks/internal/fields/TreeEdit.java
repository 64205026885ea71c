package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change at every place that a path leads to. {@code *} in a path stands for every entry of a map or list. */
final class TreeEdit {
    /** What becomes of a place; null if it goes, which an item of a list cannot. */
    interface Change {
        @Nullable
        Tree of(Tree tree);
    }

    private TreeEdit() {}

    static List<String> path(String path) {
        return List.of(path.split("\\."));
    }

    /** The map after a change; the map itself if nothing changes. */
    static MapTree edit(MapTree map, List<String> path, Change change) {
        return edit(map, path, 0, change) instanceof MapTree edited ? edited : map;
    }

    private static @Nullable Tree edit(Tree tree, List<String> path, int depth, Change change) {
        if (depth == path.size()) {
            return change.of(tree);
        }
        String step = path.get(depth);
        if (tree instanceof MapTree map) {
            if (!step.equals("*")) {
                return edit(map, step, path, depth, change);
            }
            MapTree all = map;
            for (int i = 0; i < map.size(); i++) {
                all = edit(all, map.keyAt(i), path, depth, change);
            }
            return all;
        }
        if (tree instanceof ListTree list && step.equals("*")) {
            ListTree all = list;
            for (int i = 0; i < list.size(); i++) {
                Tree changed = edit(list.get(i), path, depth + 1, change);
                all = changed == null || changed == list.get(i) ? all : all.with(i, changed);
            }
            return all;
        }
        return tree;
    }

    private static MapTree edit(MapTree map, String key, List<String> path, int depth, Change change) {
        Tree below = map.get(key);
        if (below == null) {
            return map;
        }
        Tree changed = edit(below, path, depth + 1, change);
        return changed == below ? map : changed == null ? map.without(key) : map.with(key, changed);
    }
}
