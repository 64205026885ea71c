package com.adorsys.webank.deploy.eks.internal.records;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: numbers in as few bytes as they need, texts after their length. Not thread-safe. */
final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter(int expected) {
        bytes = new byte[Math.max(expected, 16)];
    }

    void put(int oneByte) {
        room(1);
        bytes[size++] = (byte) oneByte;
    }

    void put(byte[] more, int from, int length) {
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
    }

    /** Seven bits a byte, the lowest first. A negative number takes ten bytes. */
    void putNumber(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    void putLong(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (number >>> shift));
        }
    }

    void putInt(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(number >>> shift);
        }
    }

    void putText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putNumber(encoded.length);
        put(encoded, 0, encoded.length);
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
