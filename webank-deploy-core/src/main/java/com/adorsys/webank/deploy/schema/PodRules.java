package com.adorsys.webank.deploy.schema;

import static com.adorsys.webank.deploy.schema.Shape.count;
import static com.adorsys.webank.deploy.schema.Shape.integer;
import static com.adorsys.webank.deploy.schema.Shape.listOf;
import static com.adorsys.webank.deploy.schema.Shape.mapOf;
import static com.adorsys.webank.deploy.schema.Shape.oneOf;
import static com.adorsys.webank.deploy.schema.Shape.portNumber;
import static com.adorsys.webank.deploy.schema.Shape.portNumberOrName;
import static com.adorsys.webank.deploy.schema.Shape.quantity;
import static com.adorsys.webank.deploy.schema.Shape.string;

import java.util.List;

/** The rules of what stands inside a pod, as {@link ApiRules} has them for the rest. */
final class PodRules {
    private PodRules() {}

    /**
     * Adds the rules of a type of the core group.
     *
     * @param type without its group
     * @return whether the type is part of a pod
     */
    static boolean addTo(ShapeBuilder fields, String type) {
        return addToContainers(fields, type)
                || addToVariables(fields, type)
                || addToPlacement(fields, type)
                || addToSecurity(fields, type)
                || addToVolumes(fields, type)
                || addToStorageSystems(fields, type);
    }

    private static Shape fileMode() {
        return integer(0, 511).example("420").remedy("write the mode as a decimal number, as in `420` for octal 0644");
    }

