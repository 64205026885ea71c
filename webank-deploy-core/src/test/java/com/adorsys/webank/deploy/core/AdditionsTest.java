package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdditionsTest {
    @Test
    void added_elements_follow_those_that_were_there() {
        assertThat(Additions.to(List.of("b"), "a", "b")).containsExactly("b", "a", "b");
        assertThat(Additions.to(Set.of("b"))).containsExactly("b");
    }

    @Test
    void added_entries_follow_those_that_were_there() {
        assertThat(Additions.to("labels", Map.of("b", "1"), Map.of("a", "2")))
                .containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }

    @Test
    void added_entries_are_sorted_so_that_every_jvm_gives_the_same_order() {
        Map<String, String> added = Map.of("c", "", "a", "", "e", "", "d", "", "f", "", "b", "");

        assertThat(Additions.to("labels", Map.of("z", ""), added).keySet())
                .containsExactly("z", "a", "b", "c", "d", "e", "f");
    }

    @Test
    void an_entry_that_is_there_is_added_without_effect() {
        assertThat(Additions.to("labels", Map.of("a", "1"), Map.of("a", "1"))).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void a_key_with_another_value_is_refused_without_showing_either() {
        assertThatThrownBy(() -> Additions.to("publicEnv", Map.of("a", "1"), Map.of("a", "2")))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage("error DUPLICATE publicEnv: `a` is already set to another value. Replace the entries with"
                        + " `withPublicEnv`, or leave this one out.");
    }
}
