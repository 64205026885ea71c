package com.adorsys.webank.deploy.dsl.internal;

import org.jspecify.annotations.Nullable;

/** The names that the charts create, by the rules of bitnami's {@code common} chart, on which they are based. */
public final class ChartNames {
    private static final int LONGEST = 63;

    private ChartNames() {}

    /** The name of the objects: an override, or the release's name and the chart's name. */
    public static String fullname(String release, String name, @Nullable String fullnameOverride) {
        if (fullnameOverride != null && !fullnameOverride.isEmpty()) {
            return cut(fullnameOverride);
        }
        return cut(release.contains(name) ? release : release + "-" + name);
    }

    /** The name of objects that no chart renders: the release's name and their own name. */
    public static String joined(String release, String name) {
        return cut(release + "-" + name);
    }

    /** The name in labels and selectors: an override, or the chart's name. */
    public static String name(String chart, @Nullable String nameOverride) {
        return cut(nameOverride == null || nameOverride.isEmpty() ? chart : nameOverride);
    }

    /** The value of {@code helm.sh/chart}. */
    public static String chartLabel(String chart, String version) {
        return cut(chart + "-" + version.replace('+', '_'));
    }

    private static String cut(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return head.endsWith("-") ? head.substring(0, head.length() - 1) : head;
    }
}
