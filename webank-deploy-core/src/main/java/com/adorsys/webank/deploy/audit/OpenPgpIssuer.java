package com.adorsys.webank.deploy.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads the packet of an OpenPGP signature, and which key it says that it is of. Nothing is verified.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#name-signature-packet-type-id-2">The format</a>
 */
final class OpenPgpIssuer {
    private static final int SIGNATURE_PACKET = 2;
    private static final int ISSUER_KEY_ID = 16;
    private static final int ISSUER_FINGERPRINT = 33;
    private static final int KEY_ID_LENGTH = 8;

    private OpenPgpIssuer() {}

    /** The body of the one packet that a signature must be; empty if it is not one. */
    static Optional<byte[]> packet(byte[] signature) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(signature);
            byte[] packet = bytes(body(bytes));
            return bytes.hasRemaining() || packet.length == 0 ? Optional.empty() : Optional.of(packet);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The fingerprint of the key, or its id, in capital hexadecimal digits; empty if it names none. */
    static Optional<String> of(byte[] signature) {
        try {
            ByteBuffer packet = body(ByteBuffer.wrap(signature));
            int version = packet.get();
            if (version != 4 && version != 6) {
                return Optional.empty();
            }
            // The type of the signature, of the key and of the digest.
            packet.position(packet.position() + 3);
            Optional<String> hashed = issuer(part(packet, subpacketsLength(packet, version)));
            Optional<String> other = issuer(part(packet, subpacketsLength(packet, version)));
            return hashed.isPresent() ? hashed : other;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int subpacketsLength(ByteBuffer packet, int version) {
        return version == 6 ? packet.getInt() : packet.getShort() & 0xFFFF;
    }

    /** The body of the first packet, which must be a signature. */
    private static ByteBuffer body(ByteBuffer bytes) {
        int tag = bytes.get() & 0xFF;
        boolean isNew = (tag & 0x40) != 0;
        int type = isNew ? tag & 0x3F : (tag & 0x3C) >> 2;
        if ((tag & 0x80) == 0 || type != SIGNATURE_PACKET) {
            throw new IllegalArgumentException("the packet is not a signature");
        }
        int length = isNew
                ? length(bytes)
                : switch (tag & 3) {
                    case 0 -> bytes.get() & 0xFF;
                    case 1 -> bytes.getShort() & 0xFFFF;
                    case 2 -> bytes.getInt();
                    default -> bytes.remaining();
                };
        return part(bytes, length);
    }

    private static int length(ByteBuffer bytes) {
        int first = bytes.get() & 0xFF;
        if (first < 192) {
            return first;
        }
        return first == 255 ? bytes.getInt() : ((first - 192) << 8) + (bytes.get() & 0xFF) + 192;
    }

    private static ByteBuffer part(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }

    private static Optional<String> issuer(ByteBuffer subpackets) {
        Optional<String> id = Optional.empty();
        while (subpackets.hasRemaining()) {
            ByteBuffer subpacket = part(subpackets, length(subpackets));
            // The highest bit says that whoever does not know the type must refuse the signature.
            int type = subpacket.get() & 0x7F;
            if (type == ISSUER_FINGERPRINT) {
                subpacket.get();
                return Optional.of(hex(subpacket));
            }
            if (type == ISSUER_KEY_ID && subpacket.remaining() == KEY_ID_LENGTH) {
                id = Optional.of(hex(subpacket));
            }
        }
        return id;
    }

    private static String hex(ByteBuffer bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes(bytes));
    }

    private static byte[] bytes(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }
}
