package com.adorsys.webank.deploy.schema.internal;

/** {@code monitoring.coreos.com}. Made by SchemaTool. */
final class MonitoringCoreosComText {
    private MonitoringCoreosComText() {}

    static String text() {
        return part0() + part1();
    }

    static String part0() {
        return """
            # Kinds of github.com/prometheus-operator/prometheus-operator 0.85
            kind v1 Alertmanager namespaced
            kind v1 PodMonitor namespaced
            kind v1 Probe namespaced
            kind v1 Prometheus namespaced
            kind v1 PrometheusRule namespaced
            kind v1 ServiceMonitor namespaced
            kind v1 ThanosRuler namespaced
            kind v1alpha1 AlertmanagerConfig namespaced
            kind v1alpha1 PrometheusAgent namespaced
            kind v1alpha1 ScrapeConfig namespaced
            v1.Alertmanager
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.Alertmanager.spec
              status v1.Alertmanager.status
            v1.Alertmanager.spec
              additionalArgs []v1.Alertmanager.spec.additionalArgs
              additionalPeers []string
              affinity v1.Alertmanager.spec.affinity
              alertmanagerConfigMatcherStrategy v1.Alertmanager.spec.alertmanagerConfigMatcherStrategy
              alertmanagerConfigNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              alertmanagerConfigSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              alertmanagerConfiguration v1.Alertmanager.spec.alertmanagerConfiguration
              automountServiceAccountToken bool
              baseImage string
              clusterAdvertiseAddress string
              clusterGossipInterval string pattern=^(0%7C(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              clusterLabel string
              clusterPeerTimeout string pattern=^(0%7C(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              clusterPushpullInterval string pattern=^(0%7C(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              clusterTLS v1.Alertmanager.spec.clusterTLS
              configMaps []string
              configSecret string
              containers []v1.Alertmanager.spec.containers
              dnsConfig v1.Alertmanager.spec.dnsConfig
              dnsPolicy string enum=ClusterFirst|ClusterFirstWithHostNet|Default|None
              enableFeatures []string
              enableServiceLinks bool
              externalUrl string
              forceEnableClusterMode bool
              hostAliases []v1.Alertmanager.spec.hostAliases keys=ip
              hostUsers bool
              image string
              imagePullPolicy string enum=|Always|IfNotPresent|Never
              imagePullSecrets []v1.Alertmanager.spec.imagePullSecrets
              initContainers []v1.Alertmanager.spec.containers
              limits v1.Alertmanager.spec.limits
              listenLocal bool
              logFormat string enum=|json|logfmt
              logLevel string enum=|debug|error|info|warn
              minReadySeconds int32 minimum=0
              nodeSelector {}string
              paused bool
              persistentVolumeClaimRetentionPolicy v1.Alertmanager.spec.persistentVolumeClaimRetentionPolicy
              podMetadata v1.Alertmanager.spec.podMetadata
              portName string default="web"
              priorityClassName string
              replicas int32
              resources v1.Alertmanager.spec.resources
              retention string default="120h" pattern=^(0%7C(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              routePrefix string
              secrets []string
              securityContext v1.Alertmanager.spec.securityContext
              serviceAccountName string
              serviceName string minLength=1
              sha string
              storage v1.Alertmanager.spec.storage
              tag string
              terminationGracePeriodSeconds int64 minimum=0
              tolerations []v1.Alertmanager.spec.tolerations
              topologySpreadConstraints []v1.Alertmanager.spec.topologySpreadConstraints
              version string
              volumeMounts []v1.Alertmanager.spec.volumeMounts
              volumes []v1.Alertmanager.spec.volumes
              web v1.Alertmanager.spec.web
            v1.Alertmanager.spec.additionalArgs
              name! string minLength=1
              value string
            v1.Alertmanager.spec.affinity
              nodeAffinity v1.Alertmanager.spec.affinity.nodeAffinity
              podAffinity v1.Alertmanager.spec.affinity.podAffinity
              podAntiAffinity v1.Alertmanager.spec.affinity.podAffinity
            v1.Alertmanager.spec.affinity.nodeAffinity
              preferredDuringSchedulingIgnoredDuringExecution []v1.Alertmanager.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution
              requiredDuringSchedulingIgnoredDuringExecution v1.Alertmanager.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution atomic
            v1.Alertmanager.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution
              preference! v1.Alertmanager.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.preference atomic
              weight! int32
            v1.Alertmanager.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.preference atomic
              matchExpressions []v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector.matchExpressions
              matchFields []v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector.matchExpressions
            v1.Alertmanager.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution atomic
              nodeSelectorTerms! []v1.Alertmanager.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.preference
            v1.Alertmanager.spec.affinity.podAffinity
              preferredDuringSchedulingIgnoredDuringExecution []v1.Alertmanager.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution
              requiredDuringSchedulingIgnoredDuringExecution []v1.Alertmanager.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution
            v1.Alertmanager.spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution
              podAffinityTerm! v1.Alertmanager.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution
              weight! int32
            v1.Alertmanager.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution
              labelSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              matchLabelKeys []string
              mismatchLabelKeys []string
              namespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              namespaces []string
              topologyKey! string
            v1.Alertmanager.spec.alertmanagerConfigMatcherStrategy
              type string enum=None|OnNamespace|OnNamespaceExceptForAlertmanagerNamespace default="OnNamespace"
            v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              matchExpressions []v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector.matchExpressions
              matchLabels {}string
            v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector.matchExpressions
              key! string
              operator! string
              values []string
            v1.Alertmanager.spec.alertmanagerConfiguration
              global v1.Alertmanager.spec.alertmanagerConfiguration.global
              name string minLength=1
              templates []v1.Alertmanager.spec.alertmanagerConfiguration.templates
            v1.Alertmanager.spec.alertmanagerConfiguration.global
              httpConfig v1.Alertmanager.spec.alertmanagerConfiguration.global.httpConfig
              jira v1.Alertmanager.spec.alertmanagerConfiguration.global.jira
              opsGenieApiKey v1.Probe.spec.bearerTokenSecret atomic
              opsGenieApiUrl v1.Probe.spec.bearerTokenSecret atomic
              pagerdutyUrl string
              resolveTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              rocketChat v1.Alertmanager.spec.alertmanagerConfiguration.global.rocketChat
              slackApiUrl v1.Probe.spec.bearerTokenSecret atomic
              smtp v1.Alertmanager.spec.alertmanagerConfiguration.global.smtp
              telegram v1.Alertmanager.spec.alertmanagerConfiguration.global.jira
              victorops v1.Alertmanager.spec.alertmanagerConfiguration.global.victorops
              webex v1.Alertmanager.spec.alertmanagerConfiguration.global.jira
              wechat v1.Alertmanager.spec.alertmanagerConfiguration.global.wechat
            v1.Alertmanager.spec.alertmanagerConfiguration.global.httpConfig
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenSecret v1.Probe.spec.bearerTokenSecret atomic
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              tlsConfig v1.Probe.spec.tlsConfig
            v1.Alertmanager.spec.alertmanagerConfiguration.global.jira
              apiURL string pattern=^(http%7Chttps)://.+$
            v1.Alertmanager.spec.alertmanagerConfiguration.global.rocketChat
              apiURL string pattern=^(http%7Chttps)://.+$
              token v1.Probe.spec.bearerTokenSecret atomic
              tokenID v1.Probe.spec.bearerTokenSecret atomic
            v1.Alertmanager.spec.alertmanagerConfiguration.global.smtp
              authIdentity string
              authPassword v1.Probe.spec.bearerTokenSecret atomic
              authSecret v1.Probe.spec.bearerTokenSecret atomic
              authUsername string
              from string
              hello string
              requireTLS bool
              smartHost v1.Alertmanager.spec.alertmanagerConfiguration.global.smtp.smartHost
              tlsConfig v1.Probe.spec.tlsConfig
            v1.Alertmanager.spec.alertmanagerConfiguration.global.smtp.smartHost
              host! string minLength=1
              port! string minLength=1
            v1.Alertmanager.spec.alertmanagerConfiguration.global.victorops
              apiKey v1.Probe.spec.bearerTokenSecret atomic
              apiURL string pattern=^(http%7Chttps)://.+$
            v1.Alertmanager.spec.alertmanagerConfiguration.global.wechat
              apiCorpID string minLength=1
              apiSecret v1.Probe.spec.bearerTokenSecret atomic
              apiURL string pattern=^(http%7Chttps)://.+$
            v1.Alertmanager.spec.alertmanagerConfiguration.templates
              configMap v1.Probe.spec.bearerTokenSecret atomic
              secret v1.Probe.spec.bearerTokenSecret atomic
            v1.Alertmanager.spec.clusterTLS
              client! v1.Probe.spec.tlsConfig
              server! v1.Alertmanager.spec.clusterTLS.server
            v1.Alertmanager.spec.clusterTLS.server
              cert v1.Alertmanager.spec.alertmanagerConfiguration.templates
              certFile string
              cipherSuites []string
              clientAuthType string
              clientCAFile string
              client_ca v1.Alertmanager.spec.alertmanagerConfiguration.templates
              curvePreferences []string
              keyFile string
              keySecret v1.Probe.spec.bearerTokenSecret atomic
              maxVersion string
              minVersion string
              preferServerCipherSuites bool
            v1.Alertmanager.spec.containers
              args []string
              command []string
              env []v1.Alertmanager.spec.containers.env keys=name
              envFrom []v1.Alertmanager.spec.containers.envFrom
              image string
              imagePullPolicy string
              lifecycle v1.Alertmanager.spec.containers.lifecycle
              livenessProbe v1.Alertmanager.spec.containers.livenessProbe
              name! string
              ports []v1.Alertmanager.spec.containers.ports keys=containerPort,protocol
              readinessProbe v1.Alertmanager.spec.containers.livenessProbe
              resizePolicy []v1.Alertmanager.spec.containers.resizePolicy
              resources v1.Alertmanager.spec.resources
              restartPolicy string
              securityContext v1.Alertmanager.spec.containers.securityContext
              startupProbe v1.Alertmanager.spec.containers.livenessProbe
              stdin bool
              stdinOnce bool
              terminationMessagePath string
              terminationMessagePolicy string
              tty bool
              volumeDevices []v1.Alertmanager.spec.containers.volumeDevices keys=devicePath
              volumeMounts []v1.Alertmanager.spec.volumeMounts keys=mountPath
              workingDir string
            v1.Alertmanager.spec.containers.env
              name! string
              value string
              valueFrom v1.Alertmanager.spec.containers.env.valueFrom
            v1.Alertmanager.spec.containers.env.valueFrom
              configMapKeyRef v1.Probe.spec.bearerTokenSecret atomic
              fieldRef v1.Alertmanager.spec.containers.env.valueFrom.fieldRef atomic
              resourceFieldRef v1.Alertmanager.spec.containers.env.valueFrom.resourceFieldRef atomic
              secretKeyRef v1.Probe.spec.bearerTokenSecret atomic
            v1.Alertmanager.spec.containers.env.valueFrom.fieldRef atomic
              apiVersion string
              fieldPath! string
            v1.Alertmanager.spec.containers.env.valueFrom.resourceFieldRef atomic
              containerName string
              divisor quantity
              resource! string
            v1.Alertmanager.spec.containers.envFrom
              configMapRef v1.Alertmanager.spec.containers.envFrom.configMapRef atomic
              prefix string
              secretRef v1.Alertmanager.spec.containers.envFrom.configMapRef atomic
            v1.Alertmanager.spec.containers.envFrom.configMapRef atomic
              name string default=""
              optional bool
            v1.Alertmanager.spec.containers.lifecycle
              postStart v1.Alertmanager.spec.containers.lifecycle.postStart
              preStop v1.Alertmanager.spec.containers.lifecycle.postStart
              stopSignal string
            v1.Alertmanager.spec.containers.lifecycle.postStart
              exec v1.Alertmanager.spec.containers.livenessProbe.exec
              httpGet v1.Alertmanager.spec.containers.livenessProbe.httpGet
              sleep v1.Alertmanager.spec.containers.lifecycle.postStart.sleep
              tcpSocket v1.Alertmanager.spec.containers.livenessProbe.tcpSocket
            v1.Alertmanager.spec.containers.lifecycle.postStart.sleep
              seconds! int64
            v1.Alertmanager.spec.containers.livenessProbe
              exec v1.Alertmanager.spec.containers.livenessProbe.exec
              failureThreshold int32
              grpc v1.Alertmanager.spec.containers.livenessProbe.grpc
              httpGet v1.Alertmanager.spec.containers.livenessProbe.httpGet
              initialDelaySeconds int32
              periodSeconds int32
              successThreshold int32
              tcpSocket v1.Alertmanager.spec.containers.livenessProbe.tcpSocket
              terminationGracePeriodSeconds int64
              timeoutSeconds int32
            v1.Alertmanager.spec.containers.livenessProbe.exec
              command []string
            v1.Alertmanager.spec.containers.livenessProbe.grpc
              port! int32
              service string default=""
            v1.Alertmanager.spec.containers.livenessProbe.httpGet
              host string
              httpHeaders []v1.Alertmanager.spec.securityContext.sysctls
              path string
              port! int-or-string
              scheme string
            v1.Alertmanager.spec.containers.livenessProbe.tcpSocket
              host string
              port! int-or-string
            v1.Alertmanager.spec.containers.ports
              containerPort! int32
              hostIP string
              hostPort int32
              name string
              protocol string default="TCP"
            v1.Alertmanager.spec.containers.resizePolicy
              resourceName! string
              restartPolicy! string
            v1.Alertmanager.spec.containers.securityContext
              allowPrivilegeEscalation bool
              appArmorProfile v1.Alertmanager.spec.securityContext.appArmorProfile
              capabilities v1.Alertmanager.spec.containers.securityContext.capabilities
              privileged bool
              procMount string
              readOnlyRootFilesystem bool
              runAsGroup int64
              runAsNonRoot bool
              runAsUser int64
              seLinuxOptions v1.Alertmanager.spec.securityContext.seLinuxOptions
              seccompProfile v1.Alertmanager.spec.securityContext.appArmorProfile
              windowsOptions v1.Alertmanager.spec.securityContext.windowsOptions
            v1.Alertmanager.spec.containers.securityContext.capabilities
              add []string
              drop []string
            v1.Alertmanager.spec.containers.volumeDevices
              devicePath! string
              name! string
            v1.Alertmanager.spec.dnsConfig
              nameservers []string minLength=1 set
              options []v1.Alertmanager.spec.additionalArgs keys=name
              searches []string minLength=1 set
            v1.Alertmanager.spec.hostAliases
              hostnames! []string
              ip! string
            v1.Alertmanager.spec.imagePullSecrets atomic
              name string default=""
            v1.Alertmanager.spec.limits
              maxPerSilenceBytes string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              maxSilences int32 minimum=0
            v1.Alertmanager.spec.persistentVolumeClaimRetentionPolicy
              whenDeleted string
              whenScaled string
            v1.Alertmanager.spec.podMetadata
              annotations {}string
              labels {}string
              name string
            v1.Alertmanager.spec.resources
              claims []v1.Alertmanager.spec.resources.claims keys=name
              limits {}quantity
              requests {}quantity
            v1.Alertmanager.spec.resources.claims
              name! string
              request string
            v1.Alertmanager.spec.securityContext
              appArmorProfile v1.Alertmanager.spec.securityContext.appArmorProfile
              fsGroup int64
              fsGroupChangePolicy string
              runAsGroup int64
              runAsNonRoot bool
              runAsUser int64
              seLinuxChangePolicy string
              seLinuxOptions v1.Alertmanager.spec.securityContext.seLinuxOptions
              seccompProfile v1.Alertmanager.spec.securityContext.appArmorProfile
              supplementalGroups []int64
              supplementalGroupsPolicy string
              sysctls []v1.Alertmanager.spec.securityContext.sysctls
              windowsOptions v1.Alertmanager.spec.securityContext.windowsOptions
            v1.Alertmanager.spec.securityContext.appArmorProfile
              localhostProfile string
              type! string
            v1.Alertmanager.spec.securityContext.seLinuxOptions
              level string
              role string
              type string
              user string
            v1.Alertmanager.spec.securityContext.sysctls
              name! string
              value! string
            v1.Alertmanager.spec.securityContext.windowsOptions
              gmsaCredentialSpec string
              gmsaCredentialSpecName string
              hostProcess bool
              runAsUserName string
            v1.Alertmanager.spec.storage
              disableMountSubPath bool
              emptyDir v1.Alertmanager.spec.storage.emptyDir
              ephemeral v1.Alertmanager.spec.storage.ephemeral
              volumeClaimTemplate v1.Alertmanager.spec.storage.volumeClaimTemplate
            v1.Alertmanager.spec.storage.emptyDir
              medium string
              sizeLimit quantity
            v1.Alertmanager.spec.storage.ephemeral
              volumeClaimTemplate v1.Alertmanager.spec.storage.ephemeral.volumeClaimTemplate
            v1.Alertmanager.spec.storage.ephemeral.volumeClaimTemplate
              metadata object
              spec! v1.Alertmanager.spec.storage.volumeClaimTemplate.spec
            v1.Alertmanager.spec.storage.volumeClaimTemplate
              apiVersion string
              kind string
              metadata v1.Alertmanager.spec.podMetadata
              spec v1.Alertmanager.spec.storage.volumeClaimTemplate.spec
              status v1.Alertmanager.spec.storage.volumeClaimTemplate.status
            v1.Alertmanager.spec.storage.volumeClaimTemplate.spec
              accessModes []string
              dataSource v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.dataSource atomic
              dataSourceRef v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.dataSourceRef
              resources v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.resources
              selector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              storageClassName string
              volumeAttributesClassName string
              volumeMode string
              volumeName string
            v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.dataSource atomic
              apiGroup string
              kind! string
              name! string
            v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.dataSourceRef
              apiGroup string
              kind! string
              name! string
              namespace string
            v1.Alertmanager.spec.storage.volumeClaimTemplate.spec.resources
              limits {}quantity
              requests {}quantity
            v1.Alertmanager.spec.storage.volumeClaimTemplate.status
              accessModes []string
              allocatedResourceStatuses {}string
              allocatedResources {}quantity
              capacity {}quantity
              conditions []v1.Alertmanager.spec.storage.volumeClaimTemplate.status.conditions keys=type
              currentVolumeAttributesClassName string
              modifyVolumeStatus v1.Alertmanager.spec.storage.volumeClaimTemplate.status.modifyVolumeStatus
              phase string
            v1.Alertmanager.spec.storage.volumeClaimTemplate.status.conditions
              lastProbeTime time
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.Alertmanager.spec.storage.volumeClaimTemplate.status.modifyVolumeStatus
              status! string
              targetVolumeAttributesClassName string
            v1.Alertmanager.spec.tolerations
              effect string
              key string
              operator string
              tolerationSeconds int64
              value string
            v1.Alertmanager.spec.topologySpreadConstraints
              labelSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              matchLabelKeys []string
              maxSkew! int32
              minDomains int32
              nodeAffinityPolicy string
              nodeTaintsPolicy string
              topologyKey! string
              whenUnsatisfiable! string
            v1.Alertmanager.spec.volumeMounts
              mountPath! string
              mountPropagation string
              name! string
              readOnly bool
              recursiveReadOnly string
              subPath string
              subPathExpr string
            v1.Alertmanager.spec.volumes
              awsElasticBlockStore v1.Alertmanager.spec.volumes.awsElasticBlockStore
              azureDisk v1.Alertmanager.spec.volumes.azureDisk
              azureFile v1.Alertmanager.spec.volumes.azureFile
              cephfs v1.Alertmanager.spec.volumes.cephfs
              cinder v1.Alertmanager.spec.volumes.cinder
              configMap v1.Alertmanager.spec.volumes.configMap atomic
              csi v1.Alertmanager.spec.volumes.csi
              downwardAPI v1.Alertmanager.spec.volumes.downwardAPI
              emptyDir v1.Alertmanager.spec.storage.emptyDir
              ephemeral v1.Alertmanager.spec.storage.ephemeral
              fc v1.Alertmanager.spec.volumes.fc
              flexVolume v1.Alertmanager.spec.volumes.flexVolume
              flocker v1.Alertmanager.spec.volumes.flocker
              gcePersistentDisk v1.Alertmanager.spec.volumes.gcePersistentDisk
              gitRepo v1.Alertmanager.spec.volumes.gitRepo
              glusterfs v1.Alertmanager.spec.volumes.glusterfs
              hostPath v1.Alertmanager.spec.volumes.hostPath
              image v1.Alertmanager.spec.volumes.image
              iscsi v1.Alertmanager.spec.volumes.iscsi
              name! string
              nfs v1.Alertmanager.spec.volumes.nfs
              persistentVolumeClaim v1.Alertmanager.spec.volumes.persistentVolumeClaim
              photonPersistentDisk v1.Alertmanager.spec.volumes.photonPersistentDisk
              portworxVolume v1.Alertmanager.spec.volumes.portworxVolume
              projected v1.Alertmanager.spec.volumes.projected
              quobyte v1.Alertmanager.spec.volumes.quobyte
              rbd v1.Alertmanager.spec.volumes.rbd
              scaleIO v1.Alertmanager.spec.volumes.scaleIO
              secret v1.Alertmanager.spec.volumes.secret
              storageos v1.Alertmanager.spec.volumes.storageos
              vsphereVolume v1.Alertmanager.spec.volumes.vsphereVolume
            v1.Alertmanager.spec.volumes.awsElasticBlockStore
              fsType string
              partition int32
              readOnly bool
              volumeID! string
            v1.Alertmanager.spec.volumes.azureDisk
              cachingMode string
              diskName! string
              diskURI! string
              fsType string default="ext4"
              kind string
              readOnly bool default=false
            v1.Alertmanager.spec.volumes.azureFile
              readOnly bool
              secretName! string
              shareName! string
            v1.Alertmanager.spec.volumes.cephfs
              monitors! []string
              path string
              readOnly bool
              secretFile string
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
              user string
            v1.Alertmanager.spec.volumes.cinder
              fsType string
              readOnly bool
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
              volumeID! string
            v1.Alertmanager.spec.volumes.configMap atomic
              defaultMode int32
              items []v1.Alertmanager.spec.volumes.configMap.items
              name string default=""
              optional bool
            v1.Alertmanager.spec.volumes.configMap.items
              key! string
              mode int32
              path! string
            v1.Alertmanager.spec.volumes.csi
              driver! string
              fsType string
              nodePublishSecretRef v1.Alertmanager.spec.imagePullSecrets atomic
              readOnly bool
              volumeAttributes {}string
            v1.Alertmanager.spec.volumes.downwardAPI
              defaultMode int32
              items []v1.Alertmanager.spec.volumes.downwardAPI.items
            v1.Alertmanager.spec.volumes.downwardAPI.items
              fieldRef v1.Alertmanager.spec.containers.env.valueFrom.fieldRef atomic
              mode int32
              path! string
              resourceFieldRef v1.Alertmanager.spec.containers.env.valueFrom.resourceFieldRef atomic
            v1.Alertmanager.spec.volumes.fc
              fsType string
              lun int32
              readOnly bool
              targetWWNs []string
              wwids []string
            v1.Alertmanager.spec.volumes.flexVolume
              driver! string
              fsType string
              options {}string
              readOnly bool
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
            v1.Alertmanager.spec.volumes.flocker
              datasetName string
              datasetUUID string
            v1.Alertmanager.spec.volumes.gcePersistentDisk
              fsType string
              partition int32
              pdName! string
              readOnly bool
            v1.Alertmanager.spec.volumes.gitRepo
              directory string
              repository! string
              revision string
            v1.Alertmanager.spec.volumes.glusterfs
              endpoints! string
              path! string
              readOnly bool
            v1.Alertmanager.spec.volumes.hostPath
              path! string
              type string
            v1.Alertmanager.spec.volumes.image
              pullPolicy string
              reference string
            v1.Alertmanager.spec.volumes.iscsi
              chapAuthDiscovery bool
              chapAuthSession bool
              fsType string
              initiatorName string
              iqn! string
              iscsiInterface string default="default"
              lun! int32
              portals []string
              readOnly bool
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
              targetPortal! string
            v1.Alertmanager.spec.volumes.nfs
              path! string
              readOnly bool
              server! string
            v1.Alertmanager.spec.volumes.persistentVolumeClaim
              claimName! string
              readOnly bool
            v1.Alertmanager.spec.volumes.photonPersistentDisk
              fsType string
              pdID! string
            v1.Alertmanager.spec.volumes.portworxVolume
              fsType string
              readOnly bool
              volumeID! string
            v1.Alertmanager.spec.volumes.projected
              defaultMode int32
              sources []v1.Alertmanager.spec.volumes.projected.sources
            v1.Alertmanager.spec.volumes.projected.sources
              clusterTrustBundle v1.Alertmanager.spec.volumes.projected.sources.clusterTrustBundle
              configMap v1.Alertmanager.spec.volumes.projected.sources.configMap atomic
              downwardAPI v1.Alertmanager.spec.volumes.projected.sources.downwardAPI
              secret v1.Alertmanager.spec.volumes.projected.sources.configMap atomic
              serviceAccountToken v1.Alertmanager.spec.volumes.projected.sources.serviceAccountToken
            v1.Alertmanager.spec.volumes.projected.sources.clusterTrustBundle
              labelSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              name string
              optional bool
              path! string
              signerName string
            v1.Alertmanager.spec.volumes.projected.sources.configMap atomic
              items []v1.Alertmanager.spec.volumes.configMap.items
              name string default=""
              optional bool
            v1.Alertmanager.spec.volumes.projected.sources.downwardAPI
              items []v1.Alertmanager.spec.volumes.downwardAPI.items
            v1.Alertmanager.spec.volumes.projected.sources.serviceAccountToken
              audience string
              expirationSeconds int64
              path! string
            v1.Alertmanager.spec.volumes.quobyte
              group string
              readOnly bool
              registry! string
              tenant string
              user string
              volume! string
            v1.Alertmanager.spec.volumes.rbd
              fsType string
              image! string
              keyring string default="/etc/ceph/keyring"
              monitors! []string
              pool string default="rbd"
              readOnly bool
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
              user string default="admin"
            v1.Alertmanager.spec.volumes.scaleIO
              fsType string default="xfs"
              gateway! string
              protectionDomain string
              readOnly bool
              secretRef! v1.Alertmanager.spec.imagePullSecrets atomic
              sslEnabled bool
              storageMode string default="ThinProvisioned"
              storagePool string
              system! string
              volumeName string
            v1.Alertmanager.spec.volumes.secret
              defaultMode int32
              items []v1.Alertmanager.spec.volumes.configMap.items
              optional bool
              secretName string
            v1.Alertmanager.spec.volumes.storageos
              fsType string
              readOnly bool
              secretRef v1.Alertmanager.spec.imagePullSecrets atomic
              volumeName string
              volumeNamespace string
            v1.Alertmanager.spec.volumes.vsphereVolume
              fsType string
              storagePolicyID string
              storagePolicyName string
              volumePath! string
            v1.Alertmanager.spec.web
              getConcurrency int32
              httpConfig v1.Alertmanager.spec.web.httpConfig
              timeout int32
              tlsConfig v1.Alertmanager.spec.clusterTLS.server
            v1.Alertmanager.spec.web.httpConfig
              headers v1.Alertmanager.spec.web.httpConfig.headers
              http2 bool
            v1.Alertmanager.spec.web.httpConfig.headers
              contentSecurityPolicy string
              strictTransportSecurity string
              xContentTypeOptions string enum=|NoSniff
              xFrameOptions string enum=|Deny|SameOrigin
              xXSSProtection string
            v1.Alertmanager.status
              availableReplicas! int32
              conditions []v1.Alertmanager.status.conditions keys=type
              paused! bool
              replicas! int32
              selector string
              unavailableReplicas! int32
              updatedReplicas! int32
            v1.Alertmanager.status.conditions
              lastTransitionTime! time
              message string
              observedGeneration int64
              reason string
              status! string minLength=1
              type! string minLength=1
            v1.PodMonitor
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.PodMonitor.spec
            v1.PodMonitor.spec
              attachMetadata v1.PodMonitor.spec.attachMetadata
              bodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              convertClassicHistogramsToNHCB bool
              fallbackScrapeProtocol string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0
              jobLabel string
              keepDroppedTargets int64
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              namespaceSelector v1.PodMonitor.spec.namespaceSelector
              nativeHistogramBucketLimit int64
              nativeHistogramMinBucketFactor quantity
              podMetricsEndpoints []v1.PodMonitor.spec.podMetricsEndpoints
              podTargetLabels []string
              sampleLimit int64
              scrapeClass string minLength=1
              scrapeClassicHistograms bool
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 set
              selector! v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              selectorMechanism string enum=RelabelConfig|RoleSelector
              targetLimit int64
            v1.PodMonitor.spec.attachMetadata
              node bool
            v1.PodMonitor.spec.namespaceSelector
              any bool
              matchNames []string
            v1.PodMonitor.spec.podMetricsEndpoints
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenSecret v1.Probe.spec.bearerTokenSecret atomic
              enableHttp2 bool
              filterRunning bool
              followRedirects bool
              honorLabels bool
              honorTimestamps bool
              interval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              metricRelabelings []v1.Probe.spec.metricRelabelings
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              params {}[]string
              path string
              port string
              portNumber int32 maximum=65535 minimum=1
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              relabelings []v1.Probe.spec.metricRelabelings
              scheme string enum=http|https
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              targetPort int-or-string
              tlsConfig v1.Probe.spec.tlsConfig
              trackTimestampsStaleness bool
            v1.Probe
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.Probe.spec
            v1.Probe.spec
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenSecret v1.Probe.spec.bearerTokenSecret atomic
              convertClassicHistogramsToNHCB bool
              fallbackScrapeProtocol string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0
              interval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              jobName string
              keepDroppedTargets int64
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              metricRelabelings []v1.Probe.spec.metricRelabelings
              module string
              nativeHistogramBucketLimit int64
              nativeHistogramMinBucketFactor quantity
              oauth2 v1.Probe.spec.oauth2
              params []v1.Probe.spec.params keys=name minItems=1
              prober v1.Probe.spec.prober
              sampleLimit int64
              scrapeClass string minLength=1
              scrapeClassicHistograms bool
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 set
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              targetLimit int64
              targets v1.Probe.spec.targets
              tlsConfig v1.Probe.spec.tlsConfig
            v1.Probe.spec.authorization
              credentials v1.Probe.spec.bearerTokenSecret atomic
              type string
            v1.Probe.spec.basicAuth
              password v1.Probe.spec.bearerTokenSecret atomic
              username v1.Probe.spec.bearerTokenSecret atomic
            v1.Probe.spec.bearerTokenSecret atomic
              key! string
              name string default=""
              optional bool
            v1.Probe.spec.metricRelabelings
              action string enum=Drop|DropEqual|HashMod|Keep|KeepEqual|LabelDrop|LabelKeep|LabelMap|Lowercase|Replace|Uppercase|drop|dropequal|hashmod|keep|keepequal|labeldrop|labelkeep|labelmap|lowercase|replace|uppercase default="replace"
              modulus int64
              regex string
              replacement string
              separator string
              sourceLabels []string pattern=^[a-zA-Z_][a-zA-Z0-9_]*$
              targetLabel string
            v1.Probe.spec.oauth2
              clientId! v1.Alertmanager.spec.alertmanagerConfiguration.templates
              clientSecret! v1.Probe.spec.bearerTokenSecret atomic
              endpointParams {}string
              noProxy string
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              scopes []string
              tlsConfig v1.Probe.spec.tlsConfig
              tokenUrl! string minLength=1
            v1.Probe.spec.params
              name! string minLength=1
              values []string minItems=1 minLength=1
            v1.Probe.spec.prober
              noProxy string
              path string default="/probe"
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              scheme string enum=http|https
              url! string
            v1.Probe.spec.targets
              ingress v1.Probe.spec.targets.ingress
              staticConfig v1.Probe.spec.targets.staticConfig
            v1.Probe.spec.targets.ingress
              namespaceSelector v1.PodMonitor.spec.namespaceSelector
              relabelingConfigs []v1.Probe.spec.metricRelabelings
              selector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
            v1.Probe.spec.targets.staticConfig
              labels {}string
              relabelingConfigs []v1.Probe.spec.metricRelabelings
              static []string
            v1.Probe.spec.tlsConfig
              ca v1.Alertmanager.spec.alertmanagerConfiguration.templates
              cert v1.Alertmanager.spec.alertmanagerConfiguration.templates
              insecureSkipVerify bool
              keySecret v1.Probe.spec.bearerTokenSecret atomic
              maxVersion string enum=TLS10|TLS11|TLS12|TLS13
              minVersion string enum=TLS10|TLS11|TLS12|TLS13
              serverName string
            v1.Prometheus
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.Prometheus.spec
              status v1.Prometheus.status
            v1.Prometheus.spec
              additionalAlertManagerConfigs v1.Probe.spec.bearerTokenSecret atomic
              additionalAlertRelabelConfigs v1.Probe.spec.bearerTokenSecret atomic
              additionalArgs []v1.Alertmanager.spec.additionalArgs
              additionalScrapeConfigs v1.Probe.spec.bearerTokenSecret atomic
              affinity v1.Alertmanager.spec.affinity
              alerting v1.Prometheus.spec.alerting
              allowOverlappingBlocks bool
              apiserverConfig v1.Prometheus.spec.apiserverConfig
              arbitraryFSAccessThroughSMs v1.Prometheus.spec.arbitraryFSAccessThroughSMs
              automountServiceAccountToken bool
              baseImage string
              bodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              configMaps []string
              containers []v1.Alertmanager.spec.containers
              convertClassicHistogramsToNHCB bool
              disableCompaction bool
              dnsConfig v1.Alertmanager.spec.dnsConfig
              dnsPolicy string enum=ClusterFirst|ClusterFirstWithHostNet|Default|None
              enableAdminAPI bool
              enableFeatures []string minLength=1 set
              enableOTLPReceiver bool
              enableRemoteWriteReceiver bool
              enableServiceLinks bool
              enforcedBodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              enforcedKeepDroppedTargets int64
              enforcedLabelLimit int64
              enforcedLabelNameLengthLimit int64
              enforcedLabelValueLengthLimit int64
              enforcedNamespaceLabel string
              enforcedSampleLimit int64
              enforcedTargetLimit int64
              evaluationInterval string default="30s" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              excludedFromEnforcement []v1.Prometheus.spec.excludedFromEnforcement
              exemplars v1.Prometheus.spec.exemplars
              externalLabels {}string
              externalUrl string
              hostAliases []v1.Alertmanager.spec.hostAliases keys=ip
              hostNetwork bool
              hostUsers bool
              ignoreNamespaceSelectors bool
              image string
              imagePullPolicy string enum=|Always|IfNotPresent|Never
              imagePullSecrets []v1.Alertmanager.spec.imagePullSecrets
              initContainers []v1.Alertmanager.spec.containers
              keepDroppedTargets int64
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              listenLocal bool
              logFormat string enum=|json|logfmt
              logLevel string enum=|debug|error|info|warn
              maximumStartupDurationSeconds int32 minimum=60
              minReadySeconds int32 minimum=0
              nameEscapingScheme string enum=AllowUTF8|Dots|Underscores|Values
              nameValidationScheme string enum=Legacy|UTF8
              nodeSelector {}string
              otlp v1.Prometheus.spec.otlp
              overrideHonorLabels bool
              overrideHonorTimestamps bool
              paused bool
              persistentVolumeClaimRetentionPolicy v1.Alertmanager.spec.persistentVolumeClaimRetentionPolicy
              podMetadata v1.Alertmanager.spec.podMetadata
              podMonitorNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              podMonitorSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              podTargetLabels []string
              portName string default="web"
              priorityClassName string
              probeNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              probeSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              prometheusExternalLabelName string
              prometheusRulesExcludedFromEnforce []v1.Prometheus.spec.prometheusRulesExcludedFromEnforce
              query v1.Prometheus.spec.query
              queryLogFile string
              reloadStrategy string enum=HTTP|ProcessSignal
              remoteRead []v1.Prometheus.spec.remoteRead
              remoteWrite []v1.Prometheus.spec.remoteWrite
              remoteWriteReceiverMessageVersions []string enum=V1.0|V2.0 minItems=1 set
              replicaExternalLabelName string
              replicas int32
              resources v1.Alertmanager.spec.resources
              retention string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              retentionSize string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              routePrefix string
              ruleNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              ruleQueryOffset string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              ruleSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              rules v1.Prometheus.spec.rules
              runtime v1.Prometheus.spec.runtime
              sampleLimit int64
              scrapeClasses []v1.Prometheus.spec.scrapeClasses keys=name
              scrapeClassicHistograms bool
              scrapeConfigNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              scrapeConfigSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              scrapeFailureLogFile string minLength=1
              scrapeInterval string default="30s" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 set
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              secrets []string set
              securityContext v1.Alertmanager.spec.securityContext
              serviceAccountName string
              serviceDiscoveryRole string enum=EndpointSlice|Endpoints
              serviceMonitorNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              serviceMonitorSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              serviceName string minLength=1
              sha string
              shardRetentionPolicy v1.Prometheus.spec.shardRetentionPolicy
              shards int32
              storage v1.Alertmanager.spec.storage
              tag string
              targetLimit int64
              terminationGracePeriodSeconds int64 minimum=0
              thanos v1.Prometheus.spec.thanos
              tolerations []v1.Alertmanager.spec.tolerations
              topologySpreadConstraints []v1.Prometheus.spec.topologySpreadConstraints
              tracingConfig v1.Prometheus.spec.tracingConfig
              tsdb v1.Prometheus.spec.tsdb
              version string
              volumeMounts []v1.Alertmanager.spec.volumeMounts
              volumes []v1.Alertmanager.spec.volumes
              walCompression bool
              web v1.Prometheus.spec.web
            v1.Prometheus.spec.alerting
              alertmanagers! []v1.Prometheus.spec.alerting.alertmanagers
            v1.Prometheus.spec.alerting.alertmanagers
              alertRelabelings []v1.Probe.spec.metricRelabelings
              apiVersion string enum=V1|V2|v1|v2
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenFile string
              enableHttp2 bool
              name! string minLength=1
              namespace string minLength=1
              noProxy string
              pathPrefix string
              port! int-or-string
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              relabelings []v1.Probe.spec.metricRelabelings
              scheme string
              sigv4 v1.Prometheus.spec.remoteWrite.sigv4
              timeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
            v1.Prometheus.spec.apiserverConfig
              authorization v1.Prometheus.spec.apiserverConfig.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerToken string
              bearerTokenFile string
              host! string
              noProxy string
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
            v1.Prometheus.spec.apiserverConfig.authorization
              credentials v1.Probe.spec.bearerTokenSecret atomic
              credentialsFile string
              type string
            v1.Prometheus.spec.arbitraryFSAccessThroughSMs
              deny bool
            v1.Prometheus.spec.excludedFromEnforcement
              group string enum=monitoring.coreos.com default="monitoring.coreos.com"
              name string
              namespace! string minLength=1
              resource! string enum=podmonitors|probes|prometheusrules|scrapeconfigs|servicemonitors
            v1.Prometheus.spec.exemplars
              maxSize int64
            v1.Prometheus.spec.otlp
              convertHistogramsToNHCB bool
              ignoreResourceAttributes []string minItems=1 minLength=1 set
              keepIdentifyingResourceAttributes bool
              promoteAllResourceAttributes bool
              promoteResourceAttributes []string minItems=1 minLength=1 set
              translationStrategy string enum=NoTranslation|NoUTF8EscapingWithSuffixes|UnderscoreEscapingWithSuffixes
            v1.Prometheus.spec.prometheusRulesExcludedFromEnforce
              ruleName! string
              ruleNamespace! string
            v1.Prometheus.spec.query
              lookbackDelta string
              maxConcurrency int32 minimum=1
              maxSamples int32
              timeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1.Prometheus.spec.remoteRead
              authorization v1.Prometheus.spec.apiserverConfig.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerToken string
              bearerTokenFile string
              filterExternalLabels bool
              followRedirects bool
              headers {}string
              name string
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              readRecent bool
              remoteTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              requiredMatchers {}string
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
              url! string
            v1.Prometheus.spec.remoteWrite
              authorization v1.Prometheus.spec.apiserverConfig.authorization
              azureAd v1.Prometheus.spec.remoteWrite.azureAd
              basicAuth v1.Probe.spec.basicAuth
              bearerToken string
              bearerTokenFile string
              enableHTTP2 bool
              followRedirects bool
              headers {}string
              messageVersion string enum=V1.0|V2.0
              metadataConfig v1.Prometheus.spec.remoteWrite.metadataConfig
              name string
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              queueConfig v1.Prometheus.spec.remoteWrite.queueConfig
              remoteTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              roundRobinDNS bool
              sendExemplars bool
              sendNativeHistograms bool
              sigv4 v1.Prometheus.spec.remoteWrite.sigv4
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
              url! string minLength=1
              writeRelabelConfigs []v1.Probe.spec.metricRelabelings
            v1.Prometheus.spec.remoteWrite.azureAd
              cloud string enum=AzureChina|AzureGovernment|AzurePublic
              managedIdentity v1.Prometheus.spec.remoteWrite.azureAd.managedIdentity
              oauth v1.Prometheus.spec.remoteWrite.azureAd.oauth
              sdk v1.Prometheus.spec.remoteWrite.azureAd.sdk
            v1.Prometheus.spec.remoteWrite.azureAd.managedIdentity
              clientId! string
            v1.Prometheus.spec.remoteWrite.azureAd.oauth
              clientId! string minLength=1
              clientSecret! v1.Probe.spec.bearerTokenSecret atomic
              tenantId! string minLength=1 pattern=^[0-9a-zA-Z-.]+$
            v1.Prometheus.spec.remoteWrite.azureAd.sdk
              tenantId string pattern=^[0-9a-zA-Z-.]+$
            v1.Prometheus.spec.remoteWrite.metadataConfig
              maxSamplesPerSend int32 minimum=-1
              send bool
              sendInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1.Prometheus.spec.remoteWrite.queueConfig
              batchSendDeadline string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              capacity int64
              maxBackoff string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              maxRetries int64
              maxSamplesPerSend int64
              maxShards int64
              minBackoff string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              minShards int64
              retryOnRateLimit bool
              sampleAgeLimit string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1.Prometheus.spec.remoteWrite.sigv4
              accessKey v1.Probe.spec.bearerTokenSecret atomic
              profile string
              region string
              roleArn string
              secretKey v1.Probe.spec.bearerTokenSecret atomic
            v1.Prometheus.spec.rules
              alert v1.Prometheus.spec.rules.alert
            v1.Prometheus.spec.rules.alert
              forGracePeriod string
              forOutageTolerance string
              resendDelay string
            v1.Prometheus.spec.runtime
              goGC int32 minimum=-1
            v1.Prometheus.spec.scrapeClasses
              attachMetadata v1.PodMonitor.spec.attachMetadata
              authorization v1.Prometheus.spec.apiserverConfig.authorization
              default bool
              fallbackScrapeProtocol string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0
              metricRelabelings []v1.Probe.spec.metricRelabelings
              name! string minLength=1
              relabelings []v1.Probe.spec.metricRelabelings
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
            v1.Prometheus.spec.shardRetentionPolicy
              retain v1.Prometheus.spec.shardRetentionPolicy.retain
              whenScaled string enum=Delete|Retain
            v1.Prometheus.spec.shardRetentionPolicy.retain
              retentionPeriod! string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1.Prometheus.spec.thanos
              additionalArgs []v1.Alertmanager.spec.additionalArgs
              baseImage string
              blockSize string default="2h" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              getConfigInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              getConfigTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              grpcListenLocal bool
              grpcServerTlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
              httpListenLocal bool
              image string
              listenLocal bool
              logFormat string enum=|json|logfmt
              logLevel string enum=|debug|error|info|warn
              minTime string
              objectStorageConfig v1.Probe.spec.bearerTokenSecret atomic
              objectStorageConfigFile string
              readyTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              resources v1.Alertmanager.spec.resources
              sha string
              tag string
              tracingConfig v1.Probe.spec.bearerTokenSecret atomic
              tracingConfigFile string
              version string
              volumeMounts []v1.Alertmanager.spec.volumeMounts
            v1.Prometheus.spec.topologySpreadConstraints
              additionalLabelSelectors string enum=OnResource|OnShard
              labelSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              matchLabelKeys []string
              maxSkew! int32
              minDomains int32
              nodeAffinityPolicy string
              nodeTaintsPolicy string
              topologyKey! string
              whenUnsatisfiable! string
            v1.Prometheus.spec.tracingConfig
              clientType string enum=grpc|http
              compression string enum=gzip
              endpoint! string minLength=1
              headers {}string
              insecure bool
              samplingFraction quantity
              timeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
            v1.Prometheus.spec.tsdb
              outOfOrderTimeWindow string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1.Prometheus.spec.web
              httpConfig v1.Alertmanager.spec.web.httpConfig
              maxConnections int32 minimum=0
              pageTitle string
              tlsConfig v1.Alertmanager.spec.clusterTLS.server
            v1.Prometheus.status
              availableReplicas! int32
              conditions []v1.Alertmanager.status.conditions keys=type
              paused! bool
              replicas! int32
              selector string
              shardStatuses []v1.Prometheus.status.shardStatuses keys=shardID
              shards int32
              unavailableReplicas! int32
              updatedReplicas! int32
            v1.Prometheus.status.shardStatuses
              availableReplicas! int32
              replicas! int32
              shardID! string
              unavailableReplicas! int32
              updatedReplicas! int32
            v1.PrometheusRule
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.PrometheusRule.spec
            v1.PrometheusRule.spec
              groups []v1.PrometheusRule.spec.groups keys=name
            v1.PrometheusRule.spec.groups
              interval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              labels {}string
              limit int64
              name! string minLength=1
              partial_response_strategy string pattern=^(?i)(abort%7Cwarn)?$
              query_offset string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              rules []v1.PrometheusRule.spec.groups.rules
            v1.PrometheusRule.spec.groups.rules
              alert string
              annotations {}string
              expr! int-or-string
              for string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              keep_firing_for string minLength=1 pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              labels {}string
              record string
            v1.ServiceMonitor
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.ServiceMonitor.spec
              status v1.ServiceMonitor.status
            v1.ServiceMonitor.spec
              attachMetadata v1.PodMonitor.spec.attachMetadata
              bodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              convertClassicHistogramsToNHCB bool
              endpoints! []v1.ServiceMonitor.spec.endpoints
              fallbackScrapeProtocol string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0
              jobLabel string
              keepDroppedTargets int64
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              namespaceSelector v1.PodMonitor.spec.namespaceSelector
              nativeHistogramBucketLimit int64
              nativeHistogramMinBucketFactor quantity
              podTargetLabels []string
              sampleLimit int64
              scrapeClass string minLength=1
              scrapeClassicHistograms bool
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 set
              selector! v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              selectorMechanism string enum=RelabelConfig|RoleSelector
              targetLabels []string
              targetLimit int64
            v1.ServiceMonitor.spec.endpoints
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenFile string
              bearerTokenSecret v1.Probe.spec.bearerTokenSecret atomic
              enableHttp2 bool
              filterRunning bool
              followRedirects bool
              honorLabels bool
              honorTimestamps bool
              interval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              metricRelabelings []v1.Probe.spec.metricRelabelings
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              params {}[]string
              path string
              port string
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              relabelings []v1.Probe.spec.metricRelabelings
              scheme string enum=http|https
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              targetPort int-or-string
              tlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
              trackTimestampsStaleness bool
            v1.ServiceMonitor.status
              bindings []v1.ServiceMonitor.status.bindings
            v1.ServiceMonitor.status.bindings
              conditions []v1.ServiceMonitor.status.bindings.conditions keys=type
              group! string enum=monitoring.coreos.com
              name! string minLength=1
              namespace! string minLength=1
              resource! string enum=prometheusagents|prometheuses
            v1.ServiceMonitor.status.bindings.conditions
              lastTransitionTime! time
              message string
              observedGeneration int64
              reason string
              status! string minLength=1
              type! string enum=Accepted minLength=1
            v1.ThanosRuler
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.ThanosRuler.spec
              status v1.ThanosRuler.status
            v1.ThanosRuler.spec
              additionalArgs []v1.Alertmanager.spec.additionalArgs
              affinity v1.Alertmanager.spec.affinity
              alertDropLabels []string
              alertQueryUrl string
              alertRelabelConfigFile string
              alertRelabelConfigs v1.Probe.spec.bearerTokenSecret atomic
              alertmanagersConfig v1.Probe.spec.bearerTokenSecret atomic
              alertmanagersUrl []string
              containers []v1.Alertmanager.spec.containers
              dnsConfig v1.Alertmanager.spec.dnsConfig
              dnsPolicy string enum=ClusterFirst|ClusterFirstWithHostNet|Default|None
              enableFeatures []string minLength=1 set
              enableServiceLinks bool
              enforcedNamespaceLabel string
              evaluationInterval string default="15s" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              excludedFromEnforcement []v1.Prometheus.spec.excludedFromEnforcement
              externalPrefix string
              grpcServerTlsConfig v1.ThanosRuler.spec.grpcServerTlsConfig
              hostAliases []v1.Alertmanager.spec.hostAliases keys=ip
              hostUsers bool
              image string
              imagePullPolicy string enum=|Always|IfNotPresent|Never
              imagePullSecrets []v1.Alertmanager.spec.imagePullSecrets
              initContainers []v1.Alertmanager.spec.containers
              labels {}string
              listenLocal bool
              logFormat string enum=|json|logfmt
              logLevel string enum=|debug|error|info|warn
              minReadySeconds int32 minimum=0
              nodeSelector {}string
              objectStorageConfig v1.Probe.spec.bearerTokenSecret atomic
              objectStorageConfigFile string
              paused bool
              podMetadata v1.Alertmanager.spec.podMetadata
              portName string default="web"
              priorityClassName string
              prometheusRulesExcludedFromEnforce []v1.Prometheus.spec.prometheusRulesExcludedFromEnforce
              queryConfig v1.Probe.spec.bearerTokenSecret atomic
              queryEndpoints []string
              remoteWrite []v1.Prometheus.spec.remoteWrite
              replicas int32
              resendDelay string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              resources v1.Alertmanager.spec.resources
              retention string default="24h" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              routePrefix string
              ruleConcurrentEval int32 minimum=1
              ruleGracePeriod string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              ruleNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              ruleOutageTolerance string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              ruleQueryOffset string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              ruleSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              securityContext v1.Alertmanager.spec.securityContext
              serviceAccountName string
              serviceName string minLength=1
              storage v1.Alertmanager.spec.storage
              terminationGracePeriodSeconds int64 minimum=0
              tolerations []v1.Alertmanager.spec.tolerations
              topologySpreadConstraints []v1.Alertmanager.spec.topologySpreadConstraints
              tracingConfig v1.Probe.spec.bearerTokenSecret atomic
              tracingConfigFile string
              version string
              volumeMounts []v1.Alertmanager.spec.volumeMounts
              volumes []v1.Alertmanager.spec.volumes
              web v1.ThanosRuler.spec.web
            v1.ThanosRuler.spec.grpcServerTlsConfig
              ca v1.Alertmanager.spec.alertmanagerConfiguration.templates
              caFile string
              cert v1.Alertmanager.spec.alertmanagerConfiguration.templates
              certFile string
              insecureSkipVerify bool
              keyFile string
              keySecret v1.Probe.spec.bearerTokenSecret atomic
              maxVersion string enum=TLS10|TLS11|TLS12|TLS13
              minVersion string enum=TLS10|TLS11|TLS12|TLS13
              serverName string
            v1.ThanosRuler.spec.web
              httpConfig v1.Alertmanager.spec.web.httpConfig
              tlsConfig v1.Alertmanager.spec.clusterTLS.server
            v1.ThanosRuler.status
              availableReplicas! int32
              conditions []v1.Alertmanager.status.conditions keys=type
              paused! bool
              replicas! int32
              unavailableReplicas! int32
              updatedReplicas! int32
            v1alpha1.AlertmanagerConfig
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.AlertmanagerConfig.spec
            v1alpha1.AlertmanagerConfig.spec
              inhibitRules []v1alpha1.AlertmanagerConfig.spec.inhibitRules
              muteTimeIntervals []v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals
              receivers []v1alpha1.AlertmanagerConfig.spec.receivers
              route v1alpha1.AlertmanagerConfig.spec.route
            v1alpha1.AlertmanagerConfig.spec.inhibitRules
              equal []string
              sourceMatch []v1alpha1.AlertmanagerConfig.spec.inhibitRules.sourceMatch
              targetMatch []v1alpha1.AlertmanagerConfig.spec.inhibitRules.sourceMatch
            v1alpha1.AlertmanagerConfig.spec.inhibitRules.sourceMatch
              matchType string enum=!=|!~|=|=~
              name! string minLength=1
              regex bool
              value string
            v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals
              name! string
              timeIntervals []v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals
            v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals
              daysOfMonth []v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals.daysOfMonth
              months []string pattern=^((?i)january%7Cfebruary%7Cmarch%7Capril%7Cmay%7Cjune%7Cjuly%7Caugust%7Cseptember%7Coctober%7Cnovember%7Cdecember%7C1[0-2]%7C[1-9])(?:((:((?i)january%7Cfebruary%7Cmarch%7Capril%7Cmay%7Cjune%7Cjuly%7Caugust%7Cseptember%7Coctober%7Cnovember%7Cdecember%7C1[0-2]%7C[1-9]))$)%7C$)
              times []v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals.times
              weekdays []string pattern=^((?i)sun%7Cmon%7Ctues%7Cwednes%7Cthurs%7Cfri%7Csatur)day(?:((:(sun%7Cmon%7Ctues%7Cwednes%7Cthurs%7Cfri%7Csatur)day)$)%7C$)
              years []string pattern=^2\\d{3}(?::2\\d{3}%7C$)
            v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals.daysOfMonth
              end int64 maximum=31 minimum=-31
              start int64 maximum=31 minimum=-31
            v1alpha1.AlertmanagerConfig.spec.muteTimeIntervals.timeIntervals.times
              endTime string pattern=^((([01][0-9])%7C(2[0-3])):[0-5][0-9])$%7C(^24:00$)
              startTime string pattern=^((([01][0-9])%7C(2[0-3])):[0-5][0-9])$%7C(^24:00$)
            v1alpha1.AlertmanagerConfig.spec.receivers
              discordConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs
              emailConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs
              msteamsConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.msteamsConfigs
              msteamsv2Configs []v1alpha1.AlertmanagerConfig.spec.receivers.msteamsv2Configs
              name! string minLength=1
              opsgenieConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.opsgenieConfigs
              pagerdutyConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs
              pushoverConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.pushoverConfigs
              rocketchatConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs
              slackConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs
              snsConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.snsConfigs
              telegramConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.telegramConfigs
              victoropsConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.victoropsConfigs
              webexConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.webexConfigs
              webhookConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.webhookConfigs
              wechatConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.wechatConfigs
            v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs
              apiURL! v1.Probe.spec.bearerTokenSecret atomic
              avatarURL string pattern=^https?://.+$
              content string minLength=1
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              sendResolved bool
              title string
              username string minLength=1
            v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              bearerTokenSecret v1.Probe.spec.bearerTokenSecret atomic
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyURL string
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs
              authIdentity string
            """;
    }

