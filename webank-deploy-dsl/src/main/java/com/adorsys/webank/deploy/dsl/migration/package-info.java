/**
 * Java made from values of the charts.
 *
 * <p>{@link com.adorsys.webank.deploy.dsl.migration.Migration} is the way in. {@code Expressions} has the code of each type of the
 * model, {@code SettingsSource} writes the settings of a component that differ from their defaults, and {@code CodeLayout} breaks the
 * code into lines.
 */
@NullMarked
package com.adorsys.webank.deploy.dsl.migration;

import org.jspecify.annotations.NullMarked;
