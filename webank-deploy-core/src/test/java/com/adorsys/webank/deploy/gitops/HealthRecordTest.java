package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthRecordTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant TIME = Instant.parse("2026-11-28T10:00:00.5Z");

    @Test
    void its_text_is_read_back() {
        HealthRecord record =
                new HealthRecord("argocd/webank-dev", COMMIT, List.of("b/b@sha256:1", "a/a:1", "a/a:1"), TIME);

        assertThat(record.text()).isEqualTo("""
                Application: argocd/webank-dev
                Revision: 0123456789abcdef0123456789abcdef01234567
                Time: 2026-11-28T10:00:00Z
                Image: a/a:1
                Image: b/b@sha256:1
                """);
        assertThat(HealthRecord.parse(COMMIT, record.text())).contains(record);
        assertThat(HealthRecord.parse(COMMIT, "More\n" + record.text() + "\nSigned-off-by: Jane\n"))
                .contains(record);
        assertThat(record).hasToString("argocd/webank-dev was healthy at " + COMMIT);
    }

    @Test
    void another_text_is_not_a_record() {
        assertThat(HealthRecord.parse(COMMIT, "")).isEmpty();
        assertThat(HealthRecord.parse(COMMIT, "Image: a/a:1\n")).isEmpty();
        assertThat(HealthRecord.parse(COMMIT, "Application: a/b\nTime: yesterday\nImage: a/a:1\n"))
                .isEmpty();
    }

    @Test
    void each_text_has_one_line() {
        assertThatThrownBy(() -> new HealthRecord("a\nImage: b", "main", List.of("c\nImage: d", " "), TIME))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.location().toString())
                                .containsExactly(
                                        "record.revision", "record.application", "record.images", "record.images"));
    }
}
