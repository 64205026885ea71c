package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.UrlCredentials;

/** Texts of others, made fit for a line of ours. */
final class Lines {
    private static final int LONGEST = 600;

    private Lines() {}

    /** A text on one line, without control characters and the credentials of URLs, cut where it is long. */
    static String one(String said) {
        String text = UrlCredentials.masked(said);
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
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

    /** A text on one line, fit to be followed by a full stop. */
    static String clause(String text) {
        String line = one(text);
        return line.endsWith(".") && !line.endsWith("...") ? line.substring(0, line.length() - 1) : line;
    }

    /** What there is before a colon: a reason in brackets, and a text after it if there is one. */
    static String because(String reason, String message) {
        return (reason.isEmpty() ? "" : " (" + one(reason) + ")")
                + (message.isEmpty() || message.equals(reason) ? "" : ": " + clause(message));
    }
}
