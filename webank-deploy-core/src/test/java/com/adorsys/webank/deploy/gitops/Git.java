package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The git command line, as the other side of what this library does. */
final class Git {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_AUTHOR_NAME", "Other",
            "GIT_AUTHOR_EMAIL", "other@example.com",
            "GIT_COMMITTER_NAME", "Other",
            "GIT_COMMITTER_EMAIL", "other@example.com");

    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /** Commands in a folder. */
    static Git in(Path folder) {
        return new Git(folder);
    }

    /** A new bare repository without commits. */
    static Git bare(Path folder) {
        run(folder.getParent(), "init", "--quiet", "--bare", "--initial-branch=main", folder.toString());
        return new Git(folder);
    }

    /** A new bare repository with one commit of these files, each a path and its text. */
    static Git bareWith(Path folder, String... files) {
        Git bare = bare(folder);
        bare.commit("Start", files);
        return bare;
    }

    /** A bare copy of a repository. */
    Git clonedBare(Path from, Path to) {
        run("clone", "--quiet", "--bare", from.toString(), to.toString());
        return new Git(to);
    }

    Path folder() {
        return folder;
    }

    /** Commits files to the branch main of a bare repository through a clone, as somebody else would. */
    void commit(String message, String... files) {
        Git clone = cloneTo(sibling("clone"));
        for (int i = 0; i < files.length; i += 2) {
            clone.write(files[i], files[i + 1]);
        }
        clone.pushAll(message);
    }

    /** Commits everything in a clone, and pushes it. */
    void pushAll(String message) {
        run("add", "--all");
        run("commit", "--quiet", "--allow-empty", "-m", message);
        run("push", "--quiet", "origin", "HEAD:main");
    }

    Git cloneTo(Path target) {
        run(folder.getParent(), "clone", "--quiet", folder.toString(), target.toString());
        return new Git(target);
    }

    Path sibling(String name) {
        try {
            return Files.createTempDirectory(folder.getParent(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script that the repository runs. */
    void hook(String name, String script) {
        Path hook = write("hooks/" + name, "#!/bin/sh\n" + script);
        try {
            Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of a branch by path: mode, type and id. */
    Map<String, String> entries(String branch) {
        Map<String, String> entries = new TreeMap<>();
        for (String line : run("ls-tree", "-r", "-z", branch).split("\0")) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                entries.put(line.substring(tab + 1), line.substring(0, tab));
            }
        }
        return entries;
    }

    /** The text of a file of the branch main. */
    String text(String path) {
        return run("show", "main:" + path);
    }

    /** The commit of the branch main. */
    String head() {
        return run("rev-parse", "main").strip();
    }

    /** The number of commits of the branch main. */
    int commits() {
        return Integer.parseInt(run("rev-list", "--count", "main").strip());
    }

    /** Fails if the repository is damaged in any way. */
    void check() {
        run("fsck", "--full", "--strict");
    }

    String run(String... arguments) {
        return run(folder, arguments);
    }

    private static String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(ENVIRONMENT);
        try {
            Path errors = Files.createTempFile("git", ".err");
            try {
                Process process = builder.redirectError(errors.toFile()).start();
                process.getOutputStream().close();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new AssertionError(String.join(" ", command) + ": " + out + Files.readString(errors));
                }
                return out;
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Options of a publication to main. */
    static PublishOptions options() {
        return PublishOptions.builder()
                .branch("main")
                .message("Deploy webank")
                .author(GitIdentity.of("Jane Doe", "jane@example.com"))
                .time(OffsetDateTime.parse("2026-11-28T10:00:00+01:00"))
                .build();
    }
}