    private static boolean addToContainers(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.ContainerPort" ->
                fields.as("containerPort", portNumber())
                        .as("name", string(Grammar.PORT_NAME))
                        .as("hostPort", integer(0, 65535));
            case "v1.Probe" ->
                fields.as("initialDelaySeconds", count().example("10"))
                        .as("periodSeconds", count().example("5"))
                        .as("failureThreshold", count().example("3"))
                        .as("terminationGracePeriodSeconds", integer(1, Long.MAX_VALUE))
                        .exactlyOneOf("httpGet", "tcpSocket", "exec", "grpc");
            case "v1.LifecycleHandler" -> fields.exactlyOneOf("exec", "httpGet", "tcpSocket", "sleep");
            case "v1.SleepAction" -> fields.as("seconds", integer(0, Long.MAX_VALUE));
            case "v1.GRPCAction" -> fields.as("port", portNumber());
            case "v1.HTTPGetAction", "v1.TCPSocketAction" -> fields.as("port", portNumberOrName());
            case "v1.HTTPHeader" -> fields.as("name", string(Grammar.HTTP_HEADER));
            case "v1.ExecAction" ->
                fields.as("command", listOf(string()).notEmpty()).require("command");
            case "v1.ResourceRequirements" ->
                fields.as("requests", mapOf(Grammar.RESOURCE_NAME, quantity()))
                        .as("limits", mapOf(Grammar.RESOURCE_NAME, quantity()))
                        .misplaced("cpu", "write it below `requests` or `limits`")
                        .misplaced("memory", "write it below `requests` or `limits`");
            case "v1.ResourceClaim" -> fields.as("name", string(Grammar.LABEL));
            case "v1.ContainerResizePolicy" ->
                fields.as("resourceName", oneOf("cpu", "memory"))
                        .as("restartPolicy", oneOf("NotRequired", "RestartContainer"));
            case "v1.VolumeMount" ->
                fields.as("name", string(Grammar.LABEL))
                        .as("mountPath", string(Grammar.NOT_EMPTY).example("/data"))
                        .as("recursiveReadOnly", oneOf("Disabled", "IfPossible", "Enabled"))
                        .as("subPath", string(Grammar.SUB_PATH))
                        .as("subPathExpr", string(Grammar.SUB_PATH))
                        .atMostOneOf("subPath", "subPathExpr");
            case "v1.VolumeDevice" ->
                fields.as("name", string(Grammar.LABEL)).as("devicePath", string(Grammar.NOT_EMPTY));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean addToVariables(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.EnvVar" ->
                fields.as("name", string(Grammar.ENVIRONMENT_NAME).example("SPRING_PROFILES_ACTIVE"))
                        .atMostOneOf("value", "valueFrom")
                        .misplaced("secretKeyRef", "write it below `valueFrom`")
                        .misplaced("configMapKeyRef", "write it below `valueFrom`")
                        .misplaced("fieldRef", "write it below `valueFrom`");
            case "v1.EnvVarSource" ->
                fields.exactlyOneOf("secretKeyRef", "configMapKeyRef", "fieldRef", "resourceFieldRef", "fileKeyRef")
                        .misplaced("secretRef", "write `secretKeyRef` with a `name` and a `key`")
                        .misplaced("configMapRef", "write `configMapKeyRef` with a `name` and a `key`");
            case "v1.SecretKeySelector", "v1.ConfigMapKeySelector" -> {
                ApiRules.named(fields);
                fields.as("key", string(Grammar.DATA_KEY));
            }
            case "v1.FileKeySelector" ->
                fields.as("volumeName", string(Grammar.LABEL))
                        .as("path", string(Grammar.FILE_PATH))
                        .as("key", string(Grammar.ENVIRONMENT_NAME));
            case "v1.ObjectFieldSelector" ->
                fields.as("fieldPath", string(Grammar.POD_FIELD).example("metadata.name"));
            case "v1.ResourceFieldSelector" ->
                fields.as("resource", string(Grammar.RESOURCE_FIELD).example("limits.memory"))
                        .as("containerName", string(Grammar.LABEL));
            case "v1.EnvFromSource" ->
                fields.exactlyOneOf("secretRef", "configMapRef")
                        .misplaced("secretKeyRef", "write `secretRef` with a `name`, or move it to `env`")
                        .misplaced("configMapKeyRef", "write `configMapRef` with a `name`, or move it to `env`")
                        .misplaced("name", "write it below `secretRef` or `configMapRef`");
            case "v1.SecretEnvSource", "v1.ConfigMapEnvSource" -> ApiRules.named(fields);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean addToPlacement(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.Toleration" ->
                fields.as("key", string(Grammar.LABEL_KEY))
                        .requireWhere("operator", List.of("", "Equal", "Lt", "Gt"), "key")
                        .forbidWhere("operator", List.of("Exists"), "value")
                        .forbidWhere("effect", List.of("", "NoSchedule", "PreferNoSchedule"), "tolerationSeconds");
            case "v1.PodDNSConfig" -> fields.as("nameservers", listOf(ApiRules.address()));
            case "v1.PodDNSConfigOption" -> ApiRules.notEmpty(fields, "name");
            case "v1.HostAlias" ->
                fields.as("ip", ApiRules.address()).as("hostnames", listOf(string(Grammar.SUBDOMAIN)));
            case "v1.PodReadinessGate" -> fields.as("conditionType", string(Grammar.LABEL_KEY));
            case "v1.PodOS" -> fields.as("name", oneOf("linux", "windows"));
            case "v1.PodSchedulingGate" -> fields.as("name", string(Grammar.LABEL_KEY));
            case "v1.PodResourceClaim" ->
                fields.as("name", string(Grammar.LABEL))
                        .as("resourceClaimName", string(Grammar.SUBDOMAIN))
                        .as("resourceClaimTemplateName", string(Grammar.SUBDOMAIN));
            case "v1.NodeSelector" ->
                fields.as(
                                "nodeSelectorTerms",
                                listOf(ApiShapes.later("core/v1.NodeSelectorTerm"))
                                        .notEmpty())
                        .require("nodeSelectorTerms");
            case "v1.NodeSelectorRequirement" ->
                fields.as("key", string(Grammar.LABEL_KEY))
                        .requireWhere("operator", List.of("In", "NotIn", "Lt", "Gt"), "values")
                        .forbidWhere("operator", List.of("Exists", "DoesNotExist"), "values");
            case "v1.PodAffinityTerm" ->
                fields.as("topologyKey", string(Grammar.LABEL_KEY).example("kubernetes.io/hostname"))
                        .as("matchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                        .as("mismatchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                        .as("namespaces", listOf(string(Grammar.LABEL)))
                        .forbidWhere("labelSelector", List.of(""), "matchLabelKeys")
                        .forbidWhere("labelSelector", List.of(""), "mismatchLabelKeys");
            case "v1.WeightedPodAffinityTerm" -> fields.as("weight", integer(1, 100));
            // One without a preference matches every node.
            case "v1.PreferredSchedulingTerm" ->
                fields.as("weight", integer(1, 100)).optional("preference");
            case "v1.TopologySpreadConstraint" ->
                fields.as("maxSkew", integer(1, Integer.MAX_VALUE))
                        .as(
                                "topologyKey",
                                string(Grammar.NOT_EMPTY)
                                        .advised(Grammar.LABEL_KEY)
                                        .example("topology.kubernetes.io/zone"))
                        .as("matchLabelKeys", listOf(string(Grammar.LABEL_KEY)))
                        .as("minDomains", integer(1, Integer.MAX_VALUE))
                        .forbidWhere("whenUnsatisfiable", List.of("ScheduleAnyway"), "minDomains")
                        .forbidWhere("labelSelector", List.of(""), "matchLabelKeys");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean addToSecurity(ShapeBuilder fields, String type) {
        Shape id = integer(0, Integer.MAX_VALUE);
        switch (type) {
            case "v1.SecurityContext" ->
                fields.as("runAsUser", id.example("1000"))
                        .as("runAsGroup", id.example("1000"))
                        .misplaced("fsGroup", "move it to the pod's `securityContext`");
            case "v1.PodSecurityContext" ->
                fields.as("runAsUser", id.example("1000"))
                        .as("runAsGroup", id.example("1000"))
                        .as("fsGroup", id)
                        .as("supplementalGroups", listOf(id))
                        .as("seLinuxChangePolicy", oneOf("Recursive", "MountOption"))
                        .misplaced("allowPrivilegeEscalation", "move it to the `securityContext` of every container")
                        .misplaced("capabilities", "move it to the `securityContext` of every container")
                        .misplaced("privileged", "move it to the `securityContext` of a container")
                        .misplaced("readOnlyRootFilesystem", "move it to the `securityContext` of every container");
            case "v1.SeccompProfile", "v1.AppArmorProfile" ->
                fields.requireWhere("type", List.of("Localhost"), "localhostProfile")
                        .forbidWhere("type", List.of("RuntimeDefault", "Unconfined"), "localhostProfile");
            case "v1.Sysctl" -> fields.as("name", string(Grammar.NOT_EMPTY));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean addToVolumes(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.Volume" ->
                fields.as("name", string(Grammar.LABEL))
                        .adviseOneOf(
                                "configMap",
                                "secret",
                                "emptyDir",
                                "persistentVolumeClaim",
                                "projected",
                                "downwardAPI",
                                "csi",
                                "ephemeral",
                                "hostPath",
                                "image",
                                "nfs",
                                "awsElasticBlockStore",
                                "azureDisk",
                                "azureFile",
                                "cephfs",
                                "cinder",
                                "fc",
                                "flexVolume",
                                "flocker",
                                "gcePersistentDisk",
                                "gitRepo",
                                "glusterfs",
                                "iscsi",
                                "photonPersistentDisk",
                                "portworxVolume",
                                "quobyte",
                                "rbd",
                                "scaleIO",
                                "storageos",
                                "vsphereVolume");
            case "v1.ConfigMapVolumeSource" ->
                fields.as("name", ApiRules.objectName())
                        .as("defaultMode", fileMode())
                        .require("name")
                        .misplaced("configMapName", "write `name`");
            case "v1.SecretVolumeSource" ->
                fields.as("secretName", ApiRules.objectName())
                        .as("defaultMode", fileMode())
                        .require("secretName")
                        .misplaced("name", "write `secretName`");
            case "v1.EmptyDirVolumeSource" -> fields.as("sizeLimit", quantity().example("1Gi"));
            case "v1.PersistentVolumeClaimVolumeSource" ->
                fields.as("claimName", string(Grammar.SUBDOMAIN)).misplaced("name", "write `claimName`");
            case "v1.ProjectedVolumeSource", "v1.DownwardAPIVolumeSource" -> fields.as("defaultMode", fileMode());
            case "v1.VolumeProjection" ->
                fields.adviseOneOf(
                        "configMap",
                        "secret",
                        "downwardAPI",
                        "serviceAccountToken",
                        "clusterTrustBundle",
                        "podCertificate");
            case "v1.ConfigMapProjection", "v1.SecretProjection" ->
                fields.as("name", ApiRules.objectName()).require("name");
            case "v1.ServiceAccountTokenProjection" ->
                fields.as("path", string(Grammar.FILE_PATH)).as("expirationSeconds", integer(600, 1L << 32));
            case "v1.ClusterTrustBundleProjection" -> fields.as("path", string(Grammar.FILE_PATH));
            case "v1.KeyToPath" ->
                fields.as("key", string(Grammar.DATA_KEY))
                        .as("path", string(Grammar.FILE_PATH))
                        .as("mode", fileMode());
            case "v1.DownwardAPIVolumeFile" ->
                fields.as("path", string(Grammar.FILE_PATH))
                        .as("mode", fileMode())
                        .exactlyOneOf("fieldRef", "resourceFieldRef");
            case "v1.EphemeralVolumeSource" -> fields.require("volumeClaimTemplate");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The sources that name a storage system; most are drivers of their own by now, yet the API still has them. */
    private static boolean addToStorageSystems(ShapeBuilder fields, String type) {
        switch (type) {
            case "v1.CSIVolumeSource", "v1.FlexVolumeSource" -> ApiRules.notEmpty(fields, "driver");
            case "v1.HostPathVolumeSource", "v1.GlusterfsVolumeSource" -> ApiRules.notEmpty(fields, "path");
            case "v1.NFSVolumeSource" -> {
                ApiRules.notEmpty(fields, "server");
                fields.as("path", string(Grammar.ABSOLUTE_PATH));
            }
            case "v1.AWSElasticBlockStoreVolumeSource", "v1.CinderVolumeSource", "v1.PortworxVolumeSource" ->
                ApiRules.notEmpty(fields, "volumeID");
            case "v1.AzureDiskVolumeSource" -> ApiRules.notEmpty(fields, "diskName", "diskURI");
            case "v1.AzureFileVolumeSource" -> {
                ApiRules.notEmpty(fields, "shareName");
                fields.as("secretName", string(Grammar.SUBDOMAIN));
            }
            case "v1.GCEPersistentDiskVolumeSource" -> ApiRules.notEmpty(fields, "pdName");
            case "v1.GitRepoVolumeSource" -> ApiRules.notEmpty(fields, "repository");
            case "v1.ISCSIVolumeSource" -> ApiRules.notEmpty(fields, "targetPortal", "iqn");
            case "v1.PhotonPersistentDiskVolumeSource" -> ApiRules.notEmpty(fields, "pdID");
            case "v1.QuobyteVolumeSource" -> ApiRules.notEmpty(fields, "registry", "volume");
            case "v1.RBDVolumeSource" -> ApiRules.notEmpty(fields, "image");
            case "v1.ScaleIOVolumeSource" -> ApiRules.notEmpty(fields, "gateway", "system");
            case "v1.VsphereVirtualDiskVolumeSource" -> ApiRules.notEmpty(fields, "volumePath");
            default -> {
                return false;
            }
        }
        return true;
    }
}
