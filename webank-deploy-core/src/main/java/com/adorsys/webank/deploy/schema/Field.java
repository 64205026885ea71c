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
    private final String line;
    private final String group;
    private final String product;
    // Read at its first use, since most fields are never asked for. It has only final fields, so two threads that read
    // it at
    // the same time do no harm.
    private @Nullable Details details;

    private Field(String name, String line, String group, String product) {
        this.name = name;
        this.line = line;
        this.group = group;
        this.product = product;
    }

    /**
     * A line of a description: the name, with {@code !} if it is required, the type, and attributes.
     *
     * @param group the group that types without one belong to
     * @param product the product whose versions are meant
     */
    static Field of(String line, String group, String product) {
        int end = line.indexOf(' ');
        return new Field(line.substring(0, line.charAt(end - 1) == '!' ? end - 1 : end), line, group, product);
    }

    private Details details() {
        Details known = details;
        if (known == null) {
            known = read();
            details = known;
        }
        return known;
    }

    private Details read() {
        List<String> words = Lines.split(line, ' ');
        boolean required = words.get(0).endsWith("!");
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
        return new Details(
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
        return details().type;
    }

    /** The versions that know the field, of those that know its type. */
    public VersionRange versions() {
        return details().versions;
    }

    /** The versions in which the field is required; empty if it is optional in every one. */
    public Optional<VersionRange> requiredIn() {
        return mayBeRequired() ? Optional.ofNullable(details().requiredIn) : Optional.empty();
    }

    private boolean mayBeRequired() {
        return line.charAt(name.length()) == '!' || line.contains(" required-");
    }

    /** The values of an enumeration, of the field itself or of its items; empty if any value is allowed. */
    public List<EnumValue> values() {
        return details().values;
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
        return details().listKeys;
    }

    /** The key that identifies an item of a list in a strategic merge patch. */
    public Optional<String> mergeKey() {
        return rule("merge");
    }

    /** Whether the field is a list of different scalars, each of which has its own owners in a server-side apply. */
    public boolean isSet() {
        return details().rules.containsKey("set");
    }

    /**
     * Whether the value is a map that has one owner as a whole in a server-side apply. A map with known keys may say so
     * itself: {@link ObjectType#isAtomic()}. A list without {@link #listKeys()} that is not a {@linkplain #isSet() set} always
     * is.
     */
    public boolean isAtomic() {
        return details().rules.containsKey("atomic");
    }

    /** Whether null is a value, and not the same as no value. */
    public boolean isNullable() {
        return details().rules.containsKey("nullable");
    }

    /**
     * A bound, as OpenAPI writes it: {@code minItems} and {@code maxItems} of a list; {@code minimum}, {@code maximum}, {@code
     * minLength}, {@code maxLength} and {@code pattern} of the value, or of the items of a list or map.
     */
    public Optional<String> rule(String rule) {
        return Optional.ofNullable(details().rules.get(rule));
    }

    @Override
    public String toString() {
        return name + " " + type();
    }

    /** What the line says after the name. */
    private static final class Details {
        private final FieldType type;
        private final VersionRange versions;
        private final @Nullable VersionRange requiredIn;
        private final List<EnumValue> values;
        private final Map<String, String> rules;
        private final List<String> listKeys;

        private Details(
                FieldType type,
                VersionRange versions,
                @Nullable VersionRange requiredIn,
                List<EnumValue> values,
                Map<String, String> rules) {
            this.type = type;
            this.versions = versions;
            this.requiredIn = requiredIn;
            this.values = values;
            this.rules = rules;
            String keys = rules.get("keys");
            this.listKeys = keys == null ? List.of() : Collections.unmodifiableList(Lines.split(keys, ','));
        }
    }
}
