package com.adorsys.webank.deploy.schema.internal;

/** {@code secrets-store.csi.x-k8s.io}. Made by SchemaTool. */
final class SecretsStoreCsiXK8sIoText {
    private SecretsStoreCsiXK8sIoText() {}

    static String text() {
        return """
            # Kinds of sigs.k8s.io/secrets-store-csi-driver 1.4
            kind v1 SecretProviderClass namespaced
            kind v1 SecretProviderClassPodStatus namespaced
            kind v1alpha1 SecretProviderClass namespaced
            kind v1alpha1 SecretProviderClassPodStatus namespaced
            v1.SecretProviderClass
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.SecretProviderClass.spec
              status object
            v1.SecretProviderClass.spec
              parameters {}string
              provider string
              secretObjects []v1.SecretProviderClass.spec.secretObjects
            v1.SecretProviderClass.spec.secretObjects
              annotations {}string
              data []v1.SecretProviderClass.spec.secretObjects.data
              labels {}string
              secretName string
              type string
            v1.SecretProviderClass.spec.secretObjects.data
              key string
              objectName string
            v1.SecretProviderClassPodStatus
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              status v1.SecretProviderClassPodStatus.status
            v1.SecretProviderClassPodStatus.status
              mounted bool
              objects []v1.SecretProviderClassPodStatus.status.objects
              podName string
              secretProviderClassName string
              targetPath string
            v1.SecretProviderClassPodStatus.status.objects
              id string
              version string
            v1alpha1.SecretProviderClass
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.SecretProviderClass.spec
              status v1alpha1.SecretProviderClass.status
            v1alpha1.SecretProviderClass.status
              byPod []v1alpha1.SecretProviderClass.status.byPod
            v1alpha1.SecretProviderClass.status.byPod
              id string
              namespace string
            v1alpha1.SecretProviderClassPodStatus
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              status v1.SecretProviderClassPodStatus.status
            """;
    }
}
