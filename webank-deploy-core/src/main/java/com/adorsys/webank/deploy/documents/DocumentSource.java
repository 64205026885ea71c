package com.adorsys.webank.deploy.documents;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder, a file or a text that is checked, with the name that problems show for it. Immutable. */
public final class DocumentSource {
    private final String name;
    private final @Nullable Path path;
    private final byte @Nullable [] bytes;

    private DocumentSource(String name, @Nullable Path path, byte @Nullable [] bytes) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
    }

    /** A file or a folder, under its path as given. */
    public static DocumentSource of(Path path) {
        return of(path.toString(), path);
    }

    /** A file or a folder under another name, such as a path that a user wrote. */
    public static DocumentSource of(String name, Path path) {
        return new DocumentSource(name, path, null);
    }

    /** The text of a file. */
    public static DocumentSource text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file. */
    public static DocumentSource bytes(String name, byte[] bytes) {
        return new DocumentSource(name, null, bytes.clone());
    }

    /** The name that problems show. */
    public String name() {
        return name;
    }

    /** The name of another file in the folder of this one. */
    String siblingName(String other) {
        return name.substring(0, name.lastIndexOf('/') + 1) + other;
    }

    @Nullable
    Path path() {
        return path;
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
