package com.adorsys.webank.deploy.core;

import java.util.Locale;
import java.util.Optional;

/** Normalizes the address of an API server, so that two texts of the same address become equal. */
final class ServerAddress {
    private static final int HIGHEST_PORT = 65535;

    private ServerAddress() {}

    /**
     * The address with scheme and host in lower case, and without the default port and trailing slashes.
     *
     * @return empty if the text is not an address of a server, or contains a user, a query or a fragment
     */
    static Optional<String> of(String text) {
        int end = text.indexOf("://");
        String scheme = end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || !isPlain(text)) {
            return Optional.empty();
        }
        int start = end + "://".length();
        int slash = text.indexOf('/', start);
        String authority = text.substring(start, slash < 0 ? text.length() : slash);
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (!isHost(host) || colon >= 0 && !isPort(port)) {
            return Optional.empty();
        }
        boolean isDefault = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
        return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + port)
                + (slash < 0 ? "" : withoutTrailingSlashes(text.substring(slash))));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || "\"<>\\^`{|}*@?#".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHost(String text) {
        if (text.startsWith("[")) {
            return text.length() > 2 && text.endsWith("]") && text.indexOf(']') == text.length() - 1;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPort(String text) {
        if (text.isEmpty() || text.length() > 5 || text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return Integer.parseInt(text) <= HIGHEST_PORT;
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
