package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A quantity as the API server writes it back: {@code 1} for {@code 1000m}, {@code 1536Mi} for {@code 1.5Gi}.
 *
 * <p>It follows <a
 * href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go">resource.Quantity</a> to its
 * oddities: a text that looks canonical to its quick path is kept as it is, as {@code 1.500}.
 */
final class CanonicalQuantity {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger BINARY_STEP = BigInteger.valueOf(1024);
    private static final BigDecimal BINARY_FROM = new BigDecimal(BINARY_STEP);
    private static final String DECIMAL_SUFFIXES = "num kMGTPE";
    private static final String BINARY_SUFFIXES = "KMGTPE";
    private static final int NANO = 9;
    private static final int MOST_DIGITS = 18;

    private enum Format {
        DECIMAL,
        EXPONENT,
        BINARY
    }

    private final String text;
    private final String digits;
    private final String fraction;
    private final int exponent;
    private final Format format;

    private CanonicalQuantity(String text, String digits, String fraction, int exponent, Format format) {
        this.text = text;
        this.digits = digits;
        this.fraction = fraction;
        this.exponent = exponent;
        this.format = format;
    }

    /**
     * The canonical text; the text itself if it is no quantity.
     *
     * @param scale to how many digits after the point amounts are rounded up: 9, or 3 for lists of resources
     */
    static String of(String text, int scale) {
        String trimmed = text.strip();
        if (trimmed.equals("0")) {
            return trimmed;
        }
        BigDecimal amount;
        try {
            amount = ResourceQuantity.parse(trimmed).amount();
        } catch (DeployException.InvalidInput e) {
            // The server has better words for what is wrong with it.
            return text;
        }
        return parse(trimmed).canonical(amount, scale);
    }

    private static CanonicalQuantity parse(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        while (start < text.length() && text.charAt(start) == '0') {
            start++;
        }
        int point = start;
        while (point < text.length() && isDigit(text.charAt(point))) {
            point++;
        }
        int end = point;
        if (end < text.length() && text.charAt(end) == '.') {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        String digits = point == start ? "0" : text.substring(start, point);
        String fraction = end > point ? text.substring(point + 1, end) : "";
        String suffix = text.substring(end);
        if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
            int power = BINARY_SUFFIXES.indexOf(suffix.charAt(0)) + 1;
            return new CanonicalQuantity(text, digits, fraction, 10 * power, Format.BINARY);
        }
        if (suffix.length() < 2) {
            int power = suffix.isEmpty() ? 0 : 3 * (DECIMAL_SUFFIXES.indexOf(suffix.charAt(0)) - 3);
            return new CanonicalQuantity(text, digits, fraction, power, Format.DECIMAL);
        }
        return new CanonicalQuantity(text, digits, fraction, Integer.parseInt(suffix.substring(1)), Format.EXPONENT);
    }

    private String canonical(BigDecimal amount, int scale) {
        if (isKept(scale)) {
            return text;
        }
        BigDecimal rounded = amount;
        if (rounded.scale() > scale) {
            rounded = rounded.setScale(scale, RoundingMode.UP);
        }
        if (format == Format.BINARY && rounded.toBigInteger().compareTo(LARGEST) > 0) {
            rounded = new BigDecimal(LARGEST);
        }
        if (rounded.signum() == 0) {
            return "0";
        }
        rounded = rounded.stripTrailingZeros();
        return format == Format.BINARY && rounded.abs().compareTo(BINARY_FROM) >= 0 && rounded.scale() <= 0
                ? binary(rounded.toBigIntegerExact())
                : decimal(rounded);
    }

    /** Whether the server takes the text for canonical, which it does by its looks. */
    private boolean isKept(int scale) {
        if (format == Format.BINARY) {
            // Counted as the server does, in single precision.
            int precision = 15 - digits.length() - (int) ((float) exponent * 3 / 10) - 1;
            if (!fraction.isEmpty() || precision < 0) {
                return false;
            }
            return (Long.parseLong(digits) & 7) != 0;
        }
        String all = digits + fraction;
        int power = exponent - fraction.length();
        return all.length() <= MOST_DIGITS
                && power >= -NANO
                && power >= -scale
                && power % 3 == 0
                && !all.endsWith("000")
                && all.charAt(0) != '0';
    }

    private String decimal(BigDecimal amount) {
        BigInteger number = amount.unscaledValue();
        int power = -amount.scale();
        while (power % 3 != 0) {
            number = number.multiply(BigInteger.TEN);
            power--;
        }
        if (format == Format.EXPONENT) {
            return power == 0 ? number.toString() : number + "e" + power;
        }
        int suffix = power / 3 + 3;
        if (suffix < 0 || suffix >= DECIMAL_SUFFIXES.length()) {
            return text;
        }
        return power == 0 ? number.toString() : number + DECIMAL_SUFFIXES.substring(suffix, suffix + 1);
    }

    private static String binary(BigInteger amount) {
        BigInteger number = amount;
        int steps = 0;
        while (steps < BINARY_SUFFIXES.length() && number.mod(BINARY_STEP).signum() == 0) {
            number = number.divide(BINARY_STEP);
            steps++;
        }
        return steps == 0 ? number.toString() : number + BINARY_SUFFIXES.substring(steps - 1, steps) + "i";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
