package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a real API server makes of a manifest differs from it by nothing but what the server chooses: a default that it adds is
 * no difference.
 */
class ServerDefaultsIT {
    /** Defaults that depend on other fields or on the cluster, and are therefore differences. */
    private static final List<String> CHOSEN = List.of(
            // The server chooses an address and its family.
            "Service spec.clusterIP",
            "Service spec.clusterIPs",
            "Service spec.ipFamilies",
            "Service spec.ipFamilyPolicy",
            // As the port.
            "Service spec.ports[port=80].targetPort",
            // By the tag of the image.
            "spec.containers[name=a].imagePullPolicy",
            // By the rules that are there.
            "NetworkPolicy spec.policyTypes",
            // Written by the server, as a status, a finalizer and a counter.
            "StatefulSet spec.volumeClaimTemplates[metadata.name=d].status",
            "PersistentVolumeClaim metadata.finalizers",
            "DaemonSet metadata.annotations",
            // The server adds a label with the name of the object.
            "Job spec.selector",
            "Job spec.template.metadata.labels",
            "Job metadata.labels");

    private static final String PODS = """
              template:
                metadata: {labels: {a: b}}
                spec:
                  RESTART
                  containers:
                  - name: a
                    image: example.com/a:1
                    ports: [{containerPort: 80}]
                    env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]
                    livenessProbe: {httpGet: {port: 80}}
                    readinessProbe: {grpc: {port: 81}}
                    volumeMounts: [{name: v, mountPath: /v}, {name: p, mountPath: /p}]
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                  topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]
                  volumes:
                  - {name: v, configMap: {name: c}}
                  - {name: h, hostPath: {path: /h}}
                  - name: p
                    projected: {sources: [{serviceAccountToken: {path: t}}, {secret: {name: s}}]}
            """;

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void are_no_differences() {
        String namespace = cluster.namespace("defaults");
        List<String> differences = new ArrayList<>();
        for (String document : documents()) {
            Manifest sent = manifest(document.replace("NAMESPACE", namespace));
            Manifest kept = kept(sent);
            for (ManifestDiff.Change change : ManifestDiff.between(ManifestSet.of(sent), ManifestSet.of(kept))
                    .changes()) {
                change.differences().forEach(difference -> differences.add(sent.kind() + " " + difference));
            }
        }

        assertThat(differences)
                .filteredOn(line -> CHOSEN.stream().noneMatch(line::contains))
                .isEmpty();
        assertThat(CHOSEN)
                .filteredOn(chosen -> differences.stream().noneMatch(line -> line.contains(chosen)))
                .as("rules that no difference needs")
                .isEmpty();
    }

