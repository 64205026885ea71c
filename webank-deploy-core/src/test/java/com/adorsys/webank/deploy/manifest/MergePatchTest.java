package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    @Provide
    Arbitrary<Tree> trees() {
        return TreeArbitraries.trees();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: 'b'}          | {a: 'c'}             | {a: 'c'}",
                "{a: 'b'}          | {b: 'c'}             | {a: 'b', b: 'c'}",
                "{a: 'b'}          | {a: null}            | {}",
                "{a: 'b', b: 'c'}  | {a: null}            | {b: 'c'}",
                "{a: ['b']}        | {a: 'c'}             | {a: 'c'}",
                "{a: 'c'}          | {a: ['b']}           | {a: ['b']}",
                "{a: {b: 'c'}}     | {a: {b: 'd', c: null}} | {a: {b: 'd'}}",
                "{a: [{b: 'c'}]}   | {a: [1]}             | {a: [1]}",
                "['a', 'b']        | ['c', 'd']           | ['c', 'd']",
                "{a: 'b'}          | ['c']                | ['c']",
                "{a: 'foo'}        | null                 | null",
                "{a: 'foo'}        | 'bar'                | 'bar'",
                "{e: null}         | {a: 1}               | {e: null, a: 1}",
                "[1, 2]            | {a: 'b', c: null}    | {a: 'b'}",
                "{}                | {a: {bb: {ccc: null}}} | {a: {bb: {}}}",
            })
    void gives_the_results_of_the_table_in_the_rfc(String target, String patch, String result) {
        assertThat(MergePatch.of(JsonTrees.tree(patch)).apply(JsonTrees.tree(target)))
                .isEqualTo(JsonTrees.tree(result));
    }

    @Test
    void gives_the_result_of_the_example_in_the_rfc() {
        Tree target = JsonTrees.tree(
                "{title: 'Goodbye!', author: {givenName: 'John', familyName: 'Doe'}, tags: ['example', 'sample'],"
                        + " content: 'This will be unchanged'}");
        Tree patch = JsonTrees.tree(
                "{title: 'Hello!', phoneNumber: '+01-123-456-7890', author: {familyName: null}, tags: ['example']}");

        assertThat(MergePatch.of(patch).apply(target))
                .isEqualTo(JsonTrees.tree("{title: 'Hello!', author: {givenName: 'John'}, tags: ['example'],"
                        + " content: 'This will be unchanged', phoneNumber: '+01-123-456-7890'}"));
    }

    @Test
    void keeps_the_order_of_existing_keys() {
        MapTree result =
                (MapTree) MergePatch.of(JsonTrees.tree("{z: 1, b: 2}")).apply(JsonTrees.tree("{c: 1, b: 1, a: 1}"));

        assertThat(result.keys()).containsExactly("c", "b", "a", "z");
    }

    @Test
    void shows_no_value() {
        assertThat(MergePatch.of(JsonTrees.tree("{password: 'hunter2'}")))
                .hasToString("merge patch, a map of [password]");
    }

    @Property(tries = 300)
    void applied_twice_gives_the_same_result(@ForAll("trees") Tree target, @ForAll("trees") Tree patch) {
        Tree once = MergePatch.of(patch).apply(target);

        assertThat(MergePatch.of(patch).apply(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void an_empty_map_changes_no_map(@ForAll("trees") Tree target) {
        if (target instanceof MapTree) {
            assertThat(MergePatch.of(MapTree.of()).apply(target)).isEqualTo(target);
        }
    }
}
