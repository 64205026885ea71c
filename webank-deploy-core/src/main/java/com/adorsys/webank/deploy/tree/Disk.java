package com.adorsys.webank.deploy.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** An output folder, by paths of a tree. Every change is one call, so that a test can cut a run off between any two. */
class Disk {
    /** What stands at a path; links are not followed. */
    enum Kind {
        ABSENT,
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    private final Path root;

    Disk(Path root) {
        this.root = root;
    }

    /** The output folder, as its user wrote it. */
    final Path root() {
        return root;
    }

    /** The place of a path; empty for the output folder. */
    final Path at(String path) {
        return path.isEmpty() ? root : root.resolve(path);
    }

    /** The place of a path as a message shows it. */
    final String shown(String path) {
        return TreePaths.printable(at(path).toString());
    }

    final Kind kind(String path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(at(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return Kind.ABSENT;
        }
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        if (attributes.isDirectory()) {
            return Kind.FOLDER;
        }
        return attributes.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    final boolean holds(String path, byte[] bytes) throws IOException {
        return Files.size(at(path)) == bytes.length && Arrays.equals(Files.readAllBytes(at(path)), bytes);
    }

    /** Whether two paths are one file, as on a file system where case does not count. */
    final boolean isSame(String path, String other) throws IOException {
        return Files.isSameFile(at(path), at(other));
    }

    final byte[] read(String path) throws IOException {
        return Files.readAllBytes(at(path));
    }

    final String sum(String path) throws IOException {
        MessageDigest digest = TreeIndex.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(at(path))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The names in a folder, sorted. */
    final List<String> list(String path) throws IOException {
        List<String> names = new ArrayList<>();
        try (java.nio.file.DirectoryStream<Path> entries = Files.newDirectoryStream(at(path))) {
            for (Path entry : entries) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    /** The folders that have an index, sorted; links are not followed and Git's own folder is left out. */
    final List<String> indexed() throws IOException {
        List<String> scopes = new ArrayList<>();
        Path real = root.toRealPath();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                return name != null && name.toString().equals(".git") && !folder.equals(real)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path name = file.getFileName();
                Path folder = file.getParent();
                if (name != null
                        && folder != null
                        && attributes.isRegularFile()
                        && name.toString().equals(TreeIndex.NAME)) {
                    scopes.add(real.relativize(folder).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            /** What may not be read is nobody's output folder. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(scopes);
        return scopes;
    }

    /** Makes one folder, whose parent is there. */
    void createFolder(String path) throws IOException {
        Files.createDirectory(at(path));
    }

    /** Makes the output folder with those above it. */
    void createRoot() throws IOException {
        Files.createDirectories(root);
    }

    /** Writes a file that is not there yet. */
    void writeNew(String path, byte[] bytes) throws IOException {
        Files.write(at(path), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Puts a file in the place of another of the same folder, in one step. */
    void replace(String from, String to) throws IOException {
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file, if it is there. */
    void delete(String path) throws IOException {
        Files.deleteIfExists(at(path));
    }

    /** Removes a folder that is empty. */
    void deleteFolder(String path) throws IOException {
        Files.delete(at(path));
    }
}
