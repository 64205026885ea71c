package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.FakeAuthenticator;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TokenRules;
import com.adorsys.webank.deploy.examples.cli.Processes.Result;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged tool, EKS and the Security Token Service on this machine, and a real API server that takes its tokens. */
class TokenIT {
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String USER = "arn:aws:iam::123456789012:user/deployer";
    private static final String ROLE = "arn:aws:iam::123456789012:role/webank-deployer";

    @TempDir
    Path folder;

    private FakeAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = FakeAws.start().principal(KEY, SECRET, "", USER);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void a_token_is_an_exec_credential_and_nothing_else() {
        Result result = processes().launcher("token", "--cluster", "webank-dev", "--region", "eu-central-1");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .matches(
                        "\\{\"kind\":\"ExecCredential\",\"apiVersion\":\"client\\.authentication\\.k8s\\.io/v1beta1\",\"spec\":\\{},"
                                + "\"status\":\\{\"expirationTimestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\",\"token\":\"k8s-aws-v1\\.[A-Za-z0-9_-]+\"}}\n");
        assertThat(rules().check(token(result), Instant.now())).isEqualTo(KEY);
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void a_token_is_that_of_a_role_in_the_version_that_is_asked_for() {
        Result result = processes()
                .with(
                        "KUBERNETES_EXEC_INFO",
                        "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}")
                .launcher("token", "--cluster", "webank-dev", "--region", "eu-central-1", "--role", ROLE);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"apiVersion\":\"client.authentication.k8s.io/v1\",");
        assertThat(rules().check(token(result), Instant.now())).startsWith("ASIAROLE");
        assertThat(aws.calls()).containsExactly("sts:AssumeRole " + KEY);
    }

    @Test
    void no_credentials_and_denied_ones_are_4_and_say_what_to_do() {
        assertThat(processes()
                        .with("AWS_ACCESS_KEY_ID", "")
                        .with("AWS_SECRET_ACCESS_KEY", "")
                        .launcher("token", "--cluster", "webank-dev", "--region", "eu-central-1"))
                .isEqualTo(
                        new Result(
                                4,
                                "",
                                "webank-deploy: There are no AWS credentials: none in system properties or the environment, none in the profile `default`, none of a container or an instance. Sign in and choose a profile, or set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`.\n"));
        aws.fail("sts:AssumeRole", 403, "AccessDenied", "User is not authorized to perform: sts:AssumeRole");
        Result denied =
                processes().launcher("token", "--cluster", "webank-dev", "--region", "eu-central-1", "--role", ROLE);
        assertThat(denied.code()).isEqualTo(4);
        assertThat(denied.out()).isEmpty();
        assertThat(denied.err())
                .startsWith("webank-deploy: ")
                .contains("sts:AssumeRole")
                .doesNotContain(SECRET);
        assertThat(processes().launcher("token", "--cluster", "a b", "--region", "eu"))
                .isEqualTo(new Result(2, "", """
                        webank-deploy: error CLUSTER_NAME_INVALID --cluster: the cluster name `a b` is not valid. Use 1 to 100 characters of A-Z, a-z, 0-9, - and _, and start with a letter or digit.
                        webank-deploy: error REGION_INVALID --region: the region `eu` is not valid. Write the region's code, as in `eu-central-1`.
                        """));
    }

    @Test
    void a_real_api_server_takes_the_token_of_the_exec_plug_in_and_of_a_cluster_s_name() throws IOException {
        try (FakeAuthenticator authenticator =
                        FakeAuthenticator.start("webank-dev", aws).entry(USER, "user");
                TestCluster cluster = TestCluster.startWith(authenticator.flags(folder))) {
            new Tool(folder).file("deploy/config.yaml", Manifests.configMap("config", "1"));
            String authority = Base64.getEncoder()
                    .encodeToString(cluster.certificateAuthority().getBytes(StandardCharsets.US_ASCII));
            Files.writeString(folder.resolve("config"), kubeconfig(cluster.server(), authority));

            Result plugged = processes()
                    .launcher(
                            "apply",
                            "--release",
                            "shop",
                            "--namespace",
                            "default",
                            "--manifests",
                            "deploy",
                            "--kubeconfig",
                            "config");
            assertThat(plugged.err()).doesNotContain("k8s-aws-v1");
            assertThat(plugged.out()).endsWith("default/shop at revision 1: 1 created.\n");

            // kubectl as well.
            assertThat(cluster.run(
                                    "env",
                                    "AWS_ACCESS_KEY_ID=" + KEY,
                                    "AWS_SECRET_ACCESS_KEY=" + SECRET,
                                    cluster.tool("kubectl").toString(),
                                    "--kubeconfig",
                                    folder.resolve("config").toString(),
                                    "get",
                                    "configmap/config",
                                    "--output",
                                    "name")
                            .out())
                    .isEqualTo("configmap/config\n");

            describe("111122223333", cluster.server(), authority);
            Result named = processes()
                    .launcher(
                            "plan",
                            "--release",
                            "shop",
                            "--namespace",
                            "default",
                            "--manifests",
                            "deploy",
                            "--cluster",
                            "webank-dev",
                            "--region",
                            "eu-central-1");
            assertThat(named)
                    .isEqualTo(new Result(
                            0,
                            "default/shop: 1 unchanged.\n",
                            "webank-deploy: plan default/shop at " + cluster.server() + "\n"));
            assertEnvironmentsGoToTheirOwnCluster(cluster.server(), authority);
            assertThat(authenticator.answers()).isNotEmpty().containsOnly("user");
        }
    }

