package com.adorsys.webank.deploy.core;

import java.math.BigDecimal;
import java.math.BigInteger;
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
        boolean isCertainlySmall = numberEnd <= 9
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
            known = new BigDecimal(text.substring(0, numberEnd)).multiply(factor(text.substring(numberEnd)));
            amount = known;
        }
        return known;
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
            return "numkMGTPE".indexOf(first) >= 0;
        }
        if (length == 2 && text.charAt(from + 1) == 'i') {
            return "KMGTPE".indexOf(first) >= 0;
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
            int power = "KMGTPE".indexOf(suffix.charAt(0)) + 1;
            return new BigDecimal(BigInteger.ONE.shiftLeft(10 * power));
        }
        int exponent = switch (suffix) {
            case "" -> 0;
            case "n" -> -9;
            case "u" -> -6;
            case "m" -> -3;
            case "k" -> 3;
            case "M" -> 6;
            case "G" -> 9;
            case "T" -> 12;
            case "P" -> 15;
            case "E" -> 18;
            default -> Integer.parseInt(suffix.substring(1));
        };
        return BigDecimal.ONE.scaleByPowerOfTen(exponent);
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.QUANTITY_INVALID, Location.of("quantity"), what, remedy));
    }
}
