package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values in the format of the charts that this library replaces, as a user wrote them: a {@code values.yaml}, or the
 * {@code valuesObject} of an Argo CD Application.
 *
 * <p>They are merged over the chart's defaults as Helm does. Unlike Helm, unknown keys, wrong types and values that
 * cannot work are reported with their place in the file. Template expressions are evaluated for a release, so most
 * methods take one. Immutable and thread-safe.
 */
public final class ChartValues {
    /** The default release of {@code helm template}. */
    private static final Release NO_RELEASE = Release.of("release-name", "default");

    private final Chart chart;
    private final GivenValues given;
    /** The most recent result. Not synchronized: two threads get equal results. */
    private volatile @Nullable Reading last;

    private ChartValues(Chart chart, GivenValues given) {
        this.chart = chart;
        this.given = given;
    }

    /**
     * Reads a values file.
     *
     * @throws DeployException.InvalidInput if it cannot be read, or does not contain exactly one map
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
        return read(chart, GivenValues.of(document));
    }

    /**
     * The values in a part of a document, as in an Application's {@code valuesObject}.
     *
     * @param chart the chart that the values are for
     * @param values the user's values
     * @param path their path in the document, as shown in problems
     * @param locations the places of the document's values
     */
    public static ChartValues read(Chart chart, MapTree values, String path, Locations locations) {
        return read(chart, GivenValues.of(values, path, locations));
    }

    /** Values that were found already. */
    public static ChartValues read(Chart chart, GivenValues given) {
        return new ChartValues(chart, given);
    }

    /**
     * Whether a chart has a value, or a section of values, at a path. Every path below a value that is a map itself, such as labels, is
     * one of that value.
     *
     * @param path the keys, from the root of the values; in the umbrella a part's values are below its alias
     */
    public static boolean isKey(Chart chart, String... path) {
        ChartValue row = ChartTables.of(chart);
        for (String key : path) {
            ChartValue below = row.rows.get(key);
            if (below == null) {
                return row.type != ValueType.MAP || row.isOpen();
            }
            row = below;
        }
        return true;
    }

    /**
     * The paths of keys that the chart does not have, and of which it renders nothing. Keys of what it copies to manifests, such as
     * probes, are not among them.
     */
    public Set<String> unknownKeys() {
        Set<String> unknown = new LinkedHashSet<>();
        unknownKeys(given.tree(), ChartTables.of(chart), "", unknown);
        return unknown;
    }

    private static void unknownKeys(MapTree map, ChartValue section, String path, Set<String> unknown) {
        for (int i = 0; i < map.size(); i++) {
            String place = TreePath.child(path, map.keyAt(i));
            ChartValue row = section.rows.get(map.keyAt(i));
            if (row == null) {
                if (!section.isOpen()) {
                    unknown.add(place);
                }
            } else if (row.type == ValueType.MAP && map.valueAt(i) instanceof MapTree below) {
                unknownKeys(below, row, place, unknown);
            }
        }
    }

    /** A copy without the keys at some paths. */
    public ChartValues without(Set<String> paths) {
        return read(chart, given.withTree(without(given.tree(), paths, "")));
    }

    private static MapTree without(MapTree map, Set<String> paths, String path) {
        MapTree.Builder kept = MapTree.builder(map.size());
        for (int i = 0; i < map.size(); i++) {
            String place = TreePath.child(path, map.keyAt(i));
            if (!paths.contains(place)) {
                Tree value = map.valueAt(i);
                kept.put(map.keyAt(i), value instanceof MapTree below ? without(below, paths, place) : value);
            }
        }
        return kept.build();
    }

    /**
     * The values of the umbrella that describe a Webank, as an Argo CD Application's {@code valuesObject} has them.
     *
     * <p>Images, variables, the database and the Ingress are always written, since they differ between environments;
     * other values only where they differ from the chart's default. Expressions are written as their results.
     *
     * @throws DeployException.InvalidInput with every setting that the chart does not have, and with every secret value
     */
    public static MapTree write(Webank webank) {
        return ValuesWriter.write(webank);
    }

    /** The chart that the values are for. */
    public Chart chart() {
        return chart;
    }

    /** The path of the values in their document, as shown in problems; empty if they are the document. */
    public String path() {
        return given.path();
    }

    /** The user's values, without the chart's defaults and with unevaluated expressions. */
    public MapTree tree() {
        return given.tree();
    }

    /**
     * All problems, errors and warnings, for the default release of {@code helm template}; in the order of the file.
     */
    public List<Problem> problems() {
        return problems(NO_RELEASE);
    }

    /** All problems, errors and warnings, for a release in any posture; in the order of the file. */
    public List<Problem> problems(Release release) {
        return reading(release).problems;
    }

    /** The problems, errors and warnings, for a release in a posture; in the order of the file. */
    public List<Problem> problems(Release release, Posture posture) {
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : reading(release).problems) {
            if (!problem.isError() || ChartModel.isError(problem, posture)) {
                problems.add(problem);
            }
        }
        return problems;
    }

    /**
     * Reads the values into the model. An error of some postures alone is thrown when one of them renders it: in the chart posture,
     * common annotations become labels of pods.
     *
     * @throws DeployException.InvalidInput with all {@link #problems(Release)}, if one of them is an error in every posture
     */
    public ChartModel toModel(Release release) {
        Reading reading = reading(release);
        if (reading.model.isEmpty()) {
            throw new DeployException.InvalidInput(reading.problems);
        }
        return reading.model.get();
    }

    private Reading reading(Release release) {
        Reading known = last;
        if (known == null || !known.release.equals(release)) {
            known = ValuesReader.read(this, release);
            last = known;
        }
        return known;
    }

    /** The place of a path in these values; of all of them for an empty path. */
    public Location location(String path) {
        return given.location(path);
    }

    /** The result of reading the values for a release. */
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
