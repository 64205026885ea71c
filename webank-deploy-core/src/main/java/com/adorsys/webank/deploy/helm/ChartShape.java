package com.adorsys.webank.deploy.helm;

import com.adorsys.webank.deploy.check.ShapeCheck;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.TreePath;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shape of a {@code Chart.yaml}, and how one is read. */
final class ChartShape {
    static final String API_VERSION = "v2";

    private static final Shape TEXT = Shape.string().printable();
    private static final Shape TEXTS = Shape.listOf(TEXT);

    private static final Shape MAINTAINER = Shape.object()
            .nullIsUnset()
            .required("name", TEXT)
            .field("email", TEXT)
            .field("url", TEXT)
            .build();

    private static final Shape DEPENDENCY = Shape.object()
            .nullIsUnset()
            .required("name", TEXT)
            .required("version", TEXT)
            .field("repository", TEXT)
            .field("condition", TEXT)
            .field("tags", TEXTS)
            .field("import-values", Shape.listOf(Shape.any()))
            .field("alias", TEXT)
            .build();

    private static final Shape CHART = Shape.object()
            .named("a Chart.yaml")
            .nullIsUnset()
            .required("apiVersion", TEXT)
            .required("name", TEXT)
            .required("version", TEXT)
            .field("description", TEXT)
            .field("type", Shape.oneOf("application", "library"))
            .field("appVersion", TEXT)
            .field("kubeVersion", TEXT)
            .field("home", TEXT)
            .field("sources", TEXTS)
            .field("keywords", TEXTS)
            .field("maintainers", Shape.listOf(MAINTAINER))
            .field("icon", TEXT)
            .field("deprecated", Shape.bool())
            .field("annotations", Shape.mapOf(TEXT))
            .field("dependencies", Shape.listOf(DEPENDENCY))
            .build();

    private static final Comparator<Problem> IN_ORDER =
            Comparator.comparingInt(problem -> problem.location().line());

    private final Locations locations;
    private final List<Problem> problems;

    private ChartShape(Locations locations, List<Problem> problems) {
        this.locations = locations;
        this.problems = problems;
    }

    static ChartMetadata read(YamlDocument document) {
        List<Problem> problems = ShapeCheck.problems(CHART, document.tree(), document.locations());
        Optional<String> apiVersion = Trees.map(document.tree()).string("apiVersion");
        if (apiVersion.isPresent() && !apiVersion.get().equals(API_VERSION)) {
            problems.add(Problem.error(
                    ProblemCodes.UNKNOWN_VALUE,
                    document.locations().of("apiVersion"),
                    "`apiVersion` is " + Problem.quote(apiVersion.get()) + ", and not `" + API_VERSION + "`",
                    "write `" + API_VERSION
                            + "`; in charts of Helm 2, move the dependencies from `requirements.yaml` too"));
        }
        problems.sort(IN_ORDER);
        DeployException.InvalidInput.throwIfErrors(problems);
        return new ChartShape(document.locations(), problems).read(Trees.map(document.tree()));
    }

    private ChartMetadata read(MapTree tree) {
        SemVer version =
                part("", "version", () -> SemVer.parse(tree.string("version").orElse("")));
        Optional<VersionConstraint> kubeVersion =
                tree.string("kubeVersion").map(text -> part("", "kubeVersion", () -> VersionConstraint.parse(text)));
        List<ChartMaintainer> maintainers = parts(tree, "maintainers", ChartMaintainer.PATH, ChartMaintainer::of);
        List<ChartDependency> dependencies = parts(tree, "dependencies", ChartDependency.PATH, ChartDependency::of);
        ChartMetadata metadata = part(
                "",
                "",
                () -> ImmutableChartMetadata.builder()
                        .name(tree.string("name").orElse(""))
                        .version(version == null ? SemVer.of(0, 0, 0) : version)
                        .description(tree.string("description"))
                        .type(
                                tree.string("type").equals(Optional.of("library"))
                                        ? ChartMetadata.Type.LIBRARY
                                        : ChartMetadata.Type.APPLICATION)
                        .appVersion(tree.string("appVersion"))
                        .kubeVersion(kubeVersion)
                        .home(tree.string("home"))
                        .addAllSources(ChartDependency.strings(tree, "sources"))
                        .addAllKeywords(ChartDependency.strings(tree, "keywords"))
                        .addAllMaintainers(maintainers)
                        .icon(tree.string("icon"))
                        .status(
                                Trees.isTrue(tree, "deprecated")
                                        ? ChartMetadata.Status.DEPRECATED
                                        : ChartMetadata.Status.MAINTAINED)
                        .putAllAnnotations(strings(tree.map("annotations").orElse(MapTree.of())))
                        .addAllDependencies(dependencies)
                        .build());
        problems.sort(IN_ORDER);
        DeployException.InvalidInput.throwIfErrors(problems);
        if (metadata == null) {
            throw new IllegalStateException("a Chart.yaml without problems has metadata");
        }
        return metadata;
    }

    private <T> List<T> parts(MapTree tree, String key, String path, Function<MapTree, T> reader) {
        List<T> parts = new ArrayList<>();
        ListTree list = tree.list(key).orElse(ListTree.of());
        for (int i = 0; i < list.size(); i++) {
            MapTree item = Trees.map(list, i);
            T part = part(path, TreePath.child(key, i), () -> reader.apply(item));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /**
     * Builds a part, and keeps its problems with their places in the text.
     *
     * @param path the path that the part's own problems begin with
     * @param place the path of the part in the document; if the part's own path is empty, a place replaces it
     */
    private <T> @Nullable T part(String path, String place, Supplier<T> builder) {
        try {
            return builder.get();
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                String own = problem.location().path();
                String below = own.startsWith(path + ".") ? own.substring(path.length() + 1) : own;
                boolean whole = path.isEmpty() && !place.isEmpty();
                Location location = locations.of(whole ? place : Location.join(place, below));
                problems.add(problem.at(location));
            }
            return null;
        }
    }

    private static Map<String, String> strings(MapTree tree) {
        Map<String, String> strings = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            if (value instanceof ScalarTree scalar) {
                strings.put(key, scalar.text());
            }
        });
        return strings;
    }
}
