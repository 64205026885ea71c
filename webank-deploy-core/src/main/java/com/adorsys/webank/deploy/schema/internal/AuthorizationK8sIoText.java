package com.adorsys.webank.deploy.schema.internal;

/** {@code authorization.k8s.io}. Made by SchemaTool. */
final class AuthorizationK8sIoText {
    private AuthorizationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 LocalSubjectAccessReview namespaced
            kind v1 SelfSubjectAccessReview cluster
            kind v1 SelfSubjectRulesReview cluster
            kind v1 SubjectAccessReview cluster
            gone v1beta1 LocalSubjectAccessReview deprecated=1.19 removed=1.22 use=authorization.k8s.io/v1.LocalSubjectAccessReview
            gone v1beta1 SelfSubjectAccessReview deprecated=1.19 removed=1.22 use=authorization.k8s.io/v1.SelfSubjectAccessReview
            gone v1beta1 SelfSubjectRulesReview deprecated=1.19 removed=1.22 use=authorization.k8s.io/v1.SelfSubjectRulesReview
            gone v1beta1 SubjectAccessReview deprecated=1.19 removed=1.22 use=authorization.k8s.io/v1.SubjectAccessReview
            v1.FieldSelectorAttributes
              rawSelector string
              requirements []meta/v1.FieldSelectorRequirement
            v1.LabelSelectorAttributes
              rawSelector string
              requirements []meta/v1.LabelSelectorRequirement
            v1.LocalSubjectAccessReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.SubjectAccessReviewSpec
              status v1.SubjectAccessReviewStatus
            v1.NonResourceAttributes
              path string
              verb string
            v1.NonResourceRule
              nonResourceURLs []string
              verbs! []string
            v1.ResourceAttributes
              fieldSelector v1.FieldSelectorAttributes
              group string
              labelSelector v1.LabelSelectorAttributes
              name string
              namespace string
              resource string
              subresource string
              verb string
              version string
            v1.ResourceRule
              apiGroups []string
              resourceNames []string
              resources []string
              verbs! []string
            v1.SelfSubjectAccessReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.SelfSubjectAccessReviewSpec
              status v1.SubjectAccessReviewStatus
            v1.SelfSubjectAccessReviewSpec
              nonResourceAttributes v1.NonResourceAttributes
              resourceAttributes v1.ResourceAttributes
            v1.SelfSubjectRulesReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.SelfSubjectRulesReviewSpec
              status v1.SubjectRulesReviewStatus
            v1.SelfSubjectRulesReviewSpec
              namespace string
            v1.SubjectAccessReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.SubjectAccessReviewSpec
              status v1.SubjectAccessReviewStatus
            v1.SubjectAccessReviewSpec
              extra {}[]string
              groups []string
              nonResourceAttributes v1.NonResourceAttributes
              resourceAttributes v1.ResourceAttributes
              uid string
              user string
            v1.SubjectAccessReviewStatus
              allowed! bool
              denied bool
              evaluationError string
              reason string
            v1.SubjectRulesReviewStatus
              evaluationError string
              incomplete! bool
              nonResourceRules! []v1.NonResourceRule
              resourceRules! []v1.ResourceRule
            """;
    }
}
