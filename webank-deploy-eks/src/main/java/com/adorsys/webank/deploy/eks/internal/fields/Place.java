package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object: what of it is in a set of fields, and what two trees have there. Immutable.
 *
 * <p>All that is decided by who manages which field walks through places: from field to field, and to the items of lists by
 * the keys under which they are managed.
 *
 * @param above the place that this one is in; null for the object itself
 * @param key the step to it as managed fields write it: {@code f:spec}
 * @param fields what of it is in the set; null if nothing is
 * @param value what the first tree has there; null if nothing
 * @param other what the second tree has there; null if nothing
 */
record Place(
        @Nullable Place above,
        String key,
        PathElement step,
        @Nullable MapTree fields,
        @Nullable Tree value,
        @Nullable Tree other) {
    private static final PathElement ROOT = PathElement.field("");

    /** The place of a whole object. */
    static Place of(FieldSet fields, MapTree value, MapTree other) {
        return new Place(null, "", ROOT, fields.tree(), value, other);
    }

    /** The places of the set below this one, in its order; without steps that are not known here, as servers to come may have. */
    List<Place> below() {
        MapTree node = node();
        List<Place> below = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            PathElement next = PathElement.parse(node.keyAt(i));
            if (next != null) {
                MapTree child = FieldSet.child(node, i);
                below.add(new Place(this, node.keyAt(i), next, child, next.in(value), next.in(other)));
            }
        }
        return below;
    }

    /** The places that the second tree has below this one, in its order: of a list that is managed as one value by position. */
    List<Place> belowOther() {
        List<Place> below = new ArrayList<>();
        if (other instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                below.add(field(map.keyAt(i)));
            }
        } else if (other instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                String held = ItemKeys.of(fields, list.get(i));
                String next = held == null ? "i:" + i : held;
                PathElement element = PathElement.parse(next);
                if (element != null) {
                    MapTree node = FieldSet.child(fields, next);
                    below.add(new Place(this, next, element, node, element.in(value), list.get(i)));
                }
            }
        }
        return below;
    }

    /** The place of a field of this one. */
    Place field(String name) {
        String next = "f:" + name;
        PathElement element = PathElement.field(name);
        return new Place(this, next, element, FieldSet.child(fields, next), element.in(value), element.in(other));
    }

    /** Whether something below is in the set. */
    boolean hasBelow() {
        return fields != null && FieldSet.hasChildren(fields);
    }

    /** What of it is in the set. */
    MapTree node() {
        return fields == null ? MapTree.of() : fields;
    }

    /** The name of a field; of an item its position in the list of the first tree; null if that does not have it. */
    @Nullable
    String name() {
        if (!isItem()) {
            return step.field();
        }
        int position = above != null && above.value instanceof ListTree list ? step.indexIn(list) : -1;
        return position < 0 ? null : Integer.toString(position);
    }

    /** Whether this is an item of a list. */
    boolean isItem() {
        return !key.startsWith("f:");
    }

    /** Whether this is a part of the key of the item that it is in. */
    boolean isKeyField() {
        return above != null && !isItem() && above.step.isKeyField(step.field());
    }

    /** Whether both trees have a map, or a list, whose parts are managed one by one. */
    boolean isOpen() {
        return value instanceof ListTree && other instanceof ListTree
                ? ItemKeys.areIn(fields)
                : value instanceof MapTree && other instanceof MapTree && (fields == null || hasBelow());
    }

    /** What another set has at this place; null if nothing. */
    @Nullable
    MapTree in(FieldSet set) {
        return above == null ? set.tree() : FieldSet.child(above.in(set), key);
    }

    /**
     * The first tree's value with another value at each place of the set below.
     *
     * @param change the value of a place; null removes it
     */
    @Nullable
    Tree with(Function<Place, @Nullable Tree> change) {
        Tree changed = value;
        List<Place> below = below();
        // From the end, so that removing an item does not move those whose position counts.
        for (int i = below.size() - 1; i >= 0; i--) {
            Place place = below.get(i);
            Tree to = change.apply(place);
            if (to != place.value) {
                changed = place.step.with(changed, to);
            }
        }
        return changed;
    }

    /** The same with other values only where nothing below is in the set. */
    @Nullable
    Tree withLeaves(Function<Place, @Nullable Tree> change) {
        return with(place -> place.hasBelow() ? place.withLeaves(change) : change.apply(place));
    }

    /** The first tree's value with all that the second has, as the server merges what is applied. */
    @Nullable
    Tree merged() {
        if (!isOpen()) {
            return other;
        }
        Tree merged = value;
        for (Place place : belowOther()) {
            merged = place.step.with(merged, place.merged());
        }
        return merged;
    }

    FieldPath path() {
        List<PathElement> steps = new ArrayList<>();
        for (Place place = this; place != null && place.above != null; place = place.above) {
            steps.add(0, place.step);
        }
        return FieldPath.of(steps);
    }

    /** The path as the API server writes it. */
    String text() {
        return above == null ? "" : above.text() + step.text();
    }
}
