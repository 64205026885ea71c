package com.adorsys.webank.deploy.manifest;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes trees by a path of keys.
 *
 * <p>Reading is lenient: a value that is missing or has another type is read as empty, so that trees of any content can
 * be read. A path goes through maps only; a path without keys is the tree itself.
 */
public final class Trees {
    private Trees() {}

    /** The value at a path; null if it is missing. */
    public static @Nullable Tree value(MapTree tree, String... path) {
        Tree here = tree;
        for (String key : path) {
            here = here instanceof MapTree map ? map.get(key) : null;
        }
        return here;
    }

    // The methods for one key are what the methods for a path are, without an array.

    /** The map below a key. Default: an empty map. */
    public static MapTree map(MapTree tree, String key) {
        return map(tree.get(key));
    }

    /** The list below a key. Default: an empty list. */
    public static ListTree list(MapTree tree, String key) {
        return tree.get(key) instanceof ListTree list ? list : ListTree.of();
    }

    /** The string below a key. Default: an empty string, also for numbers and booleans. */
    public static String text(MapTree tree, String key) {
        return text(tree.get(key));
    }

    /**
     * The whole number below a key.
     *
     * @param other the result if there is no whole number, or one that does not fit a {@code long}
     */
    public static long number(MapTree tree, long other, String key) {
        return number(tree.get(key), other);
    }

    /** Whether the value of a key is {@code true}. */
    public static boolean isTrue(MapTree tree, String key) {
        return is(true, tree.get(key));
    }

    /** Whether the value of a key is {@code false}. */
    public static boolean isFalse(MapTree tree, String key) {
        return is(false, tree.get(key));
    }

    /** Whether a key has a value other than null. */
    public static boolean isSet(MapTree tree, String key) {
        return isSet(tree.get(key));
    }

    /** The map at a path. Default: an empty map. */
    public static MapTree map(MapTree tree, String... path) {
        return map(value(tree, path));
    }

    /** The map at a position of a list. Default: an empty map, also if the list is shorter. */
    public static MapTree map(ListTree list, int position) {
        return position < list.size() ? map(list.get(position)) : MapTree.of();
    }

    /** A tree as a map. Default: an empty map. */
    public static MapTree map(@Nullable Tree tree) {
        return tree instanceof MapTree map ? map : MapTree.of();
    }

    /** The list at a path. Default: an empty list. */
    public static ListTree list(MapTree tree, String... path) {
        return value(tree, path) instanceof ListTree list ? list : ListTree.of();
    }

    /** The string at a path. Default: an empty string, also for numbers and booleans. */
    public static String text(MapTree tree, String... path) {
        return text(value(tree, path));
    }

    /** A tree as a string. Default: an empty string, also for numbers and booleans. */
    public static String text(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar && scalar.isString() ? scalar.text() : "";
    }

    /**
     * The whole number at a path.
     *
     * @param other the result if there is no whole number, or one that does not fit a {@code long}
     */
    public static long number(MapTree tree, long other, String... path) {
        return number(value(tree, path), other);
    }

    /**
     * A tree as a whole number.
     *
     * @param other the result if the tree is not a whole number, or one that does not fit a {@code long}
     */
    public static long number(@Nullable Tree tree, long other) {
        if (!(tree instanceof ScalarTree scalar) || scalar.kind() != ScalarTree.Kind.INTEGER) {
            return other;
        }
        try {
            return Long.parseLong(scalar.text());
        } catch (NumberFormatException e) {
            return other;
        }
    }

    /** Whether the value at a path is {@code true}. */
    public static boolean isTrue(MapTree tree, String... path) {
        return is(true, value(tree, path));
    }

    /** Whether the value at a path is {@code false}. */
    public static boolean isFalse(MapTree tree, String... path) {
        return is(false, value(tree, path));
    }

    private static boolean is(boolean truth, @Nullable Tree tree) {
        return tree != null && tree.equals(ScalarTree.of(truth));
    }

    /** Whether there is a value other than null at a path. */
    public static boolean isSet(MapTree tree, String... path) {
        return isSet(value(tree, path));
    }

    /** Whether there is a tree that is not null. */
    public static boolean isSet(@Nullable Tree tree) {
        return tree != null && !isNull(tree);
    }

    /** Whether there is a tree, and it is null. */
    public static boolean isNull(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar && scalar.isNull();
    }

    /**
     * A tree with another value at a path. Missing maps on the path are added; a value of another type on the path is
     * replaced.
     *
     * @throws IllegalArgumentException if the path has no keys
     */
    public static MapTree with(MapTree tree, Tree value, String... path) {
        if (path.length == 0) {
            throw new IllegalArgumentException("the path has no keys; name at least one");
        }
        return with(tree, value, path, 0);
    }

    private static MapTree with(MapTree tree, Tree value, String[] path, int depth) {
        int position = tree.position(path[depth]);
        Tree old = position < 0 ? null : tree.valueAt(position);
        Tree changed = depth == path.length - 1 ? value : with(map(old), value, path, depth + 1);
        if (changed == old) {
            return tree;
        }
        return position < 0 ? tree.with(path[depth], changed) : tree.withAt(position, changed);
    }

    /** A tree with a change to the map at a path. Returns the tree itself if there is no map. */
    public static MapTree edit(MapTree tree, UnaryOperator<MapTree> change, String... path) {
        return edit(tree, change, path, 0);
    }

    private static MapTree edit(MapTree tree, UnaryOperator<MapTree> change, String[] path, int depth) {
        if (depth == path.length) {
            return change.apply(tree);
        }
        int position = tree.position(path[depth]);
        Tree old = position < 0 ? null : tree.valueAt(position);
        if (!(old instanceof MapTree below)) {
            return tree;
        }
        Tree changed = edit(below, change, path, depth + 1);
        return changed == old ? tree : tree.withAt(position, changed);
    }
}
