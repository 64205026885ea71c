package com.adorsys.webank.deploy.schema.internal;

/** {@code apiextensions.k8s.io}. Made by SchemaTool. */
final class ApiextensionsK8sIoText {
    private ApiextensionsK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 CustomResourceDefinition cluster
            gone v1beta1 ConversionReview deprecated=1.19 removed=1.22
            gone v1beta1 CustomResourceDefinition deprecated=1.16 removed=1.22 use=apiextensions.k8s.io/v1.CustomResourceDefinition
            v1.CustomResourceColumnDefinition
              description string
              format string
              jsonPath! string
              name! string
              priority int32
              type! string
            v1.CustomResourceConversion
              strategy! string
              webhook v1.WebhookConversion
            v1.CustomResourceDefinition
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec! v1.CustomResourceDefinitionSpec
              status v1.CustomResourceDefinitionStatus
            v1.CustomResourceDefinitionCondition
              lastTransitionTime time
              message string
              observedGeneration int64 since=1.35
              reason string
              status! string
              type! string
            v1.CustomResourceDefinitionNames
              categories []string
              kind! string
              listKind string
              plural! string
              shortNames []string
              singular string
            v1.CustomResourceDefinitionSpec
              conversion v1.CustomResourceConversion
              group! string
              names! v1.CustomResourceDefinitionNames
              preserveUnknownFields bool
              scope! string
              versions! []v1.CustomResourceDefinitionVersion
            v1.CustomResourceDefinitionStatus
              acceptedNames v1.CustomResourceDefinitionNames
              conditions []v1.CustomResourceDefinitionCondition keys=type
              observedGeneration int64 since=1.35
              storedVersions []string
            v1.CustomResourceDefinitionVersion
              additionalPrinterColumns []v1.CustomResourceColumnDefinition
              deprecated bool
              deprecationWarning string
              name! string
              schema v1.CustomResourceValidation
              selectableFields []v1.SelectableField
              served! bool
              storage! bool
              subresources v1.CustomResourceSubresources
            v1.CustomResourceSubresourceScale
              labelSelectorPath string
              specReplicasPath! string
              statusReplicasPath! string
            v1.CustomResourceSubresourceStatus
            v1.CustomResourceSubresources
              scale v1.CustomResourceSubresourceScale
              status v1.CustomResourceSubresourceStatus
            v1.CustomResourceValidation
              openAPIV3Schema v1.JSONSchemaProps
            v1.ExternalDocumentation
              description string
              url string
            v1.JSONSchemaProps
              $ref string
              $schema string
              additionalItems any
              additionalProperties any
              allOf []v1.JSONSchemaProps
              anyOf []v1.JSONSchemaProps
              default any
              definitions {}v1.JSONSchemaProps
              dependencies {}any
              description string
              enum []any
              example any
              exclusiveMaximum bool
              exclusiveMinimum bool
              externalDocs v1.ExternalDocumentation
              format string
              id string
              items any
              maxItems int64
              maxLength int64
              maxProperties int64
              maximum double
              minItems int64
              minLength int64
              minProperties int64
              minimum double
              multipleOf double
              not v1.JSONSchemaProps
              nullable bool
              oneOf []v1.JSONSchemaProps
              pattern string
              patternProperties {}v1.JSONSchemaProps
              properties {}v1.JSONSchemaProps
              required []string
              title string
              type string
              uniqueItems bool
              x-kubernetes-embedded-resource bool
              x-kubernetes-int-or-string bool
              x-kubernetes-list-map-keys []string
              x-kubernetes-list-type string
              x-kubernetes-map-type string
              x-kubernetes-preserve-unknown-fields bool
              x-kubernetes-validations []v1.ValidationRule keys=rule merge=rule
            v1.SelectableField
              jsonPath! string
            v1.ServiceReference
              name! string
              namespace! string
              path string
              port int32
            v1.ValidationRule
              fieldPath string
              message string
              messageExpression string
              optionalOldSelf bool
              reason string enum=FieldValueDuplicate|FieldValueForbidden|FieldValueInvalid|FieldValueRequired
              rule! string
            v1.WebhookClientConfig
              caBundle bytes
              service v1.ServiceReference
              url string
            v1.WebhookConversion
              clientConfig v1.WebhookClientConfig
              conversionReviewVersions! []string
            """;
    }
}
