package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a manager holds and no longer sets: applying removes them.
 *
 * @param fields that nobody else holds
 */
record LeftOut(FieldSet fields, MapTree desired) {
    /** Those that an object has, as the API server writes paths. */
    List<String> in(MapTree live) {
        List<String> found = new ArrayList<>();
        collect(Place.of(fields, live, desired), found);
        return found;
    }

    /** An object without them, before the server fills in its defaults. */
    MapTree removedFrom(MapTree object) {
        return remove(Place.of(fields, object, desired)) instanceof MapTree left ? left : MapTree.of();
    }

    private static void collect(Place parent, List<String> found) {
        for (Place place : parent.below()) {
            if (place.value() != null && isOpen(place)) {
                collect(place, found);
            } else if (place.value() != null) {
                found.add(place.text());
            }
        }
    }

    private static @Nullable Tree remove(Place parent) {
        return parent.with(place -> {
            Tree left = isOpen(place) ? remove(place) : null;
            return place.other() == null && OwnedDigest.isEmpty(left) ? null : left;
        });
    }

    /** Whether what is in it is looked at one by one. An item of a list that is not desired goes as a whole. */
    private static boolean isOpen(Place place) {
        return place.other() != null || !place.isItem() && place.hasBelow();
    }
}
