package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** Signs with a key of OpenPGP, without the {@code gpg} program and its keyrings. */
final class OpenPgpSigner implements CommitSigner {
    private final PrivateKeyText text;
    private final PGPPublicKey primary;
    private final List<Part> parts;

    private OpenPgpSigner(PrivateKeyText text, PGPPublicKey primary, List<Part> parts) {
        this.text = text;
        this.primary = primary;
        this.parts = parts;
    }

    /** The primary key or a subkey. */
    private record Part(PGPPublicKey key, PGPPrivateKey secret) {
        Instant made() {
            return key.getCreationTime().toInstant();
        }
    }

    private static boolean isValidAt(PGPPublicKey key, Instant time) {
        Instant made = key.getCreationTime().toInstant();
        long seconds = key.getValidSeconds();
        return !made.isAfter(time) && (seconds == 0 || made.plusSeconds(seconds).isAfter(time));
    }

    static OpenPgpSigner parse(PrivateKeyText text, String passphrase) {
        PGPSecretKeyRing ring = ring(text);
        List<Part> parts = new ArrayList<>();
        for (Iterator<PGPSecretKey> keys = ring.getSecretKeys(); keys.hasNext(); ) {
            PGPSecretKey key = keys.next();
            if (!ring.getPublicKey().hasRevocation() && maySign(key)) {
                parts.add(new Part(key.getPublicKey(), decrypt(key, text, passphrase)));
            }
        }
        if (parts.isEmpty()) {
            throw text.invalid(
                    "no part of the OpenPGP key can sign: it is for other uses, revoked, or without its secret part",
                    "export a key that signs with `gpg --export-secret-keys --armor`");
        }
        return new OpenPgpSigner(text, ring.getPublicKey(), parts);
    }

    private static PGPSecretKeyRing ring(PrivateKeyText text) {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        try (InputStream in =
                PGPUtil.getDecoderStream(new ByteArrayInputStream(text.text().getBytes(StandardCharsets.UTF_8)))) {
            new PGPSecretKeyRingCollection(in, new BcKeyFingerprintCalculator()).forEach(rings::add);
        } catch (IOException | PGPException | RuntimeException e) {
            // It is reported below, without the message of the exception, which is of no help.
            rings.clear();
        }
        if (rings.size() != 1) {
            throw text.invalid(
                    rings.isEmpty() ? "it is not a private key of OpenPGP" : "there are several OpenPGP keys",
                    "export the one that is to sign with `gpg --export-secret-keys --armor`");
        }
        return rings.get(0);
    }

    private static boolean maySign(PGPSecretKey key) {
        PGPPublicKey of = key.getPublicKey();
        return !key.isPrivateKeyEmpty() && key.isSigningKey() && !of.hasRevocation() && isMeantToSign(of);
    }

    /** Whether the key is meant for signatures of data. One that does not say what it is meant for is. */
    private static boolean isMeantToSign(PGPPublicKey key) {
        int flags = 0;
        for (Iterator<PGPSignature> signatures = key.getSignatures(); signatures.hasNext(); ) {
            PGPSignatureSubpacketVector hashed = signatures.next().getHashedSubPackets();
            flags |= hashed == null ? 0 : hashed.getKeyFlags();
        }
        return flags == 0 || (flags & KeyFlags.SIGN_DATA) != 0;
    }

    private static PGPPrivateKey decrypt(PGPSecretKey key, PrivateKeyText text, String passphrase) {
        try {
            return key.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                    .build(passphrase.toCharArray()));
        } catch (PGPException | RuntimeException e) {
            throw text.undecryptable(passphrase);
        }
    }

    @Override
    public byte[] sign(byte[] commit, Instant time) {
        Part part = parts.stream()
                .filter(each -> isValidAt(primary, time) && isValidAt(each.key(), time))
                .max(Comparator.comparing((Part each) -> !each.key().isMasterKey())
                        .thenComparing(Part::made))
                .orElseThrow(() -> text.invalid(
                        "the " + this + " may not sign at the time of the commit, `" + time
                                + "`: it was made later, or has expired",
                        "use another key, or check the time"));
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(part.key().getAlgorithm(), HashAlgorithmTags.SHA512), part.key());
            generator.init(PGPSignature.BINARY_DOCUMENT, part.secret());
            PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
            hashed.setIssuerFingerprint(false, part.key());
            hashed.setSignatureCreationTime(false, Date.from(time));
            generator.setHashedSubpackets(hashed.generate());
            generator.update(commit);
            return armored(generator.generate());
        } catch (PGPException e) {
            throw new IllegalStateException("the " + this + " does not sign", e);
        }
    }

    /** In ASCII, without a header that names the version of a library. */
    private static byte[] armored(PGPSignature signature) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            signature.encode(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean isIn(String other) {
        return text.isIn(other);
    }

    @Override
    public String toString() {
        return "OpenPGP key "
                + Problem.quote(
                        HexFormat.of().formatHex(primary.getFingerprint()).toUpperCase(Locale.ROOT));
    }
}
