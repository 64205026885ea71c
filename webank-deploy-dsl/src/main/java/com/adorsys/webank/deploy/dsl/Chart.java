package com.adorsys.webank.deploy.dsl;

import java.util.Optional;

/** The charts that this library replaces. */
public enum Chart {
    /** The umbrella chart. */
    WEBANK("webank", "webank", "1.2.0-rc.2", "1.16.0"),
    /** The online-banking backend. */
    WEBANK_OBS("webank-obs", "obs", "1.2.0", "1.0.0"),
    /** The registration service. */
    WEBANK_PRS("webank-prs", "prs", "1.0.0", "1.0.0"),
    /** The web front end. */
    WEBANK_USERAPP("webank-userapp", "userapp", "1.0.1", "1.0.0");

    private final String chartName;
    private final String alias;
    private final String version;
    private final String appVersion;

    Chart(String chartName, String alias, String version, String appVersion) {
        this.chartName = chartName;
        this.alias = alias;
        this.version = version;
        this.appVersion = appVersion;
    }

    /** The name in {@code Chart.yaml}. */
    public String chartName() {
        return chartName;
    }

    /** The chart's key in the umbrella's values, also used in the names of its objects. */
    public String alias() {
        return alias;
    }

    String version() {
        return version;
    }

    String appVersion() {
        return appVersion;
    }

    /** The chart of a name. */
    public static Optional<Chart> named(String chartName) {
        for (Chart chart : values()) {
            if (chart.chartName.equals(chartName)) {
                return Optional.of(chart);
            }
        }
        return Optional.empty();
    }
}
