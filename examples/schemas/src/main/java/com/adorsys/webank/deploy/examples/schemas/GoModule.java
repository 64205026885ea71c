package com.adorsys.webank.deploy.examples.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version of a Go module, downloaded by the {@code go} command and read from its archive. */
final class GoModule implements ModuleFiles, AutoCloseable {
    private final String path;
    private final String version;
    private final String checksum;
    private final ZipFile archive;

    private GoModule(String path, String version, String checksum, ZipFile archive) {
        this.path = path;
        this.version = version;
        this.checksum = checksum;
        this.archive = archive;
    }

    /**
     * Downloads a module, or finds it in Go's cache.
     *
     * @throws IOException if {@code go} cannot be started, or the module cannot be downloaded
     */
    static GoModule download(String path, String version) throws IOException {
        Process process = start("go", "mod", "download", "-json", path + "@" + version);
        process.getOutputStream().close();
        String answer;
        try (InputStream output = process.getInputStream()) {
            answer = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        // A module for a later Go is an error, but its archive is there.
        JsonNode facts = JsonMapper.shared().readTree(answer.isEmpty() ? "{}" : answer);
        if (!facts.has("Zip")) {
            throw new IOException("cannot download " + path + "@" + version + ": "
                    + facts.path("Error").asString("no answer of the go command"));
        }
        return new GoModule(
                path,
                version,
                facts.path("Sum").asString(),
                new ZipFile(Path.of(facts.path("Zip").asString()).toFile()));
    }

    private static Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("GOWORK", "off");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new IOException("`go` is not on the PATH. Install Go 1.26 or later.", failure);
        }
    }

    /** The module with its version and checksum, as in {@code go.sum}. */
    @Override
    public String toString() {
        return path + " " + version + " " + checksum;
    }

    @Override
    public List<String> files(String folder, String ending) {
        String prefix = path + "@" + version + "/";
        return Collections.list(archive.entries()).stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix + folder) && name.endsWith(ending))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    @Override
    public String text(String file) {
        ZipEntry entry =
                Objects.requireNonNull(archive.getEntry(path + "@" + version + "/" + file), () -> file + " is missing");
        try (InputStream content = archive.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
