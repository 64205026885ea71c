package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reference to a key of a Secret in the same namespace. Immutable; never contains the secret value. */
public final class SecretKeyRef {
    private final SecretRef secret;
    private final String key;

    private SecretKeyRef(SecretRef secret, String key) {
        this.secret = secret;
        this.key = key;
    }

    /**
     * A key of a Secret.
     *
     * @param secret the Secret's name, an RFC 1123 subdomain
     * @param key the key, at most 253 characters of letters, digits, {@code -}, {@code _} and {@code .}
     * @throws DeployException.InvalidInput if one or both are not valid
     */
    public static SecretKeyRef of(String secret, String key) {
        Optional<String> badName = Names.subdomain(secret);
        Optional<String> badKey = Names.dataKey(key);
        if (badName.isPresent() || badKey.isPresent()) {
            List<Problem> problems = new ArrayList<>();
            badName.ifPresent(rule -> problems.add(nameProblem(secret, rule)));
            badKey.ifPresent(rule -> problems.add(Problem.error(
                    ProblemCodes.NAME_INVALID,
                    Location.of("secret.key"),
                    "the key " + Problem.quote(key) + " of a Secret is not allowed: " + rule,
                    "choose another key")));
            throw new DeployException.InvalidInput(problems);
        }
        return new SecretKeyRef(SecretRef.of(secret), key);
    }

    static void checkName(String secret) {
        Optional<String> badName = Names.subdomain(secret);
        if (badName.isPresent()) {
            throw new DeployException.InvalidInput(nameProblem(secret, badName.get()));
        }
    }

    private static Problem nameProblem(String secret, String rule) {
        return Problem.error(
                ProblemCodes.NAME_INVALID,
                Location.of("secret.name"),
                "the Secret's name " + Problem.quote(secret) + " is not allowed: " + rule,
                "choose another name");
    }

    /**
     * A copy with the version of the Secret, as {@link SecretRef#withVersion}.
     *
     * @throws DeployException.InvalidInput as {@link SecretRef#withVersion}
     */
    public SecretKeyRef withVersion(String version) {
        return new SecretKeyRef(secret.withVersion(version), key);
    }

    /** The Secret's name. */
    public String secret() {
        return secret.name();
    }

    /** The reference to the whole Secret, with its version. */
    public SecretRef ref() {
        return secret;
    }

    /** The key. */
    public String key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKeyRef that && secret.equals(that.secret) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return 31 * secret.hashCode() + key.hashCode();
    }

    /** {@code secret/key}. */
    @Override
    public String toString() {
        return secret.name() + "/" + key;
    }
}
