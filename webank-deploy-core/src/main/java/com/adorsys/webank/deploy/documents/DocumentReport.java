package com.adorsys.webank.deploy.documents;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.manifest.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What {@link DocumentChecks} found in documents, and which files were checked. Immutable. */
public final class DocumentReport {
    private final List<Problem> problems;
    private final List<String> notes;
    private final List<String> files;
    private final Map<String, Integer> checked;
    private final Map<String, Integer> passedOver;
    private final SortedMap<String, Integer> undescribed;
    private final Map<SeverityRule, List<Problem>> applied;

    private DocumentReport(Builder builder) {
        this.problems = builder.sorted();
        this.applied = Collections.unmodifiableMap(new LinkedHashMap<>(builder.findings.applied()));
        this.files = List.copyOf(builder.checkedFiles);
        this.notes = List.copyOf(builder.notes);
        this.checked = Collections.unmodifiableMap(new LinkedHashMap<>(builder.checked));
        this.passedOver = Collections.unmodifiableMap(new LinkedHashMap<>(builder.passedOver));
        this.undescribed = Collections.unmodifiableSortedMap(new TreeMap<>(builder.undescribed));
    }

    /** Errors and warnings, by file in the order in which they were checked, then by line; those without a file come first. */
    public List<Problem> problems() {
        return problems;
    }

    /** Those of the {@link #problems} that are errors. */
    public List<Problem> errors() {
        return of(Severity.ERROR);
    }

    /** Those of the {@link #problems} that are warnings. */
    public List<Problem> warnings() {
        return of(Severity.WARNING);
    }

    private List<Problem> of(Severity severity) {
        List<Problem> some = new ArrayList<>();
        for (Problem problem : problems) {
            if (problem.severity() == severity) {
                some.add(problem);
            }
        }
        return Collections.unmodifiableList(some);
    }

    /** What a reader should know although it is not a problem, such as the chart that values were taken for; each with its file. */
    public List<String> notes() {
        return notes;
    }

    /** The problems that each rule waived or gave another severity, as they were without it. */
    public Map<SeverityRule, List<Problem>> applied() {
        return applied;
    }

    /** A line for each rule that was applied: how many problems, what became of them, and why. */
    public List<String> rules() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<SeverityRule, List<Problem>> entry : applied.entrySet()) {
            SeverityRule rule = entry.getKey();
            String place = rule.place().position();
            lines.add((place.isEmpty() ? "" : place + ": ")
                    + counted(entry.getValue().size(), "problem")
                    + " by the rule " + rule);
        }
        return lines;
    }

    /** The names of the files that were checked, in this order. */
    public List<String> files() {
        return files;
    }

    /** How many files were checked, by what they are: {@code manifests}. A file counts once, by its first document. */
    public Map<String, Integer> checked() {
        return checked;
    }

    /** How many files were passed over, by what they are: {@code Helm templates}. */
    public Map<String, Integer> passedOver() {
        return passedOver;
    }

    /**
     * How many objects there are of each kind that nobody describes, so that only their metadata was checked: {@code `Shop`
     * of `example.com/v1`}.
     */
    public SortedMap<String, Integer> undescribed() {
        return undescribed;
    }

    /**
     * Throws if there are errors; returns if there are only warnings.
     *
     * @throws DeployException.InvalidInput with every error, and without the warnings
     */
    public void throwIfErrors() {
        DeployException.InvalidInput.throwIfErrors(errors());
    }

    /** One line: how many files were checked and passed over, of what they are, and how many problems there are. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        int errors = 0;
        for (Problem problem : problems) {
            errors += problem.isError() ? 1 : 0;
        }
        text.append(counted(sum(checked), "file"))
                .append(", ")
                .append(counted(errors, "error"))
                .append(", ")
                .append(counted(problems.size() - errors, "warning"));
        if (checked.size() > 1 || !checked.isEmpty() && !passedOver.isEmpty()) {
            text.append("; checked: ").append(listed(checked));
        }
        if (!passedOver.isEmpty()) {
            text.append("; passed over: ").append(listed(passedOver));
        }
        if (!undescribed.isEmpty()) {
            text.append("; of ")
                    .append(counted(sum(undescribed), "object"))
                    .append(" only the metadata was checked: ")
                    .append(String.join(", ", undescribed.keySet()));
        }
        return text.toString();
    }

    private static int sum(Map<String, Integer> counts) {
        int sum = 0;
        for (int count : counts.values()) {
            sum += count;
        }
        return sum;
    }

    /** {@code manifests (3), Helm templates (2)}. */
    private static String listed(Map<String, Integer> counts) {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            texts.add(entry.getKey() + " (" + entry.getValue() + ")");
        }
        return String.join(", ", texts);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** The summary. */
    @Override
    public String toString() {
        return summary();
    }

    /**
     * Problems by file, then by line and column.
     *
     * @param files the position of each file, by name
     */
    private record Order(Map<String, Integer> files) implements Comparator<Problem> {
        @Override
        public int compare(Problem one, Problem other) {
            int byFile = Integer.compare(file(one), file(other));
            int byLine = byFile != 0
                    ? byFile
                    : Integer.compare(one.location().line(), other.location().line());
            return byLine != 0
                    ? byLine
                    : Integer.compare(one.location().column(), other.location().column());
        }

        private int file(Problem problem) {
            return files.getOrDefault(problem.location().file().orElse(""), -1);
        }
    }

    /** Collects what a run finds. */
    static final class Builder {
        private final Map<String, Integer> files = new HashMap<>();
        private final Findings findings;
        private final List<String> checkedFiles = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final Map<String, Integer> checked = new LinkedHashMap<>();
        private final Map<String, Integer> passedOver = new LinkedHashMap<>();
        private final Map<String, Integer> undescribed = new HashMap<>();

        Builder(Findings findings) {
            this.findings = findings;
        }

        /** Adds a file, whose problems follow those of the files before. */
        void file(String name) {
            files.putIfAbsent(name, files.size());
        }

        void checked(Sort sort, DocumentFile file) {
            checkedFiles.add(file.name());
            checked.put(sort.name(), checked.getOrDefault(sort.name(), 0) + 1);
        }

        void passedOver(Sort sort) {
            passedOver.put(sort.name(), passedOver.getOrDefault(sort.name(), 0) + 1);
        }

        /** Adds a problem that no rule is about. */
        void add(Problem problem) {
            findings.add(problem, null, null);
        }

        /** Adds a problem of a file. */
        void add(Problem problem, DocumentFile file) {
            findings.add(problem, null, file);
        }

        void addAll(List<Problem> more, DocumentFile file) {
            for (Problem problem : more) {
                add(problem, file);
            }
        }

        /** Adds a problem of an object. */
        void add(Problem problem, Manifest manifest, DocumentFile file) {
            findings.add(problem, manifest, file);
        }

        void note(String line) {
            notes.add(line);
        }

        void undescribed(List<Manifest> manifests) {
            for (Manifest manifest : manifests) {
                undescribed.merge(
                        Problem.quote(manifest.kind()) + " of " + Problem.quote(manifest.apiVersion()),
                        1,
                        Integer::sum);
            }
        }

        private List<Problem> sorted() {
            List<Problem> sorted = findings.problems();
            if (sorted.size() > 1) {
                sorted.sort(new Order(files));
            }
            return Collections.unmodifiableList(sorted);
        }

        DocumentReport build() {
            return new DocumentReport(this);
        }
    }
}
