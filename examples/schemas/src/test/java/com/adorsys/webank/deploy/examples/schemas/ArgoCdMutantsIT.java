package com.adorsys.webank.deploy.examples.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.ApplicationGenerator;
import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.ArgoProject;
import com.adorsys.webank.deploy.argocd.ChartSource;
import com.adorsys.webank.deploy.argocd.DeletionPolicy;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.DestinationServiceAccount;
import com.adorsys.webank.deploy.argocd.DirectorySource;
import com.adorsys.webank.deploy.argocd.IgnoreApplicationDifference;
import com.adorsys.webank.deploy.argocd.MultipleSources;
import com.adorsys.webank.deploy.argocd.OrphanedResources;
import com.adorsys.webank.deploy.argocd.RefSource;
import com.adorsys.webank.deploy.argocd.ResourceKind;
import com.adorsys.webank.deploy.argocd.RolloutStep;
import com.adorsys.webank.deploy.argocd.SourceHydrator;
import com.adorsys.webank.deploy.argocd.SyncHook;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.argocd.SyncWave;
import com.adorsys.webank.deploy.argocd.SyncWindow;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Objects of Argo CD 3.2 with one fault each, judged by the check and by a real API server that has Argo CD's own definitions. A
 * fixed sample by default; all with {@code -Dmutants=1}.
 *
 * <p>Needs the {@code go} command, as {@link SchemaToolIT} does.
 */
class ArgoCdMutantsIT {
    private static final double SHARE = Double.parseDouble(System.getProperty("mutants", "0.2"));

    private static final List<String> DOCUMENTS = List.of("""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: a, namespace: NAMESPACE, labels: {a: b}, annotations: {a: b}, finalizers: [a.b/c]}
            spec:
              project: default
              destination: {server: "https://kubernetes.default.svc", namespace: a}
              source:
                repoURL: https://example.com/charts
                chart: a
                targetRevision: 1.0.0
                helm:
                  releaseName: a
                  valueFiles: [a.yaml]
                  valuesObject: {a: 1}
                  parameters: [{name: a, value: b, forceString: true}]
                  skipCrds: true
              syncPolicy:
                automated: {prune: true, enabled: false}
                syncOptions: [CreateNamespace=true]
                retry: {limit: 1, refresh: true, backoff: {duration: 5s, factor: 2, maxDuration: 3m}}
                managedNamespaceMetadata: {labels: {a: b}}
              ignoreDifferences: [{group: apps, kind: Deployment, jsonPointers: [/spec/replicas]}]
              info: [{name: a, value: b}]
              revisionHistoryLimit: 3
            operation: {sync: {revision: a, resources: [{kind: A, name: b}]}}
            """, """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: {name: a, namespace: NAMESPACE}
            spec:
              project: default
              destination: {name: in-cluster}
              sources:
              - {repoURL: a, path: b, helm: {valueFiles: [$values/a.yaml], fileParameters: [{name: a, path: $values/b}]}}
              - {repoURL: a, path: b, kustomize: {images: [a], replicas: [{name: a, count: 1}], patches: [{patch: a, target: {kind: A}}]}}
              - {repoURL: a, ref: values}
              - {repoURL: a, path: b, directory: {recurse: true, jsonnet: {extVars: [{name: a, value: b, code: true}]}}}
              - {repoURL: a, path: b, plugin: {name: a, env: [{name: a, value: b}], parameters: [{name: a, map: {a: b}}]}}
              sourceHydrator:
                drySource: {repoURL: a, path: b, targetRevision: c}
                syncSource: {path: ab, targetBranch: c}
                hydrateTo: {targetBranch: d}
            """, """
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: a, namespace: NAMESPACE}
            spec:
              description: a
              sourceRepos: ['*']
              destinations: [{server: '*', namespace: '*'}]
              clusterResourceWhitelist: [{group: '*', kind: '*'}]
              namespaceResourceBlacklist: [{group: '', kind: Secret}]
              orphanedResources: {warn: true, ignore: [{kind: ConfigMap}]}
              roles: [{name: a, policies: ['p, proj:a:a, applications, get, a/*, allow'], groups: [b], jwtTokens: [{iat: 1}]}]
              syncWindows: [{kind: allow, schedule: 0 0 * * *, duration: 1h, applications: ['*'], manualSync: true}]
              destinationServiceAccounts: [{server: '*', namespace: a, defaultServiceAccount: b}]
              sourceNamespaces: [a]
              signatureKeys: [{keyID: a}]
            """, """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: a, namespace: NAMESPACE}
            spec:
              goTemplate: true
              goTemplateOptions: [missingkey=error]
              generators:
              - list: {elements: [{a: b}], template: {metadata: {}, spec: {project: a, destination: {}}}}
              - matrix:
                  generators:
                  - git: {repoURL: a, revision: b, directories: [{path: c, exclude: true}], values: {a: b}}
                  - clusters: {selector: {matchLabels: {a: b}, matchExpressions: [{key: a, operator: In, values: [b]}]}}
              - pullRequest: {github: {owner: a, repo: b, tokenRef: {secretName: a, key: b}}, requeueAfterSeconds: 1}
              strategy: {type: RollingSync, rollingSync: {steps: [{matchExpressions: [{key: a, operator: In, values: [b]}], maxUpdate: 1}]}}
              syncPolicy: {preserveResourcesOnDeletion: true, applicationsSync: sync}
              template:
                metadata: {name: '{{.a}}', labels: {a: '{{.a}}'}}
                spec:
                  project: '{{.a}}'
                  destination: {server: '{{.a}}', namespace: '{{.a}}'}
                  source: {repoURL: '{{.a}}', path: '{{.a}}', helm: {parameters: [{name: a, value: '{{.a}}'}]}}
                  syncPolicy: {automated: {prune: true}}
            """);

