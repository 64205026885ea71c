package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.Location;
import org.jspecify.annotations.Nullable;

/** The text of a lock file, whose images are replaced where they stand. What it gives must be read again. */
final class LockText {
    private final String text;

    LockText(String text) {
        this.text = text;
    }

    /** The text with another value for the key at a location; null if there is no value on its line. */
    @Nullable
    String replace(Location key, String value) {
        int start = start(key);
        int colon = start < 0 ? -1 : text.indexOf(':', afterToken(start));
        if (colon < 0) {
            return null;
        }
        int from = colon + 1;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int to = afterToken(from);
        return to == from ? null : text.substring(0, from) + value + text.substring(to);
    }

    /** The text with one more line. */
    String append(String key, String value) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String before = text.isEmpty() || text.endsWith("\n") ? text : text + end;
        return before + key + ": " + value + end;
    }

    private int start(Location key) {
        int at = 0;
        for (int line = 1; line < key.line(); line++) {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        int start = at + key.column() - 1;
        return key.line() > 0 && start < text.length() ? start : -1;
    }

    /** The end of the quoted or plain text that starts here. */
    private int afterToken(int start) {
        char quote = start < text.length() ? text.charAt(start) : ' ';
        if (quote == '"' || quote == '\'') {
            return text.indexOf(quote, start + 1) + 1;
        }
        int end = start;
        while (end < text.length() && !endsPlain(text, end)) {
            end++;
        }
        return end;
    }

    /** A colon ends a plain text only before a blank. */
    private static boolean endsPlain(String text, int at) {
        char c = text.charAt(at);
        return c == ':'
                ? at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))
                : Character.isWhitespace(c) || c == ',' || c == '}' || c == ']';
    }
}
