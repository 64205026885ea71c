package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.ResourceId;

/**
 * The order of objects in a {@link ManifestSet}: objects that others need come first.
 *
 * <p>Kinds are in Helm's <a href="https://github.com/helm/helm/blob/main/pkg/release/v1/util/kind_sorter.go">install
 * order</a>; a kind that Helm does not know comes after all others, by its name. Objects of one kind are sorted by
 * namespace, name and API group. No two objects of a set are equal in this order.
 */
public final class KindOrder {
    private static final int UNKNOWN = 100;

    private KindOrder() {}

    /** The kind's position, from 0; the same for all kinds that Helm does not know, and larger than every other. */
    public static int rank(String kind) {
        return switch (kind) {
            case "PriorityClass" -> 0;
            case "Namespace" -> 1;
            case "NetworkPolicy" -> 2;
            case "ResourceQuota" -> 3;
            case "LimitRange" -> 4;
            case "PodSecurityPolicy" -> 5;
            case "PodDisruptionBudget" -> 6;
            case "ServiceAccount" -> 7;
            case "Secret" -> 8;
            case "SecretList" -> 9;
            case "ConfigMap" -> 10;
            case "StorageClass" -> 11;
            case "PersistentVolume" -> 12;
            case "PersistentVolumeClaim" -> 13;
            case "CustomResourceDefinition" -> 14;
            case "ClusterRole" -> 15;
            case "ClusterRoleList" -> 16;
            case "ClusterRoleBinding" -> 17;
            case "ClusterRoleBindingList" -> 18;
            case "Role" -> 19;
            case "RoleList" -> 20;
            case "RoleBinding" -> 21;
            case "RoleBindingList" -> 22;
            case "Service" -> 23;
            case "DaemonSet" -> 24;
            case "Pod" -> 25;
            case "ReplicationController" -> 26;
            case "ReplicaSet" -> 27;
            case "Deployment" -> 28;
            case "HorizontalPodAutoscaler" -> 29;
            case "StatefulSet" -> 30;
            case "Job" -> 31;
            case "CronJob" -> 32;
            case "IngressClass" -> 33;
            case "Ingress" -> 34;
            case "APIService" -> 35;
            case "MutatingWebhookConfiguration" -> 36;
            case "ValidatingWebhookConfiguration" -> 37;
            default -> UNKNOWN;
        };
    }

    /** Compares two objects by their order in a set; 0 only for equal ids. */
    public static int compare(ResourceId a, ResourceId b) {
        return compare(a, rank(a.kind()), b, rank(b.kind()));
    }

    static int compare(ResourceId a, int rankOfA, ResourceId b, int rankOfB) {
        int order = Integer.compare(rankOfA, rankOfB);
        if (order == 0 && rankOfA == UNKNOWN) {
            order = a.kind().compareTo(b.kind());
        }
        if (order == 0) {
            order = a.namespace().compareTo(b.namespace());
        }
        if (order == 0) {
            order = a.name().compareTo(b.name());
        }
        return order != 0 ? order : a.group().compareTo(b.group());
    }
}
