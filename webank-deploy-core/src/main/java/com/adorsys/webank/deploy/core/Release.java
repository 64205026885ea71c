package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The name and the namespace of a deployment, like those of a Helm release. Immutable. */
public final class Release {
    private final String name;
    private final String namespace;

    private Release(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /**
     * A release.
     *
     * @param name an RFC 1123 subdomain of at most 53 characters, so that names derived from it are not too long
     * @param namespace an RFC 1123 label
     * @throws DeployException.InvalidInput if one or both are not valid
     */
    public static Release of(String name, String namespace) {
        Optional<String> badName = Names.release(name);
        Optional<String> badNamespace = Names.label(namespace);
        if (badName.isPresent() || badNamespace.isPresent()) {
            List<Problem> problems = new ArrayList<>();
            badName.ifPresent(rule -> problems.add(problem("name", name, rule)));
            badNamespace.ifPresent(rule -> problems.add(problem("namespace", namespace, rule)));
            throw new DeployException.InvalidInput(problems);
        }
        return new Release(name, namespace);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The namespace. */
    public String namespace() {
        return namespace;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Release that && name.equals(that.name) && namespace.equals(that.namespace);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + namespace.hashCode();
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }

    private static Problem problem(String part, String value, String rule) {
        return Problem.error(
                ProblemCodes.RELEASE_INVALID,
                Location.of("release." + part),
                "the release's " + part + " " + Problem.quote(value) + " is not allowed: " + rule,
                "choose another " + part);
    }
}
