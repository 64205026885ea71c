package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.UrlCredentials;
import java.util.regex.Pattern;

/** Hides what looks like a secret in a line of a log. */
final class LogMask {
    private static final String MASK = "(secret)";
    private static final int LONGEST_LINE = 400;

    /** The value after a name that says what it is, up to the end of what can belong to it. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|passphrase|pwd|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|credentials?)"
                    + "[\\w.-]*[\"']?\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&\"'}\\])]+)");

    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)((?:bearer|basic)\\s+)[A-Za-z0-9+/=._~-]{8,}");
    private static final Pattern WEB_TOKEN =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*\\.?[A-Za-z0-9_-]*");
    private static final Pattern AWS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
    private static final Pattern PEM = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----.*");

    private LogMask() {}

    /** The line without secrets and control characters, cut where it is long. */
    static String masked(String line) {
        String text = PEM.matcher(line).replaceAll(MASK);
        text = AUTHORIZATION.matcher(text).replaceAll("$1" + MASK);
        text = WEB_TOKEN.matcher(text).replaceAll(MASK);
        text = AWS_KEY.matcher(text).replaceAll(MASK);
        text = UrlCredentials.masked(text);
        text = NAMED.matcher(text).replaceAll("$1" + MASK);
        return shown(text);
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < LONGEST_LINE; i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                shown.append("  ");
            } else if (!Character.isISOControl(c) && c != 0x2028 && c != 0x2029) {
                shown.append(c);
            }
        }
        if (shown.length() > 0 && Character.isHighSurrogate(shown.charAt(shown.length() - 1))) {
            shown.setLength(shown.length() - 1);
        }
        return shown.length() >= LONGEST_LINE - 1 ? shown + "..." : shown.toString();
    }
}
