package com.adorsys.webank.deploy.schema;

import org.jspecify.annotations.Nullable;

/**
 * The defaults that the API server sets in code, and that no description has: <a
 * href="https://github.com/kubernetes/kubernetes/tree/master/pkg/apis">pkg/apis/{core,apps,batch,autoscaling,networking,
 * rbac}/v1/defaults.go</a> of Kubernetes 1.33 to 1.37; what a later one adds, an earlier one does without it too. Defaults that depend on other fields are left out, except for those of a
 * Job's {@code completions} and {@code parallelism}, which are 1 where neither is set.
 */
final class Defaults {
    /** A map whose fields have their own defaults. */
    static final String MAP = "{}";

    private Defaults() {}

    /** The default of a field as its text, {@link #MAP} for a map; null if there is none. */
    static @Nullable String of(String type, String field) {
        int slash = type.indexOf('/');
        String name = type.substring(slash + 1);
        return switch (type.substring(0, slash)) {
            case "core" -> {
                String inPod = inPod(name, field);
                yield inPod == null ? inCore(name, field) : inPod;
            }
            case "apps" -> inApps(name, field);
            case "batch" -> inBatch(name, field);
            case "autoscaling" ->
                name.equals("v2.HorizontalPodAutoscalerSpec") && field.equals("minReplicas") ? "1" : null;
            case "networking.k8s.io" -> name.equals("v1.NetworkPolicyPort") && field.equals("protocol") ? "TCP" : null;
            case "rbac.authorization.k8s.io" ->
                name.equals("v1.RoleRef") && field.equals("apiGroup") ? "rbac.authorization.k8s.io" : null;
            default -> null;
        };
    }

    private static @Nullable String inPod(String type, String field) {
        return switch (type) {
            case "v1.PodTemplateSpec" -> field.equals("metadata") ? MAP : null;
            case "v1.PodSpec" ->
                switch (field) {
                    case "restartPolicy" -> "Always";
                    case "dnsPolicy" -> "ClusterFirst";
                    case "schedulerName" -> "default-scheduler";
                    case "terminationGracePeriodSeconds" -> "30";
                    case "enableServiceLinks" -> "true";
                    case "securityContext" -> MAP;
                    case "hostNetwork", "hostPID", "hostIPC" -> "false";
                    default -> null;
                };
            case "v1.Container", "v1.EphemeralContainer" ->
                switch (field) {
                    case "terminationMessagePath" -> "/dev/termination-log";
                    case "terminationMessagePolicy" -> "File";
                    case "resources" -> MAP;
                    case "stdin", "stdinOnce", "tty" -> "false";
                    default -> null;
                };
            case "v1.ContainerPort" -> field.equals("protocol") ? "TCP" : null;
            case "v1.Probe" ->
                switch (field) {
                    case "timeoutSeconds", "successThreshold" -> "1";
                    case "periodSeconds" -> "10";
                    case "failureThreshold" -> "3";
                    case "initialDelaySeconds" -> "0";
                    default -> null;
                };
            case "v1.HTTPGetAction" -> field.equals("path") ? "/" : field.equals("scheme") ? "HTTP" : null;
            case "v1.GRPCAction" -> field.equals("service") ? "" : null;
            case "v1.VolumeMount" -> field.equals("readOnly") ? "false" : null;
            case "v1.ObjectFieldSelector" -> field.equals("apiVersion") ? "v1" : null;
            case "v1.ConfigMapVolumeSource",
                    "v1.SecretVolumeSource",
                    "v1.DownwardAPIVolumeSource",
                    "v1.ProjectedVolumeSource" -> field.equals("defaultMode") ? "420" : null;
            case "v1.ServiceAccountTokenProjection" -> field.equals("expirationSeconds") ? "3600" : null;
            case "v1.HostPathVolumeSource" -> field.equals("type") ? "" : null;
            case "v1.TopologySpreadConstraint" ->
                switch (field) {
                    case "nodeAffinityPolicy" -> "Honor";
                    case "nodeTaintsPolicy" -> "Ignore";
                    default -> null;
                };
            case "v1.Toleration" -> field.equals("operator") ? "Equal" : null;
            default -> null;
        };
    }

