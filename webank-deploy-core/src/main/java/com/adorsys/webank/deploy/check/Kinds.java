package com.adorsys.webank.deploy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kinds that Kubernetes itself serves, with their API versions, as of version 1.34; preferred versions come first. */
final class Kinds {
    private static final String[] API_VERSIONS = {
        "v1",
        "apps/v1",
        "batch/v1",
        "autoscaling/v2",
        "autoscaling/v1",
        "networking.k8s.io/v1",
        "networking.k8s.io/v1beta1",
        "policy/v1",
        "rbac.authorization.k8s.io/v1",
        "storage.k8s.io/v1",
        "storage.k8s.io/v1beta1",
        "scheduling.k8s.io/v1",
        "coordination.k8s.io/v1",
        "coordination.k8s.io/v1beta1",
        "coordination.k8s.io/v1alpha2",
        "discovery.k8s.io/v1",
        "events.k8s.io/v1",
        "node.k8s.io/v1",
        "admissionregistration.k8s.io/v1",
        "admissionregistration.k8s.io/v1beta1",
        "admissionregistration.k8s.io/v1alpha1",
        "apiextensions.k8s.io/v1",
        "apiregistration.k8s.io/v1",
        "authentication.k8s.io/v1",
        "authorization.k8s.io/v1",
        "certificates.k8s.io/v1",
        "certificates.k8s.io/v1beta1",
        "certificates.k8s.io/v1alpha1",
        "flowcontrol.apiserver.k8s.io/v1",
        "resource.k8s.io/v1",
        "resource.k8s.io/v1beta2",
        "resource.k8s.io/v1beta1",
        "resource.k8s.io/v1alpha3",
        "internal.apiserver.k8s.io/v1alpha1",
        "storagemigration.k8s.io/v1alpha1",
        "storagemigration.k8s.io/v1beta1"
    };

    private Kinds() {}

    /** Whether Kubernetes serves a kind in an API version. */
    static boolean isServed(String apiVersion, String kind) {
        return contains(kinds(apiVersion), kind);
    }

