package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import org.jspecify.annotations.Nullable;

/** Reads trees of which nothing is sure: what is missing or of another type is empty. */
final class Trees {
    private Trees() {}

    static MapTree map(MapTree parent, String key) {
        return parent.get(key) instanceof MapTree map ? map : MapTree.of();
    }

    static MapTree map(ListTree parent, int index) {
        return parent.get(index) instanceof MapTree map ? map : MapTree.of();
    }

    static ListTree list(MapTree parent, String key) {
        return parent.get(key) instanceof ListTree list ? list : ListTree.of();
    }

    /** The string of a key; empty if it has none. */
    static String text(MapTree parent, String key) {
        return text(parent.get(key));
    }

    static String text(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar && scalar.isString() ? scalar.text() : "";
    }

    /** The whole number of a key, or another if it has none that fits. */
    static long number(MapTree parent, String key, long other) {
        return number(parent.get(key), other);
    }

    static long number(@Nullable Tree tree, long other) {
        if (!(tree instanceof ScalarTree scalar)
                || scalar.kind() != ScalarTree.Kind.INTEGER
                || scalar.text().length() > 18) {
            return other;
        }
        return Long.parseLong(scalar.text());
    }

    static boolean isTrue(MapTree parent, String key) {
        return isBoolean(parent, key, "true");
    }

    static boolean isFalse(MapTree parent, String key) {
        return isBoolean(parent, key, "false");
    }

    /** Whether a key has a value other than null. */
    static boolean isSet(MapTree parent, String key) {
        Tree value = parent.get(key);
        return value != null && !(value instanceof ScalarTree scalar && scalar.isNull());
    }

    private static boolean isBoolean(MapTree parent, String key, String text) {
        return parent.get(key) instanceof ScalarTree scalar
                && scalar.kind() == ScalarTree.Kind.BOOLEAN
                && scalar.text().equals(text);
    }
}
