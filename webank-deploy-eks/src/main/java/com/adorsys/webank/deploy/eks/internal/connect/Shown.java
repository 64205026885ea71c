package com.adorsys.webank.deploy.eks.internal.connect;

import com.adorsys.webank.deploy.core.UrlCredentials;

/** Texts of others, fit for a message: on one line, without controls, and not without end. */
public final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /** A name, such as an ARN, which is shown whole; in backticks. */
    public static String name(String text) {
        return "`" + line(text).replace('`', '\'') + "`";
    }

    /** A sentence of a server, without the full stop at its end. */
    public static String sentence(String text) {
        String line = line(text);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        String masked = UrlCredentials.masked(text);
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            int type = Character.getType(c);
            boolean shown = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            line.append(shown ? c : ' ');
        }
        String stripped = line.toString().strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST - 3) + "...";
    }
}
