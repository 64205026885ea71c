package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.manifest.Manifest;

/**
 * When an object is applied: by Argo CD's <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/">sync
 * wave</a>, and within a wave by what its kind is for others.
 *
 * @param sync the value of the annotation {@code argocd.argoproj.io/sync-wave}; 0 if there is none, or it is no number
 * @param stage what is needed first comes first
 */
record Wave(int sync, Stage stage) implements Comparable<Wave> {
    static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

    /** What an object is for others. */
    enum Stage {
        /** Others live in it, or are of its kind. */
        FOUNDATION,
        /** Others read it, run as it, or are limited by it. */
        CONFIGURATION,
        /** It ties roles to accounts, both of which must be there. */
        BINDING,
        /** What runs, and how it is reached. */
        WORKLOAD,
        /** It is asked about every other object, so all others come first. */
        WEBHOOK
    }

    static Wave of(Manifest manifest) {
        int sync = manifest.annotation(ANNOTATION).map(Wave::number).orElse(0);
        return new Wave(sync, stage(manifest.kind()));
    }

    /** The end of the same sync wave. */
    Wave last() {
        return new Wave(sync, Stage.WEBHOOK);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Stage stage(String kind) {
        return switch (kind) {
            case "Namespace",
                    "CustomResourceDefinition",
                    "PriorityClass",
                    "StorageClass",
                    "IngressClass",
                    "RuntimeClass" -> Stage.FOUNDATION;
            case "ServiceAccount",
                    "Secret",
                    "ConfigMap",
                    "ResourceQuota",
                    "LimitRange",
                    "NetworkPolicy",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "Role",
                    "ClusterRole" -> Stage.CONFIGURATION;
            case "RoleBinding", "ClusterRoleBinding" -> Stage.BINDING;
            case "MutatingWebhookConfiguration",
                    "ValidatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding",
                    "APIService" -> Stage.WEBHOOK;
            default -> Stage.WORKLOAD;
        };
    }

    @Override
    public int compareTo(Wave other) {
        int order = Integer.compare(sync, other.sync);
        return order != 0 ? order : stage.compareTo(other.stage);
    }
}
