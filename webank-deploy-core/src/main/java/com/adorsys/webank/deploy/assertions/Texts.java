package com.adorsys.webank.deploy.assertions;

import com.adorsys.webank.deploy.check.Reference;
import com.adorsys.webank.deploy.core.Names;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds the messages of failures. */
final class Texts {
    private static final int MOST = 12;

    private Texts() {}

    /** {@code they are `a`, `b` and 3 more}; another text if there are none. */
    static String among(String lead, List<String> names, String ifNone) {
        if (names.isEmpty()) {
            return ifNone;
        }
        StringBuilder text = new StringBuilder(lead);
        for (int i = 0; i < names.size() && i < MOST; i++) {
            text.append(i == 0 ? "`" : ", `").append(names.get(i)).append('`');
        }
        return names.size() > MOST
                ? text.append(" and ")
                        .append(names.size() - MOST)
                        .append(" more")
                        .toString()
                : text.toString();
    }

    /** The nearest name, if one is near, and then all names. */
    static String nearest(String name, List<String> names, String lead, String ifNone) {
        Optional<String> near = Names.nearest(name, names);
        return (near.isPresent() ? "did you mean `" + near.get() + "`? " : "") + among(lead, names, ifNone);
    }

    /** Lines to show below a heading. */
    static String lines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append("\n  ").append(line);
        }
        return text.toString();
    }

    /** A text of several lines to show below a heading. */
    static String indented(String text) {
        return lines(text.stripTrailing().lines().toList());
    }

    /** A path with slashes on every system. */
    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The message if no reference names a Secret or ConfigMap, or a key of it; empty if one does. */
    static String missingReference(List<Reference> references, String kind, String name, @Nullable String key) {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> keys = new TreeSet<>();
        Reference internal = null;
        for (Reference reference : references) {
            if (!reference.kind().equals(kind)) {
                continue;
            }
            if (reference.isExternal()) {
                names.add(reference.name());
            }
            if (!reference.name().equals(name)) {
                continue;
            }
            if (!reference.isExternal()) {
                internal = reference;
            } else if (key == null || reference.key().orElse("").equals(key)) {
                return "";
            } else {
                reference.key().ifPresent(keys::add);
            }
        }
        if (internal != null) {
            return "The " + kind + " `" + name + "` is in the set, so the cluster need not have it: `" + internal.from()
                    + "` has it at `" + internal.path() + "`";
        }
        if (key != null && names.contains(name)) {
            List<String> known = new ArrayList<>(keys);
            return "Nothing refers to the key `" + key + "` of the " + kind + " `" + name + "`; "
                    + nearest(key, known, "it refers to ", "it is referred to as a whole");
        }
        return "Nothing refers to a " + kind + " `" + name + "` outside the set; "
                + nearest(name, new ArrayList<>(names), "the set requires ", "no " + kind + " is required");
    }
}
