package com.adorsys.webank.deploy.schema.internal;

/** {@code authentication.k8s.io}. Made by SchemaTool. */
final class AuthenticationK8sIoText {
    private AuthenticationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 SelfSubjectReview cluster
            kind v1 TokenReview cluster
            kind v1beta1 SelfSubjectReview cluster until=1.32 deprecated=1.30 removed=1.33
            gone v1alpha1 SelfSubjectReview deprecated=1.29 removed=1.32
            gone v1beta1 TokenReview deprecated=1.19 removed=1.22 use=authentication.k8s.io/v1.TokenReview
            v1.SelfSubjectReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              status v1.SelfSubjectReviewStatus
            v1.SelfSubjectReviewStatus
              userInfo v1.UserInfo
            v1.TokenReview
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.TokenReviewSpec
              status v1.TokenReviewStatus
            v1.TokenReviewSpec
              audiences []string
              token string required-since=1.36
            v1.TokenReviewStatus
              audiences []string
              authenticated bool
              error string
              user v1.UserInfo
            v1.UserInfo
              extra {}[]string
              groups []string
              uid string
              username string
            v1beta1.SelfSubjectReview until=1.32
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              status v1beta1.SelfSubjectReviewStatus
            v1beta1.SelfSubjectReviewStatus until=1.32
              userInfo v1.UserInfo
            """;
    }
}
