package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.function.UnaryOperator;

/**
 * One difference between a posture and the charts: a function that changes a part of the release. Steps are listed by
 * {@link Posture#steps}, added by {@link Posture#with} and switched off by name.
 *
 * <pre>{@code
 * PostureStep.of("priority", ChangeClass.ROLL_OUT, "payments go first",
 *         part -> part.editPods(pod -> pod.with("priorityClassName", "payments")))
 * }</pre>
 *
 * <p>A step must be pure: the same input gives the same output on every machine. It should be idempotent. Steps are
 * compared by identity, so create each step once; an environment with a new instance of a step is not equal to the old
 * one.
 */
public abstract class PostureStep {
    /** When a step is applied. Later phases see the results of earlier ones. */
    public enum Phase {
        /** Changes of pods and containers. */
        POD,
        /** Changes of workloads, such as their scaling. */
        WORKLOAD,
        /** Changes of any object. */
        RELEASE,
        /** What depends on every other object, such as a digest of them. */
        DIGEST,
        /** Labels of the namespace, which can refuse what the steps before have not changed. */
        NAMESPACE
    }

    private final String name;
    private final Phase phase;
    private final ChangeClass effect;
    private final String reason;

    /**
     * A step.
     *
     * @param name the stable name, used to switch it off
     * @param phase when it is applied
     * @param effect its effect on a running release that does not have it yet
     * @param reason why it exists
     */
    protected PostureStep(String name, Phase phase, ChangeClass effect, String reason) {
        this.name = name;
        this.phase = phase;
        this.effect = effect;
        this.reason = reason;
    }

    /** A step of the phase {@link Phase#RELEASE}, after those of the hardened posture. */
    public static PostureStep of(String name, ChangeClass effect, String reason, UnaryOperator<ReleasePart> change) {
        return new OfFunction(name, effect, reason, change);
    }

    /** A step that is a function. */
    private static final class OfFunction extends PostureStep {
        private final UnaryOperator<ReleasePart> change;

        OfFunction(String name, ChangeClass effect, String reason, UnaryOperator<ReleasePart> change) {
            super(name, Phase.RELEASE, effect, reason);
            this.change = change;
        }

        @Override
        public ReleasePart apply(ReleasePart part) {
            return change.apply(part);
        }
    }

    /** The stable name. */
    public final String name() {
        return name;
    }

    /** When it is applied. */
    public final Phase phase() {
        return phase;
    }

    /** Its effect on a running release that does not have it yet. */
    public final ChangeClass effect() {
        return effect;
    }

    /** Why it exists. */
    public final String reason() {
        return reason;
    }

    /** A link to more information; empty if there is none. */
    public String reference() {
        return "";
    }

    /**
     * Changes a part of the release. It is called once for each part.
     *
     * @return the changed part, or the same object if nothing changes
     */
    public abstract ReleasePart apply(ReleasePart part);

    /** The name and the reason. */
    @Override
    public final String toString() {
        return name + ": " + reason;
    }
}
