package com.adorsys.webank.deploy.examples.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.ApplicationGenerator;
import com.adorsys.webank.deploy.argocd.ArgoApplication;
import com.adorsys.webank.deploy.argocd.ArgoApplicationSet;
import com.adorsys.webank.deploy.argocd.DeletionPolicy;
import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.argocd.DirectorySource;
import com.adorsys.webank.deploy.argocd.RolloutStep;
import com.adorsys.webank.deploy.argocd.SyncPolicy;
import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.eks.testing.Mutants;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
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
            """, """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: a, namespace: NAMESPACE}
            spec:
              goTemplate: true
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
            "^AppProject spec.(roles|syncWindows)", "Argo CD finds such a project invalid when it reads it",
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
                .deletion(DeletionPolicy.CASCADE)
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
                        ApplicationGenerator.merge(List.of("name"), list, clusters))
                .plusRollout(
                        RolloutStep.of("env", "dev"),
                        RolloutStep.of("env", "prod").withMaxUpdate("25%"));
        String text = YamlWriter.write(set.manifest().tree());

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
            assertThat(mutants.stricter()).hasSize(70);
        }
    }
}