    private static @Nullable String inCore(String type, String field) {
        return switch (type) {
            case "v1.ServiceSpec" ->
                switch (field) {
                    case "type" -> "ClusterIP";
                    case "sessionAffinity" -> "None";
                    case "internalTrafficPolicy" -> "Cluster";
                    case "publishNotReadyAddresses" -> "false";
                    default -> null;
                };
            case "v1.ServicePort" -> field.equals("protocol") ? "TCP" : null;
            case "v1.Secret" -> field.equals("type") ? "Opaque" : null;
            case "v1.PersistentVolumeClaimSpec" ->
                field.equals("volumeMode") ? "Filesystem" : field.equals("resources") ? MAP : null;
            // In a StatefulSet both are optional.
            case "v1.PersistentVolumeClaim" ->
                field.equals("apiVersion") ? "v1" : field.equals("kind") ? "PersistentVolumeClaim" : null;
            case "v1.PersistentVolumeSpec" ->
                field.equals("volumeMode")
                        ? "Filesystem"
                        : field.equals("persistentVolumeReclaimPolicy") ? "Retain" : null;
            default -> null;
        };
    }

    private static @Nullable String inApps(String type, String field) {
        return switch (type) {
            case "v1.DeploymentSpec" ->
                switch (field) {
                    case "replicas" -> "1";
                    case "revisionHistoryLimit" -> "10";
                    case "progressDeadlineSeconds" -> "600";
                    case "minReadySeconds" -> "0";
                    case "paused" -> "false";
                    case "strategy" -> MAP;
                    default -> null;
                };
            case "v1.DeploymentStrategy" ->
                field.equals("type") ? "RollingUpdate" : field.equals("rollingUpdate") ? MAP : null;
            case "v1.RollingUpdateDeployment" -> "25%";
            case "v1.StatefulSetSpec" ->
                switch (field) {
                    case "replicas" -> "1";
                    case "revisionHistoryLimit" -> "10";
                    case "podManagementPolicy" -> "OrderedReady";
                    case "minReadySeconds" -> "0";
                    case "updateStrategy", "persistentVolumeClaimRetentionPolicy" -> MAP;
                    default -> null;
                };
            case "v1.StatefulSetUpdateStrategy", "v1.DaemonSetUpdateStrategy" ->
                field.equals("type") ? "RollingUpdate" : field.equals("rollingUpdate") ? MAP : null;
            case "v1.RollingUpdateStatefulSetStrategy" ->
                // From 1.37 on the server writes maxUnavailable; before, it did the same without the field.
                field.equals("partition") ? "0" : field.equals("maxUnavailable") ? "1" : null;
            case "v1.StatefulSetPersistentVolumeClaimRetentionPolicy" -> "Retain";
            case "v1.RollingUpdateDaemonSet" -> field.equals("maxUnavailable") ? "1" : "0";
            case "v1.DaemonSetSpec" ->
                switch (field) {
                    case "revisionHistoryLimit" -> "10";
                    case "minReadySeconds" -> "0";
                    case "updateStrategy" -> MAP;
                    default -> null;
                };
            case "v1.ReplicaSetSpec" -> field.equals("replicas") ? "1" : null;
            default -> null;
        };
    }

    private static @Nullable String inBatch(String type, String field) {
        return switch (type) {
            case "v1.JobSpec" ->
                switch (field) {
                    case "backoffLimit" -> "6";
                    case "completionMode" -> "NonIndexed";
                    case "completions", "parallelism" -> "1";
                    case "podReplacementPolicy" -> "TerminatingOrFailed";
                    case "suspend", "manualSelector" -> "false";
                    default -> null;
                };
            case "v1.CronJobSpec" ->
                switch (field) {
                    case "concurrencyPolicy" -> "Allow";
                    case "suspend" -> "false";
                    case "successfulJobsHistoryLimit" -> "3";
                    case "failedJobsHistoryLimit" -> "1";
                    default -> null;
                };
            case "v1.JobTemplateSpec" -> field.equals("metadata") ? MAP : null;
            default -> null;
        };
    }
}
