package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the exported charts, beside those of the charts that they replace. */
class DialectTest {
    private static final String EXPORTED = """
            ingress:
              host: bank.example.com
            obs:
              replicaCount: 2
              nodeSelector:
                pool: bank
            """;
    private static final String OF_BOTH = """
            obs:
              replicaCount: 2
            """;

    private static final WebankCharts CHARTS = WebankCharts.of(WebankEnvironments.dev());

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    private static MapTree values(String yaml) {
        return (MapTree) YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree();
    }

    private static String rendered(WebankCharts charts, String yaml) {
        return YamlWriter.write(charts.render(Release.of("bank", "banking"), values(yaml)));
    }

    @Nested
    class A_values_file {
        private static final String RENDER = "render --values values.yaml --release bank --namespace banking";

        @Test
        void is_of_the_exported_charts_by_its_keys() {
            tool.file("values.yaml", EXPORTED);

            assertThat(tool.run("check values.yaml")).isEqualTo(new Result(0, "", """
                                    values.yaml: checked as values of the exported chart webank; use --chart for another one
                                    1 file, 0 errors, 0 warnings
                                    """));
            assertThat(tool.run(RENDER)).isEqualTo(new Result(0, rendered(CHARTS, EXPORTED), ""));
        }

        @Test
        void is_checked_by_the_closed_schema_of_the_chart() {
            tool.file("values.yaml", EXPORTED.replace("replicaCount: 2", "replicaCounts: 2"));
            String problem =
                    "values.yaml:4:3: error UNKNOWN_KEY obs.replicaCounts: `replicaCounts` is not a key. Did you mean `replicaCount`? If not, remove the key.\n";

            assertThat(tool.run("check values.yaml --chart webank"))
                    .isEqualTo(new Result(2, "", problem + "1 file, 1 error, 0 warnings\n"));
            assertThat(tool.run(RENDER)).isEqualTo(new Result(2, "", problem));
        }

        @Test
        void of_both_dialects_is_refused() {
            tool.file("values.yaml", EXPORTED + "  strategy:\n    type: Recreate\n");
            String problem =
                    "values.yaml:5:3: error VALUES_MIXED obs.nodeSelector: `obs.strategy` (line 7) is a key of the old charts, and `obs.nodeSelector` (line 5) is a key of the exported charts. Write values of one of the two only.\n";

            assertThat(tool.run("check values.yaml"))
                    .isEqualTo(new Result(2, "", problem + "1 file, 1 error, 0 warnings\n"));
            assertThat(tool.run(RENDER)).isEqualTo(new Result(2, "", problem));
        }

