package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.schema.Schemas;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TypedEditTest {
    @Provide
    Arbitrary<Tree> trees() {
        return TreeArbitraries.treesWithNulls();
    }

    private static Tree apply(String original, String before, String after) {
        return TypedEdit.apply(null, JsonTrees.tree(original), JsonTrees.tree(before), JsonTrees.tree(after));
    }

    @Test
    void keeps_what_the_view_did_not_show() {
        assertThat(apply("{a: [], b: null, c: 1}", "{c: 1}", "{c: 2}"))
                .isEqualTo(JsonTrees.tree("{a: [], b: null, c: 2}"));
    }

    @Test
    void omits_what_the_type_added() {
        assertThat(apply("{c: 1}", "{c: 1, d: 'default'}", "{c: 2, d: 'default'}"))
                .isEqualTo(JsonTrees.tree("{c: 2}"));
        assertThat(apply("{c: 1}", "{c: 1, d: 'default'}", "{c: 1, d: 'set'}"))
                .isEqualTo(JsonTrees.tree("{c: 1, d: 'set'}"));
    }

    @Test
    void removes_what_the_edit_removed() {
        assertThat(apply("{a: 1, b: 2}", "{a: 1, b: 2}", "{a: 1}")).isEqualTo(JsonTrees.tree("{a: 1}"));
    }

    @Test
    void follows_items_that_move() {
        assertThat(apply(
                        "{containers: [{name: 'a', args: []}, {name: 'b', env: []}]}",
                        "{containers: [{name: 'a'}, {name: 'b'}]}",
                        "{containers: [{name: 'b', image: 'x'}, {name: 'c'}, {name: 'a'}]}"))
                .isEqualTo(JsonTrees.tree(
                        "{containers: [{name: 'b', env: [], image: 'x'}, {name: 'c'}, {name: 'a', args: []}]}"));
    }

    @Test
    void follows_items_by_the_keys_of_their_type() {
        assertThat(TypedEdit.apply(
                        Schemas.type("core/v1.PodSpec"),
                        JsonTrees.tree("{hostAliases: [{ip: 'a', hostnames: []}, {ip: 'b', x: 1}]}"),
                        JsonTrees.tree("{hostAliases: [{ip: 'a'}, {ip: 'b'}]}"),
                        JsonTrees.tree("{hostAliases: [{ip: 'b'}]}")))
                .isEqualTo(JsonTrees.tree("{hostAliases: [{ip: 'b', x: 1}]}"));
    }

    @Property
    void without_an_edit_keeps_everything(@ForAll("trees") Tree original, @ForAll("trees") Tree view) {
        assertThat(TypedEdit.apply(null, original, view, view)).isSameAs(original);
    }

    @Property
    void of_a_faithful_view_gives_the_edited_view(@ForAll("trees") Tree before, @ForAll("trees") Tree after) {
        assertThat(TypedEdit.apply(null, before, before, after)).isEqualTo(after);
    }
}
