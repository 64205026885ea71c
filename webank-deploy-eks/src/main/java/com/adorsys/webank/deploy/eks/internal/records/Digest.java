package com.adorsys.webank.deploy.eks.internal.records;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What tells a content from others: 96 bits made by a {@link DigestKey}, or nothing where none is known. Immutable.
 *
 * <p>96 bits keep 22,000 members in one ConfigMap, where 128 would end at about 18,000. They are enough: with the key
 * unknown nobody can look for two contents with one digest, and that two happen to have one is a matter of 1 in
 * 2<sup>96</sup> for each comparison (IPsec cuts its HMACs to the same length).
 */
public final class Digest {
    static final int BYTES = 12;

    private static final Digest NONE = new Digest(0, 0);

    private final long high;
    private final int low;

    private Digest(long high, int low) {
        this.high = high;
        this.low = low;
    }

    /** The digest of what is not known: equal to no digest of a content. */
    public static Digest none() {
        return NONE;
    }

    /** The first 96 bits of a longer digest. */
    static Digest of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return of(buffer.getLong(), buffer.getInt());
    }

    static Digest of(long high, int low) {
        // All zeros stand for none; that a content has them is as likely as that two contents have one digest.
        return high == 0 && low == 0 ? NONE : new Digest(high, low);
    }

    public boolean isKnown() {
        return high != 0 || low != 0;
    }

    void writeTo(ByteBuffer out) {
        out.putLong(high).putInt(low);
    }

    /**
     * The digest of 24 hexadecimal digits; none of an empty text.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Digest parse(String text) {
        return text.isEmpty() ? NONE : of(HexFormat.of().parseHex(text));
    }

    static Digest readFrom(ByteBuffer in) {
        long high = in.getLong();
        return of(high, in.getInt());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest that && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + low;
    }

    /** 24 hexadecimal digits, or {@code none}. */
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return isKnown() ? hex.toHexDigits(high) + hex.toHexDigits(low) : "none";
    }
}
