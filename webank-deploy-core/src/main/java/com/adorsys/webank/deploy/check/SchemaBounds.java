package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ValueRule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a text, how large a number, and how many items of a list or keys of a map a schema admits. */
final class SchemaBounds implements ValueRule {
    private static final long NONE = -1;

    private final MapTree schema;
    private final long least;
    private final long most;
    private final String unit;

    private SchemaBounds(MapTree schema, String what, String unit) {
        this.schema = schema;
        this.least = Trees.number(schema, NONE, "min" + what);
        this.most = Trees.number(schema, NONE, "max" + what);
        this.unit = unit;
    }

    /** The bounds of a schema; null if it has none. */
    static @Nullable SchemaBounds of(MapTree schema) {
        SchemaBounds bounds = switch (Trees.text(schema, "type")) {
            case "string" -> new SchemaBounds(schema, "Length", "character");
            case "array" -> new SchemaBounds(schema, "Items", "item");
            case "object" -> new SchemaBounds(schema, "Properties", "key");
            default -> new SchemaBounds(schema, "", "");
        };
        boolean isBounded = bounds.least > 0
                || bounds.most >= 0
                || Trees.text(schema, "type").equals("number") && (schema.has("minimum") || schema.has("maximum"));
        return isBounded ? bounds : null;
    }

    @Override
    public @Nullable Breach breach(Object value) {
        if (value instanceof ListTree list) {
            // That a list is empty where it may not be is reported by its shape.
            return list.isEmpty() ? null : breach(list.size());
        }
        if (value instanceof MapTree map) {
            return breach(keys(map));
        }
        ScalarTree scalar = (ScalarTree) value;
        if (scalar.kind() == ScalarTree.Kind.STRING) {
            return breach(scalar.text().codePointCount(0, scalar.text().length()));
        }
        boolean isNumber = scalar.kind() == ScalarTree.Kind.INTEGER || scalar.kind() == ScalarTree.Kind.FLOAT;
        return isNumber ? breachOfRange(scalar) : null;
    }

    private @Nullable Breach breach(long count) {
        if (count < least) {
            return new Breach(
                    ProblemCodes.OUT_OF_RANGE,
                    "has " + counted(count) + ", less than " + least,
                    "write at least " + least);
        }
        return most >= 0 && count > most
                ? new Breach(
                        ProblemCodes.OUT_OF_RANGE,
                        "has " + counted(count) + ", more than " + most,
                        "write at most " + most)
                : null;
    }

    private String counted(long count) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** The keys of a map that are set, and those that the API server adds. */
    private long keys(MapTree map) {
        Set<String> set = new HashSet<>();
        for (int i = 0; i < map.size(); i++) {
            if (!Trees.isNull(map.valueAt(i))) {
                set.add(map.keyAt(i));
            }
        }
        MapTree properties = Trees.map(schema, "properties");
        for (int i = 0; i < properties.size(); i++) {
            if (Trees.map(properties.valueAt(i)).has("default")) {
                set.add(properties.keyAt(i));
            }
        }
        return set.size();
    }

    private @Nullable Breach breachOfRange(ScalarTree number) {
        BigDecimal given = decimal(number);
        BigDecimal min = decimal(schema.get("minimum"));
        BigDecimal max = decimal(schema.get("maximum"));
        if (given == null) {
            return null;
        }
        if (min != null && given.compareTo(min) < (Trees.isTrue(schema, "exclusiveMinimum") ? 1 : 0)) {
            return new Breach(
                    ProblemCodes.OUT_OF_RANGE,
                    "is `" + number.text() + "`, less than `" + min.toPlainString() + "`",
                    "write a larger number");
        }
        return max != null && given.compareTo(max) > (Trees.isTrue(schema, "exclusiveMaximum") ? -1 : 0)
                ? new Breach(
                        ProblemCodes.OUT_OF_RANGE,
                        "is `" + number.text() + "`, more than `" + max.toPlainString() + "`",
                        "write a smaller number")
                : null;
    }

    private static @Nullable BigDecimal decimal(@Nullable Tree tree) {
        if (!(tree instanceof ScalarTree scalar)
                || scalar.isString()
                || scalar.text().length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(scalar.text());
        } catch (NumberFormatException notDecimal) {
            return null;
        }
    }
}
