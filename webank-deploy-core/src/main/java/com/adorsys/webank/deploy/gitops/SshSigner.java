package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.audit.SshPublicKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Signs with a key of SSH.
 *
 * @see <a href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig">The format</a>
 */
final class SshSigner implements CommitSigner {
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final String NAMESPACE = "git";
    private static final String HASH = "sha512";
    private static final int LINE_LENGTH = 70;

    private final SshKey key;

    SshSigner(SshKey key) {
        this.key = key;
    }

    @Override
    public byte[] sign(byte[] commit, Instant time) {
        ByteArrayBuffer signed = new ByteArrayBuffer();
        signed.putRawBytes(MAGIC);
        putSubject(signed);
        signed.putBytes(SshPublicKey.digest("SHA-512", commit));

        ByteArrayBuffer signature = new ByteArrayBuffer();
        signature.putRawBytes(MAGIC);
        signature.putUInt(VERSION);
        signature.putBytes(SshBlobs.of(key.pair().getPublic()));
        putSubject(signature);
        signature.putBytes(signature(signed.getCompactData()));
        String lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(signature.getCompactData());
        return ("-----BEGIN SSH SIGNATURE-----\n" + lines + "\n-----END SSH SIGNATURE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the signature is for, nothing, and how the content is hashed. */
    private static void putSubject(ByteArrayBuffer into) {
        into.putString(NAMESPACE);
        into.putString("");
        into.putString(HASH);
    }

    private byte[] signature(byte[] bytes) {
        String type = KeyUtils.getKeyType(key.pair());
        BuiltinSignatures algorithm =
                type.equals("ssh-rsa") ? BuiltinSignatures.rsaSHA512 : BuiltinSignatures.fromFactoryName(type);
        try {
            Signature signer = algorithm.create();
            signer.initSigner(null, key.pair().getPrivate());
            signer.update(null, bytes);
            ByteArrayBuffer signature = new ByteArrayBuffer();
            signature.putString(algorithm.getName());
            signature.putBytes(signer.sign(null));
            return signature.getCompactData();
        } catch (Exception e) {
            throw new IllegalStateException("the " + key.shown() + " does not sign", e);
        }
    }

    @Override
    public boolean isIn(String text) {
        return key.isIn(text);
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
