package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The faults that the values of a real environment had over time. */
class HistoryTest {
    private static final Path HISTORY = Path.of("../../shared/history");

    /** Every revision of the real file, where the files are. */
    @TestFactory
    Stream<DynamicTest> every_revision() {
        Path expected = HISTORY.resolve("expected.json");
        if (!Files.exists(expected)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "no revisions", () -> assumeTrue(false, "there is no file " + expected + " with the revisions")));
        }
        MapTree revisions = (MapTree) YamlReader.read(expected).tree();
        return revisions.keys().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> check(name, revisions.map(name).orElseThrow())));
    }

    private static void check(String name, MapTree expected) {
        YamlDocument document = YamlReader.read(HISTORY.resolve(name + ".yaml"));
        List<Problem> problems = new ArrayList<>(problems(document));
        problems.addAll(ApplicationDocument.check(document.tree(), document.locations()));
        assertThat(problems)
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.location().path())
                .containsExactlyElementsOf(paths(expected, "errors").toList());
        assertThat(problems)
                .filteredOn(problem -> !problem.isError())
                .extracting(problem -> problem.location().path())
                .containsAll(paths(expected, "warnings").toList());
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.location().line()).isPositive();
            assertThat(problem.location().column()).isPositive();
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.toString()).doesNotContain("yourpassword", "jude1234");
        });
    }

    /** The problems of the values of every chart in an Application. */
    static List<Problem> problems(YamlDocument document) {
        List<Problem> problems = new ArrayList<>();
        for (ApplicationDocument.Chart chart :
                ApplicationDocument.of((MapTree) document.tree()).charts()) {
            problems.addAll(ChartValues.read(
                            Chart.named(chart.name()).orElseThrow(),
                            chart.values().orElseThrow(),
                            chart.valuesPath(),
                            document.locations())
                    .problems(Release.of(chart.releaseName(), chart.namespace())));
        }
        return problems;
    }

    private static Stream<String> paths(MapTree expected, String key) {
        return expected.list(key).orElseThrow().items().stream().map(HistoryTest::text);
    }

    private static String text(Tree scalar) {
        return ((ScalarTree) scalar).text();
    }

    @Test
    void variables_as_a_map_are_an_error() {
        assertThat(errors("""
                obs:
                  env:
                    name: webank_obs_env
                    user: webank
                    secretName: webank-obs-secret
                """))
                .containsExactly(
                        "dev.yaml:14:11: error WRONG_TYPE spec.source.helm.valuesObject.obs.env: `env` is a map; a list is"
                                + " expected. Write a list of items, each with `name` and `value`.");
    }

    @Test
    void a_part_in_itself_is_an_error() {
        assertThat(errors("""
                obs:
                  webank-obs:
                    replicaCount: 2
                """))
                .containsExactly(
                        "dev.yaml:14:11: error UNKNOWN_KEY spec.source.helm.valuesObject.obs.webank-obs: `webank-obs` is not a"
                                + " key of the part obs. Move what is below it one level up.");
    }

    @Test
    void a_part_that_no_chart_has_is_an_error() {
        assertThat(errors("""
                redis:
                  enabled: true
                  host: redis-cache
                """))
                .containsExactly(
                        "dev.yaml:13:9: error UNKNOWN_KEY spec.source.helm.valuesObject.redis: `redis` is not a key of the chart"
                                + " webank. Remove it: the chart has no such part; its parts are `obs`, `prs`, `userapp` and `db`.");
    }

    @Test
    void a_tag_that_changes_is_a_warning() {
        assertThat(application("""
                db:
                  enabled: false
                prs:
                  image:
                    tag: latest
                """))
                .extracting(Problem::toString)
                .containsExactly(
                        "dev.yaml:17:13: warning IMAGE_TAG_LATEST spec.source.helm.valuesObject.prs.image.tag: the image's tag is `latest`, which can change at any time and cannot be rolled back. Write the tag"
                                + " of a build, or a digest.");
    }

    @Test
    void a_password_among_the_variables_is_a_warning_that_does_not_show_it() {
        assertThat(application("""
                db:
                  enabled: false
                obs:
                  env:
                    - name: SPRING_DATASOURCE_PASSWORD
                      value: jude1234
                """))
                .extracting(Problem::toString)
                .containsExactly(
                        "dev.yaml:17:15: warning DUPLICATE_VARIABLE spec.source.helm.valuesObject.obs.env[0].name:"
                                + " `SPRING_DATASOURCE_PASSWORD` is also set by `database`; the last one wins. Remove it, and set it below `database`.",
                        "dev.yaml:18:15: warning SECRET_IN_VALUES spec.source.helm.valuesObject.obs.env[0].value: the value of"
                                + " `SPRING_DATASOURCE_PASSWORD` looks like a secret, and is in the values. Take it from a"
                                + " Secret, with `valueFrom.secretKeyRef` or `envFrom`.");
    }

    private static List<String> errors(String values) {
        return application(values).stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private static List<Problem> application(String values) {
        return problems(document("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: webank
                          namespace: argocd
                        spec:
                          source:
                            repoURL: https://charts.example.com
                            chart: webank
                            targetRevision: 1.2.0-rc.2
                            helm:
                              valuesObject:
                        """ + values.indent(8) + """
                          destination:
                            namespace: webank
                        """));
    }

    private static YamlDocument document(String text) {
        return YamlReader.read("dev.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
