package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GitHub Actions workflows of the documentation, and the command lines in them. */
class WorkflowsIT {
    private static final Path WORKFLOWS = Path.of("..", "..", "Docs", "workflows");

    private static final String TOOL = "webank-deploy ";

    /** What the variables of the command lines may be. */
    private static final Map<String, String> VARIABLES = Map.of(
            "BASE", "0".repeat(40),
            "COMPONENT", "obs",
            "ENVIRONMENT", "dev",
            "GITHUB_SHA", "0".repeat(40),
            "IMAGE", "ghcr.io/example/webank-online-banking:1",
            "REPOSITORY", "https://github.com/example/deployment");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    @TempDir
    Path folder;

    @Test
    void actionlint_finds_nothing() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(TestCluster.binary("actionlint").toString(), "-no-color", "-shellcheck=", "-pyflakes="));
        files().forEach(file -> command.add(file.toString()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void each_command_line_is_one_that_the_tool_accepts() {
        List<String> commands = new ArrayList<>();
        for (Path file : files()) {
            for (String line : commandLines(file)) {
                commands.add(line.split(" ", 2)[0]);
                assertThat(problems(line)).as(file.getFileName() + ": " + line).isEmpty();
            }
        }

        assertThat(commands).containsExactly("set-image", "publish", "generate", "diff");
    }

    @Test
    void a_typing_error_in_a_command_line_is_found() {
        assertThat(problems("publish --repository x --brnch=main"))
                .containsExactly(
                        "webank-deploy: error UNKNOWN_OPTION: `publish` has no option `--brnch`. Did you mean `--branch`?"
                                + " `webank-deploy publish --help` lists the options.",
                        "webank-deploy: error MISSING_OPTION: `publish` requires `--branch NAME`. Add it: `webank-deploy publish"
                                + " --help` lists the options.");
    }

    @Test
    void each_job_has_its_own_permissions_and_an_end() {
        for (Path file : files()) {
            assertThat(workflow(file).get("permissions"))
                    .as("permissions of " + file)
                    .isEqualTo(MapTree.of());
            jobs(file)
                    .forEach((name, job) -> assertThat(((MapTree) job).keys())
                            .as(name + " in " + file)
                            .contains("permissions", "timeout-minutes"));
        }
    }

    /** What the tool says about the options; it goes no further than to ask for the environments or the repository. */
    private List<String> problems(String line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Cli.run(
                () -> {
                    throw new IllegalStateException("the options are accepted");
                },
                Console.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, folder),
                line.split(" "));
        return err.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(said -> said.matches("webank-deploy: error [A-Z_]+: .*"))
                .toList();
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MapTree workflow(Path file) {
        return (MapTree) YamlReader.read(file).tree();
    }

    private static MapTree jobs(Path file) {
        return workflow(file).map("jobs").orElseThrow();
    }

    /** The command lines of the tool in a workflow, with values for the variables. */
    private static List<String> commandLines(Path file) {
        List<String> lines = new ArrayList<>();
        jobs(file).forEach((name, job) -> {
            for (Tree step : ((MapTree) job).list("steps").orElseThrow()) {
                String run = ((MapTree) step).string("run").orElse("").replace("\\\n", " ");
                run.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith(TOOL))
                        .map(line -> line.substring(TOOL.length())
                                .replaceAll(" > .*", "")
                                .replace("\"", ""))
                        .map(line -> withValues(line.replaceAll(" +", " ")))
                        .forEach(lines::add);
            }
        });
        return lines;
    }

    private static String withValues(String line) {
        Matcher variable = VARIABLE.matcher(line);
        return variable.replaceAll(found -> {
            String value = VARIABLES.get(found.group(1));
            assertThat(value).as("value of " + found.group()).isNotNull();
            return value;
        });
    }
}
