package com.adorsys.webank.deploy.tree;

import com.adorsys.webank.deploy.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines in which an edited file differs from the generated one, on one line, for a problem. */
final class LineDiff {
    private static final int MOST_SHOWN = 10;
    /** Above this number of comparisons the lines between the first and the last difference all count as different. */
    private static final long MOST_COMPARED = 4_000_000;

    private final List<String> edited;
    private final List<String> generated;
    private final List<String> shown = new ArrayList<>();
    private int first;
    private int differences;

    private LineDiff(List<String> edited, List<String> generated) {
        this.edited = edited;
        this.generated = generated;
        compare();
    }

    /** Compares two texts. */
    static LineDiff between(byte[] edited, byte[] generated) {
        return new LineDiff(lines(edited), lines(generated));
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    }

    /** The first line of the edited text that differs, 1 for the first. */
    int line() {
        return first + 1;
    }

    /**
     * The differences, {@code line 12 `-replicas: 5`, line 12 `+replicas: 2`}: what the edit added with a minus, since
     * writing removes it. The lines of a Secret are not shown.
     */
    String text() {
        if (isSecret(edited) || isSecret(generated)) {
            return differences + (differences == 1 ? " line differs" : " lines differ")
                    + ", which are not shown since the file contains a Secret";
        }
        String more = differences > shown.size() ? ", and " + (differences - shown.size()) + " more lines" : "";
        return String.join(", ", shown) + more;
    }

    private static boolean isSecret(List<String> lines) {
        for (String line : lines) {
            if (line.replaceAll("[\"'\\s]", "").contains("kind:Secret")) {
                return true;
            }
        }
        return false;
    }

    private void compare() {
        int oldEnd = edited.size();
        int newEnd = generated.size();
        while (first < oldEnd && first < newEnd && edited.get(first).equals(generated.get(first))) {
            first++;
        }
        while (oldEnd > first && newEnd > first && edited.get(oldEnd - 1).equals(generated.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        int[][] common = common(oldEnd, newEnd);
        int i = first;
        int j = first;
        while (i < oldEnd || j < newEnd) {
            boolean same = common.length > 0
                    && i < oldEnd
                    && j < newEnd
                    && edited.get(i).equals(generated.get(j));
            if (same) {
                i++;
                j++;
            } else if (i < oldEnd
                    && (j == newEnd
                            || common.length == 0
                            || common[i - first + 1][j - first] >= common[i - first][j - first + 1])) {
                add(i, '-', edited.get(i));
                i++;
            } else {
                add(j, '+', generated.get(j));
                j++;
            }
        }
    }

    /** The lengths of the longest common subsequences of what follows each pair of lines; empty if there are too many. */
    private int[][] common(int oldEnd, int newEnd) {
        int rows = oldEnd - first;
        int columns = newEnd - first;
        if ((long) rows * columns > MOST_COMPARED) {
            return new int[0][];
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = edited.get(first + i).equals(generated.get(first + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void add(int line, char sign, String text) {
        differences++;
        if (shown.size() < MOST_SHOWN) {
            shown.add("line " + (line + 1) + " " + Problem.quote(sign + text));
        }
    }
}
