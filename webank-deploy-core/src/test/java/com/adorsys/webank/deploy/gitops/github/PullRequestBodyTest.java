package com.adorsys.webank.deploy.gitops.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PullRequestBodyTest {
    @Test
    void a_body_that_fits_stays() {
        String text = "a".repeat(PullRequestBody.LONGEST);
        assertThat(PullRequestBody.of(text)).isSameAs(text);
    }

    @Test
    void a_longer_body_is_cut_at_a_line_with_a_remark() {
        String cut = PullRequestBody.of("- a line of text\n".repeat(5000));
        assertThat(cut)
                .hasSizeLessThanOrEqualTo(PullRequestBody.LONGEST)
                .hasSizeGreaterThan(PullRequestBody.LONGEST - 200)
                .endsWith("- a line of text\n\n_The text is too long for GitHub: 1152 lines are missing._\n");
    }

    @Test
    void code_that_is_cut_is_closed() {
        assertThat(PullRequestBody.of("text\n```diff\n" + "+ a line of text\n".repeat(5000)))
                .hasSizeLessThanOrEqualTo(PullRequestBody.LONGEST)
                .endsWith("+ a line of text\n```\n\n_The text is too long for GitHub: 1153 lines are missing._\n");
    }

    @Test
    void one_long_line_is_cut_between_characters() {
        String cut = PullRequestBody.of("x" + "\uD83D\uDE00".repeat(40_000));
        assertThat(cut)
                .hasSizeLessThanOrEqualTo(PullRequestBody.LONGEST)
                .contains("\uD83D\uDE00\n\n_The text is too long for GitHub: 1 line is missing._\n");
    }
}
