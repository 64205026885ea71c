package com.adorsys.webank.deploy.dsl;

import static com.adorsys.webank.deploy.assertions.DeployAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.dsl.pod.PodVolume;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.secret.AwsSecretObject;
import com.adorsys.webank.deploy.secret.ExternalSecret;
import com.adorsys.webank.deploy.secret.RemoteKey;
import com.adorsys.webank.deploy.secret.SecretProviderClass;
import com.adorsys.webank.deploy.secret.SecretStoreRef;
import com.adorsys.webank.deploy.secret.SyncedSecret;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class SecretSourcesTest {
    private static final ExternalSecret EXTERNAL = ExternalSecret.builder()
            .name("obs-keys")
            .store(SecretStoreRef.cluster("aws"))
            .addDataFrom(RemoteKey.of("webank-dev/obs"))
            .build();
    private static final SyncedSecret SYNCED = SyncedSecret.of("obs-synced").plusKey("password", "db");
    private static final SecretProviderClass FILES = SecretProviderClass.builder()
            .name("obs-files")
            .addObjects(AwsSecretObject.secret("webank-dev/db").withFile("db"))
            .addSecrets(SYNCED)
            .build();
    private static final Webank WEBANK = Samples.dev()
            .withOnlineBanking(obs -> obs.withSecrets(EXTERNAL.ref())
                    .plusEnv(EnvVar.fromSecret("KEYSTORE_PASSWORD", SYNCED.key("password")))
                    .plusVolumeMounts(PodVolume.secretProviderClass("files", FILES)
                            .mountedAt("/mnt/secrets")
                            .readOnly()))
            .plusSecretSources(EXTERNAL, FILES);

    @Test
    void they_are_part_of_the_release_in_each_posture() {
        for (Posture posture : new Posture[] {Posture.chart(), Posture.hardened()}) {
            ManifestSet manifests = WEBANK.render(Samples.RELEASE, posture);
            Manifest external = manifests.find("ExternalSecret", "obs-keys").orElseThrow();

            assertThat(external.namespace()).isEqualTo("webank");
            assertThat(external.label("app.kubernetes.io/instance")).contains("webank");
            assertThat(external.label("app.kubernetes.io/name")).contains("webank");
            assertThat(external.tree().get("spec")).isEqualTo(EXTERNAL.spec());
            assertThat(manifests
                            .find("SecretProviderClass", "obs-files")
                            .orElseThrow()
                            .tree()
                            .get("spec"))
                    .isEqualTo(FILES.spec());
            assertThat(Checks.all()
                            .check(manifests.select(object -> object.kind().equals("ExternalSecret")
                                    || object.kind().equals("SecretProviderClass"))))
                    .isEmpty();
        }
        assertThat(WEBANK.render(Samples.RELEASE)
                        .find("ExternalSecret", "obs-keys")
                        .orElseThrow()
                        .label("app.kubernetes.io/managed-by"))
                .contains("webank-deploy");
    }

    @Test
    void a_webank_without_an_ingress_has_them_too() {
        assertThat(Samples.smallest()
                        .plusSecretSources(EXTERNAL)
                        .render(Samples.RELEASE)
                        .all("ExternalSecret"))
                .hasSize(1);
    }

    @Test
    void files_are_a_volume_that_only_the_driver_writes() {
        MapTree pod = Trees.map(
                WEBANK.render(Samples.RELEASE, Posture.chart())
                        .find("Deployment", "webank-obs")
                        .orElseThrow()
                        .tree(),
                "spec",
                "template",
                "spec");

        assertThat(YamlWriter.write(Trees.list(pod, "volumes"))).isEqualTo("""
                ---
                - name: files
                  csi:
                    driver: secrets-store.csi.k8s.io
                    readOnly: true
                    volumeAttributes:
                      secretProviderClass: obs-files
                """);
        assertThat(WEBANK.render(Samples.RELEASE)).hasNoDanglingReferences();
    }

    @Test
    void one_secret_has_one_source() {
        assertThatThrownBy(() -> WEBANK.plusSecretSources(EXTERNAL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "error DUPLICATE webank.secretSources: `ExternalSecret/obs-keys` is there twice. Remove one of them.")
                .hasMessageContaining(
                        "error DUPLICATE webank.secretSources.createdSecrets: `obs-keys` is there twice. Remove one of them.");
        assertThatThrownBy(() ->
                        WEBANK.plusSecretSources(EXTERNAL.withName("other").withTargetName("obs-synced")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error DUPLICATE webank.secretSources.createdSecrets: `obs-synced` is there twice."
                        + " Remove one of them.");
        assertThat(WEBANK.plusSecretSources(EXTERNAL.withName("more")
                                .withTargetName("obs-keys")
                                .withCreationPolicy(ExternalSecret.CreationPolicy.MERGE))
                        .secretSources())
                .hasSize(3);
    }

    @Test
    void the_chart_has_none() {
        assertThatThrownBy(() -> ChartValues.write(Samples.dev().plusSecretSources(EXTERNAL)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error CHART_CANNOT_SAY secretSources: the chart has no sources of Secrets. Add them to"
                        + " `extraManifests`, or publish the rendered manifests.");
    }
}
