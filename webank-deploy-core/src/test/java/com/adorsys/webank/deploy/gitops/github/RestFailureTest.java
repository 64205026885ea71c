package com.adorsys.webank.deploy.gitops.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each failure of GitHub's REST API becomes. */
class RestFailureTest {
    private static final String TOKEN = "ghp_secret0123";
    private static final String FIND = "get /repos/{owner}/{repo}";
    private static final String LIST = "get /repos/{owner}/{repo}/pulls";
    private static final String OPEN = "post /repos/{owner}/{repo}/pulls";
    private static final String LABEL = "post /repos/{owner}/{repo}/issues/{issue_number}/labels";
    private static final String REVIEW = "post /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
    private static final String MAKE = "post /app/installations/{installation_id}/access_tokens";
    private static final String INSTALLATION = "get /repos/{owner}/{repo}/installation";

    private final FakeTime time = new FakeTime();
    private GitHubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new GitHubServer(GitHubKeys.PAIR.getPublic(), exchange -> exchange.close());
        server.accept(TOKEN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PullRequests requests(GitHubCredentials credentials) {
        RepositoryAddress address = RepositoryAddress.parse(server.repository(), Optional.empty());
        Secrets secrets = new Secrets();
        RestFailure failure = new RestFailure(address, credentials, secrets);
        RestClient client = new RestClient(
                GitHubOptions.builder().timeout(Duration.ofMinutes(1)).build(), failure, time);
        if (credentials instanceof GitHubApp app) {
            return new PullRequests(
                    address,
                    client,
                    failure,
                    new InstallationTokens(app, address, client, failure, secrets, time).authorization());
        }
        secrets.add(TOKEN);
        return new PullRequests(address, client, failure, () -> "Bearer " + TOKEN);
    }

    private PullRequest put(GitHubCredentials credentials) {
        return requests(credentials)
                .put(
                        PullRequestOptions.builder()
                                .title("Deploy")
                                .addLabels("deployment")
                                .addReviewers("octocat", "example/operations")
                                .build(),
                        "deploy",
                        "main",
                        true);
    }

    private PullRequest put() {
        return put(GitHubCredentials.token(TOKEN));
    }

    private static GitHubApp app() {
        return GitHubCredentials.app(GitHubServer.APP, GitHubKeys.pkcs1(GitHubKeys.PAIR));
    }

    private void assertFails(Class<? extends DeployException> type, String message) {
        assertFails(GitHubCredentials.token(TOKEN), type, message);
    }

    private void assertFails(GitHubCredentials credentials, Class<? extends DeployException> type, String message) {
        assertThatThrownBy(() -> put(credentials))
                .isInstanceOf(type)
                .hasMessage(message.replace("REPOSITORY", "`" + server.repository() + "`"))
                .satisfies(e -> {
                    StringWriter trace = new StringWriter();
                    e.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain(TOKEN, "ghs_installation", "eyJ");
                });
    }

    private static String json(String message) {
        return "{\"message\":\"" + message + "\"}";
    }

    @Test
    void a_wrong_token_is_refused() {
        server.revokeAll();
        assertFails(
                Refused.class,
                "GitHub does not accept the token: it is wrong, has expired or was revoked (401). Make a new one.");
    }

    @Test
    void a_missing_permission_is_named() {
        server.plan(
                OPEN,
                403,
                Map.of("X-Accepted-GitHub-Permissions", "pull_requests=write"),
                json("Resource not accessible by personal access token"));
        assertFails(
                Refused.class,
                "a token may not open the pull request of REPOSITORY (403): the permission `pull_requests=write` is"
                        + " required. Give it to the token.");
    }

    @Test
    void a_missing_scope_is_named() {
        server.plan(
                OPEN, 403, Map.of("X-Accepted-OAuth-Scopes", "repo", "X-OAuth-Scopes", "read:org"), json("Forbidden"));
        assertFails(
                Refused.class,
                "a token may not open the pull request of REPOSITORY (403): it has the scopes `read:org`, and one of"
                        + " `repo` is required. Give it to the token.");
    }

    @Test
    void another_refusal_is_shown_without_the_token() {
        server.plan(OPEN, 403, Map.of(), json("Repository was archived so is read-only. " + TOKEN + "\\u001b[31m"));
        assertFails(
                Refused.class,
                "a token may not open the pull request of REPOSITORY (403): Repository was archived so is read-only. ***"
                        + " [31m. Check its permissions.");
    }

    @Test
    void single_sign_on_is_named_without_the_code_in_its_address() {
        server.plan(
                FIND,
                403,
                Map.of("X-GitHub-SSO", "required; url=https://github.com/orgs/example/sso?authorization_request=AZSC"),
                json("Resource protected by organization SAML enforcement"));
        assertFails(
                Refused.class,
                "the organization `example` requires single sign-on, for which the token is not authorized (403)."
                        + " Authorize it at `" + server.url()
                        + "/orgs/example/sso`, or in the settings of your tokens.");
    }

    @Test
    void a_repository_that_is_not_there_is_reported() {
        server.plan(FIND, 404, Map.of("ETag", "\"1\""), json("Not Found"));
        assertFails(
                Unavailable.class,
                "there is no repository REPOSITORY, or a token may not see it (404, when asked to read the repository)."
                        + " Check both.");
    }

    @Test
    void a_redirect_is_not_followed() {
        server.plan(
                FIND, 301, Map.of("Location", "http://other.example.com/x?token=" + TOKEN), json("Moved Permanently"));
        assertFails(
                Refused.class,
                "the repository REPOSITORY has moved or was renamed; GitHub's API redirects to"
                        + " `http://other.example.com/x?token=***`. Redirects are not followed, so that the token goes"
                        + " nowhere else: write the new address, if it can be trusted.");
        assertThat(server.requests()).containsExactly(FIND);
    }

    @Test
    void a_rate_limit_that_ends_soon_is_waited_for() {
        Instant reset = time.now().plusSeconds(20);
        server.plan(
                OPEN,
                403,
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", String.valueOf(reset.getEpochSecond())),
                json("API rate limit exceeded"));
        server.plan(OPEN, 429, Map.of("Retry-After", "7"), json("You have exceeded a secondary rate limit"));
        assertThat(put().status()).isEqualTo(PullRequest.Status.OPENED);
        assertThat(time.pauses).hasSize(2);
        assertThat(time.pauses.get(0)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(22));
        assertThat(time.pauses.get(1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_rate_limit_without_a_wait_is_not_asked_about_for_ever() {
        for (int i = 0; i < 61; i++) {
            server.plan(FIND, 429, Map.of("Retry-After", "0"), json("You have exceeded a secondary rate limit"));
        }
        assertThatThrownBy(this::put).isInstanceOf(Unavailable.class);
        assertThat(time.pauses).hasSize(60).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void a_comparison_without_numbers_is_not_taken_for_no_commits_of_others() {
        for (String answer : new String[] {"{}", "{\"commits\":[]}"}) {
            server.plan("get /repos/{owner}/{repo}/compare/{basehead}", 200, Map.of(), answer);
            assertThatThrownBy(() -> requests(GitHubCredentials.token(TOKEN)).compare("a", "b"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("GitHub's API `" + server.url() + "/api/v3` did not compare commits: its answer cannot"
                            + " be read. Check that this is the address of GitHub's REST API.");
        }
    }

    @Test
    void a_rate_limit_that_ends_late_is_reported() {
        server.plan(
                FIND,
                403,
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "4102444799"),
                json("API rate limit exceeded"));
        assertFails(
                Unavailable.class,
                "all requests to GitHub that a token may send in an hour are used up, until 2100-01-01T00:00:00Z."
                        + " Run it again then, or use a GitHub App, which may send more.");
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void a_secondary_rate_limit_that_ends_late_is_reported() {
        server.plan(FIND, 403, Map.of("Retry-After", "61"), json("You have exceeded a secondary rate limit"));
        assertThatThrownBy(this::put)
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith(
                        "GitHub refuses more requests of a token for 61 s, since there were too many in a"
                                + " short time. Run it again after ");
    }

    @Test
    void a_secondary_rate_limit_without_a_time_is_one_minute() {
        server.plan(
                FIND,
                403,
                Map.of(),
                "{\"message\":\"\",\"documentation_url\":\"https://docs.github.com/rest/using-the-rest-api/"
                        + "rate-limits-for-the-rest-api#about-secondary-rate-limits\"}");
        put();
        assertThat(time.pauses).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void a_server_that_fails_is_asked_again() {
        server.plan(FIND, 502, Map.of(), "<html>");
        server.plan(FIND, 0, Map.of(), "");
        put();
        assertThat(server.requests()).startsWith(FIND, FIND, FIND, LIST);
        assertThat(server.faults()).isEmpty();
    }

    @Test
    void a_server_that_keeps_failing_is_reported() {
        for (int i = 0; i < 3; i++) {
            server.plan(FIND, 503, Map.of(), "<html>" + TOKEN);
        }
        assertFails(
                Unavailable.class,
                "GitHub did not read the repository of REPOSITORY (503), since it failed. Check GitHub's status page, and"
                        + " run it again.");
        assertThat(server.requests()).containsExactly(FIND, FIND, FIND);
    }

    @Test
    void an_opened_pull_request_whose_answer_was_lost_is_not_opened_twice() {
        server.plan(OPEN, 502, Map.of(), "");
        assertThatThrownBy(this::put).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).containsExactly(FIND, LIST, OPEN, LIST);
    }

    @Test
    void an_answer_of_another_server_is_reported_without_its_text() {
        server.plan(FIND, 200, Map.of(), "<html>" + TOKEN);
        assertFails(
                Unavailable.class,
                "GitHub's API `" + server.url() + "/api/v3` did not read the repository: its answer cannot be read."
                        + " Check that this is the address of GitHub's REST API.");
    }

    @Test
    void an_answer_that_is_too_long_is_not_read_to_its_end() {
        server.plan(FIND, 200, Map.of(), " ".repeat((32 << 20) + 1));
        assertFails(
                Unavailable.class,
                "GitHub's API `" + server.url() + "/api/v3` did not read the repository: its answer cannot be read."
                        + " Check that this is the address of GitHub's REST API.");
        assertThat(server.requests()).containsExactly(FIND);
    }

    @Test
    void pages_after_the_first_are_not_asked_for() {
        String next = server.url() + "/api/v3/repos/" + GitHubServer.REPOSITORY + "/pulls?page=2";
        server.plan(LIST, 200, Map.of("Link", "<" + next + ">; rel=\"next\""), "[]");
        assertThat(put().status()).isEqualTo(PullRequest.Status.OPENED);
        assertThat(server.requests()).containsExactly(FIND, LIST, OPEN, LABEL, REVIEW, REVIEW);
    }

    @Test
    void credentials_that_a_long_text_is_cut_in_are_masked() {
        server.plan(
                OPEN, 403, Map.of(), json("x".repeat(270) + " https://joe:pa55word" + "w".repeat(40) + "@example.com"));
        assertFails(
                Refused.class,
                "a token may not open the pull request of REPOSITORY (403): " + "x".repeat(270)
                        + " https://***@example.com. Check its permissions.");
    }

    @Test
    void a_token_of_an_app_that_expired_long_ago_is_made_anew_each_time() {
        server.expiry = Instant.parse("0001-01-01T00:00:00Z");
        put(app());
        assertThat(server.requests()).startsWith(INSTALLATION, MAKE, FIND, INSTALLATION, MAKE, LIST);
    }

    @Test
    void no_connection_is_reported() {
        server.close();
        assertFails(
                Unavailable.class,
                "GitHub's API `" + server.url()
                        + "/api/v3` cannot be used: there is no connection to its host. Check the"
                        + " address and the network, and run it again.");
    }

    @Test
    void what_a_pull_request_does_not_allow_is_listed() {
        server.plan(
                OPEN,
                422,
                Map.of(),
                "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"PullRequest\",\"code\":\"custom\","
                        + "\"message\":\"No commits between main and deploy\"},{\"resource\":\"PullRequest\","
                        + "\"field\":\"base\",\"code\":\"invalid\"}]}");
        assertFails(
                Refused.class,
                "GitHub refused to open the pull request of REPOSITORY (422): Validation Failed; No commits between main"
                        + " and deploy; base invalid. Check the branches and what the pull request is to have.");
    }

    @Test
    void a_reviewer_who_is_no_collaborator_is_refused_and_the_pull_request_is_named() {
        server.plan(
                REVIEW, 422, Map.of(), json("Reviews may only be requested from collaborators. One or more is not."));
        assertFails(
                Refused.class,
                "the pull request 1 is open, but not complete: GitHub refused to request the reviewers of REPOSITORY"
                        + " (422): Reviews may only be requested from collaborators. One or more is not. Reviewers must"
                        + " have access to the repository, and the author of the pull request cannot review it.");
        assertThat(server.requests()).containsExactly(FIND, LIST, OPEN, LABEL, REVIEW);
    }

    @Test
    void the_key_of_another_app_is_refused() {
        GitHubApp other = GitHubCredentials.app(GitHubServer.APP, GitHubKeys.pkcs1(GitHubKeys.pair("RSA", 2048)));
        assertFails(
                other,
                Refused.class,
                "GitHub does not accept the key of the GitHub App 123456 (401). Check that the ID and the key belong to"
                        + " the same App, and that the key was not deleted.");
    }

    @Test
    void a_wrong_clock_is_named() {
        time.now = Instant.now().minusSeconds(3600);
        assertThatThrownBy(() -> put(app()))
                .isInstanceOf(Refused.class)
                .hasMessageMatching(
                        "GitHub does not accept the key of the GitHub App 123456 \\(401\\). The clock of this"
                                + " machine differs from GitHub's by -3[56]\\d\\d s: set it\\.");
    }

    @Test
    void a_suspended_installation_is_named() {
        server.suspended = true;
        assertFails(
                app(),
                Refused.class,
                "the installation of the GitHub App 123456 for REPOSITORY is suspended. Ask an owner of it to unsuspend"
                        + " it in its settings.");
    }

    @Test
    void an_app_that_is_not_installed_is_named() {
        server.plan(INSTALLATION, 404, Map.of(), json("Not Found"));
        assertFails(
                app(),
                Refused.class,
                "the GitHub App 123456 is not installed for the repository REPOSITORY, or there is no such repository"
                        + " (404). Check the address, and install the App.");
        server.plan("get /app/installations/{installation_id}", 404, Map.of(), json("Not Found"));
        assertFails(
                app().withInstallation(7),
                Refused.class,
                "GitHub knows no installation 7 of the GitHub App 123456 (404). Check the number in the settings of the"
                        + " App's installations.");
    }

    @Test
    void an_installation_without_the_repository_is_named() {
        server.plan(
                MAKE,
                422,
                Map.of(),
                json("There is at least one repository that does not exist or is not accessible to the parent"
                        + " installation."));
        assertFails(
                app(),
                Refused.class,
                "GitHub refused to make a token for the App of REPOSITORY (422): There is at least one repository that"
                        + " does not exist or is not accessible to the parent installation. Add the repository to the"
                        + " App's installation.");
    }

    @Test
    void a_token_of_an_app_is_renewed_before_it_expires() {
        PullRequests requests = requests(app());
        requests.find("deploy", "main", PullRequest.Status.UNCHANGED);
        assertThat(server.requests()).containsExactly(INSTALLATION, MAKE, FIND, LIST);
        time.pass(Duration.ofMinutes(50));
        requests.find("deploy", "main", PullRequest.Status.UNCHANGED);
        assertThat(server.requests()).containsExactly(LIST);
        server.revokeAll();
        time.pass(Duration.ofMinutes(6));
        requests.find("deploy", "main", PullRequest.Status.UNCHANGED);
        assertThat(server.requests()).containsExactly(INSTALLATION, MAKE, LIST);
        assertThat(server.faults()).isEmpty();
    }

    @Test
    void a_revoked_token_of_an_app_is_replaced_once() {
        PullRequests requests = requests(app());
        requests.find("deploy", "main", PullRequest.Status.UNCHANGED);
        server.revokeAll();
        server.requests();
        requests.find("deploy", "main", PullRequest.Status.UNCHANGED);
        assertThat(server.requests()).containsExactly(LIST, INSTALLATION, MAKE, LIST);
        server.plan(LIST, 401, Map.of(), json("Bad credentials"));
        server.plan(LIST, 401, Map.of(), json("Bad credentials"));
        assertThatThrownBy(() -> requests.find("deploy", "main", PullRequest.Status.UNCHANGED))
                .isInstanceOf(Refused.class)
                .hasMessage("GitHub does not accept the token that it made for the GitHub App 123456: it may have been"
                        + " revoked (401). Run it again.");
    }
}
