package com.adorsys.webank.deploy.schema;

import com.adorsys.webank.deploy.core.CronSchedule;
import com.adorsys.webank.deploy.core.Names;
import java.util.Optional;
import java.util.function.Function;

/** The grammars of texts in the objects of Argo CD. */
enum ArgoText implements Function<String, Optional<String>> {
    /** The name of a Helm release. */
    RELEASE,
    /** A Go duration, or a number of seconds. */
    DURATION,
    /** A Go duration, as a sync window has it. */
    WINDOW,
    /** The name of a project's role. */
    ROLE,
    /** The five fields of cron. */
    SCHEDULE;

    // Compiled where they are used, which is seldom.
    private static final String GO_DURATION = "[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)";
    private static final String SECONDS = "[-+]?\\d{1,18}";

    @Override
    public Optional<String> apply(String text) {
        return switch (this) {
            case RELEASE -> Names.release(text);
            case DURATION ->
                complaint(
                        text.matches(GO_DURATION) || text.matches(SECONDS),
                        "write a time with its unit, as in `5s`, `3m` or `1h`");
            case WINDOW -> complaint(text.matches(GO_DURATION), "write a time with its unit, as in `30m` or `1h`");
            case ROLE ->
                complaint(
                        text.matches("[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?"),
                        "a role's name has letters, digits, - and _, and starts and ends with a letter or digit");
            case SCHEDULE -> CronSchedule.fields(text);
        };
    }

    private static Optional<String> complaint(boolean isGood, String text) {
        return isGood ? Optional.empty() : Optional.of(text);
    }
}
