package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.ArgoApplicationSet.Deletion;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoApplicationSetTest {
    private static ArgoApplication application(String environment) {
        return ArgoApplication.builder()
                .name("webank-" + environment)
                .project("webank")
                .source(DirectorySource.builder()
                        .repoUrl("https://example.com/deployment")
                        .path("environments/" + environment)
                        .targetRevision("main")
                        .depth(DirectorySource.Depth.RECURSIVE)
                        .build())
                .destination(Destination.cluster("in-cluster", "webank-" + environment))
                .deletion(DeletionPolicy.ORPHAN)
                .syncPolicy(SyncPolicy.automatic())
                .putLabels("env", environment)
                .build();
    }

    private static MapTree read(String text) {
        return (MapTree) YamlReader.read("set.yaml", text.getBytes(StandardCharsets.UTF_8))
                .tree();
    }

    @Nested
    class of_applications {
        private final ArgoApplicationSet set = ArgoApplicationSet.of(
                "webank", Deletion.KEEP_OBJECTS, List.of(application("dev"), application("prod")), Targets.any());

        @Test
        void has_what_they_have_in_common_and_parameters_for_the_rest() {
            assertThat(YamlWriter.write(set.manifest().tree())).isEqualTo("""
                    ---
                    apiVersion: argoproj.io/v1alpha1
                    kind: ApplicationSet
                    metadata:
                      name: webank
                      namespace: argocd
                    spec:
                      goTemplate: true
                      goTemplateOptions:
                      - missingkey=error
                      generators:
                      - list:
                          elements:
                          - env: dev
                            name: webank-dev
                            path: environments/dev
                          - env: prod
                            name: webank-prod
                            path: environments/prod
                      syncPolicy:
                        preserveResourcesOnDeletion: true
                      template:
                        metadata:
                          name: "{{ .name }}"
                          labels:
                            env: "{{ .env }}"
                        spec:
                          project: webank
                          source:
                            repoURL: https://example.com/deployment
                            path: "{{ .path }}"
                            targetRevision: main
                            directory:
                              recurse: true
                          destination:
                            name: in-cluster
                            namespace: "{{ .name }}"
                          syncPolicy:
                            automated:
                              prune: true
                              selfHeal: true
                            syncOptions:
                            - CreateNamespace=true
                            - ServerSideApply=true
                            - PruneLast=true
                            - FailOnSharedResource=true
                    """);
            assertThat(Checks.all().check(ManifestSet.of(set.manifest()))).isEmpty();
        }

        @Test
        void makes_one_application_too() {
            ArgoApplicationSet one = ArgoApplicationSet.of(
                    "webank", Deletion.DELETE_OBJECTS, List.of(application("dev")), Targets.any());

            assertThat(one.generators())
                    .containsExactly(ApplicationGenerator.list(List.of(Map.of("name", "webank-dev"))));
        }

        @Test
        void keeps_braces_of_texts_that_are_no_parameters() {
            ArgoApplication application = application("dev").plusAnnotations("note", "a {{ b }}");

            MapTree template = ArgoApplicationSet.of(
                            "webank", Deletion.DELETE_OBJECTS, List.of(application), Targets.any())
                    .template();

            assertThat(template.at("metadata", "annotations", "note").orElseThrow())
                    .isEqualTo(ScalarTree.of("a {{ \"{{\" }} b }}"));
        }

        @Test
        void patches_what_a_text_cannot_say() {
            ArgoApplicationSet patched = ArgoApplicationSet.of(
                    "webank",
                    Deletion.DELETE_OBJECTS,
                    List.of(
                            application("dev"),
                            application("prod")
                                    .withSyncPolicy(SyncPolicy.manual())
                                    .withRevisionHistoryLimit(3)),
                    Targets.any());

            assertThat(patched.templatePatch()).contains("{{ .patch }}");
            assertThat(patched.template().at("spec", "syncPolicy").orElseThrow())
                    .isEqualTo(read("""
                    syncOptions: [CreateNamespace=true, ServerSideApply=true, PruneLast=true, FailOnSharedResource=true]
                    """));
            assertThat(patched.generators())
                    .containsExactly(ApplicationGenerator.list(List.of(
                            Map.of(
                                    "env",
                                    "dev",
                                    "name",
                                    "webank-dev",
                                    "path",
                                    "environments/dev",
                                    "patch",
                                    "{\"spec\":{\"syncPolicy\":{\"automated\":{\"prune\":true,\"selfHeal\":true}}}}"),
                            Map.of(
                                    "env",
                                    "prod",
                                    "name",
                                    "webank-prod",
                                    "path",
                                    "environments/prod",
                                    "patch",
                                    "{\"spec\":{\"revisionHistoryLimit\":3}}"))));
            assertThat(Checks.all().check(ManifestSet.of(patched.manifest()))).isEmpty();
        }

        @Test
        void is_refused_without_applications() {
            assertThatThrownBy(() -> ArgoApplicationSet.of("webank", Deletion.DELETE_OBJECTS, List.of(), Targets.any()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("there is no Application to make the set of");
        }
    }

    @Test
    void generators_and_steps_are_written_as_argo_cd_reads_them() {
        ArgoApplicationSet set = ArgoApplicationSet.builder()
                .name("shops")
                .template(read("""
                        metadata: {name: '{{ .name }}-{{ .path.basename }}', labels: {env: '{{ .metadata.labels.env }}'}}
                        spec:
                          project: default
                          source: {repoURL: 'https://example.com/a', path: '{{ .path.path }}'}
                          destination: {server: '{{ .server }}', namespace: shops}
                        """))
                .deletion(Deletion.DELETE_OBJECTS)
                .addGenerators(ApplicationGenerator.matrix(
                        ApplicationGenerator.clusters(Map.of("env", "prod")),
                        ApplicationGenerator.gitDirectories("https://example.com/a", "HEAD", "apps/*", "!apps/old")))
                .addRollout(
                        RolloutStep.of("env", "dev"),
                        RolloutStep.of("env", "prod").withMaxUpdate("25%"))
                .build();

        assertThat(set.manifest().tree().at("spec", "generators").orElseThrow())
                .isEqualTo(read("""
                a: [{matrix: {generators: [
                  {clusters: {selector: {matchLabels: {env: prod}}}},
                  {git: {repoURL: 'https://example.com/a', revision: HEAD,
                    directories: [{path: apps/*}, {path: apps/old, exclude: true}]}}]}}]
                """).get("a"));
        assertThat(set.manifest().tree().at("spec", "strategy").orElseThrow()).isEqualTo(read("""
                type: RollingSync
                rollingSync: {steps: [
                  {matchExpressions: [{key: env, operator: In, values: [dev]}]},
                  {matchExpressions: [{key: env, operator: In, values: [prod]}], maxUpdate: 25%}]}
                """));
        assertThat(Checks.all().check(ManifestSet.of(set.manifest()))).isEmpty();
    }

    @Test
    void pull_requests_and_fields_of_others_are_written_as_argo_cd_reads_them() {
        ArgoApplicationSet set = ArgoApplicationSet.builder()
                .name("previews")
                .template(read("""
                        metadata: {name: 'preview-{{ .number }}'}
                        spec:
                          project: default
                          source: {repoURL: 'https://example.com/a', path: dev, targetRevision: '{{ .head_sha }}'}
                          destination: {name: in-cluster, namespace: 'preview-{{ .number }}'}
                        """))
                .deletion(Deletion.DELETE_OBJECTS)
                .addGenerators(ApplicationGenerator.gitHubPullRequests(
                        "example", "webank", SecretKeyRef.of("github", "token"), "preview"))
                .build()
                .plusIgnoreApplicationDifferences(IgnoreApplicationDifference.builder()
                        .name("preview-1")
                        .addJsonPointers("/spec/syncPolicy")
                        .build());

        MapTree spec = set.manifest().tree().map("spec").orElseThrow();

        assertThat(spec.get("generators")).isEqualTo(read("""
                a: [{pullRequest: {github: {owner: example, repo: webank, labels: [preview],
                  tokenRef: {secretName: github, key: token}}}}]
                """).get("a"));
        assertThat(spec.get("ignoreApplicationDifferences"))
                .isEqualTo(read("a: [{name: preview-1, jsonPointers: [/spec/syncPolicy]}]")
                        .get("a"));
        assertThat(ArgoApplicationSet.of(set.manifest())).isEqualTo(set.withRest(MapTree.of()));
        assertThat(Checks.all().check(ManifestSet.of(set.manifest()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{goTemplate: true, goTemplateOptions: [missingkey=error], generators: [{clusters: {}}]}",
                "{goTemplate: true, goTemplateOptions: [missingkey=zero], generators: [{clusters: {}}]}",
                "{goTemplate: false, generators: [{list: {elements: [{a: b}]}}]}",
                "{generators: [{clusters: {}}], syncPolicy: {preserveResourcesOnDeletion: true, applicationsSync: sync}}",
                "{generators: [{clusters: {}}], syncPolicy: {preserveResourcesOnDeletion: false}}",
                "{generators: [{clusters: {}}], strategy: {type: AllAtOnce}}",
                "{generators: [{clusters: {}}], strategy: {type: RollingSync, rollingSync: {steps: [{matchExpressions: [], maxUpdate: 1}]}}}",
                "{generators: [{clusters: {}}], templatePatch: 'a: b', ignoreApplicationDifferences: [{jsonPointers: [/a]}]}",
                "{generators: []}"
            })
    void sets_of_others_are_read_and_written_without_loss(String spec) {
        MapTree document =
                read("{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: shops}, spec: "
                        + spec.substring(0, spec.length() - 1)
                        + ", template: {metadata: {name: a}, spec: {project: default, source: {repoURL: 'https://a', path: b},"
                        + " destination: {name: in-cluster}}}}}");

        assertThat(ArgoApplicationSet.of(Manifest.of(document)).manifest().tree())
                .isEqualTo(document);
    }

    @Test
    void an_invalid_document_is_refused_with_its_places() {
        assertThatThrownBy(() -> ArgoApplicationSet.of(Manifest.of(read("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata: {name: shops}
                        spec: {generators: [{lists: {}}], template: {metadata: {}, spec: {project: a, destination: {}}}}
                        """))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "error UNKNOWN_KEY spec.generators[0].lists: `lists` is not a key of `generators[0]`");
    }
}
