package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final String REMEDY =
            " Make sure that your cluster has such a version, or check for the version that it has.";

    private static List<String> problems(Targets targets, String document) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(Checks.structure(targets)).check(Sets.of(document))) {
            texts.add(problem.toString());
        }
        return texts;
    }

    private static List<String> problems(String document) {
        return problems(Targets.any(), document);
    }

    private static Targets kubernetes(String version) {
        return Targets.any().with(ProductVersion.kubernetes(version));
    }

    private static String pod(String field) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {" + field
                + ", containers: [{name: a, image: 'b:1'}]}}";
    }

    @Nested
    class A_field {
        @Test
        void that_only_later_versions_know_is_a_warning_if_no_version_is_given() {
            assertThat(problems(pod("hostnameOverride: a.b")))
                    .containsExactly(
                            "warning VERSION_DEPENDENT Pod/a.spec.hostnameOverride: `hostnameOverride` is a key of `spec` only in Kubernetes 1.34 and later."
                                    + REMEDY);
        }

        @Test
        void that_only_later_versions_know_is_an_error_for_an_earlier_version() {
            assertThat(problems(kubernetes("1.33"), pod("hostnameOverride: a.b")))
                    .containsExactly(
                            "error UNKNOWN_KEY Pod/a.spec.hostnameOverride: `hostnameOverride` is a key of `spec` only in Kubernetes 1.34 and later, and not in Kubernetes 1.33. Remove it.");
            assertThat(problems(kubernetes("1.34"), pod("hostnameOverride: a.b")))
                    .isEmpty();
        }

        @Test
        void that_was_removed_is_an_error_for_a_later_version() {
            String document = pod("workloadRef: {name: a, podGroup: b}");

            assertThat(problems(kubernetes("1.35"), document)).isEmpty();
            assertThat(problems(kubernetes("1.36"), document))
                    .containsExactly(
                            "error UNKNOWN_KEY Pod/a.spec.workloadRef: `workloadRef` is a key of `spec` only in Kubernetes 1.35, and not in Kubernetes 1.36. Remove it.");
        }

        @Test
        void that_no_version_knows_is_an_error() {
            assertThat(problems(pod("hostnam: a")))
                    .containsExactly(
                            "error UNKNOWN_KEY Pod/a.spec.hostnam: `hostnam` is not a key of `spec`. Did you mean `hostname`? If not, remove the key.");
        }

        @Test
        void is_required_only_in_the_versions_that_require_it() {
            String document = "{apiVersion: apps/v1, kind: ControllerRevision, metadata: {name: a}, revision: 1}";

            assertThat(problems(kubernetes("1.36"), document)).isEmpty();
            assertThat(problems(kubernetes("1.37"), document))
                    .containsExactly(
                            "error MISSING_KEY ControllerRevision/a.data: `data` is missing in `ControllerRevision/a`. Write it.");
        }
    }

    @Nested
    class A_value {
        private static final String DOCUMENT = "tolerations: [{key: a, operator: Gt, value: '1'}]";

        @Test
        void that_only_later_versions_know_is_a_warning_if_no_version_is_given() {
            assertThat(problems(pod(DOCUMENT)))
                    .containsExactly(
                            "warning VERSION_DEPENDENT Pod/a.spec.tolerations[0].operator: `Gt` is a value of `operator` only in Kubernetes 1.35 and later."
                                    + REMEDY);
        }

        @Test
        void that_only_later_versions_know_is_an_error_for_an_earlier_version() {
            assertThat(problems(kubernetes("1.34"), pod(DOCUMENT)))
                    .containsExactly(
                            "error UNKNOWN_VALUE Pod/a.spec.tolerations[0].operator: `Gt` is a value of `operator` only in Kubernetes 1.35 and later, and not in Kubernetes 1.34. Write another value.");
            assertThat(problems(kubernetes("1.35"), pod(DOCUMENT))).isEmpty();
        }
    }

    @Nested
    class A_text {
        private static String policy(String range) {
            return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a},"
                    + " spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '" + range + "'}}]}]}}";
        }

        @Test
        void that_only_earlier_versions_accept_is_a_warning_if_no_version_is_given() {
            assertThat(problems(policy("10.0.0.1/8")))
                    .containsExactly(
                            "warning VERSION_DEPENDENT NetworkPolicy/a.spec.ingress[0].from[0].ipBlock.cidr: `10.0.0.1/8` is valid as `cidr` only in Kubernetes 1.35 and earlier. Write `10.0.0.0/8` for the range, or `10.0.0.1/32` for the one address.");
        }

        @Test
        void that_only_earlier_versions_accept_is_an_error_for_a_later_version() {
            assertThat(problems(kubernetes("1.36"), policy("010.0.0.0/8")))
                    .containsExactly(
                            "error CIDR_INVALID NetworkPolicy/a.spec.ingress[0].from[0].ipBlock.cidr: `010.0.0.0/8` is valid as `cidr` only in Kubernetes 1.35 and earlier, and not in Kubernetes 1.36. Write `10.0.0.0/8`.");
            assertThat(problems(kubernetes("1.35"), policy("010.0.0.0/8"))).isEmpty();
        }

        @Test
        void that_only_later_versions_accept_is_an_error_for_an_earlier_version() {
            String service = "{apiVersion: v1, kind: Service, metadata: {name: 1a}, spec: {ports: [{port: 80}]}}";
            String fact = "Service/1a.metadata.name: `1a` is valid as `name` only in Kubernetes 1.36 and later";
            String rule =
                    " A Service's name has at most 63 characters of a-z, 0-9 and -, begins with a letter and ends with a letter or digit.";

            assertThat(problems(service)).containsExactly("warning VERSION_DEPENDENT " + fact + "." + rule);
            assertThat(problems(kubernetes("1.35"), service))
                    .containsExactly("error NAME_INVALID " + fact + ", and not in Kubernetes 1.35." + rule);
            assertThat(problems(kubernetes("1.36"), service)).isEmpty();
        }

        @Test
        void that_no_version_accepts_is_an_error() {
            assertThat(problems(kubernetes("1.35"), policy("10.0.0.0/33")))
                    .containsExactly(
                            "error CIDR_INVALID NetworkPolicy/a.spec.ingress[0].from[0].ipBlock.cidr: `cidr` is `10.0.0.0/33`. Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`.");
        }
    }

    @Nested
    class A_kind {
        private static final String CIDR =
                "{apiVersion: networking.k8s.io/v1, kind: ServiceCIDR, metadata: {name: a}, spec: {cidrs: [10.0.0.0/16]}}";

        @Test
        void that_only_later_versions_know_depends_on_the_version() {
            assertThat(problems(CIDR))
                    .containsExactly(
                            "warning VERSION_DEPENDENT ServiceCIDR/a.apiVersion: `ServiceCIDR` of `networking.k8s.io/v1` exists only in Kubernetes 1.33 and later."
                                    + REMEDY);
            assertThat(problems(kubernetes("1.32"), CIDR))
                    .containsExactly(
                            "error UNKNOWN_KIND ServiceCIDR/a.apiVersion: `ServiceCIDR` of `networking.k8s.io/v1` exists only in Kubernetes 1.33 and later, and not in Kubernetes 1.32. Write another `apiVersion`, such as `networking.k8s.io/v1beta1`.");
            assertThat(problems(kubernetes("1.33"), CIDR)).isEmpty();
        }

        @Test
        void that_is_deprecated_is_a_warning_from_the_version_that_deprecates_it() {
            String document = CIDR.replace("networking.k8s.io/v1", "networking.k8s.io/v1beta1");

            assertThat(problems(kubernetes("1.33"), document)).isEmpty();
            assertThat(problems(kubernetes("1.34"), document))
                    .containsExactly(
                            "warning API_DEPRECATED ServiceCIDR/a.apiVersion: `ServiceCIDR` of `networking.k8s.io/v1beta1` is deprecated since Kubernetes 1.34 and removed in 1.37. Write `apiVersion: networking.k8s.io/v1`.");
        }

        @Test
        void of_another_group_is_not_confused_with_one_of_kubernetes() {
            assertThat(
                            problems(
                                    "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: a}, spec: {template: {}}}"))
                    .isEmpty();
        }

        @Test
        void of_an_operator_is_checked_by_its_definition() {
            assertThat(
                            problems(
                                    "{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: a, namespace: b}, spec: {secretStoreReff: {name: c}}}"))
                    .containsExactly(
                            "error UNKNOWN_KEY ExternalSecret/b/a.spec.secretStoreReff: `secretStoreReff` is not a key of `spec`. Did you mean `secretStoreRef`? If not, remove the key.");
            assertThat(
                            problems(
                                    "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a, namespace: b}, spec: {selector: {}, endpoints: [{port: http}]}}"))
                    .isEmpty();
        }

        @Test
        void whose_definition_is_in_the_set_is_not_checked_by_the_description() {
            String store =
                    "{apiVersion: external-secrets.io/v1, kind: SecretStore, metadata: {name: a, namespace: b}, spec: {newKey: 1}}";
            String definition =
                    "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: secretstores.external-secrets.io}, spec: {group: external-secrets.io, names: {kind: SecretStore, plural: secretstores}, scope: Namespaced, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}]}}";

            assertThat(problems(store)).isNotEmpty();
            assertThat(problems(store + "\n---\n" + definition)).isEmpty();
        }

        @Test
        void without_a_description_is_checked_for_its_metadata_only() {
            assertThat(
                            problems(
                                    "{apiVersion: example.com/v1, kind: Shop, metadata: {name: a, labels: {'a b': c}}, spec: 1}"))
                    .hasSize(1)
                    .allSatisfy(
                            problem -> assertThat(problem).startsWith("error LABEL_INVALID Shop/a.metadata.labels"));
        }
    }
}
