package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was applied to an object, is managed by nobody any more, and is gone or has another value now.
 *
 * <p>How the items of a list are told apart is seen in the managed fields of the items that are there. A list whose items
 * nobody manages one by one is one value.
 */
final class LostFields {
    /** What nobody manages, though it is a part of each object. */
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

    private final List<FieldPath> lost = new ArrayList<>();
    /** The steps to where the walk is. */
    private final List<PathElement> steps = new ArrayList<>();

    private LostFields() {}

    /** As {@link LiveObject#lost}. */
    static List<FieldPath> of(MapTree live, MapTree applied) {
        FieldSet managed = FieldSet.of();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            managed = managed.union(entry.fieldsOf(live));
        }
        LostFields fields = new LostFields();
        fields.entries(managed.tree(), applied, live);
        return List.copyOf(fields.lost);
    }

    private void entries(MapTree managed, MapTree applied, MapTree live) {
        for (int i = 0; i < applied.size(); i++) {
            String key = applied.keyAt(i);
            if (!steps.isEmpty() || !IDENTITY.contains(key)) {
                MapTree child = FieldSet.child(managed, "f:" + key);
                at(PathElement.field(key), child, applied.valueAt(i), live.get(key));
            }
        }
    }

    /**
     * One place.
     *
     * @param managed what is managed there; null if nothing is
     * @param live what the object has there; null if nothing
     */
    private void at(PathElement step, @Nullable MapTree managed, Tree applied, @Nullable Tree live) {
        boolean isManaged = managed != null && (live == null || !FieldSet.hasChildren(managed));
        if (isManaged || isNothing(applied)) {
            return;
        }
        steps.add(step);
        MapTree below = managed == null ? MapTree.of() : managed;
        if (applied instanceof MapTree map && live instanceof MapTree there) {
            entries(below, map, there);
        } else if (applied instanceof ListTree list && live instanceof ListTree there) {
            items(below, list, there);
        } else if (live == null || !covers(live, applied)) {
            lost.add(FieldPath.of(steps));
        }
        steps.remove(steps.size() - 1);
    }

    private void items(MapTree managed, ListTree applied, ListTree live) {
        PathElement any = null;
        for (int i = 0; i < managed.size() && any == null; i++) {
            any = PathElement.parse(managed.keyAt(i));
        }
        if (any == null || !any.isKey() && !any.isValue()) {
            if (!covers(live, applied)) {
                lost.add(FieldPath.of(steps));
            }
            return;
        }
        for (Tree item : applied) {
            String key = keyOf(managed, item);
            if (key == null) {
                PathElement step =
                        any.isValue() ? PathElement.value(item) : item instanceof MapTree map ? any.like(map) : null;
                if (step != null) {
                    at(step, null, item, step.in(live));
                }
            } else {
                PathElement step = PathElement.parse(key);
                if (step != null) {
                    at(step, FieldSet.child(managed, key), item, step.in(live));
                }
            }
        }
    }

    /** The key under which an item of a list is managed; null if it is not. */
    private static @Nullable String keyOf(MapTree managed, Tree item) {
        String likely = null;
        for (int i = 0; i < managed.size(); i++) {
            PathElement element = PathElement.parse(managed.keyAt(i));
            if (element != null && element.matches(item)) {
                return managed.keyAt(i);
            }
            if (likely == null && element != null && element.mayMatch(item)) {
                likely = managed.keyAt(i);
            }
        }
        return likely;
    }

    /** Whether a live value says all that an applied one says; the server may have filled in more. */
    private static boolean covers(Tree live, Tree applied) {
        if (applied instanceof MapTree map && live instanceof MapTree there) {
            for (int i = 0; i < map.size(); i++) {
                Tree value = there.get(map.keyAt(i));
                boolean covered = value == null ? isNothing(map.valueAt(i)) : covers(value, map.valueAt(i));
                if (!covered) {
                    return false;
                }
            }
            return true;
        }
        if (applied instanceof ListTree list && live instanceof ListTree there) {
            for (int i = 0; i < list.size(); i++) {
                if (i >= there.size() || !covers(there.get(i), list.get(i))) {
                    return false;
                }
            }
            return list.size() == there.size();
        }
        return Scalars.same(live, applied);
    }

    /** What the server leaves out, so that it is not missed. */
    private static boolean isNothing(Tree value) {
        if (value instanceof ScalarTree scalar) {
            String text = scalar.text();
            return text.isEmpty() || text.equals("0") || text.equals("false") || text.equals("null");
        }
        return value instanceof MapTree map ? map.isEmpty() : ((ListTree) value).isEmpty();
    }
}
