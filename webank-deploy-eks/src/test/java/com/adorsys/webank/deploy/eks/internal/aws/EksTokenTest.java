package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.EksToken;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.connect.BearerToken;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import com.adorsys.webank.deploy.eks.testing.TokenRules;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Tokens for other clients, against the token service on this machine and {@link TokenRules}. */
class EksTokenTest {
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ROLE = "arn:aws:iam::123456789012:role/webank-deployer";

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = FakeAws.start().principal(KEY, SECRET, "", "arn:aws:iam::123456789012:user/deployer");
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void a_token_is_the_one_of_the_golden_vector_and_aws_is_not_called() {
        Instant time = Instant.parse("2026-11-23T12:00:00Z");
        BearerToken token = EksTokens.sign(cluster(), Clock.fixed(time, ZoneOffset.UTC));
        assertThat(token.text())
                .isEqualTo(
                        "k8s-aws-v1.aHR0cHM6Ly9zdHMuZXUtY2VudHJhbC0xLmFtYXpvbmF3cy5jb20vP0FjdGlvbj1HZXRDYWxsZXJJZGVudGl0eSZWZXJzaW9uPTIwMTEtMDYtMTUmWC1BbXotQWxnb3JpdGhtPUFXUzQtSE1BQy1TSEEyNTYmWC1BbXotQ3JlZGVudGlhbD1BS0lERVhBTVBMRSUyRjIwMjYxMTIzJTJGZXUtY2VudHJhbC0xJTJGc3RzJTJGYXdzNF9yZXF1ZXN0JlgtQW16LURhdGU9MjAyNjExMjNUMTIwMDAwWiZYLUFtei1FeHBpcmVzPTYwJlgtQW16LVNpZ25lZEhlYWRlcnM9aG9zdCUzQngtazhzLWF3cy1pZCZYLUFtei1TaWduYXR1cmU9OGM4NjBmZjcxMmM5MTM4MGViMjkwOTI0OWJiNjkzYzczNjcyYWZhZTBkNzNiMTZjZTBlNDc4MzYyYjMyYWM2Mg");
        assertThat(token.expiry()).isEqualTo("2026-11-23T12:14:00Z");
        assertThat(token.renewal()).isEqualTo("2026-11-23T12:13:00Z");
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void a_token_of_an_assumed_role_is_the_role_s() {
        EksToken token = EksToken.sign(cluster().withRole(ROLE));
        assertThat(rules().check(token.text(), Instant.now())).startsWith("ASIAROLE");
        assertThat(aws.calls()).containsExactly("sts:AssumeRole " + KEY);
    }

    @Test
    void a_token_ends_with_the_credentials_that_signed_it() {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        AwsCredentialsProvider ending = () -> AwsSessionCredentials.builder()
                .accessKeyId(KEY)
                .secretAccessKey(SECRET)
                .sessionToken("session")
                .expirationTime(end)
                .build();
        assertThat(EksToken.sign(cluster().withCredentials(ending)).expiry()).isEqualTo(end);
    }

    @Test
    void credentials_that_have_ended_sign_nothing() {
        AwsCredentialsProvider ended = () -> AwsSessionCredentials.builder()
                .accessKeyId(KEY)
                .secretAccessKey(SECRET)
                .sessionToken("session")
                .expirationTime(Instant.now().minusSeconds(1))
                .build();
        assertThatThrownBy(() -> EksToken.sign(cluster().withCredentials(ended)))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage("The AWS credentials of the given provider have expired. Let the provider give others.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"})
    void an_exec_credential_is_one_line_in_the_version_that_is_asked_for(String version) {
        EksToken token = EksToken.sign(cluster());
        String text = token.execCredential(version);
        assertThat(text).doesNotContain("\n");
        MapTree credential = Json.readMap(text.getBytes(StandardCharsets.UTF_8));
        assertThat(credential.string("kind")).contains("ExecCredential");
        assertThat(credential.string("apiVersion")).contains(version);
        MapTree status = credential.map("status").orElseThrow();
        assertThat(status.string("token")).contains(token.text());
        // Whole seconds, as clients that know no fractions want it.
        assertThat(status.string("expirationTimestamp").orElseThrow())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(rules().check(token.text(), Instant.now())).isEqualTo(KEY);
    }

    @Test
    void an_exec_credential_of_another_version_is_refused() {
        EksToken token = EksToken.sign(cluster());
        assertThatThrownBy(() -> token.execCredential("client.authentication.k8s.io/v1alpha1"))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(
                        "error EXEC_VERSION_UNSUPPORTED apiVersion: `client.authentication.k8s.io/v1alpha1` is not a supported version of ExecCredential. Write `client.authentication.k8s.io/v1` or `client.authentication.k8s.io/v1beta1` into the kubeconfig.");
    }

    @Test
    void a_token_shows_its_end_and_not_itself() {
        EksToken token = EksToken.sign(cluster());
        assertThat(token.toString()).isEqualTo("token until " + token.expiry()).doesNotContain(token.text());
    }

    private EksCluster cluster() {
        return EksCluster.of("webank-dev", "eu-central-1")
                .withEksEndpoint(aws.uri())
                .withStsEndpoint(aws.uri())
                .withCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)));
    }

    private TokenRules rules() {
        return new TokenRules("webank-dev", Set.of("sts.eu-central-1.amazonaws.com"), aws::secret, aws::session);
    }
}
