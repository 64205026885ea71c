package com.adorsys.webank.deploy.assertions;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.check.Sets;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldensTest {
    private static final ManifestSet MANIFESTS = Sets.of("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {mode: fast}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db}
            data: {password: aHVudGVyMg==}
            """);

    @TempDir
    private Path module;

    private Goldens goldens;

    @BeforeEach
    void find() {
        goldens = Goldens.in(module, Path.of("goldens"));
    }

    @AfterEach
    void switchOff() {
        System.clearProperty("goldens.update");
    }

    private String slashes(String path) {
        return module.resolve(path).toString().replace('\\', '/');
    }

    @Test
    void the_goldens_of_this_module_are_found() {
        assertThat(MANIFESTS).matchesGolden("assertions/settings.yaml");
    }

    @Test
    void no_golden_of_this_module_is_an_orphan() {
        Goldens.assertNoOrphans();
    }

    @Test
    void a_missing_golden_is_written_only_on_demand() throws IOException {
        assertThatThrownBy(() -> assertThat(MANIFESTS).matchesGolden(goldens, "settings.yaml"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There is no golden `settings.yaml` in `" + slashes("goldens")
                        + "`\nRun the test with -Dgoldens.update=true to write it, and look at the diff");
        assertThat(module.resolve("goldens")).doesNotExist();

        System.setProperty("goldens.update", "true");
        assertThat(MANIFESTS).matchesGolden(goldens, "settings.yaml");
        System.clearProperty("goldens.update");

        assertThat(MANIFESTS).matchesGolden(goldens, "settings.yaml");
        assertThat(Files.readString(module.resolve("goldens/settings.yaml"))).isEqualTo("""
                ---
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                data:
                  password: (secret)
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  mode: fast
                """);
        assertThatThrownBy(() -> assertThat(MANIFESTS).matchesGolden(goldens, "setings.yaml"))
                .hasMessageStartingWith("There is no golden `setings.yaml` in `" + slashes("goldens")
                        + "`; did you mean `settings.yaml`?\n");
    }

    @Test
    void a_golden_that_differs_is_shown_by_its_lines() throws IOException {
        Files.createDirectories(module.resolve("goldens"));
        Files.writeString(module.resolve("goldens/settings.yaml"), """
                ---
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                data:
                  password: (secret)
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                data:
                  mode: slow
                  more: yes
                """);

        assertThat(catchThrowable(() -> assertThat(MANIFESTS).matchesGolden(goldens, "settings.yaml")))
                .hasMessage("The text differs from the golden `" + slashes("goldens/settings.yaml") + """
                        `; - is the golden, + is the actual text:
                          @@ ConfigMap/settings
                              name: settings
                            data:
                          -   mode: slow
                          -   more: yes
                          +   mode: fast
                        Run the test with -Dgoldens.update=true to write it, and look at the diff""");
    }

    @Test
    void a_long_difference_is_cut() {
        String text = TextDiff.between("", "line\n".repeat(100));

        assertThat(text.lines().filter(line -> line.equals("  + line"))).hasSize(40);
        assertThat(text).endsWith("\n  ... and more");
        assertThat(TextDiff.between("a", "a\n")).isEqualTo("\n  (only the ends of lines differ)");
        assertThat(TextDiff.between("a\nb\nc\nd\ne\nf\ng\nh", "A\nb\nc\nd\ne\nf\ng\nH"))
                .isEqualTo("\n  - a\n  + A\n    b\n    c\n  ...\n    f\n    g\n  - h\n  + H");
    }

    @Test
    void each_group_of_a_difference_names_its_object() {
        String before =
                "---\nkind: Service\nmetadata:\n  name: a\nspec:\n  x: 1\n---\nkind: Service\nmetadata:\n  name: b\nspec:\n  y: 1\n  z: 1\n";
        String after = before.replace("x: 1", "x: 2").replace("z: 1", "z: 2")
                + "---\nkind: ConfigMap\nmetadata:\n  labels: {}\n  name: c\n";

        assertThat(TextDiff.between(before, after))
                .isEqualTo("\n" + """
                  @@ Service/a
                      name: a
                    spec:
                  -   x: 1
                  +   x: 2
                  @@ Service/b
                    ---
                    kind: Service
                  ...
                    spec:
                      y: 1
                  -   z: 1
                  +   z: 2
                  @@ ConfigMap/c
                  + ---
                  + kind: ConfigMap
                  + metadata:
                  +   labels: {}
                  +   name: c""".indent(2).stripTrailing());
    }

    @Test
    void a_name_stays_inside_the_folder() {
        assertThatThrownBy(() -> assertThat(MANIFESTS).matchesGolden(goldens, "../settings.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a golden's name is a path inside the folder of goldens, and `../settings.yaml` is not");
    }

    @Test
    void orphans_are_reported() throws IOException {
        Files.createDirectories(module.resolve("goldens"));
        Files.createDirectories(module.resolve("src/test/java"));
        Files.writeString(module.resolve("goldens/used.yaml"), "");
        Files.writeString(module.resolve("goldens/computed.yaml"), "");
        Files.writeString(module.resolve("goldens/orphan.yaml"), "");
        Files.writeString(module.resolve("src/test/java/SomeTest.java"), "matchesGolden(\"used.yaml\")");

        assertThatThrownBy(() -> goldens.assertNoOrphansBut("computed.yaml"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("No test names these goldens in `" + slashes("goldens") + "`:\n  orphan.yaml\nRemove them");
        goldens.assertNoOrphansBut("computed.yaml", "orphan.yaml");
    }

    @Test
    void files_are_found_in_a_tree() {
        FileTree tree = FileTree.builder().put("dev/settings.yaml", "a: 1\n").build();

        assertThat(tree)
                .contains("dev/settings.yaml")
                .doesNotContain("prod/settings.yaml")
                .file("dev/settings.yaml")
                .isEqualTo("a: 1\n");
        assertThatThrownBy(() -> assertThat(tree).contains("dev/setings.yaml"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "There is no file `dev/setings.yaml`; did you mean `dev/settings.yaml`? the files are `.webank-deploy`, `dev/settings.yaml`");
        assertThatThrownBy(() -> assertThat(tree).doesNotContain("dev/settings.yaml"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There is a file `dev/settings.yaml`, which should not be there");
    }

    @Test
    void a_tree_is_compared_with_a_folder_and_written_only_on_demand() {
        FileTree tree = FileTree.builder().put("dev/settings.yaml", "a: 1\n").build();
        Path folder = module.resolve("deploy");

        assertThatThrownBy(() -> assertThat(tree).isUpToDateIn(folder))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The files in `" + slashes("deploy") + """
                        ` are not up to date:
                          + .webank-deploy
                          + dev/settings.yaml
                          2 created, 0 changed, 0 removed, 0 unchanged
                        Run the test with -Dgoldens.update=true to write them, and look at the diff""");
        assertThat(folder).doesNotExist();

        System.setProperty("goldens.update", "true");
        assertThat(tree).isUpToDateIn(folder);
        System.clearProperty("goldens.update");

        assertThat(tree).isUpToDateIn(folder);
    }
}
