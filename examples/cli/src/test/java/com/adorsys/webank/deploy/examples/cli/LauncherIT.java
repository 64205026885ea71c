package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.examples.cli.Processes.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the jar as a user runs them. */
class LauncherIT {
    private static final String[] RENDER = {
        "render", "--values", "values.yaml", "--release", "webank", "--namespace", "webank"
    };

    @TempDir
    Path folder;

    private Tool tool;
    private String rendered;
    private String problems;

    @BeforeEach
    void render() {
        tool = new Tool(folder);
        tool.sample("values.yaml");
        tool.sample("application.yaml");
        Tool.Result result = tool.run(RENDER);
        rendered = result.out();
        problems = result.err();
    }

    @Test
    void launcher_and_jar_print_what_the_tool_prints() {
        assertRendered(processes().launcher(RENDER));
        assertRendered(processes().jar(RENDER));
    }

    @Test
    void exit_codes_are_those_of_the_tool() {
        assertThat(processes().launcher("--version").code()).isZero();
        assertThat(processes().launcher("check", "missing.yaml")).isEqualTo(new Result(2, "", """
                                missing.yaml: error FILE_MISSING: there is no such file. Check the path.
                                1 file, 1 error, 0 warnings
                                """));
        assertThat(processes().launcher("generate", "--out", "tree", "--check").code())
                .isEqualTo(3);
        assertThat(processes().launcher("generate", "--out", "tree").code()).isZero();
        assertThat(processes().jar("generate", "--out", "tree", "--check").code())
                .isZero();
        assertThat(processes().launcher("check", "application.yaml", "tree").code())
                .isZero();
    }

    @Nested
    class output_is_byte_for_byte_the_same {
        @ParameterizedTest
        @CsvSource({
            "LC_ALL, C",
            "LC_ALL, POSIX",
            "LC_ALL, de_DE.ISO-8859-1",
            "LC_ALL, tr_TR.UTF-8",
            "TZ, Asia/Kathmandu",
            "JDK_JAVA_OPTIONS, -Duser.language=tr -Duser.country=TR",
            "JDK_JAVA_OPTIONS, -Duser.language=ar -Dfile.encoding=ISO-8859-1",
            "JDK_JAVA_OPTIONS, -Dfile.encoding=UTF-16 -Dline.separator=x",
            "JDK_JAVA_OPTIONS, -XX:+UnlockExperimentalVMOptions -XX:hashCode=2",
            "JDK_JAVA_OPTIONS, -Xmx64m"
        })
        void whatever_the_process_finds(String variable, String value) {
            Result launcher = processes().with(variable, value).launcher(RENDER);
            assertThat(launcher.out()).isEqualTo(rendered);
            assertThat(launcher.code()).isZero();
            assertThat(processes().with(variable, value).jar(RENDER).out()).isEqualTo(rendered);
        }

        @Test
        void under_another_jdk() throws IOException {
            Optional<Path> other = otherJdk();
            assumeTrue(other.isPresent(), "there is no JDK of another version in webank.other.jdk or beside this one");
            assertRendered(processes()
                    .with("JAVA_HOME", other.orElseThrow().toString())
                    .launcher(RENDER));
            assertThat(processes()
                            .with("JAVA_HOME", other.orElseThrow().toString())
                            .launcher("check", "tree", "missing.yaml"))
                    .isEqualTo(processes().launcher("check", "tree", "missing.yaml"));
        }

        private Optional<Path> otherJdk() throws IOException {
            String named = System.getProperty("webank.other.jdk");
            if (named != null) {
                return Optional.of(Path.of(named));
            }
            Path own = Path.of(System.getProperty("java.home")).toRealPath();
            try (Stream<Path> beside = Files.list(own.getParent())) {
                return beside.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                        .filter(home -> version(home) > Runtime.version().feature())
                        .sorted()
                        .reduce((first, second) -> second);
            }
        }

        private static int version(Path home) {
            try (Stream<String> lines = Files.lines(home.resolve("release"))) {
                return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                        .mapToInt(line -> Runtime.Version.parse(line.substring(14, line.length() - 1))
                                .feature())
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                return 0;
            }
        }
    }

