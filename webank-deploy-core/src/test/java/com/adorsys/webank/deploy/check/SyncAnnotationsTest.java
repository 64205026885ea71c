package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations of Argo CD on objects of any kind. */
class SyncAnnotationsTest {
    private static List<String> problems(Targets targets, String annotations) {
        return Checks.of(Checks.structure(targets))
                .check(Sets.of("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: a, annotations: {%s}}
                        """.formatted(annotations.replace("A/", "argocd.argoproj.io/"))))
                .stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> problems(String annotations) {
        return problems(Targets.any(), annotations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/sync-wave: '-1'",
                "A/sync-wave: '+2'",
                "'A/hook': 'PreSync, PostSync', A/hook-delete-policy: 'HookSucceeded,HookFailed'",
                "helm.sh/hook: pre-install, A/hook-delete-policy: BeforeHookCreation",
                "'A/sync-options': 'Prune=false,Replace=true,Force=true'",
                "A/compare-options: IgnoreExtraneous, note: PreSnc"
            })
    void that_argo_cd_knows_are_valid(String annotations) {
        assertThat(problems(annotations)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A/sync-wave: first | error TEXT_INVALID ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/sync-wave\"]: the sync wave `first` is not a whole number. Write a whole number in quotes, as in `\"1\"`.",
                "A/sync-wave: 1 | error WRONG_TYPE ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/sync-wave\"]: `argocd.argoproj.io/sync-wave` is a number; a string is expected. Write it in quotes.",
                "A/hook: PreSnc | error UNKNOWN_VALUE ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/hook\"]: `PreSnc` is not a hook of Argo CD, which never applies the object then. Did you mean `PreSync`? If not, use one of PreSync, Sync, PostSync, SyncFail, PreDelete, PostDelete, Skip.",
                "A/hook: Sync, A/hook-delete-policy: Never | error UNKNOWN_VALUE ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/hook-delete-policy\"]: `Never` is not a delete policy of Argo CD, which ignores it. Use one of HookSucceeded, HookFailed, BeforeHookCreation.",
                "A/hook-delete-policy: HookFailed | warning IGNORED_KEY ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/hook-delete-policy\"]: the delete policy is ignored, because the object is not a hook. Add the annotation `argocd.argoproj.io/hook`, or remove this one.",
                "A/sync-options: Prune=never | error UNKNOWN_VALUE ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/sync-options\"]: `Prune=never` has a value that Argo CD does not know. Write `Prune=` and one of `true`, `false`, `confirm`."
            })
    void others_are_reported(String annotations, String problem) {
        assertThat(problems(annotations)).containsExactly(problem);
    }

    @Test
    void a_hook_before_a_deletion_needs_its_version() {
        assertThat(problems(Targets.any().with(ProductVersion.argoCd("3.3")), "A/hook: PreDelete"))
                .isEmpty();
        assertThat(problems(Targets.any().with(ProductVersion.argoCd("3.2")), "A/hook: PreDelete"))
                .containsExactly(
                        "error UNKNOWN_VALUE ConfigMap/a.metadata.annotations[\"argocd.argoproj.io/hook\"]: `PreDelete` is a hook of Argo CD only in Argo CD 3.3 and later, and not in Argo CD 3.2. Remove it.");
    }
}