    /** In words that the server does not keep: it adds defaults to some of these values, and drops others. */
    private static final String WORDY = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: wordy, namespace: NAMESPACE}
            spec:
              paused: false
              minReadySeconds: 0
              selector: {matchLabels: {a: b}}
              template:
                metadata: {labels: {a: b}, creationTimestamp: null}
                spec:
                  hostNetwork: false
                  hostPID: false
                  nodeName: ""
                  serviceAccountName: default
                  dnsConfig: {options: [{name: ndots}]}
                  affinity:
                    nodeAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        nodeSelectorTerms: [{matchExpressions: [{key: k, operator: Exists, values: []}]}]
                  tolerations: [{key: k, value: ""}]
                  topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}]
                  initContainers: [{name: i, image: "example.com/i:1", tty: false, command: []}]
                  containers:
                  - name: a
                    image: example.com/a:1
                    stdin: false
                    env:
                    - {name: F, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                    - {name: R, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                    - {name: S, valueFrom: {secretKeyRef: {name: s, key: k}}}
                    - {name: E, value: ""}
                    envFrom: [{configMapRef: {name: c}, prefix: ""}]
                    livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: h, value: ""}]}, initialDelaySeconds: 0}
                    securityContext: {privileged: false, readOnlyRootFilesystem: false}
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                    volumeMounts: [{name: e, mountPath: /e, readOnly: false, subPath: ""}]
                  volumes:
                  - {name: e, emptyDir: {}}
                  - {name: d, downwardAPI: {items: [{path: p, fieldRef: {fieldPath: metadata.labels}}]}}
                  - name: p
                    projected:
                      sources:
                      - {serviceAccountToken: {path: t}}
                      - {downwardAPI: {items: [{path: p, fieldRef: {fieldPath: metadata.name}}]}}
                  - name: v
                    ephemeral:
                      volumeClaimTemplate:
                        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1024Mi}}}
            """;

    /** Whoever applied the same manifest before has the same values, whatever the server made of its words. */
    @Test
    void are_no_conflicts() {
        Site site = Site.in(cluster, "words");
        List<String> documents = new ArrayList<>(documents());
        documents.add(WORDY);
        String all = String.join("---\n", documents).replace("NAMESPACE", site.namespace());
        site.kubectlWith(all, "apply", "--server-side", "--field-manager=kustomize-controller", "--filename=-");
        ManifestSet set = site.set(all);
        List<ObjectRef> everything = set.manifests().stream()
                .map(manifest -> ObjectRef.of(manifest.id()))
                .toList();
        Deployer adopting = site.deployer().withOptions(Site.OPTIONS.withAdopted(everything));

        Plan plan = adopting.plan(set);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.changes())
                .allSatisfy(change -> assertThat(change.differences())
                        .as(change.id().toString())
                        .extracting(Difference::path)
                        .allMatch(path -> path.startsWith("metadata.labels")));
        adopting.apply(plan);
        assertThat(site.deployer().apply(set).isEmpty()).isTrue();
        ManifestSet other = site.set(all.replace("key: k, value: \"\"", "key: k, value: x"));
        assertThat(site.deployer().plan(other).problems())
                .extracting(problem -> site.shown(problem.toString()))
                .containsExactly(
                        "error FIELD_CONFLICT Deployment/NS/wordy: `.spec.template.spec.tolerations` is managed by"
                                + " `kustomize-controller`, and the set changes it: `(none) -> \"x\"`. Leave the field"
                                + " out, leave it to others with `--ignore-field Deployment/NS/wordy:/spec/template/spec/tolerations`,"
                                + " or take it with `--force-conflicts kustomize-controller`.");
    }

    /** A manifest of each kind that the library writes, with few fields; the namespace is to be replaced. */
    static List<String> documents() {
        String always = PODS.replace("      RESTART\n", "");
        String never = PODS.replace("RESTART", "restartPolicy: Never");
        return List.of(
                object("apps/v1", "Deployment", "spec:\n  selector: {matchLabels: {a: b}}\n" + always),
                object(
                        "apps/v1",
                        "StatefulSet",
                        "spec:\n  serviceName: a\n  selector: {matchLabels: {a: b}}\n"
                                + "  volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce],"
                                + " resources: {requests: {storage: 1Gi}}}}]\n" + always),
                object("apps/v1", "DaemonSet", "spec:\n  selector: {matchLabels: {a: b}}\n" + always),
                object("batch/v1", "Job", "spec:\n" + never),
                object(
                        "batch/v1",
                        "CronJob",
                        "spec:\n  schedule: \"0 3 * * *\"\n  jobTemplate:\n    spec:\n" + never.indent(4)),
                object("v1", "Service", "spec: {selector: {a: b}, ports: [{port: 80}]}"),
                object("v1", "Secret", "stringData: {}\ndata: {a: YQ==}"),
                object("v1", "ConfigMap", "data: {a: b}"),
                object("v1", "ServiceAccount", ""),
                object(
                        "v1",
                        "PersistentVolumeClaim",
                        "spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}"),
                object(
                        "networking.k8s.io/v1",
                        "Ingress",
                        "spec: {rules: [{host: a.b, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: a,"
                                + " port: {number: 80}}}}]}}]}"),
                object(
                        "networking.k8s.io/v1",
                        "NetworkPolicy",
                        "spec: {podSelector: {}, ingress: [{ports: [{port: 80}]}]}"),
                object(
                        "autoscaling/v2",
                        "HorizontalPodAutoscaler",
                        "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}, maxReplicas: 3, metrics:"
                                + " [{type: Resource, resource: {name: cpu, target: {type: Utilization,"
                                + " averageUtilization: 80}}}]}"),
                object("policy/v1", "PodDisruptionBudget", "spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}"),
                object(
                        "rbac.authorization.k8s.io/v1",
                        "Role",
                        "rules: [{apiGroups: [\"\"], resources: [pods], verbs: [get]}]"),
                object(
                        "rbac.authorization.k8s.io/v1",
                        "RoleBinding",
                        "roleRef: {kind: Role, name: a, apiGroup: rbac.authorization.k8s.io}\n"
                                + "subjects: [{kind: ServiceAccount, name: a, namespace: b}]"));
    }

    private static String object(String apiVersion, String kind, String body) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a, namespace: NAMESPACE}\n" + body
                + "\n";
    }

    static Manifest manifest(String yaml) {
        return Manifest.of((MapTree)
                YamlReader.read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8)).tree());
    }

    /** The object as the server would keep it, without what it writes itself. */
    private Manifest kept(Manifest sent) {
        GenericKubernetesResource resource =
                Serialization.unmarshal(YamlWriter.write(ManifestSet.of(sent)), GenericKubernetesResource.class);
        String answer = Serialization.asYaml(
                cluster.client().resource(resource).dryRun().create());
        MapTree tree = manifest(answer).tree().without("status");
        MapTree metadata = Trees.map(tree, "metadata");
        for (String key : List.of("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields")) {
            metadata = metadata.without(key);
        }
        return Manifest.of(tree.with("metadata", metadata));
    }
}
