package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.ChartSource;
import com.adorsys.webank.deploy.argocd.OtherSource;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.HelmValues;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.tree.FileTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The Helm charts of a Webank, exported from the model: one of each component, and the umbrella {@code webank}, of which they are
 * parts. Immutable.
 *
 * <pre>{@code
 * WebankCharts charts = WebankCharts.of(webank);
 * charts.tree("charts").writeTo(repository);
 * }</pre>
 *
 * <p>The settings of the Webank are the defaults of the charts' values, or constants of their templates where the charts have no
 * value for them. With any values that their schemas and rules accept, Helm renders what the model renders.
 */
public final class WebankCharts implements ExportedChart {
    /** The version of charts that say none. The charts that this library replaces have versions below 2. */
    static final SemVer VERSION = SemVer.of(2, 0, 0);

    private final WebankDialect dialect;
    private final ValuesReading reading;
    private final SemVer version;

    private WebankCharts(WebankDialect dialect, ValuesReading reading, SemVer version) {
        this.dialect = dialect;
        this.reading = reading;
        this.version = version;
    }

    /**
     * The charts of a Webank in the {@link Posture#hardened() hardened} posture.
     *
     * @throws DeployException.InvalidInput as {@link #of(Webank, Posture)}
     */
    public static WebankCharts of(Webank webank) {
        return of(webank, Posture.hardened());
    }

    /**
     * The charts of a Webank.
     *
     * @throws DeployException.InvalidInput with each object that depends on the values in a way that no template can say, such as a
     *     call between two components, and with each setting that the values cannot say
     */
    public static WebankCharts of(Webank webank, Posture posture) {
        return of(webank, new Rendered(posture, List.of()));
    }

    /**
     * The charts of what an environment deploys, in its posture and with its patches.
     *
     * @throws DeployException.InvalidInput as {@link #of(Webank, Posture)}, and if the environment has further manifests, or a patch
     *     that selects nothing in a release of another name: they are for one release, and charts are for any
     */
    public static WebankCharts of(Environment environment) {
        List<Problem> problems = new ArrayList<>();
        ManifestSet other = environment.webank().render(Release.of("release", "namespace"), environment.posture());
        for (ManifestPatch patch : environment.patches()) {
            if (!Rendered.meets(patch, other)) {
                problems.add(ofOneRelease("patches", "the " + patch));
            }
        }
        for (Manifest manifest : environment.extraManifests().manifests()) {
            problems.add(ofOneRelease("extraManifests", "`" + manifest.id() + "`"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return of(environment.webank(), new Rendered(environment.posture(), environment.patches()));
    }

    private static Problem ofOneRelease(String setting, String what) {
        return Problem.error(
                ProblemCodes.CHART_CANNOT_SAY,
                Location.of(setting),
                what + " is for one release, and a chart is for any",
                "Write it as a `PostureStep`, which is given the objects of each release");
    }

    private static WebankCharts of(Webank webank, Rendered rendered) {
        WebankDialect dialect = new WebankDialect(webank, rendered);
        return new WebankCharts(dialect, new ValuesReading(dialect), VERSION);
    }

    /** A copy whose charts have another version. Default: 2.0.0. */
    public WebankCharts withVersion(SemVer other) {
        return new WebankCharts(dialect, reading, other);
    }

    /** The umbrella, with the charts of the components as its parts. */
    public HelmChart umbrella() {
        return new ChartFiles(dialect, reading.derived(), version).chart(reading.shape(), parts());
    }

    /**
     * The chart of a component.
     *
     * @param name {@code obs}, {@code prs}, {@code userapp}, or a microservice's name
     * @throws DeployException.InvalidInput if there is no such component
     */
    public ComponentChart part(String name) {
        PartDialect part = dialect.parts().get(name);
        ValuesReading ofPart = reading.parts().get(name);
        if (part == null || ofPart == null) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.COMPONENT_UNKNOWN,
                    Location.of(name),
                    "there is no component " + Problem.quote(name),
                    Names.remedy(name, dialect.parts().keySet())));
        }
        return ComponentChart.of(part, ofPart, version);
    }

