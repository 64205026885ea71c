package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * A private key of SSH: Ed25519, ECDSA or RSA, as {@code ssh-keygen} writes it, in the form of OpenSSH or PEM. Immutable.
 * Neither {@link #toString} nor any message of this library shows it or its passphrase.
 */
public final class SshKey {
    private static final List<String> TYPES =
            List.of("ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa");
    private static final Location TEXT = Location.of("sshKey");

    private final KeyPair pair;
    private final PrivateKeyText text;
    private final String shown;

    private SshKey(KeyPair pair, PrivateKeyText text) {
        this.pair = pair;
        this.text = text;
        this.shown = KeyUtils.getKeyType(pair) + " key " + Problem.quote(SshBlobs.fingerprint(pair.getPublic()));
    }

    /**
     * A key without a passphrase.
     *
     * @throws InvalidInput as {@link #of(String, String)} does
     */
    public static SshKey of(String text) {
        return of(text, "");
    }

    /**
     * A key, and the passphrase that it is encrypted with; empty if it is not encrypted.
     *
     * @throws InvalidInput if the text is not such a private key, or the passphrase does not decrypt it
     */
    public static SshKey of(String text, String passphrase) {
        return parse(PrivateKeyText.of(text, TEXT), passphrase);
    }

    /**
     * Reads the file of a key without a passphrase.
     *
     * @throws InvalidInput as {@link #read(Path, String)} does
     */
    public static SshKey read(Path file) {
        return read(file, "");
    }

    /**
     * Reads the file of a key, such as {@code id_ed25519}.
     *
     * @param passphrase what it is encrypted with; empty if it is not encrypted
     * @throws InvalidInput as {@link #of(String, String)} does, and if the file cannot be read
     */
    public static SshKey read(Path file, String passphrase) {
        return parse(PrivateKeyText.read(file), passphrase);
    }

    static SshKey parse(PrivateKeyText text, String passphrase) {
        if (text.isOpenPgp()) {
            throw text.invalid("it is a key of OpenPGP, not of SSH", "give a private key that `ssh-keygen` made");
        }
        if (text.has("ENCRYPTED PRIVATE KEY")) {
            throw text.invalid(
                    "the private key is encrypted in the form PKCS#8, which is not supported",
                    "rewrite it with `ssh-keygen -p -f FILE`");
        }
        Passphrase given = new Passphrase(passphrase);
        Iterator<KeyPair> pairs;
        try {
            Iterable<KeyPair> read = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("key"),
                    new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8)),
                    given);
            pairs = read == null ? List.<KeyPair>of().iterator() : read.iterator();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw given.isAsked
                    ? text.undecryptable(passphrase)
                    : text.invalid("the private key cannot be read", "give the file as `ssh-keygen` wrote it");
        }
        if (!pairs.hasNext()) {
            throw text.invalid("it is not a private key of SSH", "give a private key that `ssh-keygen` made");
        }
        KeyPair pair = pairs.next();
        if (!TYPES.contains(KeyUtils.getKeyType(pair))) {
            throw text.invalid(
                    "the private key is of a kind that is not supported",
                    "use Ed25519, ECDSA or RSA of 2048 bits or more");
        }
        return new SshKey(pair, text);
    }

    /** Gives the passphrase, and notes that it was needed. */
    private static final class Passphrase implements FilePasswordProvider {
        private final String passphrase;
        private boolean isAsked;

        Passphrase(String passphrase) {
            this.passphrase = passphrase;
        }

        @Override
        public String getPassword(SessionContext session, NamedResource resource, int attempt) {
            isAsked = true;
            return passphrase;
        }
    }

    KeyPair pair() {
        return pair;
    }

    /** The kind and the fingerprint of the public key, for messages. */
    String shown() {
        return shown;
    }

    /** Whether a text contains the key. */
    boolean isIn(String other) {
        return text.isIn(other);
    }

    /** Keys are equal if their public keys are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SshKey that
                && Arrays.equals(SshBlobs.of(pair.getPublic()), SshBlobs.of(that.pair.getPublic()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(SshBlobs.of(pair.getPublic()));
    }

    /** The kind of the key and the fingerprint of its public key. */
    @Override
    public String toString() {
        return shown;
    }
}
