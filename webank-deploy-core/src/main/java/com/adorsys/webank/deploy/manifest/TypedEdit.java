package com.adorsys.webank.deploy.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes that an edit made to a typed view to the tree of the view, and keeps the rest of that tree: its
 * empty lists, its nulls, its order, the text of its numbers.
 */
final class TypedEdit {
    private TypedEdit() {}

    /**
     * The original with every difference between two views.
     *
     * @param original the tree that the first view was made from
     * @param before the view before the edit, as a tree
     * @param after the view after the edit, as a tree
     */
    static Tree apply(Tree original, Tree before, Tree after) {
        return apply("", original, before, after);
    }

    private static Tree apply(String field, @Nullable Tree original, @Nullable Tree before, Tree after) {
        if (original == null || before == null) {
            return after;
        }
        if (before.equals(after)) {
            return original;
        }
        if (original instanceof MapTree tree && before instanceof MapTree old && after instanceof MapTree changed) {
            return applyToMap(tree, old, changed);
        }
        if (original instanceof ListTree tree
                && before instanceof ListTree old
                && after instanceof ListTree changed
                && tree.size() == old.size()) {
            return applyToList(field, tree, old, changed);
        }
        return after;
    }

    private static MapTree applyToMap(MapTree original, MapTree before, MapTree after) {
        MapTree.Builder result = MapTree.builder(original.size() + after.size());
        for (int i = 0; i < original.size(); i++) {
            String key = original.keyAt(i);
            Tree changed = after.get(key);
            if (changed != null) {
                result.put(key, apply(key, original.valueAt(i), before.get(key), changed));
            } else if (!before.has(key)) {
                // The view did not contain it, so the edit cannot have removed it.
                result.put(key, original.valueAt(i));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            String key = after.keyAt(i);
            // A default of the type, which the view had before the edit, is not added.
            if (!original.has(key) && !after.valueAt(i).equals(before.get(key))) {
                result.put(key, after.valueAt(i));
            }
        }
        return result.build();
    }

    private static ListTree applyToList(String field, ListTree original, ListTree before, ListTree after) {
        MergeKeys.Matching matching = MergeKeys.match(field, before, after);
        Tree[] items = new Tree[after.size()];
        for (int i = 0; i < items.length; i++) {
            int source = matching.beforeOf(i);
            items[i] = source < 0 ? after.get(i) : apply(field, original.get(source), before.get(source), after.get(i));
        }
        return ListTree.of(List.of(items));
    }
}
