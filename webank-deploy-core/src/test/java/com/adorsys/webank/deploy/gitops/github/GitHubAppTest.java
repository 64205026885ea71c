package com.adorsys.webank.deploy.gitops.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubAppTest {
    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 3072})
    void a_key_of_any_size_is_read_in_both_forms(int bits) throws GeneralSecurityException {
        KeyPair pair = GitHubKeys.pair("RSA", bits);
        assertThat(PemKey.parse(GitHubKeys.pkcs8(pair))).isEqualTo(pair.getPrivate());
        assertThat(PemKey.parse(GitHubKeys.pkcs1(pair))).isEqualTo(pair.getPrivate());
        assertThat(PemKey.parse("a comment\n" + GitHubKeys.pkcs1(pair).replace("\n", "\r\n")))
                .isEqualTo(pair.getPrivate());
    }

    @Test
    void a_web_token_says_who_and_until_when_and_is_signed() throws GeneralSecurityException {
        String token = GitHubApp.of("123456", GitHubKeys.pkcs1(GitHubKeys.PAIR))
                .webToken(Instant.parse("2026-11-28T10:00:00Z"));
        String[] parts = token.split("\\.");
        assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        assertThat(decoded(parts[1])).isEqualTo("{\"iat\":1795859940,\"exp\":1795860540,\"iss\":\"123456\"}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(GitHubKeys.PAIR.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void a_key_that_cannot_be_used_is_reported_without_any_of_it() {
        assertThatThrownBy(() -> GitHubApp.of("1", "c2VjcmV0"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the private key of the GitHub App is not a PEM text with a private key");
        assertThatThrownBy(() -> GitHubApp.of("1", GitHubKeys.pem("ENCRYPTED PRIVATE KEY", new byte[30])))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the private key of the GitHub App is encrypted");
        assertThatThrownBy(() -> GitHubApp.of(
                        "1", GitHubKeys.pem("RSA PRIVATE KEY", "c2VjcmV0".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(InvalidInput.class)
                .hasNoCause()
                .hasMessageContaining("the private key of the GitHub App is damaged, or not an RSA key")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> GitHubApp.of("1", GitHubKeys.pkcs8(GitHubKeys.pair("EC", 256))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the private key of the GitHub App is damaged, or not an RSA key");
    }

    @Test
    void an_id_or_an_installation_of_another_form_is_refused() {
        String key = GitHubKeys.pkcs1(GitHubKeys.PAIR);
        assertThatThrownBy(() -> GitHubApp.of("1\",\"iss\":\"2", key))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the ID of the GitHub App is not a number or a client ID");
        assertThatThrownBy(() -> GitHubApp.of("1", key).withInstallation(0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the installation `0` is not a positive number");
    }

    @Test
    void its_text_has_no_secret() {
        assertThat(GitHubCredentials.app("Iv1.0123", GitHubKeys.pkcs1(GitHubKeys.PAIR))
                        .withInstallation(5))
                .hasToString("GitHub App Iv1.0123, installation 5");
        assertThat(GitHubCredentials.token("ghp_secret")).hasToString("a token");
    }

    @Test
    void equal_apps_are_equal() {
        EqualsVerifier.forClass(GitHubApp.class).suppress(Warning.NULL_FIELDS).verify();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
