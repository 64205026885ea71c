package com.adorsys.webank.deploy.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that cannot be changed after an object is created; no description contains them. The table follows its update
 * checks: {@code ValidateDeploymentUpdate}, {@code ValidateStatefulSetUpdate} and so on in <a
 * href="https://github.com/kubernetes/kubernetes/tree/master/pkg/apis">pkg/apis/{apps,batch,core,networking,rbac,
 * scheduling,storage}/validation</a>, and those of custom resource definitions in <a
 * href="https://github.com/kubernetes/apiextensions-apiserver/tree/master/pkg/apis/apiextensions/validation">
 * apiextensions-apiserver</a>.
 */
public enum Immutability {
    /** The field can be changed. */
    CHANGEABLE,
    /** The field cannot be changed. */
    IMMUTABLE,
    /** The field cannot be changed if the object has {@code immutable: true}. */
    IMMUTABLE_IF_FROZEN,
    /** The field is a quantity that can grow and not shrink. */
    GROWING;

    /**
     * By group and kind the paths of fields, each with all fields below it: they cannot be changed; {@code -} is before those
     * that can, {@code ?} before those that are frozen on demand, {@code +} before those that grow. The longest path counts.
     */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("apps/Deployment", "spec.selector"),
            Map.entry("apps/DaemonSet", "spec.selector"),
            Map.entry("apps/ReplicaSet", "spec.selector"),
            Map.entry(
                    "apps/StatefulSet",
                    "spec -spec.replicas -spec.template -spec.updateStrategy -spec.persistentVolumeClaimRetentionPolicy"
                            + " -spec.minReadySeconds -spec.ordinals -spec.revisionHistoryLimit"),
            Map.entry("apps/ControllerRevision", "data"),
            Map.entry(
                    "batch/Job",
                    "spec.selector spec.template spec.completions spec.completionMode spec.podFailurePolicy"
                            + " spec.successPolicy spec.backoffLimitPerIndex spec.managedBy"),
            Map.entry(
                    "/Pod",
                    "spec -spec.containers.image -spec.initContainers.image -spec.activeDeadlineSeconds"
                            + " -spec.tolerations -spec.schedulingGates"),
            Map.entry("/Service", "spec.clusterIP spec.clusterIPs spec.loadBalancerClass"),
            Map.entry("/Secret", "type ?data ?stringData ?immutable"),
            Map.entry("/ConfigMap", "?data ?binaryData ?immutable"),
            Map.entry(
                    "/PersistentVolumeClaim", "spec -spec.volumeAttributesClassName +spec.resources.requests.storage"),
            Map.entry(
                    "/PersistentVolume",
                    "spec -spec.capacity -spec.accessModes -spec.claimRef -spec.mountOptions"
                            + " -spec.persistentVolumeReclaimPolicy -spec.storageClassName"
                            + " -spec.volumeAttributesClassName"),
            Map.entry("/ResourceQuota", "spec.scopes spec.scopeSelector"),
            Map.entry("storage.k8s.io/StorageClass", "provisioner parameters reclaimPolicy volumeBindingMode"),
            Map.entry("storage.k8s.io/VolumeAttributesClass", "driverName parameters"),
            Map.entry("rbac.authorization.k8s.io/RoleBinding", "roleRef"),
            Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", "roleRef"),
            Map.entry("networking.k8s.io/IngressClass", "spec.controller"),
            Map.entry("scheduling.k8s.io/PriorityClass", "value preemptionPolicy"),
            Map.entry("node.k8s.io/RuntimeClass", "handler"),
            Map.entry("discovery.k8s.io/EndpointSlice", "addressType"),
            Map.entry(
                    "apiextensions.k8s.io/CustomResourceDefinition",
                    "spec.group spec.scope spec.names.kind spec.names.plural"));

    /**
     * Whether a field of an object of Kubernetes can be changed.
     *
     * @param group the API group; empty for that of pods
     * @param path the keys on the way to the field, without places in lists
     */
    public static Immutability of(String group, String kind, List<String> path) {
        Map<String, Immutability> fields = new HashMap<>();
        for (String field : Lines.split(FIELDS.getOrDefault(group + "/" + kind, ""), ' ')) {
            Immutability of = field.startsWith("-")
                    ? CHANGEABLE
                    : field.startsWith("?") ? IMMUTABLE_IF_FROZEN : field.startsWith("+") ? GROWING : IMMUTABLE;
            fields.put(of == IMMUTABLE ? field : field.substring(1), of);
        }
        for (int length = path.size(); length > 0; length--) {
            Immutability known = fields.get(String.join(".", path.subList(0, length)));
            if (known != null) {
                return known;
            }
        }
        return CHANGEABLE;
    }
}
