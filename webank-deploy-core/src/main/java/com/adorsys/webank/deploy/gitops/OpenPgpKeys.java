package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.CommitVerifier;
import com.adorsys.webank.deploy.audit.OpenPgpVerifier;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of OpenPGP that signatures of commits are verified with. Immutable.
 *
 * <p>All of them are trusted: whoever owns one of them is a signer. Nothing of the user's keyrings is used. Without keys, the
 * optional dependency {@code org.bouncycastle:bcpg-jdk18on} is not needed.
 */
public final class OpenPgpKeys {
    private static final OpenPgpKeys NONE = new OpenPgpKeys(null);

    private final @Nullable OpenPgpVerifier verifier;

    private OpenPgpKeys(@Nullable OpenPgpVerifier verifier) {
        this.verifier = verifier;
    }

    /** No keys: signatures of OpenPGP are not verified. */
    public static OpenPgpKeys none() {
        return NONE;
    }

    /**
     * Reads one or several public keys, as {@code gpg --export --armor} writes them. Files can be concatenated.
     *
     * @param file the file's name, for messages
     * @throws InvalidInput if a key cannot be read, there is a private key, or there is none
     */
    public static OpenPgpKeys parse(String file, String text) {
        return new OpenPgpKeys(OpenPgpCertificates.parse(text, Location.ofFile(file)));
    }

    CommitVerifier addTo(CommitVerifier commits) {
        return verifier == null ? commits : commits.withOpenPgp(verifier);
    }

    /** How many keys there are. */
    @Override
    public String toString() {
        return verifier == null ? "0 OpenPGP keys" : verifier.toString();
    }
}
