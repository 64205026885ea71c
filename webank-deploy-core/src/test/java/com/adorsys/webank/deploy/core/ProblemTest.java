package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void is_one_line() {
        Location location = Location.of("values.yaml", 3, 5, "obs.replicas");

        assertThat(Problem.error("TYPE_MISMATCH", location, "`x` is a map", "give a number"))
                .hasToString("values.yaml:3:5: error TYPE_MISMATCH obs.replicas: `x` is a map. Give a number.");
        assertThat(Problem.warning("IMAGE_LATEST", Location.of(""), "what", "remedy"))
                .hasToString("warning IMAGE_LATEST: what. Remedy.");
    }

    @Test
    void is_written_without_its_severity_where_that_is_known() {
        Location location = Location.of("values.yaml", 3, 5, "obs.replicas");

        assertThat(Problem.warning("REPLICAS_ONE", location, "what", "remedy").withoutSeverity())
                .isEqualTo("values.yaml:3:5: REPLICAS_ONE obs.replicas: what. Remedy.");
    }

    @Test
    void is_equal_by_its_parts() {
        EqualsVerifier.forClass(Problem.class).verify();
        EqualsVerifier.forClass(Location.class).verify();
    }

    @Nested
    class Quoting {
        @Test
        void puts_a_value_in_backticks() {
            assertThat(Problem.quote("nginx:1")).isEqualTo("`nginx:1`");
            assertThat(Problem.quote("")).isEqualTo("``");
            assertThat(Problem.quote("\u00e9\u4e2d\ud83d\ude00")).isEqualTo("`\u00e9\u4e2d\ud83d\ude00`");
        }

        @Test
        void escapes_what_would_break_the_line_or_cannot_be_seen() {
            assertThat(Problem.quote("a\nb\tc\r`\u0000\u001b[31m\u2028\u202e\ufeff\ud800"))
                    .isEqualTo("`a\\nb\\tc\\r\\`\\u0000\\u001b[31m\\u2028\\u202e\\ufeff\\ud800`");
        }

        @Test
        void cuts_a_long_value() {
            assertThat(Problem.quote("a".repeat(80))).isEqualTo("`" + "a".repeat(80) + "`");
            assertThat(Problem.quote("a".repeat(81))).isEqualTo("`" + "a".repeat(77) + "...`");
            String image = "ghcr.io/owner/name:1.0@sha256:" + "a".repeat(64);
            assertThat(Problem.quoteImage(image)).isEqualTo("`" + image + "`");
            assertThat(Problem.quoteImage("a".repeat(513))).isEqualTo("`" + "a".repeat(509) + "...`");
        }
    }

    @Property
    void a_quoted_value_is_one_short_line(@ForAll String value) {
        assertThat(Problem.quote(value))
                .startsWith("`")
                .endsWith("`")
                .doesNotContain("\n", "\r")
                .hasSizeLessThanOrEqualTo(80 * 6 + 2);
    }
}
