package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file or a text that is checked. Immutable. */
final class DocumentFile {
    /** One byte more than the YAML reader accepts, so that the reader reports a file that is too large. */
    private static final int MOST = 16 * 1024 * 1024 + 1;

    /** The places of a document are larger than the document: those of such a file are some MiB. */
    private static final int LARGE = 1 << 20;

    private final String name;
    private final DocumentFolder folder;
    private final @Nullable Path path;
    private final byte @Nullable [] bytes;
    private final boolean named;

    private DocumentFile(
            String name, DocumentFolder folder, @Nullable Path path, byte @Nullable [] bytes, boolean named) {
        this.name = name;
        this.folder = folder;
        this.path = path;
        this.bytes = bytes;
        this.named = named;
    }

    /** A file that was named. */
    static DocumentFile named(String name, Path path) {
        return new DocumentFile(name, DocumentFolder.of(path.toAbsolutePath().getParent()), path, null, true);
    }

    /** A text, which is in no folder. */
    static DocumentFile text(String name, byte[] bytes) {
        return new DocumentFile(name, DocumentFolder.NONE, null, bytes, true);
    }

    /** A file that was found in a folder. */
    static DocumentFile found(String name, DocumentFolder folder, Path path) {
        return new DocumentFile(name, folder, path, null, false);
    }

    /** The name that problems show. */
    String name() {
        return name;
    }

    /** The folder in which it is. */
    DocumentFolder folder() {
        return folder;
    }

    /** Whether it was named, and not found in a folder. */
    boolean isNamed() {
        return named;
    }

    /** The name without folders; empty for a text. */
    String fileName() {
        Path last = path == null ? null : path.getFileName();
        return last == null ? "" : last.toString();
    }

    /** The path; null for a text. */
    @Nullable
    Path path() {
        return path;
    }

    /** Whether it is so large that it should be read document by document. */
    boolean isLarge() {
        if (path == null) {
            return bytes != null && bytes.length > LARGE;
        }
        try {
            return Files.size(path) > LARGE;
        } catch (IOException e) {
            return false;
        }
    }

    /** The content of a file or a text. */
    InputStream open() throws IOException {
        return bytes != null ? new ByteArrayInputStream(bytes) : Files.newInputStream(Objects.requireNonNull(path));
    }

    /**
     * The content; no more than a reader can use.
     *
     * @throws DeployException.InvalidInput if it cannot be read
     */
    byte[] read() {
        if (bytes != null) {
            return bytes;
        }
        try (InputStream in = open()) {
            return in.readNBytes(MOST);
        } catch (IOException e) {
            throw path != null && Files.exists(path)
                    ? refused(ProblemCodes.FILE_UNREADABLE, "the file cannot be read", "Check its permissions")
                    : refused(ProblemCodes.FILE_MISSING, "there is no such file", "Check the path");
        }
    }

    DeployException.InvalidInput refused(String code, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(name), what, remedy));
    }

    @Override
    public String toString() {
        return name;
    }
}
