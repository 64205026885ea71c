package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bare Git repository on disk with the branch {@code main}, which Argo CD reads by its {@link #uri()}, and Flux as an
 * {@link #archive()}.
 */
public final class TestRepository {
    private final Path bare;
    private final Path work;

    private TestRepository(Path folder) {
        this.bare = folder.resolve("configuration.git");
        this.work = folder.resolve("work");
    }

    /** A new repository, with an empty first commit, in a folder that the caller deletes. */
    public static TestRepository in(Path folder) {
        TestRepository repository = new TestRepository(folder);
        repository.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", repository.bare.toString());
        repository.git(folder, "clone", "--quiet", repository.bare.toString(), repository.work.toString());
        repository.commit(Map.of());
        return repository;
    }

    /** Its address, {@code file:///...}. */
    public String uri() {
        return "file://" + bare;
    }

    /** Replaces all files by these, pushes them to {@code main}, and returns the id of the commit. */
    public String commit(Map<String, String> files) {
        git(work, "rm", "--quiet", "-r", "--ignore-unmatch", ".");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = work.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git(work, "add", "--all");
        git(work, "commit", "--quiet", "--allow-empty", "--message=Change the configuration");
        git(work, "push", "--quiet", "origin", "HEAD:main");
        return git(work, "rev-parse", "HEAD").strip();
    }

    /** The id of the newest commit of {@code main}, whoever pushed it. */
    public String head() {
        return git(bare, "rev-parse", "main").strip();
    }

    /** The files of {@code main}, as a tar file in gzip. */
    public byte[] archive() {
        Path file = work.resolveSibling("archive.tar.gz");
        git(bare, "archive", "--format=tar.gz", "--output=" + file, "main^{tree}");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String git(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while git ran", e);
        }
    }
}
