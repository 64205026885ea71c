package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import java.util.Map;

/** The values of one exported chart: a row for each, from which its schema, its documentation, its templates and its reader arise. */
interface Dialect {
    /** The chart's name. */
    String chartName();

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

    /** The templates of functions. */
    String functions();

    /** The values of the exported model. */
    Point initial();

    /**
     * The objects that the model renders.
     *
     * @return by the names of their templates, such as {@code deployment}
     */
    Map<String, MapTree> objects(Point point);
}
