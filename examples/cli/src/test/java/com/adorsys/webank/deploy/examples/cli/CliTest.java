package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every command: help, version, wrong usage, faults, and outputs that cannot be written. */
class CliTest {
    @TempDir
    Path folder;

    private Tool tool;

    static List<String> commands() {
        return Help.COMMANDS;
    }

    @BeforeEach
    void makeTool() {
        tool = new Tool(folder);
    }

    @Nested
    class help {
        @ParameterizedTest
        @ValueSource(strings = {"--help", "-h", "help"})
        void is_printed_for_the_tool(String line) {
            Result result = tool.run(line);
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith("Renders Webank's values and environments as Kubernetes manifests, and applies them")
                    .contains(Help.COMMANDS);
        }

        @ParameterizedTest
        @MethodSource("com.adorsys.webank.deploy.examples.cli.CliTest#commands")
        void is_printed_for_each_command(String command) {
            Result result = tool.run(command + " --help");
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).contains("\nUsage: webank-deploy " + command + " ");
            assertThat(tool.run("help " + command)).isEqualTo(result);
            assertThat(tool.run(command + " -h --out x --values y")).isEqualTo(result);
        }

        @Test
        void of_the_tool_lists_every_command() {
            String text = tool.run("--help").out();
            assertFits(text);
            assertThat(commands())
                    .isNotEmpty()
                    .allSatisfy(command -> assertThat(text).contains("\n  " + command + " "));
        }

        @ParameterizedTest
        @MethodSource("com.adorsys.webank.deploy.examples.cli.CliTest#commands")
        void fits_into_a_terminal_and_names_every_option(String command) {
            String text = tool.run(command + " --help").out();
            assertFits(text);
            assertThat(Cli.command(command, WebankEnvironments::all).options())
                    .isNotEmpty()
                    .allSatisfy(option -> assertThat(text).contains("\n  " + option.name() + " "));
        }

