package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.ChartModel;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values in the format of the charts that this library replaces, as a user wrote them: a {@code values.yaml}, or the
 * {@code valuesObject} of an Argo CD Application.
 *
 * <p>They are merged over the chart's defaults as Helm merges them, and checked as Helm does not: an unknown key, a wrong
 * type or a value that could never work is a problem with its place in the file. Template expressions in values are
 * evaluated for a release, so most questions are asked for one. Immutable and thread-safe.
 */
public final class ChartValues {
    /** The name that {@code helm template} gives to a release that has none. */
    private static final Release NO_RELEASE = Release.of("release-name", "default");

    private final Chart chart;
    private final MapTree said;
    private final String prefix;
    private final Locations locations;
    /** What was last asked for. Two threads that ask at the same time get equal answers. */
    private volatile @Nullable Reading last;

    private ChartValues(Chart chart, MapTree said, String prefix, Locations locations) {
        this.chart = chart;
        this.said = said;
        this.prefix = prefix;
        this.locations = locations;
    }

    /**
     * Reads a values file.
     *
     * @throws DeployException.InvalidInput if it cannot be read, or holds something else than one map
     */
    public static ChartValues read(Chart chart, Path file) {
        return read(chart, YamlReader.read(file));
    }

    /**
     * The values in a document.
     *
     * @throws DeployException.InvalidInput if the document is not a map
     */
    public static ChartValues read(Chart chart, YamlDocument document) {
        Tree tree = document.tree();
        if (!(tree instanceof MapTree values)) {
            throw new DeployException.InvalidInput(
                    notMap(tree, document.locations().of("")));
        }
        return new ChartValues(chart, values, "", document.locations());
    }

    /**
     * The values in a part of a document, as in an Application's {@code valuesObject}.
     *
     * @param chart whose values they are
     * @param values what the user says
     * @param path where they are in their document, which is how problems name it
     * @param locations the document's places
     */
    public static ChartValues read(Chart chart, MapTree values, String path, Locations locations) {
        return new ChartValues(chart, values, path, locations);
    }

    /**
     * The values of the umbrella that describe a Webank, as an Argo CD Application's {@code valuesObject} has them.
     *
     * <p>Images, variables, the database and the Ingress are always written, since they differ from environment to
     * environment; anything else where it differs from the chart's default. Expressions are written as what they came to.
     *
     * @throws DeployException.InvalidInput if the Webank has what the chart cannot say, or a secret value; with every
     *     such place
     */
    public static MapTree write(Webank webank) {
        return new ValuesWriter().write(webank);
    }

    /** Whose values these are. */
    public Chart chart() {
        return chart;
    }

    /** What the user says, without the chart's defaults and with its expressions as they are. */
    public MapTree tree() {
        return said;
    }

    /** Every problem, errors and warnings, of values whose release is not known; in the order of the file. */
    public List<Problem> problems() {
        return problems(NO_RELEASE);
    }

    /** Every problem, errors and warnings, that the values have for a release; in the order of the file. */
    public List<Problem> problems(Release release) {
        return reading(release).problems;
    }

    /**
     * What the values describe.
     *
     * @throws DeployException.InvalidInput if one of the {@link #problems(Release)} is an error; it holds all of them
     */
    public ChartModel toModel(Release release) {
        Reading reading = reading(release);
        DeployException.InvalidInput.throwIfErrors(reading.problems);
        return reading.model.orElseThrow();
    }

    private Reading reading(Release release) {
        Reading known = last;
        if (known == null || !known.release.equals(release)) {
            known = ValuesReader.read(this, release);
            last = known;
        }
        return known;
    }

    /** The place of a path in these values. */
    Location location(String path) {
        return locations.of(prefixed(path));
    }

    private String prefixed(String path) {
        if (prefix.isEmpty() || path.isEmpty()) {
            return prefix + path;
        }
        return path.charAt(0) == '[' ? prefix + path : prefix + "." + path;
    }

    private static Problem notMap(Tree tree, Location location) {
        String found = tree instanceof ScalarTree scalar && !scalar.isNull() ? "a text or a number" : tree.describe();
        return Problem.error(
                ProblemCodes.WRONG_TYPE,
                location,
                "the values are " + found + "; a map is expected",
                "write the chart's keys, as in `replicaCount: 1`, or `{}` for none");
    }

    /** What came of reading the values for a release. */
    static final class Reading {
        private final Release release;
        private final List<Problem> problems;
        private final Optional<ChartModel> model;

        Reading(Release release, List<Problem> problems, Optional<ChartModel> model) {
            this.release = release;
            this.problems = List.copyOf(problems);
            this.model = model;
        }
    }
}
