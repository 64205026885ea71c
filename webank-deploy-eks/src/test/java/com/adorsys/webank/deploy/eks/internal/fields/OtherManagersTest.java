package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Others because of whom fields stay. */
class OtherManagersTest {
    private static final MapTree LIVE = map("""
            {apiVersion: 'apps/v1', metadata: {labels: {app: 'a', chart: 'c'}, managedFields: [
              {manager: 'webank-deploy', operation: 'Apply', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:spec': {'f:paused': {}}}},
              {manager: 'flux', operation: 'Apply', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:metadata': {'f:labels': {'f:chart': {}}}, 'f:spec': {'f:list': {
                 'k:{"name":"x"}': {'.': {}, 'f:name': {}, 'f:value': {}}, 'k:{"name":"y"}': {'.': {}, 'f:name': {}}}}}},
              {manager: 'helm', operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:metadata': {'f:labels': {'.': {}, 'f:chart': {}}}, 'f:spec': {'f:gone': {}}, 'f:status': {'f:a': {}}}},
              {manager: 'old', operation: 'Update', apiVersion: 'apps/v1beta1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:spec': {'f:paused': {}, 'f:elsewhere': {}}}},
              {manager: 'kubectl', operation: 'Update', apiVersion: 'autoscaling/v1', subresource: 'scale',
               fieldsType: 'FieldsV1', fieldsV1: {'f:spec': {'f:replicas': {}}}},
              {manager: 'kube-controller-manager', operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:spec': {'f:replicas': {}}}}]},
             spec: {paused: true, replicas: 2, list: [{name: 'x', value: '1'}, {name: 'y'}]}, status: {a: 1}}""");

    private static OtherManagers others(String... except) {
        return OtherManagers.of(LIVE, Set.of(except));
    }

    private static FieldSet set(String fields) {
        return FieldSet.of(map(fields));
    }

    @Test
    void are_not_who_writes_subresources_nor_the_control_plane() {
        assertThat(others().applying()).containsExactly("flux");
        assertThat(others().updating()).containsExactly("helm", "old");
        assertThat(others("flux", "old").applying()).isEmpty();
        assertThat(others("flux", "old").updating()).containsExactly("helm");
    }

    @Test
    void hold_values_and_items_of_the_version_that_was_read_and_no_status() {
        assertThat(others("flux").fields())
                .isEqualTo(
                        set("{'f:metadata': {'f:labels': {'f:chart': {}}}, 'f:spec': {'f:gone': {}, 'f:paused': {}}}"));
        assertThat(others().applied()).isEqualTo(set("""
                {'f:metadata': {'f:labels': {'f:chart': {}}}, 'f:spec': {'f:list': {
                  'k:{"name":"x"}': {'.': {}, 'f:name': {}, 'f:value': {}}, 'k:{"name":"y"}': {'.': {}, 'f:name': {}}}}}"""));
    }

    @Test
    void are_named_for_each_field_that_is_there_and_not_desired() {
        FieldSet all = others().fields().union(set("{'f:spec': {'f:replicas': {}}}"));

        assertThat(others().holding(all, map("{metadata: {labels: {app: 'a'}}, spec: {list: [{name: 'x'}]}}")))
                .containsExactly(
                        new FieldOwner(".metadata.labels.chart", "flux", ""),
                        new FieldOwner(".metadata.labels.chart", "helm", ""),
                        new FieldOwner(".spec.list[name=\"x\"].value", "flux", ""),
                        new FieldOwner(".spec.list[name=\"y\"]", "flux", ""),
                        new FieldOwner(".spec.paused", "old", ""));
        assertThat(others().holding(set("{'f:spec': {'f:paused': {}}}"), MapTree.of()))
                .containsExactly(new FieldOwner(".spec.paused", "old", ""));
        assertThat(others().holding(FieldSet.of(), MapTree.of())).isEmpty();
    }
}
