package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problems of files that are read, and the order of these files. */
final class Findings {
    private final Map<String, Integer> files = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Adds a file that is read. */
    void file(String name) {
        files.putIfAbsent(name, files.size());
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** The problems by file, in the order in which files were checked, and by line; those without a file come first. */
    List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt((Problem problem) ->
                        files.getOrDefault(problem.location().file().orElse(""), -1))
                .thenComparingInt(problem -> problem.location().line())
                .thenComparingInt(problem -> problem.location().column()));
        return sorted;
    }
}
