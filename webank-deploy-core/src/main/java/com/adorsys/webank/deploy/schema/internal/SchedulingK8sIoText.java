package com.adorsys.webank.deploy.schema.internal;

/** {@code scheduling.k8s.io}. Made by SchemaTool. */
final class SchedulingK8sIoText {
    private SchedulingK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 PriorityClass cluster
            kind v1alpha1 Workload namespaced since=1.35 until=1.35
            kind v1alpha2 PodGroup namespaced since=1.36 until=1.36
            kind v1alpha2 Workload namespaced since=1.36 until=1.36
            kind v1alpha3 CompositePodGroup namespaced since=1.37
            kind v1alpha3 PodGroup namespaced since=1.37
            kind v1alpha3 Workload namespaced since=1.37
            kind v1beta1 PodGroup namespaced since=1.37 deprecated=1.40 removed=1.43
            kind v1beta1 Workload namespaced since=1.37 deprecated=1.40 removed=1.43
            gone v1beta1 PriorityClass deprecated=1.14 removed=1.22 use=scheduling.k8s.io/v1.PriorityClass
            v1.PriorityClass
              apiVersion string
              description string
              globalDefault bool
              kind string
              metadata meta/v1.ObjectMeta
              preemptionPolicy string enum=Never|PreemptLowerPriority
              value int32 required-until=1.35
            v1alpha1.BasicSchedulingPolicy since=1.35 until=1.35
            v1alpha1.GangSchedulingPolicy since=1.35 until=1.35
              minCount! int32
            v1alpha1.PodGroup since=1.35 until=1.35
              name! string
              policy! v1alpha1.PodGroupPolicy
            v1alpha1.PodGroupPolicy since=1.35 until=1.35
              basic v1alpha1.BasicSchedulingPolicy
              gang v1alpha1.GangSchedulingPolicy
            v1alpha1.TypedLocalObjectReference since=1.35 until=1.35
              apiGroup string
              kind! string
              name! string
            v1alpha1.Workload since=1.35 until=1.35
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.WorkloadSpec
            v1alpha1.WorkloadSpec since=1.35 until=1.35
              controllerRef v1alpha1.TypedLocalObjectReference
              podGroups! []v1alpha1.PodGroup keys=name
            v1alpha2.BasicSchedulingPolicy since=1.36 until=1.36
            v1alpha2.GangSchedulingPolicy since=1.36 until=1.36
              minCount! int32
            v1alpha2.PodGroup since=1.36 until=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha2.PodGroupSpec
              status v1alpha2.PodGroupStatus
            v1alpha2.PodGroupResourceClaim since=1.36 until=1.36
              name! string
              resourceClaimName string
              resourceClaimTemplateName string
            v1alpha2.PodGroupResourceClaimStatus since=1.36 until=1.36
              name! string
              resourceClaimName string
            v1alpha2.PodGroupSchedulingConstraints since=1.36 until=1.36
              topology []v1alpha2.TopologyConstraint
            v1alpha2.PodGroupSchedulingPolicy since=1.36 until=1.36
              basic v1alpha2.BasicSchedulingPolicy
              gang v1alpha2.GangSchedulingPolicy
            v1alpha2.PodGroupSpec since=1.36 until=1.36
              disruptionMode string enum=Pod|PodGroup default="Pod"
              podGroupTemplateRef v1alpha2.PodGroupTemplateReference
              priority int32
              priorityClassName string
              resourceClaims []v1alpha2.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1alpha2.PodGroupSchedulingConstraints
              schedulingPolicy! v1alpha2.PodGroupSchedulingPolicy
            v1alpha2.PodGroupStatus since=1.36 until=1.36
              conditions []meta/v1.Condition keys=type merge=type
              resourceClaimStatuses []v1alpha2.PodGroupResourceClaimStatus keys=name merge=name
            v1alpha2.PodGroupTemplate since=1.36 until=1.36
              disruptionMode string enum=Pod|PodGroup
              name! string
              priority int32
              priorityClassName string
              resourceClaims []v1alpha2.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1alpha2.PodGroupSchedulingConstraints
              schedulingPolicy! v1alpha2.PodGroupSchedulingPolicy
            v1alpha2.PodGroupTemplateReference since=1.36 until=1.36
              workload v1alpha2.WorkloadPodGroupTemplateReference
            v1alpha2.TopologyConstraint since=1.36 until=1.36
              key! string
            v1alpha2.TypedLocalObjectReference since=1.36 until=1.36
              apiGroup string
              kind! string
              name! string
            v1alpha2.Workload since=1.36 until=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha2.WorkloadSpec
            v1alpha2.WorkloadPodGroupTemplateReference since=1.36 until=1.36
              podGroupTemplateName! string
              workloadName! string
            v1alpha2.WorkloadSpec since=1.36 until=1.36
              controllerRef v1alpha2.TypedLocalObjectReference
              podGroupTemplates! []v1alpha2.PodGroupTemplate keys=name
            v1alpha3.AllCompositeDisruptionMode since=1.37
            v1alpha3.AllDisruptionMode since=1.37
            v1alpha3.BasicSchedulingPolicy since=1.37
            v1alpha3.CompositeBasicSchedulingPolicy since=1.37
            v1alpha3.CompositeDisruptionMode since=1.37
              all v1alpha3.AllCompositeDisruptionMode
              single v1alpha3.SingleCompositeDisruptionMode
            v1alpha3.CompositeGangSchedulingPolicy since=1.37
              minGroupCount! int32
            v1alpha3.CompositePodGroup since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.CompositePodGroupSpec
              status v1alpha3.CompositePodGroupStatus
            v1alpha3.CompositePodGroupSchedulingConstraints since=1.37
              topology []v1alpha3.TopologyConstraint
            v1alpha3.CompositePodGroupSchedulingPolicy since=1.37
              basic v1alpha3.CompositeBasicSchedulingPolicy
              gang v1alpha3.CompositeGangSchedulingPolicy
            v1alpha3.CompositePodGroupSpec since=1.37
              disruptionMode v1alpha3.CompositeDisruptionMode default={"single":{}}
              parentCompositePodGroupName string
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              schedulingConstraints v1alpha3.CompositePodGroupSchedulingConstraints
              schedulingPolicy! v1alpha3.CompositePodGroupSchedulingPolicy
              workloadRef! v1alpha3.WorkloadReference
            v1alpha3.CompositePodGroupStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
            v1alpha3.CompositePodGroupTemplate since=1.37
              compositePodGroupTemplates []v1alpha3.CompositePodGroupTemplate keys=name
              disruptionMode v1alpha3.CompositeDisruptionMode
              name! string
              podGroupTemplates []v1alpha3.PodGroupTemplate keys=name
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              schedulingConstraints v1alpha3.CompositePodGroupSchedulingConstraints
              schedulingPolicy! v1alpha3.CompositePodGroupSchedulingPolicy
            v1alpha3.DisruptionMode since=1.37
              all v1alpha3.AllDisruptionMode
              single v1alpha3.SingleDisruptionMode
            v1alpha3.GangSchedulingPolicy since=1.37
              minCount! int32
            v1alpha3.PodGroup since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.PodGroupSpec
              status v1alpha3.PodGroupStatus
            v1alpha3.PodGroupResourceClaim since=1.37
              name! string
              resourceClaimName string
              resourceClaimTemplateName string
            v1alpha3.PodGroupResourceClaimStatus since=1.37
              name! string
              resourceClaimName string
            v1alpha3.PodGroupSchedulingConstraints since=1.37
              topology []v1alpha3.TopologyConstraint
            v1alpha3.PodGroupSchedulingPolicy since=1.37
              basic v1alpha3.BasicSchedulingPolicy
              gang v1alpha3.GangSchedulingPolicy
            v1alpha3.PodGroupSpec since=1.37
              disruptionMode v1alpha3.DisruptionMode default={"single":{}}
              parentCompositePodGroupName string
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              resourceClaims []v1alpha3.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1alpha3.PodGroupSchedulingConstraints
              schedulingPolicy! v1alpha3.PodGroupSchedulingPolicy
              workloadRef v1alpha3.WorkloadReference
            v1alpha3.PodGroupStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
              resourceClaimStatuses []v1alpha3.PodGroupResourceClaimStatus keys=name merge=name
            v1alpha3.PodGroupTemplate since=1.37
              disruptionMode v1alpha3.DisruptionMode
              name! string
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              resourceClaims []v1alpha3.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1alpha3.PodGroupSchedulingConstraints
              schedulingPolicy! v1alpha3.PodGroupSchedulingPolicy
            v1alpha3.SingleCompositeDisruptionMode since=1.37
            v1alpha3.SingleDisruptionMode since=1.37
            v1alpha3.TopologyConstraint since=1.37
              key! string
            v1alpha3.TypedLocalObjectReference since=1.37
              apiGroup string
              kind! string
              name! string
            v1alpha3.Workload since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.WorkloadSpec
            v1alpha3.WorkloadPodGroupAllDisruptionMode since=1.37
            v1alpha3.WorkloadPodGroupBasicSchedulingPolicy since=1.37
            v1alpha3.WorkloadPodGroupDisruptionMode since=1.37
              all v1alpha3.WorkloadPodGroupAllDisruptionMode
              single v1alpha3.WorkloadPodGroupSingleDisruptionMode
            v1alpha3.WorkloadPodGroupGangSchedulingPolicy since=1.37
              minCount int32
            v1alpha3.WorkloadPodGroupResourceClaim since=1.37
              name! string
              resourceClaimName string
              resourceClaimTemplateName string
            v1alpha3.WorkloadPodGroupSchedulingConstraints since=1.37
              topology []v1alpha3.TopologyConstraint
            v1alpha3.WorkloadPodGroupSchedulingPolicy since=1.37
              basic v1alpha3.WorkloadPodGroupBasicSchedulingPolicy
              gang v1alpha3.WorkloadPodGroupGangSchedulingPolicy
            v1alpha3.WorkloadPodGroupSingleDisruptionMode since=1.37
            v1alpha3.WorkloadReference since=1.37
              templateName! string
              workloadName! string
            v1alpha3.WorkloadSpec since=1.37
              compositePodGroupTemplates []v1alpha3.CompositePodGroupTemplate keys=name
              controllerRef v1alpha3.TypedLocalObjectReference
              podGroupTemplates []v1alpha3.PodGroupTemplate keys=name
            v1beta1.AllCompositeDisruptionMode since=1.37
            v1beta1.AllDisruptionMode since=1.37
            v1beta1.BasicSchedulingPolicy since=1.37
            v1beta1.CompositeBasicSchedulingPolicy since=1.37
            v1beta1.CompositeDisruptionMode since=1.37
              all v1beta1.AllCompositeDisruptionMode
              single v1beta1.SingleCompositeDisruptionMode
            v1beta1.CompositeGangSchedulingPolicy since=1.37
              minGroupCount! int32
            v1beta1.CompositePodGroupSchedulingConstraints since=1.37
              topology []v1beta1.TopologyConstraint
            v1beta1.CompositePodGroupSchedulingPolicy since=1.37
              basic v1beta1.CompositeBasicSchedulingPolicy
              gang v1beta1.CompositeGangSchedulingPolicy
            v1beta1.CompositePodGroupTemplate since=1.37
              compositePodGroupTemplates []v1beta1.CompositePodGroupTemplate keys=name
              disruptionMode v1beta1.CompositeDisruptionMode
              name! string
              podGroupTemplates []v1beta1.PodGroupTemplate keys=name
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              schedulingConstraints v1beta1.CompositePodGroupSchedulingConstraints
              schedulingPolicy! v1beta1.CompositePodGroupSchedulingPolicy
            v1beta1.DisruptionMode since=1.37
              all v1beta1.AllDisruptionMode
              single v1beta1.SingleDisruptionMode
            v1beta1.GangSchedulingPolicy since=1.37
              minCount! int32
            v1beta1.PodGroup since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta1.PodGroupSpec
              status v1beta1.PodGroupStatus
            v1beta1.PodGroupResourceClaim since=1.37
              name! string
              resourceClaimName string
              resourceClaimTemplateName string
            v1beta1.PodGroupResourceClaimStatus since=1.37
              name! string
              resourceClaimName string
            v1beta1.PodGroupSchedulingConstraints since=1.37
              topology []v1beta1.TopologyConstraint
            v1beta1.PodGroupSchedulingPolicy since=1.37
              basic v1beta1.BasicSchedulingPolicy
              gang v1beta1.GangSchedulingPolicy
            v1beta1.PodGroupSpec since=1.37
              disruptionMode v1beta1.DisruptionMode default={"single":{}}
              parentCompositePodGroupName string
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              resourceClaims []v1beta1.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1beta1.PodGroupSchedulingConstraints
              schedulingPolicy! v1beta1.PodGroupSchedulingPolicy
              workloadRef v1beta1.WorkloadReference
            v1beta1.PodGroupStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
              resourceClaimStatuses []v1beta1.PodGroupResourceClaimStatus keys=name merge=name
            v1beta1.PodGroupTemplate since=1.37
              disruptionMode v1beta1.DisruptionMode
              name! string
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              resourceClaims []v1beta1.PodGroupResourceClaim keys=name merge=name
              schedulingConstraints v1beta1.PodGroupSchedulingConstraints
              schedulingPolicy! v1beta1.PodGroupSchedulingPolicy
            v1beta1.SingleCompositeDisruptionMode since=1.37
            v1beta1.SingleDisruptionMode since=1.37
            v1beta1.TopologyConstraint since=1.37
              key! string
            v1beta1.TypedLocalObjectReference since=1.37
              apiGroup string
              kind! string
              name! string
            v1beta1.Workload since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta1.WorkloadSpec
            v1beta1.WorkloadReference since=1.37
              templateName! string
              workloadName! string
            v1beta1.WorkloadSpec since=1.37
              compositePodGroupTemplates []v1beta1.CompositePodGroupTemplate keys=name
              controllerRef v1beta1.TypedLocalObjectReference
              podGroupTemplates []v1beta1.PodGroupTemplate keys=name
            """;
    }
}
