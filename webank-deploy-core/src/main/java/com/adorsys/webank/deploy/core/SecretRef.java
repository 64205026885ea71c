package com.adorsys.webank.deploy.core;

/** A reference to a Secret in the same namespace, by name. Immutable; never contains the secret value. */
public final class SecretRef {
    private final String name;

    private SecretRef(String name) {
        this.name = name;
    }

    /**
     * The Secret of this name.
     *
     * @throws DeployException.InvalidInput if the name is not an RFC 1123 subdomain
     */
    public static SecretRef of(String name) {
        SecretKeyRef.checkName(name);
        return new SecretRef(name);
    }

    /** The Secret's name. */
    public String name() {
        return name;
    }

    /**
     * A key of this Secret.
     *
     * @throws DeployException.InvalidInput if the key is not a valid key of a Secret
     */
    public SecretKeyRef key(String key) {
        return SecretKeyRef.of(name, key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretRef that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
