package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Determines the effect of a change of a field, by kind.
 *
 * <p>No schema says which fields cannot be changed. The table follows the API server's update checks: {@code
 * ValidateDeploymentUpdate}, {@code ValidateStatefulSetUpdate} and so on in <a
 * href="https://github.com/kubernetes/kubernetes/tree/master/pkg/apis">pkg/apis/{apps,batch,core,networking,rbac,
 * scheduling,storage}/validation</a>, and those of custom resource definitions in <a
 * href="https://github.com/kubernetes/apiextensions-apiserver/tree/master/pkg/apis/apiextensions/validation">
 * apiextensions-apiserver</a>. Kinds are identified by their names. A kind with the same name in a group outside
 * Kubernetes is treated as an unknown kind.
 *
 * <p>Annotations and labels that controllers read their settings from, such as those of the AWS load balancer
 * controller, are configuration.
 */
final class ChangeRules {
    private ChangeRules() {}

    /**
     * The class of a change at a place.
     *
     * @param manifest the object before the change
     * @param path the map keys of the path, without list items
     */
    static ChangeClass of(Manifest manifest, List<String> path, @Nullable Tree before, @Nullable Tree after) {
        String top = path.get(0);
        if (top.equals("metadata")) {
            return ofMetadata(path);
        }
        if (top.equals("status")) {
            return ChangeClass.METADATA;
        }
        ResourceId id = manifest.id();
        if (!isKubernetes(id.group())) {
            return ChangeClass.CONFIGURATION;
        }
        if (isImmutable(manifest, path, before, after)) {
            return ChangeClass.REPLACEMENT;
        }
        return replacesPods(id.kind(), path) ? ChangeClass.ROLL_OUT : ChangeClass.CONFIGURATION;
    }

    /** The class of an object's deletion. */
    static ChangeClass ofDeletion(Manifest manifest) {
        return deletesData(manifest) || keepsClaims(manifest) ? ChangeClass.DATA_LOSS : ChangeClass.DELETION;
    }

    /** The class of deleting an object and creating it again. */
    static ChangeClass ofReplacement(Manifest manifest) {
        return deletesData(manifest) || keepsClaims(manifest) && deletesClaims(manifest)
                ? ChangeClass.DATA_LOSS
                : ChangeClass.REPLACEMENT;
    }

    private static ChangeClass ofMetadata(List<String> path) {
        boolean labels = path.size() > 1 && path.get(1).equals("labels");
        boolean annotations = path.size() > 1 && path.get(1).equals("annotations");
        if (!labels && !annotations) {
            return ChangeClass.CONFIGURATION;
        }
        return path.size() > 2 && isSetting(path.get(2)) ? ChangeClass.CONFIGURATION : ChangeClass.METADATA;
    }

    /** Whether a controller acts on a label or annotation. */
    static boolean isSetting(String key) {
        int slash = key.indexOf('/');
        String domain = slash < 0 ? "" : key.substring(0, slash);
        return domain.endsWith("ingress.kubernetes.io")
                || domain.endsWith("service.beta.kubernetes.io")
                || domain.endsWith("external-dns.alpha.kubernetes.io")
                || domain.equals("pod-security.kubernetes.io")
                || domain.equals("eks.amazonaws.com")
                || key.equals("kubernetes.io/ingress.class");
    }

