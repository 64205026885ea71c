package com.adorsys.webank.deploy.manifest;

import java.util.Locale;

/**
 * The effect of a change on what runs in the cluster, from the mildest to the worst.
 *
 * <p>A class covers the API server and the controllers that are part of Kubernetes. The effect of other controllers may
 * be worse.
 */
public enum ChangeClass {
    /** Nothing changes. */
    NONE,
    /** Labels and annotations of the object change; nothing acts on them. */
    METADATA,
    /** The object changes in place, or is new; no pod restarts because of it. */
    CONFIGURATION,
    /** Pods are replaced. */
    ROLL_OUT,
    /** The API server refuses the change: the object must be deleted and created again. */
    REPLACEMENT,
    /** The object is deleted. */
    DELETION,
    /** The object is deleted, and data with it. */
    DATA_LOSS;

    /** The effect, to end a summary with: {@code nothing changes}, {@code no pod restarts}, or {@code at worst roll-out}. */
    public String summary() {
        return switch (this) {
            case NONE -> "nothing changes";
            case METADATA, CONFIGURATION -> "no pod restarts";
            case ROLL_OUT, REPLACEMENT, DELETION, DATA_LOSS ->
                "at worst " + name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The worse of this and another. */
    public ChangeClass or(ChangeClass other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
