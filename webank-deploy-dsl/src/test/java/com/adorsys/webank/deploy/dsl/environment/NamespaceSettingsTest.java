package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.SyncOption;
import com.adorsys.webank.deploy.argocd.SyncOptions;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.environment.NamespaceSettings.Owner;
import com.adorsys.webank.deploy.dsl.network.AlbIngress;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceSettingsTest {
    private static final Webank WEBANK = Samples.smallest();
    private static final AlbIngress ALB = AlbIngress.builder()
            .host(Host.of("dev.example.com"))
            .certificate("arn:aws:acm:eu-central-1:111122223333:certificate/a")
            .build();
    private static final ClassIngress NGINX = ClassIngress.builder()
            .host(Host.of("dev.example.com"))
            .ingressClass("nginx")
            .build();
    private static final Environment DEV = Environment.builder()
            .name("dev")
            .webank(WEBANK)
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .build();

    @Nested
    class Labels {
        @Test
        void are_those_of_the_hardened_posture() {
            assertThat(DEV.namespaceLabels()).isEqualTo(restricted("latest", "audit", "enforce", "warn"));
            assertThat(DEV.withPosture(Posture.chart()).namespaceLabels()).isEmpty();
        }

        @Test
        void have_the_version_of_kubernetes_that_the_environment_names() {
            assertThat(DEV.withKubernetes(ProductVersion.kubernetes("1.35")).namespaceLabels())
                    .isEqualTo(restricted("v1.35", "audit", "enforce", "warn"));
        }

        @Test
        void inject_readiness_gates_behind_a_load_balancer_of_the_webank_or_of_a_component() {
            String gate = "elbv2.k8s.aws/pod-readiness-gate-inject";

            assertThat(DEV.withWebank(WEBANK.withIngress(ALB)).namespaceLabels())
                    .containsEntry(gate, "enabled");
            assertThat(DEV.withWebank(WEBANK.withUserApp(app -> app.withIngress(ALB)))
                            .namespaceLabels())
                    .containsEntry(gate, "enabled");
            assertThat(DEV.withWebank(WEBANK.withIngress(NGINX)).namespaceLabels())
                    .doesNotContainKey(gate);
            assertThat(DEV.withWebank(WEBANK.withIngress(ALB))
                            .withPosture(Posture.hardened().without("readiness-gates", "targets are nodes"))
                            .namespaceLabels())
                    .doesNotContainKey(gate);
        }

        @Test
        void come_step_by_step() {
            Posture hardened = Posture.hardened();

            int gates = hardened.steps().size() - 3;
            Posture before = hardened.upTo(hardened.steps().get(gates - 1).name());

            assertThat(labels(before)).isEmpty();
            assertThat(labels(hardened.upTo("namespace-warn"))).isEqualTo(restricted("latest", "audit", "warn"));
            assertThat(labels(hardened.without("namespace-warn", "a test"))).isEqualTo(restricted("latest", "enforce"));
            assertThat(hardened.steps().subList(gates, gates + 3))
                    .extracting(PostureStep::name)
                    .containsExactly("readiness-gates", "namespace-warn", "namespace-enforce");
            assertThat(WEBANK.render(DEV.release(), before)).isEqualTo(WEBANK.render(DEV.release(), hardened));
        }

        private Map<String, String> labels(Posture posture) {
            return DEV.withPosture(posture).namespaceLabels();
        }

        private static Map<String, String> restricted(String version, String... modes) {
            Map<String, String> labels = new TreeMap<>();
            for (String mode : modes) {
                labels.put("pod-security.kubernetes.io/" + mode, "restricted");
                labels.put("pod-security.kubernetes.io/" + mode + "-version", version);
            }
            return labels;
        }
    }

    @Nested
    class Made_by_argo_cd {
        @Test
        void has_the_labels_and_annotations_of_all_settings() {
            Environment dev = DEV.withPosture(Posture.hardened().without("namespace-warn", "a test"))
                    .withNamespace(NamespaceSettings.builder()
                            .putLabels("team", "bank")
                            .putAnnotations("contact", "bank@example.com")
                            .build())
                    .withSyncPolicy(SyncPolicy.manual()
                            .plusNamespaceLabels("cost-center", "42")
                            .plusNamespaceLabels("team", "bank"));

            MapTree policy = Trees.map(dev.application().manifest().tree(), "spec", "syncPolicy");
            assertThat(YamlWriter.write(Trees.map(policy, "managedNamespaceMetadata")))
                    .isEqualTo("""
                            ---
                            labels:
                              cost-center: "42"
                              pod-security.kubernetes.io/enforce: restricted
                              pod-security.kubernetes.io/enforce-version: latest
                              team: bank
                            annotations:
                              contact: bank@example.com
                            """);
            assertThat(dev.manifests().all("Namespace")).isEmpty();
        }

        @Test
        void is_refused_without_the_option_that_makes_it() {
            SyncPolicy policy = SyncPolicy.manual().withOptions(SyncOptions.of(SyncOption.SERVER_SIDE_APPLY));

            assertThatThrownBy(() -> DEV.withSyncPolicy(policy))
                    .hasMessage(
                            "error NAMESPACE_NOT_CREATED environment.dev.syncPolicy.options: Argo CD does not make the"
                                    + " namespace, so it does not set its labels and annotations either. Add"
                                    + " `SyncOption.CREATE_NAMESPACE`, or say who makes the namespace: `namespace` with"
                                    + " `Owner.GIT` or `Owner.OTHERS`.");
            assertThat(DEV.withPosture(Posture.chart())
                            .withSyncPolicy(policy)
                            .application()
                            .syncPolicy())
                    .isEqualTo(policy);
        }

        @Test
        void has_one_value_for_each_label() {
            String enforce = "pod-security.kubernetes.io/enforce";

            assertThatThrownBy(() -> DEV.withNamespace(NamespaceSettings.builder()
                            .putLabels(enforce, "baseline")
                            .build()))
                    .hasMessage("error SETTING_CONFLICT environment.dev.namespace.labels: `" + enforce
                            + "` is set to another value by the posture, by a step that can be switched off, too. Keep one of"
                            + " them.");
            assertThatThrownBy(() -> DEV.withSyncPolicy(SyncPolicy.manual().plusNamespaceLabels(enforce, "baseline")))
                    .hasMessage("error SETTING_CONFLICT environment.dev.syncPolicy.namespaceLabels: `" + enforce
                            + "` is set to another value by `namespace` or the posture too. Keep one of them.");
        }

        @Test
        void cannot_be_a_manifest_too() {
            Environment dev =
                    DEV.withExtraManifests(set("{apiVersion: v1, kind: Namespace, metadata: {name: webank, annotations:"
                            + " {argocd.argoproj.io/sync-options: 'Prune=false, Delete=false'}}}"));

            assertThat(problems(dev))
                    .containsExactly(
                            "error SETTING_CONFLICT environment.dev.Namespace/webank: Argo CD makes this namespace,"
                                    + " and ignores its labels and annotations where there is a manifest. Remove the manifest and use"
                                    + " the setting `namespace`, with `Owner.GIT` for a manifest; or set `Owner.OTHERS`.");
            assertThat(problems(dev.withNamespace(owner(Owner.OTHERS)))).isEmpty();
        }
    }

    @Nested
    class Made_by_a_manifest {
        private final Environment dev = DEV.withNamespace(NamespaceSettings.builder()
                        .owner(Owner.GIT)
                        .putLabels("team", "bank")
                        .putAnnotations("contact", "bank@example.com")
                        .build())
                .withPosture(Posture.hardened().without("namespace-warn", "a test"));

        @Test
        void is_never_pruned_or_deleted() {
            assertThat(dev.tree().text("environments/dev/webank/namespace-webank.yaml"))
                    .isEqualTo("""
                            # Generated by webank-deploy: change the Java model instead.
                            ---
                            apiVersion: v1
                            kind: Namespace
                            metadata:
                              name: webank
                              labels:
                                app.kubernetes.io/instance: webank
                                app.kubernetes.io/managed-by: webank-deploy
                                app.kubernetes.io/name: webank
                                app.kubernetes.io/part-of: webank
                                pod-security.kubernetes.io/enforce: restricted
                                pod-security.kubernetes.io/enforce-version: latest
                                team: bank
                              annotations:
                                argocd.argoproj.io/sync-options: Prune=false,Delete=false
                                contact: bank@example.com
                            """);
            assertThat(problems(dev)).isEmpty();
        }

        @Test
        void is_not_made_by_argo_cd() {
            SyncPolicy policy = dev.application().syncPolicy();

            assertThat(policy.options().has(SyncOption.CREATE_NAMESPACE)).isFalse();
            assertThat(policy.namespaceLabels()).isEmpty();
            assertThatThrownBy(() -> dev.withSyncPolicy(SyncPolicy.manual().plusNamespaceLabels("team", "bank")))
                    .hasMessage("error SETTING_CONFLICT environment.dev.syncPolicy: it has labels or annotations of the"
                            + " namespace, which `namespace` does not let Argo CD make. Move them to `namespace`, or let"
                            + " `Owner.ARGO_CD` make the namespace.");
        }

        @Test
        void keeps_the_annotation_that_protects_it() {
            assertThatThrownBy(() -> dev.withNamespace(
                            dev.namespace().plusAnnotations("argocd.argoproj.io/sync-options", "Validate=false")))
                    .hasMessage("error SETTING_CONFLICT environment.dev.namespace.annotations:"
                            + " `argocd.argoproj.io/sync-options` is set to another value by the library, so that nobody"
                            + " deletes the namespace, too. Keep one of them.");
        }
    }

    @Nested
    class Made_by_others {
        @Test
        void is_neither_a_manifest_nor_created() {
            Environment dev = DEV.withNamespace(owner(Owner.OTHERS));

            assertThat(dev.manifests()).isEqualTo(DEV.manifests());
            assertThat(dev.application().syncPolicy().options().has(SyncOption.CREATE_NAMESPACE))
                    .isFalse();
            assertThat(dev.namespaceLabels()).isEqualTo(DEV.namespaceLabels());
        }

        @Test
        void has_no_labels_that_nobody_writes() {
            assertThatThrownBy(() -> owner(Owner.OTHERS).plusLabels("team", "bank"))
                    .hasMessage(
                            "error SETTING_CONFLICT namespace.owner: others make the namespace, so nobody writes these"
                                    + " labels and annotations. Leave them out, or let `Owner.ARGO_CD` or `Owner.GIT` make the"
                                    + " namespace.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {"Prune=false", "Delete=false", "Validate=false", "''"},
            delimiter = '|')
    void a_namespace_that_argo_cd_may_delete_is_a_warning(String options) {
        Environment dev = DEV.withExtraManifests(set(
                "{apiVersion: v1, kind: Namespace, metadata: {name: jobs, annotations: {argocd.argoproj.io/sync-options: '"
                        + options + "'}}}"));

        assertThat(problems(dev))
                .containsExactly(
                        "warning NAMESPACE_PRUNABLE environment.dev.Namespace/jobs.metadata.annotations: Argo CD"
                                + " deletes the namespace when its manifest or its Application is removed, and with it every Secret in"
                                + " it, also those that others made. Annotate it with `argocd.argoproj.io/sync-options:"
                                + " Prune=false,Delete=false`.");
    }

    private static NamespaceSettings owner(Owner owner) {
        return NamespaceSettings.builder().owner(owner).build();
    }

    private static ManifestSet set(String yaml) {
        return ManifestSet.of(Manifest.of((MapTree) YamlReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .tree()));
    }

    /** The problems besides those of pod security. */
    private static List<String> problems(Environment environment) {
        return environment.checkReport().problems().stream()
                .filter(problem -> !problem.code().equals("POD_SECURITY"))
                .map(Problem::toString)
                .toList();
    }
}
