package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "0.0.0.0/0",
                "12.34.0.0/23",
                "192.0.2.1/32",
                "128.0.0.0/1",
                "::/0",
                "2001:db8::/32",
                "fd00:ec2::23/128",
                "2001:0db8::/32",
                "::10.0.0.0/124",
                "1:2:3:4:5:6:7:8/128"
            })
    void ranges(String text) {
        assertThat(Cidr.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/+8",
                "10.0.0/8",
                "256.0.0.0/8",
                "2001:db8::/129",
                "example.com/8",
                "10.0.0.0/8/8",
                "10.0.0.0/ 8",
                "10.0.0.0/8 ",
                "10.0.0.0.0/8",
                "10..0.0/8",
                "10.0.0/0/8",
                "1000.0.0.0/8",
                "10.0.0.0/123"
            })
    void texts_that_are_none(String text) {
        assertThatThrownBy(() -> Cidr.of(text))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(
                        "error CIDR_INVALID cidr: " + Problem.quote(text)
                                + " is not a valid range of addresses. Write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`.");
    }

    @Property
    void a_range_of_ipv4_begins_where_its_prefix_does(
            @ForAll int address, @ForAll @IntRange(max = 32) int prefix, @ForAll boolean isFirst) {
        int first = prefix == 0 ? 0 : address & -1 << 32 - prefix;
        String text = dotted(isFirst ? first : address) + "/" + prefix;

        assertThat(Cidr.problem(text).isEmpty()).isEqualTo(isFirst || first == address);
        assertThat(Cidr.legacy(text)).contains(Cidr.of(dotted(first) + "/" + prefix));
    }

    private static String dotted(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    @Test
    void an_address_inside_the_range_is_refused() {
        assertThatThrownBy(() -> Cidr.of("12.34.1.1/23"))
                .hasMessage(
                        "error CIDR_INVALID cidr: `12.34.1.1/23` does not start with the first address of the range. Write `12.34.0.0/23` for the range, or `12.34.1.1/32` for the one address.");
        assertThatThrownBy(() -> Cidr.of("2001:db8::1/33"))
                .hasMessageContaining("Write `2001:db8:0:0:0:0:0:0/33` for the range, or `2001:db8::1/128`");
    }

    @Test
    void numbers_with_leading_zeros_are_refused() {
        assertThatThrownBy(() -> Cidr.of("010.1.0.0/16"))
                .hasMessage(
                        "error CIDR_INVALID cidr: `010.1.0.0/16` has a number with leading zeros. Write `10.1.0.0/16`.");
        assertThatThrownBy(() -> Cidr.of("10.0.0.0/08"))
                .hasMessageEndingWith("`10.0.0.0/08` has a number with leading zeros. Write `10.0.0.0/8`.");
        assertThatThrownBy(() -> Cidr.of("2001:00db8::/32"))
                .hasMessageEndingWith("`2001:00db8::/32` has a number with leading zeros. Write `2001:db8::/32`.");
    }

    @Test
    void a_range_of_ipv4_is_not_written_as_ipv6() {
        assertThatThrownBy(() -> Cidr.of("::ffff:10.0.0.0/104"))
                .hasMessage(
                        "error CIDR_INVALID cidr: `::ffff:10.0.0.0/104` is a range of IPv4 that is written as IPv6. Write `10.0.0.0/8`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010.000.0.0/008",
                "10.0.0.1/8",
                "::ffff:10.0.0.0/104",
                "2001:00db8::1/32",
                "::00000/0",
                "00.0.0.0/00"
            })
    void ranges_that_only_older_versions_of_kubernetes_accept(String text) {
        assertThat(Cidr.legacy(text)).isPresent();
        assertThat(Cidr.problem(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.0.0.0/8, 10.0.0.0/8, false",
        "10.0.0.0/8, 10.0.0.0/7, false",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "10.0.0.1/8, 10.9.0.1/9, true",
        "0.0.0.0/0, 2001:db8::/32, false",
        "::/0, 2001:db8::/32, true",
        "::/0, 10.0.0.0/8, false",
        "2001:db8::/33, 2001:db8:8000::/34, false",
        "10.0.0.0/8, ::ffff:10.0.0.0/104, true",
        "::ffff:10.0.0.0/104, 10.1.0.0/16, false",
        "::ffff:10.0.0.0/104, ::ffff:10.1.0.0/112, true"
    })
    void has_parts(String range, String other, boolean isPart) {
        assertThat(Cidr.legacy(range).orElseThrow().hasPart(Cidr.legacy(other).orElseThrow()))
                .isEqualTo(isPart);
    }

    @Test
    void ranges_with_the_same_addresses_are_equal() {
        assertThat(Cidr.of("2001:DB8::/32"))
                .isEqualTo(Cidr.of("2001:db8:0::/32"))
                .hasSameHashCodeAs(Cidr.of("2001:db8:0::/32"))
                .isNotEqualTo(Cidr.of("2001:db8::/33"));
        assertThat(Cidr.of("2001:db8::/32").isIpv6()).isTrue();
        assertThat(Cidr.of("10.0.0.0/8").prefixLength()).isEqualTo(8);
    }
}