    /** The environment dev names the cluster webank-dev of the account 111122223333. */
    private void assertEnvironmentsGoToTheirOwnCluster(String server, String authority) {
        Result absent =
                new Result(0, "webank/webank: absent\n", "webank-deploy: status webank/webank at " + server + "\n");
        assertThat(processes().launcher("status", "--environment", "dev")).isEqualTo(absent);
        // The kubeconfig has the endpoint that EKS gives.
        assertThat(processes().launcher("status", "--environment", "dev", "--kubeconfig", "config"))
                .isEqualTo(absent);
        assertThat(processes().launcher("status", "--environment", "prod", "--kubeconfig", "config"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error CLUSTER_MISMATCH --kubeconfig: the environment `prod` belongs to another cluster: the credentials are those of the account `123456789012`, not those of the EKS cluster `webank-prod` in `eu-central-1`, account `111122223333`. Use credentials of the account `111122223333`, by another profile or role, or add `--other-cluster` to use it nevertheless.\n"));
        describe("444455556666", server, authority);
        assertThat(processes().launcher("status", "--environment", "dev"))
                .isEqualTo(
                        new Result(
                                2,
                                "",
                                "webank-deploy: error CLUSTER_MISMATCH --environment: the environment `dev` belongs to another cluster: the credentials are those of the account `444455556666`, not those of the EKS cluster `webank-dev` in `eu-central-1`, account `111122223333`. Use credentials of the account `111122223333`, by another profile or role.\n"));
    }

    private void describe(String account, String server, String authority) {
        aws.cluster("webank-dev", """
                {"name":"webank-dev","arn":"arn:aws:eks:eu-central-1:%s:cluster/webank-dev","status":"ACTIVE",
                "endpoint":"%s","certificateAuthority":{"data":"%s"}}
                """.formatted(account, server, authority));
    }

    private static String kubeconfig(String server, String authority) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: webank-dev
                    cluster: {server: '%s', certificate-authority-data: %s}
                contexts:
                  - name: webank-dev
                    context: {cluster: webank-dev, user: webank-dev}
                current-context: webank-dev
                users:
                  - name: webank-dev
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        command: %s
                        args: [token, --cluster, webank-dev, --region, eu-central-1]
                        interactiveMode: Never
                """.formatted(server, authority, Processes.LAUNCHER);
    }

    private static String token(Result result) {
        MapTree credential = (MapTree) YamlReader.read("out", result.out().getBytes(StandardCharsets.UTF_8))
                .tree();
        return credential.map("status").orElseThrow().string("token").orElseThrow();
    }

    private TokenRules rules() {
        return new TokenRules("webank-dev", Set.of("sts.eu-central-1.amazonaws.com"), aws::secret, aws::session);
    }

    private Processes processes() {
        Path none = folder.resolve("none");
        return new Processes(folder)
                .with("AWS_ACCESS_KEY_ID", KEY)
                .with("AWS_SECRET_ACCESS_KEY", SECRET)
                .with("AWS_SESSION_TOKEN", "")
                .with("AWS_PROFILE", "")
                .with("AWS_CONFIG_FILE", none.toString())
                .with("AWS_SHARED_CREDENTIALS_FILE", none.toString())
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_ENDPOINT_URL_EKS", aws.uri().toString())
                .with("AWS_ENDPOINT_URL_STS", aws.uri().toString());
    }
}
