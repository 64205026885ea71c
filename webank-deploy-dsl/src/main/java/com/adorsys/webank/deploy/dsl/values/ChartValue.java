package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.ShapeBuilder;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A value of a chart: a row of {@link ChartTables}. A map has rows of its own. Reading, writing, shapes, defaults, checks of single
 * values, warnings of ignored keys and the reference page are derived from it.
 *
 * <p>Only {@link ChartTables} changes a row, before anybody else sees it.
 */
final class ChartValue {
    /** What holds for a value beyond its shape. */
    enum Trait {
        /** An empty text, or for a number 0, is the same as no value. */
        UNSET_IF_EMPTY,
        /** The text is the name of an object. */
        NAME,
        /** The text is a key of a Secret. */
        DATA_KEY,
        /** It is also written if it is the default: environments differ in it, or it belongs to what is written. */
        ALWAYS_WRITTEN,
        /** The map has keys without a row. */
        OPEN
    }

    final String key;
    final ValueType type;
    /** How it is read into the model and written back; null if its map says that. */
    private @Nullable Setting setting;
    /** One sentence for the reference page. */
    final String meaning;
    /** The rows of a map, by key. */
    final Map<String, ChartValue> rows = new LinkedHashMap<>();

    private final Map<String, String> misplaced = new LinkedHashMap<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private @Nullable Tree fallback;
    private @Nullable MapTree computed;
    private String example = "";
    private String remedy = "";
    private String name = "";
    /** Why the chart needs the value; empty if it does not. */
    String required = "";
    /** What a user is told of a value that the chart ignores; empty if it does not. */
    String ignored = "";

    String instead = "";
    /** Why a value of the model is not written; empty if it is. */
    String refusal = "";

    String alternative = "";

