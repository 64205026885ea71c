package com.adorsys.webank.deploy.eks.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.ApiException.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Conflicts as the server tells them. */
class FieldOwnerTest {
    private static FieldOwner parse(String message) {
        return FieldOwner.conflicting(List.of(new Cause("FieldManagerConflict", ".spec.replicas", message)))
                .get(0);
    }

    @Test
    void one_who_applied() {
        assertThat(parse("conflict with \"kubectl\"")).isEqualTo(new FieldOwner(".spec.replicas", "kubectl", ""));
    }

    @Test
    void one_who_updated() {
        assertThat(parse("conflict with \"kubectl-edit\" using apps/v1"))
                .isEqualTo(new FieldOwner(".spec.replicas", "kubectl-edit", ""));
        assertThat(parse("conflict with \"helm\" using v1 at 2026-01-01T00:00:00Z"))
                .isEqualTo(new FieldOwner(".spec.replicas", "helm", ""));
    }

    @Test
    void one_who_wrote_a_subresource() {
        assertThat(parse("conflict with \"kubectl\" with subresource \"scale\" using autoscaling/v1"))
                .isEqualTo(new FieldOwner(".spec.replicas", "kubectl", "scale"));
        assertThat(parse("conflict with \"m\" with subresource \"status\""))
                .isEqualTo(new FieldOwner(".spec.replicas", "m", "status"));
    }

    @Test
    void a_name_with_quotes_and_other_scripts() {
        assertThat(parse("conflict with \"a \\\"b\\\" using \\u00a0\\x01\\U0001f600\\n\\\\ \u00e9\" using v1"))
                .isEqualTo(new FieldOwner(".spec.replicas", "a \"b\" using \u00a0\u0001\ud83d\ude00\n\\ \u00e9", ""));
    }

    @Test
    void a_message_of_a_later_server_is_kept_whole() {
        assertThat(parse("taken by \"x\"")).isEqualTo(new FieldOwner(".spec.replicas", "taken by \"x\"", ""));
        assertThat(parse("conflict with \"x")).isEqualTo(new FieldOwner(".spec.replicas", "conflict with \"x", ""));
    }

    @Test
    void a_stale_version_and_other_causes_are_no_conflict_of_fields() {
        assertThat(FieldOwner.conflicting(List.of())).isEmpty();
        assertThat(FieldOwner.conflicting(List.of(new Cause("FieldValueInvalid", "spec", "no"))))
                .isEmpty();
    }

    @Test
    void the_order_is_that_of_the_answer() {
        assertThat(FieldOwner.conflicting(List.of(
                        new Cause("FieldManagerConflict", ".spec.b", "conflict with \"x\""),
                        new Cause("FieldManagerConflict", ".spec.a", "conflict with \"y\""))))
                .extracting(FieldOwner::path)
                .containsExactly(".spec.b", ".spec.a");
    }
}
