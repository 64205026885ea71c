package com.adorsys.webank.deploy.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgoCdVersionTest {
    @Test
    void it_is_ordered_by_number_not_by_text() {
        assertThat(ArgoCdVersion.of("3.1")).isGreaterThan(ArgoCdVersion.V2_13);
        assertThat(ArgoCdVersion.of("3.10")).isGreaterThan(ArgoCdVersion.of("3.2"));
        assertThat(ArgoCdVersion.of("v2.13.1")).isEqualTo(ArgoCdVersion.V2_13).hasToString("2.13");
        assertThat(ArgoCdVersion.V2_13.isAtLeast(ArgoCdVersion.of("2.13"))).isTrue();
        assertThat(ArgoCdVersion.V2_13.isAtLeast(ArgoCdVersion.of("2.14"))).isFalse();
    }

    @Test
    void equality_compares_both_numbers() {
        EqualsVerifier.forClass(ArgoCdVersion.class).verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "latest", "2.x", "2.13.", "2..13", "2.13.1.0", "-2.13", "2.1234567"})
    void any_other_text_is_rejected(String text) {
        assertThatThrownBy(() -> ArgoCdVersion.of(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error ARGOCD_VERSION_INVALID argoCdVersion: `" + text
                        + "` is not a version of Argo CD. Write two or three numbers, as in `2.13`.");
    }

    @Test
    void an_older_version_is_rejected() {
        assertThatThrownBy(() -> ArgoCdVersion.of("2.12.7"))
                .hasMessage("error ARGOCD_VERSION_INVALID argoCdVersion: Argo CD 2.12 is not supported: it is too old."
                        + " Name 2.13 or a later version.");
    }
}