    static String part1() {
        return """
              authPassword v1.Probe.spec.bearerTokenSecret atomic
              authSecret v1.Probe.spec.bearerTokenSecret atomic
              authUsername string
              from string
              headers []v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs.headers
              hello string
              html string
              requireTLS bool
              sendResolved bool
              smarthost string
              text string
              tlsConfig v1.Probe.spec.tlsConfig
              to string
            v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs.headers
              key! string minLength=1
              value! string
            v1alpha1.AlertmanagerConfig.spec.receivers.msteamsConfigs
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              sendResolved bool
              summary string
              text string
              title string
              webhookUrl! v1.Probe.spec.bearerTokenSecret atomic
            v1alpha1.AlertmanagerConfig.spec.receivers.msteamsv2Configs
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              sendResolved bool
              text string minLength=1
              title string minLength=1
              webhookURL v1.Probe.spec.bearerTokenSecret atomic
            v1alpha1.AlertmanagerConfig.spec.receivers.opsgenieConfigs
              actions string
              apiKey v1.Probe.spec.bearerTokenSecret atomic
              apiURL string
              description string
              details []v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs.headers
              entity string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              note string
              priority string
              responders []v1alpha1.AlertmanagerConfig.spec.receivers.opsgenieConfigs.responders
              sendResolved bool
              source string
              tags string
              updateAlerts bool
            v1alpha1.AlertmanagerConfig.spec.receivers.opsgenieConfigs.responders
              id string
              name string
              type! string minLength=1
              username string
            v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs
              class string
              client string
              clientURL string
              component string
              description string
              details []v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs.headers
              group string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              pagerDutyImageConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs.pagerDutyImageConfigs
              pagerDutyLinkConfigs []v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs.pagerDutyLinkConfigs
              routingKey v1.Probe.spec.bearerTokenSecret atomic
              sendResolved bool
              serviceKey v1.Probe.spec.bearerTokenSecret atomic
              severity string
              source string
              url string
            v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs.pagerDutyImageConfigs
              alt string
              href string
              src string
            v1alpha1.AlertmanagerConfig.spec.receivers.pagerdutyConfigs.pagerDutyLinkConfigs
              alt string
              href string
            v1alpha1.AlertmanagerConfig.spec.receivers.pushoverConfigs
              device string
              expire string pattern=^(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?$
              html bool
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              priority string
              retry string pattern=^(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?$
              sendResolved bool
              sound string
              title string
              token v1.Probe.spec.bearerTokenSecret atomic
              tokenFile string
              ttl string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              url string
              urlTitle string
              userKey v1.Probe.spec.bearerTokenSecret atomic
              userKeyFile string
            v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs
              actions []v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs.actions minItems=1
              apiURL string pattern=^https?://.+$
              channel string minLength=1
              color string minLength=1
              emoji string minLength=1
              fields []v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs.fields minItems=1
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              iconURL string pattern=^https?://.+$
              imageURL string pattern=^https?://.+$
              linkNames bool
              sendResolved bool
              shortFields bool
              text string minLength=1
              thumbURL string pattern=^https?://.+$
              title string minLength=1
              titleLink string minLength=1
              token! v1.Probe.spec.bearerTokenSecret atomic
              tokenID! v1.Probe.spec.bearerTokenSecret atomic
            v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs.actions
              msg string minLength=1
              text string minLength=1
              url string pattern=^https?://.+$
            v1alpha1.AlertmanagerConfig.spec.receivers.rocketchatConfigs.fields
              short bool
              title string minLength=1
              value string minLength=1
            v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs
              actions []v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.actions
              apiURL v1.Probe.spec.bearerTokenSecret atomic
              callbackId string
              channel string
              color string
              fallback string
              fields []v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.fields
              footer string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              iconEmoji string
              iconURL string
              imageURL string
              linkNames bool
              mrkdwnIn []string
              pretext string
              sendResolved bool
              shortFields bool
              text string
              thumbURL string
              title string
              titleLink string
              username string
            v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.actions
              confirm v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.actions.confirm
              name string
              style string
              text! string minLength=1
              type! string minLength=1
              url string
              value string
            v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.actions.confirm
              dismissText string
              okText string
              text! string minLength=1
              title string
            v1alpha1.AlertmanagerConfig.spec.receivers.slackConfigs.fields
              short bool
              title! string minLength=1
              value! string minLength=1
            v1alpha1.AlertmanagerConfig.spec.receivers.snsConfigs
              apiURL string
              attributes {}string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              phoneNumber string
              sendResolved bool
              sigv4 v1.Prometheus.spec.remoteWrite.sigv4
              subject string
              targetARN string
              topicARN string
            v1alpha1.AlertmanagerConfig.spec.receivers.telegramConfigs
              apiURL string
              botToken v1.Probe.spec.bearerTokenSecret atomic
              botTokenFile string
              chatID! int64
              disableNotifications bool
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              messageThreadID int64
              parseMode string enum=HTML|Markdown|MarkdownV2
              sendResolved bool
            v1alpha1.AlertmanagerConfig.spec.receivers.victoropsConfigs
              apiKey v1.Probe.spec.bearerTokenSecret atomic
              apiUrl string
              customFields []v1alpha1.AlertmanagerConfig.spec.receivers.emailConfigs.headers
              entityDisplayName string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              messageType string
              monitoringTool string
              routingKey string
              sendResolved bool
              stateMessage string
            v1alpha1.AlertmanagerConfig.spec.receivers.webexConfigs
              apiURL string pattern=^https?://.+$
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              roomID! string minLength=1
              sendResolved bool
            v1alpha1.AlertmanagerConfig.spec.receivers.webhookConfigs
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              maxAlerts int32 minimum=0
              sendResolved bool
              timeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              url string
              urlSecret v1.Probe.spec.bearerTokenSecret atomic
            v1alpha1.AlertmanagerConfig.spec.receivers.wechatConfigs
              agentID string
              apiSecret v1.Probe.spec.bearerTokenSecret atomic
              apiURL string
              corpID string
              httpConfig v1alpha1.AlertmanagerConfig.spec.receivers.discordConfigs.httpConfig
              message string
              messageType string
              sendResolved bool
              toParty string
              toTag string
              toUser string
            v1alpha1.AlertmanagerConfig.spec.route
              activeTimeIntervals []string
              continue bool
              groupBy []string
              groupInterval string
              groupWait string
              matchers []v1alpha1.AlertmanagerConfig.spec.inhibitRules.sourceMatch
              muteTimeIntervals []string
              receiver string
              repeatInterval string
              routes []any
            v1alpha1.PrometheusAgent
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.PrometheusAgent.spec
              status v1.Prometheus.status
            v1alpha1.PrometheusAgent.spec
              additionalArgs []v1.Alertmanager.spec.additionalArgs
              additionalScrapeConfigs v1.Probe.spec.bearerTokenSecret atomic
              affinity v1.Alertmanager.spec.affinity
              apiserverConfig v1.Prometheus.spec.apiserverConfig
              arbitraryFSAccessThroughSMs v1.Prometheus.spec.arbitraryFSAccessThroughSMs
              automountServiceAccountToken bool
              bodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              configMaps []string
              containers []v1.Alertmanager.spec.containers
              convertClassicHistogramsToNHCB bool
              dnsConfig v1.Alertmanager.spec.dnsConfig
              dnsPolicy string enum=ClusterFirst|ClusterFirstWithHostNet|Default|None
              enableFeatures []string minLength=1 set
              enableOTLPReceiver bool
              enableRemoteWriteReceiver bool
              enableServiceLinks bool
              enforcedBodySizeLimit string pattern=(^0%7C([0-9]*[.])?[0-9]+((K%7CM%7CG%7CT%7CE%7CP)i?)?B)$
              enforcedKeepDroppedTargets int64
              enforcedLabelLimit int64
              enforcedLabelNameLengthLimit int64
              enforcedLabelValueLengthLimit int64
              enforcedNamespaceLabel string
              enforcedSampleLimit int64
              enforcedTargetLimit int64
              excludedFromEnforcement []v1.Prometheus.spec.excludedFromEnforcement
              externalLabels {}string
              externalUrl string
              hostAliases []v1.Alertmanager.spec.hostAliases keys=ip
              hostNetwork bool
              hostUsers bool
              ignoreNamespaceSelectors bool
              image string
              imagePullPolicy string enum=|Always|IfNotPresent|Never
              imagePullSecrets []v1.Alertmanager.spec.imagePullSecrets
              initContainers []v1.Alertmanager.spec.containers
              keepDroppedTargets int64
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              listenLocal bool
              logFormat string enum=|json|logfmt
              logLevel string enum=|debug|error|info|warn
              maximumStartupDurationSeconds int32 minimum=60
              minReadySeconds int32 minimum=0
              mode string enum=DaemonSet|StatefulSet
              nameEscapingScheme string enum=AllowUTF8|Dots|Underscores|Values
              nameValidationScheme string enum=Legacy|UTF8
              nodeSelector {}string
              otlp v1.Prometheus.spec.otlp
              overrideHonorLabels bool
              overrideHonorTimestamps bool
              paused bool
              persistentVolumeClaimRetentionPolicy v1.Alertmanager.spec.persistentVolumeClaimRetentionPolicy
              podMetadata v1.Alertmanager.spec.podMetadata
              podMonitorNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              podMonitorSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              podTargetLabels []string
              portName string default="web"
              priorityClassName string
              probeNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              probeSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              prometheusExternalLabelName string
              reloadStrategy string enum=HTTP|ProcessSignal
              remoteWrite []v1.Prometheus.spec.remoteWrite
              remoteWriteReceiverMessageVersions []string enum=V1.0|V2.0 minItems=1 set
              replicaExternalLabelName string
              replicas int32
              resources v1.Alertmanager.spec.resources
              routePrefix string
              runtime v1.Prometheus.spec.runtime
              sampleLimit int64
              scrapeClasses []v1.Prometheus.spec.scrapeClasses keys=name
              scrapeClassicHistograms bool
              scrapeConfigNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              scrapeConfigSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              scrapeFailureLogFile string minLength=1
              scrapeInterval string default="30s" pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 set
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              secrets []string set
              securityContext v1.Alertmanager.spec.securityContext
              serviceAccountName string
              serviceDiscoveryRole string enum=EndpointSlice|Endpoints
              serviceMonitorNamespaceSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              serviceMonitorSelector v1.Alertmanager.spec.alertmanagerConfigNamespaceSelector atomic
              serviceName string minLength=1
              shards int32
              storage v1.Alertmanager.spec.storage
              targetLimit int64
              terminationGracePeriodSeconds int64 minimum=0
              tolerations []v1.Alertmanager.spec.tolerations
              topologySpreadConstraints []v1.Prometheus.spec.topologySpreadConstraints
              tracingConfig v1.Prometheus.spec.tracingConfig
              tsdb v1.Prometheus.spec.tsdb
              version string
              volumeMounts []v1.Alertmanager.spec.volumeMounts
              volumes []v1.Alertmanager.spec.volumes
              walCompression bool
              web v1.Prometheus.spec.web
            v1alpha1.ScrapeConfig
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.ScrapeConfig.spec
            v1alpha1.ScrapeConfig.spec
              authorization v1.Probe.spec.authorization
              azureSDConfigs []v1alpha1.ScrapeConfig.spec.azureSDConfigs
              basicAuth v1.Probe.spec.basicAuth
              consulSDConfigs []v1alpha1.ScrapeConfig.spec.consulSDConfigs
              convertClassicHistogramsToNHCB bool
              digitalOceanSDConfigs []v1alpha1.ScrapeConfig.spec.digitalOceanSDConfigs
              dnsSDConfigs []v1alpha1.ScrapeConfig.spec.dnsSDConfigs
              dockerSDConfigs []v1alpha1.ScrapeConfig.spec.dockerSDConfigs
              dockerSwarmSDConfigs []v1alpha1.ScrapeConfig.spec.dockerSwarmSDConfigs
              ec2SDConfigs []v1alpha1.ScrapeConfig.spec.ec2SDConfigs
              enableCompression bool
              enableHTTP2 bool
              eurekaSDConfigs []v1alpha1.ScrapeConfig.spec.eurekaSDConfigs
              fallbackScrapeProtocol string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0
              fileSDConfigs []v1alpha1.ScrapeConfig.spec.fileSDConfigs
              gceSDConfigs []v1alpha1.ScrapeConfig.spec.gceSDConfigs
              hetznerSDConfigs []v1alpha1.ScrapeConfig.spec.hetznerSDConfigs
              honorLabels bool
              honorTimestamps bool
              httpSDConfigs []v1alpha1.ScrapeConfig.spec.httpSDConfigs
              ionosSDConfigs []v1alpha1.ScrapeConfig.spec.ionosSDConfigs
              jobName string minLength=1
              keepDroppedTargets int64
              kubernetesSDConfigs []v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs
              kumaSDConfigs []v1alpha1.ScrapeConfig.spec.kumaSDConfigs
              labelLimit int64
              labelNameLengthLimit int64
              labelValueLengthLimit int64
              lightSailSDConfigs []v1alpha1.ScrapeConfig.spec.lightSailSDConfigs
              linodeSDConfigs []v1alpha1.ScrapeConfig.spec.linodeSDConfigs
              metricRelabelings []v1.Probe.spec.metricRelabelings minItems=1
              metricsPath string minLength=1
              nameEscapingScheme string enum=AllowUTF8|Dots|Underscores|Values
              nameValidationScheme string enum=Legacy|UTF8
              nativeHistogramBucketLimit int64
              nativeHistogramMinBucketFactor quantity
              noProxy string
              nomadSDConfigs []v1alpha1.ScrapeConfig.spec.nomadSDConfigs
              oauth2 v1.Probe.spec.oauth2
              openstackSDConfigs []v1alpha1.ScrapeConfig.spec.openstackSDConfigs
              ovhcloudSDConfigs []v1alpha1.ScrapeConfig.spec.ovhcloudSDConfigs
              params {}[]string atomic
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              puppetDBSDConfigs []v1alpha1.ScrapeConfig.spec.puppetDBSDConfigs
              relabelings []v1.Probe.spec.metricRelabelings minItems=1
              sampleLimit int64
              scalewaySDConfigs []v1alpha1.ScrapeConfig.spec.scalewaySDConfigs
              scheme string enum=HTTP|HTTPS
              scrapeClass string minLength=1
              scrapeClassicHistograms bool
              scrapeInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              scrapeProtocols []string enum=OpenMetricsText0.0.1|OpenMetricsText1.0.0|PrometheusProto|PrometheusText0.0.4|PrometheusText1.0.0 minItems=1 set
              scrapeTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              staticConfigs []v1alpha1.ScrapeConfig.spec.staticConfigs
              targetLimit int64
              tlsConfig v1.Probe.spec.tlsConfig
              trackTimestampsStaleness bool
            v1alpha1.ScrapeConfig.spec.azureSDConfigs
              authenticationMethod string enum=ManagedIdentity|OAuth|SDK
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              clientID string minLength=1
              clientSecret v1.Probe.spec.bearerTokenSecret atomic
              enableHTTP2 bool
              environment string minLength=1
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              resourceGroup string minLength=1
              subscriptionID! string minLength=1
              tenantID string minLength=1
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.consulSDConfigs
              allowStale bool
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              datacenter string minLength=1
              enableHTTP2 bool
              filter string minLength=1
              followRedirects bool
              namespace string minLength=1
              noProxy string
              nodeMeta {}string atomic
              oauth2 v1.Probe.spec.oauth2
              partition string minLength=1
              pathPrefix string minLength=1
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              scheme string enum=HTTP|HTTPS
              server! string minLength=1
              services []string set
              tagSeparator string minLength=1
              tags []string set
              tlsConfig v1.Probe.spec.tlsConfig
              tokenRef v1.Probe.spec.bearerTokenSecret atomic
            v1alpha1.ScrapeConfig.spec.digitalOceanSDConfigs
              authorization v1.Probe.spec.authorization
              enableHTTP2 bool
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.dnsSDConfigs
              names! []string minItems=1 minLength=1
              port int32 maximum=65535 minimum=0
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              type string enum=A|AAAA|MX|NS|SRV
            v1alpha1.ScrapeConfig.spec.dockerSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              filters []v1alpha1.ScrapeConfig.spec.dockerSDConfigs.filters keys=name
              followRedirects bool
              host! string minLength=1
              hostNetworkingHost string minLength=1
              matchFirstNetwork bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.dockerSDConfigs.filters
              name! string
              values! []string minItems=1 minLength=1 set
            v1alpha1.ScrapeConfig.spec.dockerSwarmSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              filters []v1alpha1.ScrapeConfig.spec.dockerSDConfigs.filters keys=name
              followRedirects bool
              host! string pattern=^[a-zA-Z][a-zA-Z0-9+.-]*://.+$
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              role! string enum=Nodes|Services|Tasks
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.ec2SDConfigs
              accessKey v1.Probe.spec.bearerTokenSecret atomic
              enableHTTP2 bool
              filters []v1alpha1.ScrapeConfig.spec.dockerSDConfigs.filters keys=name
              followRedirects bool
              noProxy string
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              region string minLength=1
              roleARN string minLength=1
              secretKey v1.Probe.spec.bearerTokenSecret atomic
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.eurekaSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              server! string minLength=1
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.fileSDConfigs
              files! []string minItems=1 pattern=^[^*]*(\\*[^/]*)?\\.(json%7Cyml%7Cyaml%7CJSON%7CYML%7CYAML)$ set
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
            v1alpha1.ScrapeConfig.spec.gceSDConfigs
              filter string minLength=1
              port int32 maximum=65535 minimum=0
              project! string minLength=1
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tagSeparator string minLength=1
              zone! string minLength=1
            v1alpha1.ScrapeConfig.spec.hetznerSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              labelSelector string minLength=1
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int64
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              role! string enum=Hcloud|Robot|hcloud|robot
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.httpSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.Probe.spec.tlsConfig
              url! string minLength=1 pattern=^http(s)?://.+$
            v1alpha1.ScrapeConfig.spec.ionosSDConfigs
              authorization! v1.Probe.spec.authorization
              datacenterID! string minLength=1
              enableHTTP2 bool
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs
              apiServer string minLength=1
              attachMetadata v1.PodMonitor.spec.attachMetadata
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              namespaces v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs.namespaces
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              role! string enum=EndpointSlice|Endpoints|Ingress|Node|Pod|Service
              selectors []v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs.selectors keys=role
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs.namespaces
              names []string set
              ownNamespace bool
            v1alpha1.ScrapeConfig.spec.kubernetesSDConfigs.selectors
              field string minLength=1
              label string minLength=1
              role! string enum=EndpointSlice|Endpoints|Ingress|Node|Pod|Service
            v1alpha1.ScrapeConfig.spec.kumaSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              clientID string
              enableHTTP2 bool
              fetchTimeout string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              server! string minLength=1
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.lightSailSDConfigs
              accessKey v1.Probe.spec.bearerTokenSecret atomic
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              endpoint string minLength=1
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              region string minLength=1
              roleARN string
              secretKey v1.Probe.spec.bearerTokenSecret atomic
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.linodeSDConfigs
              authorization v1.Probe.spec.authorization
              enableHTTP2 bool
              followRedirects bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              region string minLength=1
              tagSeparator string minLength=1
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.nomadSDConfigs
              allowStale bool
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              namespace string
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              region string
              server! string minLength=1
              tagSeparator string
              tlsConfig v1.Probe.spec.tlsConfig
            v1alpha1.ScrapeConfig.spec.openstackSDConfigs
              allTenants bool
              applicationCredentialId string
              applicationCredentialName string minLength=1
              applicationCredentialSecret v1.Probe.spec.bearerTokenSecret atomic
              availability string enum=Admin|Internal|Public|admin|internal|public
              domainID string minLength=1
              domainName string minLength=1
              identityEndpoint string pattern=^http(s)?:\\/\\/.+$
              password v1.Probe.spec.bearerTokenSecret atomic
              port int32 maximum=65535 minimum=0
              projectID string minLength=1
              projectName string minLength=1
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              region! string minLength=1
              role! string enum=Hypervisor|Instance|LoadBalancer
              tlsConfig v1.Probe.spec.tlsConfig
              userid string minLength=1
              username string minLength=1
            v1alpha1.ScrapeConfig.spec.ovhcloudSDConfigs
              applicationKey! string minLength=1
              applicationSecret! v1.Probe.spec.bearerTokenSecret atomic
              consumerKey! v1.Probe.spec.bearerTokenSecret atomic
              endpoint string minLength=1
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              service! string
            v1alpha1.ScrapeConfig.spec.puppetDBSDConfigs
              authorization v1.Probe.spec.authorization
              basicAuth v1.Probe.spec.basicAuth
              enableHTTP2 bool
              followRedirects bool
              includeParameters bool
              noProxy string
              oauth2 v1.Probe.spec.oauth2
              port int32 maximum=65535 minimum=0
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              query! string minLength=1
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              tlsConfig v1.Probe.spec.tlsConfig
              url! string minLength=1 pattern=^http(s)?://.+$
            v1alpha1.ScrapeConfig.spec.scalewaySDConfigs
              accessKey! string minLength=1
              apiURL string pattern=^http(s)?://.+$
              enableHTTP2 bool
              followRedirects bool
              nameFilter string minLength=1
              noProxy string
              port int32 maximum=65535 minimum=0
              projectID! string minLength=1
              proxyConnectHeader {}[]v1.Probe.spec.bearerTokenSecret atomic
              proxyFromEnvironment bool
              proxyUrl string pattern=^(http%7Chttps%7Csocks5)://.+$
              refreshInterval string pattern=^(0%7C(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?)$
              role! string enum=Baremetal|Instance
              secretKey! v1.Probe.spec.bearerTokenSecret atomic
              tagsFilter []string minItems=1 minLength=1 set
              tlsConfig v1.Probe.spec.tlsConfig
              zone string minLength=1
            v1alpha1.ScrapeConfig.spec.staticConfigs
              labels {}string atomic
              targets! []string minItems=1 set
            """;
    }
}
