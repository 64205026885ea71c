package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges a desired object into a live one as applying does, for when the server cannot be asked.
 *
 * <p>Which maps and lists are atomic, and which keys identify the items of the other lists, is read from the managed fields.
 * So a list is merged correctly if somebody manages an item of it.
 */
final class Overlay {
    private Overlay() {}

    /**
     * The live object with everything that the desired one has.
     *
     * @param managed the fields of the live object that anybody manages
     */
    static MapTree of(MapTree live, MapTree desired, FieldSet managed) {
        return over(live, desired, managed.tree()) instanceof MapTree object ? object : desired;
    }

    private static Tree over(@Nullable Tree live, Tree desired, @Nullable MapTree managed) {
        boolean open = managed == null || FieldSet.hasChildren(managed);
        if (open && live instanceof MapTree map && desired instanceof MapTree wanted) {
            MapTree over = map;
            for (int i = 0; i < wanted.size(); i++) {
                String key = wanted.keyAt(i);
                over = over.with(key, over(map.get(key), wanted.valueAt(i), FieldSet.child(managed, "f:" + key)));
            }
            return over;
        }
        if (managed != null && open && live instanceof ListTree list && desired instanceof ListTree wanted) {
            List<Tree> over = new ArrayList<>();
            list.forEach(over::add);
            wanted.forEach(item -> put(item, over, managed));
            return ListTree.of(over);
        }
        return desired;
    }

    /** Merges an item into the one with the same key; appends it if there is none. */
    private static void put(Tree item, List<Tree> list, MapTree managed) {
        for (String key : managed.keys()) {
            PathElement element = PathElement.parse(key);
            if (element == null || element.in(ListTree.of(item)) == null) {
                continue;
            }
            Tree there = element.in(ListTree.of(list));
            if (there != null) {
                Tree over = over(there, item, FieldSet.child(managed, key));
                list.replaceAll(other -> other == there ? over : other);
                return;
            }
        }
        list.add(item);
    }
}
