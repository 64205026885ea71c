package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real API server, by a kubeconfig with a plug-in that is a shell script, and by a client of the host's. */
@Timeout(60)
class ConnectIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("connect");
    private final Release release = Release.of("shop", namespace);
    private static final ManifestSet SET = ManifestSet.of(Sample.configMap("config", "1"));

    @TempDir
    Path folder;

    @BeforeEach
    void writeAuthority() throws IOException {
        Files.createDirectory(folder.resolve("pki"));
        Files.writeString(folder.resolve("pki/ca.crt"), cluster.certificateAuthority());
    }

    @Nested
    class a_plug_in {
        @Test
        void is_run_once_for_all_requests_and_the_history_names_its_user() throws IOException {
            script(cluster.token("user"));
            try (EksClient client = connect()) {
                Deployer deployer = client.deployer(release);
                deployer.apply(SET);
                assertThat(deployer.plan(SET).isEmpty()).isTrue();
                assertThat(deployer.history()).extracting(Revision::actor).containsExactly("user");
            }
            assertThat(runs()).isEqualTo(1);
        }

        @Test
        void is_run_again_once_when_its_token_is_refused() throws IOException {
            script("stale", cluster.token("user"));
            try (EksClient client = connect()) {
                client.deployer(release).apply(SET);
                assertThat(config()).isEqualTo("1");
            }
            assertThat(runs()).isEqualTo(2);
        }

        @Test
        void whose_tokens_are_all_refused_is_reported_with_its_user() throws IOException {
            script("stale-1", "stale-2", cluster.token("user"));
            try (EksClient client = connect()) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(
                                "The cluster `test` of the kubeconfig does not know who is calling (401). Renew the credentials of the user `dev` in the kubeconfig, or let the cluster know them.");
            }
            assertThat(runs()).isEqualTo(2);
        }

        @Test
        void that_fails_is_reported_by_its_last_words() throws IOException {
            write("plugin", "#!/bin/sh\necho 'Unable to locate credentials' >&2\nexit 7\n");
            try (EksClient client = connect()) {
                assertThatThrownBy(() -> client.deployer(release).apply(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(
                                "The exec plug-in `./plugin` of the kubeconfig ended with 7, saying `Unable to locate credentials`. Run it by hand, and see what it lacks.");
            }
        }
    }

    @Nested
    class a_context {
        @Test
        void is_chosen_by_its_name() throws IOException {
            try (EksClient client = EksClient.connect(
                    Kubeconfig.of(kubeconfig(cluster.server())).withContext("plain"))) {
                client.deployer(release).apply(SET);
                assertThat(client.deployer(release).history())
                        .extracting(Revision::actor)
                        .containsExactly("admin");
            }
        }

        @Test
        void without_a_user_is_not_let_in() throws IOException {
            try (EksClient client = EksClient.connect(
                    Kubeconfig.of(kubeconfig(cluster.server())).withContext("nobody"))) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessageContaining("system:anonymous");
            }
        }

        @Test
        void that_appears_as_another_user_has_the_other_s_rights() throws IOException {
            String guest = cluster.newUser();
            Path file = kubeconfig(cluster.server());
            Files.writeString(
                    file,
                    Files.readString(file).replace(cluster.token("admin"), cluster.token("admin") + ", as: " + guest));
            try (EksClient client = EksClient.connect(Kubeconfig.of(file).withContext("plain"))) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessageContaining("PERMISSION_MISSING");
            }
        }
    }

    @Nested
    class a_server {
        @Test
        void that_another_authority_vouches_for_is_not_trusted() throws Exception {
            Files.writeString(folder.resolve("pki/ca.crt"), publicAuthority());
            script(cluster.token("user"));
            try (EksClient client = connect()) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Unavailable.class)
                        .hasMessage(
                                "The cluster `test` of the kubeconfig is not trusted: its certificate is not signed by the certificate authority that is trusted for it. Write the certificate authority of this cluster into the kubeconfig, as `certificate-authority-data`.");
            }
        }

        @Test
        void that_never_answers_is_given_up_long_before_the_run_s_time_is_over() throws IOException {
            script(cluster.token("user"));
            try (EksClient client = EksClient.connect(Kubeconfig.of(kubeconfig("https://127.0.0.1:" + unused())))) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Unavailable.class)
                        .hasMessage(
                                "The cluster `test` of the kubeconfig cannot be reached: `127.0.0.1` refuses connections. Check `server` in the kubeconfig, and that this machine may reach it: a private endpoint answers only within its network.");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Nested
    class a_client_of_the_host {
        @Test
        void stays_open_and_as_it_was() {
            try (KubernetesClient host = client(cluster.token("user"), config -> config)) {
                EksClient client = EksClient.of(host);
                client.deployer(release).apply(SET);
                client.close();
                client.close();
                assertThat(host.configMaps()
                                .inNamespace(namespace)
                                .withName("config")
                                .get())
                        .isNotNull();
                // This library repeats requests by itself, and leaves the host's way alone.
                assertThat(host.getConfiguration().getRequestRetryBackoffLimit())
                        .isEqualTo(Config.DEFAULT_REQUEST_RETRY_BACKOFFLIMIT);
            }
        }

        @Test
        void that_appears_as_another_user_does_so_here_too() {
            String guest = cluster.newUser();
            try (KubernetesClient host =
                            client(cluster.token("admin"), config -> config.withImpersonateUsername(guest));
                    EksClient client = EksClient.of(host)) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessageContaining("PERMISSION_MISSING");
            }
        }

        @Test
        void that_is_not_let_in_is_told_so_by_either_protocol() {
            try (KubernetesClient host = client("stranger", config -> config.withHttp2Disable(true));
                    EksClient client = EksClient.of(host)) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(
                                "The cluster at `127.0.0.1` does not know who is calling (401). Give the client credentials that the cluster accepts.");
            }
            try (KubernetesClient host = client("stranger", config -> config);
                    EksClient client = EksClient.of(host)) {
                assertThatThrownBy(() -> client.deployer(release).plan(SET))
                        .isInstanceOf(DeployException.Refused.class)
                        .hasMessage(
                                "The cluster at `127.0.0.1` seems not to know who is calling: `127.0.0.1` ends the connection without an answer that could be read (HTTP/2 GOAWAY). Give the client credentials that the cluster accepts.");
            }
        }

        private KubernetesClient client(String token, UnaryOperator<ConfigBuilder> more) {
            return new KubernetesClientBuilder()
                    .withConfig(more.apply(new ConfigBuilder(Config.empty())
                                    .withMasterUrl(cluster.server())
                                    .withCaCertData(cluster.certificateAuthority())
                                    .withOauthToken(token))
                            .build())
                    .build();
        }
    }

    private EksClient connect() throws IOException {
        return EksClient.connect(Kubeconfig.of(kubeconfig(cluster.server())));
    }

    /** A kubeconfig whose files lie beside it, and whose current context runs a plug-in beside it. */
    private Path kubeconfig(String server) throws IOException {
        return Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: dev
                contexts:
                  - {name: dev, context: {cluster: test, user: dev}}
                  - {name: plain, context: {cluster: test, user: plain}}
                  - {name: nobody, context: {cluster: test}}
                clusters:
                  - {name: test, cluster: {server: "%s", certificate-authority: pki/ca.crt}}
                users:
                  - name: dev
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        command: ./plugin
                        interactiveMode: Never
                  - {name: plain, user: {token: %s}}
                """.formatted(server, cluster.token("admin")));
    }

    /** A plug-in that gives these tokens, one a run, the last again and again. */
    private void script(String... tokens) throws IOException {
        Files.writeString(folder.resolve("plugin.tokens"), String.join("\n", tokens) + "\n");
        write("plugin", """
                #!/bin/sh
                echo run >> "$0.runs"
                n=$(wc -l < "$0.runs")
                token=$(head -n $n "$0.tokens" | tail -n 1)
                echo "{\\"apiVersion\\": \\"client.authentication.k8s.io/v1\\", \\"kind\\": \\"ExecCredential\\", \\"status\\": {\\"token\\": \\"$token\\"}}"
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve(name), text), PosixFilePermissions.fromString("rwx------"));
    }

    private int runs() throws IOException {
        return Files.readAllLines(folder.resolve("plugin.runs")).size();
    }

    private String config() {
        return cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName("config")
                .get()
                .getData()
                .get("key");
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One of the authorities that the JDK trusts, in PEM. */
    private static String publicAuthority() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        List<X509Certificate> authorities = Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(authorities.get(0).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