        @Test
        void with_keys_of_both_is_of_the_old_charts_unless_something_says_that_it_is_not() {
            tool.file("values.yaml", OF_BOTH);

            assertThat(tool.run(RENDER).out())
                    .isEqualTo(tool.run(RENDER + " --dialect old").out());
            String exported = rendered(CHARTS, OF_BOTH);
            assertThat(tool.run(RENDER).out()).isNotEqualTo(exported);
            assertThat(tool.run(RENDER + " --dialect exported")).isEqualTo(new Result(0, exported, ""));

            tool.file("Chart.yaml", "apiVersion: v2\nname: webank\nversion: 2.1.0\n");
            assertThat(tool.run(RENDER)).isEqualTo(new Result(0, exported, ""));
            assertThat(tool.run("check values.yaml")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
        }

        @Test
        void of_another_dialect_than_its_chart_is_refused() {
            tool.file("Chart.yaml", "apiVersion: v2\nname: webank\nversion: 1.2.0-rc.2\n");
            tool.file("values.yaml", EXPORTED);

            assertThat(tool.run(RENDER))
                    .isEqualTo(
                            new Result(
                                    2,
                                    "",
                                    "values.yaml:5:3: error VALUES_MIXED obs.nodeSelector: `obs.nodeSelector` (line 5) is a key of the exported charts; the values are for the old charts, by the version 1.2.0-rc.2 of the chart. Write values of the old charts only.\n"));
            assertThat(tool.run("check values.yaml --dialect exported").code()).isZero();
        }

        @Test
        void beside_the_chart_that_was_exported_is_sound() {
            tool.run("chart --out charts");

            assertThat(tool.run(
                            "check charts/webank/values.yaml charts/webank-obs/values.yaml charts/webank-prs/values.yaml"
                                    + " charts/webank-userapp/values.yaml"))
                    .isEqualTo(new Result(0, "", "4 files, 0 errors, 0 warnings\n"));
        }

        @Test
        void of_one_component_is_for_its_chart() {
            tool.file("values.yaml", "nodeSelector: {pool: bank}\nsecretName: other\n");

            assertThat(tool.run(RENDER + " --chart webank-prs"))
                    .isEqualTo(new Result(
                            0,
                            YamlWriter.write(CHARTS.part("prs")
                                    .render(
                                            Release.of("bank", "banking"),
                                            values("nodeSelector: {pool: bank}\nsecretName: other\n"))),
                            ""));
            assertThat(tool.run("check values.yaml").err())
                    .startsWith("values.yaml: checked as values of the exported chart webank-obs; use --chart");
        }

        @Test
        void is_for_the_charts_of_the_environment_that_is_named() {
            tool.file("values.yaml", EXPORTED);

            assertThat(tool.run(RENDER + " --environment staging"))
                    .isEqualTo(new Result(0, rendered(WebankCharts.of(WebankEnvironments.staging()), EXPORTED), ""));
            assertThat(tool.run(RENDER + " --posture chart").out())
                    .isEqualTo(
                            rendered(WebankCharts.of(WebankEnvironments.dev().withPosture(Posture.chart())), EXPORTED));
        }

        @Test
        void can_be_for_a_microservice_that_no_old_chart_was_for() {
            Environment dev = WebankEnvironments.dev();
            Environment more = dev.withWebank(dev.webank()
                    .plusMicroservices(Microservice.builder()
                            .name("accounts")
                            .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                            .port(8082)
                            .route("/api/accounts")
                            .build()));
            tool.with(() -> Environments.of(more)).file("values.yaml", OF_BOTH.replace("obs:", "accounts:"));

            assertThat(tool.run("check values.yaml --chart webank"))
                    .isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
            tool.file("values.yaml", "replicaCount: 2\n");
            assertThat(tool.run("check values.yaml --chart accounts"))
                    .isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
            assertThat(tool.run("check values.yaml --chart accounts --dialect old")
                            .err())
                    .isEqualTo(
                            "webank-deploy: error UNKNOWN_VALUE: `--chart` cannot be `accounts`. Use one of webank, webank-obs, webank-prs, webank-userapp.\n");
        }
    }

