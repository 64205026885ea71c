package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.audit.AllowedSigners;
import com.adorsys.webank.deploy.audit.CommitSignature;
import com.adorsys.webank.deploy.audit.CommitSignature.Status;
import com.adorsys.webank.deploy.audit.CommitVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that {@code git commit -S} signed with keys of ssh-keygen and GnuPG, in {@code commits}, which Git finds good. */
class SignedCommitTest {
    private static final String ED25519 = "SHA256:kz8bvmRgSO9sfFgGxvG6v6roZZahw0bm9jQq8idwfO0";
    private static final AllowedSigners SIGNERS = AllowedSigners.parse("signers", resource("allowed-signers"));

    private static String resource(String name) {
        try (InputStream in = SignedCommitTest.class.getResourceAsStream("commits/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommitSignature signature(String raw, AllowedSigners signers) {
        SignedCommit commit = SignedCommit.parse(raw.getBytes(StandardCharsets.UTF_8));
        return CommitVerifier.of(signers)
                .verify(commit.signature().orElseThrow(), commit.content(), Instant.parse("2026-11-28T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, kz8bvmRgSO9sfFgGxvG6v6roZZahw0bm9jQq8idwfO0",
        "ecdsa256, RDH/kBMdoNCobVt8JRFNdpfRSUtI/DDxJRXZ5GtlQNw",
        "ecdsa384, FbSTLeJsD3NmoHCjG03Wlp7WwvwG/TkerqBjVcHltjQ",
        "ecdsa521, LOQptCrb4OwMPIrSPmUn7KCherq8LCvRy55k4lS6G3s",
        "rsa, PGqxyOJdBJgin0casSVlUSHHIHFucnRkJLSFs331dv0"
    })
    void a_signature_of_ssh_names_its_signer_and_fits_only_its_commit(String kind, String fingerprint) {
        String raw = resource(kind + ".commit");

        assertThat(signature(raw, SIGNERS))
                .hasToString("good signature of " + kind + "@example.com with the key SHA256:" + fingerprint)
                .extracting(CommitSignature::status)
                .isEqualTo(Status.GOOD);
        assertThat(signature(raw.replace("Signed by", "signed by"), SIGNERS))
                .hasToString("BAD signature: it does not fit the commit; it names the key SHA256:" + fingerprint)
                .extracting(CommitSignature::status)
                .isEqualTo(Status.BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa256", "ecdsa384", "ecdsa521", "rsa"})
    void no_changed_bit_of_a_signature_is_accepted(String kind) {
        SignedCommit commit = SignedCommit.parse(resource(kind + ".commit").getBytes(StandardCharsets.UTF_8));
        String armor = new String(commit.signature().orElseThrow(), StandardCharsets.UTF_8);
        String base64 = armor.replaceAll("-----[A-Z ]+-----|\n", "");
        byte[] blob = Base64.getDecoder().decode(base64);
        for (int i = 0; i < blob.length; i++) {
            byte[] changed = blob.clone();
            changed[i] ^= 1;
            String text = "-----BEGIN SSH SIGNATURE-----\n"
                    + Base64.getEncoder().encodeToString(changed) + "\n-----END SSH SIGNATURE-----\n";

            CommitSignature signature = CommitVerifier.of(SIGNERS)
                    .verify(text.getBytes(StandardCharsets.UTF_8), commit.content(), Instant.EPOCH);

            assertThat(signature.status()).as("byte " + i).isIn(Status.BAD, Status.NOT_VERIFIED);
        }
    }

    @Test
    void without_an_allowed_signer_the_key_is_named() {
        String raw = resource("ed25519.commit");

        assertThat(signature(raw, AllowedSigners.none()))
                .hasToString("valid signature of the key " + ED25519
                        + "; no allowed signers were given to tell whose key it is")
                .extracting(CommitSignature::status)
                .isEqualTo(Status.UNKNOWN_KEY);
        assertThat(signature(raw, AllowedSigners.parse("signers", "# nobody\n")))
                .hasToString("valid signature of the key " + ED25519 + ", which is not among the allowed signers");
        String line = resource("allowed-signers").lines().findFirst().orElseThrow();
        String until = line.replace(" ssh-ed25519", " valid-before=\"20261128\",namespaces=\"git\" ssh-ed25519");
        assertThat(signature(raw, AllowedSigners.parse("signers", until)))
                .hasToString("valid signature of the key " + ED25519
                        + ", which was not allowed to sign at the time of the commit")
                .extracting(CommitSignature::status)
                .isEqualTo(Status.INVALID_KEY);
    }

    @Test
    void a_signature_for_another_purpose_is_bad() {
        assertThat(signature(resource("other-namespace.commit"), SIGNERS))
                .hasToString("BAD signature: it was not made for Git; it names the key " + ED25519);
    }

    @Test
    void without_keys_a_signature_of_open_pgp_is_not_verified_and_names_its_key() {
        String raw = resource("openpgp.commit");

        CommitSignature signature = signature(raw, SIGNERS);

        assertThat(signature)
                .hasToString(
                        "OpenPGP signature, not verified; it names the key 6E7B8D515E0EDB764512DF0B70AAEE4A592FABC4");
        assertThat(signature.status()).isEqualTo(Status.NOT_VERIFIED);
        assertThat(signature(raw.replace("by OpenPGP", "by openpgp"), SIGNERS).status())
                .isEqualTo(Status.NOT_VERIFIED);
    }

    @Test
    void other_signatures_are_not_verified_or_bad() {
        String raw = resource("ed25519.commit");

        assertThat(signature(raw.replaceAll("(BEGIN|END) SSH SIGNATURE", "$1 SIGNED MESSAGE"), SIGNERS))
                .hasToString("X.509 signature, not verified");
        assertThat(signature(raw.replaceAll("(BEGIN|END) SSH SIGNATURE", "$1 OTHER"), SIGNERS))
                .hasToString("BAD signature: it is of no known format");
        assertThat(signature(raw.replace("U1NI", "AAAA"), SIGNERS)).hasToString("BAD signature: it cannot be read");
        assertThat(signature(raw.replace("U1NI", "*"), SIGNERS)).hasToString("BAD signature: it cannot be read");
    }

    @Test
    void every_header_of_a_signature_is_left_out_of_the_content() {
        String raw = resource("ed25519.commit");
        String unsigned = raw.replaceAll("(?m)^gpgsig .*\n(?: .*\n)*", "");

        SignedCommit commit = SignedCommit.parse(
                raw.replaceFirst("\n\n", "\ngpgsig-sha256 other\n lines\n\n").getBytes(StandardCharsets.UTF_8));

        assertThat(commit.content()).asString(StandardCharsets.UTF_8).isEqualTo(unsigned);
        SignedCommit plain = SignedCommit.parse(unsigned.getBytes(StandardCharsets.UTF_8));
        assertThat(plain.signature()).isEmpty();
        assertThat(plain.content()).asString(StandardCharsets.UTF_8).isEqualTo(unsigned);
    }
}
