package com.adorsys.webank.deploy.manifest;

import com.adorsys.webank.deploy.core.ResourceId;
import java.util.HashMap;
import java.util.Map;

/**
 * The order of objects in a {@link ManifestSet}: objects that others need come first.
 *
 * <p>Kinds are in Helm's <a href="https://github.com/helm/helm/blob/main/pkg/release/v1/util/kind_sorter.go">install
 * order</a>; a kind that Helm does not know comes after all others, by its name. Objects of one kind are sorted by
 * namespace, name and API group. No two objects of a set are equal in this order.
 */
public final class KindOrder {
    private static final Map<String, Integer> RANKS = new HashMap<>();

    static {
        String kinds =
                "PriorityClass Namespace NetworkPolicy ResourceQuota LimitRange PodSecurityPolicy PodDisruptionBudget"
                        + " ServiceAccount Secret SecretList ConfigMap StorageClass PersistentVolume PersistentVolumeClaim"
                        + " CustomResourceDefinition ClusterRole ClusterRoleList ClusterRoleBinding ClusterRoleBindingList Role"
                        + " RoleList RoleBinding RoleBindingList Service DaemonSet Pod ReplicationController ReplicaSet Deployment"
                        + " HorizontalPodAutoscaler StatefulSet Job CronJob IngressClass Ingress APIService"
                        + " MutatingWebhookConfiguration ValidatingWebhookConfiguration";
        for (String kind : kinds.split(" ", -1)) {
            RANKS.put(kind, RANKS.size());
        }
    }

    private static final int UNKNOWN = RANKS.size();

    private KindOrder() {}

    /** The kind's position, from 0; the same for all kinds that Helm does not know, and larger than every other. */
    public static int rank(String kind) {
        return RANKS.getOrDefault(kind, UNKNOWN);
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
