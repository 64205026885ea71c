package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.core.UrlCredentials;

/** Texts of others, fit for a message: on one line, without control characters and the credentials of URLs. */
public final class OneLine {
    private static final int LONGEST = 600;

    private OneLine() {}

    /** A text on one line, cut after 600 characters. */
    public static String of(String said) {
        String text = UrlCredentials.masked(said);
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = line.length() > 0;
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.length() >= LONGEST ? line + "..." : line.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        true;
                    default -> false;
                };
    }

    /** A text on one line, fit to be followed by a full stop. */
    public static String clause(String said) {
        String line = of(said);
        return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
    }

    /** A text whose first letter is a capital. */
    public static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A name, such as an ARN, which is shown whole; in backticks. */
    public static String name(String text) {
        return "`" + of(text).replace('`', '\'') + "`";
    }
}
