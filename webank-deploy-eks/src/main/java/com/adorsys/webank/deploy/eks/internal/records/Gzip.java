package com.adorsys.webank.deploy.eks.internal.records;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Gzip whose bytes depend on nothing but the content: its header holds no time and no system.
 *
 * <p>Compression is the running JDK's zlib, so another JDK may write other bytes for the same content. What must
 * recognise content across machines compares what is inside.
 */
final class Gzip {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private Gzip() {}

    /**
     * Content compressed.
     *
     * @param level of {@link Deflater}
     */
    static byte[] compress(byte[] content, int level) {
        ByteWriter out = new ByteWriter(content.length / 2 + HEADER + TRAILER);
        putHeader(out);
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] chunk = new byte[16384];
            while (!deflater.finished()) {
                out.put(chunk, 0, deflater.deflate(chunk));
            }
        } finally {
            deflater.end();
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        out.putInt(Integer.reverseBytes((int) checksum.getValue()));
        out.putInt(Integer.reverseBytes(content.length));
        return out.bytes();
    }

    /**
     * The content, its checksum verified.
     *
     * @param longest how many bytes it may have, so that a small record cannot fill the memory
     */
    static byte[] expand(byte[] gzip, int longest) throws Damaged {
        checkHeader(gzip);
        ByteWriter out = new ByteWriter((int) Math.min(longest, 4L * gzip.length));
        Inflater inflater = new Inflater(true);
        int left;
        try {
            inflater.setInput(gzip, HEADER, gzip.length - HEADER);
            byte[] chunk = new byte[16384];
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    throw new Damaged("the compressed data ends too early");
                }
                if (count > longest - out.size()) {
                    throw new Damaged("the compressed data holds more than " + longest + " bytes");
                }
                out.put(chunk, 0, count);
            }
            left = inflater.getRemaining();
        } catch (DataFormatException e) {
            throw new Damaged("the compressed data is not readable");
        } finally {
            inflater.end();
        }
        byte[] content = out.bytes();
        checkTrailer(gzip, left, content);
        return content;
    }

    private static void putHeader(ByteWriter out) {
        out.put(0x1F);
        out.put(0x8B);
        // Deflate, no flags, no time, no extra flags, unknown system.
        out.put(8);
        for (int i = 0; i < 6; i++) {
            out.put(0);
        }
        out.put(0xFF);
    }

    private static void checkHeader(byte[] gzip) throws Damaged {
        if (gzip.length < HEADER + TRAILER) {
            throw new Damaged("the compressed data ends too early");
        }
        if (gzip[0] != 0x1F || gzip[1] != (byte) 0x8B || gzip[2] != 8 || gzip[3] != 0) {
            throw new Damaged("the compressed data does not begin as it must");
        }
    }

    private static void checkTrailer(byte[] gzip, int left, byte[] content) throws Damaged {
        if (left != TRAILER) {
            throw new Damaged("the compressed data does not end as it must");
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (number(gzip, gzip.length - 8) != (int) checksum.getValue()
                || number(gzip, gzip.length - 4) != content.length) {
            throw new Damaged("the checksum is another");
        }
    }

    private static int number(byte[] gzip, int at) {
        return gzip[at] & 0xFF | (gzip[at + 1] & 0xFF) << 8 | (gzip[at + 2] & 0xFF) << 16 | (gzip[at + 3] & 0xFF) << 24;
    }
}
