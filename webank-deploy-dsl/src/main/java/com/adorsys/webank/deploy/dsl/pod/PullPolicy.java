package com.adorsys.webank.deploy.dsl.pod;

/** When a node pulls a container's image; see the Kubernetes documentation of <a
 * href="https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy">image pull policy</a>. */
public enum PullPolicy {
    /** At every start of a container. */
    ALWAYS("Always"),
    /** Only if the image is not on the node. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Never: the image must be on the node. */
    NEVER("Never");

    private final String text;

    PullPolicy(String text) {
        this.text = text;
    }

    /** The value in the API. */
    public String text() {
        return text;
    }
}
