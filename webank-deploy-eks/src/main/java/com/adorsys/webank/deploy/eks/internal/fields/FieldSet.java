package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields, in the form of {@code fieldsV1}. Immutable.
 *
 * <p>A place without anything below it is in the set; one with something below it only if it says so with {@code .}.
 */
public final class FieldSet {
    private static final FieldSet EMPTY = new FieldSet(MapTree.of());

    private final MapTree tree;

    private FieldSet(MapTree tree) {
        this.tree = tree;
    }

    /** The set without fields. */
    public static FieldSet of() {
        return EMPTY;
    }

    /** The set of the fields to which paths of map keys lead. */
    static FieldSet naming(List<List<String>> paths) {
        FieldSet all = EMPTY;
        for (List<String> path : paths) {
            MapTree node = MapTree.of();
            for (int i = path.size() - 1; i >= 0; i--) {
                node = MapTree.of("f:" + path.get(i), node);
            }
            all = all.union(of(node));
        }
        return all;
    }

    /** The set that a {@code fieldsV1} says. */
    public static FieldSet of(MapTree fieldsV1) {
        return fieldsV1.isEmpty() ? EMPTY : new FieldSet(fieldsV1);
    }

    /** The set as {@code fieldsV1}. */
    public MapTree tree() {
        return tree;
    }

    public boolean isEmpty() {
        return tree.isEmpty();
    }

    public FieldSet union(FieldSet other) {
        return isEmpty() ? other : other.isEmpty() ? this : of(unite(tree, other.tree));
    }

    /** The fields that another set lacks. What is below a field of the other stays. */
    public FieldSet minus(FieldSet other) {
        return of(subtract(tree, other.tree));
    }

    public FieldSet and(FieldSet other) {
        return isEmpty() || other.isEmpty() ? EMPTY : minus(minus(other));
    }

    /** The fields that an object has too. */
    public FieldSet within(MapTree object) {
        return of(restrict(Place.of(this, object, MapTree.of())));
    }

    /** The fields that an object does not have. */
    public FieldSet outside(MapTree object) {
        return minus(within(object));
    }

    /** The fields of a Secret, with those of {@code stringData} as {@code data}. */
    FieldSet withStringDataAsData() {
        MapTree texts = child(tree, "f:stringData");
        return texts == null
                ? this
                : of(tree.without("f:stringData")).union(of(MapTree.of("f:data", withoutSelf(texts))));
    }

    /** The fields that differ between two objects. */
    FieldSet differing(MapTree a, MapTree b) {
        return of(differing(Place.of(this, a, b)));
    }

    /** The fields without maps and structs that only hold other fields of the set. */
    FieldSet withoutHolders() {
        return of(withoutHolders(tree));
    }

    /**
     * The fields without those at and below the places that a pattern names.
     *
     * @param pattern a set as of {@link #naming}, in which {@code *} stands for every key or item
     * @param object its lists tell which item has which position
     */
    FieldSet without(FieldSet pattern, MapTree object) {
        return pattern.isEmpty() ? this : of(cut(Place.of(this, object, MapTree.of()), pattern.tree));
    }

    /** The fields with nothing below them, as the API server writes paths: {@code .spec.replicas}. In the set's order. */
    public List<String> leaves() {
        List<String> leaves = new ArrayList<>();
        collect(Place.of(this, MapTree.of(), MapTree.of()), leaves);
        return List.copyOf(leaves);
    }

    /** Whether something is below a place. */
    static boolean hasChildren(MapTree node) {
        return node.size() > 1 || node.size() == 1 && !node.keyAt(0).equals(PathElement.SELF);
    }

    /** Whether a place is in the set itself. */
    static boolean isMember(MapTree node) {
        return !hasChildren(node) || node.has(PathElement.SELF);
    }

    /** The node at a position of another; what is no map counts as one without children. */
    static MapTree child(MapTree node, int position) {
        return node.valueAt(position) instanceof MapTree child ? child : MapTree.of();
    }

    /** The node below a key of another; null if there is none. */
    static @Nullable MapTree child(@Nullable MapTree node, String key) {
        return node != null && node.get(key) instanceof MapTree child ? child : null;
    }

