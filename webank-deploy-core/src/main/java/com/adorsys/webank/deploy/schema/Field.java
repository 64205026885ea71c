package com.adorsys.webank.deploy.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A key of an {@link ObjectType}. Immutable. */
public final class Field {
    private final String name;
    private final FieldType type;
    private final VersionRange versions;
    private final @Nullable VersionRange requiredIn;
    private final List<EnumValue> values;
    private final Map<String, String> rules;

    private Field(
            String name,
            FieldType type,
            VersionRange versions,
            @Nullable VersionRange requiredIn,
            List<EnumValue> values,
            Map<String, String> rules) {
        this.name = name;
        this.type = type;
        this.versions = versions;
        this.requiredIn = requiredIn;
        this.values = values;
        this.rules = rules;
    }

    /**
     * Reads a line of a description.
     *
     * @param words the words of the line; the first is the name, with {@code !} if it is required
     * @throws IllegalStateException if an attribute is unknown
     */
    static Field parse(List<String> words, String group, String product) {
        String name = words.get(0);
        boolean required = name.endsWith("!");
        @Nullable ProductVersion[] bounds = new ProductVersion[4];
        boolean someRequired = false;
        List<EnumValue> values = List.of();
        Map<String, String> rules = Map.of();
        for (String word : words.subList(2, words.size())) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            switch (key) {
                case "since" -> bounds[0] = ProductVersion.parse(product, value);
                case "until" -> bounds[1] = ProductVersion.parse(product, value);
                case "required-since" -> {
                    bounds[2] = ProductVersion.parse(product, value);
                    someRequired = true;
                }
                case "required-until" -> {
                    bounds[3] = ProductVersion.parse(product, value);
                    someRequired = true;
                }
                case "enum" -> values = values(value, product);
                case "atomic",
                        "default",
                        "keys",
                        "maxItems",
                        "maxLength",
                        "maximum",
                        "merge",
                        "minItems",
                        "minLength",
                        "minimum",
                        "nullable",
                        "pattern",
                        "set" -> {
                    rules = rules.isEmpty() ? new TreeMap<>() : rules;
                    rules.put(key, plain(value));
                }
                default -> throw new IllegalStateException("unknown attribute of a field: " + word);
            }
        }
        return new Field(
                required ? name.substring(0, name.length() - 1) : name,
                FieldType.parse(words.get(1), group),
                VersionRange.of(bounds[0], bounds[1]),
                required ? VersionRange.ALL : someRequired ? VersionRange.of(bounds[2], bounds[3]) : null,
                values,
                Collections.unmodifiableMap(rules));
    }

    private static List<EnumValue> values(String text, String product) {
        List<EnumValue> values = new ArrayList<>();
        for (String value : Lines.split(text, '|')) {
            int range = value.endsWith(")") ? value.indexOf('(') : -1;
            if (range < 0) {
                values.add(new EnumValue(plain(value), VersionRange.ALL));
                continue;
            }
            @Nullable ProductVersion since = null;
            @Nullable ProductVersion until = null;
            for (String bound : Lines.split(value.substring(range + 1, value.length() - 1), ',')) {
                ProductVersion version = ProductVersion.parse(product, bound.substring(bound.indexOf('=') + 1));
                if (bound.startsWith("since")) {
                    since = version;
                } else {
                    until = version;
                }
            }
            values.add(new EnumValue(plain(value.substring(0, range)), VersionRange.of(since, until)));
        }
        return Collections.unmodifiableList(values);
    }

    private static String plain(String text) {
        return text.indexOf('%') < 0
                ? text
                : text.replace("%20", " ")
                        .replace("%28", "(")
                        .replace("%7C", "|")
                        .replace("%0A", "\n")
                        .replace("%25", "%");
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** The type of the value. */
    public FieldType type() {
        return type;
    }

    /** The versions that know the field, of those that know its type. */
    public VersionRange versions() {
        return versions;
    }

    /** The versions in which the field is required; empty if it is optional in every one. */
    public Optional<VersionRange> requiredIn() {
        return Optional.ofNullable(requiredIn);
    }

    /** The values of an enumeration, of the field itself or of its items; empty if any value is allowed. */
    public List<EnumValue> values() {
        return values;
    }

    /**
     * The default, as JSON; empty if none is described. Kubernetes describes only some of its defaults, and none that is 0,
     * false, or an empty text, list or map.
     */
    public Optional<String> defaultValue() {
        return rule("default");
    }

    /** The keys that identify an item of a list in a server-side apply; empty if items have none. */
    public List<String> listKeys() {
        String keys = rules.get("keys");
        return keys == null ? List.of() : Lines.split(keys, ',');
    }

    /** The key that identifies an item of a list in a strategic merge patch. */
    public Optional<String> mergeKey() {
        return rule("merge");
    }

    /** Whether the field is a list of different scalars, each of which has its own owners in a server-side apply. */
    public boolean isSet() {
        return rules.containsKey("set");
    }

    /**
     * Whether the value is a map that has one owner as a whole in a server-side apply. A map with known keys may say so
     * itself: {@link ObjectType#isAtomic()}. A list without {@link #listKeys()} that is not a {@linkplain #isSet() set} always
     * is.
     */
    public boolean isAtomic() {
        return rules.containsKey("atomic");
    }

    /** Whether null is a value, and not the same as no value. */
    public boolean isNullable() {
        return rules.containsKey("nullable");
    }

    /**
     * A bound, as OpenAPI writes it: {@code minItems} and {@code maxItems} of a list; {@code minimum}, {@code maximum}, {@code
     * minLength}, {@code maxLength} and {@code pattern} of the value, or of the items of a list or map.
     */
    public Optional<String> rule(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