    /** What is reported although the server takes it, and why. */
    private static final Map<String, String> STRICTER = Map.of(
            "^AppProject spec.(destinationServiceAccounts|roles|syncWindows)",
                    "Argo CD finds such a project invalid when it reads it",
            "^Application spec.(destination|project|source)",
                    "Argo CD finds such an Application invalid when it reads it",
            "^Application spec.(ignoreDifferences|revisionHistoryLimit|syncPolicy)",
                    "Argo CD ignores it, or fails at the sync",
            "^ApplicationSet spec.(generators|strategy)", "Argo CD ignores it, or makes no Application");

    private static final TestCluster CLUSTER = TestCluster.shared();

    @BeforeAll
    static void define() throws Exception {
        try (GoModule module = SchemaToolIT.download("github.com/argoproj/argo-cd/v3", "v3.2.12")) {
            for (String kind : List.of("application", "appproject", "applicationset")) {
                Mutants.define(CLUSTER, module.text("manifests/crds/" + kind + "-crd.yaml"));
            }
        }
    }

    @Test
    void application_sets_that_this_library_writes_are_accepted() {
        ArgoApplication application = ArgoApplication.builder()
                .name("dev")
                .project("webank")
                .source(DirectorySource.builder()
                        .repoUrl("https://example.com/deployment")
                        .path("environments/dev")
                        .build())
                .destination(Destination.cluster("in-cluster", "dev"))
                .deletion(DeletionPolicy.ORPHAN)
                .syncPolicy(SyncPolicy.automatic())
                .build();
        ApplicationGenerator clusters = ApplicationGenerator.clusters(Map.of("env", "prod"));
        ApplicationGenerator list = ApplicationGenerator.list(List.of(Map.of("name", "a", "path", "b")));
        ArgoApplicationSet set = ArgoApplicationSet.of(
                        "webank",
                        ArgoApplicationSet.Deletion.KEEP_OBJECTS,
                        List.of(application, application.withName("prod")),
                        Targets.any())
                .withNamespace(CLUSTER.namespace("argo-sets"))
                .plusGenerators(
                        clusters,
                        ApplicationGenerator.gitDirectories("https://example.com/a", "HEAD", "apps/*", "!apps/old"),
                        ApplicationGenerator.gitFiles("https://example.com/a", "HEAD", "clusters/*.yaml"),
                        ApplicationGenerator.matrix(list, clusters),
                        ApplicationGenerator.gitHubPullRequests(
                                "example", "webank", SecretKeyRef.of("github", "token"), "preview"),
                        ApplicationGenerator.merge(List.of("name"), list, clusters))
                .plusRollout(
                        RolloutStep.of("env", "dev"),
                        RolloutStep.of("env", "prod").withMaxUpdate("25%"))
                .plusIgnoreApplicationDifferences(IgnoreApplicationDifference.builder()
                        .name("dev")
                        .addJsonPointers("/spec/syncPolicy")
                        .addJqPathExpressions(".spec.source.targetRevision")
                        .build());

        assertAccepted(set.manifest());
    }

