package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields that a manager holds and no longer sets: applying removes them.
 *
 * @param fields that nobody else holds
 */
record LeftOut(FieldSet fields, MapTree desired) {
    /** Those that an object has, as the API server writes paths. */
    List<String> in(MapTree live) {
        List<String> found = new ArrayList<>();
        collect(fields.tree(), "", live, desired, found);
        return found;
    }

    /** An object without them, before the server fills in its defaults. */
    MapTree removedFrom(MapTree object) {
        return remove(fields.tree(), object, desired) instanceof MapTree left ? left : MapTree.of();
    }

    private static void collect(MapTree node, String path, Tree live, Tree desired, List<String> found) {
        for (int i = 0; i < node.size(); i++) {
            PathElement element = PathElement.parse(node.keyAt(i));
            Tree there = element == null ? null : element.in(live);
            if (element == null || there == null) {
                continue;
            }
            String here = path + element.text();
            Tree asked = element.in(desired);
            MapTree child = FieldSet.child(node, i);
            if (asked != null) {
                collect(child, here, there, asked, found);
            } else if (isOpen(node.keyAt(i), child)) {
                collect(child, here, there, MapTree.of(), found);
            } else {
                found.add(here);
            }
        }
    }

    private static Tree remove(MapTree node, Tree object, Tree desired) {
        Tree left = object;
        for (int i = 0; i < node.size(); i++) {
            PathElement element = PathElement.parse(node.keyAt(i));
            Tree there = element == null ? null : element.in(left);
            if (element == null || there == null) {
                continue;
            }
            Tree asked = element.in(desired);
            MapTree child = FieldSet.child(node, i);
            if (asked != null) {
                left = element.with(left, remove(child, there, asked));
            } else if (isOpen(node.keyAt(i), child)) {
                Tree below = remove(child, there, MapTree.of());
                left = element.with(left, isEmpty(below) ? null : below);
            } else {
                left = element.with(left, null);
            }
        }
        return left;
    }

    /** Whether what is in a field is looked at one by one. An item of a list goes as a whole. */
    private static boolean isOpen(String step, MapTree child) {
        return step.startsWith("f:") && FieldSet.hasChildren(child);
    }

    private static boolean isEmpty(Tree tree) {
        return tree instanceof MapTree map && map.isEmpty() || tree instanceof ListTree list && list.size() == 0;
    }
}
