package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Values that an API server of Kubernetes 1.35.4 refuses, and their neighbours that it takes. */
class RefusedValuesTest {
    /** The errors of an object: the code, and the path inside the object. */
    private static List<String> errors(String document) {
        List<String> errors = new ArrayList<>();
        for (Problem problem : Checks.of(Checks.structure()).check(Sets.of(document))) {
            if (problem.isError()) {
                String path = problem.location().path();
                errors.add(problem.code() + " " + path.substring(path.indexOf("a-test") + 7));
            }
        }
        return errors;
    }

    private static String pod(String spec, String container) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: a-test}, spec: {" + spec
                + "containers: [{name: app, image: 'a:1'" + container + "}]}}";
    }

    @Nested
    class A_mount {
        private List<String> errors(String mount) {
            return RefusedValuesTest.errors(pod(
                    "nodeSelector: {kubernetes.io/os: windows}, volumes: [{name: data, emptyDir: {}}], ",
                    ", volumeMounts: [{name: data, " + mount + "}]"));
        }

        /** On Windows a path has a drive. */
        @Test
        void has_any_path_that_is_not_empty() {
            for (String path : List.of("C:\\data", "C:/data", "/data", "/a:b", "data", "\\\\server\\share", "D:")) {
                assertThat(errors("mountPath: '" + path + "'")).as(path).isEmpty();
            }
            assertThat(errors("mountPath: ''"))
                    .containsExactly("TEXT_EMPTY spec.containers[0].volumeMounts[0].mountPath");
        }

        @Test
        void of_a_part_of_a_volume_has_a_relative_path() {
            assertThat(errors("mountPath: 'C:\\data', subPath: 'a\\b'")).isEmpty();
            assertThat(errors("mountPath: 'C:\\data', subPath: a/../b"))
                    .containsExactly("PATH_INVALID spec.containers[0].volumeMounts[0].subPath");
        }
    }

    @Nested
    class A_sysctl {
        private List<String> errors(String more, String... names) {
            List<String> items = new ArrayList<>();
            for (String name : names) {
                items.add("{name: '" + name + "', value: '1'}");
            }
            return RefusedValuesTest.errors(
                            pod(more + "securityContext: {sysctls: [" + String.join(", ", items) + "]}, ", ""))
                    .stream()
                    .map(error -> error.replace("spec.securityContext.sysctls", ""))
                    .toList();
        }

        @Test
        void has_a_name_of_words() {
            assertThat(errors("", "net.core.somaxconn", "net/core/somaxconn", "net.ipv4.conf.eth0/1.x", "a-b_c.d"))
                    .isEmpty();
            assertThat(errors("", "kernel/", "Kernel.shm", "a..b", ".a", "a-", "-a", "a.-b", "a b"))
                    .hasSize(8)
                    .allMatch(error -> error.startsWith("NAME_INVALID ["));
        }

        @Test
        void is_there_once() {
            assertThat(errors("", "net.a", "net.b", "net.a")).containsExactly("DUPLICATE [2].name");
        }

        @Test
        void is_of_the_pod_and_not_of_the_node() {
            assertThat(errors("hostNetwork: true, ", "kernel.shmmax", "network.a"))
                    .isEmpty();
            assertThat(errors("hostNetwork: true, ", "net.core.somaxconn", "net/a"))
                    .containsExactly("EXCLUSIVE_KEYS [0].name", "EXCLUSIVE_KEYS [1].name");
            assertThat(errors("hostIPC: true, ", "net.a", "kernel.semaphore")).isEmpty();
            assertThat(errors("hostIPC: true, ", "kernel.shmmax", "kernel.msgmax", "kernel.sem", "fs.mqueue.a"))
                    .hasSize(4);
        }
    }

    @Nested
    class A_field_of_the_pod {
        private List<String> ofVariable(String source) {
            return errors(pod("", ", env: [{name: A, valueFrom: {" + source + "}}]"));
        }

        private List<String> ofFile(String item) {
            return errors(pod("volumes: [{name: v, downwardAPI: {items: [{path: a, " + item + "}]}}], ", ""));
        }

        @Test
        void of_a_variable_is_one_label_and_not_all() {
            assertThat(ofVariable("fieldRef: {fieldPath: \"metadata.labels['a']\"}"))
                    .isEmpty();
            assertThat(ofVariable("fieldRef: {fieldPath: status.podIP}")).isEmpty();
            assertThat(ofVariable("fieldRef: {fieldPath: metadata.labels}"))
                    .containsExactly("UNKNOWN_VALUE spec.containers[0].env[0].valueFrom.fieldRef.fieldPath");
            assertThat(ofVariable("fieldRef: {fieldPath: metadata.name, apiVersion: v2}"))
                    .containsExactly("UNKNOWN_VALUE spec.containers[0].env[0].valueFrom.fieldRef.apiVersion");
        }

        @Test
        void of_a_file_is_of_the_metadata() {
            assertThat(ofFile("fieldRef: {apiVersion: v1, fieldPath: metadata.labels}"))
                    .isEmpty();
            assertThat(ofFile("fieldRef: {fieldPath: status.podIP}"))
                    .containsExactly("UNKNOWN_VALUE spec.volumes[0].downwardAPI.items[0].fieldRef.fieldPath");
            assertThat(errors(pod(
                            "volumes: [{name: v, projected: {sources: [{downwardAPI: {items:"
                                    + " [{path: a, fieldRef: {fieldPath: spec.nodeName}}]}}]}}], ",
                            "")))
                    .containsExactly(
                            "UNKNOWN_VALUE spec.volumes[0].projected.sources[0].downwardAPI.items[0].fieldRef.fieldPath");
        }

        @Test
        void that_is_a_resource_has_a_container_and_a_unit() {
            assertThat(ofFile("resourceFieldRef: {containerName: app, resource: limits.cpu}"))
                    .isEmpty();
            assertThat(ofFile("resourceFieldRef: {resource: limits.cpu}"))
                    .containsExactly("MISSING_KEY spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName");
            for (String divisor : List.of("0", "1", "1m")) {
                assertThat(ofVariable("resourceFieldRef: {resource: limits.cpu, divisor: '" + divisor + "'}"))
                        .isEmpty();
            }
            for (String divisor : List.of("0", "1", "1k", "1Ki", "1E", "1Ei")) {
                assertThat(ofVariable("resourceFieldRef: {resource: limits.memory, divisor: '" + divisor + "'}"))
                        .isEmpty();
            }
            assertThat(ofVariable("resourceFieldRef: {resource: limits.cpu, divisor: 1k}"))
                    .containsExactly("OUT_OF_RANGE spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor");
            assertThat(ofVariable("resourceFieldRef: {resource: requests.memory, divisor: '10'}"))
                    .containsExactly("OUT_OF_RANGE spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor");
        }
    }

    @Nested
    class A_process_of_a_node {
        private List<String> errors(String ofPod, String... ofContainers) {
            StringBuilder containers = new StringBuilder();
            for (int i = 0; i < ofContainers.length; i++) {
                containers.append("{name: c" + i + ", image: 'a:1'" + ofContainers[i] + "}, ");
            }
            return RefusedValuesTest.errors("{apiVersion: v1, kind: Pod, metadata: {name: a-test}, spec: {" + ofPod
                    + "containers: [" + containers + "]}}");
        }

        private static String options(boolean isHostProcess) {
            return "securityContext: {windowsOptions: {hostProcess: " + isHostProcess + "}}";
        }

        @Test
        void is_in_the_network_of_the_node() {
            assertThat(errors("hostNetwork: true, " + options(true) + ", ", "")).isEmpty();
            assertThat(errors("", ", " + options(false))).isEmpty();
            assertThat(errors("", ", " + options(true))).containsExactly("MISSING_KEY spec.hostNetwork");
        }

        @Test
        void is_every_container_of_a_pod_or_none() {
            assertThat(errors("hostNetwork: true, ", ", " + options(true), ", " + options(true)))
                    .isEmpty();
            assertThat(errors("hostNetwork: true, ", ", " + options(true), ""))
                    .containsExactly("EXCLUSIVE_KEYS spec.containers");
            assertThat(errors(options(false) + ", ", ", " + options(true)))
                    .containsExactly(
                            "EXCLUSIVE_KEYS spec.containers[0].securityContext.windowsOptions.hostProcess",
                            "MISSING_KEY spec.hostNetwork");
        }
    }

    @Nested
    class A_profile_of_app_armor {
        private static final String KEY = "container.apparmor.security.beta.kubernetes.io/";

        private List<String> ofPod(String container, String profile) {
            return RefusedValuesTest.errors("{apiVersion: v1, kind: Pod, metadata: {name: a-test, annotations: {" + KEY
                    + container + ": '" + profile + "'}}, spec: {containers: [{name: app, image: 'a:1'}]}}");
        }

        @Test
        void is_for_a_container_of_the_pod() {
            assertThat(ofPod("app", "runtime/default")).isEmpty();
            assertThat(ofPod("web", "unconfined"))
                    .containsExactly("UNKNOWN_VALUE metadata.annotations[\"" + KEY + "web\"]");
        }

        @Test
        void is_known() {
            assertThat(ofPod("app", "localhost/own")).isEmpty();
            assertThat(ofPod("app", "")).isEmpty();
            assertThat(ofPod("app", "own")).containsExactly("UNKNOWN_VALUE metadata.annotations[\"" + KEY + "app\"]");
        }
    }

    @Nested
    class A_time {
        private List<String> errors(String time) {
            return RefusedValuesTest.errors(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: a-test, creationTimestamp: " + time + "}}");
        }

        @Test
        void is_one_of_rfc_3339_as_go_reads_it() {
            for (String time : List.of(
                    "2025-01-31T12:00:00Z",
                    "'2024-02-29T23:59:59.5Z'",
                    "'2025-01-31T1:00:00,123Z'",
                    "'2025-01-31T12:00:00-07:00'",
                    "'2025-01-31T12:00:00+24:60'",
                    "'0000-01-01T00:00:00Z'",
                    "null")) {
                assertThat(errors(time)).as(time).isEmpty();
            }
            for (String time : List.of(
                    "yesterday",
                    "'2025-01-31'",
                    "'2025-01-31T12:00:00'",
                    "'2025-01-31t12:00:00z'",
                    "'2025-02-29T12:00:00Z'",
                    "'2025-04-31T12:00:00Z'",
                    "'2025-13-01T12:00:00Z'",
                    "'2025-01-31T24:00:00Z'",
                    "'2025-01-31T12:00:60Z'",
                    "'2025-01-31T12:00:00.Z'",
                    "'2025-01-31T12:00:00+0000'",
                    "'2025-01-31T12:00:00+25:00'",
                    "' 2025-01-31T12:00:00Z'",
                    "'2025-01-31T12:00:00Z '")) {
                assertThat(errors(time)).as(time).containsExactly("TEXT_INVALID metadata.creationTimestamp");
            }
        }
    }

    @Nested
    class A_pull_secret {
        private List<String> errors(String type, String json) {
            String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
            String secret =
                    "{apiVersion: v1, kind: Secret, metadata: {name: a-test}, type: kubernetes.io/" + type + ", ";
            List<String> all =
                    new ArrayList<>(RefusedValuesTest.errors(secret + "data: {." + type + ": '" + encoded + "'}}"));
            all.addAll(RefusedValuesTest.errors(secret + "stringData: {." + type + ": '" + json + "'}}"));
            return all;
        }

        @Test
        void has_an_object_of_json() {
            for (String json : List.of(
                    "{\"auths\":{}}",
                    "{}",
                    " {\"auths\": 1}\n",
                    "null",
                    "{\"a\": [1, -0.5e+3, true, false, null, \"\\u00e9\\n\"], \"a\": {}}")) {
                assertThat(errors("dockerconfigjson", json)).as(json).isEmpty();
            }
            for (String json : List.of(
                    "x",
                    "",
                    "[]",
                    "\"a\"",
                    "1",
                    "{\"a\":1} x",
                    "{a: 1}",
                    "{\"a\"}",
                    "{\"a\": 01}",
                    "{\"a\": [1,]}",
                    "{\"a\": \"\\x\"}",
                    "{\"a\": 1")) {
                assertThat(errors("dockerconfigjson", json))
                        .as(json)
                        .containsExactly(
                                "TEXT_INVALID data[\".dockerconfigjson\"]",
                                "TEXT_INVALID stringData[\".dockerconfigjson\"]");
            }
            assertThat(errors("dockercfg", "x")).hasSize(2);
        }
    }

    @Nested
    class A_webhook {
        private static final String REST = "sideEffects: None, admissionReviewVersions: [v1]";
        private static final String CLIENT = "name: a.b.c, clientConfig: {url: 'https://a'}, ";

        private List<String> errors(String webhook) {
            List<String> all = new ArrayList<>();
            for (String kind : List.of("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration")) {
                all.addAll(RefusedValuesTest.errors("{apiVersion: admissionregistration.k8s.io/v1, kind: " + kind
                        + ", metadata: {name: a-test}, webhooks: [{" + webhook + "}]}"));
            }
            return all.stream()
                    .map(error -> error.replace("webhooks[0].", ""))
                    .distinct()
                    .toList();
        }

        @Test
        void has_no_side_effects_and_a_known_version() {
            assertThat(errors(CLIENT + REST)).isEmpty();
            assertThat(errors(CLIENT + "sideEffects: NoneOnDryRun, admissionReviewVersions: [v2, v1beta1]"))
                    .isEmpty();
            assertThat(errors(CLIENT + "sideEffects: Some, admissionReviewVersions: [v2]"))
                    .containsExactly("UNKNOWN_VALUE sideEffects", "UNKNOWN_VALUE admissionReviewVersions");
            assertThat(errors(CLIENT + "sideEffects: None, admissionReviewVersions: [v1, v1, V_1]"))
                    .containsExactly("DUPLICATE admissionReviewVersions[1]", "NAME_INVALID admissionReviewVersions[2]");
            assertThat(errors(CLIENT + "sideEffects: None, admissionReviewVersions: []"))
                    .contains("UNKNOWN_VALUE admissionReviewVersions");
        }

        @Test
        void has_a_name_a_client_and_a_timeout() {
            assertThat(errors("name: a.b.c, clientConfig: {service: {name: a, namespace: b}}, timeoutSeconds: 30, "
                            + REST))
                    .isEmpty();
            assertThat(errors("name: a.b, clientConfig: {url: 'http://a'}, timeoutSeconds: 31, " + REST))
                    .containsExactly(
                            "NAME_INVALID name", "URL_INVALID clientConfig.url", "OUT_OF_RANGE timeoutSeconds");
            assertThat(errors("name: a.b.c, clientConfig: {}, " + REST)).containsExactly("EXCLUSIVE_KEYS clientConfig");
            assertThat(errors(
                            "name: a.b.c, clientConfig: {url: 'https://a', service: {name: a, namespace: b}}, " + REST))
                    .containsExactly("EXCLUSIVE_KEYS clientConfig");
        }

        @Test
        void has_rules_for_something() {
            String rule = "rules: [{operations: [%s], apiGroups: [%s], apiVersions: [v1], resources: [%s]}], ";
            assertThat(errors(CLIENT + rule.formatted("CREATE, UPDATE", "''", "'*', pods/status") + REST))
                    .isEmpty();
            assertThat(errors(CLIENT + rule.formatted("'*', CREATE", "", "'*', pods") + REST))
                    .contains(
                            "EXCLUSIVE_KEYS rules[0].operations",
                            "MISSING_KEY rules[0].apiGroups",
                            "EXCLUSIVE_KEYS rules[0].resources");
        }
    }

    @Nested
    class A_replication_controller {
        private List<String> errors(String spec) {
            return RefusedValuesTest.errors(
                    "{apiVersion: v1, kind: ReplicationController, metadata: {name: a-test}, spec: {" + spec + "}}");
        }

        private static final String PODS = "spec: {containers: [{name: a, image: 'a:1'}]}";

        @Test
        void selects_its_own_pods() {
            String template = "template: {metadata: {labels: {a: b, c: d}}, " + PODS + "}";
            assertThat(errors("selector: {a: b}, " + template)).isEmpty();
            assertThat(errors("selector: {}, " + template)).isEmpty();
            assertThat(errors(template)).isEmpty();
            assertThat(errors("selector: {a: c}, " + template)).containsExactly("SELECTOR_MISMATCH spec.selector.a");
            assertThat(errors("selector: {x: c}, " + template)).containsExactly("SELECTOR_MISMATCH spec.selector.x");
            assertThat(errors("template: {metadata: {}, " + PODS + "}")).containsExactly("MISSING_KEY spec.selector");
            assertThat(errors("selector: {a: b}")).containsExactly("MISSING_KEY spec.template");
        }
    }

    @Nested
    class A_definition {
        private static final String NAMES =
                "group: a.example.com, scope: Namespaced, names: {kind: Foo, plural: foos}, ";

        private List<String> errors(String spec) {
            return errors("foos.a.example.com", spec);
        }

        private List<String> errors(String name, String spec) {
            List<String> errors = new ArrayList<>();
            for (Problem problem : Checks.of(Checks.structure())
                    .check(Sets.of(
                            "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: "
                                    + name + "}, spec: {" + spec + "}}"))) {
                String path = problem.location().path();
                errors.add(problem.code() + " " + path.substring(path.indexOf(name) + name.length() + 1));
            }
            return errors;
        }

        private String version(String name, boolean isStored, String schema) {
            return "{name: " + name + ", served: true, storage: " + isStored + ", schema: {openAPIV3Schema: " + schema
                    + "}}";
        }

        private List<String> ofSchema(String schema) {
            return errors(NAMES + "versions: [" + version("v1", true, schema) + "]").stream()
                    .map(error -> error.replace("spec.versions[0].schema.openAPIV3Schema", ""))
                    .toList();
        }

        @Test
        void has_one_stored_version_and_each_once() {
            String stored = version("v1", true, "{type: object}");
            assertThat(errors(NAMES + "versions: [" + stored + ", " + version("v2", false, "{type: object}") + "]"))
                    .isEmpty();
            assertThat(errors(NAMES + "versions: [" + version("v1", false, "{type: object}") + "]"))
                    .containsExactly("OUT_OF_RANGE spec.versions");
            assertThat(errors(NAMES + "versions: [" + stored + ", " + version("V1", true, "{type: object}") + "]"))
                    .containsExactly("NAME_INVALID spec.versions[1].name", "OUT_OF_RANGE spec.versions");
            assertThat(errors(NAMES + "versions: [" + stored + ", " + version("v1", false, "{type: object}") + "]"))
                    .containsExactly("DUPLICATE spec.versions[1].name");
            assertThat(errors(NAMES + "versions: [{name: v1, served: true, storage: true}]"))
                    .containsExactly("MISSING_KEY spec.versions[0].schema.openAPIV3Schema");
        }

        @Test
        void has_names_that_fit_each_other() {
            String versions = "versions: [" + version("v1", true, "{type: object}") + "]";
            assertThat(errors("bars.a.example.com", NAMES + versions)).containsExactly("NAME_INVALID metadata.name");
            assertThat(errors(
                            "foos.nodots",
                            "group: nodots, scope: All, names: {kind: Foo, plural: foos, listKind: Foo}, " + versions))
                    .containsExactly(
                            "NAME_INVALID spec.group", "UNKNOWN_VALUE spec.scope", "DUPLICATE spec.names.listKind");
            assertThat(errors("group: a.example.com, scope: Cluster, names: {kind: f_o, plural: foos, singular: Foo,"
                            + " shortNames: [f1, F_1]}, preserveUnknownFields: true, " + versions))
                    .containsExactly(
                            "UNKNOWN_VALUE spec.preserveUnknownFields",
                            "NAME_INVALID spec.names.singular",
                            "NAME_INVALID spec.names.kind",
                            "NAME_INVALID spec.names.shortNames[1]");
            assertThat(errors(
                            "foos.a.k8s.io",
                            "group: a.k8s.io, scope: Cluster, names: {kind: Foo, plural: foos}, " + versions))
                    .containsExactly("MISSING_KEY metadata.annotations");
        }

        @Test
        void has_schemas_with_a_type_for_every_part() {
            assertThat(ofSchema("{type: object, properties: {a: {x-kubernetes-int-or-string: true}, b: {type: array,"
                            + " items: {type: string}}, c: {x-kubernetes-preserve-unknown-fields: true}}}"))
                    .isEmpty();
            assertThat(ofSchema("{x-kubernetes-preserve-unknown-fields: true}")).containsExactly("MISSING_KEY .type");
            assertThat(ofSchema("{type: array, items: {type: string}}")).containsExactly("UNKNOWN_VALUE .type");
            assertThat(ofSchema("{type: object, properties: {a: {}}}"))
                    .containsExactly("MISSING_KEY .properties.a.type");
            assertThat(ofSchema("{type: object, properties: {a: {type: array}}}"))
                    .containsExactly("MISSING_KEY .properties.a.items");
            assertThat(ofSchema("{type: object, additionalProperties: {type: array, items: {}}}"))
                    .containsExactly("MISSING_KEY .additionalProperties.items.type");
        }
    }
}
