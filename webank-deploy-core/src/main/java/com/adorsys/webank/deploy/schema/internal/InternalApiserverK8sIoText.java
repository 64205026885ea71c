package com.adorsys.webank.deploy.schema.internal;

/** {@code internal.apiserver.k8s.io}. Made by SchemaTool. */
final class InternalApiserverK8sIoText {
    private InternalApiserverK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1alpha1 StorageVersion cluster
            v1alpha1.ServerStorageVersion
              apiServerID string required-since=1.36
              decodableVersions []string required-since=1.36 set
              encodingVersion string required-since=1.36
              servedVersions []string set
            v1alpha1.StorageVersion
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta required-since=1.36
              spec v1alpha1.StorageVersionSpec required-until=1.35
              status v1alpha1.StorageVersionStatus required-until=1.35
            v1alpha1.StorageVersionCondition
              lastTransitionTime time
              message! string
              observedGeneration int64
              reason! string
              status! string
              type! string
            v1alpha1.StorageVersionSpec
            v1alpha1.StorageVersionStatus
              commonEncodingVersion string
              conditions []v1alpha1.StorageVersionCondition keys=type
              storageVersions []v1alpha1.ServerStorageVersion keys=apiServerID
            """;
    }
}
