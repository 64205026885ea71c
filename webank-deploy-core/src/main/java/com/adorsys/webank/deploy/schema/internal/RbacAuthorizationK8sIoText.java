package com.adorsys.webank.deploy.schema.internal;

/** {@code rbac.authorization.k8s.io}. Made by SchemaTool. */
final class RbacAuthorizationK8sIoText {
    private RbacAuthorizationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 ClusterRole cluster
            kind v1 ClusterRoleBinding cluster
            kind v1 Role namespaced
            kind v1 RoleBinding namespaced
            gone v1beta1 ClusterRole deprecated=1.17 removed=1.22 use=rbac.authorization.k8s.io/v1.ClusterRole
            gone v1beta1 ClusterRoleBinding deprecated=1.17 removed=1.22 use=rbac.authorization.k8s.io/v1.ClusterRoleBinding
            gone v1beta1 Role deprecated=1.17 removed=1.22 use=rbac.authorization.k8s.io/v1.Role
            gone v1beta1 RoleBinding deprecated=1.17 removed=1.22 use=rbac.authorization.k8s.io/v1.RoleBinding
            v1.AggregationRule
              clusterRoleSelectors []meta/v1.LabelSelector
            v1.ClusterRole
              aggregationRule v1.AggregationRule
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              rules []v1.PolicyRule
            v1.ClusterRoleBinding
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              roleRef! v1.RoleRef
              subjects []v1.Subject
            v1.PolicyRule
              apiGroups []string
              nonResourceURLs []string
              resourceNames []string
              resources []string
              verbs! []string
            v1.Role
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              rules []v1.PolicyRule
            v1.RoleBinding
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              roleRef! v1.RoleRef
              subjects []v1.Subject
            v1.RoleRef atomic
              apiGroup string required-until=1.35
              kind! string
              name! string
            v1.Subject atomic
              apiGroup string
              kind! string
              name! string
              namespace string
            """;
    }
}
