package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.schema.internal.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The description of one API group: its kinds, and its types, each of which is read at its first use. Thread-safe. */
final class Group {
    /** How every description starts, and no other text. */
    private static final String HEADING = "# Kinds of ";

    private final String name;
    private final String product;
    private final String text;
    private final Map<String, ObjectType> types = new ConcurrentHashMap<>();
    private volatile @Nullable List<ApiKind> kinds;

    private Group(String name, String product, String text) {
        this.name = name;
        this.product = product;
        this.text = text;
    }

    /** The group of a name; null if it is not described. */
    static @Nullable Group read(String name) {
        String text = Texts.of(name);
        if (text == null || !text.startsWith(HEADING)) {
            return null;
        }
        // After the product come its versions.
        int end = HEADING.length();
        while (!(text.charAt(end) == ' ' && text.charAt(end + 1) >= '0' && text.charAt(end + 1) <= '9')) {
            end++;
        }
        return new Group(name, text.substring(HEADING.length(), end), text);
    }

    /** Kubernetes, Argo CD, or the module that describes the group. */
    String product() {
        return product;
    }

    private int endOfLine(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private List<String> words(int start) {
        return Lines.split(text.substring(start, endOfLine(start)), ' ');
    }

    /** The kinds, which come before the types. */
    List<ApiKind> kinds() {
        List<ApiKind> known = kinds;
        if (known == null) {
            known = new ArrayList<>();
            int start = endOfLine(0) + 1;
            while (start < text.length() && text.charAt(start) != 'v') {
                known.add(ApiKind.parse(words(start), name, product));
                start = endOfLine(start) + 1;
            }
            // Two threads that read them at the same time read the same.
            kinds = Collections.unmodifiableList(known);
        }
        return known;
    }

    /** The names of its types, without the group. */
    List<String> typeNames() {
        List<String> names = new ArrayList<>();
        for (int start = 0; start < text.length(); start = endOfLine(start) + 1) {
            if (text.charAt(start) == 'v') {
                names.add(words(start).get(0));
            }
        }
        return names;
    }

    /** A type, by its name without the group; null if there is none. */
    @Nullable
    ObjectType type(String type) {
        ObjectType known = types.get(type);
        int start = known == null ? startOf(type) : -1;
        if (start < 0) {
            return known;
        }
        ObjectType read = read(type, start);
        known = types.putIfAbsent(type, read);
        return known == null ? read : known;
    }

    /** Where the line of a type starts; -1 if there is none. A search is quicker than an index of which little is used. */
    private int startOf(String type) {
        if (type.isEmpty()) {
            return -1;
        }
        String line = "\n" + type;
        int found = text.indexOf(line);
        while (found >= 0) {
            int end = found + line.length();
            if (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == ' ') {
                return found + 1;
            }
            found = text.indexOf(line, end);
        }
        return -1;
    }

    private ObjectType read(String type, int start) {
        List<Field> fields = new ArrayList<>();
        int line = endOfLine(start) + 1;
        while (line < text.length() && text.charAt(line) == ' ') {
            int end = endOfLine(line);
            fields.add(Field.of(text.substring(line + 2, end), name, product));
            line = end + 1;
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
