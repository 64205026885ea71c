package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed commits, verified by git, ssh-keygen and gpg. */
class SignedCommitIT {
    @TempDir
    Path folder;

    private Git remote;

    @BeforeEach
    void makeRemote() {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n");
    }

    private void publish(Git to, SigningKey key) {
        publish(to, Git.options().withSigningKey(key));
    }

    private static void publish(Git to, PublishOptions options) {
        FileTree tree = FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();
        try (GitOpsRepository repository = GitOpsRepository.open(to.folder().toString(), GitCredentials.none())) {
            repository.publish(options, head -> GitContent.of(tree));
        }
    }

    @Nested
    class by_ssh {
        private void assertVerified(Path key) {
            Path signers = remote.write("signers", "jane@example.com " + Keys.publicKey(key) + "\n");
            assertThat(remote.run(
                            "-c", "gpg.ssh.allowedSignersFile=" + signers, "log", "-1", "--format=%G? %GS %GK", "main"))
                    .isEqualTo("G jane@example.com " + Keys.fingerprint(key) + "\n");
            remote.run("-c", "gpg.ssh.allowedSignersFile=" + signers, "verify-commit", "main");
            remote.check();
        }

        @Test
        void is_verified_for_an_ed25519_key() {
            Path key = Keys.ssh(folder.resolve("key"));
            publish(remote, SigningKey.of(SshKey.read(key)));
            assertVerified(key);
        }

        @Test
        void is_verified_for_an_rsa_key_with_a_passphrase() {
            Path key = Keys.ssh(folder.resolve("key"), "some words", "-t", "rsa", "-b", "3072");
            publish(remote, SigningKey.read(key, "some words"));
            assertVerified(key);
        }

        @Test
        void is_verified_for_an_ecdsa_key() {
            Path key = Keys.ssh(folder.resolve("key"), "", "-t", "ecdsa", "-b", "521");
            publish(remote, SigningKey.read(key));
            assertVerified(key);
        }

        @Test
        void is_the_same_for_the_same_commit() {
            Git copy = Git.in(folder).clonedBare(remote.folder(), folder.resolve("copy.git"));
            SigningKey key = SigningKey.read(Keys.ssh(folder.resolve("key")));
            publish(remote, key);
            publish(copy, key);
            assertThat(copy.head()).isEqualTo(remote.head());
            assertThat(remote.run("cat-file", "commit", "main")).contains("\ngpgsig -----BEGIN SSH SIGNATURE-----\n");
        }

        @Test
        void is_refused_if_a_file_contains_the_key() {
            String before = remote.head();
            Path key = Keys.ssh(folder.resolve("key"));
            FileTree tree = FileTree.builder("dev")
                    .put("dev/a.yaml", "key: |\n" + Keys.read(key).indent(2))
                    .build();
            try (GitOpsRepository repository =
                    GitOpsRepository.open(remote.folder().toString(), GitCredentials.none())) {
                assertThatThrownBy(() -> repository.publish(
                                Git.options().withSigningKey(SigningKey.read(key)), head -> GitContent.of(tree)))
                        .isInstanceOf(InvalidInput.class)
                        .hasMessage(
                                "dev/a.yaml: error GIT_CREDENTIALS: it contains the key that the commit is signed with. Take it out:"
                                        + " everybody who can read the repository could use it.");
            }
            assertThat(remote.head()).isEqualTo(before);
        }
    }

    @Nested
    class by_open_pgp {
        /** Short, since gpg's sockets are in it. */
        private Path home;

        @BeforeEach
        void makeHome() throws IOException {
            home = Files.createTempDirectory("gpg");
        }

