package com.adorsys.webank.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowedSignersTest {
    private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIJj3wXleeukqUAWnVpZzRNbMKXjOgBd7EbZvsNO/Gyf6";
    private static final String FINGERPRINT = "SHA256:kz8bvmRgSO9sfFgGxvG6v6roZZahw0bm9jQq8idwfO0";
    private static final Instant TIME = Instant.parse("2026-11-28T09:00:00Z");

    private static AllowedSigners parse(String... lines) {
        return AllowedSigners.parse("signers", String.join("\n", lines));
    }

    @Test
    void comments_options_and_quotes_are_read() {
        AllowedSigners signers = parse(
                "# the team",
                "",
                "jane@example.com,*@example.org ssh-ed25519 " + KEY + " jane's laptop",
                "\"Joe Doe\" namespaces=\"file,git\" ssh-ed25519 " + KEY,
                "robot@example.com namespaces=\"file\" ssh-ed25519 " + KEY,
                "all@example.com namespaces=\"g?*,!other\" ssh-ed25519 " + KEY,
                "none@example.com namespaces=\"*,!git\" ssh-ed25519 " + KEY,
                "authority@example.com cert-authority ssh-ed25519 " + KEY);

        assertThat(signers.principals(FINGERPRINT, TIME))
                .containsExactly("jane@example.com,*@example.org", "Joe Doe", "all@example.com");
        assertThat(signers.principals("SHA256:other", TIME)).isEmpty();
    }

    @Test
    void a_key_signs_only_while_it_is_valid() {
        AllowedSigners signers =
                parse("jane@example.com valid-after=\"20261128\",valid-before=\"202611281000Z\" ssh-ed25519 " + KEY);

        assertThat(signers.principals(FINGERPRINT, TIME)).containsExactly("jane@example.com");
        assertThat(signers.principals(FINGERPRINT, Instant.parse("2026-11-27T23:59:59Z")))
                .isEmpty();
        assertThat(signers.principals(FINGERPRINT, Instant.parse("2026-11-28T10:00:00Z")))
                .isEmpty();
        assertThat(signers.has(FINGERPRINT)).isTrue();
    }

    @Test
    void each_invalid_line_is_reported() {
        String problem = ":1: error OPTION_INVALID: this line of the allowed signers is invalid. Write it as in"
                + " `jane@example.com namespaces=\"git\" ssh-ed25519 AAAA...`.";

        assertThatThrownBy(() -> parse(
                        "jane@example.com",
                        "jane@example.com ssh-rsa " + KEY,
                        "jane@example.com ssh-ed25519 not-base64",
                        "jane@example.com unknown=\"1\" ssh-ed25519 " + KEY,
                        "jane@example.com valid-after=\"soon\" ssh-ed25519 " + KEY,
                        "jane@example.com valid-after=\"20261328\" ssh-ed25519 " + KEY,
                        "\"jane@example.com ssh-ed25519 " + KEY,
                        "jane@example.com valid-before=\"20261128\",Valid-Before=\"20301128\" ssh-ed25519 " + KEY,
                        "jane@example.com ssh-ed25519 " + KEY))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.problems()).hasSize(8);
                    for (int i = 0; i < 8; i++) {
                        assertThat(refused.problems().get(i)).hasToString("signers:" + (i + 1) + problem);
                    }
                });
    }
}
