package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.EverySetting;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.helm.ChartMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void writes_a_folder_for_each_chart_and_shows_what_it_wrote() {
        Result first = tool.run("chart --out charts");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .startsWith("+ webank-obs/.helmignore\n")
                .contains("\n+ webank/charts/webank-obs-2.0.0.tgz\n")
                .endsWith(" created, 0 changed, 0 removed, 0 unchanged\n\nWritten to " + tool.path("charts") + "\n");
        assertThat(tool.path("charts").toFile().list())
                .containsExactlyInAnyOrder("webank", "webank-obs", "webank-prs", "webank-userapp");
        assertThat(tool.text("charts/webank/values.yaml")).contains("\n  host: dev.webank.example.com\n");
        assertThat(tool.run("chart --out charts").out())
                .matches("0 created, 0 changed, 0 removed, \\d+ unchanged\n\nWritten to .*\n");
    }

    @Test
    void takes_the_environment_the_posture_and_the_version_that_are_named() {
        Result result = tool.run("chart --out charts --environment prod --posture chart --version 2.1.0-rc.1");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(tool.text("charts/webank/values.yaml")).contains("\n  host: prod.webank.example.com\n");
        assertThat(tool.path("charts/webank-obs/templates/networkpolicy.yaml")).doesNotExist();
        assertThat(ChartMetadata.parse(tool.text("charts/webank-obs/Chart.yaml"))
                        .version()
                        .toString())
                .isEqualTo("2.1.0-rc.1");
        assertThat(tool.path("charts/webank/charts/webank-obs-2.1.0-rc.1.tgz")).exists();
    }

    @Test
    void writes_a_chart_repository_and_removes_the_archives_of_its_last_version() {
        Result result = tool.run("chart --out charts --packages --version 2.0.1");

        assertThat(result.out()).startsWith("""
                + .webank-deploy
                + index.yaml
                + webank-2.0.1.tgz
                + webank-obs-2.0.1.tgz
                + webank-prs-2.0.1.tgz
                + webank-userapp-2.0.1.tgz
                6 created, 0 changed, 0 removed, 0 unchanged
                """);
        assertThat(tool.text("charts/index.yaml")).contains("\n    - webank-2.0.1.tgz\n");
        assertThat(tool.run("chart --out charts --packages --version 2.0.2").out())
                .startsWith("""
                ~ .webank-deploy
                ~ index.yaml
                - webank-2.0.1.tgz
                + webank-2.0.2.tgz
                """);
        assertThat(tool.path("charts/webank-2.0.1.tgz")).doesNotExist();
    }

    @Test
    void reports_all_wrong_options_at_once() {
        assertThat(tool.run("chart --posture hard --version 2")).isEqualTo(new Result(2, "", """
                        webank-deploy: error MISSING_OPTION: `chart` requires `--out DIR`. Add it: `webank-deploy chart --help` lists the options.
                        webank-deploy: error UNKNOWN_VALUE: `--posture` cannot be `hard`. Use one of chart, hardened.
                        webank-deploy: error VERSION_INVALID --version: `2` is not a semantic version. Write three numbers, as in `1.4.0`, then optionally a pre-release, as in `1.4.0-rc.1`, and build metadata, as in `1.4.0+5`.
                        """));
    }

    @Test
    void refuses_an_environment_that_there_is_not() {
        assertThat(tool.run("chart --out charts --environment de"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error ENVIRONMENT_UNKNOWN environment: there is no environment `de`. Did you mean `dev`? If not, use one of dev, staging, prod.\n"));
        assertThat(tool.with(() -> Environments.of()).run("chart --out charts"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error ENVIRONMENT_UNKNOWN environment: there is no environment. Add one to the environments of the tool.\n"));
        assertThat(tool.path("charts")).doesNotExist();
    }

    @Test
    void names_what_no_chart_can_say_and_writes_nothing() {
        Result result = tool.with(() -> Environments.of(WebankEnvironments.dev().withWebank(EverySetting.webank())))
                .run("chart --out charts");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches("webank-deploy: error CHART_(CANNOT_SAY|NOT_UNIFORM) .+"));
        assertThat(tool.path("charts")).doesNotExist();
    }

    @Nested
    class with_check {
        @Test
        void is_0_for_the_charts_and_3_with_what_differs_and_writes_nothing() throws IOException {
            Result missing = tool.run("chart --out charts --check");
            assertThat(missing.code()).isEqualTo(3);
            assertThat(missing.out()).startsWith("+ webank-obs/.helmignore\n");
            assertThat(tool.path("charts")).doesNotExist();

            tool.run("chart --out charts");
            assertThat(tool.run("chart --out charts --check").out())
                    .matches("charts is up to date: 0 created, 0 changed, 0 removed, \\d+ unchanged\n");

            String changed = "charts/webank-obs/values.yaml";
            tool.file(changed, tool.text(changed).replace("replicaCount: 1", "replicaCount: 5"));
            Files.delete(tool.path("charts/webank/charts/webank-prs-2.0.0.tgz"));
            Result different = tool.run("chart --out charts --check");
            assertThat(different.code()).isEqualTo(3);
            assertThat(different.out()).startsWith("""
                    ~ webank-obs/values.yaml
                    + webank/charts/webank-prs-2.0.0.tgz
                    1 created, 1 changed, 0 removed,""");
            assertThat(tool.text(changed)).contains("replicaCount: 5");
        }
    }

    @Nested
    class what_is_not_written_over {
        @Test
        void is_the_chart_of_somebody_else() throws IOException {
            tool.file("charts/webank-prs/Chart.yaml", "name: mine\n");

            Result result = tool.run("chart --out charts");

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(tool.path("charts/webank-prs/Chart.yaml") + ": error TREE_")
                    .hasLineCount(1);
            try (Stream<Path> files = Files.walk(tool.path("charts"))) {
                assertThat(files.filter(Files::isRegularFile))
                        .containsExactly(tool.path("charts/webank-prs/Chart.yaml"));
            }
        }

        @Test
        void is_an_edited_file_unless_asked_for() {
            tool.run("chart --out charts");
            String edited = "charts/webank-obs/templates/service.yaml";
            tool.file(edited, "mine: true\n");

            Result refused = tool.run("chart --out charts");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).startsWith(tool.path(edited) + ":1:1: error TREE_EDITED: ");
            assertThat(tool.text(edited)).isEqualTo("mine: true\n");

            assertThat(tool.run("chart --out charts --overwrite-edits").code()).isZero();
            assertThat(tool.text(edited)).contains("kind: Service");
        }
    }
}
