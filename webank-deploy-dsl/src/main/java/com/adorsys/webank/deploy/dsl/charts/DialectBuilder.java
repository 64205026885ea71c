package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a dialect, with the terms, conditions and features that they bring. */
final class DialectBuilder {
    /** Strings without control characters, which YAML cannot hold in each place, but for tabs and line breaks. */
    static final Shape TEXT =
            Shape.matching("^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff\u2028\u2029]*$");

    private final List<Row> rows = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<ChartRule> rules = new ArrayList<>();
    private final Map<String, Set<String>> reservedKeys = new LinkedHashMap<>();
    private final Map<String, Set<String>> disjointMaps = new LinkedHashMap<>();
    /** The values of the exported model; a row without one has no default. */
    private final MapTree initial;

    DialectBuilder(MapTree initial) {
        this.initial = initial;
    }

    List<Row> rows() {
        return rows;
    }

    List<Term> terms() {
        return terms;
    }

    List<Condition> conditions() {
        return conditions;
    }

    List<Feature> features() {
        return features;
    }

    List<ChartRule> rules() {
        return rules;
    }

    Map<String, Set<String>> reservedKeys() {
        return reservedKeys;
    }

    Map<String, Set<String>> disjointMaps() {
        return disjointMaps;
    }

    MapTree initial() {
        return initial;
    }

    static String expression(String path) {
        return Point.expression(path);
    }

    private @Nullable Tree initial(String path) {
        return Trees.value(initial, Point.keys(path));
    }

    // Values.

    /** A string that must be set. */
    void text(String path, Shape shape, IntFunction<String> sample, String description) {
        add(path, shape, true, ScalarTree.of(sample.apply(0)), description, null);
        terms.add(ofValue(Term.Form.TEXT, path));
        features.add(Feature.of((point, number) -> point.with(path, ScalarTree.of(sample.apply(number)))));
    }

    /** A string that can be empty or unset. */
    void optionalText(String path, Shape shape, IntFunction<String> sample, String description) {
        Condition set = setting(path);
        add(path, shape.nullable(), false, ScalarTree.of(sample.apply(0)), description, set);
        terms.add(ofValue(Term.Form.TEXT, path));
        features.add(Feature.of(
                (point, number) -> point.with(path, ScalarTree.of(sample.apply(number))),
                (point, number) -> point.without(path)));
    }

    /** A string that is only a part of computed ones, and can be empty or unset. */
    void partOfNames(String path, Shape shape, IntFunction<String> sample, String description) {
        chosenText(path, shape, sample.apply(0), description);
        features.add(Feature.of(
                (point, number) -> point.with(path, ScalarTree.of(sample.apply(number))),
                (point, number) -> point.without(path)));
    }

    /** A string that is only a part of computed ones; who calls this chooses it in a feature. */
    Condition chosenText(String path, Shape shape, String example, String description) {
        Condition set = setting(path);
        add(path, shape.nullable(), false, ScalarTree.of(example), description, set);
        return set;
    }

    /** A map that is only a part of computed strings; who calls this chooses it in a feature. */
    void chosenMap(String path, Shape shape, MapTree example, String description) {
        add(path, shape.nullable(), false, example, description, setting(path));
    }

    /** A whole number that must be set; who calls this chooses it in a feature. */
    void number(String path, long least, long most, String description) {
        add(path, Shape.integer(least, most), true, ScalarTree.of(least), description, null);
        terms.add(ofValue(Term.Form.NUMBER, path));
    }

    /** A whole number that can be unset; who calls this chooses it in a feature. */
    void optionalNumber(String path, long least, long most, String description) {
        Condition set = setting(path);
        add(path, Shape.integer(least, most).nullable(), false, ScalarTree.of(least), description, set);
        terms.add(ofValue(Term.Form.NUMBER, path));
    }

    /** A choice. */
    Condition flag(String path, String description) {
        Condition set = setting(path);
        add(path, Shape.bool(), true, ScalarTree.of(true), description, set);
        return set;
    }

    /** Labels or annotations that are added to others. */
    void entries(String path, Shape shape, String prefix, String description) {
        Condition set = setting(path);
        Tree example = MapTree.of(prefix, "value");
        add(path, shape.nullable(), false, example, description, set);
        terms.add(ofValue(Term.Form.ENTRIES, path));
        features.add(Feature.of(
                (point, number) -> point.with(path, sampleEntries(prefix, number)),
                (point, number) -> point.without(path)));
    }

    private static MapTree sampleEntries(String prefix, int number) {
        MapTree.Builder entries = MapTree.builder();
        for (int i = 0; i <= number % 2 + 1; i++) {
            entries.put(prefix + "-" + number + "-" + i, prefix + "-value-" + number + "-" + i);
        }
        return entries.build();
    }

    /** A list whose items are inserted by a template. */
    void items(
            String path,
            Shape item,
            String template,
            Function<Tree, Tree> rendered,
            IntFunction<Tree> sample,
            String description) {
        add(path, Shape.listOf(item).nullable(), false, ListTree.of(sample.apply(0)), description, setting(path));
        inserted(path, template, rendered);
        features.add(Feature.of(
                (point, number) -> point.with(path, sampleItems(sample, number)),
                (point, number) -> point.without(path)));
    }

