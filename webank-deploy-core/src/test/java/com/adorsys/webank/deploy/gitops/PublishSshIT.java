package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.Interrupted;
import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing over SSH, to Git behind a server of this test. */
class PublishSshIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Git remote;
    private Path hostKey;
    private SshKey key;
    private GitSshServer server;

    @BeforeEach
    void start() {
        remote = Git.bareWith(folder.resolve("the remote.git"), "README.md", "of others\n");
        hostKey = Keys.ssh(folder.resolve("host"));
        key = SshKey.read(Keys.ssh(folder.resolve("user")));
        server = new GitSshServer(key, hostKey);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String address() {
        return server.address(remote.folder().toUri().getRawPath());
    }

    private Publication publish(String address, SshKey key, String knownHosts, Duration timeout) {
        FileTree tree = FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();
        GitCredentials credentials = GitCredentials.ssh(key, KnownHosts.of(knownHosts));
        try (GitOpsRepository repository = GitOpsRepository.open(address, credentials, timeout)) {
            return repository.publish(Git.options(), head -> GitContent.of(tree));
        }
    }

    private Publication publish(String address) {
        return publish(address, key, server.knownHost(hostKey), MINUTE);
    }

    @Nested
    class a_key {
        @Test
        void publishes() {
            assertThat(publish(address()).commit()).contains(remote.head());
            assertThat(publish(address()).isPublished()).isFalse();
            assertThat(remote.text("dev/a.yaml")).isEqualTo("a: 1\n");
            assertThat(server.users()).containsExactly("git");
            remote.check();
        }

        @Test
        void is_used_for_the_user_of_the_address() {
            publish(address().replace("ssh://", "ssh://deploy@"));
            assertThat(server.users()).containsExactly("deploy");
        }

        @Test
        void may_be_of_rsa_in_pem_or_of_ecdsa_and_have_a_passphrase() {
            SshKey rsa = SshKey.read(
                    Keys.ssh(folder.resolve("rsa"), "rsa words", "-t", "rsa", "-b", "2048", "-m", "PEM"), "rsa words");
            SshKey ecdsa = SshKey.read(Keys.ssh(folder.resolve("ecdsa"), "", "-t", "ecdsa"));
            for (SshKey each : new SshKey[] {rsa, ecdsa}) {
                remote.commit("More " + each, "dev/more", each.toString());
                try (GitSshServer other = new GitSshServer(each, hostKey)) {
                    publish(
                            other.address(remote.folder().toUri().getRawPath()),
                            each,
                            other.knownHost(hostKey),
                            MINUTE);
                }
            }
            assertThat(remote.text("dev/a.yaml")).isEqualTo("a: 1\n");
        }

        @Test
        void that_the_server_does_not_know_is_refused() {
            Path other = Keys.ssh(folder.resolve("other"));
            String before = remote.head();
            assertThatThrownBy(() -> publish(address(), SshKey.read(other), server.knownHost(hostKey), MINUTE))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the host of the repository `" + address() + "` does not accept the ssh-ed25519 key `"
                            + Keys.fingerprint(other) + "` for the user `git`. Add its public key there, such as as a"
                            + " deploy key on GitHub, or give another key.");
            assertThat(remote.head()).isEqualTo(before);
        }

        @Test
        void that_may_only_read_is_refused_with_what_the_server_says() {
            String before = remote.head();
            server.rewrite(command -> command.startsWith("git-receive-pack")
                    ? "echo 'ERROR: The key you are authenticating with has been marked as read only.' >&2; exit 1"
                    : command);
            assertThatThrownBy(() -> publish(address()))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the key may not write to the repository `" + address()
                            + "`. Give it write access, as to a deploy key of GitHub.\n"
                            + "remote: ERROR: The key you are authenticating with has been marked as read only.");
            assertThat(remote.head()).isEqualTo(before);
        }
    }

    @Nested
    class a_host {
        @Test
        void that_is_not_known_is_refused_with_its_fingerprint() {
            assertThatThrownBy(() -> publish(address(), key, "example.com " + Keys.publicKey(hostKey) + "\n", MINUTE))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the host of the repository `" + address()
                            + "` is not one of the known hosts. Its key is ssh-ed25519 `" + Keys.fingerprint(hostKey)
                            + "`: compare it with what the host's operator publishes, and add its line to the known"
                            + " hosts.");
            assertThat(server.users()).isEmpty();
        }

        @Test
        void whose_key_has_changed_is_refused_with_both_fingerprints() {
            Path old = Keys.ssh(folder.resolve("old"));
            assertThatThrownBy(() -> publish(address(), key, server.knownHost(old), MINUTE))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the host of the repository `" + address()
                            + "` has another key than the known hosts say: ssh-ed25519 `" + Keys.fingerprint(hostKey)
                            + "` instead of `" + Keys.fingerprint(old) + "`. Somebody may be intercepting the"
                            + " connection. Replace the line of the known hosts only if the host's operator confirms the"
                            + " new key.");
            assertThat(server.users()).isEmpty();
        }

        @Test
        void whose_key_is_revoked_is_refused() {
            String hosts = server.knownHost(hostKey) + "@revoked * " + Keys.publicKey(hostKey) + "\n";
            assertThatThrownBy(() -> publish(address(), key, hosts, MINUTE))
                    .isInstanceOf(Refused.class)
                    .hasMessage("the host of the repository `" + address() + "` has the key ssh-ed25519 `"
                            + Keys.fingerprint(hostKey) + "`, which the known hosts mark as revoked. Do not use it.");
        }

        @Test
        void that_has_several_keys_shows_the_one_that_is_known() {
            Path rsa = Keys.ssh(folder.resolve("rsa"), "", "-t", "rsa", "-b", "2048");
            try (GitSshServer both = new GitSshServer(key, hostKey, rsa)) {
                String address = both.address(remote.folder().toUri().getRawPath());
                publish(address, key, both.knownHost(rsa), MINUTE);
            }
            assertThat(remote.text("dev/a.yaml")).isEqualTo("a: 1\n");
        }

        @Test
        void that_is_not_there_is_reported() {
            String address = address();
            server.close();
            assertThatThrownBy(() -> publish(address))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("cannot read the repository `" + address
                            + "`: there is no connection to its host. Check the address and the network.");
        }

        @Test
        void whose_name_is_unknown_is_reported() {
            assertThatThrownBy(() -> publish("git@host.invalid:deployment.git"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("cannot read the repository `git@host.invalid:deployment.git`: the name of its host is"
                            + " unknown. Check the address and the network.");
        }

        @Test
        void whose_answer_is_interrupted_is_no_longer_waited_for() {
            GitCredentials credentials = GitCredentials.ssh(key, KnownHosts.of(server.knownHost(hostKey)));
            try (GitOpsRepository repository = GitOpsRepository.open(address(), credentials)) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> repository.head("main"))
                        .isInstanceOf(Interrupted.class)
                        .hasMessage("the exchange with the repository `" + address() + "` was interrupted");
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }

        @Test
        void that_is_silent_is_waited_for_until_the_deadline() throws IOException {
            try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                String address = "ssh://127.0.0.1:" + silent.getLocalPort() + "/remote.git";
                assertThatThrownBy(() -> publish(address, key, server.knownHost(hostKey), Duration.ofSeconds(1)))
                        .isInstanceOf(Unavailable.class)
                        .hasMessage("the repository `" + address
                                + "` did not answer within 1 s. Check the server and its hooks, and run it again.");
            }
        }
    }

    @Nested
    class a_repository {
        @Test
        void that_is_not_there_is_reported_with_what_the_server_says() {
            String address = server.address("/none.git");
            assertThatThrownBy(() -> publish(address))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("there is no repository `" + address + "`, or the key may not see it. Check both.\n"
                            + "remote: fatal: '/none.git' does not appear to be a git repository");
        }

        @Test
        void that_hangs_is_waited_for_until_the_deadline() {
            String before = remote.head();
            server.rewrite(command -> "sleep 600");
            assertThatThrownBy(() -> publish(address(), key, server.knownHost(hostKey), Duration.ofSeconds(2)))
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("the repository `" + address()
                            + "` did not answer within 2 s. Check the server and its hooks, and run it again.");
            assertThat(remote.head()).isEqualTo(before);
        }
    }
}
