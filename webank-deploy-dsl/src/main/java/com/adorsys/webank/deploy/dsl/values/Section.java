package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one chart, alone or as a part of the umbrella, for the checks.
 *
 * <p>Values of wrong types count as missing: the shape of the values has already reported them.
 */
final class Section {
    final Chart chart;
    /** The path of the section; empty for the root of the values. */
    final String base;

    final MapTree values;
    final MapTree userValues;
    private final List<Problem> problems;

    Section(Chart chart, String base, MapTree values, MapTree userValues, List<Problem> problems) {
        this.chart = chart;
        this.base = base;
        this.values = values;
        this.userValues = userValues;
        this.problems = problems;
    }

    boolean isAlone() {
        return base.isEmpty();
    }

    /** The value of {@code .Chart.Name}. */
    String chartName() {
        return isAlone() ? chart.chartName() : chart.alias();
    }

    String path(String... keys) {
        String path = base;
        for (String key : keys) {
            path = TreePath.child(path, key);
        }
        return path;
    }

    @Nullable
    Tree value(String... keys) {
        return Trees.value(values, keys);
    }

    MapTree map(String... keys) {
        return Trees.map(values, keys);
    }

    ListTree list(String key) {
        return Trees.list(values, key);
    }

    /** A string without expressions; empty if there is none. */
    String text(String... keys) {
        return text(value(keys));
    }

    static String text(@Nullable Tree tree) {
        return tree instanceof ScalarTree scalar && TemplateEvaluation.hasExpression(scalar) ? "" : Trees.text(tree);
    }

    /** A non-negative whole number; -1 if there is none. */
    long number(String... keys) {
        return number(value(keys));
    }

    static long number(@Nullable Tree tree) {
        return Math.max(-1, Trees.number(tree, -1));
    }

    boolean isTrue(String... keys) {
        return Trees.isTrue(values, keys);
    }

    /** Whether the user's values set a path to something other than null. */
    boolean userSets(String... keys) {
        return Trees.isSet(userValues, keys);
    }

    /** Whether the user's values set a path to null. */
    boolean userSetsNull(String... keys) {
        return Trees.isNull(Trees.value(userValues, keys));
    }

    void error(String code, String path, String what, String remedy) {
        problems.add(Problem.error(code, Location.of(path), what, remedy));
    }

    void warning(String code, String path, String what, String remedy) {
        problems.add(Problem.warning(code, Location.of(path), what, remedy));
    }
}
