package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceQuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "200m, 0.2",
        "0.5, 0.5",
        ".5, 0.5",
        "5., 5",
        "+1, 1",
        "-1, -1",
        "1n, 0.000000001",
        "1u, 0.000001",
        "1k, 1000",
        "1M, 1000000",
        "1G, 1000000000",
        "1T, 1e12",
        "1P, 1e15",
        "1E, 1e18",
        "1Ki, 1024",
        "512Mi, 536870912",
        "1.5Gi, 1610612736",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "2e3, 2000",
        "2E3, 2000",
        "1E+3, 1000",
        "1e-3, 0.001",
        "9223372036854775807, 9223372036854775807",
        "7Ei, 8070450532247928832"
    })
    void knows_the_amount(String text, BigDecimal amount) {
        ResourceQuantity quantity = ResourceQuantity.parse(text);

        assertThat(quantity.amount()).isEqualByComparingTo(amount);
        assertThat(quantity.text()).isEqualTo(text);
        assertThat(quantity).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m", ".", "-", "+m", "1 Gi", " 1", "1mi", "1K", "1KI", "1g", "1e", "1e+", "1Eii", "1.2.3", "--1", "1,5",
                "0x10", "1e1000", "\u0661"
            })
    void rejects_texts_that_are_not_quantities(String text) {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> ResourceQuantity.parse(text))
                .withMessage(
                        "error QUANTITY_INVALID quantity: the quantity `" + text
                                + "` is not valid. Write a number with"
                                + " one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or no suffix, as in `200m` or `512Mi`.");
    }

    @Test
    void refuses_an_empty_text() {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> ResourceQuantity.parse(""))
                .withMessageStartingWith("error QUANTITY_INVALID quantity: the quantity is empty. Write a number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "8Ei", "10E", "9223372037G", "10000P", "9999999999T", "1e19", "-1e999"})
    void refuses_what_is_too_large(String text) {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> ResourceQuantity.parse(text))
                .withMessage("error QUANTITY_INVALID quantity: the quantity `" + text
                        + "` is larger than 2^63-1, the maximum of Kubernetes. Use a smaller quantity.");
    }

    @Test
    void compares_amounts_and_equals_texts() {
        assertThat(ResourceQuantity.parse("1000m"))
                .isEqualByComparingTo(ResourceQuantity.parse("1"))
                .isNotEqualTo(ResourceQuantity.parse("1"));
        assertThat(ResourceQuantity.parse("1Gi")).isGreaterThan(ResourceQuantity.parse("1G"));
        EqualsVerifier.forClass(ResourceQuantity.class)
                .withOnlyTheseFields("text")
                .suppress(Warning.NONFINAL_FIELDS)
                .verify();
    }

    @Property
    void agrees_with_another_reader(@ForAll("quantities") String text) {
        BigDecimal expected = new io.fabric8.kubernetes.api.model.Quantity(text).getNumericalAmount();

        assertThat(ResourceQuantity.parse(text).amount()).isEqualByComparingTo(expected);
    }

    @Property
    void throws_nothing_else(@ForAll("nearQuantities") String text) {
        try {
            ResourceQuantity.parse(text).amount();
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).hasSize(1);
        }
    }

    @Provide
    Arbitrary<String> quantities() {
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 999).map(String::valueOf),
                Arbitraries.doubles()
                        .between(0, 1)
                        .ofScale(3)
                        .map(d -> BigDecimal.valueOf(d).toPlainString()));
        Arbitrary<String> suffix =
                Arbitraries.of("", "n", "u", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "e3", "e-2");
        return Combinators.combine(number, suffix).as((a, b) -> a + b);
    }

    @Provide
    Arbitrary<String> nearQuantities() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.+-eEnumkKMGTPi").ofMaxLength(70), Arbitraries.strings());
    }

    @ParameterizedTest
    @CsvSource({
        "1000m, 9, 1",
        "1500m, 9, 1500m",
        "1.5, 9, 1500m",
        "0.5Gi, 9, 512Mi",
        "1000Ki, 9, 1000Ki",
        "187.5Ki, 9, 192k",
        "512, 9, 512",
        "1000, 9, 1k",
        "100e1, 9, 1e3",
        "0.0Mi, 9, 0",
        "-0.5, 9, -500m",
        "100u, 3, 1m"
    })
    void a_quantity_has_the_text_that_the_server_writes(String text, int scale, String canonical) {
        assertThat(ResourceQuantity.parse(text).canonical(scale)).isEqualTo(canonical);
    }
}
