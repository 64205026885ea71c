package com.adorsys.webank.deploy.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of something: a path inside an object, a document or a model, and the file, line and column if it was read from text.
 *
 * <p>A path names map keys and list positions as in {@code spec.containers[0].image}; a key that holds other
 * characters than letters, digits, {@code -}, {@code _} and {@code /} is quoted: {@code metadata.annotations["a.b/c"]}.
 */
public final class Location {
    private final String file;
    private final int line;
    private final int column;
    private final @Nullable ResourceId object;
    private final String inside;

    private Location(String file, int line, int column, @Nullable ResourceId object, String inside) {
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.column = column;
        this.object = object;
        this.inside = Objects.requireNonNull(inside, "path");
    }

    /** A place in a model, or in a document that was not read from text. */
    public static Location of(String path) {
        return new Location("", 0, 0, null, path);
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
        return new Location(file, line, column, null, path);
    }

    /** A place that is a whole file. */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0, null, "");
    }

    /** A path below another one; either may be empty. */
    public static String join(String parent, String below) {
        if (parent.isEmpty() || below.isEmpty()) {
            return parent + below;
        }
        return below.charAt(0) == '[' ? parent + below : parent + "." + below;
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

    /** The path inside the document or the model; empty for the whole. If the object is known, it starts with its id. */
    public String path() {
        return object == null ? inside : object.path(inside);
    }

    /** The object that the place is in; empty if it is in none, or if none is known. */
    public Optional<ResourceId> object() {
        return Optional.ofNullable(object);
    }

    /** The path inside the object, if it is known; empty for the whole of it. Otherwise the {@link #path}. */
    public String inside() {
        return inside;
    }

    /** The same file, line and column, with another path, and no object. */
    public Location withPath(String newPath) {
        return new Location(file, line, column, null, newPath);
    }

    /** The same file, line, column and path inside, in an object. */
    public Location in(ResourceId newObject) {
        return new Location(file, line, column, newObject, inside);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location that
                && line == that.line
                && column == that.column
                && file.equals(that.file)
                && Objects.equals(object, that.object)
                && inside.equals(that.inside);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, line, column, object, inside);
    }

    /**
     * {@code file:line:column: path}, without the parts that are not known. Credentials of a URL that is a key in the
     * path are masked.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(position());
        String path = path();
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
