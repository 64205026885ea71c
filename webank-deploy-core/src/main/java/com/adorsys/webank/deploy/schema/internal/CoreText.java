package com.adorsys.webank.deploy.schema.internal;

/** {@code core}. Made by SchemaTool. */
final class CoreText {
    private CoreText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 Binding namespaced
            kind v1 ComponentStatus cluster
            kind v1 ConfigMap namespaced
            kind v1 Endpoints namespaced
            kind v1 Event namespaced
            kind v1 LimitRange namespaced
            kind v1 Namespace cluster
            kind v1 Node cluster
            kind v1 PersistentVolume cluster
            kind v1 PersistentVolumeClaim namespaced
            kind v1 Pod namespaced
            kind v1 PodTemplate namespaced
            kind v1 ReplicationController namespaced
            kind v1 ResourceQuota namespaced
            kind v1 Secret namespaced
            kind v1 Service namespaced
            kind v1 ServiceAccount namespaced
            v1.AWSElasticBlockStoreVolumeSource
              fsType string
              partition int32
              readOnly bool
              volumeID! string
            v1.Affinity
              nodeAffinity v1.NodeAffinity
              podAffinity v1.PodAffinity
              podAntiAffinity v1.PodAntiAffinity
            v1.AppArmorProfile
              localhostProfile string
              type! string enum=Localhost|RuntimeDefault|Unconfined
            v1.AttachedVolume
              devicePath! string
              name! string
            v1.AzureDiskVolumeSource
              cachingMode string enum=None|ReadOnly|ReadWrite default="ReadWrite"
              diskName! string
              diskURI! string
              fsType string default="ext4"
              kind string enum=Dedicated|Managed|Shared default="Shared"
              readOnly bool
            v1.AzureFilePersistentVolumeSource
              readOnly bool
              secretName! string
              secretNamespace string
              shareName! string
            v1.AzureFileVolumeSource
              readOnly bool
              secretName! string
              shareName! string
            v1.Binding
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              target! v1.ObjectReference
            v1.CSIPersistentVolumeSource
              controllerExpandSecretRef v1.SecretReference
              controllerPublishSecretRef v1.SecretReference
              driver! string
              fsType string
              nodeExpandSecretRef v1.SecretReference
              nodePublishSecretRef v1.SecretReference
              nodeStageSecretRef v1.SecretReference
              readOnly bool
              volumeAttributes {}string
              volumeHandle! string
            v1.CSIVolumeSource
              driver! string
              fsType string
              nodePublishSecretRef v1.LocalObjectReference
              readOnly bool
              volumeAttributes {}string
            v1.Capabilities
              add []string
              drop []string
            v1.CephFSPersistentVolumeSource
              monitors! []string
              path string
              readOnly bool
              secretFile string
              secretRef v1.SecretReference
              user string
            v1.CephFSVolumeSource
              monitors! []string
              path string
              readOnly bool
              secretFile string
              secretRef v1.LocalObjectReference
              user string
            v1.CinderPersistentVolumeSource
              fsType string
              readOnly bool
              secretRef v1.SecretReference
              volumeID! string
            v1.CinderVolumeSource
              fsType string
              readOnly bool
              secretRef v1.LocalObjectReference
              volumeID! string
            v1.ClientIPConfig
              timeoutSeconds int32
            v1.ClusterTrustBundleProjection
              labelSelector meta/v1.LabelSelector
              name string
              optional bool
              path! string
              signerName string
              user int64 since=1.37
            v1.ComponentCondition
              error string
              message string
              status! string
              type! string
            v1.ComponentStatus
              apiVersion string
              conditions []v1.ComponentCondition keys=type merge=type
              kind string
              metadata meta/v1.ObjectMeta
            v1.ConfigMap
              apiVersion string
              binaryData {}bytes
              data {}string
              immutable bool
              kind string
              metadata meta/v1.ObjectMeta
            v1.ConfigMapEnvSource
              name string
              optional bool
            v1.ConfigMapKeySelector atomic
              key! string
              name string
              optional bool
            v1.ConfigMapNodeConfigSource
              kubeletConfigKey! string
              name! string
              namespace! string
              resourceVersion string
              uid string
            v1.ConfigMapProjection
              items []v1.KeyToPath
              name string
              optional bool
            v1.ConfigMapVolumeSource
              defaultMode int32
              defaultUser int64 since=1.37
              items []v1.KeyToPath
              name string
              optional bool
            v1.Container
              args []string
              command []string
              env []v1.EnvVar keys=name merge=name
              envFrom []v1.EnvFromSource
              image string
              imagePullPolicy string enum=Always|IfNotPresent|Never
              lifecycle v1.Lifecycle
              livenessProbe v1.Probe
              name! string
              ports []v1.ContainerPort keys=containerPort,protocol merge=containerPort
              readinessProbe v1.Probe
              resizePolicy []v1.ContainerResizePolicy
              resources v1.ResourceRequirements
              restartPolicy string
              restartPolicyRules []v1.ContainerRestartRule since=1.34
              securityContext v1.SecurityContext
              startupProbe v1.Probe
              stdin bool
              stdinOnce bool
              terminationMessagePath string
              terminationMessagePolicy string enum=FallbackToLogsOnError|File
              tty bool
              volumeDevices []v1.VolumeDevice keys=devicePath merge=devicePath
              volumeMounts []v1.VolumeMount keys=mountPath merge=mountPath
              workingDir string
            v1.ContainerExtendedResourceRequest since=1.34
              containerName! string
              requestName! string
              resourceName! string
            v1.ContainerImage
              names []string
              sizeBytes int64
            v1.ContainerPort
              containerPort! int32
              hostIP string
              hostPort int32
              name string
              protocol string enum=SCTP|TCP|UDP default="TCP"
            v1.ContainerResizePolicy
              resourceName! string
              restartPolicy! string
            v1.ContainerRestartRule since=1.34
              action! string
              exitCodes v1.ContainerRestartRuleOnExitCodes
            v1.ContainerRestartRuleOnExitCodes since=1.34
              operator! string
              values []int32 set
            v1.ContainerState
              running v1.ContainerStateRunning
              terminated v1.ContainerStateTerminated
              waiting v1.ContainerStateWaiting
            v1.ContainerStateRunning
              startedAt time
            v1.ContainerStateTerminated
              containerID string
              exitCode! int32
              finishedAt time
              message string
              reason string
              signal int32
              startedAt time
            v1.ContainerStateWaiting
              message string
              reason string
            v1.ContainerStatus
              allocatedResources {}quantity
              allocatedResourcesStatus []v1.ResourceStatus keys=name merge=name
              containerID string
              image! string
              imageID! string
              lastState v1.ContainerState
              name! string
              ready! bool
              resources v1.ResourceRequirements
              restartCount! int32
              started bool
              state v1.ContainerState
              stopSignal string since=1.33 enum=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ
              user v1.ContainerUser
              volumeMounts []v1.VolumeMountStatus keys=mountPath merge=mountPath
            v1.ContainerUser
              linux v1.LinuxContainerUser
            v1.DaemonEndpoint
              Port! int32
            v1.DownwardAPIProjection
              items []v1.DownwardAPIVolumeFile
            v1.DownwardAPIVolumeFile
              fieldRef v1.ObjectFieldSelector
              mode int32
              path! string
              resourceFieldRef v1.ResourceFieldSelector
              user int64 since=1.37
            v1.DownwardAPIVolumeSource
              defaultMode int32
              defaultUser int64 since=1.37
              items []v1.DownwardAPIVolumeFile
            v1.EmptyDirVolumeSource
              medium string
              mode int32 since=1.37
              sizeLimit quantity
            v1.EndpointAddress atomic
              hostname string
              ip! string
              nodeName string
              targetRef v1.ObjectReference
            v1.EndpointPort atomic
              appProtocol string
              name string
              port! int32
              protocol string enum=SCTP|TCP|UDP
            v1.EndpointSubset
              addresses []v1.EndpointAddress
              notReadyAddresses []v1.EndpointAddress
              ports []v1.EndpointPort
            v1.Endpoints
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              subsets []v1.EndpointSubset
            v1.EnvFromSource
              configMapRef v1.ConfigMapEnvSource
              prefix string
              secretRef v1.SecretEnvSource
            v1.EnvVar
              name! string
              value string
              valueFrom v1.EnvVarSource
            v1.EnvVarSource
              configMapKeyRef v1.ConfigMapKeySelector
              fieldRef v1.ObjectFieldSelector
              fileKeyRef v1.FileKeySelector since=1.34
              resourceFieldRef v1.ResourceFieldSelector
              secretKeyRef v1.SecretKeySelector
            v1.EphemeralContainer
              args []string
              command []string
              env []v1.EnvVar keys=name merge=name
              envFrom []v1.EnvFromSource
              image string
              imagePullPolicy string enum=Always|IfNotPresent|Never
              lifecycle v1.Lifecycle
              livenessProbe v1.Probe
              name! string
              ports []v1.ContainerPort keys=containerPort,protocol merge=containerPort
              readinessProbe v1.Probe
              resizePolicy []v1.ContainerResizePolicy
              resources v1.ResourceRequirements
              restartPolicy string
              restartPolicyRules []v1.ContainerRestartRule since=1.34
              securityContext v1.SecurityContext
              startupProbe v1.Probe
              stdin bool
              stdinOnce bool
              targetContainerName string
              terminationMessagePath string
              terminationMessagePolicy string enum=FallbackToLogsOnError|File
              tty bool
              volumeDevices []v1.VolumeDevice keys=devicePath merge=devicePath
              volumeMounts []v1.VolumeMount keys=mountPath merge=mountPath
              workingDir string
            v1.EphemeralVolumeSource
              volumeClaimTemplate v1.PersistentVolumeClaimTemplate
            v1.Event
              action string
              apiVersion string
              count int32
              eventTime time
              firstTimestamp time
              involvedObject! v1.ObjectReference
              kind string
              lastTimestamp time
              message string
              metadata! meta/v1.ObjectMeta
              reason string
              related v1.ObjectReference
              reportingComponent string
              reportingInstance string
              series v1.EventSeries
              source v1.EventSource
              type string
            v1.EventSeries
              count int32
              lastObservedTime time
            v1.EventSource
              component string
              host string
            v1.EvictionResponder atomic since=1.37
              name! string
              priority! int32
            v1.ExecAction
              command []string
            v1.FCVolumeSource
              fsType string
              lun int32
              readOnly bool
              targetWWNs []string
              wwids []string
            v1.FileKeySelector atomic since=1.34
              key! string
              optional bool
              path! string
              volumeName! string
            v1.FlexPersistentVolumeSource
              driver! string
              fsType string
              options {}string
              readOnly bool
              secretRef v1.SecretReference
            v1.FlexVolumeSource
              driver! string
              fsType string
              options {}string
              readOnly bool
              secretRef v1.LocalObjectReference
            v1.FlockerVolumeSource
              datasetName string
              datasetUUID string
            v1.GCEPersistentDiskVolumeSource
              fsType string
              partition int32
              pdName! string
              readOnly bool
            v1.GRPCAction
              mode string since=1.37 enum=Plaintext|TLS
              port! int32
              service string
            v1.GitRepoVolumeSource
              directory string
              repository! string
              revision string
            v1.GlusterfsPersistentVolumeSource
              endpoints! string
              endpointsNamespace string
              path! string
              readOnly bool
            v1.GlusterfsVolumeSource
              endpoints! string
              path! string
              readOnly bool
            v1.HTTPGetAction
              host string
              httpHeaders []v1.HTTPHeader
              path string
              port! int-or-string
              protocol string since=1.37 enum=HTTP1|HTTP2
              scheme string enum=HTTP|HTTPS
            v1.HTTPHeader
              name! string
              value! string
            v1.HostAlias
              hostnames []string
              ip! string
            v1.HostIP
              ip! string
            v1.HostPathVolumeSource
              path! string
              type string enum=|BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket
            v1.ISCSIPersistentVolumeSource
              chapAuthDiscovery bool
              chapAuthSession bool
              fsType string
              initiatorName string
              iqn! string
              iscsiInterface string default="default"
              lun! int32
              portals []string
              readOnly bool
              secretRef v1.SecretReference
              targetPortal! string
            v1.ISCSIVolumeSource
              chapAuthDiscovery bool
              chapAuthSession bool
              fsType string
              initiatorName string
              iqn! string
              iscsiInterface string default="default"
              lun! int32
              portals []string
              readOnly bool
              secretRef v1.LocalObjectReference
              targetPortal! string
            v1.ImageVolumeSource
              pullPolicy string enum=Always|IfNotPresent|Never
              reference string
            v1.ImageVolumeStatus since=1.36
              imageRef! string
            v1.KeyToPath
              key! string
              mode int32
              path! string
              user int64 since=1.37
            v1.Lifecycle
              postStart v1.LifecycleHandler
              preStop v1.LifecycleHandler
              stopSignal string since=1.33 enum=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ
            v1.LifecycleHandler
              exec v1.ExecAction
              httpGet v1.HTTPGetAction
              sleep v1.SleepAction
              tcpSocket v1.TCPSocketAction
            v1.LimitRange
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.LimitRangeSpec
            v1.LimitRangeItem
              default {}quantity
              defaultRequest {}quantity
              max {}quantity
              maxLimitRequestRatio {}quantity
              min {}quantity
              type! string
            v1.LimitRangeSpec
              limits! []v1.LimitRangeItem
            v1.LinuxContainerUser
              gid! int64
              supplementalGroups []int64
              uid! int64
            v1.LoadBalancerIngress
              hostname string
              ip string
              ipMode string
              ports []v1.PortStatus
            v1.LoadBalancerStatus
              ingress []v1.LoadBalancerIngress
            v1.LocalObjectReference atomic
              name string
            v1.LocalVolumeSource
              fsType string
              path! string
            v1.ModifyVolumeStatus
              status! string enum=InProgress|Infeasible|Pending
              targetVolumeAttributesClassName string
            v1.NFSVolumeSource
              path! string
              readOnly bool
              server! string
            v1.Namespace
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.NamespaceSpec
              status v1.NamespaceStatus
            v1.NamespaceCondition
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.NamespaceSpec
              finalizers []string
            v1.NamespaceStatus
              conditions []v1.NamespaceCondition keys=type merge=type
              phase string enum=Active|Terminating
            v1.Node
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.NodeSpec
              status v1.NodeStatus
            v1.NodeAddress
              address! string
              type! string
            v1.NodeAffinity
              preferredDuringSchedulingIgnoredDuringExecution []v1.PreferredSchedulingTerm
              requiredDuringSchedulingIgnoredDuringExecution v1.NodeSelector
            v1.NodeAllocatableMappedResources since=1.37
              name! string
              quantity! quantity
            v1.NodeAllocatableOverheadResources since=1.37
              name! string
              perContainer quantity
              perPod quantity
            v1.NodeAllocatableResourceClaimStatus since=1.36
              containers []string set
              mapping []v1.NodeAllocatableMappedResources since=1.37 keys=name merge=name
              overhead []v1.NodeAllocatableOverheadResources since=1.37 keys=name merge=name
              resourceClaimName! string
              resources! {}quantity until=1.36
            v1.NodeCondition
              lastHeartbeatTime time
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.NodeConfigSource
              configMap v1.ConfigMapNodeConfigSource
            v1.NodeConfigStatus
              active v1.NodeConfigSource
              assigned v1.NodeConfigSource
              error string
              lastKnownGood v1.NodeConfigSource
            v1.NodeDaemonEndpoints
              kubeletEndpoint v1.DaemonEndpoint
            v1.NodeFeatures
              supplementalGroupsPolicy bool
            v1.NodePodPreemptionPolicy since=1.37
              disableResizePreemption []string set
            v1.NodeRuntimeHandler
              features v1.NodeRuntimeHandlerFeatures
              name string
            v1.NodeRuntimeHandlerFeatures
              recursiveReadOnlyMounts bool
              userNamespaces bool
            v1.NodeSelector atomic
              nodeSelectorTerms! []v1.NodeSelectorTerm
            v1.NodeSelectorRequirement
              key! string
              operator! string enum=DoesNotExist|Exists|Gt|In|Lt|NotIn
              values []string
            v1.NodeSelectorTerm atomic
              matchExpressions []v1.NodeSelectorRequirement
              matchFields []v1.NodeSelectorRequirement
            v1.NodeSpec
              configSource v1.NodeConfigSource
              externalID string
              podCIDR string
              podCIDRs []string set
              podPreemptionPolicy v1.NodePodPreemptionPolicy since=1.37
              providerID string
              taints []v1.Taint
              unschedulable bool
            v1.NodeStatus
              addresses []v1.NodeAddress keys=type merge=type
              allocatable {}quantity
              capacity {}quantity
              conditions []v1.NodeCondition keys=type merge=type
              config v1.NodeConfigStatus
              daemonEndpoints v1.NodeDaemonEndpoints
              declaredFeatures []string since=1.35
              features v1.NodeFeatures
              images []v1.ContainerImage
              nodeInfo v1.NodeSystemInfo
              phase string enum=Pending|Running|Terminated
              runtimeHandlers []v1.NodeRuntimeHandler
              volumesAttached []v1.AttachedVolume
              volumesInUse []string
            v1.NodeSwapStatus since=1.33
              capacity int64
            v1.NodeSystemInfo
              architecture! string
              bootID! string
              containerRuntimeVersion! string
              kernelVersion! string
              kubeProxyVersion! string
              kubeletVersion! string
              machineID! string
              operatingSystem! string
              osImage! string
              runningInUserNamespace bool since=1.37
              swap v1.NodeSwapStatus since=1.33
              systemUUID! string
            v1.ObjectFieldSelector atomic
              apiVersion string
              fieldPath! string
            v1.ObjectReference atomic
              apiVersion string
              fieldPath string
              kind string
              name string
              namespace string
              resourceVersion string
              uid string
            v1.PersistentVolume
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.PersistentVolumeSpec
              status v1.PersistentVolumeStatus
            v1.PersistentVolumeClaim
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.PersistentVolumeClaimSpec
              status v1.PersistentVolumeClaimStatus
            v1.PersistentVolumeClaimCondition
              lastProbeTime time
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.PersistentVolumeClaimSpec
              accessModes []string enum=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod
              dataSource v1.TypedLocalObjectReference
              dataSourceRef v1.TypedObjectReference
              resources v1.VolumeResourceRequirements
              selector meta/v1.LabelSelector
              storageClassName string
              volumeAttributesClassName string
              volumeMode string enum=Block|Filesystem
              volumeName string
            v1.PersistentVolumeClaimStatus
              accessModes []string enum=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod
              allocatedResourceStatuses {}string enum=ControllerResizeInProgress|ControllerResizeInfeasible|NodeResizeInProgress|NodeResizeInfeasible|NodeResizePending
              allocatedResources {}quantity
              capacity {}quantity
              conditions []v1.PersistentVolumeClaimCondition keys=type merge=type
              currentVolumeAttributesClassName string
              healthStatus v1.VolumeHealthStatus since=1.37
              modifyVolumeStatus v1.ModifyVolumeStatus
              phase string enum=Bound|Lost|Pending
            v1.PersistentVolumeClaimTemplate
              metadata meta/v1.ObjectMeta
              spec! v1.PersistentVolumeClaimSpec
            v1.PersistentVolumeClaimVolumeSource
              claimName! string
              readOnly bool
            v1.PersistentVolumeSpec
              accessModes []string enum=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod
              awsElasticBlockStore v1.AWSElasticBlockStoreVolumeSource
              azureDisk v1.AzureDiskVolumeSource
              azureFile v1.AzureFilePersistentVolumeSource
              capacity {}quantity
              cephfs v1.CephFSPersistentVolumeSource
              cinder v1.CinderPersistentVolumeSource
              claimRef v1.ObjectReference
              csi v1.CSIPersistentVolumeSource
              fc v1.FCVolumeSource
              flexVolume v1.FlexPersistentVolumeSource
              flocker v1.FlockerVolumeSource
              gcePersistentDisk v1.GCEPersistentDiskVolumeSource
              glusterfs v1.GlusterfsPersistentVolumeSource
              hostPath v1.HostPathVolumeSource
              iscsi v1.ISCSIPersistentVolumeSource
              local v1.LocalVolumeSource
              mountOptions []string
              nfs v1.NFSVolumeSource
              nodeAffinity v1.VolumeNodeAffinity
              persistentVolumeReclaimPolicy string enum=Delete|Recycle|Retain
              photonPersistentDisk v1.PhotonPersistentDiskVolumeSource
              portworxVolume v1.PortworxVolumeSource
              quobyte v1.QuobyteVolumeSource
              rbd v1.RBDPersistentVolumeSource
              scaleIO v1.ScaleIOPersistentVolumeSource
              storageClassName string
              storageos v1.StorageOSPersistentVolumeSource
              volumeAttributesClassName string
              volumeMode string enum=Block|Filesystem
              vsphereVolume v1.VsphereVirtualDiskVolumeSource
            v1.PersistentVolumeStatus
              lastPhaseTransitionTime time
              message string
              phase string enum=Available|Bound|Failed|Pending|Released
              reason string
            v1.PhotonPersistentDiskVolumeSource
              fsType string
              pdID! string
            v1.Pod
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.PodSpec
              status v1.PodStatus
            v1.PodAffinity
              preferredDuringSchedulingIgnoredDuringExecution []v1.WeightedPodAffinityTerm
              requiredDuringSchedulingIgnoredDuringExecution []v1.PodAffinityTerm
            v1.PodAffinityTerm
              labelSelector meta/v1.LabelSelector
              matchLabelKeys []string
              mismatchLabelKeys []string
              namespaceSelector meta/v1.LabelSelector
              namespaces []string
              topologyKey! string
            v1.PodAntiAffinity
              preferredDuringSchedulingIgnoredDuringExecution []v1.WeightedPodAffinityTerm
              requiredDuringSchedulingIgnoredDuringExecution []v1.PodAffinityTerm
            v1.PodCertificateProjection since=1.34
              certificateChainPath string
              credentialBundlePath string
              keyPath string
              keyType! string
              maxExpirationSeconds int32
              signerName! string
              user int64 since=1.37
              userAnnotations {}string since=1.35
            v1.PodCondition
              lastProbeTime time
              lastTransitionTime time
              message string
              observedGeneration int64 since=1.33
              reason string
              status! string
              type! string
            v1.PodDNSConfig
              nameservers []string
              options []v1.PodDNSConfigOption
              searches []string
            v1.PodDNSConfigOption
              name string
              value string
            v1.PodExtendedResourceClaimStatus since=1.34
              requestMappings! []v1.ContainerExtendedResourceRequest
              resourceClaimName! string
            v1.PodIP
              ip! string
            v1.PodOS
              name! string
            v1.PodReadinessGate
              conditionType! string
            v1.PodResourceClaim
              name! string
              resourceClaimName string
              resourceClaimTemplateName string
            v1.PodResourceClaimStatus
              name! string
              resourceClaimName string
            v1.PodSchedulingGate
              name! string
            v1.PodSchedulingGroup since=1.36
              podGroupName string
            v1.PodSecurityContext
              appArmorProfile v1.AppArmorProfile
              fsGroup int64
              fsGroupChangePolicy string enum=Always|OnRootMismatch
              runAsGroup int64
              runAsNonRoot bool
              runAsUser int64
              seLinuxChangePolicy string
              seLinuxOptions v1.SELinuxOptions
              seccompProfile v1.SeccompProfile
              supplementalGroups []int64
              supplementalGroupsPolicy string enum=Merge|Strict
              sysctls []v1.Sysctl
              windowsOptions v1.WindowsSecurityContextOptions
            v1.PodSpec
              activeDeadlineSeconds int64
              affinity v1.Affinity
              automountServiceAccountToken bool
              containers! []v1.Container keys=name merge=name
              dnsConfig v1.PodDNSConfig
              dnsPolicy string enum=ClusterFirst|ClusterFirstWithHostNet|Default|None
              enableServiceLinks bool
              ephemeralContainers []v1.EphemeralContainer keys=name merge=name
              evictionResponders []v1.EvictionResponder since=1.37 keys=name merge=name
              hostAliases []v1.HostAlias keys=ip merge=ip
              hostIPC bool
              hostNetwork bool
              hostPID bool
              hostUsers bool
              hostname string
              hostnameOverride string since=1.34
              imagePullSecrets []v1.LocalObjectReference keys=name merge=name
              initContainers []v1.Container keys=name merge=name
              nodeName string
              nodeSelector {}string atomic
              os v1.PodOS
              overhead {}quantity
              preemptionPolicy string enum=Never|PreemptLowerPriority
              priority int32
              priorityClassName string
              readinessGates []v1.PodReadinessGate
              resourceClaims []v1.PodResourceClaim keys=name merge=name
              resources v1.ResourceRequirements
              restartPolicy string enum=Always|Never|OnFailure
              runtimeClassName string
              schedulerName string
              schedulingGates []v1.PodSchedulingGate keys=name merge=name
              schedulingGroup v1.PodSchedulingGroup since=1.36
              securityContext v1.PodSecurityContext
              serviceAccount string
              serviceAccountName string
              setHostnameAsFQDN bool
              shareProcessNamespace bool
              subdomain string
              terminationGracePeriodSeconds int64
              tolerations []v1.Toleration
              topologySpreadConstraints []v1.TopologySpreadConstraint keys=topologyKey,whenUnsatisfiable merge=topologyKey
              volumes []v1.Volume keys=name merge=name
              workloadRef v1.WorkloadReference since=1.35 until=1.35
            v1.PodStatus
              allocatedResources {}quantity since=1.35
              conditions []v1.PodCondition keys=type merge=type
              containerStatuses []v1.ContainerStatus
              ephemeralContainerStatuses []v1.ContainerStatus
              extendedResourceClaimStatus v1.PodExtendedResourceClaimStatus since=1.34
              hostIP string
              hostIPs []v1.HostIP merge=ip
              initContainerStatuses []v1.ContainerStatus
              message string
              nodeAllocatableResourceClaimStatuses []v1.NodeAllocatableResourceClaimStatus since=1.36 keys=resourceClaimName merge=resourceClaimName
              nominatedNodeName string
              observedGeneration int64 since=1.33
              phase string enum=Failed|Pending|Running|Succeeded|Unknown
              podIP string
              podIPs []v1.PodIP keys=ip merge=ip
              qosClass string enum=BestEffort|Burstable|Guaranteed
              reason string
              resize string
              resourceClaimStatuses []v1.PodResourceClaimStatus keys=name merge=name
              resources v1.ResourceRequirements since=1.35
              startTime time
              volumeHealth []v1.PodVolumeHealth since=1.37 keys=name
            v1.PodTemplate
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              template v1.PodTemplateSpec
            v1.PodTemplateSpec
              metadata meta/v1.ObjectMeta
              spec v1.PodSpec
            v1.PodVolumeHealth since=1.37
              healthConditions []v1.VolumeHealthCondition keys=status,reason merge=status
              lastTransitionTime time
              name! string
            v1.PortStatus
              error string
              port! int32
              protocol! string enum=SCTP|TCP|UDP
            v1.PortworxVolumeSource
              fsType string
              readOnly bool
              volumeID! string
            v1.PreferredSchedulingTerm
              preference! v1.NodeSelectorTerm
              weight! int32
            v1.Probe
              exec v1.ExecAction
              failureThreshold int32
              grpc v1.GRPCAction
              httpGet v1.HTTPGetAction
              initialDelaySeconds int32
              periodSeconds int32
              successThreshold int32
              tcpSocket v1.TCPSocketAction
              terminationGracePeriodSeconds int64
              timeoutSeconds int32
            v1.ProjectedVolumeSource
              defaultMode int32
              defaultUser int64 since=1.37
              sources []v1.VolumeProjection
            v1.QuobyteVolumeSource
              group string
              readOnly bool
              registry! string
              tenant string
              user string
              volume! string
            v1.RBDPersistentVolumeSource
              fsType string
              image! string
              keyring string default="/etc/ceph/keyring"
              monitors! []string
              pool string default="rbd"
              readOnly bool
              secretRef v1.SecretReference
              user string default="admin"
            v1.RBDVolumeSource
              fsType string
              image! string
              keyring string default="/etc/ceph/keyring"
              monitors! []string
              pool string default="rbd"
              readOnly bool
              secretRef v1.LocalObjectReference
              user string default="admin"
            v1.ReplicationController
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ReplicationControllerSpec
              status v1.ReplicationControllerStatus
            v1.ReplicationControllerCondition
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.ReplicationControllerSpec
              minReadySeconds int32
              replicas int32 default=1
              selector {}string atomic
              template v1.PodTemplateSpec
            v1.ReplicationControllerStatus
              availableReplicas int32
              conditions []v1.ReplicationControllerCondition keys=type merge=type
              fullyLabeledReplicas int32
              observedGeneration int64
              readyReplicas int32
              replicas! int32
            v1.ResourceClaim
              name! string
              request string
            v1.ResourceFieldSelector atomic
              containerName string
              divisor quantity
              resource! string
            v1.ResourceHealth
              health string
              message string since=1.36
              resourceID! string
            v1.ResourceQuota
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ResourceQuotaSpec
              status v1.ResourceQuotaStatus
            v1.ResourceQuotaSpec
              hard {}quantity
              scopeSelector v1.ScopeSelector
              scopes []string enum=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass(since=1.33)
            v1.ResourceQuotaStatus
              hard {}quantity
              used {}quantity
            v1.ResourceRequirements
              claims []v1.ResourceClaim keys=name
              limits {}quantity
              requests {}quantity
            v1.ResourceStatus
              name! string
              resources []v1.ResourceHealth keys=resourceID
            v1.SELinuxOptions
              level string
              role string
              type string
              user string
            v1.ScaleIOPersistentVolumeSource
              fsType string default="xfs"
              gateway! string
              protectionDomain string
              readOnly bool
              secretRef! v1.SecretReference
              sslEnabled bool
              storageMode string default="ThinProvisioned"
              storagePool string
              system! string
              volumeName string
            v1.ScaleIOVolumeSource
              fsType string default="xfs"
              gateway! string
              protectionDomain string
              readOnly bool
              secretRef! v1.LocalObjectReference
              sslEnabled bool
              storageMode string default="ThinProvisioned"
              storagePool string
              system! string
              volumeName string
            v1.ScopeSelector atomic
              matchExpressions []v1.ScopedResourceSelectorRequirement
            v1.ScopedResourceSelectorRequirement
              operator! string enum=DoesNotExist|Exists|In|NotIn
              scopeName! string enum=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass(since=1.33)
              values []string
            v1.SeccompProfile
              localhostProfile string
              type! string enum=Localhost|RuntimeDefault|Unconfined
            v1.Secret
              apiVersion string
              data {}bytes
              immutable bool
              kind string
              metadata meta/v1.ObjectMeta
              stringData {}string
              type string
            v1.SecretEnvSource
              name string
              optional bool
            v1.SecretKeySelector atomic
              key! string
              name string
              optional bool
            v1.SecretProjection
              items []v1.KeyToPath
              name string
              optional bool
            v1.SecretReference atomic
              name string
              namespace string
            v1.SecretVolumeSource
              defaultMode int32
              defaultUser int64 since=1.37
              items []v1.KeyToPath
              optional bool
              secretName string
            v1.SecurityContext
              allowPrivilegeEscalation bool
              appArmorProfile v1.AppArmorProfile
              capabilities v1.Capabilities
              privileged bool
              procMount string enum=Default|Unmasked
              readOnlyRootFilesystem bool
              runAsGroup int64
              runAsNonRoot bool
              runAsUser int64
              seLinuxOptions v1.SELinuxOptions
              seccompProfile v1.SeccompProfile
              windowsOptions v1.WindowsSecurityContextOptions
            v1.Service
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ServiceSpec
              status v1.ServiceStatus
            v1.ServiceAccount
              apiVersion string
              automountServiceAccountToken bool
              imagePullSecrets []v1.LocalObjectReference
              kind string
              metadata meta/v1.ObjectMeta
              secrets []v1.ObjectReference keys=name merge=name
            v1.ServiceAccountTokenProjection
              audience string
              expirationSeconds int64
              path! string
              user int64 since=1.37
            v1.ServicePort
              appProtocol string
              name string
              nodePort int32
              port! int32
              protocol string enum=SCTP|TCP|UDP default="TCP"
              targetPort int-or-string
            v1.ServiceSpec
              allocateLoadBalancerNodePorts bool
              clusterIP string
              clusterIPs []string
              externalIPs []string
              externalName string
              externalTrafficPolicy string enum=Cluster|Local
              healthCheckNodePort int32
              internalTrafficPolicy string enum=Cluster|Local
              ipFamilies []string enum=|IPv4|IPv6
              ipFamilyPolicy string enum=PreferDualStack|RequireDualStack|SingleStack
              loadBalancerClass string
              loadBalancerIP string
              loadBalancerSourceRanges []string
              ports []v1.ServicePort keys=port,protocol merge=port
              publishNotReadyAddresses bool
              selector {}string atomic
              sessionAffinity string enum=ClientIP|None
              sessionAffinityConfig v1.SessionAffinityConfig
              trafficDistribution string
              type string enum=ClusterIP|ExternalName|LoadBalancer|NodePort
            v1.ServiceStatus
              conditions []meta/v1.Condition keys=type merge=type
              loadBalancer v1.LoadBalancerStatus
            v1.SessionAffinityConfig
              clientIP v1.ClientIPConfig
            v1.SleepAction
              seconds! int64
            v1.StorageOSPersistentVolumeSource
              fsType string
              readOnly bool
              secretRef v1.ObjectReference
              volumeName string
              volumeNamespace string
            v1.StorageOSVolumeSource
              fsType string
              readOnly bool
              secretRef v1.LocalObjectReference
              volumeName string
              volumeNamespace string
            v1.Sysctl
              name! string
              value! string
            v1.TCPSocketAction
              host string
              port! int-or-string
            v1.Taint
              effect! string enum=NoExecute|NoSchedule|PreferNoSchedule
              key! string
              timeAdded time
              value string
            v1.Toleration
              effect string enum=NoExecute|NoSchedule|PreferNoSchedule
              key string
              operator string enum=Equal|Exists|Gt(since=1.35)|Lt(since=1.35)
              tolerationSeconds int64
              value string
            v1.TopologySelectorLabelRequirement
              key! string
              values! []string
            v1.TopologySelectorTerm atomic
              matchLabelExpressions []v1.TopologySelectorLabelRequirement
            v1.TopologySpreadConstraint
              labelSelector meta/v1.LabelSelector
              matchLabelKeys []string
              maxSkew! int32
              minDomains int32
              nodeAffinityPolicy string enum=Honor|Ignore
              nodeTaintsPolicy string enum=Honor|Ignore
              topologyKey! string
              whenUnsatisfiable! string enum=DoNotSchedule|ScheduleAnyway
            v1.TypedLocalObjectReference atomic
              apiGroup string
              kind! string
              name! string
            v1.TypedObjectReference
              apiGroup string
              kind! string
              name! string
              namespace string
            v1.Volume
              awsElasticBlockStore v1.AWSElasticBlockStoreVolumeSource
              azureDisk v1.AzureDiskVolumeSource
              azureFile v1.AzureFileVolumeSource
              cephfs v1.CephFSVolumeSource
              cinder v1.CinderVolumeSource
              configMap v1.ConfigMapVolumeSource
              csi v1.CSIVolumeSource
              downwardAPI v1.DownwardAPIVolumeSource
              emptyDir v1.EmptyDirVolumeSource
              ephemeral v1.EphemeralVolumeSource
              fc v1.FCVolumeSource
              flexVolume v1.FlexVolumeSource
              flocker v1.FlockerVolumeSource
              gcePersistentDisk v1.GCEPersistentDiskVolumeSource
              gitRepo v1.GitRepoVolumeSource
              glusterfs v1.GlusterfsVolumeSource
              hostPath v1.HostPathVolumeSource
              image v1.ImageVolumeSource
              iscsi v1.ISCSIVolumeSource
              name! string
              nfs v1.NFSVolumeSource
              persistentVolumeClaim v1.PersistentVolumeClaimVolumeSource
              photonPersistentDisk v1.PhotonPersistentDiskVolumeSource
              portworxVolume v1.PortworxVolumeSource
              projected v1.ProjectedVolumeSource
              quobyte v1.QuobyteVolumeSource
              rbd v1.RBDVolumeSource
              scaleIO v1.ScaleIOVolumeSource
              secret v1.SecretVolumeSource
              storageos v1.StorageOSVolumeSource
              vsphereVolume v1.VsphereVirtualDiskVolumeSource
            v1.VolumeDevice
              devicePath! string
              name! string
            v1.VolumeHealthCondition since=1.37
              message string
              reason! string
              status! string enum=DataLoss|Degraded|Inaccessible
            v1.VolumeHealthStatus since=1.37
              healthConditions []v1.VolumeHealthCondition keys=status,reason merge=status
              lastTransitionTime time
            v1.VolumeMount
              bindMountOptions []string since=1.37 set
              mountPath! string
              mountPropagation string enum=Bidirectional|HostToContainer|None
              name! string
              readOnly bool
              recursiveReadOnly string
              subPath string
              subPathExpr string
            v1.VolumeMountStatus
              mountPath! string
              name! string
              readOnly bool
              recursiveReadOnly string
              volumeStatus v1.VolumeStatus since=1.36
            v1.VolumeNodeAffinity
              required v1.NodeSelector
            v1.VolumeProjection
              clusterTrustBundle v1.ClusterTrustBundleProjection
              configMap v1.ConfigMapProjection
              downwardAPI v1.DownwardAPIProjection
              podCertificate v1.PodCertificateProjection since=1.34
              secret v1.SecretProjection
              serviceAccountToken v1.ServiceAccountTokenProjection
            v1.VolumeResourceRequirements
              limits {}quantity
              requests {}quantity
            v1.VolumeStatus since=1.36
              image v1.ImageVolumeStatus
            v1.VsphereVirtualDiskVolumeSource
              fsType string
              storagePolicyID string
              storagePolicyName string
              volumePath! string
            v1.WeightedPodAffinityTerm
              podAffinityTerm! v1.PodAffinityTerm
              weight! int32
            v1.WindowsSecurityContextOptions
              gmsaCredentialSpec string
              gmsaCredentialSpecName string
              hostProcess bool
              runAsUserName string
            v1.WorkloadReference since=1.35 until=1.35
              name! string
              podGroup! string
              podGroupReplicaKey string
            """;
    }
}
