package com.adorsys.webank.deploy.dsl.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.values.ChartModel;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values of the exported charts for values of the old ones. */
class ExportedValuesTest {
    private static final Path DEV = Path.of("src/test/resources/parity/umbrella-dev/values.yaml");
    private static final Path HISTORY = Path.of("../../shared/history");
    private static final Release RELEASE = Release.of("webank", "webank");
    private static final WebankCharts CHARTS = WebankCharts.of(Samples.dev(), Posture.chart());

    /** The exported chart writes the ports of the load balancer with other spaces. */
    private static final String PORTS = "metadata.annotations[\"alb.ingress.kubernetes.io/listen-ports\"]";

    @Test
    void the_exported_chart_renders_the_same_with_them() {
        MapTree values = Trees.with(withoutSecret(), ScalarTree.of(3), "obs", "replicaCount");

        ExportedValues exported = exported(values);

        assertThat(exported.text()).isEqualTo("""
                ---
                # For the exported chart webank, not for the old one. webank-deploy reads it with --dialect exported.
                obs:
                  replicaCount: 3
                """);
        assertThat(exported.differences()).isEmpty();
        assertDifferencesNamed(values, exported);
    }

    @Test
    void a_secret_of_the_user_app_is_a_comment_and_the_rest_is_written() {
        MapTree values = Trees.with(dev(), ScalarTree.of("v2"), "userapp", "image", "tag");

        ExportedValues exported = exported(values);

        assertThat(exported.text()).isEqualTo("""
                ---
                # For the exported chart webank, not for the old one. webank-deploy reads it with --dialect exported.
                # `Deployment/webank-userapp` differs in `spec.template.spec.containers[name=userapp-frontend].envFrom`: %s
                userapp:
                  image:
                    tag: v2
                """.formatted(
                        "the exported chart has only values for variables of the user app whose text is in `env`, since every visitor"
                                + " can read them."));
        assertDifferencesNamed(values, exported);
    }

    @Test
    void a_default_that_the_old_values_do_not_have_is_removed() {
        MapTree annotations = Trees.map(dev(), "ingress", "annotations");
        MapTree values = Trees.with(
                withoutSecret(),
                annotations.without("alb.ingress.kubernetes.io/load-balancer-name"),
                "ingress",
                "annotations");

        ExportedValues exported = exported(values);

        assertThat(exported.text()).isEqualTo("""
                ---
                # For the exported chart webank, not for the old one. webank-deploy reads it with --dialect exported.
                ingress:
                  loadBalancerName: null
                """);
        assertThat(YamlReader.read("values.yaml", exported.text().getBytes(StandardCharsets.UTF_8))
                        .tree())
                .isEqualTo(exported.tree());
        assertDifferencesNamed(values, exported);
    }

    @Test
    void annotations_that_say_more_than_a_typed_ingress_are_named() {
        for (String[] change : new String[][] {
            {"alb.ingress.kubernetes.io/listen-ports", "[{\"HTTP\": 8080}]"},
            {"alb.ingress.kubernetes.io/target-type", "instance"},
            {"alb.ingress.kubernetes.io/unknown", "x"}
        }) {
            MapTree values = Trees.with(withoutSecret(), ScalarTree.of(change[1]), "ingress", "annotations", change[0]);
            ExportedValues exported = exported(values);
            assertThat(exported.differences())
                    .singleElement()
                    .extracting(Problem::what)
                    .asString()
                    .startsWith("`Ingress/webank` differs in `metadata.annotations[\"" + change[0] + "\"]`: ");
            assertDifferencesNamed(values, exported);
        }
    }

