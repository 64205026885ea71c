package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.ObjectType;
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
     * @param type the keys of the original; null if nobody describes them
     * @param original the tree that the first view was made from
     * @param before the view before the edit, as a tree
     * @param after the view after the edit, as a tree
     */
    static Tree apply(@Nullable ObjectType type, Tree original, Tree before, Tree after) {
        return apply("", null, type, original, before, after);
    }

    private static Tree apply(
            String key,
            @Nullable Field field,
            @Nullable ObjectType type,
            @Nullable Tree original,
            @Nullable Tree before,
            Tree after) {
        if (original == null || before == null) {
            return after;
        }
        if (before.equals(after)) {
            return original;
        }
        if (original instanceof MapTree tree && before instanceof MapTree old && after instanceof MapTree changed) {
            return applyToMap(type, tree, old, changed);
        }
        if (original instanceof ListTree tree
                && before instanceof ListTree old
                && after instanceof ListTree changed
                && tree.size() == old.size()) {
            return applyToList(key, field, tree, old, changed);
        }
        return after;
    }

    private static MapTree applyToMap(@Nullable ObjectType type, MapTree original, MapTree before, MapTree after) {
        MapTree.Builder result = MapTree.builder(original.size() + after.size());
        for (int i = 0; i < original.size(); i++) {
            String key = original.keyAt(i);
            Tree changed = after.get(key);
            if (changed != null) {
                Field field = ServerForm.fieldOf(type, key);
                ObjectType below = ServerForm.objectOf(ServerForm.typeOf(field));
                result.put(key, apply(key, field, below, original.valueAt(i), before.get(key), changed));
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

    private static ListTree applyToList(
            String key, @Nullable Field field, ListTree original, ListTree before, ListTree after) {
        MergeKeys.Matching matching = MergeKeys.match(key, field, before, after);
        ObjectType type = ServerForm.objectOf(ServerForm.itemsOf(ServerForm.typeOf(field)));
        Tree[] items = new Tree[after.size()];
        for (int i = 0; i < items.length; i++) {
            int source = matching.beforeOf(i);
            items[i] = source < 0
                    ? after.get(i)
                    : apply(key, null, type, original.get(source), before.get(source), after.get(i));
        }
        return ListTree.of(List.of(items));
    }
}
