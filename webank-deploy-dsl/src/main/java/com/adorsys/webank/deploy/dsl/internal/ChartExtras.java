package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the charts' values say of a part, and the model does not.
 *
 * @param labels the common labels in the values
 * @param annotations the common annotations in the values
 * @param replicas the number of pods that the chart writes beside an autoscaler, or {@link #UNWRITTEN}; empty if the
 *     model says it
 * @param databaseSecret the data of the Secret that the chart creates from a literal password; confidential
 * @param env the user app's variables unchanged, where the model cannot hold them
 * @param envFrom the user app's {@code envFrom}
 * @param servicePort the Service's target port, if the chart's container listens on another port
 * @param unwritten the fields that have a default in the model and that a null in the values removes
 */
public record ChartExtras(
        Map<String, String> labels,
        Map<String, String> annotations,
        OptionalInt replicas,
        Optional<MapTree> databaseSecret,
        Optional<ListTree> env,
        Optional<ListTree> envFrom,
        OptionalInt servicePort,
        Set<String> unwritten) {
    /** The number of pods for a Deployment without {@code replicas}. */
    public static final int UNWRITTEN = -1;

    /** The field for a null {@code image.pullPolicy}. */
    public static final String PULL_POLICY = "imagePullPolicy";

    /** The field for a null {@code autoscaling.minReplicas}. */
    public static final String MIN_REPLICAS = "minReplicas";

    /** Nothing but labels and annotations. */
    public static ChartExtras of(Map<String, String> labels, Map<String, String> annotations) {
        return new ChartExtras(
                labels,
                annotations,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Set.of());
    }

    /** No values. */
    @Override
    public String toString() {
        return "read from chart values";
    }
}
