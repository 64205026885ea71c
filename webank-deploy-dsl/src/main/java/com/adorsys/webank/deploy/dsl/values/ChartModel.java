package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.Rendering;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.internal.steps.HardenedSteps;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model read from values in the charts' format: a {@link Webank} for the umbrella, one {@link Component} for any
 * other chart. Immutable. It keeps settings that only the charts have, such as a literal password.
 */
public final class ChartModel {
    private final Release release;
    private final @Nullable Webank webank;
    private final @Nullable Component component;
    /** The problems of the values, which may have errors of some postures alone. */
    private final List<Problem> problems;

    private ChartModel(
            Release release, @Nullable Webank webank, @Nullable Component component, List<Problem> problems) {
        this.release = release;
        this.webank = webank;
        this.component = component;
        this.problems = problems;
    }

    /**
     * Builds the model from finished values.
     *
     * @param problems the problems of the values, in their places
     * @throws DeployException.InvalidInput with every problem that the model finds, by its path in the model
     */
    static ChartModel of(FinishedValues values, Release release, List<Problem> problems) {
        return values.chart() == Chart.WEBANK
                ? new ChartModel(release, ModelReading.webank(values, release), null, problems)
                : new ChartModel(
                        release,
                        null,
                        ModelReading.component(values, release, values.chart().chartName()),
                        problems);
    }

    /** The Webank, if the values are those of the umbrella. */
    public Optional<Webank> webank() {
        return Optional.ofNullable(webank);
    }

    /** The component, if the values are those of a component's chart. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The release that the values were read for. */
    public Release release() {
        return release;
    }

    /**
     * Renders the model.
     *
     * @throws DeployException.InvalidInput as {@link #rendering}
     */
    public ManifestSet render(Posture posture) {
        return rendering(posture).manifests();
    }

    /**
     * Renders the model, and says what the posture warns of.
     *
     * @throws DeployException.InvalidInput with the problems of the values, if one of them is an error in this posture
     */
    public Rendering rendering(Posture posture) {
        for (Problem problem : problems) {
            if (isError(problem, posture)) {
                throw new DeployException.InvalidInput(problems);
            }
        }
        return webank != null
                ? webank.rendering(release, posture)
                : Objects.requireNonNull(component).rendering(release, posture);
    }

    /** Whether a problem of values is an error in every posture. */
    static boolean isError(Problem problem) {
        return problem.isError() && !problem.code().equals(ProblemCodes.ANNOTATION_AS_LABEL);
    }

    /** Whether a problem of values is an error in a posture. Some postures do not make labels of annotations. */
    static boolean isError(Problem problem, Posture posture) {
        return problem.isError() && (isError(problem) || makesLabels(posture));
    }

    private static boolean makesLabels(Posture posture) {
        for (PostureStep step : posture.steps()) {
            if (step.name().equals(HardenedSteps.ANNOTATIONS)) {
                return false;
            }
        }
        return true;
    }
}
