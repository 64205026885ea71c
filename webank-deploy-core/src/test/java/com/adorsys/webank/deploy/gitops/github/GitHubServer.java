package com.adorsys.webank.deploy.gitops.github;

import com.adorsys.webank.deploy.gitops.BranchHistory.Comparison;
import com.adorsys.webank.deploy.gitops.GitHttpBackend;
import com.adorsys.webank.deploy.gitops.github.GitHubDescription.Operation;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server that answers as GitHub does. Every request, and every answer, is held against GitHub's OpenAPI description: {@link
 * #faults} says what does not match. The answers are GitHub's examples with other values.
 *
 * <p>This proves that requests and answers have the form that GitHub describes. It does not prove what GitHub does: which
 * permissions a request requires, when a rate limit applies, which text and headers an error has (its description names few
 * of them), that a missing label is created, or how soon a pushed branch can be proposed.
 */
public final class GitHubServer implements AutoCloseable {
    public static final String APP = "123456";
    public static final String REPOSITORY = "example/deployment";
    private static final String API = "/api/v3";

    /** An answer that is given once, instead of the right one. */
    private record Planned(int status, Map<String, String> headers, String body) {}

    /** A pull request. */
    public static final class Pull {
        public final int number;
        public String title = "";
        public String body = "";
        public String head = "";
        public String base = "";
        public boolean draft;
        public boolean open = true;
        public int reviews;
        public final List<String> labels = new ArrayList<>();
        public final List<String> reviewers = new ArrayList<>();
        public final List<String> teams = new ArrayList<>();

        Pull(int number) {
            this.number = number;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Planned>> planned = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private final PublicKey key;
    private int made;

    public final List<Pull> pulls = new ArrayList<>();
    public BiFunction<String, String, Comparison> history = (base, head) -> new Comparison(0, 0);
    public boolean suspended;
    public Instant expiry = Instant.now().plusSeconds(3600);

    /**
     * Starts the server.
     *
     * @param key the key of the App
     * @param other answers what is not for the REST API, such as Git
     */
    public GitHubServer(PublicKey key, HttpHandler other) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", other);
        server.createContext(API + "/", this::answer);
        server.start();
    }

    /**
     * Starts a server that also answers Git, for those with an accepted token.
     *
     * @param folder the folder of the repositories
     */
    public GitHubServer(PublicKey key, Path folder) throws IOException {
        this(key, exchange -> {});
        server.removeContext("/");
        server.createContext("/", exchange -> git(exchange, folder));
    }

    private void git(HttpExchange exchange, Path folder) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String token = given.startsWith("Basic ")
                ? new String(Base64.getDecoder().decode(given.substring(6)), StandardCharsets.UTF_8)
                : "";
        if (token.startsWith("x-access-token:") && accepts(token.substring("x-access-token:".length()))) {
            GitHttpBackend.answer(exchange, folder);
        } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
            GitHttpBackend.end(exchange, 401, new byte[0]);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String repository() {
        return url() + "/" + REPOSITORY;
    }

    /** A token that is accepted from now on. */
    public synchronized void accept(String token) {
        tokens.add(token);
    }

    public synchronized boolean accepts(String token) {
        return tokens.contains(token);
    }

    public synchronized void revokeAll() {
        tokens.clear();
    }

    /** Answers an operation once with something else; status 0 breaks the connection. */
    public synchronized void plan(String operation, int status, Map<String, String> headers, String body) {
        planned.computeIfAbsent(operation, name -> new ArrayDeque<>()).add(new Planned(status, headers, body));
    }

    /** What did not match the description. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** The operations that were asked for since the last call, in order. */
    public synchronized List<String> requests() {
        List<String> result = List.copyOf(requests);
        requests.clear();
        return result;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Operation operation = Operation.of(exchange.getRequestMethod(), path).orElse(null);
        if (operation == null) {
            faults.add("there is no operation " + exchange.getRequestMethod() + " " + path);
            send(exchange, 404, "{}");
            return;
        }
        requests.add(operation.name());
        faults.addAll(operation.ofRequest(List.copyOf(query(exchange).keySet()), body));
        Deque<Planned> instead = planned.getOrDefault(operation.name(), new ArrayDeque<>());
        if (!instead.isEmpty()) {
            Planned plan = instead.remove();
            if (plan.status() == 0) {
                exchange.close();
                return;
            }
            plan.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, plan.status(), plan.body());
            return;
        }
        if (!isAuthorized(exchange.getRequestHeaders().getFirst("Authorization"), path)) {
            send(
                    exchange,
                    401,
                    "{\"message\":\"Bad credentials\",\"documentation_url\":\"https://docs.github.com/rest\"}");
            return;
        }
        boolean isNew = exchange.getRequestMethod().equals("POST") && !path.endsWith("/labels");
        int status = isNew ? 201 : 200;
        JsonNode answer = answer(operation, path, query(exchange), body, operation.example(status));
        faults.addAll(operation.ofAnswer(status, answer));
        send(exchange, status, answer.toString());
    }

