package com.adorsys.webank.deploy.schema.internal;

/** {@code coordination.k8s.io}. Made by SchemaTool. */
final class CoordinationK8sIoText {
    private CoordinationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 Lease namespaced
            kind v1alpha2 LeaseCandidate namespaced deprecated=1.35 removed=1.38
            kind v1beta1 LeaseCandidate namespaced since=1.33 deprecated=1.36 removed=1.39
            gone v1beta1 Lease deprecated=1.19 removed=1.22 use=coordination.k8s.io/v1.Lease
            v1.Lease
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.LeaseSpec
            v1.LeaseSpec
              acquireTime time
              holderIdentity string
              leaseDurationSeconds int32
              leaseTransitions int32
              preferredHolder string
              renewTime time
              strategy string
            v1alpha2.LeaseCandidate
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha2.LeaseCandidateSpec required-since=1.36
            v1alpha2.LeaseCandidateSpec
              binaryVersion! string
              emulationVersion string
              leaseName! string
              pingTime time
              renewTime time
              strategy! string
            v1beta1.LeaseCandidate since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.LeaseCandidateSpec required-since=1.36
            v1beta1.LeaseCandidateSpec since=1.33
              binaryVersion! string
              emulationVersion string
              leaseName! string
              pingTime time
              renewTime time
              strategy! string
            """;
    }
}
