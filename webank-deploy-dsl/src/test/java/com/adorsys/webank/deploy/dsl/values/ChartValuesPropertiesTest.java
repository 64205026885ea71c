package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds for values of any kind. */
class ChartValuesPropertiesTest {
    private static final Release RELEASE = Release.of("webank", "blue");

    /** Half of the keys are ones that the charts have, so that the trees get deep into the checks. */
    private static final List<String> KEYS = keys();

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void values_without_an_error_render_and_others_are_refused_with_every_problem(
            @ForAll Chart chart, @ForAll("values") MapTree values) {
        boolean wrong = check(chart, values);

        Statistics.collect(wrong);
        Statistics.coverage(each -> {
            each.check(true).count(times -> times > 0);
            each.check(false).count(times -> times > 0);
        });
    }

    @Property(tries = 200)
    void a_null_everywhere_is_reported_or_harmless(@ForAll Chart chart, @ForAll("paths") List<String> path) {
        Tree tree = ScalarTree.ofNull();
        for (int i = path.size() - 1; i >= 0; i--) {
            tree = MapTree.of(path.get(i), tree);
        }
        check(chart, (MapTree) tree);
    }

    /** Checks what holds for all values; returns whether these have an error. */
    private static boolean check(Chart chart, MapTree values) {
        ChartValues read = ChartValues.read(chart, values, "a.b", Locations.none());
        List<Problem> problems = read.problems(RELEASE);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.location().path())
                        .matches(path -> path.startsWith("a.b"), "has its prefix"));
        assertThat(ChartValues.read(chart, values, "a.b", Locations.none()).problems(RELEASE))
                .isEqualTo(problems);
        boolean wrong = problems.stream().anyMatch(Problem::isError);
        if (wrong) {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> read.toModel(RELEASE).render(Posture.chart()))
                    .satisfies(invalid -> assertThat(invalid.problems()).isEqualTo(problems));
        } else {
            assertThat(read.toModel(RELEASE).render(Posture.chart())).isNotEmpty();
        }
        return wrong;
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of(KEYS).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<MapTree> values() {
        return map(tree(3));
    }

    private static Arbitrary<Tree> tree(int depth) {
        Arbitrary<Tree> scalar = Arbitraries.oneOf(
                Arbitraries.of(
                                "",
                                "text",
                                "{{ .Release.Name }}",
                                "{{ .Values.env }}",
                                "{{",
                                "{{ x | y }}",
                                "Recreate",
                                "NodePort",
                                "LoadBalancer",
                                "a b",
                                "http",
                                "25%",
                                "10.0.0.1",
                                "::1",
                                "*.a.b",
                                "${X}",
                                "{{ .Values.image.tag }}",
                                "{{ .Values.commonLabels | toYaml }}",
                                "{{ .Values.name }}")
                        .map(ScalarTree::of),
                Arbitraries.longs().map(ScalarTree::of),
                Arbitraries.of(0L, 1L, 80L, 70000L).map(ScalarTree::of),
                Arbitraries.of(true, false).map(truth -> ScalarTree.of((boolean) truth)),
                Arbitraries.of("1.5", "-0.0", ".nan").map(ScalarTree::ofFloat),
                Arbitraries.strings().ofMaxLength(80).map(ScalarTree::of),
                Arbitraries.just(ScalarTree.ofNull()));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<Tree> list = tree(depth - 1).list().ofMaxSize(3).map(ListTree::of);
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalar), Tuple.of(4, map(tree(depth - 1)).map(map -> map)), Tuple.of(1, list));
    }

    private static Arbitrary<MapTree> map(Arbitrary<Tree> value) {
        Arbitrary<String> key = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(KEYS)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
        return Combinators.combine(key, value)
                .as(Map::entry)
                .list()
                .ofMaxSize(6)
                .map(entries -> {
                    MapTree.Builder map = MapTree.builder();
                    entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
                    return map.build();
                });
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("name", "value", "valueFrom", "secretKeyRef", "global", "db"));
        collect(ChartTables.defaults(Chart.WEBANK_OBS), keys);
        collect(ChartTables.defaults(Chart.WEBANK), keys);
        return keys;
    }

    private static void collect(MapTree map, List<String> keys) {
        for (String key : map.keys()) {
            keys.add(key);
            if (map.get(key) instanceof MapTree inner) {
                collect(inner, keys);
            }
        }
    }
}
