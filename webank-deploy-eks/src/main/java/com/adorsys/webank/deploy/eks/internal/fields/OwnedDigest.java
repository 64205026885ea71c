package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hash of what a set of fields says about a live object: which fields they are, the values at their leaves, and the
 * order in which the object has those list items that are told apart by a key or by their value.
 *
 * <p>The order counts since an item that is moved keeps its owner and its value, and yet makes other pods. Where the
 * desired object says an empty map or list, only its being there counts: others may add to it.
 *
 * <p>It goes through fields, live object and desired object at once, without building anything in between.
 */
final class OwnedDigest {
    /** Changes whenever the hash of the same object would: then every object is applied once more. */
    private static final String FORM = "owned/1";

    private static final char LEAF = 'L';
    private static final char NODE = 'N';
    private static final char OWNED_NODE = 'O';
    private static final char FIELDS = 'F';
    private static final char ITEMS = 'I';
    private static final char ABSENT = 'A';
    private static final char PRESENT = 'P';

    private final HashInput input = new HashInput();

    private OwnedDigest() {}

    /** As {@link LiveObject#ownedHash}, of an object whose ignored fields are settled. */
    static Optional<String> of(MapTree live, MapTree desired) {
        ManagedEntry own = null;
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            if (entry.isOurs()) {
                if (own != null) {
                    return Optional.empty();
                }
                own = entry;
            }
        }
        if (own == null || own.fields().isEmpty()) {
            return Optional.empty();
        }
        FieldSet fields = own.fields();
        String apiVersion = own.apiVersion();
        // The items of a list do not say their version: it is the one that was asked for.
        String read =
                live.string("apiVersion").or(() -> desired.string("apiVersion")).orElse("");
        boolean readable = read.equals(apiVersion)
                // An apply in another version that changes no content leaves the entry in the old one.
                || isSameGroup(read, apiVersion) && fields.within(live).equals(fields);
        return readable ? Optional.of(hash(fields, live, desired, apiVersion)) : Optional.empty();
    }

    static String hash(FieldSet fields, MapTree live, MapTree desired, String apiVersion) {
        OwnedDigest digest = new OwnedDigest();
        digest.input.text(FORM);
        digest.input.text(apiVersion);
        digest.node(fields.tree(), live, hasEmpty(desired) ? desired : null);
        return digest.input.hex();
    }

    private static boolean isSameGroup(String version, String other) {
        int slash = version.indexOf('/');
        return slash >= 0 && other.startsWith(version.substring(0, slash + 1));
    }

    /**
     * One place and all below it.
     *
     * @param live what the object has there; null if nothing, as with {@code value: ""}, which the server leaves out
     * @param desired what was asked for there; null also where no empty map or list was asked for, so that it does not
     *     matter
     */
    private void node(MapTree node, @Nullable Tree live, @Nullable Tree desired) {
        if (!FieldSet.hasChildren(node)) {
            input.mark(LEAF);
            leaf(live, desired);
            return;
        }
        boolean self = node.has(PathElement.SELF);
        input.mark(self ? OWNED_NODE : NODE);
        String first = node.keyAt(0).equals(PathElement.SELF) ? node.keyAt(1) : node.keyAt(0);
        if (first.startsWith("f:")) {
            fields(node, node.size() - (self ? 1 : 0), live, desired);
        } else {
            items(node, node.size() - (self ? 1 : 0), first, live, desired);
        }
    }

    private void leaf(@Nullable Tree live, @Nullable Tree desired) {
        if (live == null) {
            input.mark(ABSENT);
        } else if (isEmpty(desired)) {
            input.mark(PRESENT);
        } else {
            input.value(live);
        }
    }

    private void fields(MapTree node, int count, @Nullable Tree live, @Nullable Tree desired) {
        input.mark(FIELDS);
        input.number(count);
        if (node.hasSortedKeys()) {
            for (int i = 0; i < node.size(); i++) {
                field(node.keyAt(i), FieldSet.child(node, i), live, desired);
            }
        } else {
            for (String key : node.sortedKeys()) {
                field(key, below(node, key), live, desired);
            }
        }
    }

    private void field(String key, MapTree child, @Nullable Tree live, @Nullable Tree desired) {
        if (key.equals(PathElement.SELF)) {
            return;
        }
        input.text(key);
        String name = key.startsWith("f:") ? key.substring(2) : key;
        node(child, at(live, name), at(desired, name));
    }

    private static MapTree below(MapTree node, String key) {
        MapTree child = FieldSet.child(node, key);
        return child == null ? MapTree.of() : child;
    }

    private static @Nullable Tree at(@Nullable Tree parent, String name) {
        return parent instanceof MapTree map ? map.get(name) : null;
    }

    /** Items of a list: those that are there in the order of the list, then the others in the order of their keys. */
    private void items(MapTree node, int count, String first, @Nullable Tree live, @Nullable Tree desired) {
        ListTree list = live instanceof ListTree there ? there : ListTree.of();
        ItemKeys keys = ItemKeys.of(node, count, first, list);
        // Only an empty map or list in it matters.
        Tree asked = desired != null && hasEmpty(desired) ? desired : null;
        input.mark(ITEMS);
        input.number(count);
        for (int i = 0; i < list.size(); i++) {
            String key = keys.at(i);
            if (key != null) {
                input.text(key);
                PathElement element = asked == null ? null : PathElement.parse(key);
                node(below(node, key), list.get(i), element == null ? null : element.in(asked));
            }
        }
        for (String key : keys.absent()) {
            input.mark(ABSENT);
            input.text(key);
            node(below(node, key), null, null);
        }
    }

    /** Whether a tree is an empty map or list. */
    static boolean isEmpty(@Nullable Tree tree) {
        return tree instanceof MapTree map && map.isEmpty() || tree instanceof ListTree list && list.isEmpty();
    }

    /** Whether there is an empty map or list in a tree. */
    static boolean hasEmpty(Tree tree) {
        if (tree instanceof MapTree map) {
            for (int i = 0; i < map.size(); i++) {
                if (hasEmpty(map.valueAt(i))) {
                    return true;
                }
            }
            return map.isEmpty();
        }
        if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                if (hasEmpty(list.get(i))) {
                    return true;
                }
            }
            return list.isEmpty();
        }
        return false;
    }
}
