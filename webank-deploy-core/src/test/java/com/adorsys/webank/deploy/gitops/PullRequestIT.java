package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.Conflict;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.gitops.BranchHistory.Comparison;
import com.adorsys.webank.deploy.gitops.github.GitHubCredentials;
import com.adorsys.webank.deploy.gitops.github.GitHubKeys;
import com.adorsys.webank.deploy.gitops.github.GitHubRepository;
import com.adorsys.webank.deploy.gitops.github.GitHubServer;
import com.adorsys.webank.deploy.gitops.github.GitHubServer.Pull;
import com.adorsys.webank.deploy.gitops.github.Proposal;
import com.adorsys.webank.deploy.gitops.github.PullRequest;
import com.adorsys.webank.deploy.gitops.github.PullRequestOptions;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests: commits by git over HTTP, the rest by a server of this test. What that does not prove is in {@link GitHubServer}. */
class PullRequestIT {
    private static final String TOKEN = "ghp_secret0123";

    @TempDir
    Path folder;

    private Git remote;
    private GitHubServer server;

    @BeforeEach
    void start() throws IOException {
        Path repository = folder.resolve(GitHubServer.REPOSITORY);
        Files.createDirectories(repository.getParent());
        remote = Git.bareWith(repository, "README.md", "of others\n");
        remote.run("config", "http.receivepack", "true");
        server = new GitHubServer(GitHubKeys.PAIR.getPublic(), folder);
        server.accept(TOKEN);
        server.history = (base, head) -> new Comparison(count(base, head), count(head, base));
    }

    @AfterEach
    void stop() {
        assertThat(server.faults()).isEmpty();
        server.close();
        remote.check();
    }

    private int count(String without, String with) {
        return Integer.parseInt(
                remote.run("rev-list", "--count", without + ".." + with).strip());
    }

    private Proposal propose(String text) {
        return propose(GitHubCredentials.token(TOKEN), text, request());
    }

    private static PullRequestOptions request() {
        return PullRequestOptions.builder()
                .title("Deploy webank")
                .body("- one object changes\n")
                .addLabels("deployment")
                .addReviewers("octocat", "example/operations")
                .build();
    }

    private Proposal propose(GitHubCredentials credentials, String text, PullRequestOptions request) {
        PublishOptions options = Git.options().withBranch("deploy").withStartingFrom("main");
        FileTree tree = FileTree.builder("dev").put("dev/a.yaml", text).build();
        try (GitHubRepository github = GitHubRepository.open(server.repository(), credentials)) {
            return github.propose(request, options, head -> GitContent.of(tree));
        }
    }

    private String head(String branch) {
        return remote.run("rev-parse", branch).strip();
    }

    private void commitTo(String branch, String path, String text) {
        Git clone = remote.cloneTo(remote.sibling("clone"));
        clone.run("checkout", "--quiet", branch);
        clone.write(path, text);
        clone.run("add", "--all");
        clone.run("commit", "--quiet", "-m", "By somebody else");
        clone.run("push", "--quiet", "origin", branch);
    }

    @Test
    void a_change_is_proposed() {
        Proposal proposal = propose("a: 1\n");
        assertThat(proposal).hasToString("https://github.example.com/example/deployment/pull/1 was opened");
        assertThat(proposal.pullRequest().orElseThrow().status()).isEqualTo(PullRequest.Status.OPENED);
        Pull pull = server.pulls.get(0);
        assertThat(pull.title).isEqualTo("Deploy webank");
        assertThat(pull.body).isEqualTo("- one object changes\n");
        assertThat(pull.head + " into " + pull.base).isEqualTo("deploy into main");
        assertThat(pull.labels).containsExactly("deployment");
        assertThat(pull.reviewers).containsExactly("octocat");
        assertThat(pull.teams).containsExactly("operations");
        assertThat(pull.draft).isFalse();
        assertThat(head("deploy^")).isEqualTo(remote.head());
        assertThat(remote.entries("deploy")).containsKeys("README.md", "dev/a.yaml");
        assertThat(remote.entries("main")).containsOnlyKeys("README.md");
    }

