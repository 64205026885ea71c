package com.adorsys.webank.deploy.dsl.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturePolicyTest {
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final String WORKFLOW =
            "https://github.com/ADORSYS-GIS/webank-userapp/.github/workflows/main.yml@refs/heads/main";
    private static final KeyPair KEYS = keys("EC");
    private static final SignaturePolicy POLICY = SignaturePolicy.builder()
            .name("webank-images")
            .addImages("ghcr.io/adorsys-gis/**")
            .addSigners(
                    ImageSigner.keyless(ISSUER, WORKFLOW),
                    ImageSigner.publicKey(pem("PUBLIC KEY", KEYS.getPublic().getEncoded())))
            .build();

    @Test
    void is_written_for_kyverno() {
        assertThat(YamlWriter.write(POLICY.kyverno().tree())).isEqualTo("""
                        ---
                        apiVersion: policies.kyverno.io/v1
                        kind: ImageValidatingPolicy
                        metadata:
                          name: webank-images
                        spec:
                          validationActions:
                          - Deny
                          failurePolicy: Fail
                          webhookConfiguration:
                            timeoutSeconds: 30
                          matchConstraints:
                            resourceRules:
                            - apiGroups:
                              - ""
                              apiVersions:
                              - v1
                              operations:
                              - CREATE
                              - UPDATE
                              resources:
                              - pods
                              - pods/ephemeralcontainers
                          matchImageReferences:
                          - glob: ghcr.io/adorsys-gis/**
                          attestors:
                          - name: signer1
                            cosign:
                              keyless:
                                identities:
                                - issuer: https://token.actions.githubusercontent.com
                                  subject: https://github.com/ADORSYS-GIS/webank-userapp/.github/workflows/main.yml@refs/heads/main
                              ctlog:
                                url: https://rekor.sigstore.dev
                          - name: signer2
                            cosign:
                              key:
                                data: |
                        KEY
                              ctlog:
                                url: https://rekor.sigstore.dev
                          validations:
                          - expression: images.containers.map(image, verifyImageSignatures(image, [attestors.signer1, attestors.signer2])).all(count, count > 0)
                            message: an image of the containers has no signature of a trusted signer
                          - expression: images.initContainers.map(image, verifyImageSignatures(image, [attestors.signer1, attestors.signer2])).all(count, count > 0)
                            message: an image of the initContainers has no signature of a trusted signer
                          - expression: images.ephemeralContainers.map(image, verifyImageSignatures(image, [attestors.signer1, attestors.signer2])).all(count, count > 0)
                            message: an image of the ephemeralContainers has no signature of a trusted signer
                        """.replace("KEY\n", key(10)));
    }

    @Test
    void is_written_for_the_policy_controller_of_sigstore() {
        assertThat(YamlWriter.write(POLICY.withAction(SignaturePolicy.Action.WARN)
                        .sigstore()
                        .tree()))
                .isEqualTo("""
                        ---
                        apiVersion: policy.sigstore.dev/v1beta1
                        kind: ClusterImagePolicy
                        metadata:
                          name: webank-images
                        spec:
                          mode: warn
                          images:
                          - glob: ghcr.io/adorsys-gis/**
                          authorities:
                          - keyless:
                              identities:
                              - issuer: https://token.actions.githubusercontent.com
                                subject: https://github.com/ADORSYS-GIS/webank-userapp/.github/workflows/main.yml@refs/heads/main
                              url: https://fulcio.sigstore.dev
                            ctlog:
                              url: https://rekor.sigstore.dev
                          - key:
                              data: |
                        KEY
                            ctlog:
                              url: https://rekor.sigstore.dev
                        """.replace("KEY\n", key(8)));
    }

    @Test
    void only_warns_and_never_blocks_if_asked_to() {
        String text = YamlWriter.write(
                POLICY.withAction(SignaturePolicy.Action.WARN).kyverno().tree());

        assertThat(text).contains("  - Warn\n  failurePolicy: Ignore\n");
    }

    @Test
    void has_no_problems_and_no_secrets() {
        assertThat(Checks.all().check(ManifestSet.of(POLICY.kyverno(), POLICY.sigstore())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void takes_public_keys_of_every_kind(String algorithm) {
        String pem = pem("PUBLIC KEY", keys(algorithm).getPublic().getEncoded());

        assertThat(ImageSigner.publicKey(pem)).isEqualTo(ImageSigner.publicKey("\n" + pem));
    }

    @Test
    void takes_no_private_key_and_does_not_show_it() {
        String pem = pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());

        assertInvalid(
                () -> ImageSigner.publicKey(pem),
                "error PUBLIC_KEY_INVALID signer.publicKey: this is a private key, and it must not get into a manifest. Write"
                        + " the content of `cosign.pub`, from `-----BEGIN PUBLIC KEY-----` to `-----END PUBLIC KEY-----`.");
        String both = pem("PUBLIC KEY", KEYS.getPublic().getEncoded()) + pem;
        assertThatThrownBy(() -> ImageSigner.publicKey(both)).hasMessageContaining("this is a private key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cosign.pub",
                "-----BEGIN PUBLIC KEY-----\nbm9uc2Vuc2U=\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----"
            })
    void takes_no_other_text_for_a_public_key(String text) {
        assertThatThrownBy(() -> ImageSigner.publicKey(text))
                .hasMessageStartingWith(
                        "error PUBLIC_KEY_INVALID signer.publicKey: this is not one public key in PEM. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://issuer.example.com",
                "issuer.example.com",
                "https://",
                "https://user:word@issuer.example.com",
                "https://issuer.example.com/?a=b",
                "https://issuer example.com"
            })
    void takes_only_plain_https_addresses_of_issuers(String issuer) {
        assertThatThrownBy(() -> ImageSigner.keyless(issuer, WORKFLOW))
                .hasMessageStartingWith("error URL_INVALID signer.issuer: ")
                .hasMessageEndingWith(" is not the https address of an issuer. Write it as in"
                        + " `https://token.actions.githubusercontent.com`.")
                .hasMessageNotContaining("word");
    }

    @Test
    void says_who_signs_and_what() {
        assertInvalid(
                () -> ImageSigner.keyless(ISSUER, " "),
                "error TEXT_EMPTY signer.subject: the subject is empty, and so anybody with an identity of the issuer could"
                        + " sign. Write who signs, as in"
                        + " `https://github.com/OWNER/NAME/.github/workflows/main.yml@refs/heads/main`.");
        assertInvalid(
                () -> SignaturePolicy.builder().name("Images").build(),
                "error NAME_INVALID signaturePolicy.name: `Images` is not a valid name: " + subdomainRule()
                        + ". Change it.\n"
                        + "error LIST_EMPTY signaturePolicy.images: the list is empty. Give at least one.\n"
                        + "error LIST_EMPTY signaturePolicy.signers: the list is empty. Give at least one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ghcr.io/a/*", "ghcr.io/*/b/**", "ghcr.io/a/b", "ghcr.io/[ab]/**", "ghcr.io/a b/**"})
    void refuses_globs_that_the_controllers_read_differently(String glob) {
        assertInvalid(
                () -> POLICY.withImages(glob),
                "error TEXT_INVALID signaturePolicy.images: `" + glob
                        + "` is not the beginning of images with `**` for the"
                        + " rest. Write it as in `ghcr.io/adorsys-gis/**`: a single `*` means one thing to Kyverno and another"
                        + " to the policy controller, and without `**` no digest matches.");
    }

    private static String subdomainRule() {
        return Names.subdomain("Images").orElseThrow();
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
    }

    private static String key(int indent) {
        return pem("PUBLIC KEY", KEYS.getPublic().getEncoded()).indent(indent);
    }

    private static String pem(String title, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n";
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