    @Test
    void applications_that_this_library_writes_are_accepted() {
        DirectorySource folder = DirectorySource.builder()
                .repoUrl("https://example.com/deployment")
                .path("environments/dev")
                .build();
        ChartSource chart = ChartSource.builder()
                .repoUrl("https://example.com/charts")
                .chart("webank")
                .version("1.2.3")
                .addValueFiles("$values/dev.yaml")
                .putParameters("image.tag", "2")
                .addOptions(ChartSource.Option.values())
                .build();
        RefSource values = RefSource.builder()
                .repoUrl("https://example.com/values")
                .ref("values")
                .targetRevision("main")
                .build();
        SourceHydrator hydrator = SourceHydrator.builder()
                .repoUrl("https://example.com/deployment")
                .dryPath("dev")
                .dryRevision("main")
                .syncBranch("environments/dev")
                .syncPath("dev")
                .hydrateTo("environments/dev-next")
                .build();
        ArgoApplication application = ArgoApplication.builder()
                .name("dev")
                .project("webank")
                .source(folder)
                .destination(Destination.inCluster("webank"))
                .deletion(DeletionPolicy.CASCADE_IN_BACKGROUND)
                .namespace(CLUSTER.namespace("argo-sets"))
                .build();

        assertAccepted(SyncWave.of(-1)
                .on(SyncHook.of(SyncHook.Phase.PRE_SYNC)
                        .withDeletePolicies(SyncHook.DeletePolicy.HOOK_SUCCEEDED)
                        .on(application.manifest())));
        assertAccepted(application
                .withSource(MultipleSources.of(chart, values, folder))
                .manifest());
        assertAccepted(application.withSource(hydrator).manifest());
    }

    @Test
    void projects_that_this_library_writes_are_accepted() {
        ArgoProject project = ArgoProject.builder()
                .name("webank")
                .addSourceRepos("https://example.com/deployment")
                .addDestinations(Destination.inCluster("webank"))
                .addDeniedClusterKinds(ResourceKind.of("", "Node"))
                .addDeniedNamespacedKinds(ResourceKind.of("", "ResourceQuota"))
                .addSyncWindows(SyncWindow.builder()
                        .kind(SyncWindow.Kind.ALLOW)
                        .schedule("0 6 * * mon-fri")
                        .duration(Duration.ofHours(10))
                        .timeZone("Europe/Berlin")
                        .addApplications("*")
                        .addNamespaces("webank")
                        .addClusters("in-cluster")
                        .addOptions(SyncWindow.Option.values())
                        .build())
                .orphanedResources(OrphanedResources.of(OrphanedResources.Report.WARNING)
                        .plusIgnored(ResourceKind.of("", "ConfigMap").named("kube-root-ca.crt")))
                .addDestinationServiceAccounts(
                        DestinationServiceAccount.of(Destination.inCluster("webank"), "argocd:deployer"))
                .addSourceNamespaces("webank")
                .addSignatureKeys("4AEE18F83AFDEB23")
                .namespace(CLUSTER.namespace("argo-sets"))
                .build();

        assertAccepted(project.manifest());
    }

    private static void assertAccepted(Manifest manifest) {
        String text = YamlWriter.write(manifest.tree());

        var created = CLUSTER.runWithInput(
                text, "kubectl", "create", "--dry-run=server", "--validate=strict", "--filename", "-");

        assertThat(created.code()).as(created.err()).isZero();
        assertThat(created.err()).isEmpty();
    }

    @Test
    void are_judged_as_the_server_judges_them() throws Exception {
        String namespace = CLUSTER.namespace("argo-mutants");
        Mutants mutants = Mutants.in(CLUSTER, namespace)
                .by(Checks.structure(Targets.any().with(ProductVersion.argoCd("3.2"))))
                .withShare(SHARE);

        for (String document : DOCUMENTS) {
            String text = document.replace("NAMESPACE", namespace);
            for (Manifest manifest : YamlReader.readManifests("argo.yaml", text.getBytes(UTF_8))) {
                mutants.judge(manifest);
            }
        }

        assertThat(mutants.judged()).isGreaterThan((int) (2000 * SHARE));
        Mutants.assertExplained(mutants.stricter(), STRICTER);
        assertThat(mutants.misses()).isEmpty();
        if (SHARE == 1) {
            // A number that grows is a fault to be mended, not to be written down.
            assertThat(mutants.stricter()).hasSize(80);
        }
    }
}
