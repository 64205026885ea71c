package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.manifest.Locations;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.time.Duration;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoApplicationTest {
    private static final ProductVersion ARGO_CD_3_2 = ProductVersion.argoCd("3.2");

    private static String yaml(Tree tree) {
        return YamlWriter.write(tree).substring("---\n".length());
    }

    private static final DirectorySource FOLDER = DirectorySource.builder()
            .repoUrl("https://github.com/example/webank-config.git")
            .path("environments/dev")
            .build();
    private static final ArgoApplication DEV = ArgoApplication.builder()
            .name("webank-dev")
            .project("webank")
            .source(FOLDER)
            .destination(Destination.inCluster("webank"))
            .deletion(DeletionPolicy.CASCADE)
            .build();

    private static ChartSource chart(String repoUrl) {
        return ChartSource.builder()
                .repoUrl(repoUrl)
                .chart("webank")
                .version("1.3.0-rc-1")
                .build();
    }

    @Nested
    class Written {
        @Test
        void a_folder_with_the_defaults() {
            assertThat(yaml(DEV.manifest().tree())).isEqualTo("""
                            apiVersion: argoproj.io/v1alpha1
                            kind: Application
                            metadata:
                              name: webank-dev
                              namespace: argocd
                              finalizers:
                              - resources-finalizer.argocd.argoproj.io
                            spec:
                              project: webank
                              source:
                                repoURL: https://github.com/example/webank-config.git
                                path: environments/dev
                                directory:
                                  recurse: true
                              destination:
                                server: https://kubernetes.default.svc
                                namespace: webank
                              syncPolicy:
                                syncOptions:
                                - CreateNamespace=true
                                - ServerSideApply=true
                                - PruneLast=true
                                - FailOnSharedResource=true
                            """);
        }

        @Test
        void every_setting() {
            ArgoApplication all = ArgoApplication.builder()
                    .name("webank")
                    .project("webank")
                    .source(ChartSource.builder()
                            .repoUrl("oci://registry.example.com/charts")
                            .chart("webank")
                            .version("1.3.0")
                            .releaseName("bank")
                            .addValueFiles("values.yaml")
                            .values(MapTree.of("obs", MapTree.of("replicas", "2")))
                            .build())
                    .destination(Destination.cluster("dev", "webank"))
                    .deletion(DeletionPolicy.CASCADE_IN_BACKGROUND)
                    .namespace("argo")
                    .putLabels("team", "bank")
                    .putAnnotations("a.b/c", "d")
                    .syncWave(-1)
                    .syncPolicy(SyncPolicy.builder()
                            .automation(Automation.of(
                                    Automation.Option.PRUNE,
                                    Automation.Option.SELF_HEAL,
                                    Automation.Option.ALLOW_EMPTY,
                                    Automation.Option.PAUSED))
                            .options(SyncOptions.of(
                                    SyncOption.SKIP_CLIENT_SIDE_APPLY_MIGRATION,
                                    SyncOption.CREATE_NAMESPACE,
                                    SyncOption.PRUNE_IN_FOREGROUND,
                                    SyncOption.RESPECT_IGNORE_DIFFERENCES))
                            .retry(Retry.builder()
                                    .limit(3)
                                    .backoff(Duration.ofSeconds(90))
                                    .factor(3)
                                    .longestBackoff(Duration.ofHours(1))
                                    .revision(Retry.Revision.NEWEST)
                                    .build())
                            .putNamespaceLabels("pod-security.kubernetes.io/enforce", "restricted")
                            .putNamespaceAnnotations("owner", "bank")
                            .build())
                    .addIgnoreDifferences(IgnoreDifference.replicasOfDeployments())
                    .addIgnoreDifferences(IgnoreDifference.builder()
                            .kind("Service")
                            .name("webank-obs")
                            .namespace("webank")
                            .addJqPathExpressions(".spec.ports[0].nodePort")
                            .addFieldManagers("controller")
                            .build())
                    .revisionHistoryLimit(4)
                    .putInfo("url", "https://dev.example.com")
                    .build();

            assertThat(yaml(all.manifest(ARGO_CD_3_2).tree())).isEqualTo("""
                            apiVersion: argoproj.io/v1alpha1
                            kind: Application
                            metadata:
                              name: webank
                              namespace: argo
                              labels:
                                team: bank
                              annotations:
                                a.b/c: d
                                argocd.argoproj.io/sync-wave: "-1"
                              finalizers:
                              - resources-finalizer.argocd.argoproj.io/background
                            spec:
                              project: webank
                              source:
                                repoURL: registry.example.com/charts
                                chart: webank
                                targetRevision: "1.3.0"
                                helm:
                                  releaseName: bank
                                  valueFiles:
                                  - values.yaml
                                  valuesObject:
                                    obs:
                                      replicas: "2"
                              destination:
                                name: dev
                                namespace: webank
                              syncPolicy:
                                automated:
                                  enabled: false
                                  prune: true
                                  selfHeal: true
                                  allowEmpty: true
                                syncOptions:
                                - CreateNamespace=true
                                - RespectIgnoreDifferences=true
                                - PrunePropagationPolicy=foreground
                                - ClientSideApplyMigration=false
                                retry:
                                  limit: 3
                                  refresh: true
                                  backoff:
                                    duration: 90s
                                    factor: 3
                                    maxDuration: 1h
                                managedNamespaceMetadata:
                                  labels:
                                    pod-security.kubernetes.io/enforce: restricted
                                  annotations:
                                    owner: bank
                              ignoreDifferences:
                              - group: apps
                                kind: Deployment
                                jsonPointers:
                                - /spec/replicas
                              - kind: Service
                                name: webank-obs
                                namespace: webank
                                jqPathExpressions:
                                - .spec.ports[0].nodePort
                                managedFieldsManagers:
                                - controller
                              info:
                              - name: url
                                value: https://dev.example.com
                              revisionHistoryLimit: 4
                            """);
            assertThat(ApplicationDocument.check(
                            all.manifest(ARGO_CD_3_2).tree(),
                            Locations.none(),
                            Targets.any().with(ARGO_CD_3_2)))
                    .isEmpty();
        }

        @Test
        void options_that_are_not_recommended_are_possible() {
            ArgoApplication plain = DEV.withDeletion(DeletionPolicy.ORPHAN)
                    .withSyncPolicy(SyncPolicy.builder()
                            .automation(Automation.of())
                            .options(SyncOptions.of())
                            .build())
                    .withSource(FOLDER.withDepth(DirectorySource.Depth.FLAT).withTargetRevision("v1"));

            MapTree tree = plain.manifest().tree();

            assertThat(tree.at("metadata", "finalizers")).isEmpty();
            assertThat(yaml(tree.at("spec", "syncPolicy").orElseThrow())).isEqualTo("automated: {}\n");
            assertThat(yaml(tree.at("spec", "source").orElseThrow())).isEqualTo("""
                            repoURL: https://github.com/example/webank-config.git
                            path: environments/dev
                            targetRevision: v1
                            directory: {}
                            """);
        }

        @Test
        void maps_without_an_order_are_written_sorted() {
            Map<String, String> labels = Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6");

            MapTree tree = DEV.withLabels(labels).manifest().tree();

            assertThat(((MapTree) tree.at("metadata", "labels").orElseThrow()).keys())
                    .containsExactly("a", "b", "c", "d", "e", "f");
        }

        @Test
        void what_it_writes_passes_its_own_check() {
            assertThat(ApplicationDocument.check(DEV.manifest().tree(), Locations.none()))
                    .isEmpty();
            assertThat(ApplicationDocument.check(
                            DEV.withSource(chart("https://example.com"))
                                    .manifest()
                                    .tree(),
                            Locations.none()))
                    .isEmpty();
        }
    }

    @Nested
    class ForAVersion {
        @Test
        void every_field_that_the_version_does_not_have_is_rejected() {
            ArgoApplication newer = DEV.withSyncPolicy(SyncPolicy.builder()
                    .automation(Automation.of(Automation.Option.PAUSED))
                    .options(SyncOptions.of(SyncOption.SKIP_CLIENT_SIDE_APPLY_MIGRATION))
                    .retry(Retry.builder().revision(Retry.Revision.NEWEST).build())
                    .build());

            assertThatThrownBy(() -> newer.manifest(ProductVersion.argoCd("2.13")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("""
                            error UNKNOWN_KEY spec.syncPolicy.automated.enabled: `enabled` is a key of `automated` only in Argo CD 3.1 and later, and not in Argo CD 2.13. Remove it.
                            error UNKNOWN_KEY spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in Argo CD 3.2 and later, and not in Argo CD 2.13. Remove it.
                            error UNKNOWN_VALUE spec.syncPolicy.syncOptions[0]: `ClientSideApplyMigration` is a sync option only in Argo CD 3.1 and later, and not in Argo CD 2.13. Remove it.""");
            assertThatThrownBy(() -> newer.manifest(ProductVersion.argoCd("3.1")))
                    .hasMessage("error UNKNOWN_KEY spec.syncPolicy.retry.refresh: `refresh` is a key of `retry` only in"
                            + " Argo CD 3.2 and later, and not in Argo CD 3.1. Remove it.");
            assertThat(newer.manifest()).isEqualTo(newer.manifest(ARGO_CD_3_2));
            assertThat(newer.manifest(ARGO_CD_3_2).kind()).isEqualTo("Application");
        }
    }

    @Nested
    class Refused {
        @Test
        void all_problems_are_reported_at_once() {
            assertThatThrownBy(() -> ArgoApplication.builder()
                            .name("Webank")
                            .project("")
                            .source(FOLDER)
                            .destination(Destination.inCluster("webank"))
                            .deletion(DeletionPolicy.ORPHAN)
                            .namespace("a.b")
                            .putLabels("a b", "c d")
                            .putAnnotations(SyncWave.ANNOTATION, "1")
                            .syncWave(2)
                            .revisionHistoryLimit(-1)
                            .putInfo("", "x")
                            .build())
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("""
                            error NAME_INVALID metadata.name: `Webank` is not valid. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.
                            error NAME_INVALID metadata.namespace: `a.b` is not valid. A name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit.
                            error LABEL_INVALID metadata.labels: `a b` is not valid. A key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit.
                            error LABEL_INVALID metadata.labels: `c d` is not valid. A label value has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit.
                            error EXCLUSIVE_KEYS metadata.annotations: the sync wave is given twice, as `syncWave` and as an annotation. Keep `syncWave`, and remove the annotation.
                            error NAME_INVALID spec.project: `spec.project` is empty. A name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.
                            error OUT_OF_RANGE spec.revisionHistoryLimit: `-1` is less than 0. Write a number of at least 0.
                            error TEXT_EMPTY spec.info: `spec.info` is empty. Set it, or leave it out if it is optional.""");
        }

        @Test
        void a_name_that_is_too_long_for_its_release() {
            ArgoApplication long54 = DEV.withName("a".repeat(54));

            assertThatThrownBy(() -> long54.withSource(chart("https://example.com")))
                    .hasMessageStartingWith(
                            "error NAME_INVALID metadata.name: `" + "a".repeat(54)
                                    + "` cannot be the chart's release name. Give the source a `releaseName`: a release name has");
            assertThat(long54.withSource(chart("https://example.com").withReleaseName("webank"))
                            .name())
                    .hasSize(54);
        }

        @Test
        void an_invalid_source() {
            assertThatThrownBy(() -> DirectorySource.builder()
                            .repoUrl("")
                            .path("../x")
                            .targetRevision(" ")
                            .include("")
                            .build())
                    .hasMessage("""
                            error URL_INVALID spec.source.repoURL: the address of the repository is empty. Write `https://host/path`, `ssh://user@host/path` or `user@host:path`.
                            error PATH_INVALID spec.source.path: `../x` is not a path inside the repository. Write a relative path without `..`, or `.` for the whole repository.
                            error TEXT_EMPTY spec.source.targetRevision: `targetRevision` is empty. Set it, or leave it out if it is optional.
                            error TEXT_EMPTY spec.source.directory.include: `directory.include` is empty. Set it, or leave it out if it is optional.""");
            assertThatThrownBy(() -> ChartSource.builder()
                            .repoUrl("ftp://example.com")
                            .chart("web bank")
                            .version("")
                            .releaseName("A")
                            .build())
                    .hasMessage("""
                            error URL_INVALID spec.source.repoURL: `ftp://example.com` is not the address of a repository. Write `https://host/path`, or `oci://host/path` for a registry.
                            error NAME_INVALID spec.source.chart: `web bank` is not the name of a chart. A chart's name has letters, digits, `-`, `_`, `.`, and `/` between the parts of a registry's path.
                            error TEXT_EMPTY spec.source.targetRevision: `targetRevision` is empty. Set it, or leave it out if it is optional.
                            error NAME_INVALID spec.source.helm.releaseName: `A` is not valid. A release name has at most 53 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit.""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://github.com/a/b.git",
                    "https://host:8443/a",
                    "http://git.example.svc:3000/a",
                    "ssh://git@host:22/a/b",
                    "git@github.com:a/b.git",
                    "git://host/a",
                    "file:///srv/git/a"
                })
        void valid_addresses_of_git_repositories_are_accepted(String url) {
            assertThat(FOLDER.withRepoUrl(url).repoUrl()).isEqualTo(url);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://host:port/a",
                    "https://",
                    "https://-host/a",
                    "https://host:port/a",
                    "https://host/a b",
                    "host/a",
                    "ssh://git@host",
                    "file://host/a",
                    "oci://host/a",
                    "*"
                })
        void invalid_addresses_of_git_repositories(String url) {
            assertThatThrownBy(() -> FOLDER.withRepoUrl(url))
                    .hasMessage("error URL_INVALID spec.source.repoURL: `" + url
                            + "` is not the address of a repository."
                            + " Write `https://host/path`, `ssh://user@host/path` or `user@host:path`.");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://user:pass@host/a",
                    "https://token@host/a",
                    "HTTPS://token@host/a",
                    "https://user:pa/ss@host/a",
                    "user:pass@host/a",
                    "ssh://git:pass@host/a",
                    "https://host/a?token=pass",
                    "https://host/a#pass"
                })
        void addresses_with_a_secret_which_is_not_printed(String url) {
            assertThatThrownBy(() -> FOLDER.withRepoUrl(url))
                    .hasMessage(
                            "error URL_CREDENTIALS spec.source.repoURL: the address contains a user, a password, a"
                                    + " query or a fragment. Write the plain address, and give Argo CD the credentials in a repository Secret.");
        }

        @ParameterizedTest
        @CsvSource({
            "https://example.com/charts, https://example.com/charts",
            "oci://ghcr.io/a/charts, ghcr.io/a/charts",
            "registry-1.docker.io/bitnamicharts, registry-1.docker.io/bitnamicharts"
        })
        void valid_addresses_of_charts_are_accepted(String url, String written) {
            assertThat(chart(url).tree().string("repoURL")).contains(written);
        }

        @ParameterizedTest
        @ValueSource(strings = {"git@host:a/b", "ssh://git@host/a", "file:///a", "charts", "http://"})
        void invalid_addresses_of_charts(String url) {
            assertThatThrownBy(() -> chart(url)).hasMessageContaining("is not the address of a repository");
        }

        @Test
        void values_with_a_password_in_a_url() {
            assertThatThrownBy(() -> ChartSource.builder()
                            .repoUrl("https://example.com/charts")
                            .chart("webank")
                            .version("1")
                            .values(MapTree.of("obs", MapTree.of("broker", "amqp://user:pass@mq")))
                            .build())
                    .hasMessage(
                            "error SECRET_VALUE spec.source.helm.valuesObject.obs.broker: the value contains a URL with a password, which would go to Git. Keep the value in a Secret, and refer to that; replace the value if it was in Git.");
        }

        @Test
        void an_invalid_destination() {
            assertThatThrownBy(() -> Destination.server("http://host", "A")).hasMessage("""
                            error URL_INVALID spec.destination.server: `http://host` is not the address of an API server. Write `https://host`, such as `https://kubernetes.default.svc` for the cluster that Argo CD runs in.
                            error NAME_INVALID spec.destination.namespace: `A` is not valid. A name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit.""");
            assertThatThrownBy(() -> Destination.cluster("https://user:pass@host", "a"))
                    .hasMessage(
                            "error URL_CREDENTIALS spec.destination.name: the cluster's name is an address with a user or a password. Write the name that Argo CD has for the cluster.");
            assertThatThrownBy(() -> FOLDER.withPath("https://user:pass@host/a"))
                    .hasMessage(
                            "error PATH_INVALID spec.source.path: `https://***@host/a` is not a path inside the repository. Write a relative path without `..`, or `.` for the whole repository.");
            assertThatThrownBy(() -> Destination.cluster("", "a"))
                    .hasMessage("error TEXT_EMPTY spec.destination.name: `name` is empty."
                            + " Set it, or leave it out if it is optional.");
        }

        @Test
        void options_that_cannot_be_set_together() {
            assertThatThrownBy(() -> SyncOptions.recommended().with(SyncOption.REPLACE))
                    .hasMessage("error EXCLUSIVE_KEYS spec.syncPolicy.syncOptions: `ServerSideApply=true` is"
                            + " ignored, because `Replace=true` is set. Keep one of them.");
            assertThatThrownBy(() -> SyncOptions.of(SyncOption.PRUNE_AND_ORPHAN, SyncOption.PRUNE_IN_FOREGROUND))
                    .hasMessage(
                            "error EXCLUSIVE_KEYS spec.syncPolicy.syncOptions: `PrunePropagationPolicy=foreground` and"
                                    + " `PrunePropagationPolicy=orphan` cannot be set together. Keep one of them.");
        }

        @Test
        void metadata_of_a_namespace_that_is_not_created() {
            assertThatThrownBy(() -> SyncPolicy.builder()
                            .options(SyncOptions.recommended().without(SyncOption.CREATE_NAMESPACE))
                            .putNamespaceLabels("a", "b")
                            .build())
                    .hasMessage(
                            "error NAMESPACE_NOT_CREATED spec.syncPolicy.managedNamespaceMetadata: the namespace gets"
                                    + " labels and annotations only if `CreateNamespace=true` creates it."
                                    + " Add `SyncOption.CREATE_NAMESPACE`, or leave the labels and annotations out.");
        }

        @Test
        void a_retry_out_of_range() {
            assertThatThrownBy(() -> Retry.builder()
                            .limit(-1)
                            .backoff(Duration.ofMillis(1500))
                            .factor(0)
                            .longestBackoff(Duration.ofSeconds(1))
                            .build())
                    .hasMessage("""
                            error OUT_OF_RANGE spec.syncPolicy.retry.limit: `-1` is less than 0. Write a number of at least 0.
                            error OUT_OF_RANGE spec.syncPolicy.retry.backoff.duration: `PT1.5S` is not a whole number of seconds of at least 1. Write whole seconds, as in `Duration.ofSeconds(5)`.
                            error OUT_OF_RANGE spec.syncPolicy.retry.backoff.factor: `0` is less than 1. Write a number of at least 1.
                            error OUT_OF_RANGE spec.syncPolicy.retry.backoff.maxDuration: the longest pause, 1s, is shorter than the first, 1s. Make it at least as long.""");
        }

        @Test
        void an_ignored_difference_without_a_field() {
            assertThatThrownBy(
                            () -> IgnoreDifference.builder().kind("Deployment").build())
                    .hasMessage("error MISSING_KEY spec.ignoreDifferences: no field of the kind `Deployment` is named."
                            + " Name fields by JSON Pointer, by jq expression, or by field manager.");
            assertThatThrownBy(() -> IgnoreDifference.builder()
                            .kind("Deployment")
                            .addJsonPointers("spec.replicas")
                            .build())
                    .hasMessage(
                            "error POINTER_INVALID spec.ignoreDifferences.jsonPointers: `spec.replicas` is not a JSON"
                                    + " Pointer. Start it with `/`, as in `/spec/replicas`.");
        }
    }

    @Test
    void equality_compares_every_part() {
        EqualsVerifier.forClass(Destination.class).withNonnullFields("tree").verify();
        EqualsVerifier.forClass(ResourceKind.class)
                .withNonnullFields("group", "kind", "name")
                .verify();
        EqualsVerifier.forClass(AllowedKinds.class).withNonnullFields("kinds").verify();
        EqualsVerifier.forClass(DestinationServiceAccount.class)
                .withNonnullFields("tree")
                .verify();
        EqualsVerifier.forClass(SyncWave.class).verify();
        EqualsVerifier.forClass(SyncHook.class)
                .withNonnullFields("phases", "policies")
                .verify();
        assertThat(SyncOptions.recommended())
                .isEqualTo(SyncOptions.recommended().with(SyncOption.PRUNE_LAST))
                .hasSameHashCodeAs(SyncOptions.recommended())
                .isNotEqualTo(SyncOptions.of());
        assertThat(Automation.pruningAndHealing())
                .isEqualTo(Automation.of(Automation.Option.SELF_HEAL, Automation.Option.PRUNE))
                .hasSameHashCodeAs(Automation.pruningAndHealing())
                .isNotEqualTo(Automation.of());
        assertThat(DEV.withNamespace("a").withNamespace("argocd"))
                .isEqualTo(DEV)
                .hasSameHashCodeAs(DEV);
    }

    @Test
    void sources_are_checked_when_they_are_made() {
        assertThatThrownBy(MultipleSources::of)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error TEXT_EMPTY spec.sources: `sources` is empty. Give at least one source.");
        assertThatThrownBy(() -> SourceHydrator.builder()
                        .repoUrl("https://example.com/a.git")
                        .dryPath(".")
                        .dryRevision("main")
                        .syncBranch("dev")
                        .syncPath(".")
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error PATH_INVALID spec.sourceHydrator.syncSource.path: Argo CD would write to the whole repository. Name a folder of the repository.");
        assertThatThrownBy(() -> chart("https://example.com/charts")
                        .plusParameters("database.url", "postgres://webank:secret@db.example.com/webank"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error SECRET_VALUE spec.source.helm.parameters")
                .hasMessageNotContaining("webank:secret");
    }

    @Test
    void a_source_that_a_version_does_not_have_is_rejected() {
        ArgoApplication hydrated = DEV.withSource(SourceHydrator.builder()
                .repoUrl("https://example.com/a.git")
                .dryPath("dev")
                .dryRevision("main")
                .syncBranch("environments/dev")
                .syncPath("dev")
                .build());

        assertThat(hydrated.manifest(ARGO_CD_3_2).tree().at("spec", "sourceHydrator", "syncSource", "path"))
                .isPresent();
        assertThatThrownBy(() -> hydrated.manifest(ProductVersion.argoCd("2.13")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error UNKNOWN_KEY spec.sourceHydrator: `sourceHydrator` is a key of `spec` only in Argo CD 2.14 and later, and not in Argo CD 2.13. Remove it.");
    }

    @Test
    void a_file_of_a_source_needs_that_source() {
        ChartSource chart = chart("https://example.com/charts").withValueFiles("$values/dev.yaml");
        RefSource values = RefSource.builder()
                .repoUrl("https://example.com/values.git")
                .ref("values")
                .build();

        assertThat(DEV.withSource(MultipleSources.of(chart, values))
                        .manifest()
                        .tree()
                        .at("spec", "sources"))
                .isPresent();
        assertThatThrownBy(DEV.withSource(MultipleSources.of(chart, values.withRef("other")))::manifest)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error DANGLING_REFERENCE spec.sources[0].helm.valueFiles[0]:");
    }
}
