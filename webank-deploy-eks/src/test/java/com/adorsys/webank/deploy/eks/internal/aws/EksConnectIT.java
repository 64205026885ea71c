package com.adorsys.webank.deploy.eks.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.Deployer;
import com.adorsys.webank.deploy.eks.EksClient;
import com.adorsys.webank.deploy.eks.EksCluster;
import com.adorsys.webank.deploy.eks.EksToken;
import com.adorsys.webank.deploy.eks.Kubeconfig;
import com.adorsys.webank.deploy.eks.Revision;
import com.adorsys.webank.deploy.eks.testing.FakeAuthenticator;
import com.adorsys.webank.deploy.eks.testing.FakeAws;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * A cluster as on EKS: a real API server that asks {@link FakeAuthenticator} who has signed a token, and {@link FakeAws} to
 * find it by.
 */
@Timeout(120)
class EksConnectIT {
    private static final String KEY = "AKIAEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String USER = "arn:aws:iam::123456789012:user/deployer";
    private static final String ROLE = "arn:aws:iam::123456789012:role/webank-deployer";
    private static final String SESSION = "arn:aws:sts::123456789012:assumed-role/webank-deployer/ci-17";
    private static final ManifestSet SET = ManifestSet.of(
            JsonTrees.manifest("{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'config'}, data: {key: '1'}}"));

    @TempDir
    static Path folder;

    private static FakeAws aws;
    private static FakeAuthenticator authenticator;
    private static TestCertificate certificate;
    private static TestCluster cluster;

    private Release release;

    @BeforeAll
    static void start() throws IOException {
        aws = FakeAws.start().principal(KEY, SECRET, "", USER);
        authenticator = FakeAuthenticator.start("webank-dev", aws);
        certificate = TestCertificate.ofUser(folder, "user");
        List<String> flags = new ArrayList<>(authenticator.flags(folder));
        flags.add("--client-ca-file=" + Files.writeString(folder.resolve("users.crt"), certificate.certificatePem()));
        cluster = TestCluster.startWith(flags);
        String authority = Base64.getEncoder()
                .encodeToString(cluster.certificateAuthority().getBytes(StandardCharsets.UTF_8));
        aws.cluster(
                "webank-dev",
                "{\"name\":\"webank-dev\",\"status\":\"ACTIVE\",\"endpoint\":\"" + cluster.server()
                        + "\",\"certificateAuthority\":{\"data\":\"" + authority + "\"}}");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        authenticator.close();
        aws.close();
    }

    @BeforeEach
    void makeEntries() {
        release = Release.of("shop", cluster.namespace("eks"));
        authenticator.entry(USER, "user").entry(SESSION, "user");
        authenticator.answers().clear();
    }

    @Test
    void a_release_is_brought_to_the_cluster_with_tokens_that_it_has_checked() {
        try (EksClient client = EksClient.connect(eks())) {
            Deployer deployer = client.deployer(release);
            deployer.apply(SET);
            assertThat(deployer.plan(SET).isEmpty()).isTrue();
            assertThat(deployer.history()).extracting(Revision::actor).containsExactly("user");
        }
        assertThat(Set.copyOf(authenticator.answers())).containsExactly("user");
    }

    @Test
    void a_session_of_a_role_is_let_in() {
        try (EksClient client = EksClient.connect(eks().withRole(ROLE).withSessionName("ci-17"))) {
            client.deployer(release).apply(SET);
        }
        assertThat(Set.copyOf(authenticator.answers())).containsExactly("user");
    }

    @Test
    void a_token_that_is_refused_is_made_anew_once_and_the_run_goes_on() {
        authenticator.refuse(1);
        // A session of its own has tokens of its own: the server remembers for some seconds whom it has let in.
        try (EksClient client = EksClient.connect(eks().withRole(ROLE).withSessionName("ci-17"))) {
            client.deployer(release).apply(SET);
        }
        assertThat(authenticator.answers()).startsWith("told to refuse", "user");
    }

    @Test
    void a_principal_without_an_access_entry_is_named() {
        String stranger = "arn:aws:iam::123456789012:user/stranger";
        aws.principal("AKIASTRANGER", SECRET, "", stranger);
        EksCluster eks = eks().withCredentials(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASTRANGER", SECRET)));
        try (EksClient client = EksClient.connect(eks)) {
            assertThatThrownBy(() -> client.deployer(release).plan(SET))
                    .isInstanceOf(DeployException.Refused.class)
                    .hasMessage(
                            "The cluster `webank-dev` does not know who is calling (401). It was called as `arn:aws:iam::123456789012:user/stranger`, with a token made just now. Make an access entry for it: `aws eks create-access-entry --region eu-central-1 --cluster-name webank-dev --principal-arn arn:aws:iam::123456789012:user/stranger`.");
        }
        // Up to two requests are on their way at first, and each is sent once more.
        assertThat(authenticator.answers()).hasSizeBetween(2, 4).containsOnly("no entry of " + stranger);
    }

    @Test
    void a_token_for_another_cluster_is_not_taken() throws IOException {
        EksToken token =
                EksToken.sign(EksCluster.of("webank-prod", "eu-central-1").withCredentials(credentials()));
        try (EksClient client = EksClient.connect(kubeconfig("{token: " + token.text() + "}"))) {
            assertThatThrownBy(() -> client.deployer(release).plan(SET)).hasMessageContaining("(401)");
        }
        assertThat(authenticator.answers()).contains("A token must have the signature");
    }

    @Test
    void kubectl_is_let_in_with_the_token_of_a_plug_in() throws IOException {
        String credential = EksToken.sign(eks()).execCredential("client.authentication.k8s.io/v1");
        Path plugin = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\necho '" + credential + "'\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        kubeconfig("{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin, interactiveMode: Never}}");

        TestCluster.Ran ran = cluster.run(
                "kubectl",
                "--kubeconfig",
                folder.resolve("config").toString(),
                "auth",
                "whoami",
                "--output=jsonpath={.status.userInfo.username}");

        assertThat(ran).isEqualTo(new TestCluster.Ran(0, "user", ""));
    }

    @Test
    void a_user_is_let_in_by_a_certificate_beside_the_kubeconfig() throws IOException {
        Files.writeString(folder.resolve("user.crt"), certificate.certificatePem());
        Files.writeString(folder.resolve("user.key"), certificate.keyPem());
        try (EksClient client = EksClient.connect(kubeconfig("{client-certificate: user.crt, client-key: user.key}"))) {
            client.deployer(release).apply(SET);
            assertThat(client.deployer(release).history())
                    .extracting(Revision::actor)
                    .containsExactly("user");
        }
    }

    private static EksCluster eks() {
        return EksCluster.of("webank-dev", "eu-central-1")
                .withEksEndpoint(aws.uri())
                .withStsEndpoint(aws.uri())
                .withCredentials(credentials());
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET));
    }

    private static Kubeconfig kubeconfig(String user) throws IOException {
        Files.writeString(folder.resolve("ca.crt"), cluster.certificateAuthority());
        return Kubeconfig.of(Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: dev
                contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                clusters: [{name: dev, cluster: {server: "%s", certificate-authority: ca.crt}}]
                users: [{name: dev, user: %s}]
                """.formatted(cluster.server(), user)));
    }
}
