package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {
    private static final Release RELEASE = Release.of("webank", "banking");

    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void prints_what_the_library_renders_hardened_unless_told_otherwise() {
        tool.sample("values.yaml");
        String line = "render --values values.yaml --release webank --namespace banking";
        Result hardened = tool.run(line);
        assertThat(hardened.code()).isZero();
        assertThat(hardened.out()).isEqualTo(rendered(Chart.WEBANK, Posture.hardened()));
        assertThat(hardened.err().lines()).allMatch(said -> said.startsWith("webank-deploy: warning NETWORK_"));
        assertThat(hardened.out())
                .startsWith("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n")
                .endsWith("\n");
        assertThat(tool.run(line + " --posture hardened")).isEqualTo(hardened);
        Result chart = tool.run(line + " --posture chart");
        assertThat(chart).isEqualTo(new Result(0, rendered(Chart.WEBANK, Posture.chart()), ""));
        assertThat(chart.out()).isNotEqualTo(hardened.out());
    }

    @Test
    void prints_the_chart_that_is_named() {
        tool.file("values.yaml", Tool.OBS);
        Result result = tool.run("render --values=values.yaml --release=webank --namespace=banking --chart=webank-obs");
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(rendered(Chart.WEBANK_OBS, Posture.hardened()));
    }

    @Test
    void reads_standard_input() {
        tool.sample("values.yaml");
        String options = " --release webank --namespace banking";
        Result fromFile = tool.run("render --values values.yaml" + options);
        assertThat(tool.input(tool.text("values.yaml")).run("render --values -" + options))
                .isEqualTo(fromFile);
        assertThat(tool.input("a: b: c\n").run("render --values -" + options))
                .isEqualTo(new Result(
                        2,
                        "",
                        "<stdin>:1:5: error YAML_SYNTAX: there is a `:` where no key is allowed. Put a text"
                                + " that contains `: ` in quotes, and a key on its own line below its parent.\n"));
    }

    @Test
    void warns_and_prints() {
        tool.file("values.yaml", Tool.OBS.replace("1.4.2", "latest"));
        Result result = tool.run("render --values values.yaml --release webank --namespace banking --chart webank-obs");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("---\n");
        assertThat(result.err())
                .startsWith("values.yaml:2:3: warning IMAGE_TAG_LATEST image.tag: ")
                .contains(" warning NETWORK_MISSING network.");
    }

    @Test
    void prints_nothing_if_anything_is_an_error() {
        tool.file("values.yaml", Tool.OBS.replace("1.4.2", "latest") + "replicaCounts: 3\nservice: 1\n");
        Result result = tool.run("render --values values.yaml --release webank --namespace banking --chart webank-obs");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().map(line -> line.replaceFirst(": [^:]*$", "")))
                .containsExactly(
                        "values.yaml:2:3: warning IMAGE_TAG_LATEST image.tag",
                        "values.yaml:8:1: error UNKNOWN_KEY replicaCounts",
                        "values.yaml:9:1: error WRONG_TYPE service");
    }

    @Test
    void refuses_an_annotation_that_is_no_label_only_in_the_posture_that_makes_one_of_it() {
        tool.file("values.yaml", "commonAnnotations:\n  contact: Team A\ndatabase: {secretName: rds-secret}\n");
        String line = "render --values values.yaml --release w --namespace n --chart webank-obs --posture ";

        Result hardened = tool.run(line + "hardened");
        assertThat(hardened.code()).isZero();
        assertThat(hardened.out()).contains("contact: Team A\n");
        assertThat(hardened.err()).doesNotContain("ANNOTATION_AS_LABEL");

        Result chart = tool.run(line + "chart");
        assertThat(chart.code()).isEqualTo(2);
        assertThat(chart.out()).isEmpty();
        assertThat(chart.err()).startsWith("values.yaml:2:3: error ANNOTATION_AS_LABEL commonAnnotations.contact: ");
    }

    @Test
    void refuses_a_release_outside_its_grammar() {
        tool.file("values.yaml", Tool.OBS);
        assertThat(tool.run("render --values values.yaml --release Web_ank --namespace a.b --chart webank-obs")
                        .err())
                .contains("error RELEASE_INVALID release.name: ", "error RELEASE_INVALID release.namespace: ")
                .hasLineCount(2);
    }

    @Nested
    class of_an_application {
        @Test
        void takes_chart_release_and_namespace_from_it() {
            tool.sample("application.yaml");
            tool.sample("values.yaml");
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(tool.run("render --values values.yaml --release webank --namespace webank"));
            assertThat(tool.run("render --values application.yaml --release a --namespace b"))
                    .isEqualTo(tool.run("render --values values.yaml --release a --namespace b"));
        }

        @Test
        void looks_only_at_its_values() {
            tool.sample("application.yaml");
            tool.file("faulty.yaml", tool.text("application.yaml").replace("  project: application\n", ""));
            assertThat(tool.run("render --values faulty.yaml")).isEqualTo(tool.run("render --values application.yaml"));
        }

        @Test
        void names_the_place_of_a_value_in_it() {
            tool.file("application.yaml", application("valuesObject:\n        replicaCounts: 3\n"));
            assertThat(tool.run("render --values application.yaml").err())
                    .contains("application.yaml:12:9: error UNKNOWN_KEY spec.source.helm.valuesObject.replicaCounts: ");
        }

        @Test
        void reads_values_that_are_a_text() {
            tool.file("application.yaml", application("values: |\n" + Tool.OBS.indent(8)));
            tool.file("values.yaml", Tool.OBS);
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(tool.run(
                            "render --values values.yaml --chart webank-obs --release webank --namespace banking"));
            tool.file("application.yaml", application("values: |\n        replicaCounts: 3\n"));
            assertThat(tool.run("render --values application.yaml").err())
                    .contains("application.yaml:11:7: error UNKNOWN_KEY spec.source.helm.values.replicaCounts: ");
            tool.file("application.yaml", application("values: \"a: b: c\"\n"));
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "application.yaml:11:7: error YAML_SYNTAX spec.source.helm.values: there is a `:`"
                                    + " where no key is allowed. Put a text that contains `: ` in quotes, and a"
                                    + " key on its own line below its parent.\n"));
            tool.file("application.yaml", application("values: a\n"));
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "application.yaml:11:7: error WRONG_TYPE spec.source.helm.values: this text is not"
                                    + " a map in YAML. Write the chart's keys into `valuesObject`.\n"));
        }

        @Test
        void refuses_values_that_it_does_not_see() {
            tool.file("application.yaml", application("""
                valueFiles: [values.yaml, more.yaml]
                      parameters: [{name: a, value: b}]
                      fileParameters: []
                      valuesObject: []
                """));
            assertThat(tool.run("render --values application.yaml")).isEqualTo(new Result(2, "", """
                application.yaml:11:7: error VALUES_ELSEWHERE spec.source.helm.valueFiles: `valueFiles` has values that are not read here. Write all values into `valuesObject`.
                application.yaml:12:7: error VALUES_ELSEWHERE spec.source.helm.parameters: `parameters` has values that are not read here. Write all values into `valuesObject`.
                application.yaml:14:7: error WRONG_TYPE spec.source.helm.valuesObject: `valuesObject` is not a map. Write the chart's keys below it, or `{}` for none.
                """));
        }

        @Test
        void takes_the_chart_that_is_named_for_one_that_it_does_not_know() {
            tool.file(
                    "application.yaml",
                    application("valuesObject:\n" + Tool.OBS.indent(8)).replace("webank-obs", "our-obs"));
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "application.yaml:8:5: error CHART_UNKNOWN spec.source.chart: the Application"
                                    + " installs `our-obs`. Name an Application that installs `webank`,"
                                    + " `webank-obs`, `webank-prs` or `webank-userapp`, or choose with `--chart`"
                                    + " which of these its values are for.\n"));
            assertThat(tool.run("render --values application.yaml --chart webank-obs")
                            .code())
                    .isZero();
            tool.file("application.yaml", application("{}\n"));
            assertThat(tool.run("render --values application.yaml --chart webank-prs"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "application.yaml:8:5: error CHART_UNKNOWN spec.source.chart: the Application"
                                    + " installs `webank-obs`, not `webank-prs`. Name an Application that installs"
                                    + " it, or leave `--chart` out.\n"));
        }

        @Test
        void asks_which_of_several_charts_is_meant() {
            tool.file("application.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: webank
                spec:
                  project: default
                  sources:
                  - repoURL: https://charts.example.com
                    chart: webank-obs
                    targetRevision: 1.2.0
                    helm:
                      valuesObject: {image: {tag: "1.4.2"}, database: {secretName: rds-secret}}
                  - repoURL: https://charts.example.com
                    chart: webank-userapp
                    targetRevision: 1.0.1
                    helm:
                      valuesObject: {image: {tag: "1.4.2"}}
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: banking
                """);
            assertThat(tool.run("render --values application.yaml"))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "application.yaml:5:1: error CHART_AMBIGUOUS spec: the Application installs"
                                    + " `webank-obs` or `webank-userapp`. Choose one of them with `--chart`.\n"));
            Result userApp = tool.run("render --values application.yaml --chart webank-userapp");
            assertThat(userApp.code()).isZero();
            assertThat(userApp.out()).contains("webank-userapp").doesNotContain("webank-obs");
        }

        private String application(String helm) {
            return """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: webank
                spec:
                  project: default
                  source:
                    chart: webank-obs
                    repoURL: https://charts.example.com
                    helm:
                      HELM
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: banking
                """.replace("HELM\n", helm);
        }
    }

    private String rendered(Chart chart, Posture posture) {
        return YamlWriter.write(ChartValues.read(chart, folder.resolve("values.yaml"))
                .toModel(RELEASE)
                .render(posture));
    }
}
