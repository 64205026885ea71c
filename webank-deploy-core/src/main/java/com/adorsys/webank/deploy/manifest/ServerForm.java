package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.schema.ApiKind;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is the same to the API server of Kubernetes: a default and nothing, null and nothing, an empty list and nothing,
 * two forms of a quantity.
 */
final class ServerForm {
    /** What an object of another kind than those of Kubernetes is, and what is inside a field that is not described. */
    static final @Nullable ObjectType UNKNOWN = null;

    private ServerForm() {}

    /** The type of an object of Kubernetes; {@link #UNKNOWN} for any other. */
    static @Nullable ObjectType typeOf(Manifest manifest) {
        if (!Schemas.isKubernetesGroup(manifest.id().group())) {
            return UNKNOWN;
        }
        Optional<ApiKind> kind = Schemas.kind(manifest.apiVersion(), manifest.kind());
        return kind.isPresent() && kind.get().isServed() ? kind.get().type() : UNKNOWN;
    }

    /** The type of a field's value, or of its items. */
    static @Nullable FieldType typeOf(@Nullable ObjectType owner, String key) {
        Field field = owner == null ? null : owner.field(key).orElse(null);
        return field == null ? null : field.type();
    }

    /** The type of the items of a list, or of the values of a map. */
    static @Nullable FieldType itemsOf(@Nullable FieldType type) {
        return type != null && (type.kind() == FieldType.Kind.LIST || type.kind() == FieldType.Kind.MAP)
                ? type.items()
                : null;
    }

    /** The type of a map with known keys. */
    static @Nullable ObjectType objectOf(@Nullable FieldType type) {
        return type != null && type.kind() == FieldType.Kind.FIELDS ? type.object() : UNKNOWN;
    }

    /** Whether a key of a map with known keys means the same with both values; null is no value. */
    static boolean isSame(@Nullable ObjectType owner, String key, @Nullable Tree before, @Nullable Tree after) {
        Field field = owner == null ? null : owner.field(key).orElse(null);
        if (owner == null || field == null) {
            return false;
        }
        boolean unset = isUnset(owner, field, before);
        return unset && isUnset(owner, field, after)
                || before != null && after != null && isSame(field.type(), before, after);
    }

    /** Whether two values of a type mean the same. */
    static boolean isSame(@Nullable FieldType type, Tree before, Tree after) {
        if (type == null || type.kind() != FieldType.Kind.QUANTITY) {
            return false;
        }
        try {
            return before instanceof ScalarTree a
                    && after instanceof ScalarTree b
                    && !a.isNull()
                    && !b.isNull()
                    && ResourceQuantity.parse(a.text()).compareTo(ResourceQuantity.parse(b.text())) == 0;
        } catch (DeployException.InvalidInput invalid) {
            return false;
        }
    }

    /** Whether a value means the same as none. */
    private static boolean isUnset(ObjectType owner, Field field, @Nullable Tree value) {
        if (value == null || Trees.isNull(value)) {
            return true;
        }
        Optional<String> defaultText = Schemas.serverDefault(owner, field);
        if (value instanceof ScalarTree scalar) {
            return defaultText.isPresent() && isText(scalar, defaultText.get(), field.type());
        }
        if (value instanceof ListTree list) {
            return list.isEmpty();
        }
        MapTree map = (MapTree) value;
        if (field.type().kind() == FieldType.Kind.MAP || field.name().equals("status")) {
            return map.isEmpty();
        }
        if (field.type().kind() != FieldType.Kind.FIELDS
                || defaultText.isEmpty()
                || !defaultText.get().equals(Schemas.DEFAULT_MAP)) {
            return false;
        }
        ObjectType type = field.type().object();
        for (String key : map.keys()) {
            Field inner = type.field(key).orElse(null);
            if (inner == null || !isUnset(type, inner, map.get(key))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(ScalarTree scalar, String text, FieldType type) {
        boolean isString = type.kind() == FieldType.Kind.STRING
                || type.kind() == FieldType.Kind.INT_OR_STRING && text.endsWith("%");
        return scalar.isString() == isString && scalar.text().equals(text);
    }
}
