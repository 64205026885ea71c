package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.ArgoCdCheck;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Field;
import com.adorsys.webank.deploy.schema.FieldType;
import com.adorsys.webank.deploy.schema.ObjectType;
import com.adorsys.webank.deploy.schema.Schemas;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Applications and projects that others wrote, read as typed ones and written again. */
class ReadObjectsTest {
    private static final String APPLICATION = """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: shop
              namespace: argocd
              labels: {team: bank}
              annotations:
                argocd.argoproj.io/sync-wave: "2"
                note: text
              finalizers:
              - resources-finalizer.argocd.argoproj.io
              - example.com/audit
            spec:
              project: default
              source:
                repoURL: https://example.com/charts
                chart: shop
                targetRevision: 1.2.3
                helm:
                  valueFiles: [values.yaml]
                  valuesObject: {replicas: 2}
                  skipCrds: true
                  kubeVersion: "1.33"
              destination:
                server: https://kubernetes.default.svc
                namespace: shop
              syncPolicy:
                automated: {prune: true, selfHeal: false}
                syncOptions: [ServerSideApply=true, CreateNamespace=true]
                managedNamespaceMetadata: {labels: {level: restricted}}
                retry:
                  limit: 3
                  backoff: {duration: 5s, factor: 2, maxDuration: 3m}
              ignoreDifferences:
              - {group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}
              info:
              - {name: url, value: https://example.com}
              revisionHistoryLimit: 4
            operation:
              sync: {revision: main}
            """;
    private static final String PROJECT = """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: bank}
            spec:
              description: Applications of the bank
              sourceRepos: ['*']
              destinations:
              - {server: '*', namespace: 'shop-*'}
              clusterResourceWhitelist:
              - {group: '', kind: Namespace}
              roles:
              - name: deployer
                policies:
                - p, proj:bank:deployer, applications, sync, bank/*, allow
              syncWindows:
              - {kind: deny, schedule: 0 22 * * *, duration: 8h, timeZone: Europe/Berlin, applications: ['*'], manualSync: true}
              orphanedResources: {warn: true, ignore: [{group: '', kind: ConfigMap, name: 'kube-*'}]}
              destinationServiceAccounts:
              - {server: https://kubernetes.default.svc, namespace: 'shop-*', defaultServiceAccount: 'argocd:deployer'}
              sourceNamespaces: [shops]
              signatureKeys: [{keyID: 4AEE18F83AFDEB23}]
              clusterResourceBlacklist: [{group: '', kind: Node}]
              namespaceResourceBlacklist: [{group: '', kind: Secret}]
            """;

    private static MapTree tree(String text) {
        return (MapTree) read(text).tree();
    }