    private JsonNode answer(
            Operation operation, String path, Map<String, String> query, String text, JsonNode example) {
        JsonNode body =
                text.isEmpty() ? GitHubDescription.MAPPER.createObjectNode() : GitHubDescription.MAPPER.readTree(text);
        ObjectNode object = example instanceof ObjectNode node ? node : GitHubDescription.MAPPER.createObjectNode();
        switch (operation.name()) {
            case "get /repos/{owner}/{repo}" -> {
                object.put("full_name", REPOSITORY).put("name", "deployment");
                ((ObjectNode) object.get("owner")).put("login", "example");
                // The example does not have what the description requires.
                object.putNull("language");
                ((ObjectNode) object.get("source")).putNull("language");
                return object;
            }
            case "get /app/installations/{installation_id}", "get /repos/{owner}/{repo}/installation" -> {
                object.put("id", 42);
                object.put("suspended_at", suspended ? "2026-01-01T00:00:00Z" : null);
                return object;
            }
            case "post /app/installations/{installation_id}/access_tokens" -> {
                made++;
                String token = "ghs_installation" + made;
                tokens.add(token);
                return object.put("token", token).put("expires_at", expiry.toString());
            }
            case "get /repos/{owner}/{repo}/compare/{basehead}" -> {
                String[] commits = path.substring(path.lastIndexOf('/') + 1).split("\\.\\.\\.");
                Comparison comparison = history.apply(commits[0], commits[1]);
                return object.put("ahead_by", comparison.ahead()).put("behind_by", comparison.behind());
            }
            case "get /repos/{owner}/{repo}/pulls" -> {
                ArrayNode list = GitHubDescription.MAPPER.createArrayNode();
                for (Pull pull : pulls) {
                    if (pull.open
                            && query.get("head").equals("example:" + pull.head)
                            && query.get("base").equals(pull.base)) {
                        list.add(fill((ObjectNode) example.get(0).deepCopy(), pull));
                    }
                }
                return list;
            }
            case "post /repos/{owner}/{repo}/pulls" -> {
                Pull pull = new Pull(pulls.size() + 1);
                pull.title = body.get("title").asString();
                pull.body = body.get("body").asString();
                pull.head = body.get("head").asString();
                pull.base = body.get("base").asString();
                pull.draft = body.get("draft").asBoolean();
                pulls.add(pull);
                return fill(object, pull);
            }
            case "patch /repos/{owner}/{repo}/pulls/{pull_number}" -> {
                Pull pull = pull(path);
                pull.title = body.has("title") ? body.get("title").asString() : pull.title;
                pull.body = body.has("body") ? body.get("body").asString() : pull.body;
                return fill(object, pull);
            }
            case "post /repos/{owner}/{repo}/issues/{issue_number}/labels" -> {
                Pull pull = pull(path);
                body.get("labels").forEach(label -> pull.labels.add(label.asString()));
                return labels(pull, (ObjectNode) example.get(0));
            }
            case "post /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers" -> {
                Pull pull = pull(path);
                body.path("reviewers").forEach(name -> pull.reviewers.add(name.asString()));
                body.path("team_reviewers").forEach(name -> pull.teams.add(name.asString()));
                return fill(object, pull);
            }
            default -> {
                ArrayNode list = GitHubDescription.MAPPER.createArrayNode();
                for (int i = 0; i < pull(path).reviews; i++) {
                    list.add(example.get(0));
                }
                return list;
            }
        }
    }

    private Pull pull(String path) {
        return pulls.get(Integer.parseInt(path.split("/")[5]) - 1);
    }

    private ObjectNode fill(ObjectNode example, Pull pull) {
        example.put("number", pull.number)
                .put("title", pull.title)
                .put("body", pull.body)
                .put("draft", pull.draft)
                .put("html_url", "https://github.example.com/" + REPOSITORY + "/pull/" + pull.number);
        example.set("labels", labels(pull, (ObjectNode) example.get("labels").get(0)));
        example.set(
                "requested_reviewers", named(example.get("requested_reviewers").get(0), "login", pull.reviewers));
        example.set("requested_teams", named(example.get("requested_teams").get(0), "slug", pull.teams));
        return example;
    }

    private static ArrayNode labels(Pull pull, ObjectNode example) {
        return named(example, "name", pull.labels);
    }

    private static ArrayNode named(JsonNode example, String field, List<String> names) {
        ArrayNode list = GitHubDescription.MAPPER.createArrayNode();
        for (String name : names) {
            ObjectNode item = ((ObjectNode) example.deepCopy()).put(field, name);
            if (field.equals("slug")) {
                // The example does not have what the description requires.
                item.put("type", "organization");
            }
            list.add(item);
        }
        return list;
    }

    private boolean isAuthorized(String authorization, String path) {
        String token = String.valueOf(authorization).replace("Bearer ", "");
        boolean isOfApp = path.startsWith("/app/") || path.endsWith("/installation");
        return isOfApp ? isSigned(token) : tokens.contains(token);
    }

    /** As https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app says. */
    private boolean isSigned(String token) {
        try {
            String[] parts = token.split("\\.");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode header =
                    GitHubDescription.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims =
                    GitHubDescription.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            long now = Instant.now().getEpochSecond();
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && header.get("alg").asString().equals("RS256")
                    && claims.get("iss").asString().equals(APP)
                    && claims.get("iat").asLong() <= now
                    && claims.get("exp").asLong() > now
                    && claims.get("exp").asLong() <= now + 600;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String text = exchange.getRequestURI().getQuery();
        for (String part : text == null ? new String[0] : text.split("&")) {
            String[] sides = part.split("=", 2);
            query.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json; charset=utf-8"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
