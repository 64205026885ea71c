package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Applied fields that nobody manages any more. */
class LostFieldsTest {
    private static final MapTree APPLIED = map("""
            {apiVersion: 'v1', kind: 'Thing', metadata: {name: 'x'},
             spec: {replicas: 3, paused: false, note: '', size: {cpu: '1'},
              items: [{name: '8080', image: 'a:1'}, {name: 'b', image: 'b:1'}],
              ports: [{port: 80}, {port: 443, note: 'tls'}],
              set: ['1', 'two'], args: ['-a', '-b']}}""");

    private static List<String> lost(String spec, String fields) {
        MapTree live = map("{apiVersion: 'v1', kind: 'Thing', metadata: {name: 'x', managedFields: [{manager: 'm',"
                + " operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {'f:spec': " + fields
                + "}}]}, spec: " + spec + "}");
        return LostFields.of(live, APPLIED).stream().map(FieldPath::toString).toList();
    }

    private static final String ALL = """
            {replicas: 3, size: {cpu: '1'}, items: [{name: '8080', image: 'a:1'}, {name: 'b', image: 'b:1'}],
             ports: [{port: 80, protocol: 'TCP'}, {port: 443, protocol: 'TCP', note: 'tls'}], set: ['1', 'two'],
             args: ['-a', '-b']}""";

    @Test
    void nothing_is_lost_of_an_object_that_is_as_it_was_whoever_manages_it() {
        assertThat(lost(ALL, "{'f:other': {}}")).isEmpty();
    }

    @Test
    void a_field_that_somebody_manages_is_not_lost_whatever_its_value() {
        assertThat(lost(ALL.replace("replicas: 3", "replicas: 7"), "{'f:replicas': {}}"))
                .isEmpty();
        assertThat(lost(ALL.replace("replicas: 3", "replicas: 7"), "{'f:args': {}}"))
                .containsExactly(".spec.replicas");
        assertThat(lost(ALL.replace("replicas: 3, ", ""), "{'f:replicas': {}}")).isEmpty();
    }

    @Test
    void an_item_is_named_by_the_keys_of_its_list_with_strings_in_quotes_also_if_they_are_digits() {
        String items = "{'f:items': {'k:{\"name\":\"b\"}': {'.': {}, 'f:name': {}, 'f:image': {}}}}";

        assertThat(lost(ALL.replace("{name: '8080', image: 'a:1'}, ", ""), items))
                .containsExactly(".spec.items[name=\"8080\"]");
        assertThat(lost(ALL.replace("image: 'a:1'", "image: 'a:2'"), items))
                .containsExactly(".spec.items[name=\"8080\"].image");
        assertThat(lost(ALL.replace("image: 'b:1'", "image: 'b:2'"), items)).isEmpty();
    }

    @Test
    void an_item_without_a_key_that_the_server_fills_in_is_found_by_its_other_keys() {
        String ports = "{'f:ports': {'k:{\"port\":80,\"protocol\":\"TCP\"}': {'.': {}, 'f:port': {}},"
                + " 'k:{\"port\":443,\"protocol\":\"TCP\"}': {'.': {}, 'f:port': {}}}}";

        assertThat(lost(ALL, ports)).isEmpty();
        assertThat(lost(ALL.replace(", note: 'tls'", ""), ports))
                .containsExactly(".spec.ports[port=443,protocol=\"TCP\"].note");
        assertThat(lost(
                        ALL.replace(", {port: 443, protocol: 'TCP', note: 'tls'}", ""),
                        "{'f:ports': {'k:{\"port\":80,\"protocol\":\"TCP\"}': {'.': {}}}}"))
                .containsExactly(".spec.ports[port=443]");
    }

    @Test
    void values_of_a_set_are_lost_one_by_one_and_a_list_without_keys_as_a_whole() {
        assertThat(lost(ALL.replace("'1', ", ""), "{'f:set': {'v:\"two\"': {}}}"))
                .containsExactly(".spec.set[=\"1\"]");
        assertThat(lost(ALL.replace("'-a', ", ""), "{'f:replicas': {}}")).containsExactly(".spec.args");
        assertThat(lost(ALL.replace("args: ['-a', '-b']", "other: 1"), "{'f:replicas': {}}"))
                .containsExactly(".spec.args");
    }

    @Test
    void what_is_below_a_missing_place_is_not_named_again() {
        assertThat(lost(ALL.replace("size: {cpu: '1'}, ", ""), "{'f:replicas': {}}"))
                .containsExactly(".spec.size");
    }
}
