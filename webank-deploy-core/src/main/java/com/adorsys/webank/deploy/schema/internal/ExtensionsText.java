package com.adorsys.webank.deploy.schema.internal;

/** {@code extensions}. Made by SchemaTool. */
final class ExtensionsText {
    private ExtensionsText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            gone v1beta1 DaemonSet deprecated=1.8 removed=1.16 use=apps/v1.DaemonSet
            gone v1beta1 Deployment deprecated=1.8 removed=1.16 use=apps/v1.Deployment
            gone v1beta1 DeploymentRollback deprecated=1.8 removed=1.16
            gone v1beta1 Ingress deprecated=1.14 removed=1.22 use=networking.k8s.io/v1.Ingress
            gone v1beta1 NetworkPolicy deprecated=1.9 removed=1.16 use=networking.k8s.io/v1.NetworkPolicy
            gone v1beta1 PodSecurityPolicy deprecated=1.11 removed=1.16
            gone v1beta1 ReplicaSet deprecated=1.8 removed=1.16 use=apps/v1.ReplicaSet
            gone v1beta1 Scale deprecated=1.2 removed=1.16
            """;
    }
}
