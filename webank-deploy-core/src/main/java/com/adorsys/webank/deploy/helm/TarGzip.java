package com.adorsys.webank.deploy.helm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * Files as a tar in gzip.
 *
 * <p>Headers are those of <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">ustar</a>; the path of a
 * file that is too long for one stands in a pax record before it. The gzip (<a
 * href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) consists of stored blocks (<a
 * href="https://www.rfc-editor.org/rfc/rfc1951#page-11">RFC 1951</a>).
 */
final class TarGzip {
    private static final int BLOCK = 512;
    private static final int LONGEST_PATH = 100;
    private static final int LARGEST_STORED = 0xFFFF;

    /** 1980-01-01 in UTC: later than what tools find implausible, earlier than every clock. */
    private static final long TIME = 315_532_800;

    private TarGzip() {}

    /** The files with these paths of printable ASCII. */
    static byte[] pack(SortedMap<String, byte[]> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String path = file.getKey();
            if (path.length() > LONGEST_PATH) {
                entry(tar, path.substring(0, LONGEST_PATH), 'x', record(path));
                path = path.substring(0, LONGEST_PATH);
            }
            entry(tar, path, '0', file.getValue());
        }
        tar.writeBytes(new byte[2 * BLOCK]);
        return gzip(tar.toByteArray());
    }

    /** A pax record: its own length in decimal digits, and the path. */
    private static byte[] record(String path) {
        String rest = " path=" + path + "\n";
        int length = rest.length() + 1;
        while (String.valueOf(length).length() + rest.length() != length) {
            length++;
        }
        return (length + rest).getBytes(StandardCharsets.US_ASCII);
    }

    private static void entry(ByteArrayOutputStream tar, String path, char type, byte[] content) {
        byte[] header = new byte[BLOCK];
        put(header, 0, path);
        octal(header, 100, 8, 0644);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, content.length);
        octal(header, 136, 12, TIME);
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        octal(header, 148, 7, sum);
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** A number in octal digits that fill a field, but for the zero byte at its end. */
    private static void octal(byte[] header, int at, int length, long number) {
        String digits = Long.toOctalString(number);
        put(header, at, "0".repeat(length - 1 - digits.length()) + digits + "\0");
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 64);
        // Deflate, no flags, no time, no hint on the compression, no operating system.
        out.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF});
        int from = 0;
        while (from < content.length) {
            int length = Math.min(LARGEST_STORED, content.length - from);
            out.write(from + length == content.length ? 1 : 0);
            little(out, length, 2);
            little(out, ~length, 2);
            out.write(content, from, length);
            from += length;
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        little(out, sum.getValue(), 4);
        little(out, content.length, 4);
        return out.toByteArray();
    }

    private static void little(ByteArrayOutputStream out, long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (number >> 8 * i));
        }
    }
}
