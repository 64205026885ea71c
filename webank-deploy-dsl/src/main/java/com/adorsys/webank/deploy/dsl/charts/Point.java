package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import org.jspecify.annotations.Nullable;

/**
 * What Helm renders a chart with.
 *
 * @param values the values, merged over the chart's defaults
 * @param release the release's name and namespace
 * @param chartName the chart's name, which is its alias in an umbrella
 * @param isRoot whether it is installed by itself, and is not part of an umbrella
 */
record Point(MapTree values, Release release, String chartName, boolean isRoot) {
    /** The value at a path with dots between its keys; null if it is unset or null. */
    @Nullable
    Tree value(String path) {
        Tree value = Trees.value(values, keys(path));
        return Trees.isNull(value) ? null : value;
    }

    /** The text at a path; empty if it is unset. */
    String text(String path) {
        Tree value = value(path);
        return value == null ? "" : Trees.text(value);
    }

    MapTree map(String path) {
        return Trees.map(value(path));
    }

    boolean isTrue(String path) {
        return Trees.isTrue(values, keys(path));
    }

    long number(String path) {
        return Trees.number(value(path), 0);
    }

    Point with(MapTree changed) {
        return new Point(changed, release, chartName, isRoot);
    }

    Point with(String path, Tree value) {
        return with(Trees.with(values, value, keys(path)));
    }

    /** A copy without the value at a path. */
    Point without(String path) {
        String[] keys = keys(path);
        String[] parent = new String[keys.length - 1];
        System.arraycopy(keys, 0, parent, 0, parent.length);
        String last = keys[keys.length - 1];
        return with(parent.length == 0 ? values.without(last) : Trees.edit(values, map -> map.without(last), parent));
    }

    /** The Go expression of the value at a path. */
    static String expression(String path) {
        String expression = "$.Values";
        for (String key : keys(path)) {
            expression = below(expression, key);
        }
        return expression;
    }

    /** The Go expression of the value at a path, which also works where a part of the path is missing. */
    static String tolerantExpression(String path) {
        String expression = "$.Values";
        for (String key : keys(path)) {
            expression = below(expression.equals("$.Values") ? expression : "(" + expression + ")", key);
        }
        return expression;
    }

    /** A name of a microservice may have hyphens, which Go takes for an operator. */
    private static String below(String expression, String key) {
        return key.indexOf('-') < 0 ? expression + "." + key : "(index " + expression + " \"" + key + "\")";
    }

    static String[] keys(String path) {
        return path.split("\\.", -1);
    }
}
