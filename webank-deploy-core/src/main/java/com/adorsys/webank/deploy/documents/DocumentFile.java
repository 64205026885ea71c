package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file or a text that is checked. Immutable. */
final class DocumentFile {
    /** The places of a document are larger than the document: those of such a file are some MiB. */
    private static final int LARGE = 1 << 20;

    private enum Origin {
        NAMED,
        FOUND
    }

    private final DocumentSource source;
    private final DocumentFolder folder;
    private final Origin origin;
    private final long size;

    private DocumentFile(DocumentSource source, DocumentFolder folder, Origin origin, long size) {
        this.source = source;
        this.folder = folder;
        this.origin = origin;
        this.size = size;
    }

    /** A file that was named. */
    static DocumentFile named(String name, Path path) {
        DocumentSource source = DocumentSource.of(name, path);
        DocumentFolder folder = DocumentFolder.of(path.toAbsolutePath().getParent());
        return new DocumentFile(source, folder, Origin.NAMED, source.size());
    }

    /** A text, which is in no folder. */
    static DocumentFile text(DocumentSource source) {
        return new DocumentFile(source, DocumentFolder.NONE, Origin.NAMED, source.size());
    }

    /** A file that was found in a folder. */
    static DocumentFile found(DocumentSource source, DocumentFolder folder) {
        return new DocumentFile(source, folder, Origin.FOUND, source.size());
    }

    /** The name that problems show. */
    String name() {
        return source.name();
    }

    /** The folder in which it is. */
    DocumentFolder folder() {
        return folder;
    }

    /** Whether it was named, and not found in a folder. */
    boolean isNamed() {
        return origin == Origin.NAMED;
    }

    /** The name without folders; empty for a text. */
    String fileName() {
        return source.fileName();
    }

    /** The path; null for a text. */
    @Nullable
    Path path() {
        return source.path();
    }

    /** Whether it is so large that it should be read document by document. */
    boolean isLarge() {
        return size > LARGE;
    }

    /** How many bytes it had when it was found, if it is not large. */
    int size() {
        return (int) Math.min(size, LARGE);
    }

    /** The content of a file or a text. */
    InputStream open() throws IOException {
        return source.open();
    }

    /**
     * The content of one that is not large.
     *
     * @throws DeployException.InvalidInput if it cannot be read
     */
    byte[] read() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Files.exists(Objects.requireNonNull(path()))
                    ? refused(ProblemCodes.FILE_UNREADABLE, "the file cannot be read", "Check its permissions")
                    : refused(ProblemCodes.FILE_MISSING, "there is no such file", "Check the path");
        }
    }

    DeployException.InvalidInput refused(String code, String what, String remedy) {
        return new DeployException.InvalidInput(Problem.error(code, Location.ofFile(name()), what, remedy));
    }

    @Override
    public String toString() {
        return name();
    }
}
