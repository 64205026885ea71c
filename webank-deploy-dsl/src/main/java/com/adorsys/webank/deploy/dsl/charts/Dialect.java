package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Map;

/** The values of one exported chart: a row for each, from which its schema, its documentation, its templates and its reader arise. */
interface Dialect {
    /** The chart's name. */
    String chartName();

    /** What the chart installs, a sentence. */
    String description();

    /** The template of what Helm prints after an installation. */
    String notes();

    /** What the README says before the table of values. */
    String introduction();

    /** The charts that are parts of this one, by their names in it. */
    default Map<String, ? extends Dialect> parts() {
        return Map.of();
    }

    /** What the chart of a part is rendered with. */
    default Point section(Point point, String part) {
        throw new IllegalArgumentException("no part " + part);
    }

    /** The table of values, with what arises from its rows. */
    DialectBuilder table();

    /** The values. */
    default List<Row> rows() {
        return table().rows();
    }

    /** The templates of functions. */
    String functions();

    /** The values of the exported model. */
    default Point initial() {
        return new Point(table().initial(), Release.of("release", "namespace"), chartName(), true);
    }

    /** The path of the value that the model refuses; empty if it is not known. */
    String refused(Point point, String modelPath);

    /** Everything that the model renders, for all parts together. */
    ManifestSet render(Point point);

    /**
     * The objects that this chart renders, without those of its parts.
     *
     * @return by the names of their templates, such as {@code deployment}
     */
    Map<String, MapTree> objects(Point point);

    /**
     * The objects that Helm makes only for a while, such as for {@code helm test}. They are no part of what is rendered.
     *
     * @return by the names of their templates
     */
    default Map<String, MapTree> hooks(Point point) {
        return Map.of();
    }

    /** What all templates of this chart render: its objects, and its hooks. */
    default Map<String, MapTree> templates(Point point) {
        return objects(point);
    }

    /**
     * Checks that the values of the exported model render what it renders itself.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput with each object that differs
     */
    void checkDefaults();
}
