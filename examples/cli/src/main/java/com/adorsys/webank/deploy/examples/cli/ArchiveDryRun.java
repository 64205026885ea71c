package com.adorsys.webank.deploy.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Runs every command that needs no cluster once, so that the build knows which classes to put into the class-data archive. */
public final class ArchiveDryRun {
    private final Path folder;

    private ArchiveDryRun(Path folder) {
        this.folder = folder;
    }

    /** Runs every command once. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Class.forName(Main.class.getName());
        Path folder = Files.createTempDirectory("webank-deploy");
        try {
            new ArchiveDryRun(folder).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        // As the tool ends: a JDK from 21 on asks for a logger then.
        System.exit(0);
    }

    private void run() throws IOException {
        sample("application.yaml");
        sample("values.yaml");
        sample("objects.yaml");
        for (String posture : new String[] {"hardened", "chart"}) {
            cli(0, "render", "--values", "application.yaml", "--posture", posture);
            cli(0, "render", "--values", "values.yaml", "--release", "a", "--namespace", "b", "--posture=" + posture);
        }
        cli(0, "generate", "--out", "tree");
        cli(0, "generate", "--out", "tree", "--check");
        cli(0, "chart", "--out", "charts");
        cli(0, "migrate", "application.yaml");
        cli(0, "check", "application.yaml", "values.yaml", "tree");
        // So many files that other threads read some of them.
        for (int i = 0; i < 20; i++) {
            Path below = Files.createDirectories(folder.resolve("objects/" + i));
            Files.copy(folder.resolve("objects.yaml"), below.resolve("objects.yaml"));
        }
        cli(0, "check", "objects");
        // Problems have classes of their own.
        Files.writeString(folder.resolve("faulty.yaml"), "replicaCounts: 3\nimage: 1\n");
        cli(2, "render", "--values", "faulty.yaml", "--release", "a", "--namespace", "b");
        cli(2, "check", "faulty.yaml");
        cli(2, "render", "--value", "values.yaml");
    }

    private void sample(String name) throws IOException {
        try (InputStream in = ArchiveDryRun.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not beside the classes");
            }
            Files.copy(in, folder.resolve(name));
        }
    }

    private void cli(int expected, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(InputStream.nullInputStream(), out, err, folder);
        int code = Cli.run(new Main.Example(), console, args);
        if (code != expected) {
            throw new IllegalStateException(
                    String.join(" ", args) + " ended with " + code + ": " + err.toString(StandardCharsets.UTF_8));
        }
    }
}