    /** The groups of Kubernetes itself: the core, those without a dot, and those under k8s.io. */
    private static boolean isKubernetes(String group) {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    private static boolean replacesPods(String kind, List<String> path) {
        return switch (kind) {
            case "Deployment", "StatefulSet", "DaemonSet" -> isSpec(path, "template");
            // The images of a pod can be changed in place; its containers restart.
            case "Pod" -> isSpec(path, "containers") || isSpec(path, "initContainers");
            default -> false;
        };
    }

    private static boolean isImmutable(
            Manifest manifest, List<String> path, @Nullable Tree before, @Nullable Tree after) {
        String top = path.get(0);
        String field = path.size() > 1 ? path.get(1) : "";
        boolean spec = top.equals("spec");
        return switch (manifest.kind()) {
            case "Deployment", "DaemonSet", "ReplicaSet" -> spec && field.equals("selector");
            case "StatefulSet" ->
                spec
                        && !isOneOf(
                                field,
                                "",
                                "replicas",
                                "template",
                                "updateStrategy",
                                "persistentVolumeClaimRetentionPolicy",
                                "minReadySeconds",
                                "ordinals",
                                "revisionHistoryLimit");
            case "Job" ->
                spec
                        && isOneOf(
                                field,
                                "selector",
                                "template",
                                "completions",
                                "completionMode",
                                "podFailurePolicy",
                                "successPolicy",
                                "backoffLimitPerIndex",
                                "managedBy");
            case "Pod" -> spec && !isChangeableInPod(path);
            case "Service" -> spec && isOneOf(field, "clusterIP", "clusterIPs", "loadBalancerClass");
            case "Secret" ->
                top.equals("type") || isFrozen(manifest) && isOneOf(top, "data", "stringData", "immutable");
            case "ConfigMap" -> isFrozen(manifest) && isOneOf(top, "data", "binaryData", "immutable");
            case "PersistentVolumeClaim" -> spec && !isChangeableInClaim(path, before, after);
            case "PersistentVolume" ->
                spec
                        && !isOneOf(
                                field,
                                "",
                                "capacity",
                                "accessModes",
                                "claimRef",
                                "mountOptions",
                                "persistentVolumeReclaimPolicy",
                                "storageClassName",
                                "volumeAttributesClassName");
            case "StorageClass" -> isOneOf(top, "provisioner", "parameters", "reclaimPolicy", "volumeBindingMode");
            case "VolumeAttributesClass" -> isOneOf(top, "driverName", "parameters");
            case "RoleBinding", "ClusterRoleBinding" -> top.equals("roleRef");
            case "IngressClass" -> spec && field.equals("controller");
            case "PriorityClass" -> isOneOf(top, "value", "preemptionPolicy");
            case "RuntimeClass" -> top.equals("handler");
            case "ResourceQuota" -> spec && isOneOf(field, "scopes", "scopeSelector");
            case "EndpointSlice" -> top.equals("addressType");
            case "ControllerRevision" -> top.equals("data");
            case "CustomResourceDefinition" ->
                spec
                        && (isOneOf(field, "group", "scope")
                                || field.equals("names") && path.size() > 2 && isOneOf(path.get(2), "kind", "plural"));
            default -> false;
        };
    }

    private static boolean isChangeableInPod(List<String> path) {
        boolean image =
                path.size() == 3 && path.get(2).equals("image") && isOneOf(path.get(1), "containers", "initContainers");
        return image
                || isSpec(path, "activeDeadlineSeconds")
                || isSpec(path, "tolerations")
                || isSpec(path, "schedulingGates");
    }

    /** A claim can grow and change its class of attributes; it cannot shrink. */
    private static boolean isChangeableInClaim(List<String> path, @Nullable Tree before, @Nullable Tree after) {
        if (isSpec(path, "volumeAttributesClassName")) {
            return true;
        }
        boolean storage = path.size() == 4
                && isSpec(path, "resources")
                && path.get(2).equals("requests")
                && path.get(3).equals("storage");
        if (!storage
                || !(before instanceof ScalarTree old)
                || !(after instanceof ScalarTree changed)
                || old.isNull()
                || changed.isNull()) {
            return false;
        }
        try {
            return ResourceQuantity.parse(changed.text()).compareTo(ResourceQuantity.parse(old.text())) >= 0;
        } catch (DeployException.InvalidInput e) {
            return false;
        }
    }

    private static boolean isFrozen(Manifest manifest) {
        return manifest.tree().get("immutable") instanceof ScalarTree immutable
                && immutable.equals(ScalarTree.of(true));
    }

    private static boolean deletesData(Manifest manifest) {
        String group = manifest.id().group();
        return switch (manifest.kind()) {
            case "PersistentVolumeClaim", "PersistentVolume", "Namespace" -> group.isEmpty();
            case "CustomResourceDefinition" -> group.equals("apiextensions.k8s.io");
            default -> false;
        };
    }

    /** Whether this is a StatefulSet whose pods have claims of their own. */
    private static boolean keepsClaims(Manifest manifest) {
        return manifest.kind().equals("StatefulSet")
                && manifest.id().group().equals("apps")
                && manifest.tree().get("spec") instanceof MapTree spec
                && spec.get("volumeClaimTemplates") instanceof ListTree claims
                && !claims.isEmpty();
    }

    private static boolean deletesClaims(Manifest manifest) {
        return manifest.tree()
                .at("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted")
                .equals(java.util.Optional.of(ScalarTree.of("Delete")));
    }

    private static boolean isSpec(List<String> path, String field) {
        return path.size() > 1 && path.get(0).equals("spec") && path.get(1).equals(field);
    }

    private static boolean isOneOf(String text, String... others) {
        for (String other : others) {
            if (text.equals(other)) {
                return true;
            }
        }
        return false;
    }
}
