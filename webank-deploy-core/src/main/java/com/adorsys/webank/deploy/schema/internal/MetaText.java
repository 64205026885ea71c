package com.adorsys.webank.deploy.schema.internal;

/** {@code meta}. Made by SchemaTool. */
final class MetaText {
    private MetaText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            v1.Condition
              lastTransitionTime! time
              message! string
              observedGeneration int64
              reason! string
              status! string
              type! string
            v1.FieldSelectorRequirement
              key! string
              operator! string
              values []string
            v1.GroupResource since=1.35
              group! string
              resource! string
            v1.LabelSelector atomic
              matchExpressions []v1.LabelSelectorRequirement
              matchLabels {}string
            v1.LabelSelectorRequirement
              key! string
              operator! string
              values []string
            v1.ManagedFieldsEntry
              apiVersion string
              fieldsType string
              fieldsV1 object
              manager string
              operation string
              subresource string
              time time
            v1.ObjectMeta
              annotations {}string
              creationTimestamp time
              deletionGracePeriodSeconds int64
              deletionTimestamp time
              finalizers []string set
              generateName string
              generation int64
              labels {}string
              managedFields []v1.ManagedFieldsEntry
              name string
              namespace string
              ownerReferences []v1.OwnerReference keys=uid merge=uid
              resourceVersion string
              selfLink string
              uid string
            v1.OwnerReference atomic
              apiVersion! string
              blockOwnerDeletion bool
              controller bool
              kind! string
              name! string
              uid! string
            """;
    }
}
