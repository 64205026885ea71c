package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hash of what is ours, on objects as a server gives them. */
class OwnedDigestTest {

    private static final MapTree DESIRED = map("""
            {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'obs', labels: {app: 'obs'}},
             spec: {replicas: 2, selector: {matchLabels: {app: 'obs'}}, template: {
               metadata: {labels: {app: 'obs'}},
               spec: {containers: [{name: 'app', image: 'obs:1', args: ['-a', '-b'],
                 env: [{name: 'A', value: '1'}, {name: 'B', value: ''}, {name: 'C', value: '3'}],
                 ports: [{containerPort: 8080}, {containerPort: 53, protocol: 'UDP'}]}],
               volumes: [{name: 'tmp', emptyDir: {}}]}}}}""");

    private static final MapTree LIVE = map("""
            {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'obs', labels: {app: 'obs'}, generation: 1,
             resourceVersion: '7', managedFields: [
              {manager: 'webank-deploy', operation: 'Apply', apiVersion: 'apps/v1', time: '2026-01-01T00:00:00Z',
               fieldsType: 'FieldsV1', fieldsV1: {
                'f:metadata': {'f:labels': {'f:app': {}}},
                'f:spec': {'f:replicas': {}, 'f:selector': {}, 'f:template': {
                  'f:metadata': {'f:labels': {'f:app': {}}},
                  'f:spec': {
                   'f:containers': {'k:{"name":"app"}': {'.': {}, 'f:args': {},
                     'f:env': {
                       'k:{"name":"A"}': {'.': {}, 'f:name': {}, 'f:value': {}},
                       'k:{"name":"B"}': {'.': {}, 'f:name': {}, 'f:value': {}},
                       'k:{"name":"C"}': {'.': {}, 'f:name': {}, 'f:value': {}}},
                     'f:image': {}, 'f:name': {},
                     'f:ports': {
                       'k:{"containerPort":53,"protocol":"UDP"}': {'.': {}, 'f:containerPort': {}, 'f:protocol': {}},
                       'k:{"containerPort":8080,"protocol":"TCP"}': {'.': {}, 'f:containerPort': {}}}}},
                   'f:volumes': {'k:{"name":"tmp"}': {'.': {}, 'f:emptyDir': {}, 'f:name': {}}}}}}}},
              {manager: 'kube-controller-manager', operation: 'Update', apiVersion: 'apps/v1', subresource: 'status',
               fieldsType: 'FieldsV1', fieldsV1: {'f:status': {'f:replicas': {}}}}]},
             spec: {replicas: 2, revisionHistoryLimit: 10, selector: {matchLabels: {app: 'obs'}}, template: {
               metadata: {labels: {app: 'obs'}},
               spec: {containers: [{name: 'app', image: 'obs:1', args: ['-a', '-b'], imagePullPolicy: 'IfNotPresent',
                 env: [{name: 'A', value: '1'}, {name: 'B'}, {name: 'C', value: '3'}],
                 ports: [{containerPort: 8080, protocol: 'TCP'}, {containerPort: 53, protocol: 'UDP'}]}],
               dnsPolicy: 'ClusterFirst', volumes: [{name: 'tmp', emptyDir: {}}]}}},
             status: {replicas: 2}}""");

    private static final String DIGEST = digest(LIVE);

    private static String digest(MapTree live) {
        return OwnedDigest.of(live, DESIRED).orElseThrow();
    }

    private static String afterChange(String value, Object... path) {
        return digest((MapTree) set(LIVE, value == null ? null : tree(value), path, 0));
    }

    private static Tree tree(String json) {
        return map("{a: " + json + "}").get("a");
    }

    private static Tree set(Tree tree, Tree value, Object[] path, int depth) {
        if (depth == path.length) {
            return value;
        }
        if (path[depth] instanceof String key) {
            MapTree map = (MapTree) tree;
            Tree below = set(map.get(key), value, path, depth + 1);
            return below == null ? map.without(key) : map.with(key, below);
        }
        ListTree list = (ListTree) tree;
        int index = (Integer) path[depth];
        if (index == list.size()) {
            return list.plus(value);
        }
        Tree below = set(list.get(index), value, path, depth + 1);
        return below == null ? list.without(index) : list.with(index, below);
    }

    private static Object[] spec(Object... path) {
        return join(List.of("spec", "template", "spec"), path);
    }

    private static Object[] container(Object... path) {
        return join(List.of("spec", "template", "spec", "containers", 0), path);
    }

    private static Object[] ours(Object... path) {
        return join(List.of("metadata", "managedFields", 0), path);
    }

