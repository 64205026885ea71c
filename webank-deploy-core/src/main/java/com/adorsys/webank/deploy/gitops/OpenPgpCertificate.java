package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.OpenPgpVerification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.jspecify.annotations.Nullable;

/**
 * A public key of OpenPGP: a primary key with its user IDs and subkeys. Only what the primary key has signed counts.
 *
 * <p>As in GnuPG, the newest signature of the primary key says until when a key is valid, and for what, also for the time
 * before it: who extends a key replaces the older one.
 */
final class OpenPgpCertificate {
    private static final Comparator<PGPSignature> BY_TIME = Comparator.comparing(OpenPgpSignatures::made);

    private final PGPPublicKeyRing ring;
    private final PGPPublicKey primary;

    OpenPgpCertificate(PGPPublicKeyRing ring) {
        this.ring = ring;
        this.primary = ring.getPublicKey();
    }

    /** A user ID, and the newest signature that binds it to the primary key. */
    private record UserId(String text, PGPSignature binding) {
        boolean isPrimary() {
            return binding.getHashedSubPackets().isPrimaryUserID();
        }

        Instant made() {
            return OpenPgpSignatures.made(binding);
        }
    }

    /** The key or subkey that a signature says that it is of; null if it is of another certificate. */
    @Nullable
    PGPPublicKey issuer(PGPSignature signature) {
        IssuerFingerprint fingerprint = signature.getHashedSubPackets().getIssuerFingerprint();
        for (PGPPublicKey key : ring) {
            boolean isNamed = fingerprint == null || Arrays.equals(fingerprint.getFingerprint(), key.getFingerprint());
            if (isNamed
                    && (signature.getKeyID() == key.getKeyID() || fingerprint != null && signature.getKeyID() == 0)) {
                return key;
            }
        }
        return null;
    }

    /** The result for a valid signature of a key without a fault. */
    OpenPgpVerification good(PGPPublicKey key, Instant time) {
        String user = userIds(time)
                .max(Comparator.comparing(UserId::isPrimary).thenComparing(UserId::made))
                .map(UserId::text)
                .orElseThrow();
        return OpenPgpVerification.good(
                OpenPgpSignatures.fingerprint(key), OpenPgpSignatures.fingerprint(primary), user);
    }

    /**
     * Why a key was not allowed to sign a commit; null if it was. A signer can choose the time of the commit and that of the
     * signature, so the key must have been valid at both.
     */
    @Nullable
    String fault(PGPPublicKey key, PGPSignature signature, Instant commit) {
        String fault = fault(key, new Moment(commit, "the commit"));
        return fault == null ? fault(key, new Moment(OpenPgpSignatures.made(signature), "the signature")) : fault;
    }

    /** When a key was used, and for what. */
    private record Moment(Instant time, String event) {}

    private @Nullable String fault(PGPPublicKey key, Moment moment) {
        String subject = key.isMasterKey() ? "which " : "whose primary key ";
        Optional<PGPSignature> user =
                userIds(moment.time()).map(UserId::binding).max(BY_TIME);
        if (user.isEmpty()) {
            return subject + "had no valid user ID at the time of " + moment.event();
        }
        OpenPgpSignatures.Content itself = each -> each.verifyCertification(primary);
        // Both apply: one that GnuPG makes to name a revoker says neither what the key is for nor when it expires.
        List<PGPSignature> settings = Stream.concat(
                        user.stream(),
                        valid(signatures(primary, PGPSignature.DIRECT_KEY), moment.time(), itself)
                                .max(BY_TIME)
                                .stream())
                .toList();
        String fault = invalidity(
                primary, settings, selfSigned(signatures(primary, PGPSignature.KEY_REVOCATION), itself), moment);
        if (fault != null) {
            return subject + fault;
        }
        if (key.isMasterKey()) {
            return maySign(settings) ? null : "which may not sign";
        }
        return faultOfSubkey(key, moment);
    }

    private @Nullable String faultOfSubkey(PGPPublicKey key, Moment moment) {
        OpenPgpSignatures.Content both = each -> each.verifyCertification(primary, key);
        List<PGPSignature> binding =
                valid(signatures(key, PGPSignature.SUBKEY_BINDING), moment.time(), both).max(BY_TIME).stream()
                        .toList();
        if (binding.isEmpty()) {
            return "which is not bound to its primary key";
        }
        String fault =
                invalidity(key, binding, selfSigned(signatures(key, PGPSignature.SUBKEY_REVOCATION), both), moment);
        if (fault != null) {
            return "which " + fault;
        }
        if (!maySign(binding)) {
            return "which may not sign";
        }
        return isBoundBy(key, binding.get(0)) ? null : "which did not sign the binding to its primary key";
    }

