package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Connecting, against servers on this machine that check every signature by themselves. */
class EksConnectionTest {
    private static final String KEY = "AKIAEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String USER = "arn:aws:iam::123456789012:user/deployer";
    private static final String ROLE = "arn:aws:iam::123456789012:role/webank-deployer";

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    private FakeAws aws;
    private FakeCluster server;

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.forLoopback(folder);
    }

    @BeforeEach
    void start() throws IOException {
        aws = FakeAws.start().principal(KEY, SECRET, "", USER);
        server = FakeCluster.start("webank-dev", certificate, aws);
        aws.cluster("webank-dev", description("ACTIVE", ""));
    }

    @AfterEach
    void stop() {
        server.close();
        aws.close();
    }

    @Nested
    class a_connection {
        @Test
        void calls_the_cluster_that_eks_describes_with_a_token_that_it_takes() {
            try (EksClient client = EksClient.connect(cluster())) {
                assertThat(client.kubernetes().getKubernetesVersion().getGitVersion())
                        .isEqualTo("v1.35.4");
                client.kubernetes().getKubernetesVersion();
            }
            assertThat(aws.calls()).containsExactly("eks:DescribeCluster " + KEY);
            assertThat(Set.copyOf(server.tokens())).hasSize(1);
        }

        @Test
        void takes_credentials_of_a_session() {
            aws.principal("ASIAEXAMPLE", SECRET, "session+/=", USER);
            AwsCredentialsProvider session =
                    StaticCredentialsProvider.create(AwsSessionCredentials.create("ASIAEXAMPLE", SECRET, "session+/="));
            assertThat(version(cluster().withCredentials(session))).isEqualTo("v1.35.4");
        }

        @Test
        void takes_the_credentials_of_the_default_chain() {
            System.setProperty("aws.accessKeyId", KEY);
            System.setProperty("aws.secretAccessKey", SECRET);
            try {
                assertThat(version(endpoints(EksCluster.of("webank-dev", "eu-central-1"))))
                        .isEqualTo("v1.35.4");
            } finally {
                System.clearProperty("aws.accessKeyId");
                System.clearProperty("aws.secretAccessKey");
            }
        }

        @Test
        void assumes_a_role() {
            assertThat(version(cluster().withRole(ROLE).withSessionName("ci-17")))
                    .isEqualTo("v1.35.4");
            assertThat(aws.calls()).containsExactly("sts:AssumeRole " + KEY, "eks:DescribeCluster ASIAROLE1");
        }

        @Test
        void serves_while_the_cluster_is_updated() {
            aws.cluster("webank-dev", description("UPDATING", ""));
            assertThat(version(cluster())).isEqualTo("v1.35.4");
        }

        @Test
        void trusts_the_authority_of_the_cluster_and_no_public_one() {
            aws.cluster("webank-dev", description("ACTIVE", "").replace(certificate.authority(), other().authority()));
            try (Connection connection = open(cluster())) {
                assertThat(connection.failures().unreachable(failure(connection)))
                        .isInstanceOf(DeployException.Unavailable.class)
                        .hasMessage(
                                "The cluster `webank-dev` is not trusted: its certificate is not signed by the certificate authority that is trusted for it. Something between it and this machine answers in its place, such as a proxy that opens TLS: let it pass this host unopened.");
            }
        }

        @Test
        void leaves_no_thread_behind() throws InterruptedException {
            version(cluster().withRole(ROLE));
            Set<Thread> before = threads();
            for (int i = 0; i < 3; i++) {
                try (EksClient client = EksClient.connect(cluster().withRole(ROLE))) {
                    IntStream.range(0, 8)
                            .parallel()
                            .forEach(n -> client.kubernetes().getKubernetesVersion());
                    server.refuse(1);
                    client.kubernetes().getKubernetesVersion();
                }
            }
            Set<Thread> left = Set.of();
            // Its idle scheduler is ended by the Kubernetes client after ten seconds.
            for (int i = 0; i < 400; i++) {
                left = threads().stream()
                        .filter(thread -> !before.contains(thread))
                        .collect(Collectors.toSet());
                if (left.isEmpty()) {
                    break;
                }
                Thread.sleep(50);
            }
            assertThat(left).isEmpty();
        }

        /** Live threads, without those of the test's servers and of the JVM's common pool. */
        private Set<Thread> threads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.getName().startsWith("pool-")
                            && !thread.getName().startsWith("ForkJoinPool.commonPool"))
                    .collect(Collectors.toSet());
        }

        private TestCertificate other() {
            return TestCertificate.forLoopback(folder);
        }
    }

    @Nested
    class a_token_that_is_refused {
        @Test
        void is_made_anew_once() {
            try (EksClient client = EksClient.connect(cluster().withRole(ROLE))) {
                client.kubernetes().getKubernetesVersion();
                server.refuse(1);
                assertThat(client.kubernetes().getKubernetesVersion().getGitVersion())
                        .isEqualTo("v1.35.4");
                assertThat(server.tokens()).hasSize(3);
            }
        }

        @Test
        void is_reported_with_the_principal_when_another_is_refused_too() {
            try (Connection connection = open(cluster())) {
                server.refuse(10);
                assertThat(failure(connection))
                        .isInstanceOf(KubernetesClientException.class)
                        .satisfies(e -> assertThat(((KubernetesClientException) e).getCode())
                                .isEqualTo(401));
                assertThat(connection.failures().unauthorized())
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(
                                "The cluster `webank-dev` does not know who is calling (401). It was called as `arn:aws:iam::123456789012:user/deployer`, with a token made just now. Make an access entry for it: `aws eks create-access-entry --region eu-central-1 --cluster-name webank-dev --principal-arn arn:aws:iam::123456789012:user/deployer`.");
            }
        }

        @Test
        void is_reported_with_the_role_of_a_session() {
            try (Connection connection = open(cluster().withRole(ROLE))) {
                assertThat(connection.failures().unauthorized())
                        .hasMessage(
                                "The cluster `webank-dev` does not know who is calling (401). It was called as `arn:aws:sts::123456789012:assumed-role/webank-deployer/webank-deploy`, with a token made just now. Make an access entry for it: `aws eks create-access-entry --region eu-central-1 --cluster-name webank-dev --principal-arn arn:aws:iam::123456789012:role/webank-deployer` (with the role's path, if it has one).");
            }
        }

        @Test
        void is_reported_with_the_map_of_an_older_cluster() {
            aws.cluster(
                    "webank-dev", description("ACTIVE", ",\"accessConfig\":{\"authenticationMode\":\"CONFIG_MAP\"}"));
            try (Connection connection = open(cluster())) {
                assertThat(connection.failures().unauthorized())
                        .hasMessage(
                                "The cluster `webank-dev` does not know who is calling (401). It was called as `arn:aws:iam::123456789012:user/deployer`, with a token made just now. Map `arn:aws:iam::123456789012:user/deployer` to a user in the ConfigMap `aws-auth` of the namespace `kube-system`.");
            }
        }

        @Test
        void is_the_fault_of_credentials_that_have_expired_meanwhile() {
            try (Connection connection = open(cluster())) {
                aws.fail(
                        "sts:GetCallerIdentity",
                        403,
                        "ExpiredToken",
                        "The security token included in the request is expired");
                assertThat(connection.failures().unauthorized())
                        .hasMessage(
                                "The AWS credentials of the given provider have expired. Let the provider give others.");
            }
        }
    }

    @Nested
    class what_eks_refuses {
        @Test
        void a_cluster_that_is_not_there() {
            assertRefused(
                    endpoints(EksCluster.of("webank-dv", "eu-central-1")).withCredentials(provider()),
                    "There is no cluster `webank-dv` in `eu-central-1`, account `123456789012`. Did you mean `webank-dev`? There is `webank-dev`.");
            aws.cluster("other", "{}");
            assertRefused(
                    endpoints(EksCluster.of("payments", "eu-central-1")).withCredentials(provider()),
                    "There is no cluster `payments` in `eu-central-1`, account `123456789012`. There are `other`, `webank-dev`.");
        }

        @Test
        void a_cluster_that_is_not_there_where_names_may_not_be_listed() {
            aws.fail("eks:ListClusters", 403, "AccessDeniedException", "no");
            aws.fail("sts:GetCallerIdentity", 403, "AccessDenied", "no");
            assertRefused(
                    endpoints(EksCluster.of("payments", "eu-central-1")).withCredentials(provider()),
                    "There is no cluster `payments` in `eu-central-1`. Check name, region and account (which clusters there are may not be listed: `eks:ListClusters`).");
        }

        @Test
        void a_cluster_that_is_not_active() {
            aws.cluster("webank-dev", "{\"name\":\"webank-dev\",\"status\":\"CREATING\"}");
            assertRefused(
                    "The cluster `webank-dev` is not ACTIVE but `CREATING`. Wait for it, as by `aws eks wait cluster-active --region eu-central-1 --name webank-dev`.");
            aws.cluster("webank-dev", description("DELETING", ""));
            assertRefused("The cluster `webank-dev` is not ACTIVE but `DELETING`. Choose another.");
            aws.cluster("webank-dev", description("FAILED", ""));
            assertRefused(
                    "The cluster `webank-dev` is not ACTIVE but `FAILED`. See why on EKS's console, and make it again.");
            aws.cluster("webank-dev", description("HIBERNATING", ""));
            assertRefused(
                    "The cluster `webank-dev` is not ACTIVE but `HIBERNATING`. See on EKS's console what that means.");
        }

        @Test
        void credentials_that_have_expired() {
            aws.fail(
                    "eks:DescribeCluster",
                    403,
                    "ExpiredTokenException",
                    "The security token included in the request is expired");
            assertRefused("The AWS credentials of the given provider have expired. Let the provider give others.");
        }

        @Test
        void credentials_that_are_not_known() {
            AwsCredentialsProvider stranger =
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASTRANGER", SECRET));
            assertRefused(
                    cluster().withCredentials(stranger),
                    "AWS does not know the AWS credentials of the given provider (The security token included in the request is invalid). Check that they are whole, and for the partition of `eu-central-1`. Let the provider give others.");
        }

        @Test
        void a_secret_key_that_is_wrong() {
            AwsCredentialsProvider wrong = StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, "wrong"));
            assertRefused(
                    cluster().withCredentials(wrong),
                    "AWS does not accept what is signed with the AWS credentials of the given provider: the secret key is not that of the access key. Check both, and copy them again.");
        }

        @Test
        void what_the_principal_may_not() {
            aws.fail(
                    "eks:DescribeCluster",
                    403,
                    "AccessDeniedException",
                    "User: " + USER
                            + " is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev because no identity-based policy allows the eks:DescribeCluster action");
            assertRefused(
                    "AWS denies `eks:DescribeCluster` to `arn:aws:iam::123456789012:user/deployer`, on `arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev`: no identity-based policy allows the eks:DescribeCluster action. Allow it in a policy of that principal.");
            aws.fail(
                    "eks:DescribeCluster",
                    403,
                    "AccessDeniedException",
                    "User: " + USER
                            + " is not authorized to perform: eks:DescribeCluster on resource: arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev with an explicit deny in a service control policy");
            assertRefused(
                    "AWS denies `eks:DescribeCluster` to `arn:aws:iam::123456789012:user/deployer`, on `arn:aws:eks:eu-central-1:123456789012:cluster/webank-dev`: an explicit deny in a service control policy. Change the policy that denies it.");
        }

        @Test
        void a_role_that_may_not_be_assumed() {
            aws.fail(
                    "sts:AssumeRole",
                    403,
                    "AccessDenied",
                    "User: " + USER + " is not authorized to perform: sts:AssumeRole on resource: " + ROLE);
            assertRefused(
                    cluster().withRole(ROLE),
                    "AWS denies `sts:AssumeRole` to `arn:aws:iam::123456789012:user/deployer`, on `arn:aws:iam::123456789012:role/webank-deployer`. Let the role's trust policy name that principal, and a policy of the principal allow the action.");
        }

        @Test
        void a_request_of_another_kind() {
            aws.fail("eks:DescribeCluster", 400, "InvalidParameterException", "The parameter name is odd.");
            assertRefused(
                    "AWS refuses eks:DescribeCluster: The parameter name is odd (InvalidParameterException). Check the settings of the cluster.");
        }

        private void assertClockIsOff(Duration difference, String message) {
            Clock clock = Clock.offset(Clock.systemUTC(), difference);
            assertThatThrownBy(() -> EksConnection.open(cluster(), clock, Map.of()))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessage(message);
        }

        @Test
        void a_clock_that_is_off() {
            assertClockIsOff(
                    Duration.ofMinutes(-17).minusSeconds(30),
                    "The clock of this machine is 17 min behind that of AWS, so what it signs is not valid there. Set it, as by NTP.");
            assertClockIsOff(
                    Duration.ofHours(3).plusSeconds(30),
                    "The clock of this machine is 3 h ahead of that of AWS, so what it signs is not valid there. Set it, as by NTP.");
            aws.fail(
                    "eks:DescribeCluster",
                    403,
                    "InvalidSignatureException",
                    "Signature expired: 20261123T110000Z is now earlier than 20261123T115500Z (20261123T120000Z - 5 min.)");
            assertRefused(
                    "The clock of this machine is more than 5 min away from that of AWS, so what it signs is not valid there. Set it, as by NTP.");
        }
    }

    @Nested
    class who_cannot_be_reached {
        @Test
        void eks_where_nobody_listens() throws IOException {
            URI nobody = URI.create("http://127.0.0.1:" + unusedPort());
            assertUnavailable(
                    cluster().withEksEndpoint(nobody),
                    "AWS cannot be called for eks:DescribeCluster: `127.0.0.1` refuses connections. Check the network, and whether it needs a proxy.");
        }

        @Test
        void eks_by_a_name_that_is_not_known() {
            assertUnavailable(
                    cluster().withEksEndpoint(URI.create("https://eks.invalid")),
                    "AWS cannot be called for eks:DescribeCluster: its host `eks.invalid` is not found in DNS. Check the network's DNS.");
        }

        @Test
        void a_proxy_where_nobody_listens() throws IOException {
            assertUnavailable(
                    cluster().withProxy(URI.create("http://127.0.0.1:" + unusedPort())),
                    "AWS cannot be called for eks:DescribeCluster: `127.0.0.1` refuses connections. Check the network and the proxy.");
        }

        @Test
        void a_cluster_where_nobody_listens() throws IOException {
            aws.cluster(
                    "webank-dev",
                    description("ACTIVE", "").replace(server.endpoint(), "https://127.0.0.1:" + unusedPort()));
            assertUnreachable(
                    "The cluster `webank-dev` cannot be reached: `127.0.0.1` refuses connections. Check the network, and whether it needs a proxy.");
        }

        @Test
        void a_cluster_by_a_name_that_is_not_known() {
            aws.cluster("webank-dev", description("ACTIVE", "").replace(server.endpoint(), "https://eks.invalid"));
            assertUnreachable(
                    "The cluster `webank-dev` cannot be reached: its host `eks.invalid` is not found in DNS. Check the network's DNS.");
        }

        @Test
        void a_cluster_whose_endpoint_is_private_or_admits_others() throws IOException {
            String elsewhere = "https://127.0.0.1:" + unusedPort();
            aws.cluster(
                    "webank-dev",
                    description(
                                    "ACTIVE",
                                    ",\"resourcesVpcConfig\":{\"vpcId\":\"vpc-1\",\"endpointPublicAccess\":false}")
                            .replace(server.endpoint(), elsewhere));
            assertUnreachable(
                    "The cluster `webank-dev` cannot be reached: `127.0.0.1` refuses connections. Its endpoint is private, so connect from within its VPC `vpc-1` or a network joined to it, or turn on public access.");
            aws.cluster(
                    "webank-dev",
                    description(
                                    "ACTIVE",
                                    ",\"resourcesVpcConfig\":{\"vpcId\":\"vpc-1\",\"endpointPublicAccess\":true,\"publicAccessCidrs\":[\"198.51.100.0/24\"]}")
                            .replace(server.endpoint(), elsewhere));
            assertUnreachable(
                    "The cluster `webank-dev` cannot be reached: `127.0.0.1` refuses connections. Its endpoint admits only `198.51.100.0/24`: connect from there, or add this machine's public address.");
        }

        private void assertUnreachable(String message) {
            try (Connection connection = open(cluster())) {
                assertThat(connection.failures().unreachable(failure(connection)))
                        .isInstanceOf(DeployException.Unavailable.class)
                        .hasMessage(message);
            }
        }

        private int unusedPort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }

    private static Throwable failure(Connection connection) {
        Throwable failure = catchThrowable(() -> connection.kubernetes().getKubernetesVersion());
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Connection open(EksCluster cluster) {
        return EksConnection.open(cluster, Clock.systemUTC(), Map.of());
    }

    private static String version(EksCluster cluster) {
        try (EksClient client = EksClient.connect(cluster)) {
            return client.kubernetes().getKubernetesVersion().getGitVersion();
        }
    }

    private void assertRefused(String message) {
        assertRefused(cluster(), message);
    }

    private static void assertRefused(EksCluster cluster, String message) {
        assertThatThrownBy(() -> open(cluster))
                .isInstanceOf(DeployException.Refused.class)
                .hasMessage(message);
    }

    private static void assertUnavailable(EksCluster cluster, String message) {
        assertThatThrownBy(() -> open(cluster))
                .isInstanceOf(DeployException.Unavailable.class)
                .hasMessage(message);
    }

    private EksCluster cluster() {
        return endpoints(EksCluster.of("webank-dev", "eu-central-1")).withCredentials(provider());
    }

    private EksCluster endpoints(EksCluster cluster) {
        return cluster.withEksEndpoint(aws.uri()).withStsEndpoint(aws.uri());
    }

    private static AwsCredentialsProvider provider() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET));
    }

    /** What EKS says of the cluster; more of it begins with a comma. */
    private String description(String status, String more) {
        return "{\"name\":\"webank-dev\",\"status\":\"" + status + "\",\"endpoint\":\"" + server.endpoint()
                + "\",\"certificateAuthority\":{\"data\":\"" + certificate.authority() + "\"}" + more + "}";
    }
}
