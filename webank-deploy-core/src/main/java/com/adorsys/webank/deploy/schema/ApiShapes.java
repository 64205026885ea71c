package com.adorsys.webank.deploy.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of what {@link Schemas} describes, as strict as the API: an unknown key is a problem, and a null is treated as
 * a missing key. What the descriptions do not say comes from {@link ApiRules}. Each is made at its first use and kept.
 */
final class ApiShapes {
    private static final ApiShapes WRITTEN = new ApiShapes(Use.WRITTEN);
    private static final ApiShapes TEMPLATES = new ApiShapes(Use.TEMPLATE);
    private static final ApiShapes STATUS = new ApiShapes(Use.STATUS);

    /** Where a type is used. */
    private enum Use {
        WRITTEN(""),
        /** In a template, where texts may have placeholders. */
        TEMPLATE("/template"),
        /** In a status that somebody wrote: the API server reads it, so its types must be right, and then forgets it. */
        STATUS("/status");

        private final String suffix;

        Use(String suffix) {
            this.suffix = suffix;
        }
    }

    private final Map<String, Shape> made = new ConcurrentHashMap<>();
    private final Use use;

    private ApiShapes(Use use) {
        this.use = use;
    }

    /** The shape of a type by its name, such as {@code core/v1.Container}. */
    static Shape of(String type) {
        return (isTemplate(type) ? TEMPLATES : WRITTEN).get(type);
    }

    /** The shape of a type, which is read when it is needed. */
    static Shape later(String type) {
        return WRITTEN.whenNeeded(type);
    }

    /** The shape of a type of Kubernetes in the status of an object, which is read when it is needed. */
    static Shape status(String type) {
        return STATUS.whenNeeded(type);
    }

    /**
     * Whether a type is a template of an ApplicationSet. In such a template, and below it, a text may have placeholders, and a
     * patch may add what is missing, so that no rule is added but those on the places of keys.
     */
    private static boolean isTemplate(String type) {
        return type.startsWith("argoproj.io/") && type.endsWith(".template");
    }

    private Shape get(String type) {
        Shape shape = made.get(type);
        if (shape == null) {
            shape = make(Schemas.type(type));
            made.put(type, shape);
        }
        return shape;
    }

    private Shape whenNeeded(String type) {
        return Shape.later(new Later(isTemplate(type) ? TEMPLATES : this, type));
    }

    private Shape make(ObjectType type) {
        ShapeBuilder builder = Shape.object().type(type.name() + use.suffix).nullIsUnset();
        for (Field field : type.fields()) {
            VersionRange required = field.requiredIn().orElse(null);
            boolean isOptional = use == Use.STATUS
                    || required != null && Schemas.serverDefault(type, field).isPresent();
            if (isOptional) {
                required = null;
            }
            builder.put(ShapeKey.of(field.name(), new Described(this, type, field, required == null), required));
        }
        if (type.isOpen()) {
            builder.open();
        }
        switch (use) {
            case WRITTEN -> ApiRules.addTo(builder, type);
            case TEMPLATE ->
                ArgoRules.addToTemplate(
                        builder, type, type.name().substring(type.name().indexOf('/') + 1));
            case STATUS -> {}
        }
        for (ShapeKey key : builder.keys()) {
            if (key.isRead() || key.requiredIn().isPresent()) {
                builder.put(asTheServerReads(type, key));
            }
        }
        return builder.build();
    }

    static boolean isOfKubernetes(ObjectType type) {
        return Schemas.isKubernetesGroup(groupOf(type));
    }

    private static String groupOf(ObjectType type) {
        String group = type.name().substring(0, type.name().indexOf('/'));
        return group.equals("core") || group.equals("meta") ? "" : group;
    }

    /**
     * The API server decodes a null in a list or a map to an empty value, and so it does what is missing: a scalar is required
     * only where an empty one is not valid.
     */
    private static ShapeKey asTheServerReads(ObjectType type, ShapeKey key) {
        Shape shape = key.shape();
        boolean isScalar = switch (shape.kind()) {
            case STRING, ENUM, INTEGER, NUMBER, BOOL, QUANTITY -> true;
            case ANY, LIST, MAP, OBJECT, EITHER -> false;
        };
        if (key.requiredIn().isEmpty() || !isScalar || !isOfKubernetes(type)) {
            return key.as(asTheServerReads(type, key.name(), shape));
        }
        return shape.takesEmpty() ? key.requiredIn(null) : key;
    }