    private ChartValue(String key, ValueType type, @Nullable Tree fallback, String meaning) {
        this.key = key;
        this.type = type;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** A row with the chart's default. */
    static ChartValue row(String key, ValueType type, Tree fallback, String meaning) {
        return new ChartValue(key, type, fallback, meaning);
    }

    static ChartValue row(String key, ValueType type, String fallback, String meaning) {
        return row(key, type, ScalarTree.of(fallback), meaning);
    }

    static ChartValue row(String key, ValueType type, long fallback, String meaning) {
        return row(key, type, ScalarTree.of(fallback), meaning);
    }

    static ChartValue row(String key, ValueType type, boolean fallback, String meaning) {
        return row(key, type, ScalarTree.of(fallback), meaning);
    }

    /** A row of a key that the chart's {@code values.yaml} does not have. */
    static ChartValue row(String key, ValueType type, String meaning) {
        return new ChartValue(key, type, null, meaning);
    }

    /** A row of a map, whose default has the defaults of its rows. */
    static ChartValue map(String key, String meaning, ChartValue... rows) {
        return new ChartValue(key, ValueType.MAP, null, meaning).with(rows);
    }

    ChartValue with(ChartValue... more) {
        for (ChartValue row : more) {
            rows.put(row.key, row);
        }
        return this;
    }

    /** Keys that users expect, with a space between two, and what to do instead. */
    ChartValue misplaced(String advice, String keys) {
        StringTokenizer each = new StringTokenizer(keys);
        while (each.hasMoreTokens()) {
            misplaced.put(each.nextToken(), advice);
        }
        return this;
    }

    ChartValue example(String text) {
        example = text;
        return this;
    }

    ChartValue remedy(String text) {
        remedy = text;
        return this;
    }

    ChartValue required() {
        return required("it is required");
    }

    ChartValue required(String why) {
        required = why;
        return this;
    }

    ChartValue ignored(String what, String advice) {
        ignored = what;
        instead = advice;
        setting = setting == null ? Setting.IGNORED : setting;
        return this;
    }

    /** Refuses to write a value of the model. */
    ChartValue refused(String why, String advice) {
        refusal = why;
        alternative = advice;
        return this;
    }

    /** What the value, or the values of a map together, set in the model. */
    ChartValue sets(Setting inModel) {
        setting = inModel;
        return this;
    }

    ChartValue is(Trait... more) {
        traits.addAll(List.of(more));
        return this;
    }

    /** What problems call the map. */
    ChartValue named(String words) {
        name = words;
        return this;
    }

    /** A default other than that of the rows. */
    ChartValue defaults(MapTree tree) {
        fallback = tree;
        return this;
    }

    /** The row of a key. */
    ChartValue at(String wanted) {
        ChartValue row = rows.get(wanted);
        if (row == null) {
            throw new IllegalArgumentException(key + " has no row " + wanted);
        }
        return row;
    }

    /** The chart's default; null if its {@code values.yaml} does not have the key. */
    @Nullable
    Tree fallback() {
        if (type != ValueType.MAP || fallback != null) {
            return fallback;
        }
        MapTree map = mapFallback();
        return map.isEmpty() ? null : map;
    }

    /** The defaults of a map's rows. Not synchronized: two threads compute equal ones. */
    MapTree mapFallback() {
        MapTree known = computed;
        if (known == null) {
            MapTree.Builder map = MapTree.builder(rows.size());
            for (ChartValue row : rows.values()) {
                Tree value = row.fallback();
                if (value != null) {
                    map.put(row.key, value);
                }
            }
            known = map.build();
            computed = known;
        }
        return known;
    }

    /** Whether the chart ignores a value that it has a default for, so that only the user's own value is reported. */
    boolean isIgnoredIfSet() {
        return !ignored.isEmpty() && !isIgnoredByShape();
    }

    private boolean isIgnoredByShape() {
        Tree value = fallback();
        return !ignored.isEmpty() && (value == null || value instanceof ScalarTree scalar && scalar.isNull());
    }

    /** The shape of a value of this row. What is the chart's own default is not checked, so that its description is not loaded. */
    Shape shape(@Nullable Tree value) {
        if (type.isField() && value != null && value.equals(fallback)) {
            return Shape.any();
        }
        if (type == ValueType.MAP || !misplaced.isEmpty()) {
            return object(value instanceof MapTree map ? map : MapTree.of());
        }
        Shape shape = example.isEmpty() ? type.shape() : type.shape().example(example);
        return remedy.isEmpty() ? shape : shape.remedy(remedy);
    }

    private Shape object(MapTree values) {
        ShapeBuilder object = Shape.object().nullIsUnset();
        if (type != ValueType.MAP) {
            object.fieldsOf(type.shape());
        }
        if (!name.isEmpty()) {
            object.named(name);
        }
        for (ChartValue row : rows.values()) {
            Shape shape = row.shape(values.get(row.key));
            if (row.isIgnoredByShape()) {
                object.ignored(row.key, shape, row.ignored, row.instead);
            } else {
                object.field(row.key, shape);
            }
        }
        for (Map.Entry<String, String> wrong : misplaced.entrySet()) {
            object.misplaced(wrong.getKey(), wrong.getValue());
        }
        return isOpen() ? object.open().build() : object.build();
    }

    /**
     * What it sets in the model.
     *
     * @param ofMap what the map sets that the row is in
     */
    Setting setting(Setting ofMap) {
        if (setting != null) {
            return setting;
        }
        boolean isOfMap = ofMap != Setting.ROWS && ofMap != Setting.COMPONENT;
        if (!isOfMap && type != ValueType.MAP) {
            throw new IllegalStateException("`" + key + "` is neither read nor ignored");
        }
        return isOfMap ? Setting.IN_MAP : Setting.ROWS;
    }

    /** Whether a value of the model is written. */
    boolean isWritten(Tree value) {
        return traits.contains(Trait.ALWAYS_WRITTEN) || !value.equals(fallback());
    }

    /** Whether the map has keys without a row. */
    boolean isOpen() {
        return traits.contains(Trait.OPEN);
    }

    /** What is wrong with a text of this row, beyond its shape. */
    Optional<String> complaint(String text) {
        return traits.contains(Trait.NAME)
                ? Names.subdomain(text)
                : traits.contains(Trait.DATA_KEY) ? Names.dataKey(text) : Optional.empty();
    }

    /** Whether a value is the same as none. */
    boolean isUnset(@Nullable Tree value) {
        return traits.contains(Trait.UNSET_IF_EMPTY)
                && value instanceof ScalarTree scalar
                && (type.isNumber()
                        ? Section.number(scalar) == 0
                        : scalar.isString() && scalar.text().isEmpty());
    }

    /** Whether a key of a map's rows, at any depth, is that of a number. */
    boolean hasNumber(String wanted) {
        for (ChartValue row : rows.values()) {
            if (row.type.isNumber() && row.key.equals(wanted) || row.hasNumber(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The keys of a map's rows. */
    List<String> keys() {
        return List.copyOf(rows.keySet());
    }
}
