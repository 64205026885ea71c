package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values of the exported charts for values of the old ones. */
class ExportedValuesTest {
    private static final Path DEV = Path.of("src/test/resources/parity/umbrella-dev/values.yaml");
    private static final Path HISTORY = Path.of("../../shared/history");
    private static final Release RELEASE = Release.of("webank", "webank");
    private static final WebankCharts CHARTS = WebankCharts.of(Samples.dev(), Posture.chart());

    /** The exported chart writes the ports of the load balancer with other spaces. */
    private static final String PORTS = "warning CHART_CANNOT_SAY: `Ingress/webank` differs in"
            + " `metadata.annotations[\"alb.ingress.kubernetes.io/listen-ports\"]`, beside what the old chart renders."
            + " Check that it means the same, or go on with the old chart.";

    @Test
    void the_exported_chart_renders_the_same_with_them() {
        MapTree dev = dev();
        MapTree values = Trees.with(dev, ScalarTree.of(3), "obs", "replicaCount");

        ExportedValues exported = exported(values);

        assertThat(exported.tree().at("obs", "replicaCount")).contains(ScalarTree.of(3));
        assertRenderedEqual(values, exported);
    }

    private static void assertRenderedEqual(MapTree values, ExportedValues exported) {
        ManifestSet expected = model(values).render(Posture.chart());
        ManifestSet rendered = CHARTS.render(RELEASE, exported.tree());
        List<String> paths = new ArrayList<>();
        for (ManifestDiff.Change change :
                ManifestDiff.between(expected, rendered).changes()) {
            change.differences().forEach(difference -> paths.add(change.id().kind() + " " + difference.path()));
            assertThat(change.differences()).isNotEmpty();
        }
        assertThat(paths).isSubsetOf("Ingress metadata.annotations[\"alb.ingress.kubernetes.io/listen-ports\"]");
        assertThat(exported.differences())
                .hasSameSizeAs(paths)
                .extracting(Problem::toString)
                .allMatch(PORTS::equals);
    }

    @Test
    void what_the_exported_chart_cannot_say_is_refused_by_name() {
        MapTree values = (MapTree) YamlReader.read(DEV).tree();
        DeployException.InvalidInput invalid =
                catchThrowableOfType(DeployException.InvalidInput.class, () -> exported(values));

        assertThat(invalid.problems())
                .extracting(problem -> problem.code() + " " + problem.location().path())
                .containsExactly("CHART_CANNOT_SAY deployment-userapp.spec.template.spec.containers[0].envFrom");
    }

    @Test
    void annotations_that_say_more_than_a_typed_ingress_are_refused() {
        for (String[] change : new String[][] {
            {"alb.ingress.kubernetes.io/listen-ports", "[{\"HTTP\": 8080}]"},
            {"alb.ingress.kubernetes.io/target-type", "instance"},
            {"alb.ingress.kubernetes.io/healthy-threshold-count", "two"},
            {"alb.ingress.kubernetes.io/unknown", "x"}
        }) {
            MapTree values = Trees.with(dev(), ScalarTree.of(change[1]), "ingress", "annotations", change[0]);
            DeployException.InvalidInput invalid =
                    catchThrowableOfType(DeployException.InvalidInput.class, () -> exported(values));
            assertThat(invalid.problems())
                    .extracting(Problem::what)
                    .containsExactly("`ingress` is not an `AlbIngress`, which the values of the chart cannot say");
        }
    }

    /** Every revision of a real environment, where the files are. */
    @Test
    void every_revision_renders_the_same_or_is_refused_by_name() throws IOException {
        assumeTrue(Files.exists(HISTORY), "there is no folder " + HISTORY + " with the revisions");
        int equal = 0;
        try (Stream<Path> files = Files.list(HISTORY)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                MapTree values = ApplicationDocument.of(
                                (MapTree) YamlReader.read(file).tree())
                        .charts()
                        .get(0)
                        .values()
                        .orElseThrow();
                try {
                    assertRenderedEqual(values, exported(values));
                    equal++;
                } catch (DeployException.InvalidInput invalid) {
                    assertThat(invalid.problems())
                            .filteredOn(Problem::isError)
                            .extracting(Problem::code)
                            .isSubsetOf(
                                    ProblemCodes.CHART_CANNOT_SAY,
                                    ProblemCodes.MISSING_KEY,
                                    ProblemCodes.WRONG_TYPE,
                                    ProblemCodes.UNKNOWN_KEY);
                }
            }
        }
        assertThat(equal).isPositive();
    }

    /** The real environment, without what the exported chart cannot say. */
    private static MapTree dev() {
        MapTree values = (MapTree) YamlReader.read(DEV).tree();
        return values.with("userapp", Trees.map(values, "userapp").without("envFrom"));
    }

    private static ExportedValues exported(MapTree values) {
        return ExportedValues.of(model(values), CHARTS, Posture.chart());
    }

    private static ChartModel model(MapTree values) {
        return ChartValues.read(Chart.WEBANK, values, "", Locations.none()).toModel(RELEASE);
    }
}
