package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a model becomes manifests: as {@link #chart() the charts} have it, or {@link #hardened() hardened}, which is a list
 * of named steps over that. Immutable.
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

    /** The steps in the order in which they are applied. */
    public List<PostureStep> steps() {
        return steps;
    }

    /** The steps that were switched off, each with the reason. */
    public Map<String, String> switchedOff() {
        return off;
    }

    /**
     * This posture without a step.
     *
     * @param step the step's name
     * @param reason why, for who reads the code and the diff
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
                    "POSTURE_STEP_UNKNOWN",
                    Location.of("posture"),
                    "the posture `" + name + "` has no step `" + step + "`",
                    names.isEmpty() ? "Leave it out" : Names.remedy(step, names)));
        }
        if (reason.isBlank()) {
            throw new DeployException.InvalidInput(Problem.error(
                    "POSTURE_REASON_MISSING",
                    Location.of("posture"),
                    "the step `" + step + "` is switched off without a reason",
                    "Say why, for who reads the code"));
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

    /** Applies every step; adds a problem for each part that the posture refuses. */
    void apply(ReleaseDraft draft, List<Problem> problems) {
        if (!isChart()) {
            for (DraftPart part : draft.parts()) {
                if (part.component().isPresent()) {
                    refuseSecrets(part.component().get(), problems);
                    problems.addAll(ComponentConflicts.ofValues(part.component().get()));
                }
            }
        }
        for (PostureStep.Phase phase : PostureStep.Phase.values()) {
            for (PostureStep step : steps) {
                if (step.phase() == phase) {
                    step.apply(draft);
                }
            }
        }
    }

    private static void refuseSecrets(Component component, List<Problem> problems) {
        if (ReleaseDraft.literalPassword(component) != null) {
            problems.add(Problem.error(
                    "SECRET_VALUE",
                    Location.of(component.traits().name() + ".database.password"),
                    "the password is a literal, which the hardened posture does not write into a manifest",
                    "Put it into a Secret of the cluster, and name that in `database.secretName`"));
        }
    }

    /** The name, the version, and what was switched off. */
    @Override
    public String toString() {
        return name + " " + version + (off.isEmpty() ? "" : " without " + String.join(", ", off.keySet()));
    }
}
