/**
 * Values in the format of the charts that this library replaces: read, merged over their defaults, checked, and turned
 * into the model.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.values.ChartValues} is the way in. {@code ChartTables} has a row for each value,
 * whose {@code Setting} reads it into the model and writes it back; the stages of reading are {@code MergedValues}, {@code EvaluatedValues}, {@code NormalValues} and {@code FinishedValues}.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.values;

import org.jspecify.annotations.NullMarked;
