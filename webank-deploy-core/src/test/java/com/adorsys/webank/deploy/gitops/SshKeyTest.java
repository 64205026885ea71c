package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshKeyTest {
    @TempDir
    Path folder;

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasNoCause().hasMessage(message);
    }

    @Test
    void is_shown_by_its_fingerprint() {
        Path file = Keys.ssh(folder.resolve("key"));
        SshKey key = SshKey.read(file);
        assertThat(key.toString()).isEqualTo("ssh-ed25519 key `" + Keys.fingerprint(file) + "`");
        assertThat(key).isEqualTo(SshKey.of(Keys.read(file))).hasSameHashCodeAs(SshKey.of(Keys.read(file)));
        assertThat(SigningKey.of(key).toString()).isEqualTo(key.toString());
        assertThat(GitCredentials.ssh(key, KnownHosts.of("h " + Keys.publicKey(file)))
                        .toString())
                .isEqualTo(key.toString());
    }

    @Test
    void may_have_line_ends_of_windows_and_no_end() {
        String text = Keys.read(Keys.ssh(folder.resolve("key")));
        assertThat(SshKey.of(text.strip().replace("\n", "\r\n"))).isEqualTo(SshKey.of(text));
    }

    @Test
    void is_found_in_a_text_but_not_by_what_all_keys_share() {
        String text = Keys.read(Keys.ssh(folder.resolve("key")));
        SshKey other = SshKey.read(Keys.ssh(folder.resolve("other")));
        assertThat(SshKey.of(text).isIn("key: |\n" + text.indent(4))).isTrue();
        assertThat(other.isIn(text)).isFalse();
    }

    @Test
    void in_pem_is_found_by_its_first_line_which_contains_the_secret() {
        String text = Keys.read(Keys.ssh(folder.resolve("key"), "", "-t", "ecdsa", "-m", "PEM"));
        SshKey key = SshKey.of(text);
        assertThat(key.isIn("key: " + text.lines().toList().get(1))).isTrue();
        assertThat(SshKey.read(Keys.ssh(folder.resolve("other"), "", "-t", "ecdsa", "-m", "PEM"))
                        .isIn(text))
                .isFalse();
    }

    @Test
    void that_is_encrypted_needs_its_passphrase() {
        Path file = Keys.ssh(folder.resolve("key"), "some words");
        assertThat(SshKey.read(file, "some words").toString()).contains(Keys.fingerprint(file));
        assertInvalid(
                () -> SshKey.read(file),
                file
                        + ": error GIT_KEY: the private key is encrypted, and no passphrase was given. Give its passphrase.");
        assertInvalid(
                () -> SshKey.of(Keys.read(file), "other words"),
                "error GIT_KEY sshKey: the passphrase does not decrypt the private key. Give the passphrase of this key.");
    }

    @Test
    void that_is_of_another_kind_is_refused() throws IOException {
        Path file = Keys.ssh(folder.resolve("key"));
        assertInvalid(
                () -> SshKey.read(Path.of(file + ".pub")),
                file + ".pub: error GIT_KEY: it is a public key. Give the private key that belongs to it.");
        assertInvalid(
                () -> SshKey.of("hello"),
                "error GIT_KEY sshKey: it is not a private key of SSH. Give a private key that `ssh-keygen` made.");
        assertInvalid(
                () -> SshKey.of("-----BEGIN PGP PRIVATE KEY BLOCK-----\n"),
                "error GIT_KEY sshKey: it is a key of OpenPGP, not of SSH. Give a private key that `ssh-keygen` made.");
        assertInvalid(
                () -> SshKey.of("-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "words"),
                "error GIT_KEY sshKey: the private key is encrypted in the form PKCS#8, which is not supported. Rewrite"
                        + " it with `ssh-keygen -p -f FILE`.");
        assertInvalid(
                () -> SshKey.of(Keys.read(file).replaceFirst("\n.{40}", "\nxxxx")),
                "error GIT_KEY sshKey: the private key cannot be read. Give the file as `ssh-keygen` wrote it.");
        assertInvalid(
                () -> SshKey.read(folder.resolve("none")),
                folder.resolve("none")
                        + ": error GIT_KEY: the file with the private key cannot be read. Check the path and its"
                        + " permissions.");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0x95, 1, 2, 3});
        assertInvalid(
                () -> SigningKey.read(binary),
                binary + ": error GIT_KEY: it is not a private key of SSH. Give a private key that `ssh-keygen` made.");
    }
}
