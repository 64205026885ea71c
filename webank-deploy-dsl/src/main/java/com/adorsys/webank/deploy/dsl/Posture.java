package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a model becomes manifests: as {@link #chart() the charts} have it, or {@link #hardened() hardened}, which is a list
 * of named steps over that. A user's own steps are added by {@link #with}. Immutable.
 *
 * <p>Steps are applied by their phases, and within a phase in the order in which they were added.
 */
public final class Posture {
    private static final Posture CHART = new Posture("chart", 1, ChartVersions.defaults(), List.of(), Map.of());
    private static final Posture HARDENED =
            new Posture("hardened", 1, ChartVersions.defaults(), HardenedSteps.all(), Map.of());

    private final String name;
    private final int version;
    private final ChartVersions versions;
    private final List<PostureStep> steps;
    private final Map<String, String> off;

    Posture(String name, int version, ChartVersions versions, List<PostureStep> steps, Map<String, String> off) {
        this.name = name;
        this.version = version;
        this.versions = versions;
        this.steps = steps;
        this.off = off;
    }

    /** Exactly what the charts render, down to names, selectors and labels, in their default versions. */
    public static Posture chart() {
        return CHART;
    }

    /** Exactly what the charts of other versions render; {@link ChartVersions#problems} says what that means. */
    public static Posture chart(ChartVersions versions) {
        return new Posture("chart", 1, versions, List.of(), Map.of());
    }

    /** What the charts render, with every step that makes it safer and that the components' images start under. */
    public static Posture hardened() {
        return HARDENED;
    }

    /** {@code chart} or {@code hardened}. */
    public String name() {
        return name;
    }

    /** Raised whenever a release of this library changes what the posture renders from the same model. */
    public int version() {
        return version;
    }

    /** The steps in the order in which they were added; a step of a later {@link PostureStep#phase} is applied later. */
    public List<PostureStep> steps() {
        return steps;
    }

    /** The steps that were switched off, each with the reason. */
    public Map<String, String> switchedOff() {
        return off;
    }

    /**
     * This posture with a further step.
     *
     * @throws DeployException.InvalidInput if it has a step of that name, or the step has no name or no reason
     */
    public Posture with(PostureStep step) {
        ValueChecks checks = new ValueChecks("posture");
        checks.name("step", step.name());
        if (step.reason().isBlank()) {
            checks.error(
                    ProblemCodes.POSTURE_REASON_MISSING,
                    "step",
                    "the step `" + step.name() + "` has no reason",
                    "Say why it is there, for readers of the code");
        }
        for (PostureStep known : steps) {
            if (known.name().equals(step.name())) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "step",
                        "the posture `" + name + "` has a step `" + step.name() + "` already",
                        "Give the new one another name, or switch the other one off first, by `without`");
            }
        }
        checks.throwIfAny();
        List<PostureStep> more = new ArrayList<>(steps);
        more.add(step);
        return new Posture(name, version, versions, List.copyOf(more), off);
    }

    /**
     * This posture without a step.
     *
     * @param step the step's name
     * @param reason why, for readers of the code and the diff
     * @throws DeployException.InvalidInput if there is no such step, or no reason
     */
    public Posture without(String step, String reason) {
        List<PostureStep> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (PostureStep known : steps) {
            names.add(known.name());
            if (!known.name().equals(step)) {
                kept.add(known);
            }
        }
        if (kept.size() == steps.size()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.POSTURE_STEP_UNKNOWN,
                    Location.of("posture"),
                    "the posture `" + name + "` has no step `" + step + "`",
                    names.isEmpty() ? "Leave it out" : Names.remedy(step, names)));
        }
        if (reason.isBlank()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.POSTURE_REASON_MISSING,
                    Location.of("posture"),
                    "the step `" + step + "` is switched off without a reason",
                    "Say why, for readers of the code"));
        }
        Map<String, String> more = new LinkedHashMap<>(off);
        more.put(step, reason);
        return new Posture(name, version, versions, List.copyOf(kept), Map.copyOf(more));
    }

    ChartVersions versions() {
        return versions;
    }

    boolean isChart() {
        return name.equals("chart");
    }

    /**
     * The parts of a release after every step.
     *
     * @param problems takes what the posture refuses, and every step that fails
     */
    List<ReleasePart> apply(List<ReleasePart> parts, List<Problem> problems) {
        if (!isChart()) {
            for (ReleasePart part : parts) {
                part.component().ifPresent(component -> refuse(component, problems));
            }
        }
        List<ReleasePart> changed = parts;
        if (!steps.isEmpty()) {
            for (PostureStep.Phase phase : PostureStep.Phase.values()) {
                for (PostureStep step : steps) {
                    if (step.phase() == phase) {
                        changed = StepRun.of(step, changed, problems);
                    }
                }
            }
        }
        return changed;
    }

    private static void refuse(Component component, List<Problem> problems) {
        if (ComponentRendering.literalPassword(component) != null) {
            problems.add(Problem.error(
                    ProblemCodes.SECRET_VALUE,
                    Location.of(component.traits().name() + ".database.password"),
                    "the password is a literal, which the hardened posture does not write into a manifest",
                    "Put it into a Secret of the cluster, and name that in `database.secretName`"));
        }
        problems.addAll(ComponentConflicts.ofValues(component));
    }

    /** Postures are equal if they have the same name and versions and the same steps. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Posture that
                && name.equals(that.name)
                && version == that.version
                && versions.equals(that.versions)
                && steps.equals(that.steps)
                && off.equals(that.off);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, versions, steps, off);
    }

    /** The name, the version, and the names of the steps that were added or switched off. */
    @Override
    public String toString() {
        List<String> added = new ArrayList<>();
        for (PostureStep step : steps) {
            if (!HARDENED.steps.contains(step)) {
                added.add(step.name());
            }
        }
        return name + " " + version
                + (added.isEmpty() ? "" : " with " + String.join(", ", added))
                + (off.isEmpty()
                        ? ""
                        : " without "
                                + String.join(
                                        ", ", off.keySet().stream().sorted().toList()));
    }
}