        @AfterEach
        void removeHome() throws IOException {
            Keys.run(Map.of("GNUPGHOME", home.toString()), List.of("gpgconf", "--kill", "all"));
            try (var paths = Files.walk(home)) {
                for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }

        private String gpg(String... arguments) {
            String[] command = new String[arguments.length + 8];
            System.arraycopy(
                    new String[] {
                        "gpg",
                        "--batch",
                        "--quiet",
                        "--no-tty",
                        "--pinentry-mode",
                        "loopback",
                        "--faked-system-time",
                        "20260101T000000"
                    },
                    0,
                    command,
                    0,
                    8);
            System.arraycopy(arguments, 0, command, 8, arguments.length);
            return Keys.run(Map.of("GNUPGHOME", home.toString()), List.of(command));
        }

        private String fingerprint() {
            return gpg("--list-keys", "--with-colons")
                    .lines()
                    .filter(line -> line.startsWith("fpr:"))
                    .findFirst()
                    .orElseThrow()
                    .split(":")[9];
        }

        private void make(String passphrase, String algorithm, String usage, String expires) {
            gpg(
                    "--passphrase",
                    passphrase,
                    "--quick-generate-key",
                    "Jane <jane@example.com>",
                    algorithm,
                    usage,
                    expires);
        }

        private String exported(String passphrase) {
            return gpg("--passphrase", passphrase, "--armor", "--export-secret-keys");
        }

        private String status() {
            return Keys.run(
                    Map.of("GNUPGHOME", home.toString(), "GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"),
                    List.of("git", "-C", remote.folder().toString(), "log", "-1", "--format=%G? %GS %GP", "main"));
        }

        @Test
        void is_verified_for_an_ed25519_key() {
            make("", "ed25519", "sign", "never");
            publish(remote, SigningKey.openPgp(exported("")));
            assertThat(status()).isEqualTo("G Jane <jane@example.com> " + fingerprint() + "\n");
            remote.check();
        }

        @Test
        void is_verified_by_git_and_an_audit_for_the_signing_subkey_of_an_encrypted_key() {
            make("some words", "ed25519", "cert", "never");
            gpg("--passphrase", "some words", "--quick-add-key", fingerprint(), "cv25519", "encr", "never");
            gpg("--passphrase", "some words", "--quick-add-key", fingerprint(), "rsa2048", "sign", "never");
            publish(remote, SigningKey.openPgp(exported("some words"), "some words"));
            assertThat(status()).isEqualTo("G Jane <jane@example.com> " + fingerprint() + "\n");
            OpenPgpKeys keys = OpenPgpKeys.parse("keys", gpg("--armor", "--export"));
            assertThat(audited(keys))
                    .startsWith("good signature of Jane <jane@example.com> with the subkey ")
                    .endsWith(" of the key " + fingerprint());
            assertThat(audited(OpenPgpKeys.none())).startsWith("OpenPGP signature, not verified; it names the key ");
        }

        private String audited(OpenPgpKeys keys) {
            AuditOptions options =
                    AuditOptions.builder().since("main~1").openPgpKeys(keys).build();
            try (GitOpsRepository repository =
                    GitOpsRepository.open(remote.folder().toString(), GitCredentials.none())) {
                return repository.audit(options).commits().get(0).signature().text();
            }
        }

        @Test
        void is_the_same_for_the_same_commit() throws IOException {
            Git copy = Git.in(folder).clonedBare(remote.folder(), folder.resolve("copy.git"));
            make("", "ed25519", "sign", "never");
            Path file = Files.writeString(folder.resolve("key.asc"), exported(""));
            publish(remote, SigningKey.read(file));
            publish(copy, SigningKey.read(file));
            assertThat(copy.head()).isEqualTo(remote.head());
        }

        @Test
        void is_refused_for_a_key_that_cannot_sign_or_cannot_be_read() {
            make("some words", "ed25519", "cert", "never");
            String certifies = exported("some words");
            assertInvalid(
                    () -> SigningKey.openPgp(certifies, "some words"),
                    "error GIT_KEY signingKey: no part of the OpenPGP key can sign: it is for other uses, revoked, or without its secret"
                            + " part. Export a key that signs with `gpg --export-secret-keys --armor`.");
            gpg("--passphrase", "some words", "--quick-add-key", fingerprint(), "ed25519", "sign", "never");
            String key = exported("some words");
            assertInvalid(
                    () -> SigningKey.openPgp(key),
                    "error GIT_KEY signingKey: the private key is encrypted, and no passphrase was given. Give its passphrase.");
            assertInvalid(
                    () -> SigningKey.openPgp(key, "other words"),
                    "error GIT_KEY signingKey: the passphrase does not decrypt the private key. Give the passphrase of this key.");
            assertInvalid(
                    () -> SigningKey.openPgp(gpg("--armor", "--export")),
                    "error GIT_KEY signingKey: it is a public key. Give the private key that belongs to it.");
            assertInvalid(
                    () -> SigningKey.openPgp("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nxyz\n"),
                    "error GIT_KEY signingKey: it is not a private key of OpenPGP. Export the one that is to sign with"
                            + " `gpg --export-secret-keys --armor`.");
        }

        @Test
        void is_refused_at_a_time_when_the_key_is_not_valid() {
            make("", "ed25519", "sign", "10d");
            SigningKey key = SigningKey.openPgp(exported(""));
            PublishOptions options = Git.options().withSigningKey(key);
            for (String time : List.of("2025-12-31T23:59:59Z", "2026-01-12T00:00:00Z")) {
                assertInvalid(
                        () -> publish(remote, options.withTime(OffsetDateTime.parse(time))),
                        "error GIT_KEY signingKey: the OpenPGP key `" + fingerprint()
                                + "` may not sign at the time of the commit, `" + time
                                + "`: it was made later, or has expired. Use another key, or check the time.");
            }
            publish(remote, options.withTime(OffsetDateTime.parse("2026-01-05T00:00:00Z")));
            assertThat(remote.run("cat-file", "commit", "main")).contains("\ngpgsig -----BEGIN PGP SIGNATURE-----\n");
        }

        @Test
        void is_refused_for_a_subkey_whose_primary_key_has_expired_or_was_revoked() throws IOException {
            make("", "ed25519", "cert", "10d");
            gpg("--passphrase", "", "--quick-add-key", fingerprint(), "ed25519", "sign", "never");
            PublishOptions options = Git.options().withSigningKey(SigningKey.openPgp(exported("")));
            assertThatThrownBy(() -> publish(remote, options.withTime(OffsetDateTime.parse("2026-01-12T00:00:00Z"))))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageEndingWith("it was made later, or has expired. Use another key, or check the time.");
            Path revocation = home.resolve("openpgp-revocs.d/" + fingerprint() + ".rev");
            Files.writeString(revocation, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
            gpg("--import", revocation.toString());
            String revoked = exported("");
            assertInvalid(
                    () -> SigningKey.openPgp(revoked),
                    "error GIT_KEY signingKey: no part of the OpenPGP key can sign: it is for other uses, revoked, or without its secret"
                            + " part. Export a key that signs with `gpg --export-secret-keys --armor`.");
        }

        private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
            assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasMessage(message);
        }
    }
}
