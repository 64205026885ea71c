package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors of a set find what they are for, in their namespace; the set is {@link Sets#GOOD} and one more object. */
class SelectorReferencesTest {
    private static final String NO_PODS = ": the selector matches the pods of no workload in the set."
            + " Write labels of the pods that are meant; there are those of `Deployment/web/shop`.";

    private static List<String> problems(String object) {
        return Checks.of(Checks.references()).check(Sets.of(Sets.GOOD + "---\n" + object)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static String object(String apiVersion, String kind, String spec) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: one, namespace: web}\nspec: "
                + spec + "\n";
    }

    @Nested
    class DisruptionBudgets {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{selector: {matchLabels: {app: shop}}}",
                    "{selector: {}}",
                    "{selector: {matchLabels: {app: shop, tier: front}}}",
                    "{selector: {matchExpressions: [{key: app, operator: In, values: [other, shop]}]}}",
                    "{selector: {matchExpressions: [{key: absent, operator: DoesNotExist}]}}",
                    "{selector: {matchLabels: {app: shop, statefulset.kubernetes.io/pod-name: shop-0}}}",
                })
        void that_select_pods_are_not_a_problem(String spec) {
            assertThat(problems(object("policy/v1", "PodDisruptionBudget", spec)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{selector: {matchLabels: {app: shop, tier: back}}}",
                    "{selector: {matchExpressions: [{key: app, operator: NotIn, values: [shop]}]}}",
                    "{selector: {matchLabels: {app: shop}, matchExpressions: [{key: canary, operator: Exists}]}}",
                    "{maxUnavailable: 1}",
                })
        void that_select_nothing_are_warnings(String spec) {
            assertThat(problems(object("policy/v1", "PodDisruptionBudget", spec)))
                    .containsExactly("warning DANGLING_REFERENCE PodDisruptionBudget/web/one.spec.selector" + NO_PODS);
        }

        @Test
        void select_only_in_their_own_namespace() {
            assertThat(problems(object("policy/v1", "PodDisruptionBudget", "{selector: {matchLabels: {app: shop}}}")
                            .replace("namespace: web", "namespace: other")))
                    .containsExactly("warning DANGLING_REFERENCE PodDisruptionBudget/other/one.spec.selector:"
                            + " the selector matches the pods of no workload in the set. Write labels of the pods that"
                            + " are meant; the set has no workload in this namespace.");
        }
    }

    @Nested
    class NetworkPolicies {
        @ParameterizedTest
        @ValueSource(strings = {"{podSelector: {}}", "{podSelector: {matchLabels: {app: shop}}}", "{}"})
        void that_select_pods_are_not_a_problem(String spec) {
            assertThat(problems(object("networking.k8s.io/v1", "NetworkPolicy", spec)))
                    .isEmpty();
        }

        @Test
        void that_select_nothing_are_warnings() {
            assertThat(problems(object(
                            "networking.k8s.io/v1", "NetworkPolicy", "{podSelector: {matchLabels: {app: shp}}}")))
                    .containsExactly("warning DANGLING_REFERENCE NetworkPolicy/web/one.spec.podSelector" + NO_PODS);
        }

        @Test
        void of_a_namespace_without_pods_in_the_set_are_not_reported() {
            assertThat(problems(
                            object("networking.k8s.io/v1", "NetworkPolicy", "{podSelector: {matchLabels: {app: db}}}")
                                    .replace("namespace: web", "namespace: other")))
                    .isEmpty();
        }
    }

    @Nested
    class Monitors {
        private static final String LABELLED = """
                apiVersion: v1
                kind: Service
                metadata: {name: admin, namespace: web, labels: {app: admin}}
                spec: {selector: {app: shop}}
                ---
                """;

        private List<String> services(String spec) {
            return problems(LABELLED + object("monitoring.coreos.com/v1", "ServiceMonitor", spec));
        }

        private List<String> pods(String spec) {
            return problems(object("monitoring.coreos.com/v1", "PodMonitor", spec));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{selector: {matchLabels: {app: admin}}}",
                    "{selector: {}}",
                    "{selector: {matchLabels: {app: admin}}, namespaceSelector: {any: true}}",
                    "{selector: {matchLabels: {app: admin}}, namespaceSelector: {matchNames: [other, web]}}",
                    "{selector: {matchLabels: {app: any}}, namespaceSelector: {matchNames: [other]}}",
                })
        void that_select_services_by_their_labels_are_not_a_problem(String spec) {
            assertThat(services(spec)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // The label of the pods, which the Service of the good set has not.
                    "{selector: {matchLabels: {app: shop}}}",
                    "{selector: {matchLabels: {app: shop}}, namespaceSelector: {any: true}}",
                    "{selector: {matchLabels: {app: shop}}, namespaceSelector: {matchNames: [web]}}",
                })
        void that_select_no_service_are_warnings(String spec) {
            assertThat(services(spec))
                    .containsExactly("warning DANGLING_REFERENCE ServiceMonitor/web/one.spec.selector: the selector"
                            + " matches no Service in the set. Write labels of the Services that are meant; there are"
                            + " `Service/web/admin`, `Service/web/shop`.");
        }

        @Test
        void select_pods_by_the_labels_of_their_template() {
            assertThat(pods("{selector: {matchLabels: {tier: front}}}")).isEmpty();
            assertThat(pods("{selector: {matchLabels: {app: any}}, namespaceSelector: {matchNames: [other]}}"))
                    .isEmpty();
            assertThat(pods("{selector: {matchLabels: {team: blue}}}"))
                    .containsExactly("warning DANGLING_REFERENCE PodMonitor/web/one.spec.selector" + NO_PODS);
        }
    }

    @Test
    void a_service_for_one_pod_of_a_stateful_set_finds_it() {
        assertThat(problems(
                        object("v1", "Service", "{selector: {app: shop, statefulset.kubernetes.io/pod-name: shop-0}}")))
                .isEmpty();
    }
}
