package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    @Provide
    Arbitrary<Tree> trees() {
        return TreeArbitraries.treesWithNulls();
    }

    @Provide
    Arbitrary<MapTree> maps() {
        return TreeArbitraries.maps();
    }

    @Property
    void a_copy_is_equal_and_has_the_same_hash(@ForAll("trees") Tree tree) {
        Tree copy = copy(tree);

        assertThat(copy.equals(tree)).isTrue();
        assertThat(tree.equals(copy)).isTrue();
        assertThat(copy.hashCode()).isEqualTo(tree.hashCode());
    }

    @Property
    void equality_is_symmetric(@ForAll("trees") Tree one, @ForAll("trees") Tree other) {
        assertThat(one.equals(other)).isEqualTo(other.equals(one));
        if (one.equals(other)) {
            assertThat(one.hashCode()).isEqualTo(other.hashCode());
        }
    }

    @Property
    void the_order_of_keys_does_not_count(@ForAll("maps") MapTree map, @ForAll long seed) {
        List<String> keys = new ArrayList<>(map.keys());
        Collections.shuffle(keys, new Random(seed));
        MapTree.Builder shuffled = MapTree.builder();
        for (String key : keys) {
            shuffled.put(key, map.get(key));
        }

        MapTree other = shuffled.build();
        assertThat(other).isEqualTo(map).hasSameHashCodeAs(map);
        assertThat(other.keys()).isEqualTo(keys);
    }

    @Property
    void a_value_that_is_put_can_be_read_and_the_others_stay(
            @ForAll("maps") MapTree map, @ForAll String key, @ForAll("trees") Tree value) {
        MapTree changed = map.with(key, value);

        assertThat(changed.get(key)).isEqualTo(value);
        assertThat(changed.without(key)).isEqualTo(map.without(key));
        assertThat(map.has(key) ? changed.with(key, map.get(key)) : changed.without(key))
                .isEqualTo(map);
    }

    @Property
    void no_text_of_a_string_is_shown(@ForAll("trees") Tree tree) {
        MapTree map = MapTree.of("key", ScalarTree.of("hunter2")).with("tree", tree);

        assertThat(map.toString() + ListTree.of(map) + map.get("key")).doesNotContain("hunter2");
        assertThat(map.get("key").describe()).isEqualTo("a string");
    }

    @Nested
    class Maps {
        @Test
        void keep_their_order() {
            MapTree map = MapTree.builder().put("b", 1).put("a", 2).put("b", 3).build();

            assertThat(map.keys()).containsExactly("b", "a");
            assertThat(map.with("c", "x").with("a", "y").keys()).containsExactly("b", "a", "c");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 15, 16, 17, 100})
        void find_keys_whatever_their_size(int size) {
            MapTree.Builder builder = MapTree.builder();
            for (int i = 0; i < size; i++) {
                builder.put("key" + i, i);
            }
            for (int i = 0; i < size; i++) {
                assertThat(builder.has("key" + i)).isTrue();
                builder.put("key" + i, -i);
            }
            assertThat(builder.has("other")).isFalse();
            MapTree map = builder.build();

            assertThat(map.size()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                assertThat(map.get("key" + i)).isEqualTo(ScalarTree.of(-i));
                assertThat(map.keyAt(i)).isEqualTo("key" + i);
            }
            assertThat(map.get("other")).isNull();
        }

        @Test
        void are_not_changed_by_their_builder() {
            MapTree.Builder builder = MapTree.builder().put("a", 1);
            MapTree map = builder.build();

            assertThat(builder.put("a", 2).put("b", 3).build().keys()).containsExactly("a", "b");
            assertThat(map).isEqualTo(MapTree.of("a", ScalarTree.of(1)));
        }

        @Test
        void are_made_of_many_entries_in_a_short_time() {
            MapTree.Builder builder = MapTree.builder();
            for (int i = 0; i < 200_000; i++) {
                builder.put("key" + i, i);
            }

            assertThat(builder.build().size()).isEqualTo(200_000);
        }

        @Test
        void are_read_by_path_and_type() {
            MapTree map = JsonTrees.map("{a: {b: 'c', d: [1]}}");

            assertThat(map.at("a", "b")).contains(ScalarTree.of("c"));
            assertThat(map.at("a", "b", "c")).isEmpty();
            assertThat(map.map("a").orElseThrow().string("b")).contains("c");
            assertThat(map.map("a").orElseThrow().string("d")).isEmpty();
            assertThat(map.map("a").orElseThrow().list("d")).contains(ListTree.of(ScalarTree.of(1)));
            assertThat(map.list("a")).isEmpty();
        }
    }

    @Nested
    class ByPath {
        private final MapTree tree = JsonTrees.map(
                "{a: {text: 'b', number: 7, list: [{c: 'd'}], yes: true, no: false, nothing: null, empty: {}}, e: 'f'}");

        @Test
        void are_read_as_empty_where_they_are_missing_or_of_another_type() {
            assertThat(Trees.text(tree, "a", "text")).isEqualTo("b");
            assertThat(Trees.text(tree, "a", "number")).isEmpty();
            assertThat(Trees.text(tree, "e", "text")).isEmpty();
            assertThat(Trees.map(tree, "a", "empty")).isEqualTo(MapTree.of());
            assertThat(Trees.map(tree, "e", "b")).isEqualTo(MapTree.of());
            assertThat(Trees.map(tree)).isSameAs(tree);
            assertThat(Trees.list(tree, "a", "list").size()).isEqualTo(1);
            assertThat(Trees.list(tree, "a")).isEqualTo(ListTree.of());
            assertThat(Trees.map(Trees.list(tree, "a", "list"), 0)).isEqualTo(MapTree.of("c", "d"));
            assertThat(Trees.map(Trees.list(tree, "a", "list"), 1)).isEqualTo(MapTree.of());
            assertThat(Trees.value(tree, "a", "nothing")).isEqualTo(ScalarTree.ofNull());
            assertThat(Trees.value(tree, "a", "text", "b")).isNull();
        }

        @Test
        void are_numbers_that_fit_into_a_long() {
            assertThat(Trees.number(tree, -1, "a", "number")).isEqualTo(7);
            assertThat(Trees.number(tree, -1, "a", "text")).isEqualTo(-1);
            assertThat(Trees.number(tree, -1, "x")).isEqualTo(-1);
            assertThat(Trees.number(JsonTrees.tree("9223372036854775807"), -1)).isEqualTo(Long.MAX_VALUE);
            assertThat(Trees.number(JsonTrees.tree("9223372036854775808"), -1)).isEqualTo(-1);
            assertThat(Trees.number(JsonTrees.tree("1.0"), -1)).isEqualTo(-1);
        }

        @Test
        void are_true_false_or_set() {
            assertThat(Trees.isTrue(tree, "a", "yes")).isTrue();
            assertThat(Trees.isTrue(tree, "a", "no")).isFalse();
            assertThat(Trees.isTrue(tree, "a", "x")).isFalse();
            assertThat(Trees.isFalse(tree, "a", "no")).isTrue();
            assertThat(Trees.isFalse(tree, "a", "x")).isFalse();
            assertThat(Trees.isSet(tree, "a", "no")).isTrue();
            assertThat(Trees.isSet(tree, "a", "nothing")).isFalse();
            assertThat(Trees.isSet(tree, "a", "x")).isFalse();
            assertThat(Trees.isNull(Trees.value(tree, "a", "nothing"))).isTrue();
            assertThat(Trees.isNull(Trees.value(tree, "a", "x"))).isFalse();
        }

        @Test
        void get_a_new_value_and_the_missing_maps_above_it() {
            assertThat(Trees.with(tree, ScalarTree.of("z"), "a", "text").map("a"))
                    .contains(Trees.map(tree, "a").with("text", "z"));
            assertThat(Trees.with(tree, ScalarTree.of("z"), "x", "y").at("x")).contains(MapTree.of("y", "z"));
            assertThat(Trees.with(tree, ScalarTree.of("z"), "e", "y").at("e")).contains(MapTree.of("y", "z"));
            assertThat(Trees.with(tree, Trees.map(tree, "a", "empty"), "a", "empty"))
                    .isSameAs(tree);
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> Trees.with(tree, MapTree.of()))
                    .withMessage("the path has no keys; name at least one");
        }

        @Test
        void are_edited_where_there_is_a_map() {
            assertThat(Trees.edit(tree, map -> map.with("g", "h"), "a", "empty").at("a", "empty"))
                    .contains(MapTree.of("g", "h"));
            assertThat(Trees.edit(tree, map -> map.without("a"))).isEqualTo(MapTree.of("e", "f"));
            assertThat(Trees.edit(tree, map -> map.with("g", "h"), "e")).isSameAs(tree);
            assertThat(Trees.edit(tree, map -> map.with("g", "h"), "a", "x")).isSameAs(tree);
        }
    }

    @Nested
    class Lists {
        @Test
        void change_by_copy() {
            ListTree list = ListTree.ofStrings(List.of("a", "b"));

            assertThat(list.plus(ScalarTree.of("c"))).isEqualTo(ListTree.ofStrings(List.of("a", "b", "c")));
            assertThat(list.insert(1, ScalarTree.of("c"))).isEqualTo(ListTree.ofStrings(List.of("a", "c", "b")));
            assertThat(list.insert(2, ScalarTree.of("c"))).isEqualTo(ListTree.ofStrings(List.of("a", "b", "c")));
            assertThat(list.with(0, ScalarTree.of("c"))).isEqualTo(ListTree.ofStrings(List.of("c", "b")));
            assertThat(list.without(0)).isEqualTo(ListTree.ofStrings(List.of("b")));
            assertThat(list).isEqualTo(ListTree.ofStrings(List.of("a", "b")));
        }
    }

    @Nested
    class Scalars {
        @ParameterizedTest
        @CsvSource({"0.5, 0.50", "1.0, 1.00", "1.5e3, 1500.0", "0.0, -0.0"})
        void are_equal_by_value_with_a_fraction(String one, String other) {
            assertThat(ScalarTree.ofFloat(one))
                    .isEqualTo(ScalarTree.ofFloat(other))
                    .hasSameHashCodeAs(ScalarTree.ofFloat(other));
        }

        @Test
        void keeps_its_source_beside_what_it_is() {
            ScalarTree number = ScalarTree.of(42798).withSource("0123456");

            assertThat(number.source()).isEqualTo("0123456");
            assertThat(number.text()).isEqualTo("42798");
            assertThat(number).isEqualTo(ScalarTree.of(42798)).hasSameHashCodeAs(ScalarTree.of(42798));
            assertThat(number.describe()).isEqualTo("0123456, which YAML reads as the number 42798");
            assertThat(ScalarTree.of(true).withSource("yes").describe()).isEqualTo("yes, which YAML reads as true");
            assertThat(ScalarTree.ofNull().withSource("~").describe()).isEqualTo("~, which YAML reads as null");
            assertThat(ScalarTree.ofNull().withSource("").describe()).isEqualTo("null");
            assertThat(ScalarTree.of(7).source()).isEqualTo("7");
        }

        @Test
        void are_of_one_kind() {
            assertThat(ScalarTree.of(1)).isNotEqualTo(ScalarTree.ofFloat("1.0")).isNotEqualTo(ScalarTree.of("1"));
            assertThat(ScalarTree.of("true")).isNotEqualTo(ScalarTree.of(true));
            assertThat(ScalarTree.of("null")).isNotEqualTo(ScalarTree.ofNull());
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e99999999999", "1e-99999999999", ".inf", ".nan", ""})
        void support_numbers_beyond_the_range_of_double(String text) {
            ScalarTree number = ScalarTree.ofFloat(text);

            assertThat(number).isEqualTo(ScalarTree.ofFloat(text)).hasSameHashCodeAs(ScalarTree.ofFloat(text));
            assertThat(number).isNotEqualTo(ScalarTree.ofFloat("1.5"));
        }

        @Test
        void support_numbers_of_a_million_digits() {
            String digits = "1".repeat(1_000_000) + ".5";

            assertThat(ScalarTree.ofFloat(digits)).isNotEqualTo(ScalarTree.ofFloat(digits + "0"));
        }
    }

    @Nested
    class Paths {
        @Test
        void quote_keys_that_are_not_plain() {
            assertThat(TreePath.child("metadata.annotations", "a.b/c")).isEqualTo("metadata.annotations[\"a.b/c\"]");
            assertThat(TreePath.child("", "a\"b\\c")).isEqualTo("[\"a\\\"b\\\\c\"]");
            assertThat(TreePath.child("a", "")).isEqualTo("a[\"\"]");
            assertThat(TreePath.child(TreePath.child("", "a"), 0)).isEqualTo("a[0]");
        }

        @Test
        void are_joined() {
            assertThat(Location.join("Service/a", "spec.x")).isEqualTo("Service/a.spec.x");
            assertThat(Location.join("Service/a", "[\"x.y\"]")).isEqualTo("Service/a[\"x.y\"]");
            assertThat(Location.join("Service/a", "")).isEqualTo("Service/a");
            assertThat(Location.join("", "spec")).isEqualTo("spec");
        }
    }

    @Nested
    class Places {
        private static final MapTree DEPLOYMENT = MapTree.of("spec", MapTree.of("replicas", ScalarTree.of(2)));

        private final Locations file = Locations.of(
                "a.yaml",
                DEPLOYMENT,
                TreePlace.of(1, 1, List.of(TreePlace.of(3, 1, List.of(TreePlace.of(4, 13, TreePlace.NONE))))));

        @Test
        void are_the_nearest_above() {
            assertThat(file.of("spec.replicas")).hasToString("a.yaml:4:13: spec.replicas");
            assertThat(file.of("spec.paused")).hasToString("a.yaml:3:1: spec.paused");
            assertThat(file.of("metadata.labels[\"a.b/c\"]")).hasToString("a.yaml:1:1: metadata.labels[\"a.b/c\"]");
            assertThat(Locations.none().of("spec.replicas")).hasToString("spec.replicas");
        }

        @Test
        void in_an_object_name_it() {
            ResourceId id = ResourceId.of("apps/v1", "Deployment", "webank", "app.v2");

            Location place = file.in(id).of("spec.replicas");

            assertThat(place).hasToString("a.yaml:4:13: Deployment/webank/app.v2.spec.replicas");
            assertThat(place.object()).contains(id);
            assertThat(place.inside()).isEqualTo("spec.replicas");
            assertThat(Locations.none().in(id).of("[\"a.b\"]")).hasToString("Deployment/webank/app.v2[\"a.b\"]");
            assertThat(Locations.none().in(id).of("")).hasToString("Deployment/webank/app.v2");
            assertThat(file.of("spec").object()).isEmpty();
            assertThat(place.withPath("spec").object()).isEmpty();
            assertThat(place)
                    .isNotEqualTo(file.of("spec.replicas"))
                    .isEqualTo(file.of("spec.replicas").in(id));
        }

        @Test
        void in_a_tree_are_those_of_a_table_by_path() {
            Tree tree = MapTree.builder()
                    .put("a", MapTree.of("a", ScalarTree.of(1)))
                    .put(
                            "a.b",
                            MapTree.of("", ListTree.of(List.of(ScalarTree.of("x"), MapTree.of("c", ScalarTree.of(2))))))
                    .put("a/b", ScalarTree.of("y"))
                    .put("0", ListTree.of(List.of()))
                    .put("\"]\n.a", MapTree.of("a-b", ScalarTree.of(3)))
                    .build();
            List<String> paths = new ArrayList<>();
            Locations places = Locations.of("a.yaml", tree, numbered("", tree, paths));
            Locations restored = Locations.restored("a.yaml", tree, places.numbers(tree));

            assertThat(paths).hasSize(12);
            for (String path : paths) {
                for (String below : List.of("", ".a", "[0]", "[\"a.b\"]", "x", ".x.y")) {
                    String asked = path + below;
                    String known = asked;
                    while (!paths.contains(known)) {
                        known = known.substring(
                                0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
                    }
                    int line = paths.indexOf(known) + 1;
                    assertThat(places.of(asked)).isEqualTo(Location.of("a.yaml", line, 1, asked));
                    assertThat(restored.of(asked)).isEqualTo(places.of(asked));
                }
            }
        }

        /** Gives each part of a tree the next line. */
        private TreePlace numbered(String path, Tree tree, List<String> paths) {
            paths.add(path);
            int line = paths.size();
            List<TreePlace> parts = new ArrayList<>();
            if (tree instanceof MapTree map) {
                map.forEach((key, value) -> parts.add(numbered(TreePath.child(path, key), value, paths)));
            } else if (tree instanceof ListTree list) {
                for (int i = 0; i < list.size(); i++) {
                    parts.add(numbered(TreePath.child(path, i), list.get(i), paths));
                }
            }
            return TreePlace.of(line, 1, parts);
        }
    }

    @Test
    void a_null_is_not_a_tree() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> MapTree.builder().put("a", (Tree) null));
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> ListTree.of((Tree) null));
    }

    private static Tree copy(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder copy = MapTree.builder();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy.build();
        }
        if (tree instanceof ListTree list) {
            List<Tree> copy = new ArrayList<>();
            for (Tree item : list) {
                copy.add(copy(item));
            }
            return ListTree.of(copy);
        }
        return tree;
    }
}
