package com.adorsys.webank.deploy.eks.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The configuration of kwok: which status a pod gets, by its {@link PodFate}, and what its log is. */
final class PodStages {
    private static final String DELETED = "has(self.metadata.deletionTimestamp)";
    private static final String IMAGE_MISSING =
            "self.spec.containers.exists(c, c.image.endsWith(':" + PodFate.MISSING_TAG + "'))";
    private static final String STARTED = "has(self.status.startTime)";
    private static final String READY = ".status.conditions.[] | select(.type == \"Ready\") | .status";

    /** kwok looks after a node only if it has a stage for nodes; ours is ready from the start. */
    private static final String NODE = """
            apiVersion: kwok.x-k8s.io/v1alpha1
            kind: Stage
            metadata: {name: node-ready}
            spec:
              resourceRef: {apiGroup: v1, kind: Node}
              selector:
                matchExpressions:
                - {key: '%s', operator: NotIn, values: ["True"]}
              steps:
              - patch:
                  subresource: status
                  root: status
                  type: strategic
                  template: |
                    conditions:
                    - {type: Ready, status: "True", reason: KubeletReady, lastTransitionTime: {{ Now | Quote }}}
            """.formatted(READY);

    /** A claim of the default class gets a volume; the controllers bind the two. */
    private static final String VOLUME = """
            apiVersion: kwok.x-k8s.io/v1alpha1
            kind: Stage
            metadata: {name: volume-provisioned}
            spec:
              resourceRef: {apiGroup: v1, kind: PersistentVolumeClaim}
              selector:
                matchExpressions:
                - {key: '.spec.storageClassName', operator: In, values: [%1$s]}
                - {key: '.spec.volumeName', operator: DoesNotExist}
                - {key: '.metadata.deletionTimestamp', operator: DoesNotExist}
              steps:
              - apply:
                  template: |
                    apiVersion: v1
                    kind: PersistentVolume
                    metadata:
                      name: pvc-{{ .metadata.uid }}
                      annotations: {pv.kubernetes.io/provisioned-by: test.webank/volumes}
                    spec:
                      accessModes: {{ .spec.accessModes | toJson }}
                      capacity: {{ .spec.resources.requests | toJson }}
                      persistentVolumeReclaimPolicy: Delete
                      storageClassName: %1$s
                      csi: {driver: test.webank, volumeHandle: {{ .metadata.uid | Quote }}}
                      claimRef:
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        name: {{ .metadata.name | Quote }}
                        namespace: {{ .metadata.namespace | Quote }}
                        uid: {{ .metadata.uid | Quote }}
            """.formatted(FakeNode.STORAGE_CLASS);

    private static final String VOLUME_RELEASED = """
            apiVersion: kwok.x-k8s.io/v1alpha1
            kind: Stage
            metadata: {name: volume-released}
            spec:
              resourceRef: {apiGroup: v1, kind: PersistentVolume}
              selector:
                matchExpressions:
                - {key: '.spec.storageClassName', operator: In, values: [%s]}
                - {key: '.status.phase', operator: In, values: [Released]}
                - {key: '.metadata.deletionTimestamp', operator: DoesNotExist}
              steps:
              - delete: true
            """.formatted(FakeNode.STORAGE_CLASS);

    private PodStages() {}

    /** The documents of kwok's configuration file. */
    static String configuration(Path log) {
        List<String> documents = new ArrayList<>();
        String running = "{running: {startedAt: {{ Now | Quote }}}}";
        documents.add(NODE);
        documents.add(stage(
                "ready",
                withoutFate("- cel: {expression: \"!" + IMAGE_MISSING + "\"}"),
                "",
                status("Running", true, 0, running, "")));
        documents.add(stage(
                "slow", PodFate.SLOW, """
                  delay:
                    durationMilliseconds: 3000
                    durationFrom:
                      jq: {expression: '.metadata.annotations["%s"]'}
                """.formatted(PodFate.READY_AFTER), status("Running", true, 0, running, "")));
        documents.add(stage("never-ends", PodFate.NEVER_ENDS, "", status("Running", true, 0, running, "")));
        documents.add(stage(
                "never-ready",
                PodFate.NEVER_READY,
                "",
                status("Running", false, 0, running, ""),
                event("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503")));
        String backOff = waiting(
                "CrashLoopBackOff",
                "back-off 40s restarting failed container={{ .name }} pod={{ $.metadata.name }}_{{"
                        + " $.metadata.namespace }}({{ $.metadata.uid }})");
        String backOffEvent = event("BackOff", "Back-off restarting failed container");
        documents.add(stage(
                "crash-loop",
                PodFate.CRASH_LOOP,
                "",
                status("Running", false, 3, backOff, terminated("Error", 1)),
                backOffEvent));
        documents.add(stage(
                "out-of-memory",
                PodFate.OUT_OF_MEMORY,
                "",
                status("Running", false, 3, backOff, terminated("OOMKilled", 137)),
                backOffEvent));
        String[] pullError = {
            status("Pending", false, 0, waiting("ImagePullBackOff", "Back-off pulling image {{ .image }}"), ""),
            event("Failed", "Failed to pull image: not found"),
            event("Failed", "Error: ErrImagePull")
        };
        documents.add(stage("image-pull-error", PodFate.IMAGE_PULL_ERROR, "", pullError));
        documents.add(
                stage("image-missing", withoutFate("- cel: {expression: \"" + IMAGE_MISSING + "\"}"), "", pullError));
        documents.add(stage(
                "config-error",
                PodFate.CONFIG_ERROR,
                "",
                status(
                        "Pending",
                        false,
                        0,
                        waiting("CreateContainerConfigError", "secret \\\"missing\\\" not found"),
                        ""),
                event("Failed", "Error: secret \\\"missing\\\" not found")));
        documents.add(stage(
                "hang",
                PodFate.HANG,
                "",
                status("Pending", false, 0, "{waiting: {reason: ContainerCreating}}", ""),
                event(
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \\\"data\\\": secret \\\"missing\\\" not found")));
        documents.add(stage("failed", PodFate.FAILED, "", status("Failed", false, 0, terminated("Error", 1), "")));
        documents.add(succeeded());
        documents.add(deleted());
        documents.add(VOLUME);
        documents.add(VOLUME_RELEASED);
        documents.add(logs(log));
        return String.join("---\n", documents);
    }

