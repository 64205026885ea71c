package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a Kubernetes object: API group, kind, namespace and name. Immutable.
 *
 * <p>The API version is kept, but is not part of equality: {@code autoscaling/v1} and {@code autoscaling/v2} are two
 * views of the same object.
 */
public final class ResourceId {
    private static final int LONGEST_NAME = 253;

    private final String apiVersion;
    private final int slash;
    private final String kind;
    private final String namespace;
    private final String name;
    /** Made when it is asked for first. */
    private @Nullable String text;

    private ResourceId(String apiVersion, String kind, String namespace, String name) {
        this.apiVersion = apiVersion;
        this.slash = apiVersion.indexOf('/');
        this.kind = kind;
        this.namespace = namespace;
        this.name = name;
    }

    /**
     * The identity of an object.
     *
     * @param apiVersion {@code v1}, or group and version as in {@code apps/v1}
     * @param kind the kind, as in {@code Deployment}
     * @param namespace an RFC 1123 label; empty for an object without a namespace
     * @param name a valid path segment: not empty, at most 253 characters, no {@code /}, {@code %} or control
     *     character, neither {@code .} nor {@code ..}; most kinds have stricter rules
     * @throws DeployException.InvalidInput if any of them is not valid
     */
    public static ResourceId of(String apiVersion, String kind, String namespace, String name) {
        boolean good = isApiVersion(apiVersion)
                && isKind(kind)
                && (namespace.isEmpty() || Names.label(namespace).isEmpty())
                && isPathSegment(name);
        if (!good) {
            throw new DeployException.InvalidInput(problems(apiVersion, kind, namespace, name));
        }
        return new ResourceId(apiVersion, kind, namespace, name);
    }

    /**
     * The path of a place in the object as errors and diffs write it: {@code Deployment/webank/webank-obs.spec.replicas}.
     *
     * @param inside the path inside the object; empty for the whole of it
     */
    public String path(String inside) {
        return Location.join(toString(), inside);
    }

    /** The API version: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The API group, empty for the core group: {@code apps} of {@code apps/v1}. */
    public String group() {
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The version in its group: {@code v1} of {@code apps/v1}. */
    public String version() {
        return apiVersion.substring(slash + 1);
    }

    /** The kind. */
    public String kind() {
        return kind;
    }

    /** The namespace; empty if there is none. */
    public String namespace() {
        return namespace;
    }

    /** The name. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceId that
                && slash == that.slash
                && (slash < 0 || apiVersion.regionMatches(0, that.apiVersion, 0, slash))
                && kind.equals(that.kind)
                && namespace.equals(that.namespace)
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        int hash = kind.hashCode();
        for (int i = 0; i < slash; i++) {
            hash = 31 * hash + apiVersion.charAt(i);
        }
        return 31 * (31 * hash + namespace.hashCode()) + name.hashCode();
    }

    /** {@code Deployment/webank/webank-obs}; {@code Namespace/webank} where there is no namespace. */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
            text = known;
        }
        return known;
    }

    private static boolean isApiVersion(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Names.label(text).isEmpty()
                : Names.subdomain(text.substring(0, slash)).isEmpty()
                        && Names.label(text.substring(slash + 1)).isEmpty();
    }

    private static boolean isKind(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 63;
    }

    private static boolean isPathSegment(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME || text.equals(".") || text.equals("..")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '\\' || c == '%' || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    private static List<Problem> problems(String apiVersion, String kind, String namespace, String name) {
        List<Problem> problems = new ArrayList<>();
        if (!isApiVersion(apiVersion)) {
            problems.add(problem(
                    "apiVersion",
                    "the API version " + Problem.quote(apiVersion)
                            + " is not valid: it is a version, or a group, / and a version",
                    "write it as in `v1` or `apps/v1`"));
        }
        if (!isKind(kind)) {
            problems.add(problem(
                    "kind",
                    "the kind " + Problem.quote(kind)
                            + " is not valid: a kind has 1 to 63 letters and digits, and starts with a letter",
                    "write it as in `Deployment`"));
        }
        if (!namespace.isEmpty()) {
            Names.label(namespace)
                    .ifPresent(rule -> problems.add(problem(
                            "metadata.namespace",
                            "the namespace " + Problem.quote(namespace) + " is not allowed: " + rule,
                            "choose another namespace")));
        }
        if (!isPathSegment(name)) {
            problems.add(problem(
                    "metadata.name",
                    "the name " + Problem.quote(name)
                            + " is not allowed: a name has 1 to 253 characters, none of them /, \\, % or a control character,"
                            + " and is neither . nor ..",
                    "choose another name"));
        }
        return problems;
    }

    private static Problem problem(String path, String what, String remedy) {
        return Problem.error(ProblemCodes.NAME_INVALID, Location.of(path), what, remedy);
    }
}
