package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Trees as bytes to be hashed: the same bytes for equal trees, others for others. */
final class Canonical {
    /** Above it a number is taken as it is written; {@link ScalarTree} compares no longer ones by value either. */
    private static final int LONGEST_NUMBER = 1000;

    private Canonical() {}

    static byte[] bytes(Tree tree) {
        ByteWriter out = new ByteWriter(2048);
        write(tree, out);
        return out.bytes();
    }

    /** The SHA-256 of a whole set in hexadecimal: the same for equal sets, on every machine. */
    static String sha256(ManifestSet manifests) {
        MessageDigest digest = sha256();
        for (Manifest manifest : manifests) {
            digest.update(bytes(manifest.tree()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(Tree tree, ByteWriter out) {
        if (tree instanceof MapTree map) {
            write(map, out);
        } else if (tree instanceof ListTree list) {
            out.put('l');
            out.putNumber(list.size());
            for (Tree item : list) {
                write(item, out);
            }
        } else if (tree instanceof ScalarTree scalar) {
            switch (scalar.kind()) {
                case STRING -> out.put('s');
                case INTEGER -> out.put('i');
                case FLOAT -> out.put('f');
                case BOOLEAN -> out.put('b');
                case NULL -> out.put('n');
            }
            out.putText(scalar.kind() == ScalarTree.Kind.FLOAT ? number(scalar.text()) : scalar.text());
        }
    }

    /** Keys in the order of their characters, since the order of keys says nothing. */
    private static void write(MapTree map, ByteWriter out) {
        out.put('m');
        out.putNumber(map.size());
        String[] keys = map.keys().toArray(new String[0]);
        Arrays.sort(keys);
        for (String key : keys) {
            Tree value = map.get(key);
            if (value != null) {
                out.putText(key);
                write(value, out);
            }
        }
    }

    /** {@code 0.50} and {@code 0.5} are one number. */
    private static String number(String text) {
        char last = text.isEmpty() ? 'n' : text.charAt(text.length() - 1);
        if (text.length() > LONGEST_NUMBER || last == 'f' || last == 'n') {
            return text;
        }
        try {
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
