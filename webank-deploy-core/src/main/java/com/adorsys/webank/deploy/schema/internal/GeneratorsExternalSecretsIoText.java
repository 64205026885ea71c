package com.adorsys.webank.deploy.schema.internal;

/** {@code generators.external-secrets.io}. Made by SchemaTool. */
final class GeneratorsExternalSecretsIoText {
    private GeneratorsExternalSecretsIoText() {}

    static String text() {
        return """
            # Kinds of github.com/external-secrets/external-secrets 1.3
            kind v1alpha1 ACRAccessToken namespaced
            kind v1alpha1 CloudsmithAccessToken namespaced
            kind v1alpha1 ClusterGenerator cluster
            kind v1alpha1 ECRAuthorizationToken namespaced
            kind v1alpha1 Fake namespaced
            kind v1alpha1 GCRAccessToken namespaced
            kind v1alpha1 GeneratorState namespaced
            kind v1alpha1 GithubAccessToken namespaced
            kind v1alpha1 Grafana namespaced
            kind v1alpha1 MFA namespaced
            kind v1alpha1 Password namespaced
            kind v1alpha1 QuayAccessToken namespaced
            kind v1alpha1 SSHKey namespaced
            kind v1alpha1 STSSessionToken namespaced
            kind v1alpha1 UUID namespaced
            kind v1alpha1 VaultDynamicSecret namespaced
            kind v1alpha1 Webhook namespaced
            v1alpha1.ACRAccessToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.ACRAccessToken.spec
            v1alpha1.ACRAccessToken.spec
              auth! v1alpha1.ACRAccessToken.spec.auth
              environmentType string enum=AzureStackCloud|ChinaCloud|GermanCloud|PublicCloud|USGovernmentCloud default="PublicCloud"
              registry! string
              scope string
              tenantId string
            v1alpha1.ACRAccessToken.spec.auth
              managedIdentity v1alpha1.ACRAccessToken.spec.auth.managedIdentity
              servicePrincipal v1alpha1.ACRAccessToken.spec.auth.servicePrincipal
              workloadIdentity v1alpha1.ACRAccessToken.spec.auth.workloadIdentity
            v1alpha1.ACRAccessToken.spec.auth.managedIdentity
              identityId string
            v1alpha1.ACRAccessToken.spec.auth.servicePrincipal
              secretRef! v1alpha1.ACRAccessToken.spec.auth.servicePrincipal.secretRef
            v1alpha1.ACRAccessToken.spec.auth.servicePrincipal.secretRef
              clientId v1alpha1.MFA.spec.secret
              clientSecret v1alpha1.MFA.spec.secret
            v1alpha1.ACRAccessToken.spec.auth.workloadIdentity
              serviceAccountRef v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.CloudsmithAccessToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.CloudsmithAccessToken.spec
            v1alpha1.CloudsmithAccessToken.spec
              apiUrl string
              orgSlug! string
              serviceAccountRef! v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
              serviceSlug! string
            v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
              audiences []string
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1alpha1.ClusterGenerator
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.ClusterGenerator.spec
            v1alpha1.ClusterGenerator.spec
              generator! v1alpha1.ClusterGenerator.spec.generator
              kind! string enum=ACRAccessToken|CloudsmithAccessToken|ECRAuthorizationToken|Fake|GCRAccessToken|GithubAccessToken|Grafana|Password|QuayAccessToken|SSHKey|STSSessionToken|UUID|VaultDynamicSecret|Webhook
            v1alpha1.ClusterGenerator.spec.generator
              acrAccessTokenSpec v1alpha1.ACRAccessToken.spec
              cloudsmithAccessTokenSpec v1alpha1.CloudsmithAccessToken.spec
              ecrAuthorizationTokenSpec v1alpha1.ECRAuthorizationToken.spec
              fakeSpec v1alpha1.Fake.spec
              gcrAccessTokenSpec v1alpha1.GCRAccessToken.spec
              githubAccessTokenSpec v1alpha1.GithubAccessToken.spec
              grafanaSpec v1alpha1.Grafana.spec
              mfaSpec v1alpha1.MFA.spec
              passwordSpec v1alpha1.Password.spec
              quayAccessTokenSpec v1alpha1.QuayAccessToken.spec
              sshKeySpec v1alpha1.SSHKey.spec
              stsSessionTokenSpec v1alpha1.STSSessionToken.spec
              uuidSpec object
              vaultDynamicSecretSpec v1alpha1.VaultDynamicSecret.spec
              webhookSpec v1alpha1.Webhook.spec
            v1alpha1.ECRAuthorizationToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.ECRAuthorizationToken.spec
            v1alpha1.ECRAuthorizationToken.spec
              auth v1alpha1.ECRAuthorizationToken.spec.auth
              region! string
              role string
              scope string
            v1alpha1.ECRAuthorizationToken.spec.auth
              jwt v1alpha1.ACRAccessToken.spec.auth.workloadIdentity
              secretRef v1alpha1.ECRAuthorizationToken.spec.auth.secretRef
            v1alpha1.ECRAuthorizationToken.spec.auth.secretRef
              accessKeyIDSecretRef v1alpha1.MFA.spec.secret
              secretAccessKeySecretRef v1alpha1.MFA.spec.secret
              sessionTokenSecretRef v1alpha1.MFA.spec.secret
            v1alpha1.Fake
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.Fake.spec
            v1alpha1.Fake.spec
              controller string
              data {}string
            v1alpha1.GCRAccessToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.GCRAccessToken.spec
            v1alpha1.GCRAccessToken.spec
              auth! v1alpha1.GCRAccessToken.spec.auth
              projectID! string
            v1alpha1.GCRAccessToken.spec.auth
              secretRef v1alpha1.GCRAccessToken.spec.auth.secretRef
              workloadIdentity v1alpha1.GCRAccessToken.spec.auth.workloadIdentity
              workloadIdentityFederation v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation
            v1alpha1.GCRAccessToken.spec.auth.secretRef
              secretAccessKeySecretRef v1alpha1.MFA.spec.secret
            v1alpha1.GCRAccessToken.spec.auth.workloadIdentity
              clusterLocation! string
              clusterName! string
              clusterProjectID string
              serviceAccountRef! v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation
              audience string
              awsSecurityCredentials v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.awsSecurityCredentials
              credConfig v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.credConfig
              externalTokenEndpoint string
              serviceAccountRef v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.awsSecurityCredentials
              awsCredentialsSecretRef! v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef
              region! string maxLength=50 minLength=1 pattern=^[a-z0-9-]+$
            v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1alpha1.GCRAccessToken.spec.auth.workloadIdentityFederation.credConfig
              key! string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1alpha1.GeneratorState
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.GeneratorState.spec
              status v1alpha1.GeneratorState.status
            v1alpha1.GeneratorState.spec
              garbageCollectionDeadline time
              resource! any
              state! any
            v1alpha1.GeneratorState.status
              conditions []v1alpha1.GeneratorState.status.conditions
            v1alpha1.GeneratorState.status.conditions
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1alpha1.GithubAccessToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.GithubAccessToken.spec
            v1alpha1.GithubAccessToken.spec
              appID! string
              auth! v1alpha1.GithubAccessToken.spec.auth
              installID! string
              permissions {}string
              repositories []string
              url string
            v1alpha1.GithubAccessToken.spec.auth
              privateKey! v1alpha1.GithubAccessToken.spec.auth.privateKey
            v1alpha1.GithubAccessToken.spec.auth.privateKey
              secretRef! v1alpha1.MFA.spec.secret
            v1alpha1.Grafana
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.Grafana.spec
            v1alpha1.Grafana.spec
              auth! v1alpha1.Grafana.spec.auth
              serviceAccount! v1alpha1.Grafana.spec.serviceAccount
              url! string
            v1alpha1.Grafana.spec.auth
              basic v1alpha1.Grafana.spec.auth.basic
              token v1alpha1.Grafana.spec.auth.token
            v1alpha1.Grafana.spec.auth.basic
              password! v1alpha1.Grafana.spec.auth.token
              username! string
            v1alpha1.Grafana.spec.auth.token
              key string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
            v1alpha1.Grafana.spec.serviceAccount
              name! string
              role! string
            v1alpha1.MFA
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.MFA.spec
            v1alpha1.MFA.spec
              algorithm string
              length int64
              secret! v1alpha1.MFA.spec.secret
              timePeriod int64
              when time
            v1alpha1.MFA.spec.secret
              key string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1alpha1.Password
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.Password.spec
            v1alpha1.Password.spec
              allowRepeat! bool default=false
              digits int64
              encoding string enum=base32|base64|base64url|hex|raw default="raw"
              length! int64 default=24
              noUpper! bool default=false
              secretKeys []string minItems=1
              symbolCharacters string
              symbols int64
            v1alpha1.QuayAccessToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.QuayAccessToken.spec
            v1alpha1.QuayAccessToken.spec
              robotAccount! string
              serviceAccountRef! v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
              url string
            v1alpha1.SSHKey
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.SSHKey.spec
            v1alpha1.SSHKey.spec
              comment string
              keySize int64 maximum=8192 minimum=256
              keyType string enum=ecdsa|ed25519|rsa default="rsa"
            v1alpha1.STSSessionToken
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.STSSessionToken.spec
            v1alpha1.STSSessionToken.spec
              auth v1alpha1.ECRAuthorizationToken.spec.auth
              region! string
              requestParameters v1alpha1.STSSessionToken.spec.requestParameters
              role string
            v1alpha1.STSSessionToken.spec.requestParameters
              serialNumber string
              sessionDuration int32
              tokenCode string
            v1alpha1.UUID
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec object
            v1alpha1.VaultDynamicSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.VaultDynamicSecret.spec
            v1alpha1.VaultDynamicSecret.spec
              allowEmptyResponse bool default=false
              controller string
              method string
              parameters any
              path! string
              provider! v1alpha1.VaultDynamicSecret.spec.provider
              resultType string enum=Auth|Data|Raw default="Data"
              retrySettings v1alpha1.VaultDynamicSecret.spec.retrySettings
            v1alpha1.VaultDynamicSecret.spec.provider
              auth v1alpha1.VaultDynamicSecret.spec.provider.auth
              caBundle bytes
              caProvider v1alpha1.Webhook.spec.caProvider
              checkAndSet v1alpha1.VaultDynamicSecret.spec.provider.checkAndSet
              forwardInconsistent bool
              headers {}string
              namespace string
              path string
              readYourWrites bool
              server! string
              tls v1alpha1.VaultDynamicSecret.spec.provider.tls
              version string enum=v1|v2 default="v2"
            v1alpha1.VaultDynamicSecret.spec.provider.auth
              appRole v1alpha1.VaultDynamicSecret.spec.provider.auth.appRole
              cert v1alpha1.VaultDynamicSecret.spec.provider.auth.cert
              gcp v1alpha1.VaultDynamicSecret.spec.provider.auth.gcp
              iam v1alpha1.VaultDynamicSecret.spec.provider.auth.iam
              jwt v1alpha1.VaultDynamicSecret.spec.provider.auth.jwt
              kubernetes v1alpha1.VaultDynamicSecret.spec.provider.auth.kubernetes
              ldap v1alpha1.VaultDynamicSecret.spec.provider.auth.ldap
              namespace string
              tokenSecretRef v1alpha1.MFA.spec.secret
              userPass v1alpha1.VaultDynamicSecret.spec.provider.auth.userPass
            v1alpha1.VaultDynamicSecret.spec.provider.auth.appRole
              path! string default="approle"
              roleId string
              roleRef v1alpha1.MFA.spec.secret
              secretRef! v1alpha1.MFA.spec.secret
            v1alpha1.VaultDynamicSecret.spec.provider.auth.cert
              clientCert v1alpha1.MFA.spec.secret
              path string default="cert"
              secretRef v1alpha1.MFA.spec.secret
            v1alpha1.VaultDynamicSecret.spec.provider.auth.gcp
              location string
              path string default="gcp"
              projectID string
              role! string
              secretRef v1alpha1.GCRAccessToken.spec.auth.secretRef
              serviceAccountRef v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
              workloadIdentity v1alpha1.VaultDynamicSecret.spec.provider.auth.gcp.workloadIdentity
            v1alpha1.VaultDynamicSecret.spec.provider.auth.gcp.workloadIdentity
              clusterLocation string
              clusterName string
              clusterProjectID string
              serviceAccountRef! v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.VaultDynamicSecret.spec.provider.auth.iam
              externalID string
              jwt v1alpha1.ACRAccessToken.spec.auth.workloadIdentity
              path string
              region string
              role string
              secretRef v1alpha1.ECRAuthorizationToken.spec.auth.secretRef
              vaultAwsIamServerID string
              vaultRole! string
            v1alpha1.VaultDynamicSecret.spec.provider.auth.jwt
              kubernetesServiceAccountToken v1alpha1.VaultDynamicSecret.spec.provider.auth.jwt.kubernetesServiceAccountToken
              path! string default="jwt"
              role string
              secretRef v1alpha1.MFA.spec.secret
            v1alpha1.VaultDynamicSecret.spec.provider.auth.jwt.kubernetesServiceAccountToken
              audiences []string
              expirationSeconds int64
              serviceAccountRef! v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.VaultDynamicSecret.spec.provider.auth.kubernetes
              mountPath! string default="kubernetes"
              role! string
              secretRef v1alpha1.MFA.spec.secret
              serviceAccountRef v1alpha1.CloudsmithAccessToken.spec.serviceAccountRef
            v1alpha1.VaultDynamicSecret.spec.provider.auth.ldap
              path! string default="ldap"
              secretRef v1alpha1.MFA.spec.secret
              username! string
            v1alpha1.VaultDynamicSecret.spec.provider.auth.userPass
              path! string default="userpass"
              secretRef v1alpha1.MFA.spec.secret
              username! string
            v1alpha1.VaultDynamicSecret.spec.provider.checkAndSet
              required bool
            v1alpha1.VaultDynamicSecret.spec.provider.tls
              certSecretRef v1alpha1.MFA.spec.secret
              keySecretRef v1alpha1.MFA.spec.secret
            v1alpha1.VaultDynamicSecret.spec.retrySettings
              maxRetries int32
              retryInterval string
            v1alpha1.Webhook
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.Webhook.spec
            v1alpha1.Webhook.spec
              auth v1alpha1.Webhook.spec.auth
              body string
              caBundle bytes
              caProvider v1alpha1.Webhook.spec.caProvider
              headers {}string
              method string
              result! v1alpha1.Webhook.spec.result
              secrets []v1alpha1.Webhook.spec.secrets
              timeout string
              url! string
            v1alpha1.Webhook.spec.auth
              ntlm v1alpha1.Webhook.spec.auth.ntlm
            v1alpha1.Webhook.spec.auth.ntlm
              passwordSecret! v1alpha1.MFA.spec.secret
              usernameSecret! v1alpha1.MFA.spec.secret
            v1alpha1.Webhook.spec.caProvider
              key string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
              type! string enum=ConfigMap|Secret
            v1alpha1.Webhook.spec.result
              jsonPath string
            v1alpha1.Webhook.spec.secrets
              name! string
              secretRef! v1alpha1.Grafana.spec.auth.token
            """;
    }
}
