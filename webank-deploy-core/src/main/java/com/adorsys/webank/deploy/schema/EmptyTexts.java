package com.adorsys.webank.deploy.schema;

import java.util.Set;

/**
 * Which optional texts of Kubernetes may be empty. The API server treats an empty text as missing, except where the Go type
 * is a pointer: there it is a value, which has to be valid.
 *
 * <p>The pointers are those of <a href="https://github.com/kubernetes/api">k8s.io/api</a> 0.35, in the types that are sent.
 */
final class EmptyTexts {
    private static final Set<String> POINTERS = Set.of(
            "AppArmorProfile.localhostProfile",
            "AzureDiskVolumeSource.cachingMode",
            "AzureDiskVolumeSource.kind",
            "CSIDriverSpec.fsGroupPolicy",
            "ClusterTrustBundleProjection.name",
            "ClusterTrustBundleProjection.signerName",
            "Container.restartPolicy",
            "CronJobSpec.timeZone",
            "EphemeralContainer.restartPolicy",
            "GRPCAction.mode",
            "HPAScalingRules.selectPolicy",
            "HTTPGetAction.protocol",
            "HTTPIngressPath.pathType",
            "HostPathVolumeSource.type",
            "IngressClassParametersReference.namespace",
            "IngressClassParametersReference.scope",
            "IngressSpec.ingressClassName",
            "JobSpec.completionMode",
            "JobSpec.managedBy",
            "JobSpec.podReplacementPolicy",
            "Lifecycle.stopSignal",
            "NetworkPolicyPort.protocol",
            "PersistentVolumeClaimSpec.storageClassName",
            "PersistentVolumeClaimSpec.volumeAttributesClassName",
            "PersistentVolumeClaimSpec.volumeMode",
            "PersistentVolumeSpec.volumeAttributesClassName",
            "PersistentVolumeSpec.volumeMode",
            "PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy",
            "PodFailurePolicyOnExitCodesRequirement.containerName",
            "PodResourceClaim.resourceClaimName",
            "PodResourceClaim.resourceClaimTemplateName",
            "PodSchedulingGroup.podGroupName",
            "PodSecurityContext.fsGroupChangePolicy",
            "PodSecurityContext.seLinuxChangePolicy",
            "PodSecurityContext.supplementalGroupsPolicy",
            "PodSpec.hostnameOverride",
            "PodSpec.preemptionPolicy",
            "PodSpec.runtimeClassName",
            "SeccompProfile.localhostProfile",
            "SecurityContext.procMount",
            // One of number and name.
            "ServiceBackendPort.name",
            "ServicePort.appProtocol",
            "ServiceSpec.internalTrafficPolicy",
            "ServiceSpec.ipFamilyPolicy",
            "ServiceSpec.loadBalancerClass",
            "ServiceSpec.trafficDistribution",
            "StorageClass.reclaimPolicy",
            "StorageClass.volumeBindingMode",
            "SuccessPolicyRule.succeededIndexes",
            "TopologySpreadConstraint.nodeAffinityPolicy",
            "TopologySpreadConstraint.nodeTaintsPolicy",
            "TypedObjectReference.namespace",
            "VolumeMount.mountPropagation",
            "VolumeMount.recursiveReadOnly");

    private EmptyTexts() {}

    /** Whether an empty text in an optional field is treated as missing. */
    static boolean areUnset(ObjectType type, String field) {
        String name = type.name();
        return !POINTERS.contains(name.substring(name.lastIndexOf('.') + 1) + "." + field);
    }
}
