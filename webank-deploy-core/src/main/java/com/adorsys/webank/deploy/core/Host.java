package com.adorsys.webank.deploy.core;

import java.util.Locale;

/**
 * The name of a host: a DNS name, a DNS name under a wildcard ({@code *.example.com}), or an IPv4 address; or {@link #any
 * every host}. Immutable.
 *
 * <p>A DNS name is an RFC 1123 subdomain: at most 253 characters, in lower case, and at most 63 in each part between
 * dots.
 */
public final class Host {
    private static final int LONGEST = 253;
    private static final int LONGEST_PART = 63;

    private enum Form {
        NAME,
        WILDCARD,
        ADDRESS,
        ANY
    }

    private static final Host EVERY = new Host("", Form.ANY);

    private final String text;
    private final Form form;

    private Host(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    /**
     * A host with this name or address.
     *
     * @throws DeployException.InvalidInput if the text is neither a DNS name nor an IPv4 address
     */
    public static Host of(String text) {
        boolean wildcard = text.startsWith("*.");
        if (!isName(text, wildcard ? 2 : 0)) {
            throw invalid(
                    text.isEmpty()
                            ? "the host is empty"
                            : "the host " + Problem.quote(text) + " is neither a DNS name nor an IPv4 address",
                    remedy(text));
        }
        if (!isFourNumbers(text)) {
            return new Host(text, wildcard ? Form.WILDCARD : Form.NAME);
        }
        if (!IpAddress.isIpv4(text)) {
            throw invalid(
                    "the host " + Problem.quote(text) + " is not an IPv4 address",
                    "write four numbers from 0 to 255 without leading zeros, as in `10.0.0.5`");
        }
        return new Host(text, Form.ADDRESS);
    }

    /** Every host, for the rule of an Ingress that has none. No other setting takes it. */
    public static Host any() {
        return EVERY;
    }

    /** Whether this is every host. */
    public boolean isAny() {
        return form == Form.ANY;
    }

    /** Whether this is a wildcard, {@code *.example.com}. */
    public boolean isWildcard() {
        return form == Form.WILDCARD;
    }

    /** Whether this is an IPv4 address. */
    public boolean isAddress() {
        return form == Form.ADDRESS;
    }

    /** The host as it was given; empty for every host. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Host that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The host as it was given; {@code every host} for every host. */
    @Override
    public String toString() {
        return isAny() ? "every host" : text;
    }

    private static boolean isName(String text, int from) {
        if (text.length() > LONGEST) {
            return false;
        }
        int start = from;
        for (int i = from; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (i == start || i - start > LONGEST_PART || text.charAt(start) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                start = i + 1;
            } else {
                char c = text.charAt(i);
                if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isFourNumbers(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    private static String remedy(String text) {
        if (text.indexOf('@') >= 0) {
            return "write only the host: the part before the `@` may be a password";
        }
        int scheme = text.indexOf("://");
        if (scheme >= 0) {
            return "remove " + Problem.quote(text.substring(0, scheme + 3)) + " and everything after the host";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals(text) && isName(lower, lower.startsWith("*.") ? 2 : 0)) {
            return "write it in lower case, " + Problem.quote(lower);
        }
        int colon = text.indexOf(':');
        if (colon > 0 && isName(text.substring(0, colon), 0)) {
            return "remove the port, " + Problem.quote(text.substring(colon));
        }
        return "use at most 253 characters of a-z, 0-9, - and .; each part between dots has at most 63 characters and"
                + " does not start or end with -; only the first part may be `*`";
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.HOST_INVALID, Location.of("host"), what, remedy));
    }
}
