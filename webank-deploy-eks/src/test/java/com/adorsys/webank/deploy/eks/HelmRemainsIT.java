package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of objects of a Helm release that is taken over into a set without them: what is said of them happens. */
class HelmRemainsIT {
    private final TestCluster cluster = TestCluster.shared();
    private final Site site = Site.in(cluster, "remains");
    private final ManifestSet wanted = site.set(configMap("wanted"));

    @TempDir
    Path folder;

    private static String configMap(String name) {
        return "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}, data: {a: '1'}}\n";
    }

    private void helmInstall(String manifests) {
        try {
            Files.createDirectories(folder.resolve("templates"));
            Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: webank, version: 0.1.0}");
            Files.writeString(folder.resolve("templates/all.yaml"), manifests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Site.ran(site.helm("install", "webank", folder.toString()));
    }

    private Deployer taking(TakeOver takeOver) {
        return site.deployer().withOptions(Site.OPTIONS.withTakenOver(takeOver));
    }

    private static TakeOver keepingRecords() {
        return TakeOver.helm("webank");
    }

    private static TakeOver removingRecords() {
        return keepingRecords().removingRecords();
    }

    private List<String> left(Plan plan) {
        return plan.problems().stream()
                .filter(problem -> problem.code().equals("HELM_OBJECT_LEFT"))
                .map(Problem::what)
                .map(site::shown)
                .toList();
    }

    @Test
    void what_an_earlier_take_over_made_ours_is_pruned_and_nothing_else_is_said() {
        helmInstall(configMap("wanted") + configMap("dropped"));
        taking(keepingRecords()).apply(site.set(configMap("wanted") + configMap("dropped")));

        Plan plan = taking(removingRecords()).plan(wanted);

        assertThat(Site.actions(plan)).containsExactly("ConfigMap/dropped DELETE", "ConfigMap/wanted UNCHANGED");
        assertThat(plan.problems()).isEmpty();
        assertThat(Site.outcomes(taking(removingRecords()).apply(plan)))
                .containsExactly("ConfigMap/dropped DELETED", "ConfigMap/wanted UNCHANGED");
        assertThat(site.has("configmap", "dropped")).isFalse();

        Plan again = taking(removingRecords()).plan(wanted);
        assertThat(again.isEmpty()).isTrue();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void going_back_prunes_it_too() {
        helmInstall(configMap("wanted") + configMap("dropped"));
        taking(keepingRecords()).apply(wanted);
        taking(keepingRecords()).apply(site.set(configMap("wanted") + configMap("dropped")));

        assertThat(left(taking(keepingRecords()).planRollback(1))).isEmpty();
        assertThat(Site.outcomes(taking(removingRecords()).rollback(1)))
                .containsExactly("ConfigMap/dropped DELETED", "ConfigMap/wanted UNCHANGED");
        assertThat(site.has("configmap", "dropped")).isFalse();
    }

    @Test
    void what_prune_does_not_delete_stays_and_stays_the_releases() {
        String kept = configMap("kept").replace("}, data", ", annotations: {helm.sh/resource-policy: keep}}, data");
        String claim = "---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: claim}, spec: {accessModes:"
                + " [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}\n";
        String gone = configMap("gone");
        helmInstall(configMap("wanted") + kept + claim + gone);
        taking(keepingRecords()).apply(site.set(configMap("wanted") + kept + claim + gone));
        site.kubectl("delete", "configmap", "gone");

        Plan plan = taking(removingRecords()).plan(wanted);

        assertThat(Site.actions(plan))
                .containsExactly(
                        "ConfigMap/kept KEEP", "ConfigMap/wanted UNCHANGED", "PersistentVolumeClaim/claim KEEP");
        assertThat(plan.problems()).isEmpty();
        taking(removingRecords()).apply(plan);
        assertThat(site.has("configmap", "kept")).isTrue();
        assertThat(site.has("pvc", "claim")).isTrue();
        site.kubectl("annotate", "configmap", "kept", "helm.sh/resource-policy-");
        assertThat(Site.outcomes(site.deployer().apply(wanted)))
                .containsExactly(
                        "ConfigMap/kept DELETED", "ConfigMap/wanted UNCHANGED", "PersistentVolumeClaim/claim KEPT");
    }

    @Test
    void what_only_helm_has_stays_and_is_named() {
        helmInstall(configMap("wanted") + configMap("dropped") + configMap("gone"));
        site.kubectl("delete", "configmap", "gone");

        assertThat(left(taking(keepingRecords()).plan(wanted)))
                .containsExactly(
                        "`ConfigMap/NS/dropped` is in Helm release `webank` and not in the set: it stays, and belongs"
                                + " to Helm only afterwards");
        taking(keepingRecords()).apply(wanted);
        assertThat(left(taking(removingRecords()).plan(wanted)))
                .containsExactly(
                        "`ConfigMap/NS/dropped` is in Helm release `webank` and not in the set: it stays, and belongs"
                                + " to no release afterwards");
        taking(removingRecords()).apply(wanted);
        assertThat(site.has("configmap", "dropped")).isTrue();
        assertThat(Site.actions(site.deployer().plan(wanted))).containsExactly("ConfigMap/wanted UNCHANGED");
    }

    @Test
    void what_a_hook_of_helm_created_stays_and_is_named() {
        String hook = configMap("hook").replace("}, data", ", annotations: {helm.sh/hook: pre-install}}, data");
        helmInstall(configMap("wanted") + hook);

        assertThat(left(taking(removingRecords()).plan(wanted)))
                .containsExactly(
                        "`ConfigMap/NS/hook` is in Helm release `webank` and not in the set: it stays, and belongs"
                                + " to no release afterwards");
        taking(removingRecords()).apply(wanted);
        assertThat(site.has("configmap", "hook")).isTrue();
    }

    @Test
    void what_another_release_has_taken_over_is_not_named() {
        helmInstall(configMap("wanted") + configMap("others"));
        site.deployer("other")
                .withOptions(Site.OPTIONS.withTakenOver(keepingRecords()))
                .apply(site.set(configMap("others")));

        Plan plan = taking(removingRecords()).plan(wanted);

        assertThat(plan.problems()).isEmpty();
        taking(removingRecords()).apply(plan);
        assertThat(site.deployer("other").status().isHealthy()).isTrue();
    }

    @Test
    void what_is_no_longer_served_in_helms_version_is_found_in_another() {
        helmInstall(
                configMap("wanted")
                        + "---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: budget}, spec: {minAvailable: 1}}\n");
        // As a record from a time when the server still knew that version.
        String secret = "sh.helm.release.v1.webank.v1";
        String record = site.kubectl("get", "secret", secret, "--output=jsonpath={.data.release}");
        String older = edited(record, text -> text.replace("apiVersion: policy/v1,", "apiVersion: policy/v1beta1,"));
        site.kubectl("patch", "secret", secret, "--patch={\"data\":{\"release\":\"" + older + "\"}}");

        assertThat(left(taking(removingRecords()).plan(wanted)))
                .containsExactly(
                        "`PodDisruptionBudget/NS/budget` is in Helm release `webank` and not in the set: it stays, and"
                                + " belongs to no release afterwards");
    }

    /** One of Helm's records with another text: JSON, gzipped, in base64 twice. */
    private static String edited(String record, UnaryOperator<String> edit) {
        Base64.Decoder decoder = Base64.getDecoder();
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(decoder.decode(decoder.decode(record))))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(edit.apply(text)).isNotEqualTo(text);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(edit.apply(text).getBytes(StandardCharsets.UTF_8));
            }
            byte[] once = Base64.getEncoder().encode(bytes.toByteArray());
            return Base64.getEncoder().encodeToString(once);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
