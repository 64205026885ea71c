package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who else manages what a desired object sets. */
final class Owners {
    private final ManagedEntry entry;
    private final List<FieldOwner> owners;

    private Owners(ManagedEntry entry, List<FieldOwner> owners) {
        this.entry = entry;
        this.owners = owners;
    }

    /** As {@link LiveObject#owners}. */
    static List<FieldOwner> of(MapTree live, MapTree desired) {
        List<ManagedEntry> others = new ArrayList<>();
        // Tells a map that is one value from one whose entries are managed one by one.
        FieldSet byAnybody = FieldSet.of();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            byAnybody = byAnybody.union(entry.fields());
            if (!entry.isOurs()) {
                others.add(entry);
            }
        }
        List<FieldOwner> owners = new ArrayList<>();
        for (ManagedEntry entry : others) {
            new Owners(entry, owners).walk(entry.fields().tree(), byAnybody.tree(), "", null, live, desired);
        }
        return List.copyOf(owners);
    }

    private void walk(
            MapTree node,
            @Nullable MapTree byAnybody,
            String path,
            @Nullable PathElement above,
            @Nullable Tree live,
            Tree desired) {
        for (int i = 0; i < node.size(); i++) {
            PathElement element = PathElement.parse(node.keyAt(i));
            Tree asked = element == null ? null : element.in(desired);
            if (element == null || asked == null || above != null && isKeyField(above, node.keyAt(i))) {
                continue;
            }
            MapTree child = FieldSet.child(node, i);
            MapTree childByAnybody = FieldSet.child(byAnybody, node.keyAt(i));
            String here = path + element.text();
            Tree there = element.in(live);
            if (FieldSet.hasChildren(child)) {
                walk(child, childByAnybody, here, element, there, asked);
            } else if (isOneValue(asked, there, childByAnybody)) {
                owners.add(new FieldOwner(here, entry.manager(), entry.subresource()));
            }
        }
    }

    /** Who holds an item holds its key; that cannot differ, so nobody needs to know. */
    private static boolean isKeyField(PathElement above, String key) {
        return key.startsWith("f:") && above.isKeyField(key.substring(2));
    }

    /** Whether who holds this place holds what is in it, and not only its being there. */
    private static boolean isOneValue(Tree asked, @Nullable Tree live, @Nullable MapTree byAnybody) {
        if (size(asked) <= 0) {
            return true;
        }
        return size(live) > 0 && (byAnybody == null || !FieldSet.hasChildren(byAnybody));
    }

    private static int size(@Nullable Tree tree) {
        return tree instanceof MapTree map ? map.size() : tree instanceof ListTree list ? list.size() : -1;
    }
}
