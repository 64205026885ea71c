package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The thread of a run is interrupted; and what is left of threads after a run of any end. */
@Timeout(120)
class InterruptionIT {
    private static final Pattern POOL = Pattern.compile("pool-(\\d+)-thread-");

    private final TestCluster cluster = TestCluster.shared();

    @AfterEach
    void calm() {
        var unused = Thread.interrupted();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void at_any_request_it_ends_the_run_and_the_next_one_goes_on(boolean ownConnection) throws Exception {
        int requests = requestsOfARun();
        List<Callable<Boolean>> cases = new ArrayList<>();
        for (int number = 1; number <= requests; number++) {
            int at = number;
            cases.add(() -> isInterruptedAt(at, ownConnection));
        }
        int interrupted = 0;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> one : threads.invokeAll(cases)) {
                interrupted += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        // Whoever is interrupted after the last write ends well.
        assertThat(interrupted).isGreaterThan(requests * 3 / 4);
    }

    private boolean isInterruptedAt(int number, boolean ownConnection) {
        try (FaultProxy proxy = FaultProxy.start(cluster);
                EksClient client = ownConnection
                        ? EksClient.connect(Kubeconfig.of(proxy.kubeconfig()))
                        : EksClient.of(proxy.client())) {
            CrashScene scene = CrashScene.set(cluster);
            Thread running = Thread.currentThread();
            proxy.when(number).call(request -> running.interrupt());

            Throwable end = catchThrowable(() -> scene.deployer(client).apply(CrashScene.AFTER));

            if (proxy.count() < number) {
                // A run that is faster than the one whose requests were counted renews its Lease less often.
                assertThat(end).as("request %d", number).isNull();
                return true;
            }
            assertThat(Thread.interrupted()).as("request %d", number).isTrue();
            if (end != null) {
                assertThat(end)
                        .as("request %d", number)
                        .isInstanceOf(DeployException.Interrupted.class)
                        .hasMessageMatching("Applying \\S+ was interrupted\\. "
                                + "(Nothing was written\\.|No object was written\\. The next run goes on\\.)"
                                + "|The (run|wait) was interrupted.* (Done: |No object was written).*"
                                + " The next run goes on\\.");
                if (proxy.requests().stream().anyMatch(InterruptionIT::isApply)) {
                    assertThat(end).hasMessageContaining(" was interrupted").hasMessageContaining("Done: ");
                }
            }
            proxy.reset();
            scene.assertThatTheNextRunConverges(proxy);
            return end != null;
        }
    }

    private static boolean isApply(ProxyRequest request) {
        return request.isWrite() && request.method().equals("PATCH") && request.code() > 0;
    }

    private int requestsOfARun() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            CrashScene.set(cluster).deployer(proxy.client()).apply(CrashScene.AFTER);
            return proxy.requests().size();
        }
    }

    @Test
    void in_a_wait_it_says_what_is_done_and_what_is_not() {
        String namespace = cluster.namespace("interrupted");
        Thread running = Thread.currentThread();
        ManifestSet set = ManifestSet.of(Sample.configMap("config", "1"), Sample.deployment("web", 1, "image:1"));
        Deployer deployer = EksClient.of(cluster.client())
                .deployer(Release.of("shop", namespace))
                .withOptions(CrashScene.OPTIONS.withWaiting(DeployOptions.Waiting.READY))
                .withListener(event -> {
                    if (event instanceof ProgressEvent.ObjectReadiness readiness
                            && readiness.id().kind().equals("Deployment")) {
                        running.interrupt();
                    }
                });

        assertThatThrownBy(() -> deployer.apply(set))
                .isInstanceOf(DeployException.Interrupted.class)
                .hasMessage(
                        ("The wait was interrupted: 1 of 2 objects are ready; not yet: Deployment/NS/web (in progress: 0 of 1"
                                        + " replicas exist). Done: `ConfigMap/NS/config` created, `Deployment/NS/web` created. All"
                                        + " objects are written, but the run has not ended. The next run goes on.")
                                .replace("NS", namespace));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(deployer.status().phase()).isEqualTo(ReleaseStatus.Phase.INTERRUPTED);
        assertThat(deployer.history()).extracting(Revision::outcome).containsExactly(Revision.Outcome.INTERRUPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 14, 18, 21})
    void closing_the_client_ends_the_run_and_the_next_one_need_not_wait(int number) throws Exception {
        CrashScene scene = CrashScene.set(cluster);
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            EksClient client = EksClient.connect(Kubeconfig.of(proxy.kubeconfig()));
            FutureTask<Void> closing = new FutureTask<>(client::close, null);
            proxy.when(number).call(request -> new Thread(closing).start());

            Throwable end = catchThrowable(() -> scene.deployer(client).apply(CrashScene.AFTER));

            assertThat(end).isInstanceOf(DeployException.Interrupted.class).hasMessageContaining(" was interrupted.");
            assertThat(Thread.interrupted()).isTrue();
            closing.get();
            assertThat(scene.deployer(cluster.client()).status().phase()).isNotEqualTo(ReleaseStatus.Phase.APPLYING);
            assertThatThrownBy(() -> scene.deployer(client).status())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this EksClient is closed: close it after its last call");
            proxy.reset();
            scene.assertThatTheNextRunConverges(proxy);
        }
    }

    @Test
    void a_run_ends_when_the_host_closes_its_client() {
        CrashScene scene = CrashScene.set(cluster);
        try (FaultProxy proxy = FaultProxy.start(cluster);
                EksClient owner = EksClient.connect(Kubeconfig.of(proxy.kubeconfig()))) {
            proxy.when(14).call(request -> new Thread(owner.kubernetes()::close).start());

            assertThatThrownBy(() -> scene.deployer(owner.kubernetes()).apply(CrashScene.AFTER))
                    .isInstanceOf(DeployException.Interrupted.class)
                    .hasMessageContaining(" was interrupted.");
        }
    }

    @Test
    void before_a_run_nothing_is_begun() {
        String namespace = cluster.namespace("interrupted");
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            Deployer deployer = EksClient.of(proxy.client()).deployer(Release.of("shop", namespace));
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> deployer.apply(CrashScene.AFTER))
                    .isInstanceOf(DeployException.Interrupted.class)
                    .hasMessage("Applying " + namespace + "/shop was interrupted. Nothing was written.");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void no_thread_is_left_after_a_connection_is_closed_whatever_became_of_its_runs() throws Exception {
        String namespace = cluster.namespace("threads");
        Path kubeconfig = cluster.kubeconfig();
        Set<Thread> before = threads();
        // Clients that other tests left open may need another thread meanwhile.
        int newest = poolNumber(Executors.defaultThreadFactory().newThread(() -> {}));
        List<Consumer<Deployer>> runs = List.of(
                deployer -> deployer.apply(CrashScene.AFTER),
                deployer -> assertThatThrownBy(
                                () -> deployer.apply(ManifestSet.of(Sample.deployment("web", 1, "image:1"), invalid())))
                        .isInstanceOf(DeployException.InvalidInput.class),
                deployer -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> deployer.apply(CrashScene.BEFORE))
                            .isInstanceOf(DeployException.Interrupted.class);
                    assertThat(Thread.interrupted()).isTrue();
                },
                deployer -> assertThatThrownBy(() -> deployer.withOptions(CrashScene.OPTIONS
                                        .withWaiting(DeployOptions.Waiting.READY)
                                        .withTimeout(Duration.ofSeconds(2)))
                                .apply(CrashScene.BEFORE))
                        .isInstanceOf(DeployException.TimedOut.class),
                Deployer::delete);
        for (Consumer<Deployer> run : runs) {
            try (EksClient client = EksClient.connect(Kubeconfig.of(kubeconfig))) {
                run.accept(client.deployer(Release.of("shop", namespace)).withOptions(CrashScene.OPTIONS));
            }
        }
        Set<Thread> left = Set.of();
        // The Kubernetes client's own scheduler ends when it was idle for ten seconds.
        for (int i = 0; i < 200; i++) {
            left = new HashSet<>(threads());
            left.removeIf(thread -> before.contains(thread) || poolNumber(thread) < newest);
            if (left.isEmpty()) {
                break;
            }
            System.gc();
            Thread.sleep(100);
        }
        assertThat(left).isEmpty();
    }

    private static Manifest invalid() {
        return JsonTrees.manifest(
                "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'none'}, spec: {ports: 'none'}}");
    }

    /** The number of the pool that a thread is of, which counts up in the JVM; the largest number if it is of none. */
    private static int poolNumber(Thread thread) {
        Matcher pool = POOL.matcher(thread.getName());
        return pool.find() ? Integer.parseInt(pool.group(1)) : Integer.MAX_VALUE;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
