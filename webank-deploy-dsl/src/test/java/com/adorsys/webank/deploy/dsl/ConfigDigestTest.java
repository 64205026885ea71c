package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.pod.EnvFrom;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.secret.AwsSecretObject;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretProviderClass;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When pods restart because of what they read. */
class ConfigDigestTest {
    private static final String DIGEST = "deploy.webank.adorsys.com/config-digest";
    private static final String VERSIONS = "deploy.webank.adorsys.com/secret-versions";

    private static final ExternalSecret KEYS = ExternalSecret.builder()
            .name("keys")
            .store(SecretStoreRef.of("aws"))
            .putData("jwt", RemoteKey.of("webank-dev/obs").withProperty("jwt"))
            .putData("salt", RemoteKey.of("webank-dev/obs").withProperty("salt"))
            .targetName("webank-obs-secret")
            .build();

    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: webank}
            data: {b: "2", a: "ä"}
            """;

    private static final Environment DEV = Environment.builder()
            .name("dev")
            .webank(Samples.dev().withOnlineBanking(obs -> obs.plusEnvFrom(EnvFrom.configMap("settings"))))
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .extraManifests(set(SETTINGS))
            .build();

    @Nested
    class Digests {
        @Test
        void are_not_written_where_nothing_is_rendered_that_pods_read() {
            assertThat(annotation(Samples.dev().render(Samples.RELEASE), "webank-obs", DIGEST))
                    .isEmpty();
        }

        @Test
        void are_at_the_pods_that_refer_to_what_is_rendered() {
            ManifestSet manifests = Samples.dev().plusSecretSources(KEYS).render(Samples.RELEASE);

            assertThat(annotation(manifests, "webank-obs", DIGEST)).hasSize(64);
            assertThat(annotation(manifests, "webank-prs", DIGEST)).isEmpty();
            assertThat(annotation(manifests, "webank-userapp", DIGEST)).isEmpty();
            assertThat(annotation(
                            Samples.dev().plusSecretSources(KEYS).render(Samples.RELEASE, Posture.chart()),
                            "webank-obs",
                            DIGEST))
                    .isEmpty();
        }

        @Test
        void change_with_the_content_and_not_with_how_often_a_store_is_read() {
            String before = digest(KEYS);

            assertThat(digest(KEYS.withData(Map.of("jwt", RemoteKey.of("webank-dev/obs")))))
                    .isNotEqualTo(before);
            assertThat(digest(KEYS.withRefreshInterval(Duration.ofMinutes(5)))).isEqualTo(before);
        }

        private static String digest(ExternalSecret source) {
            return annotation(Samples.dev().plusSecretSources(source).render(Samples.RELEASE), "webank-obs", DIGEST);
        }

        /** The value was computed with sha256sum of the texts that the documentation of the digest gives. */
        @Test
        void are_those_of_framed_texts() {
            assertThat(annotation(DEV.manifests(), "webank-obs", DIGEST))
                    .isEqualTo("e62df5d9b74d06fcade70416d43bdbac50475fa735ff79ba5d5f010730a4d195");
        }

        @Test
        void see_each_way_to_read_configuration() {
            SecretProviderClass files = SecretProviderClass.builder()
                    .name("files")
                    .addObjects(AwsSecretObject.secret("webank-dev/db"))
                    .build();
            Webank none = Samples.dev().plusSecretSources(files);
            Webank mounted =
                    none.withOnlineBanking(obs -> obs.plusVolumes(PodVolume.secretProviderClass("files", files)));

            assertThat(annotation(none.render(Samples.RELEASE), "webank-obs", DIGEST))
                    .isEmpty();
            assertThat(annotation(mounted.render(Samples.RELEASE), "webank-obs", DIGEST))
                    .hasSize(64);
            Environment dev = DEV.withWebank(Samples.dev());
            assertThat(annotation(dev.manifests(), "webank-obs", DIGEST)).isEmpty();
            assertThat(digestWith(obs -> obs.plusEnv(EnvVar.fromConfigMap("A", "settings", "a"))))
                    .hasSize(64);
            assertThat(digestWith(obs -> obs.plusVolumes(PodVolume.configMap("a", "settings"))))
                    .hasSize(64);
            assertThat(digestWith(obs -> obs.plusVolumes(PodVolume.of(
                            "a",
                            MapTree.of(
                                    "projected",
                                    MapTree.of(
                                            "sources",
                                            ListTree.of(MapTree.of("configMap", MapTree.of("name", "settings")))))))))
                    .hasSize(64);
        }

        private String digestWith(UnaryOperator<OnlineBanking> change) {
            return annotation(
                    DEV.withWebank(Samples.dev().withOnlineBanking(change)).manifests(), "webank-obs", DIGEST);
        }

        @Test
        void see_what_the_steps_of_a_team_add() {
            PostureStep step = PostureStep.of(
                    "settings",
                    ChangeClass.CONFIGURATION,
                    "a sample",
                    part -> part.name().equals("obs")
                            ? part.with(set(SETTINGS).manifests().get(0).tree())
                            : part);

            assertThat(annotation(
                            DEV.webank()
                                    .render(Samples.RELEASE, Posture.hardened().with(step)),
                            "webank-obs",
                            DIGEST))
                    .isEqualTo(annotation(DEV.manifests(), "webank-obs", DIGEST));
        }

        @Test
        void see_patches_and_what_is_sealed() {
            String before = annotation(DEV.manifests(), "webank-obs", DIGEST);
            Environment patched = DEV.withPatch(ManifestPatch.merge(
                    ManifestSelector.object("ConfigMap", "settings"),
                    MergePatch.of(MapTree.of("data", MapTree.of("a", "o")))));
            Environment sealed = DEV.withExtraManifests(DEV.extraManifests().plus(set("""
                    apiVersion: bitnami.com/v1alpha1
                    kind: SealedSecret
                    metadata: {name: webank-obs-secret, namespace: webank}
                    spec: {encryptedData: {jwt: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq}}
                    """)));

            assertThat(annotation(patched.manifests(), "webank-obs", DIGEST))
                    .hasSize(64)
                    .isNotEqualTo(before);
            assertThat(annotation(sealed.manifests(), "webank-obs", DIGEST))
                    .hasSize(64)
                    .isNotEqualTo(before);
        }

        @Test
        void are_not_written_to_manifests_of_others_nor_without_the_step() {
            ManifestSet own = set("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: own, namespace: webank}
                    spec:
                      selector: {matchLabels: {a: b}}
                      template:
                        metadata: {labels: {a: b}}
                        spec: {containers: [{name: own, image: own, envFrom: [{configMapRef: {name: settings}}]}]}
                    """);
            Environment withOwn = DEV.withExtraManifests(DEV.extraManifests().plus(own));

            assertThat(withOwn.manifests().find("Deployment", "own"))
                    .contains(own.manifests().get(0));
            assertThat(annotation(
                            DEV.withPosture(Posture.hardened().without("config-digest", "restarted by hand"))
                                    .manifests(),
                            "webank-obs",
                            DIGEST))
                    .isEmpty();
        }

        @Test
        void are_not_written_to_a_job_whose_pods_cannot_change() {
            MapTree job = set("""
                            apiVersion: batch/v1
                            kind: Job
                            metadata: {name: migrate, namespace: webank}
                            spec:
                              template:
                                spec:
                                  restartPolicy: Never
                                  containers: [{name: own, image: own, envFrom: [{secretRef: {name: webank-obs-secret}}]}]
                            """).manifests().get(0).tree();
            PostureStep step = PostureStep.of(
                    "job",
                    ChangeClass.CONFIGURATION,
                    "a sample",
                    part -> part.name().equals("obs") ? part.with(job) : part);

            assertThat(Samples.dev()
                            .plusSecretSources(KEYS)
                            .render(Samples.RELEASE, Posture.hardened().with(step))
                            .find("Job", "migrate")
                            .orElseThrow()
                            .tree())
                    .isEqualTo(job);
        }
    }

    @Nested
    class Versions {
        @Test
        void are_at_the_pods_that_refer_to_the_secret() {
            Webank webank = Samples.dev()
                    .withOnlineBanking(obs -> obs.withSecrets(
                                    SecretRef.of("webank-obs-secret").withVersion("7"))
                            .withDatabase(InClusterDatabase.builder()
                                    .name("webank")
                                    .user("webank")
                                    .password(SecretKeyRef.of("rds-secret", "password")
                                            .withVersion("2026-11"))
                                    .build()));
            ManifestSet manifests = webank.render(Samples.RELEASE);

            assertThat(annotation(manifests, "webank-obs", VERSIONS))
                    .isEqualTo("rds-secret=2026-11,webank-obs-secret=7");
            assertThat(annotation(manifests, "webank-prs", VERSIONS)).isEqualTo("rds-secret=2026-11");
            assertThat(annotation(manifests, "webank-userapp", VERSIONS)).isEmpty();
            Manifest database = manifests.all("StatefulSet").get(0);
            assertThat(Trees.text(database.tree(), "spec", "template", "metadata", "annotations", VERSIONS))
                    .isEqualTo("rds-secret=2026-11");
            assertThat(annotation(webank.render(Samples.RELEASE, Posture.chart()), "webank-obs", VERSIONS))
                    .isEmpty();
        }

        @Test
        void can_be_at_each_reference() {
            SecretRef secret = SecretRef.of("other").withVersion("1");
            Webank webank = Samples.dev();

            for (Webank changed : new Webank[] {
                webank.withOnlineBanking(obs -> obs.plusEnv(EnvVar.fromSecret("A", secret.key("a")))),
                webank.withOnlineBanking(
                        obs -> obs.plusEnvFrom(EnvFrom.secret(secret).withPrefix("P_"))),
                webank.withOnlineBanking(obs -> obs.plusVolumes(PodVolume.secret("a", secret))),
                webank.withOnlineBanking(obs ->
                        obs.plusVolumeMounts(PodVolume.secret("a", secret).mountedAt("/a"))),
                webank.withOnlineBanking(obs ->
                        obs.plusContainers(Samples.sidecar("proxy").plusEnv(EnvVar.fromSecret("A", secret.key("a")))))
            }) {
                assertThat(annotation(changed.render(Samples.RELEASE), "webank-obs", VERSIONS))
                        .isEqualTo("other=1");
            }
            assertThat(EnvVar.fromSecret("A", secret.key("a")))
                    .isNotEqualTo(EnvVar.fromSecret("A", SecretKeyRef.of("other", "a")));
        }

        @Test
        void of_one_secret_are_equal() {
            Webank webank = Samples.dev()
                    .withOnlineBanking(obs ->
                            obs.plusEnvFrom(EnvFrom.secret(SecretRef.of("other").withVersion("1"))))
                    .withPendingRegistration(prs ->
                            prs.plusEnvFrom(EnvFrom.secret(SecretRef.of("other").withVersion("2"))));

            assertThatThrownBy(() -> webank.render(Samples.RELEASE))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("error SETTING_CONFLICT secret.other.version: references to the Secret `other` have"
                            + " different versions. Give all of them the same version.");
        }
    }

    private static String annotation(ManifestSet manifests, String deployment, String key) {
        return Trees.text(
                manifests.find("Deployment", deployment).orElseThrow().tree(),
                "spec",
                "template",
                "metadata",
                "annotations",
                key);
    }

    private static ManifestSet set(String yaml) {
        return YamlReader.readManifests("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