    /** A log file as a container runtime writes it. */
    static String log() {
        String at = "2026-01-01T00:00:00.000000000Z stdout F ";
        return at + "starting\n" + at + "connecting\n" + at + PodFate.LOG + "\n";
    }

    /** The pods without a fate of their own for which an expression holds too. */
    private static String withoutFate(String expression) {
        return "    matchExpressions:\n    - {key: '.metadata.labels[\"" + PodFate.LABEL
                + "\"]', operator: DoesNotExist}\n    " + expression + "\n";
    }

    private static String stage(String name, PodFate fate, String delay, String... steps) {
        String selection =
                "    matchLabels: {\"" + PodFate.LABEL + "\": " + fate.value() + "}\n    matchExpressions:\n";
        return stage(name, selection, delay, steps);
    }

    /** The first status of a pod; the steps are it and the events. */
    private static String stage(String name, String selection, String delay, String... steps) {
        return """
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: Stage
                metadata: {name: pod-%s}
                spec:
                  resourceRef: {apiGroup: v1, kind: Pod}
                  selector:
                %s    - cel: {expression: "!%s"}
                    - cel: {expression: "!%s"}
                %s  steps:
                %s""".formatted(name, selection, DELETED, STARTED, delay, String.join("", steps));
    }

    private static String status(String phase, boolean ready, int restarts, String state, String lastState) {
        String condition = "status: \"" + (ready ? "True" : "False") + "\""
                + (ready
                        ? ""
                        : ", reason: ContainersNotReady, message: 'containers with unready status:"
                                + " [{{ range $i, $c := .spec.containers }}{{ if $i }} {{ end }}{{ $c.name }}{{ end }}]'");
        return """
                  - patch:
                      subresource: status
                      root: status
                      type: strategic
                      template: |
                        phase: %s
                        startTime: {{ Now | Quote }}
                        hostIP: 127.0.0.1
                        podIP: {{ PodIPWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) | Quote }}
                        conditions:
                        - {type: PodReadyToStartContainers, lastTransitionTime: {{ Now | Quote }}, status: "True"}
                        - {type: Initialized, lastTransitionTime: {{ Now | Quote }}, status: "True"}
                        - {type: ContainersReady, lastTransitionTime: {{ Now | Quote }}, %s}
                        - {type: Ready, lastTransitionTime: {{ Now | Quote }}, %s}
                        initContainerStatuses:
                        {{ range .spec.initContainers }}
                        - name: {{ .name | Quote }}
                          image: {{ .image | Quote }}
                          imageID: ""
                          restartCount: 0
                          ready: true
                          state: {terminated: {exitCode: 0, reason: Completed, startedAt: {{ Now | Quote }}, finishedAt: {{ Now | Quote }}}}
                        {{ end }}
                        containerStatuses:
                        {{ range .spec.containers }}
                        - name: {{ .name | Quote }}
                          image: {{ .image | Quote }}
                          imageID: ""
                          restartCount: %d
                          ready: %s
                          started: %s
                          state: %s
                          lastState: %s
                        {{ end }}
                """.formatted(
                phase, condition, condition, restarts, ready, ready, state, lastState.isEmpty() ? "{}" : lastState);
    }

    private static String waiting(String reason, String message) {
        return "{waiting: {reason: " + reason + ", message: \"" + message + "\"}}";
    }

    private static String terminated(String reason, int exitCode) {
        return "{terminated: {reason: " + reason + ", exitCode: " + exitCode
                + ", startedAt: {{ Now | Quote }}, finishedAt: {{ Now | Quote }}}}";
    }

    private static String event(String reason, String message) {
        return """
                  - event:
                      type: Warning
                      reason: %s
                      message: "%s"
                """.formatted(reason, message);
    }

    private static String succeeded() {
        return """
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: Stage
                metadata: {name: pod-succeeded}
                spec:
                  resourceRef: {apiGroup: v1, kind: Pod}
                  selector:
                    matchExpressions:
                    - cel: {expression: "!%s"}
                    - cel: {expression: "self.status.phase == 'Running'"}
                    - cel: {expression: "self.spec.restartPolicy != 'Always'"}
                    - {key: '%s', operator: In, values: ["True"]}
                  steps:
                %s""".formatted(DELETED, READY, status("Succeeded", false, 0, terminated("Completed", 0), ""));
    }

    private static String deleted() {
        return """
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: Stage
                metadata: {name: pod-deleted}
                spec:
                  resourceRef: {apiGroup: v1, kind: Pod}
                  selector:
                    matchExpressions:
                    - cel: {expression: "%s"}
                    - {key: '.metadata.labels["%s"]', operator: NotIn, values: [%s]}
                  steps:
                  - delete: true
                """.formatted(DELETED, PodFate.LABEL, PodFate.NEVER_ENDS.value());
    }

    private static String logs(Path log) {
        return """
                apiVersion: kwok.x-k8s.io/v1alpha1
                kind: ClusterLogs
                metadata: {name: logs}
                spec:
                  logs:
                  - logsFile: %s
                    previousLogsFile: %s
                    follow: false
                """.formatted(log, log);
    }
}
