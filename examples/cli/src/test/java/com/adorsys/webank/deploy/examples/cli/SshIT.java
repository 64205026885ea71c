package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.gitops.GitSshServer;
import com.adorsys.webank.deploy.gitops.Keys;
import com.adorsys.webank.deploy.gitops.SshKey;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code publish} over ssh, to an Apache MINA sshd that runs git. */
class SshIT {
    @TempDir
    Path folder;

    private Tool tool;
    private Path hostKey;
    private GitSshServer server;

    @BeforeEach
    void start() throws Exception {
        tool = new Tool(folder);
        git("init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
        hostKey = Keys.ssh(folder.resolve("host"));
        server = new GitSshServer(SshKey.read(Keys.ssh(folder.resolve("user"))), hostKey);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String git(String... arguments) throws Exception {
        return Git.run(folder, arguments);
    }

    private String address() {
        return server.address(folder.resolve("remote.git").toString());
    }

    private Result publish() {
        return tool.run(
                "publish --environment dev --branch main --ssh-key user --known-hosts hosts --repository " + address());
    }

    @Test
    void publishes_to_a_known_host() throws Exception {
        tool.file("hosts", server.knownHost(hostKey));

        Result result = publish();

        assertThat(result.code()).as(result.err()).isZero();
        String commit = git("-C", "remote.git", "rev-parse", "main");
        assertThat(result.out()).endsWith("\nPublished to main as " + commit);
        assertThat(git("-C", "remote.git", "ls-tree", "--name-only", "main")).isEqualTo("argocd\nenvironments\n");
        git("-C", "remote.git", "fsck", "--strict");
        assertThat(publish().out()).endsWith("\nmain is up to date\n");
    }

    @Test
    void a_host_whose_key_has_changed_ends_with_4() throws Exception {
        Path old = Keys.ssh(folder.resolve("old"));
        tool.file("hosts", server.knownHost(old));

        assertThat(publish())
                .isEqualTo(new Result(
                        4,
                        "",
                        "webank-deploy: fetch\nwebank-deploy: the host of the repository `" + address()
                                + "` has another key than the known hosts say: ssh-ed25519 `"
                                + Keys.fingerprint(hostKey) + "` instead of `" + Keys.fingerprint(old)
                                + "`. Somebody may be intercepting the connection. Replace the line of the known hosts"
                                + " only if the host's operator confirms the new key.\n"));

        assertThat(git("-C", "remote.git", "for-each-ref")).isEmpty();
    }

    @Test
    void a_key_that_the_host_does_not_know_ends_with_4() throws Exception {
        tool.file("hosts", server.knownHost(hostKey));
        Path other = Keys.ssh(folder.resolve("other"));

        Result result = tool.run("publish --branch main --ssh-key other --known-hosts hosts --repository " + address());

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err())
                .contains("does not accept the ssh-ed25519 key `" + Keys.fingerprint(other) + "` for the user `git`.");
        assertThat(git("-C", "remote.git", "for-each-ref")).isEmpty();
    }
}
