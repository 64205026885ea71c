package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.eks.internal.fields.Held.nodes;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.above;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.get;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.isItem;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.isWithin;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.plus;
import static com.adorsys.webank.deploy.eks.internal.fields.KeyPath.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is done with held fields, compared with the same done one path at a time. */
class HeldTest {
    private static final int TRIES = 200;
    private static final List<List<String>> POINTERS = List.of(
            List.of("/spec/n"),
            List.of("/spec/m"),
            List.of("/spec/m/a", "/spec/m/c"),
            List.of("/spec/m/*"),
            List.of("/spec/sel/a"),
            List.of("/spec/sel"),
            List.of("/spec/args/0", "/spec/n"),
            List.of("/spec/template/spec/tolerations/0/v"),
            List.of("/spec/template/spec/tolerations/*/v"),
            List.of("/spec/set/0"),
            List.of("/spec/ports/*/note"),
            List.of("/spec/ports/1"),
            List.of("/spec/ports"),
            List.of("/metadata/labels/a"),
            List.of("/spec/template/spec/containers/0/image", "/spec/template/spec/node/b"),
            List.of("/spec/template/spec/containers/*/env/*/value"),
            List.of("/spec/template/spec/containers/*/args"),
            List.of("/spec/template/spec/containers/1/args/0", "/spec/template/spec/node"),
            List.of("/spec/template/spec/containers/0", "/spec/template/spec"),
            List.of("/spec/ports/0", "/spec/ports/1/note", "/spec/args/0", "/spec/args/1"));

    @Provide
    Arbitrary<Held> held() {
        return Arbitraries.randomValue(Held::random);
    }

    @Provide
    Arbitrary<List<String>> pointers() {
        return Arbitraries.of(POINTERS);
    }

    @Property(tries = TRIES)
    void what_nobody_sets_any_more_is_left_out_place_by_place_and_items_as_a_whole(@ForAll("held") Held held) {
        FieldSet fields = held.of(LiveObject.MANAGER).minus(held.of(Held.OTHER));
        LeftOut leftOut = new LeftOut(fields, held.desired());
        List<List<String>> expected = leftOut(held, fields);

        assertThat(leftOut.in(held.live()))
                .isEqualTo(expected.stream().map(KeyPath::text).toList());
        Tree rest = held.live();
        for (List<String> path : expected) {
            rest = KeyPath.remove(rest, path);
        }
        List<List<String>> holders = new ArrayList<>(nodes(fields).keySet());
        Collections.reverse(holders);
        for (List<String> path : holders) {
            boolean isEmptied = !isItem(path)
                    && get(held.desired(), path) == null
                    && !isLeaf(nodes(fields), path)
                    && isEmpty(get(rest, path));
            rest = isEmptied ? KeyPath.remove(rest, path) : rest;
        }
        assertSame(leftOut.removedFrom(held.live()), rest);
    }

    private static List<List<String>> leftOut(Held held, FieldSet fields) {
        Map<List<String>, MapTree> nodes = nodes(fields);
        Predicate<List<String>> unset = path -> get(held.desired(), path) == null;
        return nodes.keySet().stream()
                .filter(path -> get(held.live(), path) != null && unset.test(path))
                .filter(path -> isItem(path) || isLeaf(nodes, path))
                .filter(path -> above(path).stream().noneMatch(above -> isItem(above) && unset.test(above)))
                .toList();
    }

