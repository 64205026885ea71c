package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrateTest {
    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Test
    void writes_the_java_of_an_application_to_standard_output() {
        Result result = tool.run("migrate " + tool.sample("application.yaml") + " --package com.example --class Dev");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("package com.example;\n\nimport com.adorsys.webank.deploy.argocd.Destination;\n")
                .contains("\npublic final class Dev {\n    private Dev() {}\n")
                .contains("\n    public static Environment environment(String repository) {\n")
                .contains("\n                .scaling(Replicas.of(2))\n")
                .endsWith("    }\n}\n");
    }

    @Test
    void writes_a_comment_at_a_key_that_the_chart_ignores() {
        String application = tool.file(
                "ignored.yaml",
                tool.text(tool.sample("application.yaml"))
                        .replace("        obs:\n", "        redis: {}\n        obs:\n          enabled: false\n"));

        Result result = tool.run("migrate " + application);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("ignored.yaml:30:11: warning UNKNOWN_KEY spec.source.helm.valuesObject.obs.enabled: ");
        assertThat(result.out())
                .contains(
                        "// obs.enabled: `enabled` is not a key of the part obs. Remove it: this part is always rendered;")
                .contains("// redis: `redis` is not a key of the chart webank. Remove it: the chart has no such part;");
    }

    @Test
    void writes_a_file_once_and_says_so() {
        String command = "migrate " + tool.sample("application.yaml") + " --out src --package com.example --class Dev";
        Result first = tool.run(command);
        Result second = tool.run(command);

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).isEqualTo("+ com/example/Dev.java\n\nWritten to " + tool.path("src") + "\n");
        assertThat(second.out())
                .isEqualTo("com/example/Dev.java is up to date\n\nWritten to " + tool.path("src") + "\n");
        assertThat(tool.text("src/com/example/Dev.java")).startsWith("package com.example;\n");
    }

    @Test
    void reads_a_values_file_and_says_as_what() {
        Result result = tool.input(Tool.OBS).run("migrate - --chart webank-obs --release a");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .startsWith(
                        "<stdin>: read as values of the chart webank-obs for the release a in the namespace webank; use --namespace for"
                                + " another one\n<stdin>:1:1: warning CHART_ONLY: the Java starts from values of the chart");
        assertThat(result.out())
                .contains("\npublic final class MigratedWebank {\n")
                .contains("\n    public static OnlineBanking onlineBanking() {\n")
                .contains("Release.of(\"a\", \"webank\")");
    }

    @Test
    void writes_the_values_of_the_exported_chart() {
        String health = """
                            alb.ingress.kubernetes.io/healthcheck-interval-seconds: "15"
                            alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "5"
                            alb.ingress.kubernetes.io/healthy-threshold-count: "2"
                            alb.ingress.kubernetes.io/unhealthy-threshold-count: "2"
                """.indent(0);
        String application = tool.text(tool.sample("application.yaml"))
                .replace("            external-dns", health + "            external-dns");
        Result result = tool.run("migrate " + tool.file("alb.yaml", application) + " --to exported --out charts");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("+ values.yaml\n\nWritten to " + tool.path("charts") + "\n");
        assertThat(result.err()).isEmpty();
        assertThat(tool.text("charts/values.yaml"))
                .contains("\n  replicaCount: 2\n")
                .contains("host: bank.example.com\n");
    }

    @Test
    void what_the_exported_chart_cannot_say_is_a_warning_and_a_comment() {
        String values = tool.file(
                "values.yaml",
                "db: {enabled: false}\nuserapp: {image: {tag: v2}, envFrom: [{secretRef: {name: s}}]}\n");
        Result result = tool.run("migrate " + values + " --to exported --out charts");

        String difference =
                "`Deployment/webank-userapp` differs in `spec.template.spec.containers[name=userapp-frontend].envFrom`: ";
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("webank-deploy: warning CHART_CANNOT_SAY userapp: " + difference);
        assertThat(tool.text("charts/values.yaml"))
                .contains("\n# " + difference)
                .contains("\n    tag: v2\n");
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            --class 1A            | webank-deploy: error NAME_INVALID --class: `1A` is not the name of a class. Write one word of letters and digits, as in `DevWebank`.
            --package a..b        | webank-deploy: error NAME_INVALID --package: `a..b` is not the name of a package. Write words of letters and digits with a dot between them, as in `com.example.deployment`.
            --to yaml             | webank-deploy: error UNKNOWN_VALUE: `--to` cannot be `yaml`. Use one of java, exported.
            --posture chart       | webank-deploy: error MISPLACED_OPTION: `--posture` has no effect with `--to java`. Remove it.
            --to exported --class A | webank-deploy: error MISPLACED_OPTION: `--class` has no effect with `--to exported`. Remove it.
            other.yaml            | webank-deploy: error MISPLACED_OPTION: `other.yaml` is a second file. Migrate each file by a call of its own.
            --class Image         | webank-deploy: error NAME_INVALID class: the class would have the name of `com.adorsys.webank.deploy.core.Image`, which it uses. Choose another name.
            """)
        void options_that_do_not_fit(String options, String problem) {
            Result result = tool.run("migrate " + tool.sample("application.yaml") + " " + options + " --out src");

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).isEqualTo(problem + "\n");
            assertThat(tool.path("src")).doesNotExist();
        }

        @Test
        void a_missing_file() {
            assertThat(tool.run("migrate").err())
                    .isEqualTo(
                            "webank-deploy: error MISSING_ARGUMENT: `migrate` requires a FILE. Add it: `webank-deploy migrate"
                                    + " --help` lists the options.\n");
        }

        @Test
        void a_file_with_other_content_in_the_place_of_the_source() {
            tool.file("src/Dev.java", "class Dev {}\n");
            Result result = tool.run("migrate " + tool.sample("application.yaml") + " --class Dev --out src");

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.err())
                    .isEqualTo(
                            "src/Dev.java: error TREE_FOREIGN_FILE: there is another file of this name already. Move it away,"
                                    + " or choose another name or output folder.\n");
            assertThat(tool.text("src/Dev.java")).isEqualTo("class Dev {}\n");
        }

        @Test
        void an_application_of_an_exported_chart() {
            String application = tool.file(
                    "new.yaml", tool.text(tool.sample("application.yaml")).replace("1.2.0-rc.2", "2.0.0"));
            Result result = tool.run("migrate " + application);

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.err())
                    .isEqualTo(
                            "new.yaml:10:5: error CHART_UNKNOWN spec.source.chart: the chart webank 2.0.0 is exported from the"
                                    + " Java model, and not one of the old charts. Name an Application that installs an old chart;"
                                    + " this one has been migrated.\n");
        }

        @Test
        void a_values_file_with_keys_of_the_exported_charts() {
            String values = tool.file("values.yaml", "obs:\n  nodeSelector: {pool: bank}\n");

            assertThat(tool.run("migrate " + values).err())
                    .isEqualTo(
                            "values.yaml:2:3: error VALUES_MIXED obs.nodeSelector: `obs.nodeSelector` (line 2) is a key of the"
                                    + " exported charts; the values are for the old charts, by `migrate`. Write values of the old"
                                    + " charts only.\n");
        }

        @Test
        void an_application_of_another_chart() {
            String application = tool.file(
                    "nginx.yaml", tool.text(tool.sample("application.yaml")).replace("chart: webank", "chart: nginx"));

            assertThat(tool.run("migrate " + application).err())
                    .startsWith(
                            "nginx.yaml:10:5: error CHART_UNKNOWN spec.source.chart: the Application installs `nginx`.");
        }

        @Test
        void a_manifest() {
            String manifest = tool.file("pod.yaml", "apiVersion: v1\nkind: Pod\n");

            assertThat(tool.run("migrate " + manifest).err())
                    .startsWith("pod.yaml:2:1: error NOT_VALUES kind: this is a manifest, neither values nor an Argo CD"
                            + " Application.");
        }

        @Test
        void values_of_no_dialect() {
            String values = tool.file("values.yaml", "controller:\n  replicaCount: 2\nnetworks: []\n");
            Result result = tool.run("migrate " + values + " --out src");

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.err())
                    .contains(
                            "values.yaml:1:1: error UNKNOWN_KEY controller",
                            "values.yaml:3:1: error UNKNOWN_KEY networks");
            assertThat(tool.path("src")).doesNotExist();
        }

        @Test
        void a_password_without_showing_it() {
            String values = tool.file("values.yaml", "obs:\n  database:\n    password: jude1234\n");
            Result result = tool.run("migrate " + values);

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .contains("values.yaml:3:5: error SECRET_IN_VALUES obs.database.password")
                    .doesNotContain("jude1234");
        }

        @Test
        void values_of_one_component_for_the_exported_chart() {
            Result result = tool.input(Tool.OBS).run("migrate - --chart webank-obs --to exported");

            assertThat(result.code()).isEqualTo(Cli.INVALID);
            assertThat(result.err()).contains("error CHART_CANNOT_SAY: these are values of the chart of one component");
        }
    }
}