        private void assertFits(String text) {
            assertThat(text.lines()).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(96));
            assertThat(text).endsWith("\n").contains("--help", "--verbose");
        }
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(tool.run("--version").out()).matches("webank-deploy \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Nested
    class wrong_usage {
        @Test
        void no_command() {
            assertRefused(
                    "",
                    "webank-deploy: error MISSING_COMMAND: no command is given. Start with one of render, check, generate, chart, migrate, publish, bootstrap, set-image, promote, diff, audit, plan, apply, status, history, rollback, delete, wait, switch-source, rights, token; `webank-deploy --help` explains each.");
        }

        @Test
        void an_unknown_command() {
            assertRefused(
                    "rendr",
                    "webank-deploy: error UNKNOWN_COMMAND: unknown command `rendr`. Did you mean `render`? Start with one of render, check, generate, chart, migrate, publish, bootstrap, set-image, promote, diff, audit, plan, apply, status, history, rollback, delete, wait, switch-source, rights, token; `webank-deploy --help` explains each.");
        }

        @Test
        void an_option_before_the_command() {
            assertRefused(
                    "--values a render",
                    "webank-deploy: error UNKNOWN_OPTION: an option before the command: `--values`. Start with one of render, check, generate, chart, migrate, publish, bootstrap, set-image, promote, diff, audit, plan, apply, status, history, rollback, delete, wait, switch-source, rights, token; `webank-deploy --help` explains each.");
        }

        @Test
        void everything_that_is_wrong_with_the_options_is_said_at_once() {
            assertRefused(
                    "render --vales a --release --namespace b --namespace c --posture=hard extra --chart=",
                    "webank-deploy: error UNKNOWN_OPTION: `render` has no option `--vales`. Did you mean `--values`? `webank-deploy render --help` lists the options.",
                    "webank-deploy: error UNEXPECTED_ARGUMENT: unexpected argument `a`. Remove it: `webank-deploy render --help` lists the options.",
                    "webank-deploy: error MISSING_VALUE: `--release` has no value. Write `--release VALUE`.",
                    "webank-deploy: error REPEATED_OPTION: `--namespace` is given twice. Keep one of the two.",
                    "webank-deploy: error UNEXPECTED_ARGUMENT: unexpected argument `extra`. Remove it: `webank-deploy render --help` lists the options.",
                    "webank-deploy: error MISSING_VALUE: `--chart` has no value. Write `--chart VALUE`.",
                    "webank-deploy: error MISSING_OPTION: `render` requires `--values FILE`. Add it: `webank-deploy render --help` lists the options.",
                    "webank-deploy: error UNKNOWN_VALUE: `--posture` cannot be `hard`. Use one of chart, hardened.");
        }

        @Test
        void a_value_for_an_option_without_one() {
            assertRefused(
                    "generate --out a --check=yes",
                    "webank-deploy: error UNEXPECTED_VALUE: `--check` takes no value. Write `--check` alone.");
        }

        @Test
        void what_a_command_needs() {
            assertRefused(
                    "check",
                    "webank-deploy: error MISSING_ARGUMENT: `check` requires a FILE. Add it: `webank-deploy check --help` lists the options.");
            assertRefused(
                    "generate",
                    "webank-deploy: error MISSING_OPTION: `generate` requires `--out DIR`. Add it: `webank-deploy generate --help` lists the options.");
            tool.file("a.yaml", "{}");
            assertRefused(
                    "render --values a.yaml",
                    "webank-deploy: error MISSING_OPTION: `render` requires `--release NAME`. Add it: `webank-deploy render --help` lists the options.",
                    "webank-deploy: error MISSING_OPTION: `render` requires `--namespace NAMESPACE`. Add it: `webank-deploy render --help` lists the options.");
        }

        @Test
        void an_unknown_chart() {
            assertRefused(
                    "check a.yaml --chart webank-ob",
                    "webank-deploy: error UNKNOWN_VALUE: `--chart` cannot be `webank-ob`. Did you mean `webank-obs`? Use one of webank, webank-obs, webank-prs, webank-userapp.");
        }

        @Test
        void what_follows_two_dashes_is_no_option() {
            assertThat(tool.run("check -- --chart").err())
                    .startsWith("--chart: error FILE_MISSING: there is no such file. Check the path.\n");
        }
    }

    @Nested
    class a_fault_of_the_tool {
        @Test
        void is_one_line_without_what_the_exception_quotes() {
            Result result = broken("generate --out tree");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .matches(
                            "webank-deploy: this is a bug of webank-deploy: java\\.lang\\.IllegalStateException at \\S*CliTest\\S*\\(CliTest\\.java:\\d+\\)\\. "
                                    + "Run it again with --verbose for the stack trace, and report that\\.\n")
                    .doesNotContain("s3cret");
        }

        @Test
        void shows_its_stack_trace_when_asked() {
            Result result = broken("generate --out tree --verbose");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("java.lang.IllegalStateException: s3cret\n\tat ");
        }

        private Result broken(String line) {
            return tool.with(() -> {
                        throw new IllegalStateException("s3cret");
                    })
                    .run(line);
        }
    }

    @Test
    void a_server_that_refuses_is_4_and_an_interrupt_is_130() {
        Result refused = tool.with(() -> {
                    throw new DeployException.Refused("the server said no");
                })
                .run("generate --out tree");
        assertThat(refused).isEqualTo(new Result(4, "", "webank-deploy: the server said no\n"));
        Result interrupted = tool.with(() -> {
                    throw new DeployException.Interrupted("reading was interrupted");
                })
                .run("generate --out tree");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).isEqualTo(new Result(130, "", "webank-deploy: reading was interrupted\n"));
    }

    @Test
    void only_generate_asks_for_the_environments() {
        tool.sample("values.yaml");
        tool.with(() -> {
            throw new AssertionError("asked");
        });
        assertThat(tool.run("render --values values.yaml --release a --namespace b")
                        .code())
                .isZero();
        assertThat(tool.run("check values.yaml").code()).isZero();
        assertThat(tool.run("generate --help").code()).isZero();
    }

    @Nested
    class an_output_that_cannot_be_written {
        @Test
        void is_2_and_says_why() {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(helpTo(failing("No space left on device"), err)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .isEqualTo(
                            "webank-deploy: error OUTPUT_NOT_WRITABLE: standard output cannot be written: No space left on device. Send it elsewhere, or make room.\n");
        }

        @Test
        void is_no_error_where_the_reader_has_enough() {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(helpTo(failing("Broken pipe"), err)).isZero();
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        }

        private int helpTo(OutputStream out, OutputStream err) {
            return Cli.run(
                    WebankEnvironments::all, Console.of(InputStream.nullInputStream(), out, err, folder), "--help");
        }

        private OutputStream failing(String why) {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException(why);
                }
            };
        }
    }

    private void assertRefused(String line, String... problems) {
        assertThat(tool.run(line)).isEqualTo(new Result(2, "", String.join("\n", problems) + "\n"));
    }
}
