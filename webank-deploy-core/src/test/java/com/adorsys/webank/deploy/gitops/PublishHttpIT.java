package com.adorsys.webank.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException.Refused;
import com.adorsys.webank.deploy.core.DeployException.Unavailable;
import com.adorsys.webank.deploy.tree.FileTree;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
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
            end(exchange, 302, new byte[0]);
        } else if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            end(exchange, 401, new byte[0]);
        } else {
            backend(exchange, path);
        }
    }

    /** Runs git http-backend, which speaks CGI. */
    private void backend(HttpExchange exchange, String path) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", "x-access-token");
        environment.put("PATH_INFO", path);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getQuery()));
        put(exchange, "Content-Type", environment, "CONTENT_TYPE");
        put(exchange, "Git-Protocol", environment, "GIT_PROTOCOL");
        InputStream in = exchange.getRequestBody();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            in = new GZIPInputStream(in);
        }
        byte[] body = in.readAllBytes();
        environment.put("CONTENT_LENGTH", String.valueOf(body.length));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = process.getOutputStream()) {
            new ByteArrayInputStream(body).transferTo(out);
        } catch (IOException e) {
            // It refused without reading.
        }
        byte[] answer = process.getInputStream().readAllBytes();
        String head = new String(answer, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        int status = 200;
        for (String line : head.substring(0, end).split("\r\n")) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(answer, end + 4, answer.length - end - 4);
        end(exchange, status, rest.toByteArray());
    }

    private static void put(HttpExchange exchange, String header, Map<String, String> environment, String name) {
        String value = exchange.getRequestHeaders().getFirst(header);
        if (value != null) {
            environment.put(name, value);
        }
    }

    private static void end(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
