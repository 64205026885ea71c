package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a check finds, and in which files it looked. */
final class Findings {
    private final Map<String, Integer> files = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Notes that a file is looked at. */
    void file(String name) {
        files.putIfAbsent(name, files.size());
    }

    /** How many files were looked at. */
    int files() {
        return files.size();
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    boolean hasErrors() {
        return count(true) > 0;
    }

    /** The problems by file, in the order in which files were looked at, and by place; those of no file come first. */
    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt((Problem problem) ->
                        files.getOrDefault(problem.location().file().orElse(""), -1))
                .thenComparingInt(problem -> problem.location().line())
                .thenComparingInt(problem -> problem.location().column()));
        return sorted;
    }

    /** {@code 3 files, 1 error, 2 warnings}. */
    String summary() {
        return counted(files.size(), "file") + ", " + counted(count(true), "error") + ", "
                + counted(count(false), "warning");
    }

    private int count(boolean errors) {
        int count = 0;
        for (Problem problem : problems) {
            count += problem.isError() == errors ? 1 : 0;
        }
        return count;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
