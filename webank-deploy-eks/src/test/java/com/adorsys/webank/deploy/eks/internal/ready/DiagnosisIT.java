package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Entry;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.adorsys.webank.deploy.manifest.MapTree;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures as a real control plane reports them, and what is made of them. */
class DiagnosisIT {
    private static final String NOT_AVAILABLE = "in progress: 0 of 3 replicas are available";
    private static final String LOG = """
                | starting
                | connecting
                | FATAL: cannot reach the database at db.example.com:5432
            """;
    private static final String NEW_SET = "- the new ReplicaSet `app-RS` has 0 of 3 Pods available\n";
    private static final String IMAGE =
            "- container `main` of Pod `app-RS-POD` (and of 2 more) cannot start: its image `example.com/app:1` cannot be"
                    + " pulled (ImagePullBackOff): Failed to pull image: not found. Check the image's name and tag, and that"
                    + " the nodes may pull it from its registry.\n";
    private static final String QUOTA = """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: few}
            spec: {hard: {pods: "1"}}
            """;

    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final String namespace = cluster.namespace("diagnosis");
    private Applied applied;

    @BeforeEach
    void speak_to_the_server() {
        applied = new Applied(TestServer.of(cluster.client("user")), namespace);
    }

    @Test
    void an_image_that_cannot_be_pulled() {
        explains(deployment(PodFate.IMAGE_PULL_ERROR, ""), NOT_AVAILABLE, IMAGE + NEW_SET);
    }

