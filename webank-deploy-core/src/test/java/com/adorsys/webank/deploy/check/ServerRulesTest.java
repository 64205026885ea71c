package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API server refuses in whole objects: each rule with an object that keeps it, and one that breaks it. */
class ServerRulesTest {
    private static List<String> problems(String document) {
        return Checks.of(Checks.structure(Targets.any())).check(Sets.of(document)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static void assertRule(String good, String bad, String... expected) {
        assertThat(problems(good)).as(good).isEmpty();
        assertThat(problems(bad)).as(bad).containsExactly(expected);
    }

    @Nested
    class A_service {
        private static String of(String spec) {
            return "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {" + spec + "}}";
        }

        private static String nodePorts(String one, String other) {
            return of("type: NodePort, ports: [{name: a, port: 80, " + one + "}, {name: b, port: 81, " + other + "}]");
        }

        @Test
        void admits_ranges_of_addresses() {
            String ports = "type: LoadBalancer, ports: [{port: 80}], loadBalancerSourceRanges: ";
            assertRule(
                    of(ports + "[10.0.0.0/8, ' 10.0.0.1/8 ', '2001:db8::/32']"),
                    of(ports + "[10.0.0.0/8, 10.0.0.1]"),
                    "error CIDR_INVALID Service/a.spec.loadBalancerSourceRanges[1]: `10.0.0.1` is not a valid range of addresses. Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`.");
        }

        @Test
        void has_node_ports_in_the_range_of_the_server() {
            assertRule(
                    nodePorts("nodePort: 30000", "nodePort: 32767"),
                    nodePorts("nodePort: 29999", "nodePort: 0"),
                    "error OUT_OF_RANGE Service/a.spec.ports[0].nodePort: `nodePort` is `29999`, which is not in the range of node ports. Write a number from 30000 to 32767, or remove it, so that the cluster chooses one.");
        }

        @Test
        void has_a_node_port_once_for_each_protocol() {
            assertRule(
                    nodePorts("nodePort: 30001", "protocol: UDP, nodePort: 30001"),
                    nodePorts("nodePort: 30001", "protocol: TCP, nodePort: 30001"),
                    "error DUPLICATE_PORT Service/a.spec.ports[1].nodePort: the node port `30001` is declared twice. Write another number, or remove it.");
        }

        @Test
        void names_its_first_address_twice() {
            String ports = "ports: [{port: 80}], ";
            assertRule(
                    of(ports + "clusterIP: None, clusterIPs: [None]"),
                    of(ports + "clusterIPs: [10.0.0.10]"),
                    "error EXCLUSIVE_KEYS Service/a.spec.clusterIPs: `clusterIPs` is set, but not `clusterIP`. Write the first address as `clusterIP` too, or remove both.");
            assertRule(
                    of(ports + "clusterIP: 10.0.0.10, clusterIPs: [10.0.0.10]"),
                    of(ports + "clusterIP: 10.0.0.10, clusterIPs: [10.0.0.11]"),
                    "error EXCLUSIVE_KEYS Service/a.spec.clusterIPs: the first of `clusterIPs` is not `clusterIP`, which is `10.0.0.10`. Write the first address as `clusterIP` too, or remove both.");
        }

        @Test
        void has_each_ip_family_once() {
            assertRule(
                    of("ports: [{port: 80}], ipFamilies: [IPv4, IPv6]"),
                    of("ports: [{port: 80}], ipFamilies: [IPv6, IPv6]"),
                    "error DUPLICATE Service/a.spec.ipFamilies[1]: the IP family `IPv6` is named twice. Keep one of them.");
        }

        @ParameterizedTest
        @CsvSource({"127.0.0.1", "0.0.0.0", "169.254.1.1", "224.0.0.5", "::1", "fe80::1"})
        void is_not_reached_at_an_address_of_the_own_machine(String address) {
            assertRule(
                    of("ports: [{port: 80}], externalIPs: [192.0.2.1, 0.0.0.1, '2001:db8::1']"),
                    of("ports: [{port: 80}], externalIPs: ['" + address + "']"),
                    "error ADDRESS_INVALID Service/a.spec.externalIPs[0]: `" + address
                            + "` is not the address of a node: it is unspecified, loopback or link-local. Write an address at which clients reach the cluster.");
        }

        @Test
        void has_a_qualified_name_as_a_protocol() {
            assertRule(
                    of("ports: [{port: 80, appProtocol: kubernetes.io/h2c}]"),
                    of("ports: [{port: 80, appProtocol: 'a b'}]"),
                    "error NAME_INVALID Service/a.spec.ports[0].appProtocol: `appProtocol` is `a b`. A key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit.");
        }
    }

    @Nested
    class Data {
        private static String map(String data) {
            return "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, " + data + "}";
        }

        private static String secret(String type, String data) {
            return "{apiVersion: v1, kind: Secret, metadata: {name: a}, type: " + type + ", " + data + "}";
        }

        @Test
        void has_a_key_once() {
            assertRule(
                    map("data: {a: x}, binaryData: {b: MQ==}"),
                    map("data: {a: x}, binaryData: {a: MQ==}"),
                    "error DUPLICATE ConfigMap/a.binaryData.a: `a` is a key of `data` too. Rename one of them.");
        }

        @Test
        void has_at_most_a_mebibyte() {
            String text = "x".repeat((1 << 20) - 1);
            assertRule(
                    map("data: {a: " + text + "}, binaryData: {b: MQ==}"),
                    map("data: {a: " + text + "}, binaryData: {b: MTI=}"),
                    "error OBJECT_TOO_LARGE ConfigMap/a.data: the data has 1048577 bytes, more than 1048576. Divide it, or keep it outside of the cluster.");
            assertRule(
                    secret("Opaque", "stringData: {a: " + text + "}, data: {a: MTIzNDU2Nzg5, b: MQ==}"),
                    secret("Opaque", "stringData: {a: " + text + "}, data: {b: MTI=}"),
                    "error OBJECT_TOO_LARGE Secret/a.data: the data has 1048577 bytes, more than 1048576. Divide it, or keep it outside of the cluster.");
        }

        @ParameterizedTest
        @CsvSource({
            "kubernetes.io/tls, tls.crt, tls.key",
            "kubernetes.io/tls, tls.key, tls.crt",
            "kubernetes.io/dockerconfigjson, a, .dockerconfigjson",
            "kubernetes.io/dockercfg, a, .dockercfg",
            "kubernetes.io/ssh-auth, a, ssh-privatekey",
            "kubernetes.io/basic-auth, a, username"
        })
        void of_a_secret_has_the_keys_of_its_type(String type, String present, String missing) {
            String path = missing.contains(".") ? "data[\"" + missing + "\"]" : "data." + missing;
            assertRule(
                    secret(type, "stringData: {" + present + ": x, " + missing + ": '{}'}"),
                    secret(type, "stringData: {" + present + ": x}"),
                    "error MISSING_KEY Secret/a." + path + ": `" + missing + "` is missing in a Secret of type `" + type
                            + "`. Add it, or write another type.");
        }

        @Test
        void of_basic_auth_can_be_a_password_alone() {
            assertThat(problems(secret("kubernetes.io/basic-auth", "data: {password: MQ==}")))
                    .isEmpty();
        }

        @Test
        void of_a_token_names_its_service_account() {
            assertRule(
                    "{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: a, annotations: {kubernetes.io/service-account.name: b}}}",
                    "{apiVersion: v1, kind: Secret, type: kubernetes.io/service-account-token, metadata: {name: a}}",
                    "error MISSING_KEY Secret/a.metadata.annotations[\"kubernetes.io/service-account.name\"]: the annotation `kubernetes.io/service-account.name` is missing in a Secret of type `kubernetes.io/service-account-token`. Write the name of the ServiceAccount.");
        }
    }

    @Nested
    class Metadata {
        private static String annotated(int length) {
            return "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, annotations: {k: " + "x".repeat(length)
                    + "}}}";
        }

        private static String annotatedPods(int length) {
            return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {selector: {matchLabels: {a: b}},"
                    + " template: {metadata: {labels: {a: b}, annotations: {k: " + "x".repeat(length)
                    + "}}, spec: {containers: [{name: a, image: 'a:1'}]}}}}";
        }

        @Test
        void has_annotations_of_at_most_256_kibibytes() {
            int most = 256 * 1024 - 1;
            assertRule(
                    annotated(most),
                    annotated(most + 1),
                    "error OBJECT_TOO_LARGE ServiceAccount/a.metadata.annotations: the annotations have 262145 bytes, more than 262144. Remove some of them, or move their texts to a ConfigMap.");
            assertRule(
                    annotatedPods(most),
                    annotatedPods(most + 1),
                    "error OBJECT_TOO_LARGE Deployment/a.spec.template.metadata.annotations: the annotations have 262145 bytes, more than 262144. Remove some of them, or move their texts to a ConfigMap.");
        }

        @Test
        void has_finalizers_with_a_domain() {
            assertRule(
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, finalizers: [example.com/a, orphan]}}",
                    "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, finalizers: [clean]}}",
                    "error NAME_INVALID ServiceAccount/a.metadata.finalizers[0]: `clean` is not the name of a finalizer. Write a domain before it, as in `example.com/clean`.");
        }
    }

    @Test
    void an_owner_is_named_in_full() {
        String of =
                "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: '%s'}]}}";
        assertRule(
                of.formatted("1"),
                of.formatted(""),
                "error MISSING_KEY ServiceAccount/a.metadata.ownerReferences[0].uid: `uid` is missing in a reference to an owner. Remove the reference, which only the cluster can know, or write it.");
    }

    @Nested
    class A_job {
        private static final String POD =
                "template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}";

        private static String cronJob(String name, String spec) {
            return "{apiVersion: batch/v1, kind: CronJob, metadata: {name: " + name + "}, spec: {" + spec
                    + ", jobTemplate: {spec: {" + POD + "}}}}";
        }

        private static String job(String name, String spec) {
            return "{apiVersion: batch/v1, kind: Job, metadata: {name: " + name + "}, spec: {" + spec + POD + "}}";
        }

        @Test
        void has_a_name_that_leaves_room_for_those_of_its_pods() {
            String schedule = "schedule: '@daily'";
            String longest = "a".repeat(52);
            assertRule(
                    cronJob(longest, schedule),
                    cronJob(longest + "a", schedule),
                    "error NAME_INVALID CronJob/" + longest
                            + "a.metadata.name: the name of a CronJob has 53 characters; it can have 52. Choose a shorter name.");
            String job = "a".repeat(63);
            assertRule(
                    job(job, ""),
                    job(job + "a", ""),
                    "error NAME_INVALID Job/" + job
                            + "a.metadata.name: the name of a Job has 64 characters; it can have 63. Choose a shorter name.");
        }

        @Test
        void has_a_time_zone_of_the_database_beside_its_schedule() {
            assertRule(
                    cronJob("a", "schedule: '0 3 * * *', timeZone: Europe/Berlin"),
                    cronJob("a", "schedule: '0 3 * * *', timeZone: Europe/Berlim"),
                    "error UNKNOWN_VALUE CronJob/a.spec.timeZone: `timeZone` is `Europe/Berlim`, which is no time zone. Did you mean `Europe/Berlin`? If so, write it.");
            assertRule(
                    cronJob("a", "schedule: '0 3 * * *', timeZone: EST"),
                    cronJob("a", "schedule: 'TZ=UTC 0 3 * * *'"),
                    "error TEXT_INVALID CronJob/a.spec.schedule: `schedule` has a time zone, which the API server refuses. Write it as `timeZone`.");
        }

        @Test
        void does_not_fail_with_the_exit_code_0() {
            String policy =
                    "podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: %s, values: [0]}}]}, ";
            assertRule(
                    job("a", policy.formatted("NotIn")),
                    job("a", policy.formatted("In")),
                    "error OUT_OF_RANGE Job/a.spec.podFailurePolicy.rules[0].onExitCodes.values[0]: the exit code `0` is not a failure. Remove it.");
        }
    }

    @Nested
    class A_limit_range {
        private static String of(String limits) {
            return "{apiVersion: v1, kind: LimitRange, metadata: {name: a}, spec: {limits: [" + limits + "]}}";
        }

        @Test
        void has_amounts_in_order() {
            assertRule(
                    of(
                            "{type: Container, min: {cpu: 100m}, defaultRequest: {cpu: 0.1}, default: {cpu: 1}, max: {cpu: 1}}"),
                    of("{type: Container, min: {memory: 1Gi}, max: {memory: 512Mi}}"),
                    "error OUT_OF_RANGE LimitRange/a.spec.limits[0].min.memory: `min` of memory is `1024Mi`, more than `max`, which is `512Mi`. Lower it, or raise `max`.");
            assertRule(
                    of("{type: Container, defaultRequest: {cpu: 1}}"),
                    of("{type: Container, defaultRequest: {cpu: 2}, default: {cpu: 1500m}}"),
                    "error OUT_OF_RANGE LimitRange/a.spec.limits[0].defaultRequest.cpu: `defaultRequest` of cpu is `2`, more than `default`, which is `1500m`. Lower it, or raise `default`.");
        }

        @Test
        void has_each_type_once_and_no_defaults_for_pods() {
            assertRule(
                    of("{type: Container, max: {cpu: 1}}, {type: Pod, max: {cpu: 2}}"),
                    of("{type: Pod, max: {cpu: 1}}, {type: Pod, default: {cpu: 1}}"),
                    "error DUPLICATE LimitRange/a.spec.limits[1].type: two limits are of type `Pod`. Make one of them.",
                    "error EXCLUSIVE_KEYS LimitRange/a.spec.limits[1].default: `default` cannot be set with `type: Pod`. Write it with `type: Container`.");
        }
    }

    @Test
    void a_priority_class_is_below_those_of_kubernetes() {
        String of = "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: %s}, value: %s}";
        assertRule(
                of.formatted("a", "1000000000"),
                of.formatted("system-a", "1000000001"),
                "error NAME_INVALID PriorityClass/system-a.metadata.name: `system-a` begins with `system-`, as only the classes of Kubernetes do. Choose another name.",
                "error OUT_OF_RANGE PriorityClass/system-a.value: `value` is `1000000001`, more than `1000000000`, the highest priority that is not of Kubernetes. Write at most `1000000000`.");
        assertThat(problems(of.formatted("system-cluster-critical", "2000000000")))
                .isEmpty();
    }

    @Nested
    class A_pod {
        private static String of(String spec) {
            return "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {" + spec
                    + "containers: [{name: a, image: 'a:1'}]}}";
        }

        private static String using(String resources) {
            return "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: 'a:1', resources: {"
                    + resources + "}}]}}";
        }

        @Test
        void is_spread_once_by_a_key() {
            String one =
                    "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}, ";
            assertRule(
                    of(one + "{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}], "),
                    of(one + "{maxSkew: 2, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}], "),
                    "error DUPLICATE Pod/a.spec.topologySpreadConstraints[1].topologyKey: two constraints with `whenUnsatisfiable: DoNotSchedule` are for `zone`. Keep one of them.");
        }

        @Test
        void shares_the_processes_of_its_containers_or_of_its_node() {
            assertRule(
                    of("shareProcessNamespace: true, hostPID: false, "),
                    of("shareProcessNamespace: true, hostPID: true, "),
                    "error EXCLUSIVE_KEYS Pod/a.spec.shareProcessNamespace: `shareProcessNamespace` and `hostPID` exclude each other. Keep one of them.");
        }

        @Test
        void has_whole_bytes() {
            assertRule(
                    using("requests: {cpu: 100m, memory: 128000m}"),
                    using("limits: {memory: 100m, ephemeral-storage: '0.5'}"),
                    "warning QUANTITY_FRACTION Pod/a.spec.containers[0].resources.limits.memory: the amount of memory, `100m`, is not a whole number of bytes. Write a unit of bytes, as in `512Mi`.",
                    "warning QUANTITY_FRACTION Pod/a.spec.containers[0].resources.limits.ephemeral-storage: the amount of ephemeral-storage, `0.5`, is not a whole number of bytes. Write a unit of bytes, as in `512Mi`.");
        }
    }

    @Nested
    class An_ingress {
        private static final String BACKEND = "defaultBackend: {service: {name: a, port: {number: 80}}}";

        private static String of(String annotations, String spec) {
            return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a, annotations: {" + annotations
                    + "}}, spec: {" + spec + "}}";
        }

        @Test
        void has_one_class() {
            String place = "Ingress/a.metadata.annotations[\"kubernetes.io/ingress.class\"]: ";
            assertRule(
                    of("kubernetes.io/ingress.class: alb", "ingressClassName: alb, " + BACKEND),
                    of("kubernetes.io/ingress.class: nginx", "ingressClassName: alb, " + BACKEND),
                    "error EXCLUSIVE_KEYS " + place
                            + "the annotation `kubernetes.io/ingress.class` is `nginx`, but `ingressClassName` is `alb`. Remove the annotation.");
            assertRule(
                    of("", "ingressClassName: alb, " + BACKEND),
                    of("kubernetes.io/ingress.class: alb", BACKEND),
                    "warning API_DEPRECATED " + place
                            + "the annotation `kubernetes.io/ingress.class` is deprecated. Write `ingressClassName`, if the cluster has an IngressClass for it.");
        }
    }

    @Test
    void a_claim_names_a_class_or_none() {
        String of =
                "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], storageClassName: '%s', resources: {requests: {storage: 1Gi}}}}";
        assertRule(
                of.formatted(""),
                of.formatted("A b"),
                "error NAME_INVALID PersistentVolumeClaim/a.spec.storageClassName: `storageClassName` is `A b`. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.");
    }

    private static String object(String apiVersion, String kind, String name, String more) {
        return "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: " + name + "}" + more + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage.k8s.io/v1|CSIDriver|''",
                "storage.k8s.io/v1|CSINode|', spec: {}'",
                "v1|LimitRange|', spec: {}'",
                "v1|Event|''",
                "batch/v1|Job|', spec: {podFailurePolicy: {}, template: {spec: {restartPolicy: Never, containers: [{name: a, image: a:1}]}}}'",
                "v1|Pod|', spec: {affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1}]}}, containers: [{name: a, image: a:1}]}'"
            })
    void what_a_description_requires_and_the_server_does_not_may_be_left_out(
            String apiVersion, String kind, String more) {
        assertThat(problems(object(apiVersion, kind, "a", more))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storage.k8s.io/v1|StorageClass|', provisioner: a.example'|''|TEXT_EMPTY|MISSING_KEY",
                "networking.k8s.io/v1|IngressClass|', spec: {controller: a/b}'|', spec: {controller: \"\"}'|TEXT_EMPTY|TEXT_EMPTY",
                "node.k8s.io/v1|RuntimeClass|', handler: a'|', handler: A'|NAME_INVALID|NAME_INVALID",
                "discovery.k8s.io/v1|EndpointSlice|', addressType: IPv4, endpoints: [{addresses: [10.0.0.1]}]'|', addressType: IPv4, endpoints: [{addresses: []}]'|LIST_EMPTY|LIST_EMPTY",
                "v1|PersistentVolume|', spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], csi: {driver: a, volumeHandle: b}}'|', spec: {capacity: {storage: 1Gi}, accessModes: [], csi: {driver: a, volumeHandle: b}}'|LIST_EMPTY|LIST_EMPTY",
                "v1|PodTemplate|', template: {spec: {containers: [{name: a, image: a:1}]}}'|''|MISSING_KEY|MISSING_KEY"
            })
    void further_kinds_have_what_the_server_needs(
            String apiVersion, String kind, String good, String bad, String code, String other) {
        assertThat(problems(object(apiVersion, kind, "a", good))).isEmpty();
        assertThat(problems(object(apiVersion, kind, "a", bad)))
                .singleElement()
                .asString()
                .matches("(?s)error (" + code + "|" + other + ") .*");
    }

    @ParameterizedTest
    @CsvSource({
        "discovery.k8s.io/v1, EndpointSlice, 'addressType: IPv4, endpoints: []'",
        "v1, LimitRange, 'spec: {}'",
        "v1, ResourceQuota, 'spec: {}'",
        "coordination.k8s.io/v1, Lease, 'spec: {}'",
        "scheduling.k8s.io/v1, PriorityClass, 'value: 1'"
    })
    void names_of_further_kinds_are_those_of_dns(String apiVersion, String kind, String more) {
        assertThat(problems(object(apiVersion, kind, "a-1.b", ", " + more))).isEmpty();
        assertThat(problems(object(apiVersion, kind, "A_b", ", " + more)))
                .singleElement()
                .asString()
                .startsWith("error NAME_INVALID " + kind + "/A_b.metadata.name: ");
    }

    @Test
    void names_of_roles_may_have_other_characters() {
        assertThat(problems(object("rbac.authorization.k8s.io/v1", "Role", "'system:A_b'", ", rules: []")))
                .isEmpty();
    }

    private static String withMetadata(String metadata) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, " + metadata + "}}";
    }

    @Test
    void metadata_has_what_server_side_apply_can_merge() {
        String owner = "{apiVersion: v1, kind: ConfigMap, name: b, uid: ";
        assertRule(
                withMetadata("ownerReferences: [" + owner + "a}, " + owner + "b}]"),
                withMetadata("ownerReferences: [" + owner + "a}, " + owner + "a}]"),
                "error DUPLICATE ConfigMap/a.metadata.ownerReferences: `ownerReferences` has an item twice, with `uid: a`. Remove one of the two.");
        assertRule(
                withMetadata("finalizers: [a.b/c, a.b/d]"),
                withMetadata("finalizers: [a.b/c, a.b/c]"),
                "error DUPLICATE ConfigMap/a.metadata.finalizers: `finalizers` has an item twice. Remove one of the two.");
        assertRule(
                withMetadata("managedFields: null"),
                withMetadata("managedFields: []"),
                "error UNKNOWN_KEY ConfigMap/a.metadata.managedFields: `managedFields` is what the API server knows of an object, which it refuses to apply with them. Remove it.");
    }

    @Test
    void a_status_has_the_types_of_its_fields_and_any_values() {
        String start =
                "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {maxReplicas: 1,"
                        + " scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}}, status: ";
        assertRule(
                start
                        + "{currentReplicas: -1, lastScaleTime: '2025-01-31T12:00:00Z', observedGeneration: null, conditions: [{type: A,"
                        + " status: Perhaps}]}}",
                start + "{currentReplicas: '1', lastScaleTime: today, replicas: 1}}",
                "error WRONG_TYPE HorizontalPodAutoscaler/a.status.currentReplicas: `currentReplicas` is a string; a whole number is expected. Write a whole number without quotes, as in `currentReplicas: 1`.",
                "error TEXT_INVALID HorizontalPodAutoscaler/a.status.lastScaleTime: `lastScaleTime` has a text that is not valid. A time has a date, a time of day and a time zone, as in `2025-01-31T12:00:00Z`.",
                "error UNKNOWN_KEY HorizontalPodAutoscaler/a.status.replicas: `replicas` is not a key of `status`. Remove it; the keys are `conditions`, `currentMetrics`, `currentReplicas`, `desiredReplicas`, `lastScaleTime` and `observedGeneration`.");
    }

    @Test
    void conditions_of_a_status_have_different_types() {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]},"
                + " status: {conditions: [{type: A}, {type: B}]}}";
        assertRule(
                service,
                service.replace("B", "A"),
                "error DUPLICATE Service/a.status.conditions: `conditions` has an item twice, with `type: A`. Remove one of the two.");
        // Those of a Job are one value to server-side apply.
        assertThat(
                        problems(
                                "{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a:1}]}}}, status: {conditions: [{type: A}, {type: A}]}}"))
                .isEmpty();
    }
}
