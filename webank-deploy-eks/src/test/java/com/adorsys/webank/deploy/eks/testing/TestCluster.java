package com.adorsys.webank.deploy.eks.testing;

import com.adorsys.webank.deploy.schema.ProductVersion;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A real Kubernetes for tests: etcd and kube-apiserver as processes of this machine, on free ports of the loopback address.
 *
 * <pre>{@code
 * private final TestCluster cluster = TestCluster.shared();
 * }</pre>
 *
 * <p>as an instance field (not a static one), or the call in a test or {@code @BeforeAll}: where the binaries can neither be
 * built nor downloaded, the test is aborted with the reason, and fails if {@code CI} is {@code true}.
 *
 * <p>Users, for {@link #client(String)} and {@link #kubeconfig(String)}: {@code admin} (in {@code system:masters}: neither RBAC nor
 * the limits on concurrent requests hold for it), {@code user} (may do everything by a ClusterRoleBinding, and is limited as
 * others are), and those that {@link #newUser} makes.
 *
 * <p>The cluster ends with the JVM, however that ends. What its processes print is in {@link #log}.
 */
public final class TestCluster implements AutoCloseable {
    private static final Once<TestCluster> SHARED = new Once<>(() -> TestCluster.start());
    private static final Once<TestCluster> SHARED_WITH_CONTROLLERS = new Once<>(() -> TestCluster.start(Part.values()));

    private final Path folder = ClusterFolder.create();
    private final ClusterUsers users = new ClusterUsers();
    private final ControlPlane processes;
    private final Map<String, KubernetesClient> clients = new ConcurrentHashMap<>();
    private final AtomicInteger namespaces = new AtomicInteger();
    private final AtomicInteger guests = new AtomicInteger();
    private final Deque<Runnable> ends = new ConcurrentLinkedDeque<>();
    private final Thread end = new Thread(this::end, "end of " + folder.getFileName());

    private TestCluster(List<String> apiServerFlags) {
        processes = new ControlPlane(folder, apiServerFlags);
    }

    /** What runs beside etcd and the API server. */
    public enum Part {
        /** kube-controller-manager: ReplicaSets, the garbage collector, the end of namespaces, ServiceAccounts, quota. */
        CONTROLLERS,
        /** kube-scheduler, a node, and kwok, which reports of pods what a kubelet would: see {@link PodFate}. */
        PODS
    }

    /** What a command ended with. */
    public record Ran(int code, String out, String err) {}

    /**
     * etcd and an API server that all tests of this JVM share; started when first asked for.
     *
     * <p>Nothing acts on what is in it: no pod comes of a Deployment, nothing is garbage-collected, and a namespace that is
     * deleted stays Terminating.
     */
    public static TestCluster shared() {
        return SHARED.get();
    }

    /** The same with all parts, where pods of a Deployment are ready within seconds; shared by the tests of this JVM. */
    public static TestCluster sharedWithControllers() {
        return SHARED_WITH_CONTROLLERS.get();
    }

    /** A cluster of one's own, which the test may stop and pause, and must close. */
    public static TestCluster start(Part... parts) {
        return startWith(List.of(), parts);
    }

    /** A cluster of one's own whose API server gets further flags, such as {@code --max-requests-inflight=5}. */
    public static TestCluster startWith(List<String> apiServerFlags, Part... parts) {
        Set<Part> chosen = Set.of(parts);
        binaries(chosen).forEach(TestBinaries::get);
        TestCluster cluster = new TestCluster(apiServerFlags);
        Runtime.getRuntime().addShutdownHook(cluster.end);
        try {
            cluster.users.writeTokens(cluster.folder.resolve("tokens.csv"));
            cluster.processes.startEtcd();
            cluster.startApiServer();
            if (chosen.contains(Part.CONTROLLERS)) {
                cluster.processes.startControllers(cluster.kubeconfig());
            }
            if (chosen.contains(Part.PODS)) {
                cluster.startPods(chosen.contains(Part.CONTROLLERS));
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** The address of the API server, {@code https://127.0.0.1:PORT}. */
    public String server() {
        return "https://127.0.0.1:" + processes.apiServerPort();
    }

    /** The certificate authority of the API server, as PEM. */
    public String certificateAuthority() {
        return processes.certificateAuthority();
    }

    /** TLS that trusts the API server, for a client of one's own. */
    public SSLContext tls() {
        return ClusterTrust.in(certificateAuthority());
    }

    /** The bearer token of a user. */
    public String token(String user) {
        return users.token(user);
    }

    /** A client as {@code admin}; it is closed with the cluster. */
    public KubernetesClient client() {
        return client(ClusterUsers.ADMIN);
    }

    /** A client as a user; it is closed with the cluster. It retries nothing by itself. */
    public KubernetesClient client(String user) {
        return clients.computeIfAbsent(user, name -> newClient(server(), certificateAuthority(), token(name)));
    }

    /** A kubeconfig file of {@code admin}. */
    public Path kubeconfig() {
        return kubeconfig(ClusterUsers.ADMIN);
    }

    /** A kubeconfig file of a user. */
    public Path kubeconfig(String user) {
        Path file = folder.resolve("kubeconfig-" + user + ".yaml");
        if (!Files.exists(file)) {
            users.writeKubeconfig(file, user, server(), certificateAuthority());
        }
        return file;
    }

    /** A kubeconfig file without credentials, for a proxy that has its own. */
    Path kubeconfigThrough(String url, int port) {
        Path file = folder.resolve("kubeconfig-proxy-" + port + ".yaml");
        ClusterUsers.writeKubeconfig(file, url);
        return file;
    }

    /** Makes a user that may do what the rules say, in every namespace, and returns its name. */
    public String newUser(PolicyRule... rules) {
        String user = ClusterUsers.guest(guests.incrementAndGet());
        if (rules.length > 0) {
            client().resource(new ClusterRoleBuilder()
                            .withNewMetadata()
                            .withName(user)
                            .endMetadata()
                            .withRules(rules)
                            .build())
                    .create();
            bind(user, user);
        }
        return user;
    }

    /** Makes a new namespace, with the ServiceAccount that pods need, and returns its name: the prefix and a number. */
    public String namespace(String prefix) {
        return namespace(prefix, Map.of());
    }

    /** The same with labels, such as those of Pod Security. */
    public String namespace(String prefix, Map<String, String> labels) {
        String name = prefix + "-" + namespaces.incrementAndGet();
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        try {
            client().resource(new ServiceAccountBuilder()
                            .withNewMetadata()
                            .withNamespace(name)
                            .withName("default")
                            .endMetadata()
                            .build())
                    .create();
        } catch (KubernetesClientException e) {
            // A controller may have been faster.
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
        return name;
    }

    /** The path of a binary: {@code kubectl}, {@code helm}. */
    public Path tool(String name) {
        return binary(name);
    }

    /** The path of a binary that needs no cluster: such as {@code actionlint}. */
    public static Path binary(String name) {
        return TestBinaries.get(TestBinary.named(name));
    }

    /** The version of its Kubernetes: {@code 1.35.4} unless {@code -Dkubernetes.version} says another one that has a module. */
    public static String kubernetesVersion() {
        return GoModule.of(TestBinary.KUBE_APISERVER).version();
    }

    /** {@link #kubernetesVersion} without the patch. */
    public static String kubernetesMinor() {
        return GoModule.minor(kubernetesVersion());
    }

    /** Whether its Kubernetes is of a minor version, such as {@code 1.34}, or of a later one. */
    public static boolean isSince(String minor) {
        return ProductVersion.kubernetes(kubernetesMinor()).compareTo(ProductVersion.kubernetes(minor)) >= 0;
    }

    /** Runs a command as {@code admin}; {@code kubectl} and {@code helm} are those of {@link #tool}. */
    public Ran run(String... command) {
        return new ClusterCommand(this, folder).run("", List.of(command));
    }

    /** Runs a command as {@code admin} with a text as its standard input. */
    public Ran runWithInput(String input, String... command) {
        return new ClusterCommand(this, folder).run(input, List.of(command));
    }

    /** What kubectl prints as {@code admin}, with a text as its standard input. */
    String kubectl(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        Ran ran = runWithInput(input, command.toArray(new String[0]));
        if (ran.code() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + ran.err());
        }
        return ran.out();
    }

    /** Stops the API server as an upgrade does: it ends what is in flight. */
    public void stopApiServer() {
        processes.stop(TestBinary.KUBE_APISERVER);
    }

    /** Kills the API server in the middle of what it does. */
    public void killApiServer() {
        processes.kill(TestBinary.KUBE_APISERVER);
    }

    /** Starts the API server on its old port, and returns when it is ready. */
    public void startApiServer() {
        processes.startApiServer(this::isReady);
    }

    /** Stops etcd where it stands (SIGSTOP): requests hang, and time out. */
    public void pauseEtcd() {
        processes.signal(TestBinary.ETCD, "STOP");
    }

    /** Lets a paused etcd go on. */
    public void resumeEtcd() {
        processes.signal(TestBinary.ETCD, "CONT");
    }

    /** The file that a process prints to, by its binary's name. */
    public Path log(String binary) {
        return processes.log(TestBinary.named(binary));
    }

    /** Ends the cluster and deletes its files. A shared cluster goes on: it ends with the JVM. */
    @Override
    public void close() {
        if (SHARED.holds(this) || SHARED_WITH_CONTROLLERS.holds(this)) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // The JVM ends already.
        }
        clients.values().forEach(KubernetesClient::close);
        end();
    }

    private static List<TestBinary> binaries(Set<Part> parts) {
        List<TestBinary> binaries = new ArrayList<>(List.of(TestBinary.ETCD, TestBinary.KUBE_APISERVER));
        if (parts.contains(Part.CONTROLLERS)) {
            binaries.add(TestBinary.KUBE_CONTROLLER_MANAGER);
        }
        if (parts.contains(Part.PODS)) {
            binaries.addAll(List.of(TestBinary.KUBE_SCHEDULER, TestBinary.KWOK));
        }
        return binaries;
    }

    /** Pods are let onto the node once a controller took its first taint away. */
    private void startPods(boolean withControllers) {
        FakeNode.register(client(), processes.kubeletPort());
        if (!withControllers) {
            client().nodes()
                    .withName(FakeNode.NAME)
                    .edit(node -> new NodeBuilder(node)
                            .editSpec()
                            .withTaints()
                            .endSpec()
                            .build());
        }
        processes.startPods(kubeconfig(), () -> FakeNode.isReady(client()));
    }

    static KubernetesClient newClient(String server, @Nullable String certificateAuthority, @Nullable String token) {
        ConfigBuilder config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server)
                .withNamespace("default")
                .withRequestRetryBackoffLimit(0);
        if (certificateAuthority != null) {
            config.withCaCertData(certificateAuthority);
        }
        if (token != null) {
            config.withOauthToken(token);
        }
        return new KubernetesClientBuilder().withConfig(config.build()).build();
    }

    /** Ready is more than /readyz: for an instant RBAC refuses what it will allow. */
    private boolean isReady() {
        try {
            if (!"ok".equals(client().raw("/readyz"))) {
                return false;
            }
            if (client().rbac()
                            .clusterRoleBindings()
                            .withName(ClusterUsers.USER)
                            .get()
                    == null) {
                bind(ClusterUsers.USER, "cluster-admin");
            }
            return client(ClusterUsers.USER).namespaces().withName("default").get() != null;
        } catch (KubernetesClientException | UncheckedIOException e) {
            return false;
        }
    }

    private void bind(String user, String role) {
        client().resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(user)
                        .endMetadata()
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .build())
                .create();
    }

    /** Has something done before the processes of the cluster are killed; what was added last is done first. */
    void beforeEnd(Runnable work) {
        ends.addFirst(work);
    }

    /** A new folder that is deleted with the cluster. */
    Path newFolder(String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        ends.forEach(Runnable::run);
        processes.close();
        ClusterFolder.delete(folder);
    }
}