    @Test
    void an_unknown_dialect_is_refused() {
        assertThat(tool.run("check values.yaml --dialect new"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error UNKNOWN_VALUE: `--dialect` cannot be `new`. Use one of old, exported.\n"));
    }

    @Nested
    class An_application {
        private String application(String source, String values) {
            return tool.file(
                    "app.yaml", """
                    apiVersion: argoproj.io/v1alpha1
                    kind: Application
                    metadata: {name: bank, namespace: argocd}
                    spec:
                      project: webank
                      source:
                        repoURL: https://example.com/configuration
                    SOURCE
                        helm:
                    VALUES
                      destination: {name: in-cluster, namespace: banking}
                    """.replace("SOURCE\n", source.indent(4)).replace("VALUES\n", values.indent(6)));
        }

        private String object(String values) {
            return "valuesObject:\n" + values.indent(2);
        }

        @Test
        void of_an_exported_chart_is_told_by_the_version() {
            application("chart: webank\ntargetRevision: 2.0.0", object(OF_BOTH));

            assertThat(tool.run("check app.yaml")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
            assertThat(tool.run("render --values app.yaml")).isEqualTo(new Result(0, rendered(CHARTS, OF_BOTH), ""));
        }

        @Test
        void is_checked_by_the_closed_schema_of_the_chart() {
            application("chart: webank-obs\ntargetRevision: ^2.0.0", object("podLabels: {a b: c}\nreplicaCounts: 2\n"));

            assertThat(tool.run("check app.yaml")).isEqualTo(new Result(2, "", """
                    app.yaml:12:21: error LABEL_INVALID Application/argocd/bank.spec.source.helm.valuesObject.podLabels["a b"]: `a b` is not valid as a key of `podLabels`. A key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit.
                    app.yaml:13:9: error UNKNOWN_KEY Application/argocd/bank.spec.source.helm.valuesObject.replicaCounts: `replicaCounts` is not a key. Did you mean `replicaCount`? If not, remove the key.
                    1 file, 2 errors, 0 warnings
                    """));
        }

        @Test
        void may_have_its_values_as_a_text() {
            application("chart: webank\ntargetRevision: 2.0.0", "values: |\n" + EXPORTED.indent(2));

            assertThat(tool.run("render --values app.yaml")).isEqualTo(new Result(0, rendered(CHARTS, EXPORTED), ""));
        }

        @Test
        void with_values_of_the_other_dialect_is_refused() {
            application("chart: webank\ntargetRevision: 1.2.0", object(EXPORTED));
            String problem =
                    "app.yaml:16:11: error VALUES_MIXED spec.source.helm.valuesObject.obs.nodeSelector: `obs.nodeSelector` (line 16) is a key of the exported charts; the values are for the old charts, by the version 1.2.0 of the chart. Write values of the old charts only.\n";

            assertThat(tool.run("check app.yaml"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            problem.replace(" spec.", " Application/argocd/bank.spec.")
                                    + "1 file, 1 error, 0 warnings\n"));
            assertThat(tool.run("render --values app.yaml")).isEqualTo(new Result(2, "", problem));
            application("chart: webank\ntargetRevision: 2.0.0", object("prs:\n  volumes: []\n"));
            assertThat(tool.run("render --values app.yaml"))
                    .isEqualTo(
                            new Result(
                                    2,
                                    "",
                                    "app.yaml:13:11: error VALUES_MIXED spec.source.helm.valuesObject.prs.volumes: `prs.volumes` (line 13) is a key of the old charts; the values are for the exported charts, by the version 2.0.0 of the chart. Write values of the exported charts only.\n"));
        }

        @Test
        void of_a_version_that_says_nothing_is_told_by_the_keys() {
            application("chart: webank\ntargetRevision: \"*\"", object(EXPORTED));

            assertThat(tool.run("render --values app.yaml")).isEqualTo(new Result(0, rendered(CHARTS, EXPORTED), ""));
        }

        @Test
        void of_a_chart_in_git_is_of_an_exported_one_unless_its_keys_say_that_it_is_not() {
            application("path: charts/webank\ntargetRevision: main", object(OF_BOTH));

            assertThat(tool.run("check app.yaml")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
            assertThat(tool.run("render --values app.yaml")).isEqualTo(new Result(0, rendered(CHARTS, OF_BOTH), ""));
            application("path: charts/webank\ntargetRevision: main", object("obs:\n  strategy: {type: 1}\n"));
            assertThat(tool.run("check app.yaml").err())
                    .contains(
                            "app.yaml:13:22: error WRONG_TYPE Application/argocd/bank.spec.source.helm.valuesObject.obs.strategy.type: ");
        }

        @Test
        void of_a_chart_in_git_that_is_none_of_ours_is_not_checked() {
            application("path: charts/nginx\ntargetRevision: main", object("replicas: 2\n"));

            assertThat(tool.run("check app.yaml")).isEqualTo(new Result(0, "", "1 file, 0 errors, 0 warnings\n"));
        }
    }
}
