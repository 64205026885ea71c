package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.eks.testing.TokenRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Tokens against vectors that {@code tokens.py} beside this test computes with nothing but hmac and hashlib, and against
 * {@link TokenRules}.
 */
class TokenSignerTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, webank-dev, 2026-11-23T12:00:00Z, AKIDEXAMPLE, '', sts.eu-central-1.amazonaws.com, 8c860ff712c91380eb2909249bb693c73672afae0d73b16ce0e478362b32ac62",
        "eu-central-1, webank-dev, 2026-11-23T12:00:00Z, ASIDEXAMPLE, IQoJb3JpZ2luX2VjE+/==, sts.eu-central-1.amazonaws.com, a85560c2144598802d1b2c8eee3e2d44aca0d136675ff0ab63a323190e4a3285",
        "us-east-1, webank, 2026-11-23T12:00:00Z, AKIDEXAMPLE, '', sts.us-east-1.amazonaws.com, 30e3ec8a33794ca8f11ead1d1844d5105bd000cecc49846e4ce760d3b9a8d583",
        "cn-north-1, webank_cn, 2026-01-01T00:00:00Z, AKIDEXAMPLE, '', sts.cn-north-1.amazonaws.com.cn, 8a5121456e3adc7d329845f4a6ab81efaa24686e32f11441abf5c07d6697bb69",
        "us-gov-west-1, Webank-Gov, 2026-02-28T23:59:59Z, AKIDEXAMPLE, '', sts.us-gov-west-1.amazonaws.com, b763564d53f2971c4e72570c5a91f1cfeebc55ed4d5279c670849747a54fc5cd",
        "us-iso-east-1, webank, 2026-11-23T12:00:00Z, AKIDEXAMPLE, '', sts.us-iso-east-1.c2s.ic.gov, 9b71568e5e49b481467645728acdf4e1f415297a2d7ffb9d8944896184f2000f"
    })
    void each_partition_has_its_host_and_every_byte_is_the_same_as_another_signer_makes_it(
            String region, String cluster, Instant time, String key, String session, String host, String signature) {
        String token = TokenSigner.of(cluster, region).sign(credentials(key, session), time);

        String date = time.toString().replaceAll("[-:]", "");
        String securityToken = session.isEmpty() ? "" : "&X-Amz-Security-Token=IQoJb3JpZ2luX2VjE%2B%2F%3D%3D";
        assertThat(url(token))
                .isEqualTo("https://" + host + "/?Action=GetCallerIdentity&Version=2011-06-15"
                        + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + key + "%2F" + date.substring(0, 8)
                        + "%2F" + region + "%2Fsts%2Faws4_request&X-Amz-Date=" + date + "&X-Amz-Expires=60"
                        + securityToken + "&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Signature=" + signature);
        rules(cluster, host, session).check(token, time.plusSeconds(1));
    }

    @Test
    void a_whole_token() {
        assertThat(TokenSigner.of("webank-dev", "eu-central-1")
                        .sign(credentials("AKIDEXAMPLE", ""), Instant.parse("2026-11-23T12:00:00Z")))
                .isEqualTo(
                        "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtY2VudHJhbC0xLmFtYXpvbmF3cy5jb20vP0FjdGlvbj1HZXRDYWxsZXJJZGVudGl0eSZWZXJzaW9uPTIwMTEtMDYtMTUmWC1BbXotQWxnb3JpdGhtPUFXUzQtSE1BQy1TSEEyNTYmWC1BbXotQ3JlZGVudGlhbD1BS0lERVhBTVBMRSUyRjIwMjYxMTIzJTJGZXUtY2VudHJhbC0xJTJGc3RzJTJGYXdzNF9yZXF1ZXN0JlgtQW16LURhdGU9MjAyNjExMjNUMTIwMDAwWiZYLUFtei1FeHBpcmVzPTYwJlgtQW16LVNpZ25lZEhlYWRlcnM9aG9zdCUzQngtazhzLWF3cy1pZCZYLUFtei1TaWduYXR1cmU9OGM4NjBmZjcxMmM5MTM4MGViMjkwOTI0OWJiNjkzYzczNjcyYWZhZTBkNzNiMTZjZTBlNDc4MzYyYjMyYWM2Mg");
    }

    @Property(tries = 60)
    void whatever_the_credentials_are_a_cluster_takes_the_token(
            @ForAll @StringLength(min = 16, max = 128) @AlphaChars @NumericChars String key,
            @ForAll @StringLength(min = 40, max = 40) @AlphaChars @NumericChars @Chars({'+', '/'}) String secret,
            @ForAll @StringLength(min = 1, max = 2000) @AlphaChars @Chars({'+', '/', '='}) String session,
            @ForAll @StringLength(min = 1, max = 99) @AlphaChars @NumericChars @Chars({'-', '_'}) String rest) {
        Instant time = Instant.parse("2026-11-23T12:00:00Z");
        String cluster = "c" + rest;
        String token =
                TokenSigner.of(cluster, "eu-central-1").sign(AwsSessionCredentials.create(key, secret, session), time);
        TokenRules rules =
                new TokenRules(cluster, Set.of("sts.eu-central-1.amazonaws.com"), any -> secret, any -> session);
        assertThat(rules.check(token, time)).isEqualTo(key);
    }

    @Test
    void the_rules_refuse_what_a_cluster_refuses() {
        Instant time = Instant.parse("2026-11-23T12:00:00Z");
        TokenRules rules = rules("webank-dev", "sts.eu-central-1.amazonaws.com", "");
        String token = TokenSigner.of("webank-dev", "eu-central-1").sign(credentials("AKIDEXAMPLE", ""), time);
        rules.check(token, time.plus(Duration.ofMinutes(15)));
        assertBroken("a date at most 15 minutes ago", rules, token, time.plus(Duration.ofSeconds(901)));
        assertBroken("a date that is not to come", rules, token, time.minus(Duration.ofSeconds(301)));
        assertBroken("the signature", rules("webank-prod", "sts.eu-central-1.amazonaws.com", ""), token, time);
        assertBroken(
                "a host of the partition, not sts.eu-central-1.amazonaws.com",
                rules("webank-dev", "sts.cn-north-1.amazonaws.com.cn", ""),
                token,
                time);
        String longer = token(
                "https://sts.eu-central-1.amazonaws.com/?x=1&" + url(token).split("\\?")[1]);
        assertBroken("no parameter x", rules, longer, time);
    }

    private static void assertBroken(String rule, TokenRules rules, String token, Instant now) {
        assertThatThrownBy(() -> rules.check(token, now)).hasMessage("A token must have " + rule);
    }

    private static TokenRules rules(String cluster, String host, String session) {
        return new TokenRules(cluster, Set.of(host), key -> SECRET, key -> session.isEmpty() ? null : session);
    }

    private static AwsCredentials credentials(String key, String session) {
        return session.isEmpty()
                ? AwsBasicCredentials.create(key, SECRET)
                : AwsSessionCredentials.create(key, SECRET, session);
    }

    private static String url(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())), StandardCharsets.UTF_8);
    }

    private static String token(String url) {
        return "k8s-aws-v1."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(url.getBytes(StandardCharsets.UTF_8));
    }
}
