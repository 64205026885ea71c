package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import com.adorsys.webank.deploy.schema.Shapes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of what CustomResourceDefinitions describe, see <a
 * href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">structural
 * schemas</a>. What cannot be told of a value is not checked.
 */
final class DefinitionShapes {
    private static final String PRESERVES_UNKNOWN = "x-kubernetes-preserve-unknown-fields";

    private DefinitionShapes() {}

    /** The shape of a whole object. The API server adds its metadata to every schema. */
    static Shape object(MapTree schema) {
        ShapeBuilder builder = fields(schema).fieldsOf(Shapes.customResource());
        if (schema.at("properties", "status").isPresent()) {
            builder.field("status", status(Trees.map(schema, "properties", "status", "properties", "conditions")));
        }
        return builder.build();
    }

    /** The status, which is the server's: only server-side apply looks at it. */
    private static Shape status(MapTree conditions) {
        UniqueItems unique = unique(conditions);
        return unique == null
                ? Shape.any()
                : Shape.object()
                        .nullIsUnset()
                        .field("conditions", Shape.listOf(Shape.any()).keeping(unique))
                        .open()
                        .build();
    }

    private static Shape of(Tree schema) {
        if (!(schema instanceof MapTree map)) {
            return Shape.any();
        }
        Shape shape = typed(map);
        SchemaBounds bounds = SchemaBounds.of(map);
        shape = bounds == null ? shape : shape.keeping(bounds);
        UniqueItems unique = unique(map);
        shape = unique == null ? shape : shape.keeping(unique);
        return Trees.isTrue(map, "nullable") ? shape.nullable() : shape;
    }

    /** That items of a list differ, if server-side apply merges them. */
    private static @Nullable UniqueItems unique(MapTree schema) {
        return switch (Trees.text(schema, "x-kubernetes-list-type")) {
            case "set" -> UniqueItems.ofSet();
            case "map" -> {
                Map<String, Tree> defaults = new HashMap<>();
                MapTree properties = Trees.map(schema, "items", "properties");
                for (int i = 0; i < properties.size(); i++) {
                    Tree value = Trees.map(properties.valueAt(i)).get("default");
                    if (value != null) {
                        defaults.put(properties.keyAt(i), value);
                    }
                }
                yield UniqueItems.by(texts(schema.get("x-kubernetes-list-map-keys")), defaults);
            }
            default -> null;
        };
    }

    private static Shape typed(MapTree schema) {
        if (Trees.isTrue(schema, "x-kubernetes-int-or-string")) {
            String pattern = Trees.text(schema, "pattern");
            return Shape.integer().or(pattern.isEmpty() ? Shape.string() : Shape.matching(pattern));
        }
        return switch (Trees.text(schema, "type")) {
            case "string" -> text(schema);
            case "integer" -> whole(schema);
            case "number" -> Shape.number();
            case "boolean" -> Shape.bool();
            case "array" -> {
                Shape list = Shape.listOf(of(Trees.map(schema, "items")));
                yield Trees.number(schema, 0, "minItems") > 0 ? list.notEmpty() : list;
            }
            case "object" -> map(schema);
            default -> Shape.any();
        };
    }

    private static Shape map(MapTree schema) {
        if (Trees.isTrue(schema, "x-kubernetes-embedded-resource")) {
            return Shape.mapOf(Shape.any());
        }
        if (!Trees.map(schema, "properties").isEmpty()) {
            return fields(schema).build();
        }
        // The API server removes nulls from maps.
        return Shape.mapOf(
                schema.get("additionalProperties") instanceof MapTree values
                        ? of(values).nullable()
                        : Shape.any());
    }

    private static ShapeBuilder fields(MapTree schema) {
        ShapeBuilder builder = Shape.object().nullIsUnsetUnlessApplied();
        Set<String> required = new HashSet<>(texts(schema.get("required")));
        MapTree properties = Trees.map(schema, "properties");
        for (int i = 0; i < properties.size(); i++) {
            String name = properties.keyAt(i);
            Tree property = properties.valueAt(i);
            // The API server puts in the default before it looks for what is missing.
            Shape shape = of(property);
            if (property instanceof MapTree map && map.has("default")) {
                builder.field(name, shape.nullable());
            } else if (required.contains(name)) {
                builder.required(name, shape);
            } else {
                builder.field(name, shape);
            }
        }
        return Trees.isTrue(schema, PRESERVES_UNKNOWN) ? builder.open() : builder;
    }

    private static Shape text(MapTree schema) {
        List<String> values = texts(schema.get("enum"));
        if (!values.isEmpty()) {
            return Shape.oneOf(values.toArray(new String[0]));
        }
        String pattern = Trees.text(schema, "pattern");
        if (pattern.isEmpty() && Trees.text(schema, "format").equals("byte")) {
            return Shape.string((Function<String, Optional<String>>) Grammar.BYTES);
        }
        return pattern.isEmpty() ? Shape.string() : Shape.matching(pattern);
    }

    private static Shape whole(MapTree schema) {
        // The API server does not look at the format of a number.
        long min = Long.MIN_VALUE;
        long max = Long.MAX_VALUE;
        if (schema.get("minimum") instanceof ScalarTree least) {
            min = Math.max(
                    min, bound(least, RoundingMode.CEILING, Trees.isTrue(schema, "exclusiveMinimum") ? 1 : 0, min));
        }
        if (schema.get("maximum") instanceof ScalarTree most) {
            max = Math.min(
                    max, bound(most, RoundingMode.FLOOR, Trees.isTrue(schema, "exclusiveMaximum") ? -1 : 0, max));
        }
        return Shape.integer(min, max);
    }

    /** A bound of whole numbers that is part of the range; the other one if it is not a number of 64 bits. */
    private static long bound(ScalarTree scalar, RoundingMode mode, int offset, long other) {
        if (scalar.kind() != ScalarTree.Kind.INTEGER && scalar.kind() != ScalarTree.Kind.FLOAT) {
            return other;
        }
        BigDecimal given = new BigDecimal(scalar.text());
        BigDecimal whole = given.setScale(0, mode);
        try {
            return whole.compareTo(given) == 0 ? Math.addExact(whole.longValueExact(), offset) : whole.longValueExact();
        } catch (ArithmeticException tooLarge) {
            return other;
        }
    }

    /** The items of a list, if all of them are texts. */
    private static List<String> texts(@Nullable Tree tree) {
        if (!(tree instanceof ListTree list)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Tree item : list.items()) {
            if (!(item instanceof ScalarTree scalar) || scalar.kind() != ScalarTree.Kind.STRING) {
                return List.of();
            }
            texts.add(scalar.text());
        }
        return texts;
    }
}
