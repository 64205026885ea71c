package com.adorsys.webank.deploy.eks.internal.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Gzip whose bytes depend on nothing but the content: its header holds no time and no system.
 *
 * <p>Compression is the running JDK's zlib, so another JDK may write other bytes for the same content. What must
 * recognise content across machines compares what is inside.
 */
final class Gzip {
    private static final int HEADER_AND_TRAILER = 18;

    private Gzip() {}

    /**
     * Content compressed.
     *
     * @param level of {@link java.util.zip.Deflater}
     */
    static byte[] compress(byte[] content, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + HEADER_AND_TRAILER);
        try (Compressor gzip = new Compressor(out, level)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be written", e);
        }
        return out.toByteArray();
    }

    private static final class Compressor extends GZIPOutputStream {
        Compressor(ByteArrayOutputStream out, int level) throws IOException {
            super(out, 16384);
            def.setLevel(level);
        }
    }

    /**
     * The content, its checksum verified.
     *
     * @param longest how many bytes it may have, so that a small record cannot fill the memory
     */
    static byte[] expand(byte[] gzip, int longest) throws Damaged {
        try (Expander in = new Expander(gzip)) {
            byte[] content = in.readNBytes(longest + 1);
            if (content.length > longest) {
                throw new Damaged("the compressed data holds more than " + longest + " bytes");
            }
            if (in.compressed() + HEADER_AND_TRAILER != gzip.length) {
                throw new Damaged("the compressed data does not end as it must");
            }
            return content;
        } catch (EOFException e) {
            throw new Damaged("the compressed data ends too early");
        } catch (IOException e) {
            throw new Damaged("the compressed data is not readable");
        }
    }

    private static final class Expander extends GZIPInputStream {
        Expander(byte[] gzip) throws IOException {
            super(new ByteArrayInputStream(gzip), 16384);
        }

        /** How many bytes were expanded, those of the header and the trailer aside. */
        long compressed() {
            return inf.getBytesRead();
        }
    }
}
