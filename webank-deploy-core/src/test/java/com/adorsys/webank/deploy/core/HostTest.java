package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
    private static final String RULE =
            "Use at most 253 characters of a-z, 0-9, - and .; each part between dots has at most 63 characters and does"
                    + " not start or end with -; only the first part may be `*`.";

    @ParameterizedTest
    @ValueSource(
            strings = {"db", "db.example.com", "a-b.c", "1password.com", "1.2.3", "1.2.3.4.5", "xn--bcher-kva.example"})
    void takes_a_dns_name(String text) {
        Host host = Host.of(text);

        assertThat(host.text()).isEqualTo(text);
        assertThat(host).hasToString(text);
        assertThat(host.isWildcard()).isFalse();
        assertThat(host.isAddress()).isFalse();
    }

    @Test
    void is_every_host_only_if_asked_for() {
        assertThat(Host.any().isAny()).isTrue();
        assertThat(Host.any().text()).isEmpty();
        assertThat(Host.any()).hasToString("every host").isNotEqualTo(Host.of("db"));
        assertThat(Host.of("*.example.com").isAny()).isFalse();
    }

    @Test
    void takes_a_wildcard() {
        Host host = Host.of("*.example.com");

        assertThat(host.isWildcard()).isTrue();
        assertThat(host.isAddress()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "0.0.0.0", "255.255.255.255"})
    void takes_an_address(String text) {
        assertThat(Host.of(text).isAddress()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "10.0.0.05", "1.2.3.99999999999"})
    void rejects_four_numbers_that_are_not_an_address(String text) {
        assertInvalid(
                text,
                "the host `" + text
                        + "` is not an IPv4 address. Write four numbers from 0 to 255 without leading zeros, as"
                        + " in `10.0.0.5`.");
    }

    @Test
    void refuses_an_empty_text() {
        assertInvalid("", "the host is empty. " + RULE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "a.",
                ".a",
                "a..b",
                "-a",
                "a-",
                "a.-b",
                "a_b",
                "*",
                "*.",
                "a.*.b",
                "*a.b",
                "**.b",
                "a b",
                "\u00e9.com"
            })
    void rejects_texts_that_are_not_dns_names(String text) {
        assertInvalid(text, "the host `" + text + "` is neither a DNS name nor an IPv4 address. " + RULE);
    }

    @ParameterizedTest
    @CsvSource({
        "DB.Example.com, 'Write it in lower case, `db.example.com`'",
        "*.Example.com, 'Write it in lower case, `*.example.com`'",
        "db.example.com:5432, 'Remove the port, `:5432`'",
        "https://example.com/x, 'Remove `https://` and everything after the host'",
    })
    void says_what_to_do(String text, String remedy) {
        assertInvalid(text, "the host `" + text + "` is neither a DNS name nor an IPv4 address. " + remedy + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "webank:pa55@db.example.com, ***@db.example.com",
        "https://webank:pa55@db.example.com/x, https://***@db.example.com/x",
        "webank@db.example.com, webank@db.example.com",
    })
    void shows_no_password(String text, String shown) {
        assertInvalid(
                text,
                "the host `" + shown
                        + "` is neither a DNS name nor an IPv4 address. Write only the host: the part before the"
                        + " `@` may be a password.");
    }

    @Test
    void knows_the_longest() {
        String part = "a".repeat(63);
        String longest = part + "." + part + "." + part + "." + "a".repeat(61);

        assertThat(Host.of(longest).text()).hasSize(253);
        assertThatExceptionOfType(DeployException.InvalidInput.class).isThrownBy(() -> Host.of(longest + "a"));
        assertThatExceptionOfType(DeployException.InvalidInput.class).isThrownBy(() -> Host.of(part + "a.com"));
    }

    @Test
    void is_equal_by_its_text() {
        EqualsVerifier.forClass(Host.class).withOnlyTheseFields("text").verify();
    }

    @Property
    void throws_nothing_else(@ForAll String text) {
        try {
            assertThat(Host.of(text).text()).isEqualTo(text);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).hasSize(1);
        }
    }

    private static void assertInvalid(String text, String message) {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> Host.of(text))
                .withMessage("error HOST_INVALID host: " + message);
    }
}
