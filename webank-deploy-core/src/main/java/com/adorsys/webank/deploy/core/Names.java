package com.adorsys.webank.deploy.core;

import java.util.Collection;
import java.util.Optional;

/**
 * The grammars of Kubernetes names, each as a check that returns the broken rule.
 *
 * <p>Every check returns empty for a valid text, and otherwise the rule for such texts as a sentence. See <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object Names and IDs</a>.
 */
public final class Names {
    /** What the keys of this library's own labels and annotations begin with. */
    public static final String DOMAIN = "deploy.webank.adorsys.com/";

    /** The name of the Secrets Store CSI driver in the volumes of pods. */
    public static final String SECRETS_STORE_DRIVER = "secrets-store.csi.k8s.io";

    private Names() {}

    /** RFC 1123 label: at most 63 of {@code a-z}, {@code 0-9}, {@code -}, with no hyphen at the start or end. */
    public static Optional<String> label(String text) {
        return isLabel(text, 63)
                ? Optional.empty()
                : Optional.of(
                        "a name has at most 63 characters of a-z, 0-9 and -, and starts and ends with a letter or digit");
    }

    /** RFC 1123 subdomain: labels joined by dots, at most 253 characters. */
    public static Optional<String> subdomain(String text) {
        return isSubdomain(text, text.length(), 253)
                ? Optional.empty()
                : Optional.of(
                        "a name has at most 253 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit");
    }

    /** Helm's release name: an RFC 1123 subdomain of at most 53 characters. */
    public static Optional<String> release(String text) {
        return isSubdomain(text, text.length(), 53)
                ? Optional.empty()
                : Optional.of(
                        "a release name has at most 53 characters of a-z, 0-9, - and ., and each part between dots starts and ends with a letter or digit");
    }

    /** A label's or an annotation's key: an optional subdomain and {@code /}, then at most 63 characters. */
    public static Optional<String> labelKey(String text) {
        int slash = text.indexOf('/');
        boolean good = slash < 0 ? isQualified(text, 0) : isSubdomain(text, slash, 253) && isQualified(text, slash + 1);
        return good
                ? Optional.empty()
                : Optional.of(
                        "a key is an optional DNS name and /, then at most 63 characters of A-Z, a-z, 0-9, -, _ and ., which start and end with a letter or digit");
    }

    /** A label's value: empty, or at most 63 characters. */
    public static Optional<String> labelValue(String text) {
        return text.isEmpty() || isQualified(text, 0)
                ? Optional.empty()
                : Optional.of(
                        "a label value has at most 63 characters of A-Z, a-z, 0-9, -, _ and ., and starts and ends with a letter or digit");
    }

    /**
     * A key of a Secret or ConfigMap: at most 253 characters of letters, digits, {@code -}, {@code _} and {@code .}.
     */
    public static Optional<String> dataKey(String text) {
        boolean good = !text.isEmpty() && text.length() <= 253 && !text.equals(".") && !text.startsWith("..");
        for (int i = 0; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
        }
        return good
                ? Optional.empty()
                : Optional.of(
                        "a key has 1 to 253 characters of A-Z, a-z, 0-9, -, _ and ., and is not . and does not start with ..");
    }

    /** An IP address: IPv4 without leading zeros, or IPv6 that is not a way to write IPv4, as {@code ::ffff:10.0.0.1} is. */
    public static Optional<String> address(String text) {
        boolean good = IpAddress.isIpv4(text)
                || IpAddress.isIpv6(text) && IpAddress.unmapped(IpAddress.bytes(text)).length == 16;
        return good ? Optional.empty() : Optional.of("an address is IPv4, as in 10.0.0.5, or IPv6, as in 2001:db8::1");
    }

    /** An IP address as Kubernetes up to 1.35 accepts it: with leading zeros too, and with IPv4 that is written as IPv6. */
    public static Optional<String> legacyAddress(String text) {
        String plain = IpAddress.withoutLeadingZeros(text);
        return IpAddress.isIpv4(plain) || IpAddress.isIpv6(plain) ? Optional.empty() : address("");
    }

    /** A port's name: at most 15 of {@code a-z}, {@code 0-9}, {@code -}, with a letter, no two hyphens in a row. */
    public static Optional<String> portName(String text) {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            letter |= text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
        }
        return isLabel(text, 15) && letter && !text.contains("--")
                ? Optional.empty()
                : Optional.of(
                        "a port name has at most 15 characters of a-z, 0-9 and -, starts and ends with a letter or digit, and has at least one letter and no two - in a row");
    }

    /**
     * The known name that a misspelled text most likely means.
     *
     * @return the nearest name by edit distance; empty if none is near enough
     */
    public static Optional<String> nearest(String text, Collection<String> known) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        for (String candidate : known) {
            int distance = distance(lower, candidate.toLowerCase(java.util.Locale.ROOT));
            if (distance < bestDistance || distance == bestDistance && best != null && candidate.compareTo(best) < 0) {
                best = candidate;
                bestDistance = distance;
            }
        }
        int allowed = Math.max(1, Math.min(text.length(), best == null ? 0 : best.length()) / 3);
        return best != null && bestDistance <= allowed ? Optional.of(best) : Optional.empty();
    }

    /** The remedy of a {@link Problem} for a text that is not a known name: suggests the nearest name and lists all. */
    public static String remedy(String text, Collection<String> known) {
        String all = "use one of " + String.join(", ", known);
        return nearest(text, known)
                .map(near -> "did you mean `" + near + "`? If not, " + all)
                .orElse(all);
    }

    private static boolean isLabel(String text, int longest) {
        return text.length() <= longest && isLabelPart(text, 0, text.length());
    }

    /** Whether the first characters of a text are a subdomain. */
    private static boolean isSubdomain(String text, int length, int longest) {
        if (length > longest) {
            return false;
        }
        int from = 0;
        while (true) {
            int dot = text.indexOf('.', from);
            int to = dot < 0 || dot > length ? length : dot;
            if (!isLabelPart(text, from, to)) {
                return false;
            }
            if (to == length) {
                return true;
            }
            from = to + 1;
        }
    }

    private static boolean isLabelPart(String text, int from, int to) {
        if (from >= to || text.charAt(from) == '-' || text.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the rest of a text is a label's value, or a label's key without a prefix. */
    private static boolean isQualified(String text, int from) {
        int length = text.length() - from;
        if (length == 0
                || length > 63
                || !isAlphanumeric(text.charAt(from))
                || !isAlphanumeric(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(isAlphanumeric(c) || c == '-' || c == '_' || c == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Damerau-Levenshtein distance, in which swapping two neighbours counts as one edit. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, d[i - 2][j - 2] + 1);
                }
                d[i][j] = cost;
            }
        }
        return d[a.length()][b.length()];
    }
}
