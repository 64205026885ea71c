package com.adorsys.webank.deploy.documents;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder, a file or a text that is checked, with the name that problems show for it. Immutable. */
public final class DocumentSource {
    /** What stands in a name for bytes that are no character. A file cannot be opened by such a name, only by its path. */
    private static final char UNDECODED = '\uFFFD';

    private final String name;
    /** Null for a text, and where {@code file} is set. */
    private final @Nullable Path path;
    /**
     * Set for what was found in a folder of the default file system: in a process that has just begun, {@code java.io} finds and reads
     * files in half the time of {@code java.nio.file}, since it runs less code.
     */
    private final @Nullable File file;

    private final byte @Nullable [] bytes;

    private DocumentSource(String name, @Nullable Path path, @Nullable File file, byte @Nullable [] bytes) {
        this.name = name;
        this.path = path;
        this.file = file;
        this.bytes = bytes;
    }

    /** A file or a folder, under its path as given. */
    public static DocumentSource of(Path path) {
        return of(path.toString(), path);
    }

    /** A file or a folder under another name, such as a path that a user wrote. */
    public static DocumentSource of(String name, Path path) {
        return new DocumentSource(name, path, null, null);
    }

    /** The text of a file. */
    public static DocumentSource text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file. */
    public static DocumentSource bytes(String name, byte[] bytes) {
        return new DocumentSource(name, null, null, bytes.clone());
    }

    /** The name that problems show. */
    public String name() {
        return name;
    }

    /** The name of another file in the folder of this one. */
    String siblingName(String other) {
        return name.substring(0, name.lastIndexOf('/') + 1) + other;
    }

    /** The path; null for a text. */
    @Nullable
    Path path() {
        return file == null ? path : file.toPath();
    }

    /** The name without folders; empty for a text. */
    String fileName() {
        if (file != null) {
            return file.getName();
        }
        Path last = path == null ? null : path.getFileName();
        return last == null ? "" : last.toString();
    }

    boolean isFolder() {
        return file != null ? file.isDirectory() : path != null && Files.isDirectory(path);
    }

    /** How many bytes a file or a text has; 0 for a file that cannot be read. */
    long size() {
        if (bytes != null) {
            return bytes.length;
        }
        if (file != null) {
            return file.length();
        }
        try {
            return Files.size(Objects.requireNonNull(path));
        } catch (IOException e) {
            return 0;
        }
    }

    /** The content of a file or a text. */
    InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return file != null ? new FileInputStream(file) : Files.newInputStream(Objects.requireNonNull(path));
    }

    /** What is in a folder, sorted by name. */
    List<DocumentSource> children() throws IOException {
        Path folder = Objects.requireNonNull(path());
        if (folder.getFileSystem() == FileSystems.getDefault()) {
            String[] names = folder.toFile().list();
            if (names != null && areDecoded(names)) {
                return children(folder.toFile(), names);
            }
        }
        return children(folder);
    }

    private static boolean areDecoded(String[] names) {
        for (String name : names) {
            if (name.indexOf(UNDECODED) >= 0) {
                return false;
            }
        }
        return true;
    }

    private List<DocumentSource> children(File folder, String[] names) {
        Arrays.sort(names);
        List<DocumentSource> children = new ArrayList<>(names.length);
        for (String child : names) {
            children.add(new DocumentSource(below(child), null, new File(folder, child), null));
        }
        return children;
    }

    private List<DocumentSource> children(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                paths.add(path);
            }
        }
        paths.sort(null);
        List<DocumentSource> children = new ArrayList<>(paths.size());
        for (Path child : paths) {
            children.add(of(below(child.getFileName().toString()), child));
        }
        return children;
    }

    /** The name of what is in this folder. */
    String below(String child) {
        return name.endsWith("/") ? name + child : name + "/" + child;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
