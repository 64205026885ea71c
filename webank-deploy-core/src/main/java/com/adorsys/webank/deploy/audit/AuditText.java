package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An audit as text for terminals. */
final class AuditText {
    private static final int SHORT_ID = 12;
    private static final String INDENT = "    ";

    private AuditText() {}

    static String of(Audit audit) {
        StringBuilder text = new StringBuilder();
        text.append("Audit of ").append(audit.range().repository()).append('\n');
        text.append(summary(audit)).append('\n');
        foreignStart(audit.range()).ifPresent(warning -> text.append(warning).append('\n'));
        audit.totals()
                .forEach((environment, counts) -> text.append(Printable.line(environment))
                        .append(": ")
                        .append(counts(counts))
                        .append('\n'));
        for (AuditedCommit commit : audit.commits()) {
            commit(commit, text);
        }
        List<AuditedProblem> problems = audit.problems();
        if (!problems.isEmpty()) {
            text.append("\nChecks that began or ceased to fail\n");
            problems.forEach(problem -> text.append("  ")
                    .append(period(problem))
                    .append(": ")
                    .append(problem.environment().isEmpty() ? "" : Printable.line(problem.environment()) + ": ")
                    .append(DiffText.line(problem.problem()))
                    .append('\n'));
        }
        return text.toString();
    }

    /** {@code Branch main: 3 commits since 0123456789ab; signatures: 2 good, 1 not signed}. */
    static String summary(Audit audit) {
        List<String> signatures = new ArrayList<>();
        audit.signatures().forEach((status, count) -> signatures.add(count + " " + name(status)));
        return "Branch " + audit.range().branch() + ": "
                + audit.commits().size() + (audit.commits().size() == 1 ? " commit" : " commits") + " since "
                + shortId(audit.range().since())
                + (signatures.isEmpty() ? "" : "; signatures: " + String.join(", ", signatures));
    }

    /** Why the commits may not be those that the reader expects. */
    static Optional<String> foreignStart(AuditedRange range) {
        return range.containsSince()
                ? Optional.empty()
                : Optional.of(
                        "Warning: the commit " + shortId(range.since())
                                + " is not in the history of the branch. It is of another branch, or the history was rewritten.");
    }

    static String shortId(String id) {
        return id.substring(0, Math.min(id.length(), SHORT_ID));
    }

    /** {@code NOT_VERIFIED} as {@code not verified}. */
    static String name(CommitSignature.Status status) {
        return status == CommitSignature.Status.NONE
                ? "not signed"
                : status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 2 configuration, 1 roll-out}. */
    static String counts(Map<ChangeClass, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((changeClass, count) -> parts.add(count + " " + DiffText.name(changeClass)));
        return String.join(", ", parts);
    }

    /** Since when and until when there was a problem. */
    static String period(AuditedProblem problem) {
        return problem.began().map(id -> "began in " + shortId(id)).orElse("there before")
                + problem.ceased().map(id -> ", ceased in " + shortId(id)).orElse("");
    }

    private static void commit(AuditedCommit commit, StringBuilder text) {
        text.append("\ncommit ").append(commit.id()).append('\n');
        person("Author:    ", commit.author(), text);
        person("Committer: ", commit.committer(), text);
        text.append("Signature: ").append(commit.signature().text()).append("\n\n");
        lines(commit.message(), text);
        if (!commit.merged().isEmpty()) {
            text.append("\nMerged\n");
            for (MergedCommit merged : commit.merged()) {
                text.append(INDENT)
                        .append(shortId(merged.id()))
                        .append(' ')
                        .append(merged.subject())
                        .append(" (")
                        .append(merged.author())
                        .append(")\n");
            }
        }
        text.append('\n').append(commit.diff().text());
        if (!commit.otherFiles().isEmpty()) {
            text.append("Other files\n");
            commit.otherFiles().forEach(path -> text.append(INDENT).append(path).append('\n'));
        }
    }

    private static void person(String title, CommitPerson person, StringBuilder text) {
        text.append(title).append(person).append(", ").append(person.timeText()).append('\n');
    }

    private static void lines(String message, StringBuilder text) {
        message.lines()
                .forEach(line ->
                        text.append(line.isEmpty() ? "" : INDENT).append(line).append('\n'));
    }
}