    @Test
    void a_second_run_changes_nothing() {
        propose("a: 1\n");
        String commit = head("deploy");
        server.requests();
        assertThat(propose("a: 1\n")).hasToString("https://github.example.com/example/deployment/pull/1 is up to date");
        assertThat(head("deploy")).isEqualTo(commit);
        assertThat(server.requests()).containsExactly("get /repos/{owner}/{repo}", "get /repos/{owner}/{repo}/pulls");
    }

    @Test
    void the_open_pull_request_is_updated() {
        propose("a: 1\n");
        Pull pull = server.pulls.get(0);
        pull.labels.add("of others");
        pull.reviewers.clear();
        PullRequestOptions other =
                request().withTitle("Deploy more").withBody("").withLabels("deployment", "dev");
        assertThat(propose(GitHubCredentials.token(TOKEN), "a: 2\n", other))
                .hasToString("https://github.example.com/example/deployment/pull/1 was updated");
        assertThat(server.pulls).hasSize(1);
        assertThat(pull.title).isEqualTo("Deploy more");
        assertThat(pull.body).isEmpty();
        assertThat(pull.labels).containsExactly("deployment", "of others", "dev");
        assertThat(pull.reviewers).containsExactly("octocat");
        assertThat(count("main", "deploy")).isEqualTo(1);
        assertThat(remote.run("show", "deploy:dev/a.yaml")).isEqualTo("a: 2\n");
    }

    @Test
    void who_has_reviewed_is_asked_again_only_for_a_new_commit() {
        propose("a: 1\n");
        Pull pull = server.pulls.get(0);
        pull.reviewers.clear();
        pull.teams.clear();
        pull.reviews = 1;
        propose("a: 1\n");
        assertThat(pull.reviewers).isEmpty();
        propose("a: 2\n");
        assertThat(pull.reviewers).containsExactly("octocat");
        assertThat(pull.teams).containsExactly("operations");
    }

    @Test
    void a_draft_is_opened_as_one() {
        propose(GitHubCredentials.token(TOKEN), "a: 1\n", request().withDraft(true));
        assertThat(server.pulls.get(0).draft).isTrue();
    }

    @Test
    void the_branch_is_made_anew_from_a_base_that_moved_on() {
        propose("a: 1\n");
        commitTo("main", "other.txt", "new\n");
        assertThat(propose("a: 1\n").pullRequest().orElseThrow().status()).isEqualTo(PullRequest.Status.UPDATED);
        assertThat(head("deploy^")).isEqualTo(remote.head());
        assertThat(remote.entries("deploy")).containsKeys("README.md", "dev/a.yaml", "other.txt");
    }

    @Test
    void what_others_committed_to_the_branch_stays() {
        propose("a: 1\n");
        commitTo("deploy", "notes.txt", "by hand\n");
        String theirs = head("deploy");
        propose("a: 2\n");
        assertThat(head("deploy^")).isEqualTo(theirs);
        assertThat(remote.run("show", "deploy:notes.txt")).isEqualTo("by hand\n");
        assertThat(remote.run("show", "deploy:dev/a.yaml")).isEqualTo("a: 2\n");
    }

    @Test
    void a_commit_that_others_amended_is_theirs() {
        propose("a: 1\n");
        Git clone = remote.cloneTo(remote.sibling("clone"));
        clone.run("checkout", "--quiet", "deploy");
        clone.write("notes.txt", "by hand\n");
        clone.run("add", "--all");
        clone.run("commit", "--quiet", "--amend", "--no-edit");
        clone.run("push", "--quiet", "--force", "origin", "deploy");
        propose("a: 2\n");
        assertThat(remote.run("show", "deploy:notes.txt")).isEqualTo("by hand\n");
    }

    @Test
    void commits_of_others_on_an_old_base_are_a_conflict() {
        propose("a: 1\n");
        commitTo("deploy", "notes.txt", "by hand\n");
        commitTo("main", "other.txt", "new\n");
        String theirs = head("deploy");
        assertThatThrownBy(() -> propose("a: 2\n"))
                .isInstanceOf(Conflict.class)
                .hasMessage(
                        "the branch `deploy` has commits of others, and the branch `main` has changed since: it is 2"
                                + " commits ahead of `main` and 1 behind. Nothing was published. Merge `main` into `deploy`, or"
                                + " delete `deploy` if its commits are not needed, and run it again.");
        assertThat(head("deploy")).isEqualTo(theirs);
    }

