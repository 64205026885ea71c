package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.manifest.MapTree;

/** Every key of a Secret or a ConfigMap as environment variables of a container. Immutable. */
public final class EnvFrom {
    private final MapTree tree;

    private EnvFrom(MapTree tree) {
        this.tree = tree;
    }

    /** Every key of a Secret in the component's namespace. */
    public static EnvFrom secret(SecretRef secret) {
        return new EnvFrom(MapTree.of("secretRef", MapTree.of("name", secret.name())));
    }

    /** Every key of a ConfigMap in the component's namespace. */
    public static EnvFrom configMap(String name) {
        return new EnvFrom(MapTree.of("configMapRef", MapTree.of("name", name)));
    }

    /** The same, with a text before each variable's name. */
    public EnvFrom withPrefix(String prefix) {
        return new EnvFrom(tree.with("prefix", prefix));
    }

    static EnvFrom ofChart(MapTree tree) {
        return new EnvFrom(tree);
    }

    MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvFrom that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    /** The referenced object's kind and name. */
    @Override
    public String toString() {
        return tree.map("secretRef")
                .map(ref -> "Secret " + ref.string("name").orElse(""))
                .or(() -> tree.map("configMapRef")
                        .map(ref -> "ConfigMap " + ref.string("name").orElse("")))
                .orElse("nothing");
    }
}
