package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A private key that commits are signed with, of SSH or of OpenPGP. Immutable. Neither {@link #toString} nor any message
 * of this library shows it or its passphrase.
 *
 * <p>Nothing of the user's configuration, keyrings or agents is used. The signature has the time of the commit. With an
 * Ed25519 or RSA key the same commit gets the same signature; ECDSA and DSA draw random numbers.
 */
public final class SigningKey {
    private static final Location TEXT = Location.of("signingKey");

    private final CommitSigner signer;

    private SigningKey(CommitSigner signer) {
        this.signer = signer;
    }

    /** A key of SSH: Git verifies its signatures by {@code gpg.ssh.allowedSignersFile}. */
    public static SigningKey of(SshKey key) {
        return new SigningKey(new SshSigner(key));
    }

    /**
     * A key of OpenPGP without a passphrase.
     *
     * @throws InvalidInput as {@link #openPgp(String, String)} does
     */
    public static SigningKey openPgp(String text) {
        return openPgp(text, "");
    }

    /**
     * A key of OpenPGP, as {@code gpg --export-secret-keys --armor} writes it. It signs with its newest subkey that may
     * sign at the time of the commit, or with the primary key if it has none. The primary key must be valid then, too.
     *
     * @param passphrase what it is encrypted with; empty if it is not encrypted
     * @throws InvalidInput if the text is not one such key, no part of it may sign, or the passphrase does not decrypt it
     */
    public static SigningKey openPgp(String text, String passphrase) {
        return new SigningKey(OpenPgpSigner.parse(PrivateKeyText.of(text, TEXT), passphrase));
    }

    /**
     * Reads the file of a key without a passphrase.
     *
     * @throws InvalidInput as {@link #read(Path, String)} does
     */
    public static SigningKey read(Path file) {
        return read(file, "");
    }

    /**
     * Reads the file of a key, of SSH or of OpenPGP.
     *
     * @param passphrase what it is encrypted with; empty if it is not encrypted
     * @throws InvalidInput as {@link SshKey#read} and {@link #openPgp(String, String)} do
     */
    public static SigningKey read(Path file, String passphrase) {
        PrivateKeyText text = PrivateKeyText.read(file);
        return text.isOpenPgp()
                ? new SigningKey(OpenPgpSigner.parse(text, passphrase))
                : of(SshKey.parse(text, passphrase));
    }

    /** The signature of a commit, in ASCII. */
    byte[] sign(byte[] commit, Instant time) {
        return signer.sign(commit, time);
    }

    /** Whether a text contains the key. */
    boolean isIn(String text) {
        return signer.isIn(text);
    }

    /** The kind of the key and its fingerprint. */
    @Override
    public String toString() {
        return signer.toString();
    }
}
