package com.adorsys.webank.deploy.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds, and small changes to it. */
final class Folders {
    private Folders() {}

    /** Everything below a folder by relative path: a file's text, or {@code <folder>} and {@code <link>}. */
    static SortedMap<String, String> contents(Path root) {
        SortedMap<String, String> contents = new TreeMap<>();
        if (!Files.exists(root)) {
            return contents;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                if (path.equals(root)) {
                    continue;
                }
                String name = root.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    contents.put(name, "<link>");
                } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    contents.put(name, "<folder>");
                } else {
                    contents.put(name, Files.readString(path, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    /** The files of {@link #contents}. */
    static SortedMap<String, String> files(Path root) {
        SortedMap<String, String> files = contents(root);
        files.values().removeIf("<folder>"::equals);
        return files;
    }

    /** Writes a file with the folders above it. */
    static void write(Path root, String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all in it. */
    static void remove(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
