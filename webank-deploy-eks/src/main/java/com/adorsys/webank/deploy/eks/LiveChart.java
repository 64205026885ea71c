package com.adorsys.webank.deploy.eks;

/**
 * The version of a chart that runs, as the labels of its objects say.
 *
 * @param name of the chart, or its alias in the chart that contains it
 * @param version of the chart
 * @param appVersion of the application that the chart states; empty if the label is missing
 */
public record LiveChart(String name, String version, String appVersion) {
    /** {@code obs 1.3.0 (app version 1.0.0)}. */
    @Override
    public String toString() {
        return name + " " + version + (appVersion.isEmpty() ? "" : " (app version " + appVersion + ")");
    }
}
