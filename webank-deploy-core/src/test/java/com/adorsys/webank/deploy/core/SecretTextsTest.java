package com.adorsys.webank.deploy.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
    /** Random characters, from which each secret is put together: no scanner shall find one in this file. */
    private static final String RANDOM = "k7Jd92nQx0PzLw4TsVb8Yc3RmHg6Fa1EuKi5oNtB9qWe2ZrX";

    private static final String PEM_CONTENT = "MC4CAQAwBQYDK2VwBCIEIB" + RANDOM.substring(0, 42);
    private static final String PEM = pem("PRIVATE KEY", PEM_CONTENT);

    private static String pem(String title, String content) {
        return "-----BEGIN " + title + "-----\n" + content + "\n-----END " + title + "-----\n";
    }

    private static String random(int length) {
        return RANDOM.substring(0, length);
    }

    static Stream<Arguments> secrets() {
        String jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + random(43) + "\",\"d\": \"" + random(43) + "\"}";
        return Stream.of(
                Arguments.of(SecretRule.PEM_PRIVATE_KEY, PEM),
                Arguments.of(SecretRule.PEM_PRIVATE_KEY, "a: 1\nkey: |\n" + pem("RSA PRIVATE KEY", PEM_CONTENT)),
                Arguments.of(SecretRule.PEM_PRIVATE_KEY, PEM.replace("\n", "\\n")),
                Arguments.of(SecretRule.PEM_PRIVATE_KEY, pem("PGP PRIVATE KEY BLOCK", PEM_CONTENT)),
                Arguments.of(SecretRule.PEM_PRIVATE_KEY, base64(PEM)),
                Arguments.of(SecretRule.PRIVATE_JWK, jwk),
                Arguments.of(SecretRule.PRIVATE_JWK, "{\"keys\":[" + jwk + "]}"),
                Arguments.of(SecretRule.PRIVATE_JWK, jwk.replace("\"", "\\\"").replace("{\\\"", "{ \\\"")),
                Arguments.of(SecretRule.PRIVATE_JWK, "{\"k\":\"" + random(43) + "\",\"kty\":\"oct\"}"),
                Arguments.of(SecretRule.AWS_ACCESS_KEY, "AKIA" + "J7Q2ZK4LW8XN3VTB"),
                Arguments.of(SecretRule.AWS_ACCESS_KEY, "[default]\naws_access_key_id=ASIA" + "J7Q2ZK4LW8XN3VTB\n"),
                Arguments.of(SecretRule.GITHUB_TOKEN, "ghp_" + random(36)),
                Arguments.of(SecretRule.GITHUB_TOKEN, "token: gho_" + random(36)),
                Arguments.of(SecretRule.GITHUB_TOKEN, "--token=ghu_" + random(36)),
                Arguments.of(SecretRule.GITHUB_TOKEN, "https://ghs_" + random(36) + "@github.com/a/b"),
                Arguments.of(SecretRule.GITHUB_TOKEN, "ghr_" + random(36)),
                Arguments.of(SecretRule.GITHUB_TOKEN, "github_pat_" + random(22) + "_" + random(40)),
                Arguments.of(SecretRule.GITLAB_TOKEN, "glpat-" + random(20)),
                Arguments.of(SecretRule.SLACK_TOKEN, "xoxb-" + "123456789012-" + random(24)),
                Arguments.of(
                        SecretRule.SLACK_TOKEN,
                        "https://hooks.slack.com/services/" + "T01ABC2DE/B01ABC2DE/" + random(24)),
                Arguments.of(SecretRule.NPM_TOKEN, "//npm.example.com/:_authToken=npm_" + random(36)),
                Arguments.of(SecretRule.GOOGLE_API_KEY, "AIza" + random(35)),
                Arguments.of(SecretRule.STRIPE_KEY, "sk_live_" + random(24)),
                Arguments.of(SecretRule.AGE_KEY, "AGE-SECRET-KEY-1" + random(44).toUpperCase(Locale.ROOT)),
                Arguments.of(SecretRule.JDBC_PASSWORD, "jdbc:postgresql://db/x?user=webank&password=hunter2"),
                Arguments.of(SecretRule.JDBC_PASSWORD, "jdbc:sqlserver://db;user=webank;password=hunter2"),
                Arguments.of(SecretRule.JDBC_PASSWORD, "jdbc:mysql://webank:hunter2@db/x"),
                Arguments.of(SecretRule.JDBC_PASSWORD, "jdbc:oracle:thin:webank/hunter2@db:1521/x"),
                Arguments.of(SecretRule.URL_PASSWORD, "see amqp://webank:hunter2@mq"),
                Arguments.of(SecretRule.URL_PASSWORD, "redis://:hunter2@cache:6379"),
                Arguments.of(SecretRule.URL_PASSWORD, "postgresql://db/x?user=webank&password=hunter2"),
                Arguments.of(SecretRule.NAMED_VALUE, "a.b=c\nspring.mail.password=" + random(20)),
                Arguments.of(SecretRule.NAMED_VALUE, "{\"clientSecret\": \"" + random(24) + "\"}"),
                Arguments.of(SecretRule.NAMED_VALUE, "-Dotp.salt=" + random(20)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void finds_a_secret_by_its_rule(SecretRule rule, String text) {
        assertThat(SecretTexts.find(text)).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masks_what_it_finds(SecretRule rule, String text) {
        String masked = UrlCredentials.masked(SecretTexts.masked(text));

        assertThat(masked).contains("***").isNotEqualTo(text);
        assertThat(SecretTexts.find(masked)).isNull();
        assertThat(SecretTexts.masked(masked)).isEqualTo(masked);
    }

    static Stream<String> others() {
        return Stream.of(
                "",
                pem("CERTIFICATE", PEM_CONTENT),
                pem("PUBLIC KEY", PEM_CONTENT),
                pem("PRIVATE KEY", "<the key>"),
                pem("PRIVATE KEY", "MIIE..."),
                "write -----BEGIN PRIVATE KEY----- first",
                base64(pem("CERTIFICATE", PEM_CONTENT)),
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + random(43) + "\",\"y\":\"" + random(43) + "\"}",
                "{\"kty\":\"EC\",\"d\":\"<private>\"}",
                "{\"d\":\"" + random(43) + "\"} {\"kty\":\"RSA\",\"n\":\"a\"}",
                "AKIA" + "IOSFODNN7EXAMPLE",
                "AKIA" + "J7Q2ZK4LW8XN3VTB" + "C",
                "AKIAxxxxxxxxxxxxxxxx",
                "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "ghp_your_token",
                "x" + "ghp_" + random(36),
                "glpat-<token>",
                "xoxb-your-token-here",
                "npm_config_cache",
                "AIza",
                "x".repeat(10) + "AIza" + random(40),
                "sk_live_",
                "jdbc:postgresql://db/x?user=webank&password=${DB_PASSWORD}",
                "jdbc:postgresql://db:5432/x",
                "jdbc:oracle:thin:@//db:1521/x",
                "jdbc:h2:mem:a;DB_CLOSE_DELAY=-1",
                "postgres://webank:$(PASSWORD)@db",
                "postgres://webank:<password>@db",
                "postgres://webank:{{ .Values.password }}@db",
                "postgres://webank:changeme@db",
                "https://example.com:8443/a@b",
                "{\"url\":\"http://example.com:8080\",\"mail\":\"jane@example.com\"}",
                "nginx:1.27@sha256:" + "ab12".repeat(16),
                "a.b=c\nspring.mail.password=${MAIL_PASSWORD}",
                "password: \"\"\nkey: " + random(20),
                "password: {" + "a".repeat(20),
                "password: \u20ac" + "a".repeat(20));
    }

    @ParameterizedTest
    @MethodSource("others")
    void does_not_find_what_is_none(String text) {
        assertThat(SecretTexts.find(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DB_PASSWORD", "apiKey", "server.private-key", "clientSecret", "TWILIO_AUTH_TOKEN", "OTP_SALT"})
    void finds_random_values_of_secret_names(String name) {
        assertThat(SecretTexts.findByName(name, random(20))).isEqualTo(SecretRule.NAMED_VALUE);
        assertThat(SecretTexts.findByName(name, "9f86d081884c7d659a2feaa0c55ad015"))
                .isEqualTo(SecretRule.NAMED_VALUE);
        assertThat(SecretTexts.findByName(name, base64(random(24)))).isEqualTo(SecretRule.NAMED_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD_SECRET_NAME",
                "PASSWORD_MIN_LENGTH",
                "TOKEN_URL",
                "PUBLIC_KEY",
                "compass",
                "monkey",
                "key",
                ""
            })
    void finds_nothing_by_other_names(String name) {
        assertThat(SecretTexts.findByName(name, random(20))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "8",
                "1234567890123456789",
                "rds-secret",
                "default-token-x2k4j9d8",
                "webank-obs-7d9f8b6c5d-x2k4j",
                "changeme",
                "changeme-k7Jd92nQx0PzLw4TsVb8",
                "${DB_PASSWORD_V2_A1B2C3}",
                "$(DB_PASSWORD)",
                "<k7Jd92nQx0PzLw4TsVb8>",
                "{{ .Values.k7Jd92nQx0PzLw4TsVb8 }}",
                "@k7Jd92nQx0PzLw4TsVb8@",
                "/run/secrets/password",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds-k7Jd92",
                "123e4567-e89b-12d3-a456-426614174000",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "ENC[AES256_GCM,data:k7Jd92nQx0PzLw4TsVb8]",
                "$2y$10$k7Jd92nQx0PzLw4TsVb8Yc",
                "op://vault/k7Jd92nQx0PzLw4TsVb8",
                "abcdefghijklmnopqrstuvwxyz0123456789",
                "Y2hhbmdlbWUtY2hhbmdlbWU=",
                "the password is in the vault a1b2c3d4e5"
            })
    void finds_nothing_in_values_that_are_not_random(String value) {
        assertThat(SecretTexts.findByName("API_TOKEN", value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "False", "8", "3.5", "/run/secrets/password", "<password>", "https://a/b", "arn:aws:a"})
    void values_that_cannot_be_secrets(String value) {
        assertThat(SecretValues.canBeSecret(value)).isFalse();
    }

    @Test
    void weak_passwords_can_be_secrets() {
        assertThat(SecretValues.canBeSecret("hunter2")).isTrue();
    }

    @Test
    void masks_the_secret_key_beside_the_id_of_an_access_key() {
        String text = "id " + "AKIA" + "J7Q2ZK4LW8XN3VTB" + " key " + random(40) + " commit " + "0123456789".repeat(4);

        assertThat(SecretTexts.masked(text)).isEqualTo("id *** key *** commit " + "0123456789".repeat(4));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
