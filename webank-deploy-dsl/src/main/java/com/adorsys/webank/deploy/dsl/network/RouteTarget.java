package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target of a path of an Ingress: a component of the Webank, a Service or another object. Immutable. */
public final class RouteTarget {
    private final @Nullable String component;
    private final MapTree tree;

    private RouteTarget(@Nullable String component, MapTree tree) {
        this.component = component;
        this.tree = tree;
    }

    /**
     * The first port of the Service of a component of the same Webank.
     *
     * @param name {@code obs}, {@code prs}, {@code userapp}, or a microservice's name
     */
    public static RouteTarget component(String name) {
        return new RouteTarget(name, MapTree.of());
    }

    /** A Service in the Ingress's namespace, with a port number. */
    public static RouteTarget service(String name, int port) {
        ValueChecks checks = new ValueChecks("ingress.target");
        checks.name("service", name);
        checks.port("port", port);
        checks.throwIfAny();
        return service(name, MapTree.builder(1).put("number", port).build());
    }

    /** A Service in the Ingress's namespace, with a port name. */
    public static RouteTarget service(String name, String port) {
        ValueChecks checks = new ValueChecks("ingress.target");
        checks.name("service", name);
        Names.portName(port)
                .ifPresent(rule -> checks.error(
                        ProblemCodes.NAME_INVALID,
                        "port",
                        Problem.quote(port) + " is not a valid name of a port: " + rule,
                        "Change it"));
        checks.throwIfAny();
        return service(name, MapTree.of("name", port));
    }

    /** An object of another kind in the Ingress's namespace; the ingress controller must support the kind. */
    public static RouteTarget resource(String apiGroup, String kind, String name) {
        return new RouteTarget(
                null,
                MapTree.of(
                        "resource",
                        MapTree.builder(3)
                                .put("apiGroup", apiGroup)
                                .put("kind", kind)
                                .put("name", name)
                                .build()));
    }

    private static RouteTarget service(String name, MapTree port) {
        return new RouteTarget(
                null,
                MapTree.of(
                        "service",
                        MapTree.builder(2).put("name", name).put("port", port).build()));
    }

    /** The component's name, if the target is a component. */
    public Optional<String> component() {
        return Optional.ofNullable(component);
    }

    /** The backend as in the Kubernetes API; empty for a component, whose Service depends on the release. */
    public MapTree tree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteTarget that && component().equals(that.component()) && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return 31 * component().hashCode() + tree.hashCode();
    }

    /** The component, or the backend. */
    @Override
    public String toString() {
        return component == null ? tree.toString() : "component " + component;
    }
}
