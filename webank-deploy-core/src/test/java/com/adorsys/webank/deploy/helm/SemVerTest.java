package com.adorsys.webank.deploy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemVerTest {
    /** The example of the specification, https://semver.org/spec/v2.0.0.html#spec-item-11, and some beside it. */
    private static final List<String> ORDERED = List.of(
            "0.0.1-0",
            "0.0.1",
            "0.9.0",
            "1.0.0-0",
            "1.0.0-1",
            "1.0.0-10",
            "1.0.0-99999999999999999999",
            "1.0.0-100000000000000000000",
            "1.0.0-A",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.2.0",
            "1.10.0",
            "1.10.3",
            "1.10.12",
            "2.0.0",
            "10.0.0");

    @Test
    void precedence_is_that_of_the_specification() {
        List<SemVer> versions =
                new ArrayList<>(ORDERED.stream().map(SemVer::parse).toList());
        Collections.reverse(versions);
        Collections.sort(versions);

        assertThat(versions).extracting(SemVer::toString).containsExactlyElementsOf(ORDERED);
    }

    @Test
    void build_metadata_has_no_precedence_but_is_part_of_the_version() {
        SemVer one = SemVer.parse("1.0.0+a");
        SemVer two = SemVer.parse("1.0.0+b");

        assertThat(one.precedence(two)).isZero();
        assertThat(one).isNotEqualTo(two).isLessThan(two);
    }

    @Test
    void a_version_has_parts() {
        SemVer version = SemVer.parse("1.20.300-rc.1+build.5");

        assertThat(version.major()).isEqualTo(1);
        assertThat(version.minor()).isEqualTo(20);
        assertThat(version.patch()).isEqualTo(300);
        assertThat(version.preRelease()).contains("rc.1");
        assertThat(version.build()).contains("build.5");
        assertThat(SemVer.of(1, 2, 3)).isEqualTo(SemVer.parse("1.2.3")).hasToString("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.2",
                "v1.2.3",
                "1.2.3.4",
                "01.2.3",
                "1.2.3-",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3+",
                "1.2.3+a+b",
                "1.2.x",
                " 1.2.3",
                "1.2.3\n",
                "-1.2.3",
                "9223372036854775808.0.0",
                "1.2.3-é"
            })
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> SemVer.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("error VERSION_INVALID version: `" + text.replace("\n", "\\n")
                        + "` is not a semantic version. Write three numbers, as in `1.4.0`, then optionally a pre-release, as"
                        + " in `1.4.0-rc.1`, and build metadata, as in `1.4.0+5`.");
    }

    @Test
    void a_version_has_at_most_256_characters() {
        String longest = "1.0.0-" + "a".repeat(250);

        assertThat(SemVer.parse(longest)).hasToString(longest);
        assertThatThrownBy(() -> SemVer.parse(longest + "a")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_empty_version_is_refused() {
        assertThatThrownBy(() -> SemVer.parse(""))
                .hasMessageStartingWith("error VERSION_INVALID version: the version is empty. Write three numbers,");
    }

    @Property
    void a_version_is_read_as_it_is_written(@ForAll("versions") String text) {
        assertThat(SemVer.parse(text)).hasToString(text);
    }

    @Property
    void the_order_is_that_of_a_reference(@ForAll("versions") String one, @ForAll("versions") String other) {
        int order = SemVer.parse(one).precedence(SemVer.parse(other));

        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(reference(one, other)));
    }

    @Property
    void the_order_is_total_and_agrees_with_equality(
            @ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
        SemVer x = SemVer.parse(a);
        SemVer y = SemVer.parse(b);
        SemVer z = SemVer.parse(c);

        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(-Integer.signum(y.compareTo(x)));
        assertThat(x.compareTo(y) == 0).isEqualTo(x.equals(y)).isEqualTo(a.equals(b));
        if (x.compareTo(y) <= 0 && y.compareTo(z) <= 0) {
            assertThat(x).isLessThanOrEqualTo(z);
        }
    }

    @Provide
    static Arbitrary<String> versions() {
        Arbitrary<String> number = Arbitraries.of("0", "1", "2", "10");
        Arbitrary<String> suffix = Arbitraries.of(
                "", "", "-0", "-1", "-2", "-10", "-a", "-a.1", "-a.b", "-1.a", "-A", "--", "-a-1", "-a.1.0");
        Arbitrary<String> build = Arbitraries.of("", "", "+1", "+a.01");
        return net.jqwik.api.Combinators.combine(number, number, number, suffix, build)
                .as((a, b, c, pre, metadata) -> a + "." + b + "." + c + pre + metadata);
    }

    /** The rules of the specification, word by word. */
    private static int reference(String one, String other) {
        String[] a = one.replaceAll("\\+.*", "").split("-", 2);
        String[] b = other.replaceAll("\\+.*", "").split("-", 2);
        for (int i = 0; i < 3; i++) {
            int order = new BigInteger(a[0].split("\\.")[i]).compareTo(new BigInteger(b[0].split("\\.")[i]));
            if (order != 0) {
                return order;
            }
        }
        if (a.length != b.length) {
            return b.length - a.length;
        }
        List<String> x = List.of(a.length < 2 ? new String[0] : a[1].split("\\."));
        List<String> y = List.of(b.length < 2 ? new String[0] : b[1].split("\\."));
        for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
            boolean xIsNumber = x.get(i).matches("[0-9]+");
            boolean yIsNumber = y.get(i).matches("[0-9]+");
            int order = xIsNumber && yIsNumber
                    ? new BigInteger(x.get(i)).compareTo(new BigInteger(y.get(i)))
                    : xIsNumber != yIsNumber ? xIsNumber ? -1 : 1 : x.get(i).compareTo(y.get(i));
            if (order != 0) {
                return order;
            }
        }
        return x.size() - y.size();
    }
}