    /**
     * The chart of a name: the umbrella {@code webank}, or that of a component, such as {@code webank-obs}.
     *
     * @throws DeployException.InvalidInput if there is no such chart
     */
    public ExportedChart named(String chartName) {
        if (chartName.equals(WebankDialect.NAME)) {
            return this;
        }
        List<String> names = new ArrayList<>(List.of(WebankDialect.NAME));
        for (String part : dialect.parts().keySet()) {
            ComponentChart chart = part(part);
            if (chart.name().equals(chartName)) {
                return chart;
            }
            names.add(chart.name());
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.CHART_UNKNOWN,
                Location.of("chart"),
                "no chart " + Problem.quote(chartName) + " is exported",
                Names.remedy(chartName, names)));
    }

    private List<HelmChart> parts() {
        List<HelmChart> parts = new ArrayList<>();
        for (String name : dialect.parts().keySet()) {
            parts.add(part(name).chart());
        }
        return parts;
    }

    /** All charts: those of the components, then the umbrella. */
    public List<HelmChart> charts() {
        List<HelmChart> charts = new ArrayList<>(parts());
        charts.add(umbrella());
        return charts;
    }

    /** The folders of all charts below a folder, each a scope of its own. */
    public FileTree tree(String folder) {
        List<FileTree> trees = new ArrayList<>();
        for (HelmChart chart : charts()) {
            String name = chart.metadata().name();
            trees.add(chart.tree(folder.isEmpty() ? name : folder + "/" + name));
        }
        return FileTree.of(trees);
    }

    @Override
    public MapTree defaults() {
        return dialect.initial().values();
    }

    /**
     * The Webank with values of a user, which are merged over the defaults as Helm does.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with the values
     */
    public Webank read(MapTree values) {
        return read(GivenValues.of(values));
    }

    /** {@link #read(MapTree)} for values of a file, whose problems have their places in it. */
    public Webank read(GivenValues values) {
        return reading.read(dialect.initial().release(), values, dialect::webank);
    }

    @Override
    public List<Problem> problems(GivenValues values) {
        return problems(dialect.initial().release(), values);
    }

    @Override
    public List<Problem> problems(Release release, GivenValues values) {
        return reading.problems(release, values);
    }

    /**
     * The values with which the umbrella renders a Webank: those that differ from the defaults.
     *
     * @param webank one like that which the charts were exported from, such as another environment's
     * @throws DeployException.InvalidInput with each object that depends on a setting which the values cannot say
     */
    public MapTree values(Webank webank) {
        MapTree values = overrides(webank);
        dialect.checkSame(webank, reading.point(dialect.initial().release(), GivenValues.of(values)));
        return values;
    }

    /**
     * The values with which the umbrella renders as much of a Webank as values can say. The rest is as in the model that the charts
     * were exported from: compare what {@link #render} renders with what the Webank renders.
     *
     * @param leftOut receives a warning for each value that the schema or a rule of the charts refuses, and that is left out
     * @throws DeployException.InvalidInput if a refusal is about none of the values
     */
    public MapTree nearestValues(Webank webank, List<Problem> leftOut) {
        MapTree values = overrides(dialect.nearest(webank));
        for (List<Problem> refused = errors(values); !refused.isEmpty(); refused = errors(values)) {
            Set<String> paths = new HashSet<>();
            for (Problem problem : refused) {
                String path = problem.location().path();
                paths.add(path);
                boolean isMissing = problem.code().equals(ProblemCodes.MISSING_KEY);
                leftOut.add(Problem.warning(
                        ProblemCodes.CHART_CANNOT_SAY,
                        problem.location(),
                        isMissing
                                ? "the exported chart requires `" + path + "`, so its default is kept"
                                : "the exported chart refuses `" + path + "`, so its default is kept: "
                                        + problem.what(),
                        isMissing ? "Set it, or go on with the old chart" : problem.remedy()));
            }
            MapTree kept = (MapTree) without(values, paths, "");
            if (kept.equals(values)) {
                throw new DeployException.InvalidInput(refused);
            }
            values = kept;
        }
        return values;
    }

    private List<Problem> errors(MapTree values) {
        return problems(GivenValues.of(values)).stream()
                .filter(Problem::isError)
                .toList();
    }

    /** A copy without what is at some paths. A map of which nothing is left is left out too. */
    private static Tree without(Tree tree, Set<String> paths, String path) {
        if (tree instanceof MapTree map) {
            MapTree.Builder kept = MapTree.builder(map.size());
            map.forEach((key, value) -> {
                String place = TreePath.child(path, key);
                Tree rest = paths.contains(place) ? MapTree.of() : without(value, paths, place);
                if (rest.equals(value) || !rest.equals(MapTree.of())) {
                    kept.put(key, rest);
                }
            });
            return kept.build();
        }
        if (!(tree instanceof ListTree list)) {
            return tree;
        }
        List<Tree> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = TreePath.child(path, i);
            if (!paths.contains(place)) {
                kept.add(without(list.get(i), paths, place));
            }
        }
        return ListTree.of(kept);
    }

    private MapTree overrides(Webank webank) {
        MapTree all = dialect.values();
        MapTree complete = new WebankDialect(webank, dialect.rendered()).values();
        MapTree off = MapTree.of();
        for (String part : dialect.parts().keySet()) {
            if (!complete.has(part)) {
                off = off.with(part, MapTree.of("enabled", ScalarTree.of(false)));
                all = all.without(part);
            }
        }
        return HelmValues.overrides(all, complete).toBuilder().putAll(off).build();
    }

    @Override
    public ManifestSet render(Release release, GivenValues values) {
        return reading.read(release, values, dialect::render);
    }

    /**
     * The Argo CD Application that deploys an environment by the umbrella in the environment's Git repository.
     *
     * @param path the umbrella's folder in the repository, such as {@code charts/webank}
     * @throws DeployException.InvalidInput if the environment has another posture or other patches than the charts, or objects that
     *     the charts do not have, such as a ResourceQuota; if the schema or a rule of the charts refuses a setting; or as {@link
     *     #values}
     */
    public ArgoApplication applicationFromGit(Environment environment, String path) {
        MapTree source = MapTree.of("repoURL", environment.repository())
                .with("path", path)
                .with("targetRevision", environment.revision())
                .with(
                        "helm",
                        MapTree.of("releaseName", environment.releaseName()).toBuilder()
                                .putAll(ChartSource.written(values(environment)))
                                .build());
        return environment.application().withSource(OtherSource.of(MapTree.of("source", source)));
    }

    /**
     * The Argo CD Application that deploys an environment by the umbrella in a repository of charts.
     *
     * @param url the repository's address: {@code https://host/path}, or {@code oci://host/path} for a registry
     * @throws DeployException.InvalidInput as {@link #applicationFromGit}
     */
    public ArgoApplication applicationFromRepository(Environment environment, String url) {
        return environment
                .application()
                .withSource(ChartSource.builder()
                        .repoUrl(url)
                        .chart(WebankDialect.NAME)
                        .version(version.toString())
                        .releaseName(environment.releaseName())
                        .values(values(environment))
                        .build());
    }

    private MapTree values(Environment environment) {
        List<Problem> problems = new ArrayList<>();
        if (!environment.posture().equals(dialect.rendered().posture())) {
            problems.add(differs("posture", environment));
        }
        if (!environment.patches().equals(dialect.rendered().patches())) {
            problems.add(differs("patches", environment));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        MapTree values = values(environment.webank());
        ManifestSet rendered = render(environment.release(), values);
        for (Manifest manifest : environment.manifests()) {
            if (rendered.find(manifest.id()).isEmpty()) {
                problems.add(Problem.error(
                        ProblemCodes.CHART_CANNOT_SAY,
                        Location.of(manifest.id().toString()),
                        "the charts do not have the object, which the environment `" + environment.name() + "` deploys",
                        "Apply it in another way, and leave it out of the environment, or let Argo CD read the generated"
                                + " folder instead of a chart"));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return values;
    }

    private static Problem differs(String setting, Environment environment) {
        return Problem.error(
                ProblemCodes.CHART_CANNOT_SAY,
                Location.of(setting),
                "the charts were exported with other `" + setting + "` than the environment `" + environment.name()
                        + "` has",
                "Export charts from that environment");
    }

    /** The umbrella's version, and the names of its parts. */
    @Override
    public String toString() {
        return WebankDialect.NAME + "-" + version + " of " + dialect.parts().keySet();
    }
}
