package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {
    @Provide
    Arbitrary<Tree> trees() {
        return TreeArbitraries.trees();
    }

    private static Tree apply(String patch, String target) {
        return JsonPatch.of(JsonTrees.list(patch)).apply(JsonTrees.tree(target));
    }

    /** The examples of RFC 6902, appendix A. */
    @Nested
    class Rfc {
        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "A.1 add a member | {foo: 'bar'} | [{op: 'add', path: '/baz', value: 'qux'}] | {baz: 'qux', foo: 'bar'}",
                    "A.2 add an item | {foo: ['bar', 'baz']} | [{op: 'add', path: '/foo/1', value: 'qux'}]"
                            + " | {foo: ['bar', 'qux', 'baz']}",
                    "A.3 remove a member | {baz: 'qux', foo: 'bar'} | [{op: 'remove', path: '/baz'}] | {foo: 'bar'}",
                    "A.4 remove an item | {foo: ['bar', 'qux', 'baz']} | [{op: 'remove', path: '/foo/1'}]"
                            + " | {foo: ['bar', 'baz']}",
                    "A.5 replace a value | {baz: 'qux', foo: 'bar'} | [{op: 'replace', path: '/baz', value: 'boo'}]"
                            + " | {baz: 'boo', foo: 'bar'}",
                    "A.6 move a value | {foo: {bar: 'baz', waldo: 'fred'}, qux: {corge: 'grault'}}"
                            + " | [{op: 'move', from: '/foo/waldo', path: '/qux/thud'}]"
                            + " | {foo: {bar: 'baz'}, qux: {corge: 'grault', thud: 'fred'}}",
                    "A.7 move an item | {foo: ['all', 'grass', 'cows', 'eat']}"
                            + " | [{op: 'move', from: '/foo/1', path: '/foo/3'}]"
                            + " | {foo: ['all', 'cows', 'eat', 'grass']}",
                    "A.8 test, with success | {baz: 'qux', foo: ['a', 2, 'c']}"
                            + " | [{op: 'test', path: '/baz', value: 'qux'}, {op: 'test', path: '/foo/1', value: 2}]"
                            + " | {baz: 'qux', foo: ['a', 2, 'c']}",
                    "A.10 add a nested member | {foo: 'bar'}"
                            + " | [{op: 'add', path: '/child', value: {grandchild: {}}}]"
                            + " | {foo: 'bar', child: {grandchild: {}}}",
                    "A.11 ignore unknown elements | {foo: 'bar'}"
                            + " | [{op: 'add', path: '/baz', value: 'qux', xyz: 123}] | {foo: 'bar', baz: 'qux'}",
                    "A.14 escape | {'/': 9, '~1': 10} | [{op: 'test', path: '/~01', value: 10}] | {'/': 9, '~1': 10}",
                    "A.16 add a list to a list | {foo: ['bar']} | [{op: 'add', path: '/foo/-', value: ['abc', 'def']}]"
                            + " | {foo: ['bar', ['abc', 'def']]}",
                })
        void succeeds(String name, String target, String patch, String result) {
            assertThat(apply(patch, target)).isEqualTo(JsonTrees.tree(result));
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "A.9 test, with failure | {baz: 'qux'} | [{op: 'test', path: '/baz', value: 'bar'}]"
                            + " | operation 0, `test /baz`, cannot be applied: there is another value at `/baz`. Correct the"
                            + " test, or patch the object that it was written for.",
                    "A.12 add to what is not there | {foo: 'bar'} | [{op: 'add', path: '/baz/bat', value: 'qux'}]"
                            + " | operation 0, `add /baz/bat`, cannot be applied: there is nothing at `/baz`. Correct the"
                            + " pointer, or add it first.",
                    "A.15 compare a string and a number | {'/': 9, '~1': 10} | [{op: 'test', path: '/~01', value: '10'}]"
                            + " | operation 0, `test /~01`, cannot be applied: there is another value at `/~01`. Correct the"
                            + " test, or patch the object that it was written for.",
                })
        void fails(String name, String target, String patch, String message) {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> apply(patch, target))
                    .withMessage("error JSON_PATCH_FAILED patch[0]: " + message);
        }
    }

    @Nested
    class Applying {
        @Test
        void accepts_the_position_after_the_last_item_only_to_add() {
            assertFails(
                    "[{op: 'remove', path: '/a/-'}]", "{a: [1]}", 0, "`/a` is a list, and `-` is not an index of it");
        }

        @ParameterizedTest
        @CsvSource({"01", "-1", "1e0", "+1", "x", "''", "99999999999"})
        void rejects_any_other_index(String index) {
            assertFails(
                    "[{op: 'replace', path: '/a/" + index + "', value: 1}]",
                    "{a: [1, 2]}",
                    0,
                    "`/a` is a list, and `" + index + "` is not an index of it");
        }

        @Test
        void adds_no_item_beyond_the_end() {
            assertThat(apply("[{op: 'add', path: '/a/1', value: 2}]", "{a: [1]}"))
                    .isEqualTo(JsonTrees.tree("{a: [1, 2]}"));
            assertFails("[{op: 'add', path: '/a/2', value: 2}]", "{a: [1]}", 0, "there is nothing at `/a/2`");
        }

        @Test
        void changes_items_of_lists() {
            assertThat(apply("[{op: 'replace', path: '/a/1/b', value: 3}]", "{a: [1, {b: 2}]}"))
                    .isEqualTo(JsonTrees.tree("{a: [1, {b: 3}]}"));
        }

        @Test
        void rejects_a_path_into_a_scalar() {
            assertFails("[{op: 'add', path: '/a/b', value: 1}]", "{a: 'x'}", 0, "there is nothing at `/a/b`");
        }

        @Test
        void replaces_and_removes_only_what_exists() {
            assertFails("[{op: 'replace', path: '/b', value: 1}]", "{a: 1}", 0, "there is nothing at `/b`");
            assertFails("[{op: 'remove', path: '/b'}]", "{a: 1}", 0, "there is nothing at `/b`");
            assertFails("[{op: 'copy', from: '/b', path: '/c'}]", "{a: 1}", 0, "there is nothing at `/b`");
        }

        @Test
        void add_replaces_an_existing_value() {
            MapTree result = (MapTree) apply("[{op: 'add', path: '/a', value: 2}]", "{a: 1, b: 1}");

            assertThat(result.keys()).containsExactly("a", "b");
            assertThat(result).isEqualTo(JsonTrees.tree("{a: 2, b: 1}"));
        }

        @Test
        void replaces_the_whole_document() {
            assertThat(apply("[{op: 'add', path: '', value: 2}]", "{a: 1}")).isEqualTo(ScalarTree.of(2));
            assertThat(apply("[{op: 'replace', path: '', value: 2}]", "{a: 1}")).isEqualTo(ScalarTree.of(2));
            assertFails("[{op: 'remove', path: ''}]", "{a: 1}", 0, "the whole document cannot be removed");
        }

        @Test
        void moves_nothing_into_itself() {
            assertFails(
                    "[{op: 'move', from: '/a', path: '/a/b'}]", "{a: {}}", 0, "a value cannot be moved into itself");
            assertThat(apply("[{op: 'move', from: '/a', path: '/a'}]", "{a: 1}"))
                    .isEqualTo(JsonTrees.tree("{a: 1}"));
            assertThat(apply("[{op: 'move', from: '/a', path: '/ab'}]", "{a: 1}"))
                    .isEqualTo(JsonTrees.tree("{ab: 1}"));
        }

        @Test
        void tests_numbers_by_value() {
            assertThat(apply("[{op: 'test', path: '/a', value: {b: [1.0]}}]", "{a: {b: [1]}}"))
                    .isNotNull();
            assertFails("[{op: 'test', path: '/a', value: 1.5}]", "{a: 1}", 0, "there is another value at `/a`");
        }

        @Test
        void names_the_operation_that_fails() {
            assertFails(
                    "[{op: 'add', path: '/b', value: 1}, {op: 'move', from: '/x', path: '/y'}]",
                    "{a: 1}",
                    1,
                    "there is nothing at `/x`");
        }

        @Test
        void never_shows_a_value() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> apply("[{op: 'test', path: '/a', value: 'hunter2'}]", "{a: 'hunter3'}"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter"));
        }

        private void assertFails(String patch, String target, int operation, String what) {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> apply(patch, target))
                    .satisfies(e -> {
                        assertThat(e.problems()).hasSize(1);
                        assertThat(e.problems().get(0).location().path()).isEqualTo("patch[" + operation + "]");
                        assertThat(e.problems().get(0).what()).endsWith("cannot be applied: " + what);
                    });
        }
    }

    @Nested
    class Reading {
        @Test
        void reports_all_problems_at_once() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(
                            () -> JsonPatch.of(JsonTrees.list("[1, {}, {op: 'ad', path: 'a'}, {op: 'add', path: '/a'},"
                                    + " {op: 'copy', path: '/a~2', from: 3}]")))
                    .withMessage("""
                            error JSON_PATCH_INVALID patch[0]: operation 0 is the number 1, not a map. Give `op`, `path`, and \
                            `value` or `from`.
                            error JSON_PATCH_INVALID patch[1]: operation 1 has no `op`. Give a string.
                            error JSON_PATCH_INVALID patch[1]: operation 1 has no `path`. Give a string.
                            error JSON_PATCH_INVALID patch[2]: operation 2 has the unknown `op` `ad`. Use one of `add`, `remove`, \
                            `replace`, `move`, `copy`, `test`.
                            error JSON_PATCH_INVALID patch[2]: operation 2 has the `path` `a`, which is not a JSON Pointer. \
                            Start it with `/`, and write `~0` for `~` and `~1` for `/` in a key.
                            error JSON_PATCH_INVALID patch[3]: operation 3 has no `value`. Add one; null is allowed.
                            error JSON_PATCH_INVALID patch[4]: operation 4 has the `path` `/a~2`, which is not a JSON Pointer. \
                            Start it with `/`, and write `~0` for `~` and `~1` for `/` in a key.
                            error JSON_PATCH_INVALID patch[4]: operation 4 has the number 3 as `from`. Give a string.""");
        }

        @Test
        void accepts_null_as_a_value() {
            assertThat(apply("[{op: 'add', path: '/a', value: null}]", "{}")).isEqualTo(JsonTrees.tree("{a: null}"));
        }

        @Test
        void gives_the_same_patch_as_the_builder() {
            JsonPatch built = JsonPatch.builder()
                    .add("/a", ScalarTree.of(1))
                    .remove("/b")
                    .replace("/c", ScalarTree.of(2))
                    .move("/d", "/e")
                    .copy("/f", "/g")
                    .test("/h", ScalarTree.of("hunter2"))
                    .build();

            assertThat(built)
                    .isEqualTo(
                            JsonPatch.of(
                                    JsonTrees.list(
                                            "[{op: 'add', path: '/a', value: 1}, {op: 'remove', path: '/b'},"
                                                    + " {op: 'replace', path: '/c', value: 2}, {op: 'move', from: '/d', path: '/e'},"
                                                    + " {op: 'copy', from: '/f', path: '/g'}, {op: 'test', path: '/h', value: 'hunter2'}]")))
                    .hasToString("JSON patch [add /a, remove /b, replace /c, move /d /e, copy /f /g, test /h]");
        }

        @Test
        void an_invalid_pointer_is_rejected_by_the_builder() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> JsonPatch.builder().remove("a").build());
        }
    }

    @Property
    void adding_and_removing_at_every_place_gives_the_same_tree(@ForAll("trees") Tree tree) {
        List<String> pointers = new ArrayList<>();
        collect(tree, "", pointers);
        for (String pointer : pointers) {
            MapTree holder = MapTree.of("old", tree);
            JsonPatch moved = JsonPatch.builder()
                    .copy("/old" + pointer, "/new")
                    .remove("/old" + pointer)
                    .move("/new", "/old" + pointer)
                    .build();

            assertThat(moved.apply(holder)).isEqualTo(holder);
        }
    }

    @Property
    void invalid_input_is_the_only_exception(
            @ForAll("trees") Tree target, @ForAll("trees") Tree patch, @ForAll String pointer) {
        try {
            JsonPatch.builder()
                    .add("/" + pointer, patch)
                    .remove("/" + pointer)
                    .build()
                    .apply(target);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
        if (patch instanceof ListTree list) {
            try {
                JsonPatch.of(list).apply(target);
            } catch (DeployException.InvalidInput e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    private static void collect(Tree tree, String pointer, List<String> pointers) {
        pointers.add(pointer);
        if (tree instanceof MapTree map) {
            map.forEach((key, value) ->
                    collect(value, pointer + "/" + key.replace("~", "~0").replace("/", "~1"), pointers));
        } else if (tree instanceof ListTree list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), pointer + "/" + i, pointers);
            }
        }
    }
}
