package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** The values. */
    List<Row> rows();

    /** What templates insert. */
    List<Term> terms();

    /** What decides on objects and fields. */
    List<Condition> conditions();

    /** What is chosen by values. */
    List<Feature> features();

    /** Rules between values. */
    List<ChartRule> rules();

    /** The keys that maps must not have, by the maps' paths. */
    Map<String, Set<String>> reservedKeys();

    /** The maps that have no key in common: the paths of some, by the path of another, which comes first in the alphabet. */
    Map<String, Set<String>> disjointMaps();

    /** The templates of functions. */
    String functions();

    /** The values of the exported model. */
    Point initial();

    /** Everything that the model renders, for all parts together. */
    ManifestSet render(Point point);

    /**
     * The objects that the templates of this chart render, without those of its parts.
     *
     * @return by the names of their templates, such as {@code deployment}
     */
    Map<String, MapTree> objects(Point point);

    /**
     * Checks that the values of the exported model render what it renders itself.
     *
     * @throws com.adorsys.webank.deploy.core.DeployException.InvalidInput with each object that differs
     */
    void checkDefaults();
}
