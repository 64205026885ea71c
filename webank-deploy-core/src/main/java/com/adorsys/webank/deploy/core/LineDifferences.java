package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, by a longest common subsequence. */
public final class LineDifferences {
    /** Above this number of comparisons the lines between the first and the last difference all count as different. */
    private static final long MOST_COMPARED = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();
    private int first;

    /**
     * A line that only one of the texts has.
     *
     * @param isRemoved whether it is in the first text; otherwise it is in the second
     * @param number its number in its text, 1 for the first
     */
    public record Line(boolean isRemoved, int number, String text) {}

    private LineDifferences(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The lines that were removed and added, in the order of the texts. */
    public static List<Line> between(String before, String after) {
        LineDifferences differences =
                new LineDifferences(List.of(before.split("\n", -1)), List.of(after.split("\n", -1)));
        differences.compare();
        return List.copyOf(differences.lines);
    }

    private void compare() {
        int oldEnd = before.size();
        int newEnd = after.size();
        while (first < oldEnd && first < newEnd && before.get(first).equals(after.get(first))) {
            first++;
        }
        while (oldEnd > first && newEnd > first && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
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
                    && before.get(i).equals(after.get(j));
            if (same) {
                i++;
                j++;
            } else if (i < oldEnd
                    && (j == newEnd
                            || common.length == 0
                            || common[i - first + 1][j - first] >= common[i - first][j - first + 1])) {
                lines.add(new Line(true, i + 1, before.get(i)));
                i++;
            } else {
                lines.add(new Line(false, j + 1, after.get(j)));
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
                common[i][j] = before.get(first + i).equals(after.get(first + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
