package com.adorsys.webank.deploy.dsl.internal;

import java.util.Set;

/** The labels that every object gets; settings cannot change them. */
public final class StandardLabels {
    /** The component's name; one of the two selector labels. */
    public static final String NAME = "app.kubernetes.io/name";

    /** The release's name; the other selector label. */
    public static final String INSTANCE = "app.kubernetes.io/instance";

    /** The tool that manages the object. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** The version of the component's image. */
    public static final String VERSION = "app.kubernetes.io/version";

    /** The application that the component belongs to; in the hardened posture. */
    public static final String PART_OF = "app.kubernetes.io/part-of";

    /** The chart and its version; in the chart posture. */
    public static final String CHART = "helm.sh/chart";

    private static final Set<String> ALL = Set.of(NAME, INSTANCE, MANAGED_BY, VERSION, PART_OF, CHART);

    private StandardLabels() {}

    /** The keys of all of them. */
    public static Set<String> all() {
        return ALL;
    }

    /** Whether a key is that of such a label. */
    public static boolean has(String key) {
        return ALL.contains(key);
    }
}