    /** A list that can be empty, but must be set: a null of an umbrella would not remove the default of its part. */
    void sharedItems(
            String path,
            Shape item,
            String template,
            Function<Tree, Tree> rendered,
            IntFunction<Tree> sample,
            String description) {
        add(path, Shape.listOf(item), true, ListTree.of(sample.apply(0)), description, setting(path));
        inserted(path, template, rendered);
        features.add(Feature.of(
                (point, number) -> point.with(path, sampleItems(sample, number)),
                (point, number) -> point.with(path, ListTree.of())));
    }

    private void inserted(String path, String template, Function<Tree, Tree> rendered) {
        terms.add(new Term(Term.Form.ITEMS, path, expression(path), template, point -> {
            List<Tree> items = new ArrayList<>();
            if (point.value(path) instanceof ListTree list) {
                list.forEach(value -> items.add(rendered.apply(value)));
            }
            return ListTree.of(items);
        }));
    }

    private static ListTree sampleItems(IntFunction<Tree> sample, int number) {
        List<Tree> items = new ArrayList<>();
        for (int i = 0; i <= number % 2 + 1; i++) {
            items.add(sample.apply(number * 10 + i));
        }
        return ListTree.of(items);
    }

    /** A list whose items are inserted as they are. */
    void items(String path, Shape item, IntFunction<Tree> sample, String description) {
        items(path, item, Term.ITSELF, value -> value, sample, description);
    }

    /** A subtree of the Kubernetes API that must be set. */
    void tree(String path, Shape shape, IntFunction<Tree> sample, String description) {
        add(path, shape, true, sample.apply(0), description, null);
        terms.add(ofValue(Term.Form.TREE, path));
        features.add(Feature.of((point, number) -> point.with(path, sample.apply(number))));
    }

    /** A subtree of the Kubernetes API that can be unset. */
    void optionalTree(String path, Shape shape, IntFunction<Tree> sample, String description) {
        Condition set = setting(path);
        add(path, shape.nullable(), false, sample.apply(0), description, set);
        terms.add(ofValue(Term.Form.TREE, path));
        features.add(Feature.of(
                (point, number) -> point.with(path, sample.apply(number)), (point, number) -> point.without(path)));
    }

    private void add(
            String path, Shape shape, boolean isRequired, Tree example, String description, @Nullable Condition set) {
        rows.add(new Row(path, shape, isRequired, initial(path), example, description, set));
    }

    /** Shows another example of a value than the first of its samples. */
    void example(String path, Tree example) {
        rows.replaceAll(row -> row.path().equals(path)
                ? new Row(path, row.shape(), row.isRequired(), row.initial(), example, row.description(), row.set())
                : row);
    }

    private static Term ofValue(Term.Form form, String path) {
        return new Term(form, path, expression(path), Term.ITSELF, point -> point.value(path));
    }

    /** The condition that a value is set, and is neither empty nor false. */
    private Condition setting(String path) {
        return condition(expression(path), point -> {
            Tree value = point.value(path);
            if (value instanceof MapTree map) {
                return !map.isEmpty();
            }
            if (value instanceof ListTree list) {
                return !list.isEmpty();
            }
            return value instanceof ScalarTree scalar
                    && (scalar.isString()
                            ? !scalar.text().isEmpty()
                            : !scalar.text().equals("0") && !scalar.text().equals("false"));
        });
    }

    // Values of parts.

    /** The values of a part, which its own chart checks. */
    void section(String name, String description) {
        Shape shape = Shape.object().open().build();
        add(name, shape, true, MapTree.of(), description, null);
    }

    /** The port of a part, which its own chart has a row for. */
    void portOf(String path) {
        terms.add(ofValue(Term.Form.NUMBER, path));
    }

    /** A value that all charts of a release have, and that parts insert. */
    void shared(Row row) {
        rows.add(row);
    }

    // What is computed.

    /** A computed string. */
    void term(String expression, Function<Point, String> value) {
        terms.add(new Term(Term.Form.TEXT, "", expression, Term.ITSELF, point -> {
            String text = value.apply(point);
            return text.isEmpty() ? null : ScalarTree.of(text);
        }));
    }

    Condition condition(String expression, Predicate<Point> holds) {
        Condition condition = new Condition(expression, holds);
        conditions.add(condition);
        return condition;
    }

    void feature(Feature.Variant... variants) {
        features.add(Feature.of(variants));
    }

    /** Keys that a map must not have, in addition to those that templates write beside its own. */
    void reserve(String path, Set<String> keys) {
        reservedKeys.put(path, keys);
    }

    /** Two maps that must have no key in common, also where templates do not write them beside each other. */
    void disjoint(String path, String other) {
        disjointMaps.computeIfAbsent(path, key -> new TreeSet<>()).add(other);
    }

    void rule(ChartRule rule) {
        rules.add(rule);
    }
}
