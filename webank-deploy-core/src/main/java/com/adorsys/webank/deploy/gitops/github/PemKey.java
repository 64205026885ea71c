package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Reads an RSA private key from PEM. No message contains any of it. */
final class PemKey {
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";
    /** The version 0, and the algorithm rsaEncryption without parameters, as DER. */
    private static final byte[] RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private PemKey() {}

    static PrivateKey parse(String pem) {
        byte[] pkcs8 = body(pem, PKCS8);
        byte[] pkcs1 = body(pem, PKCS1);
        try {
            if (pkcs8.length > 0) {
                return key(pkcs8);
            }
            if (pkcs1.length > 0) {
                byte[] octets = der(OCTET_STRING, pkcs1);
                byte[] content = Arrays.copyOf(RSA, RSA.length + octets.length);
                System.arraycopy(octets, 0, content, RSA.length, octets.length);
                return key(der(SEQUENCE, content));
            }
        } catch (GeneralSecurityException e) {
            // Without the cause, which could say something of the key.
            throw invalid("the private key of the GitHub App is damaged, or not an RSA key");
        }
        throw invalid(
                pem.contains("ENCRYPTED")
                        ? "the private key of the GitHub App is encrypted"
                        : "the private key of the GitHub App is not a PEM text with a private key");
    }

    static InvalidInput invalid(String what) {
        return new InvalidInput(Problem.error(
                ProblemCodes.GIT_CREDENTIALS,
                Location.of("credentials.key"),
                what,
                "use the file as GitHub gives it, which starts with `-----BEGIN RSA PRIVATE KEY-----`"));
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** The bytes between two lines; none if they are missing or enclose something else. */
    private static byte[] body(String pem, String type) {
        String begin = "-----BEGIN " + type + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + type + "-----");
        if (start < 0 || end < start) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder()
                    .decode(pem.substring(start + begin.length(), end).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
