package com.adorsys.webank.deploy.schema.internal;

/** {@code policy}. Made by SchemaTool. */
final class PolicyText {
    private PolicyText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 PodDisruptionBudget namespaced
            gone v1beta1 Eviction deprecated=1.22 removed=1.25
            gone v1beta1 PodDisruptionBudget deprecated=1.21 removed=1.25 use=policy/v1.PodDisruptionBudget
            gone v1beta1 PodSecurityPolicy deprecated=1.21 removed=1.25
            v1.PodDisruptionBudget
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.PodDisruptionBudgetSpec
              status v1.PodDisruptionBudgetStatus
            v1.PodDisruptionBudgetSpec
              maxUnavailable int-or-string
              minAvailable int-or-string
              selector meta/v1.LabelSelector
              unhealthyPodEvictionPolicy string enum=AlwaysAllow|IfHealthyBudget
            v1.PodDisruptionBudgetStatus
              conditions []meta/v1.Condition keys=type merge=type
              currentHealthy int32 required-until=1.35
              desiredHealthy int32 required-until=1.35
              disruptedPods {}time
              disruptionsAllowed int32 required-until=1.35
              expectedPods int32 required-until=1.35
              observedGeneration int64
            """;
    }
}
