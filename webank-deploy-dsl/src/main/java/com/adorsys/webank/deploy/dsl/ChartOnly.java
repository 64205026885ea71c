package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.internal.ReadPart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a component or a Webank that chart values have and the model does not. Immutable; created by {@link
 * ReadComponents} only.
 *
 * @param fromValues whether it was read from values, which contain all labels and annotations of its Service and
 *     Ingress
 * @param readLabels the labels read from the values; labels added later also go to the Service and the Ingress
 * @param readAnnotations the annotations read from the values
 * @param replicas the number of replicas that the chart writes if it differs from the model's; {@link ReadPart#UNWRITTEN} for
 *     none
 * @param databaseSecret the data of the Secret that the chart creates from a literal password; confidential
 * @param env the user app's variables unchanged, including references to Secrets
 * @param envFrom the user app's {@code envFrom}
 * @param servicePort the Service's target port if the chart's container listens on another port
 * @param unwritten the fields that have a default in the model and that a null in the values removes
 */
record ChartOnly(
        boolean fromValues,
        Map<String, String> readLabels,
        Map<String, String> readAnnotations,
        @Nullable Integer replicas,
        @Nullable LiteralPassword databaseSecret,
        @Nullable ListTree env,
        @Nullable ListTree envFrom,
        @Nullable Integer servicePort,
        Set<String> unwritten) {
    static final ChartOnly NONE = new ChartOnly(false, Map.of(), Map.of(), null, null, null, null, null, Set.of());

    /** Settings of a component that was read from values with these labels and annotations. */
    static ChartOnly fromValues(Map<String, String> labels, Map<String, String> annotations) {
        return new ChartOnly(true, labels, annotations, null, null, null, null, null, Set.of());
    }

    /**
     * A literal password, used as long as the component's database refers to it.
     *
     * @param password the reference to it in the component's database
     * @param data the data of the Secret; confidential
     */
    record LiteralPassword(SecretKeyRef password, MapTree data) {
        /** The reference to the password, without the password. */
        @Override
        public String toString() {
            return password.toString();
        }
    }

    /** Whether there are such settings; no values. */
    @Override
    public String toString() {
        return fromValues ? "read from chart values" : "nothing";
    }
}
