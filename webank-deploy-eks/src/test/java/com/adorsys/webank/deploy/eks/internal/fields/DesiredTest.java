package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.manifest;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.Manifest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Desired objects in the server's words. */
class DesiredTest {
    private static Manifest normalised(String json) {
        return Desired.normalised(manifest(json));
    }

    private static Manifest secret(String body) {
        return normalised("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 's'}" + body + "}");
    }

    @Nested
    class String_data {
        @Test
        void becomes_data() {
            assertThat(secret(", stringData: {a: 'text', b: '', c: '\u00e9'}"))
                    .isEqualTo(secret(", data: {a: 'dGV4dA==', b: '', c: 'w6k='}"));
        }

        @Test
        void wins_over_data_and_keeps_its_place() {
            Manifest merged = secret(", data: {a: 'b2xk', b: 'Yg=='}, stringData: {c: 'c', a: 'new'}");

            assertThat(merged).isEqualTo(secret(", data: {a: 'bmV3', b: 'Yg==', c: 'Yw=='}"));
            assertThat(merged.tree().map("data").orElseThrow().keys()).containsExactly("a", "b", "c");
        }

        @Test
        void that_is_empty_goes() {
            assertThat(secret(", stringData: {}")).isEqualTo(secret(""));
            assertThat(secret(", data: {}, stringData: {}")).isEqualTo(secret(""));
            assertThat(secret(", data: null, stringData: {a: 'b'}")).isEqualTo(secret(", data: {a: 'Yg=='}"));
        }

