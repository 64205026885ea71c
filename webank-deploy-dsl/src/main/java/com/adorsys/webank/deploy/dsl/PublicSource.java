package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source of public environment variables of the user app: a ConfigMap or a field of the pod, never a Secret. Every
 * visitor can read these variables. Immutable.
 */
public final class PublicSource {
    private final @Nullable EnvVar variable;
    private final @Nullable EnvFrom all;

    private PublicSource(@Nullable EnvVar variable, @Nullable EnvFrom all) {
        this.variable = variable;
        this.all = all;
    }

    /** Every key of a ConfigMap in the component's namespace. */
    public static PublicSource configMap(String name) {
        return new PublicSource(null, EnvFrom.configMap(name));
    }

    /** One variable, whose value is a key of a ConfigMap in the component's namespace. */
    public static PublicSource configMapKey(String variable, String configMap, String key) {
        return new PublicSource(EnvVar.fromConfigMap(variable, configMap, key), null);
    }

    /** One variable, whose value is a field of the pod, such as {@code metadata.namespace}. */
    public static PublicSource field(String variable, String fieldPath) {
        return new PublicSource(EnvVar.fromField(variable, fieldPath), null);
    }

    /** The variable, if the source is a single variable. */
    public Optional<EnvVar> variable() {
        return Optional.ofNullable(variable);
    }

    /** The ConfigMap, if the source is a whole ConfigMap. */
    public Optional<EnvFrom> all() {
        return Optional.ofNullable(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicSource that
                && Objects.equals(variable, that.variable)
                && Objects.equals(all, that.all);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variable, all);
    }

    /** The variable, or the ConfigMap. */
    @Override
    public String toString() {
        return variable == null ? String.valueOf(all) : variable.toString();
    }
}
