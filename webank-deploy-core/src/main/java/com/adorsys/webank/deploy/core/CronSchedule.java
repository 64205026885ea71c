package com.adorsys.webank.deploy.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The grammar of cron schedules, as a check that returns the broken rule, as those of {@link Names} do.
 *
 * <p>It is that of <a href="https://pkg.go.dev/github.com/robfig/cron/v3">robfig/cron</a>, which Kubernetes and Argo CD use:
 * the day of the week ends with 6, and 0 is Sunday.
 */
public final class CronSchedule {
    private static final List<String> NAMED =
            List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");

    private enum Field {
        MINUTE(0, 59, "the minute from 0 to 59", List.of()),
        HOUR(0, 23, "the hour from 0 to 23", List.of()),
        DAY(1, 31, "the day from 1 to 31", List.of()),
        MONTH(
                1,
                12,
                "the month from 1 to 12 or as `jan` to `dec`",
                List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
        WEEKDAY(
                0,
                6,
                "the day of the week from 0 to 6 or as `sun` to `sat`",
                List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

        private final int least;
        private final int most;
        private final String rule;
        private final List<String> names;

        Field(int least, int most, String rule, List<String> names) {
            this.least = least;
            this.most = most;
            this.rule = rule;
            this.names = names;
        }

        private boolean allows(String list) {
            StringTokenizer ranges = new StringTokenizer(list, ",");
            boolean good = true;
            while (ranges.hasMoreTokens()) {
                good &= isRange(ranges.nextToken());
            }
            return good;
        }

        /** Whether a text is {@code *}, a value, or two values with {@code -}, and perhaps a step after {@code /}. */
        private boolean isRange(String text) {
            int slash = text.indexOf('/');
            String range = slash < 0 ? text : text.substring(0, slash);
            if (slash >= 0 && number(text.substring(slash + 1)) < 1) {
                return false;
            }
            int dash = range.indexOf('-');
            String first = dash < 0 ? range : range.substring(0, dash);
            if (first.equals("*") || first.equals("?")) {
                return true;
            }
            int from = value(first);
            int to = dash < 0 ? from : value(range.substring(dash + 1));
            return from >= least && from <= to && to <= most;
        }

        private int value(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            return name < 0 ? number(text) : least + name;
        }

        /** A number without a sign; -1 for another text. */
        private static int number(String text) {
            boolean good = !text.isEmpty() && text.length() < 10;
            for (int i = 0; i < text.length(); i++) {
                good &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
            }
            return good ? Integer.parseInt(text) : -1;
        }
    }

    private CronSchedule() {}

    /** Five fields, perhaps after {@code CRON_TZ=} and a time zone: {@code 0 22 * * mon-fri}. */
    public static Optional<String> fields(String schedule) {
        String text = schedule.strip();
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            text = text.substring(Math.max(0, text.indexOf(' ')));
        }
        StringTokenizer fields = new StringTokenizer(text);
        if (fields.countTokens() != Field.values().length) {
            return Optional.of("write the five fields of cron: minute, hour, day, month and day of the week");
        }
        for (Field field : Field.values()) {
            if (!field.allows(fields.nextToken())) {
                return Optional.of("write " + field.rule + ", `*`, a range, a list or a step");
            }
        }
        return Optional.empty();
    }

    /** {@link #fields}, or a name such as {@code @daily}, or {@code @every} with a time. */
    public static Optional<String> fieldsOrName(String schedule) {
        if (NAMED.contains(schedule) || schedule.startsWith("@every ")) {
            return Optional.empty();
        }
        return schedule.startsWith("@")
                ? Optional.of("write a name such as `@hourly`, `@daily` or `@weekly`, or the five fields of cron")
                : fields(schedule);
    }
}
