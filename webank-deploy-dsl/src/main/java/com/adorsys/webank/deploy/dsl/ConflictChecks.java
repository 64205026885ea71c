package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Checks for two settings of the same thing. */
final class ConflictChecks {
    private static final String CLASS = "kubernetes.io/ingress.class";

    private final ValueChecks checks;

    ConflictChecks(ValueChecks checks) {
        this.checks = checks;
    }

    void error(String field, String what, String remedy) {
        checks.error(ProblemCodes.SETTING_CONFLICT, field, what, remedy);
    }

    void distinct(String field, List<String> names) {
        checks.distinct(field, names);
    }

    /** Paths that differ only in a trailing slash are the same. */
    void distinctPaths(String field, List<String> paths) {
        Set<String> exact = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (String path : paths) {
            String plain = path;
            while (plain.length() > 1 && plain.endsWith("/")) {
                plain = plain.substring(0, plain.length() - 1);
            }
            // Duplicates were reported above.
            if (exact.add(path) && !seen.add(plain)) {
                error(
                        field,
                        Problem.quote(path) + " is given twice, with and without a trailing slash",
                        "Remove one of them");
            }
        }
    }

    /**
     * Reports labels that this library sets itself.
     *
     * @param read whether they come from values, which may repeat selector labels with the same value
     */
    void notStandard(String field, Map<String, String> labels, boolean read) {
        for (String key : labels.keySet()) {
            switch (key) {
                case StandardLabels.NAME -> {
                    if (!read) {
                        selector(field, key, "Use nameOverride for another name, or another label");
                    }
                }
                case StandardLabels.INSTANCE -> {
                    if (!read) {
                        selector(field, key, "It is the release's name: use another label");
                    }
                }
                case StandardLabels.VERSION -> standard(field, key, "Remove it: it follows the image");
                default -> {
                    if (StandardLabels.has(key)) {
                        standard(field, key, "Remove it, or use another label");
                    }
                }
            }
        }
    }

    private void selector(String field, String key, String remedy) {
        checks.error(
                ProblemCodes.SELECTOR_LABEL,
                field,
                "`" + key + "` would differ from what the Service and the Deployment select",
                remedy);
    }

    private void standard(String field, String key, String remedy) {
        error(field, "`" + key + "` is a label that this library sets", remedy);
    }

    /** Reports annotations with the key of such a label, since the charts also write annotations to pods as labels. */
    void notLabels(String field, Map<String, String> annotations) {
        for (String key : new TreeMap<>(annotations).keySet()) {
            if (StandardLabels.has(key)) {
                error(
                        field,
                        "`" + key + "` is a label that this library sets, and annotations become labels of the pods",
                        "Use another key");
            }
        }
    }

    /**
     * Reports keys that another setting sets to a different value. Values are not shown, since annotations may be
     * confidential.
     */
    void agree(String field, Map<String, String> here, String elsewhere, Map<String, String> there) {
        for (Map.Entry<String, String> entry : new TreeMap<>(here).entrySet()) {
            String other = there.get(entry.getKey());
            if (other != null && !other.equals(entry.getValue())) {
                error(
                        field,
                        Problem.quote(entry.getKey()) + " has a different value in " + elsewhere,
                        "Set it in one of the two");
            }
        }
    }

    /** Reports annotations of an Ingress that its settings set to a different value. */
    void agreeWithIngress(String field, Map<String, String> annotations, Ingress settings) {
        agree(field, annotations, "the settings of `ingress`", all(settings));
    }

    /**
     * Reports annotations of a Service that the load balancer's settings set to a different value; the Service's would
     * win.
     */
    void agreeWithLoadBalancer(String field, Map<String, String> annotations, Ingress settings) {
        if (settings instanceof AlbIngress) {
            Map<String, String> written = all(settings);
            written.keySet().removeIf(key -> !key.startsWith(AlbIngress.PREFIX));
            agree(field, annotations, "the settings of `ingress`", written);
        }
    }

    /** Every annotation that the settings control, including those they leave out. */
    private static Map<String, String> all(Ingress settings) {
        Map<String, String> all = new TreeMap<>(settings.allAnnotations());
        if (settings instanceof AlbIngress balancer && balancer.http() == AlbIngress.Http.SERVED) {
            all.put(AlbIngress.PREFIX + "ssl-redirect", "");
        }
        return all;
    }

    /** Reports an Ingress with both a class and the old class annotation, which Kubernetes rejects. */
    void oneClass(String field, Ingress ingress, Map<String, String> annotations) {
        if (ingress.ingressClass().isPresent() && annotations.containsKey(CLASS)) {
            error(field, "`" + CLASS + "` is set in addition to the ingress class", "Remove the annotation");
        }
    }
}
