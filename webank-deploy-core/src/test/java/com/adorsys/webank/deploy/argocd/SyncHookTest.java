package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.SyncHook.DeletePolicy;
import com.adorsys.webank.deploy.argocd.SyncHook.Phase;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SyncHookTest {
    private static final Manifest MIGRATION = Manifest.of((MapTree)
            YamlReader.read("job.yaml", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: migrate
                      namespace: webank
                      annotations: {note: a}
                    """.getBytes(StandardCharsets.UTF_8)).tree());

    @Test
    void is_written_as_annotations_of_the_object() {
        Manifest hook = SyncHook.of(Phase.PRE_SYNC, Phase.SYNC_FAIL)
                .withDeletePolicies(DeletePolicy.HOOK_SUCCEEDED, DeletePolicy.BEFORE_HOOK_CREATION)
                .on(SyncWave.of(-1).on(MIGRATION));

        assertThat(YamlWriter.write(hook.tree())).isEqualTo("""
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: migrate
                  namespace: webank
                  annotations:
                    note: a
                    argocd.argoproj.io/sync-wave: "-1"
                    argocd.argoproj.io/hook: PreSync,SyncFail
                    argocd.argoproj.io/hook-delete-policy: HookSucceeded,BeforeHookCreation
                """);
        assertThat(Checks.of(Checks.structure()).check(ManifestSet.of(hook))).isEmpty();
    }

    @Test
    void each_phase_and_policy_is_one_of_argo_cd() {
        for (Phase phase : Phase.values()) {
            for (DeletePolicy policy : DeletePolicy.values()) {
                Manifest hook = SyncHook.of(phase).withDeletePolicies(policy).on(MIGRATION);

                assertThat(Checks.of(Checks.structure()).check(ManifestSet.of(hook)))
                        .noneMatch(problem -> problem.isError());
            }
        }
    }
}
