package com.adorsys.webank.deploy.eks.internal.fields;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a SHA-256 is taken of, in a form that two different inputs never share: each value after its type, each text after
 * its length, each map by its keys in order.
 */
public final class HashInput {
    private static final int SIZE = 4096;
    /** So many characters take at most three quarters of the buffer. */
    private static final int PIECE = SIZE / 4;

    private final MessageDigest sha256;
    private final byte[] bytes = new byte[SIZE];
    private int size;

    public HashInput() {
        sha256 = sha256();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash, in hexadecimal. Ends this input. */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(sha256.digest());
    }

    void mark(char mark) {
        room(1);
        bytes[size++] = (byte) mark;
    }

    void number(int number) {
        room(5);
        int rest = number;
        while (rest > 0x7f) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        int length = text.length();
        number(length);
        int i = 0;
        while (i < length) {
            int end = Math.min(length, i + PIECE);
            room(3 * (end - i));
            for (; i < end; i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    bytes[size++] = (byte) c;
                } else {
                    bytes[size++] = (byte) (0xe0 | c >> 12);
                    bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
                    bytes[size++] = (byte) (0x80 | c & 0x3f);
                }
            }
        }
    }

    /** Adds a tree: the same for equal trees, a number by its value, however it is written. */
    public void value(Tree value) {
        if (value instanceof MapTree map) {
            mark('m');
            number(map.size());
            if (map.hasSortedKeys()) {
                for (int i = 0; i < map.size(); i++) {
                    text(map.keyAt(i));
                    value(map.valueAt(i));
                }
            } else {
                for (String key : map.sortedKeys()) {
                    text(key);
                    Tree below = map.get(key);
                    if (below != null) {
                        value(below);
                    }
                }
            }
        } else if (value instanceof ListTree list) {
            mark('l');
            number(list.size());
            for (int i = 0; i < list.size(); i++) {
                value(list.get(i));
            }
        } else if (value instanceof ScalarTree scalar) {
            switch (scalar.kind()) {
                case STRING -> {
                    mark('s');
                    text(scalar.text());
                }
                case INTEGER, FLOAT -> {
                    mark('n');
                    text(Scalars.number(scalar));
                }
                case BOOLEAN -> mark(scalar.text().equals("true") ? 't' : 'f');
                case NULL -> mark('z');
            }
        }
    }

    private void room(int needed) {
        if (SIZE - size < needed) {
            flush();
        }
    }

    private void flush() {
        sha256.update(bytes, 0, size);
        size = 0;
    }
}
