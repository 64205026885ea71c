package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds who else manages what a desired object sets.
 *
 * @param all tell a map that is one value from one whose entries are managed one by one
 */
record Owners(List<ManagedEntry> all, List<FieldOwner> owners) {
    /** As {@link LiveObject#owners}. */
    static List<FieldOwner> of(MapTree live, MapTree desired) {
        Owners found = new Owners(ManagedEntry.all(live), new ArrayList<>());
        for (ManagedEntry entry : found.all) {
            if (!entry.isOurs()) {
                found.collect(Place.of(entry.fields(), live, desired), entry);
            }
        }
        return List.copyOf(found.owners);
    }

    private void collect(Place parent, ManagedEntry entry) {
        for (Place place : parent.below()) {
            // Who holds an item holds its key; that cannot differ, so nobody needs to know.
            if (place.other() == null || place.isKeyField()) {
                continue;
            }
            if (place.hasBelow()) {
                collect(place, entry);
            } else if (isOneValue(place)) {
                owners.add(new FieldOwner(place.text(), entry.manager(), entry.subresource()));
            }
        }
    }

    /** Whether who holds this place holds what is in it, and not only its being there. */
    private boolean isOneValue(Place place) {
        if (size(place.other()) <= 0) {
            return true;
        }
        if (size(place.value()) <= 0) {
            return false;
        }
        for (ManagedEntry entry : all) {
            MapTree held = place.in(entry.fields());
            if (held != null && FieldSet.hasChildren(held)) {
                return false;
            }
        }
        return true;
    }

    private static int size(@Nullable Tree tree) {
        return tree instanceof MapTree map ? map.size() : tree instanceof ListTree list ? list.size() : -1;
    }
}
