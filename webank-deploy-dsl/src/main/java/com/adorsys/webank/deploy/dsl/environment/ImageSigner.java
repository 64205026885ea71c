package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Whose signatures of images are trusted: cosign's, either without a key of one's own or with one. Immutable. */
public final class ImageSigner extends TreeValue {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private ImageSigner(MapTree tree) {
        super(tree);
    }

    /**
     * Who signs with a certificate of the public Sigstore, as a workflow of GitHub does.
     *
     * @param issuer who issues the identity: {@code https://token.actions.githubusercontent.com}
     * @param subject the identity, exactly: {@code
     *     https://github.com/OWNER/NAME/.github/workflows/main.yml@refs/heads/main}
     * @throws DeployException.InvalidInput if the issuer is not an https address, or the subject is empty
     */
    public static ImageSigner keyless(String issuer, String subject) {
        if (!isHttps(issuer)) {
            throw Amount.invalid(
                    ProblemCodes.URL_INVALID,
                    "signer.issuer",
                    Problem.quote(issuer) + " is not the https address of an issuer",
                    "write it as in `https://token.actions.githubusercontent.com`");
        }
        if (subject.isBlank()) {
            throw Amount.invalid(
                    ProblemCodes.TEXT_EMPTY,
                    "signer.subject",
                    "the subject is empty, and so anybody with an identity of the issuer could sign",
                    "write who signs, as in `https://github.com/OWNER/NAME/.github/workflows/main.yml@refs/heads/main`");
        }
        MapTree identity = MapTree.of("issuer", issuer).with("subject", subject);
        return new ImageSigner(MapTree.of("keyless", MapTree.of("identities", ListTree.of(identity))));
    }

    /**
     * Who signs with a key, as {@code cosign sign --key} does.
     *
     * @param pem the public key, as in {@code cosign.pub}
     * @throws DeployException.InvalidInput if the text is not one public key in PEM; the text is not shown
     */
    public static ImageSigner publicKey(String pem) {
        String text = pem.strip();
        if (!isPublicKey(text)) {
            throw Amount.invalid(
                    ProblemCodes.PUBLIC_KEY_INVALID,
                    "signer.publicKey",
                    text.contains("PRIVATE KEY")
                            ? "this is a private key, and it must not get into a manifest"
                            : "this is not one public key in PEM",
                    "write the content of `cosign.pub`, from `" + BEGIN + "` to `" + END + "`");
        }
        return new ImageSigner(MapTree.of("key", MapTree.of("data", text + "\n")));
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isPublicKey(String text) {
        if (!text.startsWith(BEGIN) || text.indexOf(END) != text.length() - END.length()) {
            return false;
        }
        byte[] key;
        try {
            key = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        for (String algorithm : new String[] {"EC", "RSA", "Ed25519"}) {
            if (isKey(algorithm, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKey(String algorithm, byte[] key) {
        try {
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(key));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
