package com.adorsys.webank.deploy.schema.internal;

/** {@code groups}. Made by SchemaTool. */
final class GroupsText {
    private GroupsText() {}

    static String text() {
        return """
            # The products, with the versions that are described and the API groups they have.
            Kubernetes: 1.32 1.33 1.34 1.35 1.36 1.37
              admission.k8s.io
              admissionregistration.k8s.io
              apidiscovery.k8s.io
              apiextensions.k8s.io
              apiregistration.k8s.io
              apps
              authentication.k8s.io
              authorization.k8s.io
              autoscaling
              batch
              certificates.k8s.io
              coordination.k8s.io
              core
              discovery.k8s.io
              events.k8s.io
              extensions
              flowcontrol.apiserver.k8s.io
              internal.apiserver.k8s.io
              lifecycle.k8s.io
              meta
              networking.k8s.io
              node.k8s.io
              policy
              rbac.authorization.k8s.io
              resource.k8s.io
              scheduling.k8s.io
              storage.k8s.io
              storagemigration.k8s.io
            Argo CD: 2.13 2.14 3.0 3.1 3.2 3.3 3.4 3.5 3.6
              argoproj.io
            github.com/bitnami-labs/sealed-secrets: 0.40
              bitnami.com
            github.com/external-secrets/external-secrets: 1.3
              external-secrets.io
              generators.external-secrets.io
            github.com/prometheus-operator/prometheus-operator: 0.85
              monitoring.coreos.com
            sigs.k8s.io/secrets-store-csi-driver: 1.4
              secrets-store.csi.x-k8s.io
            """;
    }
}
