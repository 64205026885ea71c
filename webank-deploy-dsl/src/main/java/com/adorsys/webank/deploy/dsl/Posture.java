package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.internal.steps.HardenedSteps;
import com.adorsys.webank.deploy.dsl.internal.steps.PodStep;
import com.adorsys.webank.deploy.dsl.internal.steps.StepContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a model is rendered: as {@link #chart() the charts} render it, or {@link #hardened() hardened}, which applies a
 * list of named steps to that. {@link #with} adds custom steps. Immutable.
 *
 * <p>Steps are applied phase by phase, and within a phase in the order in which they were added.
 */
public final class Posture {
    private static final Posture CHART = new Posture("chart", 1, ChartVersions.defaults(), List.of(), Map.of());
    private static final Posture HARDENED =
            new Posture("hardened", 1, ChartVersions.defaults(), HardenedSteps.all(), Map.of());

    private final String name;
    private final int version;
    private final ChartVersions versions;
    private final List<PostureStep> steps;
    /** The steps in the order in which they are applied. */
    private final List<PostureStep> ordered;

    private final Map<String, String> off;

    Posture(String name, int version, ChartVersions versions, List<PostureStep> steps, Map<String, String> off) {
        this.name = name;
        this.version = version;
        this.versions = versions;
        this.steps = steps;
        this.ordered = ordered(steps);
        this.off = off;
    }

    /** Exactly what the charts render, down to names, selectors and labels, in their default versions. */
    public static Posture chart() {
        return CHART;
    }

    /** Exactly what other versions of the charts render; see {@link ChartVersions#problems}. */
    public static Posture chart(ChartVersions versions) {
        return new Posture("chart", 1, versions, List.of(), Map.of());
    }

    /** What the charts render, changed by all steps that make it safer and under which the images start. */
    public static Posture hardened() {
        return HARDENED;
    }

    /** {@code chart} or {@code hardened}. */
    public String name() {
        return name;
    }

    /** The posture's version. It increases when a new release of this library renders the same model differently. */
    public int version() {
        return version;
    }

    /** The steps in the order in which they were added. They are applied by {@link PostureStep#phase} first. */
    public List<PostureStep> steps() {
        return steps;
    }

    /** The steps that were switched off, with the reasons. */
    public Map<String, String> switchedOff() {
        return off;
    }

    /**
     * A copy with a further step.
     *
     * @throws DeployException.InvalidInput if a step has that name already, or if the name or the reason is missing
     */
    public Posture with(PostureStep step) {
        ValueChecks checks = new ValueChecks("posture");
        checks.name("step", step.name());
        if (step.reason().isBlank()) {
            checks.error(
                    ProblemCodes.POSTURE_REASON_MISSING,
                    "step",
                    "the step `" + step.name() + "` has no reason",
                    "State why it exists, for readers of the code");
        }
        for (PostureStep known : steps) {
            if (known.name().equals(step.name())) {
                checks.error(
                        ProblemCodes.DUPLICATE,
                        "step",
                        "the posture `" + name + "` has a step `" + step.name() + "` already",
                        "Give the new one another name, or switch the other one off first with `without`");
            }
        }
        checks.throwIfAny();
        List<PostureStep> more = new ArrayList<>(steps);
        more.add(step);
        return new Posture(name, version, versions, List.copyOf(more), off);
    }

    /**
     * A copy without a step.
     *
     * @param step the step's name
     * @param reason why, for readers of the code
     * @throws DeployException.InvalidInput if there is no such step, or if the reason is missing
     */
    public Posture without(String step, String reason) {
        List<PostureStep> kept = new ArrayList<>();
        for (PostureStep known : steps) {
            if (!known.name().equals(step)) {
                kept.add(known);
            }
        }
        if (kept.size() == steps.size()) {
            throw unknownStep(step);
        }
        if (reason.isBlank()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.POSTURE_REASON_MISSING,
                    Location.of("posture"),
                    "the step `" + step + "` is switched off without a reason",
                    "State why, for readers of the code"));
        }
        Map<String, String> more = new LinkedHashMap<>(off);
        more.put(step, reason);
        return new Posture(name, version, versions, List.copyOf(kept), Map.copyOf(more));
    }

    /**
     * A copy that ends with a step: with all steps that are applied before it, and without those after it. A live release
     * moves from the charts to the hardened posture by {@code Posture.hardened().upTo("...")}, one step after the other.
     *
     * @param step the name of the last step, in the order of {@link #steps}
     * @throws DeployException.InvalidInput if there is no such step
     */
    public Posture upTo(String step) {
        List<PostureStep> kept = new ArrayList<>();
        for (PostureStep known : ordered) {
            kept.add(known);
            if (known.name().equals(step)) {
                return new Posture(name, version, versions, List.copyOf(kept), off);
            }
        }
        throw unknownStep(step);
    }

    /**
     * The way from the charts to this posture: first what the charts render, then the same with one step more each time, in
     * the order in which steps are applied. The last one renders what this posture does.
     */
    public List<Posture> path() {
        List<Posture> path = new ArrayList<>();
        path.add(chart(versions));
        List<PostureStep> kept = new ArrayList<>();
        for (PostureStep step : ordered) {
            kept.add(step);
            path.add(new Posture(name, version, versions, List.copyOf(kept), off));
        }
        return List.copyOf(path);
    }

    /** Whether it has a step of a name. */
    public boolean has(String step) {
        for (PostureStep known : steps) {
            if (known.name().equals(step)) {
                return true;
            }
        }
        return false;
    }

    ChartVersions versions() {
        return versions;
    }

    boolean isChart() {
        return name.equals("chart");
    }

    /**
     * Applies all steps to the parts of a release.
     *
     * @param problems receives a problem for each rejected setting and each failed step
     */
    List<ReleasePart> apply(List<ReleasePart> parts, StepContext context, List<Problem> problems) {
        if (!isChart()) {
            for (ReleasePart part : parts) {
                if (part.component().isPresent()) {
                    refuse(part.component().get(), problems);
                }
            }
        }
        List<ReleasePart> changed = parts;
        int next = 0;
        while (next < ordered.size()) {
            int end = PodStep.end(ordered, next);
            if (end > next) {
                changed = PodStep.applyAll(ordered.subList(next, end), changed, context);
                next = end;
            } else {
                changed = StepRun.of(ordered.get(next), changed, context, problems);
                next++;
            }
        }
        return changed;
    }

    private static List<PostureStep> ordered(List<PostureStep> steps) {
        List<PostureStep> ordered = new ArrayList<>(steps.size());
        for (PostureStep.Phase phase : PostureStep.Phase.values()) {
            for (PostureStep step : steps) {
                if (step.phase() == phase) {
                    ordered.add(step);
                }
            }
        }
        return ordered;
    }

    private DeployException.InvalidInput unknownStep(String step) {
        List<String> names = new ArrayList<>();
        for (PostureStep known : steps) {
            names.add(known.name());
        }
        return new DeployException.InvalidInput(Problem.error(
                ProblemCodes.POSTURE_STEP_UNKNOWN,
                Location.of("posture"),
                "the posture `" + name + "` has no step `" + step + "`",
                names.isEmpty() ? "Leave it out" : Names.remedy(step, names)));
    }

    private static void refuse(Component component, List<Problem> problems) {
        if (ComponentRendering.literalPassword(component) != null) {
            problems.add(Problem.error(
                    ProblemCodes.SECRET_VALUE,
                    Location.of(component.traits().name() + ".database.password"),
                    "the password is a literal; the hardened posture does not write literal passwords to manifests",
                    "Store it in a Secret in the cluster, and set `database.secretName` to the Secret's name"));
        }
        problems.addAll(ComponentConflicts.ofValues(component));
    }

    /** Postures are equal if their names, versions and steps are equal. */
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
