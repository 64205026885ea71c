package com.adorsys.webank.deploy.core;

import org.jspecify.annotations.Nullable;

/** Finds passwords in the URLs of a text. Unlike {@link UrlCredentials}, it reports only what is surely one. */
final class UrlPasswords {
    private static final String JDBC = "jdbc:";
    private static final String ORACLE = "jdbc:oracle:";
    private static final String[] PARAMETERS = {"password=", "passwd=", "pwd="};

    private UrlPasswords() {}

    /** The rule by which a text contains a URL with a password that is not a placeholder; null if it does not. */
    static @Nullable SecretRule find(String text) {
        for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            if (text.startsWith("://", at)) {
                if (isPassword(text, userInfoPassword(text, at + 3)) || hasParameter(text, at)) {
                    return isJdbc(text, at) ? SecretRule.JDBC_PASSWORD : SecretRule.URL_PASSWORD;
                }
            } else if (at >= 4 && text.regionMatches(true, at - 4, JDBC, 0, JDBC.length())) {
                if (hasParameter(text, at) || isOracle(text, at - 4)) {
                    return SecretRule.JDBC_PASSWORD;
                }
            }
        }
        return null;
    }

    /** Where the password of the userinfo starts; -1 if there is none. */
    private static int userInfoPassword(String text, int from) {
        int colon = indexOfEnd(text, from, ":@/?#");
        if (colon == text.length() || text.charAt(colon) != ':') {
            return -1;
        }
        int end = indexOfEnd(text, colon + 1, "@/?#");
        return end < text.length() && text.charAt(end) == '@' && end > colon + 1 ? colon + 1 : -1;
    }

    private static boolean isPassword(String text, int start) {
        return start >= 0 && !SecretValues.isPlaceholder(text.substring(start, indexOfEnd(text, start, "@/?#")));
    }

    /** Whether a parameter of the URL is a password. */
    private static boolean hasParameter(String text, int from) {
        int end = indexOfEnd(text, from, "");
        for (int i = text.indexOf('=', from); i >= 0 && i < end; i = text.indexOf('=', i + 1)) {
            int valueEnd = indexOfEnd(text, i + 1, "&;");
            if (isPasswordParameter(text, i + 1) && !SecretValues.isPlaceholder(text.substring(i + 1, valueEnd))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPasswordParameter(String text, int end) {
        for (String name : PARAMETERS) {
            int start = end - name.length();
            if (start > 0
                    && text.regionMatches(true, start, name, 0, name.length())
                    && "?&;".indexOf(text.charAt(start - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a URL is of the form {@code jdbc:oracle:thin:user/password@host}. */
    private static boolean isOracle(String text, int start) {
        if (!text.regionMatches(true, start, ORACLE, 0, ORACLE.length())) {
            return false;
        }
        int user = text.indexOf(':', start + ORACLE.length()) + 1;
        int slash = indexOfEnd(text, user, "/@");
        int end = slash < text.length() ? indexOfEnd(text, slash + 1, "@/") : slash;
        return user > 0
                && slash > user
                && end < text.length()
                && text.charAt(slash) == '/'
                && text.charAt(end) == '@'
                && !SecretValues.isPlaceholder(text.substring(slash + 1, end));
    }

    /** Whether the scheme before a position is one of JDBC. */
    private static boolean isJdbc(String text, int end) {
        int start = end;
        while (start > 0
                && (SecretValues.isLetterOrDigit(text.charAt(start - 1))
                        || ":+.-".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return text.regionMatches(true, start, JDBC, 0, JDBC.length());
    }

    /** Where the next of some characters is, or the end of the URL. */
    private static int indexOfEnd(String text, int from, String ends) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '"' || c == '\'' || c == '`' || ends.indexOf(c) >= 0) {
                return at;
            }
            at++;
        }
        return at;
    }
}
