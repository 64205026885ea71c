package com.adorsys.webank.deploy.documents;

import java.nio.charset.StandardCharsets;

/** The text of a file that is not valid YAML, and what it looks like nevertheless. Immutable. */
final class UnreadText {
    private final String text;

    private UnreadText(String text) {
        this.text = text;
    }

    static UnreadText of(byte[] bytes) {
        return new UnreadText(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Whether it names an API version, or has a key {@code kind}; a text that does not has no object, and is that of another tool. */
    boolean hasType() {
        if (text.contains("apiVersion")) {
            return true;
        }
        String key = "kind";
        for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
            if (startsKey(at) && endsKey(at + key.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean startsKey(int at) {
        return at == 0 || " \t\n\r\"'{,".indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean endsKey(int at) {
        int end = at;
        while (end < text.length() && " \t\"'".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ':';
    }

    /**
     * Whether it has lines that only a template has. Objects of Argo have values with braces that are not those of a template: there a
     * missing quote is what is wrong.
     */
    boolean isTemplate() {
        for (String line : text.split("\n")) {
            String stripped = line.stripLeading();
            if (stripped.startsWith("{{") || stripped.startsWith("{%")) {
                return true;
            }
        }
        return !text.contains("ApplicationSet")
                && (text.contains(" {{ .")
                        || text.contains(" {{.")
                        || text.contains(" {{- ")
                        || text.contains(" {{$.")
                        || !text.contains("argoproj.io") && hasPlaceholder());
    }

    /** Whether the value of a key is just a name in braces, as in {@code replicas: {{replicas}}}. */
    private boolean hasPlaceholder() {
        String start = ": {{";
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            int begin = skipSpaces(at + start.length());
            int end = begin;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            if (end > begin && text.startsWith("}}", skipSpaces(end))) {
                return true;
            }
        }
        return false;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
    }

    /** How long the text is; it may have secrets. */
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
