package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The way through a proxy, to EKS and to the cluster. */
class ProxyTest {
    private static final String KEY = "AKIAEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ROLE = "arn:aws:iam::123456789012:role/webank-deployer";

    @TempDir
    Path folder;

    private FakeAws aws;
    private FakeCluster server;
    private FakeProxy proxy;

    @BeforeEach
    void start() throws IOException {
        TestCertificate certificate = TestCertificate.forLoopback(folder);
        aws = FakeAws.start().principal(KEY, SECRET, "", "arn:aws:iam::123456789012:user/deployer");
        server = FakeCluster.start("webank-dev", certificate, aws);
        proxy = FakeProxy.start();
        aws.cluster(
                "webank-dev",
                "{\"name\":\"webank-dev\",\"status\":\"ACTIVE\",\"endpoint\":\"" + server.endpoint()
                        + "\",\"certificateAuthority\":{\"data\":\"" + certificate.authority() + "\"}}");
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
        aws.close();
    }

    @Test
    void everything_goes_through_the_proxy_that_is_given() {
        try (Connection connection = open(cluster().withRole(ROLE).withProxy(proxy.uri()), Map.of())) {
            assertThat(connection.kubernetes().getKubernetesVersion().getGitVersion())
                    .isEqualTo("v1.35.4");
        }
        assertThat(proxy.targets())
                .containsExactly(
                        "POST " + aws.uri() + "/",
                        "GET " + aws.uri() + "/clusters/webank-dev",
                        "CONNECT " + URI.create(server.endpoint()).getAuthority());
    }

    @Test
    void a_host_of_this_machine_is_called_without_the_environment_s_proxy() {
        try (Connection connection =
                open(cluster(), Map.of("HTTPS_PROXY", proxy.uri().toString()))) {
            connection.kubernetes().getKubernetesVersion();
        }
        assertThat(proxy.targets()).isEmpty();
    }

    @Test
    void the_environment_s_proxy_is_checked_when_the_cluster_is_not_of_this_machine() {
        aws.cluster(
                "webank-dev",
                "{\"name\":\"webank-dev\",\"status\":\"ACTIVE\",\"endpoint\":\"https://k.example.com\",\"certificateAuthority\":{\"data\":\"\"}}");
        assertThatThrownBy(() -> open(cluster(), Map.of("HTTPS_PROXY", "socks5://proxy.example.com:1080")))
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(
                        "error PROXY_UNSUPPORTED HTTPS_PROXY: a proxy with the scheme `socks5` is not supported. Use an HTTP proxy, `http://HOST:PORT`.");
    }

    private EksCluster cluster() {
        return EksCluster.of("webank-dev", "eu-central-1")
                .withEksEndpoint(aws.uri())
                .withStsEndpoint(aws.uri())
                .withCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)));
    }

    private static Connection open(EksCluster cluster, Map<String, String> environment) {
        return EksConnection.open(cluster, Clock.systemUTC(), environment);
    }
}
