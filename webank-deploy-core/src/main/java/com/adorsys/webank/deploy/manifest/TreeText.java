package com.adorsys.webank.deploy.manifest;

/** Writes a tree on one line for diffs, truncated to 100 characters. The text is not YAML and is never read back. */
final class TreeText {
    private static final int LONGEST = 100;
    private static final String CUT = "...";
    /** How much of what is equal is shown before a difference. */
    private static final int SHOWN_BEFORE = 20;

    private TreeText() {}

    /** {@code "text"}, {@code 3}, {@code {name: "a", ports: [80]}}; truncated to 100 characters. */
    static String of(Tree tree) {
        return cut(text(tree, LONGEST));
    }

    /**
     * {@code 1 -> 3}, each truncated to 100 characters. If that is the same text twice, both are shown from shortly before the first
     * difference.
     */
    static String change(Tree before, Tree after) {
        String one = of(before);
        String other = of(after);
        if (one.equals(other) && one.endsWith(CUT) && !before.equals(after)) {
            StringBuilder whole = text(before, Integer.MAX_VALUE);
            StringBuilder changed = text(after, Integer.MAX_VALUE);
            int from = firstDifference(whole, changed) - SHOWN_BEFORE;
            one = CUT + cut(whole.delete(0, from));
            other = CUT + cut(changed.delete(0, from));
        }
        return one + " -> " + other;
    }

    private static int firstDifference(StringBuilder one, StringBuilder other) {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i > SHOWN_BEFORE && Character.isLowSurrogate(one.charAt(i - SHOWN_BEFORE)) ? i - 1 : i;
    }

    private static StringBuilder text(Tree tree, int longest) {
        StringBuilder text = new StringBuilder();
        write(tree, text, longest);
        return text;
    }

    /** A string in double quotes, with escapes, truncated to 100 characters. */
    static String quote(String value) {
        StringBuilder text = new StringBuilder();
        quote(value, text, LONGEST);
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
    private static void write(Tree tree, StringBuilder text, int longest) {
        if (tree instanceof MapTree map) {
            text.append('{');
            for (int i = 0; i < map.size() && text.length() <= longest; i++) {
                text.append(i == 0 ? "" : ", ").append(map.keyAt(i)).append(": ");
                write(map.valueAt(i), text, longest);
            }
            text.append('}');
        } else if (tree instanceof ListTree list) {
            text.append('[');
            for (int i = 0; i < list.size() && text.length() <= longest; i++) {
                text.append(i == 0 ? "" : ", ");
                write(list.get(i), text, longest);
            }
            text.append(']');
        } else if (tree instanceof ScalarTree scalar) {
            if (scalar.isString()) {
                quote(scalar.text(), text, longest);
            } else {
                text.append(scalar.text());
            }
        }
    }

    private static void quote(String value, StringBuilder text, int longest) {
        text.append('"');
        for (int i = 0; i < value.length() && text.length() <= longest; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> visible(c, text);
            }
        }
        text.append('"');
    }

    /** A line of a text without quotes, with escapes for what is not visible, truncated to 200 characters. */
    static String line(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length() && text.length() <= 2 * LONGEST; i++) {
            if (line.charAt(i) == '\t') {
                text.append('\t');
            } else {
                visible(line.charAt(i), text);
            }
        }
        return text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST - CUT.length()) + CUT : text.toString();
    }

    private static void visible(char c, StringBuilder text) {
        if (c == '\r') {
            text.append("\\r");
        } else if (c < ' ' || c >= 127 && c < 160 || c == '\u2028' || c == '\u2029') {
            String hex = Integer.toHexString(c);
            text.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
        } else {
            text.append(c);
        }
    }
}
