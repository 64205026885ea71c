package com.adorsys.webank.deploy.audit;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * A signature of SSH, as {@code ssh-keygen -Y sign} makes it. It contains the public key.
 *
 * @see <a href="https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig">The format</a>
 */
final class SshSignature {
    static final String NAMESPACE = "git";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private final byte[] key;
    private final String namespace;
    private final byte[] reserved;
    private final String hash;
    private final byte[] signature;

    private SshSignature(byte[] key, String namespace, byte[] reserved, String hash, byte[] signature) {
        this.key = key;
        this.namespace = namespace;
        this.reserved = reserved;
        this.hash = hash;
        this.signature = signature;
    }

    /**
     * Reads a signature.
     *
     * @throws IllegalArgumentException if it is not one
     */
    static SshSignature parse(byte[] blob) {
        try {
            SshReader reader = new SshReader(blob);
            boolean isOne = Arrays.equals(reader.bytes(MAGIC.length), MAGIC) && reader.number() == VERSION;
            SshSignature read =
                    new SshSignature(reader.value(), reader.text(), reader.value(), reader.text(), reader.value());
            kind(read.key);
            if (!isOne || !reader.isAtEnd()) {
                throw new IllegalArgumentException("not a signature of SSH");
            }
            return read;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the signature is incomplete", e);
        }
    }

    /** Whether an encoded public key is of a kind. */
    static boolean isKeyOfKind(byte[] key, String kind) {
        try {
            return kind(key).equals(kind);
        } catch (BufferUnderflowException e) {
            return false;
        }
    }

    private static String kind(byte[] key) {
        return new SshReader(key).text();
    }

    /** Whether the kind of its key is one that can be verified. */
    boolean isSupported() {
        return SshPublicKey.isSupported(kind(key));
    }

    /** The encoded public key. */
    byte[] key() {
        return key;
    }

    /** What it was made for. */
    String namespace() {
        return namespace;
    }

    /** Whether it is a signature of its key for this content. */
    boolean verifies(byte[] content) {
        try {
            return switch (hash) {
                case "sha256" -> verifiesDigest(SshPublicKey.digest("SHA-256", content));
                case "sha512" -> verifiesDigest(SshPublicKey.digest("SHA-512", content));
                default -> false;
            };
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean verifiesDigest(byte[] digest) throws GeneralSecurityException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(MAGIC);
        for (byte[] value : new byte[][] {
            namespace.getBytes(StandardCharsets.UTF_8), reserved, hash.getBytes(StandardCharsets.UTF_8), digest
        }) {
            signed.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
            signed.writeBytes(value);
        }
        return SshPublicKey.parse(key).verifies(signed.toByteArray(), signature);
    }
}
