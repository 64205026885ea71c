package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.JsonSchema;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelmChartTest {
    static final HelmChart WEB = HelmChart.builder()
            .metadata(ChartMetadata.builder()
                    .name("web")
                    .version(SemVer.of(1, 2, 0))
                    .description("A web server.")
                    .build())
            .values(DocumentedValues.builder()
                    .describe("replicas", 1, "How many pods run.")
                    .build())
            .schema(JsonSchema.of(
                    Shape.object().field("replicas", Shape.count()).build()))
            .putTemplates("_names.tpl", "{{ define \"name\" }}web{{ end }}\n")
            .putTemplates("config.yaml", "kind: ConfigMap\n")
            .notes("Installed.\n")
            .introduction("It serves files.")
            .addIgnoredFiles("*.bak")
            .putCrds("crd.yaml", "kind: CustomResourceDefinition\n")
            .putFiles("files/motd", "Hello")
            .build();

    static final HelmChart SITE = HelmChart.builder()
            .metadata(ChartMetadata.builder()
                    .name("site")
                    .version(SemVer.of(3, 0, 0))
                    .addDependencies(dependency("^1.0.0"))
                    .build())
            .values(DocumentedValues.builder()
                    .describe("web.enabled", true, "Whether there is a web server.")
                    .build())
            .addSubcharts(WEB)
            .build();

    @TempDir
    private Path folder;

    private static ChartDependency dependency(String version) {
        return ChartDependency.builder()
                .name("web")
                .version(VersionConstraint.parse(version))
                .repository("file://../web")
                .condition("web.enabled")
                .build();
    }

    @Test
    void a_chart_is_a_folder() {
        FileTree tree = WEB.tree();

        Assertions.assertThat(tree.paths())
                .containsExactly(
                        ".helmignore",
                        ".webank-deploy",
                        "Chart.yaml",
                        "README.md",
                        "crds/crd.yaml",
                        "files/motd",
                        "templates/NOTES.txt",
                        "templates/_names.tpl",
                        "templates/config.yaml",
                        "values.schema.json",
                        "values.yaml");
        Assertions.assertThat(tree.text(".helmignore")).isEqualTo("""
                # Files of the folder that are no part of the chart.
                .webank-deploy*
                *.bak
                """);
        Assertions.assertThat(tree.text("README.md")).isEqualTo("""
                # web

                A web server.

                It serves files.

                ## Values

                | Key | Type | Default | Description |
                |---|---|---|---|
                | `replicas` | integer | `1` | How many pods run. |
                """);
        Assertions.assertThat(tree.text("values.schema.json")).isEqualTo("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "type": "object",
                  "properties": {
                    "replicas": {
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 2147483647
                    }
                  },
                  "additionalProperties": false
                }
                """);
        Assertions.assertThat(tree.text("files/motd")).isEqualTo("Hello");
        Assertions.assertThat(tree.text("templates/NOTES.txt")).isEqualTo("Installed.\n");
    }

    @Test
    void a_chart_needs_only_its_metadata() {
        HelmChart chart = HelmChart.builder()
                .metadata(ChartMetadata.builder()
                        .name("empty")
                        .version(SemVer.of(1, 0, 0))
                        .build())
                .build();

        Assertions.assertThat(chart.tree().paths())
                .containsExactly(".helmignore", ".webank-deploy", "Chart.yaml", "README.md");
        Assertions.assertThat(chart.tree().text("README.md")).isEqualTo("# empty\n");
        Assertions.assertThat(chart).hasToString("empty-1.0.0");
    }

    @Test
    void charts_of_one_folder_are_joined() {
        FileTree tree = FileTree.of(java.util.List.of(WEB.tree("charts/web"), SITE.tree("charts/site")));

        Assertions.assertThat(tree.scopes()).containsExactly("charts/site", "charts/web");
        Assertions.assertThat(tree.paths())
                .contains("charts/web/Chart.yaml", "charts/site/charts/web-1.2.0.tgz")
                .doesNotContain("charts/site/charts/web/Chart.yaml");
        Assertions.assertThat(tree.bytes("charts/site/charts/web-1.2.0.tgz"))
                .isEqualTo(ChartArchive.of(WEB).bytes());
    }

    @Test
    void the_chart_of_somebody_else_is_not_overwritten() throws IOException {
        Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: theirs\nversion: 1.0.0\n");

        assertThatThrownBy(() -> WEB.tree().writeTo(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("error TREE_FOREIGN_FILE");
        Assertions.assertThat(folder).isDirectoryNotContaining("glob:**/values.yaml");
    }

    @Test
    void a_new_version_replaces_the_old_one_and_leaves_what_others_put_beside_it() throws IOException {
        WEB.tree().writeTo(folder);
        Files.writeString(folder.resolve("notes.bak"), "mine");

        WEB.withTemplates(java.util.Map.of("other.yaml", "kind: Secret\n"))
                .tree()
                .writeTo(folder);

        Assertions.assertThat(folder.resolve("templates/other.yaml")).exists();
        Assertions.assertThat(folder.resolve("templates/config.yaml")).doesNotExist();
        Assertions.assertThat(folder.resolve("notes.bak")).hasContent("mine");
    }

    @Test
    void files_are_where_helm_reads_them() {
        assertThatThrownBy(() -> HelmChart.builder()
                        .metadata(WEB.metadata())
                        .putTemplates("a.json", "")
                        .putTemplates("NOTES.txt", "")
                        .putTemplates(".hidden.yaml", "")
                        .putCrds("README.md", "")
                        .putFiles("values.yaml", "")
                        .putFiles("templates/b.yaml", "")
                        .addIgnoredFiles("docs/**")
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        error CHART_FILE templates[".hidden.yaml"]: Helm ignores templates whose names start with a dot. Rename it.
                        error CHART_FILE templates["NOTES.txt"]: Helm prints this template after an installation. Set it by `notes`.
                        error CHART_FILE templates["a.json"]: `a.json` has an extension that Helm does not take in `templates`. Use one of .yaml, .yml, .tpl, .txt.
                        error CHART_FILE crds["README.md"]: `README.md` has an extension that Helm does not take in `crds`. Use one of .yaml, .yml, .json.
                        error CHART_FILE files["templates/b.yaml"]: Helm does not take a file of `templates/` for one that templates can read. Set it by `templates`, `crds` or `subcharts`, or move it to another folder.
                        error CHART_FILE files["values.yaml"]: Helm reads this file itself, so it is not one for templates. Set what it says by the builder of the chart, or rename it.
                        error CHART_FILE ignoredFiles: `docs/**` is not the pattern of a name or a path. Use the wildcards `*` and `?`, as in `*.bak`, `docs/` or `/files/*.txt`; a pattern without `/` holds in every folder.""");
    }

    @ParameterizedTest
    @CsvSource({
        "motd, files/motd",
        "files, files/motd",
        "files/, files/motd",
        "/files/m*, files/motd",
        "files/mot?, files/motd",
        "*.tgz, charts/web-1.2.0.tgz",
        "charts/*, charts/web-1.2.0.tgz"
    })
    void no_file_of_the_chart_is_ignored(String pattern, String ignored) {
        HelmChart chart = SITE.withFiles(java.util.Map.of("files/motd", "Hello"));

        assertThatThrownBy(() -> chart.withIgnoredFiles(pattern))
                .hasMessage("error CHART_FILE ignoredFiles: `" + pattern + "` ignores `" + ignored
                        + "`, which is a part of the chart. Change the pattern, or rename the file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"motd/", "/motd", "iles/motd", "*motd/x", "fil*otd", "mot", ".git/", "*.bak"})
    void other_files_are_ignored(String pattern) {
        HelmChart chart = SITE.withFiles(java.util.Map.of("files/motd", "Hello"));

        Assertions.assertThat(chart.withIgnoredFiles(pattern).tree().text(".helmignore"))
                .endsWith("\n" + pattern + "\n");
    }

    @Test
    void copies_have_more_of_everything() {
        HelmChart more = WEB.plusTemplates("b.yaml", "b")
                .plusCrds("c.yaml", "c")
                .plusFiles("d", "d")
                .plusIgnoredFiles("*.tmp");

        Assertions.assertThat(more.tree().paths())
                .hasSize(WEB.tree().size() + 3)
                .contains("templates/b.yaml", "crds/c.yaml", "d");
        Assertions.assertThat(more.ignoredFiles()).containsExactly("*.bak", "*.tmp");
        assertThatThrownBy(() -> more.plusFiles("d", "e")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void paths_are_those_of_a_tree() {
        assertThatThrownBy(() -> WEB.withFiles(java.util.Map.of("../a", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error TREE_PATH: the path `../a` has the part `..`. Write a relative path of folders and a file,"
                                + " joined by `/`.");
    }

    @Test
    void subcharts_are_dependencies_of_the_right_version() {
        assertThatThrownBy(() -> SITE.withMetadata(SITE.metadata().withDependencies(dependency("^2.0.0"))))
                .hasMessage(
                        "error CHART_DEPENDENCY dependencies.web: the subchart has the version `1.2.0`, which the dependency"
                                + " does not accept by `^2.0.0`. Change the version of the dependency, or that of the subchart.");
        assertThatThrownBy(() -> SITE.withMetadata(SITE.metadata().withDependencies()))
                .hasMessage(
                        "error CHART_DEPENDENCY subcharts: the subchart `web` is not a dependency of the chart. Add a"
                                + " dependency with its name to the metadata.");
        assertThatThrownBy(() -> SITE.plusSubcharts(WEB))
                .hasMessage(
                        "error DUPLICATE subcharts: two subcharts have the name `web`. Remove one; a dependency with an"
                                + " `alias` installs the other one again.");
    }

    @Test
    void a_dependency_is_a_subchart_or_has_a_repository() {
        ChartMetadata metadata = SITE.metadata()
                .withDependencies(ChartDependency.builder()
                        .name("web")
                        .version(VersionConstraint.parse("*"))
                        .alias("front")
                        .build());

        assertThatThrownBy(() -> HelmChart.builder().metadata(metadata).build())
                .hasMessage(
                        "error CHART_DEPENDENCY dependencies.front: no subchart has the name `web`, and the dependency has"
                                + " no repository to get one from. Add the subchart, or set `repository`.");
    }

    @Test
    void a_condition_is_a_boolean() {
        assertThatThrownBy(() -> SITE.withValues(DocumentedValues.builder()
                        .describe("web.enabled", "true", "A string.")
                        .build()))
                .hasMessage(
                        "error CHART_DEPENDENCY dependencies.web.condition: the value `web.enabled` is a string, and not"
                                + " `true` or `false`. Name a value that is `true` or `false`.");
    }

    @Test
    void values_hold_no_secret() {
        assertThatThrownBy(() -> WEB.withValues(DocumentedValues.builder()
                        .describe("token", "ghp_" + "0123456789abcdefghijklmnopqrstuvwxyz", "A token.")
                        .build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error SECRET_VALUE values.token: the value contains")
                .hasMessageNotContaining("0123456789abc");
    }
}
