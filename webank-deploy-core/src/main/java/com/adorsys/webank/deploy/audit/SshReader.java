package com.adorsys.webank.deploy.audit;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads values in the encoding of SSH, which has a length of 4 bytes before each. All methods throw {@link
 * BufferUnderflowException} if the bytes end too early.
 */
final class SshReader {
    private final ByteBuffer bytes;

    SshReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    byte[] bytes(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    int number() {
        return bytes.getInt();
    }

    byte[] value() {
        return bytes(bytes.getInt());
    }

    String text() {
        return new String(value(), StandardCharsets.UTF_8);
    }

    /** A number of any length; a negative one is not allowed. */
    BigInteger integer() {
        BigInteger integer = new BigInteger(value());
        if (integer.signum() < 0) {
            throw new NumberFormatException("a negative number");
        }
        return integer;
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }
}
