package com.adorsys.webank.deploy.schema.internal;

/** {@code storage.k8s.io}. Made by SchemaTool. */
final class StorageK8sIoText {
    private StorageK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 CSIDriver cluster
            kind v1 CSINode cluster
            kind v1 CSIStorageCapacity namespaced
            kind v1 StorageClass cluster
            kind v1 VolumeAttachment cluster
            kind v1 VolumeAttributesClass cluster since=1.34
            kind v1alpha1 VolumeAttributesClass cluster until=1.34 deprecated=1.32 removed=1.35 use=storage.k8s.io/v1.VolumeAttributesClass
            kind v1beta1 VolumeAttributesClass cluster until=1.36 deprecated=1.34 removed=1.37 use=storage.k8s.io/v1.VolumeAttributesClass
            gone v1alpha1 CSIStorageCapacity deprecated=1.21 removed=1.24 use=storage.k8s.io/v1.CSIStorageCapacity
            gone v1alpha1 VolumeAttachment deprecated=1.21 removed=1.24 use=storage.k8s.io/v1.VolumeAttachment
            gone v1beta1 CSIDriver deprecated=1.19 removed=1.22 use=storage.k8s.io/v1.CSIDriver
            gone v1beta1 CSINode deprecated=1.17 removed=1.22 use=storage.k8s.io/v1.CSINode
            gone v1beta1 CSIStorageCapacity deprecated=1.24 removed=1.27 use=storage.k8s.io/v1.CSIStorageCapacity
            gone v1beta1 StorageClass deprecated=1.19 removed=1.22 use=storage.k8s.io/v1.StorageClass
            gone v1beta1 VolumeAttachment deprecated=1.19 removed=1.22 use=storage.k8s.io/v1.VolumeAttachment
            v1.CSIDriver
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.CSIDriverSpec
            v1.CSIDriverSpec
              attachRequired bool
              fsGroupPolicy string
              nodeAllocatableUpdatePeriodSeconds int64 since=1.33
              podInfoOnMount bool
              preventPodSchedulingIfMissing bool since=1.36
              requiresRepublish bool
              seLinuxMount bool
              serviceAccountTokenInSecrets bool since=1.35
              storageCapacity bool
              tokenRequests []v1.TokenRequest
              volumeLifecycleModes []string set
            v1.CSINode
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.CSINodeSpec
              status v1.CSINodeStatus since=1.37
            v1.CSINodeDriver
              allocatable v1.VolumeNodeResources
              name! string
              nodeID! string
              topologyKeys []string
            v1.CSINodeSpec
              drivers! []v1.CSINodeDriver keys=name merge=name
            v1.CSINodeStatus since=1.37
              storageHealth []v1.StorageHealth keys=name merge=name
            v1.CSIStorageCapacity
              apiVersion string
              capacity quantity
              kind string
              maximumVolumeSize quantity
              metadata meta/v1.ObjectMeta
              nodeTopology meta/v1.LabelSelector
              storageClassName! string
            v1.StorageClass
              allowVolumeExpansion bool
              allowedTopologies []core/v1.TopologySelectorTerm
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              mountOptions []string
              parameters {}string
              provisioner! string
              reclaimPolicy string enum=Delete|Recycle|Retain
              volumeBindingMode string enum=Immediate|WaitForFirstConsumer
            v1.StorageHealth since=1.37
              healthConditions []v1.StorageHealthCondition
              name! string
            v1.StorageHealthCondition since=1.37
              accessMode string enum=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod
              lastTransitionTime time
              message string
              reason! string
              status! string enum=StorageDegraded|StorageUnreachable
              volumeMode string enum=Block|Filesystem
            v1.TokenRequest
              audience! string
              expirationSeconds int64
            v1.VolumeAttachment
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.VolumeAttachmentSpec
              status v1.VolumeAttachmentStatus
            v1.VolumeAttachmentSource
              inlineVolumeSpec core/v1.PersistentVolumeSpec
              persistentVolumeName string
            v1.VolumeAttachmentSpec
              attacher! string
              nodeName! string
              source! v1.VolumeAttachmentSource
            v1.VolumeAttachmentStatus
              attachError v1.VolumeError
              attached! bool
              attachmentMetadata {}string
              detachError v1.VolumeError
            v1.VolumeAttributesClass since=1.34
              apiVersion string
              driverName! string
              kind string
              metadata meta/v1.ObjectMeta
              parameters {}string
            v1.VolumeError
              errorCode int32 since=1.33
              message string
              time time
            v1.VolumeNodeResources
              count int32
            v1alpha1.VolumeAttributesClass until=1.34
              apiVersion string
              driverName! string
              kind string
              metadata meta/v1.ObjectMeta
              parameters {}string
            v1beta1.VolumeAttributesClass until=1.36
              apiVersion string
              driverName! string
              kind string
              metadata meta/v1.ObjectMeta
              parameters {}string
            """;
    }
}
