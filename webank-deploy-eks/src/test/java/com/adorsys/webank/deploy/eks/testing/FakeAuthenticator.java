package com.adorsys.webank.deploy.eks.testing;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The authenticator of a cluster on EKS, which its API server asks of each token by a webhook: it checks the token by {@link
 * TokenRules}, and knows the principals that have an access entry.
 */
public final class FakeAuthenticator implements AutoCloseable {
    private final HttpServer server;
    private final FakeAws aws;
    private final TokenRules rules;
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private FakeAuthenticator(HttpServer server, FakeAws aws, TokenRules rules) {
        this.server = server;
        this.aws = aws;
        this.rules = rules;
    }

    /** Starts the authenticator of a cluster of a name. */
    public static FakeAuthenticator start(String cluster, FakeAws aws) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenRules rules = new TokenRules(cluster, Set.of("sts.eu-central-1.amazonaws.com"), aws::secret, aws::session);
        FakeAuthenticator authenticator = new FakeAuthenticator(server, aws, rules);
        server.createContext("/authenticate", authenticator::handle);
        server.start();
        return authenticator;
    }

    /** The flags by which an API server asks it, and remembers no answer. */
    public List<String> flags(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("authenticator.yaml"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: aws, cluster: {server: "http://127.0.0.1:%d/authenticate"}}]
                users: [{name: apiserver, user: {}}]
                contexts: [{name: webhook, context: {cluster: aws, user: apiserver}}]
                current-context: webhook
                """.formatted(
                        server.getAddress().getPort()));
        return List.of(
                "--authentication-token-webhook-config-file=" + file,
                "--authentication-token-webhook-version=v1",
                "--authentication-token-webhook-cache-ttl=0s");
    }

    /** Makes an access entry: whoever has the ARN is a user of the cluster. */
    public FakeAuthenticator entry(String arn, String user) {
        entries.put(arn, user);
        return this;
    }

    /** Refuses so many tokens, whatever they are. */
    public void refuse(int tokens) {
        refusals.set(tokens);
    }

    /** The user of each token that came, or why there is none. */
    public List<String> answers() {
        return answers;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            MapTree review = Json.readMap(exchange.getRequestBody().readAllBytes());
            String token =
                    review.map("spec").flatMap(spec -> spec.string("token")).orElse("");
            Optional<String> user = user(token);
            String status = user.map(name ->
                            "{\"authenticated\":true,\"user\":{\"username\":\"" + name + "\",\"groups\":[\"eks\"]}}")
                    .orElse("{\"authenticated\":false}");
            byte[] answer = ("{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenReview\",\"status\":"
                            + status + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private Optional<String> user(String token) {
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            answers.add("told to refuse");
            return Optional.empty();
        }
        try {
            String arn = aws.arn(rules.check(token, Instant.now()));
            Optional<String> user = Optional.ofNullable(entries.get(arn));
            answers.add(user.orElse("no entry of " + arn));
            return user;
        } catch (RuntimeException e) {
            answers.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
