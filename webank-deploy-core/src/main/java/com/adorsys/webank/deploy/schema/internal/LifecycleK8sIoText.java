package com.adorsys.webank.deploy.schema.internal;

/** {@code lifecycle.k8s.io}. Made by SchemaTool. */
final class LifecycleK8sIoText {
    private LifecycleK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1alpha1 Eviction namespaced since=1.37 deprecated=1.40 removed=1.43
            kind v1alpha1 EvictionRequest namespaced since=1.37 deprecated=1.40 removed=1.43
            v1alpha1.Eviction since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.EvictionSpec
              status v1alpha1.EvictionStatus
            v1alpha1.EvictionPodReference since=1.37
              name! string
              uid! string
            v1alpha1.EvictionRequest since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.EvictionRequestSpec
              status v1alpha1.EvictionRequestStatus
            v1alpha1.EvictionRequestPodReference since=1.37
              name! string
              uid! string
            v1alpha1.EvictionRequestSpec since=1.37
              intent! string enum=Eviction|Withdrawn
              requester! string
              target! v1alpha1.EvictionRequestTarget
            v1alpha1.EvictionRequestStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
              observedGeneration int64
            v1alpha1.EvictionRequestTarget since=1.37
              pod v1alpha1.EvictionRequestPodReference
            v1alpha1.EvictionSpec since=1.37
              target! v1alpha1.EvictionTarget
            v1alpha1.EvictionStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
              observedGeneration int64
              requesters []v1alpha1.Requester keys=name merge=name
              responders []v1alpha1.ResponderStatus keys=name merge=name
              targetResponders []v1alpha1.TargetResponder keys=name merge=name
            v1alpha1.EvictionTarget since=1.37
              pod v1alpha1.EvictionPodReference
            v1alpha1.Requester atomic since=1.37
              intent! string enum=Eviction|Withdrawn
              name! string
            v1alpha1.ResponderStatus since=1.37
              completionTime time
              expectedCompletionTime time
              heartbeatTime time
              message string
              name! string
              startTime time
            v1alpha1.TargetResponder atomic since=1.37
              name! string
              priority! int32
              state! string enum=Active|Canceled|Completed|Inactive|Interrupted
            """;
    }
}
