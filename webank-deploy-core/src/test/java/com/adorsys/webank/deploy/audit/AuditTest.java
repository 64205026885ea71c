package com.adorsys.webank.deploy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.tree.FileTree;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final CommitPerson JANE =
            CommitPerson.of("Jane Doe", "jane@example.com", OffsetDateTime.parse("2026-11-28T10:00:00+01:00"));
    private static final String TOKEN = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

    private static String configMap(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  namespace: webank
                data:
                  key: "%s"
                """.formatted(name, value);
    }

    /** A ConfigMap that a check finds a problem in. */
    private static String wrong() {
        return configMap("a", "1") + "wrong: 1\n";
    }

    private static FileTree tree(String... pathsAndTexts) {
        FileTree.Builder tree = FileTree.builder("environments/dev");
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return tree.build();
    }

    private static FileTree tree(String value) {
        return tree("environments/dev/a.yaml", configMap("a", value));
    }

    private static String id(int number) {
        return Integer.toHexString(number).repeat(40).substring(0, 40);
    }

    /** A commit of these files. */
    private record Commit(
            String id,
            CommitPerson author,
            String message,
            FileTree tree,
            List<MergedCommit> merged,
            List<String> changed)
            implements CommitSource {
        Commit(int number, String message, FileTree tree) {
            this(AuditTest.id(number), JANE, message, tree, List.of(), List.of());
        }

        @Override
        public CommitPerson committer() {
            return JANE;
        }

        @Override
        public Optional<byte[]> signature() {
            return Optional.empty();
        }

        @Override
        public byte[] signedContent() {
            return new byte[0];
        }

        @Override
        public SortedSet<String> changedFiles() {
            return new TreeSet<>(changed);
        }

        @Override
        public TreeSource files() {
            return tree.source();
        }
    }

    private static Audit audit(FileTree start, Commit... commits) {
        return audit(List.of(), start, commits);
    }

    private static Audit audit(List<String> environments, FileTree start, Commit... commits) {
        AuditBuilder builder = AuditBuilder.of(environments, Checks.all(), CommitVerifier.of(AllowedSigners.none()));
        try {
            builder.start(start.source());
            for (Commit commit : commits) {
                builder.add(commit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build(AuditedRange.of("https://example.com/x", "main", id(commits.length), id(0)));
    }

    @Nested
    class Contents {
        private final Audit audit = audit(
                tree("1"),
                new Commit(1, "Break it\n\nBecause.\n", tree("environments/dev/a.yaml", wrong())),
                new Commit(2, "Mend it, and change it", tree("2")),
                new Commit(
                        id(3),
                        JANE,
                        "Merge",
                        tree("2"),
                        List.of(MergedCommit.of(id(4), JANE, "Tell")),
                        List.of("README.md", "environments/dev/a.yaml")));

        @Test
        void says_who_when_and_what_newest_first() {
            assertThat(audit.text()).isEqualTo("""
                    Audit of https://example.com/x
                    Branch main: 3 commits since 000000000000; signatures: 3 not signed
                    environments/dev: 2 configuration

                    commit 3333333333333333333333333333333333333333
                    Author:    Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Committer: Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Signature: not signed

                        Merge

                    Merged
                        444444444444 Tell (Jane Doe <jane@example.com>)

                    No object changes.
                    Other files
                        README.md
                        environments/dev/a.yaml

                    commit 2222222222222222222222222222222222222222
                    Author:    Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Committer: Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Signature: not signed

                        Mend it, and change it

                    environments/dev: 0 created, 1 changed, 0 deleted; no pod restarts
                      ~ ConfigMap/webank/a (CONFIGURATION)
                          data.key: "1" -> "2"
                          wrong: 1 -> (none)
                      resolved error UNKNOWN_KEY ConfigMap/webank/a.wrong: PROBLEM

                    commit 1111111111111111111111111111111111111111
                    Author:    Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Committer: Jane Doe <jane@example.com>, 2026-11-28T10:00:00+01:00
                    Signature: not signed

                        Break it

                        Because.

                    environments/dev: 0 created, 1 changed, 0 deleted; no pod restarts
                      ~ ConfigMap/webank/a (CONFIGURATION)
                          wrong: (none) -> 1
                      new error UNKNOWN_KEY ConfigMap/webank/a.wrong: PROBLEM

                    Checks that began or ceased to fail
                      began in 111111111111, ceased in 222222222222: environments/dev: error UNKNOWN_KEY ConfigMap/webank/a.wrong: PROBLEM
                    """.replace("PROBLEM", problem()));
        }

        private String problem() {
            return audit.problems().get(0).problem().what() + ". "
                    + audit.problems().get(0).problem().remedy() + ".";
        }

        @Test
        void counts_objects_by_environment_and_effect() {
            assertThat(audit.totals())
                    .containsExactly(Map.entry("environments/dev", Map.of(ChangeClass.CONFIGURATION, 2)));
        }

        @Test
        void a_file_that_cannot_be_read_is_a_problem_until_it_can() {
            Audit unreadable = audit(
                    tree("1"),
                    new Commit(1, "Conflict", tree("environments/dev/a.yaml", "<<<<<<< HEAD\n")),
                    new Commit(2, "Mend it", tree("1")));

            assertThat(unreadable.problems()).hasSize(1).first().satisfies(problem -> {
                assertThat(problem.environment()).isEmpty();
                assertThat(problem.problem().code()).isEqualTo("NOT_A_MANIFEST");
                assertThat(problem.began()).contains(id(1));
                assertThat(problem.ceased()).contains(id(2));
            });
            assertThat(unreadable.text()).contains("\nresolved environments/dev/a.yaml:1:1: error NOT_A_MANIFEST");
        }

        @Test
        void an_environment_is_selected_by_its_name_and_must_be_one() {
            assertThat(audit(List.of("dev"), tree("1"), new Commit(1, "Two", tree("2")))
                            .totals())
                    .containsOnlyKeys("environments/dev");
            assertThatThrownBy(() -> audit(List.of("dve"), tree("1"), new Commit(1, "Two", tree("2"))))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("none of the commits has an environment `dve`");
        }

        @Test
        void without_commits_there_is_nothing() {
            Audit none = audit(tree("1"));

            assertThat(none.text())
                    .isEqualTo("Audit of https://example.com/x\nBranch main: 0 commits since 000000000000\n");
            assertThat(none.html())
                    .contains("<p>There are no commits.</p>", "<p>No object changes.</p>", "<p>None.</p>");
        }

        @Test
        void a_foreign_start_is_told() {
            AuditBuilder builder = AuditBuilder.of(List.of(), Checks.of(), CommitVerifier.of(AllowedSigners.none()));

            Audit audit =
                    builder.build(AuditedRange.of("r", "main", id(1), id(0)).withForeignStart());

            String warning = "Warning: the commit 000000000000 is not in the history of the branch. It is of another"
                    + " branch, or the history was rewritten.";
            assertThat(audit.text()).contains("\n" + warning + "\n");
            assertThat(audit.html()).contains("<p class=\"warning\">" + warning + "</p>");
            assertThat(audit.json()).contains("\"containsSince\":false");
        }
    }

    /** Texts of strangers, each in every place where there is one. */
    @Nested
    class Strangers {
        private static final String MARKUP = "</pre><script>alert(1)</script>&amp;<img src=x onerror='a'>\"";

        private static Audit withEverywhere(String text) {
            String value = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return audit(
                    tree("1"),
                    new Commit(
                            id(1),
                            CommitPerson.of(text, text, JANE.time()),
                            text + "\n\n" + text,
                            tree("environments/dev/a.yaml", configMap("a", value)),
                            List.of(MergedCommit.of(id(2), CommitPerson.of(text, text, JANE.time()), text)),
                            List.of(text + "/README.md")));
        }

        @Test
        void markup_is_escaped_everywhere() {
            String html = withEverywhere(MARKUP).html();

            assertThat(html).doesNotContain("<script", "<img", "</pre><", "onerror='");
            assertThat(html.split("&lt;script&gt;alert\\(1\\)&lt;/script&gt;", -1).length - 1)
                    .as(
                            "subject twice, message twice, author three times, e-mail twice, merge three times, file, value")
                    .isGreaterThanOrEqualTo(12);
        }

        @Test
        void control_characters_and_those_that_reverse_text_are_replaced() {
            Audit audit = withEverywhere("a\u001b[31m\u202eb\u0000\u200b\u2028c");

            for (String output : List.of(audit.text(), audit.html())) {
                assertThat(output)
                        .doesNotContain("\u001b", "\u202e", "\u0000", "\u200b", "\u2028")
                        .contains("a?[31m?b");
            }
        }

        @Test
        void tokens_and_credentials_are_masked_in_every_form() {
            List<String> secrets = new ArrayList<>(List.of(
                    TOKEN,
                    "github_pat_11ABCDEFG0123456789_abcdefghijklmnop",
                    "ghs_0123456789abcdefghijABCDEFGHIJ012345",
                    "gho_0123456789abcdefghijABCDEFGHIJ012345",
                    "glpat-0123456789abcdefghij",
                    "xoxb-0123456789-abcdefghij",
                    "AKIA0123456789ABCDEF"));
            for (String secret : secrets) {
                assertMasked(secret, "see " + secret + ", now");
                assertMasked(secret, "x" + secret);
            }
            assertMasked("pa55word", "see https://joe:pa55word@example.com/x");
        }

        @Test
        void private_keys_are_masked_with_all_their_lines() {
            String begin = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\n";
            String end = "-----END OPENSSH " + "PRIVATE KEY-----";

            assertMasked("b3BlbnNzaC1rZXk", "key:\n" + begin + "b3BlbnNzaC1rZXk\n" + end + "\nend");
            assertMasked("b3BlbnNzaC1rZXk", begin + "b3BlbnNzaC1rZXk");
        }

        private static void assertMasked(String secret, String text) {
            Audit audit = withEverywhere(text);
            for (String output : List.of(
                    audit.text(),
                    audit.json(),
                    audit.html(),
                    audit.commits().toString(),
                    audit.commits().get(0).message(),
                    audit.commits().get(0).merged().toString(),
                    audit.commits().get(0).otherFiles().toString(),
                    audit.commits().get(0).author().toString())) {
                assertThat(output).doesNotContain(secret);
            }
            assertThat(audit.text()).contains("***");
        }
    }

    @Nested
    class Page {
        private final String html =
                audit(tree("1"), new Commit(1, "Two", tree("2"))).html();

        @Test
        void runs_no_script_and_loads_nothing() {
            assertThat(html)
                    .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n")
                    .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                            + " 'unsafe-inline'\">")
                    .doesNotContain("<script", "src=\"", "url(", "@import", "<link");
        }

        @Test
        void links_lead_to_commits_of_the_page() {
            assertThat(html).contains("<a href=\"#c-" + id(1) + "\">", "<article id=\"c-" + id(1) + "\">");
        }

        @Test
        void says_effects_in_words() {
            assertThat(html)
                    .contains(
                            "<summary>change <code>ConfigMap/webank/a</code> <span class=\"badge configuration\">configuration</span>",
                            "<li><code>data.key: &quot;1&quot; -&gt; &quot;2&quot;</code></li>");
        }

        @Test
        void equal_audits_are_equal_bytes() {
            Audit again = audit(tree("1"), new Commit(1, "Two", tree("2")));

            assertThat(again.html()).isEqualTo(html);
        }
    }
}
