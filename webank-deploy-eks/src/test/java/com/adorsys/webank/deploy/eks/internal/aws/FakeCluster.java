package com.adorsys.webank.deploy.eks.internal.aws;

import com.adorsys.webank.deploy.eks.testing.FakeAws;
import com.adorsys.webank.deploy.eks.testing.TokenRules;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An API server by TLS that takes tokens as EKS does, and knows nothing but its version. */
final class FakeCluster implements AutoCloseable {
    private final HttpsServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final TokenRules rules;
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private FakeCluster(HttpsServer server, TokenRules rules) {
        this.server = server;
        this.rules = rules;
    }

    static FakeCluster start(String name, TestCertificate certificate, FakeAws aws) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        TokenRules rules = new TokenRules(name, Set.of("sts.eu-central-1.amazonaws.com"), aws::secret, aws::session);
        FakeCluster cluster = new FakeCluster(server, rules);
        server.createContext("/version", cluster::handle);
        server.setExecutor(cluster.executor);
        server.start();
        return cluster;
    }

    String endpoint() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Refuses so many requests, whatever their token. */
    void refuse(int requests) {
        refusals.set(requests);
    }

    /** The tokens of all requests. */
    List<String> tokens() {
        return tokens;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            String token = header == null ? "" : header.replaceFirst("^Bearer ", "");
            tokens.add(token);
            String refusal = refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? "told to" : "";
            try {
                rules.check(token, Instant.now());
            } catch (RuntimeException e) {
                refusal = String.valueOf(e.getMessage());
            }
            boolean good = refusal.isEmpty();
            byte[] answer = (good
                            ? "{\"major\":\"1\",\"minor\":\"35\",\"gitVersion\":\"v1.35.4\"}"
                            : "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":401,\"reason\":\"Unauthorized\",\"message\":\"Unauthorized\",\"test\":\""
                                    + refusal + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(good ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
