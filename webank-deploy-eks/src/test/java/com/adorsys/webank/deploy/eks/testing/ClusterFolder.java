package com.adorsys.webank.deploy.eks.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The temporary folder of a cluster; those of JVMs that were killed are removed when the next cluster starts. */
final class ClusterFolder {
    private static final String PREFIX = "webank-deploy-cluster-";
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private ClusterFolder() {}

    /** Makes a folder whose name says which JVM it belongs to. */
    static Path create() {
        removeRemains();
        try {
            return Files.createTempDirectory(
                    TEMPORARY, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it; what another process deletes meanwhile is gone as well. */
    static void delete(Path folder) {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("Cannot delete " + folder, e);
        }
        for (Path file : deepestFirst) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + file, e);
            }
        }
    }

    private static void removeRemains() {
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            files.filter(ClusterFolder::hasNoOwner).forEach(folder -> {
                try {
                    delete(folder);
                } catch (RuntimeException e) {
                    // Another user's, or another JVM removes it as well: it harms nobody.
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasNoOwner(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = name.substring(PREFIX.length()).split("-", 2);
        return parts.length == 2
                && parts[0].matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(parts[0]))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
