package com.adorsys.webank.deploy.check;

/**
 * A level of the <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>,
 * as a namespace enforces it by its label {@code pod-security.kubernetes.io/enforce}. The third level, {@code privileged},
 * allows everything, so there is nothing to check.
 */
public enum PodSecurityLevel {
    /** Forbids what gives a pod access to its node, such as privileged containers, host namespaces and host paths. */
    BASELINE,

    /** The rules of {@link #BASELINE}; and pods do not run as root, and give up what they do not need. */
    RESTRICTED
}
