package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Sets of fields. */
class FieldSetTest {
    private static FieldSet set(String json) {
        return FieldSet.of(map(json));
    }

    @Test
    void paths_are_written_as_the_server_writes_them() {
        FieldSet set = set("""
                {'f:metadata': {'f:annotations': {'f:a.b/c': {}}, 'f:finalizers': {'v:"x\\\\ty\\\\u0001\\\\u2028"': {}}},
                 'f:spec': {'f:containers': {'k:{"name":"c"}': {'.': {}, 'f:image': {}}},
                  'f:ports': {'k:{"containerPort":80,"protocol":"TCP"}': {}}, 'f:list': {'i:3': {}, 'v:true': {}, 'v:2': {}},
                  'x:later': {}}}""");

        assertThat(set.leaves())
                .containsExactly(
                        ".metadata.annotations.a.b/c",
                        ".metadata.finalizers[=\"x\\ty\\x01\\u2028\"]",
                        ".spec.containers[name=\"c\"].image",
                        ".spec.ports[containerPort=80,protocol=\"TCP\"]",
                        ".spec.list[3]",
                        ".spec.list[=true]",
                        ".spec.list[=2]");
    }

    @Test
    void a_union_has_the_fields_of_both() {
        FieldSet a = set("{'f:a': {}, 'f:b': {'f:c': {}}, 'f:d': {'.': {}, 'f:e': {}}}");
        FieldSet b = set("{'f:b': {'f:x': {}}, 'f:d': {'f:y': {}}, 'f:z': {}}");

        assertThat(a.union(b))
                .isEqualTo(
                        set(
                                "{'f:a': {}, 'f:b': {'f:c': {}, 'f:x': {}}, 'f:d': {'.': {}, 'f:e': {}, 'f:y': {}}, 'f:z': {}}"));
    }

    @Test
    void in_a_union_a_place_and_what_is_below_it_are_both_kept() {
        FieldSet place = set("{'f:a': {}}");
        FieldSet below = set("{'f:a': {'f:b': {}}}");
        FieldSet both = set("{'f:a': {'.': {}, 'f:b': {}}}");

        assertThat(place.union(below)).isEqualTo(both);
        assertThat(below.union(place)).isEqualTo(both);
    }

    @Test
    void a_difference_keeps_what_the_other_lacks() {
        FieldSet a = set("{'f:a': {}, 'f:b': {'.': {}, 'f:c': {}, 'f:d': {}}}");

        assertThat(a.minus(set("{'f:a': {}, 'f:b': {'f:c': {}}}"))).isEqualTo(set("{'f:b': {'.': {}, 'f:d': {}}}"));
        assertThat(a.minus(set("{'f:b': {}}"))).isEqualTo(set("{'f:a': {}, 'f:b': {'f:c': {}, 'f:d': {}}}"));
        assertThat(a.minus(a).isEmpty()).isTrue();
    }

    @Test
    void a_path_is_cut_off_with_the_empty_places_above_it() {
        FieldSet set = set("{'f:metadata': {'f:finalizers': {'v:\"x\"': {}}}, 'f:spec': {'f:a': {}, 'f:b': {}}}");

        assertThat(set.without(
                        FieldSet.naming(List.of(
                                List.of("metadata", "finalizers"), List.of("spec", "b"), List.of("spec", "c", "d"))),
                        MapTree.of()))
                .isEqualTo(set("{'f:spec': {'f:a': {}}}"));
    }

    @Test
    void what_an_object_does_not_have_is_cut_off() {
        FieldSet set = set("""
                {'f:metadata': {'f:labels': {'f:a': {}}},
                 'f:spec': {'.': {}, 'f:a': {}, 'f:gone': {}, 'f:list': {'k:{"name":"x"}': {'.': {}, 'f:v': {}, 'f:w': {}},
                   'k:{"name":"y"}': {'.': {}}}}}""");

        assertThat(set.within(map("{spec: {a: 1}}"))).isEqualTo(set("{'f:spec': {'.': {}, 'f:a': {}}}"));
        assertThat(set.within(map("{spec: {a: 1, list: [{name: 'x', v: 2}]}}"))).isEqualTo(set("""
                        {'f:spec': {'.': {}, 'f:a': {}, 'f:list': {'k:{"name":"x"}': {'.': {}, 'f:v': {}}}}}"""));
        assertThat(set("{'f:spec': {}}").within(map("{spec: {}}"))).isEqualTo(set("{'f:spec': {}}"));
    }

