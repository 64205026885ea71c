package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The versions of the charts that the chart posture renders. They appear in the labels {@code helm.sh/chart} and {@code
 * app.kubernetes.io/version}, also on pods. Immutable.
 */
public final class ChartVersions {
    private static final ChartVersions DEFAULTS = new ChartVersions(new EnumMap<>(Chart.class));

    private record Version(String chart, String app) {}

    private final Map<Chart, Version> others;

    private ChartVersions(Map<Chart, Version> others) {
        this.others = others;
    }

    /** The default versions: webank 1.2.0-rc.2, webank-obs 1.2.0, webank-prs 1.0.0 and webank-userapp 1.0.1. */
    public static ChartVersions defaults() {
        return DEFAULTS;
    }

    /**
     * A copy with another version of one chart.
     *
     * @param version the chart's version
     * @param appVersion the version of the application that the chart states
     */
    public ChartVersions with(Chart chart, String version, String appVersion) {
        Map<Chart, Version> changed = new EnumMap<>(Chart.class);
        changed.putAll(others);
        changed.put(chart, new Version(version, appVersion));
        return new ChartVersions(changed);
    }

    /** A warning for each chart whose version is not the default; it names the labels that differ. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        others.forEach((chart, version) -> {
            if (!version.chart().equals(chart.version()) || !version.app().equals(chart.appVersion())) {
                problems.add(Problem.warning(
                        ProblemCodes.CHART_VERSION,
                        Location.of("posture." + chart.chartName()),
                        "the labels `helm.sh/chart` and `app.kubernetes.io/version` of " + chart.chartName() + " "
                                + version.chart() + " differ from those of " + chart.version()
                                + ", the version whose output was compared with Helm's",
                        "Expect every pod of it to restart when it is applied over the other version"));
            }
        });
        return problems;
    }

    String version(Chart chart) {
        Version other = others.get(chart);
        return other == null ? chart.version() : other.chart();
    }

    String appVersion(Chart chart) {
        Version other = others.get(chart);
        return other == null ? chart.appVersion() : other.app();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChartVersions that && others.equals(that.others);
    }

    @Override
    public int hashCode() {
        return others.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Chart chart : Chart.values()) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(chart.chartName())
                    .append(' ')
                    .append(version(chart));
        }
        return text.toString();
    }
}
