package com.adorsys.webank.deploy.schema.internal;

/** {@code admissionregistration.k8s.io}. Made by SchemaTool. */
final class AdmissionregistrationK8sIoText {
    private AdmissionregistrationK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 MutatingAdmissionPolicy cluster since=1.36
            kind v1 MutatingAdmissionPolicyBinding cluster since=1.36
            kind v1 MutatingWebhookConfiguration cluster
            kind v1 ValidatingAdmissionPolicy cluster
            kind v1 ValidatingAdmissionPolicyBinding cluster
            kind v1 ValidatingWebhookConfiguration cluster
            kind v1alpha1 MutatingAdmissionPolicy cluster deprecated=1.35 removed=1.38
            kind v1alpha1 MutatingAdmissionPolicyBinding cluster deprecated=1.35 removed=1.38
            kind v1beta1 MutatingAdmissionPolicy cluster since=1.34 deprecated=1.37 removed=1.40 use=admissionregistration.k8s.io/v1.MutatingAdmissionPolicy
            kind v1beta1 MutatingAdmissionPolicyBinding cluster since=1.34 deprecated=1.37 removed=1.40 use=admissionregistration.k8s.io/v1.MutatingAdmissionPolicyBinding
            kind v1beta1 ValidatingAdmissionPolicy cluster until=1.33 deprecated=1.31 removed=1.34
            kind v1beta1 ValidatingAdmissionPolicyBinding cluster until=1.33 deprecated=1.31 removed=1.34
            gone v1alpha1 ValidatingAdmissionPolicy deprecated=1.29 removed=1.32
            gone v1alpha1 ValidatingAdmissionPolicyBinding deprecated=1.29 removed=1.32
            gone v1beta1 MutatingWebhookConfiguration deprecated=1.16 removed=1.22 use=admissionregistration.k8s.io/v1.MutatingWebhookConfiguration
            gone v1beta1 ValidatingWebhookConfiguration deprecated=1.16 removed=1.22 use=admissionregistration.k8s.io/v1.ValidatingWebhookConfiguration
            v1.ApplyConfiguration since=1.36
              expression string
            v1.AuditAnnotation
              key! string
              valueExpression! string
            v1.ExpressionWarning
              fieldRef! string
              warning! string
            v1.JSONPatch since=1.36
              expression string
            v1.MatchCondition
              expression! string
              name! string
            v1.MatchResources atomic
              excludeResourceRules []v1.NamedRuleWithOperations
              matchPolicy string enum=Equivalent|Exact
              namespaceSelector meta/v1.LabelSelector
              objectSelector meta/v1.LabelSelector
              resourceRules []v1.NamedRuleWithOperations
            v1.MutatingAdmissionPolicy since=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.MutatingAdmissionPolicySpec
            v1.MutatingAdmissionPolicyBinding since=1.36
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.MutatingAdmissionPolicyBindingSpec
            v1.MutatingAdmissionPolicyBindingSpec since=1.36
              matchResources v1.MatchResources
              paramRef v1.ParamRef
              policyName string
            v1.MutatingAdmissionPolicySpec since=1.36
              failurePolicy string enum=Fail|Ignore
              matchConditions []v1.MatchCondition keys=name merge=name
              matchConstraints v1.MatchResources
              mutations []v1.Mutation
              paramKind v1.ParamKind
              reinvocationPolicy string enum=IfNeeded|Never
              variables []v1.Variable
            v1.MutatingWebhook
              admissionReviewVersions! []string
              clientConfig! v1.WebhookClientConfig
              failurePolicy string enum=Fail|Ignore
              matchConditions []v1.MatchCondition keys=name merge=name
              matchPolicy string enum=Equivalent|Exact
              name! string
              namespaceSelector meta/v1.LabelSelector
              objectSelector meta/v1.LabelSelector
              reinvocationPolicy string enum=IfNeeded|Never
              rules []v1.RuleWithOperations
              sideEffects! string enum=None|NoneOnDryRun|Some|Unknown
              timeoutSeconds int32
            v1.MutatingWebhookConfiguration
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              webhooks []v1.MutatingWebhook keys=name merge=name
            v1.Mutation since=1.36
              applyConfiguration v1.ApplyConfiguration
              jsonPatch v1.JSONPatch
              patchType! string enum=ApplyConfiguration|JSONPatch
            v1.NamedRuleWithOperations atomic
              apiGroups []string
              apiVersions []string
              operations []string enum=*|CONNECT|CREATE|DELETE|UPDATE
              resourceNames []string
              resources []string
              scope string enum=*|Cluster|Namespaced
            v1.ParamKind atomic
              apiVersion string
              kind string
            v1.ParamRef atomic
              name string
              namespace string
              parameterNotFoundAction string
              selector meta/v1.LabelSelector
            v1.RuleWithOperations
              apiGroups []string
              apiVersions []string
              operations []string enum=*|CONNECT|CREATE|DELETE|UPDATE
              resources []string
              scope string enum=*|Cluster|Namespaced
            v1.ServiceReference
              name! string
              namespace! string
              path string
              port int32
            v1.TypeChecking
              expressionWarnings []v1.ExpressionWarning
            v1.ValidatingAdmissionPolicy
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ValidatingAdmissionPolicySpec
              status v1.ValidatingAdmissionPolicyStatus
            v1.ValidatingAdmissionPolicyBinding
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.ValidatingAdmissionPolicyBindingSpec required-since=1.36
            v1.ValidatingAdmissionPolicyBindingSpec
              matchResources v1.MatchResources
              paramRef v1.ParamRef
              policyName string required-since=1.36
              validationActions []string required-since=1.36 enum=Audit|Deny|Warn set
            v1.ValidatingAdmissionPolicySpec
              auditAnnotations []v1.AuditAnnotation
              failurePolicy string enum=Fail|Ignore
              matchConditions []v1.MatchCondition keys=name merge=name
              matchConstraints v1.MatchResources
              paramKind v1.ParamKind
              validations []v1.Validation
              variables []v1.Variable keys=name merge=name
            v1.ValidatingAdmissionPolicyStatus
              conditions []meta/v1.Condition keys=type
              observedGeneration int64
              typeChecking v1.TypeChecking
            v1.ValidatingWebhook
              admissionReviewVersions! []string
              clientConfig! v1.WebhookClientConfig
              failurePolicy string enum=Fail|Ignore
              matchConditions []v1.MatchCondition keys=name merge=name
              matchPolicy string enum=Equivalent|Exact
              name! string
              namespaceSelector meta/v1.LabelSelector
              objectSelector meta/v1.LabelSelector
              rules []v1.RuleWithOperations
              sideEffects! string enum=None|NoneOnDryRun|Some|Unknown
              timeoutSeconds int32
            v1.ValidatingWebhookConfiguration
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              webhooks []v1.ValidatingWebhook keys=name merge=name
            v1.Validation
              expression! string
              message string
              messageExpression string
              reason string
            v1.Variable atomic
              expression! string
              name! string
            v1.WebhookClientConfig
              caBundle bytes
              service v1.ServiceReference
              url string
            v1alpha1.ApplyConfiguration
              expression string
            v1alpha1.JSONPatch
              expression string
            v1alpha1.MatchCondition
              expression! string
              name! string
            v1alpha1.MatchResources atomic
              excludeResourceRules []v1alpha1.NamedRuleWithOperations
              matchPolicy string enum=Equivalent|Exact
              namespaceSelector meta/v1.LabelSelector
              objectSelector meta/v1.LabelSelector
              resourceRules []v1alpha1.NamedRuleWithOperations
            v1alpha1.MutatingAdmissionPolicy
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.MutatingAdmissionPolicySpec
            v1alpha1.MutatingAdmissionPolicyBinding
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1alpha1.MutatingAdmissionPolicyBindingSpec
            v1alpha1.MutatingAdmissionPolicyBindingSpec
              matchResources v1alpha1.MatchResources
              paramRef v1alpha1.ParamRef
              policyName string
            v1alpha1.MutatingAdmissionPolicySpec
              failurePolicy string enum=Fail|Ignore
              matchConditions []v1alpha1.MatchCondition keys=name merge=name
              matchConstraints v1alpha1.MatchResources
              mutations []v1alpha1.Mutation
              paramKind v1alpha1.ParamKind
              reinvocationPolicy string enum=IfNeeded|Never
              variables []v1alpha1.Variable
            v1alpha1.Mutation
              applyConfiguration v1alpha1.ApplyConfiguration
              jsonPatch v1alpha1.JSONPatch
              patchType! string enum=ApplyConfiguration|JSONPatch
            v1alpha1.NamedRuleWithOperations atomic
              apiGroups []string
              apiVersions []string
              operations []string enum=*|CONNECT|CREATE|DELETE|UPDATE
              resourceNames []string
              resources []string
              scope string enum=*|Cluster|Namespaced
            v1alpha1.ParamKind atomic
              apiVersion string
              kind string
            v1alpha1.ParamRef atomic
              name string
              namespace string
              parameterNotFoundAction string enum=Allow|Deny
              selector meta/v1.LabelSelector
            v1alpha1.Variable
              expression! string
              name! string
            v1beta1.ApplyConfiguration since=1.34
              expression string
            v1beta1.AuditAnnotation until=1.33
              key! string
              valueExpression! string
            v1beta1.ExpressionWarning until=1.33
              fieldRef! string
              warning! string
            v1beta1.JSONPatch since=1.34
              expression string
            v1beta1.MatchCondition
              expression! string
              name! string
            v1beta1.MatchResources atomic
              excludeResourceRules []v1beta1.NamedRuleWithOperations
              matchPolicy string
              namespaceSelector meta/v1.LabelSelector
              objectSelector meta/v1.LabelSelector
              resourceRules []v1beta1.NamedRuleWithOperations
            v1beta1.MutatingAdmissionPolicy since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.MutatingAdmissionPolicySpec
            v1beta1.MutatingAdmissionPolicyBinding since=1.34
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.MutatingAdmissionPolicyBindingSpec
            v1beta1.MutatingAdmissionPolicyBindingSpec since=1.34
              matchResources v1beta1.MatchResources
              paramRef v1beta1.ParamRef
              policyName string
            v1beta1.MutatingAdmissionPolicySpec since=1.34
              failurePolicy string
              matchConditions []v1beta1.MatchCondition keys=name merge=name
              matchConstraints v1beta1.MatchResources
              mutations []v1beta1.Mutation
              paramKind v1beta1.ParamKind
              reinvocationPolicy string enum=IfNeeded|Never
              variables []v1beta1.Variable
            v1beta1.Mutation since=1.34
              applyConfiguration v1beta1.ApplyConfiguration
              jsonPatch v1beta1.JSONPatch
              patchType! string enum=ApplyConfiguration|JSONPatch
            v1beta1.NamedRuleWithOperations atomic
              apiGroups []string
              apiVersions []string
              operations []string enum=*|CONNECT|CREATE|DELETE|UPDATE
              resourceNames []string
              resources []string
              scope string enum=*|Cluster|Namespaced
            v1beta1.ParamKind atomic
              apiVersion string
              kind string
            v1beta1.ParamRef atomic
              name string
              namespace string
              parameterNotFoundAction string
              selector meta/v1.LabelSelector
            v1beta1.TypeChecking until=1.33
              expressionWarnings []v1beta1.ExpressionWarning
            v1beta1.ValidatingAdmissionPolicy until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.ValidatingAdmissionPolicySpec
              status v1beta1.ValidatingAdmissionPolicyStatus
            v1beta1.ValidatingAdmissionPolicyBinding until=1.33
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1beta1.ValidatingAdmissionPolicyBindingSpec
            v1beta1.ValidatingAdmissionPolicyBindingSpec until=1.33
              matchResources v1beta1.MatchResources
              paramRef v1beta1.ParamRef
              policyName string
              validationActions []string enum=Audit|Deny|Warn set
            v1beta1.ValidatingAdmissionPolicySpec until=1.33
              auditAnnotations []v1beta1.AuditAnnotation
              failurePolicy string
              matchConditions []v1beta1.MatchCondition keys=name merge=name
              matchConstraints v1beta1.MatchResources
              paramKind v1beta1.ParamKind
              validations []v1beta1.Validation
              variables []v1beta1.Variable keys=name merge=name
            v1beta1.ValidatingAdmissionPolicyStatus until=1.33
              conditions []meta/v1.Condition keys=type
              observedGeneration int64
              typeChecking v1beta1.TypeChecking
            v1beta1.Validation until=1.33
              expression! string
              message string
              messageExpression string
              reason string
            v1beta1.Variable atomic
              expression! string
              name! string
            """;
    }
}
