package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The problems that a check finds, and the files that it checked. */
final class Findings {
    private final Map<String, Integer> files = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Undescribed undescribed = new Undescribed();

    /** Adds a file that is checked. */
    void file(String name) {
        files.putIfAbsent(name, files.size());
    }

    /** The number of files that were checked. */
    int files() {
        return files.size();
    }

    /** Adds objects whose kinds nobody describes, so that little of them is checked. */
    void undescribed(List<Manifest> manifests) {
        undescribed.addAll(manifests);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(List<Problem> more) {
        problems.addAll(more);
    }

    /** Whether a secret is reported at a place. */
    boolean hasSecretAt(Location place) {
        for (Problem problem : problems) {
            if (problem.code().equals(ProblemCodes.SECRET_VALUE)
                    && problem.location().equals(place)) {
                return true;
            }
        }
        return false;
    }

    boolean hasErrors() {
        return count(true) > 0;
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

    /** {@code 3 files, 1 error, 2 warnings}, and what was not checked. */
    String summary() {
        String summary = counted(files.size(), "file") + ", " + counted(count(true), "error") + ", "
                + counted(count(false), "warning");
        return undescribed.text().map(text -> summary + "; " + text).orElse(summary);
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
