package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of exported charts that describe what values of the old charts do. Immutable. */
public final class ExportedValues {
    private final MapTree tree;
    private final List<Problem> differences;

    private ExportedValues(MapTree tree, List<Problem> differences) {
        this.tree = tree;
        this.differences = List.copyOf(differences);
    }

    /**
     * The values of exported charts for a model that was read from values of the old ones.
     *
     * <p>An Ingress of the class {@code alb} becomes one of a load balancer, if its annotations say nothing else.
     *
     * @param charts the exported charts
     * @param posture the posture that they were exported in
     * @throws DeployException.InvalidInput with everything that the exported charts cannot say
     */
    public static ExportedValues of(ChartModel model, WebankCharts charts, Posture posture) {
        Webank webank = model.webank()
                .orElseThrow(() -> new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.CHART_CANNOT_SAY,
                        Location.of(""),
                        "these are values of the chart of one component, and only those of the umbrella can be written",
                        "Name values of the chart `webank`")));
        Optional<Ingress> ingress = webank.ingress().map(TypedIngress::of);
        MapTree tree = charts.values(webank.withIngress(ingress));
        List<Problem> differences = new ArrayList<>();
        ManifestSet rendered = charts.render(model.release(), tree);
        for (ManifestDiff.Change change :
                ManifestDiff.between(model.render(posture), rendered).changes()) {
            String object = change.id().kind() + "/" + change.id().name();
            if (change.differences().isEmpty()) {
                differences.add(warning(object, "is rendered by only one of the charts"));
            }
            for (Difference difference : change.differences()) {
                differences.add(warning(object, "differs in `" + difference.path() + "`"));
            }
        }
        return new ExportedValues(tree, differences);
    }

    private static Problem warning(String object, String what) {
        return Problem.warning(
                ProblemCodes.CHART_CANNOT_SAY,
                Location.of(""),
                "`" + object + "` " + what + ", beside what the old chart renders",
                "Check that it means the same, or go on with the old chart");
    }

    /** The values, for the umbrella. */
    public MapTree tree() {
        return tree;
    }

    /** A warning for each field in which the exported charts render something else than the old ones. */
    public List<Problem> differences() {
        return differences;
    }
}
