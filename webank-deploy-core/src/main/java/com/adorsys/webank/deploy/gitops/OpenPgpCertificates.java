package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.OpenPgpVerification;
import com.adorsys.webank.deploy.audit.OpenPgpVerifier;
import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** Verifies signatures of commits with the public keys of a text. */
final class OpenPgpCertificates implements OpenPgpVerifier {
    private static final String EXPORT = "export the public keys with `gpg --export --armor`";

    private static final class Patterns {
        private static final Pattern PRIVATE = Pattern.compile("(?m)^-----BEGIN PGP (PRIVATE|SECRET) KEY BLOCK-----");
        private static final Pattern BLOCK = Pattern.compile(
                "(?ms)^-----BEGIN PGP PUBLIC KEY BLOCK-----.*?(?:^-----END PGP PUBLIC KEY BLOCK-----|\\z)");
    }

    private final List<OpenPgpCertificate> certificates;

    private OpenPgpCertificates(List<OpenPgpCertificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** @throws InvalidInput if it has a key that cannot be read, a private key, or none */
    static OpenPgpCertificates parse(String text, Location location) {
        if (Patterns.PRIVATE.matcher(text).find()) {
            throw invalid(location, "it contains a private key of OpenPGP");
        }
        // The copies of a key are joined, so that no copy hides what another one revokes.
        Map<String, PGPPublicKeyRing> rings = new LinkedHashMap<>();
        Matcher blocks = Patterns.BLOCK.matcher(text);
        while (blocks.find()) {
            try {
                for (PGPPublicKeyRing ring : rings(blocks.group())) {
                    String key = OpenPgpSignatures.fingerprint(ring.getPublicKey());
                    PGPPublicKeyRing known = rings.get(key);
                    rings.put(key, known == null ? ring : PGPPublicKeyRing.join(known, ring));
                }
            } catch (IOException | PGPException | RuntimeException e) {
                // Without the message of the exception, which is of no help.
                throw invalid(location, "a public key of OpenPGP cannot be read");
            }
        }
        if (rings.isEmpty()) {
            throw invalid(location, "it contains no public key of OpenPGP");
        }
        return new OpenPgpCertificates(
                rings.values().stream().map(OpenPgpCertificate::new).toList());
    }

    private static InvalidInput invalid(Location location, String what) {
        return new InvalidInput(Problem.error(ProblemCodes.GIT_KEY, location, what, EXPORT));
    }

    private static List<PGPPublicKeyRing> rings(String block) throws IOException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        try (InputStream in =
                new ArmoredInputStream(new ByteArrayInputStream(block.getBytes(StandardCharsets.UTF_8)))) {
            BcPGPObjectFactory objects = new BcPGPObjectFactory(in);
            for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
                if (!(object instanceof PGPPublicKeyRing ring)) {
                    throw new IOException("not a public key");
                }
                rings.add(ring);
            }
        }
        if (rings.isEmpty()) {
            throw new IOException("no key");
        }
        return rings;
    }

    /** Synchronized, since BouncyCastle's signatures keep the state of their verification. */
    @Override
    public synchronized OpenPgpVerification verify(byte[] packet, byte[] content, Instant time) {
        PGPSignature signature;
        try {
            signature = OpenPgpSignatures.parse(packet);
            if (!OpenPgpSignatures.isSupported(signature)
                    || signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT
                    || signature.getHashedSubPackets().getSignatureExpirationTime() != 0) {
                return OpenPgpVerification.notVerified("since its kind of signature is not supported");
            }
        } catch (IOException | PGPException | RuntimeException e) {
            return OpenPgpVerification.bad("it cannot be read");
        }
        return verify(signature, content, time);
    }

    /** Verifies with each key that the signature names: several of them may claim the same subkey. */
    private OpenPgpVerification verify(PGPSignature signature, byte[] content, Instant time) {
        OpenPgpVerification invalid = null;
        boolean isGiven = false;
        for (OpenPgpCertificate certificate : certificates) {
            PGPPublicKey key = certificate.issuer(signature);
            if (key == null) {
                continue;
            }
            isGiven = true;
            if (OpenPgpSignatures.isDocumentSignature(signature, key, content)) {
                String fault = certificate.fault(key, signature, time);
                if (fault == null) {
                    return certificate.good(key, time);
                }
                invalid = OpenPgpVerification.invalidKey(OpenPgpSignatures.fingerprint(key), fault);
            }
        }
        if (invalid != null) {
            return invalid;
        }
        return isGiven
                ? OpenPgpVerification.bad("it does not fit the commit")
                : OpenPgpVerification.notVerified("since its key is not among the given ones");
    }

    @Override
    public String toString() {
        return certificates.size() + " OpenPGP keys";
    }
}
