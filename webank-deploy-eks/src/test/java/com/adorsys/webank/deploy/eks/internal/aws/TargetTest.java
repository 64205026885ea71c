package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Connections that lead to the cluster that is meant, or to another one. Nobody listens at any of their servers. */
class TargetTest {
    private static final String KEY = "AKIAEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ENDPOINT = "https://ABC.gr7.eu-central-1.eks.amazonaws.com";
    private static final String OTHER_ACCOUNT = "444455556666";
    private static final ClusterTarget.Eks DEV = ClusterTarget.eks("webank-dev", "eu-central-1", FakeAws.ACCOUNT);
    private static final ClusterTarget.Eks ELSEWHERE = ClusterTarget.eks("webank-dev", "eu-central-1", OTHER_ACCOUNT);
    private static final String WRONG_CREDENTIALS =
            "error CLUSTER_MISMATCH target: the credentials are those of the account `123456789012`, not those of the EKS cluster `webank-dev` in `eu-central-1`, account `444455556666`. Use credentials of the account `444455556666`, by another profile or role.";

    @TempDir
    static Path folder;

    private static String authority;

    private FakeAws aws;

    @BeforeAll
    static void makeAuthority() {
        authority = TestCertificate.forLoopback(folder).authority();
    }

    @BeforeEach
    void start() throws IOException {
        aws = FakeAws.start().principal(KEY, SECRET, "", "arn:aws:iam::123456789012:user/deployer");
        describe(FakeAws.ACCOUNT);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Nested
    class A_cluster_on_eks {
        @Test
        void is_known_by_the_account_in_its_arn() {
            try (EksClient client = EksClient.connect(eks(DEV))) {
                assertThat(client.kubernetes().getMasterUrl()).hasToString(ENDPOINT + "/");
                client.requireTarget(DEV);
            }
            assertThat(aws.calls()).containsExactly("eks:DescribeCluster " + KEY);
        }

        @Test
        void is_known_by_the_account_of_the_caller_where_eks_gives_no_arn() {
            describe("");

            try (EksClient client = EksClient.connect(eks(DEV))) {
                client.requireTarget(DEV);
            }
            assertInvalid(() -> EksClient.connect(eks(ELSEWHERE)), WRONG_CREDENTIALS);
        }

        @Test
        void of_another_account_is_not_connected_to() {
            assertInvalid(() -> EksClient.connect(eks(ELSEWHERE)), WRONG_CREDENTIALS);
        }

        @Test
        void that_is_not_there_in_another_account_is_a_matter_of_the_account() {
            ClusterTarget.Eks prod = ClusterTarget.eks("webank-prod", "eu-central-1", OTHER_ACCOUNT);

            assertInvalid(
                    () -> EksClient.connect(eks(prod)),
                    WRONG_CREDENTIALS.replace("cluster `webank-dev`", "cluster `webank-prod`"));
        }

        @Test
        void is_not_another_one_or_a_context() {
            String leads =
                    "error CLUSTER_MISMATCH target: the connection leads to the EKS cluster `webank-dev` in `eu-central-1`, account `123456789012`, not to the ";
            String remedy = ". Connect to that one, or correct the target.";
            try (EksClient client = EksClient.connect(endpoints(EksCluster.of("webank-dev", "eu-central-1")))) {
                client.requireTarget(DEV);
                assertInvalid(() -> client.requireTarget(ELSEWHERE), leads + ELSEWHERE + remedy);
                ClusterTarget prod = ClusterTarget.eks("webank-prod", "eu-central-1", FakeAws.ACCOUNT);
                assertInvalid(() -> client.requireTarget(prod), leads + prod + remedy);
                ClusterTarget west = ClusterTarget.eks("webank-dev", "eu-west-1", FakeAws.ACCOUNT);
                assertInvalid(() -> client.requireTarget(west), leads + west + remedy);
                ClusterTarget context = ClusterTarget.context("dev", ENDPOINT);
                assertInvalid(() -> client.requireTarget(context), leads + context + remedy);
            }
        }
    }

    @Nested
    class A_kubeconfig {
        @Test
        void leads_to_the_cluster_on_eks_whose_endpoint_it_has() throws IOException {
            try (EksClient client = EksClient.connect(kubeconfig("dev", ENDPOINT + ":443/"))) {
                assertThatCode(() -> client.requireTarget(eks(DEV))).doesNotThrowAnyException();
                assertInvalid(() -> client.requireTarget(eks(ELSEWHERE)), WRONG_CREDENTIALS);
            }
            try (EksClient client = EksClient.connect(kubeconfig("dev", "https://127.0.0.1:6443"))) {
                assertInvalid(
                        () -> client.requireTarget(eks(DEV)),
                        "error CLUSTER_MISMATCH target: the connection leads to the kubeconfig context `dev` at `https://127.0.0.1:6443`, not to the EKS cluster `webank-dev` in `eu-central-1`, account `123456789012` at `"
                                + ENDPOINT + "`. Connect to that one, or correct the target.");
            }
        }

        @Test
        void leads_to_its_context_at_its_server() throws IOException {
            try (EksClient client = EksClient.connect(kubeconfig("dev", "https://HOST.example.com"))) {
                client.requireTarget(ClusterTarget.context("dev", "https://host.example.com:443"));
                String leads =
                        "error CLUSTER_MISMATCH target: the connection leads to the kubeconfig context `dev` at `https://HOST.example.com`, not to the ";
                String remedy = ". Connect to that one, or correct the target.";
                ClusterTarget prod = ClusterTarget.context("prod", "https://host.example.com");
                assertInvalid(() -> client.requireTarget(prod), leads + prod + remedy);
                ClusterTarget other = ClusterTarget.context("dev", "https://host.example.com:6443");
                assertInvalid(() -> client.requireTarget(other), leads + other + remedy);
            }
            assertThat(aws.calls()).isEmpty();
        }
    }

    @Test
    void a_client_of_the_host_is_known_by_its_server() {
        try (KubernetesClient own = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                        .withMasterUrl(ENDPOINT)
                        .build())
                .build()) {
            EksClient client = EksClient.of(own);
            client.requireTarget(ClusterTarget.context("any", ENDPOINT));
            client.requireTarget(eks(DEV));
            ClusterTarget other = ClusterTarget.context("dev", "https://host.example.com");
            assertInvalid(
                    () -> client.requireTarget(other),
                    "error CLUSTER_MISMATCH target: the connection leads to the API server `" + ENDPOINT
                            + "`, not to the " + other + ". Connect to that one, or correct the target.");
        }
    }

    private void describe(String account) {
        String arn =
                account.isEmpty() ? "" : ",\"arn\":\"arn:aws:eks:eu-central-1:" + account + ":cluster/webank-dev\"";
        aws.cluster(
                "webank-dev",
                "{\"name\":\"webank-dev\",\"status\":\"ACTIVE\",\"endpoint\":\"" + ENDPOINT
                        + "\",\"certificateAuthority\":{\"data\":\"" + authority + "\"}" + arn + "}");
    }

    private EksCluster eks(ClusterTarget.Eks target) {
        return endpoints(EksCluster.of(target));
    }

    private EksCluster endpoints(EksCluster cluster) {
        return cluster.withEksEndpoint(aws.uri())
                .withStsEndpoint(aws.uri())
                .withCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)));
    }

    private static Kubeconfig kubeconfig(String context, String server) throws IOException {
        return Kubeconfig.of(Files.writeString(folder.resolve("config"), """
                current-context: %s
                contexts: [{name: %s, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {token: s3cret}}]
                """.formatted(context, context, server)));
    }

    private static void assertInvalid(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(DeployException.InvalidInput.class)
                .hasMessage(message);
    }
}
