package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what was applied to an object, is managed by nobody any more, and is gone or has another value now.
 *
 * <p>How the items of a list are told apart is seen in the managed fields of the items that are there. A list whose items
 * nobody manages one by one is one value.
 */
final class LostFields {
    private LostFields() {}

    /** As {@link LiveObject#lost}. */
    static List<FieldPath> of(MapTree live, MapTree applied) {
        FieldSet managed = ManagedEntry.fields(live, entry -> true);
        List<FieldPath> lost = new ArrayList<>();
        // Nobody manages these, though they are a part of each object.
        collect(Place.of(managed, live, applied.without("apiVersion").without("kind")), lost);
        return List.copyOf(lost);
    }

    private static void collect(Place parent, List<FieldPath> lost) {
        for (Place place : parent.belowOther()) {
            Tree live = place.value();
            Tree applied = place.other();
            boolean isManaged = place.fields() != null && (live == null || !place.hasBelow());
            if (isManaged || applied == null || isNothing(applied)) {
                continue;
            }
            if (place.isOpen()) {
                collect(place, lost);
            } else if (live == null || !covers(live, applied)) {
                lost.add(place.path());
            }
        }
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
