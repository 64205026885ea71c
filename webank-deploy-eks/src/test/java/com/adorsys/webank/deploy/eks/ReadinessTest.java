package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.Readiness.State;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void is_a_value() {
        EqualsVerifier.forClass(Readiness.class).suppress(Warning.NULL_FIELDS).verify();
    }

    @Test
    void says_its_state_and_why() {
        assertThat(Readiness.of(State.IN_PROGRESS, "1 of 3 replicas are available"))
                .hasToString("in progress: 1 of 3 replicas are available");
        assertThat(Readiness.of(State.CURRENT, "")).hasToString("current");
    }

    @Test
    void is_current_in_one_state_only() {
        for (State state : State.values()) {
            assertThat(Readiness.of(state, "").isCurrent()).isEqualTo(state == State.CURRENT);
        }
    }
}
