package com.adorsys.webank.deploy.schema.internal;

/** {@code storagemigration.k8s.io}. Made by SchemaTool. */
final class StoragemigrationK8sIoText {
    private StoragemigrationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 StorageVersionMigration cluster since=1.37
            kind v1alpha1 StorageVersionMigration cluster until=1.34 deprecated=1.33 removed=1.36
            kind v1beta1 StorageVersionMigration cluster since=1.35 deprecated=1.37 removed=1.40 use=storagemigration.k8s.io/v1.StorageVersionMigration
            v1.StorageVersionMigration since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.StorageVersionMigrationSpec
              status v1.StorageVersionMigrationStatus
            v1.StorageVersionMigrationSpec since=1.37
              resource! meta/v1.GroupResource
            v1.StorageVersionMigrationStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
              resourceVersion string
            v1alpha1.GroupVersionResource until=1.34
              group string
              resource string
              version string
            v1alpha1.MigrationCondition until=1.34
              lastUpdateTime time
              message string
              reason string
              status! string
              type! string
            v1alpha1.StorageVersionMigration until=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.StorageVersionMigrationSpec
              status v1alpha1.StorageVersionMigrationStatus
            v1alpha1.StorageVersionMigrationSpec until=1.34
              continueToken string
              resource! v1alpha1.GroupVersionResource
            v1alpha1.StorageVersionMigrationStatus until=1.34
              conditions []v1alpha1.MigrationCondition keys=type merge=type
              resourceVersion string
            v1beta1.StorageVersionMigration since=1.35
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.StorageVersionMigrationSpec
              status v1beta1.StorageVersionMigrationStatus
            v1beta1.StorageVersionMigrationSpec since=1.35
              resource! meta/v1.GroupResource
            v1beta1.StorageVersionMigrationStatus since=1.35
              conditions []meta/v1.Condition keys=type merge=type
              resourceVersion string
            """;
    }
}
