package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who else manages what is desired. */
class OwnersTest {
    private static final MapTree LIVE = map("""
            {apiVersion: 'apps/v1', metadata: {labels: {app: 'a'}, managedFields: [
              {manager: 'webank-deploy', operation: 'Apply', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:metadata': {'f:labels': {'f:app': {}}}, 'f:spec': {'f:replicas': {},
                 'f:template': {'f:spec': {'f:securityContext': {'f:runAsNonRoot': {}}}}}}},
              {manager: 'helm', operation: 'Update', apiVersion: 'apps/v1', fieldsType: 'FieldsV1',
               fieldsV1: {'f:metadata': {'f:labels': {'.': {}, 'f:app': {}, 'f:chart': {}}},
                'f:spec': {'f:selector': {}, 'f:template': {'f:spec': {'f:securityContext': {}, 'f:nodeSelector': {},
                 'f:containers': {'k:{"name":"c"}': {'.': {}, 'f:image': {}, 'f:name': {}, 'f:args': {}, 'f:resources': {}}}}}}}},
              {manager: 'kubectl', operation: 'Update', apiVersion: 'autoscaling/v1', subresource: 'scale',
               fieldsType: 'FieldsV1', fieldsV1: {'f:spec': {'f:replicas': {}}}}]},
             spec: {replicas: 2, selector: {matchLabels: {app: 'a'}}, template: {spec: {nodeSelector: {a: 'b'},
               securityContext: {runAsNonRoot: true},
               containers: [{name: 'c', image: 'x', args: ['a'], resources: {}}]}}}}""");

    @Test
    void are_named_field_by_field() {
        MapTree desired = map("""
                {metadata: {labels: {app: 'a'}}, spec: {replicas: 3, selector: {matchLabels: {app: 'a'}},
                 template: {spec: {nodeSelector: {c: 'd'}, securityContext: {runAsNonRoot: true},
                  containers: [{name: 'c', image: 'y', args: ['b'], resources: {limits: {cpu: '1'}}}]}}}}""");

        assertThat(Owners.of(LIVE, desired))
                .containsExactly(
                        new FieldOwner(".metadata.labels.app", "helm", ""),
                        new FieldOwner(".spec.selector", "helm", ""),
                        new FieldOwner(".spec.template.spec.nodeSelector", "helm", ""),
                        new FieldOwner(".spec.template.spec.containers[name=\"c\"].image", "helm", ""),
                        new FieldOwner(".spec.template.spec.containers[name=\"c\"].args", "helm", ""),
                        new FieldOwner(".spec.replicas", "kubectl", "scale"));
    }

    @Test
    void of_what_is_not_desired_do_not_count() {
        assertThat(Owners.of(LIVE, map("{metadata: {labels: {team: 't'}}}"))).isEmpty();
    }

    @Test
    void an_object_without_managed_fields_has_none() {
        assertThat(Owners.of(map("{spec: {a: 1}}"), map("{spec: {a: 2}}"))).isEqualTo(List.of());
    }

    @Test
    void our_own_updates_and_subresources_are_others() {
        MapTree live = map("""
                {metadata: {managedFields: [{manager: 'webank-deploy', operation: 'Update', apiVersion: 'v1',
                  fieldsType: 'FieldsV1', fieldsV1: {'f:data': {'f:a': {}}}}]}, data: {a: '1'}}""");

        assertThat(Owners.of(live, map("{data: {a: '2'}}")))
                .containsExactly(new FieldOwner(".data.a", "webank-deploy", ""));
    }
}
