package com.adorsys.webank.deploy.gitops;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Public keys in the encoding of SSH. */
final class SshBlobs {
    private SshBlobs() {}

    /** The encoded key; of a certificate, that of its key. */
    static byte[] of(PublicKey key) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : key);
        return buffer.getCompactData();
    }

    static String fingerprint(PublicKey key) {
        return fingerprint(of(key));
    }

    /** The fingerprint as {@code ssh-keygen -l} shows it. */
    static String fingerprint(byte[] blob) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", blob));
    }

    /** A digest that every JVM has. */
    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + algorithm, e);
        }
    }
}
