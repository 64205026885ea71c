package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import java.util.Locale;

/** A difference as text for terminals. */
final class DiffText {
    static final String NOTHING = "No object changes.";

    private DiffText() {}

    static String of(ConfigurationDiff diff) {
        StringBuilder text = new StringBuilder();
        if (diff.isEmpty()) {
            text.append(NOTHING).append('\n');
        }
        for (EnvironmentDiff environment : diff.environments()) {
            text.append(environment.name())
                    .append(": ")
                    .append(counts(environment.objects()))
                    .append('\n');
            environment
                    .objects()
                    .text()
                    .lines()
                    .forEach(
                            line -> text.append("  ").append(Printable.of(line)).append('\n'));
            for (Problem problem : environment.began()) {
                text.append("  new ").append(line(problem)).append('\n');
            }
            for (Problem problem : environment.ceased()) {
                text.append("  resolved ").append(line(problem)).append('\n');
            }
        }
        for (Problem problem : diff.problems()) {
            text.append(line(problem)).append('\n');
        }
        for (Problem problem : diff.resolvedProblems()) {
            text.append("resolved ").append(line(problem)).append('\n');
        }
        return text.toString();
    }

    /** A problem on one line, without control characters. */
    static String line(Problem problem) {
        return Printable.of(problem.toString());
    }

    /** {@code 1 created, 2 changed, 0 deleted; at worst roll-out}. */
    static String counts(ManifestDiff objects) {
        return objects.created().size() + " created, " + objects.changed().size() + " changed, "
                + objects.deleted().size() + " deleted; "
                + objects.changeClass().summary();
    }

    /** {@code ROLL_OUT} as {@code roll-out}. */
    static String name(ChangeClass changeClass) {
        return changeClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
