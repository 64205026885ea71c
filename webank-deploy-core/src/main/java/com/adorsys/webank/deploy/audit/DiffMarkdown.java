package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestDiff.Action;
import java.util.List;

/** A difference as Markdown. All that comes from manifests is in code spans, where nothing is markup or mentions. */
final class DiffMarkdown {
    private DiffMarkdown() {}

    static String of(ConfigurationDiff diff) {
        StringBuilder text = new StringBuilder();
        if (diff.isEmpty()) {
            text.append(DiffText.NOTHING).append('\n');
        }
        for (EnvironmentDiff environment : diff.environments()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("### ")
                    .append(code(environment.name()))
                    .append("\n\n")
                    .append(DiffText.counts(environment.objects()))
                    .append(".\n\n");
            for (ManifestDiff.Change change : environment.objects().changes()) {
                object(change, text);
            }
            problems("New problems", environment.began(), text);
            problems("Resolved problems", environment.ceased(), text);
        }
        problems("Files that cannot be read", diff.problems(), text);
        problems("Files that could not be read before", diff.resolvedProblems(), text);
        return text.toString();
    }

    private static void object(ManifestDiff.Change change, StringBuilder text) {
        text.append("- ")
                .append(verb(change.action()))
                .append(' ')
                .append(code(change.id().toString()));
        if (change.action() != Action.CREATED) {
            text.append(": **").append(DiffText.name(change.changeClass())).append("**");
        }
        text.append('\n');
        for (Difference difference : change.differences()) {
            text.append("  - ").append(code(difference.toString()));
            if (difference.changeClass() != change.changeClass()) {
                text.append(" (")
                        .append(DiffText.name(difference.changeClass()))
                        .append(')');
            }
            text.append('\n');
        }
    }

    static String verb(Action action) {
        return switch (action) {
            case CREATED -> "create";
            case CHANGED -> "change";
            case DELETED -> "delete";
            case UNCHANGED -> "keep";
        };
    }

    private static void problems(String title, List<Problem> problems, StringBuilder text) {
        if (!problems.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(title).append(":\n\n");
            for (Problem problem : problems) {
                text.append("- ").append(code(problem.toString())).append('\n');
            }
        }
    }

    /** A code span, with a fence that is longer than any run of backticks in the text. */
    static String code(String text) {
        String line = Printable.of(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + line + fence : fence + " " + line + " " + fence;
    }
}
