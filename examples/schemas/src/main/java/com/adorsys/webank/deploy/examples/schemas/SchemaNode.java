package com.adorsys.webank.deploy.examples.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one schema of OpenAPI, with the extensions of Kubernetes, into fields and types. */
final class SchemaNode {
    private static final String REFERENCE = "$ref";

    /** The attributes of OpenAPI that are kept as they are. */
    private static final String[] BOUNDS = {
        "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern"
    };

    private final Description into;
    private final UnaryOperator<String> names;

    /**
     * @param into gets the types that stand inside others
     * @param names the name of a type for the target of a reference
     */
    SchemaNode(Description into, UnaryOperator<String> names) {
        this.into = into;
        this.names = names;
    }

    /** The fields of a map with known keys; types that stand inside them are named by their path. */
    Description.Type type(JsonNode schema, String name) {
        SortedMap<String, Description.Field> fields = new TreeMap<>();
        for (var property : schema.path("properties").properties()) {
            boolean required = false;
            for (JsonNode key : schema.path("required")) {
                required |= key.asString().equals(property.getKey());
            }
            fields.put(property.getKey(), field(property.getValue(), required, name + "." + property.getKey()));
        }
        return new Description.Type(
                Collections.unmodifiableSortedMap(fields),
                schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false),
                isAtomic(schema));
    }

    private Description.Field field(JsonNode schema, boolean required, String path) {
        List<String> rules = new ArrayList<>();
        JsonNode defaultValue = schema.path("default");
        rule(
                rules,
                "default",
                defaultValue.isMissingNode() || defaultValue.isNull() ? null : escaped(defaultValue.toString()));
        String list = schema.path("x-kubernetes-list-type").asString("");
        if (list.equals("map")) {
            List<String> keys = new ArrayList<>();
            schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asString()));
            rule(rules, "keys", String.join(",", keys));
        } else if (list.equals("set")) {
            rules.add("set");
        }
        if (schema.path("x-kubernetes-patch-strategy").asString("").contains("merge")) {
            rule(rules, "merge", schema.path("x-kubernetes-patch-merge-key").asString(null));
        }
        if (isAtomic(schema)) {
            rules.add("atomic");
        }
        if (schema.path("nullable").asBoolean(false)) {
            rules.add("nullable");
        }
        JsonNode leaf = leaf(schema);
        for (String bound : BOUNDS) {
            JsonNode value = (bound.endsWith("Items") ? schema : leaf).path(bound);
            if (!value.isMissingNode() && !isImplied(leaf, bound)) {
                rule(rules, bound, value.isNumber() ? value.asString() : escaped(value.asString()));
            }
        }
        Collections.sort(rules);
        SortedSet<String> values = new TreeSet<>();
        leaf.path("enum").forEach(value -> values.add(value.asString()));
        return new Description.Field(typeName(schema, path), required, values, List.copyOf(rules));
    }

    /** The innermost items or values, which have the enumeration and the bounds. */
    private static JsonNode leaf(JsonNode schema) {
        JsonNode leaf = schema;
        while (leaf.has("items") || leaf.path("additionalProperties").isObject()) {
            leaf = leaf.has("items") ? leaf.path("items") : leaf.path("additionalProperties");
        }
        return leaf;
    }

    /** Whether the type says it already: the pattern of a quantity. */
    private static boolean isImplied(JsonNode schema, String bound) {
        return bound.equals("pattern") && isIntOrString(schema);
    }

    private static void rule(List<String> rules, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            rules.add(name + "=" + value);
        }
    }

    /** A text without spaces. */
    static String escaped(String text) {
        return text.replace("%", "%25").replace(" ", "%20").replace("|", "%7C").replace("\n", "%0A");
    }

    private String typeName(JsonNode schema, String path) {
        if (schema.has(REFERENCE)) {
            return reference(schema);
        }
        if (schema.path("allOf").size() == 1 && schema.path("allOf").path(0).has(REFERENCE)) {
            return reference(schema.path("allOf").path(0));
        }
        if (isIntOrString(schema)) {
            return leaf(schema).has("pattern") ? "quantity" : "int-or-string";
        }
        String format = schema.path("format").asString("");
        return switch (schema.path("type").asString("")) {
            case "string" -> format.equals("byte") ? "bytes" : format.equals("date-time") ? "time" : "string";
            case "integer" -> format.equals("int32") ? "int32" : "int64";
            case "number" -> "double";
            case "boolean" -> "bool";
            case "array" -> "[]" + typeName(schema.path("items"), path);
            case "object" -> object(schema, path);
            default -> schema.has("properties") ? object(schema, path) : "any";
        };
    }

    private String object(JsonNode schema, String path) {
        if (schema.path("x-kubernetes-embedded-resource").asBoolean(false)) {
            return "object";
        }
        if (schema.has("properties")) {
            into.types.put(path, type(schema, path));
            return path;
        }
        JsonNode values = schema.path("additionalProperties");
        return values.isObject() ? "{}" + (values.isEmpty() ? "any" : typeName(values, path)) : "object";
    }

    private String reference(JsonNode schema) {
        String target = schema.path(REFERENCE).asString();
        return names.apply(target.substring(target.lastIndexOf('/') + 1));
    }

    private static boolean isAtomic(JsonNode schema) {
        return schema.path("x-kubernetes-map-type").asString("").equals("atomic");
    }

    private static boolean isIntOrString(JsonNode schema) {
        return schema.path("x-kubernetes-int-or-string").asBoolean(false)
                || schema.path("format").asString("").equals("int-or-string");
    }
}
