package com.adorsys.webank.deploy.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.adorsys.webank.deploy.eks.internal.aws.TestCertificate;
import com.adorsys.webank.deploy.gitops.GitHttpBackend;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What Argo CD uses of a GitHub Enterprise Server: Git repositories over https, which only an installation of a GitHub App can
 * read, the tokens of the installation, and the statuses of commits.
 */
final class TestGitHub implements AutoCloseable {
    static final String HOST = "127.0.0.1";

    private static final String TOKEN = "token-of-the-installation";

    private final HttpsServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final TestCertificate certificate;
    private final List<Status> statuses = new CopyOnWriteArrayList<>();

    /** The status of a commit that was set: the path of the request, and its body. */
    record Status(String path, String body) {}

    private TestGitHub(HttpsServer server, TestCertificate certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /**
     * Serves the repositories of a folder.
     *
     * @param folder the folder, which gets a key store too
     */
    static TestGitHub serving(Path folder) {
        try {
            TestCertificate certificate = TestCertificate.forLoopback(folder);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            TestGitHub github = new TestGitHub(server, certificate);
            server.setExecutor(github.executor);
            server.createContext("/", exchange -> github.git(exchange, folder));
            server.createContext("/api/v3/app/installations/42/access_tokens", github::token);
            server.createContext("/api/v3/repos/", github::status);
            server.start();
            return github;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The properties of a GitHub App in a secret store. */
    static Map<String, String> app() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return Map.of(
                    "githubAppID",
                    "123456",
                    "githubAppInstallationID",
                    "42",
                    "githubAppPrivateKey",
                    "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address, {@code https://127.0.0.1:PORT}. */
    String url() {
        return "https://" + HOST + ":" + server.getAddress().getPort();
    }

    /** Its certificate, as PEM. */
    String certificate() {
        return new String(Base64.getDecoder().decode(certificate.authority()), UTF_8);
    }

    /** The statuses that were set, in order. */
    List<Status> statuses() {
        return statuses;
    }

    private void git(HttpExchange exchange, Path folder) throws IOException {
        if (isAllowed(exchange, "x-access-token")) {
            GitHttpBackend.answer(exchange, folder);
        } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"GitHub\"");
            answer(exchange, 401, "");
        }
    }

    /** A token for the App, which signs its requests. */
    private void token(HttpExchange exchange) throws IOException {
        String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean isSigned = signed.startsWith("Bearer ") && signed.split("\\.").length == 3;
        answer(
                exchange,
                isSigned ? 201 : 401,
                "{\"token\": \"" + TOKEN + "\", \"expires_at\": \"2099-01-01T00:00:00Z\", \"permissions\": {}}");
    }

    private void status(HttpExchange exchange) throws IOException {
        boolean isAllowed =
                ("token " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (isAllowed) {
            statuses.add(new Status(
                    exchange.getRequestURI().getPath(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        }
        answer(exchange, isAllowed ? 201 : 401, "{}");
    }

    private static boolean isAllowed(HttpExchange exchange, String user) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + TOKEN).getBytes(UTF_8));
        return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
