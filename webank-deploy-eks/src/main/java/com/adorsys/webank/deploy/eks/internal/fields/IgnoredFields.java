package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that are left to others once the object exists, as its annotation names them. Immutable.
 *
 * <p>A field that others hold is not sent. One that nobody else holds is sent with the value that it has, since the server
 * removes what its only manager leaves out; so is one that is a part of an atomic map or list.
 */
public final class IgnoredFields {
    /** The annotation: JSON pointers with commas between them, in which {@code *} stands for every key or item. */
    public static final String ANNOTATION = Names.DOMAIN + "ignore-fields";

    private static final IgnoredFields NONE = new IgnoredFields(List.of());

    private final List<List<String>> paths;

    private IgnoredFields(List<List<String>> paths) {
        this.paths = paths;
    }

    /** The fields that an object's annotation names; those that cannot be ignored are left out. */
    public static IgnoredFields of(MapTree desired) {
        String text = Trees.text(desired, "metadata", "annotations", ANNOTATION);
        if (text.isEmpty()) {
            return NONE;
        }
        List<List<String>> paths = new ArrayList<>();
        for (String pointer : pointers(text)) {
            if (isAllowed(pointer)) {
                paths.add(steps(pointer));
            }
        }
        return new IgnoredFields(List.copyOf(paths));
    }

    /** The pointers of an annotation that cannot be ignored. */
    public static List<String> invalid(MapTree desired) {
        String text = Trees.text(desired, "metadata", "annotations", ANNOTATION);
        return text.isEmpty()
                ? List.of()
                : pointers(text).stream().filter(pointer -> !isAllowed(pointer)).toList();
    }

