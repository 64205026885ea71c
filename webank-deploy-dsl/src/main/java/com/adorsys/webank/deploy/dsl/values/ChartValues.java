package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.ChartModel;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final Release release;
    /** What was last asked for. Two threads that ask at the same time get equal answers. */
    private volatile @Nullable Reading last;

    private ChartValues(Chart chart, MapTree said, String prefix, Locations locations, Release release) {
        this.chart = chart;
        this.said = said;
        this.prefix = prefix;
        this.locations = locations;
        this.release = release;
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
        return new ChartValues(chart, values, "", document.locations(), NO_RELEASE);
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
        return new ChartValues(chart, values, path, locations, NO_RELEASE);
    }

    /**
     * The values in an Argo CD Application: the {@code valuesObject} of each of its sources that is one of these charts.
     *
     * <p>The release is the one that the Application makes. What is not an Application of one of these charts has no
     * values; the structure of the Application itself is not looked at.
     */
    public static List<ChartValues> inApplication(YamlDocument document) {
        List<ChartValues> found = new ArrayList<>();
        if (document.tree() instanceof MapTree application
                && application.get("spec") instanceof MapTree spec
                && application.string("kind").orElse("").equals("Application")) {
            if (spec.get("source") instanceof MapTree source) {
                add(application, source, "spec.source", document.locations(), found);
            }
            ListTree sources = spec.list("sources").orElse(ListTree.of());
            for (int i = 0; i < sources.size(); i++) {
                if (sources.get(i) instanceof MapTree source) {
                    add(application, source, "spec.sources[" + i + "]", document.locations(), found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(
            MapTree application, MapTree source, String path, Locations locations, List<ChartValues> found) {
        String folder = source.string("path").orElse("");
        Optional<Chart> chart =
                Chart.named(source.string("chart").orElse(folder.substring(folder.lastIndexOf('/') + 1)));
        if (chart.isPresent() && source.at("helm", "valuesObject").orElse(null) instanceof MapTree values) {
            found.add(new ChartValues(
                    chart.get(), values, path + ".helm.valuesObject", locations, release(application, source)));
        }
    }

    private static Release release(MapTree application, MapTree source) {
        String named = Section.text(application.at("metadata", "name").orElse(null));
        String name = Section.text(source.at("helm", "releaseName").orElse(null));
        String namespace =
                Section.text(application.at("spec", "destination", "namespace").orElse(null));
        try {
            return Release.of(name.isEmpty() ? named : name, namespace.isEmpty() ? "default" : namespace);
        } catch (DeployException.InvalidInput invalid) {
            return NO_RELEASE;
        }
    }

    /** Whose values these are. */
    public Chart chart() {
        return chart;
    }

    /** What the user says, without the chart's defaults and with its expressions as they are. */
    public MapTree tree() {
        return said;
    }

    /** The release that an Application makes of these values; for other values {@code release-name}, as in Helm. */
    public Release release() {
        return release;
    }

    /** Every problem, errors and warnings, that the values have for their own {@link #release}; in the order of the file. */
    public List<Problem> problems() {
        return problems(release);
    }

    /** Every problem, errors and warnings, that the values have for a release; in the order of the file. */
    public List<Problem> problems(Release forRelease) {
        return reading(forRelease).problems;
    }

    /**
     * What the values describe.
     *
     * @throws DeployException.InvalidInput if one of the {@link #problems(Release)} is an error; it holds all of them
     */
    public ChartModel toModel(Release forRelease) {
        Reading reading = reading(forRelease);
        DeployException.InvalidInput.throwIfErrors(reading.problems);
        return reading.model.orElseThrow();
    }

    private Reading reading(Release forRelease) {
        Reading known = last;
        if (known == null || !known.release.equals(forRelease)) {
            known = ValuesReader.read(this, forRelease);
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
                "WRONG_TYPE",
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