    /** Why a key was not valid; null if it was. */
    private static @Nullable String invalidity(
            PGPPublicKey key, List<PGPSignature> settings, Stream<PGPSignature> revocations, Moment moment) {
        if (revocations.anyMatch(each -> isInForce(each, moment.time()))) {
            return "was revoked at the time of " + moment.event();
        }
        Instant made = key.getCreationTime().toInstant();
        if (made.isAfter(moment.time())) {
            return "was made after " + moment.event();
        }
        boolean hasExpired = settings.stream()
                .mapToLong(each -> each.getHashedSubPackets().getKeyExpirationTime())
                .anyMatch(seconds -> seconds != 0 && !made.plusSeconds(seconds).isAfter(moment.time()));
        return hasExpired ? "had expired at the time of " + moment.event() : null;
    }

    /** Whether a revocation holds at a time: that of a compromised key, or without a reason, holds at every time. */
    private static boolean isInForce(PGPSignature revocation, Instant time) {
        return revocation.isHardRevocation()
                || !OpenPgpSignatures.made(revocation).isAfter(time);
    }

    /** Whether a key may sign data. One that does not say what it is for may. */
    private static boolean maySign(List<PGPSignature> settings) {
        return settings.stream()
                .mapToInt(each -> each.getHashedSubPackets().getKeyFlags())
                .allMatch(flags -> flags == 0 || (flags & KeyFlags.SIGN_DATA) != 0);
    }

    /** Whether the subkey has signed its binding, so that nobody can claim the subkey of another. */
    private boolean isBoundBy(PGPPublicKey key, PGPSignature binding) {
        return Stream.of(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())
                .flatMap(OpenPgpCertificate::embedded)
                .anyMatch(each -> each.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                        && OpenPgpSignatures.isSelfSignature(
                                each, key, signature -> signature.verifyCertification(primary, key)));
    }

    private static Stream<PGPSignature> embedded(PGPSignatureSubpacketVector subpackets) {
        List<PGPSignature> signatures = new ArrayList<>();
        try {
            subpackets.getEmbeddedSignatures().forEach(signatures::add);
        } catch (PGPException | RuntimeException e) {
            // One that cannot be read binds nothing.
            signatures.clear();
        }
        return signatures.stream();
    }

    private Stream<UserId> userIds(Instant time) {
        List<UserId> ids = new ArrayList<>();
        for (Iterator<byte[]> raws = primary.getRawUserIDs(); raws.hasNext(); ) {
            byte[] raw = raws.next();
            List<PGPSignature> signatures = list(primary.getSignaturesForID(raw));
            OpenPgpSignatures.Content content = each -> each.verifyCertification(raw, primary);
            valid(signatures.stream().filter(PGPSignature::isCertification), time, content)
                    .max(BY_TIME)
                    .filter(binding -> selfSigned(
                                    signatures.stream()
                                            .filter(each ->
                                                    each.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION),
                                    content)
                            .noneMatch(each -> isInForce(each, time) && BY_TIME.compare(each, binding) >= 0))
                    .ifPresent(binding -> ids.add(new UserId(new String(raw, StandardCharsets.UTF_8), binding)));
        }
        return ids.stream();
    }

    /** Those that are signatures of the primary key, and have not expired. */
    private Stream<PGPSignature> valid(
            Stream<PGPSignature> signatures, Instant time, OpenPgpSignatures.Content content) {
        return selfSigned(signatures, content).filter(each -> {
            long seconds = each.getHashedSubPackets().getSignatureExpirationTime();
            return seconds == 0
                    || OpenPgpSignatures.made(each).plusSeconds(seconds).isAfter(time);
        });
    }

    /** Those that are signatures of the primary key. */
    private Stream<PGPSignature> selfSigned(Stream<PGPSignature> signatures, OpenPgpSignatures.Content content) {
        return signatures.filter(each -> OpenPgpSignatures.isSelfSignature(each, primary, content));
    }

    private static Stream<PGPSignature> signatures(PGPPublicKey key, int type) {
        return list(key.getSignaturesOfType(type)).stream();
    }

    private static List<PGPSignature> list(@Nullable Iterator<PGPSignature> signatures) {
        List<PGPSignature> list = new ArrayList<>();
        if (signatures != null) {
            signatures.forEachRemaining(list::add);
        }
        return list;
    }
}