    private static List<String> pointers(String text) {
        List<String> pointers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                pointers.add(part.strip());
            }
        }
        return pointers;
    }

    /** An object whose annotation names more fields. */
    public static MapTree with(MapTree desired, Set<String> pointers) {
        Set<String> all = new TreeSet<>(pointers(Trees.text(desired, "metadata", "annotations", ANNOTATION)));
        return all.addAll(pointers)
                ? Trees.edit(
                        desired,
                        metadata -> metadata.with(
                                "annotations",
                                Trees.map(metadata, "annotations").with(ANNOTATION, String.join(",", all))),
                        "metadata")
                : desired;
    }

    /** Whether a text is a JSON pointer to a field that can be left to others: not to what says which object it is. */
    public static boolean isAllowed(String pointer) {
        if (!pointer.startsWith("/") || pointer.indexOf(',') >= 0 || !isEscaped(pointer)) {
            return false;
        }
        List<String> steps = steps(pointer);
        boolean names = steps.get(0).equals("metadata")
                && (steps.size() == 1
                        || !steps.get(1).equals("labels") && !steps.get(1).equals("annotations")
                        || steps.size() == 2
                        || steps.get(2).equals("*"));
        return !names
                && !steps.contains("")
                && !Set.of("*", "apiVersion", "kind").contains(steps.get(0));
    }

    private static boolean isEscaped(String pointer) {
        for (int at = pointer.indexOf('~'); at >= 0; at = pointer.indexOf('~', at + 1)) {
            char next = at + 1 < pointer.length() ? pointer.charAt(at + 1) : ' ';
            if (next != '0' && next != '1') {
                return false;
            }
        }
        return true;
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return List.copyOf(steps);
    }

    /** Whether no field is ignored. */
    public boolean isNone() {
        return paths.isEmpty();
    }

    /**
     * What to apply to an existing object.
     *
     * @param live the object as the server gives it
     * @param ours the managers whose fields nobody else keeps: the one that applies, and those that hand over
     */
    public MapTree sent(MapTree desired, MapTree live, Set<String> ours) {
        FieldSet own = FieldSet.of();
        FieldSet others = FieldSet.of();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            boolean isOurs =
                    ours.contains(entry.manager()) && entry.subresource().isEmpty();
            own = isOurs ? own.union(entry.fieldsOf(live)) : own;
            others = isOurs ? others : others.union(entry.fieldsOf(live));
        }
        MapTree sent = desired;
        for (List<String> path : paths) {
            Place place = new Place(live, own.tree(), others.tree());
            sent = new Sending(path).at(sent, place, 0) instanceof MapTree map ? map : sent;
        }
        return sent;
    }

    /**
     * A live object as if nobody had changed the ignored fields, for the digest of what is ours: without their values, and with
     * all of them among the fields that we applied.
     */
    public MapTree settled(MapTree live, MapTree desired) {
        FieldSet own = new LiveObject(live).applied();
        MapTree settled = live;
        MapTree fields = own.tree();
        for (List<String> path : paths) {
            settled = new Replacing(path, (value, wanted) -> null).in(settled, own.tree(), desired);
            fields = new Fields(path, MapTree.of()).in(fields, desired, 0);
        }
        return ManagedEntry.withOurs(settled, FieldSet.of(fields));
    }

    /** A live object without the values of the ignored fields. */
    public MapTree removedFrom(MapTree live, MapTree desired) {
        MapTree rest = live;
        for (List<String> path : paths) {
            rest = new Replacing(path, (value, wanted) -> null).in(rest, held(live), desired);
        }
        return rest;
    }

    /** A live object with the desired values of the ignored fields. */
    public MapTree wanted(MapTree live, MapTree desired) {
        MapTree all = live;
        for (List<String> path : paths) {
            all = new Replacing(path, (value, wanted) -> wanted == null ? value : wanted).in(all, held(live), desired);
        }
        return all;
    }

    /** Fields without the ignored ones. */
    public FieldSet without(FieldSet fields, MapTree desired) {
        MapTree rest = fields.tree();
        for (List<String> path : paths) {
            rest = new Fields(path, null).in(rest, desired, 0);
        }
        return FieldSet.of(rest);
    }

    private static MapTree held(MapTree live) {
        FieldSet all = FieldSet.of();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            all = all.union(entry.fieldsOf(live));
        }
        return all.tree();
    }

    /**
     * A place of the live object, and who holds it.
     *
     * @param live null if the object does not have it
     * @param ours null if we hold nothing there
     * @param others null if nobody else holds anything there
     */
    private record Place(
            @Nullable Tree live,
            @Nullable MapTree ours,
            @Nullable MapTree others) {
        Place field(String key) {
            Tree value = live instanceof MapTree map ? map.get(key) : null;
            return new Place(value, FieldSet.child(ours, "f:" + key), FieldSet.child(others, "f:" + key));
        }

        /** Whether it is held as one value. */
        boolean isAtomic() {
            return ours != null && ours.isEmpty() || others != null && others.isEmpty();
        }

        /** The item with the key of a desired one, or at its position; null if there is none. */
        @Nullable
        Place item(Tree desired, int index) {
            String key = keyOf(ours, desired);
            key = key == null ? keyOf(others, desired) : key;
            if (key != null) {
                PathElement element = PathElement.parse(key);
                Tree value = element == null ? null : element.in(live);
                return new Place(value, FieldSet.child(ours, key), FieldSet.child(others, key));
            }
            boolean positions = !isKeyed(ours) && !isKeyed(others) && live instanceof ListTree;
            return positions && live instanceof ListTree list && index < list.size()
                    ? new Place(list.get(index), ours, others)
                    : null;
        }
    }

    private static boolean isKeyed(@Nullable MapTree node) {
        return firstKey(node) != null;
    }

    private static @Nullable String firstKey(@Nullable MapTree node) {
        for (int i = 0; node != null && i < node.size(); i++) {
            if (isItemKey(node.keyAt(i))) {
                return node.keyAt(i);
            }
        }
        return null;
    }

    private static boolean isItemKey(String key) {
        return key.startsWith("k:") || key.startsWith("v:");
    }

    /** The key by which a list's item is held; null if it is not. */
    private static @Nullable String keyOf(@Nullable MapTree node, Tree item) {
        for (int i = 0; node != null && i < node.size(); i++) {
            PathElement element = isItemKey(node.keyAt(i)) ? PathElement.parse(node.keyAt(i)) : null;
            if (element != null && element.in(ListTree.of(item)) != null) {
                return node.keyAt(i);
            }
        }
        return null;
    }

    private static boolean isAt(String step, int index) {
        return step.equals("*") || step.equals(Integer.toString(index));
    }

    /** Makes what is sent of one path. */
    private record Sending(List<String> path) {
        /** What is sent of a place; null if nothing is. */
        @Nullable
        Tree at(@Nullable Tree desired, Place place, int depth) {
            if (depth == path.size()) {
                FieldSet only = place.ours() == null
                        ? FieldSet.of()
                        : FieldSet.of(MapTree.of("f:x", place.ours()))
                                .minus(FieldSet.of(
                                        place.others() == null ? MapTree.of() : MapTree.of("f:x", place.others())));
                MapTree left = FieldSet.child(only.tree(), "f:x");
                return place.live() == null || left == null ? null : only(place.live(), left);
            }
            String step = path.get(depth);
            if (depth > 0 && place.isAtomic()) {
                // It is sent as a whole, with the values that are there.
                return desired == null
                        ? null
                        : new Replacing(path, (value, wanted) -> wanted).at(desired, null, place.live(), depth);
            }
            if (desired instanceof ListTree list) {
                List<Tree> items = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    Place item = isAt(step, i) ? place.item(list.get(i), i) : null;
                    Tree sent = item == null ? list.get(i) : at(list.get(i), item, depth + 1);
                    if (sent != null) {
                        items.add(sent);
                    }
                }
                return ListTree.of(items);
            }
            MapTree map = desired instanceof MapTree known ? known : MapTree.of();
            if (desired == null && !(place.live() instanceof MapTree)) {
                return null;
            }
            Set<String> keys = new TreeSet<>(Set.of(step));
            if (step.equals("*")) {
                keys = new TreeSet<>(map.keys());
                keys.addAll(Trees.map(place.live()).keys());
            }
            MapTree sent = map;
            for (String key : keys) {
                Tree below = at(map.get(key), place.field(key), depth + 1);
                sent = below == null ? sent.without(key) : sent.with(key, below);
            }
            return sent.isEmpty() && !map.isEmpty() || sent.isEmpty() && desired == null ? null : sent;
        }

        /** Of a value what a set of fields has, with the keys of list items. */
        private static Tree only(Tree live, MapTree fields) {
            if (!FieldSet.hasChildren(fields)) {
                return live;
            }
            if (live instanceof MapTree map) {
                MapTree.Builder some = MapTree.builder(map.size());
                for (int i = 0; i < map.size(); i++) {
                    MapTree child = FieldSet.child(fields, "f:" + map.keyAt(i));
                    if (child != null) {
                        some.put(map.keyAt(i), only(map.valueAt(i), child));
                    }
                }
                return some.build();
            }
            List<Tree> items = new ArrayList<>();
            for (Tree item : live instanceof ListTree list ? list : ListTree.of()) {
                String key = keyOf(fields, item);
                PathElement element = key == null ? null : PathElement.parse(key);
                MapTree child = key == null ? null : FieldSet.child(fields, key);
                if (element != null && child != null) {
                    Tree some = only(item, child);
                    items.add(some instanceof MapTree map ? element.withKeys(map) : some);
                }
            }
            return ListTree.of(items);
        }
    }

    /** What becomes of the value of an ignored field. */
    private interface Change {
        /**
         * The new value.
         *
         * @param wanted the desired value; null if there is none
         * @return null to remove it
         */
        @Nullable
        Tree of(@Nullable Tree value, @Nullable Tree wanted);
    }

    /** Replaces the values of one path. */
    private record Replacing(List<String> path, Change change) {
        MapTree in(MapTree object, MapTree fields, MapTree desired) {
            return at(object, fields, desired, 0) instanceof MapTree map ? map : object;
        }

        @Nullable
        Tree at(@Nullable Tree value, @Nullable MapTree fields, @Nullable Tree desired, int depth) {
            if (depth == path.size()) {
                return change.of(value, desired);
            }
            String step = path.get(depth);
            if (value instanceof ListTree list) {
                ListTree wanted = desired instanceof ListTree there ? there : ListTree.of();
                List<Tree> items = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) {
                    String key = keyOf(fields, list.get(i));
                    int index = key == null ? i : indexOf(key, wanted);
                    boolean known = index >= 0 && index < wanted.size();
                    Tree item = known && isAt(step, index)
                            ? at(
                                    list.get(i),
                                    FieldSet.child(fields, key == null ? "" : key),
                                    wanted.get(index),
                                    depth + 1)
                            : list.get(i);
                    if (item != null) {
                        items.add(item);
                    }
                }
                return ListTree.of(items);
            }
            if (value != null && !(value instanceof MapTree)) {
                return value;
            }
            MapTree map = Trees.map(value);
            MapTree wanted = Trees.map(desired);
            Set<String> keys = new TreeSet<>(Set.of(step));
            if (step.equals("*")) {
                keys = new TreeSet<>(map.keys());
                keys.addAll(wanted.keys());
            }
            MapTree changed = map;
            for (String key : keys) {
                Tree below = at(map.get(key), FieldSet.child(fields, "f:" + key), wanted.get(key), depth + 1);
                changed = below == null ? changed.without(key) : changed.with(key, below);
            }
            return value == null && changed.isEmpty() ? null : changed;
        }
    }

    /** Sets the place of one path in a set of fields, or removes it. */
    private record Fields(List<String> path, @Nullable MapTree end) {
        MapTree in(MapTree node, Tree desired, int depth) {
            String step = path.get(depth);
            boolean last = depth == path.size() - 1;
            MapTree changed = node;
            if (isKeyed(node)) {
                for (String key : node.keys()) {
                    MapTree child = isItemKey(key) ? FieldSet.child(node, key) : null;
                    int index =
                            child == null ? -1 : indexOf(key, desired instanceof ListTree list ? list : ListTree.of());
                    if (child != null && index >= 0 && isAt(step, index)) {
                        changed = last
                                ? changed.without(key)
                                : changed.with(key, in(child, ((ListTree) desired).get(index), depth + 1));
                    }
                }
                return changed;
            }
            List<String> keys = step.equals("*")
                    ? node.keys().stream().filter(key -> key.startsWith("f:")).toList()
                    : List.of("f:" + step);
            for (String key : keys) {
                MapTree child = FieldSet.child(node, key);
                if (last) {
                    changed = end == null ? changed.without(key) : changed.with(key, end);
                } else if (child == null ? end != null && !(desired instanceof ListTree) : !child.isEmpty()) {
                    Tree below = desired instanceof MapTree map ? map.get(key.substring(2)) : null;
                    boolean list = child == null && below instanceof ListTree;
                    MapTree set =
                            list ? MapTree.of() : in(child == null ? MapTree.of() : child, orEmpty(below), depth + 1);
                    changed = set.isEmpty() ? changed.without(key) : changed.with(key, set);
                }
            }
            return changed;
        }

        private static Tree orEmpty(@Nullable Tree tree) {
            return tree == null ? MapTree.of() : tree;
        }
    }

    /** The position of the item that a key names; -1 if there is none. */
    private static int indexOf(String key, ListTree list) {
        PathElement element = PathElement.parse(key);
        Tree item = element == null ? null : element.in(list);
        return item == null ? -1 : list.items().indexOf(item);
    }
}
