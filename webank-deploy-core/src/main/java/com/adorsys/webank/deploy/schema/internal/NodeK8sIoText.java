package com.adorsys.webank.deploy.schema.internal;

/** {@code node.k8s.io}. Made by SchemaTool. */
final class NodeK8sIoText {
    private NodeK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 RuntimeClass cluster
            gone v1beta1 RuntimeClass deprecated=1.22 removed=1.25
            v1.Overhead
              podFixed {}quantity
            v1.RuntimeClass
              apiVersion string
              handler! string
              kind string
              metadata meta/v1.ObjectMeta
              overhead v1.Overhead
              scheduling v1.Scheduling
            v1.Scheduling
              nodeSelector {}string atomic
              tolerations []core/v1.Toleration
            """;
    }
}