    @Test
    void a_merged_branch_is_made_anew() {
        propose("a: 1\n");
        commitTo("deploy", "notes.txt", "by hand\n");
        remote.run("update-ref", "refs/heads/main", head("deploy"));
        server.pulls.get(0).open = false;
        assertThat(propose("a: 2\n")).hasToString("https://github.example.com/example/deployment/pull/2 was opened");
        assertThat(count("main", "deploy")).isEqualTo(1);
    }

    @Test
    void nothing_to_propose_is_said() {
        try (GitOpsRepository repository = GitOpsRepository.open(server.repository(), GitCredentials.token(TOKEN))) {
            FileTree tree = FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();
            repository.publish(Git.options(), head -> GitContent.of(tree));
        }
        Proposal proposal = propose("a: 1\n");
        assertThat(proposal).hasToString("there is nothing to propose: main has the content already");
        assertThat(proposal.publication().tip()).isEmpty();
        assertThat(server.pulls).isEmpty();
        assertThat(remote.run("branch", "--list", "deploy")).isEmpty();
        propose("a: 2\n");
        assertThat(propose("a: 1\n"))
                .hasToString(
                        "https://github.example.com/example/deployment/pull/1 is open, but there is nothing left to"
                                + " propose: close it");
    }

    @Test
    void an_app_publishes_and_proposes_with_its_own_tokens() {
        GitHubCredentials app = GitHubCredentials.app(GitHubServer.APP, GitHubKeys.pkcs1(GitHubKeys.PAIR))
                .withInstallation(42);
        assertThat(propose(app, "a: 1\n", request()))
                .hasToString("https://github.example.com/example/deployment/pull/1 was opened");
        assertThat(server.requests())
                .containsExactly(
                        "get /app/installations/{installation_id}",
                        "post /app/installations/{installation_id}/access_tokens",
                        "get /repos/{owner}/{repo}",
                        "get /repos/{owner}/{repo}/pulls",
                        "post /repos/{owner}/{repo}/pulls",
                        "post /repos/{owner}/{repo}/issues/{issue_number}/labels",
                        "post /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
                        "post /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers");
    }

    @Test
    void the_body_can_say_what_changes() {
        try (GitHubRepository github = GitHubRepository.open(server.repository(), GitHubCredentials.token(TOKEN))) {
            github.propose(
                    request(),
                    publication -> publication.changes().text() + TOKEN + " https://a:b@example.com",
                    Git.options().withBranch("deploy").withStartingFrom("main"),
                    head -> GitContent.of(
                            FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build()));
        }
        assertThat(server.pulls.get(0).body).contains("+ dev/a.yaml\n").endsWith("*** https://***@example.com");
    }

    @Test
    void what_is_wrong_is_refused_before_anything_is_published() {
        assertThatThrownBy(() -> propose(
                        GitHubCredentials.token(TOKEN),
                        "a: 1\n",
                        request().withBody("see " + TOKEN).withReviewers("other/team")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContainingAll(
                        "the team `other/team` does not belong to the organization `example`",
                        "the title or the body of the pull request contains the token")
                .hasMessageNotContaining(TOKEN);
        assertThatThrownBy(() -> {
                    try (GitHubRepository github =
                            GitHubRepository.open(server.repository(), GitHubCredentials.token(TOKEN))) {
                        github.propose(
                                request(),
                                Git.options().withStartingFrom("main"),
                                head -> GitContent.of(FileTree.builder("dev").build()));
                    }
                })
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the branch `main` cannot be proposed to itself");
        assertThat(server.requests()).isEmpty();
        assertThat(remote.run("branch", "--list", "deploy")).isEmpty();
    }

    @Test
    void a_protected_branch_names_the_pull_request() {
        remote.hook("pre-receive", "echo 'GH006: Protected branch update failed for refs/heads/main.'; exit 1\n");
        FileTree tree = FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();
        try (GitOpsRepository repository = GitOpsRepository.open(server.repository(), GitCredentials.token(TOKEN))) {
            assertThatThrownBy(() -> repository.publish(Git.options(), head -> GitContent.of(tree)))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the repository `" + server.repository()
                            + "` refused the commit to the branch `main`: pre-receive hook declined. Nothing was"
                            + " published. If the branch is protected, propose the change as a pull request.\n"
                            + "remote: GH006: Protected branch update failed for refs/heads/main.");
        }
    }
}
