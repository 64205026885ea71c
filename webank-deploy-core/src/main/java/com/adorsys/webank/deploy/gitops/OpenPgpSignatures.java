package com.adorsys.webank.deploy.gitops;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** What holds for every signature of OpenPGP. */
final class OpenPgpSignatures {
    private static final int VERSION = 4;
    /** Of a signature packet in the old format, with a length of 4 bytes. */
    private static final byte HEADER = (byte) 0x8A;

    private static final int HEADER_LENGTH = 5;
    private static final int SHORTEST_RSA_OR_DSA = 1024;
    private static final Set<Integer> DIGESTS = Set.of(
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512,
            HashAlgorithmTags.SHA3_256,
            HashAlgorithmTags.SHA3_512);
    /** Whoever does not know a critical subpacket must refuse the signature. These are checked, or restrict nothing. */
    private static final Set<Integer> KNOWN_SUBPACKETS = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS,
            SignatureSubpacketTags.PREFERRED_KEY_SERV,
            SignatureSubpacketTags.PRIMARY_USER_ID,
            SignatureSubpacketTags.POLICY_URL,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.REVOCATION_REASON,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.EMBEDDED_SIGNATURE,
            SignatureSubpacketTags.ISSUER_FINGERPRINT);

    private OpenPgpSignatures() {}

    /** The step of a verification that says what is signed. */
    @FunctionalInterface
    interface Content {
        boolean isSigned(PGPSignature signature) throws PGPException;
    }

    /**
     * Reads the body of a signature packet.
     *
     * @throws IOException if it is not one, or not exactly what is verified: BouncyCastle reads some wrong lengths as if they
     *     were right
     */
    static PGPSignature parse(byte[] packet) throws IOException, PGPException {
        byte[] header = ByteBuffer.allocate(HEADER_LENGTH)
                .put(HEADER)
                .putInt(packet.length)
                .array();
        PGPSignature signature = new PGPSignature(new BCPGInputStream(
                new SequenceInputStream(new ByteArrayInputStream(header), new ByteArrayInputStream(packet))));
        byte[] read = signature.getEncoded();
        int start = read.length - packet.length;
        if (start < 0 || !Arrays.equals(read, start, read.length, packet, 0, packet.length)) {
            throw new IOException("not the encoding of a signature");
        }
        return signature;
    }

    /** The fingerprint in capital hexadecimal digits. */
    static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    static Instant made(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    /** Whether it is of the known version, says when it was made, and demands nothing unknown. */
    static boolean isSupported(PGPSignature signature) {
        if (signature.getVersion() != VERSION
                || signature.getHashedSubPackets() == null
                || signature.getHashedSubPackets().getSignatureCreationTime() == null) {
            return false;
        }
        for (int tag : signature.getHashedSubPackets().getCriticalTags()) {
            if (!KNOWN_SUBPACKETS.contains(tag)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a signature of a key for a document; signatures with weak digests are not. */
    static boolean isDocumentSignature(PGPSignature signature, PGPPublicKey key, byte[] content) {
        return DIGESTS.contains(signature.getHashAlgorithm())
                && isSigned(signature, key, each -> {
                    each.update(content);
                    return each.verify();
                });
    }

    /**
     * Whether it is a signature of a key for a part of its own certificate. SHA-1 is accepted, as GnuPG does: keys of before
     * 2020 have it, and only their owners could prepare a collision.
     */
    static boolean isSelfSignature(PGPSignature signature, PGPPublicKey key, Content content) {
        boolean hasDigest = DIGESTS.contains(signature.getHashAlgorithm())
                || signature.getHashAlgorithm() == HashAlgorithmTags.SHA1;
        return hasDigest && isSupported(signature) && isSigned(signature, key, content);
    }

    private static boolean isSigned(PGPSignature signature, PGPPublicKey key, Content content) {
        if (signature.getKeyAlgorithm() != key.getAlgorithm() || isTooShort(key)) {
            return false;
        }
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            return content.isSigned(signature);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    /** Those of elliptic curves, whose numbers follow that of DSA, are shorter. */
    private static boolean isTooShort(PGPPublicKey key) {
        return key.getAlgorithm() <= PGPPublicKey.DSA && key.getBitStrength() < SHORTEST_RSA_OR_DSA;
    }
}
