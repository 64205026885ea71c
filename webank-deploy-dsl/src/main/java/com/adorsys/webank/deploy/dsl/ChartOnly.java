package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the charts' values can say about a component or a Webank and the model cannot. Immutable; made by {@link ChartModel} alone.
 *
 * @param made whether the component was read from values, whose Service and Ingress labels and annotations are complete
 * @param readLabels the labels that it was read with; a label that was added since goes to the Service and the Ingress too
 * @param readAnnotations the annotations that it was read with
 * @param replicas the number of pods that the chart writes where the model says otherwise; {@link #UNWRITTEN} for none
 * @param databaseSecret the data of the Secret that the chart makes from a literal password; a secret
 * @param env the user app's variables as they are, references to Secrets among them
 * @param envFrom the user app's sources of variables
 * @param servicePort the Service's target where the chart's container listens elsewhere
 * @param unwritten the fields with a default in the model that a null in the values leaves out
 */
record ChartOnly(
        boolean made,
        Map<String, String> readLabels,
        Map<String, String> readAnnotations,
        @Nullable Integer replicas,
        @Nullable LiteralPassword databaseSecret,
        @Nullable ListTree env,
        @Nullable ListTree envFrom,
        @Nullable Integer servicePort,
        Set<String> unwritten) {
    static final ChartOnly NONE = new ChartOnly(false, Map.of(), Map.of(), null, null, null, null, null, Set.of());

    /** What was read from values with these labels and annotations. */
    static ChartOnly made(Map<String, String> labels, Map<String, String> annotations) {
        return new ChartOnly(true, labels, annotations, null, null, null, null, null, Set.of());
    }

    /**
     * A literal password, which counts as long as the component's database refers to it.
     *
     * @param password where the component's database has it
     * @param data the data of the Secret; a secret
     */
    record LiteralPassword(SecretKeyRef password, MapTree data) {
        /** Where the password is; not what it is. */
        @Override
        public String toString() {
            return password.toString();
        }
    }

    /** The value of {@link #replicas} that stands for no replicas in the Deployment. */
    static final int UNWRITTEN = -1;

    static final String PULL_POLICY = "imagePullPolicy";
    static final String MIN_REPLICAS = "minReplicas";

    ChartOnly withReplicas(int count) {
        return new ChartOnly(
                made, readLabels, readAnnotations, count, databaseSecret, env, envFrom, servicePort, unwritten);
    }

    ChartOnly withDatabaseSecret(SecretKeyRef password, MapTree data) {
        return new ChartOnly(
                made,
                readLabels,
                readAnnotations,
                replicas,
                new LiteralPassword(password, data),
                env,
                envFrom,
                servicePort,
                unwritten);
    }

    ChartOnly withEnv(ListTree variables) {
        return new ChartOnly(
                made,
                readLabels,
                readAnnotations,
                replicas,
                databaseSecret,
                variables,
                envFrom,
                servicePort,
                unwritten);
    }

    ChartOnly withEnvFrom(ListTree sources) {
        return new ChartOnly(
                made, readLabels, readAnnotations, replicas, databaseSecret, env, sources, servicePort, unwritten);
    }

    ChartOnly withServicePort(int port) {
        return new ChartOnly(
                made, readLabels, readAnnotations, replicas, databaseSecret, env, envFrom, port, unwritten);
    }

    ChartOnly without(String field) {
        Set<String> fields = new HashSet<>(unwritten);
        fields.add(field);
        return new ChartOnly(
                made,
                readLabels,
                readAnnotations,
                replicas,
                databaseSecret,
                env,
                envFrom,
                servicePort,
                Set.copyOf(fields));
    }

    /** Whether there are such parts; no values. */
    @Override
    public String toString() {
        return made ? "read from chart values" : "nothing";
    }
}
