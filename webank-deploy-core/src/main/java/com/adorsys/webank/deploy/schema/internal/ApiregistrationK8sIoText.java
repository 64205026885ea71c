package com.adorsys.webank.deploy.schema.internal;

/** {@code apiregistration.k8s.io}. Made by SchemaTool. */
final class ApiregistrationK8sIoText {
    private ApiregistrationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 APIService cluster
            v1.APIService
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.APIServiceSpec
              status v1.APIServiceStatus
            v1.APIServiceCondition
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.APIServiceSpec
              caBundle bytes
              group string
              groupPriorityMinimum! int32
              insecureSkipTLSVerify bool
              service v1.ServiceReference
              version string
              versionPriority! int32
            v1.APIServiceStatus
              conditions []v1.APIServiceCondition keys=type merge=type
            v1.ServiceReference
              name string
              namespace string
              port int32
            """;
    }
}
