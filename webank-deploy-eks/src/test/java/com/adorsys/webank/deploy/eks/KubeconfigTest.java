package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.connect.Connection;
import com.adorsys.webank.deploy.eks.internal.connect.KubeconfigConnection;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    private static final String TWO_CONTEXTS = """
            apiVersion: v1
            kind: Config
            current-context: dev
            contexts:
              - name: dev
                context: {cluster: dev-cluster, user: dev-user}
              - name: prod
                context: {cluster: prod-cluster, user: dev-user}
              - name: lost
                context: {cluster: dev-cluster, user: nobody}
            clusters:
              - name: dev-cluster
                cluster: {server: "http://127.0.0.1:PORT"}
            users:
              - name: dev-user
                user: {token: s3cret}
            """;

    @TempDir
    Path folder;

    @Test
    void requests_carry_the_token_of_the_current_context() throws IOException {
        HttpServer server = echo();
        Path file = file(
                "config",
                TWO_CONTEXTS.replace(
                        "PORT", Integer.toString(server.getAddress().getPort())));
        try (EksClient client = EksClient.connect(Kubeconfig.of(file))) {
            assertThat(client.kubernetes().getKubernetesVersion().getGitCommit())
                    .isEqualTo("Bearer s3cret");
        } finally {
            server.stop(0);
        }
    }

    @Nested
    class what_cannot_be_used {
        @Test
        void a_file_that_is_not_there() {
            assertRefused(
                    Kubeconfig.of(Path.of("no/such/config")),
                    "no/such/config: error KUBECONFIG_MISSING: the kubeconfig does not exist. Name another, or let `aws eks update-kubeconfig` write it.");
        }

        @Test
        void a_context_that_is_not_there() throws IOException {
            Path file = file("config", TWO_CONTEXTS);
            assertRefused(
                    Kubeconfig.of(file).withContext("prd"),
                    file
                            + ":4:1: error CONTEXT_MISSING contexts: there is no context `prd`. Did you mean `prod`? Use one of `dev`, `prod`, `lost`.");
        }

        @Test
        void a_cluster_or_a_user_that_is_not_there() throws IOException {
            Path file = file("config", TWO_CONTEXTS);
            assertRefused(
                    Kubeconfig.of(file).withContext("prod"),
                    file
                            + ":8:15: error CLUSTER_MISSING contexts[1].context.cluster: there is no cluster `prod-cluster`. Use one of `dev-cluster`.");
            assertRefused(
                    Kubeconfig.of(file).withContext("lost"),
                    file
                            + ":10:37: error USER_MISSING contexts[2].context.user: there is no user `nobody`. Use one of `dev-user`.");
        }

        private void assertRefused(Kubeconfig kubeconfig, String message) {
            assertThatThrownBy(() -> EksClient.connect(kubeconfig))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(message);
        }
    }

    @Nested
    class what_a_kubeconfig_names {
        @Test
        void is_found_beside_the_kubeconfig_whatever_the_current_folder_is() throws IOException {
            file("token", "from-a-file\n");
            HttpServer server = echo();
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters: [{name: dev, cluster: {server: "http://127.0.0.1:PORT"}}]
                    users: [{name: dev, user: {tokenFile: token}}]
                    """.replace(
                            "PORT", Integer.toString(server.getAddress().getPort())));
            try (EksClient client = EksClient.connect(Kubeconfig.of(file))) {
                assertThat(client.kubernetes().getKubernetesVersion().getGitCommit())
                        .isEqualTo("Bearer from-a-file");
            } finally {
                server.stop(0);
            }
        }

        @Test
        void is_missed_by_its_path() throws IOException {
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters:
                      - name: dev
                        cluster: {server: "https://127.0.0.1:6443", certificate-authority: pki/ca.crt}
                    users: [{name: dev, user: {token: s3cret}}]
                    """);
            assertInvalid(
                    file,
                    ":5:49: error KUBECONFIG_INVALID clusters[0].cluster.certificate-authority: the file `"
                            + folder.resolve("pki/ca.crt") + "` cannot be read. Check the path.");
        }

        @Test
        void is_missed_when_it_is_the_key_of_a_client() throws IOException {
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters: [{name: dev, cluster: {server: "https://127.0.0.1:6443"}}]
                    users:
                      - name: dev
                        user: {client-certificate: dev.crt, client-key: dev.key}
                    """);
            assertInvalid(file, """
                    :6:12: error KUBECONFIG_INVALID users[0].user.client-certificate: the file `%s` cannot be read. Check the path.
                    %s:6:41: error KUBECONFIG_INVALID users[0].user.client-key: the file `%s` cannot be read. Check the path.""".formatted(folder.resolve("dev.crt"), file, folder.resolve("dev.key")));
        }

        @Test
        void is_missed_when_it_is_a_token_and_said_with_the_request() throws IOException {
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters: [{name: dev, cluster: {server: "http://127.0.0.1:1"}}]
                    users: [{name: dev, user: {tokenFile: token}}]
                    """);
            try (EksClient client = EksClient.connect(Kubeconfig.of(file))) {
                assertThatThrownBy(() ->
                                client.deployer(Release.of("shop", "shop")).status())
                        .isInstanceOf(DeployException.InvalidInput.class)
                        .hasMessage(
                                folder.resolve("token")
                                        + ": error TOKEN_UNREADABLE: the file of the kubeconfig's token cannot be read. Check the path and its permissions.");
            }
        }

        @Test
        void a_server_with_a_password_which_is_not_shown() throws IOException {
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters: [{name: dev, cluster: {server: "https://webank:pa55@k.example.com"}}]
                    users: [{name: dev, user: {token: s3cret}}]
                    """);
            assertInvalid(
                    file,
                    ":3:34: error KUBECONFIG_INVALID clusters[0].cluster.server: `server` has a user or a password, which are not used. Write the plain URL, and the credentials in the user's `username` and `password`.");
        }

        @Test
        void all_that_is_wrong_is_said_at_once() throws IOException {
            Path file = file("config", """
                    current-context: dev
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters:
                      - name: dev
                        cluster:
                          server: k.example.com
                          tls-server-name: other.example.com
                          insecure-skip-tls-verify: "yes"
                          proxy-url: socks5://proxy.example.com:1080
                    users:
                      - name: dev
                        user: {auth-provider: {name: oidc}, token: 7}
                    """);
            assertInvalid(file, """
                    :6:7: error KUBECONFIG_INVALID clusters[0].cluster.server: `server` is not a URL. Write it as in `https://host.example.com:6443`.
                    %1$s:12:12: error KUBECONFIG_INVALID users[0].user.auth-provider: `auth-provider` was removed from Kubernetes in 1.26. Use the provider's `exec` plug-in.
                    %1$s:12:41: error KUBECONFIG_INVALID users[0].user.token: `token` is not a string. Write a string.""".formatted(file));
        }

        @Test
        void comes_from_the_first_file_that_says_it() throws IOException {
            HttpServer server = echo();
            String port = Integer.toString(server.getAddress().getPort());
            Path first = file("first", """
                    current-context: dev
                    users: [{name: dev, user: {token: of-the-first}}]
                    """);
            Path second = file("second", """
                    current-context: prod
                    contexts: [{name: dev, context: {cluster: dev, user: dev}}]
                    clusters: [{name: dev, cluster: {server: "http://127.0.0.1:PORT"}}]
                    users: [{name: dev, user: {token: of-the-second}}]
                    """.replace("PORT", port));
            try (Connection connection =
                    KubeconfigConnection.open(List.of(folder.resolve("absent"), first, second), "")) {
                assertThat(connection.kubernetes().getKubernetesVersion().getGitCommit())
                        .isEqualTo("Bearer of-the-first");
            } finally {
                server.stop(0);
            }
        }

        private void assertInvalid(Path file, String message) {
            assertThatThrownBy(() -> EksClient.connect(Kubeconfig.of(file)))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(file + message);
        }
    }

    /** A server whose version is the token that it was asked with. */
    private static HttpServer echo() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/version", exchange -> {
            byte[] answer = ("{\"major\":\"1\",\"minor\":\"35\",\"gitVersion\":\"v1.35.4\",\"gitCommit\":\""
                            + exchange.getRequestHeaders().getFirst("Authorization") + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void shows_its_files_and_its_context() {
        assertThat(Kubeconfig.of(Path.of("a"))).hasToString("a").isEqualTo(Kubeconfig.of(Path.of("a")));
        assertThat(Kubeconfig.of(Path.of("a")).withContext("b")).hasToString("a, context `b`");
        assertThat(Kubeconfig.of(Path.of("a")).files()).isEqualTo(List.of(Path.of("a")));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
