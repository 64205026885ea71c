package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.function.UnaryOperator;

/**
 * One way in which a posture differs from the charts: a function from a part of the release to another one. Steps are
 * listed by {@link Posture#steps}, added by {@link Posture#with} and switched off by name.
 *
 * <pre>{@code
 * PostureStep.of("priority", ChangeClass.ROLL_OUT, "payments go first",
 *         part -> part.editPods(pod -> pod.with("priorityClassName", "payments")))
 * }</pre>
 *
 * <p>A step must be pure: the same part gives the same part, whatever the machine. Applied twice it should change nothing
 * more than once. Two steps are equal if they are one object, so an environment of which a step is made anew is another
 * environment.
 */
public abstract class PostureStep {
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

    /**
     * A step.
     *
     * @param name the stable name, by which it is switched off
     * @param phase when it is applied
     * @param effect what it does to a release that runs without it
     * @param reason why it is there
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

    /** What it does to a release that runs without it. */
    public final ChangeClass effect() {
        return effect;
    }

    /** Why it is there. */
    public final String reason() {
        return reason;
    }

    /** Where more about it can be read; empty where no page is known. */
    public String reference() {
        return "";
    }

    /**
     * Makes another part of a part of the release. It is called once for each part.
     *
     * @return the part itself where nothing changes
     */
    public abstract ReleasePart apply(ReleasePart part);

    /** The name and the reason. */
    @Override
    public final String toString() {
        return name + ": " + reason;
    }
}
