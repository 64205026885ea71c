package com.adorsys.webank.deploy.gitops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The text of a commit: the message, and trailers that say what was published. */
final class CommitMessage {
    /** The digest of the generated files. */
    static final String TREE = "Deploy-Tree";
    /** The version of this library. */
    static final String VERSION = "Deploy-Version";
    /** The revision that the files were generated from. */
    static final String SOURCE = "Source-Revision";

    private CommitMessage() {}

    /**
     * The text.
     *
     * @param more further trailers of this library
     */
    static String text(PublishOptions options, GitContent content, Map<String, String> more) {
        Map<String, String> trailers = new LinkedHashMap<>();
        if (!content.tree().isEmpty()) {
            trailers.put(TREE, "sha256:" + content.tree().digest());
        }
        trailers.put(VERSION, version());
        options.sourceRevision().ifPresent(revision -> trailers.put(SOURCE, revision));
        trailers.putAll(new TreeMap<>(options.trailers()));
        trailers.putAll(new TreeMap<>(more));
        StringBuilder text = new StringBuilder(options.message().strip()).append("\n\n");
        trailers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    /** The version that the build wrote beside this class. */
    private static String version() {
        try (InputStream in = CommitMessage.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource `version.txt` of webank-deploy-core is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
