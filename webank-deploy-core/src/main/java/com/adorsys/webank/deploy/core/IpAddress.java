package com.adorsys.webank.deploy.core;

/** The bytes of IP addresses, and their texts. */
final class IpAddress {
    private IpAddress() {}

    /** Whether a text is four numbers from 0 to 255 without leading zeros. */
    static boolean isIpv4(String text) {
        int numbers = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!isByte(text, start, end)) {
                return false;
            }
            numbers++;
            start = end + 1;
        }
        return numbers == 4;
    }

    private static boolean isByte(String text, int from, int to) {
        boolean good = to > from && to - from <= 3 && (to - from == 1 || text.charAt(from) != '0');
        int value = 0;
        for (int i = from; good && i < to; i++) {
            good = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            value = 10 * value + text.charAt(i) - '0';
        }
        return good && value <= 255;
    }

    /** Whether a text is an address of IPv6, which may end with one of IPv4. */
    static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        int dot = text.indexOf('.');
        if (text.indexOf(':') < 0
                || gap >= 0 && text.indexOf("::", gap + 1) >= 0
                || dot >= 0 && dot < text.lastIndexOf(':')) {
            return false;
        }
        int groups = gap < 0 ? groups(text) : groups(text.substring(0, gap)) + groups(text.substring(gap + 2));
        return gap < 0 ? groups == 8 : groups >= 0 && groups <= 7;
    }

    /** How many groups of 16 bits a part of an address has; a large negative number if it is not valid. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int groups = 0;
        String[] texts = part.split(":", -1);
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (i == texts.length - 1 && isIpv4(text)) {
                return groups + 2;
            }
            boolean good = !text.isEmpty() && text.length() <= 4;
            for (int j = 0; good && j < text.length(); j++) {
                good = Character.digit(text.charAt(j), 16) >= 0 && text.charAt(j) < 128;
            }
            if (!good) {
                return -100;
            }
            groups++;
        }
        return groups;
    }

    /**
     * A text without the leading zeros of its numbers. Kubernetes up to 1.35 ignored them; others read such a number as an
     * octal one, or refuse it.
     */
    static String withoutLeadingZeros(String text) {
        StringBuilder kept = null;
        boolean inNumber = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '0' && !inNumber && i + 1 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0) {
                kept = kept == null ? new StringBuilder(text.length()).append(text, 0, i) : kept;
                continue;
            }
            if (kept != null) {
                kept.append(c);
            }
            inNumber = Character.digit(c, 16) >= 0;
        }
        return kept == null ? text : kept.toString();
    }

    /** The bytes of a valid address: 4, or 16 for IPv6. */
    static byte[] bytes(String address) {
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
            bytes[from + i] = (byte) Integer.parseInt(address, start, dot < 0 ? address.length() : dot, 10);
            start = dot + 1;
        }
    }

    /** The four bytes of an address of IPv4 that is written as IPv6; others as they are. */
    static byte[] unmapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) {
            return address;
        }
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return address;
            }
        }
        return new byte[] {address[12], address[13], address[14], address[15]};
    }

    /** The address as it is written without a gap. */
    static String text(byte[] address) {
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
}
