package com.adorsys.webank.deploy.eks.testing;

import java.util.Map;

/**
 * What becomes of a pod on the node of {@link TestCluster#sharedWithControllers()}, by its label {@value #LABEL}.
 *
 * <p>A pod without the label is ready at once, unless the tag of an image is {@value #MISSING_TAG}: then the image cannot be
 * pulled, as with {@link #IMAGE_PULL_ERROR}. A pod that is not restarted, such as one of a Job, then succeeds. No container ever
 * runs: what is seen is what a kubelet would report. The events are sent as a kubelet sends them, and {@code kubectl logs} (with or without
 * {@code --previous}) shows {@link #LOG} for every container.
 */
public enum PodFate {
    /** Ready after three seconds, or after what the annotation {@value #READY_AFTER} says ({@code 500ms}, {@code 10s}). */
    SLOW("slow"),
    /** Runs, and its readiness probe never succeeds: event {@code Unhealthy}. */
    NEVER_READY("never-ready"),
    /** Crashed with exit code 1, three restarts, {@code CrashLoopBackOff}: event {@code BackOff}. */
    CRASH_LOOP("crash-loop"),
    /** Killed for its memory (exit code 137, {@code OOMKilled}), three restarts, {@code CrashLoopBackOff}. */
    OUT_OF_MEMORY("out-of-memory"),
    /** Pending with {@code ImagePullBackOff}: events {@code Failed}. */
    IMAGE_PULL_ERROR("image-pull-error"),
    /** Pending with {@code CreateContainerConfigError}, since a Secret is missing: event {@code Failed}. */
    CONFIG_ERROR("config-error"),
    /** Pending with {@code ContainerCreating} for ever, since a volume cannot be mounted: event {@code FailedMount}. */
    HANG("hang"),
    /** Phase {@code Failed}, exit code 1: what fails a Job. */
    FAILED("failed"),
    /** Ready at once; when it is deleted, it stays {@code Terminating} until the label is changed. */
    NEVER_ENDS("never-ends");

    /** The label that says a pod's fate. */
    public static final String LABEL = "test.webank/pod";

    /** The tag of an image that does not exist. */
    public static final String MISSING_TAG = "missing";

    /** How long a {@link #SLOW} pod takes. */
    public static final String READY_AFTER = "test.webank/ready-after";

    /** The last line of every container's log. */
    public static final String LOG = "FATAL: cannot reach the database at db.example.com:5432";

    private final String value;

    PodFate(String value) {
        this.value = value;
    }

    /** The label's value. */
    public String value() {
        return value;
    }

    /** The label, for a pod template. */
    public Map<String, String> label() {
        return Map.of(LABEL, value);
    }
}
