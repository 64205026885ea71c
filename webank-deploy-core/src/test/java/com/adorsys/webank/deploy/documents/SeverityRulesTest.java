package com.adorsys.webank.deploy.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityRulesTest {
    /** An error of the server, and a warning. */
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: NAME, namespace: bank}
            type: 1
            stringData: {password: hunter2}
            """;

    @TempDir
    Path folder;

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DocumentReport check(DocumentChecks checks) {
        return checks.check(List.of(DocumentSource.of("all", folder)));
    }

    private static DocumentChecks on(String day) {
        return DocumentChecks.all().withClock(Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private static List<String> found(DocumentReport report) {
        return report.problems().stream()
                .map(problem ->
                        problem.location().position() + " " + problem.severity().text() + " " + problem.code())
                .toList();
    }

    @Test
    void a_text_has_all_parts() {
        SeverityRule rule =
                SeverityRule.parse("IMAGE_TAG error of Deployment/bank/a in prod/** until 2027-01-31: never: moves");

        assertThat(rule.code()).isEqualTo("IMAGE_TAG");
        assertThat(rule.severity()).contains(Severity.ERROR);
        assertThat(rule.until()).contains(LocalDate.of(2027, 1, 31));
        assertThat(rule.reason()).isEqualTo("never: moves");
        assertThat(rule).hasToString("IMAGE_TAG error of Deployment/bank/a in prod/** until 2027-01-31: never: moves");
        assertThat(SeverityRule.parse("* waived: why").severity()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "IMAGE_TAG waived",
                "IMAGE_TAG: why",
                "IMAGE_TAG waived: ",
                "image waived: why",
                "IMAGE_TAG off: why",
                "IMAGE_TAG waived on a: why",
                "IMAGE_TAG waived of Deployment: why",
                "IMAGE_TAG waived until tomorrow: why",
                "IMAGE_TAG waived in [: why",
                "IMAGE_TAG waived in: why"
            })
    void another_text_is_refused(String text) {
        assertThatThrownBy(() -> SeverityRule.parse(text))
                .isInstanceOfSatisfying(
                        DeployException.InvalidInput.class,
                        e -> assertThat(e.problems())
                                .isNotEmpty()
                                .allSatisfy(
                                        problem -> assertThat(problem.code()).isEqualTo("WAIVER_INVALID")));
    }

    @Test
    void a_rule_of_the_caller_changes_severities_and_is_shown_with_its_reason() {
        DocumentReport report = DocumentChecks.all()
                .plusRule(SeverityRule.parse("WRONG_TYPE warning of Secret/bank/a: soon"))
                .plusRule(SeverityRule.parse("SECRET_VALUE waived: a test"))
                .check("a.yaml", SECRET.replace("NAME", "a") + "---\n" + SECRET.replace("NAME", "b"));

        assertThat(found(report)).containsExactly("a.yaml:4:1 warning WRONG_TYPE", "a.yaml:10:1 error WRONG_TYPE");
        assertThat(report.rules())
                .containsExactlyInAnyOrder(
                        "1 problem by the rule WRONG_TYPE warning of Secret/bank/a: soon",
                        "2 problems by the rule SECRET_VALUE waived: a test");
        assertThat(report.applied().values())
                .allSatisfy(changed -> assertThat(changed)
                        .allSatisfy(problem -> assertThat(problem.code()).isIn("WRONG_TYPE", "SECRET_VALUE")));
    }

    @Test
    void a_rule_of_an_annotation_is_for_its_object() {
        String annotated = SECRET.replace(
                "namespace: bank",
                "namespace: bank, annotations: {deploy.webank.adorsys.com/check.WRONG_TYPE: 'waived until 2026-03-01: soon'}");
        String text = annotated.replace("NAME", "a") + "---\n" + SECRET.replace("NAME", "b");
        DocumentChecks only = on("2026-03-01").plusRule(SeverityRule.parse("SECRET_VALUE waived: a test"));

        assertThat(found(only.check("a.yaml", text))).containsExactly("a.yaml:10:1 error WRONG_TYPE");
        assertThat(only.check("a.yaml", text).rules())
                .contains(
                        "a.yaml:3:52: 1 problem by the rule WRONG_TYPE waived of Secret/bank/a until 2026-03-01: soon");
        assertThat(found(on("2026-03-02")
                        .plusRule(SeverityRule.parse("SECRET_VALUE waived: a test"))
                        .check("a.yaml", text)))
                .containsExactly(
                        "a.yaml:3:52 warning WAIVER_EXPIRED",
                        "a.yaml:4:1 error WRONG_TYPE",
                        "a.yaml:10:1 error WRONG_TYPE");
        assertThat(found(only.check("a.yaml", text.replace("'waived", "'gone"))))
                .contains("a.yaml:3:52 error WAIVER_INVALID");
    }

    @Test
    void rules_of_a_file_are_for_files_in_its_folder_and_below_inner_ones_first() throws IOException {
        file("a.yaml", SECRET.replace("NAME", "a"));
        file("old/b.yaml", SECRET.replace("NAME", "b"));
        file("old/deep/c.yaml", SECRET.replace("NAME", "c"));
        file("old/deep/d.yaml", "a: [");
        file(".webank-deploy.yaml", """
                rules:
                - {code: "*", severity: waived, path: old/**, reason: to be replaced}
                - {code: SECRET_VALUE, severity: error, reason: never}
                - {code: IMAGE_TAGS, severity: error, until: "2030-01-01", reason: never}
                """);
        file(
                "old/deep/.webank-deploy.yaml",
                "rules: [{code: WRONG_TYPE, severity: warning, object: Secret/c, reason: known}]\n");

        DocumentReport report = check(on("2026-03-01"));

        assertThat(found(report))
                .containsExactly(
                        "all/.webank-deploy.yaml:4:3 warning WAIVER_UNUSED",
                        "all/a.yaml:4:1 error WRONG_TYPE",
                        "all/a.yaml:5:14 error SECRET_VALUE",
                        "all/old/deep/c.yaml:4:1 warning WRONG_TYPE");
        assertThat(report.problems())
                .extracting(Problem::toString)
                .contains(
                        "all/.webank-deploy.yaml:4:3: warning WAIVER_UNUSED rules[2]: the rule `IMAGE_TAGS error until 2030-01-01` changes nothing: the checks find no such problem. Did you mean `IMAGE_TAG`? If not, remove the rule.");
    }

    @Test
    void a_file_of_rules_is_checked_itself() throws IOException {
        file("a.yaml", "a: b\n");
        file(".webank-deploy.yaml", """
                rule: []
                rules:
                - {code: image, severity: hide, pathh: a, reason: ""}
                - {code: 1, until: never}
                - text
                """);

        assertThat(check(DocumentChecks.all()).problems())
                .extracting(problem -> problem.code() + " " + problem.location().path())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_KEY rule",
                        "UNKNOWN_KEY rules[0].pathh",
                        "WAIVER_INVALID rules[0].code",
                        "WAIVER_INVALID rules[0].severity",
                        "WAIVER_INVALID rules[0].reason",
                        "WRONG_TYPE rules[1].code",
                        "MISSING_KEY rules[1]",
                        "MISSING_KEY rules[1]",
                        "WAIVER_INVALID rules[1].until",
                        "WRONG_TYPE rules[2]");
    }
}
