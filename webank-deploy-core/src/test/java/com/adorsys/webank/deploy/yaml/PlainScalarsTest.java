package com.adorsys.webank.deploy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables were made with sigs.k8s.io/yaml 1.6.0 (go-yaml 2.4.2), which Helm 3.20 and kubectl read with. */
class PlainScalarsTest {
    private static ScalarTree value(String plain) {
        byte[] bytes = ("v: " + plain + "\n").getBytes(StandardCharsets.UTF_8);
        return (ScalarTree) ((MapTree) YamlReader.read("f.yaml", bytes).tree()).get("v");
    }

    private static String key(String plain) {
        byte[] bytes = (plain + ": v\n").getBytes(StandardCharsets.UTF_8);
        return ((MapTree) YamlReader.read("f.yaml", bytes).tree()).keyAt(0);
    }

    private static void assertValue(String plain, ScalarTree.Kind kind, String text) {
        ScalarTree value = value(plain);
        assertThat(value.kind()).as(plain).isEqualTo(kind);
        assertThat(value.text()).as(plain).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
    void words_of_yaml_1_1_are_true(String plain) {
        assertValue(plain, ScalarTree.Kind.BOOLEAN, "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"})
    void words_of_yaml_1_1_are_false(String plain) {
        assertValue(plain, ScalarTree.Kind.BOOLEAN, "false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL", "# comment"})
    void nothing_is_null(String plain) {
        assertValue(plain, ScalarTree.Kind.NULL, "null");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+0, 0",
        "00, 0",
        "007, 7",
        "08, 8",
        "-09, -9",
        "08_1, 81",
        "010, 8",
        "-010, -8",
        "0_1, 1",
        "0123, 83",
        "1_000, 1000",
        "1__0, 10",
        "1_, 1",
        "+12, 12",
        "-12, -12",
        "20250321, 20250321",
        "0x1F, 31",
        "0X1F, 31",
        "-0x1F, -31",
        "+0x1F, 31",
        "0x_1, 1",
        "0b101, 5",
        "0B1_0, 2",
        "0o17, 15",
        "0O17, 15",
        "-0o17, -15",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "-9223372036854775808, -9223372036854775808",
        "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
        "-0x8000000000000000, -9223372036854775808"
    })
    void whole_numbers_get_their_decimal_text(String plain, String text) {
        assertValue(plain, ScalarTree.Kind.INTEGER, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "-9223372036854775809", "123456789012345678901234567890"})
    void whole_numbers_beyond_64_bits_stay_exact(String plain) {
        assertValue(plain, ScalarTree.Kind.INTEGER, plain);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1.50, 1.50",
        "1.0, 1.0",
        "1., 1.0",
        ".5, 0.5",
        "+.5, 0.5",
        "-.5, -0.5",
        ".5_0, 0.50",
        "01.5, 1.5",
        "00.5, 0.5",
        "-0.0, -0.0",
        "1_0.5, 10.5",
        "1.5_0, 1.50",
        "1_._5, 1.5",
        "1e3, 1e3",
        "1E3, 1e3",
        "1e+3, 1e+3",
        "1e-3, 1e-3",
        "1.e3, 1.0e3",
        ".5E+3, 0.5e+3",
        "1_e+5, 1e+5",
        "1e-400, 0.0",
        "0e999999999999, 0.0",
        "-1e-999999999999, -0.0",
        ".inf, .inf",
        "+.Inf, .inf",
        "-.INF, -.inf",
        ".nan, .nan",
        ".NaN, .nan"
    })
    void fractions_get_their_json_text(String plain, String text) {
        assertValue(plain, ScalarTree.Kind.FLOAT, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yEs",
                "tRue",
                "nUll",
                "~a",
                "nan",
                "NaN",
                ".Nan",
                ".iNf",
                "inf",
                "+inf",
                "Infinity",
                "_1",
                "+",
                "+-",
                "0x",
                "0xG",
                "0b2",
                "0o8",
                "0o",
                ".",
                "..",
                ".5_",
                "._5",
                "1e",
                "1e400",
                "-1e400",
                "1:30",
                "190:20:30",
                "190:20:30.15",
                "2001-12-14",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43.10 -5",
                "1,000",
                "1.2.3",
                "10.0.0.1",
                "0x1p-2",
                "1f",
                "1d",
                "1L",
                "=",
                "<<",
                "1 2",
                "0x1FFFFFFFFFFFFFFFF",
                "-0x8000000000000001",
                "bd93440d",
                "512Mi",
                "200m"
            })
    void everything_else_is_a_string(String plain) {
        assertValue(plain, ScalarTree.Kind.STRING, plain);
    }

    @Test
    void numbers_too_large_for_a_double_are_strings() {
        assertValue("9".repeat(309), ScalarTree.Kind.STRING, "9".repeat(309));
        assertValue("1".repeat(309), ScalarTree.Kind.INTEGER, "1".repeat(309));
        assertValue("1".repeat(1_000_000), ScalarTree.Kind.STRING, "1".repeat(1_000_000));
    }

    @Test
    void fractions_of_endless_length_are_cut_to_a_double() {
        assertValue("0." + "3".repeat(1_000_000), ScalarTree.Kind.FLOAT, "0.3333333333333333");
        assertValue("0x" + "0".repeat(1_000_000) + "1", ScalarTree.Kind.INTEGER, "1");
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 8080",
        "yes, true",
        "off, false",
        "y, true",
        "0x1F, 31",
        "0123, 83",
        "1_000, 1000",
        "-0, 0",
        "1.5, 1.5",
        "1.50, 1.5",
        "1.10, 1.1",
        "1.0, 1",
        "1e3, 1000",
        "1e6, 1e+06",
        "1e21, 1e+21",
        "100000000.5, 1e+08",
        "123456789.0, 1.2345679e+08",
        "0.00001, 1e-05",
        "0.0001, 0.0001",
        "-0.0, -0",
        "16777217.0, 1.6777216e+07",
        "1e300, .inf",
        "-.inf, -.inf",
        ".nan, .nan",
        "2001-12-14, 2001-12-14"
    })
    void keys_become_the_text_that_kubernetes_makes_of_them(String plain, String text) {
        assertThat(key(plain)).isEqualTo(text);
    }
}
