package com.adorsys.webank.deploy.schema.internal;

/** {@code apidiscovery.k8s.io}. Made by SchemaTool. */
final class ApidiscoveryK8sIoText {
    private ApidiscoveryK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            gone v2beta1 APIGroupDiscovery deprecated=1.32 removed=1.35
            """;
    }
}
