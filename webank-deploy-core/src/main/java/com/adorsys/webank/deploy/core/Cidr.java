package com.adorsys.webank.deploy.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
     * @throws DeployException.InvalidInput if the text is not an address and the length of a prefix, or if the address is not
     *     the first one of the range
     */
    public static Cidr of(String text) {
        Optional<Problem> problem = problem(text);
        if (problem.isPresent()) {
            throw new DeployException.InvalidInput(problem.get());
        }
        int slash = text.indexOf('/');
        return new Cidr(
                text.toLowerCase(Locale.ROOT),
                bytes(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    /** What is wrong with a text as a range of addresses; empty if it is one. */
    public static Optional<Problem> problem(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? "" : text.substring(0, slash);
        int bits = address.indexOf(':') < 0 ? 32 : 128;
        int prefix = slash < 0 ? -1 : prefix(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits || Names.address(address).isPresent()) {
            return invalid(
                    Problem.quote(text) + " is not a valid range of addresses",
                    "write an address and a length, such as `10.0.0.0/8` or `2001:db8::/32`");
        }
        byte[] bytes = bytes(address);
        byte[] first = first(bytes, prefix);
        return Arrays.equals(bytes, first)
                ? Optional.empty()
                : invalid(
                        Problem.quote(text) + " does not start with the first address of the range",
                        "write `" + text(first) + "/" + prefix + "` for the range, or `" + address + "/" + bits
                                + "` for the one address");
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

    private static int prefix(String text) {
        boolean good = !text.isEmpty() && text.length() <= 3 && (text.length() == 1 || text.charAt(0) != '0');
        for (int i = 0; good && i < text.length(); i++) {
            good = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return good ? Integer.parseInt(text) : -1;
    }

    /** The bytes of a valid address: 4, or 16 for IPv6. */
    private static byte[] bytes(String address) {
        if (address.indexOf(':') < 0) {
            byte[] bytes = new byte[4];
            putIpv4(address, bytes, 0);
            return bytes;
        }
        byte[] bytes = new byte[16];
        int gap = address.indexOf("::");
        String head = gap < 0 ? address : address.substring(0, gap);
        String tail = gap < 0 ? "" : address.substring(gap + 2);
        putGroups(head, bytes, 0);
        putGroups(tail, bytes, 16 - length(tail));
        return bytes;
    }

    /** The number of bytes of a part of an IPv6 address. */
    private static int length(String part) {
        int length = part.isEmpty() ? 0 : 2;
        for (int i = 0; i < part.length(); i++) {
            length += part.charAt(i) == ':' ? 2 : 0;
        }
        return part.indexOf('.') < 0 ? length : length + 2;
    }

    private static void putGroups(String part, byte[] bytes, int from) {
        int at = from;
        int start = 0;
        while (start < part.length()) {
            int colon = part.indexOf(':', start);
            String group = part.substring(start, colon < 0 ? part.length() : colon);
            if (group.indexOf('.') >= 0) {
                putIpv4(group, bytes, at);
            } else {
                int value = Integer.parseInt(group, 16);
                bytes[at] = (byte) (value >> 8);
                bytes[at + 1] = (byte) value;
            }
            at += 2;
            start = colon < 0 ? part.length() : colon + 1;
        }
    }

    private static void putIpv4(String address, byte[] bytes, int from) {
        int start = 0;
        for (int i = 0; i < 4; i++) {
            int dot = address.indexOf('.', start);
            bytes[from + i] = (byte) Integer.parseInt(address.substring(start, dot < 0 ? address.length() : dot));
            start = dot + 1;
        }
    }

    private static byte[] first(byte[] address, int prefix) {
        byte[] first = new byte[address.length];
        for (int i = 0; i < first.length; i++) {
            int kept = Math.max(0, Math.min(8, prefix - 8 * i));
            first[i] = (byte) (address[i] & 0xff00 >> kept);
        }
        return first;
    }

    private static String text(byte[] address) {
        StringBuilder text = new StringBuilder();
        if (address.length == 4) {
            for (byte part : address) {
                text.append(text.length() == 0 ? "" : ".").append(part & 0xff);
            }
        } else {
            for (int i = 0; i < address.length; i += 2) {
                text.append(i == 0 ? "" : ":")
                        .append(Integer.toHexString((address[i] & 0xff) << 8 | address[i + 1] & 0xff));
            }
        }
        return text.toString();
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
