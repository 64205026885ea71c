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

/**
 * The file operations on an output folder. Every change is one call, so that a test can interrupt a run after any of
 * them.
 */
class Disk implements TreeSource {
    private final Path root;

    Disk(Path root) {
        this.root = root;
    }

    /** The output folder, as the user wrote it. */
    final Path root() {
        return root;
    }

    /** The file or folder of a path; the output folder for an empty path. */
    final Path at(String path) {
        return path.isEmpty() ? root : root.resolve(path);
    }

    /** The file or folder of a path, as messages show it. */
    @Override
    public final String shown(String path) {
        return TreePaths.printable(at(path).toString());
    }

    @Override
    public final Kind kind(String path) throws IOException {
        if (path.isEmpty()) {
            // The output folder itself may be a link.
            return Files.isDirectory(root) ? Kind.FOLDER : Kind.ABSENT;
        }
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

    @Override
    public final boolean holds(String path, byte[] bytes) throws IOException {
        return Files.size(at(path)) == bytes.length && Arrays.equals(Files.readAllBytes(at(path)), bytes);
    }

    /** Whether two paths are the same file, as on a case-insensitive file system. */
    @Override
    public final boolean isSame(String path, String other) throws IOException {
        return Files.isSameFile(at(path), at(other));
    }

    @Override
    public final byte[] read(String path) throws IOException {
        return Files.readAllBytes(at(path));
    }

    @Override
    public final String sum(String path) throws IOException {
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
    @Override
    public final List<String> list(String path) throws IOException {
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

    /** The folders that hold a file of this name, sorted; links are not followed, and {@code .git} is skipped. */
    @Override
    public final List<String> foldersWith(String fileName) throws IOException {
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
                        && name.toString().equals(fileName)) {
                    scopes.add(real.relativize(folder).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            /** Skips what cannot be read: it is not an output folder. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(scopes);
        return scopes;
    }

    /** Creates a folder whose parent exists. */
    void createFolder(String path) throws IOException {
        Files.createDirectory(at(path));
    }

    /** Creates the output folder and its parents. */
    void createRoot() throws IOException {
        Files.createDirectories(root);
    }

    /** Writes a file that does not exist yet. */
    void writeNew(String path, byte[] bytes) throws IOException {
        Files.write(at(path), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Moves a file to another path in the same folder atomically, and replaces the file there. */
    void replace(String from, String to) throws IOException {
        Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a file, if it exists. */
    void delete(String path) throws IOException {
        Files.deleteIfExists(at(path));
    }

    /** Removes an empty folder. */
    void deleteFolder(String path) throws IOException {
        Files.delete(at(path));
    }
}
