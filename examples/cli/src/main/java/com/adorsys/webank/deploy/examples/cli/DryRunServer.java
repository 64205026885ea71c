package com.adorsys.webank.deploy.examples.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server in this process that answers {@link ClusterArchiveDryRun} as an API server would: it speaks TLS, keeps what is
 * written, and says of an applied object which fields are managed. It checks nothing.
 */
final class DryRunServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final Pattern NAME = Pattern.compile("\"metadata\":\\{[^{}]*?\"name\":\"([^\"]*)\"");
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

    /** What an apply of the dry run's objects manages, as far as the server has to know. */
    private static final Map<String, String> FIELDS =
            Map.of("ConfigMap", "{\"f:data\":{\"f:key\":{}}}", "Deployment", """
            {"f:spec":{"f:replicas":{},"f:selector":{},"f:template":{"f:spec":{"f:containers":{"k:{\\"name\\":\\"app\\"}":
            {".":{},"f:name":{},"f:image":{},"f:ports":{"k:{\\"containerPort\\":80,\\"protocol\\":\\"TCP\\"}":{".":{},
            "f:containerPort":{}}}}}}}}}""");

    private final HttpServer server;
    private final String authority;
    private final Map<String, String> objects = new TreeMap<>();
    private int version;

    private DryRunServer(HttpServer server, String authority) {
        this.server = server;
        this.authority = authority;
    }

    /**
     * Starts the server.
     *
     * @param folder where its key is put
     */
    static DryRunServer start(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(newKey(folder))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        byte[] certificate = keys.getCertificate("server").getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        DryRunServer started = new DryRunServer(https, pem);
        https.createContext("/", started::answer);
        https.start();
        return started;
    }

    /** Makes a key for this machine by the JDK's tool. */
    private static Path newKey(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=kube-apiserver",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "eku=serverAuth",
                        "-ext",
                        "ku=digitalSignature,keyEncipherment",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!made.waitFor(1, TimeUnit.MINUTES) || made.exitValue() != 0) {
            made.destroyForcibly();
            throw new IOException("keytool makes no key");
        }
        return store;
    }

    /** A kubeconfig for the server. */
    String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: a, cluster: {server: 'https://127.0.0.1:%d', certificate-authority-data: %s}}]
                contexts: [{name: a, context: {cluster: a, user: a}}]
                current-context: a
                users: [{name: a, user: {token: none}}]
                """.formatted(
                        server.getAddress().getPort(),
                        Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            String method = exchange.getRequestMethod();
            int code = 200;
            String text;
            if (path.endsWith("reviews")) {
                text = RIGHTS;
            } else if (path.matches("/api/v1|/apis/[a-z0-9.]+/v1")) {
                text = KINDS.formatted(path.replaceFirst("^/apis?/", ""));
            } else if (method.equals("GET")) {
                text = read(path, query);
                code = text.equals(NOTHING) ? 404 : 200;
            } else if (method.equals("DELETE")) {
                objects.remove(path);
                text = "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}";
            } else {
                Matcher name = NAME.matcher(sent);
                String place = method.equals("POST") && name.find() ? path + "/" + name.group(1) : path;
                code = objects.containsKey(place) ? 200 : 201;
                text = stored(sent);
                if (!query.contains("dryRun")) {
                    objects.put(place, text);
                }
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            // An API server sends longer answers in chunks.
            exchange.sendResponseHeaders(code, path.contains("/deployments") ? 0 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** An object, or the list of a collection: the last segment of its path is a kind's plural. */
    private String read(String path, String query) {
        String object = objects.get(path);
        if (object != null || !query.contains("limit=")) {
            return object == null ? NOTHING : object;
        }
        StringBuilder items = new StringBuilder();
        objects.forEach((place, text) -> {
            if (place.startsWith(path + "/") && labels(query).stream().allMatch(text::contains)) {
                items.append(items.length() == 0 ? "" : ",").append(text);
            }
        });
        return "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"" + version
                + "\"},\"items\":[" + items + "]}";
    }

    /** The labels that a list asks for, as they stand in an object. */
    private static List<String> labels(String query) {
        List<String> labels = new ArrayList<>();
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("labelSelector=")) {
                for (String term :
                        parameter.substring("labelSelector=".length()).split(",")) {
                    labels.add("\"" + term.replace("=", "\":\"") + "\"");
                }
            }
        }
        return labels;
    }

    /** An object with what a server says of it. */
    private String stored(String sent) {
        version++;
        String fields = "{}";
        for (Map.Entry<String, String> known : FIELDS.entrySet()) {
            if (sent.contains("\"kind\":\"" + known.getKey() + "\"")) {
                fields = known.getValue();
            }
        }
        return sent.replaceAll(",\"(uid|resourceVersion)\":\"[^\"]*\"|\"(uid|resourceVersion)\":\"[^\"]*\",?", "")
                .replace(
                        "\"metadata\":{\"name\"",
                        "\"metadata\":{\"uid\":\"u\",\"resourceVersion\":\"" + version
                                + "\",\"generation\":1,\"managedFields\":[{\"manager\":\"webank-deploy\",\"operation\":\"Apply\","
                                + "\"apiVersion\":" + sent.replaceFirst("(?s).*?\"apiVersion\":(\"[^\"]*\").*", "$1")
                                + ",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":" + fields + "}],\"name\"");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
