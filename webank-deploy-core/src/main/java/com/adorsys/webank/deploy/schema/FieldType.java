package com.adorsys.webank.deploy.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a field: a scalar, a list, a map with any keys, or a map with known keys. Immutable. */
public final class FieldType {
    /** What a type is. */
    public enum Kind {
        /** Text. */
        STRING,
        /** Bytes, written in base64. */
        BYTES,
        /** A time as in RFC 3339. */
        TIME,
        /** A whole number of 32 bits. */
        INT32,
        /** A whole number of 64 bits. */
        INT64,
        /** A number with or without a fraction. */
        DOUBLE,
        /** {@code true} or {@code false}. */
        BOOL,
        /** A quantity of Kubernetes, a string or a number. */
        QUANTITY,
        /** A whole number or a string. */
        INT_OR_STRING,
        /** A map whose content is not described. */
        OBJECT,
        /** A value that is not described. */
        ANY,
        /** A list of {@link #items()}. */
        LIST,
        /** A map with any keys and values of {@link #items()}. */
        MAP,
        /** A map with the known keys of {@link #object()}. */
        FIELDS
    }

    private final Kind kind;
    /** The name of the object's type, or the text of the items' type. */
    private final String inner;

    private final String group;

    // What was read; two threads that ask at the same time do no harm.
    private @Nullable FieldType items;
    private @Nullable ObjectType object;

    private FieldType(Kind kind, String inner, String group) {
        this.kind = kind;
        this.inner = inner;
        this.group = group;
    }

    /**
     * Reads a type.
     *
     * @param text as it is written: {@code int32}, {@code []v1.Container}, {@code core/v1.PodSpec}
     * @param group the group that types without one belong to
     */
    static FieldType parse(String text, String group) {
        return switch (text) {
            case "string" -> new FieldType(Kind.STRING, "", group);
            case "bytes" -> new FieldType(Kind.BYTES, "", group);
            case "time" -> new FieldType(Kind.TIME, "", group);
            case "int32" -> new FieldType(Kind.INT32, "", group);
            case "int64" -> new FieldType(Kind.INT64, "", group);
            case "double" -> new FieldType(Kind.DOUBLE, "", group);
            case "bool" -> new FieldType(Kind.BOOL, "", group);
            case "quantity" -> new FieldType(Kind.QUANTITY, "", group);
            case "int-or-string" -> new FieldType(Kind.INT_OR_STRING, "", group);
            case "object" -> new FieldType(Kind.OBJECT, "", group);
            case "any" -> new FieldType(Kind.ANY, "", group);
            default ->
                text.startsWith("[]")
                        ? new FieldType(Kind.LIST, text.substring(2), group)
                        : text.startsWith("{}")
                                ? new FieldType(Kind.MAP, text.substring(2), group)
                                : new FieldType(Kind.FIELDS, text.indexOf('/') < 0 ? group + "/" + text : text, group);
        };
    }

    /** What the type is. */
    public Kind kind() {
        return kind;
    }

    /** Whether a kind of Kubernetes has it, or the metadata of every object. */
    boolean isOfKubernetes() {
        return group.equals("meta") || Schemas.isKubernetesGroup(group);
    }

    /**
     * The type of a list's items or of a map's values.
     *
     * @throws IllegalStateException if it is neither
     */
    public FieldType items() {
        if (kind != Kind.LIST && kind != Kind.MAP) {
            throw new IllegalStateException("only a list or a map has items, not " + kind);
        }
        FieldType known = items;
        if (known == null) {
            known = parse(inner, group);
            items = known;
        }
        return known;
    }

    /**
     * The name of the type with the known keys: {@code core/v1.PodSpec}.
     *
     * @throws IllegalStateException if it is another type
     */
    public String objectName() {
        if (kind != Kind.FIELDS) {
            throw new IllegalStateException("only a map with known keys has a name, not " + kind);
        }
        return inner;
    }

    /**
     * The type with the known keys.
     *
     * @throws IllegalStateException if it is another type
     */
    public ObjectType object() {
        ObjectType known = object;
        if (known == null) {
            known = Schemas.type(objectName());
            object = known;
        }
        return known;
    }

    /** As it is written in the descriptions, with the group of an object's type. */
    @Override
    public String toString() {
        return switch (kind) {
            case LIST -> "[]" + items();
            case MAP -> "{}" + items();
            case FIELDS -> inner;
            case INT_OR_STRING -> "int-or-string";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
