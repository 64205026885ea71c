package com.adorsys.webank.deploy.dsl.migration;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comments of a method: what is said of values, each above the setting that it is about. */
final class Notes {
    private static final int WIDTH = 120 - "// ".length();
    private static final int INDENT_OF_SETTING = 16;
    static final int INDENT_OF_STATEMENT = 8;

    /** The texts by the first key of the value that they are about. */
    private final Map<String, List<String>> texts = new LinkedHashMap<>();

    /**
     * Adds a problem of a value.
     *
     * @param path the value's path in the values
     * @param key its first key in the section of the method
     */
    void add(String path, String key, Problem problem) {
        add(key, (path.isEmpty() ? "" : path + ": ") + problem.what() + ". " + problem.remedy() + ".");
    }

    void add(String key, String text) {
        texts.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
    }

    /** The lines of comments for a setting, which no other setting gets. */
    List<String> take(String keys) {
        List<String> lines = new ArrayList<>();
        for (String key : keys.split(" ")) {
            List<String> found = texts.remove(key);
            for (String text : found == null ? List.<String>of() : found) {
                wrap(text, INDENT_OF_SETTING, lines);
            }
        }
        return lines;
    }

    /** The lines that no setting took. */
    List<String> rest() {
        List<String> lines = new ArrayList<>();
        for (List<String> found : texts.values()) {
            for (String text : found) {
                wrap(text, INDENT_OF_STATEMENT, lines);
            }
        }
        texts.clear();
        return lines;
    }

    /** Adds a text as lines that are not too long, if its words allow that. */
    private static void wrap(String text, int indent, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : comment(text).split(" ")) {
            if (line.length() > 0 && indent + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /** A text in which nothing ends a comment, and no backslash begins a character of Java's source. */
    private static String comment(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                safe.append("\\\\");
            } else if (c >= ' ' && c <= '~' || Character.isLetterOrDigit(c)) {
                safe.append(c);
            } else {
                safe.append('?');
            }
        }
        return safe.toString().replaceAll(" +", " ").strip();
    }
}
