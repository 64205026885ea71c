package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.schema.Grammar;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.schema.Shapes;

/** The types of the charts' values. */
enum ValueType {
    MAP("a map"),
    TEXT("a string"),
    CONFIDENTIAL("a string"),
    COUNT("a whole number"),
    PORT("a port, 1 to 65535"),
    SWITCH("`true` or `false`"),
    QUANTITY("a quantity"),
    LABELS("a map of labels"),
    ANNOTATIONS("a map of annotations"),
    SERVICE_TYPE("`ClusterIP`, `NodePort` or `LoadBalancer`"),
    ARCHITECTURE("`standalone` or `replication`"),
    PULL_POLICY("`Always`, `IfNotPresent` or `Never`"),
    PULL_SECRETS("a list of names"),
    ANYTHING("anything"),
    STRATEGY("as a Deployment's"),
    RESOURCES("as a container's"),
    VOLUMES("as a pod's"),
    VOLUME_MOUNTS("as a container's"),
    ENV("as a container's"),
    ENV_FROM("as a container's"),
    PROBE("as a container's");

    /** The type, as the reference page has it. */
    final String description;

    ValueType(String description) {
        this.description = description;
    }

    /** Whether the charts insert such values without quotes, so that an expression's result is read as a number. */
    boolean isNumber() {
        return this == COUNT || this == PORT;
    }

    /** Whether values of this type are copied to a field of Kubernetes, which describes them. */
    boolean isField() {
        return ordinal() >= STRATEGY.ordinal();
    }

    /** The shape of values of this type; of those that have keys of their own, without these. */
    Shape shape() {
        return switch (this) {
            case TEXT -> Shape.string().printable();
            case CONFIDENTIAL -> Shape.string();
            case COUNT -> Shape.count();
            case PORT -> Shape.portNumber();
            case SWITCH -> Shape.bool();
            case QUANTITY -> Shape.quantity();
            case LABELS ->
                Shape.mapOf(Grammar.LABEL_KEY, Shape.string(Grammar.LABEL_VALUE).nullable());
            case ANNOTATIONS ->
                Shape.mapOf(Grammar.ANNOTATION_KEY, Shape.string().nullable());
            case SERVICE_TYPE -> Shape.oneOf("ClusterIP", "NodePort", "LoadBalancer");
            case ARCHITECTURE -> Shape.oneOf("standalone", "replication");
            case PULL_POLICY -> Shapes.pullPolicy();
            case PULL_SECRETS -> Shape.listOf(Shapes.localObjectReference());
            case STRATEGY -> Shapes.deploymentStrategy();
            case RESOURCES -> Shapes.resourceRequirements();
            case VOLUMES -> Shape.listOf(Shapes.volume());
            case VOLUME_MOUNTS -> Shape.listOf(Shapes.volumeMount());
            case ENV -> Shapes.envVars();
            case ENV_FROM -> Shapes.envFromSources();
            case PROBE -> Shapes.probe();
            case MAP, ANYTHING -> Shape.any();
        };
    }
}
