package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.ApplicationDocument.Chart;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationDocumentTest {
    private static final String GOOD = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: webank
              namespace: argocd
            spec:
              project: application
              source:
                repoURL: https://example.com/charts
                chart: webank
                targetRevision: 1.3.0-rc-1
                helm:
                  releaseName: bank
                  valueFiles:
                  - values.yaml
                  valuesObject:
                    obs:
                      replicas: 2
              destination:
                server: https://kubernetes.default.svc
                namespace: webank
              syncPolicy:
                syncOptions:
                - CreateNamespace=true
                automated:
                  prune: true
                  selfHeal: true
            """;

    private static YamlDocument read(String text) {
        return YamlReader.read("app.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problems(String text) {
        return problems(text, Targets.any());
    }

    private static String problems(String text, String version) {
        return problems(text, Targets.any().with(ProductVersion.argoCd(version)));
    }

    private static String problems(String text, Targets targets) {
        YamlDocument document = read(text);
        return ApplicationDocument.check(document.tree(), document.locations(), targets).stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"));
    }

    private static ApplicationDocument application(String text) {
        return ApplicationDocument.of((MapTree) read(text).tree());
    }

    @Nested
    class Checked {
        @Test
        void a_valid_application_has_no_problem() {
            assertThat(problems(GOOD)).isEmpty();
        }

        @Test
        void passwords_in_urls_are_reported_but_not_shown() {
            String text = GOOD.replace("https://example.com/charts", "https://token@example.com/charts")
                    .replace("replicas: 2", "broker: amqp://webank:pa55@mq");
            assertThat(problems(text)).isEqualTo("""
                            app.yaml:9:5: warning URL_CREDENTIALS spec.source.repoURL: the address contains a user, a password or a token. Write the plain address, and give Argo CD the credentials in a repository Secret.
                            app.yaml:18:11: warning SECRET_VALUE spec.source.helm.valuesObject.obs.broker: the value contains a URL with a password. Keep the value in a Secret, and refer to that; replace the value if it was in Git.""");
        }

        @Test
        void the_history_limit_is_in_the_spec() {
            assertThat(problems(GOOD + "    revisionHistoryLimit: 4\n"))
                    .isEqualTo("app.yaml:28:5: error UNKNOWN_KEY spec.syncPolicy.revisionHistoryLimit:"
                            + " `revisionHistoryLimit` is not a key of `syncPolicy`."
                            + " Move it to `spec.revisionHistoryLimit`: the API drops it here.");
            assertThat(problems(GOOD + "  revisionHistoryLimit: 4\n")).isEmpty();
            assertThat(problems(GOOD + "  revisionHistoryLimit: '4'\n"))
                    .isEqualTo(
                            "app.yaml:28:3: error WRONG_TYPE spec.revisionHistoryLimit: `revisionHistoryLimit` is a string;"
                                    + " a whole number of at least 0 is expected."
                                    + " Write a whole number of at least 0 without quotes, as in `revisionHistoryLimit: 10`.");
        }

        @Test
        void keys_that_are_unknown_or_misplaced() {
            String text = GOOD.replace("releaseName: bank", "relaseName: bank")
                    .replace("targetRevision: 1.3.0-rc-1", "targetRevision: 1.3.0-rc-1\n    values: {}")
                    .replace("    prune: true", "    prun: true");

            assertThat(problems(text)).isEqualTo("""
                            app.yaml:12:5: error UNKNOWN_KEY spec.source.values: `values` is not a key of `source`. Move it to `helm.values`.
                            app.yaml:14:7: error UNKNOWN_KEY spec.source.helm.relaseName: `relaseName` is not a key of `helm`. Did you mean `releaseName`? If not, remove the key.
                            app.yaml:27:7: error UNKNOWN_KEY spec.syncPolicy.automated.prun: `prun` is not a key of `automated`. Did you mean `prune`? If not, remove the key.""");
        }

        @Test
        void missing_parts() {
            assertThat(problems("""
                            apiVersion: argoproj.io/v1alpha1
                            kind: Application
                            metadata: {}
                            spec:
                              syncPolicy: {}
                            """)).isEqualTo("""
                            app.yaml:3:1: error MISSING_KEY metadata.name: `name` is missing in `metadata`. Write it, as in `name: web`.
                            app.yaml:4:1: error MISSING_KEY spec.destination: `destination` is missing in `spec`. Write it; its keys are `server`, `name` and `namespace`.
                            app.yaml:4:1: error MISSING_KEY spec.project: `project` is missing in `spec`. Write it, as in `project: default`.
                            app.yaml:4:1: error MISSING_KEY spec.source: `source` is missing in `spec`. Write it.""");
        }

        @Test
        void parts_that_cannot_be_set_together() {
            String text = GOOD.replace("chart: webank", "chart: webank\n    path: .")
                    .replace("server: https", "name: dev\n    server: https")
                    .replace("helm:", "directory: {}\n    helm:");

            assertThat(problems(text)).isEqualTo("""
                        app.yaml:10:5: error EXCLUSIVE_KEYS spec.source.chart: `path` and `chart` exclude each other. Keep one of them.
                        app.yaml:13:5: error EXCLUSIVE_KEYS spec.source.directory: `helm` and `directory` exclude each other. Keep one of them.
                        app.yaml:22:5: error EXCLUSIVE_KEYS spec.destination.name: `server` and `name` exclude each other. Keep one of them.""");
        }

        @Test
        void a_source_without_a_place_or_a_version() {
            assertThat(problems(GOOD.replace("    chart: webank\n", "")))
                    .isEqualTo("app.yaml:8:3: error MISSING_KEY spec.source: the source has neither `path` nor `chart`."
                            + " Write `path` for a folder of a Git repository, or `chart` for a chart.");
            assertThat(problems(GOOD.replace("    targetRevision: 1.3.0-rc-1\n", "")))
                    .isEqualTo(
                            "app.yaml:8:3: error MISSING_KEY spec.source.targetRevision: `targetRevision` is missing beside `chart`."
                                    + " Name the chart's version, as in `targetRevision: \"1.2.3\"`.");
        }

        @Test
        void sync_options_by_name_and_value() {
            String text = GOOD.replace("    - CreateNamespace=true\n", """
                        - CreateNamspace=true
                        - createNamespace=false
                        - ServerSideApply
                        - PrunePropagationPolicy=later
                        - Prune=confirm
                        - Force=true
                        - ClientSideApplyMigration=false
                        - true
                    """);

            assertThat(problems(text)).isEqualTo("""
                        app.yaml:24:7: error UNKNOWN_VALUE spec.syncPolicy.syncOptions[0]: `CreateNamspace=true` is not a sync option. Did you mean `CreateNamespace=true`? If not, remove it.
                        app.yaml:25:7: error UNKNOWN_VALUE spec.syncPolicy.syncOptions[1]: `createNamespace=false` is not a sync option. Did you mean `CreateNamespace=false`? If not, remove it.
                        app.yaml:26:7: error UNKNOWN_VALUE spec.syncPolicy.syncOptions[2]: `ServerSideApply` has a value that Argo CD does not know. Write `ServerSideApply=` and one of `true`, `false`.
                        app.yaml:27:7: error UNKNOWN_VALUE spec.syncPolicy.syncOptions[3]: `PrunePropagationPolicy=later` has a value that Argo CD does not know. Write `PrunePropagationPolicy=` and one of `foreground`, `background`, `orphan`.
                        app.yaml:29:7: error UNKNOWN_VALUE spec.syncPolicy.syncOptions[5]: `Force=true` is not a sync option. Write one of `CreateNamespace`, `ServerSideApply`, `PruneLast`, `FailOnSharedResource`, `ApplyOutOfSyncOnly`, `RespectIgnoreDifferences`, `Replace`, `SkipDryRunOnMissingResource`, `PrunePropagationPolicy`, `Validate`, `Prune`, `Delete`, `ClientSideApplyMigration`.
                        app.yaml:30:7: warning VERSION_DEPENDENT spec.syncPolicy.syncOptions[6]: `ClientSideApplyMigration` is a sync option only in Argo CD 3.1 and later. Make sure that your cluster has such a version, or check for the version that it has.
                        app.yaml:31:7: error WRONG_TYPE spec.syncPolicy.syncOptions[7]: `syncOptions[7]` is `true`; a string is expected. Write it in quotes: `"true"`.""");
            assertThat(problems(GOOD.replace("CreateNamespace=true", "ClientSideApplyMigration=false"), "3.1"))
                    .isEmpty();
        }

        @Test
        void fields_of_later_versions() {
            String text = GOOD.replace("automated:", "retry: {refresh: true}\n    automated:\n      enabled: false")
                    .replace("helm:", "name: main\n    helm:\n      skipTests: true");

            assertThat(problems(text)).isEqualTo("""
                        app.yaml:12:5: warning VERSION_DEPENDENT spec.source.name: `name` is a key of `source` only in Argo CD 2.14 and later. Make sure that your cluster has such a version, or check for the version that it has.
                        app.yaml:14:7: warning VERSION_DEPENDENT spec.source.helm.skipTests: `skipTests` is a key of `helm` only in Argo CD 2.14 and later. Make sure that your cluster has such a version, or check for the version that it has.
                        app.yaml:27:13: warning VERSION_DEPENDENT spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in Argo CD 3.2 and later. Make sure that your cluster has such a version, or check for the version that it has.
                        app.yaml:29:7: warning VERSION_DEPENDENT spec.syncPolicy.automated.enabled: `enabled` is a key of `automated` only in Argo CD 3.1 and later. Make sure that your cluster has such a version, or check for the version that it has.""");
            assertThat(problems(text, "3.0")).isEqualTo("""
                        app.yaml:27:13: error UNKNOWN_KEY spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in Argo CD 3.2 and later, and not in Argo CD 3.0. Remove it.
                        app.yaml:29:7: error UNKNOWN_KEY spec.syncPolicy.automated.enabled: `enabled` is a key of `automated` only in Argo CD 3.1 and later, and not in Argo CD 3.0. Remove it.""");
            assertThat(problems(text, "3.2")).isEmpty();
        }

        @Test
        void keys_without_effect_are_warnings() {
            String text = GOOD.replace("      valuesObject:", "      values: 'a: 1'\n      valuesObject:")
                    .replace("- CreateNamespace=true", "- CreateNamespace=false")
                    .replace(
                            "  destination:",
                            "  sources:\n  - repoURL: https://example.com\n    path: .\n  destination:")
                    .replace("    automated:", "    managedNamespaceMetadata: {labels: {a: b}}\n    automated:")
                    .replace(
                            "  namespace: argocd",
                            "  namespace: argocd\n  finalizers: [resource-finalizer.argocd.argoproj.io]");

            assertThat(problems(text)).isEqualTo("""
                        app.yaml:6:16: warning UNKNOWN_VALUE metadata.finalizers[0]: `resource-finalizer.argocd.argoproj.io` is not a finalizer of Argo CD. Did you mean `resources-finalizer.argocd.argoproj.io`? If not, remove it.
                        app.yaml:9:3: warning IGNORED_KEY spec.source: `source` is ignored, because `sources` is set. Remove one of the two.
                        app.yaml:30:5: warning IGNORED_KEY spec.syncPolicy.managedNamespaceMetadata: `managedNamespaceMetadata` has no effect without `CreateNamespace=true`. Add `CreateNamespace=true` to `syncOptions`, or remove the key.""");
        }

        @Test
        void values_as_text_in_addition_to_values_as_an_object() {
            assertThat(problems(GOOD.replace("      valuesObject:", "      values: 'a: 1'\n      valuesObject:")))
                    .isEqualTo("app.yaml:16:7: warning IGNORED_KEY spec.source.helm.values: `values` is ignored,"
                            + " because `valuesObject` is set. Remove one of the two.");
        }

        @Test
        void types_everywhere() {
            assertThat(problems("""
                            apiVersion: argoproj.io/v1alpha1
                            kind: Application
                            metadata:
                              name: Web_bank
                              annotations:
                                argocd.argoproj.io/sync-wave: one
                            spec:
                              project: ''
                              source: []
                              destination: webank
                              syncPolicy:
                                automated: true
                                syncOptions: CreateNamespace=true
                                retry:
                                  limit: five
                                  backoff: {duration: 5 seconds, factor: 0}
                              ignoreDifferences:
                              - jsonPointers: /spec/replicas
                              info: {}
                            """)).isEqualTo("""
                        app.yaml:4:3: error NAME_INVALID metadata.name: `name` is `Web_bank`. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.
                        app.yaml:6:5: error TEXT_INVALID metadata.annotations["argocd.argoproj.io/sync-wave"]: the sync wave `one` is not a whole number. Write a whole number in quotes, as in `"1"`.
                        app.yaml:8:3: error NAME_INVALID spec.project: `project` is empty. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.
                        app.yaml:9:3: error WRONG_TYPE spec.source: `source` is a list; a map is expected. Write a map; its keys are `repoURL`, `path`, `chart`, `helm`, `kustomize`, `directory`, `plugin`, `name`, `ref`, `tagPrefix` and `targetRevision`.
                        app.yaml:10:3: error WRONG_TYPE spec.destination: `destination` is a string; a map is expected. Write a map; its keys are `server`, `name` and `namespace`.
                        app.yaml:12:5: error WRONG_TYPE spec.syncPolicy.automated: `automated` is `true`; a map is expected. Write a map; its keys are `allowEmpty`, `enabled`, `prune` and `selfHeal`.
                        app.yaml:13:5: error WRONG_TYPE spec.syncPolicy.syncOptions: `syncOptions` is a string; a list is expected. Write a list of items, each beginning with `- `.
                        app.yaml:15:7: error WRONG_TYPE spec.syncPolicy.retry.limit: `limit` is a string; a whole number is expected. Write a whole number without quotes, as in `limit: 5`.
                        app.yaml:16:17: error TEXT_INVALID spec.syncPolicy.retry.backoff.duration: `duration` is `5 seconds`. Write a time with its unit, as in `5s`, `3m` or `1h`.
                        app.yaml:16:38: error OUT_OF_RANGE spec.syncPolicy.retry.backoff.factor: `factor` is `0`; a whole number from 1 to 2147483647 is expected. Write a number within the range.
                        app.yaml:18:5: error WRONG_TYPE spec.ignoreDifferences[0].jsonPointers: `jsonPointers` is a string; a list is expected. Write a list of items, each beginning with `- `.
                        app.yaml:18:5: error MISSING_KEY spec.ignoreDifferences[0].kind: `kind` is missing in `ignoreDifferences[0]`. Write it, as in `kind: Deployment`.
                        app.yaml:19:3: error WRONG_TYPE spec.info: `info` is a map; a list is expected. Write a list of items, each with `name` and `value`.""");
        }

        @Test
        void a_value_is_never_printed() {
            assertThat(problems(GOOD.replace("repoURL: https://example.com/charts", "repoURL: {pass: hunter2}")
                            .replace("replicas: 2", "replicas: hunter2")
                            .replace("releaseName: bank", "values: [hunter2]")))
                    .doesNotContain("hunter2");
        }

        @Test
        void a_document_that_is_not_a_map() {
            assertThat(ApplicationDocument.check(ListTree.of(), Locations.none())
                            .toString())
                    .isEqualTo("[error WRONG_TYPE: the document is a list; a map is expected. Write a map;"
                            + " its keys are `apiVersion`, `kind`, `metadata`, `spec`, `operation` and `status`.]");
        }
    }

    @Nested
    class Read {
        @Test
        void an_application_is_recognized_by_kind_and_group() {
            assertThat(ApplicationDocument.isApplication(read(GOOD).tree())).isTrue();
            assertThat(ApplicationDocument.isApplication(MapTree.of("kind", "Application")))
                    .isFalse();
            assertThat(ApplicationDocument.isApplication(
                            MapTree.of("kind", "Application").with("apiVersion", "app.k8s.io/v1beta1")))
                    .isFalse();
            assertThat(ApplicationDocument.isApplication(ScalarTree.ofNull())).isFalse();
        }

        @Test
        void its_chart_with_release_namespace_and_values() {
            Chart chart = application(GOOD).charts().get(0);

            assertThat(chart.name()).isEqualTo("webank");
            assertThat(chart.version()).isEqualTo("1.3.0-rc-1");
            assertThat(chart.releaseName()).isEqualTo("bank");
            assertThat(chart.namespace()).isEqualTo("webank");
            assertThat(chart.values().orElseThrow().at("obs", "replicas")).contains(ScalarTree.of(2));
            assertThat(chart.valuesPath()).isEqualTo("spec.source.helm.valuesObject");
            assertThat(chart).hasToString("webank as bank");
        }

        @Test
        void the_name_of_the_release_is_that_of_the_application_by_default() {
            Chart chart = application(GOOD.replace("      releaseName: bank\n", "      namespace: other\n"))
                    .charts()
                    .get(0);

            assertThat(chart.releaseName()).isEqualTo("webank");
            assertThat(chart.namespace()).isEqualTo("other");
        }

        @Test
        void several_sources_can_contain_several_charts() {
            List<Chart> charts = application(GOOD.replace(
                            "  destination:",
                            "  sources: [{repoURL: https://example.com, ref: values}, {repoURL: https://example.com,"
                                    + " chart: webank-obs, helm: {values: 'a: 1'}}]\n  destination:"))
                    .charts();

            assertThat(charts).hasSize(1);
            assertThat(charts.get(0).valuesPath()).isEqualTo("spec.sources[1].helm.valuesObject");
            assertThat(charts.get(0).values()).isEmpty();
            assertThat(charts.get(0).valuesText()).contains("a: 1");
            assertThat(charts.get(0).valuesTextPath()).isEqualTo("spec.sources[1].helm.values");
        }

        @Test
        void a_folder_is_not_a_chart_of_a_repository() {
            ApplicationDocument application = application(GOOD.replace("chart: webank", "path: charts/webank/"));
            Chart folder = application.chartFolders().get(0);

            assertThat(application.charts()).isEmpty();
            assertThat(folder.isFolder()).isTrue();
            assertThat(folder.name()).isEqualTo("webank");
            assertThat(folder.version()).isEmpty();
            assertThat(folder.namePath()).isEqualTo("spec.source.path");
            assertThat(folder.helmPath()).isEqualTo("spec.source.helm");
            assertThat(folder.helm().keys()).containsExactly("releaseName", "valueFiles", "valuesObject");
            assertThat(application(GOOD).chartFolders()).isEmpty();
            assertThat(application(GOOD).charts().get(0).namePath()).isEqualTo("spec.source.chart");
        }

        @Test
        void a_folder_of_manifests_is_no_chart() {
            ApplicationDocument application = application(
                    GOOD.replace("chart: webank", "path: environments/dev").replace("helm:", "directory:"));

            assertThat(application.chartFolders()).isEmpty();
        }
    }

    /** The Applications that were really deployed, where they are at hand. */
    @Nested
    class History {
        private static final Path FOLDER =
                Path.of("..", "..", "shared", "history").toAbsolutePath().normalize();

        static List<Path> files() throws IOException {
            if (!Files.isDirectory(FOLDER)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(FOLDER)) {
                return files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
        }

        static List<Path> newest() throws IOException {
            List<Path> files = files();
            return files.isEmpty() ? files : files.subList(files.size() - 1, files.size());
        }

        @ParameterizedTest(allowZeroInvocations = true)
        @MethodSource("files")
        void each_has_its_history_limit_in_the_wrong_place_and_no_other_problem(Path file) {
            YamlDocument document = YamlReader.read(file);

            List<Problem> problems = ApplicationDocument.check(document.tree(), document.locations());

            assertThat(problems)
                    .singleElement()
                    .matches(problem -> problem.location().path().equals("spec.syncPolicy.revisionHistoryLimit"))
                    .matches(problem -> problem.location().line() > 20);
        }

        @ParameterizedTest(allowZeroInvocations = true)
        @MethodSource("newest")
        void the_newest_equals_what_the_model_writes_except_for_the_history_limit(Path file) {
            MapTree newest = (MapTree) YamlReader.read(file).tree();
            MapTree spec = newest.map("spec").orElseThrow();
            MapTree policy = spec.map("syncPolicy").orElseThrow();
            Tree limit = policy.get("revisionHistoryLimit");
            MapTree expected = newest.with(
                    "spec",
                    spec.with("syncPolicy", policy.without("revisionHistoryLimit"))
                            .with("revisionHistoryLimit", limit));
            Chart chart = ApplicationDocument.of(newest).charts().get(0);

            ArgoApplication model = ArgoApplication.builder()
                    .name("webank")
                    .project("application")
                    .source(ChartSource.builder()
                            .repoUrl("https://adorsys-gis.github.io/webank-devops")
                            .chart("webank")
                            .version("1.3.0-rc-1")
                            .releaseName("webank")
                            .addValueFiles("values.yaml")
                            .values(chart.values())
                            .build())
                    .destination(Destination.inCluster("webank"))
                    .deletion(DeletionPolicy.ORPHAN)
                    .syncPolicy(SyncPolicy.builder()
                            .automation(Automation.pruningAndHealing())
                            .options(SyncOptions.of(SyncOption.CREATE_NAMESPACE))
                            .build())
                    .revisionHistoryLimit(4)
                    .build();

            assertThat(model.manifest().tree()).isEqualTo(expected);
        }
    }

    /** A sound document with one part replaced by something else. */
    @Provide
    Arbitrary<Tree> damaged() {
        Tree good = read(GOOD).tree();
        Arbitrary<Tree> leaves = Arbitraries.of(
                ScalarTree.ofNull(),
                ScalarTree.of("text"),
                ScalarTree.of(""),
                ScalarTree.of(7),
                ScalarTree.of(true),
                ScalarTree.ofFloat("0.5"),
                MapTree.of(),
                ListTree.of(),
                MapTree.of("key", "value"),
                ListTree.of(ScalarTree.of("item")));
        return Arbitraries.integers()
                .between(0, parts(good) - 1)
                .flatMap(part -> leaves.map(leaf -> {
                    int[] left = {part};
                    return replaced(good, left, leaf);
                }));
    }

    private static int parts(Tree tree) {
        int parts = 1;
        if (tree instanceof MapTree map) {
            for (String key : map.keys()) {
                parts += parts(map.get(key));
            }
        } else if (tree instanceof ListTree list) {
            for (Tree item : list) {
                parts += parts(item);
            }
        }
        return parts;
    }

    private static Tree replaced(Tree tree, int[] left, Tree leaf) {
        if (left[0]-- == 0) {
            return leaf;
        }
        if (tree instanceof MapTree map) {
            MapTree.Builder builder = MapTree.builder();
            map.forEach((key, value) -> builder.put(key, replaced(value, left, leaf)));
            return builder.build();
        }
        if (tree instanceof ListTree list) {
            List<Tree> items = new ArrayList<>();
            for (Tree item : list) {
                items.add(replaced(item, left, leaf));
            }
            return ListTree.of(items);
        }
        return tree;
    }

    @Property(tries = 500)
    void a_document_of_any_form_is_checked_and_read_without_an_exception(@ForAll("damaged") Tree document) {
        assertThat(ApplicationDocument.check(document, Locations.none()))
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("\n"));
        if (document instanceof MapTree map) {
            assertThat(ApplicationDocument.of(map).charts()).allSatisfy(chart -> {
                assertThat(chart.releaseName()).doesNotContain("\n");
                assertThat(chart.values()).isNotNull();
            });
        }
    }

    @Property(tries = 500)
    void any_text_in_the_model_is_accepted_or_rejected_with_problems(@ForAll String text) {
        List<Runnable> attempts = List.of(
                () -> Destination.server(text, "a"),
                () -> Destination.cluster("a", text),
                () -> ProductVersion.argoCd(text),
                () -> DirectorySource.builder().repoUrl(text).path(text).build(),
                () -> ChartSource.builder()
                        .repoUrl(text)
                        .chart(text)
                        .version(text)
                        .build(),
                () -> ProjectPolicy.allow(ProjectPolicy.Action.GET, text),
                () -> ProjectRole.builder().name(text).addGroups(text).build());
        for (Runnable attempt : attempts) {
            try {
                attempt.run();
            } catch (DeployException.InvalidInput refused) {
                assertThat(refused.problems()).isNotEmpty();
                assertThat(refused.getMessage().lines())
                        .hasSize(refused.problems().size());
            }
        }
    }
}
