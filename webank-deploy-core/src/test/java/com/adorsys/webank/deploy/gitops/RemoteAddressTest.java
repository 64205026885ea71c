package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.nio.file.Path;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {
    @TempDir
    Path folder;

    private GitCredentials ssh;

    @BeforeEach
    void makeKey() {
        Path file = Keys.ssh(folder.resolve("key"));
        ssh = GitCredentials.ssh(SshKey.read(file), KnownHosts.of("h " + Keys.publicKey(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "ssh://example.com/a/b.git, git, example.com, -1, /a/b.git",
        "ssh://joe@example.com:2222/b.git, joe, example.com, 2222, /b.git",
        "ssh://joe@example.com/~joe/b.git, joe, example.com, -1, ~joe/b.git",
        "git@github.com:owner/b.git, git, github.com, -1, owner/b.git",
        "joe@example.com:/a b.git, joe, example.com, -1, /a b.git"
    })
    void of_ssh_has_a_user_a_host_and_a_path(String text, String user, String host, int port, String path) {
        URIish uri = RemoteAddress.parse(text, ssh).uri();
        assertThat(uri.getUser()).isEqualTo(user);
        assertThat(uri.getHost()).isEqualTo(host);
        assertThat(uri.getPort()).isEqualTo(port);
        assertThat(uri.getPath()).isEqualTo(path);
        assertThat(uri.getPass()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh://example.com",
                "ssh://example.com/",
                "ssh:///b.git",
                "ssh://-oProxyCommand=x/b.git",
                "ssh://-o@example.com/b.git",
                "git@-oProxyCommand=x:b.git",
                "git@example.com:",
                "git@example.com:--upload-pack=x",
                "example.com:b.git",
                "ext::sh -c x",
                "ftp://example.com/b.git",
                ""
            })
    void of_another_form_is_refused(String text) {
        assertThatThrownBy(() -> RemoteAddress.parse(text, ssh))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("error GIT_ADDRESS repository: ")
                .hasMessageEndingWith(
                        " Write an https or ssh address, such as `git@example.com:deployment.git`, or the path"
                                + " of a local repository.");
    }

    @Test
    void with_a_password_is_refused_without_showing_it() {
        assertThatThrownBy(() -> RemoteAddress.parse("ssh://joe:pa55@example.com/b.git", ssh))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error URL_CREDENTIALS repository: the address of the repository contains a user, a password, a"
                                + " query or a fragment. Write the plain address, and give the token as credentials.");
    }

    @Test
    void needs_credentials_of_its_kind() {
        assertThatThrownBy(() -> RemoteAddress.parse("git@example.com:b.git", GitCredentials.token("abcd")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error GIT_CREDENTIALS credentials: the repository `git@example.com:b.git` needs a key of ssh"
                                + " and the known hosts. Give both; a token serves only https.");
        assertThatThrownBy(() -> RemoteAddress.parse("https://example.com/b.git", ssh))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "error GIT_CREDENTIALS credentials: the repository `https://example.com/b.git` needs a token,"
                                + " not a key of ssh. Give a token.");
    }
}
