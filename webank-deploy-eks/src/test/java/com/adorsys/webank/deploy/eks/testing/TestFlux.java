package com.adorsys.webank.deploy.eks.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A real kustomize-controller of Flux beside {@link TestCluster#sharedWithControllers()}, as a process of this machine.
 *
 * <p>It runs without source-controller: {@link #publish} makes a GitRepository whose status says where this class serves its
 * files, as source-controller would.
 *
 * <p>It ends with the JVM. The first build takes some minutes: see {@link TestCluster}.
 */
public final class TestFlux {
    /** The namespace of Flux, and of its Kustomizations and GitRepositories. */
    public static final String NAMESPACE = "flux-system";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Once<TestFlux> SHARED = new Once<>(() -> new TestFlux(TestCluster.sharedWithControllers()));

    private final TestCluster cluster;
    private final Map<String, byte[]> archives = new ConcurrentHashMap<>();
    /** The newest revision of each source. */
    private final Map<String, String> revisions = new ConcurrentHashMap<>();

    private final HttpServer server;
    private final ClusterProcess controller;

    private TestFlux(TestCluster cluster) {
        this.cluster = cluster;
        this.server = serve();
        Path binary = TestBinaries.get(TestBinary.KUSTOMIZE_CONTROLLER);
        installDefinitions(binary.getParent());
        Path folder = cluster.newFolder("flux");
        int healthPort = Ports.free();
        this.controller = ClusterProcess.start(
                "kustomize-controller",
                folder,
                folder.resolve("kustomize-controller.log"),
                Map.of(
                        "KUBECONFIG", cluster.kubeconfig().toString(),
                        "RUNTIME_NAMESPACE", NAMESPACE,
                        "TMPDIR", folder.toString()),
                List.of(
                        binary.toString(),
                        "--metrics-addr=127.0.0.1:" + Ports.free(),
                        "--health-addr=127.0.0.1:" + healthPort,
                        "--interval-jitter-percentage=0",
                        "--requeue-dependency=1s"));
        cluster.beforeEnd(() -> {
            controller.close();
            server.stop(0);
        });
        ControlPlane.await(controller, () -> ControlPlane.isOpen(healthPort));
    }

    /** The Flux that all tests of this JVM share; started when first asked for. */
    public static TestFlux shared() {
        return SHARED.get();
    }

    /** The cluster in which it runs, and which it manages. */
    public TestCluster cluster() {
        return cluster;
    }

    /** Applies manifests as {@code admin}. */
    public void apply(String yaml) {
        cluster.kubectl(yaml, "apply", "--server-side", "--force-conflicts", "--filename", "-");
    }

    /** Makes the newest commit of a repository that of a GitRepository, which is made if it is not there. */
    public void publish(String name, TestRepository repository) {
        String file = name + "-" + repository.head() + ".tar.gz";
        String revision = "main@sha1:" + repository.head();
        byte[] archive = repository.archive();
        archives.put("/" + file, archive);
        revisions.put(name, revision);
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        apply("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: %s, namespace: %s}
                spec: {interval: 1h, url: '%s', ref: {branch: main}}
                """.formatted(name, NAMESPACE, address + name));
        cluster.kubectl(
                "",
                "patch",
                "gitrepository",
                name,
                "--namespace=" + NAMESPACE,
                "--subresource=status",
                "--type=merge",
                """
                --patch={"status": {"artifact": {"url": "%s", "path": "%s", "revision": "%s", "digest": "sha256:%s",
                "lastUpdateTime": "2026-01-01T00:00:00Z"}, "observedGeneration": 1, "conditions": [{"type": "Ready",
                "status": "True", "reason": "Succeeded", "message": "stored", "observedGeneration": 1,
                "lastTransitionTime": "2026-01-01T00:00:00Z"}]}}""".formatted(address + file, file, revision, sha256(archive)));
    }

    /**
     * Has a Kustomization reconciled now, and waits until it has applied what was published under its name, or was left out
     * because it is suspended.
     */
    public void reconcile(String kustomization) {
        String request = UUID.randomUUID().toString();
        String object = "kustomization.kustomize.toolkit.fluxcd.io/" + kustomization;
        String namespace = "--namespace=" + NAMESPACE;
        // Not as a manager whose name begins with `kubectl`, whose fields another Kustomization would remove.
        cluster.kubectl(
                "",
                "annotate",
                object,
                namespace,
                "--overwrite",
                "--field-manager=flux-client-side-apply",
                "reconcile.fluxcd.io/requestedAt=" + request);
        String status =
                "--output=jsonpath={.status.lastHandledReconcileAt} {.spec.suspend} {.status.lastAppliedRevision}";
        ControlPlane.await(controller, () -> {
            String[] parts =
                    cluster.kubectl("", "get", object, namespace, status).split(" ", 3);
            return parts[0].equals(request)
                    && (parts[1].equals("true") || parts[2].equals(revisions.get(kustomization)));
        });
    }

    private HttpServer serve() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                byte[] archive = archives.get(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(archive == null ? 404 : 200, archive == null ? -1 : archive.length);
                if (archive != null) {
                    exchange.getResponseBody().write(archive);
                }
                exchange.close();
            });
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own definitions as it brings them, and those of the sources that it watches, without their schemas. */
    private void installDefinitions(Path files) {
        StringBuilder sources =
                new StringBuilder("{apiVersion: v1, kind: Namespace, metadata: {name: " + NAMESPACE + "}}\n");
        for (String kind : List.of("GitRepository", "OCIRepository", "Bucket")) {
            String plural = kind.toLowerCase(Locale.ROOT).replaceFirst("y$", "ie") + "s";
            sources.append(SOURCE.replace("PLURAL", plural).replace("KIND", kind));
        }
        apply(sources.toString());
        List<String> command = new ArrayList<>(List.of("apply", "--server-side"));
        try (Stream<Path> listed = Files.list(files)) {
            listed.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> command.add("--filename=" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cluster.kubectl("", command.toArray(new String[0]));
        // The server serves a kind a moment after it has its definition.
        String kinds = "kustomizations.kustomize.toolkit.fluxcd.io,gitrepositories.source.toolkit.fluxcd.io,"
                + "ocirepositories.source.toolkit.fluxcd.io,buckets.source.toolkit.fluxcd.io";
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (cluster.run("kubectl", "get", kinds).code() != 0 && System.nanoTime() < end) {
            ControlPlane.pause();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String SOURCE = """
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: PLURAL.source.toolkit.fluxcd.io}
            spec:
              group: source.toolkit.fluxcd.io
              names: {kind: KIND, plural: PLURAL}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;
}
