package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private static List<String> problems(Targets targets, String document) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(Checks.structure(targets)).check(Sets.of(document))) {
            texts.add(problem.toString());
        }
        return texts;
    }

    private static List<String> problems(String document) {
        return problems(Targets.any(), document);
    }

    @Nested
    class A_peer_of_a_network_policy {
        private static final String PLACE = "NetworkPolicy/a.spec.egress[0].to[0]";

        private static List<String> problems(String peer) {
            return FieldRulesTest.problems(
                    "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a},"
                            + " spec: {podSelector: {}, egress: [{to: [" + peer + "]}]}}");
        }

        @Test
        void is_a_range_or_selected_by_pod_or_namespace_or_both() {
            assertThat(problems("{podSelector: {}}, {namespaceSelector: {}}, {podSelector: {}, namespaceSelector: {}}"))
                    .isEmpty();
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.2.0.0/32]}}"))
                    .isEmpty();
            assertThat(problems("{}, {podSelector: null}"))
                    .containsExactly(
                            "error MISSING_KEY " + PLACE
                                    + ": `to[0]` has none of `podSelector`, `namespaceSelector` and `ipBlock`. Write one of them.",
                            "error MISSING_KEY NetworkPolicy/a.spec.egress[0].to[1]: `to[1]` has none of `podSelector`, `namespaceSelector` and `ipBlock`. Write one of them.");
        }

        @Test
        void is_not_a_range_with_a_selector() {
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}"))
                    .containsExactly("error EXCLUSIVE_KEYS " + PLACE
                            + ".ipBlock: `podSelector` and `ipBlock` exclude each other. Keep one of them.");
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8}, namespaceSelector: {}}"))
                    .containsExactly("error EXCLUSIVE_KEYS " + PLACE
                            + ".ipBlock: `namespaceSelector` and `ipBlock` exclude each other. Keep one of them.");
        }

        @Test
        void has_exceptions_that_are_parts_of_its_range() {
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16, 10.0.0.0/8]}}"))
                    .containsExactly(
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[0]: the exception `11.0.0.0/16` is not a part of the range `10.0.0.0/8`. Remove it, or write a smaller range of those addresses.",
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[1]: the exception `10.0.0.0/8` is not a part of the range `10.0.0.0/8`. Remove it, or write a smaller range of those addresses.");
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0]}}"))
                    .containsExactly(
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[0]: `except[0]` is `10.0.0.0`. Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`.");
        }
    }

    @Nested
    class A_port_of_a_network_policy {
        private static List<String> problems(String port) {
            return FieldRulesTest.problems(
                    "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a},"
                            + " spec: {podSelector: {}, ingress: [{ports: [" + port + "]}]}}");
        }

        @Test
        void can_be_a_range_that_begins_with_a_number() {
            String place = "NetworkPolicy/a.spec.ingress[0].ports[0].endPort: ";
            assertThat(problems("{port: 80, endPort: 80}, {port: http}, {}")).isEmpty();
            assertThat(problems("{port: 80, endPort: 79}"))
                    .containsExactly("error OUT_OF_RANGE " + place
                            + "`endPort` is `79`, less than `port`, which is `80`. Write at least `80`.");
            assertThat(problems("{port: http, endPort: 80}"))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "`endPort` is `80`, but `port` is not a number. Write the first port of the range as `port`.");
        }
    }

    @Nested
    class An_ingress {
        private static List<String> problems(String spec) {
            return FieldRulesTest.problems(
                    "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {" + spec + "}}");
        }

        private static String path(String path) {
            return "rules: [{http: {paths: [{" + path + ", backend: {service: {name: a, port: {number: 80}}}}]}}]";
        }

        @Test
        void has_rules_or_a_default_backend() {
            assertThat(problems("defaultBackend: {service: {name: a, port: {number: 80}}}"))
                    .isEmpty();
            assertThat(problems("rules: []"))
                    .containsExactly(
                            "error MISSING_KEY Ingress/a.spec: `spec` has none of `defaultBackend` and `rules`. Write one of them.");
        }

        @Test
        void has_plain_paths_where_they_are_compared() {
            String place = "Ingress/a.spec.rules[0].http.paths[0].path: ";
            assertThat(problems(path("pathType: Prefix, path: /a"))).isEmpty();
            assertThat(problems(path("pathType: ImplementationSpecific"))).isEmpty();
            assertThat(problems(path("pathType: ImplementationSpecific, path: /a//b")))
                    .isEmpty();
            assertThat(problems(path("pathType: Exact")))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "`path` is missing in `paths[0]`, where `pathType` is `Exact`. Write it, or another value of `pathType`.");
            assertThat(problems(path("pathType: Prefix, path: /a//b")))
                    .containsExactly("error PATH_INVALID " + place
                            + "`path` is `/a//b`; a path of type `Prefix` cannot have `//`. Write it without `//`.");
            assertThat(problems(path("pathType: Prefix, path: /a/..")))
                    .containsExactly("error PATH_INVALID " + place
                            + "`path` is `/a/..`; a path of type `Prefix` cannot have `/..`. Write it without `/..`.");
        }
    }

    @Nested
    class A_service {
        private static List<String> problems(String spec) {
            return FieldRulesTest.problems(
                    "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {" + spec + "}}");
        }

        @Test
        void names_its_ports_if_there_are_several() {
            assertThat(problems("ports: [{name: a, port: 80}, {name: b, port: 81}]"))
                    .isEmpty();
            assertThat(problems("ports: [{name: a, port: 80}, {port: 80}]"))
                    .containsExactly(
                            "error MISSING_KEY Service/a.spec.ports[1].name: a port of a Service with several ports has no name. Name every port.",
                            "error DUPLICATE_PORT Service/a.spec.ports[1].port: the port `80` is declared twice. Keep one of them.");
            assertThat(problems("ports: [{name: a, port: 80}, {name: a, port: 80, protocol: UDP}]"))
                    .containsExactly(
                            "error DUPLICATE_PORT Service/a.spec.ports[1].name: two ports are called `a`. Rename one of them.");
        }

        @Test
        void has_what_its_type_can_have() {
            assertThat(problems("type: NodePort, ports: [{port: 80, nodePort: 30080}], externalTrafficPolicy: Local"))
                    .isEmpty();
            assertThat(
                            problems(
                                    "ports: [{port: 80, nodePort: 30080}], externalTrafficPolicy: Local, healthCheckNodePort: 1"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Service/a.spec.externalTrafficPolicy: `externalTrafficPolicy` cannot be set in a Service that is reachable only inside the cluster. Remove it, or write `type: LoadBalancer` or `type: NodePort`.",
                            "error EXCLUSIVE_KEYS Service/a.spec.healthCheckNodePort: `healthCheckNodePort` can be set only with `type: LoadBalancer` and `externalTrafficPolicy: Local`. Remove it.",
                            "error EXCLUSIVE_KEYS Service/a.spec.ports[0].nodePort: `nodePort` cannot be set in a Service of type `ClusterIP`. Remove it, or write `type: NodePort`.");
            assertThat(problems("type: LoadBalancer, clusterIP: None, ports: [{port: 80}]"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Service/a.spec.clusterIP: `clusterIP` cannot be `None` in a Service of type `LoadBalancer`. Remove it, or write `type: ClusterIP`.");
            assertThat(problems("type: ExternalName, externalName: a.b., ipFamilyPolicy: SingleStack"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Service/a.spec.ipFamilyPolicy: `ipFamilyPolicy` cannot be set with `type: ExternalName`. Remove it, or write another value of `type`.");
        }

        @Test
        void has_addresses() {
            assertThat(problems("clusterIP: None, selector: {a: b}")).isEmpty();
            assertThat(problems("clusterIP: 10.0.0.1, clusterIPs: ['10.0.0.1', '2001:db8::1'], ports: [{port: 80}]"))
                    .isEmpty();
            assertThat(problems("clusterIP: none, ports: [{port: 80}]"))
                    .containsExactly(
                            "error ADDRESS_INVALID Service/a.spec.clusterIP: `clusterIP` is `none`. Write `None`, or an address; an address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1.");
        }
    }

    @Nested
    class A_claim {
        private static List<String> problems(String spec) {
            return FieldRulesTest.problems(
                    "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}, spec: {" + spec + "}}");
        }

        @Test
        void has_a_size_and_modes_that_can_be_combined() {
            String place = "PersistentVolumeClaim/a.spec.";
            String modes = "accessModes: [ReadWriteOnce, ReadOnlyMany], resources: {requests: ";
            assertThat(problems(modes + "{storage: 8Gi}}")).isEmpty();
            assertThat(problems(modes + "{cpu: 1}}"))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "resources.requests.storage: `storage` is missing in `requests`. Write the size of the volume, as in `storage: 8Gi`.");
            assertThat(problems(modes + "{storage: 0}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE " + place
                                    + "resources.requests.storage: `storage` is `0`. Write the size of the volume, as in `storage: 8Gi`.");
            assertThat(problems("accessModes: [ReadWriteOnce, ReadWriteOncePod], resources: {requests: {storage: 1}}"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS " + place
                                    + "accessModes[1]: `ReadWriteOncePod` cannot be combined with another access mode. Keep one of them.");
        }

        @Test
        void of_a_stateful_set_is_checked_too() {
            assertThat(FieldRulesTest.problems("""
                            apiVersion: apps/v1
                            kind: StatefulSet
                            metadata: {name: a}
                            spec:
                              selector: {matchLabels: {a: b}}
                              template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: 'b:1'}]}}
                              volumeClaimTemplates:
                              - metadata: {name: a}
                                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 0}}}
                            """))
                    .containsExactly(
                            "error OUT_OF_RANGE StatefulSet/a.spec.volumeClaimTemplates[0].spec.resources.requests.storage: `storage` is `0`. Write the size of the volume, as in `storage: 8Gi`.");
        }
    }

    @Nested
    class A_workload {
        private static List<String> problems(String kind, String spec, String pod) {
            return FieldRulesTest.problems("{apiVersion: apps/v1, kind: " + kind
                    + ", metadata: {name: a}, spec: {selector: {matchLabels: {a: b}}, " + spec
                    + " template: {metadata: {labels: {a: b}}, spec: {" + pod
                    + " containers: [{name: a, image: 'b:1'}]}}}}");
        }

        @Test
        void can_replace_a_pod() {
            String zero = "rollingUpdate: {maxUnavailable: 0, maxSurge: 0%}},";
            assertThat(problems("Deployment", "strategy: {rollingUpdate: {maxUnavailable: 0}},", ""))
                    .isEmpty();
            assertThat(problems("Deployment", "strategy: {rollingUpdate: {maxSurge: 0}},", ""))
                    .isEmpty();
            assertThat(problems("Deployment", "strategy: {" + zero, ""))
                    .containsExactly(
                            "error OUT_OF_RANGE Deployment/a.spec.strategy.rollingUpdate.maxUnavailable: `maxUnavailable` and `maxSurge` are both `0`, so no pod could be replaced. Raise one of them.");
            assertThat(problems("DaemonSet", "updateStrategy: {" + zero, ""))
                    .containsExactly(
                            "error OUT_OF_RANGE DaemonSet/a.spec.updateStrategy.rollingUpdate.maxUnavailable: `maxUnavailable` and `maxSurge` are both `0`, so no pod could be replaced. Raise one of them.");
            assertThat(problems("DaemonSet", "updateStrategy: {type: OnDelete, " + zero, ""))
                    .isEmpty();
        }

        @Test
        void replaces_at_most_all_pods() {
            assertThat(problems("Deployment", "strategy: {rollingUpdate: {maxUnavailable: 100%, maxSurge: 200%}},", ""))
                    .isEmpty();
            assertThat(problems("Deployment", "strategy: {rollingUpdate: {maxUnavailable: 101%}},", ""))
                    .containsExactly(
                            "error OUT_OF_RANGE Deployment/a.spec.strategy.rollingUpdate.maxUnavailable: `maxUnavailable` is `101%`, more than all pods. Write at most `100%`.");
        }

        @Test
        void of_one_pod_a_node_replaces_it_before_or_after() {
            assertThat(problems("DaemonSet", "updateStrategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}},", ""))
                    .isEmpty();
            assertThat(problems("DaemonSet", "updateStrategy: {rollingUpdate: {maxSurge: 1}},", ""))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS DaemonSet/a.spec.updateStrategy.rollingUpdate.maxSurge: `maxSurge` of a DaemonSet cannot be set unless `maxUnavailable` is `0`. Write `maxUnavailable: 0`, or remove `maxSurge`.");
        }

        @Test
        void has_time_to_get_ready() {
            assertThat(problems("Deployment", "minReadySeconds: 599,", "")).isEmpty();
            assertThat(problems("Deployment", "minReadySeconds: 600,", ""))
                    .containsExactly(
                            "error OUT_OF_RANGE Deployment/a.spec.progressDeadlineSeconds: `progressDeadlineSeconds` is `600`, not more than `minReadySeconds`, which is `600`. Write a larger number, or lower `minReadySeconds`.");
        }

        @Test
        void has_pods_that_do_not_end() {
            assertThat(problems("ReplicaSet", "", "restartPolicy: Always,")).isEmpty();
            assertThat(problems("ReplicaSet", "", "restartPolicy: Never, activeDeadlineSeconds: 5,"))
                    .containsExactly(
                            "error UNKNOWN_VALUE ReplicaSet/a.spec.template.spec.restartPolicy: `restartPolicy` is `Never`, which the pods of a ReplicaSet cannot have. Remove it, or write `Always`.",
                            "error EXCLUSIVE_KEYS ReplicaSet/a.spec.template.spec.activeDeadlineSeconds: `activeDeadlineSeconds` cannot be set in the pods of a ReplicaSet. Remove it; pods of a Job can have it.");
        }
    }

    @Nested
    class A_job {
        private static List<String> problems(String spec, String restartPolicy) {
            return FieldRulesTest.problems("{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {" + spec
                    + " template: {spec: {restartPolicy: " + restartPolicy
                    + ", containers: [{name: a, image: 'b:1'}]}}}}");
        }

        @Test
        void that_decides_by_failures_does_not_restart_containers() {
            String policy = "podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [1]}}]},";
            assertThat(problems(policy, "Never")).isEmpty();
            assertThat(problems(policy, "OnFailure"))
                    .containsExactly(
                            "error UNKNOWN_VALUE Job/a.spec.template.spec.restartPolicy: `restartPolicy` is `OnFailure`, which the pods of a Job with `podFailurePolicy` cannot have. Write `Never`, or remove `podFailurePolicy`.");
        }

        @Test
        void with_indexes_has_a_number_of_them() {
            assertThat(problems(
                            "completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 1,",
                            "Never"))
                    .isEmpty();
            assertThat(problems("completionMode: Indexed, parallelism: 2, maxFailedIndexes: 1,", "Never"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Job/a.spec.maxFailedIndexes: `maxFailedIndexes` cannot be set without `backoffLimitPerIndex`. Remove it, or set `backoffLimitPerIndex`.",
                            "error MISSING_KEY Job/a.spec.completions: `completions` is missing in a Job with `completionMode: Indexed` and `parallelism`. Write the number of indexes.");
        }
    }

    @Nested
    class An_autoscaler {
        private static List<String> problems(Targets targets, String spec) {
            return FieldRulesTest.problems(
                    targets,
                    "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a},"
                            + " spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3, "
                            + spec + "}}");
        }

        private static List<String> problems(String spec) {
            return problems(Targets.any(), spec);
        }

        private static String resource(String target) {
            return "metrics: [{type: Resource, resource: {name: cpu, target: {" + target + "}}}]";
        }

        private static String external(String target) {
            return "metrics: [{type: External, external: {metric: {name: a}, target: {" + target + "}}}]";
        }

        @Test
        void has_targets_as_its_version_writes_them() {
            String autoscaler =
                    "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {maxReplicas: 2,"
                            + " scaleTargetRef: {kind: Deployment, name: a}, metrics: [{type: Resource, resource: {name:"
                            + " cpu, targetAverageUtilization: 80}}]}}";

            assertThat(Checks.of(Checks.structure()).check(Sets.of(autoscaler)))
                    .anySatisfy(problem -> assertThat(problem.toString())
                            .endsWith(
                                    "`targetAverageUtilization` is not a key of `resource`. Write `target` with `type:"
                                            + " Utilization` and `averageUtilization`."));
        }

        @Test
        void has_one_target_for_each_metric() {
            String place = "HorizontalPodAutoscaler/a.spec.metrics[0].";
            assertThat(problems(resource("type: Utilization, averageUtilization: 80")))
                    .isEmpty();
            assertThat(problems(external("type: Value, value: 5"))).isEmpty();
            assertThat(problems("metrics: [{type: Resource, resource: {name: cpu}}]"))
                    .containsExactly("error MISSING_KEY " + place
                            + "resource.target: `target` is missing in `resource`. Write it; its keys are `type`,"
                            + " `averageUtilization`, `averageValue` and `value`.");
            assertThat(problems(resource("type: Utilization")))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "resource.target.averageUtilization: `target` has neither `averageUtilization` nor `averageValue`. Write one of them.");
            assertThat(problems(resource("type: Utilization, averageUtilization: 80, averageValue: 1")))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS " + place
                                    + "resource.target.averageValue: `averageUtilization` and `averageValue` exclude each other. Keep one of them.");
            assertThat(problems(external("type: Value, value: 0")))
                    .containsExactly("error OUT_OF_RANGE " + place
                            + "external.target.value: `value` is `0`. Write the amount at which pods are added.");
            assertThat(problems("metrics: [{type: Pods, pods: {metric: {name: a}, target: {type: AverageValue}}}]"))
                    .containsExactly("error MISSING_KEY " + place
                            + "pods.target.averageValue: `target` has no `averageValue`. Write it.");
            assertThat(
                            problems(
                                    "metrics: [{type: Pods, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]"))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "pods: `pods` is missing in `metrics[0]`, where `type` is `Pods`. Write it, or another value of `type`.");
        }

        @Test
        void scales_to_zero_by_other_metrics_than_those_of_pods_in_new_versions() {
            String zero = "minReplicas: 0, ";
            String place = "HorizontalPodAutoscaler/a.spec.minReplicas: `minReplicas` ";
            String external = external("type: Value, value: 5");
            assertThat(problems(zero + resource("type: Utilization, averageUtilization: 80")))
                    .containsExactly("error OUT_OF_RANGE " + place
                            + "is `0`, but there is no metric of type `Object` or `External`. Write at least `1`.");
            assertThat(problems(zero + external))
                    .containsExactly(
                            "warning VERSION_DEPENDENT " + place
                                    + "can be `0` only in Kubernetes 1.37 and later. Make sure that your cluster has such a version, or check for the version that it has.");
            assertThat(problems(Targets.any().with(ProductVersion.kubernetes("1.35")), zero + external))
                    .containsExactly(
                            "error OUT_OF_RANGE " + place
                                    + "can be `0` only in Kubernetes 1.37 and later, and not in Kubernetes 1.35. Write at least `1`.");
            assertThat(problems(Targets.any().with(ProductVersion.kubernetes("1.37")), zero + external))
                    .isEmpty();
        }
    }

    @Nested
    class A_role {
        private static List<String> problems(String kind, String rule) {
            return FieldRulesTest.problems("{apiVersion: rbac.authorization.k8s.io/v1, kind: " + kind
                    + ", metadata: {name: a}, rules: [{verbs: [get], " + rule + "}]}");
        }

        private static List<String> bindingProblems(String kind, String role, String subject) {
            return FieldRulesTest.problems("{apiVersion: rbac.authorization.k8s.io/v1, kind: " + kind
                    + ", metadata: {name: a}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: " + role
                    + ", name: a}, subjects: [{" + subject + "}]}");
        }

        @Test
        void has_rules_for_resources_or_for_paths() {
            assertThat(problems("Role", "apiGroups: [''], resources: [pods]")).isEmpty();
            assertThat(problems("ClusterRole", "nonResourceURLs: [/metrics]")).isEmpty();
            assertThat(problems("ClusterRole", "resources: []"))
                    .containsExactly(
                            "error MISSING_KEY ClusterRole/a.rules[0].apiGroups: the rule has no `apiGroups`. Write them; the core group is `\"\"`.",
                            "error MISSING_KEY ClusterRole/a.rules[0].resources: the rule has no `resources`. Write them; name them in the plural, as in `pods`.");
            assertThat(problems("Role", "nonResourceURLs: [/metrics], resources: [pods]"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Role/a.rules[0].nonResourceURLs: `nonResourceURLs` cannot be set in a Role: it applies to a namespace only. Remove it, or write a ClusterRole.",
                            "error EXCLUSIVE_KEYS Role/a.rules[0].resources: `nonResourceURLs` and `resources` exclude each other. Write two rules.");
        }

        @Test
        void is_bound_to_subjects_as_their_kind_demands() {
            assertThat(bindingProblems("RoleBinding", "Role", "kind: ServiceAccount, name: a"))
                    .isEmpty();
            assertThat(bindingProblems("ClusterRoleBinding", "ClusterRole", "kind: User, name: 'a b'"))
                    .isEmpty();
            assertThat(bindingProblems("ClusterRoleBinding", "Role", "kind: ServiceAccount, name: a_b"))
                    .containsExactly(
                            "error UNKNOWN_VALUE ClusterRoleBinding/a.roleRef.kind: `kind` is `Role`, which a ClusterRoleBinding cannot bind. Name a ClusterRole, or write a RoleBinding.",
                            "error NAME_INVALID ClusterRoleBinding/a.subjects[0].name: `a_b` is not a name of a ServiceAccount. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.",
                            "error MISSING_KEY ClusterRoleBinding/a.subjects[0].namespace: the ServiceAccount `a_b` has no namespace. Write the namespace that it is in.");
            assertThat(bindingProblems(
                            "RoleBinding",
                            "Role",
                            "kind: ServiceAccount, name: a, apiGroup: rbac.authorization.k8s.io"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS RoleBinding/a.subjects[0].apiGroup: `apiGroup` cannot be set with `kind: ServiceAccount`. Remove it, or write another value of `kind`.");
        }
    }

    @Test
    void a_budget_is_at_most_all_pods() {
        String budget =
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {maxUnavailable: ";
        assertThat(problems(budget + "100%}}")).isEmpty();
        assertThat(problems(budget + "200%}}"))
                .containsExactly(
                        "error OUT_OF_RANGE PodDisruptionBudget/a.spec.maxUnavailable: `maxUnavailable` is `200%`, more than all pods. Write at most `100%`.");
    }

    @Nested
    class A_pod {
        private static final String REQUESTS = "Pod/a.spec.containers[0].resources.requests";

        private static List<String> problems(String pod) {
            return FieldRulesTest.problems("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {" + pod
                    + ", containers: [{name: a, image: 'b:1'}]}}");
        }

        private static List<String> containerProblems(String container) {
            return FieldRulesTest.problems("{apiVersion: v1, kind: Pod, metadata: {name: a},"
                    + " spec: {containers: [{name: a, image: 'b:1', " + container + "}]}}");
        }

        @Test
        void requests_no_more_than_its_limits() {
            assertThat(containerProblems("resources: {requests: {cpu: 1}, limits: {cpu: 1000m, memory: 1Gi}}"))
                    .isEmpty();
            assertThat(containerProblems(
                            "resources: {requests: {cpu: 1, memory: 2Gi}, limits: {cpu: 500m, memory: 1Gi}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE " + REQUESTS
                                    + ".cpu: the request of cpu is `1`, more than the limit, `500m`. Lower it, or raise the limit.",
                            "error OUT_OF_RANGE " + REQUESTS
                                    + ".memory: the request of memory is `2Gi`, more than the limit, `1Gi`. Lower it, or raise the limit.");
        }

        @Test
        void requests_just_its_limit_of_what_cannot_be_overcommitted() {
            assertThat(containerProblems("resources: {requests: {example.com/gpu: 1}, limits: {example.com/gpu: 1}}"))
                    .isEmpty();
            assertThat(containerProblems("resources: {limits: {example.com/gpu: 1}}"))
                    .isEmpty();
            assertThat(containerProblems("resources: {requests: {example.com/gpu: 1}, limits: {example.com/gpu: 2}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE " + REQUESTS
                                    + "[\"example.com/gpu\"]: the request of example.com/gpu is `1`, which is not the limit, `2`. Write the same amount twice: this resource cannot be overcommitted.");
            assertThat(containerProblems("resources: {requests: {hugepages-2Mi: 2Mi}}"))
                    .containsExactly(
                            "error MISSING_KEY Pod/a.spec.containers[0].resources.limits.hugepages-2Mi: there is a request of `hugepages-2Mi` without a limit. Write the same amount as a limit.",
                            "error MISSING_KEY Pod/a.spec.containers[0].resources: there are huge pages, but neither CPU nor memory. Write a request or limit of `cpu` or `memory`.");
            assertThat(containerProblems("resources: {limits: {example.com/gpu: 500m}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE Pod/a.spec.containers[0].resources.limits[\"example.com/gpu\"]: the amount of `example.com/gpu` is not a whole number. Write a whole number.");
        }

        @Test
        void has_tolerations_that_fit_their_operator() {
            assertThat(problems("tolerations: [{operator: Exists}, {key: a, value: b}, {key: a, operator: Exists}]"))
                    .isEmpty();
            assertThat(problems("tolerations: [{key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5}]"))
                    .isEmpty();
            assertThat(problems("tolerations: [{value: 'b c'}]"))
                    .containsExactly(
                            "error MISSING_KEY Pod/a.spec.tolerations[0].key: `key` is missing in `tolerations[0]`, where `operator` is not set. Write it, or set `operator`.",
                            "error LABEL_INVALID Pod/a.spec.tolerations[0].value: `b c` is not a value of a label. A label value has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit.");
            assertThat(problems("tolerations: [{key: a, operator: Exists, value: b, tolerationSeconds: 5}]"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Pod/a.spec.tolerations[0].value: `value` cannot be set with `operator: Exists`. Remove it, or write another value of `operator`.",
                            "error EXCLUSIVE_KEYS Pod/a.spec.tolerations[0].tolerationSeconds: `tolerationSeconds` cannot be set without `effect`. Remove it, or set `effect`.");
        }

        @Test
        void compares_taints_with_whole_numbers() {
            Targets newest = Targets.any().with(ProductVersion.kubernetes("1.37"));
            String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {tolerations:"
                    + " [{key: a, operator: Gt, value: '-5'}], containers: [{name: a, image: 'b:1'}]}}";
            assertThat(FieldRulesTest.problems(newest, pod)).isEmpty();
            assertThat(FieldRulesTest.problems(newest, pod.replace("-5", "05")))
                    .containsExactly(
                            "error OUT_OF_RANGE Pod/a.spec.tolerations[0].value: `value` is not a whole number, although `operator` compares numbers. Write a number in quotes, as in `value: \"5\"`.");
        }

        @Test
        void has_selectors_that_fit_their_operator() {
            String selector = "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                    + " [{topologyKey: a, labelSelector: {matchExpressions: [";
            String place =
                    "Pod/a.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].values: ";
            assertThat(problems(selector + "{key: a, operator: In, values: [b]}, {key: a, operator: Exists}]}}]}}"))
                    .isEmpty();
            assertThat(problems(selector + "{key: a, operator: In, values: []}]}}]}}"))
                    .containsExactly(
                            "error MISSING_KEY " + place
                                    + "`values` is missing in `matchExpressions[0]`, where `operator` is `In`. Write it, or another value of `operator`.");
            assertThat(problems(selector + "{key: a, operator: Exists, values: [b]}]}}]}}"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS " + place
                                    + "`values` cannot be set with `operator: Exists`. Remove it, or write another value of `operator`.");
        }

        @Test
        void is_placed_by_labels_and_names_of_nodes() {
            String required =
                    "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [";
            String place =
                    "Pod/a.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";
            assertThat(
                            problems(
                                    required
                                            + "{matchExpressions: [{key: a, operator: Gt, values: ['5']}], matchFields: [{key: metadata.name, operator: In, values: [b]}]}]}}}"))
                    .isEmpty();
            assertThat(problems(required + "]}}}"))
                    .containsExactly(
                            "error LIST_EMPTY " + place
                                    + ": `nodeSelectorTerms` is an empty list; at least one item is expected. Write an item, or remove the list.");
            assertThat(problems(required + "{matchExpressions: [{key: a, operator: Lt, values: ['5', 'b c']}]}]}}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE " + place
                                    + "[0].matchExpressions[0].values: there are 2 values; only one is possible here. Keep one of them.",
                            "error LABEL_INVALID " + place
                                    + "[0].matchExpressions[0].values[1]: `b c` is not a value of a label. A label value has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit.");
            assertThat(problems(required + "{matchFields: [{key: spec.a, operator: In, values: [b]}]}]}}}"))
                    .containsExactly(
                            "error UNKNOWN_VALUE " + place
                                    + "[0].matchFields[0].key: `spec.a` is not a field by which nodes can be selected. Write `metadata.name`.");
        }

        @Test
        void has_nameservers_if_it_has_no_policy_for_them() {
            assertThat(problems("dnsPolicy: None, dnsConfig: {nameservers: [10.0.0.10], options: [{name: ndots}]}"))
                    .isEmpty();
            assertThat(problems("dnsPolicy: None"))
                    .containsExactly(
                            "error MISSING_KEY Pod/a.spec.dnsConfig: `dnsConfig` is missing in `spec`, where `dnsPolicy` is `None`. Write it, or another value of `dnsPolicy`.");
            assertThat(problems("dnsPolicy: None, dnsConfig: {options: [{value: a}]}"))
                    .containsExactly(
                            "error MISSING_KEY Pod/a.spec.dnsConfig.options[0].name: `name` is missing in `options[0]`. Write it, as in `name: \"text\"`.",
                            "error MISSING_KEY Pod/a.spec.dnsConfig.nameservers: there is no nameserver, although `dnsPolicy` is `None`. Write at least one, as in `- 10.0.0.10`.");
            assertThat(problems("dnsConfig: {nameservers: [a, 10.0.0.1, 10.0.0.2, 10.0.0.3]}"))
                    .containsExactly(
                            "error ADDRESS_INVALID Pod/a.spec.dnsConfig.nameservers[0]: `nameservers[0]` is `a`. An address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1.",
                            "error OUT_OF_RANGE Pod/a.spec.dnsConfig.nameservers: there are 4 nameservers; a pod can have 3. Remove some of them.");
        }

        @Test
        void has_addresses_of_host_aliases() {
            assertThat(problems("hostAliases: [{ip: '::1', hostnames: [a.b]}]")).isEmpty();
            assertThat(problems("hostAliases: [{ip: a, hostnames: [a.b]}]"))
                    .containsExactly(
                            "error ADDRESS_INVALID Pod/a.spec.hostAliases[0].ip: `ip` is `a`. An address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1.");
        }

        @Test
        void probes_as_the_server_can() {
            String liveness = "livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: ";
            assertThat(containerProblems(liveness + "X-A, value: b}]}}")).isEmpty();
            assertThat(containerProblems(liveness + "X A, value: b}]}, successThreshold: 2}"))
                    .containsExactly(
                            "error NAME_INVALID Pod/a.spec.containers[0].livenessProbe.httpGet.httpHeaders[0].name: `name` is `X A`. A name of a header has at least one character of A-Z, a-z, 0-9 and -.",
                            "error OUT_OF_RANGE Pod/a.spec.containers[0].livenessProbe.successThreshold: `successThreshold` of a `livenessProbe` is not `1`. Remove it.");
            assertThat(
                            containerProblems(
                                    "readinessProbe: {exec: {command: []}, successThreshold: 2, terminationGracePeriodSeconds: 1}"))
                    .containsExactly(
                            "error LIST_EMPTY Pod/a.spec.containers[0].readinessProbe.exec.command: `command` is an empty list; at least one item is expected. Write an item, or remove the list.",
                            "error EXCLUSIVE_KEYS Pod/a.spec.containers[0].readinessProbe.terminationGracePeriodSeconds: `terminationGracePeriodSeconds` cannot be set in a `readinessProbe`. Remove it.");
        }

        @Test
        void sleeps_no_longer_than_it_may_take_to_end() {
            assertThat(containerProblems("lifecycle: {preStop: {sleep: {seconds: 30}}}"))
                    .isEmpty();
            assertThat(containerProblems("lifecycle: {preStop: {sleep: {seconds: 31}}}"))
                    .containsExactly(
                            "error OUT_OF_RANGE Pod/a.spec.containers[0].lifecycle.preStop.sleep.seconds: `seconds` is `31`, more than `terminationGracePeriodSeconds` of the pod, which is `30`. Write at most `30`, or raise `terminationGracePeriodSeconds`.");
        }

        @Test
        void has_probes_of_init_containers_only_if_they_go_on_running() {
            String init = "initContainers: [{name: b, image: 'b:1', startupProbe: {tcpSocket: {port: 80}}";
            assertThat(problems(init + ", restartPolicy: Always}]")).isEmpty();
            assertThat(problems(init + "}]"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Pod/a.spec.initContainers[0].startupProbe: `startupProbe` cannot be set in an init container without `restartPolicy: Always`. Remove it, or write `restartPolicy: Always`.");
        }

        @Test
        void has_privileges_that_fit_each_other() {
            assertThat(containerProblems(
                            "securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}"))
                    .isEmpty();
            assertThat(
                            containerProblems(
                                    "securityContext: {allowPrivilegeEscalation: false, privileged: true, capabilities: {add: [CAP_SYS_ADMIN]}}"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Pod/a.spec.containers[0].securityContext.privileged: `privileged: true` cannot be set with `allowPrivilegeEscalation: false`. Remove one of them.",
                            "error EXCLUSIVE_KEYS Pod/a.spec.containers[0].securityContext.capabilities.add[0]: `CAP_SYS_ADMIN` cannot be added with `allowPrivilegeEscalation: false`. Remove one of them.");
            assertThat(containerProblems("securityContext: {seccompProfile: {type: Localhost}}"))
                    .containsExactly(
                            "error MISSING_KEY Pod/a.spec.containers[0].securityContext.seccompProfile.localhostProfile: `localhostProfile` is missing in `seccompProfile`, where `type` is `Localhost`. Write it, or another value of `type`.");
        }

        @Test
        void has_an_unmasked_proc_only_with_users_of_its_own() {
            assertThat(
                            FieldRulesTest.problems(
                                    "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostUsers: false,"
                                            + " containers: [{name: a, image: 'a:1', securityContext: {procMount: Unmasked}}]}}"))
                    .isEmpty();
            assertThat(containerProblems("securityContext: {procMount: Unmasked}"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Pod/a.spec.containers[0].securityContext.procMount: `procMount: Unmasked` cannot be set without `hostUsers: false`. Remove it, or write `hostUsers: false` for the pod.");
        }

        @Test
        void gets_ephemeral_containers_only_once_it_runs() {
            assertThat(problems("ephemeralContainers: []")).isEmpty();
            assertThat(problems("ephemeralContainers: [{name: b, image: 'b:1'}]"))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Pod/a.spec.ephemeralContainers: `ephemeralContainers` cannot be set when a pod is created. Remove it, and use `kubectl debug` once the pod runs.");
        }

        @Test
        void has_the_ports_of_its_host_in_the_network_of_its_host() {
            String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostNetwork: true,"
                    + " containers: [{name: a, image: 'b:1', ports: [{containerPort: 80, hostPort: 80}]}]}}";
            assertThat(FieldRulesTest.problems(pod)).isEmpty();
            assertThat(FieldRulesTest.problems(pod.replace("hostPort: 80", "hostPort: 81")))
                    .containsExactly(
                            "error OUT_OF_RANGE Pod/a.spec.containers[0].ports[0].hostPort: `hostPort` is `81`, which is not `containerPort`, although the pod has `hostNetwork: true`. Remove it, or write `80`.");
        }

        @Test
        void reads_fields_that_there_are() {
            String from = "env: [{name: A, valueFrom: {";
            assertThat(containerProblems(from + "fieldRef: {fieldPath: \"metadata.labels['a.b/c']\"}}}]"))
                    .isEmpty();
            assertThat(containerProblems(from + "resourceFieldRef: {resource: limits.hugepages-2Mi}}}]"))
                    .isEmpty();
            assertThat(containerProblems(from + "fieldRef: {fieldPath: spec.containers}}}]"))
                    .containsExactly(
                            "error UNKNOWN_VALUE Pod/a.spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: `fieldPath` is `spec.containers`. The fields are `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`, `metadata.annotations`, `spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.hostIPs`, `status.podIP`, `status.podIPs`, and one label or annotation as in `metadata.labels['app']`.");
            assertThat(containerProblems(from + "resourceFieldRef: {resource: limits.gpu}}}]"))
                    .containsExactly(
                            "error RESOURCE_INVALID Pod/a.spec.containers[0].env[0].valueFrom.resourceFieldRef.resource: `resource` is `limits.gpu`. A resource is `limits.` or `requests.` and then cpu, memory, ephemeral-storage or hugepages-<size>.");
        }
    }
}
