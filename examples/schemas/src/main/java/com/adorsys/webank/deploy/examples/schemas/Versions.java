package com.adorsys.webank.deploy.examples.schemas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The descriptions of several versions of a product, oldest first, merged to one that says which version has what. */
final class Versions {
    /** A field, with what is written after its name. */
    private record Field(String name, boolean required, String type, String attributes) {}

    /** A type, with what is written after its name. */
    private record Type(List<Field> fields, String attributes) {}

    private final List<String> minors = new ArrayList<>();
    private final List<Description> descriptions = new ArrayList<>();
    private Description lifecycles = new Description();

    /** Adds the next version. */
    Versions add(String minor, Description description) {
        minors.add(minor);
        descriptions.add(description);
        return this;
    }

    /** Sets when API versions end, for all versions. */
    void addLifecycles(Description ends) {
        lifecycles = ends;
    }

    /** The text of each API group, by its name. */
    SortedMap<String, String> texts(String heading) {
        SortedMap<String, StringBuilder> texts = new TreeMap<>();
        for (String key : keys(description -> description.kinds.keySet())) {
            List<Description.Kind> kinds = all(description -> description.kinds.get(key));
            Description.Kind kind = last(kinds);
            text(texts, Description.groupOfApi(kind.apiVersion()), heading)
                    .append("kind ")
                    .append(version(kind.apiVersion()))
                    .append(' ')
                    .append(kind.name())
                    .append(kind.namespaced() ? " namespaced" : " cluster")
                    .append(range(kinds, null))
                    .append(lifecycle(key))
                    .append('\n');
        }
        lifecycles.lifecycles.forEach((key, lifecycle) -> {
            String apiVersion = key.substring(0, key.indexOf(' '));
            if (lifecycle.removed() > 0 && descriptions.stream().noneMatch(d -> d.kinds.containsKey(key))) {
                text(texts, Description.groupOfApi(apiVersion), heading)
                        .append("gone ")
                        .append(version(apiVersion))
                        .append(key.substring(key.indexOf(' ')))
                        .append(lifecycle(key))
                        .append('\n');
            }
        });
        types().forEach((name, type) -> {
            String group = Description.groupOf(name);
            StringBuilder text = text(texts, group, heading);
            text.append(name, group.length() + 1, name.length())
                    .append(type.attributes())
                    .append('\n');
            for (Field field : type.fields()) {
                text.append("  ")
                        .append(field.name())
                        .append(field.required() ? "! " : " ")
                        .append(local(field.type(), group))
                        .append(field.attributes())
                        .append('\n');
            }
        });
        SortedMap<String, String> written = new TreeMap<>();
        texts.forEach((group, text) -> written.put(group, text.toString()));
        return written;
    }

    private static StringBuilder text(SortedMap<String, StringBuilder> texts, String group, String heading) {
        return texts.computeIfAbsent(group, name -> new StringBuilder("# " + heading + "\n"));
    }

    private static String version(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    private String lifecycle(String key) {
        Description.Lifecycle lifecycle = lifecycles.lifecycles.get(key);
        if (lifecycle == null) {
            return "";
        }
        return (lifecycle.deprecated() > 0 ? " deprecated=1." + lifecycle.deprecated() : "")
                + (lifecycle.removed() > 0 ? " removed=1." + lifecycle.removed() : "")
                + replacement(lifecycle);
    }

    /**
     * The first replacement that is served: the one that is named may have been replaced itself, or, as {@code apps/v1
     * DeploymentRollback}, never been served.
     */
    private String replacement(Description.Lifecycle replaced) {
        Set<String> seen = new HashSet<>();
        Description.Lifecycle lifecycle = replaced;
        while (lifecycle != null && lifecycle.replacement() != null && seen.add(lifecycle.replacement())) {
            String kind = lifecycle.replacement();
            if (descriptions.stream().anyMatch(description -> description.kinds.containsKey(kind))) {
                return " use=" + kind.replace(' ', '.');
            }
            lifecycle = lifecycles.lifecycles.get(kind);
        }
        return "";
    }

    private SortedMap<String, Type> types() {
        SortedMap<String, Type> merged = new TreeMap<>();
        for (String name : keys(description -> description.types.keySet())) {
            merged.put(name, type(all(description -> description.types.get(name))));
        }
        return withoutCopies(merged);
    }

    private Type type(List<Description.Type> types) {
        SortedSet<String> names = new TreeSet<>();
        types.stream()
                .filter(Objects::nonNull)
                .forEach(type -> names.addAll(type.fields().keySet()));
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            List<Description.Field> versions = new ArrayList<>();
            types.forEach(
                    type -> versions.add(type == null ? null : type.fields().get(name)));
            fields.add(field(name, versions, types));
        }
        Description.Type newest = last(types);
        return new Type(
                fields, (newest.open() ? " open" : "") + (newest.atomic() ? " atomic" : "") + range(types, null));
    }

