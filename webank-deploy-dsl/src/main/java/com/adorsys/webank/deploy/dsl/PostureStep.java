package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.ChangeClass;

/**
 * One way in which a posture differs from the charts. Steps are listed by {@link Posture#steps} and switched off by name.
 *
 * <p>A step that is applied twice changes nothing more than once, and every subset of steps gives valid manifests.
 */
public abstract sealed class PostureStep permits HardenedSteps.Step {
    /** When a step is applied: later phases see what earlier ones made. */
    public enum Phase {
        /** What a pod is. */
        POD,
        /** How pods are run. */
        WORKLOAD,
        /** What concerns every object. */
        RELEASE
    }

    private final String name;
    private final Phase phase;
    private final ChangeClass effect;
    private final String reason;
    private final String reference;

    PostureStep(String name, Phase phase, ChangeClass effect, String reason, String reference) {
        this.name = name;
        this.phase = phase;
        this.effect = effect;
        this.reason = reason;
        this.reference = reference;
    }

    /** The stable name. */
    public final String name() {
        return name;
    }

    /** When it is applied. */
    public final Phase phase() {
        return phase;
    }

    /** What it does to a release that runs without it. */
    public final ChangeClass effect() {
        return effect;
    }

    /** Why it is there. */
    public final String reason() {
        return reason;
    }

    /** Where that can be read up. */
    public final String reference() {
        return reference;
    }

    abstract void apply(ReleaseDraft draft);

    /** The name and the reason. */
    @Override
    public final String toString() {
        return name + ": " + reason;
    }
}
