package com.adorsys.webank.deploy.schema.internal;

/** {@code resource.k8s.io}. Made by SchemaTool. */
final class ResourceK8sIoText {
    private ResourceK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 DeviceClass cluster since=1.34
            kind v1 DeviceTaintRule cluster since=1.37
            kind v1 ResourceClaim namespaced since=1.34
            kind v1 ResourceClaimTemplate namespaced since=1.34
            kind v1 ResourceSlice cluster since=1.34
            kind v1alpha3 DeviceClass cluster until=1.33 deprecated=1.34 removed=1.37 use=resource.k8s.io/v1beta1.DeviceClass
            kind v1alpha3 DeviceTaintRule cluster since=1.33 deprecated=1.36 removed=1.39
            kind v1alpha3 ResourceClaim namespaced until=1.33 deprecated=1.34 removed=1.37 use=resource.k8s.io/v1beta1.ResourceClaim
            kind v1alpha3 ResourceClaimTemplate namespaced until=1.33 deprecated=1.34 removed=1.37 use=resource.k8s.io/v1beta1.ResourceClaimTemplate
            kind v1alpha3 ResourcePoolStatusRequest cluster since=1.36 deprecated=1.39 removed=1.42
            kind v1alpha3 ResourceSlice cluster until=1.33 deprecated=1.34 removed=1.37 use=resource.k8s.io/v1beta1.ResourceSlice
            kind v1beta1 DeviceClass cluster deprecated=1.35 removed=1.38
            kind v1beta1 ResourceClaim namespaced deprecated=1.35 removed=1.38
            kind v1beta1 ResourceClaimTemplate namespaced deprecated=1.35 removed=1.38
            kind v1beta1 ResourceSlice cluster deprecated=1.35 removed=1.38
            kind v1beta2 DeviceClass cluster since=1.33 deprecated=1.36 removed=1.39
            kind v1beta2 DeviceTaintRule cluster since=1.36 deprecated=1.39 removed=1.42
            kind v1beta2 ResourceClaim namespaced since=1.33 deprecated=1.36 removed=1.39
            kind v1beta2 ResourceClaimTemplate namespaced since=1.33 deprecated=1.36 removed=1.39
            kind v1beta2 ResourceSlice cluster since=1.33 deprecated=1.36 removed=1.39
            v1.AllocatedDeviceStatus since=1.34
              conditions []meta/v1.Condition keys=type
              data any
              device! string
              driver! string
              networkData v1.NetworkDeviceData
              pool! string
              shareID string
            v1.AllocationResult since=1.34
              allocationTimestamp time
              devices v1.DeviceAllocationResult
              nodeSelector core/v1.NodeSelector
            v1.CELDeviceSelector since=1.34
              expression! string
            v1.CapacityRequestPolicy since=1.34
              default quantity
              validRange v1.CapacityRequestPolicyRange
              validValues []quantity
            v1.CapacityRequestPolicyRange since=1.34
              max quantity
              min! quantity
              step quantity
            v1.CapacityRequirements since=1.34
              requests {}quantity
            v1.Counter since=1.34
              value! quantity
            v1.CounterSet since=1.34
              counters! {}v1.Counter
              name! string
            v1.Device since=1.34
              allNodes bool
              allowMultipleAllocations bool
              attributes {}v1.DeviceAttribute
              bindingConditions []string
              bindingFailureConditions []string
              bindsToNode bool
              capacity {}v1.DeviceCapacity
              consumesCounters []v1.DeviceCounterConsumption
              name! string
              nodeAllocatableResourceMappings {}v1.NodeAllocatableResourceMapping since=1.36 until=1.36
              nodeAllocatableResources {}v1.NodeAllocatableResource since=1.37
              nodeName string
              nodeSelector core/v1.NodeSelector
              taints []v1.DeviceTaint
            v1.DeviceAllocationConfiguration since=1.34
              opaque v1.OpaqueDeviceConfiguration
              requests []string
              source! string enum=FromClaim|FromClass
            v1.DeviceAllocationResult since=1.34
              config []v1.DeviceAllocationConfiguration
              results []v1.DeviceRequestAllocationResult
            v1.DeviceAttribute since=1.34
              bool bool
              bools []bool since=1.36
              int int64
              ints []int64 since=1.36
              string string
              strings []string since=1.36
              version string
              versions []string since=1.36
            v1.DeviceCapacity since=1.34
              requestPolicy v1.CapacityRequestPolicy
              value! quantity
            v1.DeviceClaim since=1.34
              config []v1.DeviceClaimConfiguration
              constraints []v1.DeviceConstraint
              requests []v1.DeviceRequest
            v1.DeviceClaimConfiguration since=1.34
              opaque v1.OpaqueDeviceConfiguration
              requests []string
            v1.DeviceClass since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.DeviceClassSpec required-until=1.36
            v1.DeviceClassConfiguration since=1.34
              opaque v1.OpaqueDeviceConfiguration
            v1.DeviceClassSpec since=1.34
              config []v1.DeviceClassConfiguration
              extendedResourceName string
              selectors []v1.DeviceSelector
            v1.DeviceConstraint since=1.34
              distinctAttribute string
              matchAttribute string
              requests []string
            v1.DeviceCounterConsumption since=1.34
              compatibilityGroups []string since=1.37
              counterSet! string
              counters! {}v1.Counter
            v1.DeviceDerivedAttribute since=1.37
              expression! string
              name! string
            v1.DeviceRequest since=1.34
              exactly v1.ExactDeviceRequest
              firstAvailable []v1.DeviceSubRequest
              name! string
            v1.DeviceRequestAllocationResult since=1.34
              adminAccess bool
              bindingConditions []string
              bindingFailureConditions []string
              consumedCapacity {}quantity
              device! string
              driver! string
              pool! string
              request! string
              shareID string
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
              tolerations []v1.DeviceToleration
            v1.DeviceSelector since=1.34
              cel v1.CELDeviceSelector
            v1.DeviceSubRequest since=1.34
              allocationMode string enum=All|ExactCount
              capacity v1.CapacityRequirements
              count int64
              derivedAttributes []v1.DeviceDerivedAttribute since=1.37
              deviceClassName! string
              name! string
              selectors []v1.DeviceSelector
              tolerations []v1.DeviceToleration
            v1.DeviceTaint since=1.34
              effect! string enum=NoExecute|NoSchedule|None(since=1.35)
              key! string
              timeAdded time
              value string
            v1.DeviceTaintRule since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.DeviceTaintRuleSpec
              status v1.DeviceTaintRuleStatus
            v1.DeviceTaintRuleSpec since=1.37
              deviceSelector v1.DeviceTaintSelector
              taint! v1.DeviceTaint
            v1.DeviceTaintRuleStatus since=1.37
              conditions []meta/v1.Condition keys=type merge=type
            v1.DeviceTaintSelector since=1.37
              device string
              driver string
              pool string
            v1.DeviceToleration since=1.34
              effect string enum=NoExecute|NoSchedule|None(since=1.35)
              key string
              operator string enum=Equal|Exists default="Equal"
              tolerationSeconds int64
              value string
            v1.ExactDeviceRequest since=1.34
              adminAccess bool
              allocationMode string enum=All|ExactCount
              capacity v1.CapacityRequirements
              count int64
              derivedAttributes []v1.DeviceDerivedAttribute since=1.37
              deviceClassName! string
              selectors []v1.DeviceSelector
              tolerations []v1.DeviceToleration
            v1.NetworkDeviceData since=1.34
              hardwareAddress string
              interfaceName string
              ips []string
            v1.NodeAllocatableMapping since=1.37
              capacityKey string
              capacityMultiplier quantity
              deviceMultiplier quantity
            v1.NodeAllocatableOverhead since=1.37
              perContainer quantity
              perPod quantity
            v1.NodeAllocatableResource since=1.37
              mapping v1.NodeAllocatableMapping
              overhead v1.NodeAllocatableOverhead
            v1.NodeAllocatableResourceMapping since=1.36 until=1.36
              allocationMultiplier quantity
              capacityKey string
            v1.OpaqueDeviceConfiguration since=1.34
              driver! string
              parameters! any
            v1.ResourceClaim since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ResourceClaimSpec required-until=1.36
              status v1.ResourceClaimStatus
            v1.ResourceClaimConsumerReference since=1.34
              apiGroup string
              name! string
              resource! string
              uid! string
            v1.ResourceClaimSpec since=1.34
              devices v1.DeviceClaim
            v1.ResourceClaimStatus since=1.34
              allocation v1.AllocationResult
              devices []v1.AllocatedDeviceStatus keys=driver,device,pool,shareID
              reservedFor []v1.ResourceClaimConsumerReference keys=uid merge=uid
            v1.ResourceClaimTemplate since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ResourceClaimTemplateSpec required-until=1.36
            v1.ResourceClaimTemplateSpec since=1.34
              metadata meta/v1.ObjectMeta
              spec v1.ResourceClaimSpec required-until=1.36
            v1.ResourcePool since=1.34
              generation! int64
              name! string
              resourceSliceCount! int64
            v1.ResourceSlice since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.ResourceSliceSpec
            v1.ResourceSliceSpec since=1.34
              allNodes bool
              devices []v1.Device
              driver! string
              nodeName string
              nodeSelector core/v1.NodeSelector
              partitionTypeAttribute string since=1.37
              perDeviceNodeSelection bool
              pool! v1.ResourcePool
              sharedCounters []v1.CounterSet
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
            v1alpha3.AllocatedDeviceStatus until=1.33
              conditions []meta/v1.Condition keys=type
              data any
              device! string
              driver! string
              networkData v1alpha3.NetworkDeviceData
              pool! string
            v1alpha3.AllocationResult until=1.33
              devices v1alpha3.DeviceAllocationResult
              nodeSelector core/v1.NodeSelector
            v1alpha3.BasicDevice until=1.33
              allNodes bool since=1.33
              attributes {}v1alpha3.DeviceAttribute
              capacity {}quantity
              consumesCounters []v1alpha3.DeviceCounterConsumption since=1.33
              nodeName string since=1.33
              nodeSelector core/v1.NodeSelector since=1.33
              taints []v1alpha3.DeviceTaint since=1.33
            v1alpha3.CELDeviceSelector until=1.34
              expression! string
            v1alpha3.Counter since=1.33 until=1.33
              value! quantity
            v1alpha3.CounterSet since=1.33 until=1.33
              counters! {}v1alpha3.Counter
              name! string
            v1alpha3.Device until=1.33
              basic v1alpha3.BasicDevice
              name! string
            v1alpha3.DeviceAllocationConfiguration until=1.33
              opaque v1alpha3.OpaqueDeviceConfiguration
              requests []string
              source! string
            v1alpha3.DeviceAllocationResult until=1.33
              config []v1alpha3.DeviceAllocationConfiguration
              results []v1alpha3.DeviceRequestAllocationResult
            v1alpha3.DeviceAttribute until=1.33
              bool bool
              int int64
              string string
              version string
            v1alpha3.DeviceClaim until=1.33
              config []v1alpha3.DeviceClaimConfiguration
              constraints []v1alpha3.DeviceConstraint
              requests []v1alpha3.DeviceRequest
            v1alpha3.DeviceClaimConfiguration until=1.33
              opaque v1alpha3.OpaqueDeviceConfiguration
              requests []string
            v1alpha3.DeviceClass until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.DeviceClassSpec
            v1alpha3.DeviceClassConfiguration until=1.33
              opaque v1alpha3.OpaqueDeviceConfiguration
            v1alpha3.DeviceClassSpec until=1.33
              config []v1alpha3.DeviceClassConfiguration
              selectors []v1alpha3.DeviceSelector
            v1alpha3.DeviceConstraint until=1.33
              matchAttribute string
              requests []string
            v1alpha3.DeviceCounterConsumption since=1.33 until=1.33
              counterSet! string
              counters! {}v1alpha3.Counter
            v1alpha3.DeviceRequest until=1.33
              adminAccess bool
              allocationMode string
              count int64
              deviceClassName string required-until=1.32
              firstAvailable []v1alpha3.DeviceSubRequest since=1.33
              name! string
              selectors []v1alpha3.DeviceSelector
              tolerations []v1alpha3.DeviceToleration since=1.33
            v1alpha3.DeviceRequestAllocationResult until=1.33
              adminAccess bool
              device! string
              driver! string
              pool! string
              request! string
              tolerations []v1alpha3.DeviceToleration since=1.33
            v1alpha3.DeviceSelector until=1.34
              cel v1alpha3.CELDeviceSelector
            v1alpha3.DeviceSubRequest since=1.33 until=1.33
              allocationMode string
              count int64
              deviceClassName! string
              name! string
              selectors []v1alpha3.DeviceSelector
              tolerations []v1alpha3.DeviceToleration
            v1alpha3.DeviceTaint since=1.33
              effect! string enum=NoExecute|NoSchedule|None(since=1.35)
              key! string
              timeAdded time
              value string
            v1alpha3.DeviceTaintRule since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.DeviceTaintRuleSpec
              status v1alpha3.DeviceTaintRuleStatus since=1.35
            v1alpha3.DeviceTaintRuleSpec since=1.33
              deviceSelector v1alpha3.DeviceTaintSelector
              taint! v1alpha3.DeviceTaint
            v1alpha3.DeviceTaintRuleStatus since=1.35
              conditions []meta/v1.Condition keys=type merge=type
            v1alpha3.DeviceTaintSelector since=1.33
              device string
              deviceClassName string until=1.34
              driver string
              pool string
              selectors []v1alpha3.DeviceSelector until=1.34
            v1alpha3.DeviceToleration since=1.33 until=1.33
              effect string enum=NoExecute|NoSchedule
              key string
              operator string enum=Equal|Exists default="Equal"
              tolerationSeconds int64
              value string
            v1alpha3.NetworkDeviceData until=1.33
              hardwareAddress string
              interfaceName string
              ips []string
            v1alpha3.OpaqueDeviceConfiguration until=1.33
              driver! string
              parameters! any
            v1alpha3.PartitionTypeStatus since=1.37
              allocatable! int32
              attribute! string
              total! int32
              type! string
            v1alpha3.PoolStatus since=1.36
              allocatedDevices int32
              availableDevices int32
              driver! string
              generation! int64
              nodeName string
              partitionSummary []v1alpha3.PartitionTypeStatus since=1.37
              poolName! string
              resourceSliceCount int32
              shareableSummary v1alpha3.ShareableSummaryStatus since=1.37
              totalDevices int32
              unavailableDevices int32
              validationError string
            v1alpha3.ResourceClaim until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.ResourceClaimSpec
              status v1alpha3.ResourceClaimStatus
            v1alpha3.ResourceClaimConsumerReference until=1.33
              apiGroup string
              name! string
              resource! string
              uid! string
            v1alpha3.ResourceClaimSpec until=1.33
              devices v1alpha3.DeviceClaim
            v1alpha3.ResourceClaimStatus until=1.33
              allocation v1alpha3.AllocationResult
              devices []v1alpha3.AllocatedDeviceStatus keys=driver,device,pool
              reservedFor []v1alpha3.ResourceClaimConsumerReference keys=uid merge=uid
            v1alpha3.ResourceClaimTemplate until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.ResourceClaimTemplateSpec
            v1alpha3.ResourceClaimTemplateSpec until=1.33
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.ResourceClaimSpec
            v1alpha3.ResourcePool until=1.33
              generation! int64
              name! string
              resourceSliceCount! int64
            v1alpha3.ResourcePoolStatusRequest since=1.36
              apiVersion string
              kind string
              metadata! meta/v1.ObjectMeta
              spec! v1alpha3.ResourcePoolStatusRequestSpec
              status v1alpha3.ResourcePoolStatusRequestStatus
            v1alpha3.ResourcePoolStatusRequestSpec since=1.36
              defaultPartitionTypeAttribute string since=1.37
              driver! string
              limit int32 default=100
              poolName string
            v1alpha3.ResourcePoolStatusRequestStatus since=1.36
              conditions []meta/v1.Condition keys=type merge=type
              poolCount! int32
              pools []v1alpha3.PoolStatus
            v1alpha3.ResourceSlice until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha3.ResourceSliceSpec
            v1alpha3.ResourceSliceSpec until=1.33
              allNodes bool
              devices []v1alpha3.Device
              driver! string
              nodeName string
              nodeSelector core/v1.NodeSelector
              perDeviceNodeSelection bool since=1.33
              pool! v1alpha3.ResourcePool
              sharedCounters []v1alpha3.CounterSet since=1.33
            v1alpha3.ShareableCapacityStatus since=1.37
              available! quantity
              consumed! quantity
              name! string
              total! quantity
            v1alpha3.ShareableSummaryStatus since=1.37
              capacity []v1alpha3.ShareableCapacityStatus
              fullyAvailableDevices! int32
              partiallyAvailableDevices! int32
            v1beta1.AllocatedDeviceStatus
              conditions []meta/v1.Condition keys=type
              data any
              device! string
              driver! string
              networkData v1beta1.NetworkDeviceData
              pool! string
              shareID string since=1.34
            v1beta1.AllocationResult
              allocationTimestamp time since=1.34
              devices v1beta1.DeviceAllocationResult
              nodeSelector core/v1.NodeSelector
            v1beta1.BasicDevice
              allNodes bool since=1.33
              allowMultipleAllocations bool since=1.34
              attributes {}v1beta1.DeviceAttribute
              bindingConditions []string since=1.34
              bindingFailureConditions []string since=1.34
              bindsToNode bool since=1.34
              capacity {}v1beta1.DeviceCapacity
              consumesCounters []v1beta1.DeviceCounterConsumption since=1.33
              nodeAllocatableResourceMappings {}v1beta1.NodeAllocatableResourceMapping since=1.36 until=1.36
              nodeAllocatableResources {}v1beta1.NodeAllocatableResource since=1.37
              nodeName string since=1.33
              nodeSelector core/v1.NodeSelector since=1.33
              taints []v1beta1.DeviceTaint since=1.33
            v1beta1.CELDeviceSelector
              expression! string
            v1beta1.CapacityRequestPolicy since=1.34
              default quantity
              validRange v1beta1.CapacityRequestPolicyRange
              validValues []quantity
            v1beta1.CapacityRequestPolicyRange since=1.34
              max quantity
              min! quantity
              step quantity
            v1beta1.CapacityRequirements since=1.34
              requests {}quantity
            v1beta1.Counter since=1.33
              value! quantity
            v1beta1.CounterSet since=1.33
              counters! {}v1beta1.Counter
              name! string
            v1beta1.Device
              basic v1beta1.BasicDevice
              name! string
            v1beta1.DeviceAllocationConfiguration
              opaque v1beta1.OpaqueDeviceConfiguration
              requests []string
              source! string enum=FromClaim|FromClass
            v1beta1.DeviceAllocationResult
              config []v1beta1.DeviceAllocationConfiguration
              results []v1beta1.DeviceRequestAllocationResult
            v1beta1.DeviceAttribute
              bool bool
              bools []bool since=1.36
              int int64
              ints []int64 since=1.36
              string string
              strings []string since=1.36
              version string
              versions []string since=1.36
            v1beta1.DeviceCapacity
              requestPolicy v1beta1.CapacityRequestPolicy since=1.34
              value! quantity
            v1beta1.DeviceClaim
              config []v1beta1.DeviceClaimConfiguration
              constraints []v1beta1.DeviceConstraint
              requests []v1beta1.DeviceRequest
            v1beta1.DeviceClaimConfiguration
              opaque v1beta1.OpaqueDeviceConfiguration
              requests []string
            v1beta1.DeviceClass
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.DeviceClassSpec required-until=1.36
            v1beta1.DeviceClassConfiguration
              opaque v1beta1.OpaqueDeviceConfiguration
            v1beta1.DeviceClassSpec
              config []v1beta1.DeviceClassConfiguration
              extendedResourceName string since=1.34
              selectors []v1beta1.DeviceSelector
            v1beta1.DeviceConstraint
              distinctAttribute string since=1.34
              matchAttribute string
              requests []string
            v1beta1.DeviceCounterConsumption since=1.33
              compatibilityGroups []string since=1.37
              counterSet! string
              counters! {}v1beta1.Counter
            v1beta1.DeviceDerivedAttribute since=1.37
              expression! string
              name! string
            v1beta1.DeviceRequest
              adminAccess bool
              allocationMode string enum=All|ExactCount
              capacity v1beta1.CapacityRequirements since=1.34
              count int64
              derivedAttributes []v1beta1.DeviceDerivedAttribute since=1.37
              deviceClassName string required-until=1.32
              firstAvailable []v1beta1.DeviceSubRequest since=1.33
              name! string
              selectors []v1beta1.DeviceSelector
              tolerations []v1beta1.DeviceToleration since=1.33
            v1beta1.DeviceRequestAllocationResult
              adminAccess bool
              bindingConditions []string since=1.34
              bindingFailureConditions []string since=1.34
              consumedCapacity {}quantity since=1.34
              device! string
              driver! string
              pool! string
              request! string
              shareID string since=1.34
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
              tolerations []v1beta1.DeviceToleration since=1.33
            v1beta1.DeviceSelector
              cel v1beta1.CELDeviceSelector
            v1beta1.DeviceSubRequest since=1.33
              allocationMode string enum=All|ExactCount
              capacity v1beta1.CapacityRequirements since=1.34
              count int64
              derivedAttributes []v1beta1.DeviceDerivedAttribute since=1.37
              deviceClassName! string
              name! string
              selectors []v1beta1.DeviceSelector
              tolerations []v1beta1.DeviceToleration
            v1beta1.DeviceTaint since=1.33
              effect! string enum=NoExecute|NoSchedule|None(since=1.35)
              key! string
              timeAdded time
              value string
            v1beta1.DeviceToleration since=1.33
              effect string enum=NoExecute|NoSchedule|None(since=1.35)
              key string
              operator string enum=Equal|Exists default="Equal"
              tolerationSeconds int64
              value string
            v1beta1.NetworkDeviceData
              hardwareAddress string
              interfaceName string
              ips []string
            v1beta1.NodeAllocatableMapping since=1.37
              capacityKey string
              capacityMultiplier quantity
              deviceMultiplier quantity
            v1beta1.NodeAllocatableOverhead since=1.37
              perContainer quantity
              perPod quantity
            v1beta1.NodeAllocatableResource since=1.37
              mapping v1beta1.NodeAllocatableMapping
              overhead v1beta1.NodeAllocatableOverhead
            v1beta1.NodeAllocatableResourceMapping since=1.36 until=1.36
              allocationMultiplier quantity
              capacityKey string
            v1beta1.OpaqueDeviceConfiguration
              driver! string
              parameters! any
            v1beta1.ResourceClaim
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.ResourceClaimSpec required-until=1.36
              status v1beta1.ResourceClaimStatus
            v1beta1.ResourceClaimConsumerReference
              apiGroup string
              name! string
              resource! string
              uid! string
            v1beta1.ResourceClaimSpec
              devices v1beta1.DeviceClaim
            v1beta1.ResourceClaimStatus
              allocation v1beta1.AllocationResult
              devices []v1beta1.AllocatedDeviceStatus keys=driver,device,pool,shareID
              reservedFor []v1beta1.ResourceClaimConsumerReference keys=uid merge=uid
            v1beta1.ResourceClaimTemplate
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.ResourceClaimTemplateSpec required-until=1.36
            v1beta1.ResourceClaimTemplateSpec
              metadata meta/v1.ObjectMeta
              spec v1beta1.ResourceClaimSpec required-until=1.36
            v1beta1.ResourcePool
              generation! int64
              name! string
              resourceSliceCount! int64
            v1beta1.ResourceSlice
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta1.ResourceSliceSpec
            v1beta1.ResourceSliceSpec
              allNodes bool
              devices []v1beta1.Device
              driver! string
              nodeName string
              nodeSelector core/v1.NodeSelector
              partitionTypeAttribute string since=1.37
              perDeviceNodeSelection bool since=1.33
              pool! v1beta1.ResourcePool
              sharedCounters []v1beta1.CounterSet since=1.33
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
            v1beta2.AllocatedDeviceStatus since=1.33
              conditions []meta/v1.Condition keys=type
              data any
              device! string
              driver! string
              networkData v1beta2.NetworkDeviceData
              pool! string
              shareID string since=1.34
            v1beta2.AllocationResult since=1.33
              allocationTimestamp time since=1.34
              devices v1beta2.DeviceAllocationResult
              nodeSelector core/v1.NodeSelector
            v1beta2.CELDeviceSelector since=1.33
              expression! string
            v1beta2.CapacityRequestPolicy since=1.34
              default quantity
              validRange v1beta2.CapacityRequestPolicyRange
              validValues []quantity
            v1beta2.CapacityRequestPolicyRange since=1.34
              max quantity
              min! quantity
              step quantity
            v1beta2.CapacityRequirements since=1.34
              requests {}quantity
            v1beta2.Counter since=1.33
              value! quantity
            v1beta2.CounterSet since=1.33
              counters! {}v1beta2.Counter
              name! string
            v1beta2.Device since=1.33
              allNodes bool
              allowMultipleAllocations bool since=1.34
              attributes {}v1beta2.DeviceAttribute
              bindingConditions []string since=1.34
              bindingFailureConditions []string since=1.34
              bindsToNode bool since=1.34
              capacity {}v1beta2.DeviceCapacity
              consumesCounters []v1beta2.DeviceCounterConsumption
              name! string
              nodeAllocatableResourceMappings {}v1beta2.NodeAllocatableResourceMapping since=1.36 until=1.36
              nodeAllocatableResources {}v1beta2.NodeAllocatableResource since=1.37
              nodeName string
              nodeSelector core/v1.NodeSelector
              taints []v1beta2.DeviceTaint
            v1beta2.DeviceAllocationConfiguration since=1.33
              opaque v1beta2.OpaqueDeviceConfiguration
              requests []string
              source! string enum=FromClaim|FromClass
            v1beta2.DeviceAllocationResult since=1.33
              config []v1beta2.DeviceAllocationConfiguration
              results []v1beta2.DeviceRequestAllocationResult
            v1beta2.DeviceAttribute since=1.33
              bool bool
              bools []bool since=1.36
              int int64
              ints []int64 since=1.36
              string string
              strings []string since=1.36
              version string
              versions []string since=1.36
            v1beta2.DeviceCapacity since=1.33
              requestPolicy v1beta2.CapacityRequestPolicy since=1.34
              value! quantity
            v1beta2.DeviceClaim since=1.33
              config []v1beta2.DeviceClaimConfiguration
              constraints []v1beta2.DeviceConstraint
              requests []v1beta2.DeviceRequest
            v1beta2.DeviceClaimConfiguration since=1.33
              opaque v1beta2.OpaqueDeviceConfiguration
              requests []string
            v1beta2.DeviceClass since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta2.DeviceClassSpec required-until=1.36
            v1beta2.DeviceClassConfiguration since=1.33
              opaque v1beta2.OpaqueDeviceConfiguration
            v1beta2.DeviceClassSpec since=1.33
              config []v1beta2.DeviceClassConfiguration
              extendedResourceName string since=1.34
              selectors []v1beta2.DeviceSelector
            v1beta2.DeviceConstraint since=1.33
              distinctAttribute string since=1.34
              matchAttribute string
              requests []string
            v1beta2.DeviceCounterConsumption since=1.33
              compatibilityGroups []string since=1.37
              counterSet! string
              counters! {}v1beta2.Counter
            v1beta2.DeviceDerivedAttribute since=1.37
              expression! string
              name! string
            v1beta2.DeviceRequest since=1.33
              exactly v1beta2.ExactDeviceRequest
              firstAvailable []v1beta2.DeviceSubRequest
              name! string
            v1beta2.DeviceRequestAllocationResult since=1.33
              adminAccess bool
              bindingConditions []string since=1.34
              bindingFailureConditions []string since=1.34
              consumedCapacity {}quantity since=1.34
              device! string
              driver! string
              pool! string
              request! string
              shareID string since=1.34
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
              tolerations []v1beta2.DeviceToleration
            v1beta2.DeviceSelector since=1.33
              cel v1beta2.CELDeviceSelector
            v1beta2.DeviceSubRequest since=1.33
              allocationMode string enum=All|ExactCount
              capacity v1beta2.CapacityRequirements since=1.34
              count int64
              derivedAttributes []v1beta2.DeviceDerivedAttribute since=1.37
              deviceClassName! string
              name! string
              selectors []v1beta2.DeviceSelector
              tolerations []v1beta2.DeviceToleration
            v1beta2.DeviceTaint since=1.33
              effect! string enum=NoExecute|NoSchedule|None(since=1.35)
              key! string
              timeAdded time
              value string
            v1beta2.DeviceTaintRule since=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta2.DeviceTaintRuleSpec
              status v1beta2.DeviceTaintRuleStatus
            v1beta2.DeviceTaintRuleSpec since=1.36
              deviceSelector v1beta2.DeviceTaintSelector
              taint! v1beta2.DeviceTaint
            v1beta2.DeviceTaintRuleStatus since=1.36
              conditions []meta/v1.Condition keys=type merge=type
            v1beta2.DeviceTaintSelector since=1.36
              device string
              driver string
              pool string
            v1beta2.DeviceToleration since=1.33
              effect string enum=NoExecute|NoSchedule|None(since=1.35)
              key string
              operator string enum=Equal|Exists default="Equal"
              tolerationSeconds int64
              value string
            v1beta2.ExactDeviceRequest since=1.33
              adminAccess bool
              allocationMode string enum=All|ExactCount
              capacity v1beta2.CapacityRequirements since=1.34
              count int64
              derivedAttributes []v1beta2.DeviceDerivedAttribute since=1.37
              deviceClassName! string
              selectors []v1beta2.DeviceSelector
              tolerations []v1beta2.DeviceToleration
            v1beta2.NetworkDeviceData since=1.33
              hardwareAddress string
              interfaceName string
              ips []string
            v1beta2.NodeAllocatableMapping since=1.37
              capacityKey string
              capacityMultiplier quantity
              deviceMultiplier quantity
            v1beta2.NodeAllocatableOverhead since=1.37
              perContainer quantity
              perPod quantity
            v1beta2.NodeAllocatableResource since=1.37
              mapping v1beta2.NodeAllocatableMapping
              overhead v1beta2.NodeAllocatableOverhead
            v1beta2.NodeAllocatableResourceMapping since=1.36 until=1.36
              allocationMultiplier quantity
              capacityKey string
            v1beta2.OpaqueDeviceConfiguration since=1.33
              driver! string
              parameters! any
            v1beta2.ResourceClaim since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta2.ResourceClaimSpec required-until=1.36
              status v1beta2.ResourceClaimStatus
            v1beta2.ResourceClaimConsumerReference since=1.33
              apiGroup string
              name! string
              resource! string
              uid! string
            v1beta2.ResourceClaimSpec since=1.33
              devices v1beta2.DeviceClaim
            v1beta2.ResourceClaimStatus since=1.33
              allocation v1beta2.AllocationResult
              devices []v1beta2.AllocatedDeviceStatus keys=driver,device,pool,shareID
              reservedFor []v1beta2.ResourceClaimConsumerReference keys=uid merge=uid
            v1beta2.ResourceClaimTemplate since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta2.ResourceClaimTemplateSpec required-until=1.36
            v1beta2.ResourceClaimTemplateSpec since=1.33
              metadata meta/v1.ObjectMeta
              spec v1beta2.ResourceClaimSpec required-until=1.36
            v1beta2.ResourcePool since=1.33
              generation! int64
              name! string
              resourceSliceCount! int64
            v1beta2.ResourceSlice since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta2.ResourceSliceSpec
            v1beta2.ResourceSliceSpec since=1.33
              allNodes bool
              devices []v1beta2.Device
              driver! string
              nodeName string
              nodeSelector core/v1.NodeSelector
              partitionTypeAttribute string since=1.37
              perDeviceNodeSelection bool
              pool! v1beta2.ResourcePool
              sharedCounters []v1beta2.CounterSet
              skipNodeOperations []string since=1.37 enum=*|NodePrepareResources|NodeUnprepareResources set
            """;
    }
}