    /** Whether an API group is Kubernetes's own: one without a dot, or one of those that it serves. */
    static boolean isOwnGroup(String group) {
        if (group.indexOf('.') < 0) {
            return true;
        }
        for (String apiVersion : API_VERSIONS) {
            if (apiVersion.startsWith(group)
                    && apiVersion.length() > group.length()
                    && apiVersion.charAt(group.length()) == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether the objects of a kind that Kubernetes serves have no namespace. */
    static boolean isClusterScoped(String kind) {
        return switch (kind) {
            case "APIService",
                    "CertificateSigningRequest",
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "ClusterTrustBundle",
                    "ComponentStatus",
                    "CSIDriver",
                    "CSINode",
                    "CustomResourceDefinition",
                    "DeviceClass",
                    "DeviceTaintRule",
                    "FlowSchema",
                    "IngressClass",
                    "IPAddress",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding",
                    "MutatingWebhookConfiguration",
                    "Namespace",
                    "Node",
                    "PersistentVolume",
                    "PriorityClass",
                    "PriorityLevelConfiguration",
                    "ResourceSlice",
                    "RuntimeClass",
                    "SelfSubjectAccessReview",
                    "SelfSubjectReview",
                    "SelfSubjectRulesReview",
                    "ServiceCIDR",
                    "StorageClass",
                    "StorageVersion",
                    "StorageVersionMigration",
                    "SubjectAccessReview",
                    "TokenReview",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "ValidatingWebhookConfiguration",
                    "VolumeAttachment",
                    "VolumeAttributesClass" -> true;
            default -> false;
        };
    }

    /** The API versions that serve a kind, preferred first. */
    static List<String> apiVersionsOf(String kind) {
        List<String> found = new ArrayList<>();
        for (String apiVersion : API_VERSIONS) {
            if (isServed(apiVersion, kind)) {
                found.add(apiVersion);
            }
        }
        return found;
    }

    /** The kinds of an API version; none for one that Kubernetes does not serve. */
    static List<String> of(String apiVersion) {
        return Arrays.asList(kinds(apiVersion));
    }

    /** Every kind that Kubernetes serves, by name. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (String apiVersion : API_VERSIONS) {
            all.addAll(of(apiVersion));
        }
        return all;
    }

    private static boolean contains(String[] kinds, String kind) {
        for (String known : kinds) {
            if (known.equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static String[] kinds(String apiVersion) {
        return switch (apiVersion) {
            case "v1" ->
                new String[] {
                    "Pod",
                    "Service",
                    "ServiceAccount",
                    "Secret",
                    "ConfigMap",
                    "Namespace",
                    "PersistentVolumeClaim",
                    "PersistentVolume",
                    "LimitRange",
                    "ResourceQuota",
                    "ReplicationController",
                    "Endpoints",
                    "Event",
                    "Node",
                    "PodTemplate",
                    "Binding",
                    "ComponentStatus",
                    "List"
                };
            case "apps/v1" ->
                new String[] {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ControllerRevision"};
            case "batch/v1" -> new String[] {"Job", "CronJob"};
            case "autoscaling/v2", "autoscaling/v1" -> new String[] {"HorizontalPodAutoscaler"};
            case "networking.k8s.io/v1" ->
                new String[] {"Ingress", "NetworkPolicy", "IngressClass", "IPAddress", "ServiceCIDR"};
            case "networking.k8s.io/v1beta1" -> new String[] {"IPAddress", "ServiceCIDR"};
            case "policy/v1" -> new String[] {"PodDisruptionBudget", "Eviction"};
            case "rbac.authorization.k8s.io/v1" ->
                new String[] {"Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"};
            case "storage.k8s.io/v1" ->
                new String[] {
                    "StorageClass",
                    "VolumeAttachment",
                    "VolumeAttributesClass",
                    "CSIDriver",
                    "CSINode",
                    "CSIStorageCapacity"
                };
            case "storage.k8s.io/v1beta1" -> new String[] {"VolumeAttributesClass"};
            case "scheduling.k8s.io/v1" -> new String[] {"PriorityClass"};
            case "coordination.k8s.io/v1" -> new String[] {"Lease"};
            case "coordination.k8s.io/v1beta1", "coordination.k8s.io/v1alpha2" -> new String[] {"LeaseCandidate"};
            case "discovery.k8s.io/v1" -> new String[] {"EndpointSlice"};
            case "events.k8s.io/v1" -> new String[] {"Event"};
            case "node.k8s.io/v1" -> new String[] {"RuntimeClass"};
            case "admissionregistration.k8s.io/v1" ->
                new String[] {
                    "MutatingWebhookConfiguration",
                    "ValidatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding"
                };
            case "admissionregistration.k8s.io/v1beta1", "admissionregistration.k8s.io/v1alpha1" ->
                new String[] {"MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"};
            case "apiextensions.k8s.io/v1" -> new String[] {"CustomResourceDefinition"};
            case "apiregistration.k8s.io/v1" -> new String[] {"APIService"};
            case "authentication.k8s.io/v1" -> new String[] {"TokenReview", "TokenRequest", "SelfSubjectReview"};
            case "authorization.k8s.io/v1" ->
                new String[] {
                    "SubjectAccessReview",
                    "LocalSubjectAccessReview",
                    "SelfSubjectAccessReview",
                    "SelfSubjectRulesReview"
                };
            case "certificates.k8s.io/v1" -> new String[] {"CertificateSigningRequest"};
            case "certificates.k8s.io/v1beta1" -> new String[] {"ClusterTrustBundle"};
            case "certificates.k8s.io/v1alpha1" -> new String[] {"ClusterTrustBundle", "PodCertificateRequest"};
            case "flowcontrol.apiserver.k8s.io/v1" -> new String[] {"FlowSchema", "PriorityLevelConfiguration"};
            case "resource.k8s.io/v1", "resource.k8s.io/v1beta2", "resource.k8s.io/v1beta1" ->
                new String[] {"ResourceClaim", "ResourceClaimTemplate", "ResourceSlice", "DeviceClass"};
            case "resource.k8s.io/v1alpha3" -> new String[] {"DeviceTaintRule"};
            case "internal.apiserver.k8s.io/v1alpha1" -> new String[] {"StorageVersion"};
            case "storagemigration.k8s.io/v1alpha1", "storagemigration.k8s.io/v1beta1" ->
                new String[] {"StorageVersionMigration"};
            default -> new String[0];
        };
    }
}
