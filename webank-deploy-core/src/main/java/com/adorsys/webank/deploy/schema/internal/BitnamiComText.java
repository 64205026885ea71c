package com.adorsys.webank.deploy.schema.internal;

/** {@code bitnami.com}. Made by SchemaTool. */
final class BitnamiComText {
    private BitnamiComText() {}

    static String text() {
        return """
            # Kinds of github.com/bitnami-labs/sealed-secrets 0.40
            kind v1alpha1 SealedSecret namespaced
            v1alpha1.SealedSecret
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1alpha1.SealedSecret.spec
              status v1alpha1.SealedSecret.status
            v1alpha1.SealedSecret.spec
              data bytes
              encryptedData! {}string
              template v1alpha1.SealedSecret.spec.template
            v1alpha1.SealedSecret.spec.template
              data {}string nullable
              immutable bool
              metadata v1alpha1.SealedSecret.spec.template.metadata nullable
              type string
            v1alpha1.SealedSecret.spec.template.metadata open
              annotations {}string
              finalizers []string
              labels {}string
              name string
              namespace string
            v1alpha1.SealedSecret.status
              conditions []v1alpha1.SealedSecret.status.conditions
              observedGeneration int64
            v1alpha1.SealedSecret.status.conditions
              lastTransitionTime time
              lastUpdateTime time
              message string
              reason string
              status! string
              type! string
            """;
    }
}
