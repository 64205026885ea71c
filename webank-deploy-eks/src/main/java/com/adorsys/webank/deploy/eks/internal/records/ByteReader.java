package com.adorsys.webank.deploy.eks.internal.records;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote, and believes nothing: whatever it finds damaged it refuses. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int get() throws Damaged {
        need(1);
        return bytes[at++] & 0xFF;
    }

    long getNumber() throws Damaged {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = get();
            number |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new Damaged("a number has no end");
    }

    /** A number from 0 up to a limit. */
    int getCount(int most) throws Damaged {
        long number = getNumber();
        if (number < 0 || number > most) {
            throw new Damaged("a count is " + number + ", more than " + most);
        }
        return (int) number;
    }

    /** How many of something follow, each at least a byte long. */
    int getCount() throws Damaged {
        return getCount(bytes.length - at);
    }

    long getLong() throws Damaged {
        need(8);
        long number = ByteBuffer.wrap(bytes, at, 8).getLong();
        at += 8;
        return number;
    }

    int getInt() throws Damaged {
        need(4);
        int number = ByteBuffer.wrap(bytes, at, 4).getInt();
        at += 4;
        return number;
    }

    String getText() throws Damaged {
        return getText(getCount());
    }

    String getText(int length) throws Damaged {
        need(length);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            at += length;
            return text;
        } catch (CharacterCodingException e) {
            throw new Damaged("a text is no UTF-8");
        }
    }

    void end() throws Damaged {
        if (at != bytes.length) {
            throw new Damaged((bytes.length - at) + " bytes are left over");
        }
    }

    private void need(int length) throws Damaged {
        if (bytes.length - at < length) {
            throw new Damaged("it ends too early");
        }
    }
}
