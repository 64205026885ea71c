package com.adorsys.webank.deploy.eks.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * EKS's API and the Security Token Service on one port of this machine: they check each request's signature by {@link
 * SignatureV4}, and answer as AWS does.
 */
public final class FakeAws implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";

    private final HttpServer server;
    private final Map<String, Principal> principals = new ConcurrentHashMap<>();
    private final Map<String, String> clusters = new TreeMap<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** Whoever has an access key. */
    private record Principal(String secret, String session, String arn) {}

    private record Failure(int status, String code, String message) {}

    private FakeAws(HttpServer server) {
        this.server = server;
    }

    /** Starts both. */
    public static FakeAws start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeAws aws = new FakeAws(server);
        server.createContext("/", aws::handle);
        server.start();
        return aws;
    }

    /** Where both are. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Lets an access key in; the session's token may be empty. */
    public FakeAws principal(String key, String secret, String session, String arn) {
        principals.put(key, new Principal(secret, session, arn));
        return this;
    }

    /** Makes a cluster known; JSON as DescribeCluster has it. */
    public FakeAws cluster(String name, String json) {
        clusters.put(name, json);
        return this;
    }

    /** Lets an action fail from now on. */
    public FakeAws fail(String action, int status, String code, String message) {
        failures.put(action, new Failure(status, code, message));
        return this;
    }

    /** What was called, and by which access key: {@code eks:DescribeCluster AKID}. */
    public List<String> calls() {
        return calls;
    }

    /** The secret key of an access key; null for one that is not known. */
    public @Nullable String secret(String key) {
        Principal principal = principals.get(key);
        return principal == null ? null : principal.secret();
    }

    /** Whose access key it is; empty if it is nobody's. */
    public String arn(String key) {
        Principal principal = principals.get(key);
        return principal == null ? "" : principal.arn();
    }

    /** The session token of an access key; null for none. */
    public @Nullable String session(String key) {
        Principal principal = principals.get(key);
        return principal == null || principal.session().isEmpty() ? null : principal.session();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI uri = exchange.getRequestURI();
            boolean eks = exchange.getRequestMethod().equals("GET");
            Map<String, String> parameters = eks ? Map.of() : SignatureV4.parameters(body);
            String action = eks
                    ? uri.getPath().equals("/clusters") ? "eks:ListClusters" : "eks:DescribeCluster"
                    : "sts:" + parameters.get("Action");
            String key = caller(exchange, body, eks ? "eks" : "sts");
            calls.add(action + " " + key);
            Failure failure = failures.get(action);
            if (failure == null && principals.get(key) == null) {
                failure = new Failure(
                        403,
                        eks ? "UnrecognizedClientException" : "InvalidClientTokenId",
                        "The security token included in the request is invalid.");
            }
            if (failure == null && !isSigned(exchange, body, principals.get(key))) {
                failure = new Failure(
                        403,
                        eks ? "InvalidSignatureException" : "SignatureDoesNotMatch",
                        "The request signature we calculated does not match the signature you provided.");
            }
            if (failure != null) {
                refuse(exchange, eks, failure);
            } else if (eks) {
                answerEks(exchange, uri.getPath());
            } else {
                answerSts(exchange, parameters, principals.get(key));
            }
        } catch (RuntimeException e) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private static String caller(HttpExchange exchange, String body, String service) {
        Map<String, String> authorization =
                SignatureV4.authorization(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] credential = authorization.get("Credential").split("/");
        if (!credential[3].equals(service) || !credential[2].equals("eu-central-1")) {
            throw new IllegalArgumentException(String.join("/", credential) + body);
        }
        return credential[0];
    }

    private static boolean isSigned(HttpExchange exchange, String body, Principal principal) {
        URI uri = exchange.getRequestURI();
        String session = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
        String signature = new SignatureV4(
                        exchange.getRequestMethod(),
                        uri.getRawPath(),
                        uri.getRawQuery(),
                        exchange.getRequestHeaders()::getFirst,
                        body)
                .ofHeader(principal.secret());
        Map<String, String> authorization =
                SignatureV4.authorization(exchange.getRequestHeaders().getFirst("Authorization"));
        return signature.equals(authorization.get("Signature"))
                && principal.session().equals(session == null ? "" : session);
    }

    private static void refuse(HttpExchange exchange, boolean eks, Failure failure) throws IOException {
        if (eks) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", failure.code());
            send(exchange, failure.status(), "application/json", "{\"message\":\"" + failure.message() + "\"}");
        } else {
            send(
                    exchange,
                    failure.status(),
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + failure.code() + "</Code><Message>"
                            + failure.message() + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>");
        }
    }

    private void answerEks(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/clusters")) {
            String names =
                    clusters.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
            send(exchange, 200, "application/json", "{\"clusters\":[" + names + "]}");
            return;
        }
        String name = path.substring("/clusters/".length());
        String cluster = clusters.get(name);
        if (cluster == null) {
            refuse(
                    exchange,
                    true,
                    new Failure(404, "ResourceNotFoundException", "No cluster found for name: " + name + "."));
        } else {
            send(exchange, 200, "application/json", "{\"cluster\":" + cluster + "}");
        }
    }

    private void answerSts(HttpExchange exchange, Map<String, String> parameters, Principal caller) throws IOException {
        String action = parameters.get("Action");
        String result;
        if (action.equals("AssumeRole")) {
            String role = parameters.get("RoleArn");
            String key = "ASIAROLE" + principals.size();
            String arn = role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/"
                    + parameters.get("RoleSessionName");
            principals.put(key, new Principal("role-secret", "role-session", arn));
            result = "<Credentials><AccessKeyId>" + key + "</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>"
                    + "<SessionToken>role-session</SessionToken><Expiration>"
                    + Instant.now().plus(Duration.ofHours(1))
                    + "</Expiration></Credentials><AssumedRoleUser><Arn>" + arn
                    + "</Arn><AssumedRoleId>AROA:s</AssumedRoleId></AssumedRoleUser>";
        } else {
            result = "<Arn>" + caller.arn() + "</Arn><UserId>AIDA</UserId><Account>" + ACCOUNT + "</Account>";
        }
        send(
                exchange,
                200,
                "text/xml",
                "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action + "Result>"
                        + result + "</" + action + "Result></" + action + "Response>");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
