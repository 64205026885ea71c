package com.adorsys.webank.deploy.eks.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Argo CD beside {@link TestCluster#sharedWithControllers()}: its repository server and its controllers of
 * Applications and ApplicationSets as processes of this machine, with a Redis in memory.
 *
 * <p>It watches the objects in the namespace {@value #NAMESPACE}, has the AppProject {@code default}, which admits
 * everything, and knows its own cluster as {@code https://kubernetes.default.svc}. It notices a new commit when
 * {@link #refresh} is called, as a webhook has it do in a real one; by itself it asks every two minutes.
 *
 * <p>It ends with the JVM. The first build takes some minutes: see {@link TestCluster}.
 */
public final class TestArgoCd {
    /** The namespace of Argo CD and of its Applications. */
    public static final String NAMESPACE = "argocd";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Once<TestArgoCd> SHARED =
            new Once<>(() -> new TestArgoCd(TestCluster.sharedWithControllers()));

    private final TestCluster cluster;
    private final Path folder;
    private final Path certificates;
    private final Map<Part, ClusterProcess> processes = new EnumMap<>(Part.class);
    private final int repoServerPort = Ports.free();

    private TestArgoCd(TestCluster cluster) {
        this.cluster = cluster;
        this.folder = cluster.newFolder("argocd");
        this.certificates = Path.of(newFolder("certificates"));
        start();
    }

    /** A process of Argo CD. */
    public enum Part {
        /** Keeps what the others cache. */
        REDIS,
        /** Reads Git repositories, and renders what is in them. */
        REPO_SERVER,
        /** Compares, syncs, and writes the status of Applications. */
        APPLICATION_CONTROLLER,
        /** Makes the Applications of ApplicationSets. */
        APPLICATIONSET_CONTROLLER,
        /** Tells others about Applications; runs only after {@link #startNotifications}. */
        NOTIFICATIONS_CONTROLLER
    }

    /** The Argo CD that all tests of this JVM share; started when first asked for. */
    public static TestArgoCd shared() {
        return SHARED.get();
    }

    /** Its definition of a custom resource, such as {@code application}, as YAML. */
    public static String definition(String kind) {
        try {
            return Files.readString(TestBinaries.get(TestBinary.ARGOCD).resolveSibling(kind + "-crd.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cluster in which it runs, and which it manages. */
    public TestCluster cluster() {
        return cluster;
    }

    /** Applies manifests as {@code admin}. */
    public void apply(String yaml) {
        cluster.kubectl(yaml, "apply", "--server-side", "--force-conflicts", "--filename", "-");
    }

    /**
     * Sets how objects are tracked, as {@code application.resourceTrackingMethod} in {@code argocd-cm}, and waits until the
     * application controller knows.
     *
     * @param method {@code label}, {@code annotation} or {@code annotation+label}; empty for the default
     */
    public void track(String method) {
        String[] read = {"get", "configmap", "argocd-cm", "--namespace", NAMESPACE, "--output=jsonpath={.data}"};
        String before = cluster.kubectl("", read);
        long notified = settingsRead();
        apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: argocd-cm
                  namespace: argocd
                  labels: {app.kubernetes.io/part-of: argocd}
                data: {%s}
                """.formatted(method.isEmpty() ? "" : "application.resourceTrackingMethod: " + method));
        if (!cluster.kubectl("", read).equals(before)) {
            ControlPlane.await(process(Part.APPLICATION_CONTROLLER), () -> settingsRead() > notified);
        }
    }

    /** How often the application controller has read changed settings. */
    private long settingsRead() {
        try (Stream<String> lines = Files.lines(log(Part.APPLICATION_CONTROLLER))) {
            return lines.filter(line -> line.contains("settings subscribers")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has an Application compared with the newest commit now. */
    public void refresh(String application) {
        cluster.kubectl(
                "",
                "annotate",
                "--overwrite",
                "--namespace",
                NAMESPACE,
                "applications.argoproj.io",
                application,
                "argocd.argoproj.io/refresh=normal");
    }

    /** Starts the notifications controller, once. It reads argocd-notifications-cm and argocd-notifications-secret. */
    public synchronized void startNotifications() {
        if (processes.containsKey(Part.NOTIFICATIONS_CONTROLLER)) {
            return;
        }
        int metricsPort = Ports.free();
        start(
                Part.NOTIFICATIONS_CONTROLLER,
                environment("argocd-notifications"),
                List.of(
                        TestBinaries.get(TestBinary.ARGOCD).toString(),
                        "--kubeconfig=" + cluster.kubeconfig(),
                        "--namespace=" + NAMESPACE,
                        "--argocd-repo-server=127.0.0.1:" + repoServerPort,
                        "--argocd-repo-server-plaintext",
                        "--metrics-port=" + metricsPort),
                metricsPort);
    }

    /**
     * Lets all parts trust a server of tests, as the ConfigMap argocd-tls-certs-cm does.
     *
     * @param host its host, without the port
     * @param certificate its certificate, as PEM
     */
    public void trust(String host, String certificate) {
        try {
            Files.writeString(certificates.resolve(host), certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a process where it stands (SIGSTOP): from outside it is as if it were down. */
    public void pause(Part part) {
        process(part).signal("STOP");
    }

    /** Lets a paused process go on. */
    public void resume(Part part) {
        process(part).signal("CONT");
    }

    /** The file that a process prints to. */
    public Path log(Part part) {
        return process(part).log();
    }

    private ClusterProcess process(Part part) {
        ClusterProcess process = processes.get(part);
        if (process == null) {
            throw new IllegalStateException(part + " was not started");
        }
        return process;
    }

    private void start() {
        Path argocd = TestBinaries.get(TestBinary.ARGOCD);
        Path redis = TestBinaries.get(TestBinary.REDIS);
        cluster.beforeEnd(() -> processes.values().forEach(ClusterProcess::close));
        installDefinitions(argocd.getParent());
        configure();
        int redisPort = Ports.free();
        start(Part.REDIS, Map.of(), List.of(redis.toString(), "127.0.0.1:" + redisPort), redisPort);
        start(
                Part.REPO_SERVER,
                environment("argocd-repo-server"),
                List.of(
                        argocd.toString(),
                        "--address=127.0.0.1",
                        "--port=" + repoServerPort,
                        "--metrics-address=127.0.0.1",
                        "--metrics-port=" + Ports.free(),
                        "--disable-tls",
                        "--redis=127.0.0.1:" + redisPort),
                repoServerPort);
        int metricsPort = Ports.free();
        start(
                Part.APPLICATION_CONTROLLER,
                environment("argocd-application-controller"),
                List.of(
                        argocd.toString(),
                        "--kubeconfig=" + cluster.kubeconfig(),
                        "--namespace=" + NAMESPACE,
                        "--repo-server=127.0.0.1:" + repoServerPort,
                        "--repo-server-plaintext",
                        "--redis=127.0.0.1:" + redisPort,
                        "--metrics-port=" + metricsPort),
                metricsPort);
        int healthPort = Ports.free();
        start(
                Part.APPLICATIONSET_CONTROLLER,
                environment("argocd-applicationset-controller"),
                List.of(
                        argocd.toString(),
                        "--kubeconfig=" + cluster.kubeconfig(),
                        "--namespace=" + NAMESPACE,
                        "--argocd-repo-server=127.0.0.1:" + repoServerPort,
                        "--repo-server-plaintext",
                        "--metrics-addr=127.0.0.1:" + Ports.free(),
                        "--webhook-addr=127.0.0.1:" + Ports.free(),
                        "--probe-addr=127.0.0.1:" + healthPort),
                healthPort);
    }

    private void start(Part part, Map<String, String> environment, List<String> command, int port) {
        String name = part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        ClusterProcess process =
                ClusterProcess.start(name, folder, folder.resolve(name + ".log"), environment, command);
        processes.put(part, process);
        ControlPlane.await(process, () -> ControlPlane.isOpen(port));
    }

    /** One binary is every part of Argo CD; what it looks for at fixed places is in the folder here. */
    private Map<String, String> environment(String binary) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ARGOCD_BINARY_NAME", binary);
        environment.put("ARGOCD_FAKE_IN_CLUSTER", "true");
        environment.put("ARGOCD_GPG_ENABLED", "false");
        // The cluster that it manages as its own.
        environment.put("KUBECONFIG", cluster.kubeconfig().toString());
        environment.put("ARGOCD_TLS_DATA_PATH", certificates.toString());
        for (String name : List.of("SSH_DATA_PATH", "GPG_DATA_PATH", "PLUGINSOCKFILEPATH")) {
            environment.put("ARGOCD_" + name, newFolder(binary + "-" + name));
        }
        environment.put("TMPDIR", newFolder(binary + "-tmp"));
        environment.put("ARGOCD_ASK_PASS_SOCK", folder.resolve(binary + ".sock").toString());
        // git asks argocd for the password of a repository.
        environment.put(
                "PATH",
                cluster.tool("helm").getParent() + ":"
                        + TestBinaries.get(TestBinary.ARGOCD).getParent() + ":" + System.getenv("PATH"));
        return environment;
    }

    private String newFolder(String name) {
        try {
            return Files.createDirectory(folder.resolve(name)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void installDefinitions(Path files) {
        List<String> command = new ArrayList<>(List.of("apply", "--server-side"));
        try (Stream<Path> listed = Files.list(files)) {
            listed.filter(file -> file.getFileName().toString().endsWith("-crd.yaml"))
                    .sorted()
                    .forEach(file -> command.add("--filename=" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cluster.kubectl("", command.toArray(new String[0]));
    }

    /** Applies what needs the definitions, which the API server serves a moment after it has them. */
    private void configure() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String[] apply = {"kubectl", "apply", "--server-side", "--filename", "-"};
        TestCluster.Ran ran = cluster.runWithInput(CONFIGURATION, apply);
        while (ran.code() != 0 && System.nanoTime() < end) {
            ControlPlane.pause();
            ran = cluster.runWithInput(CONFIGURATION, apply);
        }
        if (ran.code() != 0) {
            throw new IllegalStateException("Argo CD cannot be configured: " + ran.err());
        }
    }

    private static final String CONFIGURATION = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: argocd}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-cm
              namespace: argocd
              labels: {app.kubernetes.io/part-of: argocd}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-cmd-params-cm
              namespace: argocd
              labels: {app.kubernetes.io/part-of: argocd}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: argocd-rbac-cm
              namespace: argocd
              labels: {app.kubernetes.io/part-of: argocd}
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: argocd-secret
              namespace: argocd
              labels: {app.kubernetes.io/part-of: argocd}
            stringData: {server.secretkey: of-a-test}
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: argocd-notifications-secret
              namespace: argocd
              labels: {app.kubernetes.io/part-of: argocd}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: default, namespace: argocd}
            spec:
              sourceRepos: ['*']
              destinations: [{namespace: '*', server: '*'}]
              clusterResourceWhitelist: [{group: '*', kind: '*'}]
            """;
}
