package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares trees without the order of their keys. */
final class Unordered {
    private Unordered() {}

    static boolean equal(@Nullable Tree one, @Nullable Tree other) {
        return find(one, other, "") == null;
    }

    /** The path of the first difference; empty for the whole trees. */
    static String firstDifference(@Nullable Tree one, @Nullable Tree other) {
        String path = find(one, other, "");
        return path == null ? "" : path;
    }

    private static @Nullable String find(@Nullable Tree one, @Nullable Tree other, String path) {
        if (one instanceof MapTree map && other instanceof MapTree second) {
            Set<String> keys = new LinkedHashSet<>(map.keys());
            keys.addAll(second.keys());
            for (String key : keys) {
                String found = find(map.get(key), second.get(key), TreePath.child(path, key));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (one instanceof ListTree list && other instanceof ListTree second && list.size() == second.size()) {
            for (int i = 0; i < list.size(); i++) {
                String found = find(list.get(i), second.get(i), TreePath.child(path, i));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return one != null && one.equals(other) ? null : path;
    }
}
