package com.adorsys.webank.deploy.schema.internal;

/** {@code apps}. Made by SchemaTool. */
final class AppsText {
    private AppsText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 ControllerRevision namespaced
            kind v1 DaemonSet namespaced
            kind v1 Deployment namespaced
            kind v1 ReplicaSet namespaced
            kind v1 StatefulSet namespaced
            gone v1beta1 ControllerRevision deprecated=1.8 removed=1.16 use=apps/v1.ControllerRevision
            gone v1beta1 Deployment deprecated=1.8 removed=1.16 use=apps/v1.Deployment
            gone v1beta1 DeploymentRollback deprecated=1.8 removed=1.16
            gone v1beta1 Scale deprecated=1.8 removed=1.16
            gone v1beta1 StatefulSet deprecated=1.8 removed=1.16 use=apps/v1.StatefulSet
            gone v1beta2 ControllerRevision deprecated=1.9 removed=1.16 use=apps/v1.ControllerRevision
            gone v1beta2 DaemonSet deprecated=1.9 removed=1.16 use=apps/v1.DaemonSet
            gone v1beta2 Deployment deprecated=1.9 removed=1.16 use=apps/v1.Deployment
            gone v1beta2 ReplicaSet deprecated=1.9 removed=1.16 use=apps/v1.ReplicaSet
            gone v1beta2 Scale deprecated=1.9 removed=1.16
            gone v1beta2 StatefulSet deprecated=1.9 removed=1.16 use=apps/v1.StatefulSet
            v1.ControllerRevision
              apiVersion string
              data any required-since=1.37
              kind string
              metadata meta/v1.ObjectMeta
              revision int64 required-until=1.36
            v1.DaemonSet
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.DaemonSetSpec required-since=1.37
              status v1.DaemonSetStatus
            v1.DaemonSetCondition
              lastTransitionTime time
              message string
              reason string
              status string required-until=1.36
              type string required-until=1.36
            v1.DaemonSetSpec
              minReadySeconds int32
              revisionHistoryLimit int32
              selector! meta/v1.LabelSelector
              template! core/v1.PodTemplateSpec
              updateStrategy v1.DaemonSetUpdateStrategy
            v1.DaemonSetStatus
              collisionCount int32
              conditions []v1.DaemonSetCondition keys=type merge=type
              currentNumberScheduled! int32
              desiredNumberScheduled! int32
              numberAvailable int32
              numberMisscheduled! int32
              numberReady! int32
              numberUnavailable int32
              observedGeneration int64
              updatedNumberScheduled int32
            v1.DaemonSetUpdateStrategy
              rollingUpdate v1.RollingUpdateDaemonSet
              type string enum=OnDelete|RollingUpdate
            v1.Deployment
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.DeploymentSpec required-since=1.37
              status v1.DeploymentStatus
            v1.DeploymentCondition
              lastTransitionTime time
              lastUpdateTime time
              message string
              reason string
              status string required-until=1.36
              type string required-until=1.36
            v1.DeploymentSpec
              minReadySeconds int32
              paused bool
              progressDeadlineSeconds int32
              replicas int32
              revisionHistoryLimit int32
              selector! meta/v1.LabelSelector
              strategy v1.DeploymentStrategy
              template! core/v1.PodTemplateSpec
            v1.DeploymentStatus
              availableReplicas int32
              collisionCount int32
              conditions []v1.DeploymentCondition keys=type merge=type
              observedGeneration int64
              readyReplicas int32
              replicas int32
              terminatingReplicas int32 since=1.33
              unavailableReplicas int32
              updatedReplicas int32
            v1.DeploymentStrategy
              rollingUpdate v1.RollingUpdateDeployment
              type string enum=Recreate|RollingUpdate
            v1.ReplicaSet
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ReplicaSetSpec required-since=1.37
              status v1.ReplicaSetStatus
            v1.ReplicaSetCondition
              lastTransitionTime time
              message string
              reason string
              status string required-until=1.36
              type string required-until=1.36
            v1.ReplicaSetSpec
              minReadySeconds int32
              replicas int32
              selector! meta/v1.LabelSelector
              template core/v1.PodTemplateSpec
            v1.ReplicaSetStatus
              availableReplicas int32
              conditions []v1.ReplicaSetCondition keys=type merge=type
              fullyLabeledReplicas int32
              observedGeneration int64
              readyReplicas int32
              replicas! int32
              terminatingReplicas int32 since=1.33
            v1.RollingUpdateDaemonSet
              maxSurge int-or-string
              maxUnavailable int-or-string
            v1.RollingUpdateDeployment
              maxSurge int-or-string
              maxUnavailable int-or-string
            v1.RollingUpdateStatefulSetStrategy
              maxUnavailable int-or-string
              partition int32
            v1.StatefulSet
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.StatefulSetSpec required-since=1.37
              status v1.StatefulSetStatus
            v1.StatefulSetCondition
              lastTransitionTime time
              message string
              reason string
              status string required-until=1.36
              type string required-until=1.36
            v1.StatefulSetOrdinals
              start int32
            v1.StatefulSetPersistentVolumeClaimRetentionPolicy
              whenDeleted string
              whenScaled string
            v1.StatefulSetSpec
              minReadySeconds int32
              ordinals v1.StatefulSetOrdinals
              persistentVolumeClaimRetentionPolicy v1.StatefulSetPersistentVolumeClaimRetentionPolicy
              podManagementPolicy string enum=OrderedReady|Parallel
              replicas int32
              revisionHistoryLimit int32
              selector! meta/v1.LabelSelector
              serviceName string required-until=1.32
              template! core/v1.PodTemplateSpec
              updateStrategy v1.StatefulSetUpdateStrategy
              volumeClaimTemplates []core/v1.PersistentVolumeClaim
            v1.StatefulSetStatus
              availableReplicas int32
              collisionCount int32
              conditions []v1.StatefulSetCondition keys=type merge=type
              currentReplicas int32
              currentRevision string
              observedGeneration int64
              readyReplicas int32
              replicas! int32
              updateRevision string
              updatedReplicas int32
            v1.StatefulSetUpdateStrategy
              rollingUpdate v1.RollingUpdateStatefulSetStrategy
              type string enum=OnDelete|Recreate(since=1.37)|RollingUpdate
            """;
    }
}
