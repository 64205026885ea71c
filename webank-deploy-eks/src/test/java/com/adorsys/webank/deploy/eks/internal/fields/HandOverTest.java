package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.list;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hand-over of fields, as a patch. */
class HandOverTest {
    private static final String OURS = """
            {manager: 'webank-deploy', operation: 'Apply', apiVersion: 'apps/v1', time: '2026-01-03T00:00:00Z',
             fieldsType: 'FieldsV1', fieldsV1: {'f:spec': {'f:paused': {}}}}""";
    private static final String STATUS = """
            {manager: 'helm', operation: 'Update', apiVersion: 'apps/v1', subresource: 'status',
             fieldsType: 'FieldsV1', fieldsV1: {'f:status': {'f:a': {}}}}""";

    private static String helm(String operation, String version, String fields) {
        return "{manager: 'helm', operation: '" + operation + "', apiVersion: '" + version
                + "', time: '2026-01-02T00:00:00Z', fieldsType: 'FieldsV1', fieldsV1: " + fields + "}";
    }

    private static MapTree live(String body, String... entries) {
        return map(
                "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'd', resourceVersion: '7', managedFields: ["
                        + String.join(",", entries) + "]}" + body + "}");
    }

    private static MapTree desired(String body) {
        return map("{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'd'}" + body + "}");
    }

    private static HandOver handOver(MapTree live, MapTree desired) {
        return HandOver.of(live, desired, GivenUp.by(HandOver.HELM)).orElseThrow();
    }

    private static ListTree patch(String... entries) {
        return list("[{op: 'replace', path: '/metadata/managedFields', value: [" + String.join(",", entries)
                + "]}, {op: 'replace', path: '/metadata/resourceVersion', value: '7'}]");
    }

    private static String entry(String time, String version, String fields) {
        return "{manager: 'webank-deploy', operation: 'Apply', apiVersion: '" + version + "', time: '" + time
                + "', fieldsType: 'FieldsV1', fieldsV1: " + fields + "}";
    }

    @Test
    void merges_their_fields_into_ours() {
        HandOver handOver = handOver(
                live(
                        "",
                        STATUS,
                        helm("Update", "apps/v1", "{'f:spec': {'f:paused': {}, 'f:template': {'f:x': {}}}}"),
                        OURS),
                desired(""));

        assertThat(handOver.patch())
                .isEqualTo(patch(
                        entry(
                                "2026-01-03T00:00:00Z",
                                "apps/v1",
                                "{'f:spec': {'f:paused': {}, 'f:template': {'f:x': {}}}}"),
                        STATUS));
    }

    @Test
    void makes_an_entry_where_we_have_none() {
        assertThat(handOver(live("", helm("Apply", "apps/v1", "{'f:spec': {'f:x': {}}}")), desired(""))
                        .patch())
                .isEqualTo(patch(entry("2026-01-02T00:00:00Z", "apps/v1", "{'f:spec': {'f:x': {}}}")));
    }

    @Test
    void is_empty_where_nothing_is_theirs() {
        assertThat(HandOver.of(live("", OURS, STATUS), desired(""), GivenUp.by(HandOver.HELM)))
                .isEmpty();
        assertThat(HandOver.of(live(""), desired(""), GivenUp.by(HandOver.HELM)))
                .isEmpty();
    }

    @Test
    void leaves_no_object_without_an_entry() {
        MapTree live = live(", spec: {replicas: 3}", helm("Update", "apps/v1", "{'f:spec': {'f:replicas': {}}}"));

        assertThat(HandOver.of(live, desired(""), GivenUp.by(HandOver.HELM))).isEmpty();
    }

    /** The same number is one value, as a port and its target port often are. */
    @Test
    void takes_out_the_field_that_goes_and_not_another_with_the_same_value() {
        ScalarTree same = ScalarTree.of(80);
        MapTree port =
                MapTree.builder().put("port", same).put("targetPort", same).build();
        MapTree live = live("", helm("Update", "apps/v1", """
                        {'f:ports': {'k:{"port":80}': {'.': {}, 'f:port': {}, 'f:targetPort': {}}}}"""), OURS).with("ports", ListTree.of(List.of(port)));

        assertThat(handOver(live, desired(", ports: [{port: 80}]"))
                        .removedFrom(live)
                        .get("ports"))
                .isEqualTo(list("[{port: 80}]"));
    }

    @Test
    void says_what_will_go() {
        MapTree live = live(
                ", spec: {template: {spec: {containers: [{name: 'a', image: 'x', tty: true}, {name: 'b'}]}, nodeName: 'n'}}",
                helm("Update", "apps/v1", """
                        {'f:metadata': {'f:labels': {'f:gone': {}}}, 'f:spec': {'f:paused': {}, 'f:template': {'f:nodeName': {},
                          'f:spec': {'f:containers': {
                          'k:{"name":"a"}': {'.': {}, 'f:image': {}, 'f:name': {}, 'f:tty': {}},
                          'k:{"name":"b"}': {'.': {}, 'f:name': {}}}}}}}"""),
                OURS);

        assertThat(handOver(live, desired(", spec: {template: {spec: {containers: [{name: 'a', image: 'y'}]}}}"))
                        .leftOut())
                .containsExactly(
                        ".spec.template.nodeName",
                        ".spec.template.spec.containers[name=\"a\"].tty",
                        ".spec.template.spec.containers[name=\"b\"]");
    }

