package com.adorsys.webank.deploy.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource, as Kubernetes writes it: {@code 200m}, {@code 512Mi}, {@code 1.5}, {@code 2e3}. Immutable.
 *
 * <p>The text is kept as it was given. Equality compares texts, and the order compares amounts: {@code 1000m} and
 * {@code 1} compare as 0 but are not equal, as with {@link BigDecimal}.
 *
 * <p>The grammar is that of <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>.
 */
public final class ResourceQuantity implements Comparable<ResourceQuantity> {
    private static final BigDecimal LARGEST = new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE));
    private static final int LONGEST = 64;
    /** A number with so few characters fits into a {@code long}, also with a suffix up to {@code Gi}. */
    private static final int SHORT = 9;

    private static final BigInteger BINARY_STEP = BigInteger.valueOf(1024);
    private static final String DECIMAL_SUFFIXES = "num kMGTPE";
    private static final String BINARY_SUFFIXES = "KMGTPE";

    private final String text;
    private final int numberEnd;
    private @Nullable BigDecimal amount;

    private ResourceQuantity(String text, int numberEnd) {
        this.text = text;
        this.numberEnd = numberEnd;
    }

    /**
     * Reads an amount.
     *
     * @param text a decimal number, then nothing, one of {@code n u m k M G T P E}, one of {@code Ki Mi Gi Ti Pi Ei},
     *     or an exponent as in {@code e3}
     * @throws DeployException.InvalidInput if the text is not a quantity, or is larger than 2^63-1
     */
    public static ResourceQuantity parse(String text) {
        int numberEnd = text.length() > LONGEST ? -1 : numberEnd(text);
        if (numberEnd < 0 || !isSuffix(text, numberEnd)) {
            throw invalid(
                    text.isEmpty() ? "the quantity is empty" : "the quantity " + Problem.quote(text) + " is not valid",
                    "write a number with one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei or no suffix, as in `200m` or"
                            + " `512Mi`");
        }
        ResourceQuantity quantity = new ResourceQuantity(text, numberEnd);
        boolean isCertainlySmall = numberEnd <= SHORT
                && (numberEnd == text.length()
                        || text.length() == numberEnd + 1 && "numkMG".indexOf(text.charAt(numberEnd)) >= 0);
        if (!isCertainlySmall && quantity.amount().abs().compareTo(LARGEST) > 0) {
            throw invalid(
                    "the quantity " + Problem.quote(text) + " is larger than 2^63-1, the maximum of Kubernetes",
                    "use a smaller quantity");
        }
        return quantity;
    }

    /** The quantity as it was given. */
    public String text() {
        return text;
    }

    /** The amount, exactly: {@code 0.2} of {@code 200m}. */
    public BigDecimal amount() {
        BigDecimal known = amount;
        if (known == null) {
            known = numberEnd <= SHORT ? shortAmount() : null;
            known = known == null
                    ? new BigDecimal(text.substring(0, numberEnd)).multiply(factor(text.substring(numberEnd)))
                    : known;
            amount = known;
        }
        return known;
    }

    /** The amount of a short number without an exponent and with a small suffix; null for others. */
    private @Nullable BigDecimal shortAmount() {
        int suffix = text.length() - numberEnd;
        boolean binary = suffix == 2 && text.charAt(numberEnd + 1) == 'i';
        int power = binary ? BINARY_SUFFIXES.indexOf(text.charAt(numberEnd)) + 1 : 0;
        if (suffix > 1 && !binary || power > 3) {
            return null;
        }
        long number = 0;
        int point = numberEnd;
        for (int i = 0; i < numberEnd; i++) {
            char c = text.charAt(i);
            point = c == '.' ? i + 1 : point;
            number = c >= '0' && c <= '9' ? 10 * number + c - '0' : number;
        }
        number = (text.charAt(0) == '-' ? -number : number) << 10 * power;
        int thousands = binary || suffix == 0 ? 0 : DECIMAL_SUFFIXES.indexOf(text.charAt(numberEnd)) - 3;
        return BigDecimal.valueOf(number, numberEnd - point - 3 * thousands);
    }

    /**
     * The text that the API server writes for the quantity: {@code 1} for {@code 1000m}, {@code 1536Mi} for {@code 1.5Gi}.
     *
     * <p>It follows <a
     * href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/resource/quantity.go">resource.Quantity</a> to its
     * oddities: a text that looks canonical to its quick path is kept as it is, as {@code 1.500}.
     *
     * @param scale the number of digits after the point to which the amount is rounded up
     */
    public String canonical(int scale) {
        String suffix = text.substring(numberEnd);
        boolean binary = suffix.length() == 2 && suffix.charAt(1) == 'i';
        if (isKept(suffix, binary, scale)) {
            return text;
        }
        BigDecimal rounded = amount();
        if (rounded.scale() > scale) {
            rounded = rounded.setScale(scale, RoundingMode.UP);
        }
        if (rounded.signum() == 0) {
            return "0";
        }
        rounded = rounded.stripTrailingZeros();
        String withSuffix = binary && rounded.scale() <= 0 ? binary(rounded.toBigIntegerExact()) : "";
        return withSuffix.isEmpty() ? decimal(rounded, !binary && suffix.length() > 1) : withSuffix;
    }

    /** Whether the server takes the text for canonical, which it does by its looks. */
    private boolean isKept(String suffix, boolean binary, int scale) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        while (start < numberEnd && text.charAt(start) == '0') {
            start++;
        }
        int point = text.indexOf('.');
        String digits = text.substring(start, point < 0 ? numberEnd : point);
        digits = digits.isEmpty() ? "0" : digits;
        String fraction = point < 0 ? "" : text.substring(point + 1, numberEnd);
        if (binary) {
            // Counted as the server does, in single precision.
            int exponent = 10 * (BINARY_SUFFIXES.indexOf(suffix.charAt(0)) + 1);
            int precision = 15 - digits.length() - (int) ((float) exponent * 3 / 10) - 1;
            return fraction.isEmpty() && precision >= 0 && (Long.parseLong(digits) & 7) != 0;
        }
        String all = digits + fraction;
        int power = exponent(suffix) - fraction.length();
        return all.length() <= 18
                && power >= -9
                && power >= -scale
                && power % 3 == 0
                && !all.endsWith("000")
                && all.charAt(0) != '0';
    }

    private String decimal(BigDecimal amount, boolean hasExponent) {
        BigInteger number = amount.unscaledValue();
        int power = -amount.scale();
        while (power % 3 != 0) {
            number = number.multiply(BigInteger.TEN);
            power--;
        }
        if (power == 0) {
            return number.toString();
        }
        if (hasExponent) {
            return number + "e" + power;
        }
        int suffix = power / 3 + 3;
        return suffix < 0 || suffix >= DECIMAL_SUFFIXES.length()
                ? text
                : number + DECIMAL_SUFFIXES.substring(suffix, suffix + 1);
    }

    /** The amount with a binary suffix; empty if it is not a multiple of 1024: the server writes that as a decimal number. */
    private static String binary(BigInteger amount) {
        BigInteger number = amount;
        int steps = 0;
        while (steps < BINARY_SUFFIXES.length() && number.mod(BINARY_STEP).signum() == 0) {
            number = number.divide(BINARY_STEP);
            steps++;
        }
        return steps == 0 ? "" : number + BINARY_SUFFIXES.substring(steps - 1, steps) + "i";
    }

    /** Compares the amounts. */
    @Override
    public int compareTo(ResourceQuantity other) {
        return amount().compareTo(other.amount());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceQuantity that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The quantity as it was given. */
    @Override
    public String toString() {
        return text;
    }

    /** Where the number ends: an optional sign, digits, and an optional fraction; -1 if there is none. */
    private static int numberEnd(String text) {
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = 0;
        boolean dot = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !dot) {
                dot = true;
            } else {
                break;
            }
        }
        return digits == 0 ? -1 : i;
    }

    private static boolean isSuffix(String text, int from) {
        int length = text.length() - from;
        if (length == 0) {
            return true;
        }
        char first = text.charAt(from);
        if (length == 1) {
            return first != ' ' && DECIMAL_SUFFIXES.indexOf(first) >= 0;
        }
        if (length == 2 && text.charAt(from + 1) == 'i') {
            return BINARY_SUFFIXES.indexOf(first) >= 0;
        }
        return (first == 'e' || first == 'E') && isExponent(text, from + 1);
    }

    /** At most three digits with an optional sign: every larger exponent is out of range. */
    private static boolean isExponent(String text, int from) {
        int start = text.charAt(from) == '-' || text.charAt(from) == '+' ? from + 1 : from;
        int digits = text.length() - start;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits >= 1 && digits <= 3;
    }

    private static BigDecimal factor(String suffix) {
        if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
            int power = BINARY_SUFFIXES.indexOf(suffix.charAt(0)) + 1;
            return new BigDecimal(BigInteger.ONE.shiftLeft(10 * power));
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent(suffix));
    }

    /** The power of ten of a suffix that is not binary. */
    private static int exponent(String suffix) {
        return switch (suffix.length()) {
            case 0 -> 0;
            case 1 -> 3 * (DECIMAL_SUFFIXES.indexOf(suffix.charAt(0)) - 3);
            default -> Integer.parseInt(suffix.substring(1));
        };
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.QUANTITY_INVALID, Location.of("quantity"), what, remedy));
    }
}
