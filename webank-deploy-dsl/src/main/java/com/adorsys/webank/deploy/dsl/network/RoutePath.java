package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;

/** A path of an Ingress, and its target. Immutable. */
public final class RoutePath {
    /** How a path matches requests. See <a
     * href="https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types">path types</a>. */
    public enum Type {
        /** Every path that starts with the same elements. */
        PREFIX("Prefix"),
        /** This path only. */
        EXACT("Exact"),
        /** Depends on the controller. */
        IMPLEMENTATION_SPECIFIC("ImplementationSpecific");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** The value in the API. */
        public String text() {
            return text;
        }
    }

    private final Type type;
    private final String path;
    private final RouteTarget target;

    private RoutePath(Type type, String path, RouteTarget target) {
        this.type = type;
        this.path = path;
        this.target = target;
    }

    /**
     * A path that matches every path starting with the same elements.
     *
     * @throws DeployException.InvalidInput if it does not start with {@code /}, or contains {@code //}, spaces, {@code
     *     ?} or {@code #}
     */
    public static RoutePath prefix(String path, RouteTarget target) {
        return of(Type.PREFIX, path, target);
    }

    /** This path only. */
    public static RoutePath exact(String path, RouteTarget target) {
        return of(Type.EXACT, path, target);
    }

    /** A path of a type. */
    public static RoutePath of(Type type, String path, RouteTarget target) {
        ValueChecks checks = new ValueChecks("ingress");
        check(checks, "paths", path);
        checks.throwIfAny();
        return new RoutePath(type, path, target);
    }

    /** Adds a problem if a text is not a valid path of an Ingress. */
    public static void check(ValueChecks checks, String field, String route) {
        boolean good = route.startsWith("/") && !route.contains("//");
        for (int i = 0; good && i < route.length(); i++) {
            char c = route.charAt(i);
            good = c > ' ' && c < 0x7f && c != '?' && c != '#' && c != '\\';
        }
        if (!good) {
            checks.error(
                    ProblemCodes.PATH_INVALID,
                    field,
                    Problem.quote(route) + " is not a valid path of an Ingress",
                    "Start with /, and do not use //, spaces, ? or #");
        }
    }

    /** The type of the path. */
    public Type type() {
        return type;
    }

    /** The path. */
    public String path() {
        return path;
    }

    /** The target of the path. */
    public RouteTarget target() {
        return target;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutePath that
                && type == that.type
                && path.equals(that.path)
                && target.equals(that.target);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + target.hashCode();
    }

    /** The path, its type and its target. */
    @Override
    public String toString() {
        return type.text() + " " + path + " to " + target;
    }
}
