package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import java.math.BigDecimal;

/**
 * The values of an object as the API server writes them, by the types of their fields: quantities, bytes, and maps without
 * entries. The server compares what is applied with what it has before it reads either: {@code 1000m} against its own {@code 1}
 * is a conflict with whoever wrote {@code 1000m} before.
 *
 * @param resourceDigits to how many digits after the point the amounts in lists of resources are rounded up
 */
record CanonicalForm(int resourceDigits) {
    private static final int MOST_DIGITS = 9;

    /**
     * The canonical form of an object; the object itself if it has it already.
     *
     * @param group the object's API group
     * @param type the keys of an object of Kubernetes
     */
    static MapTree of(MapTree object, String group, ObjectType type) {
        // These groups round the amounts while they fill in defaults.
        boolean rounds = group.isEmpty() || group.equals("apps") || group.equals("batch");
        return new CanonicalForm(rounds ? 3 : MOST_DIGITS).fields(object, type, true);
    }

    /** The canonical metadata of an object of any kind. */
    static MapTree ofMetadata(MapTree metadata) {
        return new CanonicalForm(MOST_DIGITS).fields(metadata, Schemas.type("meta/v1.ObjectMeta"), true);
    }

    /**
     * A map with known keys.
     *
     * @param shared whether its fields have owners of their own
     */
    private MapTree fields(MapTree map, ObjectType type, boolean shared) {
        MapTree canonical = map;
        for (int i = 0; i < map.size(); i++) {
            Field field = type.field(map.keyAt(i)).orElse(null);
            Tree value = map.valueAt(i);
            if (field == null || !canBeOther(value, field.type())) {
                continue;
            }
            if (shared && meansNothing(value, field)) {
                canonical = canonical.without(field.name());
                continue;
            }
            boolean below = shared
                    && !field.isAtomic()
                    && (field.type().kind() != FieldType.Kind.LIST
                            || !field.listKeys().isEmpty());
            Tree changed = value(value, field.type(), below, MOST_DIGITS);
            canonical = changed == value ? canonical : canonical.with(field.name(), changed);
        }
        return canonical;
    }

    /** Whether a value of a type may have another form: most scalars have none. */
    private static boolean canBeOther(Tree value, FieldType type) {
        return !(value instanceof ScalarTree)
                || type.kind() == FieldType.Kind.QUANTITY
                || type.kind() == FieldType.Kind.BYTES;
    }

    /** Whether a value is a map without entries whose entries would have owners of their own. */
    private static boolean meansNothing(Tree value, Field field) {
        return value instanceof MapTree map
                && map.isEmpty()
                && field.type().kind() == FieldType.Kind.MAP
                && !field.isAtomic()
                && field.requiredIn().isEmpty();
    }

    private Tree value(Tree tree, FieldType type, boolean shared, int digits) {
        return switch (type.kind()) {
            case FIELDS -> {
                ObjectType object = type.object();
                yield tree instanceof MapTree map ? fields(map, object, shared && !object.isAtomic()) : tree;
            }
            case LIST -> tree instanceof ListTree list ? items(list, type.items(), shared) : tree;
            case MAP -> tree instanceof MapTree map ? entries(map, type.items(), shared) : tree;
            case QUANTITY -> tree instanceof ScalarTree scalar ? quantity(scalar, digits) : tree;
            case BYTES -> tree instanceof ScalarTree scalar && scalar.isString() ? bytes(scalar) : tree;
            default -> tree;
        };
    }

    private ListTree items(ListTree list, FieldType type, boolean shared) {
        ListTree canonical = list;
        for (int i = 0; i < list.size(); i++) {
            Tree changed = value(list.get(i), type, shared, MOST_DIGITS);
            canonical = changed == list.get(i) ? canonical : canonical.with(i, changed);
        }
        return canonical;
    }

    private MapTree entries(MapTree map, FieldType type, boolean shared) {
        MapTree canonical = map;
        for (int i = 0; i < map.size(); i++) {
            Tree changed = value(map.valueAt(i), type, shared, resourceDigits);
            canonical = changed == map.valueAt(i) ? canonical : canonical.with(map.keyAt(i), changed);
        }
        return canonical;
    }

    private static ScalarTree bytes(ScalarTree scalar) {
        String text = scalar.text();
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? scalar
                : ScalarTree.of(text.replace("\n", "").replace("\r", ""));
    }

    private static ScalarTree quantity(ScalarTree scalar, int digits) {
        String text = switch (scalar.kind()) {
            case STRING -> scalar.text().strip();
            case INTEGER -> scalar.text();
            case FLOAT -> plain(scalar.text());
            case BOOLEAN, NULL -> "";
        };
        try {
            String canonical = ResourceQuantity.parse(text).canonical(digits);
            return scalar.isString() && canonical.equals(scalar.text()) ? scalar : ScalarTree.of(canonical);
        } catch (DeployException.InvalidInput e) {
            // The server says better what is wrong with it.
            return scalar;
        }
    }

    /** A number of JSON without an exponent, which in a quantity would be a way to write it. */
    private static String plain(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return Math.abs((long) value.scale()) > 30
                    ? ""
                    : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
