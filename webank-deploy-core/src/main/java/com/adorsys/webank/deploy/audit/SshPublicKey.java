package com.adorsys.webank.deploy.audit;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A public key of SSH, of a kind whose signatures the JDK can verify: Ed25519, ECDSA and RSA of 1024 bits or more. */
public final class SshPublicKey {
    private static final String ED25519 = "ssh-ed25519";
    private static final String RSA = "ssh-rsa";
    private static final String ECDSA = "ecdsa-sha2-";
    private static final List<String> CURVES = List.of("nistp256", "nistp384", "nistp521");
    private static final int SHORTEST_RSA = 1024;
    private static final int ED25519_LENGTH = 32;
    private static final int ED25519_SIGNATURE_LENGTH = 64;
    /** What precedes the 32 bytes of an Ed25519 key in X.509. */
    private static final byte[] ED25519_PREFIX = {0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0};

    private final String kind;
    private final PublicKey key;

    private SshPublicKey(String kind, PublicKey key) {
        this.kind = kind;
        this.key = key;
    }

    /** Whether signatures of a kind of key can be verified. */
    static boolean isSupported(String kind) {
        return kind.equals(ED25519)
                || kind.equals(RSA)
                || kind.startsWith(ECDSA) && CURVES.contains(kind.substring(ECDSA.length()));
    }

    /** The fingerprint of an encoded key of any kind, as {@code ssh-keygen -l} shows it. */
    public static String fingerprint(byte[] blob) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", blob));
    }

    /** A digest that every JVM has. */
    public static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + algorithm, e);
        }
    }

    /**
     * Reads an encoded key of a supported kind.
     *
     * @throws GeneralSecurityException if it is not one
     */
    static SshPublicKey parse(byte[] blob) throws GeneralSecurityException {
        try {
            SshReader reader = new SshReader(blob);
            String kind = reader.text();
            PublicKey key = kind.equals(ED25519) ? ed25519(reader) : kind.equals(RSA) ? rsa(reader) : ecdsa(reader);
            if (!reader.isAtEnd()) {
                throw new InvalidKeyException("the key has more bytes than it needs");
            }
            return new SshPublicKey(kind, key);
        } catch (BufferUnderflowException | NumberFormatException e) {
            throw new InvalidKeyException("the key is incomplete", e);
        }
    }

    private static PublicKey ed25519(SshReader reader) throws GeneralSecurityException {
        byte[] point = reader.value();
        if (point.length != ED25519_LENGTH) {
            throw new InvalidKeyException("the key has " + point.length + " bytes");
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + point.length);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(SshReader reader) throws GeneralSecurityException {
        BigInteger exponent = reader.integer();
        BigInteger modulus = reader.integer();
        if (modulus.bitLength() < SHORTEST_RSA) {
            throw new InvalidKeyException("the key has " + modulus.bitLength() + " bits");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static PublicKey ecdsa(SshReader reader) throws GeneralSecurityException {
        String curve = reader.text();
        if (!CURVES.contains(curve)) {
            throw new InvalidKeyException("the curve is not known");
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve.replace("nistp", "secp") + "r1"));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        byte[] point = reader.value();
        int width = (spec.getCurve().getField().getFieldSize() + 7) / 8;
        if (point.length != 1 + 2 * width || point[0] != 4) {
            throw new InvalidKeyException("the point is not written out");
        }
        ECPoint decoded = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + width)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + width, point.length)));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(decoded, spec));
    }

    /**
     * Whether a signature in the encoding of SSH is one of this key for these bytes.
     *
     * @throws GeneralSecurityException if it cannot be read
     */
    boolean verifies(byte[] signed, byte[] signature) throws GeneralSecurityException {
        try {
            SshReader reader = new SshReader(signature);
            String algorithm = reader.text();
            byte[] value = reader.value();
            return reader.isAtEnd() && verifies(signed, algorithm, value);
        } catch (BufferUnderflowException | NumberFormatException e) {
            throw new SignatureException("the signature is incomplete", e);
        }
    }

    private boolean verifies(byte[] signed, String algorithm, byte[] value) throws GeneralSecurityException {
        if (kind.equals(ED25519)) {
            return algorithm.equals(ED25519)
                    && value.length == ED25519_SIGNATURE_LENGTH
                    && verifies("Ed25519", signed, value);
        }
        if (key instanceof RSAPublicKey rsa) {
            int width = (rsa.getModulus().bitLength() + 7) / 8;
            return switch (algorithm) {
                case "rsa-sha2-256" -> verifies("SHA256withRSA", signed, padded(value, width));
                case "rsa-sha2-512" -> verifies("SHA512withRSA", signed, padded(value, width));
                // SHA-1, as in `ssh-rsa`, is broken.
                default -> false;
            };
        }
        return algorithm.equals(kind) && verifiesEcdsa(signed, value);
    }

    private boolean verifiesEcdsa(byte[] signed, byte[] value) throws GeneralSecurityException {
        ECParameterSpec spec = ((ECPublicKey) key).getParams();
        SshReader reader = new SshReader(value);
        BigInteger r = reader.integer();
        BigInteger s = reader.integer();
        // Checked here too, since some JDKs accept zeros.
        if (!reader.isAtEnd() || !isInRange(r, spec.getOrder()) || !isInRange(s, spec.getOrder())) {
            return false;
        }
        int width = (spec.getOrder().bitLength() + 7) / 8;
        byte[] both = Arrays.copyOf(padded(unsigned(r), width), 2 * width);
        System.arraycopy(padded(unsigned(s), width), 0, both, width, width);
        String digest = switch (kind.substring(ECDSA.length())) {
            case "nistp256" -> "SHA256";
            case "nistp384" -> "SHA384";
            default -> "SHA512";
        };
        return verifies(digest + "withECDSAinP1363Format", signed, both);
    }

    private boolean verifies(String algorithm, byte[] signed, byte[] value) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(value);
    }

    private static boolean isInRange(BigInteger number, BigInteger end) {
        return number.signum() > 0 && number.compareTo(end) < 0;
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** The bytes with zeros before them. */
    private static byte[] padded(byte[] bytes, int width) {
        if (bytes.length >= width) {
            return bytes;
        }
        byte[] padded = new byte[width];
        System.arraycopy(bytes, 0, padded, width - bytes.length, bytes.length);
        return padded;
    }
}
