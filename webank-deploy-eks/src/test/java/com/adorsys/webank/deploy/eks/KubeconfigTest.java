package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
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
                    "no/such/config: error KUBECONFIG_MISSING: there is no such kubeconfig. Name another, or let `aws eks update-kubeconfig` write it.");
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
