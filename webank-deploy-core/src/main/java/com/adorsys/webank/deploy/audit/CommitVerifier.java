package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.audit.CommitSignature.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the signatures of commits. Immutable.
 *
 * <p>A signature of SSH contains its key, so it is always verified; whose key it is, {@link AllowedSigners} say. A signature
 * of OpenPGP is verified if there is an {@link OpenPgpVerifier}; otherwise the key that it names is shown. A signature of
 * X.509 is not verified.
 */
public final class CommitVerifier {
    private static final String SSH = "SSH";
    private static final String OPEN_PGP = "OpenPGP";
    /** That of RFC 4880, which GnuPG makes. */
    private static final int OPEN_PGP_VERSION = 4;

    private static final String END = "-----END ";
    /** A checksum is longer. */
    private static final int LONGEST_PADDING = 2;

    private final AllowedSigners signers;
    private final OpenPgpVerifier openPgp;

    private CommitVerifier(AllowedSigners signers, OpenPgpVerifier openPgp) {
        this.signers = signers;
        this.openPgp = openPgp;
    }

    /** A verifier with these signers of SSH, and without keys of OpenPGP. */
    public static CommitVerifier of(AllowedSigners signers) {
        return new CommitVerifier(signers, (signature, content, time) -> OpenPgpVerification.notVerified(""));
    }

    /** A copy that verifies signatures of OpenPGP. */
    public CommitVerifier withOpenPgp(OpenPgpVerifier verifier) {
        return new CommitVerifier(signers, verifier);
    }

    /**
     * Reads and verifies a signature.
     *
     * @param armor the signature as the commit has it
     * @param content what is signed: the commit without the signature
     * @param time when the commit was made
     */
    public CommitSignature verify(byte[] armor, byte[] content, Instant time) {
        String text = new String(armor, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith("-----BEGIN SSH SIGNATURE-----")) {
            return ssh(text, content, time);
        }
        if (text.startsWith("-----BEGIN PGP ")) {
            return openPgp(text, content, time);
        }
        if (text.startsWith("-----BEGIN SIGNED MESSAGE-----")) {
            return new CommitSignature(Status.NOT_VERIFIED, "X.509", "", List.of(), "X.509 signature, not verified");
        }
        return bad("", "", "it is of no known format");
    }

    private CommitSignature openPgp(String armor, byte[] content, Instant time) {
        byte[] signature = bytes(armor).orElse(new byte[0]);
        String named = OpenPgpIssuer.of(signature).orElse("");
        OpenPgpVerification verified = OpenPgpIssuer.packet(signature)
                .map(packet -> packet[0] == OPEN_PGP_VERSION
                        ? openPgp.verify(packet, content, time)
                        : OpenPgpVerification.notVerified("since its version is not supported"))
                .orElse(OpenPgpVerification.bad("it cannot be read"));
        return switch (verified.status()) {
            case GOOD -> good(OPEN_PGP, verified.key(), List.of(Printable.line(verified.user())), verified.detail());
            case INVALID_KEY -> valid(Status.INVALID_KEY, OPEN_PGP, verified.key(), verified.detail());
            case BAD -> bad(OPEN_PGP, named, verified.detail());
            default -> notVerified(OPEN_PGP, named, verified.detail());
        };
    }

    private CommitSignature ssh(String armor, byte[] content, Instant time) {
        SshSignature signature;
        try {
            signature = SshSignature.parse(bytes(armor).orElseThrow(IllegalArgumentException::new));
        } catch (IllegalArgumentException e) {
            return bad(SSH, "", "it cannot be read");
        }
        String key = SshPublicKey.fingerprint(signature.key());
        if (!signature.namespace().equals(SshSignature.NAMESPACE)) {
            return bad(SSH, key, "it was not made for Git");
        }
        if (!signature.isSupported()) {
            return notVerified(SSH, key, "since its kind of key is not supported");
        }
        if (!signature.verifies(content)) {
            return bad(SSH, key, "it does not fit the commit");
        }
        List<String> principals = signers.principals(key, time);
        if (!principals.isEmpty()) {
            return good(SSH, key, principals, "the key " + key);
        }
        if (!signers.areGiven()) {
            String why = "no allowed signers were given to tell whose key it is";
            return new CommitSignature(
                    Status.UNKNOWN_KEY, SSH, key, List.of(), "valid signature of the key " + key + "; " + why);
        }
        return signers.has(key)
                ? valid(Status.INVALID_KEY, SSH, key, "which was not allowed to sign at the time of the commit")
                : valid(Status.UNKNOWN_KEY, SSH, key, "which is not among the allowed signers");
    }

    private static CommitSignature good(String format, String key, List<String> principals, String with) {
        return new CommitSignature(
                Status.GOOD,
                format,
                key,
                principals,
                "good signature of " + String.join(", ", principals) + " with " + with);
    }

    private static CommitSignature valid(Status status, String format, String key, String why) {
        return new CommitSignature(status, format, key, List.of(), "valid signature of the key " + key + ", " + why);
    }

    private static CommitSignature notVerified(String format, String key, String why) {
        String reason = why.isEmpty() ? "" : ", " + why;
        return new CommitSignature(
                Status.NOT_VERIFIED,
                format,
                key,
                List.of(),
                format + " signature, not verified" + reason + naming(key));
    }

    private static CommitSignature bad(String format, String key, String why) {
        return new CommitSignature(Status.BAD, format, key, List.of(), "BAD signature: " + why + naming(key));
    }

    private static String naming(String key) {
        return key.isEmpty() ? "" : "; it names the key " + key;
    }

    /** What the armor contains; headers and the checksum of OpenPGP are skipped. */
    private static Optional<byte[]> bytes(String armor) {
        StringBuilder base64 = new StringBuilder();
        boolean isBody = false;
        for (String line : armor.lines().map(String::strip).toList()) {
            if (line.startsWith(END) || line.startsWith("=") && line.length() > LONGEST_PADDING) {
                break;
            }
            if (isBody && line.indexOf(':') < 0) {
                base64.append(line);
            }
            isBody = true;
        }
        try {
            return Optional.of(Base64.getDecoder().decode(base64.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
