package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.gitops.KnownHosts.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {
    @TempDir
    Path folder;

    private String line;
    private PublicKey key;

    @BeforeEach
    void makeKey() {
        Path file = Keys.ssh(folder.resolve("key"));
        line = Keys.publicKey(file);
        key = SshKey.read(file).pair().getPublic();
    }

    private Verdict verdict(String hosts, String host, int port) {
        return KnownHosts.of(hosts).verdict(host, port, key);
    }

    @Test
    void are_found_by_name_pattern_and_port() {
        assertThat(verdict("a.example.com,b.example.com " + line, "b.example.com", 22))
                .isEqualTo(Verdict.KNOWN);
        assertThat(verdict("a.example.com " + line, "A.example.com", 22)).isEqualTo(Verdict.KNOWN);
        assertThat(verdict("a.example.com " + line, "b.example.com", 22)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict("*.example.com,!b.example.com " + line, "b.example.com", 22))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict("*.example.com,!b.example.com " + line, "c.example.com", 22))
                .isEqualTo(Verdict.KNOWN);
        assertThat(verdict("a.example.com " + line, "a.example.com", 2222)).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict("[a.example.com]:2222 " + line, "a.example.com", 2222))
                .isEqualTo(Verdict.KNOWN);
        assertThat(verdict("[a.example.com]:2222 " + line, "a.example.com", 22)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void are_found_by_names_that_ssh_keygen_hashed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("known_hosts"), "a.example.com " + line + "\n[b.example.com]:2222 " + line + "\n");
        Keys.run(Map.of(), List.of("ssh-keygen", "-q", "-H", "-f", file.toString()));
        KnownHosts hosts = KnownHosts.read(file);
        assertThat(Keys.read(file)).doesNotContain("example.com");
        assertThat(hosts.verdict("a.example.com", 22, key)).isEqualTo(Verdict.KNOWN);
        assertThat(hosts.verdict("b.example.com", 2222, key)).isEqualTo(Verdict.KNOWN);
        assertThat(hosts.verdict("b.example.com", 22, key)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void with_another_key_are_changed_and_with_one_of_several_are_known() {
        String other = Keys.publicKey(Keys.ssh(folder.resolve("other")));
        assertThat(verdict("a " + other, "a", 22)).isEqualTo(Verdict.CHANGED);
        assertThat(verdict("a " + other + "\na " + line, "a", 22)).isEqualTo(Verdict.KNOWN);
    }

    @Test
    void are_never_trusted_by_a_key_that_is_revoked_or_of_an_authority() {
        assertThat(verdict("a " + line + "\n@revoked b " + line, "a", 22)).isEqualTo(Verdict.REVOKED);
        assertThat(verdict("@cert-authority a " + line, "a", 22)).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void may_have_keys_of_an_unknown_kind_comments_and_empty_lines() {
        String hosts = "# github\n\na ssh-future AAAACnNzaC1mdXR1cmU= words\na " + line + "\n";
        assertThat(verdict(hosts, "a", 22)).isEqualTo(Verdict.KNOWN);
        assertThat(KnownHosts.of(hosts).keys("a", 22)).containsExactly(key);
        assertThat(KnownHosts.of(hosts)).hasToString("2 known hosts");
    }

    @Test
    void of_another_form_are_refused_with_every_line() {
        assertThatThrownBy(() -> KnownHosts.of("a\na " + line + "\n@x\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("""
                        knownHosts:1:1: error GIT_CREDENTIALS: this is not a line of a known_hosts file. Write it as in \
                        `example.com ssh-ed25519 AAAA...`, or remove it.
                        knownHosts:3:1: error GIT_CREDENTIALS: this is not a line of a known_hosts file. Write it as in \
                        `example.com ssh-ed25519 AAAA...`, or remove it.""");
        assertThatThrownBy(() -> KnownHosts.of("# none\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("knownHosts: error GIT_CREDENTIALS: there is no known host. Add the line of the host, which"
                        + " `ssh-keyscan` prints; compare its key with what the host's operator publishes.");
    }
}