    @Test
    void what_is_beside_a_path_stays_though_the_object_lacks_what_leads_to_it() {
        FieldSet set = set("{'f:spec': {'f:a': {'f:x': {}, 'f:y': {}}}}");

        assertThat(set.without(FieldSet.naming(List.of(List.of("spec", "a", "x"))), MapTree.of()))
                .isEqualTo(set("{'f:spec': {'f:a': {'f:y': {}}}}"));
    }

    @Test
    void what_an_object_does_not_have_is_outside_of_it() {
        FieldSet set = set("""
                {'f:data': {'.': {}, 'f:a': {}, 'f:b': {}},
                 'f:list': {'k:{"name":"x"}': {'.': {}, 'f:name': {}, 'f:v': {}}, 'k:{"name":"y"}': {'.': {}, 'f:name': {}}}}""");

        assertThat(set.outside(map("{data: {a: '1'}, list: [{name: 'x'}]}"))).isEqualTo(set("""
                {'f:data': {'f:b': {}},
                 'f:list': {'k:{"name":"x"}': {'f:v': {}}, 'k:{"name":"y"}': {'.': {}, 'f:name': {}}}}"""));
        assertThat(set.outside(MapTree.of())).isEqualTo(set);
    }

    @Test
    void maps_that_hold_others_are_no_values() {
        assertThat(set("""
                        {'f:data': {'.': {}, 'f:a': {}}, 'f:empty': {'.': {}}, 'f:list': {'.': {}, 'k:{"name":"x"}': {'.': {}, 'f:v': {}}}}""").withoutHolders())
                .isEqualTo(
                        set(
                                "{'f:data': {'f:a': {}}, 'f:empty': {}, 'f:list': {'k:{\"name\":\"x\"}': {'.': {}, 'f:v': {}}}}"));
    }

    @Test
    void fields_differ_by_their_values_and_items_by_their_being_there() {
        FieldSet set = set("""
                {'f:a': {}, 'f:b': {}, 'f:list': {'k:{"name":"x"}': {'.': {}, 'f:name': {}, 'f:v': {}}, 'k:{"name":"y"}': {'.': {}, 'f:name': {}}}}""");

        assertThat(set.differing(
                        map("{a: 1, b: 2, list: [{name: 'x', v: 3}, {name: 'y'}]}"),
                        map("{a: 1, list: [{name: 'x', v: 4}]}")))
                .isEqualTo(
                        set(
                                "{'f:b': {}, 'f:list': {'k:{\"name\":\"x\"}': {'f:v': {}}, 'k:{\"name\":\"y\"}': {'.': {}, 'f:name': {}}}}"));
    }

    @Property(tries = 300)
    void sets_obey_the_laws(@ForAll("sets") FieldSet a, @ForAll("sets") FieldSet b) {
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.union(a)).isEqualTo(a);
        assertThat(a.minus(b).union(b)).isEqualTo(a.union(b));
        assertThat(a.minus(b).minus(b)).isEqualTo(a.minus(b));
        assertThat(a.union(b).minus(b)).isEqualTo(a.minus(b));
        assertThat(a.and(b)).isEqualTo(b.and(a));
        assertThat(a.and(b).minus(b).isEmpty()).isTrue();
        assertThat(a.and(b).union(a.minus(b))).isEqualTo(a);
    }

    @Provide
    Arbitrary<FieldSet> sets() {
        Arbitrary<String> path = Arbitraries.of("f:a", "f:b", "k:{\"name\":\"c\"}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(keys -> String.join(" ", keys));
        return path.list().ofMaxSize(5).map(paths -> {
            FieldSet set = FieldSet.of();
            for (String one : paths) {
                String json = "{}";
                String[] keys = one.split(" ");
                for (int i = keys.length - 1; i >= 0; i--) {
                    json = "{'" + keys[i] + "': " + json + "}";
                }
                set = set.union(set(json));
            }
            return set;
        });
    }
}
