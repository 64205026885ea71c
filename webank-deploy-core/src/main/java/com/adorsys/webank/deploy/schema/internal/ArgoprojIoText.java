package com.adorsys.webank.deploy.schema.internal;

/** {@code argoproj.io}. Made by SchemaTool. */
final class ArgoprojIoText {
    private ArgoprojIoText() {}

    static String text() {
        return """
            # Kinds of Argo CD 2.13 2.14 3.0 3.1 3.2 3.3 3.4 3.5 3.6
            kind v1alpha1 AppProject namespaced
            kind v1alpha1 Application namespaced
            kind v1alpha1 ApplicationSet namespaced
            v1alpha1.AppProject
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.AppProject.spec
              status v1alpha1.AppProject.status
            v1alpha1.AppProject.spec
              clusterResourceBlacklist []v1alpha1.AppProject.spec.clusterResourceBlacklist
              clusterResourceWhitelist []v1alpha1.AppProject.spec.clusterResourceBlacklist
              description string maxLength=255
              destinationServiceAccounts []v1alpha1.AppProject.spec.destinationServiceAccounts
              destinations []v1alpha1.AppProject.spec.destinations
              namespaceResourceBlacklist []v1alpha1.AppProject.spec.namespaceResourceBlacklist
              namespaceResourceWhitelist []v1alpha1.AppProject.spec.namespaceResourceBlacklist
              orphanedResources v1alpha1.AppProject.spec.orphanedResources
              permitOnlyProjectScopedClusters bool
              roles []v1alpha1.AppProject.spec.roles
              signatureKeys []v1alpha1.AppProject.spec.signatureKeys
              sourceIntegrity v1alpha1.AppProject.spec.sourceIntegrity since=3.5
              sourceNamespaces []string
              sourceRepos []string
              syncWindows []v1alpha1.AppProject.spec.syncWindows
            v1alpha1.AppProject.spec.clusterResourceBlacklist
              group! string
              kind! string
              name string since=3.3
            v1alpha1.AppProject.spec.destinationServiceAccounts
              defaultServiceAccount! string
              namespace string
              server! string
            v1alpha1.AppProject.spec.destinations
              name string
              namespace string
              server string
            v1alpha1.AppProject.spec.namespaceResourceBlacklist
              group! string
              kind! string
            v1alpha1.AppProject.spec.orphanedResources
              ignore []v1alpha1.AppProject.spec.orphanedResources.ignore
              warn bool
            v1alpha1.AppProject.spec.orphanedResources.ignore
              group string
              kind string
              name string
            v1alpha1.AppProject.spec.roles
              description string
              groups []string
              jwtTokens []v1alpha1.AppProject.spec.roles.jwtTokens
              name! string
              policies []string
            v1alpha1.AppProject.spec.roles.jwtTokens
              exp int64
              iat! int64
              id string
            v1alpha1.AppProject.spec.signatureKeys
              keyID! string
            v1alpha1.AppProject.spec.sourceIntegrity since=3.5
              git! v1alpha1.AppProject.spec.sourceIntegrity.git
            v1alpha1.AppProject.spec.sourceIntegrity.git since=3.5
              policies! []v1alpha1.AppProject.spec.sourceIntegrity.git.policies
            v1alpha1.AppProject.spec.sourceIntegrity.git.policies since=3.5
              gpg! v1alpha1.AppProject.spec.sourceIntegrity.git.policies.gpg
              repos! []v1alpha1.AppProject.spec.sourceIntegrity.git.policies.repos
            v1alpha1.AppProject.spec.sourceIntegrity.git.policies.gpg since=3.5
              keys! []string
              mode! string
            v1alpha1.AppProject.spec.sourceIntegrity.git.policies.repos since=3.5
              url! string
            v1alpha1.AppProject.spec.syncWindows
              andOperator bool since=3.0
              applications []string
              clusters []string
              description string since=3.1
              duration string
              kind string
              manualSync bool
              namespaces []string
              schedule string
              syncOverrun bool since=3.5
              timeZone string
            v1alpha1.AppProject.status
              jwtTokensByRole {}v1alpha1.AppProject.status.jwtTokensByRole
            v1alpha1.AppProject.status.jwtTokensByRole
              items []v1alpha1.AppProject.spec.roles.jwtTokens
            v1alpha1.Application
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              operation v1alpha1.Application.operation
              spec! v1alpha1.Application.spec
              status v1alpha1.Application.status
            v1alpha1.Application.operation
              info []v1alpha1.Application.operation.info
              initiatedBy v1alpha1.Application.operation.initiatedBy
              retry v1alpha1.Application.operation.retry
              sync v1alpha1.Application.operation.sync
            v1alpha1.Application.operation.info
              name! string
              value! string
            v1alpha1.Application.operation.initiatedBy
              automated bool
              username string
            v1alpha1.Application.operation.retry
              backoff v1alpha1.Application.operation.retry.backoff
              limit int64
              refresh bool since=3.2
            v1alpha1.Application.operation.retry.backoff
              duration string
              factor int64
              maxDuration string
            v1alpha1.Application.operation.sync
              autoHealAttemptsCount int64
              dryRun bool
              manifests []string
              prune bool
              resources []v1alpha1.Application.operation.sync.resources
              revision string
              revisions []string
              source v1alpha1.Application.spec.source
              sources []v1alpha1.Application.spec.source
              syncOptions []string
              syncStrategy v1alpha1.Application.operation.sync.syncStrategy
            v1alpha1.Application.operation.sync.resources
              group string
              kind! string
              name! string
              namespace string
            v1alpha1.Application.operation.sync.syncStrategy
              apply v1alpha1.Application.operation.sync.syncStrategy.apply
              hook v1alpha1.Application.operation.sync.syncStrategy.apply
            v1alpha1.Application.operation.sync.syncStrategy.apply
              force bool
            v1alpha1.Application.spec
              destination! v1alpha1.AppProject.spec.destinations
              ignoreDifferences []v1alpha1.Application.spec.ignoreDifferences
              info []v1alpha1.Application.operation.info
              project! string
              revisionHistoryLimit int64
              source v1alpha1.Application.spec.source
              sourceHydrator v1alpha1.Application.spec.sourceHydrator since=2.14
              sources []v1alpha1.Application.spec.source
              syncPolicy v1alpha1.Application.spec.syncPolicy
            v1alpha1.Application.spec.ignoreDifferences
              group string
              jqPathExpressions []string
              jsonPointers []string
              kind! string
              managedFieldsManagers []string
              name string
              namespace string
            v1alpha1.Application.spec.source
              chart string
              directory v1alpha1.Application.spec.source.directory
              helm v1alpha1.Application.spec.source.helm
              kustomize v1alpha1.Application.spec.source.kustomize
              name string since=2.14
              path string
              plugin v1alpha1.Application.spec.source.plugin
              ref string
              repoURL! string
              tagPrefix string since=3.5
              targetRevision string
            v1alpha1.Application.spec.source.directory
              disableExtensionFilter bool since=3.6
              exclude string
              include string
              jsonnet v1alpha1.Application.spec.source.directory.jsonnet
              recurse bool
            v1alpha1.Application.spec.source.directory.jsonnet
              extVars []v1alpha1.Application.spec.source.directory.jsonnet.extVars
              libs []string
              tlas []v1alpha1.Application.spec.source.directory.jsonnet.extVars
            v1alpha1.Application.spec.source.directory.jsonnet.extVars
              code bool
              name! string
              value! string
            v1alpha1.Application.spec.source.helm
              apiVersions []string
              fileParameters []v1alpha1.Application.spec.source.helm.fileParameters
              ignoreMissingValueFiles bool
              kubeVersion string
              namespace string
              parameters []v1alpha1.Application.spec.source.helm.parameters
              passCredentials bool
              releaseName string
              skipCrds bool
              skipSchemaValidation bool since=2.14
              skipTests bool since=2.14
              valueFiles []string
              values string
              valuesObject object
              version string
            v1alpha1.Application.spec.source.helm.fileParameters
              name string
              path string
            v1alpha1.Application.spec.source.helm.parameters
              forceString bool
              name string
              value string
            v1alpha1.Application.spec.source.kustomize
              apiVersions []string
              commonAnnotations {}string
              commonAnnotationsEnvsubst bool
              commonLabels {}string
              components []string
              forceCommonAnnotations bool
              forceCommonLabels bool
              ignoreMissingComponents bool since=3.0
              images []string
              kubeVersion string
              labelIncludeTemplates bool since=3.0
              labelWithoutSelector bool
              namePrefix string
              nameSuffix string
              namespace string
              patches []v1alpha1.Application.spec.source.kustomize.patches
              replicas []v1alpha1.Application.spec.source.kustomize.replicas
              version string
            v1alpha1.Application.spec.source.kustomize.patches
              options {}bool
              patch string
              path string
              target v1alpha1.Application.spec.source.kustomize.patches.target
            v1alpha1.Application.spec.source.kustomize.patches.target
              annotationSelector string
              group string
              kind string
              labelSelector string
              name string
              namespace string
              version string
            v1alpha1.Application.spec.source.kustomize.replicas
              count! int-or-string
              name! string
            v1alpha1.Application.spec.source.plugin
              env []v1alpha1.Application.operation.info
              name string
              parameters []v1alpha1.Application.spec.source.plugin.parameters
            v1alpha1.Application.spec.source.plugin.parameters
              array []string
              map {}string
              name string
              string string
            v1alpha1.Application.spec.sourceHydrator since=2.14
              drySource! v1alpha1.Application.spec.sourceHydrator.drySource
              hydrateTo v1alpha1.Application.spec.sourceHydrator.hydrateTo
              syncSource! v1alpha1.Application.spec.sourceHydrator.syncSource
            v1alpha1.Application.spec.sourceHydrator.drySource since=2.14
              directory v1alpha1.Application.spec.sourceHydrator.drySource.directory since=3.3
              helm v1alpha1.Application.spec.sourceHydrator.drySource.helm since=3.3
              kustomize v1alpha1.Application.spec.sourceHydrator.drySource.kustomize since=3.3
              path! string
              plugin v1alpha1.Application.spec.sourceHydrator.drySource.plugin since=3.3
              repoURL! string
              targetRevision! string
            v1alpha1.Application.spec.sourceHydrator.drySource.directory since=3.3
              disableExtensionFilter bool since=3.6
              exclude string
              include string
              jsonnet v1alpha1.Application.spec.sourceHydrator.drySource.directory.jsonnet
              recurse bool
            v1alpha1.Application.spec.sourceHydrator.drySource.directory.jsonnet since=3.3
              extVars []v1alpha1.Application.spec.sourceHydrator.drySource.directory.jsonnet.extVars
              libs []string
              tlas []v1alpha1.Application.spec.sourceHydrator.drySource.directory.jsonnet.extVars
            v1alpha1.Application.spec.sourceHydrator.drySource.directory.jsonnet.extVars since=3.3
              code bool
              name! string
              value! string
            v1alpha1.Application.spec.sourceHydrator.drySource.helm since=3.3
              apiVersions []string
              fileParameters []v1alpha1.Application.spec.sourceHydrator.drySource.helm.fileParameters
              ignoreMissingValueFiles bool
              kubeVersion string
              namespace string
              parameters []v1alpha1.Application.spec.sourceHydrator.drySource.helm.parameters
              passCredentials bool
              releaseName string
              skipCrds bool
              skipSchemaValidation bool
              skipTests bool
              valueFiles []string
              values string
              valuesObject object
              version string
            v1alpha1.Application.spec.sourceHydrator.drySource.helm.fileParameters since=3.3
              name string
              path string
            v1alpha1.Application.spec.sourceHydrator.drySource.helm.parameters since=3.3
              forceString bool
              name string
              value string
            v1alpha1.Application.spec.sourceHydrator.drySource.kustomize since=3.3
              apiVersions []string
              commonAnnotations {}string
              commonAnnotationsEnvsubst bool
              commonLabels {}string
              components []string
              forceCommonAnnotations bool
              forceCommonLabels bool
              ignoreMissingComponents bool
              images []string
              kubeVersion string
              labelIncludeTemplates bool
              labelWithoutSelector bool
              namePrefix string
              nameSuffix string
              namespace string
              patches []v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.patches
              replicas []v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.replicas
              version string
            v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.patches since=3.3
              options {}bool
              patch string
              path string
              target v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.patches.target
            v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.patches.target since=3.3
              annotationSelector string
              group string
              kind string
              labelSelector string
              name string
              namespace string
              version string
            v1alpha1.Application.spec.sourceHydrator.drySource.kustomize.replicas since=3.3
              count! int-or-string
              name! string
            v1alpha1.Application.spec.sourceHydrator.drySource.plugin since=3.3
              env []v1alpha1.Application.spec.sourceHydrator.drySource.plugin.env
              name string
              parameters []v1alpha1.Application.spec.sourceHydrator.drySource.plugin.parameters
            v1alpha1.Application.spec.sourceHydrator.drySource.plugin.env since=3.3
              name! string
              value! string
            v1alpha1.Application.spec.sourceHydrator.drySource.plugin.parameters since=3.3
              array []string
              map {}string
              name string
              string string
            v1alpha1.Application.spec.sourceHydrator.hydrateTo since=2.14
              targetBranch! string
            v1alpha1.Application.spec.sourceHydrator.syncSource since=2.14
              path! string minLength=1 pattern=^.{2,}%7C[^./]$
              repoURL string since=3.5
              targetBranch! string
            v1alpha1.Application.spec.syncPolicy
              automated v1alpha1.Application.spec.syncPolicy.automated
              managedNamespaceMetadata v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata
              retry v1alpha1.Application.operation.retry
              syncOptions []string
            v1alpha1.Application.spec.syncPolicy.automated
              allowEmpty bool
              enabled bool since=3.1
              prune bool
              selfHeal bool
            v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata
              annotations {}string
              labels {}string
            v1alpha1.Application.status
              conditions []v1alpha1.Application.status.conditions
              controllerNamespace string
              health v1alpha1.Application.status.health
              history []v1alpha1.Application.status.history
              observedAt time
              operationState v1alpha1.Application.status.operationState
              reconciledAt time
              resourceHealthSource string
              resources []v1alpha1.Application.status.resources
              sourceHydrator v1alpha1.Application.status.sourceHydrator since=2.14
              sourceType string
              sourceTypes []string
              summary v1alpha1.Application.status.summary
              sync v1alpha1.Application.status.sync
            v1alpha1.Application.status.conditions
              lastTransitionTime time
              message! string
              type! string
            v1alpha1.Application.status.health
              lastTransitionTime time since=2.14
              message string
              status string
            v1alpha1.Application.status.history
              deployStartedAt time
              deployedAt! time
              id! int64
              initiatedBy v1alpha1.Application.operation.initiatedBy
              revision string
              revisions []string
              source v1alpha1.Application.spec.source
              sources []v1alpha1.Application.spec.source
            v1alpha1.Application.status.operationState
              finishedAt time
              message string
              operation! v1alpha1.Application.operation
              phase! string
              retryCount int64
              startedAt! time
              syncResult v1alpha1.Application.status.operationState.syncResult
            v1alpha1.Application.status.operationState.syncResult
              managedNamespaceMetadata v1alpha1.Application.spec.syncPolicy.managedNamespaceMetadata
              resources []v1alpha1.Application.status.operationState.syncResult.resources
              revision! string
              revisions []string
              source v1alpha1.Application.spec.source
              sources []v1alpha1.Application.spec.source
            v1alpha1.Application.status.operationState.syncResult.resources
              group! string
              hookPhase string
              hookType string
              images []string since=3.1
              kind! string
              message string
              name! string
              namespace! string
              status string
              syncPhase string
              version! string
            v1alpha1.Application.status.resources
              group string
              health v1alpha1.Application.status.health
              hook bool
              kind string
              name string
              namespace string
              requiresDeletionConfirmation bool since=2.14
              requiresPruning bool
              status string
              syncWave int64
              version string
            v1alpha1.Application.status.sourceHydrator since=2.14
              currentOperation v1alpha1.Application.status.sourceHydrator.currentOperation
              lastComparedDryRevision string since=3.5
              lastSuccessfulOperation v1alpha1.Application.status.sourceHydrator.lastSuccessfulOperation
            v1alpha1.Application.status.sourceHydrator.currentOperation since=2.14
              drySHA string
              finishedAt time
              hydratedSHA string
              message! string
              phase! string enum=Failed|Hydrated|Hydrating
              sourceHydrator v1alpha1.Application.spec.sourceHydrator
              startedAt time
            v1alpha1.Application.status.sourceHydrator.lastSuccessfulOperation since=2.14
              drySHA string
              hydratedSHA string
              sourceHydrator v1alpha1.Application.spec.sourceHydrator
            v1alpha1.Application.status.summary
              externalURLs []string
              images []string
              isAppOfApps bool since=3.5
            v1alpha1.Application.status.sync
              comparedTo v1alpha1.Application.status.sync.comparedTo
              revision string
              revisions []string
              status! string
            v1alpha1.Application.status.sync.comparedTo
              destination! v1alpha1.AppProject.spec.destinations
              ignoreDifferences []v1alpha1.Application.spec.ignoreDifferences
              source v1alpha1.Application.spec.source
              sources []v1alpha1.Application.spec.source
            v1alpha1.ApplicationSet
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.ApplicationSet.spec
              status v1alpha1.ApplicationSet.status
            v1alpha1.ApplicationSet.spec
              applyNestedSelectors bool
              generators! []v1alpha1.ApplicationSet.spec.generators
              goTemplate bool
              goTemplateOptions []string
              ignoreApplicationDifferences []v1alpha1.ApplicationSet.spec.ignoreApplicationDifferences
              preservedFields v1alpha1.ApplicationSet.spec.preservedFields
              strategy v1alpha1.ApplicationSet.spec.strategy
              syncPolicy v1alpha1.ApplicationSet.spec.syncPolicy
              template! v1alpha1.ApplicationSet.spec.template
              templatePatch string
            v1alpha1.ApplicationSet.spec.generators
              clusterDecisionResource v1alpha1.ApplicationSet.spec.generators.clusterDecisionResource
              clusters v1alpha1.ApplicationSet.spec.generators.clusters
              git v1alpha1.ApplicationSet.spec.generators.git
              list v1alpha1.ApplicationSet.spec.generators.list
              matrix v1alpha1.ApplicationSet.spec.generators.matrix
              merge v1alpha1.ApplicationSet.spec.generators.merge
              oci v1alpha1.ApplicationSet.spec.generators.oci since=3.6
              plugin v1alpha1.ApplicationSet.spec.generators.plugin
              pullRequest v1alpha1.ApplicationSet.spec.generators.pullRequest
              scmProvider v1alpha1.ApplicationSet.spec.generators.scmProvider
              selector v1alpha1.ApplicationSet.spec.generators.selector atomic
            v1alpha1.ApplicationSet.spec.generators.clusterDecisionResource
              configMapRef! string
              labelSelector v1alpha1.ApplicationSet.spec.generators.selector atomic
              name string
              requeueAfterSeconds int64
              template v1alpha1.ApplicationSet.spec.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.clusters
              flatList bool since=2.14
              selector v1alpha1.ApplicationSet.spec.generators.selector atomic
              template v1alpha1.ApplicationSet.spec.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.git
              directories []v1alpha1.ApplicationSet.spec.generators.git.directories
              files []v1alpha1.ApplicationSet.spec.generators.git.files
              pathParamPrefix string
              repoURL! string
              requeueAfterSeconds int64
              revision! string
              template v1alpha1.ApplicationSet.spec.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.git.directories
              exclude bool
              path! string
            v1alpha1.ApplicationSet.spec.generators.git.files
              exclude bool since=3.1
              path! string
            v1alpha1.ApplicationSet.spec.generators.list
              elements []any
              elementsYaml string
              template v1alpha1.ApplicationSet.spec.template
            v1alpha1.ApplicationSet.spec.generators.matrix
              generators! []v1alpha1.ApplicationSet.spec.generators.matrix.generators
              template v1alpha1.ApplicationSet.spec.template
            v1alpha1.ApplicationSet.spec.generators.matrix.generators
              clusterDecisionResource v1alpha1.ApplicationSet.spec.generators.clusterDecisionResource
              clusters v1alpha1.ApplicationSet.spec.generators.clusters
              git v1alpha1.ApplicationSet.spec.generators.git
              list v1alpha1.ApplicationSet.spec.generators.list
              matrix any
              merge any
              oci v1alpha1.ApplicationSet.spec.generators.oci since=3.6
              plugin v1alpha1.ApplicationSet.spec.generators.plugin
              pullRequest v1alpha1.ApplicationSet.spec.generators.pullRequest
              scmProvider v1alpha1.ApplicationSet.spec.generators.scmProvider
              selector v1alpha1.ApplicationSet.spec.generators.selector atomic
            v1alpha1.ApplicationSet.spec.generators.merge
              generators! []v1alpha1.ApplicationSet.spec.generators.matrix.generators
              mergeKeys! []string
              template v1alpha1.ApplicationSet.spec.template
            v1alpha1.ApplicationSet.spec.generators.oci since=3.6
              directories []v1alpha1.ApplicationSet.spec.generators.oci.directories
              files []v1alpha1.ApplicationSet.spec.generators.oci.directories
              pathParamPrefix string
              repoURL! string
              requeueAfterSeconds int64
              revision! string
              template v1alpha1.ApplicationSet.spec.generators.oci.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.oci.directories since=3.6
              exclude bool
              path! string
            v1alpha1.ApplicationSet.spec.generators.oci.template since=3.6
              metadata! v1alpha1.ApplicationSet.spec.generators.oci.template.metadata
              spec! v1alpha1.ApplicationSet.spec.generators.oci.template.spec
            v1alpha1.ApplicationSet.spec.generators.oci.template.metadata since=3.6
              annotations {}string
              finalizers []string
              labels {}string
              name string
              namespace string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec since=3.6
              destination! v1alpha1.ApplicationSet.spec.generators.oci.template.spec.destination
              ignoreDifferences []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.ignoreDifferences
              info []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.info
              project! string
              revisionHistoryLimit int64
              source v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source
              sourceHydrator v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator
              sources []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source
              syncPolicy v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.destination since=3.6
              name string
              namespace string
              server string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.ignoreDifferences since=3.6
              group string
              jqPathExpressions []string
              jsonPointers []string
              kind! string
              managedFieldsManagers []string
              name string
              namespace string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.info since=3.6
              name! string
              value! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source since=3.6
              chart string
              directory v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory
              helm v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm
              kustomize v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize
              name string
              path string
              plugin v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.plugin
              ref string
              repoURL! string
              tagPrefix string
              targetRevision string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory since=3.6
              disableExtensionFilter bool
              exclude string
              include string
              jsonnet v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory.jsonnet
              recurse bool
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory.jsonnet since=3.6
              extVars []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory.jsonnet.extVars
              libs []string
              tlas []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory.jsonnet.extVars
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory.jsonnet.extVars since=3.6
              code bool
              name! string
              value! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm since=3.6
              apiVersions []string
              fileParameters []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm.fileParameters
              ignoreMissingValueFiles bool
              kubeVersion string
              namespace string
              parameters []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm.parameters
              passCredentials bool
              releaseName string
              skipCrds bool
              skipSchemaValidation bool
              skipTests bool
              valueFiles []string
              values string
              valuesObject object
              version string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm.fileParameters since=3.6
              name string
              path string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm.parameters since=3.6
              forceString bool
              name string
              value string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize since=3.6
              apiVersions []string
              commonAnnotations {}string
              commonAnnotationsEnvsubst bool
              commonLabels {}string
              components []string
              forceCommonAnnotations bool
              forceCommonLabels bool
              ignoreMissingComponents bool
              images []string
              kubeVersion string
              labelIncludeTemplates bool
              labelWithoutSelector bool
              namePrefix string
              nameSuffix string
              namespace string
              patches []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.patches
              replicas []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.replicas
              version string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.patches since=3.6
              options {}bool
              patch string
              path string
              target v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.patches.target
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.patches.target since=3.6
              annotationSelector string
              group string
              kind string
              labelSelector string
              name string
              namespace string
              version string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize.replicas since=3.6
              count! int-or-string
              name! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.plugin since=3.6
              env []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.info
              name string
              parameters []v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.plugin.parameters
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.plugin.parameters since=3.6
              array []string
              map {}string
              name string
              string string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator since=3.6
              drySource! v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.drySource
              hydrateTo v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.hydrateTo
              syncSource! v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.syncSource
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.drySource since=3.6
              directory v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.directory
              helm v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.helm
              kustomize v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.kustomize
              path! string
              plugin v1alpha1.ApplicationSet.spec.generators.oci.template.spec.source.plugin
              repoURL! string
              targetRevision! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.hydrateTo since=3.6
              targetBranch! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.sourceHydrator.syncSource since=3.6
              path! string minLength=1 pattern=^.{2,}%7C[^./]$
              repoURL string
              targetBranch! string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy since=3.6
              automated v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.automated
              managedNamespaceMetadata v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.managedNamespaceMetadata
              retry v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.retry
              syncOptions []string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.automated since=3.6
              allowEmpty bool
              enabled bool
              prune bool
              selfHeal bool
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.managedNamespaceMetadata since=3.6
              annotations {}string
              labels {}string
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.retry since=3.6
              backoff v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.retry.backoff
              limit int64
              refresh bool
            v1alpha1.ApplicationSet.spec.generators.oci.template.spec.syncPolicy.retry.backoff since=3.6
              duration string
              factor int64
              maxDuration string
            v1alpha1.ApplicationSet.spec.generators.plugin
              configMapRef! v1alpha1.ApplicationSet.spec.generators.plugin.configMapRef
              input v1alpha1.ApplicationSet.spec.generators.plugin.input
              requeueAfterSeconds int64
              template v1alpha1.ApplicationSet.spec.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.plugin.configMapRef
              name! string
            v1alpha1.ApplicationSet.spec.generators.plugin.input
              parameters {}any
            v1alpha1.ApplicationSet.spec.generators.pullRequest
              azuredevops v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops
              bitbucket v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket
              bitbucketServer v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer
              continueOnRepoNotFoundError bool since=3.2
              filters []v1alpha1.ApplicationSet.spec.generators.pullRequest.filters
              gitea v1alpha1.ApplicationSet.spec.generators.pullRequest.gitea
              github v1alpha1.ApplicationSet.spec.generators.pullRequest.github
              gitlab v1alpha1.ApplicationSet.spec.generators.pullRequest.gitlab
              requeueAfterSeconds int64
              template v1alpha1.ApplicationSet.spec.template
              values {}string since=3.0
            v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops
              api string
              labels []string
              organization! string
              project! string
              repo! string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
              key! string
              secretName! string
            v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket
              api string
              basicAuth v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.basicAuth
              bearerToken v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.bearerToken
              owner! string
              repo! string
            v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.basicAuth
              passwordRef! v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
              username! string
            v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.bearerToken
              tokenRef! v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer
              api! string
              basicAuth v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.basicAuth
              bearerToken v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.bearerToken
              caRef v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer.caRef
              insecure bool
              project! string
              repo! string
            v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer.caRef
              configMapName! string
              key! string
            v1alpha1.ApplicationSet.spec.generators.pullRequest.filters
              branchMatch string
              targetBranchMatch string
              titleMatch string since=3.2
            v1alpha1.ApplicationSet.spec.generators.pullRequest.gitea
              api! string
              insecure bool
              labels []string since=3.1
              owner! string
              repo! string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.pullRequest.github
              api string
              appSecretName string
              labels []string
              owner! string
              repo! string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.pullRequest.gitlab
              api string
              caRef v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer.caRef
              insecure bool
              labels []string
              project! string
              pullRequestState string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.scmProvider
              awsCodeCommit v1alpha1.ApplicationSet.spec.generators.scmProvider.awsCodeCommit
              azureDevOps v1alpha1.ApplicationSet.spec.generators.scmProvider.azureDevOps
              bitbucket v1alpha1.ApplicationSet.spec.generators.scmProvider.bitbucket
              bitbucketServer v1alpha1.ApplicationSet.spec.generators.scmProvider.bitbucketServer
              cloneProtocol string
              filters []v1alpha1.ApplicationSet.spec.generators.scmProvider.filters
              gitea v1alpha1.ApplicationSet.spec.generators.scmProvider.gitea
              github v1alpha1.ApplicationSet.spec.generators.scmProvider.github
              gitlab v1alpha1.ApplicationSet.spec.generators.scmProvider.gitlab
              requeueAfterSeconds int64
              template v1alpha1.ApplicationSet.spec.template
              values {}string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.awsCodeCommit
              allBranches bool
              region string
              role string
              tagFilters []v1alpha1.ApplicationSet.spec.generators.scmProvider.awsCodeCommit.tagFilters
            v1alpha1.ApplicationSet.spec.generators.scmProvider.awsCodeCommit.tagFilters
              key! string
              value string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.azureDevOps
              accessTokenRef! v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
              allBranches bool
              api string
              organization! string
              teamProject! string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.bitbucket
              allBranches bool
              appPasswordRef! v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
              owner! string
              user! string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.bitbucketServer
              allBranches bool
              api! string
              basicAuth v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.basicAuth
              bearerToken v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucket.bearerToken
              caRef v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer.caRef
              insecure bool
              project! string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.filters
              branchMatch string
              labelMatch string
              pathsDoNotExist []string
              pathsExist []string
              repositoryMatch string
            v1alpha1.ApplicationSet.spec.generators.scmProvider.gitea
              allBranches bool
              api! string
              excludeArchivedRepos bool since=3.5
              insecure bool
              owner! string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.scmProvider.github
              allBranches bool
              api string
              appSecretName string
              excludeArchivedRepos bool since=3.5
              organization! string
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
            v1alpha1.ApplicationSet.spec.generators.scmProvider.gitlab
              allBranches bool
              api string
              caRef v1alpha1.ApplicationSet.spec.generators.pullRequest.bitbucketServer.caRef
              group! string
              includeArchivedRepos bool since=3.5
              includeSharedProjects bool
              includeSubgroups bool
              insecure bool
              tokenRef v1alpha1.ApplicationSet.spec.generators.pullRequest.azuredevops.tokenRef
              topic string
            v1alpha1.ApplicationSet.spec.generators.selector atomic
              matchExpressions []v1alpha1.ApplicationSet.spec.generators.selector.matchExpressions
              matchLabels {}string
            v1alpha1.ApplicationSet.spec.generators.selector.matchExpressions
              key! string
              operator! string
              values []string
            v1alpha1.ApplicationSet.spec.ignoreApplicationDifferences
              jqPathExpressions []string
              jsonPointers []string
              name string
            v1alpha1.ApplicationSet.spec.preservedFields
              annotations []string
              labels []string
            v1alpha1.ApplicationSet.spec.strategy
              deletionOrder string since=3.2
              rollingSync v1alpha1.ApplicationSet.spec.strategy.rollingSync
              type string
            v1alpha1.ApplicationSet.spec.strategy.rollingSync
              steps []v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps
            v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps
              matchExpressions []v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps.matchExpressions
              maxUpdate int-or-string
            v1alpha1.ApplicationSet.spec.strategy.rollingSync.steps.matchExpressions
              key string
              operator string
              values []string
            v1alpha1.ApplicationSet.spec.syncPolicy
              applicationsSync string enum=create-delete|create-only|create-update|sync
              preserveResourcesOnDeletion bool
            v1alpha1.ApplicationSet.spec.template
              metadata! v1alpha1.ApplicationSet.spec.template.metadata
              spec! v1alpha1.Application.spec
            v1alpha1.ApplicationSet.spec.template.metadata
              annotations {}string
              finalizers []string
              labels {}string
              name string
              namespace string
            v1alpha1.ApplicationSet.status
              applicationStatus []v1alpha1.ApplicationSet.status.applicationStatus
              conditions []v1alpha1.ApplicationSet.status.conditions
              health v1alpha1.ApplicationSet.status.health since=3.4
              resources []v1alpha1.Application.status.resources
              resourcesCount int64 since=3.2
            v1alpha1.ApplicationSet.status.applicationStatus
              application! string
              lastTransitionTime time
              message! string
              status! string
              step! string
              targetRevisions! []string
            v1alpha1.ApplicationSet.status.conditions
              lastTransitionTime time
              message! string
              reason! string
              status! string
              type! string
            v1alpha1.ApplicationSet.status.health since=3.4
              lastTransitionTime time
              message string
              status string
            """;
    }
}
