package com.adorsys.webank.deploy.manifest;

/** Writes a tree on one line for diffs, truncated to 100 characters. The text is not YAML and is never read back. */
final class TreeText {
    private static final int LONGEST = 100;
    private static final String CUT = "...";

    private TreeText() {}

    /** {@code "text"}, {@code 3}, {@code {name: "a", ports: [80]}}; truncated to 100 characters. */
    static String of(Tree tree) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        return cut(text);
    }

    /** A string in double quotes, with escapes, truncated to 100 characters. */
    static String quote(String value) {
        StringBuilder text = new StringBuilder();
        quote(value, text);
        return cut(text);
    }

    private static String cut(StringBuilder text) {
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        int end = LONGEST - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        return text.append(CUT).toString();
    }

    /** Writes until the text is too long; the rest would be truncated. */
    private static void write(Tree tree, StringBuilder text) {
        if (tree instanceof MapTree map) {
            text.append('{');
            for (int i = 0; i < map.size() && text.length() <= LONGEST; i++) {
                text.append(i == 0 ? "" : ", ").append(map.keyAt(i)).append(": ");
                write(map.valueAt(i), text);
            }
            text.append('}');
        } else if (tree instanceof ListTree list) {
            text.append('[');
            for (int i = 0; i < list.size() && text.length() <= LONGEST; i++) {
                text.append(i == 0 ? "" : ", ");
                write(list.get(i), text);
            }
            text.append(']');
        } else if (tree instanceof ScalarTree scalar) {
            if (scalar.isString()) {
                quote(scalar.text(), text);
            } else {
                text.append(scalar.text());
            }
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length() && text.length() <= LONGEST; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c >= 127 && c < 160 || c == '\u2028' || c == '\u2029') {
                        String hex = Integer.toHexString(c);
                        text.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
