package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.internal.aws.TestCertificate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An admission webhook that is asked about what is written in one namespace, as long as it is open. */
final class TestWebhook implements AutoCloseable {
    private final TestCluster cluster;
    private final String configuration;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<MapTree, String> answer;
    private volatile boolean asked;

    private TestWebhook(
            TestCluster cluster, String configuration, HttpsServer server, Function<MapTree, String> answer) {
        this.cluster = cluster;
        this.configuration = configuration;
        this.server = server;
        this.answer = answer;
    }

    /**
     * Refuses.
     *
     * @param why says why not, given the object; empty if there is nothing against it
     */
    static TestWebhook validating(TestCluster cluster, Site site, Path folder, Function<MapTree, String> why) {
        return start("Validating", cluster, site, folder, object -> {
            String text = why.apply(object);
            return text.isEmpty()
                    ? "\"allowed\": true"
                    : "\"allowed\": false, \"status\": {\"code\": 403, \"message\": \"" + text + "\"}";
        });
    }

    /**
     * Changes.
     *
     * @param patch a JSON Patch, given the object
     */
    static TestWebhook mutating(TestCluster cluster, Site site, Path folder, Function<MapTree, String> patch) {
        return start(
                "Mutating",
                cluster,
                site,
                folder,
                object -> "\"allowed\": true, \"patchType\": \"JSONPatch\", \"patch\": \""
                        + Base64.getEncoder().encodeToString(patch.apply(object).getBytes(StandardCharsets.UTF_8))
                        + "\"");
    }

    private static TestWebhook start(
            String kind, TestCluster cluster, Site site, Path folder, Function<MapTree, String> answer) {
        try {
            TestCertificate certificate = TestCertificate.forLoopback(folder);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            String name = kind.toLowerCase(Locale.ROOT) + "webhookconfiguration/" + site.namespace();
            TestWebhook webhook = new TestWebhook(cluster, name, server, answer);
            server.setExecutor(webhook.threads);
            server.createContext("/", webhook::review);
            server.start();
            Site.ran(cluster.runWithInput(
                    """
                    apiVersion: admissionregistration.k8s.io/v1
                    kind: %sWebhookConfiguration
                    metadata: {name: %s}
                    webhooks:
                    - name: policy.example.com
                      admissionReviewVersions: [v1]
                      sideEffects: None
                      failurePolicy: Fail
                      timeoutSeconds: 2
                      clientConfig: {url: "https://127.0.0.1:%d/", caBundle: %s}
                      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
                      rules:
                      - {apiGroups: ["", apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [services, deployments]}
                    """.formatted(
                                    kind,
                                    site.namespace(),
                                    server.getAddress().getPort(),
                                    certificate.authority(),
                                    site.namespace()),
                    "kubectl",
                    "apply",
                    "-f",
                    "-"));
            webhook.awaitAsked(site);
            return webhook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server takes a moment until it asks. */
    private void awaitAsked(Site site) {
        while (!asked) {
            ask(site);
        }
    }

    private boolean ask(Site site) {
        return cluster.runWithInput("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: asked, namespace: %s}
                        spec: {ports: [{port: 80}]}
                        """.formatted(site.namespace()), "kubectl", "create", "--dry-run=server", "-f", "-")
                        .code()
                == 0;
    }

    /** Has the server trust only an authority that did not sign the webhook's certificate. */
    void loseTrust(Site site) {
        String other = Base64.getEncoder()
                .encodeToString(cluster.certificateAuthority().getBytes(StandardCharsets.UTF_8));
        Site.ran(cluster.run(
                "kubectl",
                "patch",
                configuration,
                "--type=json",
                "--patch=[{op: replace, path: /webhooks/0/clientConfig/caBundle, value: " + other + "}]"));
        while (ask(site)) {
            Thread.onSpinWait();
        }
    }

    private void review(HttpExchange exchange) throws IOException {
        asked = true;
        MapTree request = Json.readMap(exchange.getRequestBody().readAllBytes())
                .map("request")
                .orElseThrow();
        String uid = ((ScalarTree) request.at("uid").orElseThrow()).text();
        byte[] review =
                ("{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\", \"response\": {\"uid\": \""
                                + uid + "\", "
                                + answer.apply(request.map("object").orElseThrow()) + "}}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, review.length);
        exchange.getResponseBody().write(review);
        exchange.close();
    }

    boolean wasAsked() {
        return asked;
    }

    /** Ends the server behind it; who asks gets no answer. */
    void breakDown() {
        server.stop(0);
    }

    @Override
    public void close() {
        Site.ran(cluster.run("kubectl", "delete", configuration));
        server.stop(0);
        threads.shutdownNow();
    }
}
