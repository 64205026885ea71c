package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values of exported charts that describe what values of the old charts do, as far as the exported charts have values for it.
 * Immutable.
 */
public final class ExportedValues {
    private static final String USER_APP = "userapp";
    private static final String HEADER =
            "# For the exported chart webank, not for the old one. webank-deploy reads it with --dialect exported.\n";

    private final MapTree tree;
    private final List<Problem> differences;

    private ExportedValues(MapTree tree, List<Problem> differences) {
        this.tree = tree;
        this.differences = List.copyOf(differences);
    }

    /**
     * The values of exported charts for a model that was read from values of the old ones. What the exported charts have no value for
     * is as in the model that they were exported from, and is one of the {@link #differences}.
     *
     * <p>An Ingress of the class {@code alb} becomes one of a load balancer. Of any other Ingress only the host is a value.
     *
     * @param charts the exported charts
     * @param posture the posture that they were exported in
     * @throws DeployException.InvalidInput if the model is that of one component, or if the posture refuses it
     */
    public static ExportedValues of(ChartModel model, WebankCharts charts, Posture posture) {
        Webank webank = model.webank()
                .orElseThrow(() -> new DeployException.InvalidInput(Problem.error(
                        ProblemCodes.CHART_CANNOT_SAY,
                        Location.of(""),
                        "these are values of the chart of one component, and only those of the umbrella can be written",
                        "Name values of the chart `webank`")));
        Optional<Ingress> ingress = webank.ingress().map(TypedIngress::nearest);
        List<Problem> differences = new ArrayList<>();
        // Values of the old charts say nothing about networks, so those of the exported charts stay.
        MapTree tree =
                charts.nearestValues(webank.withIngress(ingress), differences).without("global");
        ManifestSet rendered = charts.render(model.release(), tree);
        for (ManifestDiff.Change change :
                ManifestDiff.between(model.render(posture), rendered).changes()) {
            add(change, differences);
        }
        return new ExportedValues(tree, differences);
    }

    private static void add(ManifestDiff.Change change, List<Problem> differences) {
        String object = "`" + change.id().kind() + "/" + change.id().name() + "`";
        Location section = Location.of(section(change));
        if (change.differences().isEmpty()) {
            boolean isLost = change.after().isEmpty();
            differences.add(Problem.warning(
                    ProblemCodes.CHART_CANNOT_SAY,
                    section,
                    object + " is rendered by the " + (isLost ? "old" : "exported") + " chart only",
                    isLost
                            ? "Create it in another way if it is still used, or go on with the old chart"
                            : "Check that it may be there, or go on with the old chart"));
        }
        for (Difference difference : change.differences()) {
            if (TypedIngress.isSame(difference)) {
                continue;
            }
            differences.add(
                    Problem.warning(
                            ProblemCodes.CHART_CANNOT_SAY,
                            section,
                            object + " differs in `" + difference.path() + "`: "
                                    + reason(change.id().kind(), section.path(), difference.path()),
                            "Check what that means, change the model and export the charts again, or go on with the old chart"));
        }
    }

    /** The section of the values that an object is of: that of a component, or {@code ingress}; empty for any other object. */
    private static String section(ManifestDiff.Change change) {
        Manifest manifest = change.after().or(change::before).orElseThrow();
        if (manifest.kind().equals("Ingress")) {
            return "ingress";
        }
        return Trees.text(manifest.tree(), "metadata", "labels", StandardLabels.NAME);
    }

    private static String reason(String kind, String section, String path) {
        if (section.equals(USER_APP) && path.contains(".env")) {
            return "the exported chart has only values for variables of the user app whose text is in `env`, since every visitor can"
                    + " read them";
        }
        if (kind.equals("NetworkPolicy")) {
            return "the exported chart has networks, in its values `global.network`";
        }
        return section.equals("ingress")
                ? "the exported chart has values for the Ingress of an AWS load balancer only, and none for this"
                : "the exported chart has no value for it";
    }

    /** The values, for the umbrella. */
    public MapTree tree() {
        return tree;
    }

    /** A warning for each field in which the exported charts render something else than the old ones. */
    public List<Problem> differences() {
        return differences;
    }

    /** The values as YAML, with a comment for each difference above the section that it is about. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String line : YamlWriter.writeValues(tree).split("\n")) {
            int end = line.indexOf(':');
            if (end > 0 && tree.has(line.substring(0, end))) {
                comments(line.substring(0, end), text);
            }
            text.append(line).append('\n');
            if (line.equals("---")) {
                text.append(HEADER);
                comments("", text);
            }
        }
        return text.toString();
    }

    private void comments(String section, StringBuilder text) {
        for (Problem difference : differences) {
            String path = difference.location().path();
            int dot = path.indexOf('.');
            String first = dot < 0 ? path : path.substring(0, dot);
            if (section.isEmpty() ? !tree.has(first) : first.equals(section)) {
                text.append("# ").append(difference.what().replace('\n', ' ')).append(".\n");
            }
        }
    }
}