    @Nested
    class the_archive {
        @Test
        void holds_every_class_that_a_rendering_needs_and_nothing_that_it_must_not() throws IOException {
            Path log = folder.resolve("classes.log");
            // A JVM in front of the JVM: it asks for a log of what is loaded where the launcher wants none.
            Path home = folder.resolve("home");
            script(home.resolve("bin/java"), """
                    for a in "$@"; do
                      set -- "$@" "$a"; shift
                      case $a in -Xlog:disable) set -- "$@" -Xlog:class+load:file=%s ;; esac
                    done
                    exec %s "$@"
                    """.formatted(log, Processes.JAVA));
            assertRendered(processes().with("JAVA_HOME", home.toString()).launcher(RENDER));
            List<String> loaded;
            try (Stream<String> lines = Files.lines(log)) {
                loaded = lines.map(line -> line.replaceFirst("^(\\[[^]]*\\])+ ", ""))
                        .toList();
            }
            assertThat(loaded).anyMatch(line -> line.startsWith("com.adorsys.webank.deploy.examples.cli.Main "));
            assertThat(loaded)
                    .as("fabric8, Jackson, JGit, ssh, BouncyCastle, AWS and logging")
                    .noneMatch(
                            line -> line.matches(
                                    "(io\\.fabric8|tools\\.jackson|com\\.fasterxml|org\\.eclipse\\.jgit|org\\.kohsuke|org\\.apache\\.sshd|org\\.bouncycastle|software\\.amazon|org\\.slf4j)\\..*"));
            assertThat(loaded).as("the environments").noneMatch(line -> line.contains("WebankEnvironments"));
            assertThat(loaded.stream().filter(line -> !line.contains("source: shared objects file")))
                    .as("classes that are not in the archive")
                    .allMatch(line -> line.startsWith("java.lang.invoke.LambdaForm$"));
        }

        @Test
        void may_be_missing() throws IOException {
            Path copy = copy("missing");
            Files.delete(copy.resolve("webank-deploy.jsa"));
            assertRendersFrom(copy);
        }

        @Test
        void may_be_that_of_a_jar_elsewhere() throws IOException {
            assertRendersFrom(copy("else where"));
        }

        @Test
        void may_be_that_of_another_state_of_the_jar() throws IOException {
            Path copy = copy("touched");
            Files.setLastModifiedTime(copy.resolve("webank-deploy.jar"), FileTime.from(Instant.EPOCH));
            assertRendersFrom(copy);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 100, 100_000})
        void may_be_cut_off(int length) throws IOException {
            Path copy = copy("cut");
            byte[] archive = Files.readAllBytes(Processes.ARCHIVE);
            try (OutputStream out = Files.newOutputStream(replaced(copy.resolve("webank-deploy.jsa")))) {
                out.write(archive, 0, length);
            }
            assertRendersFrom(copy);
        }

        @Test
        void may_be_something_else() throws IOException {
            Path copy = copy("other");
            Files.writeString(replaced(copy.resolve("webank-deploy.jsa")), "no archive\n".repeat(1000));
            assertRendersFrom(copy);
        }