        @Test
        void that_is_no_string_is_left_to_the_server() {
            assertThat(secret(", stringData: {a: 1, b: 'b'}"))
                    .isEqualTo(manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 's'},"
                            + " stringData: {a: 1}, data: {b: 'Yg=='}}"));
            Manifest list = manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 's'}, stringData: [1]}");
            assertThat(Desired.normalised(list)).isSameAs(list);
        }

        @Test
        void of_another_kind_stays() {
            Manifest other = manifest(
                    "{apiVersion: 'example.com/v1', kind: 'Secret', metadata: {name: 's'}, stringData: {a: 'b'}}");

            assertThat(Desired.normalised(other)).isSameAs(other);
        }
    }

    @Test
    void base64_has_no_line_ends() {
        assertThat(secret(", data: {a: 'dGV4\\ndA==\\r\\n'}")).isEqualTo(secret(", data: {a: 'dGV4dA=='}"));
        assertThat(
                        normalised(
                                "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'c'}, data: {t: 'a\\n'}, binaryData: {b: 'dGV4\\ndA=='}}"))
                .isEqualTo(
                        manifest(
                                "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'c'}, data: {t: 'a\\n'}, binaryData: {b: 'dGV4dA=='}}"));
    }

    @Test
    void empty_maps_that_say_nothing_are_left_out() {
        assertThat(normalised("""
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'd', labels: {}, annotations: {}}, spec: {template: {
                 metadata: {annotations: {}}, spec: {nodeSelector: {}, securityContext: {}, volumes: [{name: 'v', emptyDir: {}}],
                  containers: [{name: 'c', env: [], resources: {limits: {}, requests: {cpu: '1'}}}]}}}}""")).isEqualTo(manifest("""
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'd'}, spec: {template: {
                 metadata: {}, spec: {nodeSelector: {}, securityContext: {}, volumes: [{name: 'v', emptyDir: {}}],
                  containers: [{name: 'c', env: [], resources: {requests: {cpu: '1'}}}]}}}}"""));
        assertThat(normalised("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'c'}, data: {}, binaryData: {}}"))
                .isEqualTo(manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'c'}}"));
        assertThat(
                        normalised(
                                "{apiVersion: 'example.com/v1', kind: 'X', metadata: {name: 'c', labels: {}}, data: {}, spec: {}}"))
                .isEqualTo(manifest(
                        "{apiVersion: 'example.com/v1', kind: 'X', metadata: {name: 'c'}, data: {}, spec: {}}"));
    }

    @Test
    void what_is_normal_already_is_the_same_object() {
        Manifest secret = manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 's'}, data: {a: 'Yg=='}}");
        Manifest pod = manifest(
                "{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p'}, spec: {containers: [{name: 'c', resources: {limits: {cpu: '1'}}}]}}");

        assertThat(Desired.normalised(secret)).isSameAs(secret);
        assertThat(Desired.normalised(pod)).isSameAs(pod);
    }

    @Nested
    class Quantities_of {
        @Test
        void pods_are_canonical() {
            String pod = """
                    {containers: [{name: 'c', resources: {limits: {cpu: %s, memory: %s}, requests: {cpu: %s}},
                      env: [{name: 'A', value: '1000m'}, {name: 'B', valueFrom: {resourceFieldRef: {divisor: %s}}}]}],
                     initContainers: [{name: 'i', resources: {requests: {memory: %s}}}], overhead: {cpu: %s},
                     volumes: [{name: 'v', emptyDir: {sizeLimit: %s}},
                       {name: 'w', ephemeral: {volumeClaimTemplate: {spec: {resources: {requests: {storage: %s}}}}}}]}""";
            String before = pod.formatted(
                    "'1000m'", "'1.5Gi'", "0.5", "'1000m'", "'1024Ki'", "'0.100'", "'2048Mi'", "'1024Gi'");
            String after = pod.formatted("'1'", "'1536Mi'", "'500m'", "'1'", "'1Mi'", "'100m'", "'2Gi'", "'1Ti'");

            assertThat(normalised("{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p'}, spec: " + before + "}"))
                    .isEqualTo(manifest("{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p'}, spec: " + after + "}"));
            for (String kind : new String[] {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"}) {
                String object =
                        "{apiVersion: 'apps/v1', kind: '" + kind + "', metadata: {name: 'p'}, spec: {template: {spec: ";
                assertThat(normalised(object + before + "}}}")).isEqualTo(manifest(object + after + "}}}"));
            }
            String job =
                    "{apiVersion: 'batch/v1', kind: 'CronJob', metadata: {name: 'p'}, spec: {jobTemplate: {spec: {template: {spec: ";
            assertThat(normalised(job + before + "}}}}}")).isEqualTo(manifest(job + after + "}}}}}"));
        }

        @Test
        void claims_quotas_and_autoscalers_are_canonical() {
            assertThat(normalised("""
                    {apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: {name: 's'}, spec: {volumeClaimTemplates: [
                     {metadata: {name: 'd'}, spec: {resources: {requests: {storage: '1024Mi'}}}}]}}""")).isEqualTo(manifest("""
                    {apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: {name: 's'}, spec: {volumeClaimTemplates: [
                     {metadata: {name: 'd'}, spec: {resources: {requests: {storage: '1Gi'}}}}]}}"""));
            assertThat(normalised("""
                    {apiVersion: 'v1', kind: 'ResourceQuota', metadata: {name: 'q'}, spec: {hard: {pods: 10, 'limits.cpu': '4000m'}}}""")).isEqualTo(manifest("""
                    {apiVersion: 'v1', kind: 'ResourceQuota', metadata: {name: 'q'}, spec: {hard: {pods: '10', 'limits.cpu': '4'}}}"""));
            assertThat(normalised("""
                    {apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: {name: 'h'}, spec: {metrics: [
                     {type: 'Pods', pods: {target: {type: 'AverageValue', averageValue: '1000'}}}]}}""")).isEqualTo(manifest("""
                    {apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: {name: 'h'}, spec: {metrics: [
                     {type: 'Pods', pods: {target: {type: 'AverageValue', averageValue: '1k'}}}]}}"""));
        }

        @Test
        void others_stay_as_they_are() {
            Manifest custom = manifest(
                    "{apiVersion: 'example.com/v1', kind: 'Deployment', metadata: {name: 'x'}, spec: {template: {spec: {overhead: {cpu: '1000m'}}}}}");

            assertThat(Desired.normalised(custom)).isSameAs(custom);
        }

        @Test
        void no_quantity_are_left_to_the_server() {
            Manifest pod = manifest(
                    "{apiVersion: 'v1', kind: 'Pod', metadata: {name: 'p'}, spec: {overhead: {a: 'much', b: true, c: null, d: {}, e: ''}}}");

            assertThat(Desired.normalised(pod)).isSameAs(pod);
        }
    }

    @Test
    void the_types_of_fields_tell_where_quantities_and_bytes_are() {
        assertThat(normalised("""
                {apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration', metadata: {name: 'w'},
                 webhooks: [{name: 'w', clientConfig: {caBundle: 'dGV4\\ndA=='}}]}""")).isEqualTo(manifest("""
                {apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingWebhookConfiguration', metadata: {name: 'w'},
                 webhooks: [{name: 'w', clientConfig: {caBundle: 'dGV4dA=='}}]}"""));
        assertThat(normalised("""
                {apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: {name: 'r'}, handler: 'h',
                 overhead: {podFixed: {cpu: '100u'}}}"""))
                .as("only lists of resources of some groups are rounded")
                .isEqualTo(manifest("""
                {apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: {name: 'r'}, handler: 'h',
                 overhead: {podFixed: {cpu: '100u'}}}"""));
        assertThat(
                        normalised(
                                "{apiVersion: 'v1', kind: 'LimitRange', metadata: {name: 'l'}, spec: {limits: [{type: 'Pod', max: {cpu: '100u'}}]}}"))
                .isEqualTo(
                        manifest(
                                "{apiVersion: 'v1', kind: 'LimitRange', metadata: {name: 'l'}, spec: {limits: [{type: 'Pod', max: {cpu: '1m'}}]}}"));
    }

    @Test
    void empty_maps_stay_in_what_has_one_owner() {
        Manifest set = manifest("""
                {apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: {name: 's'}, spec: {selector: {matchLabels: {}},
                 volumeClaimTemplates: [{metadata: {name: 'd', labels: {}}, spec: {resources: {requests: {}}}}]}}""");

        assertThat(Desired.normalised(set)).isSameAs(set);
        assertThat(normalised("""
                {apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: {name: 's'}, parameters: {}}"""))
                .isEqualTo(manifest("{apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: {name: 's'}}"));
    }

    @Nested
    class Rules {
        private static final String ROLE =
                "{apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: {name: 'r'}";
        private static final String AGGREGATED =
                ROLE + ", aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: 'b'}}]}";

        @Test
        void that_the_control_plane_fills_in_go() {
            assertThat(normalised(AGGREGATED + ", rules: []}")).isEqualTo(manifest(AGGREGATED + "}"));
            assertThat(normalised(AGGREGATED + ", rules: null}")).isEqualTo(manifest(AGGREGATED + "}"));
        }

        @Test
        void of_other_roles_stay() {
            String some = ", rules: [{apiGroups: [''], resources: ['pods'], verbs: ['get']}]}";
            assertThat(normalised(AGGREGATED + some)).isEqualTo(manifest(AGGREGATED + some));
            assertThat(normalised(ROLE + ", rules: []}")).isEqualTo(manifest(ROLE + ", rules: []}"));
        }
    }

    @Test
    void annotations_that_the_cluster_writes_are_left_out() {
        assertThat(Desired.metadata(map("""
                        {name: 'x', uid: 'u', annotations: {note: 'n', 'pv.kubernetes.io/bind-completed': 'yes',
                         'pv.kubernetes.io/bound-by-controller': 'yes', 'deployment.kubernetes.io/revision': '7'}}"""))).isEqualTo(map("{name: 'x', annotations: {note: 'n'}}"));
    }
}
