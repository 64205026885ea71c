package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import org.junit.jupiter.api.Test;

/** Fields by the paths in the server's messages. */
class FieldPathTest {
    private static final MapTree LIVE = map("""
            {apiVersion: 'v1', metadata: {labels: {'a.b/c': 'x', a: 'y'}, managedFields: [
              {manager: 'flux', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {
                'f:metadata': {'f:labels': {'f:a': {}, 'f:a.b/c': {}}},
                'f:list': {'k:{"name":"x","port":1}': {'f:value': {'f:deep': {}}}}, 'f:set': {'v:"one"': {}}}}]},
             list: [{name: 'x', port: 1, value: {deep: 1}}], set: ['one', 'two']}""");

    private static FieldPath path(String text) {
        return FieldPath.find(LIVE, text).orElseThrow();
    }

    @Test
    void are_found_among_what_is_managed() {
        assertThat(path(".metadata.labels.a.b/c").in(LIVE)).isEqualTo(ScalarTree.of("x"));
        assertThat(path(".metadata.labels.a").in(LIVE)).isEqualTo(ScalarTree.of("y"));
        assertThat(path(".list[name=\"x\",port=1].value").in(LIVE)).isEqualTo(map("{deep: 1}"));
        assertThat(path(".set[=\"one\"]").in(LIVE)).isEqualTo(ScalarTree.of("one"));
        assertThat(FieldPath.find(LIVE, ".list")).isPresent();
        assertThat(FieldPath.find(LIVE, ".other")).isEmpty();
        assertThat(FieldPath.find(LIVE, ".metadata.labels.a.b")).isEmpty();
    }

    @Test
    void are_set_and_removed() {
        FieldPath deep = path(".list[name=\"x\",port=1].value.deep");

        assertThat(deep.with(map("{list: [{name: 'x', port: 1, value: {deep: 2}}]}"), ScalarTree.of("3")))
                .isEqualTo(map("{list: [{name: 'x', port: 1, value: {deep: '3'}}]}"));
        assertThat(deep.with(map("{list: [{name: 'x', port: 1, value: {deep: 2}}]}"), null))
                .isEqualTo(map("{list: [{name: 'x', port: 1, value: {}}]}"));
        assertThat(deep.with(map("{list: []}"), ScalarTree.of("3"))).isEqualTo(map("{list: []}"));
        assertThat(path(".set[=\"one\"]").with(map("{set: ['one', 'two']}"), null))
                .isEqualTo(map("{set: ['two']}"));
    }

    @Test
    void are_json_pointers_with_the_positions_of_list_items() {
        MapTree desired = map("{list: [{name: 'y', port: 1}, {name: 'x', value: {deep: 2}}], set: ['two']}");

        assertThat(path(".list[name=\"x\",port=1].value.deep").pointer(desired)).contains("/list/1/value/deep");
        assertThat(path(".metadata.labels.a.b/c").pointer(desired)).contains("/metadata/labels/a.b~1c");
        assertThat(path(".set[=\"one\"]").pointer(desired)).isEmpty();
    }
}
