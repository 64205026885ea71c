package com.adorsys.webank.deploy.schema.internal;

/** {@code flowcontrol.apiserver.k8s.io}. Made by SchemaTool. */
final class FlowcontrolApiserverK8sIoText {
    private FlowcontrolApiserverK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 FlowSchema cluster
            kind v1 PriorityLevelConfiguration cluster
            gone v1alpha1 FlowSchema deprecated=1.20 removed=1.21 use=flowcontrol.apiserver.k8s.io/v1.FlowSchema
            gone v1alpha1 PriorityLevelConfiguration deprecated=1.20 removed=1.21 use=flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration
            gone v1beta1 FlowSchema deprecated=1.23 removed=1.26 use=flowcontrol.apiserver.k8s.io/v1.FlowSchema
            gone v1beta1 PriorityLevelConfiguration deprecated=1.23 removed=1.26 use=flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration
            gone v1beta2 FlowSchema deprecated=1.26 removed=1.29 use=flowcontrol.apiserver.k8s.io/v1.FlowSchema
            gone v1beta2 PriorityLevelConfiguration deprecated=1.26 removed=1.29 use=flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration
            gone v1beta3 FlowSchema deprecated=1.29 removed=1.32 use=flowcontrol.apiserver.k8s.io/v1.FlowSchema
            gone v1beta3 PriorityLevelConfiguration deprecated=1.29 removed=1.32 use=flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration
            v1.ExemptPriorityLevelConfiguration
              lendablePercent int32
              nominalConcurrencyShares int32
            v1.FlowDistinguisherMethod
              type! string
            v1.FlowSchema
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.FlowSchemaSpec required-since=1.37
              status v1.FlowSchemaStatus
            v1.FlowSchemaCondition
              lastTransitionTime time
              message string
              reason string
              status string
              type string required-since=1.37
            v1.FlowSchemaSpec
              distinguisherMethod v1.FlowDistinguisherMethod
              matchingPrecedence int32
              priorityLevelConfiguration! v1.PriorityLevelConfigurationReference
              rules []v1.PolicyRulesWithSubjects
            v1.FlowSchemaStatus
              conditions []v1.FlowSchemaCondition keys=type merge=type
            v1.GroupSubject
              name! string
            v1.LimitResponse
              queuing v1.QueuingConfiguration
              type! string
            v1.LimitedPriorityLevelConfiguration
              borrowingLimitPercent int32
              lendablePercent int32
              limitResponse v1.LimitResponse required-since=1.37
              nominalConcurrencyShares int32
            v1.NonResourcePolicyRule
              nonResourceURLs! []string set
              verbs! []string set
            v1.PolicyRulesWithSubjects
              nonResourceRules []v1.NonResourcePolicyRule
              resourceRules []v1.ResourcePolicyRule
              subjects! []v1.Subject
            v1.PriorityLevelConfiguration
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.PriorityLevelConfigurationSpec required-since=1.37
              status v1.PriorityLevelConfigurationStatus
            v1.PriorityLevelConfigurationCondition
              lastTransitionTime time
              message string
              reason string
              status string
              type string required-since=1.37
            v1.PriorityLevelConfigurationReference
              name! string
            v1.PriorityLevelConfigurationSpec
              exempt v1.ExemptPriorityLevelConfiguration
              limited v1.LimitedPriorityLevelConfiguration
              type! string
            v1.PriorityLevelConfigurationStatus
              conditions []v1.PriorityLevelConfigurationCondition keys=type merge=type
            v1.QueuingConfiguration
              handSize int32
              queueLengthLimit int32
              queues int32
            v1.ResourcePolicyRule
              apiGroups! []string set
              clusterScope bool
              namespaces []string set
              resources! []string set
              verbs! []string set
            v1.ServiceAccountSubject
              name! string
              namespace! string
            v1.Subject
              group v1.GroupSubject
              kind! string
              serviceAccount v1.ServiceAccountSubject
              user v1.UserSubject
            v1.UserSubject
              name! string
            """;
    }
}
