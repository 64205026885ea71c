package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The faults that the values of a real environment had over time. */
class HistoryTest {
    private static final Path HISTORY = Path.of("../../shared/history");
    private static final String VALUES = "spec.source.helm.valuesObject";

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
        List<ChartValues> all = ChartValues.inApplication(YamlReader.read(HISTORY.resolve(name + ".yaml")));
        assertThat(all).hasSize(1);
        ChartValues values = all.get(0);
        assertThat(values.release()).isEqualTo(Release.of("webank", "webank"));
        List<Problem> errors =
                values.problems().stream().filter(Problem::isError).toList();
        assertThat(errors)
                .extracting(problem -> problem.location().path())
                .containsExactlyElementsOf(paths(expected, "errors")
                        .filter(path -> path.startsWith(VALUES))
                        .toList());
        assertThat(values.problems())
                .filteredOn(problem -> !problem.isError())
                .extracting(problem -> problem.location().path())
                .containsAll(paths(expected, "warnings").toList());
        assertThat(values.problems()).allSatisfy(problem -> {
            assertThat(problem.location().line()).isPositive();
            assertThat(problem.location().column()).isPositive();
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.toString()).doesNotContain("yourpassword", "jude1234");
        });
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
                                + " expected. write a list of items, each with `name` and `value`.");
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
                                + " key of the part obs. move what is below it one level up.");
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
                                + " webank. remove it: the chart has no such part; its parts are `obs`, `prs`, `userapp` and `db`.");
    }

    @Test
    void a_tag_that_changes_is_a_warning() {
        assertThat(application("""
                db:
                  enabled: false
                prs:
                  image:
                    tag: latest
                """).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "dev.yaml:17:13: warning IMAGE_TAG_LATEST spec.source.helm.valuesObject.prs.image.tag: the image's tag is"
                                + " `latest`, which changes without anybody's doing and cannot be rolled back. write the tag"
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
                """).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "dev.yaml:17:15: warning DUPLICATE_ENV spec.source.helm.valuesObject.obs.env[0].name:"
                                + " `SPRING_DATASOURCE_PASSWORD` is set by `database` already; the later one counts. remove"
                                + " it, and say it below `database`.",
                        "dev.yaml:18:15: warning SECRET_IN_VALUES spec.source.helm.valuesObject.obs.env[0].value: the value of"
                                + " `SPRING_DATASOURCE_PASSWORD` looks like a secret, and stands in the values. take it from a"
                                + " Secret, with `valueFrom.secretKeyRef` or `envFrom`.");
    }

    @Test
    void what_is_no_application_of_these_charts_has_no_values() {
        assertThat(ChartValues.inApplication(document("kind: Deployment\n"))).isEmpty();
        assertThat(ChartValues.inApplication(document("[]\n"))).isEmpty();
        assertThat(ChartValues.inApplication(
                        document("kind: Application\nspec: {source: {chart: redis, helm: {valuesObject: {}}}}\n")))
                .isEmpty();
    }

    @Test
    void every_source_of_an_application_is_read() {
        List<ChartValues> all = ChartValues.inApplication(document("""
                kind: Application
                metadata: {name: bank}
                spec:
                  sources:
                    - chart: webank-obs
                      helm: {valuesObject: {replicaCout: 1}}
                    - path: charts/webank-prs
                      helm: {releaseName: prs, valuesObject: {replicas: 1}}
                """));
        assertThat(all)
                .extracting(ChartValues::release)
                .containsExactly(Release.of("bank", "default"), Release.of("prs", "default"));
        assertThat(all)
                .flatExtracting(ChartValues::problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "dev.yaml:6:29: error UNKNOWN_KEY spec.sources[0].helm.valuesObject.replicaCout: `replicaCout` is not a key of"
                                + " the chart webank-obs. did you mean `replicaCount`? if not, remove the key.",
                        "dev.yaml:8:47: error UNKNOWN_KEY spec.sources[1].helm.valuesObject.replicas: `replicas` is not a key of the"
                                + " chart webank-prs. write `replicaCount`.");
    }

    private static List<String> errors(String values) {
        return application(values).problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private static ChartValues application(String values) {
        return ChartValues.inApplication(document("""
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
                        """)).get(0);
    }

    private static YamlDocument document(String text) {
        return YamlReader.read("dev.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
