package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private static List<String> problems(String document) {
        List<String> texts = new ArrayList<>();
        for (Problem problem : Checks.of(Checks.structure()).check(Sets.of(document))) {
            texts.add(problem.toString());
        }
        return texts;
    }

    @Nested
    class A_peer_of_a_network_policy {
        private static final String PLACE = "NetworkPolicy/a.spec.egress[0].to[0]";

        private static List<String> problems(String peer) {
            return FieldRulesTest.problems(
                    "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a},"
                            + " spec: {podSelector: {}, egress: [{to: [" + peer + "]}]}}");
        }

        @Test
        void is_a_range_or_selected_by_pod_or_namespace_or_both() {
            assertThat(problems("{podSelector: {}}, {namespaceSelector: {}}, {podSelector: {}, namespaceSelector: {}}"))
                    .isEmpty();
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.2.0.0/32]}}"))
                    .isEmpty();
            assertThat(problems("{}, {podSelector: null}"))
                    .containsExactly(
                            "error MISSING_KEY " + PLACE
                                    + ": `to[0]` has none of `podSelector`, `namespaceSelector` and `ipBlock`. Write one of them.",
                            "error MISSING_KEY NetworkPolicy/a.spec.egress[0].to[1]: `to[1]` has none of `podSelector`, `namespaceSelector` and `ipBlock`. Write one of them.");
        }

        @Test
        void is_not_a_range_with_a_selector() {
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}"))
                    .containsExactly("error EXCLUSIVE_KEYS " + PLACE
                            + ".ipBlock: `podSelector` and `ipBlock` exclude each other. Keep one of them.");
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8}, namespaceSelector: {}}"))
                    .containsExactly("error EXCLUSIVE_KEYS " + PLACE
                            + ".ipBlock: `namespaceSelector` and `ipBlock` exclude each other. Keep one of them.");
        }

        @Test
        void has_exceptions_that_are_parts_of_its_range() {
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16, 10.0.0.0/8]}}"))
                    .containsExactly(
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[0]: the exception `11.0.0.0/16` is not a part of the range `10.0.0.0/8`. Remove it, or write a smaller range of those addresses.",
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[1]: the exception `10.0.0.0/8` is not a part of the range `10.0.0.0/8`. Remove it, or write a smaller range of those addresses.");
            assertThat(problems("{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0]}}"))
                    .containsExactly(
                            "error CIDR_INVALID " + PLACE
                                    + ".ipBlock.except[0]: `except[0]` is `10.0.0.0`. Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`.");
        }
    }
}