    @Test
    void leaves_to_nobody_what_was_filled_in_once() {
        String fields = """
                {'f:metadata': {'f:finalizers': {'.': {}, 'v:"a"': {}, 'v:"b"': {}}, 'f:labels': {'f:a': {}},
                  'f:ownerReferences': {'k:{"uid":"u"}': {}}},
                 'f:spec': {'f:replicas': {}, 'f:template': {'f:metadata': {'f:annotations': {
                   'f:kubectl.kubernetes.io/restartedAt': {}, 'f:other': {}}}}}}""";

        assertThat(handOver(
                                live("", helm("Update", "apps/v1", fields)),
                                desired(", spec: {x: 1}").with("metadata", map("{finalizers: ['a']}")))
                        .patch())
                .isEqualTo(patch(entry("2026-01-02T00:00:00Z", "apps/v1", """
                        {'f:metadata': {'f:finalizers': {'.': {}, 'v:"a"': {}}, 'f:labels': {'f:a': {}}},
                         'f:spec': {'f:template': {'f:metadata': {'f:annotations': {'f:other': {}}}}}}""")));
        assertThat(handOver(
                                live("", helm("Update", "apps/v1", "{'f:spec': {'f:replicas': {}}}")),
                                desired(", spec: {replicas: 2}"))
                        .patch())
                .isEqualTo(patch(entry("2026-01-02T00:00:00Z", "apps/v1", "{'f:spec': {'f:replicas': {}}}")));
    }

    @Test
    void leaves_to_nobody_what_was_filled_in_once_also_if_we_hold_it_too() {
        String both = "{'f:spec': {'f:paused': {}, 'f:replicas': {}}}";
        MapTree live = live(
                ", spec: {paused: true, replicas: 3}",
                helm("Apply", "apps/v1", both),
                OURS.replace("{'f:spec': {'f:paused': {}}}", both));

        assertThat(handOver(live, desired("")).patch())
                .isEqualTo(patch(entry("2026-01-03T00:00:00Z", "apps/v1", "{'f:spec': {'f:paused': {}}}")));
        assertThat(handOver(live, desired(", spec: {replicas: 3}")).patch())
                .isEqualTo(patch(entry("2026-01-03T00:00:00Z", "apps/v1", both)));
    }

    @Test
    void knows_what_the_object_is_after_it_is_applied() {
        MapTree live = live("""
                , spec: {replicas: 3, selector: {a: 'b'}, list: [{name: 'a', value: '1'}, {name: 'gone', value: '2'}], args: ['x', 'y'],
                  kept: {by: 'server'}}""", helm("Apply", "apps/v1", """
                        {'f:spec': {'f:selector': {}, 'f:args': {}, 'f:replicas': {}, 'f:list': {
                          'k:{"name":"a"}': {'.': {}, 'f:name': {}, 'f:value': {}},
                          'k:{"name":"gone"}': {'.': {}, 'f:name': {}, 'f:value': {}}}}}"""), OURS);
        MapTree desired = desired("""
                , spec: {selector: {c: 'd'}, list: [{name: 'new', value: '3'}, {name: 'a', valueFrom: {x: 'y'}}], args: ['z']}""");

        assertThat(handOver(live, desired).applied().at("spec")).contains(map("""
                {replicas: 3, selector: {c: 'd'}, list: [{name: 'a', valueFrom: {x: 'y'}}, {name: 'new', value: '3'}], args: ['z'],
                 kept: {by: 'server'}}"""));
    }

    @Test
    void takes_of_what_cannot_be_changed_only_what_is_desired() {
        MapTree live = map("""
                {apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: {resourceVersion: '7', managedFields: [
                  {manager: 'helm', operation: 'Update', apiVersion: 'v1', time: '2026-01-02T00:00:00Z', fieldsType: 'FieldsV1',
                   fieldsV1: {'f:metadata': {'f:labels': {'f:a': {}}}, 'f:spec': {'f:accessModes': {}, 'f:storageClassName': {}}}}]}}""");
        MapTree desired =
                map("{apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: {accessModes: ['ReadWriteOnce']}}");

        assertThat(handOver(live, desired).patch())
                .isEqualTo(patch(entry(
                        "2026-01-02T00:00:00Z",
                        "v1",
                        "{'f:metadata': {'f:labels': {'f:a': {}}}, 'f:spec': {'f:accessModes': {}}}")));
    }

    @Test
    void of_one_other_version_is_made_in_that_version() {
        assertThat(handOver(live("", helm("Update", "apps/v1beta2", "{'f:spec': {'f:x': {}}}")), desired(""))
                        .patch())
                .isEqualTo(patch(entry("2026-01-02T00:00:00Z", "apps/v1beta2", "{'f:spec': {'f:x': {}}}")));
    }

    @Test
    void of_several_versions_takes_the_paths_that_the_object_has() {
        assertThat(handOver(
                                live(
                                        ", spec: {x: 1}",
                                        helm("Update", "apps/v1beta2", "{'f:spec': {'f:x': {}, 'f:old': {}}}"),
                                        OURS),
                                desired(""))
                        .patch())
                .isEqualTo(patch(entry("2026-01-03T00:00:00Z", "apps/v1", "{'f:spec': {'f:x': {}, 'f:paused': {}}}")));
    }

    @Test
    void needs_the_state_that_it_was_made_for() {
        MapTree live = map("""
                {apiVersion: 'v1', metadata: {managedFields: [{manager: 'helm', operation: 'Update', apiVersion: 'v1',
                  fieldsType: 'FieldsV1', fieldsV1: {'f:data': {'f:a': {}}}}]}}""");

        assertThatThrownBy(() -> HandOver.of(live, MapTree.of(), GivenUp.by(Set.of("helm"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the live object has no resource version");
    }
}
