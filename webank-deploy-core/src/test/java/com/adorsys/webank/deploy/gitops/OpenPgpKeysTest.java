package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.audit.AllowedSigners;
import com.adorsys.webank.deploy.audit.CommitSignature;
import com.adorsys.webank.deploy.audit.CommitSignature.Status;
import com.adorsys.webank.deploy.audit.CommitVerifier;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenPgpKeysTest {
    private static final Instant TIME = Instant.parse("2026-11-28T09:00:00Z");
    private static final String JANE = "6E7B8D515E0EDB764512DF0B70AAEE4A592FABC4";
    private static final String JOE = "C03390160EAD3408D3CAB6E9631BAE5585AFA052";
    private static final String SUBKEY_OF_JOE = "2547A7F6EB499C15D98EEDAF09CCD25ADD1B2168";

    private static String resource(String name) {
        try (InputStream in = OpenPgpKeysTest.class.getResourceAsStream("commits/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommitVerifier verifier(String keys) {
        return OpenPgpKeys.parse("keys", keys).addTo(CommitVerifier.of(AllowedSigners.none()));
    }

    private static CommitSignature verify(String raw, String keys) {
        SignedCommit commit = SignedCommit.parse(raw.getBytes(StandardCharsets.UTF_8));
        return verifier(keys).verify(commit.signature().orElseThrow(), commit.content(), TIME);
    }

    /** Of commits that Git signed with GnuPG, which Git finds good with the keys of the file. */
    @Nested
    class Signatures_of_GnuPG {
        private final String keys = resource("openpgp-keys");

        @ParameterizedTest
        @CsvSource({
            "openpgp, Jane Doe <jane@example.com>, " + JANE + ", the key " + JANE,
            "openpgp-subkey, Joe Doe <joe@example.com>, " + SUBKEY_OF_JOE + ", the subkey " + SUBKEY_OF_JOE
                    + " of the key " + JOE
        })
        void name_their_signer_and_fit_only_their_commit(String file, String user, String key, String with) {
            String raw = resource(file + ".commit");

            CommitSignature good = verify(raw, keys);

            assertThat(good).hasToString("good signature of " + user + " with " + with);
            assertThat(good.status()).isEqualTo(Status.GOOD);
            assertThat(good.key()).isEqualTo(key);
            assertThat(good.principals()).containsExactly(user);
            CommitSignature bad = verify(raw.replace("\nSigned by", "\nsigned by"), keys);
            assertThat(bad).hasToString("BAD signature: it does not fit the commit; it names the key " + key);
            assertThat(bad.status()).isEqualTo(Status.BAD);
        }

        @Test
        void of_other_keys_are_not_verified() {
            String key = keys.substring(keys.lastIndexOf("-----BEGIN"));

            CommitSignature signature = verify(resource("openpgp.commit"), key);

            assertThat(signature)
                    .hasToString(
                            "OpenPGP signature, not verified, since its key is not among the given ones; it names the"
                                    + " key " + JANE);
            assertThat(signature.status()).isEqualTo(Status.NOT_VERIFIED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"openpgp", "openpgp-subkey"})
        void are_not_accepted_if_a_bit_of_what_is_signed_or_of_the_signature_is_changed(String file) {
            SignedCommit commit = SignedCommit.parse(resource(file + ".commit").getBytes(StandardCharsets.UTF_8));
            CommitVerifier verifier = verifier(keys);
            byte[] packet = packet(commit.signature().orElseThrow());
            List<Integer> accepted = new ArrayList<>();
            for (int i = 0; i < packet.length; i++) {
                for (int bit : List.of(0x01, 0x80)) {
                    byte[] changed = packet.clone();
                    changed[i] ^= (byte) bit;
                    if (verifier.verify(armored(changed), commit.content(), TIME)
                                    .status()
                            == Status.GOOD) {
                        accepted.add(i);
                    }
                }
            }
            // Not signed: the type of the last subpacket, which repeats the id of the key, and the first bytes of the
            // digest.
            int type = indexOf(packet, new byte[] {0, 10, 9, 16}) + 3;
            assertThat(accepted).containsOnly(type, type + 9, type + 10);
            byte[] content = commit.content();
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 1;
                assertThat(verifier.verify(armored(packet), changed, TIME).status())
                        .as("byte " + i)
                        .isEqualTo(Status.BAD);
            }
        }

        @Test
        void that_are_not_one_signature_are_bad() {
            SignedCommit commit = SignedCommit.parse(resource("openpgp.commit").getBytes(StandardCharsets.UTF_8));
            byte[] packet = packet(commit.signature().orElseThrow());
            byte[] twice = new byte[packet.length * 2];
            System.arraycopy(packet, 0, twice, 0, packet.length);
            System.arraycopy(packet, 0, twice, packet.length, packet.length);

            for (byte[] other : List.of(twice, new byte[0], new byte[] {1, 2, 3})) {
                assertThat(verifier(keys)
                                .verify(armored(other), commit.content(), TIME)
                                .text())
                        .startsWith("BAD signature: it cannot be read");
            }
            byte[] version6 = packet.clone();
            version6[2] = 6;
            assertThat(verifier(keys).verify(armored(version6), commit.content(), TIME))
                    .hasToString("OpenPGP signature, not verified, since its version is not supported");
        }

        private static int indexOf(byte[] bytes, byte[] part) {
            int at = 0;
            while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                at++;
            }
            return at;
        }

        private static byte[] packet(byte[] armor) {
            String text = new String(armor, StandardCharsets.UTF_8);
            return Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\n=....(?=\n)|\\s", ""));
        }

        private static byte[] armored(byte[] packet) {
            return ("-----BEGIN PGP SIGNATURE-----\n\n" + Base64.getEncoder().encodeToString(packet)
                            + "\n-----END PGP SIGNATURE-----\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Of keys with whatever GnuPG does not make. */
    @Nested
    class A_key {
        private static final byte[] CONTENT = "a commit".getBytes(StandardCharsets.UTF_8);
        private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
        private static final Instant BEFORE = TIME.minusSeconds(60);
        private static final Instant AFTER = TIME.plusSeconds(60);
        private static final String USER = "Ann <ann@example.com>";

        private final OpenPgpTestKey key = new OpenPgpTestKey(MADE);
        private final OpenPgpTestKey subkey = new OpenPgpTestKey(MADE);

        private void assertGood(OpenPgpTestKey signer, String keys) {
            CommitSignature signature = signature(signer, keys);
            String with = signer == key
                    ? "the key " + key.fingerprint()
                    : "the subkey " + signer.fingerprint() + " of the key " + key.fingerprint();
            assertThat(signature).hasToString("good signature of " + USER + " with " + with);
        }

        private static void assertInvalid(OpenPgpTestKey signer, String keys, String why) {
            CommitSignature signature = signature(signer, keys);
            assertThat(signature).hasToString("valid signature of the key " + signer.fingerprint() + ", " + why);
            assertThat(signature.status()).isEqualTo(Status.INVALID_KEY);
            assertThat(signature.key()).isEqualTo(signer.fingerprint());
            assertThat(signature.principals()).isEmpty();
        }

        private static CommitSignature signature(OpenPgpTestKey signer, String keys) {
            return verifier(keys).verify(signer.signature(CONTENT, TIME), CONTENT, TIME);
        }

        private String withSubkey(int flags, boolean isSignedBack) {
            return key.withUser(USER, MADE, KeyFlags.CERTIFY_OTHER, 0)
                    .withSubkey(subkey, key.binding(subkey, flags, 0, isSignedBack))
                    .armored();
        }

        @Test
        void that_is_valid_is_good() {
            assertGood(key, key.withUser(USER, MADE, 0, 0).armored());
        }

        @Test
        void signs_only_from_its_creation_until_it_expires() {
            long seconds = TIME.getEpochSecond() - MADE.getEpochSecond();
            assertGood(
                    key,
                    key.withUser(USER, MADE, KeyFlags.SIGN_DATA, seconds + 1).armored());
            OpenPgpTestKey expired = new OpenPgpTestKey(MADE);
            assertInvalid(
                    expired,
                    expired.withUser(USER, MADE, KeyFlags.SIGN_DATA, seconds).armored(),
                    "which had expired at the time of the commit");
            OpenPgpTestKey later = new OpenPgpTestKey(AFTER);
            assertInvalid(later, later.withUser(USER, AFTER, 0, 0).armored(), "which was made after the commit");
        }

        @Test
        void must_be_valid_at_the_time_of_the_signature_too() {
            long seconds = TIME.getEpochSecond() - MADE.getEpochSecond();
            String keys = key.withUser(USER, MADE, 0, seconds).armored();

            assertThat(verifier(keys).verify(key.signature(CONTENT, TIME), CONTENT, BEFORE))
                    .hasToString("valid signature of the key " + key.fingerprint()
                            + ", which had expired at the time of the signature");
        }

        @Test
        void that_was_extended_was_valid_before_too() {
            assertGood(
                    key,
                    key.withUser(USER, MADE, 0, 1).withUser(USER, AFTER, 0, 0).armored());
        }

        @Test
        void that_is_revoked_does_not_sign_after_that() {
            OpenPgpTestKey other = new OpenPgpTestKey(MADE);
            key.withUser(USER, MADE, 0, 0);
            assertGood(
                    key,
                    key.copy()
                            .withRevocation(key, RevocationReasonTags.KEY_RETIRED, AFTER)
                            .armored());
            assertGood(
                    key,
                    key.copy()
                            .withRevocation(other, RevocationReasonTags.KEY_COMPROMISED, BEFORE)
                            .armored());
            assertInvalid(
                    key,
                    key.copy()
                            .withRevocation(key, RevocationReasonTags.KEY_RETIRED, BEFORE)
                            .armored(),
                    "which was revoked at the time of the commit");
            assertInvalid(
                    key,
                    key.copy()
                            .withRevocation(key, RevocationReasonTags.KEY_COMPROMISED, AFTER)
                            .armored(),
                    "which was revoked at the time of the commit");
        }

        @Test
        void of_which_one_copy_is_revoked_is_revoked() {
            String valid = key.withUser(USER, MADE, 0, 0).armored();
            String revoked = key.withRevocation(key, RevocationReasonTags.NO_REASON, AFTER)
                    .armored();

            assertInvalid(key, valid + revoked, "which was revoked at the time of the commit");
            assertInvalid(key, revoked + valid, "which was revoked at the time of the commit");
        }

        @Test
        void must_have_a_user_id_that_it_signed_and_did_not_revoke() {
            String none = "which had no valid user ID at the time of the commit";
            assertInvalid(key, key.armored(), none);
            assertInvalid(
                    key,
                    key.copy().withUserSignedBy(new OpenPgpTestKey(MADE), USER).armored(),
                    none);
            key.withUser(USER, MADE, 0, 0);
            assertInvalid(key, key.copy().withoutUser(USER, BEFORE).armored(), none);
            assertGood(
                    key,
                    key.copy()
                            .withUser("Old", MADE, 0, 0)
                            .withoutUser("Old", BEFORE)
                            .armored());
        }

        @Test
        void must_be_one_that_may_sign() {
            assertInvalid(
                    key, key.withUser(USER, MADE, KeyFlags.CERTIFY_OTHER, 0).armored(), "which may not sign");
        }

        @Test
        void keeps_what_its_user_id_says_if_a_newer_signature_says_nothing() {
            long seconds = TIME.getEpochSecond() - MADE.getEpochSecond();
            OpenPgpTestKey certifier = new OpenPgpTestKey(MADE);

            assertInvalid(
                    key,
                    key.withUser(USER, MADE, 0, seconds)
                            .withDirectSignature(AFTER)
                            .armored(),
                    "which had expired at the time of the commit");
            assertInvalid(
                    certifier,
                    certifier
                            .withUser(USER, MADE, KeyFlags.CERTIFY_OTHER, 0)
                            .withDirectSignature(AFTER)
                            .armored(),
                    "which may not sign");
        }

        @Test
        void signs_by_a_subkey_that_it_has_bound_and_that_has_signed_back() {
            assertGood(subkey, withSubkey(KeyFlags.SIGN_DATA, true));
        }

        @Test
        void does_not_sign_by_a_subkey_that_may_not() {
            assertInvalid(subkey, withSubkey(KeyFlags.ENCRYPT_COMMS, true), "which may not sign");
        }

        @Test
        void does_not_own_a_subkey_that_has_not_signed_back() {
            assertInvalid(
                    subkey, withSubkey(KeyFlags.SIGN_DATA, false), "which did not sign the binding to its primary key");
        }

        @Test
        void does_not_own_a_subkey_that_another_key_has_bound() {
            OpenPgpTestKey other = new OpenPgpTestKey(MADE);
            assertInvalid(
                    subkey,
                    key.withUser(USER, MADE, 0, 0)
                            .withSubkey(subkey, other.binding(subkey, KeyFlags.SIGN_DATA, 0, true))
                            .armored(),
                    "which is not bound to its primary key");
        }

        @Test
        void that_claims_the_subkey_of_another_does_not_hide_its_owner() {
            OpenPgpTestKey thief = new OpenPgpTestKey(MADE);
            thief.withUser("Thief", MADE, 0, 0).withSubkey(subkey, thief.binding(subkey, KeyFlags.SIGN_DATA, 0, false));
            String owned = withSubkey(KeyFlags.SIGN_DATA, true);

            assertGood(subkey, thief.armored() + owned);
            assertGood(subkey, owned + thief.armored());
        }

        @Test
        void does_not_sign_by_a_subkey_if_one_of_the_two_is_expired_or_revoked() {
            long seconds = TIME.getEpochSecond() - MADE.getEpochSecond();
            key.withUser(USER, MADE, 0, 0);
            assertInvalid(
                    subkey,
                    key.copy()
                            .withSubkey(subkey, key.binding(subkey, KeyFlags.SIGN_DATA, seconds, true))
                            .armored(),
                    "which had expired at the time of the commit");
            PGPSignature binding = key.binding(subkey, KeyFlags.SIGN_DATA, 0, true);
            assertInvalid(
                    subkey,
                    key.copy()
                            .withSubkey(subkey, binding, key.subkeyRevocation(subkey, BEFORE))
                            .armored(),
                    "which was revoked at the time of the commit");
            assertInvalid(
                    subkey,
                    key.copy()
                            .withSubkey(subkey, binding)
                            .withRevocation(key, RevocationReasonTags.KEY_SUPERSEDED, BEFORE)
                            .armored(),
                    "whose primary key was revoked at the time of the commit");
        }

        @Test
        void makes_no_valid_signature_with_a_weak_digest_or_of_another_type() {
            String keys = key.withUser(USER, MADE, 0, 0).armored();

            assertThat(verifier(keys)
                            .verify(
                                    key.signature(CONTENT, TIME, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA1),
                                    CONTENT,
                                    TIME)
                            .status())
                    .isEqualTo(Status.BAD);
            assertThat(verifier(keys)
                            .verify(
                                    key.signature(
                                            CONTENT,
                                            TIME,
                                            PGPSignature.CANONICAL_TEXT_DOCUMENT,
                                            HashAlgorithmTags.SHA512),
                                    CONTENT,
                                    TIME))
                    .hasToString(
                            "OpenPGP signature, not verified, since its kind of signature is not supported; it names"
                                    + " the key " + key.fingerprint());
        }
    }

    @Nested
    class A_text {
        @Test
        void without_readable_public_keys_is_refused() {
            String keys = resource("openpgp-keys");
            assertInvalid("", "it contains no public key of OpenPGP");
            assertInvalid("ssh-ed25519 AAAA", "it contains no public key of OpenPGP");
            assertInvalid(keys.replace("PUBLIC KEY", "PRIVATE KEY"), "it contains a private key of OpenPGP");
            assertInvalid(keys.substring(0, 200), "a public key of OpenPGP cannot be read");
            assertInvalid(
                    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxyz\n-----END PGP PUBLIC KEY BLOCK-----\n",
                    "a public key of OpenPGP cannot be read");
            String signature = resource("openpgp.commit").replaceAll("(?s).*?gpgsig |\n\n[^ ].*", "");
            assertInvalid(
                    signature.replaceAll("(?m)^ ", "").replace("PGP SIGNATURE", "PGP PUBLIC KEY BLOCK"),
                    "a public key of OpenPGP cannot be read");
        }

        @Test
        void may_have_several_keys_and_other_lines() {
            String keys = resource("openpgp-keys");
            assertThat(OpenPgpKeys.parse("keys", "# the team\n\n" + keys + "# end\n" + keys))
                    .hasToString("2 OpenPGP keys");
            assertThat(OpenPgpKeys.parse("keys", keys.replace("\n", "\r\n"))).hasToString("2 OpenPGP keys");
            assertThat(OpenPgpKeys.none()).hasToString("0 OpenPGP keys");
        }

        private static void assertInvalid(String text, String what) {
            assertThatThrownBy(() -> OpenPgpKeys.parse("keys", text))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(
                            "keys: error GIT_KEY: " + what + ". Export the public keys with `gpg --export --armor`.");
        }
    }
}
