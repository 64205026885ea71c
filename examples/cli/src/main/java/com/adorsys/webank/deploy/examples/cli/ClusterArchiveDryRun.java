package com.adorsys.webank.deploy.examples.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Runs the commands for clusters, as {@link ArchiveDryRun} runs the others, against a server in this process that answers
 * just enough for a plan. It does not matter whether they succeed: the classes are loaded.
 */
public final class ClusterArchiveDryRun {
    private static final String KINDS = """
            {"kind":"APIResourceList","groupVersion":"%s","resources":[
            {"name":"configmaps","kind":"ConfigMap","namespaced":true,"verbs":["get","list","patch","create","delete"]},
            {"name":"deployments","kind":"Deployment","namespaced":true,"verbs":["get","list","patch","create","delete"]}]}
            """;

    private static final String RIGHTS = """
            {"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1","status":{"incomplete":false,
            "nonResourceRules":[],"resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}]}}
            """;

    private static final String NOTHING = """
            {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404,"message":"not found"}
            """;

    private ClusterArchiveDryRun() {}

    /** Runs every command once. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Class.forName(Main.class.getName());
        Path folder = Files.createTempDirectory("webank-deploy");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ClusterArchiveDryRun::answer);
        server.start();
        try {
            String port = "127.0.0.1:" + server.getAddress().getPort();
            Files.writeString(folder.resolve("plain"), kubeconfig("http://" + port));
            // The server does not speak TLS; it is enough that the client starts to.
            Files.writeString(folder.resolve("tls"), kubeconfig("https://" + port));
            Files.writeString(folder.resolve("config.yaml"), """
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: config}, data: {key: value}}
                    """);
            String release = " --release a --namespace b --timeout 3s --kubeconfig ";
            cli(folder, "status" + release + "plain");
            cli(folder, "history" + release + "plain");
            cli(folder, "plan --manifests config.yaml" + release + "plain");
            cli(folder, "apply --manifests config.yaml" + release + "plain");
            cli(folder, "status --environment dev --other-cluster --timeout 3s --kubeconfig plain");
            cli(folder, "status --output json" + release.replace("3s", "1s") + "tls");
            System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
            System.setProperty("aws.secretAccessKey", "none");
            cli(folder, "token --cluster a --region eu-central-1");
        } finally {
            server.stop(0);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String kubeconfig(String server) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: a, cluster: {server: '%s'}}]
                contexts: [{name: a, context: {cluster: a, user: a}}]
                current-context: a
                users: [{name: a, user: {token: none}}]
                """.formatted(server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            boolean write = !exchange.getRequestMethod().equals("GET");
            String text = NOTHING;
            if (path.endsWith("reviews")) {
                text = RIGHTS;
            } else if (path.matches("/api/v1|/apis/[a-z0-9.]+/v1")) {
                text = KINDS.formatted(path.replaceFirst("^/apis?/", ""));
            } else if (write) {
                text = sent;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(text.equals(NOTHING) ? 404 : write ? 201 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void cli(Path folder, String line) {
        Console console = Console.of(
                InputStream.nullInputStream(), new ByteArrayOutputStream(), new ByteArrayOutputStream(), folder);
        var unused = Cli.run(new Main.Example(), console, line.split(" "));
    }
}