    /** The shape of an optional key; one that is not a scalar may be required too. */
    private static Shape asTheServerReads(ObjectType type, String name, Shape shape) {
        return switch (shape.kind()) {
            case STRING, ENUM -> isOfKubernetes(type) && EmptyTexts.areUnset(type, name) ? shape.emptyIsUnset() : shape;
            case LIST -> isOfKubernetes(type) ? withNullItems(shape) : shape;
            // Of a custom resource the API server removes a null in a map.
            case MAP ->
                isOfKubernetes(type)
                        ? withNullItems(shape)
                        : shape.withItem(shape.item().nullable());
            default -> shape;
        };
    }

    /** A list or a map in which a null is an empty value. */
    static Shape withNullItems(Shape shape) {
        return switch (shape.kind()) {
            case LIST, MAP ->
                shape.item().kind() == Shape.Kind.ANY
                        ? shape
                        : shape.withItem(withNullItems(shape.item()).nullIsEmpty());
            default -> shape;
        };
    }

    private Shape shape(Field field) {
        Shape shape = shape(field.type(), field);
        return field.isNullable() ? shape.nullable() : shape;
    }

    private Shape shape(FieldType type, Field field) {
        return use == Use.STATUS ? typeOnly(type, field) : withRules(type, field);
    }

    /** The shape of a field whose value need only be of its type. */
    private Shape typeOnly(FieldType type, Field field) {
        return switch (type.kind()) {
            case STRING -> Shape.string();
            case INT32 -> Shape.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> Shape.integer();
            case LIST -> Shape.listOf(shape(type.items(), field)).uniqueBy(field.listKeys());
            default -> withRules(type, field);
        };
    }

    private Shape withRules(FieldType type, Field field) {
        return switch (type.kind()) {
            case STRING -> text(field);
            case BYTES -> Shape.string((Function<String, Optional<String>>) Grammar.BYTES);
            // Of the definitions of other groups only a format says it, which the API server reads less strictly.
            case TIME ->
                type.isOfKubernetes()
                        ? Shape.string((Function<String, Optional<String>>) Grammar.TIME)
                        : Shape.string();
            case INT32 -> bounded(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> bounded(field, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> Shape.number();
            case BOOL -> Shape.bool();
            case QUANTITY -> Shape.quantity();
            case INT_OR_STRING -> Shape.intOrString();
            case OBJECT -> Shape.mapOf(Shape.any());
            case ANY -> Shape.any();
            case LIST -> {
                Shape list = Shape.listOf(shape(type.items(), field));
                yield field.rule("minItems").orElse("0").equals("0") ? list : list.notEmpty();
            }
            case MAP -> Shape.mapOf(shape(type.items(), field));
            case FIELDS -> whenNeeded(type.objectName());
        };
    }

    private static Shape text(Field field) {
        List<EnumValue> values = field.values();
        if (!values.isEmpty()) {
            List<String> texts = new ArrayList<>();
            Map<String, VersionRange> versions = new HashMap<>();
            for (EnumValue value : values) {
                texts.add(value.text());
                if (!value.versions().isAll()) {
                    versions.put(value.text(), value.versions());
                }
            }
            return Shape.oneOf(texts, versions);
        }
        Optional<String> pattern = field.rule("pattern");
        return pattern.isPresent() ? Shape.matching(pattern.get()) : Shape.string();
    }

    private static Shape bounded(Field field, long min, long max) {
        String least = field.rule("minimum").orElse("");
        String most = field.rule("maximum").orElse("");
        return Shape.integer(
                least.isEmpty() ? min : Long.parseLong(least), most.isEmpty() ? max : Long.parseLong(most));
    }

    /** A field that is read when it is needed. */
    private static final class Described implements ShapeKey.Source {
        private final ApiShapes shapes;
        private final ObjectType type;
        private final Field field;
        private final boolean isOptional;

        private Described(ApiShapes shapes, ObjectType type, Field field, boolean isOptional) {
            this.shapes = shapes;
            this.type = type;
            this.field = field;
            this.isOptional = isOptional;
        }

        @Override
        public Shape shape() {
            Shape shape = shapes.shape(field);
            return isOptional ? asTheServerReads(type, field.name(), shape) : shape;
        }

        @Override
        public VersionRange versions() {
            return field.versions();
        }
    }

    /** A type that is made when it is needed. */
    private static final class Later implements Supplier<Shape> {
        private final ApiShapes shapes;
        private final String type;
        // A shape is a value with final fields, so two threads that ask at the same time do no harm.
        private @Nullable Shape made;

        private Later(ApiShapes shapes, String type) {
            this.shapes = shapes;
            this.type = type;
        }

        @Override
        public Shape get() {
            Shape shape = made;
            if (shape == null) {
                shape = shapes.get(type);
                made = shape;
            }
            return shape;
        }
    }
}
