package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish}, with the git command line as the other side. */
class PublishIT {
    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeRepository() throws Exception {
        tool = new Tool(folder);
        git("init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
    }

    @Test
    void publishes_once_and_shows_what_it_did() throws Exception {
        Result first = tool.run(new String[] {
            "publish",
            "--repository",
            "remote.git",
            "--branch",
            "main",
            "--environment",
            "dev",
            "--author",
            "Jane Doe <jane@example.com>",
            "--source",
            "0123abc"
        });
        assertThat(first.code()).as(first.err()).isZero();
        String commit = git("-C", "remote.git", "rev-parse", "main").strip();
        assertThat(first.out())
                .startsWith("+ argocd/webank-dev/app-dev.yaml\n")
                .endsWith("17 created, 0 changed, 0 removed, 0 unchanged\n\nPublished to main as " + commit + "\n");
        assertThat(first.err()).startsWith("webank-deploy: fetch\nwebank-deploy: compare\nwebank-deploy: push\n");
        assertThat(git("-C", "remote.git", "log", "--format=%an <%ae>: %s %(trailers:key=Source-Revision)", "main"))
                .startsWith("Jane Doe <jane@example.com>: Deploy dev Source-Revision: 0123abc");

        Result second = tool.run("publish --repository remote.git --branch main --environment dev");
        assertThat(second.code()).isZero();
        assertThat(second.out()).isEqualTo("0 created, 0 changed, 0 removed, 17 unchanged\n\nmain is up to date\n");
    }

    @Test
    void the_message_of_the_commit_says_what_is_deployed_and_what_is_removed() throws Exception {
        tool.run("publish --repository remote.git --branch main");
        assertThat(git("-C", "remote.git", "log", "-1", "--format=%s", "main").strip())
                .isEqualTo("Deploy dev, staging, prod");

        Result removed = tool.run("publish --repository remote.git --branch main --remove prod");

        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(git("-C", "remote.git", "log", "-1", "--format=%s", "main").strip())
                .isEqualTo("Deploy dev, staging; remove prod");
        tool.run("publish --repository remote.git --branch main --environment staging --remove staging");
        assertThat(git("-C", "remote.git", "log", "-1", "--format=%s", "main").strip())
                .isEqualTo("Remove staging");
    }

    @Test
    void a_repository_that_is_not_there_ends_with_4() {
        Result result = tool.run("publish --repository none.git --branch main");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .endsWith("webank-deploy: there is no repository `" + folder.resolve("none.git")
                        + "`. Check the path.\n");
    }

    @Test
    void wrong_input_ends_with_2() {
        assertThat(tool.run("publish --repository https://joe:pa55@example.com/x --branch main"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: error URL_CREDENTIALS repository: the address of the repository contains a user, a"
                                + " password, a query or a fragment. Write the plain address, and give the token as"
                                + " credentials.\n"));
        assertThat(tool.run("publish --repository remote.git --branch main --token-file none")
                        .err())
                .isEqualTo("none: error GIT_CREDENTIALS: the file with the token cannot be read. Check the path and its"
                        + " permissions.\n");
    }

    @Test
    void options_of_github_that_do_not_belong_together_end_with_2() {
        assertThat(tool.run("publish --repository https://github.com/a/b --branch main --label x --github-url"
                        + " https://git.example.com/api/v3 --github-installation 0 --github-key key.pem"))
                .isEqualTo(new Result(2, "", """
                        webank-deploy: error MISPLACED_OPTION: `--label` is for a pull request. Add `--pull-request BRANCH`, or remove it.
                        webank-deploy: error MISSING_OPTION: `publish` requires `--github-app ID` and `--github-key FILE` together. Add it: `webank-deploy publish --help` lists the options.
                        webank-deploy: error MISPLACED_OPTION: `--github-installation` is for a GitHub App. Add `--github-app ID`, or remove it.
                        webank-deploy: error MISPLACED_OPTION: `--github-url` is for pull requests and GitHub Apps. Add `--pull-request BRANCH`, or remove it.
                        webank-deploy: error INVALID_VALUE: `--github-installation` cannot be `0`. Write its number, or leave it out.
                        """));
        assertThat(tool.run(
                                "publish --repository https://github.com/a/b --branch main --github-app 1 --github-key none")
                        .err())
                .isEqualTo(
                        "none: error GIT_CREDENTIALS: the file with the private key cannot be read. Check the path and"
                                + " its permissions.\n");
        assertThat(tool.run("publish --repository remote.git --branch main --pull-request deploy --token-file .")
                        .err())
                .isEqualTo(".: error GIT_CREDENTIALS: the file with the token cannot be read. Check the path and its"
                        + " permissions.\n");
    }

    @Test
    void signs_the_commit_with_a_key() throws Exception {
        keygen("encrypted", "some words");
        String publish = "publish --repository remote.git --branch main --environment dev --sign-key ";
        assertThat(tool.run(publish + "encrypted"))
                .isEqualTo(new Result(
                        2,
                        "",
                        folder.resolve("encrypted")
                                + ": error GIT_KEY: the private key is encrypted, and no passphrase was given."
                                + " Give its passphrase.\n"));

        keygen("key", "");
        Result signed = tool.run(publish + "key");

        assertThat(signed.code()).as(signed.err()).isZero();
        tool.file("signers", "jane@example.com " + tool.text("key.pub"));
        assertThat(git(
                        "-c",
                        "gpg.ssh.allowedSignersFile=" + folder.resolve("signers"),
                        "-C",
                        "remote.git",
                        "log",
                        "--format=%G? %GS",
                        "main"))
                .isEqualTo("G jane@example.com\n");
    }

    @Test
    void a_key_of_ssh_needs_known_hosts_and_no_token() throws Exception {
        assertThat(tool.run("publish --repository git@example.com:x --branch main --ssh-key key --token-file token"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: error MISPLACED_OPTION: a repository is accessed with a token or with a key of ssh."
                                + " Give one of the two.\n"
                                + "webank-deploy: error MISSING_OPTION: `publish` requires `--known-hosts FILE`. Add it:"
                                + " `webank-deploy publish --help` lists the options.\n"));
        keygen("key", "");
        tool.file("known_hosts", "example.com " + tool.text("key.pub"));
        assertThat(tool.run("publish --repository https://example.com/x --branch main --ssh-key key --known-hosts"
                                + " known_hosts")
                        .err())
                .isEqualTo("webank-deploy: error GIT_CREDENTIALS credentials: the repository `https://example.com/x`"
                        + " needs a token, not a key of ssh. Give a token.\n");
    }

    private void keygen(String file, String passphrase) throws Exception {
        Process process = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        passphrase,
                        "-f",
                        folder.resolve(file).toString())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }
}
