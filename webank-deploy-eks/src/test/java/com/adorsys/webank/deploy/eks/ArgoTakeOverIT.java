package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Argo CD synced from Git becomes a release's, without a restart, and Argo CD does not undo it. */
class ArgoTakeOverIT {
    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final TakenOverApp app = TakenOverApp.in(argoCd.cluster(), "argo-take");
    private final Site site = app.site();
    private final String name = app.source();
    private final ManifestSet set = app.set();
    private final Deployer deployer = site.deployer().withOptions(Site.WAITING.withTakenOver(TakeOver.argoCd(name)));

    @TempDir
    Path folder;

    @AfterEach
    void reset() {
        site.kubectl(
                "delete",
                "--ignore-not-found",
                "--wait=false",
                "--namespace=" + TestArgoCd.NAMESPACE,
                "application.argoproj.io",
                name);
        argoCd.track("");
    }

    /** Has Argo CD sync the objects, by itself and against changes by others. */
    private void sync(String more, String syncOptions) {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/objects.yaml", TakenOverApp.OBJECTS, "app/more.yaml", more));
        argoCd.apply("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
                spec:
                  project: default
                  source: {repoURL: '%s', path: app, targetRevision: main}
                  destination: {server: 'https://kubernetes.default.svc', namespace: %s}
                  syncPolicy: {automated: {prune: true, selfHeal: true}, syncOptions: [%s]}
                """.formatted(name, repository.uri(), site.namespace(), syncOptions));
        EksClient.of(argoCd.cluster().client())
                .argoSync()
                .withTimeout(Duration.ofMinutes(2))
                .withTolerance(Duration.ofSeconds(1))
                .await(name, commit);
    }

    private void assertThatNothingIsLeft() {
        app.assertThatNothingIsLeft("argocd", "argoproj", "app.kubernetes.io/instance", "last-applied-configuration");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"annotation,''", "label,''", "annotation+label,ServerSideApply=true"})
    void it_is_refused_while_argo_cd_is_active_and_then_taken_over_without_a_restart(String tracking, String options) {
        argoCd.track(tracking);
        sync("", options);
        Map<String, Object> before = app.running();

        Plan refused = deployer.plan(set);
        assertThat(app.problems(refused))
                .containsExactly(
                        "error OWNER_ACTIVE NS/shop: the Argo CD Application `argocd/APP` syncs automatically: it"
                                + " would undo the take-over. Switch automated sync off (`kubectl patch applications.argoproj.io APP"
                                + " --namespace argocd --type merge --patch '{\"spec\":{\"syncPolicy\":{\"automated\":null}}}'`).");
        assertThatThrownBy(() -> deployer.apply(set)).isInstanceOf(DeployException.Conflict.class);
        assertThat(app.running()).isEqualTo(before);

        app.obey(refused);
        Plan plan = deployer.plan(set);
        assertThat(plan.changes()).hasSize(4).allMatch(change -> change.action() == Action.ADOPT);
        assertThat(app.problems(plan))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `argocd/APP` is still there: a sync"
                                + " would undo the take-over. Delete it without its objects (`kubectl patch applications.argoproj.io"
                                + " APP --namespace argocd --type merge --patch '{\"metadata\":{\"finalizers\":null}}'`, then `kubectl"
                                + " delete applications.argoproj.io APP --namespace argocd`).");
        deployer.apply(plan);
        assertThatNothingIsLeft();
        assertThat(app.running()).isEqualTo(before);

        argoCd.refresh(name);
        app.obey(deployer.plan(set));
        assertThatNothingIsLeft();
        assertThat(app.running()).isEqualTo(before);
    }

    @Test
    void what_an_application_left_that_was_deleted_without_its_objects_is_taken_over_too() {
        sync(TakenOverApp.LEFT, "");
        Map<String, Object> before = app.running();
        String[] application = {"applications.argoproj.io", name, "--namespace=" + TestArgoCd.NAMESPACE};
        site.kubectl(
                "patch",
                application[0],
                name,
                application[2],
                "--type=merge",
                "--patch={\"metadata\":{\"finalizers\":null}}");
        site.kubectl("delete", application[0], name, application[2]);

        Plan plan = deployer.plan(set);
        assertThat(app.problems(plan))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `APP` is not in this cluster: if it is in"
                                + " another one, it would undo this. Switch its automated sync off, and delete it without its"
                                + " objects.");
        deployer.apply(plan);

        assertThatNothingIsLeft();
        assertThat(app.running()).isEqualTo(before);
        assertThat(site.has("configmap", "left")).isTrue();
    }

    @Test
    void what_the_set_does_not_have_is_reported_and_stays() {
        sync(TakenOverApp.LEFT, "");

        app.obey(deployer.plan(set));
        assertThat(app.problems(deployer.plan(set)))
                .hasSize(2)
                .last()
                .isEqualTo("warning OWNER_MARK_LEFT NS/shop: `ConfigMap/NS/left` is deployed by the Argo CD Application"
                        + " `argocd/APP` and is not in the set: it stays as it is. Put it into the set, or delete it by hand if"
                        + " nobody needs it.");
        deployer.apply(set);
        assertThat(site.has("configmap", "left")).isTrue();
    }
}
