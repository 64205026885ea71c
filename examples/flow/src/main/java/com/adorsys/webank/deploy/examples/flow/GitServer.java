package com.adorsys.webank.deploy.examples.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.adorsys.webank.deploy.gitops.GitHttpBackend;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bare repository, served by {@code git http-backend}. It stands where GitHub stands: pushing requires one token, reading
 * another one.
 */
final class GitServer implements AutoCloseable {
    /** The token of those who push. */
    static final String WRITE_TOKEN = "token-of-the-pipelines";
    /** The token of Argo CD. */
    static final String READ_TOKEN = "token-of-argo-cd";

    static final String USER = "x-access-token";
    private static final String NAME = "configuration.git";

    private final Path folder;
    private final Git git;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** A server that has started, with an empty repository in a folder. */
    GitServer(Path folder) {
        this.folder = folder;
        this.git = new Git(folder);
        git.run("init", "--quiet", "--bare", "--initial-branch=main", NAME);
        git.run("-C", NAME, "config", "http.receivepack", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of the repository. */
    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + NAME;
    }

    /** The id of the newest commit of {@code main}. */
    String head() {
        return git.run("-C", NAME, "rev-parse", "main").strip();
    }

    /** The number of commits that the tool has made on {@code main}. */
    int published() {
        return Integer.parseInt(git.run("-C", NAME, "rev-list", "--count", "--author=webank-deploy", "main")
                .strip());
    }

    /** The value of the header that a token is sent in. */
    static String authorization(String token) {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + token).getBytes(UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        boolean writes = exchange.getRequestURI().toString().contains("git-receive-pack");
        if (authorization(WRITE_TOKEN).equals(given)
                || (!writes && authorization(READ_TOKEN).equals(given))) {
            GitHttpBackend.answer(exchange, folder);
        } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"Git\"");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_UNAUTHORIZED, -1);
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
