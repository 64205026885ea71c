package com.adorsys.webank.deploy.schema.internal;

/** {@code networking.k8s.io}. Made by SchemaTool. */
final class NetworkingK8sIoText {
    private NetworkingK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 IPAddress cluster since=1.33
            kind v1 Ingress namespaced
            kind v1 IngressClass cluster
            kind v1 NetworkPolicy namespaced
            kind v1 ServiceCIDR cluster since=1.33
            kind v1beta1 IPAddress cluster until=1.36 deprecated=1.34 removed=1.37
            kind v1beta1 ServiceCIDR cluster until=1.36 deprecated=1.34 removed=1.37
            gone v1alpha1 IPAddress deprecated=1.30 removed=1.33
            gone v1alpha1 ServiceCIDR deprecated=1.30 removed=1.33
            gone v1beta1 Ingress deprecated=1.19 removed=1.22 use=networking.k8s.io/v1.Ingress
            gone v1beta1 IngressClass deprecated=1.19 removed=1.22 use=networking.k8s.io/v1.IngressClass
            v1.HTTPIngressPath
              backend! v1.IngressBackend
              path string
              pathType! string enum=Exact|ImplementationSpecific|Prefix
            v1.HTTPIngressRuleValue
              paths! []v1.HTTPIngressPath
            v1.IPAddress since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.IPAddressSpec required-since=1.36
            v1.IPAddressSpec since=1.33
              parentRef! v1.ParentReference
            v1.IPBlock
              cidr! string
              except []string
            v1.Ingress
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.IngressSpec
              status v1.IngressStatus
            v1.IngressBackend
              resource core/v1.TypedLocalObjectReference
              service v1.IngressServiceBackend
            v1.IngressClass
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.IngressClassSpec
            v1.IngressClassParametersReference
              apiGroup string
              kind! string
              name! string
              namespace string
              scope string
            v1.IngressClassSpec
              controller string
              parameters v1.IngressClassParametersReference
            v1.IngressLoadBalancerIngress
              hostname string
              ip string
              ports []v1.IngressPortStatus
            v1.IngressLoadBalancerStatus
              ingress []v1.IngressLoadBalancerIngress
            v1.IngressPortStatus
              error string
              port! int32
              protocol! string enum=SCTP|TCP|UDP
            v1.IngressRule
              host string
              http v1.HTTPIngressRuleValue
            v1.IngressServiceBackend
              name! string
              port v1.ServiceBackendPort
            v1.IngressSpec
              defaultBackend v1.IngressBackend
              ingressClassName string
              rules []v1.IngressRule
              tls []v1.IngressTLS
            v1.IngressStatus
              loadBalancer v1.IngressLoadBalancerStatus
            v1.IngressTLS
              hosts []string
              secretName string
            v1.NetworkPolicy
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.NetworkPolicySpec
            v1.NetworkPolicyEgressRule
              ports []v1.NetworkPolicyPort
              to []v1.NetworkPolicyPeer
            v1.NetworkPolicyIngressRule
              from []v1.NetworkPolicyPeer
              ports []v1.NetworkPolicyPort
            v1.NetworkPolicyPeer
              ipBlock v1.IPBlock
              namespaceSelector meta/v1.LabelSelector
              podSelector meta/v1.LabelSelector
            v1.NetworkPolicyPort
              endPort int32
              port int-or-string
              protocol string enum=SCTP|TCP|UDP
            v1.NetworkPolicySpec
              egress []v1.NetworkPolicyEgressRule
              ingress []v1.NetworkPolicyIngressRule
              podSelector meta/v1.LabelSelector required-until=1.33
              policyTypes []string enum=Egress|Ingress
            v1.ParentReference since=1.33
              group string
              name! string
              namespace string
              resource! string
            v1.ServiceBackendPort atomic
              name string
              number int32
            v1.ServiceCIDR since=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ServiceCIDRSpec
              status v1.ServiceCIDRStatus
            v1.ServiceCIDRSpec since=1.33
              cidrs []string
            v1.ServiceCIDRStatus since=1.33
              conditions []meta/v1.Condition keys=type merge=type
            v1beta1.IPAddress until=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.IPAddressSpec required-since=1.36
            v1beta1.IPAddressSpec until=1.36
              parentRef! v1beta1.ParentReference
            v1beta1.ParentReference until=1.36
              group string
              name! string
              namespace string
              resource! string
            v1beta1.ServiceCIDR until=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.ServiceCIDRSpec
              status v1beta1.ServiceCIDRStatus
            v1beta1.ServiceCIDRSpec until=1.36
              cidrs []string
            v1beta1.ServiceCIDRStatus until=1.36
              conditions []meta/v1.Condition keys=type merge=type
            """;
    }
}
