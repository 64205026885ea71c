package com.adorsys.webank.deploy.core;

import java.util.Objects;
import java.util.Optional;

/**
 * The place of something: a path inside a document or a model, and the file, line and column if it was read from text.
 *
 * <p>A path names map keys and list positions as in {@code spec.containers[0].image}; a key that holds other
 * characters than letters, digits, {@code -}, {@code _} and {@code /} is quoted: {@code metadata.annotations["a.b/c"]}.
 */
public final class Location {
    private final String file;
    private final int line;
    private final int column;
    private final String path;

    private Location(String file, int line, int column, String path) {
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.column = column;
        this.path = Objects.requireNonNull(path, "path");
    }

    /** A place in a model, or in a document that was not read from text. */
    public static Location of(String path) {
        return new Location("", 0, 0, path);
    }

    /**
     * A place in a text.
     *
     * @param file the name of the file, as shown to the user
     * @param line 1 for the first line
     * @param column 1 for the first character of the line
     * @param path the path inside the document; empty for the whole of it
     */
    public static Location of(String file, int line, int column, String path) {
        return new Location(file, line, column, path);
    }

    /** A place that is a whole file. */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0, "");
    }

    /** The file's name; empty if the place is not in a file. */
    public Optional<String> file() {
        return file.isEmpty() ? Optional.empty() : Optional.of(file);
    }

    /** The line, 1 for the first; 0 if unknown. */
    public int line() {
        return line;
    }

    /** The column, 1 for the first; 0 if unknown. */
    public int column() {
        return column;
    }

    /** The path inside the document or the model; empty for the whole. */
    public String path() {
        return path;
    }

    /** The same file, line and column, with another path. */
    public Location withPath(String newPath) {
        return new Location(file, line, column, newPath);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location that
                && line == that.line
                && column == that.column
                && file.equals(that.file)
                && path.equals(that.path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, line, column, path);
    }

    /**
     * {@code file:line:column: path}, without the parts that are not known. Credentials of a URL that is a key in the
     * path are masked.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(position());
        if (text.length() > 0 && !path.isEmpty()) {
            text.append(": ");
        }
        return text.append(UrlCredentials.masked(path)).toString();
    }

    /**
     * {@code file:line:column}, without the parts that are not known; empty without a file. If the file
     * name is a URL, its credentials are masked.
     */
    public String position() {
        if (file.isEmpty()) {
            return "";
        }
        String shown = UrlCredentials.maskedValue(file);
        return line == 0 ? shown : shown + ":" + line + ":" + column;
    }
}