    @Property(tries = TRIES)
    void others_hold_what_the_object_has_and_nobody_sets_sorted_by_field(@ForAll("held") Held held) {
        OtherManagers others = new LiveObject(held.live()).others(Set.of());
        FieldSet ours = held.of(LiveObject.MANAGER);
        List<FieldOwner> expected = new ArrayList<>();
        for (String manager : List.of(Held.OTHER, Held.UPDATER)) {
            Set<List<String>> both = new LinkedHashSet<>();
            Map<List<String>, MapTree> nodes = nodes(held.of(manager));
            for (List<String> path : held.members(manager)) {
                boolean isHolder = !isItem(path) && !isLeaf(nodes, path);
                if (!isHolder
                        && held.members(LiveObject.MANAGER).contains(path)
                        && !path.get(0).equals("f:status")) {
                    both.add(path);
                }
            }
            for (List<String> path : leftOut(held, FieldSet.of(Held.fields(both)))) {
                expected.add(new FieldOwner(text(path), manager, ""));
            }
        }
        assertThat(others.holding(ours, held.desired())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = TRIES)
    void additions_are_new_items_of_lists_that_are_set_and_whatever_a_pod_got(@ForAll("held") Held held) {
        FieldSet fields = held.of(Held.OTHER);
        Map<List<String>, MapTree> nodes = nodes(fields);
        List<String> expected = new ArrayList<>();
        List<List<String>> added = new ArrayList<>();
        Predicate<List<String>> inPod = path -> {
            List<List<String>> all = new ArrayList<>(above(path));
            all.add(path);
            return all.stream()
                    .anyMatch(above -> get(held.live(), above) instanceof MapTree map
                            && map.get("containers") instanceof ListTree);
        };
        nodes.keySet().forEach(path -> {
            Tree live = get(held.live(), path);
            List<String> parent = path.subList(0, path.size() - 1);
            boolean isSeen = live != null
                    && !path.contains("f:metadata")
                    && !path.contains("f:status")
                    && added.stream().noneMatch(other -> isWithin(path, other))
                    && above(path).stream().allMatch(above -> get(held.desired(), above) != null || inPod.test(above));
            boolean isAdded = isItem(path)
                    ? get(held.desired(), parent) != null || inPod.test(parent)
                    : inPod.test(path) && isLeaf(nodes, path) && live instanceof ListTree list && !list.isEmpty();
            if (isSeen && isAdded && get(held.desired(), path) == null) {
                added.add(path);
                expected.add(text(path));
            }
        });
        assertThat(Additions.of(fields, held.live(), held.desired())).isEqualTo(expected);
    }

    @Property(tries = TRIES)
    void owners_are_those_of_values_that_are_set_and_not_of_keys_of_items(@ForAll("held") Held held) {
        List<FieldOwner> expected = new ArrayList<>();
        for (String manager : List.of(Held.OTHER, Held.UPDATER)) {
            Map<List<String>, MapTree> nodes = nodes(held.of(manager));
            for (List<String> path : nodes.keySet()) {
                Tree desired = get(held.desired(), path);
                boolean isOneValue = desired instanceof ScalarTree
                        || isEmpty(desired)
                        || get(held.live(), path) != null
                                && !isEmpty(get(held.live(), path))
                                && held.all().stream()
                                        .noneMatch(deeper -> deeper.size() > path.size() && isWithin(deeper, path));
                if (desired != null && isLeaf(nodes, path) && !isKeyField(path) && isOneValue) {
                    expected.add(new FieldOwner(text(path), manager, ""));
                }
            }
        }
        assertThat(Owners.of(held.live(), held.desired())).isEqualTo(expected);
    }

    private static boolean isKeyField(List<String> path) {
        int last = path.size() - 1;
        return last > 0
                && path.get(last - 1).startsWith("k:")
                && path.get(last - 1).contains("\"" + path.get(last).substring(2) + "\":");
    }

    @Property(tries = TRIES)
    void lost_is_what_nobody_holds_and_what_is_gone_or_another_value(@ForAll("held") Held held) {
        Map<List<String>, MapTree> nodes = nodes(FieldSet.of(Held.fields(held.all())));
        Map<List<String>, Tree> set = new LinkedHashMap<>();
        open(held.desired(), List.of(), nodes, set);
        List<String> expected = new ArrayList<>();
        set.forEach((path, value) -> {
            Tree live = get(held.live(), path);
            List<List<String>> way = new ArrayList<>(above(path));
            way.add(path);
            boolean counts = way.stream()
                    .noneMatch(step -> isNothing(set.get(step))
                            || nodes.containsKey(step) && (get(held.live(), step) == null || isLeaf(nodes, step)));
            boolean isOpen =
                    set.keySet().stream().anyMatch(deeper -> deeper.size() > path.size() && isWithin(deeper, path));
            boolean isGone = live == null && get(held.live(), path.subList(0, path.size() - 1)) != null;
            if (counts && !List.of("f:apiVersion", "f:kind").contains(path.get(0))) {
                if (isGone || live != null && !isOpen && !covers(live, value)) {
                    expected.add(text(path));
                }
            }
        });
        assertThat(LostFields.of(held.live(), held.desired()).stream().map(FieldPath::toString))
                .containsExactlyElementsOf(expected);
    }

    /** The places of an object, in order; of a list only if items of it are held one by one. */
    private static void open(
            Tree tree, List<String> path, Map<List<String>, MapTree> nodes, Map<List<String>, Tree> places) {
        if (tree instanceof MapTree map) {
            map.forEach((key, value) -> {
                places.put(plus(path, "f:" + key), value);
                open(value, plus(path, "f:" + key), nodes, places);
            });
        } else if (tree instanceof ListTree list) {
            List<String> keys = nodes.getOrDefault(path, MapTree.of()).keys().stream()
                    .filter(key -> !key.equals("."))
                    .toList();
            for (Tree item : keys.isEmpty() ? ListTree.of() : list) {
                String key = keys.stream()
                        .filter(one -> get(ListTree.of(item), List.of(one)) != null)
                        .findFirst()
                        .orElseGet(() -> newKey(keys.get(0), item));
                places.put(plus(path, key), item);
                open(item, plus(path, key), nodes, places);
            }
        }
    }

    private static String newKey(String like, Tree item) {
        if (like.startsWith("v:")) {
            return "v:" + Json.write(item);
        }
        MapTree keys = JsonTrees.map(like.substring(2));
        for (String name : keys.keys()) {
            Tree value = Trees.map(item).get(name);
            keys = value == null ? keys.without(name) : keys.with(name, value);
        }
        return "k:" + Json.write(keys);
    }

    private static boolean covers(Tree live, Tree set) {
        if (set instanceof MapTree map && live instanceof MapTree there) {
            return map.keys().stream()
                    .allMatch(key -> there.has(key)
                            ? covers(Objects.requireNonNull(there.get(key)), Objects.requireNonNull(map.get(key)))
                            : isNothing(map.get(key)));
        }
        if (set instanceof ListTree list && live instanceof ListTree there && list.size() == there.size()) {
            return IntStream.range(0, list.size()).allMatch(i -> covers(there.get(i), list.get(i)));
        }
        return live.equals(set);
    }

    private static boolean isNothing(@Nullable Tree value) {
        return value instanceof ScalarTree scalar
                ? Set.of("", "0", "false", "null").contains(scalar.text())
                : value != null && isEmpty(value);
    }

    @Property(tries = TRIES)
    void an_overlay_sets_every_value_and_keeps_the_rest(@ForAll("held") Held held) {
        FieldSet managed = FieldSet.of(Held.fields(held.all()));
        Map<List<String>, MapTree> nodes = nodes(managed);
        Map<List<String>, Tree> set = new LinkedHashMap<>();
        open(held.desired(), List.of(), nodes, set);
        Tree expected = held.live();
        List<List<String>> whole = new ArrayList<>();
        for (Map.Entry<List<String>, Tree> entry : set.entrySet()) {
            List<String> path = entry.getKey();
            Tree there = get(expected, path);
            boolean isList = entry.getValue() instanceof ListTree && nodes.containsKey(path) && !isLeaf(nodes, path);
            boolean isMap = entry.getValue() instanceof MapTree && !(nodes.containsKey(path) && isLeaf(nodes, path));
            if (whole.stream().noneMatch(other -> isWithin(path, other)) && (there == null || !isList && !isMap)) {
                expected = KeyPath.set(expected, path, entry.getValue());
                whole.add(path);
            }
        }
        assertSame(Trees.map(Place.of(managed, held.live(), held.desired()).merged()), expected);
    }

    @Property(tries = TRIES)
    void ignored_values_are_removed_or_as_desired(
            @ForAll("held") Held held, @ForAll("pointers") List<String> pointers) {
        MapTree desired = IgnoredFields.with(held.desired(), Set.copyOf(pointers));
        Tree without = held.live();
        Tree wanted = held.live();
        List<List<String>> places = places(held, pointers);
        Collections.reverse(places);
        for (List<String> path : places) {
            without = get(without, path) == null ? without : KeyPath.remove(without, path);
            Tree value = get(held.desired(), path);
            wanted = value == null ? wanted : KeyPath.set(wanted, path, value);
        }
        assertSame(IgnoredFields.of(desired).removedFrom(held.live(), desired), without);
        assertSame(IgnoredFields.of(desired).wanted(held.live(), desired), wanted);
    }

    private static List<List<String>> places(Held held, List<String> pointers) {
        List<List<String>> places = new ArrayList<>();
        pointers.forEach(pointer -> places.addAll(held.at(pointer)));
        return places;
    }

    @Property(tries = TRIES)
    void an_ignored_value_is_sent_as_it_is_where_only_we_hold_it_and_not_at_all_elsewhere(
            @ForAll("held") Held held, @ForAll("pointers") List<String> pointers) {
        MapTree desired = IgnoredFields.with(held.desired(), Set.copyOf(pointers));
        Map<List<String>, MapTree> nodes = nodes(FieldSet.of(Held.fields(held.all())));
        Set<List<String>> only = held.members(LiveObject.MANAGER);
        only.removeAll(held.members(Held.OTHER, Held.UPDATER));
        Tree expected = desired;
        List<List<String>> places = places(held, pointers);
        Collections.reverse(places);
        for (List<String> path : places) {
            List<String> atomic = above(path).stream()
                    .filter(above -> nodes.containsKey(above) && isLeaf(nodes, above))
                    .findFirst()
                    .orElse(List.of());
            Tree live = get(held.live(), path);
            Tree sent = atomic.isEmpty() ? only(held, path, only) : live;
            if (atomic.isEmpty() || get(desired, atomic) != null) {
                expected = sent == null ? removed(expected, path, atomic) : KeyPath.set(expected, path, sent);
            }
        }
        assertSame(IgnoredFields.of(desired).sent(desired, held.live(), Set.of(LiveObject.MANAGER)), expected);
    }

    /** The part of a live value that is in some places, with the keys of its items. */
    private static @Nullable Tree only(Held held, List<String> path, Set<List<String>> only) {
        Tree value = null;
        for (List<String> place : Held.places(held.live())) {
            if (only.contains(place) && isWithin(place, path)) {
                List<String> below = place.subList(path.size(), place.size());
                String last = place.get(place.size() - 1);
                Tree part = last.startsWith("k:") ? JsonTrees.map(last.substring(2)) : get(held.live(), place);
                value = get(value, below) == null ? KeyPath.set(value, below, Objects.requireNonNull(part)) : value;
            }
        }
        String last = path.get(path.size() - 1);
        return value instanceof MapTree map && last.startsWith("k:")
                ? JsonTrees.map(last.substring(2)).toBuilder().putAll(map).build()
                : value;
    }

    /** Without a value, and without the maps that had nothing else; a part of an atomic value goes alone. */
    private static Tree removed(Tree tree, List<String> path, List<String> atomic) {
        if (get(tree, path) == null) {
            return tree;
        }
        Tree rest = KeyPath.remove(tree, path);
        List<String> parent = path.subList(0, path.size() - 1);
        boolean isEmptied =
                atomic.isEmpty() && !parent.isEmpty() && get(rest, parent) instanceof MapTree map && map.isEmpty();
        return isEmptied ? removed(rest, parent, atomic) : rest;
    }

    @Property(tries = TRIES)
    void ignored_fields_are_cut_off_with_what_is_below_them(
            @ForAll("held") Held held, @ForAll("pointers") List<String> pointers) {
        MapTree desired = IgnoredFields.with(held.desired(), Set.copyOf(pointers));
        Set<List<String>> rest = held.members(LiveObject.MANAGER);
        for (List<String> place : places(held, pointers)) {
            rest.removeIf(path -> isWithin(path, place));
        }
        FieldSet within = held.of(LiveObject.MANAGER).within(held.live());
        rest.removeIf(path -> get(held.live(), path) == null);

        assertSame(IgnoredFields.of(desired).without(within, desired).tree(), Held.fields(rest));
    }

    @Property(tries = TRIES)
    void the_hash_does_not_see_what_becomes_of_ignored_fields_and_sees_all_else_that_is_ours(
            @ForAll("held") Held held, @ForAll("pointers") List<String> pointers) {
        MapTree desired = IgnoredFields.with(held.desired(), Set.copyOf(pointers));
        List<List<String>> places = places(held, pointers);
        Set<List<String>> rest = held.members(LiveObject.MANAGER);
        rest.removeIf(path -> places.stream().anyMatch(place -> isWithin(path, place)));
        Tree changed = held.live();
        for (List<String> path : places) {
            boolean isValue = get(changed, path) instanceof ScalarTree && !isItem(path);
            changed = isValue ? KeyPath.set(changed, path, ScalarTree.of("changed")) : changed;
        }
        MapTree taken = ManagedEntry.withOurs((MapTree) changed, FieldSet.of(Held.fields(rest)));

        assertThat(hash(taken, desired)).isEqualTo(hash(held.live(), desired));
        for (List<String> path : rest) {
            if (get(held.live(), path) instanceof ScalarTree && !isItem(path) && !isKeyField(path)) {
                Tree drifted = KeyPath.set(held.live(), path, ScalarTree.of("drifted"));
                assertThat(hash((MapTree) drifted, desired)).isNotEqualTo(hash(held.live(), desired));
            }
        }
    }

    private static String hash(MapTree live, MapTree desired) {
        return new LiveObject(live).ownedHash(desired).orElse("");
    }

    private static void assertSame(Tree actual, Tree expected) {
        assertThat(Json.write(sorted(actual))).isEqualTo(Json.write(sorted(expected)));
    }

    private static Tree sorted(Tree tree) {
        if (tree instanceof ListTree list) {
            return ListTree.of(list.items().stream().map(HeldTest::sorted).toList());
        }
        if (!(tree instanceof MapTree map)) {
            return tree;
        }
        MapTree.Builder sorted = MapTree.builder();
        for (String key : map.sortedKeys()) {
            sorted.put(key, sorted(Objects.requireNonNull(map.get(key))));
        }
        return sorted.build();
    }

    private static boolean isLeaf(Map<List<String>, MapTree> nodes, List<String> path) {
        return nodes.getOrDefault(path, MapTree.of()).without(".").isEmpty();
    }

    private static boolean isEmpty(@Nullable Tree tree) {
        return tree instanceof MapTree map && map.isEmpty() || tree instanceof ListTree list && list.isEmpty();
    }
}
