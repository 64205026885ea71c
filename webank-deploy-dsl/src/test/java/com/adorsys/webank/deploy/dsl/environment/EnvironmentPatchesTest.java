package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.manifest.JsonPatch;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSelector;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.MergePatch;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

class EnvironmentPatchesTest {
    private static final Environment DEV = Environment.builder()
            .name("dev")
            .webank(Samples.dev())
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/deployment")
            .build();

    private static final ManifestSelector OBS = ManifestSelector.object("Deployment", "webank-obs");
    private static final ManifestSelector WEBANK = ManifestSelector.label("app.kubernetes.io/part-of", "webank");

    @Test
    void change_fields_without_a_setting() {
        Environment patched = DEV.withPatch(ManifestPatch.edit(OBS, Deployment.class, deployment -> {
                    deployment.getSpec().getTemplate().getSpec().setPriorityClassName("payments");
                    return deployment;
                }))
                .withPatch(ManifestPatch.json(
                        OBS,
                        JsonPatch.builder()
                                .add("/spec/minReadySeconds", ScalarTree.of(10))
                                .build()))
                .withPatch(ManifestPatch.merge(
                        OBS, MergePatch.of(MapTree.of("spec", MapTree.of("paused", ScalarTree.of(true))))));

        assertThat(ManifestDiff.between(DEV.manifests(), patched.manifests()).text())
                .isEqualTo("""
                        ~ Deployment/webank/webank-obs (ROLL_OUT)
                            spec.template.spec.priorityClassName: (none) -> "payments"
                            spec.minReadySeconds: (none) -> 10
                            spec.paused: (none) -> true
                        """);
    }

    @Test
    void are_applied_after_the_posture() {
        ManifestPatch account = ManifestPatch.merge(
                ManifestSelector.kind("ServiceAccount"),
                MergePatch.of(MapTree.of("automountServiceAccountToken", ScalarTree.of(true))));

        assertThat(DEV.withPatch(account).manifests().all("ServiceAccount"))
                .hasSize(3)
                .allSatisfy(manifest -> assertThat(manifest.tree().get("automountServiceAccountToken"))
                        .isEqualTo(ScalarTree.of(true)));
    }

    @Test
    void reach_extra_manifests_and_every_file_of_the_tree() {
        Environment patched = DEV.withExtraManifests(ManifestSet.of(object("v1", "ConfigMap", "webank", "limits")))
                .withPatch(ManifestPatch.merge(
                        ManifestSelector.object("ConfigMap", "limits"),
                        MergePatch.of(MapTree.of("data", MapTree.of("transfers", "10")))))
                .withPatch(ManifestPatch.json(
                        WEBANK,
                        JsonPatch.builder()
                                .add("/metadata/labels/team", ScalarTree.of("blue"))
                                .build()));

        assertThat(patched.tree().text("environments/dev/other/configmap-limits.yaml"))
                .contains("transfers: \"10\"");
        for (Manifest manifest : DEV.manifests()) {
            String component = manifest.label("app.kubernetes.io/name").orElseThrow();
            String file = "environments/dev/" + component + "/"
                    + manifest.kind().toLowerCase(java.util.Locale.ROOT) + "-" + manifest.name() + ".yaml";
            assertThat(patched.tree().text(file)).contains("    team: blue\n");
        }
    }

    @Test
    void report_which_of_them_fails_in_which_environment() {
        Environment broken = DEV.withPatch(ManifestPatch.merge(WEBANK, MergePatch.of(MapTree.of())))
                .withPatch(ManifestPatch.merge(
                        ManifestSelector.object("Deployment", "webank-obz"), MergePatch.of(MapTree.of())))
                .withPatch(ManifestPatch.json(
                        OBS,
                        JsonPatch.builder()
                                .test("/spec/replicas", ScalarTree.of(9))
                                .build()));
        String message = """
                error OBJECT_MISSING environment.dev.patches[1]: the merge patch of `Deployment/webank-obz` matches no object. Did you mean `Deployment/webank-obs`? If so, write it.
                error JSON_PATCH_FAILED environment.dev.patches[2]: the JSON patch of `Deployment/webank-obs` fails at `Deployment/webank/webank-obs`: operation 0, `test /spec/replicas`, cannot be applied: there is another value at `/spec/replicas`. Correct the test, or patch the object that it was written for.""";

        assertThatThrownBy(broken::manifests)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
        assertThatThrownBy(broken::tree).hasMessage(message);
        assertThatThrownBy(Environments.of(broken, DEV.withName("test").withApplicationName("webank-test"))::tree)
                .hasMessage(message);
    }

    @Test
    void that_break_a_reference_are_found_by_the_checks() {
        Environment broken = DEV.withPatch(ManifestPatch.json(
                OBS,
                JsonPatch.builder()
                        .replace("/spec/template/metadata/labels/app.kubernetes.io~1name", ScalarTree.of("other"))
                        .build()));

        assertThatThrownBy(broken::tree)
                .message()
                .contains("error DANGLING_REFERENCE environment.dev.Service/webank/webank-obs.spec.selector: ")
                .contains("error SELECTOR_MISMATCH environment.dev.Deployment/webank/webank-obs.spec.selector: ");
    }

    @Test
    void that_put_a_secret_value_into_git_are_refused_and_the_value_is_not_shown() {
        Environment leaking = DEV.withExtraManifests(ManifestSet.of(object("v1", "Secret", "webank", "keys")))
                .withPatch(ManifestPatch.merge(
                        ManifestSelector.object("Secret", "keys"),
                        MergePatch.of(MapTree.of("stringData", MapTree.of("key", "hunter2")))));

        assertThat(DEV.withExtraManifests(leaking.extraManifests()).tree().paths())
                .contains("environments/dev/other/secret-keys.yaml");
        assertThatThrownBy(leaking::tree)
                .message()
                .startsWith("error SECRET_VALUE Secret/webank/keys.stringData.key: the environment `dev` would write")
                .doesNotContain("hunter2");
        assertThat(leaking.toString()).doesNotContain("hunter2");
    }

    @Test
    void are_part_of_the_equality_of_environments() {
        ManifestPatch merge = ManifestPatch.merge(OBS, MergePatch.of(MapTree.of("spec", MapTree.of("paused", "no"))));
        ManifestPatch same = ManifestPatch.merge(OBS, MergePatch.of(MapTree.of("spec", MapTree.of("paused", "no"))));

        assertThat(DEV.withPatch(merge)).isEqualTo(DEV.withPatch(same)).isNotEqualTo(DEV);
        assertThat(DEV.withPatch(merge)).isEqualTo(DEV.withPatches(merge));
    }

    private static Manifest object(String apiVersion, String kind, String namespace, String name) {
        return Manifest.of(MapTree.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", MapTree.of("name", name).with("namespace", namespace))
                .build());
    }
}
