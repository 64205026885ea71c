package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.SshPublicKey;
import java.security.PublicKey;
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

    /** The fingerprint as {@code ssh-keygen -l} shows it. */
    static String fingerprint(PublicKey key) {
        return SshPublicKey.fingerprint(of(key));
    }
}