    @Test
    void of_an_ingress_of_another_class_the_host_is_written() {
        MapTree ingress = MapTree.of("className", "nginx")
                .with("host", "bank.example.com")
                .with("annotations", MapTree.of("cert-manager.io/cluster-issuer", "letsencrypt"))
                .with("tls", ScalarTree.of(true));
        MapTree values = withoutSecret().with("ingress", ingress);

        ExportedValues exported = exported(values);

        assertThat(exported.tree()).isEqualTo(MapTree.of("ingress", MapTree.of("host", "bank.example.com")));
        assertThat(exported.text().lines().skip(2).filter(line -> line.startsWith("# ")))
                .contains("# `Ingress/webank` differs in `spec.ingressClassName`: the exported chart has values for the"
                        + " Ingress of an AWS load balancer only, and none for this.")
                .hasSameSizeAs(exported.differences());
        assertDifferencesNamed(values, exported);
    }

    @Test
    void without_an_ingress_the_one_of_the_exported_chart_is_named() {
        MapTree values = withoutSecret().with("ingress", ScalarTree.ofNull());

        ExportedValues exported = exported(values);

        assertThat(exported.tree()).isEqualTo(MapTree.of());
        assertDifferencesNamed(values, exported);
    }

    @Test
    void a_value_that_the_exported_chart_refuses_is_left_out_with_its_reason() {
        MapTree values = Trees.with(withoutSecret(), ScalarTree.of(2000), "obs", "replicaCount");

        ExportedValues exported = exported(values);

        assertThat(exported.tree()).isEqualTo(MapTree.of());
        assertThat(exported.differences())
                .extracting(Problem::toString)
                .first()
                .isEqualTo(
                        "warning CHART_CANNOT_SAY obs.replicaCount: the exported chart refuses `obs.replicaCount`, so its"
                                + " default is kept: `replicaCount` is `2000`; a whole number from 0 to 1000 is expected. Write a"
                                + " number within the range.");
        assertDifferencesNamed(values, exported);
    }

    /** Every revision of a real environment, where the files are. */
    @Test
    void every_readable_revision_is_written_and_each_difference_is_named() throws IOException {
        assumeTrue(Files.exists(HISTORY), "there is no folder " + HISTORY + " with the revisions");
        int written = 0;
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
                ChartModel model;
                try {
                    model = model(values);
                } catch (DeployException.InvalidInput invalid) {
                    continue;
                }
                assertDifferencesNamed(values, ExportedValues.of(model, CHARTS, Posture.chart()));
                written++;
            }
        }
        assertThat(written).isGreaterThan(10);
    }

    /** That a warning and a comment name each object and field that the exported charts render differently. */
    private static void assertDifferencesNamed(MapTree values, ExportedValues exported) {
        ManifestSet expected = model(values).render(Posture.chart());
        ManifestSet rendered = CHARTS.render(RELEASE, exported.tree());
        for (ManifestDiff.Change change :
                ManifestDiff.between(expected, rendered).changes()) {
            String object = "`" + change.id().kind() + "/" + change.id().name() + "` ";
            if (change.differences().isEmpty()) {
                assertNamed(object + "is rendered by the ", exported);
            }
            for (Difference difference : change.differences()) {
                if (!difference.path().equals(PORTS)) {
                    assertNamed(object + "differs in `" + difference.path() + "`: ", exported);
                }
            }
        }
    }

    private static void assertNamed(String what, ExportedValues exported) {
        assertThat(exported.differences())
                .extracting(Problem::what)
                .as(exported.text())
                .anyMatch(text -> text.startsWith(what));
        assertThat(exported.text().lines()).anyMatch(line -> line.startsWith("# " + what));
    }

    private static MapTree dev() {
        return (MapTree) YamlReader.read(DEV).tree();
    }

    /** The real environment, without what the exported chart cannot say. */
    private static MapTree withoutSecret() {
        return dev().with("userapp", Trees.map(dev(), "userapp").without("envFrom"));
    }

    private static ExportedValues exported(MapTree values) {
        return ExportedValues.of(model(values), CHARTS, Posture.chart());
    }

    private static ChartModel model(MapTree values) {
        return ChartValues.read(Chart.WEBANK, values, "", Locations.none()).toModel(RELEASE);
    }
}
