package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.FileTree;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishing over HTTP, to git http-backend behind a server of this test. */
class PublishHttpIT {
    private static final String TOKEN = "ghp_secret0123";

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Git remote;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        remote = Git.bareWith(folder.resolve("remote.git"), "README.md", "of others\n");
        remote.run("config", "http.receivepack", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + path;
    }

    private Publication publish(String path, GitCredentials credentials) {
        FileTree tree = FileTree.builder("dev").put("dev/a.yaml", "a: 1\n").build();
        try (GitOpsRepository repository = GitOpsRepository.open(address(path), credentials)) {
            return repository.publish(Git.options(), head -> GitContent.of(tree));
        }
    }

    @Test
    void a_token_publishes() {
        remote.commit("More", "more", "1");
        assertThat(publish("remote.git", GitCredentials.token(TOKEN)).commit()).contains(remote.head());
        assertThat(publish("remote.git", GitCredentials.token(TOKEN)).isPublished())
                .isFalse();
        assertThat(remote.text("dev/a.yaml")).isEqualTo("a: 1\n");
        remote.check();
    }

    @Test
    void a_missing_or_wrong_token_is_refused() {
        assertThatThrownBy(() -> publish("remote.git", GitCredentials.none()))
                .isInstanceOf(Refused.class)
                .hasMessage("the repository `" + address("remote.git")
                        + "` cannot be read by everybody, and no token was given. Give one.");
        assertThatThrownBy(() -> publish("remote.git", GitCredentials.token("ghp_wrong")))
                .isInstanceOf(Refused.class)
                .hasMessage("the repository `" + address("remote.git")
                        + "` does not accept the token: it is wrong, or has expired (401). Make a new one.");
    }

    @Test
    void a_token_that_may_only_read_is_refused_and_nothing_is_published() {
        String before = remote.head();
        remote.run("config", "http.receivepack", "false");
        assertThatThrownBy(() -> publish("remote.git", GitCredentials.token(TOKEN)))
                .isInstanceOf(Refused.class)
                .hasMessage("the token may not write to the repository `" + address("remote.git")
                        + "` (403). Give it the permission, such as `contents: write` on GitHub.");
        assertThat(remote.head()).isEqualTo(before);
    }

    @Test
    void a_repository_that_is_not_there_is_reported() {
        assertThatThrownBy(() -> publish("none.git", GitCredentials.token(TOKEN)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("there is no repository `" + address("none.git")
                        + "`, or the token may not see it. Check both.");
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThatThrownBy(() -> publish("moved", GitCredentials.token(TOKEN)))
                .isInstanceOf(Refused.class)
                .hasMessage("the repository `" + address("moved") + "` has moved to `http://***@other.example.com/x`."
                        + " Redirects are not followed, so that the token goes nowhere else: write the new address, if it"
                        + " can be trusted.");
    }

    @Test
    void a_server_that_is_not_there_is_reported_without_the_token() {
        server.stop(0);
        assertThatThrownBy(() -> publish("remote.git", GitCredentials.token(TOKEN)))
                .isInstanceOf(Unavailable.class)
                .hasMessage("cannot read the repository `" + address("remote.git")
                        + "`: there is no connection to its host. Check the address and the network.");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString(("x-access-token:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/moved")) {
            exchange.getResponseHeaders().add("Location", "http://" + TOKEN + "@other.example.com/x");
            GitHttpBackend.end(exchange, 302, new byte[0]);
        } else if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            GitHttpBackend.end(exchange, 401, new byte[0]);
        } else {
            GitHttpBackend.answer(exchange, folder);
        }
    }
}
