package com.adorsys.webank.deploy.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class TreeChangesTest {
    @Test
    void equality_compares_every_part() {
        EqualsVerifier.forClass(TreeChanges.class)
                .withNonnullFields("created", "changed", "removed", "unchanged", "problems")
                .verify();
    }

    @Test
    void its_text_has_a_line_for_each_change_sorted_by_path() {
        TreeChanges changes = new TreeChanges(List.of("b"), List.of("a", "d"), List.of("c"), List.of("e"), List.of());

        assertThat(changes.text()).isEqualTo("~ a\n+ b\n- c\n~ d\n1 created, 2 changed, 1 removed, 1 unchanged\n");
    }
}
