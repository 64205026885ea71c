package com.adorsys.webank.deploy.schema.internal;

/** {@code certificates.k8s.io}. Made by SchemaTool. */
final class CertificatesK8sIoText {
    private CertificatesK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 CertificateSigningRequest cluster
            kind v1 ClusterTrustBundle cluster since=1.37
            kind v1 PodCertificateRequest namespaced since=1.37
            kind v1alpha1 ClusterTrustBundle cluster until=1.36 deprecated=1.34 removed=1.37
            kind v1alpha1 PodCertificateRequest namespaced since=1.34 until=1.34
            kind v1beta1 ClusterTrustBundle cluster since=1.33 deprecated=1.37 removed=1.40 use=certificates.k8s.io/v1.ClusterTrustBundle
            kind v1beta1 PodCertificateRequest namespaced since=1.35 deprecated=1.37 removed=1.40 use=certificates.k8s.io/v1.PodCertificateRequest
            gone v1beta1 CertificateSigningRequest deprecated=1.19 removed=1.22 use=certificates.k8s.io/v1.CertificateSigningRequest
            v1.CertificateSigningRequest
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.CertificateSigningRequestSpec
              status v1.CertificateSigningRequestStatus
            v1.CertificateSigningRequestCondition
              lastTransitionTime time
              lastUpdateTime time
              message string
              reason string
              status! string
              type! string
            v1.CertificateSigningRequestSpec
              expirationSeconds int32
              extra {}[]string
              groups []string
              request! bytes
              signerName! string
              uid string
              usages []string enum=any|cert%20sign|client%20auth|code%20signing|content%20commitment|crl%20sign|data%20encipherment|decipher%20only|digital%20signature|email%20protection|encipher%20only|ipsec%20end%20system|ipsec%20tunnel|ipsec%20user|key%20agreement|key%20encipherment|microsoft%20sgc|netscape%20sgc|ocsp%20signing|s/mime|server%20auth|signing|timestamping
              username string
            v1.CertificateSigningRequestStatus
              certificate bytes
              conditions []v1.CertificateSigningRequestCondition keys=type
            v1.ClusterTrustBundle since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.ClusterTrustBundleSpec
            v1.ClusterTrustBundleSpec since=1.37
              signerName string
              trustBundle! string
            v1.PodCertificateRequest since=1.37
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.PodCertificateRequestSpec
              status v1.PodCertificateRequestStatus
            v1.PodCertificateRequestSpec since=1.37
              maxExpirationSeconds int32 default=86400
              nodeName! string
              nodeUID! string
              podName! string
              podUID! string
              serviceAccountName! string
              serviceAccountUID! string
              signerName! string
              stubPKCS10Request! bytes
              unverifiedUserAnnotations {}string
            v1.PodCertificateRequestStatus since=1.37
              beginRefreshAt time
              certificateChain string
              conditions []meta/v1.Condition keys=type merge=type
              notAfter time
              notBefore time
            v1alpha1.ClusterTrustBundle until=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.ClusterTrustBundleSpec
            v1alpha1.ClusterTrustBundleSpec until=1.36
              signerName string
              trustBundle! string
            v1alpha1.PodCertificateRequest since=1.34 until=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.PodCertificateRequestSpec
              status v1alpha1.PodCertificateRequestStatus
            v1alpha1.PodCertificateRequestSpec since=1.34 until=1.34
              maxExpirationSeconds int32 default=86400
              nodeName! string
              nodeUID! string
              pkixPublicKey! bytes
              podName! string
              podUID! string
              proofOfPossession! bytes
              serviceAccountName! string
              serviceAccountUID! string
              signerName! string
            v1alpha1.PodCertificateRequestStatus since=1.34 until=1.34
              beginRefreshAt time
              certificateChain string
              conditions []meta/v1.Condition keys=type merge=type
              notAfter time
              notBefore time
            v1beta1.ClusterTrustBundle since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta1.ClusterTrustBundleSpec
            v1beta1.ClusterTrustBundleSpec since=1.33
              signerName string
              trustBundle! string
            v1beta1.PodCertificateRequest since=1.35
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1beta1.PodCertificateRequestSpec
              status v1beta1.PodCertificateRequestStatus
            v1beta1.PodCertificateRequestSpec since=1.35
              maxExpirationSeconds int32 default=86400
              nodeName! string
              nodeUID! string
              pkixPublicKey bytes required-until=1.35
              podName! string
              podUID! string
              proofOfPossession bytes required-until=1.35
              serviceAccountName! string
              serviceAccountUID! string
              signerName! string
              stubPKCS10Request! bytes since=1.36
              unverifiedUserAnnotations {}string
            v1beta1.PodCertificateRequestStatus since=1.35
              beginRefreshAt time
              certificateChain string
              conditions []meta/v1.Condition keys=type merge=type
              notAfter time
              notBefore time
            """;
    }
}
