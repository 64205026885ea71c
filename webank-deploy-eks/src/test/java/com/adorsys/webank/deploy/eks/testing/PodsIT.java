package com.adorsys.webank.deploy.eks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pods that only pretend to run, and what is seen of them. */
class PodsIT {
    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final String namespace = cluster.namespace("pods");

    @Test
    void three_pods_of_a_deployment_are_available_within_seconds() {
        deploy("");

        assertThat(kubectl("wait", "--for=condition=Available", "--timeout=30s", "deployment/app"))
                .isEqualTo("deployment.apps/app condition met\n");
        assertThat(kubectl("get", "pods", "--output=jsonpath={.items[*].status.phase}"))
                .isEqualTo("Running Running Running");
    }

    @ParameterizedTest
    @CsvSource({
        "never-ready, Running, , , Unhealthy",
        "crash-loop, Running, CrashLoopBackOff, Error, BackOff",
        "out-of-memory, Running, CrashLoopBackOff, OOMKilled, BackOff",
        "image-pull-error, Pending, ImagePullBackOff, , Failed",
        "config-error, Pending, CreateContainerConfigError, , Failed",
        "hang, Pending, ContainerCreating, , FailedMount"
    })
    void a_pod_gets_the_status_and_the_event_of_its_fate(
            String fate, String phase, String waiting, String ended, String event) {
        deploy(fate);

        kubectl("wait", "--for=jsonpath={.status.startTime}", "--timeout=30s", "pods", "--selector=app=app");
        String pod = "{.items[0].status.%s}";
        String container = pod.formatted("containerStatuses[0].%s");
        assertThat(kubectl("get", "pods", "--output=jsonpath=" + pod.formatted("phase")))
                .isEqualTo(phase);
        assertThat(kubectl("get", "pods", "--output=jsonpath=" + container.formatted("state.waiting.reason")))
                .isEqualTo(waiting == null ? "" : waiting);
        assertThat(kubectl("get", "pods", "--output=jsonpath=" + container.formatted("lastState.terminated.reason")))
                .isEqualTo(ended == null ? "" : ended);
        assertThat(kubectl(
                        "get", "pods", "--output=jsonpath=" + pod.formatted("conditions[?(@.type=='Ready')].status")))
                .isEqualTo("False");
        assertThat(kubectl("get", "events", "--field-selector=reason=" + event, "--output=name"))
                .contains("event/app-");
    }

    @Test
    void a_slow_pod_is_ready_after_its_time() {
        deploy("slow", "500ms");

        kubectl("wait", "--for=condition=Available", "--timeout=30s", "deployment/app");
    }

    @Test
    void a_log_is_read() {
        deploy("crash-loop");
        kubectl("wait", "--for=jsonpath={.status.startTime}", "--timeout=30s", "pods", "--selector=app=app");

        assertThat(kubectl("logs", "deployment/app", "--tail=1")).isEqualTo(PodFate.LOG + "\n");
        assertThat(kubectl("logs", "deployment/app", "--previous", "--tail=1")).isEqualTo(PodFate.LOG + "\n");
    }

    @ParameterizedTest
    @CsvSource({"'', Complete", "failed, Failed"})
    void a_job_ends_as_its_pod_does(String fate, String condition) {
        apply("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: job}
                spec:
                  backoffLimit: 0
                  template:
                    metadata: {labels: {%s}}
                    spec:
                      restartPolicy: Never
                      containers: [{name: c, image: example.com/app:1}]
                """.formatted(label(fate)));

        kubectl("wait", "--for=condition=" + condition, "--timeout=30s", "job/job");
    }

    @Test
    void a_pod_that_never_ends_stays_until_its_label_changes() {
        deploy("never-ends");
        kubectl("wait", "--for=condition=Available", "--timeout=30s", "deployment/app");

        kubectl("delete", "deployment", "app");
        kubectl("wait", "--for=jsonpath={.metadata.deletionTimestamp}", "--timeout=30s", "pods", "--all");
        kubectl("label", "--overwrite", "pods", "--all", PodFate.LABEL + "=ends");

        kubectl("wait", "--for=delete", "--timeout=30s", "pods", "--all");
    }

    @Test
    void a_claim_of_a_stateful_set_is_bound() {
        apply("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  serviceName: db
                  replicas: 2
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      containers:
                      - {name: c, image: "example.com/app:1", volumeMounts: [{name: data, mountPath: /data}]}
                  volumeClaimTemplates:
                  - metadata: {name: data}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);

        kubectl("rollout", "status", "statefulset/db", "--timeout=30s");
        assertThat(kubectl("get", "persistentvolumeclaims", "--output=jsonpath={.items[*].status.phase}"))
                .isEqualTo("Bound Bound");
        kubectl("delete", "statefulset/db", "--timeout=30s");
        kubectl("delete", "persistentvolumeclaims", "--all", "--timeout=30s");
        kubectl("wait", "--for=delete", "--timeout=30s", "persistentvolumes", "--all");
    }

    @Test
    void a_namespace_ends() {
        deploy("");

        kubectl("delete", "namespace", namespace, "--timeout=60s");
    }

    private void deploy(String fate) {
        deploy(fate, "3s");
    }

    private void deploy(String fate, String readyAfter) {
        apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: app}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: app}}
                  template:
                    metadata:
                      annotations: {%s: %s}
                      labels: {app: app%s}
                    spec:
                      containers: [{name: c, image: example.com/app:1}]
                """.formatted(PodFate.READY_AFTER, readyAfter, fate.isEmpty() ? "" : ", " + label(fate)));
    }

    private static String label(String fate) {
        return fate.isEmpty() ? "" : PodFate.LABEL + ": " + fate;
    }

    private void apply(String yaml) {
        TestCluster.Ran ran = cluster.runWithInput(
                yaml, "kubectl", "--namespace", namespace, "apply", "--server-side", "--filename", "-");
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private String kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl", "--namespace", namespace));
        command.addAll(List.of(arguments));
        TestCluster.Ran ran = cluster.run(command.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }
}
