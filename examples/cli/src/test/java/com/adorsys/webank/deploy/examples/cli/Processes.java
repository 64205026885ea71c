package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar and the launcher that the build made, run as processes in a folder. */
final class Processes {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path LAUNCHER = TARGET.resolve("webank-deploy");
    static final Path JAR = TARGET.resolve("webank-deploy.jar");
    static final Path ARCHIVE = TARGET.resolve("webank-deploy.jsa");

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Processes(Path folder) {
        this.folder = folder;
    }

    /** What a process ended with. */
    record Result(int code, String out, String err) {}

    /** The same processes with a variable set. */
    Processes with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result launcher(String... arguments) {
        return run(command(List.of(LAUNCHER.toString()), arguments));
    }

    Result jar(String... arguments) {
        return run(command(List.of(JAVA.toString(), "-jar", JAR.toString()), arguments));
    }

    /** Runs a script with the launcher as {@code $LAUNCHER}. */
    Result shell(String script) {
        return with("LAUNCHER", LAUNCHER.toString()).run(List.of("/bin/sh", "-c", script));
    }

    Result run(List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            // What measures this JVM measures no other.
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
            Result result = new Result(process.exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> command(List<String> program, String... arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