    private Field field(String name, List<Description.Field> versions, List<Description.Type> owners) {
        Description.Field newest = last(versions);
        StringBuilder attributes = new StringBuilder(range(versions, owners));
        boolean everRequired = versions.stream().anyMatch(field -> field != null && field.required());
        boolean always = versions.stream().allMatch(field -> field == null || field.required());
        if (everRequired && !always) {
            List<Description.Field> required = new ArrayList<>(versions);
            required.replaceAll(field -> field != null && field.required() ? field : null);
            attributes.append(range(required, versions).replace(" ", " required-"));
        }
        String values = values(versions);
        if (!values.isEmpty()) {
            attributes.append(" enum=").append(values);
        }
        newest.rules().forEach(rule -> attributes.append(' ').append(rule));
        return new Field(name, always, newest.type(), attributes.toString());
    }

    private String values(List<Description.Field> versions) {
        // A field without an enumeration takes any value, and says nothing of when a value came.
        List<Description.Field> told = new ArrayList<>(versions);
        told.replaceAll(field -> field == null || field.values().isEmpty() ? null : field);
        SortedSet<String> values = new TreeSet<>();
        told.stream().filter(Objects::nonNull).forEach(field -> values.addAll(field.values()));
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            List<Description.Field> having = new ArrayList<>(told);
            having.replaceAll(field -> field != null && field.values().contains(value) ? field : null);
            String range = range(having, told).trim();
            texts.add(SchemaNode.escaped(value).replace("(", "%28")
                    + (range.isEmpty() ? "" : "(" + range.replace(' ', ',') + ")"));
        }
        return String.join("|", texts);
    }

    /**
     * The first and the last version that has something, where that is not every one that has its owner.
     *
     * @param owners null if every version could have it
     */
    private String range(List<?> versions, @Nullable List<?> owners) {
        int first = -1;
        int last = -1;
        int firstOwner = -1;
        int lastOwner = -1;
        for (int i = 0; i < minors.size(); i++) {
            if (versions.get(i) != null) {
                first = first < 0 ? i : first;
                last = i;
            }
            if (owners == null || owners.get(i) != null) {
                firstOwner = firstOwner < 0 ? i : firstOwner;
                lastOwner = i;
            }
        }
        for (int i = first; i <= last; i++) {
            if (versions.get(i) == null && (owners == null || owners.get(i) != null)) {
                throw new IllegalStateException(
                        minors.get(i) + " does not have what versions before and after it have: " + versions);
            }
        }
        return (first > firstOwner ? " since=" + minors.get(first) : "")
                + (last < lastOwner ? " until=" + minors.get(last) : "");
    }

    private SortedSet<String> keys(Function<Description, Set<String>> from) {
        SortedSet<String> keys = new TreeSet<>();
        descriptions.forEach(description -> keys.addAll(from.apply(description)));
        return keys;
    }

    private <T> List<T> all(Function<Description, T> from) {
        List<T> all = new ArrayList<>();
        descriptions.forEach(description -> all.add(from.apply(description)));
        return all;
    }

    private static <T> T last(List<T> versions) {
        T last = null;
        for (T version : versions) {
            last = version == null ? last : version;
        }
        return Objects.requireNonNull(last);
    }

    /** Types inside others, as those of custom resources are, are often copies of each other: the first name stays. */
    private static SortedMap<String, Type> withoutCopies(SortedMap<String, Type> types) {
        SortedMap<String, Type> left = new TreeMap<>(types);
        Predicate<String> isInner = name -> name.indexOf('.', name.indexOf('.', name.indexOf('/')) + 1) > 0;
        boolean changed = true;
        while (changed) {
            Map<Map.Entry<String, Type>, String> first = new HashMap<>();
            Map<String, String> renamed = new HashMap<>();
            left.keySet().stream()
                    .filter(isInner)
                    .sorted(Comparator.<String>comparingInt(name -> name.split("\\.").length)
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(name -> {
                        String known = first.putIfAbsent(Map.entry(Description.groupOf(name), left.get(name)), name);
                        if (known != null) {
                            renamed.put(name, known);
                        }
                    });
            changed = !renamed.isEmpty();
            left.keySet().removeAll(renamed.keySet());
            left.replaceAll((name, type) -> new Type(
                    type.fields().stream()
                            .map(field -> new Field(
                                    field.name(), field.required(), wrapped(field.type(), renamed), field.attributes()))
                            .toList(),
                    type.attributes()));
        }
        return left;
    }

    private static String wrapped(String type, Map<String, String> renamed) {
        int start = startOfName(type);
        String name = type.substring(start);
        return type.substring(0, start) + renamed.getOrDefault(name, name);
    }

    /** Where the name starts, after the signs of lists and maps. */
    private static int startOfName(String type) {
        return Math.max(type.lastIndexOf('}'), type.lastIndexOf(']')) + 1;
    }

    /** A type's name without its group, where that is the group of the text. */
    private static String local(String type, String group) {
        int start = startOfName(type);
        return type.startsWith(group + "/", start)
                ? type.substring(0, start) + type.substring(start + group.length() + 1)
                : type;
    }
}
