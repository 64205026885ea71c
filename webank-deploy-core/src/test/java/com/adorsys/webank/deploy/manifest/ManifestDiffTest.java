package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.ResourceId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestDiffTest {
    @Provide
    Arbitrary<ManifestSet> sets() {
        return TreeArbitraries.manifestSets();
    }

    @Provide
    Arbitrary<List<ManifestSet>> changes() {
        return TreeArbitraries.changes();
    }

    /** An object called {@code webank/app} with a body. */
    private static Manifest object(String apiVersion, String kind, String body) {
        MapTree head = MapTree.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", MapTree.of("name", "app").with("namespace", "webank"))
                .build();
        return Manifest.of((MapTree) MergePatch.of(JsonTrees.tree(body)).apply(head));
    }

    private static ManifestDiff diff(String apiVersion, String kind, String before, String after) {
        return ManifestDiff.between(
                ManifestSet.of(object(apiVersion, kind, before)), ManifestSet.of(object(apiVersion, kind, after)));
    }

    private static String pod(String container) {
        return "{spec: {template: {spec: {containers: [" + container + "]}}}}";
    }

    @Nested
    class Objects {
        private final Manifest kept = object("v1", "Service", "{}");
        private final Manifest old = object("v1", "ConfigMap", "{data: {a: '1'}}");
        private final Manifest changed = object("v1", "ConfigMap", "{data: {a: '2'}}");
        private final Manifest gone = object("apps/v1", "Deployment", "{}");
        private final Manifest created = object("networking.k8s.io/v1", "Ingress", "{}");
        private final ManifestDiff diff =
                ManifestDiff.between(ManifestSet.of(kept, old, gone), ManifestSet.of(kept, changed, created));

        @Test
        void that_are_created_changed_or_deleted_are_distinguished() {
            assertThat(diff.created()).extracting(ManifestDiff.Change::id).containsExactly(created.id());
            assertThat(diff.changed()).extracting(ManifestDiff.Change::id).containsExactly(old.id());
            assertThat(diff.deleted()).extracting(ManifestDiff.Change::id).containsExactly(gone.id());
            assertThat(diff.unchanged()).extracting(ManifestDiff.Change::id).containsExactly(kept.id());
            assertThat(diff.objects()).hasSize(4);
            assertThat(diff.changes()).hasSize(3);
            assertThat(diff.of(old.id()).orElseThrow().before()).contains(old);
            assertThat(diff.of(old.id()).orElseThrow().after()).contains(changed);
            assertThat(diff.of(gone.id()).orElseThrow().after()).isEmpty();
            assertThat(diff.changeClass()).isEqualTo(ChangeClass.DELETION);
        }

        @Test
        void do_not_show_credentials_in_urls() {
            ManifestDiff urls = diff(
                    "v1",
                    "ConfigMap",
                    "{data: {a: 'https://webank:pa55@one.example.com', 'amqp://a:pa55@mq': '1'}}",
                    "{data: {a: 'https://webank:pa66@two.example.com'}}");

            assertThat(urls.text()).isEqualTo("""
                            ~ ConfigMap/webank/app (CONFIGURATION)
                                data.a: "https://***@one.example.com" -> "https://***@two.example.com"
                                data["amqp://***@mq"]: "1" -> (none)
                            """);
        }

        @Test
        void are_shown_in_order() {
            assertThat(diff.text()).isEqualTo("""
                            ~ ConfigMap/webank/app (CONFIGURATION)
                                data.a: "1" -> "2"
                            - Deployment/webank/app (DELETION)
                            + Ingress/webank/app
                            """);
        }

        @Test
        void that_are_equal_are_not_shown() {
            ManifestDiff same = ManifestDiff.between(ManifestSet.of(kept, old), ManifestSet.of(old, kept));

            assertThat(same.isEmpty()).isTrue();
            assertThat(same.changeClass()).isEqualTo(ChangeClass.NONE);
            assertThat(same.text()).isEmpty();
        }

        @Test
        void in_two_versions_are_the_same_object() {
            ManifestDiff versions = ManifestDiff.between(
                    ManifestSet.of(object("autoscaling/v1", "HorizontalPodAutoscaler", "{}")),
                    ManifestSet.of(object("autoscaling/v2", "HorizontalPodAutoscaler", "{}")));

            assertThat(versions.text()).isEqualTo("""
                            ~ HorizontalPodAutoscaler/webank/app (CONFIGURATION)
                                apiVersion: "autoscaling/v1" -> "autoscaling/v2"
                            """);
        }
    }

    @Nested
    class Items {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{name: 'app', image: 'a'} | {name: 'app', image: 'b'}"
                            + " | spec.template.spec.containers[name=app].image: \"a\" -> \"b\"",
                    "{name: 'app', env: [{name: 'A', value: '1'}, {name: 'B', value: '2'}]}"
                            + " | {name: 'app', env: [{name: 'A', value: '1'}, {name: 'C', value: '3'}, {name: 'B', value:"
                            + " '2'}]} | spec.template.spec.containers[name=app].env[name=C]: (none) -> {name: \"C\", value:"
                            + " \"3\"}",
                    "{name: 'app', ports: [{name: 'http', containerPort: 80}]}"
                            + " | {name: 'app', ports: [{name: 'http', containerPort: 8080}]}"
                            + " | spec.template.spec.containers[name=app].ports[name=http].containerPort: 80 -> 8080",
                    "{name: 'app', ports: [{containerPort: 80}]} | {name: 'app', ports: [{containerPort: 80, protocol:"
                            + " 'UDP'}]} | spec.template.spec.containers[name=app].ports[containerPort=80].protocol: (none)"
                            + " -> \"UDP\"",
                    "{name: 'app', volumeMounts: [{name: 'a', mountPath: '/a b'}]} | {name: 'app', volumeMounts: []}"
                            + " | spec.template.spec.containers[name=app].volumeMounts[mountPath=\"/a b\"]: {name: \"a\","
                            + " mountPath: \"/a b\"} -> (none)",
                    "{name: 'app', args: ['a', 'b']} | {name: 'app', args: ['a']}"
                            + " | spec.template.spec.containers[name=app].args: [\"a\", \"b\"] -> [\"a\"]",
                    "{name: 'app', env: [{name: 'A'}, {name: 'B'}]} | {name: 'app', env: [{name: 'B'}, {name: 'A'}]}"
                            + " | spec.template.spec.containers[name=app].env: [\"name=A\", \"name=B\"] -> [\"name=B\","
                            + " \"name=A\"]",
                    "{name: 'app', envFrom: [{secretRef: {name: 'a'}}]}"
                            + " | {name: 'app', envFrom: [{secretRef: {name: 'b'}}]}"
                            + " | spec.template.spec.containers[name=app].envFrom[0].secretRef.name: \"a\" -> \"b\"",
                    "{name: 'app', envFrom: [{secretRef: {name: 'a'}}]}"
                            + " | {name: 'app', envFrom: [{prefix: 'X'}, {secretRef: {name: 'a'}}]}"
                            + " | spec.template.spec.containers[name=app].envFrom[0]: (none) -> {prefix: \"X\"}",
                })
        void are_matched_by_their_keys(String before, String after, String line) {
            ManifestDiff diff = diff("apps/v1", "Deployment", pod(before), pod(after));

            assertThat(diff.text()).isEqualTo("~ Deployment/webank/app (ROLL_OUT)\n    " + line + "\n");
        }

        @Test
        void that_are_claim_templates_of_a_stateful_set_are_matched_by_their_names() {
            ManifestDiff diff = diff(
                    "apps/v1",
                    "StatefulSet",
                    "{spec: {volumeClaimTemplates: [{metadata: {name: 'data'}, spec: {a: 1}}]}}",
                    "{spec: {volumeClaimTemplates: [{metadata: {name: 'data'}, spec: {a: 2}}]}}");

            assertThat(diff.changes().get(0).differences().get(0))
                    .hasToString("spec.volumeClaimTemplates[metadata.name=data].spec.a: 1 -> 2");
        }

        @Test
        void with_the_same_name_are_matched_by_place() {
            ManifestDiff diff = diff(
                    "apps/v1",
                    "Deployment",
                    pod("{name: 'a', env: [{name: 'X', value: '1'}, {name: 'X', value: '2'}]}"),
                    pod("{name: 'a', env: [{name: 'X', value: '1'}, {name: 'X', value: '3'}]}"));

            assertThat(diff.changes().get(0).differences().get(0))
                    .hasToString("spec.template.spec.containers[name=a].env[1].value: \"2\" -> \"3\"");
        }
    }

    @Nested
    class What_the_api_server_takes_for_the_same {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "v1 | PersistentVolumeClaim | {spec: {volumeMode: 'Filesystem'}} | {spec: {}}",
                    "v1 | Secret | {type: 'Opaque', data: {a: 'YQ=='}} | {data: {a: 'YQ=='}}",
                    "apps/v1 | StatefulSet | {spec: {volumeClaimTemplates: [{metadata: {name: 'a'}}]}}"
                            + " | {spec: {volumeClaimTemplates: [{apiVersion: 'v1', kind: 'PersistentVolumeClaim',"
                            + " metadata: {name: 'a'}, status: {}}]}}",
                    "apps/v1 | StatefulSet | {spec: {podManagementPolicy: 'OrderedReady'}} | {spec: {}}",
                    "batch/v1 | Job | {spec: {completions: 1}} | {spec: {}}",
                    "rbac.authorization.k8s.io/v1 | RoleBinding | {roleRef: {name: 'a'}}"
                            + " | {roleRef: {name: 'a', apiGroup: 'rbac.authorization.k8s.io'}}",
                    "apps/v1 | Deployment | {spec: {template: {spec: {containers: [{name: 'a', resources: {limits: {cpu:"
                            + " '1000m', memory: '1Gi'}}}]}}}} | {spec: {template: {spec: {containers: [{name: 'a',"
                            + " resources: {limits: {cpu: 1, memory: '1024Mi'}}}]}}}}",
                    "apps/v1 | Deployment | {spec: {template: {metadata: {creationTimestamp: null}}}} | {spec: {template: {}}}",
                    "apps/v1 | Deployment | {status: {}, metadata: {creationTimestamp: null, labels: {}}} | {}",
                    "apps/v1 | Deployment | {spec: {replicas: 1, strategy: {type: 'RollingUpdate', rollingUpdate:"
                            + " {maxSurge: '25%'}}}} | {spec: {}}",
                    "apps/v1 | Deployment | {spec: {template: {spec: {containers: [{name: 'a', ports: [{containerPort: 1}],"
                            + " command: []}]}}}} | {spec: {template: {spec: {securityContext: {}, restartPolicy: 'Always',"
                            + " containers: [{name: 'a', resources: {}, ports: [{containerPort: 1, protocol: 'TCP'}]}]}}}}",
                    "v1 | Service | {spec: {type: 'ClusterIP', sessionAffinity: 'None'}} | {spec: {}}",
                })
        void is_no_change(String apiVersion, String kind, String before, String after) {
            assertThat(diff(apiVersion, kind, before, after).text()).isEmpty();
            assertThat(diff(apiVersion, kind, after, before).changeClass()).isEqualTo(ChangeClass.NONE);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "apps/v1 | StatefulSet | {spec: {podManagementPolicy: 'Parallel'}} | {spec: {}}",
                    "batch/v1 | Job | {spec: {parallelism: 1}} | {spec: {parallelism: 1, completions: 1}}",
                    "batch/v1 | Job | {spec: {parallelism: 5}} | {spec: {parallelism: 5, completions: 1}}",
                    "apps/v1 | Deployment | {spec: {strategy: {type: 'Recreate'}}} | {spec: {}}",
                    "apps/v1 | Deployment | {spec: {replicas: '1'}} | {spec: {}}",
                    "apps/v1 | Deployment | {spec: {replicas: 0}} | {spec: {replicas: null}}",
                    "apps/v1 | Deployment | {spec: {template: {spec: {volumes: [{name: 'a', emptyDir: {}}]}}}}"
                            + " | {spec: {template: {spec: {volumes: [{name: 'a'}]}}}}",
                    "v1 | PersistentVolumeClaim | {spec: {storageClassName: ''}} | {spec: {}}",
                    "v1 | ConfigMap | {data: {a: '1000m'}} | {data: {a: '1'}}",
                    "v1 | ConfigMap | {data: {a: ''}} | {data: {}}",
                    "example.com/v1 | Deployment | {spec: {replicas: 1}} | {spec: {}}",
                })
        void differs_from_what_is_a_change(String apiVersion, String kind, String before, String after) {
            assertThat(diff(apiVersion, kind, before, after).isEmpty()).isFalse();
        }
    }

    @Nested
    class Classes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "apps/v1 | Deployment | {metadata: {labels: {a: 'b'}}} | {} | METADATA",
                    "apps/v1 | Deployment | {metadata: {annotations: {a: 'b'}}} | {} | METADATA",
                    "apps/v1 | Deployment | {metadata: {finalizers: ['a']}} | {} | CONFIGURATION",
                    "apps/v1 | Deployment | {spec: {replicas: 1}} | {spec: {replicas: 2}} | CONFIGURATION",
                    "apps/v1 | Deployment | {spec: {template: {metadata: {labels: {a: 'b'}}}}} | {} | CONFIGURATION",
                    "apps/v1 | Deployment | {spec: {template: {a: 1}}} | {spec: {}} | ROLL_OUT",
                    "apps/v1 | Deployment | {spec: {template: {metadata: {labels: {a: 'b'}}}}}"
                            + " | {spec: {template: {metadata: {labels: {a: 'c'}}}}} | ROLL_OUT",
                    "apps/v1 | DaemonSet | {spec: {template: {a: 1}}} | {spec: {template: {a: 2}}} | ROLL_OUT",
                    "apps/v1 | StatefulSet | {spec: {template: {a: 1}}} | {spec: {template: {a: 2}}} | ROLL_OUT",
                    "apps/v1 | Deployment | {spec: {selector: {a: 1}}} | {spec: {selector: {a: 2}}} | REPLACEMENT",
                    "apps/v1 | DaemonSet | {spec: {selector: {a: 1}}} | {spec: {selector: {a: 2}}} | REPLACEMENT",
                    "apps/v1 | StatefulSet | {spec: {serviceName: 'a'}} | {spec: {serviceName: 'b'}} | REPLACEMENT",
                    "apps/v1 | StatefulSet | {spec: {replicas: 1}} | {spec: {replicas: 2}} | CONFIGURATION",
                    "apps/v1 | StatefulSet | {spec: {revisionHistoryLimit: 1}} | {spec: {revisionHistoryLimit: 2}} |"
                            + " CONFIGURATION",
                    "apps/v1 | StatefulSet | {spec: {volumeClaimTemplates: [{metadata: {name: 'a'}}]}}"
                            + " | {spec: {volumeClaimTemplates: []}} | REPLACEMENT",
                    "apps/v1 | StatefulSet | {spec: {serviceName: 'a', volumeClaimTemplates: [{metadata: {name: 'a'}}],"
                            + " persistentVolumeClaimRetentionPolicy: {whenDeleted: 'Delete'}}}"
                            + " | {spec: {serviceName: 'b', volumeClaimTemplates: [{metadata: {name: 'a'}}]}} | DATA_LOSS",
                    "batch/v1 | Job | {spec: {template: {a: 1}}} | {spec: {template: {a: 2}}} | REPLACEMENT",
                    "batch/v1 | Job | {spec: {suspend: true}} | {spec: {suspend: false}} | CONFIGURATION",
                    "batch/v1 | CronJob | {spec: {jobTemplate: {a: 1}}} | {spec: {jobTemplate: {a: 2}}} | CONFIGURATION",
                    "v1 | Pod | {spec: {containers: [{name: 'a', image: 'a'}]}} | {spec: {containers: [{name: 'a', image:"
                            + " 'b'}]}} | ROLL_OUT",
                    "v1 | Pod | {spec: {containers: [{name: 'a', tty: true}]}} | {spec: {containers: [{name: 'a'}]}} |"
                            + " REPLACEMENT",
                    "v1 | Pod | {spec: {nodeName: 'a'}} | {spec: {nodeName: 'b'}} | REPLACEMENT",
                    "v1 | Pod | {spec: {activeDeadlineSeconds: 1}} | {spec: {activeDeadlineSeconds: 2}} | CONFIGURATION",
                    "v1 | Service | {spec: {clusterIP: 'None'}} | {spec: {}} | REPLACEMENT",
                    "v1 | Service | {spec: {type: 'ClusterIP'}} | {spec: {type: 'NodePort'}} | CONFIGURATION",
                    "v1 | Secret | {type: 'a'} | {type: 'b'} | REPLACEMENT",
                    "v1 | Secret | {data: {a: 'YQ=='}} | {data: {a: 'Yg=='}} | CONFIGURATION",
                    "v1 | Secret | {immutable: true, data: {a: 'YQ=='}} | {immutable: true, data: {a: 'Yg=='}} | REPLACEMENT",
                    "v1 | ConfigMap | {data: {a: 'a'}} | {data: {a: 'b'}} | CONFIGURATION",
                    "v1 | ConfigMap | {immutable: true, data: {a: 'a'}} | {immutable: true, data: {a: 'b'}} | REPLACEMENT",
                    "v1 | ConfigMap | {immutable: true} | {immutable: false} | REPLACEMENT",
                    "v1 | ConfigMap | {immutable: false} | {immutable: true} | CONFIGURATION",
                    "v1 | PersistentVolumeClaim | {spec: {storageClassName: 'a'}} | {spec: {storageClassName: 'b'}} |"
                            + " DATA_LOSS",
                    "v1 | PersistentVolumeClaim | {spec: {resources: {requests: {storage: '8Gi'}}}}"
                            + " | {spec: {resources: {requests: {storage: '10Gi'}}}} | CONFIGURATION",
                    "v1 | PersistentVolumeClaim | {spec: {resources: {requests: {storage: '8Gi'}}}}"
                            + " | {spec: {resources: {requests: {storage: '8G'}}}} | DATA_LOSS",
                    "v1 | PersistentVolumeClaim | {spec: {volumeAttributesClassName: 'a'}}"
                            + " | {spec: {volumeAttributesClassName: 'b'}} | CONFIGURATION",
                    "storage.k8s.io/v1 | StorageClass | {parameters: {a: 'a'}} | {parameters: {a: 'b'}} | REPLACEMENT",
                    "storage.k8s.io/v1 | StorageClass | {allowVolumeExpansion: true} | {} | CONFIGURATION",
                    "rbac.authorization.k8s.io/v1 | RoleBinding | {roleRef: {name: 'a'}} | {roleRef: {name: 'b'}} |"
                            + " REPLACEMENT",
                    "rbac.authorization.k8s.io/v1 | RoleBinding | {subjects: [{name: 'a'}]} | {subjects: []} | CONFIGURATION",
                    "networking.k8s.io/v1 | IngressClass | {spec: {controller: 'a'}} | {spec: {controller: 'b'}} |"
                            + " REPLACEMENT",
                    "scheduling.k8s.io/v1 | PriorityClass | {value: 1} | {value: 2} | REPLACEMENT",
                    "networking.k8s.io/v1 | Ingress | {spec: {rules: [{host: 'a'}]}} | {spec: {rules: [{host: 'b'}]}} |"
                            + " CONFIGURATION",
                    "networking.k8s.io/v1 | Ingress | {metadata: {annotations: {'alb.ingress.kubernetes.io/scheme': 'a'}}}"
                            + " | {metadata: {annotations: {'alb.ingress.kubernetes.io/scheme': 'b'}}} | CONFIGURATION",
                    "v1 | Service | {spec: {}} | {metadata: {annotations: {'alb.ingress.kubernetes.io/success-codes': 'a'}}}"
                            + " | CONFIGURATION",
                    "v1 | Namespace | {metadata: {labels: {'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled'}}} | {}"
                            + " | CONFIGURATION",
                    "apiextensions.k8s.io/v1 | CustomResourceDefinition | {spec: {scope: 'a'}} | {spec: {scope: 'b'}} |"
                            + " DATA_LOSS",
                    "example.com/v1 | Deployment | {spec: {selector: 'a'}} | {spec: {selector: 'b'}} | CONFIGURATION",
                    "example.k8s.io/v1 | Secret | {type: 'a'} | {type: 'b'} | CONFIGURATION",
                    "v1 | Deployment | {spec: {selector: 'a'}} | {spec: {selector: 'b'}} | CONFIGURATION",
                    "example.k8s.io/v1 | Deployment | {spec: {template: {a: 1}}} | {spec: {template: {a: 2}}} |"
                            + " CONFIGURATION",
                    "apps/v1 | Deployment | {status: {replicas: 1}} | {} | METADATA",
                })
        void say_what_the_api_server_does(
                String apiVersion, String kind, String before, String after, ChangeClass expected) {
            assertThat(diff(apiVersion, kind, before, after).changeClass()).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "v1 | ConfigMap | {} | DELETION",
                    "apps/v1 | StatefulSet | {spec: {volumeClaimTemplates: []}} | DELETION",
                    "apps/v1 | StatefulSet | {spec: {volumeClaimTemplates: [{metadata: {name: 'data'}}]}} | DELETION",
                    "apps/v1 | StatefulSet | {spec: {volumeClaimTemplates: [{metadata: {name: 'data'}}],"
                            + " persistentVolumeClaimRetentionPolicy: {whenDeleted: 'Delete'}}} | DATA_LOSS",
                    "v1 | PersistentVolumeClaim | {} | DATA_LOSS",
                    "v1 | PersistentVolume | {} | DATA_LOSS",
                    "v1 | Namespace | {} | DATA_LOSS",
                    "apiextensions.k8s.io/v1 | CustomResourceDefinition | {} | DATA_LOSS",
                })
        void of_deletions_depend_on_what_is_lost(String apiVersion, String kind, String body, ChangeClass expected) {
            ManifestDiff diff =
                    ManifestDiff.between(ManifestSet.of(object(apiVersion, kind, body)), ManifestSet.empty());

            assertThat(diff.changeClass()).isEqualTo(expected);
        }

        @Test
        void are_reported_of_each_difference() {
            ManifestDiff diff = diff(
                    "apps/v1",
                    "Deployment",
                    "{metadata: {labels: {a: '1'}}, spec: {replicas: 1, selector: {b: 1}, template: {c: 1}}}",
                    "{metadata: {labels: {a: '2'}}, spec: {replicas: 2, selector: {b: 2}, template: {c: 2}}}");

            assertThat(diff.changes().get(0).differences())
                    .extracting(Difference::changeClass)
                    .containsExactly(
                            ChangeClass.METADATA,
                            ChangeClass.CONFIGURATION,
                            ChangeClass.REPLACEMENT,
                            ChangeClass.ROLL_OUT);
        }
    }

    @Nested
    class Secrets {
        @Test
        void are_never_shown() {
            ManifestDiff diff = diff(
                    "v1",
                    "Secret",
                    "{data: {same: 'c2FtZQ==', old: 'aHVudGVyMQ==', both: 'aHVudGVyMg=='}}",
                    "{data: {same: 'c2FtZQ==', both: 'aHVudGVyMw==', 'new.key': 'aHVudGVyNA=='}, stringData: {a: 'hunter5'},"
                            + " metadata: {annotations: {'kubectl.kubernetes.io/last-applied-configuration': 'hunter6', b:"
                            + " 'shown'}}}");

            assertThat(diff.text()).isEqualTo("""
                            ~ Secret/webank/app (CONFIGURATION)
                                metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]: (none) -> (secret)
                                metadata.annotations.b: (none) -> "shown"
                                data.old: (secret) -> (none)
                                data.both: (secret) -> (secret)
                                data["new.key"]: (none) -> (secret)
                                stringData.a: (none) -> (secret)
                            """);
        }

        @Test
        void are_not_stored() {
            Difference difference = diff("v1", "Secret", "{data: {a: 'aHVudGVyMQ=='}}", "{data: {a: 'aHVudGVyMg=='}}")
                    .changes()
                    .get(0)
                    .differences()
                    .get(0);

            assertThat(difference.isSecret()).isTrue();
            assertThat(difference.before()).contains(ScalarTree.of("(secret)"));
            assertThat(difference.after()).contains(ScalarTree.of("(secret)"));
        }

        @Test
        void of_a_wrong_type_are_not_shown_either() {
            assertThat(diff("v1", "Secret", "{data: ['hunter1']}", "{data: 'hunter2'}")
                            .text())
                    .isEqualTo("~ Secret/webank/app (CONFIGURATION)\n    data: (secret) -> (secret)\n");
            assertThat(diff("v1", "Secret", "{data: {a: {b: [{c: 'hunter1'}]}}}", "{data: {a: {b: [{c: 'hunter2'}]}}}")
                            .text())
                    .isEqualTo("~ Secret/webank/app (CONFIGURATION)\n    data.a.b[0].c: (secret) -> (secret)\n");
        }
    }

    @Test
    void a_long_value_is_cut() {
        String line = diff("v1", "ConfigMap", "{}", "{data: {a: '" + "x".repeat(500) + "'}}")
                .text();

        assertThat(line).contains("data: (none) -> {a: \"" + "x".repeat(92) + "...\n");
    }

    @Test
    void long_values_are_shown_where_they_differ() {
        String same = "x".repeat(200);

        assertThat(diff(
                                "v1",
                                "ConfigMap",
                                "{data: {a: '" + same + "1" + same + "'}}",
                                "{data: {a: '" + same + "2" + same + "'}}")
                        .text())
                .contains("data.a: ..." + "x".repeat(20) + "1" + "x".repeat(76) + "... -> ..." + "x".repeat(20) + "2"
                        + "x".repeat(76) + "...\n");
        assertThat(diff(
                                "v1",
                                "ConfigMap",
                                "{data: {a: '" + "x".repeat(150) + "'}}",
                                "{data: {a: '" + "x".repeat(151) + "'}}")
                        .text())
                .contains("data.a: ..." + "x".repeat(20) + "\" -> ..." + "x".repeat(20) + "x\"\n");
    }

    @Test
    void lines_of_a_text_are_shown_one_by_one() {
        Difference difference = diff(
                        "v1",
                        "ConfigMap",
                        "{data: {conf: 'a\\nb\\nc\\nd\\n'}}",
                        "{data: {conf: 'a\\nB\\u0007\\nc\\ne\\n'}}")
                .objects()
                .get(0)
                .differences()
                .get(0);

        assertThat(difference.lines(20)).containsExactly("data.conf:", "-b", "+B\\u0007", "-d", "+e");
        assertThat(difference.lines(1)).containsExactly("data.conf:", "-b", "and 3 more lines");
    }

    @Test
    void lines_of_a_value_that_is_no_text_of_lines_are_one() {
        Difference difference = diff("v1", "ConfigMap", "{data: {a: 'x'}}", "{data: {a: 'y'}}")
                .objects()
                .get(0)
                .differences()
                .get(0);

        assertThat(difference.lines(20)).containsExactly("data.a: \"x\" -> \"y\"");
    }

    @Test
    void lines_of_secrets_are_not_shown() {
        Difference difference = diff("v1", "Secret", "{stringData: {a: 'x\\ny'}}", "{stringData: {a: 'x\\nz'}}")
                .objects()
                .get(0)
                .differences()
                .get(0);

        assertThat(difference.lines(20)).containsExactly("stringData.a: (secret) -> (secret)");
    }

    @Test
    void a_value_of_many_lines_is_one_line() {
        assertThat(diff("v1", "ConfigMap", "{data: {a: 'x'}}", "{data: {a: 'x\\ny\\u0007\\u2028'}}")
                        .text())
                .contains("data.a: \"x\" -> \"x\\ny\\u0007\\u2028\"\n");
    }

    @Property(tries = 300)
    void reports_exactly_what_differs(@ForAll("changes") List<ManifestSet> sets) {
        ManifestSet before = sets.get(0);
        ManifestSet after = sets.get(1);

        ManifestDiff diff = ManifestDiff.between(before, after);
        ManifestDiff back = ManifestDiff.between(after, before);

        assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
        assertThat(diff.changed()).allSatisfy(change -> {
            assertThat(change.differences()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(change.changeClass()).isNotEqualTo(ChangeClass.NONE);
        });
        assertThat(diff.objects().size() - diff.created().size()).isEqualTo(before.size());
        assertThat(diff.objects().size() - diff.deleted().size()).isEqualTo(after.size());
        assertThat(back.changed()).extracting(ManifestDiff.Change::id).isEqualTo(ids(diff.changed()));
        assertThat(ids(back.created())).isEqualTo(ids(diff.deleted()));
        assertThat(ManifestDiff.between(before, before).isEmpty()).isTrue();
    }

    private static List<ResourceId> ids(List<ManifestDiff.Change> changes) {
        return changes.stream().map(ManifestDiff.Change::id).toList();
    }

    @Property(tries = 300)
    void no_secret_is_in_a_text(@ForAll("sets") ManifestSet set) {
        ManifestSet hidden = set.map(manifest -> manifest.kind().equals("Secret")
                ? Manifest.of(manifest.tree()
                        .with("data", MapTree.of("password", "hunter2"))
                        .with("stringData", MapTree.of("token", "hunter2")))
                : manifest);

        assertThat(ManifestDiff.between(set, hidden).toString()).doesNotContain("hunter2");
        assertThat(ManifestDiff.between(hidden, set).toString()).doesNotContain("hunter2");
    }
}
