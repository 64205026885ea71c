package com.adorsys.webank.deploy.schema.internal;

/** {@code external-secrets.io}. Made by SchemaTool. */
final class ExternalSecretsIoText {
    private ExternalSecretsIoText() {}

    static String text() {
        return """
            # Kinds of github.com/external-secrets/external-secrets 1.3
            kind v1 ClusterExternalSecret cluster
            kind v1 ClusterSecretStore cluster
            kind v1 ExternalSecret namespaced
            kind v1 SecretStore namespaced
            kind v1alpha1 ClusterPushSecret cluster
            kind v1alpha1 PushSecret namespaced
            v1.ClusterExternalSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ClusterExternalSecret.spec
              status v1.ClusterExternalSecret.status
            v1.ClusterExternalSecret.spec
              externalSecretMetadata v1.ClusterExternalSecret.spec.externalSecretMetadata
              externalSecretName string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              externalSecretSpec! v1.ExternalSecret.spec
              namespaceSelector v1.ClusterExternalSecret.spec.namespaceSelector atomic
              namespaceSelectors []v1.ClusterExternalSecret.spec.namespaceSelector
              namespaces []string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
              refreshTime string
            v1.ClusterExternalSecret.spec.externalSecretMetadata
              annotations {}string
              labels {}string
            v1.ClusterExternalSecret.spec.namespaceSelector atomic
              matchExpressions []v1.ClusterExternalSecret.spec.namespaceSelector.matchExpressions
              matchLabels {}string
            v1.ClusterExternalSecret.spec.namespaceSelector.matchExpressions
              key! string
              operator! string
              values []string
            v1.ClusterExternalSecret.status
              conditions []v1.ClusterExternalSecret.status.conditions
              externalSecretName string
              failedNamespaces []v1.ClusterExternalSecret.status.failedNamespaces
              provisionedNamespaces []string
            v1.ClusterExternalSecret.status.conditions
              message string
              status! string
              type! string
            v1.ClusterExternalSecret.status.failedNamespaces
              namespace! string
              reason string
            v1.ClusterSecretStore
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ClusterSecretStore.spec
              status v1.ClusterSecretStore.status
            v1.ClusterSecretStore.spec
              conditions []v1.ClusterSecretStore.spec.conditions
              controller string
              provider! v1.ClusterSecretStore.spec.provider
              refreshInterval int64
              retrySettings v1.ClusterSecretStore.spec.retrySettings
            v1.ClusterSecretStore.spec.conditions
              namespaceRegexes []string
              namespaceSelector v1.ClusterExternalSecret.spec.namespaceSelector atomic
              namespaces []string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1.ClusterSecretStore.spec.provider
              akeyless v1.ClusterSecretStore.spec.provider.akeyless
              alibaba v1.ClusterSecretStore.spec.provider.alibaba
              aws v1.ClusterSecretStore.spec.provider.aws
              azurekv v1.ClusterSecretStore.spec.provider.azurekv
              barbican v1.ClusterSecretStore.spec.provider.barbican
              beyondtrust v1.ClusterSecretStore.spec.provider.beyondtrust
              bitwardensecretsmanager v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager
              chef v1.ClusterSecretStore.spec.provider.chef
              cloudrusm v1.ClusterSecretStore.spec.provider.cloudrusm
              conjur v1.ClusterSecretStore.spec.provider.conjur
              delinea v1.ClusterSecretStore.spec.provider.delinea
              device42 v1.ClusterSecretStore.spec.provider.device42
              doppler v1.ClusterSecretStore.spec.provider.doppler
              dvls v1.ClusterSecretStore.spec.provider.dvls
              fake v1.ClusterSecretStore.spec.provider.fake
              fortanix v1.ClusterSecretStore.spec.provider.fortanix
              gcpsm v1.ClusterSecretStore.spec.provider.gcpsm
              github v1.ClusterSecretStore.spec.provider.github
              gitlab v1.ClusterSecretStore.spec.provider.gitlab
              ibm v1.ClusterSecretStore.spec.provider.ibm
              infisical v1.ClusterSecretStore.spec.provider.infisical
              keepersecurity v1.ClusterSecretStore.spec.provider.keepersecurity
              kubernetes v1.ClusterSecretStore.spec.provider.kubernetes
              ngrok v1.ClusterSecretStore.spec.provider.ngrok
              onboardbase v1.ClusterSecretStore.spec.provider.onboardbase
              onepassword v1.ClusterSecretStore.spec.provider.onepassword
              onepasswordSDK v1.ClusterSecretStore.spec.provider.onepasswordSDK
              oracle v1.ClusterSecretStore.spec.provider.oracle
              passbolt v1.ClusterSecretStore.spec.provider.passbolt
              passworddepot v1.ClusterSecretStore.spec.provider.passworddepot
              previder v1.ClusterSecretStore.spec.provider.previder
              pulumi v1.ClusterSecretStore.spec.provider.pulumi
              scaleway v1.ClusterSecretStore.spec.provider.scaleway
              secretserver v1.ClusterSecretStore.spec.provider.secretserver
              senhasegura v1.ClusterSecretStore.spec.provider.senhasegura
              vault v1.ClusterSecretStore.spec.provider.vault
              volcengine v1.ClusterSecretStore.spec.provider.volcengine
              webhook v1.ClusterSecretStore.spec.provider.webhook
              yandexcertificatemanager v1.ClusterSecretStore.spec.provider.yandexcertificatemanager
              yandexlockbox v1.ClusterSecretStore.spec.provider.yandexcertificatemanager
            v1.ClusterSecretStore.spec.provider.akeyless
              akeylessGWApiURL! string
              authSecretRef! v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
            v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef
              kubernetesAuth v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef.kubernetesAuth
              secretRef v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef.secretRef
            v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef.kubernetesAuth
              accessID! string
              k8sConfName! string
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.akeyless.authSecretRef.secretRef
              accessID v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              accessType v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              accessTypeParam v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              key string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
              type! string enum=ConfigMap|Secret
            v1.ClusterSecretStore.spec.provider.alibaba
              auth! v1.ClusterSecretStore.spec.provider.alibaba.auth
              regionID! string
            v1.ClusterSecretStore.spec.provider.alibaba.auth
              rrsa v1.ClusterSecretStore.spec.provider.alibaba.auth.rrsa
              secretRef v1.ClusterSecretStore.spec.provider.alibaba.auth.secretRef
            v1.ClusterSecretStore.spec.provider.alibaba.auth.rrsa
              oidcProviderArn! string
              oidcTokenFilePath! string
              roleArn! string
              sessionName! string
            v1.ClusterSecretStore.spec.provider.alibaba.auth.secretRef
              accessKeyIDSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              accessKeySecretSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.aws
              additionalRoles []string
              auth v1.ClusterSecretStore.spec.provider.aws.auth
              externalID string
              prefix string
              region! string
              role string
              secretsManager v1.ClusterSecretStore.spec.provider.aws.secretsManager
              service! string enum=ParameterStore|SecretsManager
              sessionTags []v1.ClusterSecretStore.spec.provider.aws.sessionTags
              transitiveTagKeys []string
            v1.ClusterSecretStore.spec.provider.aws.auth
              jwt v1.ClusterSecretStore.spec.provider.aws.auth.jwt
              secretRef v1.ClusterSecretStore.spec.provider.aws.auth.secretRef
            v1.ClusterSecretStore.spec.provider.aws.auth.jwt
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.aws.auth.secretRef
              accessKeyIDSecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              secretAccessKeySecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              sessionTokenSecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.aws.secretsManager
              forceDeleteWithoutRecovery bool
              recoveryWindowInDays int64
            v1.ClusterSecretStore.spec.provider.aws.sessionTags
              key! string
              value! string
            v1.ClusterSecretStore.spec.provider.azurekv
              authSecretRef v1.ClusterSecretStore.spec.provider.azurekv.authSecretRef
              authType string enum=ManagedIdentity|ServicePrincipal|WorkloadIdentity default="ServicePrincipal"
              customCloudConfig v1.ClusterSecretStore.spec.provider.azurekv.customCloudConfig
              environmentType string enum=AzureStackCloud|ChinaCloud|GermanCloud|PublicCloud|USGovernmentCloud default="PublicCloud"
              identityId string
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              tenantId string
              useAzureSDK bool default=false
              vaultUrl! string
            v1.ClusterSecretStore.spec.provider.azurekv.authSecretRef
              clientCertificate v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              clientId v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              clientSecret v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              tenantId v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.azurekv.customCloudConfig
              activeDirectoryEndpoint! string
              keyVaultDNSSuffix string
              keyVaultEndpoint string
              resourceManagerEndpoint string
            v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              audiences []string
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1.ClusterSecretStore.spec.provider.barbican
              auth! v1.ClusterSecretStore.spec.provider.barbican.auth
              authURL string
              domainName string
              region string
              tenantName string
            v1.ClusterSecretStore.spec.provider.barbican.auth
              password! v1.ClusterSecretStore.spec.provider.barbican.auth.password
              username! v1.ClusterSecretStore.spec.provider.delinea.clientId
            v1.ClusterSecretStore.spec.provider.barbican.auth.password
              secretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.beyondtrust
              auth! v1.ClusterSecretStore.spec.provider.beyondtrust.auth
              server! v1.ClusterSecretStore.spec.provider.beyondtrust.server
            v1.ClusterSecretStore.spec.provider.beyondtrust.auth
              apiKey v1.ClusterSecretStore.spec.provider.delinea.clientId
              certificate v1.ClusterSecretStore.spec.provider.delinea.clientId
              certificateKey v1.ClusterSecretStore.spec.provider.delinea.clientId
              clientId v1.ClusterSecretStore.spec.provider.delinea.clientId
              clientSecret v1.ClusterSecretStore.spec.provider.delinea.clientId
            v1.ClusterSecretStore.spec.provider.beyondtrust.server
              apiUrl! string
              apiVersion string
              clientTimeOutSeconds int64
              decrypt bool default=true
              retrievalType string
              separator string
              verifyCA! bool
            v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager
              apiURL string
              auth! v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager.auth
              bitwardenServerSDKURL string
              caBundle string
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              identityURL string
              organizationID! string
              projectID! string
            v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager.auth
              secretRef! v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager.auth.secretRef
            v1.ClusterSecretStore.spec.provider.bitwardensecretsmanager.auth.secretRef
              credentials! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.chef
              auth! v1.ClusterSecretStore.spec.provider.chef.auth
              serverUrl! string
              username! string
            v1.ClusterSecretStore.spec.provider.chef.auth
              secretRef! v1.ClusterSecretStore.spec.provider.chef.auth.secretRef
            v1.ClusterSecretStore.spec.provider.chef.auth.secretRef
              privateKeySecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.cloudrusm
              auth! v1.ClusterSecretStore.spec.provider.cloudrusm.auth
              projectID string
            v1.ClusterSecretStore.spec.provider.cloudrusm.auth
              secretRef v1.ClusterSecretStore.spec.provider.alibaba.auth.secretRef
            v1.ClusterSecretStore.spec.provider.conjur
              auth! v1.ClusterSecretStore.spec.provider.conjur.auth
              caBundle string
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              url! string
            v1.ClusterSecretStore.spec.provider.conjur.auth
              apikey v1.ClusterSecretStore.spec.provider.conjur.auth.apikey
              jwt v1.ClusterSecretStore.spec.provider.conjur.auth.jwt
            v1.ClusterSecretStore.spec.provider.conjur.auth.apikey
              account! string
              apiKeyRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              userRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.conjur.auth.jwt
              account! string
              hostId string
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              serviceID! string
            v1.ClusterSecretStore.spec.provider.delinea
              clientId! v1.ClusterSecretStore.spec.provider.delinea.clientId
              clientSecret! v1.ClusterSecretStore.spec.provider.delinea.clientId
              tenant! string
              tld string
              urlTemplate string
            v1.ClusterSecretStore.spec.provider.delinea.clientId
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              value string
            v1.ClusterSecretStore.spec.provider.device42
              auth! v1.ClusterSecretStore.spec.provider.device42.auth
              host! string
            v1.ClusterSecretStore.spec.provider.device42.auth
              secretRef! v1.ClusterSecretStore.spec.provider.device42.auth.secretRef
            v1.ClusterSecretStore.spec.provider.device42.auth.secretRef
              credentials v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.doppler
              auth! v1.ClusterSecretStore.spec.provider.doppler.auth
              config string
              format string enum=docker|dotnet-json|env|json|yaml
              nameTransformer string enum=camel|dotnet-env|lower-kebab|lower-snake|tf-var|upper-camel
              project string
            v1.ClusterSecretStore.spec.provider.doppler.auth
              oidcConfig v1.ClusterSecretStore.spec.provider.doppler.auth.oidcConfig
              secretRef v1.ClusterSecretStore.spec.provider.doppler.auth.secretRef
            v1.ClusterSecretStore.spec.provider.doppler.auth.oidcConfig
              expirationSeconds int64 default=600
              identity! string
              serviceAccountRef! v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.doppler.auth.secretRef
              dopplerToken! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.dvls
              auth! v1.ClusterSecretStore.spec.provider.dvls.auth
              insecure bool
              serverUrl! string
            v1.ClusterSecretStore.spec.provider.dvls.auth
              secretRef! v1.ClusterSecretStore.spec.provider.dvls.auth.secretRef
            v1.ClusterSecretStore.spec.provider.dvls.auth.secretRef
              appId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              appSecret! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.fake
              data! []v1.ClusterSecretStore.spec.provider.fake.data
              validationResult int64
            v1.ClusterSecretStore.spec.provider.fake.data
              key! string
              value! string
              version string
            v1.ClusterSecretStore.spec.provider.fortanix
              apiKey v1.ClusterSecretStore.spec.provider.fortanix.apiKey
              apiUrl string
            v1.ClusterSecretStore.spec.provider.fortanix.apiKey
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.gcpsm
              auth v1.ClusterSecretStore.spec.provider.gcpsm.auth
              location string
              projectID string
              secretVersionSelectionPolicy string default="LatestOrFail"
            v1.ClusterSecretStore.spec.provider.gcpsm.auth
              secretRef v1.ClusterSecretStore.spec.provider.gcpsm.auth.secretRef
              workloadIdentity v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentity
              workloadIdentityFederation v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.secretRef
              secretAccessKeySecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentity
              clusterLocation string
              clusterName string
              clusterProjectID string
              serviceAccountRef! v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation
              audience string
              awsSecurityCredentials v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.awsSecurityCredentials
              credConfig v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.credConfig
              externalTokenEndpoint string
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.awsSecurityCredentials
              awsCredentialsSecretRef! v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef
              region! string maxLength=50 minLength=1 pattern=^[a-z0-9-]+$
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentityFederation.credConfig
              key! string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1.ClusterSecretStore.spec.provider.github
              appID! int64
              auth! v1.ClusterSecretStore.spec.provider.github.auth
              environment string
              installationID! int64
              organization! string
              repository string
              uploadURL string
              url string default="https://github.com/"
            v1.ClusterSecretStore.spec.provider.github.auth
              privateKey! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.gitlab
              auth! v1.ClusterSecretStore.spec.provider.gitlab.auth
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              environment string
              groupIDs []string
              inheritFromGroups bool
              projectID string
              url string
            v1.ClusterSecretStore.spec.provider.gitlab.auth
              SecretRef! v1.ClusterSecretStore.spec.provider.gitlab.auth.SecretRef
            v1.ClusterSecretStore.spec.provider.gitlab.auth.SecretRef
              accessToken v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.ibm
              auth! v1.ClusterSecretStore.spec.provider.ibm.auth
              serviceUrl string
            v1.ClusterSecretStore.spec.provider.ibm.auth
              containerAuth v1.ClusterSecretStore.spec.provider.ibm.auth.containerAuth
              secretRef v1.ClusterSecretStore.spec.provider.ibm.auth.secretRef
            v1.ClusterSecretStore.spec.provider.ibm.auth.containerAuth
              iamEndpoint string
              profile! string
              tokenLocation string
            v1.ClusterSecretStore.spec.provider.ibm.auth.secretRef
              iamEndpoint string
              secretApiKeySecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical
              auth! v1.ClusterSecretStore.spec.provider.infisical.auth
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              hostAPI string default="https://app.infisical.com/api"
              secretsScope! v1.ClusterSecretStore.spec.provider.infisical.secretsScope
            v1.ClusterSecretStore.spec.provider.infisical.auth
              awsAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.awsAuthCredentials
              azureAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.azureAuthCredentials
              gcpIamAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.gcpIamAuthCredentials
              gcpIdTokenAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.awsAuthCredentials
              jwtAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.jwtAuthCredentials
              kubernetesAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.kubernetesAuthCredentials
              ldapAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.ldapAuthCredentials
              ociAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.ociAuthCredentials
              tokenAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.tokenAuthCredentials
              universalAuthCredentials v1.ClusterSecretStore.spec.provider.infisical.auth.universalAuthCredentials
            v1.ClusterSecretStore.spec.provider.infisical.auth.awsAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.azureAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              resource v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.gcpIamAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              serviceAccountKeyFilePath! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.jwtAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              jwt! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.kubernetesAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              serviceAccountTokenPath v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.ldapAuthCredentials
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              ldapPassword! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              ldapUsername! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.ociAuthCredentials
              fingerprint! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              identityId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              privateKey! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              privateKeyPassphrase v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              region! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              tenancyId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              userId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.tokenAuthCredentials
              accessToken! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.auth.universalAuthCredentials
              clientId! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              clientSecret! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.infisical.secretsScope
              environmentSlug! string
              expandSecretReferences bool default=true
              projectSlug! string
              recursive bool default=false
              secretsPath string default="/"
            v1.ClusterSecretStore.spec.provider.keepersecurity
              authRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              folderID! string
            v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              key string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              namespace string maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
            v1.ClusterSecretStore.spec.provider.kubernetes
              auth v1.ClusterSecretStore.spec.provider.kubernetes.auth
              authRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              remoteNamespace string default="default" maxLength=63 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
              server v1.ClusterSecretStore.spec.provider.kubernetes.server
            v1.ClusterSecretStore.spec.provider.kubernetes.auth
              cert v1.ClusterSecretStore.spec.provider.kubernetes.auth.cert
              serviceAccount v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              token v1.ClusterSecretStore.spec.provider.kubernetes.auth.token
            v1.ClusterSecretStore.spec.provider.kubernetes.auth.cert
              clientCert v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              clientKey v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.kubernetes.auth.token
              bearerToken v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.kubernetes.server
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              url string default="kubernetes.default"
            v1.ClusterSecretStore.spec.provider.ngrok
              apiUrl string default="https://api.ngrok.com"
              auth! v1.ClusterSecretStore.spec.provider.ngrok.auth
              vault! v1.ClusterSecretStore.spec.provider.ngrok.vault
            v1.ClusterSecretStore.spec.provider.ngrok.auth
              apiKey v1.ClusterSecretStore.spec.provider.fortanix.apiKey
            v1.ClusterSecretStore.spec.provider.ngrok.vault
              name! string
            v1.ClusterSecretStore.spec.provider.onboardbase
              apiHost! string default="https://public.onboardbase.com/api/v1/"
              auth! v1.ClusterSecretStore.spec.provider.onboardbase.auth
              environment! string default="development"
              project! string default="development"
            v1.ClusterSecretStore.spec.provider.onboardbase.auth
              apiKeyRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              passcodeRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.onepassword
              auth! v1.ClusterSecretStore.spec.provider.onepassword.auth
              connectHost! string
              vaults! {}int64
            v1.ClusterSecretStore.spec.provider.onepassword.auth
              secretRef! v1.ClusterSecretStore.spec.provider.onepassword.auth.secretRef
            v1.ClusterSecretStore.spec.provider.onepassword.auth.secretRef
              connectTokenSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.onepasswordSDK
              auth! v1.ClusterSecretStore.spec.provider.onepasswordSDK.auth
              cache v1.ClusterSecretStore.spec.provider.onepasswordSDK.cache
              integrationInfo v1.ClusterSecretStore.spec.provider.onepasswordSDK.integrationInfo
              vault! string
            v1.ClusterSecretStore.spec.provider.onepasswordSDK.auth
              serviceAccountSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.onepasswordSDK.cache
              maxSize int64 default=100 minimum=1
              ttl string default="5m"
            v1.ClusterSecretStore.spec.provider.onepasswordSDK.integrationInfo
              name string default="1Password%20SDK"
              version string default="v1.0.0"
            v1.ClusterSecretStore.spec.provider.oracle
              auth v1.ClusterSecretStore.spec.provider.oracle.auth
              compartment string
              encryptionKey string
              principalType string enum=|InstancePrincipal|UserPrincipal|Workload
              region! string
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              vault! string
            v1.ClusterSecretStore.spec.provider.oracle.auth
              secretRef! v1.ClusterSecretStore.spec.provider.oracle.auth.secretRef
              tenancy! string
              user! string
            v1.ClusterSecretStore.spec.provider.oracle.auth.secretRef
              fingerprint! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              privatekey! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.passbolt
              auth! v1.ClusterSecretStore.spec.provider.passbolt.auth
              host! string
            v1.ClusterSecretStore.spec.provider.passbolt.auth
              passwordSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              privateKeySecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.passworddepot
              auth! v1.ClusterSecretStore.spec.provider.device42.auth
              database! string
              host! string
            v1.ClusterSecretStore.spec.provider.previder
              auth! v1.ClusterSecretStore.spec.provider.previder.auth
              baseUri string
            v1.ClusterSecretStore.spec.provider.previder.auth
              secretRef v1.ClusterSecretStore.spec.provider.infisical.auth.tokenAuthCredentials
            v1.ClusterSecretStore.spec.provider.pulumi
              accessToken! v1.ClusterSecretStore.spec.provider.fortanix.apiKey
              apiUrl string default="https://api.pulumi.com/api/esc"
              environment! string
              organization! string
              project! string
            v1.ClusterSecretStore.spec.provider.scaleway
              accessKey! v1.ClusterSecretStore.spec.provider.delinea.clientId
              apiUrl string
              projectId! string
              region! string
              secretKey! v1.ClusterSecretStore.spec.provider.delinea.clientId
            v1.ClusterSecretStore.spec.provider.secretserver
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              domain string
              password! v1.ClusterSecretStore.spec.provider.delinea.clientId
              serverURL! string
              username! v1.ClusterSecretStore.spec.provider.delinea.clientId
            v1.ClusterSecretStore.spec.provider.senhasegura
              auth! v1.ClusterSecretStore.spec.provider.senhasegura.auth
              ignoreSslCertificate bool default=false
              module! string
              url! string
            v1.ClusterSecretStore.spec.provider.senhasegura.auth
              clientId! string
              clientSecretSecretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.vault
              auth v1.ClusterSecretStore.spec.provider.vault.auth
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              checkAndSet v1.ClusterSecretStore.spec.provider.vault.checkAndSet
              forwardInconsistent bool
              headers {}string
              namespace string
              path string
              readYourWrites bool
              server! string
              tls v1.ClusterSecretStore.spec.provider.vault.tls
              version string enum=v1|v2 default="v2"
            v1.ClusterSecretStore.spec.provider.vault.auth
              appRole v1.ClusterSecretStore.spec.provider.vault.auth.appRole
              cert v1.ClusterSecretStore.spec.provider.vault.auth.cert
              gcp v1.ClusterSecretStore.spec.provider.vault.auth.gcp
              iam v1.ClusterSecretStore.spec.provider.vault.auth.iam
              jwt v1.ClusterSecretStore.spec.provider.vault.auth.jwt
              kubernetes v1.ClusterSecretStore.spec.provider.vault.auth.kubernetes
              ldap v1.ClusterSecretStore.spec.provider.vault.auth.ldap
              namespace string
              tokenSecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              userPass v1.ClusterSecretStore.spec.provider.vault.auth.userPass
            v1.ClusterSecretStore.spec.provider.vault.auth.appRole
              path! string default="approle"
              roleId string
              roleRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              secretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.vault.auth.cert
              clientCert v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              path string default="cert"
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.vault.auth.gcp
              location string
              path string default="gcp"
              projectID string
              role! string
              secretRef v1.ClusterSecretStore.spec.provider.gcpsm.auth.secretRef
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
              workloadIdentity v1.ClusterSecretStore.spec.provider.gcpsm.auth.workloadIdentity
            v1.ClusterSecretStore.spec.provider.vault.auth.iam
              externalID string
              jwt v1.ClusterSecretStore.spec.provider.aws.auth.jwt
              path string
              region string
              role string
              secretRef v1.ClusterSecretStore.spec.provider.aws.auth.secretRef
              vaultAwsIamServerID string
              vaultRole! string
            v1.ClusterSecretStore.spec.provider.vault.auth.jwt
              kubernetesServiceAccountToken v1.ClusterSecretStore.spec.provider.vault.auth.jwt.kubernetesServiceAccountToken
              path! string default="jwt"
              role string
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.vault.auth.jwt.kubernetesServiceAccountToken
              audiences []string
              expirationSeconds int64
              serviceAccountRef! v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.vault.auth.kubernetes
              mountPath! string default="kubernetes"
              role! string
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              serviceAccountRef v1.ClusterSecretStore.spec.provider.azurekv.serviceAccountRef
            v1.ClusterSecretStore.spec.provider.vault.auth.ldap
              path! string default="ldap"
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              username! string
            v1.ClusterSecretStore.spec.provider.vault.auth.userPass
              path! string default="userpass"
              secretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              username! string
            v1.ClusterSecretStore.spec.provider.vault.checkAndSet
              required bool
            v1.ClusterSecretStore.spec.provider.vault.tls
              certSecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              keySecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.volcengine
              auth v1.ClusterSecretStore.spec.provider.volcengine.auth
              region! string
            v1.ClusterSecretStore.spec.provider.volcengine.auth
              secretRef v1.ClusterSecretStore.spec.provider.volcengine.auth.secretRef
            v1.ClusterSecretStore.spec.provider.volcengine.auth.secretRef
              accessKeyID! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              secretAccessKey! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              token v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.webhook
              auth v1.ClusterSecretStore.spec.provider.webhook.auth
              body string
              caBundle bytes
              caProvider v1.ClusterSecretStore.spec.provider.akeyless.caProvider
              headers {}string
              method string
              result v1.ClusterSecretStore.spec.provider.webhook.result
              secrets []v1.ClusterSecretStore.spec.provider.webhook.secrets
              timeout string
              url! string
            v1.ClusterSecretStore.spec.provider.webhook.auth
              ntlm v1.ClusterSecretStore.spec.provider.webhook.auth.ntlm
            v1.ClusterSecretStore.spec.provider.webhook.auth.ntlm
              passwordSecret! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
              usernameSecret! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.webhook.result
              jsonPath string
            v1.ClusterSecretStore.spec.provider.webhook.secrets
              name! string
              secretRef! v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.yandexcertificatemanager
              apiEndpoint string
              auth! v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.auth
              caProvider v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.caProvider
              fetching v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.fetching
            v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.auth
              authorizedKeySecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.caProvider
              certSecretRef v1.ClusterSecretStore.spec.provider.keepersecurity.authRef
            v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.fetching
              byID object
              byName v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.fetching.byName
            v1.ClusterSecretStore.spec.provider.yandexcertificatemanager.fetching.byName
              folderID! string
            v1.ClusterSecretStore.spec.retrySettings
              maxRetries int32
              retryInterval string
            v1.ClusterSecretStore.status
              capabilities string
              conditions []v1.ClusterSecretStore.status.conditions
            v1.ClusterSecretStore.status.conditions
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.ExternalSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ExternalSecret.spec
              status v1.ExternalSecret.status
            v1.ExternalSecret.spec
              data []v1.ExternalSecret.spec.data
              dataFrom []v1.ExternalSecret.spec.dataFrom
              refreshInterval string default="1h0m0s"
              refreshPolicy string enum=CreatedOnce|OnChange|Periodic
              secretStoreRef v1.ExternalSecret.spec.secretStoreRef
              target v1.ExternalSecret.spec.target default={"creationPolicy":"Owner","deletionPolicy":"Retain"}
            v1.ExternalSecret.spec.data
              remoteRef! v1.ExternalSecret.spec.data.remoteRef
              secretKey! string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              sourceRef v1.ExternalSecret.spec.data.sourceRef
            v1.ExternalSecret.spec.data.remoteRef
              conversionStrategy string enum=Default|Unicode default="Default"
              decodingStrategy string enum=Auto|Base64|Base64URL|None default="None"
              key! string
              metadataPolicy string enum=Fetch|None default="None"
              property string
              version string
            v1.ExternalSecret.spec.data.sourceRef
              generatorRef v1alpha1.PushSecret.spec.selector.generatorRef
              storeRef v1.ExternalSecret.spec.secretStoreRef
            v1.ExternalSecret.spec.dataFrom
              extract v1.ExternalSecret.spec.data.remoteRef
              find v1.ExternalSecret.spec.dataFrom.find
              rewrite []v1.ExternalSecret.spec.dataFrom.rewrite
              sourceRef v1.ExternalSecret.spec.data.sourceRef
            v1.ExternalSecret.spec.dataFrom.find
              conversionStrategy string enum=Default|Unicode default="Default"
              decodingStrategy string enum=Auto|Base64|Base64URL|None default="None"
              name v1.ExternalSecret.spec.dataFrom.find.name
              path string
              tags {}string
            v1.ExternalSecret.spec.dataFrom.find.name
              regexp string
            v1.ExternalSecret.spec.dataFrom.rewrite
              merge v1.ExternalSecret.spec.dataFrom.rewrite.merge
              regexp v1.ExternalSecret.spec.dataFrom.rewrite.regexp
              transform v1.ExternalSecret.spec.dataFrom.rewrite.transform
            v1.ExternalSecret.spec.dataFrom.rewrite.merge
              conflictPolicy string enum=Error|Ignore default="Error"
              into string default=""
              priority []string
              priorityPolicy string enum=IgnoreNotFound|Strict default="Strict"
              strategy string enum=Extract|JSON default="Extract"
            v1.ExternalSecret.spec.dataFrom.rewrite.regexp
              source! string
              target! string
            v1.ExternalSecret.spec.dataFrom.rewrite.transform
              template! string
            v1.ExternalSecret.spec.secretStoreRef
              kind string enum=ClusterSecretStore|SecretStore
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
            v1.ExternalSecret.spec.target
              creationPolicy string enum=Merge|None|Orphan|Owner default="Owner"
              deletionPolicy string enum=Delete|Merge|Retain default="Retain"
              immutable bool
              manifest v1.ExternalSecret.spec.target.manifest
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              template v1alpha1.PushSecret.spec.template
            v1.ExternalSecret.spec.target.manifest
              apiVersion! string minLength=1
              kind! string minLength=1
            v1.ExternalSecret.status
              binding v1.ExternalSecret.status.binding atomic
              conditions []v1.ExternalSecret.status.conditions
              refreshTime time nullable
              syncedResourceVersion string
            v1.ExternalSecret.status.binding atomic
              name string default=""
            v1.ExternalSecret.status.conditions
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string enum=Deleted|Ready
            v1.SecretStore
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ClusterSecretStore.spec
              status v1.ClusterSecretStore.status
            v1alpha1.ClusterPushSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.ClusterPushSecret.spec
              status v1alpha1.ClusterPushSecret.status
            v1alpha1.ClusterPushSecret.spec
              namespaceSelectors []v1.ClusterExternalSecret.spec.namespaceSelector
              pushSecretMetadata v1.ClusterExternalSecret.spec.externalSecretMetadata
              pushSecretName string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              pushSecretSpec! v1alpha1.PushSecret.spec
              refreshTime string
            v1alpha1.ClusterPushSecret.status
              conditions []v1.ClusterSecretStore.status.conditions
              failedNamespaces []v1.ClusterExternalSecret.status.failedNamespaces
              provisionedNamespaces []string
              pushSecretName string
            v1alpha1.PushSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.PushSecret.spec
              status v1alpha1.PushSecret.status
            v1alpha1.PushSecret.spec
              data []v1alpha1.PushSecret.spec.data
              deletionPolicy string enum=Delete|None default="None"
              refreshInterval string default="1h0m0s"
              secretStoreRefs! []v1alpha1.PushSecret.spec.secretStoreRefs
              selector! v1alpha1.PushSecret.spec.selector
              template v1alpha1.PushSecret.spec.template
              updatePolicy string enum=IfNotExists|Replace default="Replace"
            v1alpha1.PushSecret.spec.data
              conversionStrategy string enum=None|ReverseUnicode default="None"
              match! v1alpha1.PushSecret.spec.data.match
              metadata any
            v1alpha1.PushSecret.spec.data.match
              remoteRef! v1alpha1.PushSecret.spec.data.match.remoteRef
              secretKey string
            v1alpha1.PushSecret.spec.data.match.remoteRef
              property string
              remoteKey! string
            v1alpha1.PushSecret.spec.secretStoreRefs
              kind string enum=ClusterSecretStore|SecretStore default="SecretStore"
              labelSelector v1.ClusterExternalSecret.spec.namespaceSelector atomic
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
            v1alpha1.PushSecret.spec.selector
              generatorRef v1alpha1.PushSecret.spec.selector.generatorRef
              secret v1alpha1.PushSecret.spec.selector.secret
            v1alpha1.PushSecret.spec.selector.generatorRef
              apiVersion string default="generators.external-secrets.io/v1alpha1"
              kind! string enum=ACRAccessToken|CloudsmithAccessToken|ClusterGenerator|ECRAuthorizationToken|Fake|GCRAccessToken|GithubAccessToken|Grafana|MFA|Password|QuayAccessToken|SSHKey|STSSessionToken|UUID|VaultDynamicSecret|Webhook
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
            v1alpha1.PushSecret.spec.selector.secret
              name string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
              selector v1.ClusterExternalSecret.spec.namespaceSelector atomic
            v1alpha1.PushSecret.spec.template
              data {}string
              engineVersion string enum=v2 default="v2"
              mergePolicy string enum=Merge|Replace default="Replace"
              metadata v1alpha1.PushSecret.spec.template.metadata
              templateFrom []v1alpha1.PushSecret.spec.template.templateFrom
              type string
            v1alpha1.PushSecret.spec.template.metadata
              annotations {}string
              finalizers []string
              labels {}string
            v1alpha1.PushSecret.spec.template.templateFrom
              configMap v1alpha1.PushSecret.spec.template.templateFrom.configMap
              literal string
              secret v1alpha1.PushSecret.spec.template.templateFrom.configMap
              target string default="Data"
            v1alpha1.PushSecret.spec.template.templateFrom.configMap
              items! []v1alpha1.PushSecret.spec.template.templateFrom.configMap.items
              name! string maxLength=253 minLength=1 pattern=^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
            v1alpha1.PushSecret.spec.template.templateFrom.configMap.items
              key! string maxLength=253 minLength=1 pattern=^[-._a-zA-Z0-9]+$
              templateAs string enum=KeysAndValues|Values default="Values"
            v1alpha1.PushSecret.status
              conditions []v1.ClusterSecretStore.status.conditions
              refreshTime time nullable
              syncedPushSecrets {}{}v1alpha1.PushSecret.spec.data
              syncedResourceVersion string
            """;
    }
}
