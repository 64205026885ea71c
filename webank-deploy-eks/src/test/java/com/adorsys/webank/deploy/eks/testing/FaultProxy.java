package com.adorsys.webank.deploy.eks.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and the API server of a {@link TestCluster}, counts the requests from 1, and does to them what it is told.
 *
 * <p>Clients talk to it by plain HTTP/1.1 (no WebSockets), without credentials: it is the user that it was started as. Answers are passed on
 * whole, those of watches as they come. Where the server cannot be reached, the client's connection is cut.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.start(cluster)) {
 *     proxy.when(3).cutAfter();
 *     proxy.when(ProxyRequest::isWrite).times(5).answer(429, Duration.ofSeconds(1));
 *     proxy.when(7).call(request -> process.destroyForcibly()).cutBefore();
 *     ...
 *     assertThat(proxy.requests()).noneMatch(ProxyRequest::isWrite);
 * }
 * }</pre>
 */
public final class FaultProxy implements AutoCloseable {
    private final TestCluster cluster;
    private final String user;
    private final ServerSocket server;
    private final Upstream upstream;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::thread);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<ProxyRule> rules = new CopyOnWriteArrayList<>();
    private final List<Recorded> requests = new ArrayList<>();
    private final AtomicInteger streams = new AtomicInteger();
    private @Nullable KubernetesClient client;

    private FaultProxy(TestCluster cluster, String user, ServerSocket server) {
        this.cluster = cluster;
        this.user = user;
        this.server = server;
        this.upstream = new Upstream(cluster.server(), cluster.certificateAuthority(), cluster.token(user), threads);
    }

    /** Starts a proxy that is {@code admin}. */
    public static FaultProxy start(TestCluster cluster) {
        return start(cluster, ClusterUsers.ADMIN);
    }

    /** Starts a proxy that is a user of the cluster. */
    public static FaultProxy start(TestCluster cluster, String user) {
        try {
            ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
            FaultProxy proxy = new FaultProxy(cluster, user, server);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the proxy, {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** A client that goes through the proxy; it is closed with it. */
    public synchronized KubernetesClient client() {
        if (client == null) {
            client = TestCluster.newClient(url(), null, null);
        }
        return client;
    }

    /** A kubeconfig file that goes through the proxy. */
    public Path kubeconfig() {
        return cluster.kubeconfigThrough(url(), server.getLocalPort());
    }

    /** What to do with the request of a number, from 1. */
    public ProxyRule when(int number) {
        return when(request -> request.number() == number);
    }

    /** What to do with requests of a kind; its code is 0, since it has no answer yet. */
    public ProxyRule when(Predicate<ProxyRequest> requests) {
        ProxyRule rule = new ProxyRule(requests);
        rules.add(rule);
        return rule;
    }

    /** The requests that came, in their order. */
    public List<ProxyRequest> requests() {
        synchronized (requests) {
            return requests.stream().map(Recorded::request).toList();
        }
    }

    /** How many requests came. */
    public int count() {
        synchronized (requests) {
            return requests.size();
        }
    }

    /** How many watches are open now: none, once a client has ended all it began. */
    public int openWatches() {
        return streams.get();
    }

    /** Forgets all rules and requests: the next request is 1 again. */
    public void reset() {
        rules.clear();
        synchronized (requests) {
            requests.clear();
        }
    }

    /** Cuts every connection that is open now. */
    public void cutAll() {
        sockets.forEach(ProxyConnection::cut);
    }

    /** The user that requests are sent as. */
    public String user() {
        return user;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (client != null) {
                client.close();
            }
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
        threads.shutdownNow();
    }

    Recorded begin(ReceivedRequest received) {
        String[] target = received.target().split("\\?", 2);
        synchronized (requests) {
            Recorded recorded = new Recorded(new ProxyRequest(
                    requests.size() + 1,
                    received.method(),
                    target[0],
                    target.length > 1 ? target[1] : "",
                    received.header("content-type").orElse(""),
                    new String(received.body().bytes(), UTF_8),
                    0,
                    0));
            requests.add(recorded);
            return recorded;
        }
    }

    void streamBegan() {
        streams.incrementAndGet();
    }

    void streamEnded() {
        streams.decrementAndGet();
    }

    List<ProxyRule> rulesFor(ProxyRequest request) {
        return rules.stream().filter(rule -> rule.takes(request)).toList();
    }

    void run(Runnable task) {
        threads.execute(task);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new ProxyConnection(this, upstream, socket).serve();
        } catch (IOException e) {
            // The client is gone; it knows best why.
        } finally {
            sockets.remove(socket);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "fault proxy");
        thread.setDaemon(true);
        return thread;
    }

    /** A request, and what is known of its answer by now. */
    static final class Recorded {
        private volatile ProxyRequest request;

        Recorded(ProxyRequest request) {
            this.request = request;
        }

        ProxyRequest request() {
            return request;
        }

        void answered(int code, long bytes) {
            request = request.answered(code, bytes);
        }
    }
}
