package com.adorsys.webank.deploy.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}. Immutable.
 *
 * <p>It is written with its first address: {@code 10.0.0.1/8} is refused, since it can mean one address or a whole network.
 * Ranges are equal if they have the same addresses.
 */
public final class Cidr {
    private final String text;
    private final byte[] first;
    private final int prefix;

    private Cidr(String text, byte[] first, int prefix) {
        this.text = text;
        this.first = first;
        this.prefix = prefix;
    }

    /**
     * A range of addresses.
     *
     * @throws DeployException.InvalidInput if the text is not an address and the length of a prefix, if a number has leading
     *     zeros, if a range of IPv4 is written as IPv6, or if the address is not the first one of the range
     */
    public static Cidr of(String text) {
        Optional<Problem> problem = problem(text);
        if (problem.isPresent()) {
            throw new DeployException.InvalidInput(problem.get());
        }
        return legacy(text).orElseThrow();
    }

    /**
     * The range that a text means to Kubernetes up to 1.35; empty if it is none.
     *
     * <p>Besides what {@link #of} accepts, these are numbers with leading zeros, IPv4 that is written as IPv6, and any address of
     * the range. Kubernetes 1.36 and later refuse those.
     *
     * @see <a href="https://github.com/kubernetes/enhancements/issues/4858">KEP-4858: IP/CIDR validation improvements</a>
     */
    public static Optional<Cidr> legacy(String text) {
        return Optional.ofNullable(read(text));
    }

    private static @Nullable Cidr read(String text) {
        long ipv4 = ipv4(text);
        if (ipv4 >= 0) {
            int prefix = (int) (ipv4 & 63);
            int bits = (int) (ipv4 >> 6 & -1L << 32 - prefix);
            return new Cidr(
                    text,
                    new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits},
                    prefix);
        }
        String plain = IpAddress.withoutLeadingZeros(text);
        int slash = plain.indexOf('/');
        int prefix = slash < 0 ? -1 : prefix(plain, slash + 1);
        if (prefix < 0) {
            return null;
        }
        String address = plain.substring(0, slash);
        boolean isIpv4 = IpAddress.isIpv4(address);
        if (prefix > (isIpv4 ? 32 : 128) || !isIpv4 && !IpAddress.isIpv6(address)) {
            return null;
        }
        byte[] first = IpAddress.bytes(address);
        clearAfter(prefix, first);
        return new Cidr(text.toLowerCase(Locale.ROOT), first, prefix);
    }

    /**
     * The 32 bits of the address and the 6 of the prefix of a range of IPv4 without leading zeros; -1 of any other text. Most
     * ranges are such, and one pass is enough for them.
     */
    private static long ipv4(String text) {
        long read = 0;
        int start = 0;
        int number = 0;
        int parts = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && i - start < 3 && (i == start || number > 0)) {
                number = 10 * number + c - '0';
            } else if (parts < 4 && i > start && c == (parts == 3 ? '/' : '.') && number <= 255) {
                read = read << 8 | number;
                parts++;
                number = 0;
                start = i + 1;
            } else {
                return -1;
            }
        }
        return parts == 4 && start < text.length() && number <= 32 ? read << 6 | number : -1;
    }

    /** What is wrong with a text as a range of addresses; empty if it is one. */
    public static Optional<Problem> problem(String text) {
        long ipv4 = ipv4(text);
        if (ipv4 >= 0 && (ipv4 >> 6 & (1L << 32 - (ipv4 & 63)) - 1) == 0) {
            return Optional.empty();
        }
        Cidr range = read(text);
        if (range == null) {
            return invalid(
                    Problem.quote(text) + " is not a valid range of addresses",
                    "write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`");
        }
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        boolean isPlain = IpAddress.isIpv4(address) || IpAddress.isIpv6(address);
        if (!isPlain || text.length() > slash + 2 && text.charAt(slash + 1) == '0') {
            return invalid(
                    Problem.quote(text) + " has a number with leading zeros",
                    "write `" + IpAddress.withoutLeadingZeros(text) + "`");
        }
        byte[] unmapped = IpAddress.unmapped(range.first);
        if (unmapped.length < range.first.length) {
            return invalid(
                    Problem.quote(text) + " is a range of IPv4 that is written as IPv6",
                    "write `" + IpAddress.text(unmapped) + "/" + (range.prefix - 96) + "`");
        }
        return Arrays.equals(IpAddress.bytes(address), range.first)
                ? Optional.empty()
                : invalid(
                        Problem.quote(text) + " does not start with the first address of the range",
                        "write `" + IpAddress.text(range.first) + "/" + range.prefix + "` for the range, or `" + address
                                + "/" + 8 * range.first.length + "` for the one address");
    }

    private static Optional<Problem> invalid(String what, String remedy) {
        return Optional.of(Problem.error(ProblemCodes.CIDR_INVALID, Location.of("cidr"), what, remedy));
    }

    /** The text in lower case. */
    public String text() {
        return text;
    }

    /** Whether it is a range of IPv6. */
    public boolean isIpv6() {
        return first.length == 16;
    }

    /** The number of leading bits that all addresses of the range have in common; 0 for a range with all addresses. */
    public int prefixLength() {
        return prefix;
    }

    /** Whether a range is a part of this one, and not the whole of it. */
    public boolean hasPart(Cidr other) {
        byte[] mine = IpAddress.unmapped(first);
        byte[] others = IpAddress.unmapped(other.first);
        int bits = prefix - 8 * (first.length - mine.length);
        if (mine.length != others.length || prefix >= other.prefix) {
            return false;
        }
        byte[] start = others.clone();
        clearAfter(bits, start);
        return Arrays.equals(mine, start);
    }

    private static int prefix(String text, int from) {
        boolean good = text.length() > from && text.length() <= from + 3;
        for (int i = from; good && i < text.length(); i++) {
            good = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return good ? Integer.parseInt(text, from, text.length(), 10) : -1;
    }

    /** Sets the bits after a prefix to 0. */
    private static void clearAfter(int prefix, byte[] address) {
        for (int i = 0; i < address.length; i++) {
            int kept = Math.max(0, Math.min(8, prefix - 8 * i));
            address[i] = (byte) (address[i] & 0xff00 >> kept);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr that && prefix == that.prefix && Arrays.equals(first, that.first);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(first) + prefix;
    }

    /** The text in lower case. */
    @Override
    public String toString() {
        return text;
    }
}
