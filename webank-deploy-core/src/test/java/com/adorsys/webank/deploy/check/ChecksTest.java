package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final String POD = "Deployment/web/shop.spec.template.spec";

    private static List<String> problems(Check check, ManifestSet manifests) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(check).check(manifests)) {
            texts.add(problem.toString());
        }
        return texts;
    }

    @Test
    void a_valid_set_has_no_problems() {
        assertThat(Checks.all().check(Sets.of(Sets.GOOD))).isEmpty();
    }

    @Test
    void checks_have_names_and_can_be_added_and_left_out() {
        Check own = new Check() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public void check(ManifestSet manifests, List<Problem> into) {
                into.add(Problem.warning("OWN", Location.of(""), "own", "nothing"));
            }
        };

        assertThat(Checks.all().names()).containsExactly("structure", "references", "podSecurity", "policy", "quotas");
        assertThat(Checks.all().without("policy").with(own))
                .hasToString("checks [structure, references, podSecurity, quotas, own]");
        assertThat(Checks.of(own).check(ManifestSet.empty())).hasSize(1);
    }

    @Test
    void problems_carry_the_places_of_the_set() {
        ManifestSet manifests = YamlReader.readManifests(
                "shop.yaml", Sets.GOOD.replace("port: 80,", "port: 0,").getBytes(StandardCharsets.UTF_8));

        assertThat(problems(Checks.structure(), manifests))
                .containsExactly(
                        "shop.yaml:7:18: error OUT_OF_RANGE Service/web/shop.spec.ports[0].port: `port` is `0`; a whole number from 1 to 65535 is expected. Write a number within the range.");
    }

    @Nested
    class Structure {
        private List<String> problems(String text, String replacement) {
            return ChecksTest.problems(Checks.structure(), Sets.goodBut(text, replacement));
        }

        @Test
        void an_unknown_field_is_reported_with_the_nearest_name() {
            assertThat(problems("volumeMounts:", "volumeMount:"))
                    .containsExactly(
                            "error UNKNOWN_KEY " + POD
                                    + ".containers[0].volumeMount: `volumeMount` is not a key of `containers[0]`. Did you mean `volumeMounts`? If not, remove the key.");
        }

        @Test
        void a_key_that_is_indented_too_little_or_too_much_has_another_place() {
            String metadata = "metadata: {name: shop, namespace: web";
            assertThat(problems(metadata + "}", metadata + ", spec: {}, data: {}}"))
                    .filteredOn(problem -> problem.contains("UNKNOWN_KEY"))
                    .isNotEmpty()
                    .allMatch(problem -> problem.endsWith("Indent it less, so that it is beside `metadata`."));
            assertThat(problems("matchLabels: {app: shop}", "matchLabels: {app: shop}\n  spec: {}\n  containers: []"))
                    .contains(
                            "error UNKNOWN_KEY Deployment/web/shop.spec.spec: `spec` is not a key of `spec`. Indent it more if it is"
                                    + " the `spec` of the `template`.",
                            "error UNKNOWN_KEY Deployment/web/shop.spec.containers: `containers` is not a key of `spec`. Move it to"
                                    + " `template.spec`.");
        }

        @Test
        void a_key_that_belongs_to_a_map_or_list_beside_it_is_sent_there() {
            assertThat(problems("matchLabels: {app: shop}", "matchLabels: {app: shop}\n  matchExpressions: []"))
                    .contains(
                            "error UNKNOWN_KEY Deployment/web/shop.spec.matchExpressions: `matchExpressions` is not a key of"
                                    + " `spec`. Write it below `selector` if it belongs there; if not, remove it.");
            assertThat(problems("containers:", "imagePullPolicy: Always\n      containers:"))
                    .anyMatch(
                            problem -> problem.endsWith(
                                    "`imagePullPolicy` is not a key of `spec`. Indent it like the other keys of the item if it belongs to an item of `containers`; if not, remove it."));
        }

        @Test
        void a_selector_is_told_from_its_labels() {
            assertThat(problems("matchLabels: {app: shop}", "app: shop"))
                    .contains(
                            "error UNKNOWN_KEY Deployment/web/shop.spec.selector.app: `app` is not a key of `selector`."
                                    + " Write it below `matchLabels` if it is a label; the keys are `matchExpressions` and"
                                    + " `matchLabels`.");
        }

        @Test
        void a_field_at_the_top_is_reported_with_its_object() {
            assertThat(problems("metadata: {name: shop, namespace: web}\nspec:\n  selector", """
                            metadata: {name: shop, namespace: web}
                            specs: 1
                            spec:
                              selector"""))
                    .containsExactly(
                            "error UNKNOWN_KEY Service/web/shop.specs: `specs` is not a key of `Service/web/shop`. Did you mean `spec`? If not, remove the key.");
        }

        @Test
        void names_follow_the_rule_of_their_kind() {
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of("""
                            apiVersion: v1
                            kind: Service
                            metadata: {name: Shop}
                            spec: {ports: [{port: 80}]}
                            ---
                            apiVersion: rbac.authorization.k8s.io/v1
                            kind: Role
                            metadata: {name: "system:Shop"}
                            """)))
                    .containsExactly(
                            "error NAME_INVALID Service/Shop.metadata.name: `name` is `Shop`. A Service's name has at most 63 characters of a-z, 0-9 and -, begins with a letter and ends with a letter or digit.");
        }

        @Test
        void labels_must_be_strings() {
            assertThat(problems("labels: {team: blue}", "labels: {team: 7}"))
                    .containsExactly(
                            "error WRONG_TYPE Deployment/web/shop.metadata.labels.team: `team` is the number `7`; a string is expected. Write it in quotes: `\"7\"`.");
        }

        @Test
        void an_unknown_kind_is_reported_with_the_nearest_name() {
            assertThat(problems("kind: Deployment\nmetadata:", "kind: Deploymnet\nmetadata:"))
                    .containsExactly(
                            "error UNKNOWN_KIND Deploymnet/web/shop.kind: `Deploymnet` is not a kind of `apps/v1`. Did you mean `Deployment`? If so, write it.");
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of("""
                            {apiVersion: v1, kind: Deploymnet, metadata: {name: a}}
                            """)))
                    .containsExactly(
                            "error UNKNOWN_KIND Deploymnet/a.kind: `Deploymnet` is not a kind of `v1`. Did you mean `Deployment` of `apps/v1`? If so, write both.");
        }

        @Test
        void the_pods_of_a_job_need_a_restart_policy() {
            String job =
                    "{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {containers: [{name: a, image: 'b:1'}]}}}}";

            assertThat(ChecksTest.problems(Checks.structure(), Sets.of(job)))
                    .containsExactly(
                            "error MISSING_KEY Job/a.spec.template.spec.restartPolicy: `restartPolicy` is missing in the pods of a Job. Write `restartPolicy: OnFailure` or `restartPolicy: Never`.");
            assertThat(ChecksTest.problems(
                            Checks.structure(),
                            Sets.of(job.replace("containers:", "restartPolicy: Always, containers:"))))
                    .containsExactly(
                            "error UNKNOWN_VALUE Job/a.spec.template.spec.restartPolicy: `restartPolicy` is `Always`, which the pods of a Job cannot have. Write `OnFailure` or `Never`.");
            assertThat(ChecksTest.problems(
                            Checks.structure(),
                            Sets.of(job.replace("containers:", "restartPolicy: Never, containers:"))))
                    .isEmpty();
        }

        @Test
        void a_cron_job_has_a_schedule_of_cron() {
            String job =
                    "{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: 'SCHEDULE', jobTemplate:"
                            + " {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: 'b:1'}]}}}}}}";

            assertThat(ChecksTest.problems(Checks.structure(), Sets.of(job.replace("SCHEDULE", "*/5 * * * *"))))
                    .isEmpty();
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of(job.replace("SCHEDULE", "@daily"))))
                    .isEmpty();
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of(job.replace("SCHEDULE", "0 3 * * 7"))))
                    .containsExactly(
                            "error TEXT_INVALID CronJob/a.spec.schedule: `schedule` is `0 3 * * 7`. Write the day of the week from 0 to 6 or as `sun` to `sat`, `*`, a range, a list or a step.");
        }

        @Test
        void a_kind_in_the_wrong_version_or_group_is_reported_with_the_right_one() {
            assertThat(problems("networking.k8s.io/v1", "extensions/v1beta1"))
                    .containsExactly(
                            "error UNKNOWN_KIND Ingress/web/shop.apiVersion: `Ingress` of `extensions/v1beta1` was removed in Kubernetes 1.22. Write `apiVersion: networking.k8s.io/v1`.");
            assertThat(problems("autoscaling/v2", "autoscaling/v2beta2"))
                    .containsExactly(
                            "error UNKNOWN_KIND HorizontalPodAutoscaler/web/shop.apiVersion: `HorizontalPodAutoscaler` of `autoscaling/v2beta2` was removed in Kubernetes 1.26. Write `apiVersion: autoscaling/v2`.");
        }

        @Test
        void custom_resources_with_valid_metadata_have_no_problems() {
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of("""
                            apiVersion: gateway.networking.k8s.io/v1
                            kind: HTTPRoute
                            metadata: {name: a}
                            spec: {anything: [1]}
                            ---
                            apiVersion: external-secrets.io/v1
                            kind: ExternalSecret
                            metadata: {name: a, labels: {a b: c}}
                            """)))
                    .containsExactly(
                            "error LABEL_INVALID ExternalSecret/a.metadata.labels[\"a b\"]: `a b` is not valid as a key of `labels`. A key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit.");
        }

        @Test
        void rules_between_fields_are_checked() {
            assertThat(problems("spec:\n  selector:\n    matchLabels", """
                            spec:
                              strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}
                              selector:
                                matchLabels"""))
                    .containsExactly(
                            "error EXCLUSIVE_KEYS Deployment/web/shop.spec.strategy.rollingUpdate: `rollingUpdate` cannot be set with `type: Recreate`. Remove it, or write another value of `type`.");
            assertThat(problems("minReplicas: 1", "minReplicas: 5"))
                    .containsExactly(
                            "error OUT_OF_RANGE HorizontalPodAutoscaler/web/shop.spec.minReplicas: `minReplicas` is `5`, more than `maxReplicas`, which is `3`. Write at most `3`, or raise `maxReplicas`.");
        }

        @Test
        void images_are_references() {
            assertThat(problems("shop:1.0", "shop:<nil>"))
                    .containsExactly(
                            "error IMAGE_INVALID " + POD
                                    + ".containers[0].image: `image` is `ghcr.io/acme/shop:<nil>`. An image is a registry, a repository in lower case and a tag or digest, as in `ghcr.io/owner/name:1.0`.");
        }

        @Test
        void a_value_that_the_server_accepts_but_that_is_probably_a_mistake_is_a_warning() {
            assertThat(problems("ghcr.io/acme/shop:1.0", "A b!"))
                    .containsExactly(
                            "warning IMAGE_INVALID " + POD
                                    + ".containers[0].image: `image` is `A b!`. An image is a registry, a repository in lower case and a tag or digest, as in `ghcr.io/owner/name:1.0`.");
            assertThat(problems("labels: {team: blue}", "labels: {team: ~}"))
                    .containsExactly(
                            "warning NULL_VALUE Deployment/web/shop.metadata.labels.team: `team` is `~`, which YAML reads as null; the API server treats it as an empty text. Write a value, or remove it.");
        }

        @Test
        void an_empty_text_counts_as_missing_where_the_server_treats_it_so() {
            String service =
                    "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: '', sessionAffinity: '',"
                            + " ports: [{name: '', protocol: '', port: 80, targetPort: ''}]}}";
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of(service)))
                    .isEmpty();
            assertThat(ChecksTest.problems(
                            Checks.structure(), Sets.of(service.replace("type: ''", "ipFamilyPolicy: ''"))))
                    .containsExactly(
                            "error UNKNOWN_VALUE Service/a.spec.ipFamilyPolicy: `ipFamilyPolicy` is empty. Write one of `PreferDualStack`, `RequireDualStack` and `SingleStack`.");
        }

        @Test
        void a_list_that_must_have_an_item_is_not_empty() {
            assertThat(ChecksTest.problems(
                            Checks.structure(),
                            Sets.of("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}")))
                    .containsExactly(
                            "error LIST_EMPTY Pod/a.spec.containers: `containers` is an empty list; at least one item is expected. Write an item, or remove the list.");
        }

        @Test
        void a_value_that_is_not_base64_belongs_to_the_text_field_of_its_kind() {
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of("""
                            apiVersion: v1
                            kind: ConfigMap
                            metadata: {name: a}
                            binaryData: {logo: "no base64"}
                            """)))
                    .containsExactly(
                            "error BASE64_INVALID ConfigMap/a.binaryData.logo: `logo` has a text that is not valid. The value is written in base64; plain text goes below `data`.");
        }

        @Test
        void the_data_of_a_secret_is_never_shown() {
            assertThat(ChecksTest.problems(Checks.structure(), Sets.of("""
                            apiVersion: v1
                            kind: Secret
                            metadata: {name: a}
                            data: {password: "hunter 2", pin: 271828}
                            """)))
                    .containsExactly(
                            "error BASE64_INVALID Secret/a.data.password: `password` has a text that is not valid. The value is written in base64; plain text goes below `stringData`.",
                            "error WRONG_TYPE Secret/a.data.pin: `pin` is a number; a string is expected. Write it in quotes.");
        }
    }

    @Nested
    class Referring {
        private List<String> problems(String text, String replacement) {
            return ChecksTest.problems(Checks.references(), Sets.goodBut(text, replacement));
        }

        @Test
        void a_service_must_select_pods() {
            assertThat(problems("selector: {app: shop}", "selector: {app: shoop}"))
                    .containsExactly(
                            "error DANGLING_REFERENCE Service/web/shop.spec.selector: the selector matches the pods of no workload in the set. Write labels of the pods that are meant; there are those of `Deployment/web/shop`.");
        }

        @Test
        void a_target_port_must_be_declared() {
            assertThat(problems("targetPort: http", "targetPort: htpp"))
                    .containsExactly(
                            "error DANGLING_REFERENCE Service/web/shop.spec.ports[0].targetPort: `Deployment/web/shop` has no port `htpp`. Did you mean `http`? If not, declare it in the container, or write a number.");
        }

        @Test
        void a_probe_port_must_be_declared() {
            assertThat(problems("path: /ready, port: http", "path: /ready, port: admin"))
                    .containsExactly(
                            "error DANGLING_REFERENCE " + POD
                                    + ".containers[0].readinessProbe.httpGet.port: the container `app` has no port `admin`. Declare it below `ports`, or write a number; there are the ports `http`.");
        }

        @Test
        void a_mount_needs_its_volume() {
            assertThat(problems("name: scratch, mountPath", "name: scrach, mountPath"))
                    .containsExactly(
                            "error DANGLING_REFERENCE " + POD
                                    + ".containers[0].volumeMounts[0].name: the pod has no volume `scrach`. Did you mean `scratch`? If not, add it to `volumes`.");
        }

        @Test
        void an_ingress_needs_its_service_and_port() {
            assertThat(problems("name: shop\n            port", "name: shp\n            port"))
                    .containsExactly(
                            "error DANGLING_REFERENCE Ingress/web/shop.spec.rules[0].http.paths[0].backend.service.name: there is no Service `shp`. Did you mean `shop`? If not, add it, or name another one.");
            assertThat(problems("port: {number: 80}", "port: {number: 8080}"))
                    .containsExactly(
                            "error DANGLING_REFERENCE Ingress/web/shop.spec.rules[0].http.paths[0].backend.service.port: `Service/web/shop` has no port `8080`. Add it to the Service; there are the ports `80`.");
            assertThat(problems("port: {number: 80}", "port: {name: use-annotation}"))
                    .isEmpty();
        }

        @Test
        void an_autoscaler_needs_its_target_with_requests_and_without_replicas() {
            assertThat(problems("kind: Deployment, name: shop", "kind: Deployment, name: shopp"))
                    .containsExactly(
                            "warning DANGLING_REFERENCE HorizontalPodAutoscaler/web/shop.spec.scaleTargetRef: there is no `Deployment` `shopp` of `apps/v1`. Did you mean `shop`? If not, add it, or correct `apiVersion`, `kind` or `name`.");
            assertThat(problems("requests: {cpu: 200m, memory: 512Mi}", "requests: {memory: 512Mi}"))
                    .containsExactly(
                            "warning AUTOSCALER_REQUESTS HorizontalPodAutoscaler/web/shop.spec.metrics[0].resource: the container `app` of `Deployment/web/shop` requests no `cpu`, so its utilization is unknown. Add `resources.requests.cpu` to the container.");
            assertThat(problems(
                            "spec:\n  selector:\n    matchLabels",
                            "spec:\n  replicas: 2\n  selector:\n    matchLabels"))
                    .containsExactly(
                            "warning AUTOSCALER_REPLICAS Deployment/web/shop.spec.replicas: `replicas` is set, but `HorizontalPodAutoscaler/web/shop` sets it too: each apply undoes its changes. Leave out `replicas`.");
        }

        @Test
        void a_selector_must_match_its_own_template() {
            assertThat(problems("labels: {app: shop, tier: front}", "labels: {app: shop2, tier: front}"))
                    .containsExactly(
                            "error DANGLING_REFERENCE Service/web/shop.spec.selector: the selector matches the pods of no workload in the set. Write labels of the pods that are meant; there are those of `Deployment/web/shop`.",
                            "error SELECTOR_MISMATCH Deployment/web/shop.spec.selector: the selector does not match the pod template: the label `app` is `shop` there, and `shop2` in the template. Give the template the labels that the selector names.");
        }

        @Test
        void a_selector_ignores_labels_without_a_value_as_the_server_does() {
            assertThat(problems("matchLabels: {app: shop", "matchLabels: {other: null, app: shop"))
                    .noneMatch(problem -> problem.contains("SELECTOR_MISMATCH"));
            assertThat(problems("matchLabels: {app: shop}", "matchLabels: {}"))
                    .anyMatch(problem -> problem.contains("SELECTOR_MISMATCH"));
            assertThat(problems("matchLabels: {app: shop}", "app: shop"))
                    .noneMatch(problem -> problem.contains("SELECTOR_MISMATCH"));
            assertThat(problems("matchLabels: {app: shop", "matchLabels: {app: null"))
                    .anyMatch(problem -> problem.contains("SELECTOR_MISMATCH"));
        }

        @Test
        void names_and_ports_are_unique() {
            assertThat(problems(
                            "- {name: MODE, value: fast}",
                            "- {name: MODE, value: fast}\n        - {name: MODE, value: slow}"))
                    .containsExactly(
                            "error DUPLICATE_VARIABLE " + POD
                                    + ".containers[0].env[1].name: the variable `MODE` is set twice, which a server-side apply refuses. Keep one of them.");
            assertThat(problems(
                            "- {name: http, containerPort: 8080}",
                            "- {name: http, containerPort: 8080}\n        - {name: http, containerPort: 8080}"))
                    .containsExactly(
                            "error DUPLICATE_PORT " + POD
                                    + ".containers[0].ports[1].name: two ports are called `http`. Rename one of them.",
                            "error DUPLICATE_PORT " + POD
                                    + ".containers[0].ports[1].containerPort: the port `8080` is declared twice. Keep one of them.");
            assertThat(problems(
                            "- {name: scratch, mountPath: /tmp}",
                            "- {name: scratch, mountPath: /tmp}\n        - {name: scratch, mountPath: /tmp}"))
                    .containsExactly(
                            "error DUPLICATE_MOUNT " + POD
                                    + ".containers[0].volumeMounts[1].mountPath: two volumes are mounted at `/tmp`. Mount one of them elsewhere.");
            assertThat(problems("- name: wait", "- name: app"))
                    .containsExactly("error DUPLICATE " + POD
                            + ".initContainers[0].name: two containers are called `app`. Rename one of them.");
        }

        @Test
        void a_key_of_a_secret_in_the_set_must_exist() {
            ManifestSet manifests = Sets.of(Sets.GOOD + """
                    ---
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: db, namespace: web}
                    stringData: {pasword: x}
                    """);

            assertThat(ChecksTest.problems(Checks.references(), manifests))
                    .containsExactly(
                            "error DANGLING_REFERENCE " + POD
                                    + ".containers[0].env[1].valueFrom.secretKeyRef: the Secret `db` has no key `password`. Did you mean `pasword`? If not, add it.");
        }

        @Test
        void references_to_objects_outside_the_set_are_listed() {
            assertThat(References.in(Sets.of(Sets.GOOD)))
                    .allMatch(Reference::isExternal)
                    .extracting(Reference::toString)
                    .containsExactly(
                            POD + ".serviceAccountName -> ServiceAccount shop",
                            POD + ".containers[0].env[1].valueFrom.secretKeyRef -> Secret db, key password",
                            POD + ".containers[0].envFrom[0].secretRef -> Secret shop-settings");
        }
    }

    @Nested
    class Policy {
        private List<String> problems(String text, String replacement) {
            return ChecksTest.problems(Checks.policy(), Sets.goodBut(text, replacement));
        }

        @Test
        void images_need_a_version_as_tag() {
            assertThat(problems("shop:1.0", "shop:latest"))
                    .containsExactly(
                            "warning IMAGE_TAG " + POD
                                    + ".containers[0].image: the image `ghcr.io/acme/shop:latest` has the tag `latest`, so the image that runs can change without a change here. Write the tag of a version, or a digest.");
            assertThat(problems("ghcr.io/acme/shop:1.0", "localhost:5000/shop"))
                    .containsExactly(
                            "warning IMAGE_TAG " + POD
                                    + ".containers[0].image: the image `localhost:5000/shop` has neither tag nor digest, so the image that runs can change without a change here. Write the tag of a version, or a digest.");
        }

        @Test
        void values_that_seem_secret_are_reported_but_not_shown() {
            assertThat(problems("- {name: MODE, value: fast}", "- {name: API_TOKEN, value: hunter2}"))
                    .containsExactly(
                            "warning SECRET_VALUE " + POD
                                    + ".containers[0].env[0].value: the variable `API_TOKEN` seems to contain a secret value. Keep the value in a Secret, and refer to it by `valueFrom.secretKeyRef`.");
            assertThat(problems("- {name: MODE, value: fast}", "- {name: API_TOKEN, value: \"${API_TOKEN}\"}"))
                    .isEmpty();
            assertThat(problems("- {name: MODE, value: fast}", "- {name: TOKEN_LIFETIME, value: \"60\"}"))
                    .isEmpty();
        }

        @Test
        void passwords_in_urls_are_reported_but_not_shown() {
            assertThat(problems("- {name: MODE, value: fast}", "- {name: URL, value: \"amqp://shop:hunter2@mq\"}"))
                    .containsExactly(
                            "warning SECRET_VALUE " + POD
                                    + ".containers[0].env[0].value: the value contains a URL with a password. Keep the value in a Secret, and refer to that; replace the value if it was in Git.");
            assertThat(problems("- {name: MODE, value: fast}", "- {name: URL, value: \"amqp://shop:$(PASSWORD)@mq\"}"))
                    .isEmpty();
        }

        @Test
        void secrets_in_plain_sight_are_reported_once_by_their_rule() {
            String token = "ghp_" + "k7Jd92nQx0PzLw4TsVb8Yc3RmHg6Fa1EuKi5";
            assertThat(problems("- {name: MODE, value: fast}", "- {name: API_TOKEN, value: " + token + "}"))
                    .containsExactly(
                            "warning SECRET_VALUE " + POD
                                    + ".containers[0].env[0].value: the value contains a GitHub token. Keep the value in a Secret, and refer to that; replace the value if it was in Git.");
            assertThat(ChecksTest.problems(
                            Checks.policy(),
                            Sets.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {apiKey: "
                                    + token.substring(4) + "}}")))
                    .containsExactly(
                            "warning SECRET_VALUE ConfigMap/a.data.apiKey: the value contains a random value in a variable with a secret name. Keep the value in a Secret, and refer to that; replace the value if it was in Git.");
            for (String value : List.of("changeme", "<password>", "\"true\"", "\"8\"", "/run/secrets/password")) {
                assertThat(problems("- {name: MODE, value: fast}", "- {name: DB_PASSWORD, value: " + value + "}"))
                        .isEmpty();
            }
        }

        @Test
        void secrets_in_the_set_are_reported() {
            assertThat(ChecksTest.problems(Checks.policy(), Sets.of("""
                            apiVersion: v1
                            kind: Secret
                            metadata: {name: a}
                            data: {password: aHVudGVyMg==, empty: ""}
                            """)))
                    .containsExactly(
                            "warning SECRET_VALUE Secret/a.data.password: the manifest contains a secret value. Leave the Secret out, and create it in the cluster, for instance by External Secrets.");
        }

        @Test
        void names_of_variables_must_be_valid_in_shells() {
            assertThat(problems("- {name: MODE, value: fast}", "- {name: \"${EMAIL}\", value: fast}"))
                    .containsExactly(
                            "warning VARIABLE_NAME " + POD
                                    + ".containers[0].env[0].name: the variable `${EMAIL}` has a name that Kubernetes accepts since version 1.34 but most shells do not. Use only A-Z, a-z, 0-9, `_`, `-` and `.`, and do not start with a digit.");
        }

        @Test
        void probes_must_use_a_port_that_a_container_of_the_pod_declares() {
            String probe = "httpGet: {path: /ready, port: http}";

            assertThat(problems(probe, "httpGet: {path: /ready, port: 8080}")).isEmpty();
            assertThat(problems(probe, "httpGet: {host: example.com, path: /ready, port: 8081}"))
                    .isEmpty();
            assertThat(problems(probe, "exec: {command: [ls]}")).isEmpty();
            assertThat(problems(
                            "    image: ghcr.io/acme/wait:1",
                            "    image: ghcr.io/acme/wait:1\n        livenessProbe: {grpc: {port: 8080}}"))
                    .as("of another container")
                    .isEmpty();
            for (String handler :
                    List.of("httpGet: {path: /ready, port: 8081}", "tcpSocket: {port: 8081}", "grpc: {port: 8081}")) {
                assertThat(problems(probe, handler))
                        .containsExactly(
                                "warning PROBE_PORT " + POD + ".containers[0].readinessProbe."
                                        + handler.substring(0, handler.indexOf(':'))
                                        + ".port: the probe uses the port `8081`, which no container of the pod declares. Let the"
                                        + " probe use the port that the container listens on, or declare the port below `ports`.");
            }
        }
    }
}
