package com.adorsys.webank.deploy.yaml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keys that were read: nearly all texts have the same ones. Each is the instance that the constants of the code are, by which a map
 * finds it first. Any thread may replace one at any time.
 */
final class KnownKeys {
    private static final @Nullable Key[] KEYS = new Key[1024];

    /** A key, and how it is written. */
    private static final class Key {
        private final String text;
        private final byte[] bytes;

        private Key(String text) {
            this.text = text;
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        private boolean isAt(byte[] other, int from, int to) {
            if (bytes.length != to - from) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != other[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private KnownKeys() {}

    /** The key that is written at a place; null if it is not known. */
    static @Nullable String find(byte[] bytes, int from, int to, int hash) {
        Key known = KEYS[slot(hash)];
        return known != null && known.isAt(bytes, from, to) ? known.text : null;
    }

    /** Adds a key; returns the instance of it that is found from now on. */
    static String add(String key, int hash) {
        String text = key.intern();
        KEYS[slot(hash)] = new Key(text);
        return text;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 10) & KEYS.length - 1;
    }
}
