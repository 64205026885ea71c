package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git command line. */
final class Git {
    private Git() {}

    /** Runs a command in a folder; returns what it prints. */
    static String run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    /**
     * Records by {@code git notes} that staging was healthy at the newest commit of main.
     *
     * @return the id of the commit
     */
    static String recordHealth(Path bare, String... images) throws IOException, InterruptedException {
        String commit = run(bare, "rev-parse", "main").strip();
        String text = "Application: argocd/webank-staging\nRevision: " + commit
                + "\nTime: 2026-11-28T10:00:00Z\nImage: " + String.join("\nImage: ", images);
        run(bare, "config", "user.name", "Other");
        run(bare, "config", "user.email", "other@example.com");
        run(bare, "notes", "--ref=webank-deploy/healthy/staging", "add", "-m", text, commit);
        return commit;
    }
}
