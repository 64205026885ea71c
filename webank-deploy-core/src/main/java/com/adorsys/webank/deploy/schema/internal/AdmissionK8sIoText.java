package com.adorsys.webank.deploy.schema.internal;

/** {@code admission.k8s.io}. Made by SchemaTool. */
final class AdmissionK8sIoText {
    private AdmissionK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            gone v1beta1 AdmissionReview deprecated=1.19 removed=1.22
            """;
    }
}
