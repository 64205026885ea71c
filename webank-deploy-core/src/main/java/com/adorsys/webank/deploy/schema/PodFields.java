package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.core.Names;
import java.util.List;
import java.util.Locale;

/**
 * The fields of a pod that a variable or a file can hold.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields">Downward API</a>
 */
final class PodFields {
    private static final List<String> NAMES = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "metadata.labels",
            "metadata.annotations",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    /** All of them, as a message names them. */
    static final String LISTED =
            "`" + String.join("`, `", NAMES) + "`, and one label or annotation as in" + " `metadata.labels['app']`";

    private PodFields() {}

    static boolean contain(String text) {
        int bracket = text.indexOf("['");
        if (bracket <= 0 || !text.endsWith("']") || text.length() < bracket + 4) {
            // An old name of the node, which the API server still knows.
            return NAMES.contains(text) || text.equals("spec.host");
        }
        String key = text.substring(bracket + 2, text.length() - 2);
        return switch (text.substring(0, bracket)) {
            case "metadata.labels" -> Names.labelKey(key).isEmpty();
            case "metadata.annotations" ->
                Names.labelKey(key.toLowerCase(Locale.ROOT)).isEmpty();
            default -> false;
        };
    }
}
