package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what another manager added to a live object and what changes what runs: items of lists that the desired object has,
 * and in the spec of a pod every item and every list. Metadata and status do not count.
 */
final class Additions {
    private Additions() {}

    /**
     * What was added, as the API server writes paths.
     *
     * @param fields what the manager holds
     */
    static List<String> of(FieldSet fields, MapTree live, MapTree desired) {
        List<String> added = new ArrayList<>();
        collect(Place.of(fields, live, desired), false, added);
        return added;
    }

    private static void collect(Place parent, boolean inPod, List<String> added) {
        for (Place place : parent.below()) {
            if (place.value() == null
                    || place.key().equals("f:metadata")
                    || place.key().equals("f:status")) {
                continue;
            }
            boolean isInPod = inPod || isPodSpec(place);
            boolean isAddition = place.isItem() ? inPod || parent.other() != null : isInPod && isWholeList(place);
            if (place.other() == null && isAddition) {
                added.add(place.text());
            } else if (place.other() != null || isInPod) {
                collect(place, isInPod, added);
            }
        }
    }

    private static boolean isPodSpec(Place place) {
        return place.value() instanceof MapTree map && map.get("containers") instanceof ListTree;
    }

    /** Whether a list without keys has items. */
    private static boolean isWholeList(Place place) {
        return !place.hasBelow() && place.value() instanceof ListTree list && !list.isEmpty();
    }
}
