package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestRepository;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for Applications of a real Argo CD. */
class ArgoSyncIT {
    private static final String ZERO = "0".repeat(40);

    private final TestArgoCd argoCd = TestArgoCd.shared();
    private final TestCluster cluster = argoCd.cluster();
    private final String namespace = cluster.namespace("argo");
    private final String name = namespace + "-app";

    @TempDir
    Path folder;

    @AfterEach
    void delete() {
        kubectl("delete", "--ignore-not-found", "--wait=false", "application.argoproj.io", name);
    }

    @Test
    void an_application_is_awaited_until_it_is_synced_and_healthy() {
        TestRepository repository = TestRepository.in(folder);
        String commit =
                repository.commit(Map.of("app/deployment.yaml", deployment("", "1"), "app/config.yaml", config("1")));
        List<ProgressEvent> events = Collections.synchronizedList(new ArrayList<>());
        createApplication(repository, "automated: {prune: true}");

        SyncedApplication synced =
                sync().withProject("default").withListener(events::add).await(name, commit);

        assertThat(synced).hasToString("Application/argocd/" + name + " is synced to " + commit + " and healthy");
        assertThat(synced.images()).containsExactly("example.com/app:1");
        assertThat(events)
                .startsWith(new ProgressEvent.StepStarted(ProgressEvent.Step.WAIT, 1))
                .endsWith(new ProgressEvent.ObjectReadiness(
                        synced.id(), Readiness.of(Readiness.State.CURRENT, "synced to " + commit + " and healthy")));
    }

    @Test
    void a_new_commit_is_awaited_by_an_account_that_may_only_read_applications() {
        TestRepository repository = TestRepository.in(folder);
        String first = repository.commit(Map.of("app/config.yaml", config("1")));
        createApplication(repository, "automated: {}");
        sync().await(name, first);
        String second = repository.commit(Map.of("app/config.yaml", config("2")));

        try (KubernetesClient reader = reader()) {
            ArgoSync sync = EksClient.of(reader).argoSync().withTimeout(Duration.ofMinutes(2));
            CompletableFuture<SyncedApplication> wait = CompletableFuture.supplyAsync(() -> sync.await(name, second));
            argoCd.refresh(name);

            assertThat(wait.join().revisions()).containsExactly(second);
            assertThat(sync.awaitNewerThan(name, first).revisions()).containsExactly(second);
            assertThatThrownBy(() -> sync.await(name, first))
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessage("Application/argocd/" + name + " has not reached revision " + first
                            + ": Argo CD synced it, and then went on to " + second + ". Wait for the newer revision.");
            assertThatThrownBy(
                            () -> sync.withRefresh(ArgoSync.Refresh.REQUESTED).await(name, second))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageContaining("cannot patch resource \"applications\"");
        }
    }

    @Test
    void a_manifest_that_cannot_be_applied_is_named() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(
                Map.of("app/deployment.yaml", deployment("", "1").replace("replicas: 1", "replicas: -1")));
        createApplication(repository, "automated: {}, retry: {limit: 0}");

