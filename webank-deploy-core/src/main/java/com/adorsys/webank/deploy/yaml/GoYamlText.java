package com.adorsys.webank.deploy.yaml;

/**
 * A text in the form in which snakeyaml-engine reads it as go-yaml does. Stand-ins take the place of characters that the two read
 * differently, one for one, so that every place stays where it is.
 *
 * <ul>
 *   <li>A colon belongs to a plain text unless a blank follows it, also between brackets: {@code [fd00::, b:]} is a list of two texts.
 *   <li>A tab separates a key, a tag or an anchor from its value.
 *   <li>The escapes {@code \L} and {@code \P} are line and paragraph separators.
 * </ul>
 *
 * <p>See <a href="https://github.com/yaml/go-yaml/blob/v2/scannerc.go">go-yaml's scanner</a>.
 */
final class GoYamlText {
    private static final char FIRST_PRIVATE = '\uE000';
    private static final char LAST_PRIVATE = '\uF8FF';
    /** How many characters are read again at most, since each tab and escape starts the text anew. */
    private static final int MOST_READ_AGAIN = 64 * 1024 * 1024;

    private final StringBuilder text;
    private char colon;
    private char backslash;
    private int readAgain;

    GoYamlText(String original) {
        text = new StringBuilder(original);
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == ':' && isFlow(text.charAt(i + 1)) && isPlain(text.charAt(i - 1))) {
                colon = colon == 0 ? standIn() : colon;
                if (colon != 0) {
                    text.setCharAt(i, colon);
                }
            }
        }
    }

    private static boolean isFlow(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /** Whether a colon after a character continues a plain text. After a quote or a bracket it ends a key. */
    private static boolean isPlain(char c) {
        return c > ' ' && c != '"' && c != '\'' && !isFlow(c);
    }

    /** A character that is not in the text; 0 if there is none. */
    private char standIn() {
        String taken = text.toString();
        for (char c = FIRST_PRIVATE; c <= LAST_PRIVATE; c++) {
            if (taken.indexOf(c) < 0 && c != colon && c != backslash) {
                return c;
            }
        }
        return 0;
    }

    String text() {
        return text.toString();
    }

    /** A scalar as the author wrote it. */
    String restored(String scalar) {
        String restored = colon == 0 ? scalar : scalar.replace(colon, ':');
        if (backslash != 0 && restored.indexOf(backslash) >= 0) {
            restored = restored.replace(backslash + "L", "\u2028").replace(backslash + "P", "\u2029");
        }
        return restored;
    }

    /**
     * Replaces what snakeyaml-engine refused, if go-yaml takes it.
     *
     * @param index where it is
     * @return whether the text is to be read again
     */
    boolean mend(int index) {
        if (index <= 0 || index >= text.length() || readAgain > MOST_READ_AGAIN) {
            return false;
        }
        readAgain += text.length();
        char c = text.charAt(index);
        if (c == '\t' && !mayStartKey(index)) {
            text.setCharAt(index, ' ');
            return true;
        }
        if ((c == 'L' || c == 'P') && text.charAt(index - 1) == '\\') {
            backslash = backslash == 0 ? standIn() : backslash;
            if (backslash != 0) {
                text.setCharAt(index - 1, backslash);
                return true;
            }
        }
        return false;
    }

    /** Whether only blanks and the indicators {@code -}, {@code ?} and {@code :} are before a place in its line. */
    private boolean mayStartKey(int index) {
        for (int i = index - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '-' && c != '?' && c != ':') {
                return false;
            }
        }
        return true;
    }
}
