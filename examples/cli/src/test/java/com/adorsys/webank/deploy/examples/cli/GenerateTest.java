package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Waiver;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private static final String WARNINGS = """
            webank-deploy: warning METRICS_UNKNOWN environment.prod.onlineBanking.scaling: the autoscaler does not scale until the cluster has a metrics server, which EKS does not install by itself. Install it, and set `metricsServer(Autoscaling.MetricsServer.INSTALLED)`.
            """;

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder).with(() -> Environments.of(WebankEnvironments.dev(), WebankEnvironments.prod()));
    }

    @Test
    void writes_the_tree_and_shows_what_it_wrote() {
        Result first = tool.run("generate --out tree");
        int dev = WebankEnvironments.dev().tree().size();
        int prod = WebankEnvironments.prod().tree().size();
        assertThat(first).isEqualTo(new Result(0, """
                                environment  created  changed  removed  unchanged
                                dev          %7d        0        0          0
                                prod         %7d        0        0          0
                                all          %7d        0        0          0

                                Written to %s
                                """.formatted(dev, prod, dev + prod, tool.path("tree")), WARNINGS));
        assertThat(tool.text("tree/environments/dev/obs/deployment-webank-obs.yaml"))
                .contains("\nkind: Deployment\n");
        assertThat(tool.run("generate --out tree"))
                .isEqualTo(new Result(0, """
                                environment  created  changed  removed  unchanged
                                dev                0        0        0    %7d
                                prod               0        0        0    %7d
                                all                0        0        0    %7d

                                Written to %s
                                """.formatted(dev, prod, dev + prod, tool.path("tree")), WARNINGS));
    }

    @Test
    void writes_only_the_environments_that_are_named() {
        assertThat(tool.run("generate --out tree --environment dev").code()).isZero();
        assertThat(tool.path("tree/environments/dev")).isDirectory();
        assertThat(tool.path("tree/environments/prod")).doesNotExist();
        Result both = tool.run("generate --out tree --environment prod --environment=dev");
        assertThat(both.code()).isZero();
        assertThat(both.out()).contains("\ndev  ", "\nprod  ");
    }

    @Test
    void counts_the_objects_that_nobody_describes() {
        ManifestSet shop = ManifestSet.of(Manifest.of(MapTree.of("apiVersion", "example.com/v1")
                .with("kind", "Shop")
                .with("metadata", MapTree.of("name", "a").with("namespace", "webank"))));
        tool.with(() -> Environments.of(WebankEnvironments.dev().withExtraManifests(shop)));

        assertThat(tool.run("generate --out tree").err())
                .contains("webank-deploy: of 1 object only the metadata was checked: `Shop` of `example.com/v1`\n");
    }

    @Test
    void checks_for_the_version_that_is_named() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: webank}
                spec:
                  hostnameOverride: a.b
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                  - name: a
                    image: "b:1"
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """;
        ManifestSet extra = YamlReader.readManifests("pod.yaml", pod.getBytes(StandardCharsets.UTF_8));
        tool.with(() -> Environments.of(WebankEnvironments.dev()
                .withKubernetes(ProductVersion.kubernetes("1.33"))
                .withExtraManifests(extra)));
        String problem =
                "pod.yaml:5:3: error UNKNOWN_KEY Pod/webank/a.spec.hostnameOverride: `hostnameOverride` is a key of `spec` only in Kubernetes 1.34 and later, and not in Kubernetes 1.33. Remove it.\n";

        assertThat(tool.run("generate --out tree").err()).isEqualTo(problem);
        assertThat(tool.run("generate --out tree --kubernetes-version 1.34").code())
                .isZero();
    }

    @Test
    void refuses_an_environment_that_there_is_not() {
        Result result = tool.run("generate --out tree --environment de --environment dev");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("webank-deploy: error ENVIRONMENT_UNKNOWN environment: there is no environment `de`")
                .hasLineCount(1);
        assertThat(tool.path("tree")).doesNotExist();
    }

    @Test
    void shows_what_changed_and_went() {
        tool.run("generate --out tree");
        Result result = new Tool(folder)
                .with(() -> Environments.of(WebankEnvironments.dev()
                        .withWebank(WebankEnvironments.dev()
                                .webank()
                                .withPendingRegistration(java.util.Optional.empty())
                                .withNetwork(network -> network.withOutbound(List.of()))
                                .withUserApp(app -> app.withReplicas(2)))))
                .run("generate --out tree");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines().skip(1).findFirst().orElseThrow()).matches("dev +1 +3 +4 +\\d+");
        assertThat(tool.path("tree/environments/dev/prs")).doesNotExist();
        assertThat(tool.path("tree/environments/prod/prs")).isDirectory();
        assertThat(result.err())
                .startsWith(tool.path("tree/environments/prod")
                        + ": warning TREE_OTHER_ENVIRONMENT: this folder was generated for an environment that is not one of these."
                        + " Keep it if others generate it; else remove its files with `--remove prod`.\n");
    }

    @Test
    void removes_an_environment_but_not_what_its_project_allows_while_it_is_in_the_model() {
        tool.run("generate --out tree");
        assertThat(tool.run("generate --out tree --remove Prod").err())
                .startsWith("webank-deploy: error NAME_INVALID removed: `Prod` is not valid.");

        Result result = tool.run("generate --out tree --remove prod");

        assertThat(result.out()).startsWith("""
                environment  created  changed  removed  unchanged
                dev                0        0        0         17
                prod               0        1       19          1
                all                0        1       19         18
                """);
        assertThat(tool.path("tree/argocd/webank-prod")).isDirectoryContaining("glob:**project-webank.yaml");
        assertThat(tool.path("tree/argocd/webank-prod/app-prod.yaml")).doesNotExist();
        assertThat(tool.run("generate --out tree --remove prod --check").code()).isZero();

        Tool later = new Tool(folder).with(() -> Environments.of(WebankEnvironments.dev()));
        assertThat(later.run("generate --out tree --remove prod").out()).startsWith("""
                environment  created  changed  removed  unchanged
                dev                0        0        0         17
                prod               0        0        2          0
                all                0        0        2         17
                """);
        assertThat(tool.path("tree/environments/prod")).doesNotExist();
    }

    @Nested
    class with_check {
        @Test
        void is_0_for_a_folder_that_holds_the_tree() {
            tool.run("generate --out tree");
            Result result = tool.run("generate --out tree --check");
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEqualTo(WARNINGS);
            assertThat(result.out()).matches("tree is up to date: 0 created, 0 changed, 0 removed, \\d+ unchanged\n");
        }

        @Test
        void is_3_with_what_differs_and_writes_nothing() throws IOException {
            tool.run("generate --out tree");
            String changed = "tree/environments/dev/obs/deployment-webank-obs.yaml";
            tool.file(changed, tool.text(changed).replace("replicas: 1", "replicas: 5"));
            Files.delete(tool.path("tree/environments/dev/obs/service-webank-obs.yaml"));
            Result result = tool.run("generate --out tree --check");
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.err()).isEqualTo(WARNINGS);
            assertThat(result.out()).startsWith("""
                            ~ environments/dev/obs/deployment-webank-obs.yaml
                            + environments/dev/obs/service-webank-obs.yaml
                            1 created, 1 changed, 0 removed,""");
            assertThat(tool.text(changed)).contains("replicas: 5");
            assertThat(tool.path("tree/environments/dev/obs/service-webank-obs.yaml"))
                    .doesNotExist();
        }

        @Test
        void is_3_for_a_folder_that_is_not_there_and_does_not_make_it() {
            Result result = tool.run("generate --out tree --check --environment dev");
            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out()).contains("+ argocd/webank-dev/app-dev.yaml\n");
            assertThat(tool.path("tree")).doesNotExist();
        }

        @Test
        void is_2_where_the_tree_could_not_be_written() {
            tool.file("tree/environments/dev", "mine");
            Result result = tool.run("generate --out tree --check");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("tree/environments/dev: error TREE_");
        }
    }

    @Nested
    class what_the_checks_find {
        private final ManifestSet service = set("""
                {apiVersion: v1, kind: Service, metadata: {name: shop, namespace: webank},
                 spec: {selector: {app: shop}, ports: [{port: 80}]}}""");

        @Test
        void keeps_everything_from_being_written_where_it_is_an_error() {
            Result result = new Tool(folder)
                    .with(() -> Environments.of(
                            WebankEnvironments.dev(), WebankEnvironments.prod().withExtraManifests(service)))
                    .run("generate --out tree");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(
                            "webank-deploy: error DANGLING_REFERENCE environment.prod.Service/webank/shop.spec.selector: ")
                    .hasLineCount(1);
            assertThat(tool.path("tree")).doesNotExist();
        }

        @Test
        void is_shown_with_the_reason_where_it_is_waived() {
            Waiver later = Waiver.of("DANGLING_REFERENCE", "Service/shop", "its pods are another team's");
            Result result = new Tool(folder)
                    .with(() -> Environments.of(
                            waived(WebankEnvironments.dev())
                                    .withExtraManifests(service)
                                    .withWaiver(later),
                            waived(WebankEnvironments.prod())
                                    .withExtraManifests(service)
                                    .withWaiver(later)))
                    .run("generate --out tree");

            assertThat(result.code()).isZero();
            assertThat(result.err()).isEqualTo("""
                            webank-deploy: waived in dev, prod: 2 POD_SECURITY of Deployment/webank-obs: the image starts as root
                            webank-deploy: waived in dev, prod: 2 POD_SECURITY of Deployment/webank-prs: the image starts as root
                            webank-deploy: waived in dev, prod: 2 POD_SECURITY of Deployment/webank-userapp: the image starts as root
                            webank-deploy: waived in dev, prod: 2 DANGLING_REFERENCE of Service/shop: its pods are another team's
                            """);
        }

        @Test
        void is_shown_one_by_one_where_it_is_little() {
            Waiver unused = Waiver.of("IMAGE_TAG", "Deployment/webank-obs", "built anew each night");
            Result result = new Tool(folder)
                    .with(() -> Environments.of(waived(WebankEnvironments.dev()).withWaiver(unused)))
                    .run("generate --out tree");

            assertThat(result.code()).isZero();
            assertThat(result.err())
                    .startsWith(
                            "webank-deploy: warning WAIVER_UNUSED environment.dev.waivers[3]: the waiver of `IMAGE_TAG` for"
                                    + " `Deployment/webank-obs` waives nothing: the checks find no such problem at this object. Remove"
                                    + " it.\nwebank-deploy: waived in dev: 1 POD_SECURITY ");
        }

        private static Environment waived(Environment environment) {
            Environment waived = environment.withPosture(Posture.hardened().upTo("topology-spread"));
            for (String name : List.of("obs", "prs", "userapp")) {
                waived = waived.withWaiver(
                        Waiver.of("POD_SECURITY", "Deployment/webank-" + name, "the image starts as root"));
            }
            return waived;
        }

        private static ManifestSet set(String object) {
            return ManifestSet.of(Manifest.of((MapTree) YamlReader.read("test", object.getBytes(StandardCharsets.UTF_8))
                    .tree()));
        }
    }

    @Nested
    class an_output_folder_that_cannot_be_written {
        @Test
        void a_file_in_its_place() {
            tool.file("tree", "mine");
            assertThat(tool.run("generate --out tree"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            tool.path("tree")
                                    + ": error TREE_ROOT: it is not a folder. Choose another output folder.\n"));
            assertThat(tool.text("tree")).isEqualTo("mine");
        }

        @Test
        void a_file_above_it() {
            tool.file("file", "mine");
            Result result = tool.run("generate --out file/tree");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(tool.path("file/tree") + ": error TREE_NOT_WRITABLE: ")
                    .hasLineCount(1);
            assertThat(tool.text("file")).isEqualTo("mine");
        }

        @Test
        void files_of_others_in_it_which_stay_with_all_else_as_it_was() throws IOException {
            tool.file("tree/argocd/webank-dev/app-dev.yaml", "mine: true\n");
            tool.file("tree/README.md", "mine");
            Result result = tool.run("generate --out tree");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(tool.path("tree/argocd/webank-dev/app-dev.yaml") + ": error TREE_")
                    .hasLineCount(1);
            try (Stream<Path> files = Files.walk(tool.path("tree"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .containsExactlyInAnyOrder(
                                tool.path("tree/argocd/webank-dev/app-dev.yaml"), tool.path("tree/README.md"));
            }
        }

        @Test
        void a_path_that_no_system_has() {
            assertThat(tool.run(new String[] {"generate", "--out", "a\0b"}))
                    .isEqualTo(new Result(
                            2, "", "a\\u0000b: error TREE_ROOT: this is not a path. Choose another output folder.\n"));
        }
    }

    @Test
    void environments_with_faults_are_named_and_nothing_is_written() {
        Result result = tool.with(() -> Environments.of(WebankEnvironments.dev(), WebankEnvironments.dev()))
                .run("generate --out tree");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("error DUPLICATE environment.dev: two environments are named `dev`");
        assertThat(tool.path("tree")).doesNotExist();
    }
}