        assertThatThrownBy(() -> sync().await(name, commit))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("Application/argocd/" + name + " has not reached revision " + commit
                        + ": the sync of " + commit + " failed: one or more objects failed to apply")
                .hasMessageContaining(
                        "\n  Deployment/" + namespace + "/app: Deployment.apps \"app\" is invalid: spec.replicas:"
                                + " Invalid value: -1: must be greater than or equal to 0");
    }

    @Test
    void an_application_may_be_older_than_its_project() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/config.yaml", config("1")));
        createApplication(repository, "automated: {}", name);
        kubectl(
                "wait",
                "--timeout=2m",
                "--for=jsonpath={.status.sync.status}=Unknown",
                "application.argoproj.io/" + name);
        CompletableFuture<String> invalid = new CompletableFuture<>();
        ArgoSync sync = sync().withTolerance(Duration.ZERO).withListener(event -> {
            if (event instanceof ProgressEvent.ObjectReadiness readiness) {
                invalid.complete(readiness.readiness().message());
            }
        });

        CompletableFuture<SyncedApplication> wait = CompletableFuture.supplyAsync(() -> sync.await(name, commit));
        assertThat(invalid.join())
                .startsWith("its spec is not valid: ")
                .endsWith("project " + name + " which does not exist; Argo CD looks again within minutes");
        argoCd.apply("""
                apiVersion: argoproj.io/v1alpha1
                kind: AppProject
                metadata: {name: %s, namespace: argocd}
                spec: {sourceRepos: ['*'], destinations: [{namespace: '*', server: '*'}]}
                """.formatted(name));
        argoCd.refresh(name);

        assertThat(wait.join().revisions()).containsExactly(commit);
    }

    @Test
    void manifests_that_argo_cd_cannot_read_are_reported() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {"));
        createApplication(repository, "automated: {}");

        assertThatThrownBy(() -> sync().await(name, commit))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("Application/argocd/" + name + " has not reached revision " + commit
                        + ": Argo CD cannot compare it with Git: ")
                .hasMessageContaining("config.yaml");
    }

    @Test
    void a_bad_image_is_found_in_the_pods() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of(
                "app/deployment.yaml",
                deployment(PodFate.IMAGE_PULL_ERROR.value(), "1")
                        .replace("replicas: 1", "replicas: 1, progressDeadlineSeconds: 2")));
        createApplication(repository, "automated: {}");

        assertThatThrownBy(() -> sync().await(name, commit))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("Application/argocd/" + name + " has not reached revision " + commit
                        + ": synced to " + commit + ", but Degraded")
                .hasMessageContaining("\n  Deployment/" + namespace + "/app is failed: ")
                .hasMessageContaining("example.com/app:1");
    }

    @Test
    void an_application_without_automated_sync_is_not_waited_for_in_vain() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/config.yaml", config("1")));
        createApplication(repository, "");

        assertThatThrownBy(() -> sync().await(name, commit))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(
                        "Application/argocd/" + name + " has not reached revision " + commit + ": it is at " + commit
                                + ", but OutOfSync, and nobody syncs it: automated sync is off. Sync it (`argocd app sync`), or turn"
                                + " automated sync on.\n  ConfigMap/" + namespace + "/app differs from Git");
    }

    @Test
    void a_suspended_deployment_is_reported() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(
                Map.of("app/deployment.yaml", deployment("", "1").replace("replicas: 1", "replicas: 1, paused: true")));
        createApplication(repository, "automated: {}");

        assertThatThrownBy(() -> sync().await(name, commit))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessageStartingWith("Application/argocd/" + name + " has not reached revision " + commit
                        + ": synced to " + commit + ", but Suspended");
    }

    @Test
    void an_application_that_is_deleted_ends_the_wait() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/config.yaml", config("1")));
        createApplication(repository, "automated: {}");
        sync().await(name, commit);

        CompletableFuture<Void> listening = new CompletableFuture<>();
        ArgoSync sync = sync().withListener(event -> {
            if (event instanceof ProgressEvent.ObjectReadiness) {
                listening.complete(null);
            }
        });
        CompletableFuture<SyncedApplication> wait = CompletableFuture.supplyAsync(() -> sync.await(name, ZERO));
        listening.join();
        delete();

        assertThatThrownBy(wait::join)
                .hasCauseInstanceOf(DeployException.Conflict.class)
                .cause()
                .hasMessage("Application/argocd/" + name + " has not reached revision " + ZERO
                        + ": somebody deleted it while it was waited for. Find out who did it, and wait again.");
    }

    @Test
    void an_application_that_does_not_exist_or_is_of_another_project_is_refused() {
        TestRepository repository = TestRepository.in(folder);
        createApplication(repository, "automated: {}");

        assertThatThrownBy(() -> sync().await("no-such", ZERO))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage("Application/argocd/no-such does not exist. Apply it first, or name the namespace of the"
                        + " Applications.");
        assertThatThrownBy(() -> sync().withProject("webank").await(name, ZERO))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage("Application/argocd/" + name + " has not reached revision " + ZERO
                        + ": it belongs to the AppProject `default`, not to `webank`. Wait for the Application of the right"
                        + " project, or name its project.");
    }

    @Test
    void applicationsets_that_make_no_application_are_named() {
        argoCd.apply("""
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: %1$s-empty, namespace: argocd}
                spec:
                  generators: [{list: {elements: []}}]
                  template:
                    metadata: {name: '%1$s'}
                    spec:
                      project: default
                      source: {repoURL: 'https://git.example.com/a', path: app}
                      destination: {server: 'https://kubernetes.default.svc', namespace: default}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: %1$s-wrong, namespace: argocd}
                spec:
                  goTemplate: true
                  goTemplateOptions: [missingkey=error]
                  generators: [{list: {elements: [{name: a}]}}]
                  template:
                    metadata: {name: '{{ .nane }}'}
                    spec:
                      project: default
                      source: {repoURL: 'https://git.example.com/a', path: app}
                      destination: {server: 'https://kubernetes.default.svc', namespace: default}
                """.formatted(name));
        try {
            kubectl(
                    "wait",
                    "--timeout=2m",
                    "--for=condition=ErrorOccurred=True",
                    "applicationset.argoproj.io/" + name + "-wrong");

            assertThatThrownBy(() -> sync().await(name, ZERO))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessageStartingWith("Application/argocd/" + name
                            + " does not exist. Apply it first, or name the namespace of the Applications.\n"
                            + "  the ApplicationSet `" + name + "-empty` makes no Application\n"
                            + "  the ApplicationSet `" + name + "-wrong` fails: ")
                    .hasMessageContaining("nane");
        } finally {
            kubectl("delete", "applicationset.argoproj.io", name + "-empty", name + "-wrong");
        }
    }

    @Test
    void an_argo_cd_that_does_not_know_a_field_of_the_application_is_refused() {
        String application = """
                {apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: app, namespace: default},
                 spec: {project: default, destination: {name: in-cluster},
                   sources: [{repoURL: 'https://git.example.com/a', path: app}],
                   syncPolicy: {automated: {prune: true, enabled: true}}}}
                """;
        Manifest generated = YamlReader.readManifests(
                        "app.yaml", application.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .iterator()
                .next();
        try (TestCluster older = TestCluster.start()) {
            // As in 2.13, which has no such field.
            String definition = TestArgoCd.definition("application")
                    .replaceAll("\\n +enabled:\\n +description:[^:]+\\n +type: boolean", "");
            create(older, definition);
            older.run("kubectl", "wait", "--for=condition=Established", "crd/applications.argoproj.io");
            create(older, application);
            ArgoSync sync = EksClient.of(older.client())
                    .argoSync()
                    .withTimeout(Duration.ofMinutes(1))
                    .withNamespace("default");

            assertThatThrownBy(() -> sync.withGenerated(generated).await("app", ZERO))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessage("Argo CD in this cluster does not know `spec.syncPolicy.automated.enabled`, so"
                            + " Application/default/app has no such field: it is older than what the Application was"
                            + " generated for. Update Argo CD, or generate the Application for its version.");
        }
    }

    /** Creates an object. A kind whose definition is established may be found a little later. */
    private static void create(TestCluster cluster, String yaml) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        TestCluster.Ran ran;
        do {
            ran = cluster.runWithInput(yaml, "kubectl", "create", "--validate=false", "--filename", "-");
        } while (ran.err().contains("no matches for kind") && System.nanoTime() < end);
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    @Test
    void an_argo_cd_that_does_not_react_is_reported() {
        TestRepository repository = TestRepository.in(folder);
        String commit = repository.commit(Map.of("app/config.yaml", config("1")));
        argoCd.pause(TestArgoCd.Part.APPLICATION_CONTROLLER);
        try {
            createApplication(repository, "automated: {}");

            assertThatThrownBy(() -> sync().withRefresh(ArgoSync.Refresh.REQUESTED)
                            .withTimeout(Duration.ofSeconds(3))
                            .await(name, commit))
                    .isInstanceOf(DeployException.Unavailable.class)
                    .hasMessage("Application/argocd/" + name + " has not reached revision " + commit
                            + " within 3 s: Argo CD has not compared it at all. Check that its application controller runs,"
                            + " and that it watches the namespace `argocd`.");
        } finally {
            argoCd.resume(TestArgoCd.Part.APPLICATION_CONTROLLER);
        }
    }

    private ArgoSync sync() {
        return EksClient.of(cluster.client("user"))
                .argoSync()
                .withTimeout(Duration.ofMinutes(2))
                .withTolerance(Duration.ofSeconds(1));
    }

    /** A client as a ServiceAccount that has the Role of a reader and no other right. */
    private KubernetesClient reader() {
        argoCd.apply("""
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: NAME, namespace: argocd}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: NAME, namespace: argocd},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: webank-deploy-wait},
                 subjects: [{kind: ServiceAccount, name: NAME, namespace: argocd}]}
                ---
                """.replace("NAME", name)
                + Json.write(ArgoSync.role(TestArgoCd.NAMESPACE, name).tree()));
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(cluster.server())
                .withCaCertData(cluster.certificateAuthority())
                .withOauthToken(kubectl("create", "token", name).strip())
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private void createApplication(TestRepository repository, String syncPolicy) {
        createApplication(repository, syncPolicy, "default");
    }

    private void createApplication(TestRepository repository, String syncPolicy, String project) {
        argoCd.apply("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: %s, namespace: argocd}
                spec:
                  project: %s
                  source: {repoURL: '%s', path: app, targetRevision: main}
                  destination: {server: 'https://kubernetes.default.svc', namespace: %s}
                  syncPolicy: {%s}
                """.formatted(name, project, repository.uri(), namespace, syncPolicy));
    }

    private String kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl", "--namespace", TestArgoCd.NAMESPACE));
        command.addAll(List.of(arguments));
        TestCluster.Ran ran = cluster.run(command.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private static String deployment(String fate, String version) {
        Map<String, String> labels = new LinkedHashMap<>(Map.of("app", "app"));
        if (!fate.isEmpty()) {
            labels.put(PodFate.LABEL, fate);
        }
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec: {replicas: 1, selector: {matchLabels: {app: app}},
                  template: {metadata: {labels: %s}, spec: {containers: [{name: c, image: 'example.com/app:%s'}]}}}
                """.formatted(labels.toString().replace('=', ':').replace(":", ": "), version);
    }

    private static String config(String value) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}, data: {value: '" + value + "'}}\n";
    }
}
