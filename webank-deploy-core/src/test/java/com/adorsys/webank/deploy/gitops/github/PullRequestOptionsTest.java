package com.adorsys.webank.deploy.gitops.github;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PullRequestOptionsTest {
    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        assertThatThrownBy(() -> PullRequestOptions.builder()
                        .title("two\nlines")
                        .body("https://user:pass@example.com")
                        .addLabels("")
                        .addReviewers("a b", "octocat", "example/operations")
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(
                        "the title is not one line of 1 to 256 characters",
                        "the body of the pull request has a URL with credentials",
                        "`` is not a label of 1 to 50 characters",
                        "`a b` is not a user or a team")
                .hasMessageNotContainingAny("octocat` is", "operations` is", "pass@");
        assertThatThrownBy(() -> GitHubOptions.builder()
                        .timeout(Duration.ZERO)
                        .patience(Duration.ofSeconds(-1))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll("the timeout `PT0S` is not positive", "the longest wait `PT-1S` is negative");
    }
}
