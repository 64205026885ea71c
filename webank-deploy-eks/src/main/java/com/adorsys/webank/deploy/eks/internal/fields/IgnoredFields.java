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
import java.util.function.Predicate;
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

    private static final IgnoredFields NONE = new IgnoredFields(FieldSet.of());

    private final FieldSet pattern;

    private IgnoredFields(FieldSet pattern) {
        this.pattern = pattern;
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
        return new IgnoredFields(FieldSet.naming(paths));
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
        return pattern.isEmpty();
    }

    /**
     * What to apply to an existing object.
     *
     * @param live the object as the server gives it
     * @param ours the managers whose fields nobody else keeps: the one that applies, and those that hand over
     */
    public MapTree sent(MapTree desired, MapTree live, Set<String> ours) {
        Predicate<ManagedEntry> isOurs =
                entry -> ours.contains(entry.manager()) && entry.subresource().isEmpty();
        FieldSet own = ManagedEntry.fields(live, isOurs);
        FieldSet others = ManagedEntry.fields(live, isOurs.negate());
        FieldSet held = own.union(others);
        Place place = Place.of(places(live, desired, held), desired, live);
        return sent(place, own.minus(others), held) instanceof MapTree sent ? sent : desired;
    }

    /**
     * A live object as if nobody had changed the ignored fields, for the digest of what is ours: without their values, and
     * without them among the fields that we applied.
     */
    public MapTree settled(MapTree live, MapTree desired) {
        FieldSet own = new LiveObject(live).applied();
        MapTree rest = removed(places(live, desired, own), live, desired);
        return ManagedEntry.withOurs(rest, own.without(pattern, desired));
    }

    /** A live object without the values of the ignored fields. */
    public MapTree removedFrom(MapTree live, MapTree desired) {
        return removed(places(live, desired), live, desired);
    }

    /** A desired object without the ignored fields that a live one may have. */
    public MapTree unset(MapTree desired, MapTree live) {
        return removed(places(live, desired), desired, live);
    }

    /** A live object with the desired values of the ignored fields. */
    public MapTree wanted(MapTree live, MapTree desired) {
        return Trees.map(Place.of(places(live, desired), live, desired)
                .withLeaves(place -> place.other() == null ? place.value() : place.other()));
    }

    /** Fields without the ignored ones. */
    public FieldSet without(FieldSet fields, MapTree desired) {
        return fields.without(pattern, desired);
    }

    private static MapTree removed(FieldSet places, MapTree from, MapTree other) {
        return Trees.map(Place.of(places, from, other).withLeaves(place -> null));
    }

    private FieldSet places(MapTree live, MapTree desired) {
        return places(live, desired, ManagedEntry.fields(live, entry -> true));
    }

    /** The ignored places that either object has; of a list those of the items that both have. */
    private FieldSet places(MapTree live, MapTree desired, FieldSet held) {
        return FieldSet.of(places(Place.of(held, live, desired), pattern.tree()));
    }

    private static MapTree places(Place parent, MapTree pattern) {
        boolean isList = parent.value() instanceof ListTree && parent.other() instanceof ListTree;
        if (!isList && !(isMapOrNull(parent.value()) && isMapOrNull(parent.other()))) {
            return MapTree.of();
        }
        List<Place> below = parent.belowOther();
        for (String name : Trees.map(parent.value()).keys()) {
            if (!Trees.map(parent.other()).has(name)) {
                below.add(parent.field(name));
            }
        }
        MapTree.Builder places = MapTree.builder(below.size());
        for (int i = 0; i < below.size(); i++) {
            Place place = below.get(i);
            MapTree named = FieldSet.named(
                    pattern, isList ? Integer.toString(i) : place.step().field());
            if (named != null && !(isList && place.value() == null)) {
                boolean isWhole = FieldSet.isMember(named);
                FieldSet.put(places, place.key(), isWhole, isWhole ? MapTree.of() : places(place, named));
            }
        }
        return places.build();
    }

    private static boolean isMapOrNull(@Nullable Tree tree) {
        return tree == null || tree instanceof MapTree;
    }

    /**
     * What is sent of a place in which fields are ignored; null if nothing is.
     *
     * @param only what nobody but us holds
     */
    private static @Nullable Tree sent(Place parent, FieldSet only, FieldSet held) {
        Tree sent = parent.with(place -> {
            MapTree holders = place.in(held);
            if (!place.hasBelow()) {
                return only(place.other(), place.in(only), place.step());
            }
            if (holders != null && holders.isEmpty()) {
                // It is held as one value, and sent as a whole with the values that are there.
                return place.value() == null ? null : place.withLeaves(Place::other);
            }
            return sent(place, only, held);
        });
        boolean isEmptied = isEmptyMap(sent) && !isEmptyMap(parent.value());
        return isEmptied ? null : sent;
    }

    private static boolean isEmptyMap(@Nullable Tree tree) {
        return tree instanceof MapTree map && map.isEmpty();
    }

    /** Of a live value what a set of fields has, with the keys of list items; null if it has nothing. */
    private static @Nullable Tree only(@Nullable Tree live, @Nullable MapTree fields, PathElement step) {
        if (fields == null || live == null) {
            return null;
        }
        if (live instanceof MapTree map && FieldSet.hasChildren(fields)) {
            MapTree.Builder some = MapTree.builder(map.size());
            for (int i = 0; i < map.size(); i++) {
                PathElement next = PathElement.field(map.keyAt(i));
                Tree value = only(map.valueAt(i), FieldSet.child(fields, "f:" + map.keyAt(i)), next);
                if (value != null) {
                    some.put(map.keyAt(i), value);
                }
            }
            MapTree part = some.build();
            return part.isEmpty() ? null : step.withKeys(part);
        }
        if (!(live instanceof ListTree list) || !FieldSet.hasChildren(fields)) {
            return live;
        }
        List<Tree> items = new ArrayList<>();
        for (Tree item : list) {
            String key = ItemKeys.of(fields, item);
            PathElement next = key == null ? null : PathElement.parse(key);
            Tree some = key == null || next == null ? null : only(item, FieldSet.child(fields, key), next);
            if (some != null) {
                items.add(some);
            }
        }
        return ListTree.of(items);
    }
}