    private static Object[] join(List<?> first, Object... rest) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(rest));
        return all.toArray();
    }

    @Test
    void it_is_the_same_on_every_machine() {
        assertThat(DIGEST).isEqualTo("e81f97577fa94f1c7d3a339a5940549934177dfa99297a2a611ec3ec6384f3e8");
    }

    @Test
    void it_is_the_same_whatever_the_order_of_map_keys() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            assertThat(digest((MapTree) shuffled(LIVE, random))).isEqualTo(DIGEST);
        }
    }

    private static Tree shuffled(Tree tree, Random random) {
        if (tree instanceof ListTree list) {
            return ListTree.of(
                    list.items().stream().map(item -> shuffled(item, random)).toList());
        }
        if (!(tree instanceof MapTree map)) {
            return tree;
        }
        List<String> keys = new ArrayList<>(map.keys());
        Collections.shuffle(keys, random);
        MapTree.Builder other = MapTree.builder();
        keys.forEach(key -> other.put(key, shuffled(map.get(key), random)));
        return other.build();
    }

    @Nested
    class Does_not_see {
        @Test
        void status_versions_and_times() {
            assertThat(afterChange("5", "status", "replicas")).isEqualTo(DIGEST);
            assertThat(afterChange("'8'", "metadata", "resourceVersion")).isEqualTo(DIGEST);
            assertThat(afterChange("2", "metadata", "generation")).isEqualTo(DIGEST);
            assertThat(afterChange("'2026-02-02T00:00:00Z'", ours("time"))).isEqualTo(DIGEST);
        }

        @Test
        void what_the_server_fills_in() {
            assertThat(afterChange("'Default'", spec("dnsPolicy"))).isEqualTo(DIGEST);
            assertThat(afterChange(null, container("imagePullPolicy"))).isEqualTo(DIGEST);
        }

        @Test
        void what_others_add() {
            assertThat(afterChange("'x'", "metadata", "labels", "team")).isEqualTo(DIGEST);
            assertThat(afterChange("{a: 'b'}", "metadata", "annotations")).isEqualTo(DIGEST);
            assertThat(afterChange("{name: 'D', value: '4'}", container("env", 3)))
                    .isEqualTo(DIGEST);
            assertThat(afterChange("{name: 'proxy', image: 'p'}", spec("containers", 1)))
                    .isEqualTo(DIGEST);
            assertThat(afterChange(
                            "[{name: 'Z'}, {name: 'A', value: '1'}, {name: 'Y'}, {name: 'B'}, {name: 'C', value: '3'}]",
                            container("env")))
                    .isEqualTo(DIGEST);
        }

        @Test
        void what_others_add_to_an_empty_map_that_was_asked_for() {
            assertThat(afterChange("{medium: 'Memory'}", spec("volumes", 0, "emptyDir")))
                    .isEqualTo(DIGEST);
        }

        @Test
        void entries_of_others_and_of_other_operations() {
            assertThat(afterChange(
                            "{manager: 'webank-deploy', operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1', fieldsV1: {'f:x': {}}}",
                            "metadata",
                            "managedFields",
                            2))
                    .isEqualTo(DIGEST);
            assertThat(afterChange(
                            "{manager: 'webank-deploy', operation: 'Apply', subresource: 'scale', apiVersion: 'apps/v1', fieldsType: 'FieldsV1', fieldsV1: {'f:x': {}}}",
                            "metadata",
                            "managedFields",
                            2))
                    .isEqualTo(DIGEST);
        }

        @Test
        void another_way_to_write_a_number() {
            MapTree live = (MapTree) set(LIVE, ScalarTree.ofFloat("2.0"), new Object[] {"spec", "replicas"}, 0);
            assertThat(digest(live)).isEqualTo(DIGEST);
            MapTree exponent = (MapTree) set(LIVE, ScalarTree.ofFloat("0.2e1"), new Object[] {"spec", "replicas"}, 0);
            assertThat(digest(exponent)).isEqualTo(DIGEST);
        }
    }

    @Nested
    class Sees {
        @Test
        void a_changed_value() {
            assertThat(afterChange("3", "spec", "replicas")).isNotEqualTo(DIGEST);
            assertThat(afterChange("'2'", "spec", "replicas")).isNotEqualTo(DIGEST);
            assertThat(afterChange("'obs:2'", container("image"))).isNotEqualTo(DIGEST);
            assertThat(afterChange("{app: 'obs', b: 'c'}", "spec", "selector", "matchLabels"))
                    .isNotEqualTo(DIGEST);
            assertThat(afterChange("'x'", container("env", 1, "value"))).isNotEqualTo(DIGEST);
        }

        @Test
        void a_value_that_is_gone() {
            assertThat(afterChange(null, "spec", "replicas")).isNotEqualTo(DIGEST);
            assertThat(afterChange(null, "metadata", "labels")).isNotEqualTo(DIGEST);
            assertThat(afterChange(null, container("env", 2))).isNotEqualTo(DIGEST);
            assertThat(afterChange(null, spec("volumes", 0, "emptyDir"))).isNotEqualTo(DIGEST);
        }

        @Test
        void an_item_added_to_a_list_that_is_one_value() {
            assertThat(afterChange("'-c'", container("args", 2))).isNotEqualTo(DIGEST);
            assertThat(afterChange("['-b', '-a']", container("args"))).isNotEqualTo(DIGEST);
        }

        @Test
        void items_in_another_order() {
            assertThat(afterChange("[{name: 'B'}, {name: 'A', value: '1'}, {name: 'C', value: '3'}]", container("env")))
                    .isNotEqualTo(DIGEST);
            assertThat(afterChange(
                            "[{containerPort: 53, protocol: 'UDP'}, {containerPort: 8080, protocol: 'TCP'}]",
                            container("ports")))
                    .isNotEqualTo(DIGEST);
        }

        @Test
        void a_field_that_is_no_longer_ours() {
            assertThat(afterChange(null, ours("fieldsV1", "f:spec", "f:replicas")))
                    .isNotEqualTo(DIGEST);
        }

        @Test
        void a_field_that_is_ours_though_it_was_not() {
            assertThat(afterChange("{}", ours("fieldsV1", "f:spec", "f:revisionHistoryLimit")))
                    .isNotEqualTo(DIGEST);
        }

        @Test
        void an_item_that_is_there_twice() {
            assertThat(afterChange("{name: 'A', value: '9'}", container("env", 3)))
                    .isNotEqualTo(DIGEST);
        }
    }

    @Nested
    class Cannot_be_taken {
        @Test
        void without_managed_fields() {
            assertNone((MapTree) set(LIVE, null, new Object[] {"metadata", "managedFields"}, 0));
        }

        @Test
        void without_an_entry_of_the_manager() {
            assertNone((MapTree) set(LIVE, ScalarTree.of("kubectl"), ours("manager"), 0));
        }

        @Test
        void of_an_update() {
            assertNone((MapTree) set(LIVE, ScalarTree.of("Update"), ours("operation"), 0));
        }

        @Test
        void of_a_subresource() {
            assertNone((MapTree) set(LIVE, ScalarTree.of("status"), ours("subresource"), 0));
        }

        @Test
        void of_two_entries() {
            Tree entry = ((ListTree) LIVE.at("metadata", "managedFields").orElseThrow()).get(0);
            assertNone((MapTree) set(LIVE, entry, new Object[] {"metadata", "managedFields", 2}, 0));
        }

        @Test
        void of_another_version_of_the_object() {
            assertNone((MapTree) set(LIVE, ScalarTree.of("apps/v1beta1"), ours("apiVersion"), 0));
        }

        @Test
        void of_another_format() {
            assertNone((MapTree) set(LIVE, ScalarTree.of("FieldsV2"), ours("fieldsType"), 0));
        }

        private static void assertNone(MapTree live) {
            assertThat(OwnedDigest.of(live, DESIRED)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void the_item_of_a_list_has_the_version_that_was_asked_for() {
        assertThat(digest(LIVE.without("apiVersion").without("kind"))).isEqualTo(DIGEST);
    }

    @Nested
    class Lists {
        private static MapTree object(String fields, String list) {
            return map("{apiVersion: 'v1', metadata: {managedFields: [{manager: 'webank-deploy', operation: 'Apply',"
                    + " apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {'f:list': " + fields + "}}]}, list: "
                    + list
                    + "}");
        }

        private static String of(String fields, String list) {
            return OwnedDigest.of(object(fields, list), map("{apiVersion: 'v1'}"))
                    .orElseThrow();
        }

        @Test
        void of_plain_values_have_an_order() {
            String fields = "{'v:\"a\"': {}, 'v:\"b\"': {}}";

            assertThat(of(fields, "['a', 'x', 'b']")).isEqualTo(of(fields, "['a', 'b']"));
            assertThat(of(fields, "['b', 'a']")).isNotEqualTo(of(fields, "['a', 'b']"));
            assertThat(of(fields, "['a']")).isNotEqualTo(of(fields, "['a', 'b']"));
        }

        @Test
        void of_numbers_and_truth_values_have_an_order() {
            String fields = "{'v:1': {}, 'v:2': {}, 'v:true': {}}";

            assertThat(of(fields, "[1, 2, 3, true]")).isEqualTo(of(fields, "[1, 2, true]"));
            assertThat(of(fields, "[2, 1, true]")).isNotEqualTo(of(fields, "[1, 2, true]"));
            assertThat(of(fields, "['1', 2, true]")).isNotEqualTo(of(fields, "[1, 2, true]"));
        }

        @Test
        void may_be_held_by_place() {
            String fields = "{'i:0': {}, 'i:1': {'f:a': {}}}";

            assertThat(of(fields, "[1, {a: 2}, 3]")).isEqualTo(of(fields, "[1, {a: 2, b: 3}]"));
            assertThat(of(fields, "[2, {a: 2}]")).isNotEqualTo(of(fields, "[1, {a: 2}]"));
            assertThat(of(fields, "[1, {a: 3}]")).isNotEqualTo(of(fields, "[1, {a: 2}]"));
        }

        @Test
        void may_have_keys_that_need_escapes() {
            String fields =
                    "{'k:{\"name\":\"a\\\\\"\\\\u003cb\"}': {'f:x': {}}, 'k:{\"name\":\"\u00e9\"}': {'f:x': {}}}";

            String before = of(fields, "[{name: 'a\\\"<b', x: 1}, {name: '\u00e9', x: 2}]");
            assertThat(of(fields, "[{name: 'a\\\"<b', x: 1}, {name: 'c'}, {name: '\u00e9', x: 2}]"))
                    .isEqualTo(before);
            assertThat(of(fields, "[{name: 'a\\\"<b', x: 9}, {name: '\u00e9', x: 2}]"))
                    .isNotEqualTo(before);
            assertThat(of(fields, "[{name: '\u00e9', x: 2}, {name: 'a\\\"<b', x: 1}]"))
                    .isNotEqualTo(before);
        }

        @Test
        void may_hold_a_key_twice_while_another_is_gone() {
            String one = of(
                    "{'k:{\"name\":\"a\"}': {'f:x': {}}, 'k:{\"name\":\"b\"}': {'f:x': {}}}",
                    "[{name: 'a', x: 1}, {name: 'a', x: 2}]");
            String other = of(
                    "{'k:{\"name\":\"a\"}': {'f:x': {}}, 'k:{\"name\":\"c\"}': {'f:x': {}}}",
                    "[{name: 'a', x: 1}, {name: 'a', x: 2}]");

            assertThat(one).isNotEqualTo(other);
        }

        @Test
        void may_be_long() {
            StringBuilder fields = new StringBuilder("{");
            StringBuilder list = new StringBuilder("[");
            for (int i = 0; i < 300; i++) {
                fields.append(i == 0 ? "" : ",").append("'k:{\"name\":\"e" + i + "\"}': {'.': {}, 'f:value': {}}");
                list.append(i == 0 ? "" : ",").append("{name: 'e" + i + "', value: '" + "v".repeat(50) + i + "'}");
            }
            String before = of(fields + "}", list + "]");

            assertThat(of(fields + "}", list + ", {name: 'more'}]")).isEqualTo(before);
            assertThat(of(fields + "}", list.toString().replace("v299'", "v298'") + "]"))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void two_inputs_are_never_run_together() {
        MapTree fields = map("{'f:a': {}, 'f:b': {}}");
        String one = OwnedDigest.hash(FieldSet.of(fields), map("{a: 'xs', b: 'y'}"), MapTree.of(), "v1");
        String other = OwnedDigest.hash(FieldSet.of(fields), map("{a: 'x', b: 'sy'}"), MapTree.of(), "v1");

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_long_value_counts_to_its_end() {
        MapTree fields = map("{'f:a': {}}");
        String text = "\u00e9x\u4e2d".repeat(10_000);

        assertThat(OwnedDigest.hash(FieldSet.of(fields), MapTree.of("a", text + "1"), MapTree.of(), "v1"))
                .isNotEqualTo(OwnedDigest.hash(FieldSet.of(fields), MapTree.of("a", text + "2"), MapTree.of(), "v1"));
    }

    @Test
    void an_empty_map_in_an_item_is_found_by_the_key_that_the_server_filled_in() {
        MapTree live = map("""
                {apiVersion: 'v1', metadata: {managedFields: [{manager: 'webank-deploy', operation: 'Apply',
                  apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {'f:ports': {
                    'k:{"port":1,"protocol":"TCP"}': {'f:extra': {}}, 'k:{"port":1,"protocol":"UDP"}': {'f:extra': {}}}}}]},
                 ports: [{port: 1, protocol: 'TCP', extra: {}}, {port: 1, protocol: 'UDP', extra: {a: 1}}]}""");
        MapTree desired = map("""
                {apiVersion: 'v1', ports: [{port: 1, extra: {}}, {port: 1, protocol: 'UDP', extra: {a: 1}}]}""");
        String before = OwnedDigest.of(live, desired).orElseThrow();

        MapTree added = (MapTree) set(live, tree("{b: 2}"), new Object[] {"ports", 0, "extra"}, 0);
        assertThat(OwnedDigest.of(added, desired)).contains(before);
    }
}
