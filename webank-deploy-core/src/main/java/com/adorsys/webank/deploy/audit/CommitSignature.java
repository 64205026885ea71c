package com.adorsys.webank.deploy.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * By whom a commit is signed. Immutable.
 *
 * <p>A signature of SSH contains its key, so it is verified; whose key it is, {@link AllowedSigners} say. A signature of
 * OpenPGP or X.509 is not verified: of OpenPGP, the key that it names is shown.
 */
public final class CommitSignature {
    private static final String END = "-----END ";
    /** A checksum is longer. */
    private static final int LONGEST_PADDING = 2;

    private static final CommitSignature NONE = new CommitSignature(Status.NONE, "", "", List.of(), "not signed");

    /** What is known of a signature. */
    public enum Status {
        /** The commit is not signed. */
        NONE,
        /** The signature fits the commit, and its key belongs to an allowed signer. */
        GOOD,
        /** The signature fits the commit; its key does not belong to an allowed signer. */
        UNKNOWN_KEY,
        /** It was not verified, since it is of another format or kind of key. */
        NOT_VERIFIED,
        /** It does not fit the commit, or is not a signature. */
        BAD
    }

    private final Status status;
    private final String format;
    private final String key;
    private final List<String> principals;
    private final String text;

    private CommitSignature(Status status, String format, String key, List<String> principals, String text) {
        this.status = status;
        this.format = format;
        this.key = key;
        this.principals = List.copyOf(principals);
        this.text = text;
    }

    /** No signature. */
    public static CommitSignature none() {
        return NONE;
    }

    /**
     * Reads and verifies a signature.
     *
     * @param armor the signature as the commit has it
     * @param content what is signed: the commit without the signature
     * @param time when the commit was made
     */
    public static CommitSignature of(byte[] armor, byte[] content, Instant time, AllowedSigners signers) {
        String text = new String(armor, StandardCharsets.ISO_8859_1).strip();
        if (text.startsWith("-----BEGIN SSH SIGNATURE-----")) {
            return ssh(text, content, time, signers);
        }
        if (text.startsWith("-----BEGIN PGP ")) {
            Optional<String> issuer = bytes(text).flatMap(OpenPgpIssuer::of);
            return new CommitSignature(
                    Status.NOT_VERIFIED,
                    "OpenPGP",
                    issuer.orElse(""),
                    List.of(),
                    "OpenPGP signature, not verified"
                            + issuer.map(key -> "; it names the key " + key).orElse(""));
        }
        if (text.startsWith("-----BEGIN SIGNED MESSAGE-----")) {
            return new CommitSignature(Status.NOT_VERIFIED, "X.509", "", List.of(), "X.509 signature, not verified");
        }
        return bad("", "", "it is of no known format");
    }

    private static CommitSignature ssh(String armor, byte[] content, Instant time, AllowedSigners signers) {
        SshSignature signature;
        try {
            signature = SshSignature.parse(bytes(armor).orElseThrow(IllegalArgumentException::new));
        } catch (IllegalArgumentException e) {
            return bad("SSH", "", "it cannot be read");
        }
        String key = SshPublicKey.fingerprint(signature.key());
        if (!signature.namespace().equals(SshSignature.NAMESPACE)) {
            return bad("SSH", key, "it was not made for Git; it names the key " + key);
        }
        if (!signature.isSupported()) {
            return new CommitSignature(
                    Status.NOT_VERIFIED,
                    "SSH",
                    key,
                    List.of(),
                    "SSH signature, not verified, since its kind of key is not supported; it names the key " + key);
        }
        if (!signature.verifies(content)) {
            return bad("SSH", key, "it does not fit the commit; it names the key " + key);
        }
        List<String> principals = signers.principals(key, time);
        if (!principals.isEmpty()) {
            return new CommitSignature(
                    Status.GOOD,
                    "SSH",
                    key,
                    principals,
                    "good signature of " + String.join(", ", principals) + " with the key " + key);
        }
        String unknown;
        if (!signers.areGiven()) {
            unknown = "; no allowed signers were given to tell whose key it is";
        } else if (signers.has(key)) {
            unknown = ", which was not allowed to sign at the time of the commit";
        } else {
            unknown = ", which is not among the allowed signers";
        }
        return new CommitSignature(
                Status.UNKNOWN_KEY, "SSH", key, List.of(), "valid signature of the key " + key + unknown);
    }

    private static CommitSignature bad(String format, String key, String why) {
        return new CommitSignature(Status.BAD, format, key, List.of(), "BAD signature: " + why);
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

    /** What is known of it. */
    public Status status() {
        return status;
    }

    /** {@code SSH}, {@code OpenPGP} or {@code X.509}; empty if there is no signature of a known format. */
    public String format() {
        return format;
    }

    /**
     * The key that it was made with, or, if it is not verified or bad, that it names: its fingerprint, or in OpenPGP perhaps
     * its id. Empty if it names none.
     */
    public String key() {
        return key;
    }

    /** Whose key it is, as the allowed signers have it; empty unless the signature is good. */
    public List<String> principals() {
        return principals;
    }

    /** All of this in a sentence without its full stop. */
    public String text() {
        return text;
    }

    /** The same as {@link #text}. */
    @Override
    public String toString() {
        return text;
    }
}
