package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The tool, run in this JVM in a folder of its own. */
final class Tool {
    /** Values that the chart {@code webank-obs} takes. */
    static final String OBS = """
            image:
              tag: "1.4.2"
            database:
              host: db.example.com
              name: webank
              user: webank
              secretName: rds-secret
            """;

    private final Path folder;
    private Supplier<Environments> environments = WebankEnvironments::all;
    private byte[] input = new byte[0];

    Tool(Path folder) {
        this.folder = folder;
    }

    /** What a run ended with. */
    record Result(int code, String out, String err) {}

    Tool with(Supplier<Environments> others) {
        environments = others;
        return this;
    }

    /** Writes a file, and returns its path as a user would write it. */
    String file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    String file(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that the dry run of the build renders. */
    String sample(String name) {
        try (InputStream in = ArchiveDryRun.class.getResourceAsStream(name)) {
            return file(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tool input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    Path path(String path) {
        return folder.resolve(path);
    }

    String text(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command line; words are parted by spaces. */
    Result run(String line) {
        return run(line.isEmpty() ? new String[0] : line.split(" "));
    }

    /** Runs a command line that reads this input. */
    Result run(InputStream in, String line) {
        return run(in, line.split(" "));
    }

    Result run(String[] args) {
        return run(new ByteArrayInputStream(input), args);
    }

    private Result run(InputStream in, String[] args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(environments, Console.of(in, out, err, folder), args);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
