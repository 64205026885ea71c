package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestFlux;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Flux deployed by a Kustomization becomes a release's, without a restart, and Flux does not undo it. */
class FluxTakeOverIT {
    private static final String KIND = "kustomizations.kustomize.toolkit.fluxcd.io";
    private static final String SUSPEND = "kubectl patch " + KIND + " APP --namespace flux-system --field-manager"
            + " flux-client-side-apply --type merge --patch '{\"spec\":{\"suspend\":true}}'";
    private static final String ACTIVE =
            "error OWNER_ACTIVE NS/shop: the Flux Kustomization `flux-system/APP` is not suspended: it would undo the"
                    + " take-over. Suspend it (`" + SUSPEND + "`).";
    private static final String REMAINS =
            "warning OWNER_REMAINS NS/shop: the Flux Kustomization `flux-system/APP` is suspended: it would undo the"
                    + " take-over once it is resumed. ";
    private static final String REMOVAL = "elete it while it is suspended, which leaves its objects (`kubectl delete "
            + KIND + " APP --namespace flux-system`).";

    private final TestFlux flux = TestFlux.shared();
    private final TakenOverApp app = TakenOverApp.in(flux.cluster(), "flux-take");
    private final Site site = app.site();
    private final String name = app.source();
    private final ManifestSet set = app.set();
    private final Deployer deployer = site.deployer().withOptions(Site.WAITING.withTakenOver(TakeOver.flux(name)));

    @TempDir
    Path folder;

    private TestRepository repository;

    @BeforeEach
    void deploy() {
        repository = TestRepository.in(folder);
        publish(name, Map.of("app/objects.yaml", TakenOverApp.OBJECTS));
    }

    @AfterEach
    void remove() {
        site.kubectl("delete", KIND, parent(), name, "--namespace=" + TestFlux.NAMESPACE, "--ignore-not-found");
    }

    private String parent() {
        return name + "-parent";
    }

    private void publish(String source, Map<String, String> files) {
        repository.commit(files);
        flux.publish(source, repository);
    }

    private String kustomization(String of) {
        return """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: %s, namespace: flux-system}
                spec:
                  interval: 1h
                  prune: true
                  path: app
                  targetNamespace: %s
                  sourceRef: {kind: GitRepository, name: %s}
                """.formatted(of, of.equals(name) ? site.namespace() : TestFlux.NAMESPACE, of);
    }

    /** Has Flux deploy the objects. */
    private void sync() {
        flux.apply(kustomization(name));
        flux.reconcile(name);
        site.kubectl("rollout", "status", "deployment/web");
    }

    private boolean isSuspended() {
        return site.kubectl("get", KIND, name, "--namespace=" + TestFlux.NAMESPACE, "--output=jsonpath={.spec.suspend}")
                .equals("true");
    }

    private boolean isThere() {
        return !site.kubectl("get", KIND, name, "--namespace=" + TestFlux.NAMESPACE, "--ignore-not-found")
                .isEmpty();
    }

    private void assertThatNothingIsLeft() {
        app.assertThatNothingIsLeft("fluxcd", "kustomize-controller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flux", "kustomize-controller"})
    void it_is_refused_while_flux_is_active_and_then_taken_over_without_a_restart(String tool) {
        sync();
        Map<String, Object> before = app.running();
        TakeOver takeOver = tool.equals("flux") ? TakeOver.flux(name) : TakeOver.manager(tool);
        Deployer taking = site.deployer().withOptions(Site.WAITING.withTakenOver(takeOver));

        Plan refused = taking.plan(set);
        assertThat(app.problems(refused)).containsExactly(ACTIVE);
        assertThatThrownBy(() -> taking.apply(set)).isInstanceOf(DeployException.Conflict.class);

        app.obey(refused);
        Plan plan = taking.plan(set);
        assertThat(plan.changes()).hasSize(4).allMatch(change -> change.action() == Action.ADOPT);
        assertThat(app.problems(plan)).containsExactly(REMAINS + "D" + REMOVAL);
        taking.apply(plan);
        flux.reconcile(name);
        assertThatNothingIsLeft();

        app.obey(plan);
        assertThat(isThere()).isFalse();
        assertThatNothingIsLeft();
        assertThat(app.running()).isEqualTo(before);
    }

    @Test
    void a_kustomization_that_another_one_deploys_stays_suspended_and_is_removed_there_first() {
        publish(
                parent(),
                Map.of("app/kustomization.yaml", "resources: [app.yaml]", "app/app.yaml", kustomization(name)));
        flux.apply(kustomization(parent()));
        flux.reconcile(parent());
        sync();
        Map<String, Object> before = app.running();
        site.kubectl(SUSPEND.replace("APP", name)
                .replace("kubectl ", "")
                .replace(" --field-manager flux-client-side-apply", "")
                .replace("'", "")
                .split(" "));
        assertThat(isSuspended()).isTrue();
        flux.reconcile(parent());
        assertThat(isSuspended()).as("Flux undoes what kubectl says").isFalse();

        Plan refused = deployer.plan(set);
        assertThat(app.problems(refused)).containsExactly(ACTIVE);
        app.obey(refused);
        flux.reconcile(parent());
        assertThat(isSuspended()).isTrue();

        Plan plan = deployer.plan(set);
        assertThat(app.problems(plan))
                .containsExactly(REMAINS + "Remove it from the Flux Kustomization `flux-system/APP-parent`, which would"
                        + " create it again, then d" + REMOVAL);
        deployer.apply(plan);
        publish(parent(), Map.of("app/kustomization.yaml", "resources: []"));
        flux.reconcile(parent());
        site.kubectl("wait", "--for=delete", KIND + "/" + name, "--namespace=" + TestFlux.NAMESPACE, "--timeout=60s");
        assertThatNothingIsLeft();
        assertThat(app.running()).isEqualTo(before);
    }

    @Test
    void what_the_set_does_not_have_is_reported_and_stays() {
        publish(name, Map.of("app/objects.yaml", TakenOverApp.OBJECTS, "app/more.yaml", TakenOverApp.LEFT));
        sync();
        app.obey(deployer.plan(set));

        Plan plan = deployer.plan(set);
        assertThat(app.problems(plan))
                .containsExactly(
                        REMAINS + "D" + REMOVAL,
                        "warning OWNER_MARK_LEFT NS/shop: `ConfigMap/NS/left` is deployed by the Flux Kustomization"
                                + " `flux-system/APP` and is not in the set: it stays as it is. Put it into the set, or delete"
                                + " it by hand if nobody needs it.");
        deployer.apply(plan);
        app.obey(plan);
        assertThat(site.has("configmap", "left")).isTrue();
    }

    @Test
    void flux_that_is_resumed_is_reported() {
        sync();
        app.obey(deployer.plan(set));
        deployer.apply(set);
        flux.apply(kustomization(name) + "  suspend: false\n");
        flux.reconcile(name);

        Plan plan = site.deployer().plan(set);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(app.problems(plan))
                .containsExactly(
                        "warning OWNER_MARK_LEFT Secret/NS/web: `.metadata.labels.kustomize.toolkit.fluxcd.io/name`,"
                                + " `.metadata.labels.kustomize.toolkit.fluxcd.io/namespace` say that the Flux Kustomization"
                                + " `flux-system/APP` deploys it, which may change or delete it; the same holds for"
                                + " `ConfigMap/NS/web`, `Service/NS/web`, `Deployment/NS/web`. Take it over (`--take-over"
                                + " flux:flux-system/APP`).");
        assertThat(app.problems(deployer.plan(set))).contains(ACTIVE);
    }
}
