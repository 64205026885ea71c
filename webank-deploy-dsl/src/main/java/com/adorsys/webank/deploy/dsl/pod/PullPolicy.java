package com.adorsys.webank.deploy.dsl.pod;

/** When a node pulls a container's image; see the Kubernetes documentation of <a
 * href="https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy">image pull policy</a>. */
public enum PullPolicy {
    /** At every start of a container. */
    ALWAYS("Always"),
    /** Only where the node does not have the image. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Not at all: the node must have the image. */
    NEVER("Never");

    private final String text;

    PullPolicy(String text) {
        this.text = text;
    }

    /** The word that Kubernetes uses. */
    public String text() {
        return text;
    }
}