    @Test
    void a_container_that_crashes() {
        explains(
                deployment(PodFate.CRASH_LOOP, ""),
                NOT_AVAILABLE,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) keeps crashing: it ended by itself, exit code 1, 3"
                        + " restarts. Its log says why.\n"
                        + LOG
                        + NEW_SET);
    }

    @Test
    void a_container_that_needs_too_much_memory() {
        explains(
                deployment(PodFate.OUT_OF_MEMORY, "")
                        .replace("app:1\"", "app:1\", resources: {limits: {memory: 64Mi}}"),
                NOT_AVAILABLE,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) keeps crashing: it was killed since it used more memory"
                        + " than its limit `64Mi`, exit code 137, 3 restarts. Raise its memory limit, or make it use less.\n"
                        + LOG
                        + NEW_SET);
    }

    @Test
    void a_secret_that_is_missing() {
        explains(
                deployment(PodFate.CONFIG_ERROR, ""),
                NOT_AVAILABLE,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) cannot start (CreateContainerConfigError): secret"
                        + " \"missing\" not found. Create the Secret in this namespace, or correct its name.\n"
                        + NEW_SET);
    }

    @Test
    void a_volume_that_cannot_be_mounted() {
        explains(
                deployment(PodFate.HANG, ""),
                NOT_AVAILABLE,
                "- Pod `app-RS-POD` (and 2 more) cannot get its volumes (FailedMount): MountVolume.SetUp failed for volume"
                        + " \"data\": secret \"missing\" not found. Create the Secret in this namespace, or correct its name.\n"
                        + NEW_SET);
    }

    @Test
    void a_probe_that_fails() {
        explains(
                deployment(PodFate.NEVER_READY, ""),
                NOT_AVAILABLE,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) runs and does not get ready: Readiness probe failed:"
                        + " HTTP probe failed with statuscode: 503. Check the probe's path and port, and in its log what it"
                        + " waits for.\n"
                        + LOG
                        + NEW_SET);
    }

    @Test
    void a_pod_that_no_node_takes() {
        explains(
                deployment(PodFate.SLOW, "nodeSelector: {disk: fast}"),
                NOT_AVAILABLE,
                "- Pod `app-RS-POD` (and 2 more) finds no node: 0/1 nodes are available: 1 node(s) didn't match Pod's node"
                        + " affinity/selector. Check its requests, node selectors, affinities and tolerations, and that nodes"
                        + " have room.\n"
                        + NEW_SET);
    }

    /** A quota counts from when its controller has looked at it; before that, everything is refused. */
    private void limitPods() {
        applied.apply(QUOTA);
        cluster.client()
                .resourceQuotas()
                .inNamespace(namespace)
                .withName("few")
                .waitUntilCondition(
                        quota -> quota != null
                                && quota.getStatus() != null
                                && quota.getStatus().getHard() != null
                                && !quota.getStatus().getHard().isEmpty(),
                        30,
                        TimeUnit.SECONDS);
    }

    @Test
    void a_quota_that_is_exceeded() {
        limitPods();
        explains(
                deployment(PodFate.SLOW, "").replace("slow", "never-ready"),
                "in progress: 1 of 3 replicas exist",
                "- its Pods are refused: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1. Free something of"
                        + " the ResourceQuota `few`, raise it, or ask for less.\n"
                        + "- container `main` of Pod `app-RS-POD` runs and does not get ready: Readiness probe failed: HTTP"
                        + " probe failed with statuscode: 503. Check the probe's path and port, and in its log what it waits"
                        + " for.\n"
                        + LOG
                        + NEW_SET);
    }

    @Test
    void a_quota_on_a_stateful_set() {
        limitPods();
        explains(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: 2
                  serviceName: db
                  podManagementPolicy: Parallel
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: main, image: "example.com/app:1"}]}
                """,
                "in progress: 1 of 2 replicas exist",
                "- its Pods are refused: exceeded quota: few, requested: pods=1, used: pods=1, limited: pods=1. Free something of"
                        + " the ResourceQuota `few`, raise it, or ask for less.\n");
    }

    @Test
    void a_pod_that_is_not_secure_enough() {
        cluster.run("kubectl", "label", "namespace", namespace, "pod-security.kubernetes.io/enforce=baseline");
        explains(
                deployment(PodFate.SLOW, "hostNetwork: true"),
                "in progress: 0 of 3 replicas exist",
                "- its Pods are refused: violates PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true). Set what"
                        + " the namespace's Pod Security level demands, or give the namespace another level (label"
                        + " `pod-security.kubernetes.io/enforce`).\n"
                        + NEW_SET);
    }

    @Test
    void a_service_account_that_is_missing() {
        explains(
                deployment(PodFate.SLOW, "serviceAccountName: nobody"),
                "in progress: 0 of 3 replicas exist",
                "- its Pods are refused: serviceaccount \"nobody\" not found. Create the ServiceAccount, or name one that"
                        + " exists.\n"
                        + NEW_SET);
    }

    @Test
    void a_claim_without_a_class() {
        applied.apply("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], storageClassName: fast, resources: {requests: {storage: 1Gi}}}
                """);
        explains(
                deployment(PodFate.SLOW, "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]"),
                NOT_AVAILABLE,
                "- PersistentVolumeClaim `data` is not bound: there is no StorageClass `fast`. Create it, or use one of"
                        + " `standard`.\n"
                        + "- Pod `app-RS-POD` (and 2 more) finds no node: 0/1 nodes are available: pod has unbound immediate"
                        + " PersistentVolumeClaims. See its PersistentVolumeClaims.\n"
                        + NEW_SET
                        + "events:\n"
                        + "  TIME PersistentVolumeClaim/data: ProvisioningFailed: storageclass.storage.k8s.io \"fast\" not"
                        + " found (N times)\n");
    }

    @Test
    void a_job_that_fails() {
        explains(
                """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: job}
                spec:
                  backoffLimit: 0
                  template:
                    metadata: {labels: {%s: failed}}
                    spec: {restartPolicy: Never, containers: [{name: main, image: "example.com/app:1"}]}
                """.formatted(PodFate.LABEL),
                "failed: Job has reached the specified backoff limit",
                "- container `main` of Pod `job-POD` crashed: it ended by itself, exit code 1. Its log says why.\n"
                        + LOG
                        + "- the Job failed (BackoffLimitExceeded): Job has reached the specified backoff limit\n");
    }

    @Test
    void a_deployment_past_its_deadline() {
        explains(
                deployment(PodFate.IMAGE_PULL_ERROR, "")
                        .replace("replicas: 3", "replicas: 3\n  progressDeadlineSeconds: 1"),
                "failed: no progress within 1 s",
                IMAGE + NEW_SET);
    }

    @Test
    void an_old_pod_that_does_not_end() {
        String old =
                deployment(PodFate.NEVER_ENDS, "").replace("replicas: 3", "replicas: 1\n  strategy: {type: Recreate}");
        applied.apply(old).await(Duration.ofSeconds(30), "current: 1 replica available");
        explains(
                old.replace("app:1", "app:2"),
                "in progress: 0 of 1 replicas exist",
                "- Pod `app-RS-POD` is being deleted since TIME and still there. Look whether its node is well, and what its"
                        + " finalizers are.\n"
                        + "events:\n"
                        + "  TIME Deployment/app: ScalingReplicaSet: Scaled down replica set app-RS from 1 to 0\n"
                        + "  TIME Deployment/app: ScalingReplicaSet: Scaled up replica set app-RS from 0 to 1\n");
        cluster.run("kubectl", "-n", namespace, "label", "pods", "--all", "--overwrite", PodFate.LABEL + "=ends");
    }

    @Test
    void an_ingress_without_an_address() {
        applied.apply("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web}
                spec: {ingressClassName: alb, defaultBackend: {service: {name: web, port: {number: 80}}}}
                """);
        MapTree live = applied.api()
                .get("/apis/networking.k8s.io/v1/namespaces/" + namespace + "/ingresses/web")
                .body();
        explains(
                live,
                applied.api(),
                "- nobody has given it an address. Check that the controller of load balancers of class `alb` runs.\n");
    }

    @Test
    void names_of_a_definition_that_are_taken() {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %1$ss.diagnosis.example.com}
                spec:
                  group: diagnosis.example.com
                  names: {plural: %1$ss, singular: %1$s, kind: Thing}
                  scope: Namespaced
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """;
        applied.apply(definition.formatted("thing")).await(Duration.ofSeconds(10), "current: established");
        explains(definition.formatted("matter"), "failed: its names are refused: \"ThingList\" is already in use", """
                - condition `NamesAccepted` is `False` (ListKindConflict): "ThingList" is already in use
                - condition `Established` is `False` (NotAccepted): not all names are accepted
                """);
    }

    @Test
    void a_namespace_that_does_not_end() {
        String left = cluster.namespace("held");
        Applied there = new Applied(applied.api(), left);
        there.apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: held, finalizers: [example.com/hold]}
                """);
        applied.delete("/api/v1/namespaces/" + left);
        Deadline end = Deadline.in(Duration.ofSeconds(20));
        MapTree live = applied.api().get("/api/v1/namespaces/" + left).body();
        while (!new LiveObject(live).condition("NamespaceFinalizersRemaining").isPresent() && !end.isOver()) {
            live = applied.api().get("/api/v1/namespaces/" + left).body();
        }
        explains(live, applied.api(), """
                - it is being deleted. Wait, or look at what the cluster does with it.
                - Some resources are remaining: configmaps. has 1 resource instances
                - Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances
                """);
        cluster.run("kubectl", "-n", left, "patch", "configmap", "held", "-p", "{\"metadata\":{\"finalizers\":null}}");
    }

    @Test
    void rights_to_list_events_and_to_read_logs_are_missing() {
        ApiServer asked = as(rule("apps", "replicasets", "list"), rule("", "pods", "list"));
        explains(
                deployment(PodFate.CRASH_LOOP, ""),
                NOT_AVAILABLE,
                asked,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) keeps crashing: it ended by itself, exit code 1, 3"
                        + " restarts. Its log says why.\n"
                        + NEW_SET
                        + "- the cluster does not allow `list` on `events` in namespace `NS`. Allow it to be told more here.\n"
                        + "- the cluster does not allow `get` on `pods/log` in namespace `NS`. Allow it to be told more here.\n");
    }

    @Test
    void the_right_to_list_replica_sets_is_missing() {
        ApiServer asked = as(rule("", "pods", "list"), rule("", "pods/log", "get"), rule("", "events", "list"));
        explains(
                deployment(PodFate.CRASH_LOOP, ""),
                NOT_AVAILABLE,
                asked,
                "- container `main` of Pod `app-RS-POD` (and of 2 more) keeps crashing: it ended by itself, exit code 1, 3"
                        + " restarts. Its log says why.\n"
                        + LOG
                        + "- the cluster does not allow `list` on `replicasets` in namespace `NS`. Allow it to be told more"
                        + " here.\n");
    }

    @Test
    void every_right_is_missing() {
        explains(
                deployment(PodFate.CRASH_LOOP, ""),
                NOT_AVAILABLE,
                as(),
                "- the cluster does not allow `list` on `events` in namespace `NS`. Allow it to be told more here.\n"
                        + "- the cluster does not allow `list` on `replicasets` in namespace `NS`. Allow it to be told more"
                        + " here.\n"
                        + "- the cluster does not allow `list` on `pods` in namespace `NS`. Allow it to be told more here.\n");
    }

    private ApiServer as(PolicyRule... rules) {
        return TestServer.of(cluster.client(cluster.newUser(rules)));
    }

    private static PolicyRule rule(String group, String resource, String verb) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verb)
                .build();
    }

    private static String deployment(PodFate fate, String pod) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: app}}
                  template:
                    metadata: {labels: {app: app, %s: %s}}
                    spec: {containers: [{name: main, image: "example.com/app:1"}]%s}
                """.formatted(PodFate.LABEL, fate.value(), pod.isEmpty() ? "" : ", " + pod);
    }

    private void explains(String yaml, String readiness, String expected) {
        explains(yaml, readiness, applied.api(), expected);
    }

    /** Applies, waits for a readiness, and then for the explanation: events come a moment later. */
    private void explains(String yaml, String readiness, ApiServer asked, String expected) {
        Entry entry = applied.apply(yaml).await(Duration.ofSeconds(30), readiness);
        assertThat(entry.readiness()).hasToString(readiness);
        explains(entry.live().orElseThrow(), asked, expected);
    }

    private void explains(MapTree live, ApiServer asked, String expected) {
        Deadline end = Deadline.in(Duration.ofSeconds(20));
        String text = explanation(asked, live);
        while (!text.equals(expected) && !end.isOver()) {
            text = explanation(asked, live);
        }
        assertThat(text).isEqualTo(expected);
    }

    /** Without what differs from run to run: names of Pods and ReplicaSets, times, and which calm events are the newest. */
    private String explanation(ApiServer asked, MapTree live) {
        return Diagnosis.explain(asked, live)
                .text()
                .replaceAll("\\bapp-[a-z0-9]{6,10}-[a-z0-9]{5}\\b", "app-RS-POD")
                .replaceAll("\\bjob-[a-z0-9]{5}\\b", "job-POD")
                .replaceAll("\\bapp-[a-z0-9]{6,10}\\b", "app-RS")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
                .replaceAll("\\(\\d+ times\\)", "(N times)")
                .replaceAll("  TIME \\S+ (Scheduled|SuccessfulCreate): .*\n", "")
                .replace("`" + namespace + "`", "`NS`");
    }
}
