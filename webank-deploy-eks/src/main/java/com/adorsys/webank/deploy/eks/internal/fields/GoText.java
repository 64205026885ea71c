package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;

/** Strings in double quotes as the API server, a Go program, writes them, and back. */
final class GoText {
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"";
    private static final String LETTERS = "abfnrtv\\\"";

    private GoText() {}

    /** A scalar as a path shows it: strings in quotes, all else plain. */
    static String of(Tree value) {
        if (value instanceof ScalarTree scalar) {
            return scalar.isString() ? quote(scalar.text()) : scalar.text();
        }
        return value.describe();
    }

    /** A string in quotes, with what cannot be seen as escapes. */
    static String quote(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> {
            int escape = ESCAPED.indexOf(c);
            if (escape >= 0) {
                text.append('\\').append(LETTERS.charAt(escape));
            } else if (isShown(c)) {
                text.appendCodePoint(c);
            } else if (c < 0x80) {
                text.append(String.format("\\x%02x", c));
            } else if (c < 0x10000) {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append(String.format("\\U%08x", c));
            }
        });
        return text.append('"').toString();
    }

    /**
     * Where a string that begins in quotes ends.
     *
     * @param from where its first quote is
     * @return the place after its last quote; -1 if that is missing
     */
    static int end(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '"') {
            return -1;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The string that a text in quotes says. An escape that is none is left as it is. */
    static String unquote(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        int last = quoted.length() - 1;
        int i = 1;
        while (i < last) {
            char c = quoted.charAt(i);
            if (c != '\\' || i + 1 >= last) {
                text.append(c);
                i++;
                continue;
            }
            char escape = quoted.charAt(i + 1);
            int letter = LETTERS.indexOf(escape);
            int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
            int point = digits == 0 ? -1 : point(quoted, i + 2, Math.min(last, i + 2 + digits), digits);
            if (letter >= 0) {
                text.append(ESCAPED.charAt(letter));
                i += 2;
            } else if (point >= 0) {
                text.appendCodePoint(point);
                i += 2 + digits;
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }

    private static int point(String text, int from, int to, int digits) {
        if (to - from != digits) {
            return -1;
        }
        int point = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || point > Character.MAX_CODE_POINT >> 4) {
                return -1;
            }
            point = point << 4 | digit;
        }
        return point;
    }

    /** Go's idea of what can be printed: letters, marks, numbers, punctuation, symbols and the plain space. */
    private static boolean isShown(int c) {
        if (c < 0x80) {
            return c >= ' ' && c < 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
