package com.adorsys.webank.deploy.assertions;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with some context; short enough for the message of a failure. */
final class TextDiff {
    private static final int CONTEXT = 2;
    private static final int MOST_LINES = 40;
    /** Above this number of pairs of lines, everything between the equal start and end is shown as one change. */
    private static final long MOST_PAIRS = 4_000_000;

    private TextDiff() {}

    /**
     * Lines to show below a heading: {@code -} and a removed line, {@code +} and an added line, two spaces and an equal
     * line. In texts of manifests each group starts with {@code @@} and the object that it is in.
     */
    static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.equals(now)) {
            return "\n  (only the ends of lines differ)";
        }
        List<String> script = script(old, now);
        List<String> shown = new ArrayList<>();
        List<String> objects = objects(script);
        String object = "";
        int last = -1;
        for (int i = 0; i < script.size(); i++) {
            if (!isNearChange(script, i)) {
                continue;
            }
            if (shown.size() == MOST_LINES) {
                shown.add("... and more");
                break;
            }
            if (last >= 0 && i > last + 1) {
                shown.add("...");
            }
            if (!objects.get(i).isEmpty() && !objects.get(i).equals(object)) {
                object = objects.get(i);
                shown.add("@@ " + object);
            }
            shown.add(script.get(i));
            last = i;
        }
        return Texts.lines(shown);
    }

    /** For each line the object whose document it is in, such as {@code Deployment/webank-obs}; empty for none. */
    private static List<String> objects(List<String> script) {
        List<String> objects = new ArrayList<>(script.size());
        int start = 0;
        for (int i = 1; i <= script.size(); i++) {
            if (i == script.size() || script.get(i).startsWith("---", 2)) {
                String object = object(script.subList(start, i));
                while (objects.size() < i) {
                    objects.add(object);
                }
                start = i;
            }
        }
        return objects;
    }

    private static String object(List<String> document) {
        String kind = "";
        boolean inMetadata = false;
        for (String line : document) {
            String text = line.substring(2);
            if (text.startsWith("kind: ") && kind.isEmpty()) {
                kind = text.substring("kind: ".length());
            } else if (inMetadata && text.startsWith("  name: ")) {
                return kind + "/" + text.substring("  name: ".length());
            }
            inMetadata = text.startsWith(" ") ? inMetadata : text.equals("metadata:");
        }
        return kind;
    }

    private static boolean isNearChange(List<String> script, int index) {
        int to = Math.min(script.size() - 1, index + CONTEXT);
        for (int i = Math.max(0, index - CONTEXT); i <= to; i++) {
            if (script.get(i).charAt(0) != ' ') {
                return true;
            }
        }
        return false;
    }

    /** Every line of both texts with its sign. */
    private static List<String> script(List<String> old, List<String> now) {
        int start = 0;
        int shorter = Math.min(old.size(), now.size());
        while (start < shorter && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> script = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            script.add("  " + old.get(i));
        }
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), script);
        for (int i = old.size() - end; i < old.size(); i++) {
            script.add("  " + old.get(i));
        }
        return script;
    }

    private static void middle(List<String> old, List<String> now, List<String> script) {
        int[][] common = (long) old.size() * now.size() > MOST_PAIRS ? new int[0][0] : common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean both = common.length > 0 && i < old.size() && j < now.size();
            if (both && old.get(i).equals(now.get(j))) {
                script.add("  " + old.get(i));
                i++;
                j++;
            } else if (i < old.size() && (!both || common[i + 1][j] >= common[i][j + 1])) {
                script.add("- " + old.get(i++));
            } else {
                script.add("+ " + now.get(j++));
            }
        }
    }

    /** From each pair of lines on, the length of the longest common subsequence of the rest of both texts. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
