package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.eks.internal.fields.HashInput;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A release's key for digests (HMAC-SHA-256), kept in the Secret of each of its revisions. Immutable, thread-safe.
 *
 * <p>If it is lost no digest fits any more, and the next run applies every object once with a new one.
 *
 * <p>Digests stand in a ConfigMap, which many may read who may not read Secrets: the cluster role {@code view} is made so.
 * Without a key, whoever guesses a weak password could see by the digest of the Secret that holds it whether the guess is right.
 */
public final class DigestKey {
    static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private DigestKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A new key, unlike every other. */
    public static DigestKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new DigestKey(bytes);
    }

    static DigestKey of(byte[] bytes) throws Damaged {
        if (bytes.length != BYTES) {
            throw new Damaged("the key has " + bytes.length + " bytes, not " + BYTES);
        }
        return new DigestKey(bytes);
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    /** The digest of a tree: one for equal trees, whatever the order of their keys. */
    public Digest digest(Tree tree) {
        HashInput input = new HashInput();
        input.value(tree);
        return digest(input.hex());
    }

    /**
     * The digest of what is ours in a live object; none if the server cannot say what is.
     *
     * @param desired what was applied
     */
    public Digest owned(LiveObject live, MapTree desired) {
        return live.ownedHash(desired).map(this::digest).orElse(Digest.none());
    }

    /** The digest of a text, such as a longer digest. */
    public Digest digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8), 's');
    }

    /** The digest of a set whose members have these digests, in this order. */
    public Digest digest(List<Digest> members) {
        ByteBuffer out = ByteBuffer.allocate(members.size() * Digest.BYTES);
        members.forEach(member -> member.writeTo(out));
        return digest(out.array(), 'l');
    }

    @Override
    public String toString() {
        return "digest key";
    }

    private Digest digest(byte[] content, char sort) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((byte) sort);
            return Digest.of(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
