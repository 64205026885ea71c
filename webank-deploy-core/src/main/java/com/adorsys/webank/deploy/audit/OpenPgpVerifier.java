package com.adorsys.webank.deploy.audit;

import java.time.Instant;

/** Verifies signatures of OpenPGP with public keys. */
@FunctionalInterface
public interface OpenPgpVerifier {
    /**
     * Verifies the signature of a commit.
     *
     * @param signature the body of a signature packet of version 4; a stranger may have written it
     * @param content what is signed
     * @param time when the commit was made
     */
    OpenPgpVerification verify(byte[] signature, byte[] content, Instant time);
}
