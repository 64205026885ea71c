package com.adorsys.webank.deploy.eks.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The processes of a cluster: etcd, the API server, and those beside it. */
final class ControlPlane implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<String> apiServerFlags;
    private final int etcdPort = Ports.free();
    private final int apiServerPort = Ports.free();
    private final int kubeletPort = Ports.free();
    private final Map<TestBinary, ClusterProcess> processes = new LinkedHashMap<>();

    ControlPlane(Path folder, List<String> apiServerFlags) {
        this.folder = folder;
        this.apiServerFlags = List.copyOf(apiServerFlags);
    }

    int apiServerPort() {
        return apiServerPort;
    }

    int kubeletPort() {
        return kubeletPort;
    }

    /** The certificates that the server made for itself at its first start, as PEM. */
    String certificateAuthority() {
        try {
            return Files.readString(certificates().resolve("apiserver.crt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startEtcd() {
        String peers = "http://127.0.0.1:" + Ports.free();
        start(
                TestBinary.ETCD,
                List.of(
                        "--data-dir=" + folder.resolve("etcd"),
                        "--listen-client-urls=" + etcd(),
                        "--advertise-client-urls=" + etcd(),
                        "--listen-peer-urls=" + peers,
                        "--initial-advertise-peer-urls=" + peers,
                        "--initial-cluster=default=" + peers,
                        "--unsafe-no-fsync",
                        "--log-level=warn"));
        await(TestBinary.ETCD, () -> isOpen(etcdPort));
    }

    void startApiServer(BooleanSupplier ready) {
        Path privateKey = serviceAccountKey();
        Path publicKey = folder.resolve("service-accounts.pub");
        if (!Files.exists(privateKey)) {
            writeKeys(privateKey, publicKey);
        }
        List<String> flags = new ArrayList<>(List.of(
                "--etcd-servers=" + etcd(),
                "--bind-address=127.0.0.1",
                "--secure-port=" + apiServerPort,
                // Nobody reaches the server by an endpoint, and a machine without a network has no address for one.
                "--advertise-address=127.0.0.1",
                "--endpoint-reconciler-type=none",
                "--cert-dir=" + certificates(),
                "--service-account-key-file=" + publicKey,
                "--service-account-signing-key-file=" + privateKey,
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-cluster-ip-range=10.0.0.0/16",
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=RBAC",
                // The node has a name that no DNS knows.
                "--kubelet-preferred-address-types=InternalIP",
                "--allow-privileged=true"));
        flags.addAll(apiServerFlags);
        start(TestBinary.KUBE_APISERVER, flags);
        await(TestBinary.KUBE_APISERVER, ready);
    }

    void startControllers(Path kubeconfig) {
        start(
                TestBinary.KUBE_CONTROLLER_MANAGER,
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--service-account-private-key-file=" + serviceAccountKey(),
                        "--use-service-account-credentials=true",
                        "--root-ca-file=" + certificates().resolve("apiserver.crt"),
                        "--leader-elect=false",
                        "--secure-port=0",
                        "--kube-api-qps=500",
                        "--kube-api-burst=1000"));
    }

    /** Starts what gives pods a node and a status, and waits until the node takes pods. */
    void startPods(Path kubeconfig, BooleanSupplier ready) {
        start(
                TestBinary.KUBE_SCHEDULER,
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--leader-elect=false",
                        "--secure-port=0",
                        "--kube-api-qps=500",
                        "--kube-api-burst=1000"));
        Path configuration = folder.resolve("kwok.yaml");
        Path log = folder.resolve("container.log");
        try {
            Files.writeString(configuration, PodStages.configuration(log));
            Files.writeString(log, PodStages.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(
                TestBinary.KWOK,
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--config=" + configuration,
                        "--manage-all-nodes=true",
                        "--cidr=10.128.0.0/14",
                        "--node-lease-duration-seconds=40",
                        "--server-address=127.0.0.1:" + kubeletPort,
                        "--tls-cert-file=" + certificates().resolve("apiserver.crt"),
                        "--tls-private-key-file=" + certificates().resolve("apiserver.key")));
        await(TestBinary.KWOK, ready);
    }

    private void start(TestBinary binary, List<String> flags) {
        ClusterProcess old = processes.get(binary);
        if (old != null && old.isAlive()) {
            throw new IllegalStateException(binary.fileName() + " runs already");
        }
        List<String> command = new ArrayList<>();
        command.add(TestBinaries.get(binary).toString());
        command.addAll(flags);
        processes.put(binary, ClusterProcess.start(binary.fileName(), folder, log(binary), Map.of(), command));
    }

    /** Waits until something holds, while a process runs; its last lines are in the message if it does not come true. */
    private void await(TestBinary binary, BooleanSupplier condition) {
        await(process(binary), condition);
    }

    /** Waits until something holds, while a process runs. */
    static void await(ClusterProcess process, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.name() + " ended with code " + process.exitCode()
                        + ". Its last lines:\n" + process.tail(20));
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(process.name() + " is not ready after " + PATIENCE.toSeconds()
                        + " s. Its last lines:\n" + process.tail(20));
            }
            pause();
        }
    }

    void stop(TestBinary binary) {
        process(binary).stop();
    }

    void kill(TestBinary binary) {
        process(binary).close();
    }

    void signal(TestBinary binary, String signal) {
        process(binary).signal(signal);
    }

    /** What the API server signs the tokens of ServiceAccounts with. */
    Path serviceAccountKey() {
        return folder.resolve("service-accounts.pem");
    }

    Path log(TestBinary binary) {
        return folder.resolve(binary.fileName() + ".log");
    }

    /** Kills everything; nothing of it is needed again. */
    @Override
    public void close() {
        List<ClusterProcess> newestFirst = new ArrayList<>(processes.values());
        Collections.reverse(newestFirst);
        newestFirst.forEach(ClusterProcess::close);
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the cluster", e);
        }
    }

    private ClusterProcess process(TestBinary binary) {
        ClusterProcess process = processes.get(binary);
        if (process == null) {
            throw new IllegalStateException("The cluster was started without " + binary.fileName());
        }
        return process;
    }

    private Path certificates() {
        return folder.resolve("certificates");
    }

    private String etcd() {
        return "http://127.0.0.1:" + etcdPort;
    }

    /** Whether something listens at a port of the loopback address. */
    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void writeKeys(Path privateKey, Path publicKey) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            Files.writeString(privateKey, pem("PRIVATE KEY", keys.getPrivate()));
            Files.writeString(publicKey, pem("PUBLIC KEY", keys.getPublic()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(String kind, Key key) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
