package com.adorsys.webank.deploy.secret;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;

/**
 * A store that External Secrets reads, such as AWS Secrets Manager: a SecretStore, or a ClusterSecretStore. Immutable.
 *
 * @see <a href="https://external-secrets.io/latest/api/secretstore/">SecretStore</a>
 */
public final class SecretStoreRef {
    private static final String NAMESPACED = "SecretStore";
    private static final String CLUSTER = "ClusterSecretStore";

    private final String kind;
    private final String name;

    private SecretStoreRef(String kind, String name) {
        ValueChecks checks = new ValueChecks("secretStore");
        checks.subdomain("name", Optional.of(name));
        checks.throwIfAny();
        this.kind = kind;
        this.name = name;
    }

    /**
     * A SecretStore, which only its own namespace can use.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public static SecretStoreRef of(String name) {
        return new SecretStoreRef(NAMESPACED, name);
    }

    /**
     * A ClusterSecretStore, which every namespace can use.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public static SecretStoreRef cluster(String name) {
        return new SecretStoreRef(CLUSTER, name);
    }

    /**
     * The store that a text names: {@code NAME} or {@code SecretStore/NAME}, or {@code ClusterSecretStore/NAME}.
     *
     * @throws DeployException.InvalidInput if the name is outside its grammar
     */
    public static SecretStoreRef parse(String text) {
        if (text.startsWith(CLUSTER + "/")) {
            return cluster(text.substring(CLUSTER.length() + 1));
        }
        return of(text.startsWith(NAMESPACED + "/") ? text.substring(NAMESPACED.length() + 1) : text);
    }

    MapTree tree() {
        return MapTree.builder(2).put("kind", kind).put("name", name).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretStoreRef that && kind.equals(that.kind) && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + name.hashCode();
    }

    /** The kind and the name: {@code SecretStore/aws}. */
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
