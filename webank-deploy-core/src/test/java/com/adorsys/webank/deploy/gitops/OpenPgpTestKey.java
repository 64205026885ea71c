package com.adorsys.webank.deploy.gitops;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.RevocationReasonTags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key of OpenPGP that is put together from signatures of any kind. */
final class OpenPgpTestKey {
    private final Instant made;
    private final PGPKeyPair pair;
    private final List<PGPPublicKey> subkeys = new ArrayList<>();
    private PGPPublicKey primary;

    OpenPgpTestKey(Instant made) {
        this(made, pair(made));
    }

    private OpenPgpTestKey(Instant made, PGPKeyPair pair) {
        this.made = made;
        this.pair = pair;
        this.primary = pair.getPublicKey();
    }

    private static PGPKeyPair pair(Instant made) {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return get(() -> new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.EDDSA_LEGACY,
                generator.generateKeyPair(),
                Date.from(made)));
    }

    private interface Step<T> {
        T run() throws PGPException;
    }

    private interface Settings {
        void set(PGPSignatureSubpacketGenerator hashed) throws IOException;
    }

    private static <T> T get(Step<T> step) {
        try {
            return step.run();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key pair, with what was added until now. */
    OpenPgpTestKey copy() {
        OpenPgpTestKey copy = new OpenPgpTestKey(made, pair);
        copy.primary = primary;
        copy.subkeys.addAll(subkeys);
        return copy;
    }

    String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(primary.getFingerprint());
    }

    OpenPgpTestKey withUser(String user, Instant time, int flags, long seconds) {
        PGPSignature signature =
                get(() -> generator(PGPSignature.POSITIVE_CERTIFICATION, HashAlgorithmTags.SHA512, time, hashed -> {
                            if (flags != 0) {
                                hashed.setKeyFlags(true, flags);
                            }
                            hashed.setKeyExpirationTime(true, seconds);
                        })
                        .generateCertification(user, pair.getPublicKey()));
        primary = PGPPublicKey.addCertification(primary, user, signature);
        return this;
    }

    OpenPgpTestKey withUserSignedBy(OpenPgpTestKey other, String user) {
        PGPSignature signature = get(
                () -> other.generator(PGPSignature.POSITIVE_CERTIFICATION, HashAlgorithmTags.SHA512, made, hashed -> {})
                        .generateCertification(user, pair.getPublicKey()));
        primary = PGPPublicKey.addCertification(primary, user, signature);
        return this;
    }

    OpenPgpTestKey withoutUser(String user, Instant time) {
        PGPSignature signature = get(() -> generator(
                        PGPSignature.CERTIFICATION_REVOCATION,
                        HashAlgorithmTags.SHA512,
                        time,
                        hashed -> hashed.setRevocationReason(false, RevocationReasonTags.USER_NO_LONGER_VALID, ""))
                .generateCertification(user, pair.getPublicKey()));
        primary = PGPPublicKey.addCertification(primary, user, signature);
        return this;
    }

    /** With a signature that says nothing, such as that which names a revoker. */
    OpenPgpTestKey withDirectSignature(Instant time) {
        PGPSignature signature =
                get(() -> generator(PGPSignature.DIRECT_KEY, HashAlgorithmTags.SHA512, time, hashed -> {})
                        .generateCertification(pair.getPublicKey()));
        primary = PGPPublicKey.addCertification(primary, signature);
        return this;
    }

    OpenPgpTestKey withRevocation(OpenPgpTestKey by, byte reason, Instant time) {
        PGPSignature signature = get(() -> by.generator(
                        PGPSignature.KEY_REVOCATION,
                        HashAlgorithmTags.SHA512,
                        time,
                        hashed -> hashed.setRevocationReason(false, reason, ""))
                .generateCertification(pair.getPublicKey()));
        primary = PGPPublicKey.addCertification(primary, signature);
        return this;
    }

    PGPSignature binding(OpenPgpTestKey subkey, int flags, long seconds, boolean isSignedBack) {
        return get(() -> {
            PGPSignature back = subkey.generator(
                            PGPSignature.PRIMARYKEY_BINDING, HashAlgorithmTags.SHA512, made, hashed -> {})
                    .generateCertification(pair.getPublicKey(), subkey.asSubkey());
            return generator(PGPSignature.SUBKEY_BINDING, HashAlgorithmTags.SHA512, made, hashed -> {
                        hashed.setKeyFlags(true, flags);
                        hashed.setKeyExpirationTime(true, seconds);
                        if (isSignedBack) {
                            hashed.addEmbeddedSignature(false, back);
                        }
                    })
                    .generateCertification(pair.getPublicKey(), subkey.asSubkey());
        });
    }

    PGPSignature subkeyRevocation(OpenPgpTestKey subkey, Instant time) {
        return get(() -> generator(
                        PGPSignature.SUBKEY_REVOCATION,
                        HashAlgorithmTags.SHA512,
                        time,
                        hashed -> hashed.setRevocationReason(false, RevocationReasonTags.KEY_SUPERSEDED, ""))
                .generateCertification(pair.getPublicKey(), subkey.asSubkey()));
    }

    OpenPgpTestKey withSubkey(OpenPgpTestKey subkey, PGPSignature... signatures) {
        PGPPublicKey key = subkey.asSubkey();
        for (PGPSignature signature : signatures) {
            key = PGPPublicKey.addCertification(key, signature);
        }
        subkeys.add(key);
        return this;
    }

    private PGPPublicKey asSubkey() {
        return get(() -> pair.asSubkey(new BcKeyFingerprintCalculator()).getPublicKey());
    }

    private PGPSignatureGenerator generator(int type, int digest, Instant time, Settings settings) throws PGPException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, digest), pair.getPublicKey());
        generator.init(type, pair.getPrivateKey());
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setIssuerFingerprint(false, pair.getPublicKey());
        hashed.setSignatureCreationTime(false, Date.from(time));
        try {
            settings.set(hashed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        generator.setHashedSubpackets(hashed.generate());
        return generator;
    }

    byte[] signature(byte[] content, Instant time) {
        return signature(content, time, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA512);
    }

    byte[] signature(byte[] content, Instant time, int type, int digest) {
        PGPSignature signature = get(() -> {
            PGPSignatureGenerator generator = generator(type, digest, time, hashed -> {});
            generator.update(content);
            return generator.generate();
        });
        return armored(signature::encode).getBytes(StandardCharsets.UTF_8);
    }

    /** The public keys. */
    String armored() {
        List<PGPPublicKey> keys = new ArrayList<>(List.of(primary));
        keys.addAll(subkeys);
        return armored(new PGPPublicKeyRing(keys)::encode) + "\n";
    }

    private interface Encoding {
        void write(OutputStream out) throws IOException;
    }

    private static String armored(Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            encoding.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
