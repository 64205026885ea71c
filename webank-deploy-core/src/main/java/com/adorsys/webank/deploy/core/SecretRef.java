package com.adorsys.webank.deploy.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference to a Secret in the same namespace, by name. Immutable; never contains the secret value. */
public final class SecretRef {
    private final String name;
    private final @Nullable String version;

    private SecretRef(String name, @Nullable String version) {
        this.name = name;
        this.version = version;
    }

    /**
     * The Secret of this name.
     *
     * @throws DeployException.InvalidInput if the name is not an RFC 1123 subdomain
     */
    public static SecretRef of(String name) {
        SecretKeyRef.checkName(name);
        return new SecretRef(name, null);
    }

    /**
     * A copy with the version of a Secret whose values are kept elsewhere. It is written to the pods that refer to the Secret, so
     * that they restart when it changes. Every reference to the Secret in a release must have the same version or none.
     *
     * @param version any text with the grammar of a label's value, such as {@code 3} or {@code 2026-11-28}; never the secret
     *     value itself
     * @throws DeployException.InvalidInput if it is empty, does not have that grammar, or looks like a secret
     */
    public SecretRef withVersion(String version) {
        Optional<String> badVersion = Names.labelValue(version);
        SecretRule rule = SecretTexts.find(version);
        if (version.isEmpty() || badVersion.isPresent() || rule != null) {
            throw new DeployException.InvalidInput(Problem.error(
                    rule == null ? ProblemCodes.NAME_INVALID : ProblemCodes.SECRET_VALUE,
                    Location.of("secret.version"),
                    rule == null
                            ? "the version of the Secret `" + name + "` is not allowed: "
                                    + badVersion.orElse("it is empty")
                            : "the version of the Secret `" + name + "` is " + rule,
                    "choose a number or a date, not a part of the value"));
        }
        return new SecretRef(name, version);
    }

    /** The Secret's name. */
    public String name() {
        return name;
    }

    /** The version that was set. Default: none. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /**
     * A key of this Secret.
     *
     * @throws DeployException.InvalidInput if the key is not a valid key of a Secret
     */
    public SecretKeyRef key(String key) {
        SecretKeyRef ref = SecretKeyRef.of(name, key);
        return version == null ? ref : ref.withVersion(version);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretRef that && name.equals(that.name) && Objects.equals(version, that.version);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Objects.hashCode(version);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