        private Path replaced(Path file) throws IOException {
            Files.delete(file);
            return file;
        }
    }

    @Nested
    class the_launcher {
        @Test
        void is_found_through_links_and_spaces() throws IOException {
            Path bin = Files.createDirectories(folder.resolve("my bin"));
            Files.createSymbolicLink(bin.resolve("first link"), copy("linked").resolve("webank-deploy"));
            Files.createSymbolicLink(bin.resolve("tool"), Path.of("first link"));
            assertRendered(processes().run(command("my bin/tool", RENDER)));
            assertRendered(processes()
                    .with("PATH", bin + ":" + System.getenv("PATH"))
                    .shell("tool " + String.join(" ", RENDER)));
            assertRendered(processes()
                    .run(command(copy("a folder").resolve("webank-deploy").toString(), RENDER)));
        }

        @Test
        void may_be_run_as_a_script_of_its_own_folder() throws IOException {
            Path copy = copy("own");
            Files.copy(folder.resolve("values.yaml"), copy.resolve("values.yaml"));
            assertRendered(new Processes(copy).shell("sh webank-deploy " + String.join(" ", RENDER)));
        }

        @Test
        void takes_the_java_of_the_path_where_java_home_has_none() {
            assertRendered(processes().with("JAVA_HOME", "/nowhere").launcher(RENDER));
        }

        @Test
        void says_so_where_there_is_no_java() {
            assertThat(processes()
                            .with("JAVA_HOME", "")
                            .with("PATH", "/nowhere")
                            .launcher(RENDER))
                    .isEqualTo(
                            new Result(
                                    1,
                                    "",
                                    "webank-deploy: error NO_JAVA: there is no java. Install a JDK 17 or later, or set JAVA_HOME.\n"));
        }

        @Test
        void hands_arguments_on_as_they_are() {
            assertThat(processes().launcher("check", "a b", "*", "$HOME", "ä").err())
                    .isEqualTo("""
                            a b: error FILE_MISSING: there is no such file. Check the path.
                            *: error FILE_MISSING: there is no such file. Check the path.
                            $HOME: error FILE_MISSING: there is no such file. Check the path.
                            ä: error FILE_MISSING: there is no such file. Check the path.
                            4 files, 4 errors, 0 warnings
                            """);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "C", "C.UTF-8"})
        void reads_files_of_any_name_in_any_locale(String locale) {
            tool.file("größe.yaml", "a: [\n");
            Result result = processes().with("LC_ALL", locale).with("LANG", "").shell("\"$LAUNCHER\" check größe.yaml");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).startsWith("größe.yaml:2:1: error YAML_SYNTAX: ");
        }
    }

    @Nested
    class a_stream {
        @Test
        void that_nobody_reads_is_no_error() {
            Result result = processes()
                    .shell("{ \"$LAUNCHER\" " + String.join(" ", RENDER) + "; echo $? >code; } | :; cat code");
            assertThat(result).isEqualTo(new Result(0, "0\n", problems));
            assertThat(processes().shell("\"$LAUNCHER\" " + String.join(" ", RENDER) + " | head -1"))
                    .isEqualTo(new Result(0, "---\n", problems));
        }

        @Test
        void that_is_full_is_an_error() {
            assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full");
            Result result = processes().shell("\"$LAUNCHER\" --version >/dev/full");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("webank-deploy: error OUTPUT_NOT_WRITABLE: standard output cannot be written: ")
                    .hasLineCount(1);
        }

        @Test
        void of_output_that_is_closed_is_an_error() {
            Result result = processes().shell("\"$LAUNCHER\" --version >&-");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("webank-deploy: error OUTPUT_NOT_WRITABLE: standard output cannot be written: ")
                    .hasLineCount(1);
        }

        @Test
        void of_input_that_is_closed_or_empty_holds_nothing() {
            for (String input : new String[] {"<&-", "</dev/null"}) {
                assertThat(processes().shell("\"$LAUNCHER\" render --values - --release a --namespace b " + input))
                        .isEqualTo(new Result(
                                2, "", "<stdin>: error YAML_EMPTY: the file is empty. Write a document into it.\n"));
            }
        }

        @Test
        void of_messages_that_is_closed_changes_nothing_else() {
            assertThat(processes().shell("\"$LAUNCHER\" check missing.yaml 2>&-"))
                    .isEqualTo(new Result(2, "", ""));
            assertThat(processes().shell("\"$LAUNCHER\" " + String.join(" ", RENDER) + " 2>&-"))
                    .isEqualTo(new Result(0, rendered, ""));
            assertThat(processes().shell("\"$LAUNCHER\" --version <&- >&- 2>&-"))
                    .isEqualTo(new Result(2, "", ""));
        }

        @Test
        void may_be_a_pipe_in_the_place_of_a_file() {
            String[] fromPipe = RENDER.clone();
            fromPipe[2] = "/dev/stdin";
            assertThat(processes()
                            .shell("cat values.yaml | \"$LAUNCHER\" " + String.join(" ", fromPipe))
                            .out())
                    .isEqualTo(rendered);
            fromPipe[2] = "-";
            assertThat(processes()
                            .shell("cat values.yaml | \"$LAUNCHER\" " + String.join(" ", fromPipe))
                            .out())
                    .isEqualTo(rendered);
        }
    }

    private Processes processes() {
        return new Processes(folder);
    }

    private void assertRendered(Result result) {
        assertThat(result).isEqualTo(new Result(0, rendered, problems));
    }

    private void assertRendersFrom(Path copy) {
        assertRendered(processes().run(command(copy.resolve("webank-deploy").toString(), RENDER)));
    }

    private static List<String> command(String program, String... arguments) {
        return Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (Path file : List.of(Processes.LAUNCHER, Processes.JAR, Processes.ARCHIVE)) {
            Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
