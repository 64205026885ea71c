package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;

/** What annotations of Argo CD, Helm and Flux say of objects. */
class HooksIT {
    private static final String PLAIN = """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: plain}, data: {key: '1'}}
            """;

    private static final String HOOKS = PLAIN + """
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: presync, annotations: {argocd.argoproj.io/hook: PreSync}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: test, annotations: {helm.sh/hook: test}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: skip, annotations: {argocd.argoproj.io/hook: Skip}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: test2, annotations: {helm.sh/hook: test}}}
            """;

    private final Site site = Site.in(TestCluster.shared(), "hooks");
    private final Deployer deployer = site.deployer();

    @Test
    void hooks_are_refused_by_name() {
        ManifestSet set = site.set(HOOKS);

        assertThatThrownBy(() -> deployer.plan(set))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("""
                        error HOOK ConfigMap/presync: it is a hook: its annotation argocd.argoproj.io/hook \
                        says `PreSync`. Hooks are not run here: leave them out with `--skip-hooks`, or let Argo CD or Helm \
                        apply the set.
                        error HOOK ConfigMap/test: it is a hook: its annotation helm.sh/hook says `test`. Hooks \
                        are not run here: leave them out with `--skip-hooks`, or let Argo CD or Helm apply the set.
                        error HOOK ConfigMap/test2: it is a hook: its annotation helm.sh/hook says `test`. Hooks \
                        are not run here: leave them out with `--skip-hooks`, or let Argo CD or Helm apply the set.""");
        assertThatThrownBy(() -> deployer.apply(set)).isInstanceOf(DeployException.InvalidInput.class);
        assertThat(site.has("configmap", "plain")).isFalse();
    }

    @Test
    void hooks_are_left_out_where_that_is_asked_for() {
        Deployer skipping = deployer.withOptions(Site.OPTIONS.withHooks(DeployOptions.Hooks.SKIP));
        ManifestSet set = site.set(HOOKS);

        Plan plan = skipping.plan(set);
        assertThat(plan.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "warning HOOK ConfigMap/presync: it is a hook: its annotation argocd.argoproj.io/hook"
                                + " says `PreSync`. Hooks are left out, since they are not run here.",
                        "warning HOOK ConfigMap/skip: it is a hook: its annotation argocd.argoproj.io/hook says"
                                + " `Skip`. Hooks are left out, since they are not run here.",
                        "warning HOOK ConfigMap/test: it is a hook: its annotation helm.sh/hook says `test`;"
                                + " the same holds for `ConfigMap/test2`. Hooks are left out, since they are not run here.");
        skipping.apply(set);

        assertThat(site.has("configmap", "plain")).isTrue();
        assertThat(site.has("configmap", "presync")).isFalse();
        assertThat(site.has("configmap", "test")).isFalse();
        assertThat(site.has("configmap", "skip")).isFalse();
        assertThat(skipping.apply(set).isEmpty()).isTrue();
    }

    @Test
    void the_hook_skip_of_argo_cd_leaves_an_object_out() {
        deployer.apply(site.set(PLAIN + """
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: skip, annotations: {argocd.argoproj.io/hook: Skip}}}
                """));

        assertThat(site.has("configmap", "plain")).isTrue();
        assertThat(site.has("configmap", "skip")).isFalse();
    }

    @Test
    void what_flux_would_not_prune_is_kept() {
        deployer.apply(site.set(PLAIN + """
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: flux, annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: label, labels: {kustomize.toolkit.fluxcd.io/prune: Disabled}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: paused, annotations: {kustomize.toolkit.fluxcd.io/reconcile: disabled}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: ignored, annotations: {kustomize.toolkit.fluxcd.io/ssa: Ignore}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: once, annotations: {kustomize.toolkit.fluxcd.io/ssa: IfNotPresent}}}
                """));

        assertThat(deployer.plan(site.set(PLAIN)).text())
                .contains("its label kustomize.toolkit.fluxcd.io/prune says Disabled");
        assertThat(Site.outcomes(deployer.apply(site.set(PLAIN))))
                .containsExactlyInAnyOrder(
                        "ConfigMap/plain UNCHANGED",
                        "ConfigMap/flux KEPT",
                        "ConfigMap/label KEPT",
                        "ConfigMap/paused KEPT",
                        "ConfigMap/ignored KEPT",
                        "ConfigMap/once DELETED");
    }
}
