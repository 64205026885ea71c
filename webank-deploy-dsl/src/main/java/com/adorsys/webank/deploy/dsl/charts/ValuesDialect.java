package com.adorsys.webank.deploy.dsl.charts;

import java.util.Optional;

/** The two formats of values: each has keys that the other does not know, and other defaults. */
public enum ValuesDialect {
    /** Values of the charts that this library replaces, whose versions are below 2. */
    OLD("old"),
    /** Values of the charts that this library exports, whose versions start at 2. */
    EXPORTED("exported");

    private final String text;

    ValuesDialect(String text) {
        this.text = text;
    }

    /** The name, as a command line takes it: {@code old} or {@code exported}. */
    public String text() {
        return text;
    }

    /**
     * The dialect of the charts of a version.
     *
     * @param version a version, such as {@code 1.2.0} or {@code 2.0.0-rc.1}, or a range within one major version: {@code ^1.2.0},
     *     {@code ~2.1}, {@code 2.x}
     * @return empty for any other text: a wider range, no version at all
     */
    public static Optional<ValuesDialect> ofVersion(String version) {
        int from = 0;
        while (from < version.length() && "^~=> v".indexOf(version.charAt(from)) >= 0) {
            if (version.charAt(from) == '>' && (from == 0 || version.charAt(from - 1) != '~')) {
                return Optional.empty();
            }
            from++;
        }
        int end = from;
        while (end < version.length() && version.charAt(end) >= '0' && version.charAt(end) <= '9') {
            end++;
        }
        if (end == from || end < version.length() && !isRest(version, end)) {
            return Optional.empty();
        }
        boolean isOld = version.charAt(from) <= '1' && end == from + 1;
        return Optional.of(isOld ? OLD : EXPORTED);
    }

    /** Whether what follows the first number is that of one version or of one condition. */
    private static boolean isRest(String version, int from) {
        if (version.charAt(from) != '.' || from + 1 == version.length()) {
            return false;
        }
        for (int i = from; i < version.length(); i++) {
            char c = version.charAt(i);
            boolean isAllowed =
                    c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || ".-+*".indexOf(c) >= 0;
            if (!isAllowed) {
                return false;
            }
        }
        return true;
    }
}
