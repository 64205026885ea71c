package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceQuantity;
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
    private ServerForm() {}

    /** A key of a map with known keys; null if it is not described. */
    static @Nullable Field fieldOf(@Nullable ObjectType owner, String key) {
        return owner == null ? null : owner.field(key).orElse(null);
    }

    /** The type of a field's value. */
    static @Nullable FieldType typeOf(@Nullable Field field) {
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
        return type != null && type.kind() == FieldType.Kind.FIELDS ? type.object() : null;
    }

    /** Whether a field of two maps of a type means the same in both. */
    static boolean isSame(ObjectType owner, Field field, MapTree old, MapTree changed) {
        String key = field.name();
        Tree before = old.get(key);
        Tree after = changed.get(key);
        return isUnset(owner, field, before)
                        && isUnset(owner, field, after)
                        && hasDefault(owner, key, old)
                        && hasDefault(owner, key, changed)
                || before != null && after != null && isSame(field.type(), before, after);
    }

    /**
     * Whether the default counts where a map does not have a key: a Job has one completion only if it does not say how many
     * pods run at the same time.
     */
    private static boolean hasDefault(ObjectType owner, String key, MapTree map) {
        return !(owner.name().equals("batch/v1.JobSpec") && key.equals("completions"))
                || Trees.isSet(map, "completions")
                || !Trees.isSet(map, "parallelism");
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
            Field inner = fieldOf(type, key);
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
