package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "0 22 * * 1-5",
                "*/15 0-23/2 1,15 ? SUN",
                "5/10 0 31 jan-Dec mon,FRI",
                "CRON_TZ=Europe/Berlin 0 6 * * *",
                "  0\t0 1 1 0 "
            })
    void has_five_fields(String schedule) {
        assertThat(CronSchedule.fields(schedule)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 * * * * | the minute from 0 to 59",
                "a * * * * | the minute from 0 to 59",
                "0 24 * * * | the hour from 0 to 23",
                "0 5-1 * * * | the hour from 0 to 23",
                "0 */0 * * * | the hour from 0 to 23",
                "0 0 0 * * | the day from 1 to 31",
                "0 0 1- * * | the day from 1 to 31",
                "0 0 1 13 * | the month from 1 to 12 or as `jan` to `dec`",
                "0 0 1 january * | the month from 1 to 12 or as `jan` to `dec`",
                "0 0 * * 7 | the day of the week from 0 to 6 or as `sun` to `sat`",
                "0 0 * * -1 | the day of the week from 0 to 6 or as `sun` to `sat`"
            })
    void names_the_field_that_is_wrong(String schedule, String field) {
        assertThat(CronSchedule.fields(schedule)).hasValue("write " + field + ", `*`, a range, a list or a step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "0 * * * * *", "@daily", "TZ=Europe/Berlin"})
    void needs_all_fields(String schedule) {
        assertThat(CronSchedule.fields(schedule))
                .hasValue("write the five fields of cron: minute, hour, day, month and day of the week");
    }

    @Test
    void may_be_a_name_for_kubernetes() {
        assertThat(CronSchedule.fieldsOrName("@daily")).isEmpty();
        assertThat(CronSchedule.fieldsOrName("@every 1h")).isEmpty();
        assertThat(CronSchedule.fieldsOrName("0 0 * * *")).isEmpty();
        assertThat(CronSchedule.fieldsOrName("@dayly")).isPresent();
    }
}
