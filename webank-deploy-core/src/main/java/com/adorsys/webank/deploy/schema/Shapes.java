package com.adorsys.webank.deploy.schema;

/**
 * The shapes of pieces of Kubernetes objects, as strict as the API: an unknown key is a problem, and a null is treated as
 * a missing key. They are made from what {@link Schemas} describes, when a tree
 * is checked for the first time.
 */
public final class Shapes {
    private Shapes() {}

    /** A whole object of a kind. */
    public static Shape of(ApiKind kind) {
        return of(kind.type());
    }

    /** A piece of an object: {@code Shapes.of(Schemas.type("core/v1.Container"))}. */
    public static Shape of(ObjectType type) {
        return ApiShapes.of(type.name());
    }

    /** An object of a kind that nobody describes: its metadata, and any other keys. */
    public static Shape unknownObject() {
        return ApiRules.unknownObject();
    }

    /** What every custom resource has: its metadata, and any other keys. */
    public static Shape customResource() {
        return ApiRules.customResource();
    }

    /** A probe with exactly one handler. */
    public static Shape probe() {
        return ApiShapes.later("core/v1.Probe");
    }

    /** A volume of a pod: a name and exactly one source, of any kind that the core API has. */
    public static Shape volume() {
        return ApiShapes.later("core/v1.Volume");
    }

    /** A mount of a volume in a container. */
    public static Shape volumeMount() {
        return ApiShapes.later("core/v1.VolumeMount");
    }

    /** A list of variables. */
    public static Shape envVars() {
        return ApiRules.envVars();
    }

    /** A list of sources of variables. */
    public static Shape envFromSources() {
        return ApiRules.envFromSources();
    }

    /** What a container requests and is limited to. */
    public static Shape resourceRequirements() {
        return ApiShapes.later("core/v1.ResourceRequirements");
    }

    /** How a Deployment replaces its pods. */
    public static Shape deploymentStrategy() {
        return ApiShapes.later("apps/v1.DeploymentStrategy");
    }

    /** The name of an object in the same namespace, as a pull secret is given. */
    public static Shape localObjectReference() {
        return ApiShapes.later("core/v1.LocalObjectReference");
    }

    /** When an image is pulled. */
    public static Shape pullPolicy() {
        return Shape.oneOf("Always", "IfNotPresent", "Never");
    }
}
