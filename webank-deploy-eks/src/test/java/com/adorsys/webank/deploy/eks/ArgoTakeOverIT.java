package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real Argo CD synced from Git becomes a release's, without a restart, and Argo CD does not undo it. */
class ArgoTakeOverIT {
    private static final String OBJECTS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data: {value: '1'}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: web}
            stringData: {password: geheim}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: app
                    image: example.com/app:1
                    env: [{name: A, value: '1'}]
                    ports: [{containerPort: 8080}]
                    resources: {requests: {cpu: 1000m, memory: 64Mi}}
            """;
    private static final String LEFT =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: left}, data: {value: '1'}}\n";

    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final Site site = Site.in(argoCd.cluster(), "argo-take");
    private final String name = site.namespace() + "-app";
    private final ManifestSet set = site.set(OBJECTS);
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
        String commit = repository.commit(Map.of("app/objects.yaml", OBJECTS, "app/more.yaml", more));
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

    private List<String> problems(Plan plan) {
        return plan.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(name, "APP"))
                .map(site::shown)
                .toList();
    }

    /** Runs the commands of a remedy. */
    private void obey(Plan plan) {
        String[] parts = plan.problems().get(0).remedy().split("`");
        for (int i = 1; i < parts.length; i += 2) {
            site.kubectl(parts[i].replaceFirst("kubectl ", "").replace("'", "").split(" "));
        }
    }

    /** What may not change: pods, ReplicaSets, and what the Deployment runs. */
    private Map<String, Object> running() {
        Map<String, Object> running = new TreeMap<>();
        running.put("pods", site.uids("pods"));
        running.put("replicasets", site.uids("replicasets"));
        running.put("deployment", site.live("deployment", "web", "metadata", "uid"));
        running.put("spec", site.live("deployment", "web", "spec"));
        return running;
    }

    private void assertThatNothingIsLeft() {
        assertThat(site.kubectl(
                        "get",
                        "configmap/web",
                        "secret/web",
                        "service/web",
                        "deployment/web",
                        "--show-managed-fields",
                        "--output=yaml"))
                .doesNotContain("argocd", "argoproj", "app.kubernetes.io/instance", "last-applied-configuration")
                .contains("manager: webank-deploy");
        assertThat(site.deployer().plan(set).isEmpty()).isTrue();
        assertThat(site.deployer().status().isHealthy()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"annotation,''", "label,''", "annotation+label,ServerSideApply=true"})
    void it_is_refused_while_argo_cd_is_active_and_then_taken_over_without_a_restart(String tracking, String options) {
        argoCd.track(tracking);
        sync("", options);
        Map<String, Object> before = running();

        Plan refused = deployer.plan(set);
        assertThat(problems(refused))
                .containsExactly(
                        "error OWNER_ACTIVE NS/shop: the Argo CD Application `argocd/APP` syncs automatically: it"
                                + " would undo the take-over. Switch automated sync off (`kubectl patch applications.argoproj.io APP"
                                + " --namespace argocd --type merge --patch '{\"spec\":{\"syncPolicy\":{\"automated\":null}}}'`).");
        assertThatThrownBy(() -> deployer.apply(set)).isInstanceOf(DeployException.Conflict.class);
        assertThat(running()).isEqualTo(before);

        obey(refused);
        Plan plan = deployer.plan(set);
        assertThat(plan.changes()).hasSize(4).allMatch(change -> change.action() == Action.ADOPT);
        assertThat(problems(plan))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `argocd/APP` is still there: a sync"
                                + " would undo the take-over. Delete it without its objects (`kubectl patch applications.argoproj.io"
                                + " APP --namespace argocd --type merge --patch '{\"metadata\":{\"finalizers\":null}}'`, then `kubectl"
                                + " delete applications.argoproj.io APP --namespace argocd`).");
        deployer.apply(plan);
        assertThatNothingIsLeft();
        assertThat(running()).isEqualTo(before);

        argoCd.refresh(name);
        obey(deployer.plan(set));
        assertThatNothingIsLeft();
        assertThat(running()).isEqualTo(before);
    }

    @Test
    void what_an_application_left_that_was_deleted_without_its_objects_is_taken_over_too() {
        sync(LEFT, "");
        Map<String, Object> before = running();
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
        assertThat(problems(plan))
                .containsExactly(
                        "warning OWNER_REMAINS NS/shop: the Argo CD Application `APP` is not in this cluster: if it is in"
                                + " another one, it would undo this. Switch its automated sync off, and delete it without its"
                                + " objects.");
        deployer.apply(plan);

        assertThatNothingIsLeft();
        assertThat(running()).isEqualTo(before);
        assertThat(site.has("configmap", "left")).isTrue();
    }

    @Test
    void what_the_set_does_not_have_is_reported_and_stays() {
        sync(LEFT, "");

        obey(deployer.plan(set));
        assertThat(problems(deployer.plan(set)))
                .hasSize(2)
                .last()
                .isEqualTo("warning OWNER_MARK_LEFT NS/shop: `ConfigMap/NS/left` is deployed by the Argo CD Application"
                        + " `argocd/APP` and is not in the set: it stays as it is. Put it into the set, or delete it by hand if"
                        + " nobody needs it.");
        deployer.apply(set);
        assertThat(site.has("configmap", "left")).isTrue();
    }
}
