package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what another manager added to a live object and what changes what runs: items of lists that the desired object has,
 * and in the spec of a pod every item and every list. Metadata and status do not count.
 */
final class Additions {
    private final List<String> paths = new ArrayList<>();

    private Additions() {}

    /**
     * What was added, as the API server writes paths.
     *
     * @param fields what the manager holds
     */
    static List<String> of(FieldSet fields, MapTree live, MapTree desired) {
        Additions additions = new Additions();
        additions.walk(fields.tree(), "", new Place(live, desired, false));
        return additions.paths;
    }

    /**
     * A value in the live object, and what is desired there.
     *
     * @param desired null if nothing is
     * @param inPod whether it is in the spec of a pod
     */
    private record Place(Tree live, @Nullable Tree desired, boolean inPod) {
        @Nullable
        Place at(PathElement element) {
            Tree there = element.in(live);
            return there == null ? null : new Place(there, element.in(desired), inPod || isPodSpec(there));
        }

        private static boolean isPodSpec(Tree tree) {
            return tree instanceof MapTree map && map.get("containers") instanceof ListTree;
        }
    }

    private void walk(MapTree node, String path, Place place) {
        for (int i = 0; i < node.size(); i++) {
            String key = node.keyAt(i);
            PathElement element = PathElement.parse(key);
            Place child = element == null || isOutside(key) ? null : place.at(element);
            if (element == null || child == null) {
                continue;
            }
            String here = path + element.text();
            boolean added = child.desired() == null
                    && (key.startsWith("f:") ? isAddedList(FieldSet.child(node, i), child) : isOurs(place));
            if (added) {
                paths.add(here);
            } else if (child.desired() != null || child.inPod()) {
                walk(FieldSet.child(node, i), here, child);
            }
        }
    }

    private static boolean isOutside(String key) {
        return key.equals("f:metadata") || key.equals("f:status");
    }

    private static boolean isOurs(Place list) {
        return list.desired() != null || list.inPod();
    }

    /** Whether a list without keys was added to the spec of a pod. */
    private static boolean isAddedList(MapTree node, Place place) {
        return place.inPod() && !FieldSet.hasChildren(node) && place.live() instanceof ListTree list && list.size() > 0;
    }
}
