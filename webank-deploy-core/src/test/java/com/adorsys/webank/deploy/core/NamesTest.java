package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    @Test
    void limits_lengths() {
        assertThat(Names.label("a".repeat(63))).isEmpty();
        assertThat(Names.label("a".repeat(64))).isPresent();
        assertThat(Names.subdomain("a".repeat(253))).isEmpty();
        assertThat(Names.subdomain("a".repeat(254))).isPresent();
        assertThat(Names.release("a".repeat(53))).isEmpty();
        assertThat(Names.release("a".repeat(54))).isPresent();
        assertThat(Names.labelValue("a".repeat(63))).isEmpty();
        assertThat(Names.labelValue("a".repeat(64))).isPresent();
        assertThat(Names.dataKey("a".repeat(253))).isEmpty();
        assertThat(Names.dataKey("a".repeat(254))).isPresent();
        assertThat(Names.portName("a".repeat(15))).isEmpty();
        assertThat(Names.portName("a".repeat(16))).isPresent();
    }

    @Test
    void knows_ports_names() {
        assertThat(Names.portName("http")).isEmpty();
        assertThat(Names.portName("80")).isPresent();
        assertThat(Names.portName("a--b")).isPresent();
    }

    @Test
    void finds_the_nearest_name() {
        assertThat(Names.nearest("replicsa", List.of("replicas", "image"))).contains("replicas");
        assertThat(Names.nearest("Replicas", List.of("replicas", "image"))).contains("replicas");
        assertThat(Names.nearest("xyz", List.of("replicas", "image"))).isEmpty();
        assertThat(Names.nearest("ab", List.of("ac", "aa"))).contains("aa");
        assertThat(Names.nearest("a", List.of())).isEmpty();
    }

    @Property
    void agrees_with_the_grammars_of_kubernetes(@ForAll("nearNames") String text) {
        assertThat(Names.label(text).isEmpty()).isEqualTo(matches(LABEL, text) && text.length() <= 63);
        assertThat(Names.subdomain(text).isEmpty()).isEqualTo(matches(LABEL + "(\\." + LABEL + ")*", text));
        assertThat(Names.labelValue(text).isEmpty())
                .isEqualTo(text.isEmpty() || matches(QUALIFIED, text) && text.length() <= 63);
        assertThat(Names.labelKey(text).isEmpty())
                .isEqualTo(matches("(" + LABEL + "(\\." + LABEL + ")*/)?" + QUALIFIED, text));
        assertThat(Names.dataKey(text).isEmpty())
                .isEqualTo(matches("[-._a-zA-Z0-9]+", text) && !text.equals(".") && !text.startsWith(".."));
    }

    @Provide
    Arbitrary<String> nearNames() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("aZ0-._/").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(12));
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).matches();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "2001:db8::",
                "1:2:3:4:5:6:7:8",
                "::10.0.0.1"
            })
    void addresses_are_ipv4_or_ipv6(String text) {
        assertThat(Names.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "1...",
                "1.2.3.4.5",
                "a.b.c.d",
                ":",
                ":::",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "g::",
                "1:2:3:4:5:6:7:8:10.0.0.1",
                "1.2.3.4::",
                "::ffff:10.0.0.1",
                "example.com"
            })
    void other_texts_are_not_addresses(String text) {
        assertThat(Names.address(text)).contains("an address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "010.0.0.1", "::ffff:10.0.0.1", "::ffff:010.0.0.1", "00001::", "2001:db8::"})
    void addresses_that_older_versions_of_kubernetes_accept(String text) {
        assertThat(Names.legacyAddress(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0256.0.0.1", "1.2.3", "1.2.3.4::", "12345::", "0g::", "example.com"})
    void texts_that_no_version_of_kubernetes_accepts_as_an_address(String text) {
        assertThat(Names.legacyAddress(text))
                .contains("an address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1");
    }
}
