package com.adorsys.webank.deploy.yaml;

import com.adorsys.webank.deploy.manifest.ScalarTree;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Resolves plain scalars like Helm, Argo CD and kubectl, which read YAML through sigs.k8s.io/yaml and go-yaml 2: YAML
 * 1.1 without sexagesimal numbers, and with {@code 0o17}. Numbers get their JSON text, and every scalar keeps its
 * source.
 *
 * @see <a href="https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go">go-yaml's resolve.go</a>
 */
final class PlainScalars {
    private static final int LONGEST_FLOAT = 1000;
    /** The digits of the largest double before its decimal point. */
    private static final int MOST_DIGITS = 309;

    private static final ScalarTree EMPTY = ScalarTree.ofNull().withSource("");

    private PlainScalars() {}

    static ScalarTree resolve(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        char first = text.charAt(0);
        ScalarTree found = null;
        if (isDigit(first) || first == '+' || first == '-') {
            found = number(text);
        } else if (first == '.') {
            found = hasLooseUnderscore(text) ? null : number(text);
        } else if (text.length() <= 5) {
            found = word(text);
        }
        return found == null ? ScalarTree.of(text) : found.withSource(text);
    }

    /** The text that Kubernetes uses for a key; null for a key that it refuses. */
    static @Nullable String key(ScalarTree key) {
        return switch (key.kind()) {
            case STRING, INTEGER, BOOLEAN -> key.text();
            case FLOAT -> floatKey(key.text());
            case NULL -> null;
        };
    }

    private static @Nullable ScalarTree word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> ScalarTree.ofNull();
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> ScalarTree.of(true);
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> ScalarTree.of(false);
            default -> null;
        };
    }

    private static @Nullable ScalarTree number(String text) {
        switch (text) {
            case ".nan", ".NaN", ".NAN" -> {
                return ScalarTree.ofFloat(".nan");
            }
            case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> {
                return ScalarTree.ofFloat(".inf");
            }
            case "-.inf", "-.Inf", "-.INF" -> {
                return ScalarTree.ofFloat("-.inf");
            }
            default -> {}
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        char first = plain.charAt(0);
        boolean negative = first == '-';
        String body = negative || first == '+' ? plain.substring(1) : plain;
        if (body.length() > 1 && body.charAt(0) == '0') {
            int base = base(body.charAt(1));
            if (base > 0) {
                return whole(body, 2, base, negative);
            }
            ScalarTree octal = whole(body, 1, 8, negative);
            if (octal != null) {
                return octal;
            }
        }
        int digits = digits(body, 0);
        return digits == body.length() ? decimal(body, negative) : fraction(body, digits, negative);
    }

    /** Whether an underscore is anywhere other than between digits. */
    private static boolean hasLooseUnderscore(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (i + 1 == text.length() || !isDigit(text.charAt(i - 1)) || !isDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int base(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    /** An integer of at most 64 bits; null for a larger one, which Go reads as a string. */
    private static @Nullable ScalarTree whole(String body, int from, int base, boolean negative) {
        int start = from;
        while (start < body.length() - 1 && body.charAt(start) == '0') {
            start++;
        }
        int length = body.length() - start;
        if (length < 1 || length > 64) {
            return null;
        }
        for (int i = start; i < body.length(); i++) {
            char c = body.charAt(i);
            int digit = c >= '0' && c <= '9'
                    ? c - '0'
                    : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : 99;
            if (digit >= base) {
                return null;
            }
        }
        BigInteger number = new BigInteger(body.substring(start), base);
        if (negative) {
            number = number.negate();
        }
        return number.bitLength() > (negative ? 63 : 64) ? null : ScalarTree.of(number);
    }

    private static @Nullable ScalarTree decimal(String body, boolean negative) {
        if (body.isEmpty()) {
            return null;
        }
        int start = 0;
        while (start < body.length() - 1 && body.charAt(start) == '0') {
            start++;
        }
        int length = body.length() - start;
        String digits = (negative ? "-" : "") + body.substring(start);
        if (length <= 18) {
            return ScalarTree.of(Long.parseLong(digits));
        }
        boolean finite =
                length < MOST_DIGITS || length == MOST_DIGITS && !Double.isInfinite(Double.parseDouble(digits));
        return finite ? ScalarTree.of(new BigInteger(digits)) : null;
    }

    /** {@code digits? [. digits?] [exponent]} with a digit before the exponent; null for anything else. */
    private static @Nullable ScalarTree fraction(String body, int wholeDigits, boolean negative) {
        int length = body.length();
        int at = wholeDigits;
        String fraction = "";
        if (at < length && body.charAt(at) == '.') {
            int end = digits(body, at + 1);
            if (end == at + 1 && wholeDigits == 0) {
                return null;
            }
            fraction = end == at + 1 ? ".0" : body.substring(at, end);
            at = end;
        } else if (wholeDigits == 0) {
            return null;
        }
        String exponent = "";
        if (at < length) {
            if ((body.charAt(at) | 0x20) != 'e') {
                return null;
            }
            int digits = at + 1;
            if (digits < length && (body.charAt(digits) == '+' || body.charAt(digits) == '-')) {
                digits++;
            }
            if (digits == length || digits(body, digits) != length) {
                return null;
            }
            exponent = "e" + body.substring(at + 1);
        }
        int start = 0;
        while (start < wholeDigits - 1 && body.charAt(start) == '0') {
            start++;
        }
        String whole = wholeDigits == 0 ? "0" : body.substring(start, wholeDigits);
        String json = (negative ? "-" : "") + whole + fraction + exponent;
        if (exponent.isEmpty() && json.length() < MOST_DIGITS) {
            return ScalarTree.ofFloat(json);
        }
        double value = Double.parseDouble(json);
        if (Double.isInfinite(value)) {
            return null;
        }
        if (value == 0) {
            return ScalarTree.ofFloat(negative ? "-0.0" : "0.0");
        }
        return ScalarTree.ofFloat(
                json.length() <= LONGEST_FLOAT
                        ? json
                        : new BigDecimal(value).round(MathContext.DECIMAL64).toString());
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Go's {@code strconv.FormatFloat(key, 'g', -1, 32)}, which sigs.k8s.io/yaml applies: {@code 1.50} is 1.5. */
    private static String floatKey(String text) {
        char last = text.charAt(text.length() - 1);
        if (last == 'f' || last == 'n') {
            return text;
        }
        float value = (float) Double.parseDouble(text);
        if (Float.isInfinite(value)) {
            return value < 0 ? "-.inf" : ".inf";
        }
        String sign = Float.floatToRawIntBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        BigDecimal exact = new BigDecimal(value).abs();
        BigDecimal shortest = exact;
        for (int precision = 1; precision <= 9; precision++) {
            shortest = exact.round(new MathContext(precision));
            if (shortest.floatValue() == Math.abs(value)) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return sign + shortest.toPlainString();
        }
        String magnitude = Integer.toString(Math.abs(exponent));
        return sign
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (magnitude.length() < 2 ? "0" : "")
                + magnitude;
    }
}
