/**
 * Helm charts made from the model.
 *
 * <p>A chart has a table of values, one {@code Row} each. Its templates are not written: the model is rendered with values that
 * differ in every row, in each case that conditions tell apart, and where the renderings differ stands a value.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.charts.WebankCharts} is the way in. {@link com.adorsys.webank.deploy.dsl.charts.KnownCharts} tells
 * values of these charts from values of those that they replace.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.charts;

import org.jspecify.annotations.NullMarked;
