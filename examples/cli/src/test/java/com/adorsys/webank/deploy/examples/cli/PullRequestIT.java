package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.gitops.github.GitHubKeys;
import com.adorsys.webank.deploy.gitops.github.GitHubServer;
import com.adorsys.webank.deploy.gitops.github.GitHubServer.Pull;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with {@code --pull-request}: Git is git over HTTP, GitHub's REST API is a server of the tests. */
class PullRequestIT {
    private static final String TOKEN = "ghp_secret0123";
    private static final String BARE = GitHubServer.REPOSITORY;
    private static final String OBS = "ghcr.io/adorsys-gis/webank-online-banking";
    private static final String OBS_2 = OBS + "@sha256:" + "2".repeat(64);

    @TempDir
    Path folder;

    private Tool tool;
    private GitHubServer server;

    @BeforeEach
    void start() throws Exception {
        tool = new Tool(folder);
        Files.createDirectories(folder.resolve(BARE).getParent());
        git("init", "--quiet", "--bare", "--initial-branch=main", BARE);
        git("-C", BARE, "config", "http.receivepack", "true");
        server = new GitHubServer(GitHubKeys.PAIR.getPublic(), folder);
        server.accept(TOKEN);
        tool.file("token", TOKEN + "\n");
        succeed("publish --repository " + BARE + " --branch main");
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(server.faults()).isEmpty();
        server.close();
        git("-C", BARE, "fsck", "--strict");
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }

    private Result succeed(String line) {
        Result result = tool.run(line);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private String gitHub() {
        return " --repository " + server.repository() + " --branch main --pull-request work";
    }

    private void removeUserAppOfDev() throws Exception {
        git("clone", "--quiet", BARE, "clone");
        git("-C", "clone", "rm", "-r", "--quiet", "environments/dev/userapp");
        git(
                "-C",
                "clone",
                "-c",
                "user.name=Other",
                "-c",
                "user.email=o@example.com",
                "commit",
                "--quiet",
                "-m",
                "Remove");
        git("-C", "clone", "push", "--quiet", "origin", "HEAD:main");
    }

    @Test
    void publish_proposes_with_a_token_and_updates_the_pull_request() throws Exception {
        removeUserAppOfDev();
        String base = git("-C", BARE, "rev-parse", "main");
        String publish = "publish --token-file token --environment dev --label deployment" + gitHub();

        Result first = succeed(publish);

        assertThat(first.out()).endsWith("\n\nhttps://github.example.com/" + BARE + "/pull/1 was opened\n");
        assertThat(first.err()).startsWith("webank-deploy: fetch\nwebank-deploy: compare\nwebank-deploy: push\n");
        Pull pull = server.pulls.get(0);
        assertThat(pull.title).isEqualTo("Deploy dev");
        assertThat(pull.head + " into " + pull.base).isEqualTo("work into main");
        assertThat(pull.labels).containsExactly("deployment");
        assertThat(pull.body).contains("- create `Deployment/webank/webank-userapp`");
        assertThat(git("-C", BARE, "rev-parse", "work^")).isEqualTo(base);
        assertThat(git("-C", BARE, "diff", "--name-only", "main", "work").lines())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("environments/dev/userapp/"));

        Result second = succeed(publish + " --message Again --source 0123abc");

        assertThat(second.out()).endsWith("/pull/1 was updated\n");
        assertThat(server.pulls).hasSize(1);
        assertThat(pull.title).isEqualTo("Again");
        assertThat(git("-C", BARE, "rev-parse", "main")).isEqualTo(base);
        assertThat(first.out() + first.err() + second.out() + second.err()).doesNotContain(TOKEN);
    }

    @Test
    void publish_proposes_with_a_github_app() throws Exception {
        removeUserAppOfDev();
        tool.file("key.pem", GitHubKeys.pkcs1(GitHubKeys.PAIR));
        String publish =
                "publish --environment dev --github-app " + GitHubServer.APP + " --github-key key.pem" + gitHub();

        assertThat(succeed(publish).out()).endsWith("/pull/1 was opened\n");
        String commit = git("-C", BARE, "rev-parse", "work");
        assertThat(succeed(publish).out()).endsWith("/pull/1 is up to date\n");

        assertThat(git("-C", BARE, "rev-parse", "work")).isEqualTo(commit);
        assertThat(server.pulls).hasSize(1);
    }

    @Test
    void a_token_that_is_wrong_ends_with_4_and_changes_nothing() throws Exception {
        String before = git("-C", BARE, "for-each-ref");
        tool.file("token", "ghp_other\n");

        assertThat(tool.run("publish --token-file token" + gitHub()))
                .isEqualTo(new Result(
                        4,
                        "",
                        "webank-deploy: fetch\nwebank-deploy: the repository `" + server.repository()
                                + "` does not accept the token: it is wrong, or has expired (401). Make a new one.\n"));

        assertThat(git("-C", BARE, "for-each-ref")).isEqualTo(before);
        assertThat(server.pulls).isEmpty();
    }

    @Test
    void set_image_proposes_the_lock_file_and_what_it_changes() throws Exception {
        Result result = succeed("set-image --environment dev obs=" + OBS + ":1.4.0 --token-file token" + gitHub());

        assertThat(result.out()).endsWith("/pull/1 was opened\n");
        assertThat(git("-C", BARE, "diff", "--name-only", "main", "work")).isEqualTo("""
                environments/dev/.webank-deploy
                environments/dev/obs/deployment-webank-obs.yaml
                environments/dev/obs/networkpolicy-webank-obs.yaml
                environments/dev/obs/service-webank-obs.yaml
                environments/dev/obs/serviceaccount-webank-obs.yaml
                images/dev.yaml
                """);
        assertThat(git("-C", BARE, "show", "work:images/dev.yaml")).isEqualTo("obs: " + OBS + ":1.4.0\n");
        assertThat(server.pulls.get(0).title).isEqualTo("Set images of dev: obs=" + OBS + ":1.4.0");
        assertThat(server.pulls.get(0).body).contains("- change `Deployment/webank/webank-obs`: **roll-out**");

        assertThat(succeed("set-image --environment dev obs=" + OBS + ":1.5.0 --token-file token" + gitHub())
                        .out())
                .endsWith("/pull/1 was updated\n");
        assertThat(git("-C", BARE, "show", "work:images/dev.yaml")).isEqualTo("obs: " + OBS + ":1.5.0\n");
        assertThat(git("-C", BARE, "rev-list", "--count", "main..work")).isEqualTo("1\n");
    }

    @Test
    void promote_proposes_the_lock_file_and_what_it_changes() throws Exception {
        succeed("set-image --environment staging obs=" + OBS_2 + " --repository " + BARE + " --branch main");

        Git.recordHealth(folder.resolve(BARE), OBS_2);

        Result result = succeed("promote --from staging --to prod --token-file token" + gitHub());

        assertThat(result.out()).endsWith("/pull/1 was opened\n");
        assertThat(git("-C", BARE, "diff", "--name-only", "main", "work").lines())
                .contains("images/prod.yaml", "environments/prod/obs/deployment-webank-obs.yaml")
                .allMatch(path -> path.equals("images/prod.yaml")
                        || path.equals("environments/prod/.webank-deploy")
                        || path.startsWith("environments/prod/obs/"));
        assertThat(git("-C", BARE, "show", "work:images/prod.yaml")).isEqualTo("obs: " + OBS_2 + "\n");
        assertThat(server.pulls.get(0).title).isEqualTo("Promote the images of staging to prod");
    }
}
