package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Paths of the keys of managed fields that lead to a place in a tree, one step at a time: slow, and without the code that is
 * tested with them.
 */
final class KeyPath {
    private KeyPath() {}

    static boolean isItem(List<String> path) {
        return !path.get(path.size() - 1).startsWith("f:");
    }

    static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** The paths above one, without it. */
    static List<List<String>> above(List<String> path) {
        List<List<String>> above = new ArrayList<>();
        for (int end = 1; end < path.size(); end++) {
            above.add(path.subList(0, end));
        }
        return above;
    }

    static boolean isWithin(List<String> path, List<String> other) {
        return path.size() >= other.size() && path.subList(0, other.size()).equals(other);
    }

    /** A path as the server writes it in messages. */
    static String text(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            String rest = step.substring(2);
            text.append(
                    step.startsWith("f:")
                            ? "." + rest
                            : step.startsWith("v:")
                                    ? "[=" + rest + "]"
                                    : "[" + rest.replaceAll("[{}]", "").replaceAll("\"(\\w+)\":", "$1=") + "]");
        }
        return text.toString();
    }

    /** What is at a path; null if nothing. */
    static @Nullable Tree get(@Nullable Tree tree, List<String> path) {
        Tree here = tree;
        for (String step : path) {
            here = step(here, step);
        }
        return here;
    }

    static @Nullable Tree step(@Nullable Tree tree, String step) {
        if (step.startsWith("f:")) {
            return tree instanceof MapTree map ? map.get(step.substring(2)) : null;
        }
        int index = tree instanceof ListTree list ? index(list, step) : -1;
        return index < 0 ? null : ((ListTree) Objects.requireNonNull(tree)).get(index);
    }

    /** The item with a key; if there is none, the first that has some of its parts and no other value of one. */
    private static int index(ListTree list, String step) {
        Tree wanted = JsonTrees.map("{v: " + step.substring(2) + "}").get("v");
        if (step.startsWith("i:")) {
            int index = Integer.parseInt(step.substring(2));
            return index < list.size() ? index : -1;
        }
        if (step.startsWith("v:")) {
            return list.items().indexOf(wanted);
        }
        MapTree keys = (MapTree) Objects.requireNonNull(wanted);
        for (int missing = 0; missing < keys.size(); missing++) {
            for (int i = 0; i < list.size(); i++) {
                MapTree item = Trees.map(list, i);
                int has = 0;
                int same = 0;
                for (String key : keys.keys()) {
                    has += item.has(key) ? 1 : 0;
                    same += Objects.equals(item.get(key), keys.get(key)) ? 1 : 0;
                }
                if (has == same && has == keys.size() - missing) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** A tree with another value at a path; maps, lists and items on the way are made. */
    static Tree set(@Nullable Tree tree, List<String> path, Tree value) {
        if (path.isEmpty()) {
            return value;
        }
        String step = path.get(0);
        Tree below = step(tree, step);
        Tree empty = step.startsWith("k:") ? JsonTrees.map(step.substring(2)) : null;
        Tree changed = set(below == null ? empty : below, path.subList(1, path.size()), value);
        if (step.startsWith("f:")) {
            return Trees.map(tree).with(step.substring(2), changed);
        }
        ListTree list = tree instanceof ListTree known ? known : ListTree.of();
        int index = index(list, step);
        return index < 0 ? list.plus(changed) : list.with(index, changed);
    }

    /** A tree without what is at a path. */
    static Tree remove(Tree tree, List<String> path) {
        String step = path.get(0);
        Tree below = step(tree, step);
        if (below == null) {
            return tree;
        }
        Tree rest = path.size() == 1 ? null : remove(below, path.subList(1, path.size()));
        if (tree instanceof MapTree map) {
            return rest == null ? map.without(step.substring(2)) : map.with(step.substring(2), rest);
        }
        ListTree list = (ListTree) tree;
        return rest == null ? list.without(index(list, step)) : list.with(index(list, step), rest);
    }
}
