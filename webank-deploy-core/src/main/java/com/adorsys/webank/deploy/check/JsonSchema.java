package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeKey;
import com.adorsys.webank.deploy.schema.ShapeKeys;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.schema.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * JSON schemas of shapes, for editors, Helm and other tools that know nothing else: <a
 * href="https://json-schema.org/draft-07">draft 7</a>.
 *
 * <p>What {@link ShapeCheck} accepts is valid by the schema. The reverse is true except for what a schema cannot express: a
 * whole number that is written with a fraction ({@code 1.0}), what {@link Grammar#pattern} does not say, and the checks of a
 * {@link Shape#string(java.util.function.Function) function}.
 */
public final class JsonSchema {
    private static final String DIALECT = "http://json-schema.org/draft-07/schema#";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final ScalarTree NULL = ScalarTree.of("null");

    private final Targets targets;
    private final Map<String, MapTree> definitions = new TreeMap<>();

    private JsonSchema(Targets targets) {
        this.targets = targets;
    }

    /** The schema of a shape, with what any supported version knows. */
    public static MapTree of(Shape shape) {
        return of(shape, Targets.any());
    }

    /** The schema of a shape for some versions: without the keys and values that they do not know. */
    public static MapTree of(Shape shape, Targets targets) {
        JsonSchema writer = new JsonSchema(targets);
        MapTree root = writer.schema(shape);
        MapTree.Builder schema = MapTree.builder().put("$schema", ScalarTree.of(DIALECT));
        for (int i = 0; i < root.size(); i++) {
            schema.put(root.keyAt(i), root.valueAt(i));
        }
        if (!writer.definitions.isEmpty()) {
            MapTree.Builder definitions = MapTree.builder();
            writer.definitions.forEach(definitions::put);
            schema.put("definitions", definitions.build());
        }
        return schema.build();
    }

    private MapTree schema(Shape shape) {
        MapTree schema = plain(shape);
        if (!shape.example().isEmpty() && !schema.has("$ref")) {
            schema = schema.with("examples", ListTree.of(example(shape)));
        }
        return shape.isNullable() || shape.isNullEmpty() && shape.takesEmpty() ? orNull(schema) : schema;
    }

    private MapTree plain(Shape shape) {
        return switch (shape.kind()) {
            case ANY -> MapTree.of();
            case STRING -> text(shape);
            case INTEGER -> whole(shape);
            case NUMBER -> MapTree.of("type", "number");
            case BOOL -> MapTree.of("type", "boolean");
            case QUANTITY ->
                MapTree.of("type", ListTree.ofStrings(List.of("string", "number")))
                        .with("pattern", Grammar.QUANTITY.pattern())
                        .with("minimum", ScalarTree.of(0));
            case ENUM -> MapTree.of("type", "string").with("enum", ListTree.ofStrings(values(shape)));
            case LIST -> {
                MapTree list = MapTree.of("type", "array").with("items", schema(shape.item()));
                yield shape.isNotEmpty() ? list.with("minItems", ScalarTree.of(1)) : list;
            }
            case MAP -> map(shape);
            case OBJECT -> object(shape.keys());
            case EITHER ->
                MapTree.of(
                        "anyOf",
                        ListTree.of(
                                schema(shape.alternatives().get(0)),
                                schema(shape.alternatives().get(1))));
        };
    }

    private MapTree text(Shape shape) {
        MapTree schema = MapTree.of("type", "string");
        if (shape.isEmptyUnset()) {
            return schema;
        }
        return shape.wider()
                .filter(wider -> isKnown(wider.versions()))
                .map(Shape.Wider::grammar)
                .or(shape::grammar)
                .map(grammar -> with(schema, grammar))
                .or(() -> shape.pattern().map(pattern -> schema.with("pattern", pattern)))
                .orElse(schema);
    }

    private static MapTree with(MapTree schema, Grammar grammar) {
        MapTree changed = schema.with("pattern", grammar.pattern());
        return grammar.longest() == 0 ? changed : changed.with("maxLength", ScalarTree.of(grammar.longest()));
    }

    private static MapTree whole(Shape shape) {
        MapTree schema = MapTree.of("type", "integer");
        if (shape.min() != Long.MIN_VALUE) {
            schema = schema.with("minimum", ScalarTree.of(shape.min()));
        }
        return shape.max() == Long.MAX_VALUE ? schema : schema.with("maximum", ScalarTree.of(shape.max()));
    }

    private List<String> values(Shape shape) {
        List<String> values = new ArrayList<>();
        for (String value : shape.values()) {
            if (isKnown(shape.versionsOf(value))) {
                values.add(value);
            }
        }
        if (shape.isEmptyUnset()) {
            values.add("");
        }
        return values;
    }

    private MapTree map(Shape shape) {
        MapTree schema = MapTree.of("type", "object").with("additionalProperties", schema(shape.item()));
        return shape.grammar()
                .map(grammar -> schema.with("propertyNames", with(MapTree.of(), grammar)))
                .orElse(schema);
    }

    /** A reference to a described type, which may contain itself; the schema of any other map with known keys. */
    private MapTree object(ShapeKeys keys) {
        if (keys.typeName().isEmpty()) {
            return properties(keys);
        }
        // A pointer would have to escape the slash.
        String name = keys.typeName().replace('/', '.');
        if (!definitions.containsKey(name)) {
            definitions.put(name, MapTree.of());
            definitions.put(name, properties(keys));
        }
        return MapTree.of("$ref", "#/definitions/" + name);
    }

    private MapTree properties(ShapeKeys keys) {
        MapTree.Builder properties = MapTree.builder();
        List<String> required = new ArrayList<>();
        for (ShapeKey key : keys.all()) {
            if (!isKnown(key.versions())) {
                continue;
            }
            boolean isRequired = key.requiredIn().filter(this::isRequired).isPresent();
            MapTree schema = schema(key.shape());
            if (isRequired) {
                required.add(key.name());
            }
            properties.put(key.name(), keys.isNullUnset() && !isRequired ? orNull(schema) : schema);
        }
        MapTree schema = MapTree.of("type", "object");
        if (!keys.title().isEmpty()) {
            schema = schema.with("title", keys.title());
        }
        schema = schema.with("properties", properties.build());
        if (!required.isEmpty()) {
            schema = schema.with("required", ListTree.ofStrings(required));
        }
        if (!keys.isOpen()) {
            schema = schema.with("additionalProperties", ScalarTree.of(false));
        }
        ListTree rules = rules(keys);
        return rules.isEmpty() ? schema : schema.with("allOf", rules);
    }

    private static ListTree rules(ShapeKeys keys) {
        List<Tree> rules = new ArrayList<>();
        for (ShapeKeys.Choice choice : keys.choices()) {
            List<MapTree> each = new ArrayList<>();
            for (String name : choice.names()) {
                each.add(set(name, keys));
            }
            if (choice.need() == ShapeKeys.Need.OPTIONAL || choice.need() == ShapeKeys.Need.ADVISED) {
                each.add(MapTree.of("not", MapTree.of("anyOf", ListTree.of(List.copyOf(each)))));
            }
            String several = choice.need() == ShapeKeys.Need.SOME ? "anyOf" : "oneOf";
            rules.add(MapTree.of(several, ListTree.of(each)));
        }
        for (ShapeKeys.Condition condition : keys.conditions()) {
            MapTree set = set(condition.name(), keys);
            rules.add(MapTree.of("if", where(condition))
                    .with("then", condition.isRequired() ? set : MapTree.of("not", set)));
        }
        return ListTree.of(rules);
    }

    /** That a key has one of the values that decide. */
    private static MapTree where(ShapeKeys.Condition condition) {
        MapTree there = MapTree.of("required", ListTree.ofStrings(List.of(condition.key())));
        MapTree values = MapTree.of("enum", ListTree.ofStrings(condition.values()));
        MapTree has = there.with("properties", MapTree.of(condition.key(), values));
        if (!condition.values().contains("")) {
            return has;
        }
        MapTree isNull = there.with("properties", MapTree.of(condition.key(), MapTree.of("type", NULL)));
        return MapTree.of("anyOf", ListTree.of(has, isNull, MapTree.of("not", there)));
    }

    /** That a key is there, and neither null nor an empty text or list where that is as good as no key. */
    private static MapTree set(String name, ShapeKeys keys) {
        MapTree there = MapTree.of("required", ListTree.ofStrings(List.of(name)));
        if (!keys.isNullUnset()) {
            return there;
        }
        MapTree value = MapTree.of("not", MapTree.of("type", NULL));
        ShapeKey key = keys.get(name);
        if (key != null && key.shape().kind() == Shape.Kind.LIST) {
            value = value.with("minItems", ScalarTree.of(1));
        } else if (key != null && key.shape().isEmptyUnset()) {
            value = value.with("minLength", ScalarTree.of(1));
        }
        return there.with("properties", MapTree.of(name, value));
    }

    /** A schema that accepts null too. */
    private static MapTree orNull(MapTree schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        if (schema.get("type") instanceof ScalarTree type && !schema.has("enum")) {
            return schema.with("type", ListTree.of(type, NULL));
        }
        return MapTree.of("anyOf", ListTree.of(schema, MapTree.of("type", NULL)));
    }

    private boolean isKnown(VersionRange range) {
        return range.isAll() || targets.of(range.product()).map(range::contains).orElse(true);
    }

    private boolean isRequired(VersionRange range) {
        return range.isAll()
                || targets.of(range.product()).filter(range::contains).isPresent();
    }

    /** A good value, which is given as YAML shows it. */
    private static Tree example(Shape shape) {
        String text = shape.example();
        if (shape.kind() == Shape.Kind.BOOL) {
            return ScalarTree.of(Boolean.parseBoolean(text));
        }
        boolean isText = shape.kind() == Shape.Kind.STRING || shape.kind() == Shape.Kind.ENUM;
        if (!isText && WHOLE_NUMBER.matcher(text).matches()) {
            return ScalarTree.of(Long.parseLong(text));
        }
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return ScalarTree.of(isQuoted ? text.substring(1, text.length() - 1) : text);
    }
}
