package com.adorsys.webank.deploy.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Check;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentChecksTest {
    private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME}\ndata: {a: b}\n";
    private static final String FAULTY = CONFIG.replace("a: b", "a: 1");

    @TempDir
    Path folder;

    private Path file(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentReport check() {
        return DocumentChecks.all().check(List.of(DocumentSource.of("all", folder)));
    }

    /** The problems of a text without their texts. */
    private static List<String> found(DocumentReport report) {
        return report.problems().stream()
                .map(problem ->
                        problem.toString().replaceFirst("(?s): [^:]*$", "").replaceFirst(": [^ ]*[`'].*", ""))
                .toList();
    }

    private static List<String> codes(DocumentReport report) {
        return report.problems().stream()
                .map(problem -> problem.severity().text() + " " + problem.code())
                .toList();
    }

    @Nested
    class A_text {
        @Test
        void is_checked_with_its_places() {
            DocumentReport report = DocumentChecks.all().check("a.yaml", FAULTY.replace("NAME", "a"));

            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "a.yaml:4:8: error WRONG_TYPE ConfigMap/a.data.a: `a` is a number; a string is expected. Write it in quotes.");
            assertThat(report).hasToString("1 file, 1 error, 0 warnings");
            assertThat(report.checked()).isEqualTo(Map.of("manifests", 1));
        }

        @ParameterizedTest
        @EnumSource(Check.Reach.class)
        void is_checked_by_a_check_of_a_user(Check.Reach reach) {
            DocumentReport report = DocumentChecks.all()
                    .plusCheck(new DataCheck(reach))
                    .plusRule(SeverityRule.parse("DATA_NAMED waived of ConfigMap/a: known"))
                    .check("a.yaml", """
                            {apiVersion: v1, kind: ConfigMap, metadata: {name: a},
                             data: {k: v}}
                            ---
                            {apiVersion: v1, kind: ConfigMap, metadata: {generateName: b-},
                             data: {k: v}}
                            """);

            assertThat(found(report))
                    .contains(
                            "a.yaml:5:9: warning DATA_NAMED ConfigMap/b-.data.k",
                            (reach == Check.Reach.OBJECT ? "a.yaml:1:1: " : "")
                                    + "warning DATA_UNNAMED ConfigMap/a.data")
                    .noneMatch(text -> text.contains("DATA_NAMED ConfigMap/a"));
        }

        /** Reports data, once at a place that names the object, and once at one that does not. */
        private record DataCheck(Reach reach) implements Check {
            @Override
            public String name() {
                return "data";
            }

            @Override
            public void check(ManifestSet manifests, List<Problem> into) {
                for (Manifest manifest : manifests.all("ConfigMap")) {
                    into.add(Problem.warning(
                            "DATA_NAMED", manifests.place(manifest, "data.k"), "there is data", "remove it"));
                    into.add(Problem.warning(
                            "DATA_UNNAMED", Location.of(manifest.path("data")), "there is data", "remove it"));
                }
            }
        }

        @Test
        void of_json_objects_one_after_another_is_checked() {
            DocumentReport report = DocumentChecks.all().check("a.json", """
                    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}
                    {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}, "data": {"c": 1}}
                    """);

            assertThat(codes(report)).containsExactly("error WRONG_TYPE");
        }

        @Test
        void with_lists_of_any_kind_has_its_items_checked() {
            DocumentReport report = DocumentChecks.all().check("a.yaml", """
                    kind: ConfigMapList
                    apiVersion: v1
                    items:
                    - metadata: {name: a}
                      data: {k: 1}
                    ---
                    apiVersion: v1
                    kind: List
                    items: []
                    """);

            assertThat(found(report)).containsExactly("a.yaml:5:10: error WRONG_TYPE ConfigMap/a.data.k");
        }

        @Test
        void may_leave_the_name_to_the_api_server() {
            String job = """
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {generateName: load-, namespace: bank}
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                          containers:
                          - name: load
                            image: loader:1
                            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    """;
            DocumentReport report = DocumentChecks.all().check("a.yaml", job + "---\n" + job + "  replicas: 1\n");

            assertThat(found(report)).containsExactly("a.yaml:26:3: error UNKNOWN_KEY Job/bank/load-.spec.replicas");
        }

        @Test
        void of_a_review_needs_no_name() {
            assertThat(DocumentChecks.all().check("a.yaml", """
                                    apiVersion: authorization.k8s.io/v1
                                    kind: SelfSubjectAccessReview
                                    spec: {resourceAttributes: {verb: get, resource: pods}}
                                    """).problems()).isEmpty();
        }

        @Test
        void without_a_name_is_an_error() {
            assertThat(found(DocumentChecks.all().check("a.yaml", "apiVersion: v1\nkind: ConfigMap\n")))
                    .containsExactly("a.yaml:1:1: error MANIFEST_INVALID metadata.name");
            assertThat(codes(DocumentChecks.all().check("a.yaml", "kind: Deployment\nspec: {}\n")))
                    .containsExactly("error MANIFEST_INVALID", "error MANIFEST_INVALID");
        }

        @Test
        void that_is_passed_over_gets_a_warning_since_it_was_named() {
            DocumentReport report = DocumentChecks.all().check("a.yaml", "services: {web: {image: nginx}}\n");

            assertThat(report.problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "a.yaml: warning NOT_CHECKED: this file is not checked: it is one of the files of Compose. Leave it out, or name files with objects of Kubernetes.");
            assertThat(report).hasToString("0 files, 0 errors, 1 warning; passed over: files of Compose (1)");
        }
    }

    @Nested
    class A_folder {
        @Test
        void of_another_file_system_is_read_too() throws IOException {
            Path archive = folder.resolve("all.zip");
            try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
                Path below = Files.createDirectories(zip.getPath("/deploy/below"));
                Files.writeString(below.resolve("a.yaml"), FAULTY.replace("NAME", "a"));
                Files.writeString(below.resolveSibling("b.yaml"), CONFIG.replace("NAME", "b"));

                DocumentReport report =
                        DocumentChecks.all().check(List.of(DocumentSource.of("all", zip.getPath("/deploy"))));

                assertThat(report.files()).containsExactly("all/b.yaml", "all/below/a.yaml");
                assertThat(found(report)).containsExactly("all/below/a.yaml:4:8: error WRONG_TYPE ConfigMap/a.data.a");
            }
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        void may_have_files_whose_names_are_no_text() throws IOException, InterruptedException {
            file("b.yaml", CONFIG.replace("NAME", "b"));
            // The letter of Latin-1, which is no UTF-8.
            Process copy = new ProcessBuilder(
                            "sh", "-c", "mkdir \"$(printf 'c\\374')\" && cp b.yaml \"$(printf 'c\\374/a\\374.yaml')\"")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            assertThat(copy.waitFor()).isZero();

            DocumentReport report = check();

            assertThat(report.checked()).isEqualTo(Map.of("manifests", 2));
            assertThat(report.problems()).isEmpty();
        }

        @Test
        void with_a_kustomization_is_checked_without_the_files_that_it_uses_for_something_else() {
            file("base/cm.yaml", CONFIG.replace("NAME", "a"));
            file("base/kustomization.yaml", "resources: [cm.yaml]\n");
            file("overlay/kustomization.yml", """
                    apiVersion: kustomize.config.k8s.io/v1beta1
                    kind: Kustomization
                    resources: [../base]
                    components: [../component]
                    patches:
                    - path: patch.yaml
                    - patch: '[{"op": "remove", "path": "/data"}]'
                      target: {kind: ConfigMap}
                    patchesStrategicMerge: [old.yaml, "kind: ConfigMap\\n"]
                    configMapGenerator: [{name: c, files: [d.yaml=data/config.yaml]}]
                    helmCharts: [{name: x, valuesFile: values.yaml}]
                    """);
            file(
                    "overlay/patch.yaml",
                    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n");
            file("overlay/old.yaml", "kind: Deployment\nspec: 1\n");
            file("overlay/data/config.yaml", "apiVersion: v1\nkind: Service\n");
            file("overlay/values.yaml", "a: b\n");
            file("component/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n");

            assertThat(check())
                    .hasToString(
                            "1 file, 0 errors, 0 warnings; checked: manifests (1); passed over: Kustomizations (3), "
                                    + "contents of ConfigMaps and Secrets (1), patches of Kustomizations (2), values of other charts (1)");
        }

        @Test
        void that_is_a_helm_chart_is_checked_without_its_templates_and_values() {
            file("chart/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
            file("chart/values.yaml", "replicaCount: 1\n");
            file("chart/values.schema.json", "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}\n");
            file("chart/templates/deep/a.yaml", "name: {{ .Values.name }}\n");
            file("chart/crds/cm.yaml", FAULTY.replace("NAME", "a"));
            file("templates/cm.yaml", FAULTY.replace("NAME", "b"));

            DocumentReport report = check();

            assertThat(found(report))
                    .containsExactly(
                            "all/chart/crds/cm.yaml:4:8: error WRONG_TYPE ConfigMap/a.data.a",
                            "all/templates/cm.yaml:4:8: error WRONG_TYPE ConfigMap/b.data.a");
            assertThat(report.passedOver())
                    .isEqualTo(Map.of(
                            "Chart.yaml files",
                            1,
                            "Helm templates",
                            1,
                            "JSON schemas",
                            1,
                            "values of other charts",
                            1));
        }

        @Test
        void of_templates_that_was_named_is_passed_over_too() {
            file("chart/Chart.yaml", "name: web\n");
            Path template = file("chart/templates/a.yaml", "a: {{ .Values.a }}\n");

            assertThat(codes(DocumentChecks.all().check(template))).containsExactly("warning NOT_CHECKED");
            assertThat(DocumentChecks.all().check(template.getParent()).problems())
                    .isEmpty();
        }

        @Test
        void may_have_files_of_other_tools() {
            file("a.yaml", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: c, region: r}\n");
            file("b.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes: []\n");
            file("c.yaml", "apiVersion: v1\nkind: Config\nclusters: []\n");
            file("d.json", "{\"title\": \"Pods\", \"panels\": [], \"schemaVersion\": 39}\n");
            file("e.yaml", "- hosts: all\n  tasks: []\n");
            file("f.yaml", "- {op: remove, path: /a}\n");
            file("g.yaml", "kind: pipeline\ntype: docker\nname: build\n");
            file("h.yaml", "{% if a %}\na: b\n{% endif %}\n");
            file("i.yaml", "groups: [{name: a, rules: []}]\n");
            file("j.yaml", "just a text\n");
            file("k.yaml", "replicaCount: 2\n");
            file("l.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .name }}\n");

            DocumentReport report = check();

            assertThat(report.problems()).isEmpty();
            assertThat(report.checked()).isEmpty();
            assertThat(report.passedOver())
                    .isEqualTo(Map.ofEntries(
                            Map.entry("files of eksctl", 1),
                            Map.entry("files of kind", 1),
                            Map.entry("files of kubectl", 1),
                            Map.entry("dashboards", 1),
                            Map.entry("files of Ansible", 1),
                            Map.entry("patches of Kustomizations", 1),
                            Map.entry("templates of other tools", 2),
                            Map.entry("files of Prometheus", 1),
                            Map.entry("other files", 3)));
        }

        @Test
        void with_an_application_set_without_quotes_is_no_template() {
            file("a.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: {{ .name }}\n");

            assertThat(codes(check())).containsExactly("error YAML_KEY");
        }

        @Test
        void with_capitals_in_wrong_places_is_an_object() {
            file("a.yaml", "apiVersion: v1\nKind: ConfigMap\nMetadata: {name: a}\n");
            file("b.yaml", "apiversion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");

            assertThat(check().errors().stream().map(Problem::toString))
                    .containsExactly(
                            "all/a.yaml:1:1: error MANIFEST_INVALID kind: `kind` is missing. Write `kind` instead of"
                                    + " `Kind`.",
                            "all/a.yaml:3:1: error MANIFEST_INVALID Metadata: `metadata` is missing. Write `metadata`"
                                    + " instead of `Metadata`.",
                            "all/b.yaml:1:1: error MANIFEST_INVALID apiVersion: `apiVersion` is missing. Write"
                                    + " `apiVersion` instead of `apiversion`.");
        }

        @Test
        void with_names_in_braces_is_a_template() {
            file("a.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  config: {{config_data}}\n");
            file("b.yaml", "apiVersion: v1\nkind: ReplicationController\nspec:\n  replicas: {{ replicas }}\n");
            file("c.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: {{$.Env.A}}\n");

            DocumentReport report = check();

            assertThat(report.problems()).isEmpty();
            assertThat(report.passedOver()).isEqualTo(Map.of("templates of other tools", 3));
        }

        @Test
        void with_values_in_braces_without_quotes_is_no_template() {
            file(
                    "workflow.yaml",
                    "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec:\n  entrypoint: {{workflow.name}}\n");
            file(
                    "rule.yaml",
                    "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  summary: {{ $labels.pod }}\n");

            assertThat(codes(check())).containsExactly("error YAML_KEY", "error YAML_KEY");
        }

        @Test
        void with_alternatives_is_checked_in_each_of_them() {
            String set = """
                    apiVersion: apps/v1
                    kind: StatefulSet
                    metadata: {name: a}
                    spec:
                      serviceName: a
                      selector: {matchLabels: {app: a}}
                      template:
                        metadata: {labels: {app: LABEL}}
                        spec: {containers: [{name: a, image: "a:1"}]}
                    """;
            file("a.yaml", set.replace("LABEL", "a"));
            file("b.yaml", set.replace("LABEL", "b"));

            assertThat(check().errors())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.location().position()).startsWith("all/b.yaml"));
        }

        @Test
        void may_have_files_that_are_alternatives() {
            file("a.yaml", CONFIG.replace("NAME", "a"));
            file("b.yaml", CONFIG.replace("NAME", "a"));

            assertThat(codes(check())).containsExactly("warning OBJECT_DUPLICATE");
            assertThat(codes(DocumentChecks.all().complete().check(folder))).containsExactly("error OBJECT_DUPLICATE");

            file("b.yaml", "---\n" + CONFIG.replace("NAME", "b") + "---\n" + CONFIG.replace("NAME", "b"));

            assertThat(codes(check())).containsExactly("warning OBJECT_DUPLICATE");
        }

        @Test
        void may_have_custom_resources_that_look_like_files_of_tools() {
            file("a.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: 1}\n");
            file("b.yaml", "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec: {}\n");

            assertThat(codes(check())).containsExactly("error MANIFEST_INVALID", "error MANIFEST_INVALID");
        }

        @Test
        void with_a_document_without_kind_beside_an_object_gets_a_warning() {
            file("a.yaml", CONFIG.replace("NAME", "a") + "---\nmetadata: {name: b}\n");

            assertThat(check().problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "all/a.yaml:6:1: warning NOT_CHECKED: this document is not checked: it is not an object of Kubernetes. Write `apiVersion` and `kind`, or move it to another file.");
        }
    }

    @Nested
    class A_kind_of_others {
        private static final DocumentKind RECIPES = new DocumentKind() {
            @Override
            public String name() {
                return "recipes";
            }

            @Override
            public Optional<DocumentCheck> recognize(Document document) {
                return document.tree() instanceof MapTree map && map.has("dish")
                        ? Optional.of(into -> {
                            into.note("looks tasty");
                            into.add(Problem.warning(
                                    ProblemCodes.MISSING_KEY,
                                    document.locations().of("dish"),
                                    "no salt",
                                    "add some"));
                        })
                        : Optional.empty();
            }
        };

        @Test
        void is_recognized_and_checked() {
            DocumentReport report = DocumentChecks.all().plusKind(RECIPES).check("a.yaml", "dish: soup\n");

            assertThat(report.problems())
                    .extracting(Problem::location)
                    .containsExactly(Location.of("a.yaml", 1, 1, "dish"));
            assertThat(report.checked()).isEqualTo(Map.of("recipes", 1));
            assertThat(report.notes()).containsExactly("a.yaml: looks tasty");
        }

        @Test
        void may_be_an_object_which_is_checked_as_such_too() {
            DocumentReport report = DocumentChecks.all()
                    .plusKind(RECIPES)
                    .check("a.yaml", CONFIG.replace("NAME", "a") + "dish: soup\n");

            assertThat(found(report))
                    .containsExactly(
                            "a.yaml:5:1: error UNKNOWN_KEY ConfigMap/a.dish",
                            "a.yaml:5:1: warning MISSING_KEY ConfigMap/a.dish");
        }
    }

    @Nested
    class References {
        private static final String SERVICE = """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: bank}
                spec: {selector: {app: web, rollouts-pod-template-hash: a1}, ports: [{port: 80, targetPort: http}]}
                """;
        private static final String INGRESS = """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: bank}
                spec: {defaultBackend: {service: {name: shop, port: {number: 80}}}}
                """;
        private static final String OTHER_PODS = """
                apiVersion: v1
                kind: Pod
                metadata: {name: other, namespace: bank, labels: {app: other}}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: a
                    image: b:1
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """;

        private static List<String> check(DocumentChecks checks, String... texts) {
            return codes(checks.check("a.yaml", String.join("---\n", texts)));
        }

        @Test
        void may_lead_elsewhere_unless_the_objects_are_complete() {
            assertThat(check(DocumentChecks.all(), SERVICE)).isEmpty();
            assertThat(check(DocumentChecks.all(), INGRESS)).isEmpty();
            assertThat(check(DocumentChecks.all(), SERVICE, OTHER_PODS)).containsExactly("warning DANGLING_REFERENCE");
            assertThat(check(DocumentChecks.all(), INGRESS, SERVICE)).containsExactly("warning DANGLING_REFERENCE");
            assertThat(check(DocumentChecks.all().complete(), SERVICE, INGRESS))
                    .containsExactly("error DANGLING_REFERENCE", "error DANGLING_REFERENCE");
        }

        @Test
        void may_lead_to_pods_of_a_custom_workload() {
            String rollout = """
                    apiVersion: argoproj.io/v1alpha1
                    kind: Rollout
                    metadata: {name: web, namespace: bank}
                    spec:
                      template:
                        metadata: {labels: {app: web}}
                        spec: {containers: [{name: web, image: "a:1", ports: [{name: PORT, containerPort: 8080}]}]}
                    """;
            DocumentChecks complete = DocumentChecks.all().complete();

            assertThat(check(complete, rollout.replace("PORT", "http"), SERVICE))
                    .isEmpty();
            assertThat(check(complete, rollout.replace("PORT", "web"), SERVICE))
                    .containsExactly("error DANGLING_REFERENCE");
        }

        @Test
        void may_lead_to_what_an_operator_makes() {
            String prometheus =
                    "apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: k8s, namespace: bank}\nspec: {}\n";
            String secret =
                    "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: {name: k8s, namespace: bank}\nspec: {}\n";
            DocumentChecks complete = DocumentChecks.all().complete();

            assertThat(check(DocumentChecks.all(), prometheus, SERVICE, OTHER_PODS))
                    .isEmpty();
            assertThat(check(complete, prometheus, SERVICE)).containsExactly("warning DANGLING_REFERENCE");
            assertThat(check(complete, secret, SERVICE)).contains("error DANGLING_REFERENCE");
            assertThat(check(complete, SERVICE.replace("bank", "kube-system")))
                    .containsExactly("warning DANGLING_REFERENCE");
        }
    }

    @Nested
    class A_definition {
        private static final String DEFINITION = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: shops.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Shop, plural: shops}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {KEY: {type: string}}}}}
                """;

        private static final String SHOP =
                "{apiVersion: example.com/v1, kind: Shop, metadata: {name: a}, spec: {KEY: x}}\n";

        @Test
        void describes_objects_in_other_folders_though_some_have_the_same_objects() {
            file("crds/shops.yaml", DEFINITION.replace("KEY", "open"));
            file("blue/shop.yaml", SHOP.replace("KEY", "open"));
            file("green/shop.yaml", SHOP.replace("KEY", "closed"));

            assertThat(found(check()))
                    .containsExactly("all/green/shop.yaml:1:70: error UNKNOWN_KEY Shop/a.spec.closed");
        }

        @Test
        void of_the_nearest_folder_is_used() {
            file("v1/crd.yaml", DEFINITION.replace("KEY", "open"));
            file("v1/shop.yaml", SHOP.replace("KEY", "open"));
            file("v2/crd.yaml", DEFINITION.replace("KEY", "closed"));
            file("v2/shop.yaml", SHOP.replace("KEY", "closed"));
            file("docs/shop.yaml", SHOP.replace("KEY", "open"));

            assertThat(found(check())).isEmpty();
        }

        @Test
        void of_the_nearest_folder_that_refuses_what_another_allows_is_a_warning() {
            file("v1/crds/crd.yaml", DEFINITION.replace("KEY", "open"));
            file("v1/app/shop.yaml", SHOP.replace("KEY", "closed"));
            file("v2/crds/crd.yaml", DEFINITION.replace("KEY", "closed"));
            file("v2/app/shop.yaml", SHOP.replace("KEY", "either"));

            DocumentReport report = check();

            assertThat(found(report))
                    .containsExactly(
                            "all/v1/app/shop.yaml:1:70: warning UNKNOWN_KEY Shop/a.spec.closed",
                            "all/v2/app/shop.yaml:1:70: error UNKNOWN_KEY Shop/a.spec.either");
            assertThat(report.problems().get(0).what())
                    .isEqualTo("`closed` is not a key of `spec`; another definition of `Shop` in these files"
                            + " allows it");
        }

        @Test
        void that_is_deep_in_another_folder_is_one_of_several() {
            file("crds/shop/v1/crd.yaml", DEFINITION.replace("KEY", "open"));
            file("tests/upgrade/from/old/crd.yaml", DEFINITION.replace("KEY", "closed"));
            file("tests/smoke/first/shop.yaml", SHOP.replace("KEY", "open"));
            file("tests/smoke/second/shop.yaml", SHOP.replace("KEY", "closed"));
            file("tests/smoke/third/shop.yaml", SHOP.replace("KEY", "either"));

            assertThat(found(check()))
                    .containsExactly("all/tests/smoke/third/shop.yaml:1:70: error UNKNOWN_KEY Shop/a.spec.either");
        }
    }

    @Nested
    class A_file_of_another_tool {
        @Test
        void is_recognized_by_its_group() {
            file(
                    "operator.yaml",
                    "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {profile: demo}\n");
            file("review.yaml", "apiVersion: admission.k8s.io/v1\nkind: AdmissionReview\nrequest: {uid: a}\n");
            file(
                    "catalog.yaml",
                    "apiVersion: gator.gatekeeper.sh/v1alpha1\nkind: PolicyCatalog\nmetadata: {name: a, repository: b}\n");

            DocumentReport report = check();

            assertThat(report.problems()).isEmpty();
            assertThat(report.summary())
                    .contains("files of gator (1)", "files of istioctl (1)", "files of webhooks (1)");
        }

        @Test
        void that_cannot_be_read_is_a_warning_since_it_has_no_object() {
            file("mkdocs.yml", "nav: [a]\nindex: !!python/name:material.emoji\n");
            file("tsconfig.json", "{\"a\": {\"b\": [1,2] \"c\": 1}}");
            file("renovate.json", "{\"kinds\": \"of a kind\", \"a\": [\"github.com/kubernetes-sigs/kind\"}");
            file("broken.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a\n");
            file("broken.json", "{\"kind\" : \"ConfigMap\", \"metadata\": {\"name\": \"a\"");

            assertThat(found(check()))
                    .containsExactly(
                            "all/broken.json:1:36: error YAML_SYNTAX",
                            "all/broken.yaml:3:11: error YAML_SYNTAX",
                            "all/mkdocs.yml:2:8: warning YAML_TAG index",
                            "all/renovate.json:1:63: warning YAML_SYNTAX",
                            "all/tsconfig.json:1:19: warning YAML_SYNTAX");
        }

        @Test
        void that_cannot_be_read_is_a_warning_in_the_folder_of_a_chart_that_no_kind_knows() {
            file("chart/Chart.yaml", "apiVersion: v2\nname: loki\nversion: 1.0.0\n");
            file("chart/single.yaml", "labels:\n  a: b\n  a: c\n");
            DocumentKind ours = new DocumentKind() {
                @Override
                public String name() {
                    return "values";
                }

                @Override
                public boolean isBeside(DocumentChart chart) {
                    return chart.name().equals("loki");
                }

                @Override
                public Optional<DocumentCheck> recognize(Document document) {
                    return Optional.empty();
                }
            };

            assertThat(codes(check())).containsExactly("warning YAML_DUPLICATE_KEY");
            assertThat(codes(DocumentChecks.all().plusKind(ours).check(folder)))
                    .containsExactly("error YAML_DUPLICATE_KEY");
        }

        @Test
        void that_cannot_be_read_is_an_error_if_it_is_named() {
            Path named = file("tsconfig.json", "{\"a\": {\"b\": [1,2] \"c\": 1}}");

            assertThat(codes(DocumentChecks.all().check(named))).containsExactly("error YAML_SYNTAX");
        }
    }
}
