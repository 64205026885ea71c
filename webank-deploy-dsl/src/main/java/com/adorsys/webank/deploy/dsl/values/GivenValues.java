package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;

/**
 * Values of a chart as a user wrote them, and where: a values file, or a part of an Argo CD Application. Immutable.
 *
 * <p>They are not checked yet: {@link ChartValues} reads those of the charts that this library replaces, {@code WebankCharts} those of
 * the charts that it exports.
 */
public final class GivenValues {
    private final MapTree tree;
    private final String path;
    private final Locations locations;

    private GivenValues(MapTree tree, String path, Locations locations) {
        this.tree = tree;
        this.path = path;
        this.locations = locations;
    }

    /** Values that were made in Java, whose problems have paths only. */
    public static GivenValues of(MapTree tree) {
        return of(tree, "", Locations.none());
    }

    /**
     * The values in a document.
     *
     * @throws DeployException.InvalidInput if the document is not a map
     */
    public static GivenValues of(YamlDocument document) {
        Tree tree = document.tree();
        if (!(tree instanceof MapTree values)) {
            throw new DeployException.InvalidInput(
                    notMap(tree, document.locations().of("")));
        }
        return of(values, "", document.locations());
    }

    /**
     * The values in a part of a document, as in an Application's {@code valuesObject}.
     *
     * @param tree the values
     * @param path their path in the document, as shown in problems
     * @param locations the places of the document's values
     */
    public static GivenValues of(MapTree tree, String path, Locations locations) {
        return new GivenValues(tree, path, locations);
    }

    private static Problem notMap(Tree tree, Location location) {
        String found = tree instanceof ScalarTree scalar && !scalar.isNull() ? "a text or a number" : tree.describe();
        return Problem.error(
                ProblemCodes.WRONG_TYPE,
                location,
                "the values are " + found + "; a map is expected",
                "write the chart's keys, as in `replicaCount: 1`, or `{}` for none");
    }

    /** A copy with other values, whose places are those of the document. */
    public GivenValues withTree(MapTree other) {
        return new GivenValues(other, path, locations);
    }

    /** The values, without the chart's defaults. */
    public MapTree tree() {
        return tree;
    }

    /** Their path in the document, as shown in problems; empty if they are the document. */
    public String path() {
        return path;
    }

    /** The place of a path in the values. */
    public Location location(String below) {
        return locations.of(Location.join(path, below));
    }

    /** Their path in the document, no content. */
    @Override
    public String toString() {
        return "values at " + location("");
    }
}