    private static YamlDocument read(String text) {
        return YamlReader.read("argo.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static MapTree written(String application) {
        return ArgoApplication.of(Manifest.of(tree(application))).manifest().tree();
    }

    @Nested
    class AnApplication {
        @Test
        void is_typed_where_the_model_has_a_setting() {
            ArgoApplication application = ArgoApplication.of(Manifest.of(tree(APPLICATION)));

            assertThat(application.name()).isEqualTo("shop");
            assertThat(application.deletion()).isEqualTo(DeletionPolicy.CASCADE);
            assertThat(application.finalizers()).containsExactly("example.com/audit");
            assertThat(application.syncWave()).hasValue(2);
            assertThat(application.annotations()).containsOnlyKeys("note");
            assertThat(application.source())
                    .isEqualTo(ChartSource.builder()
                            .repoUrl("https://example.com/charts")
                            .chart("shop")
                            .version("1.2.3")
                            .addValueFiles("values.yaml")
                            .values(MapTree.of("replicas", ScalarTree.of(2)))
                            .addOptions(ChartSource.Option.SKIP_CRDS)
                            .build());
            assertThat(application.destination()).isEqualTo(Destination.inCluster("shop"));
            assertThat(application.syncPolicy().automation()).hasValue(Automation.of(Automation.Option.PRUNE));
            assertThat(application.syncPolicy().options().has(SyncOption.CREATE_NAMESPACE))
                    .isTrue();
            assertThat(application.syncPolicy().namespaceLabels()).containsEntry("level", "restricted");
            assertThat(application.syncPolicy().retry())
                    .hasValue(Retry.builder().limit(3).build());
            assertThat(application.ignoreDifferences()).containsExactly(IgnoreDifference.replicasOfDeployments());
            assertThat(application.info()).containsEntry("url", "https://example.com");
            assertThat(application.rest()).hasValue(tree("""
                            spec:
                              source: {helm: {kubeVersion: "1.33"}}
                              syncPolicy: {automated: {selfHeal: false}}
                            operation: {sync: {revision: main}}
                            """));
            assertThat(application.manifest().tree()).isEqualTo(tree(APPLICATION));
        }

        @Test
        void is_written_as_it_was_whatever_its_source_is() {
            for (String source : List.of(
                    "  source: {repoURL: 'https://example.com/a.git', path: ., kustomize: {namePrefix: a-}}",
                    "  source: {repoURL: 'https://example.com/a.git', path: a, directory: {recurse: false, jsonnet: {}}}",
                    "  source: {repoURL: 'oci://example.com/charts', chart: a, targetRevision: 1.0.0, path: ''}",
                    "  sources: [{repoURL: 'https://example.com/a.git', ref: values}]\n  source: null",
                    "  sourceHydrator: {drySource: {repoURL: a, path: a, targetRevision: a}, syncSource: {path: ab, targetBranch: b}}")) {
                for (String destination :
                        List.of("{name: in-cluster}", "{server: 'http://a', name: '', namespace: ''}")) {
                    String text =
                            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, labels: {}, finalizers: []}\n"
                                    + "spec:\n  project: a\n  syncPolicy: {automated: null}\n  destination: "
                                    + destination + "\n"
                                    + source + "\n";

                    assertThat(written(text)).as(text).isEqualTo(tree(text));
                }
            }
        }

        @Test
        void of_several_sources_is_typed_if_each_of_them_is() {
            String several = APPLICATION.replaceFirst("(?s)  source:\n.*?  destination:", """
                      sources:
                      - {repoURL: 'https://example.com/charts', chart: shop, targetRevision: 1.2.3,
                         helm: {valueFiles: [\\$values/dev.yaml], parameters: [{name: image.tag, value: '2'}]}}
                      - {repoURL: 'https://example.com/values.git', targetRevision: main, ref: values}
                      - {repoURL: 'https://example.com/more.git', path: dev, directory: {recurse: true}}
                      destination:\
                    """);

            assertThat(ArgoApplication.of(Manifest.of(tree(several))).source())
                    .isEqualTo(MultipleSources.of(
                            ChartSource.builder()
                                    .repoUrl("https://example.com/charts")
                                    .chart("shop")
                                    .version("1.2.3")
                                    .addValueFiles("$values/dev.yaml")
                                    .putParameters("image.tag", "2")
                                    .build(),
                            RefSource.builder()
                                    .repoUrl("https://example.com/values.git")
                                    .ref("values")
                                    .targetRevision("main")
                                    .build(),
                            DirectorySource.builder()
                                    .repoUrl("https://example.com/more.git")
                                    .path("dev")
                                    .build()));
            assertThat(written(several)).isEqualTo(tree(several));
            String other = several.replace("directory: {recurse: true}", "kustomize: {}");
            assertThat(ArgoApplication.of(Manifest.of(tree(other))).source()).isInstanceOf(OtherSource.class);
            assertThat(written(other)).isEqualTo(tree(other));
        }

        @Test
        void with_a_source_hydrator_is_typed_besides_the_settings_of_its_tool() {
            String hydrated = APPLICATION.replaceFirst("(?s)  source:\n.*?  destination:", """
                      sourceHydrator:
                        drySource: {repoURL: 'https://example.com/a.git', targetRevision: main, path: shop, helm: {skipCrds: true}}
                        syncSource: {targetBranch: environments/dev, path: shop}
                        hydrateTo: {targetBranch: environments/dev-next}
                      destination:\
                    """);
            ArgoApplication application = ArgoApplication.of(Manifest.of(tree(hydrated)));

            assertThat(application.source())
                    .isEqualTo(SourceHydrator.builder()
                            .repoUrl("https://example.com/a.git")
                            .dryPath("shop")
                            .dryRevision("main")
                            .syncBranch("environments/dev")
                            .syncPath("shop")
                            .hydrateTo("environments/dev-next")
                            .build());
            assertThat(application.rest().orElseThrow().at("spec", "sourceHydrator"))
                    .hasValue(tree("{drySource: {helm: {skipCrds: true}}}"));
            assertThat(written(hydrated)).isEqualTo(tree(hydrated));
        }

        @Test
        void with_a_finalizer_before_that_of_the_deletion_is_written_with_that_one_first() {
            String text = APPLICATION
                    .replace("  - resources-finalizer.argocd.argoproj.io\n", "")
                    .replace("audit\n", "audit\n  - resources-finalizer.argocd.argoproj.io\n");

            assertThat(written(text)).isNotEqualTo(tree(text)).isEqualTo(tree(APPLICATION));
        }

        @Test
        void that_is_invalid_is_not_read() {
            YamlDocument document = read(APPLICATION.replace("revisionHistoryLimit: 4", "historyLimit: 4"));

            assertThatThrownBy(() -> ArgoApplication.of((MapTree) document.tree(), document.locations()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("argo.yaml:38:3: error UNKNOWN_KEY spec.historyLimit:");
        }

        @Test
        void cannot_have_a_field_both_in_a_setting_and_in_the_rest() {
            ArgoApplication application = ArgoApplication.of(Manifest.of(tree(APPLICATION)));

            assertThatThrownBy(() -> application.withRest(tree("spec: {revisionHistoryLimit: 3, project: null}")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("error EXCLUSIVE_KEYS spec.revisionHistoryLimit: `revisionHistoryLimit` is set by the"
                            + " model and in `rest`. Remove one of the two.");
        }

        @Test
        void has_a_rest_that_is_validated_when_it_is_written() {
            ArgoApplication application = ArgoApplication.of(Manifest.of(tree(APPLICATION)))
                    .withRest(tree("spec: {syncPolicy: {syncOption: []}}"));

            assertThatThrownBy(application::manifest)
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "error UNKNOWN_KEY spec.syncPolicy.syncOption: `syncOption` is not a key of `syncPolicy`."
                                    + " Did you mean `syncOptions`? If not, remove the key.");
        }
    }

    @Nested
    class AProject {
        @Test
        void is_typed_where_the_model_has_a_setting() {
            ArgoProject project = ArgoProject.of(Manifest.of(tree(PROJECT)));

            assertThat(project.namespace()).isEmpty();
            assertThat(project.sourceRepos()).isEmpty();
            assertThat(project.destinations())
                    .containsExactly(Destination.of(tree("{server: '*', namespace: 'shop-*'}")));
            assertThat(project.clusterKinds()).isEqualTo(AllowedKinds.only(ResourceKind.of("", "Namespace")));
            assertThat(project.namespacedKinds().kinds())
                    .isEqualTo(AllowedKinds.all().kinds());
            assertThat(project.roles())
                    .containsExactly(ProjectRole.builder()
                            .name("deployer")
                            .addPolicies(ProjectPolicy.allow(ProjectPolicy.Action.SYNC, "*"))
                            .build());
            assertThat(project.rest().orElseThrow().map("spec").orElseThrow().keys())
                    .containsExactly("sourceRepos");
            assertThat(project.syncWindows())
                    .containsExactly(SyncWindow.builder()
                            .kind(SyncWindow.Kind.DENY)
                            .schedule("0 22 * * *")
                            .duration(Duration.ofHours(8))
                            .timeZone("Europe/Berlin")
                            .addApplications("*")
                            .addOptions(SyncWindow.Option.MANUAL_SYNC)
                            .build());
            assertThat(project.orphanedResources())
                    .hasValue(OrphanedResources.of(OrphanedResources.Report.WARNING)
                            .plusIgnored(ResourceKind.of("", "ConfigMap").named("kube-*")));
            assertThat(project.destinationServiceAccounts())
                    .containsExactly(DestinationServiceAccount.of(
                            Destination.of(tree("{server: 'https://kubernetes.default.svc', namespace: 'shop-*'}")),
                            "argocd:deployer"));
            assertThat(project.sourceNamespaces()).containsExactly("shops");
            assertThat(project.signatureKeys()).containsExactly("4AEE18F83AFDEB23");
            assertThat(project.deniedClusterKinds()).containsExactly(ResourceKind.of("", "Node"));
            assertThat(project.deniedNamespacedKinds()).containsExactly(ResourceKind.of("", "Secret"));
            assertThat(project.manifest().tree()).isEqualTo(tree(PROJECT));
        }

        @Test
        void is_written_as_it_was_whatever_it_allows() {
            for (String spec : List.of(
                    "{}",
                    "{clusterResourceWhitelist: [], namespaceResourceWhitelist: []}",
                    "{namespaceResourceBlacklist: [{group: '*', kind: '*'}]}",
                    "{namespaceResourceBlacklist: [{group: '', kind: Secret}], namespaceResourceWhitelist: [{group: '*', kind: '*'}]}",
                    "{sourceRepos: ['https://example.com/a.git', 'oci://example.com/b'], destinations: [{namespace: a}]}",
                    "{roles: [{name: a, policies: ['p, proj:a:a, logs, get, a/*, allow'], jwtTokens: [{iat: 1}]}]}",
                    "{syncWindows: [{kind: allow, schedule: '0 1 * * *', duration: 1h30m, clusters: [a]}], signatureKeys: [{keyID: ''}]}",
                    "{syncWindows: [{kind: deny, schedule: '0 1 * * *', duration: 1h, clusters: [a], description: b}]}",
                    "{orphanedResources: {}, destinationServiceAccounts: [{server: a, defaultServiceAccount: b}, {server: b, defaultServiceAccount: 'a:b:c'}]}",
                    "{orphanedResources: {warn: true, ignore: [{kind: ConfigMap}]}, sourceNamespaces: ['']}",
                    "{sourceRepos: ['https://example.com/a.git'], sourceNamespaces: [b], orphanedResources: {warn: false}}")) {
                MapTree project = tree("apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: a}\nspec: "
                        + spec + "\n");

                assertThat(ArgoProject.of(Manifest.of(project)).manifest().tree())
                        .as(spec)
                        .isEqualTo(project);
            }
        }
    }

    /** Random documents over the description, without what the rules forbid. */
    private static final class Documents {
        private final Random random;

        private Documents(long seed) {
            this.random = new Random(seed);
        }

        private MapTree document(String kind) {
            MapTree made = fields(
                    Schemas.kind("argoproj.io/v1alpha1", kind).orElseThrow().type(), 0);
            return made.with("apiVersion", ScalarTree.of("argoproj.io/v1alpha1"))
                    .with("kind", ScalarTree.of(kind))
                    .with("metadata", metadata());
        }

        private MapTree metadata() {
            MapTree metadata = MapTree.of("name", "a");
            if (random.nextBoolean()) {
                metadata = metadata.with("namespace", ScalarTree.of("b"));
            }
            if (random.nextBoolean()) {
                metadata = metadata.with(
                        "annotations", MapTree.of(SyncWave.ANNOTATION, random.nextBoolean() ? "1" : "+1"));
            }
            if (random.nextBoolean()) {
                metadata = metadata.with(
                        "finalizers", ListTree.ofStrings(List.of(DeletionPolicy.CASCADE.finalizer(), "a/b")));
            }
            return metadata;
        }

        private MapTree fields(ObjectType type, int depth) {
            MapTree.Builder map = MapTree.builder();
            boolean hasServer = false;
            for (Field field : type.fields()) {
                boolean isRequired = field.requiredIn().isPresent();
                boolean isWanted = isRequired || random.nextInt(10) < (depth < 2 ? 6 : 4);
                if (field.name().equals("name") && hasServer && type.name().endsWith("destinations")) {
                    continue;
                }
                hasServer |= field.name().equals("server");
                if (isWanted
                        && !field.name().equals("metadata")
                        && !field.name().equals("status")) {
                    map.put(
                            field.name(),
                            random.nextInt(12) == 0 && !isRequired
                                    ? ScalarTree.ofNull()
                                    : value(field, field.type(), depth));
                }
            }
            return map.build();
        }

        private Tree value(Field field, FieldType type, int depth) {
            return switch (type.kind()) {
                case BOOL -> ScalarTree.of(random.nextBoolean());
                case INT32, INT64, INT_OR_STRING -> ScalarTree.of(random.nextInt(1, 5));
                case LIST -> {
                    List<Tree> items = new ArrayList<>();
                    for (int i = random.nextInt(3); i > 0; i--) {
                        items.add(value(field, type.items(), depth + 1));
                    }
                    yield ListTree.of(items);
                }
                case MAP ->
                    random.nextBoolean() ? MapTree.of() : MapTree.of("a", value(field, type.items(), depth + 1));
                case OBJECT, ANY -> MapTree.of("a", ScalarTree.of(1));
                case FIELDS -> fields(Schemas.type(type.objectName()), depth + 1);
                default -> ScalarTree.of(text(field.name()));
            };
        }

        private String text(String field) {
            return switch (field) {
                case "syncOptions" -> SyncOption.values()[random.nextInt(SyncOption.values().length)].text();
                case "duration" -> random.nextBoolean() ? "90s" : "1h30m";
                case "maxDuration" -> "1h";
                case "kind" -> "deny";
                case "schedule" -> "0 0 * * *";
                case "jsonPointers" -> "/spec";
                case "repoURL", "sourceRepos" -> random.nextBoolean() ? "https://example.com/a" : "oci://example.com/a";
                case "server" -> random.nextBoolean() ? "https://example.com" : "*";
                case "path" -> "ab";
                case "policies" -> "p, proj:a:a, applications, sync, a/*, allow";
                default -> "a";
            };
        }
    }

    /** A document without the parts that have errors, so far as that can be had by leaving them out. */
    private static MapTree repaired(MapTree document, boolean isApplication) {
        MapTree left = document;
        for (int i = 0; i < 100; i++) {
            List<Problem> problems = isApplication
                    ? ArgoCdCheck.application(left, Locations.none(), Targets.any())
                    : ArgoCdCheck.project(left, Locations.none(), Targets.any());
            Problem first =
                    problems.stream().filter(Problem::isError).findFirst().orElse(null);
            if (first == null) {
                return left;
            }
            String path = first.location().path();
            int item = path.indexOf('[');
            left = without(left, List.of((item < 0 ? path : path.substring(0, item)).split("\\.")));
        }
        return left;
    }

    private static MapTree without(MapTree tree, List<String> path) {
        String key = path.get(0);
        if (path.size() == 1 || !(tree.get(key) instanceof MapTree inner)) {
            return tree.without(key);
        }
        return tree.with(key, without(inner, path.subList(1, path.size())));
    }

    @Property(tries = 300)
    void any_application_is_written_as_it_was_read(@ForAll long seed) {
        MapTree made = new Documents(seed).document("Application");
        MapTree spec = made.map("spec").orElseThrow();
        if (!(spec.get("source") instanceof MapTree) && !(spec.get("sources") instanceof ListTree)) {
            spec = spec.with("source", tree("{repoURL: 'https://example.com/a', path: ab}"));
        }
        MapTree document =
                repaired(made.with("spec", spec.with("destination", tree("{server: 'https://example.com'}"))), true);
        boolean isValid = isValid(document, true);
        Statistics.collect(isValid);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 60));
        if (!isValid) {
            return;
        }

        assertThat(ArgoApplication.of(Manifest.of(document)).manifest().tree()).isEqualTo(document);
    }

    @Property(tries = 300)
    void any_project_is_written_as_it_was_read(@ForAll long seed) {
        MapTree document = repaired(new Documents(seed).document("AppProject"), false);
        boolean isValid = isValid(document, false);
        Statistics.collect(isValid);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 60));
        if (!isValid) {
            return;
        }

        assertThat(ArgoProject.of(Manifest.of(document)).manifest().tree()).isEqualTo(document);
    }

    private static boolean isValid(MapTree document, boolean isApplication) {
        List<Problem> problems = isApplication
                ? ArgoCdCheck.application(document, Locations.none(), Targets.any())
                : ArgoCdCheck.project(document, Locations.none(), Targets.any());
        return document.has("spec") && problems.stream().noneMatch(Problem::isError);
    }
}
