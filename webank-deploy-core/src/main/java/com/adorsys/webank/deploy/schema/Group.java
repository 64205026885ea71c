package com.adorsys.webank.deploy.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The description of one API group: its kinds, and its types, each of which is read at its first use. Thread-safe. */
final class Group {
    private final String name;
    private final String product;
    private final String text;
    private final List<ApiKind> kinds;

    /** Where the line of a type starts. */
    private final Map<String, Integer> starts = new HashMap<>();

    private final Map<String, ObjectType> types = new ConcurrentHashMap<>();

    private Group(String name, String product, String text) {
        this.name = name;
        this.product = product;
        this.text = text;
        List<ApiKind> read = new ArrayList<>();
        for (int start = 0; start < text.length(); start = endOfLine(start) + 1) {
            char first = text.charAt(start);
            if (first == 'k' || first == 'g') {
                read.add(ApiKind.parse(words(start), name, product));
            } else if (first == 'v') {
                int space = text.indexOf(' ', start);
                int end = endOfLine(start);
                starts.put(text.substring(start, space < 0 ? end : Math.min(space, end)), start);
            }
        }
        this.kinds = Collections.unmodifiableList(read);
    }

    static Group read(String name, String product) {
        return new Group(name, product, text(name));
    }

    /** The text of a file beside this class. */
    static String text(String name) {
        try (InputStream resource = Group.class.getResourceAsStream(name + ".txt")) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int endOfLine(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private List<String> words(int start) {
        return Lines.split(text.substring(start, endOfLine(start)), ' ');
    }

    List<ApiKind> kinds() {
        return kinds;
    }

    /** The names of its types, without the group. */
    Iterable<String> typeNames() {
        return starts.keySet();
    }

    /** A type, by its name without the group; null if there is none. */
    @Nullable
    ObjectType type(String type) {
        ObjectType known = types.get(type);
        Integer start = starts.get(type);
        if (known != null || start == null) {
            return known;
        }
        ObjectType read = read(type, start);
        known = types.putIfAbsent(type, read);
        return known == null ? read : known;
    }

    private ObjectType read(String type, int start) {
        List<Field> fields = new ArrayList<>();
        int line = endOfLine(start) + 1;
        while (line < text.length() && text.charAt(line) == ' ') {
            fields.add(Field.parse(words(line + 2), name, product));
            line = endOfLine(line) + 1;
        }
        List<String> words = words(start);
        List<String> attributes = words.subList(1, words.size());
        @Nullable ProductVersion since = null;
        @Nullable ProductVersion until = null;
        for (String attribute : attributes) {
            if (attribute.startsWith("since=")) {
                since = ProductVersion.parse(product, attribute.substring(6));
            } else if (attribute.startsWith("until=")) {
                until = ProductVersion.parse(product, attribute.substring(6));
            } else if (!attribute.equals("open") && !attribute.equals("atomic")) {
                throw new IllegalStateException("unknown attribute of a type: " + attribute);
            }
        }
        return new ObjectType(
                name + "/" + type,
                fields,
                attributes.contains("open"),
                attributes.contains("atomic"),
                VersionRange.of(since, until));
    }
}
