package com.adorsys.webank.deploy.dsl.pod;

import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/** Every key of a Secret or a ConfigMap as environment variables of a container. Immutable. */
public final class EnvFrom extends TreeValue {
    private EnvFrom(MapTree tree, @Nullable SecretRef secret) {
        super(tree, secret);
    }

    /** Every key of a Secret in the component's namespace. */
    public static EnvFrom secret(SecretRef secret) {
        return new EnvFrom(MapTree.of("secretRef", MapTree.of("name", secret.name())), secret);
    }

    /** Every key of a ConfigMap in the component's namespace. */
    public static EnvFrom configMap(String name) {
        return new EnvFrom(
                MapTree.of("configMapRef", MapTree.of("name", objectName("envFrom", name, "ConfigMap"))), null);
    }

    /** A copy with a prefix for each variable's name. */
    public EnvFrom withPrefix(String prefix) {
        return new EnvFrom(tree().with("prefix", prefix), versionedSecret().orElse(null));
    }

    /** An item of a container's {@code envFrom} as in the Kubernetes API. */
    public static EnvFrom of(MapTree tree) {
        return new EnvFrom(tree, null);
    }

    /** The referenced object's kind and name. */
    @Override
    public String toString() {
        return tree().map("secretRef")
                .map(ref -> "Secret " + ref.string("name").orElse(""))
                .or(() -> tree().map("configMapRef")
                        .map(ref -> "ConfigMap " + ref.string("name").orElse("")))
                .orElse("nothing");
    }
}