    private static MapTree unite(MapTree a, MapTree b) {
        MapTree.Builder united = MapTree.builder(a.size() + b.size());
        for (int i = 0; i < a.size(); i++) {
            String key = a.keyAt(i);
            MapTree other = child(b, key);
            MapTree node = child(a, i);
            if (other == null || key.equals(PathElement.SELF)) {
                united.put(key, node);
            } else {
                MapTree both = unite(withoutSelf(node), withoutSelf(other));
                united.put(key, node(isMember(node) || isMember(other), both));
            }
        }
        for (int i = 0; i < b.size(); i++) {
            if (!a.has(b.keyAt(i))) {
                united.put(b.keyAt(i), child(b, i));
            }
        }
        return united.build();
    }

    private static MapTree subtract(MapTree a, MapTree b) {
        MapTree.Builder rest = MapTree.builder(a.size());
        for (int i = 0; i < a.size(); i++) {
            String key = a.keyAt(i);
            MapTree other = child(b, key);
            MapTree node = child(a, i);
            if (key.equals(PathElement.SELF)) {
                continue;
            }
            if (other == null) {
                rest.put(key, node);
            } else {
                put(rest, key, isMember(node) && !isMember(other), subtract(node, other));
            }
        }
        return rest.build();
    }

    /** What a pattern says of what has a name; null if nothing. */
    static @Nullable MapTree named(MapTree pattern, @Nullable String name) {
        if (name == null) {
            return null;
        }
        MapTree all = child(pattern, "f:*");
        MapTree one = child(pattern, "f:" + name);
        return all == null || one == null
                ? all == null ? one : all
                : child(unite(MapTree.of("", all), MapTree.of("", one)), 0);
    }

    private static MapTree cut(Place parent, MapTree pattern) {
        MapTree.Builder rest = MapTree.builder();
        for (Place place : parent.below()) {
            MapTree named = named(pattern, place.name());
            if (named == null) {
                rest.put(place.key(), place.node());
            } else if (!isMember(named)) {
                put(rest, place.key(), isMember(place.node()), cut(place, named));
            }
        }
        return rest.build();
    }

    private static MapTree restrict(Place parent) {
        MapTree.Builder rest = MapTree.builder();
        for (Place place : parent.below()) {
            if (place.value() != null) {
                put(rest, place.key(), isMember(place.node()), restrict(place));
            }
        }
        return rest.build();
    }

    private static MapTree differing(Place parent) {
        MapTree.Builder rest = MapTree.builder();
        for (Place place : parent.below()) {
            boolean isOther = place.hasBelow() ? place.other() == null : !Objects.equals(place.value(), place.other());
            put(rest, place.key(), isMember(place.node()) && isOther, differing(place));
        }
        return rest.build();
    }

    private static MapTree withoutHolders(MapTree node) {
        MapTree.Builder rest = MapTree.builder(node.size());
        for (int i = 0; i < node.size(); i++) {
            String key = node.keyAt(i);
            MapTree child = child(node, i);
            if (!key.equals(PathElement.SELF)) {
                boolean holder = key.startsWith("f:") && hasChildren(child);
                put(rest, key, isMember(child) && !holder, withoutHolders(child));
            }
        }
        return rest.build();
    }

    static void put(MapTree.Builder map, String key, boolean member, MapTree children) {
        if (member || !children.isEmpty()) {
            map.put(key, node(member, children));
        }
    }

    private static MapTree node(boolean member, MapTree children) {
        if (!member || children.isEmpty()) {
            return children;
        }
        return MapTree.builder(children.size() + 1)
                .put(PathElement.SELF, MapTree.of())
                .putAll(children)
                .build();
    }

    private static MapTree withoutSelf(MapTree node) {
        return node.without(PathElement.SELF);
    }

    private static void collect(Place parent, List<String> leaves) {
        for (Place place : parent.below()) {
            if (place.hasBelow()) {
                collect(place, leaves);
            } else {
                leaves.add(place.text());
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return leaves().toString();
    }
}
