package com.adorsys.webank.deploy.dsl.charts;

import static com.adorsys.webank.deploy.dsl.charts.KnownCharts.Confidence.LIKELY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KnownChartsTest {
    private static final Webank WEBANK = Samples.dev()
            .plusMicroservices(Microservice.builder()
                    .name("accounts")
                    .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                    .port(8082)
                    .route("/api/accounts")
                    .build());
    private static final KnownCharts CHARTS = KnownCharts.of(() -> environment(WEBANK));
    /** Where the environment must not be asked for. */
    private static final KnownCharts OLD_ONLY = KnownCharts.of(() -> {
        throw new AssertionError("The environment was asked for");
    });

    private static Environment environment(Webank webank) {
        return Environment.builder()
                .name("dev")
                .webank(webank)
                .destination(Destination.inCluster("webank"))
                .repository("https://github.com/example/configuration")
                .build();
    }

    private static GivenValues values(String yaml) {
        return GivenValues.of(YamlReader.read("values.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static ValuesDialect dialect(String chart, String yaml) {
        return CHARTS.dialect(chart, values(yaml), ValuesDialect.OLD);
    }

    @Nested
    class The_dialect_of_values {
        @Test
        void is_that_of_a_key_that_only_one_has() {
            assertThat(dialect("webank", "obs:\n  strategy: {type: Recreate}\n"))
                    .isEqualTo(ValuesDialect.OLD);
            assertThat(dialect("webank", "obs:\n  nodeSelector: {a: b}\n")).isEqualTo(ValuesDialect.EXPORTED);
            assertThat(dialect("webank-obs", "livenessProbe: null\n")).isEqualTo(ValuesDialect.OLD);
            assertThat(dialect("webank-obs", "podLabels: {a: b}\n")).isEqualTo(ValuesDialect.EXPORTED);
            assertThat(dialect("webank", "global: {network: {databaseSubnets: []}}\n"))
                    .isEqualTo(ValuesDialect.EXPORTED);
            assertThat(dialect("webank", "prs: {enabled: false}\n")).isEqualTo(ValuesDialect.EXPORTED);
            assertThat(dialect("webank", "accounts: {replicaCount: 2}\n")).isEqualTo(ValuesDialect.EXPORTED);
        }

        @Test
        void is_not_known_by_keys_of_both() {
            GivenValues both = values("obs:\n  image: {tag: \"2\"}\n  resources: {limits: {cpu: 1}}\n");

            assertThat(OLD_ONLY.dialect("webank", both, ValuesDialect.OLD)).isEqualTo(ValuesDialect.OLD);
            assertThat(CHARTS.dialect("webank", both, ValuesDialect.EXPORTED)).isEqualTo(ValuesDialect.EXPORTED);
        }

        @Test
        void is_not_known_by_keys_of_neither() {
            assertThat(dialect("webank", "obs:\n  replicaCounts: 2\n")).isEqualTo(ValuesDialect.OLD);
        }

        @Test
        void is_not_known_by_a_global_value_of_another_chart() {
            assertThat(CHARTS.dialect("webank", values("global: {imageRegistry: a}\n"), ValuesDialect.EXPORTED))
                    .isEqualTo(ValuesDialect.EXPORTED);
        }

        @Test
        void is_that_of_the_old_charts_where_no_chart_can_be_exported() {
            KnownCharts charts = KnownCharts.of(() -> environment(
                    WEBANK.withIngress(AlbIngress.class, alb -> alb.withExternalDns(Host.of("other.example.com")))));

            assertThat(charts.dialect("webank", values("obs:\n  nodeSelector: {a: b}\n"), ValuesDialect.OLD))
                    .isEqualTo(ValuesDialect.OLD);
        }

        @Test
        void is_not_both() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(
                            () -> dialect(
                                    "webank",
                                    "obs:\n  strategy: {}\n  volumes: []\n  nodeSelector: {a: b}\nprs:\n  volumes: []\n  volumeMounts: []\n"))
                    .satisfies(e -> assertThat(e.problems())
                            .extracting(Problem::toString)
                            .containsExactly(
                                    "values.yaml:4:3: error VALUES_MIXED obs.nodeSelector: `obs.strategy` (line 2), `obs.volumes` (line"
                                            + " 3), `prs.volumes` (line 6) and 1 more are keys of the old charts, and"
                                            + " `obs.nodeSelector` (line 4) is a key of the exported charts. Write values of one of"
                                            + " the two only."));
        }
    }

    @Nested
    class Values_of_the_other_dialect {
        @Test
        void are_named_with_their_lines() {
            assertThat(CHARTS.foreign(
                                    "webank-obs",
                                    values("podLabels: {}\nstrategy: {}\n"),
                                    ValuesDialect.EXPORTED,
                                    "`--dialect`")
                            .map(Problem::toString))
                    .contains(
                            "values.yaml:2:1: error VALUES_MIXED strategy: `podLabels` (line 1) is a key of the exported"
                                    + " charts, and `strategy` (line 2) is a key of the old charts; the values are for the exported"
                                    + " charts, by `--dialect`. Write values of the exported charts only.");
            assertThat(CHARTS.foreign(
                                    "webank-obs",
                                    GivenValues.of(MapTree.of("podLabels", MapTree.of())),
                                    ValuesDialect.OLD,
                                    "the version 1.2.0 of the chart")
                            .map(Problem::toString))
                    .contains(
                            "error VALUES_MIXED podLabels: `podLabels` is a key of the exported charts; the values are for"
                                    + " the old charts, by the version 1.2.0 of the chart. Write values of the old charts only.");
        }

        @Test
        void are_none_where_keys_are_of_both_or_of_neither() {
            GivenValues values = values("replicaCount: 2\nreplicaCounts: 2\n");

            for (ValuesDialect dialect : ValuesDialect.values()) {
                assertThat(CHARTS.foreign("webank-obs", values, dialect, "`--dialect`"))
                        .isEmpty();
            }
        }
    }

    @Nested
    class The_likely_chart {
        @Test
        void is_the_first_that_knows_all_keys() {
            assertThat(OLD_ONLY.guess(values("commonLabels: {a: b}\n"), LIKELY)).contains("webank");
            assertThat(OLD_ONLY.guess(values("replicaCount: 2\n"), LIKELY)).contains("webank-obs");
        }

        @Test
        void is_the_one_that_knows_most_keys_in_either_dialect() {
            assertThat(CHARTS.guess(values("ingress: {tags: {A: b}}\n"), LIKELY))
                    .contains("webank");
            assertThat(CHARTS.guess(values("podLabels: {a: b}\nsecretName: a\nreplicaCounts: 2\n"), LIKELY))
                    .contains("webank-obs");
            assertThat(CHARTS.guess(values("accounts: {}\nobs: {}\n"), LIKELY)).contains("webank");
            assertThat(CHARTS.guess(values("obs: {secretNam: a, nodeSelector: {a: b}}\n"), LIKELY))
                    .contains("webank");
            assertThat(CHARTS.guess(values("obs: {replicas: 3, secretName: a}\ningress: {hosts: a}\n"), LIKELY))
                    .contains("webank");
        }
    }

    @Test
    void are_the_old_ones_and_those_of_the_environment() {
        assertThat(CHARTS.names()).containsExactly("webank", "webank-userapp", "webank-obs", "webank-prs", "accounts");
        assertThat(OLD_ONLY.has("webank-prs")).isTrue();
        assertThat(CHARTS.has("accounts")).isTrue();
        assertThat(CHARTS.has("nginx")).isFalse();
    }

    private static final ValuesReading READING =
            new ValuesReading(new WebankDialect(WEBANK, new Rendered(Posture.hardened(), List.of())));
    private static final WebankCharts EXPORTED = WebankCharts.of(WEBANK);

    /** Values whose keys are all of the old charts too mean another thing there, and nothing in them says which. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void tell_that_written_values_are_of_the_exported_charts(@ForAll("drawn") MapTree drawn) {
        MapTree written = written(drawn);
        boolean isOfBoth = ChartValues.read(Chart.WEBANK, GivenValues.of(written)).problems().stream()
                .noneMatch(problem -> problem.code().equals(ProblemCodes.UNKNOWN_KEY));
        Statistics.collect(isOfBoth ? "keys of both" : "keys of the exported charts");

        assertThat(CHARTS.dialect("webank", GivenValues.of(written), ValuesDialect.OLD))
                .isEqualTo(isOfBoth ? ValuesDialect.OLD : ValuesDialect.EXPORTED);
        assertThat(CHARTS.foreign("webank", GivenValues.of(written), ValuesDialect.EXPORTED, "`--dialect`"))
                .isEmpty();
    }

    private static MapTree written(MapTree drawn) {
        try {
            return EXPORTED.values(EXPORTED.read(drawn));
        } catch (DeployException.InvalidInput refused) {
            return drawn;
        }
    }

    /** What the writer of the old charts' values writes. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void tell_that_values_of_the_old_charts_are_old(@ForAll("replicas") int replicas, @ForAll boolean isPinned) {
        Webank webank = Samples.dev()
                .withOnlineBanking(obs -> obs.withReplicas(replicas)
                        .withImage(isPinned ? obs.image().withDigest("sha256:" + "ab".repeat(32)) : obs.image()));
        MapTree written = ChartValues.write(webank);

        assertThat(OLD_ONLY.dialect("webank", GivenValues.of(written), ValuesDialect.OLD))
                .isEqualTo(ValuesDialect.OLD);
        assertThat(CHARTS.dialect("webank", GivenValues.of(written), ValuesDialect.EXPORTED))
                .isEqualTo(ValuesDialect.OLD);
    }

    @Provide
    Arbitrary<MapTree> drawn() {
        return Arbitraries.longs().map(seed -> new ChartDraws(new Random(seed)).values(READING));
    }

    @Provide
    Arbitrary<Integer> replicas() {
        return Arbitraries.integers().between(1, 9);
    }
}
