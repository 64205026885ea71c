package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: NAME
              namespace: banking
            spec:
              selector:
                app: NAME
              ports:
              - port: 80
                targetPort: 8080
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: NAME
              namespace: banking
            spec:
              selector:
                matchLabels:
                  app: NAME
              template:
                metadata:
                  labels:
                    app: NAME
                spec:
                  securityContext:
                    runAsNonRoot: true
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                  - name: main
                    image: ghcr.io/example/NAME:1.4.2
                    ports:
                    - containerPort: 8080
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        drop: [ALL]
            """;

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void what_is_sound_is_0() {
        tool.sample("application.yaml");
        tool.sample("values.yaml");
        tool.file("manifests/deployment.yaml", DEPLOYMENT);
        assertThat(tool.run("check application.yaml values.yaml --chart webank"))
                .isEqualTo(
                        new Result(
                                0,
                                "",
                                "2 files, 0 errors, 0 warnings; checked: Applications of Webank's charts (1), values of Webank's charts (1)\n"));
    }

    @Test
    void every_file_is_reported_sorted_by_line_whatever_is_wrong_with_another() {
        tool.file("a.yaml", "a: [\n");
        tool.file("b.yaml", Tool.OBS.replace("1.4.2", "latest") + "replicaCounts: 3\n");
        Result result = tool.run("check b.yaml missing.yaml a.yaml --chart webank-obs");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().map(line -> line.replaceFirst("( [a-zA-Z.]+)?: [^:(]*$", "")))
                .containsExactly(
                        "b.yaml:2:3: warning IMAGE_TAG_LATEST",
                        "b.yaml:8:1: error UNKNOWN_KEY",
                        "missing.yaml: error FILE_MISSING",
                        "a.yaml:2:1: error YAML_SYNTAX",
                        "3 files, 3 errors, 1 warning; checked: values of Webank's charts (1), files that cannot be read (2)");
    }

    @Test
    void warnings_alone_are_0() {
        tool.file("a.yaml", Tool.OBS.replace("1.4.2", "latest"));
        Result result = tool.run("check a.yaml --chart webank-obs");
        assertThat(result.code()).isZero();
        assertThat(result.err()).endsWith("\n1 file, 0 errors, 1 warning\n");
    }

    @Test
    void standard_input_is_read() {
        assertThat(tool.input("a: b: c\n").run("check -").err())
                .startsWith("<stdin>:1:5: error YAML_SYNTAX: ")
                .endsWith("\n1 file, 1 error, 0 warnings\n");
    }

    @Nested
    class an_application {
        @Test
        void is_checked_with_its_values() {
            tool.sample("application.yaml");
            tool.file(
                    "faulty.yaml",
                    tool.text("application.yaml")
                            .replace("  revisionHistoryLimit: 4", "    revisionHistoryLimit: 4")
                            .replace("pullPolicy: Always", "pullPolicies: Always"));
            Result result = tool.run("check faulty.yaml");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err().lines().map(line -> line.replaceFirst(": `.*", "")))
                    .containsExactly(
                            "faulty.yaml:22:13: error UNKNOWN_KEY Application/argocd/webank.spec.source.helm.valuesObject.userapp.image.pullPolicies",
                            "faulty.yaml:32:13: error UNKNOWN_KEY Application/argocd/webank.spec.source.helm.valuesObject.obs.image.pullPolicies",
                            "faulty.yaml:47:13: error UNKNOWN_KEY Application/argocd/webank.spec.source.helm.valuesObject.prs.image.pullPolicies",
                            "faulty.yaml:79:5: error UNKNOWN_KEY Application/argocd/webank.spec.syncPolicy.revisionHistoryLimit",
                            "1 file, 4 errors, 0 warnings");
        }

        @Test
        void is_checked_for_a_version_of_argo_cd() {
            tool.file("app.yaml", """
                    apiVersion: argoproj.io/v1alpha1
                    kind: Application
                    metadata: {name: a, namespace: argocd}
                    spec:
                      project: default
                      source: {repoURL: "https://git.example.com/a", path: b}
                      destination: {name: in-cluster, namespace: c}
                      syncPolicy: {retry: {refresh: true}}
                    """);

            assertThat(tool.run("check app.yaml"))
                    .isEqualTo(
                            new Result(
                                    0,
                                    "",
                                    "app.yaml:8:24: warning VERSION_DEPENDENT Application/argocd/a.spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in Argo CD 3.2 and later. Make sure that your cluster has such a version, or check for the version that it has.\n1 file, 0 errors, 1 warning\n"));
            assertThat(tool.run("check app.yaml --argocd-version 3.1").code()).isEqualTo(2);
            assertThat(tool.run("check app.yaml --argocd-version 3.2"))
                    .isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
        }

        @Test
        void is_checked_in_the_template_of_an_application_set_too() {
            tool.file("set.yaml", """
                    apiVersion: argoproj.io/v1alpha1
                    kind: ApplicationSet
                    metadata: {name: a, namespace: argocd}
                    spec:
                      generators: [{list: {elements: [{env: dev}]}}]
                      template:
                        metadata: {name: "a-{{env}}"}
                        spec:
                          project: default
                          source: {repoURL: "https://git.example.com/a", path: "{{env}}", valueFiles: [a.yaml]}
                          destination: {name: in-cluster, namespace: c}
                    """);

            assertThat(tool.run("check set.yaml"))
                    .isEqualTo(
                            new Result(
                                    2,
                                    "",
                                    "set.yaml:10:71: error UNKNOWN_KEY ApplicationSet/argocd/a.spec.template.spec.source.valueFiles: `valueFiles` is not a key of `source`. Move it to `helm.valueFiles`.\n1 file, 1 error, 0 warnings\n"));
        }

        @Test
        void of_another_chart_says_that_its_values_are_not_checked() {
            tool.sample("application.yaml");
            tool.file("other.yaml", tool.text("application.yaml").replace("chart: webank\n", "chart: webanc\n"));
            assertThat(tool.run("check other.yaml")).isEqualTo(new Result(0, "", """
                                    other.yaml:10:5: warning CHART_UNKNOWN Application/argocd/webank.spec.source.chart: the values of the chart `webanc` are not checked. Did you mean `webank`? This tool knows the charts webank, webank-obs, webank-prs, webank-userapp.
                                    1 file, 0 errors, 1 warning
                                    """));
        }

        @Test
        void with_values_that_are_not_in_it_gets_a_warning() {
            tool.sample("application.yaml");
            tool.file(
                    "other.yaml",
                    tool.text("application.yaml").replace("        - values.yaml\n", "        - prod.yaml\n"));
            assertThat(tool.run("check other.yaml")).isEqualTo(new Result(0, "", """
                                    other.yaml:14:7: warning VALUES_ELSEWHERE Application/argocd/webank.spec.source.helm.valueFiles: `valueFiles` has values that are not read here. Write all values into `valuesObject`.
                                    1 file, 0 errors, 1 warning
                                    """));
        }
    }

    @Nested
    class values {
        @Test
        void are_those_of_the_chart_beside_them() {
            tool.file("obs/Chart.yaml", "apiVersion: v2\nname: webank-obs\nversion: 1.2.0\n");
            tool.file("obs/values.yaml", Tool.OBS);
            assertThat(tool.run("check obs"))
                    .isEqualTo(
                            new Result(
                                    0,
                                    "",
                                    "1 file, 0 errors, 0 warnings; checked: values of Webank's charts (1); passed over: Chart.yaml files (1)\n"));
        }

        @Test
        void are_else_those_of_the_chart_that_knows_most_of_their_keys() {
            tool.file("values.yaml", Tool.OBS);
            assertThat(tool.run("check values.yaml")).isEqualTo(new Result(0, "", """
                                    values.yaml: checked as values of the chart webank-obs; use --chart for another one
                                    1 file, 0 errors, 0 warnings
                                    """));
        }
    }

    @Nested
    class manifests {
        @Test
        void in_lists_are_checked_one_by_one() {
            tool.file("list.yaml", """
                    apiVersion: v1
                    kind: List
                    metadata: {resourceVersion: ""}
                    items:
                    - apiVersion: v1
                      kind: ConfigMap
                      metadata: {name: a}
                      data: {count: 1}
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: RoleList
                    items:
                    - metadata: {name: r}
                      rules: []
                    """);

            assertThat(tool.run("check list.yaml")).isEqualTo(new Result(2, "", """
                                    list.yaml:8:10: error WRONG_TYPE ConfigMap/a.data.count: `count` is a number; a string is expected. Write it in quotes.
                                    1 file, 1 error, 0 warnings
                                    """));
        }

        @Test
        void are_checked_together_with_those_in_other_files() {
            tool.file("all/a/service.yaml", SERVICE.replace("NAME", "one"));
            assertThat(tool.run("check all")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
            assertThat(tool.run("check all --complete").err())
                    .contains("all/a/service.yaml:", ": error DANGLING_REFERENCE Service/banking/one.spec.selector: ");
            tool.file("all/b/deployment.yml", DEPLOYMENT.replace("NAME", "one"));
            assertThat(tool.run("check all")).isEqualTo(new Result(0, "", "2 files, 0 errors, 0 warnings\n"));
            assertThat(tool.run("check all/a/service.yaml all/b").code()).isZero();
        }

        @Test
        void are_checked_for_a_version_of_kubernetes() {
            tool.file("pod.yaml", """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: a, namespace: b}
                    spec:
                      hostnameOverride: a.b
                      containers: [{name: a, image: "c:1"}]
                    """);

            assertThat(tool.run("check pod.yaml").err())
                    .contains("pod.yaml:5:3: warning VERSION_DEPENDENT Pod/b/a.spec.hostnameOverride: ");
            assertThat(tool.run("check pod.yaml --kubernetes-version 1.34").err())
                    .doesNotContain("hostnameOverride");
            Result older = tool.run("check pod.yaml --kubernetes-version v1.33.2");
            assertThat(older.err()).contains("pod.yaml:5:3: error UNKNOWN_KEY Pod/b/a.spec.hostnameOverride: ");
            assertThat(older.code()).isEqualTo(2);
        }

        @Test
        void of_kinds_that_nobody_describes_are_counted() {
            for (String name : new String[] {"a", "b"}) {
                tool.file(
                        name + ".yaml",
                        "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: " + name + "}\nspec: 1\n");
            }
            tool.file("c.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: c}\nspec: {}\n");

            assertThat(tool.run("check a.yaml b.yaml c.yaml"))
                    .isEqualTo(
                            new Result(
                                    0,
                                    "",
                                    "3 files, 0 errors, 0 warnings; of 3 objects only the metadata was checked: `Rollout` of `argoproj.io/v1alpha1`, `Shop` of `example.com/v1`\n"));
        }

        @Test
        void of_custom_resources_are_checked_by_their_definition() {
            tool.file(
                    "shop.yaml", "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: a}\nspec: {size: large}\n");
            tool.file("crds/kustomization.yaml", "resources: [shops.yaml]\n");
            tool.file("crds/shops.yaml", """
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
                            openAPIV3Schema:
                              type: object
                              properties: {spec: {type: object, properties: {size: {type: integer}}}}
                    """);
            String problem =
                    "shop.yaml:4:8: error WRONG_TYPE Shop/a.spec.size: `size` is a string; a whole number is expected. Write a whole number without quotes, as in `size: 1`.\n";

            assertThat(tool.run("check shop.yaml").code()).isZero();
            assertThat(tool.run("check shop.yaml --schemas crds"))
                    .isEqualTo(new Result(2, "", problem + "1 file, 1 error, 0 warnings\n"));
            assertThat(tool.run("check shop.yaml crds/shops.yaml"))
                    .isEqualTo(new Result(2, "", problem + "2 files, 1 error, 0 warnings\n"));
        }

        @Test
        void are_not_checked_by_definitions_that_there_are_not() {
            tool.file("pod/pod.yaml", SERVICE.replace("NAME", "one"));

            assertThat(tool.run("check pod --schemas pod --schemas none")).isEqualTo(new Result(2, "", """
                                    pod: error NO_DEFINITIONS: `--schemas` has no CustomResourceDefinition here. Name a file or a folder with the definitions of the custom resources.
                                    none: error FILE_MISSING: there is no such file. Check the path.
                                    """));
        }

        @Test
        void are_not_checked_for_a_version_that_is_not_described() {
            assertThat(tool.run("check pod.yaml --kubernetes-version 1.20 --argocd-version 2.0"))
                    .isEqualTo(new Result(2, "", """
                                    webank-deploy: error VERSION_UNSUPPORTED --kubernetes-version: `1.20` is not a supported version of Kubernetes. Write one of 1.32 to 1.37.
                                    webank-deploy: error VERSION_UNSUPPORTED --argocd-version: `2.0` is not a supported version of Argo CD. Write one of 2.13 to 3.6.
                                    """));
        }

        @Test
        void of_folders_side_by_side_with_the_same_objects_are_checked_folder_by_folder() {
            for (String environment : new String[] {"dev", "prod"}) {
                tool.file("all/" + environment + "/one/service.yaml", SERVICE.replace("NAME", "one"));
                tool.file("all/" + environment + "/one/deployment.yaml", DEPLOYMENT.replace("NAME", "one"));
            }
            tool.file("all/prod/two/service.yaml", SERVICE.replace("NAME", "two"));
            assertThat(tool.run("check all")
                            .err()
                            .lines()
                            .map(line -> line.replaceFirst("( [a-zA-Z/.]+)?: [^:]*$", "")))
                    .containsExactly(
                            "all/prod/two/service.yaml:7:3: warning DANGLING_REFERENCE",
                            "5 files, 0 errors, 1 warning");
        }

        @Test
        void of_one_folder_are_there_once() {
            tool.file(
                    "all/a.yaml",
                    "---\n" + DEPLOYMENT.replace("NAME", "one") + "---\n" + DEPLOYMENT.replace("NAME", "one"));
            tool.file("all/b.json", """
                    {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "one", "namespace": "banking"}}
                    """);
            assertThat(tool.run("check all")).isEqualTo(new Result(2, "", """
                                    all/a.yaml:30:1: warning OBJECT_DUPLICATE: `Deployment/banking/one` is also in `all/a.yaml:2:1`. Leave one of them out, or give it another name or namespace.
                                    all/b.json:1:1: error MISSING_KEY Deployment/banking/one.spec: `spec` is missing in `Deployment/banking/one`. Write it with `selector` and `template`.
                                    all/b.json:1:1: warning OBJECT_DUPLICATE: `Deployment/banking/one` is also in `all/a.yaml:2:1`. Leave one of them out, or give it another name or namespace.
                                    2 files, 1 error, 2 warnings
                                    """));
            assertThat(tool.run("check --complete all").err()).endsWith("2 files, 3 errors, 0 warnings\n");
        }
    }

    @Nested
    class a_folder {
        @Test
        void is_read_to_its_depth_but_for_what_is_hidden_or_no_yaml() {
            tool.file("all/b/c.yaml", "a: [");
            tool.file("all/a.json", "a: [");
            tool.file("all/d.yml", "a: [");
            tool.file("all/.git/a.yaml", "x");
            tool.file("all/.a.yaml", "x");
            tool.file("all/a.txt", "x");
            assertThat(tool.run("check all/").err().lines().map(line -> line.replaceFirst(": .*", "")))
                    .containsExactly(
                            "all/a.json:1:5", "all/b/c.yaml:1:5", "all/d.yml:1:5", "3 files, 0 errors, 3 warnings");
        }

        @Test
        void may_hold_files_that_are_commented_out() {
            tool.file("all/a.yaml", "# a: b\n");
            assertThat(tool.run("check all")).isEqualTo(new Result(0, "", """
                                    all/a.yaml: warning YAML_EMPTY: the file is empty. Write a document into it, or remove it.
                                    1 file, 0 errors, 1 warning
                                    """));
        }

        @Test
        void that_holds_itself_by_a_link_has_an_end() throws IOException {
            tool.file("all/a.yaml", DEPLOYMENT.replace("NAME", "one"));
            Files.createSymbolicLink(tool.path("all/loop"), tool.path("all"));
            assertThat(tool.run("check all")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
        }
    }

    @Nested
    class rules {
        private static final String OWNED =
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {owner: ''}}\ndata: {a: 1}\n";

        @Test
        void are_for_checks_of_a_team_too() {
            tool.file("all/a.yaml", OWNED);
            tool.file(
                    "all/.webank-deploy.yaml",
                    "rules:\n- {code: WRONG_TYPE, severity: warning, until: '2000-01-01', reason: old}\n");
            String type =
                    "all/a.yaml:4:8: error WRONG_TYPE ConfigMap/a.data.a: `a` is a number; a string is expected. Write it in quotes.\n";
            String expired =
                    "all/.webank-deploy.yaml:2:3: warning WAIVER_EXPIRED rules[0]: the rule `WRONG_TYPE warning until 2000-01-01` does not hold any more. Correct the problems, or give it another date.\n";

            assertThat(tool.run("check all"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            expired
                                    + "all/a.yaml:3:30: error OWNER_MISSING ConfigMap/a.metadata.labels.owner: nobody owns the object. Name a team.\n"
                                    + type + "1 file, 2 errors, 1 warning\n"));
            assertThat(tool.run(new String[] {"check", "all", "--rule", "OWNER_MISSING waived of ConfigMap/a: a test"}))
                    .isEqualTo(
                            new Result(
                                    2,
                                    "",
                                    expired + type
                                            + "1 problem by the rule OWNER_MISSING waived of ConfigMap/a: a test\n1 file, 1 error, 1 warning\n"));
        }

        @Test
        void that_cannot_be_read_are_refused() {
            assertThat(tool.run(new String[] {"check", "all", "--rule", "A waived", "--output", "xml"}))
                    .isEqualTo(new Result(2, "", """
                                    webank-deploy: error UNKNOWN_VALUE: `--output` cannot be `xml`. Use one of text, json, sarif, junit, github.
                                    webank-deploy: error WAIVER_INVALID --rule: `A waived` is not a rule: it has no reason. Write `CODE waived: REASON`.
                                    """));
        }
    }

    @Test
    void other_formats_go_to_standard_output() {
        tool.file("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: 1}\n");

        Result sarif = tool.run("check a.yaml --output sarif");

        assertThat(sarif.code()).isEqualTo(2);
        assertThat(sarif.out()).contains("\"ruleId\": \"WRONG_TYPE\"");
        assertThat(sarif.err()).isEqualTo("1 file, 1 error, 0 warnings\n");
        assertThat(tool.run("check a.yaml --output github").out())
                .startsWith("::error title=WRONG_TYPE,file=a.yaml,line=4,col=8::ConfigMap/a.data.a: ");
    }

    @Test
    void the_tree_that_generate_writes_has_no_errors() {
        tool.run("generate --out tree");
        Result result = tool.run("check tree");
        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain(": error ");
    }
}
