package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is sent of an object that leaves fields to others, and what is compared. */
class IgnoredFieldsTest {
    private static final String OURS = "webank-deploy";

    private static MapTree desired(String pointers, String spec) {
        return map("{apiVersion: 'v1', kind: 'X', metadata: {annotations: {'deploy.webank.adorsys.com/ignore-fields': '"
                + pointers + "'}}, spec: " + spec + "}");
    }

    /** A live object; each manager is followed by what it holds of the spec. */
    private static MapTree live(String spec, String... managers) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < managers.length; i += 2) {
            entries.append(i == 0 ? "" : ", ")
                    .append("{manager: '" + managers[i]
                            + "', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1',"
                            + " fieldsV1: {'f:spec': " + managers[i + 1] + "}}");
        }
        return map("{apiVersion: 'v1', kind: 'X', metadata: {managedFields: [" + entries + "]}, spec: " + spec + "}");
    }

    private static MapTree sent(MapTree desired, MapTree live) {
        return IgnoredFields.of(desired).sent(desired, live, Set.of(OURS));
    }

    private static MapTree spec(MapTree object) {
        return object.map("spec").orElse(MapTree.of());
    }

    @Test
    void a_field_of_another_is_not_sent_and_one_of_nobody_else_is_sent_as_it_is() {
        MapTree desired = desired("/spec/a,/spec/b,/spec/c,/spec/d", "{a: 1, b: 1, c: 1, e: 1}");
        MapTree live = live(
                "{a: 2, b: 2, c: 2, d: 2, e: 2}",
                OURS,
                "{'f:b': {}, 'f:c': {}, 'f:d': {}}",
                "x",
                "{'f:a': {}, 'f:c': {}}");

        assertThat(spec(sent(desired, live))).isEqualTo(map("{b: 2, e: 1, d: 2}"));
    }

    @Test
    void of_a_map_only_what_nobody_else_holds_is_sent() {
        MapTree desired = desired("/spec/m", "{m: {a: 1, b: 1, new: 1}, n: 1}");
        MapTree live = live(
                "{m: {a: 2, b: 2, c: 2}}",
                OURS,
                "{'f:m': {'.': {}, 'f:a': {}, 'f:b': {}}}",
                "x",
                "{'f:m': {'.': {}, 'f:b': {}, 'f:c': {}}}");

        assertThat(spec(sent(desired, live))).isEqualTo(map("{m: {a: 2}, n: 1}"));
    }

    @Test
    void items_of_a_keyed_list_are_found_by_their_keys_and_new_ones_are_whole() {
        MapTree desired = desired("/spec/l/*/v", "{l: [{name: 'new', v: 1}, {name: 'b', v: 1}, {name: 'a', v: 1}]}");
        MapTree live = live(
                "{l: [{name: 'a', v: 2}, {name: 'b', v: 3}]}",
                OURS,
                "{'f:l': {'k:{\"name\":\"a\"}': {'.': {}, 'f:name': {}}, 'k:{\"name\":\"b\"}': {'.': {}, 'f:name': {},"
                        + " 'f:v': {}}}}",
                "x",
                "{'f:l': {'k:{\"name\":\"a\"}': {'f:v': {}}}}");

        assertThat(spec(sent(desired, live)))
                .isEqualTo(map("{l: [{name: 'new', v: 1}, {name: 'b', v: 3}, {name: 'a'}]}"));
    }

    @Test
    void an_index_counts_the_items_of_the_set() {
        MapTree desired = desired("/spec/l/0/v", "{l: [{name: 'b', v: 1}, {name: 'a', v: 1}]}");
        MapTree live = live(
                "{l: [{name: 'a', v: 2}, {name: 'b', v: 3}]}",
                "x",
                "{'f:l': {'k:{\"name\":\"a\"}': {'f:v': {}}, 'k:{\"name\":\"b\"}': {'f:v': {}}}}");

        assertThat(spec(sent(desired, live))).isEqualTo(map("{l: [{name: 'b'}, {name: 'a', v: 1}]}"));
    }

    @Test
    void what_is_held_as_one_value_is_sent_with_the_parts_that_are_there() {
        MapTree desired = desired("/spec/l/1/v,/spec/s/a", "{l: [{v: 1}, {v: 1}], s: {a: 1, b: 1}}");
        MapTree live = live("{l: [{v: 2}, {v: 2}], s: {b: 2}}", "x", "{'f:l': {}, 'f:s': {}}");

        assertThat(spec(sent(desired, live))).isEqualTo(map("{l: [{v: 1}, {v: 2}], s: {b: 1}}"));
    }

    @Test
    void names_with_slashes_are_escaped() {
        MapTree desired = desired("/spec/a~1b~0c", "{'a/b~c': 1, d: 1}");

        assertThat(spec(sent(desired, live("{'a/b~c': 2}", "x", "{'f:a/b~c': {}}"))))
                .isEqualTo(map("{d: 1}"));
    }

    @Test
    void the_digest_is_that_of_what_is_left_whoever_holds_the_fields_and_whatever_their_values_are() {
        MapTree desired =
                desired("/spec/r,/spec/l/*/v,/spec/s/a", "{r: 1, l: [{name: 'a', v: 1, w: 1}], s: {a: 1, b: 1}}");
        String item =
                "{'f:r': {}, 'f:s': {}, 'f:l': {'k:{\"name\":\"a\"}': {'.': {}, 'f:name': {}, 'f:w': {}, 'f:v': {}}}}";
        MapTree applied = live("{r: 1, l: [{name: 'a', v: 1, w: 1}], s: {a: 1, b: 1}}", OURS, item);
        MapTree changed = live(
                "{r: 5, l: [{name: 'a', v: 6, w: 1}], s: {a: 7, b: 1}}",
                OURS,
                "{'f:s': {}, 'f:l': {'k:{\"name\":\"a\"}': {'.': {}, 'f:name': {}, 'f:w': {}}}}");
        MapTree drifted = live("{r: 1, l: [{name: 'a', v: 1, w: 2}], s: {a: 1, b: 1}}", OURS, item);
        MapTree alsoDrifted = live("{r: 1, l: [{name: 'a', v: 1, w: 1}], s: {a: 1, b: 2}}", OURS, item);

        assertThat(digest(changed, desired)).isEqualTo(digest(applied, desired));
        assertThat(digest(drifted, desired)).isNotEqualTo(digest(applied, desired));
        assertThat(digest(alsoDrifted, desired)).isNotEqualTo(digest(applied, desired));
    }

    private static String digest(MapTree live, MapTree desired) {
        return OwnedDigest.of(IgnoredFields.of(desired).settled(live, desired), desired)
                .orElseThrow();
    }

    @Test
    void dropped_fields_that_are_ignored_are_not_reported() {
        MapTree desired = desired("/spec/a", "{}");

        assertThat(IgnoredFields.of(desired)
                        .without(FieldSet.of(map("{'f:spec': {'f:a': {'f:b': {}}, 'f:c': {}}}")), desired)
                        .leaves())
                .containsExactly(".spec.c");
    }

    @Test
    void the_annotation_is_added_to_one_that_is_there() {
        MapTree desired = desired("/spec/b", "{}");

        assertThat(IgnoredFields.with(desired, Set.of("/spec/a"))).isEqualTo(desired("/spec/a,/spec/b", "{}"));
        assertThat(IgnoredFields.with(desired, Set.of("/spec/b"))).isEqualTo(desired);
        assertThat(IgnoredFields.invalid(desired("/spec/a, b,/kind", "{}"))).containsExactly("b", "/kind");
    }
}
