package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first apply: what it costs, and where the next run goes on when it was cut off or killed. */
class FirstApplyIT {
    /** What it creates at the same time, before its first object. */
    private static final List<String> RECORDS = List.of("leases", "secrets", "configmaps");

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void of_eight_objects_sends_24_requests_and_waits_for_six_answers_in_a_row() {
        Site site = Site.in(cluster, "first");
        AtomicInteger answered = new AtomicInteger();
        Map<Integer, Integer> inARow = new ConcurrentHashMap<>();
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            // An answer comes so late that all that is sent at the same time has come before it.
            proxy.when(request -> inARow.putIfAbsent(request.number(), answered.get() + 1) == null)
                    .callAfter(request -> {
                        pause();
                        answered.accumulateAndGet(inARow.get(request.number()), Math::max);
                    });

            ChangeSet changes = site.deployer("shop", proxy.client()).apply(Sample.many(8));

            assertThat(changes.objects()).hasSize(8);
            assertThat(proxy.requests()).hasSize(24);
            assertThat(proxy.requests().stream().filter(ProxyRequest::isDryRun)).hasSize(8);
            assertThat(inARow.values()).allMatch(number -> number <= 6);
        }
        assertThat(site.deployer().status().objects())
                .hasSize(8)
                .allMatch(object -> object.drift() == ReleaseStatus.Drift.NONE);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void that_is_refused_writes_nothing() {
        Site site = Site.in(cluster, "first");
        ManifestSet set = site.set(Sample.web("{containers: []}")).with(Sample.configMap("config", "1"));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            assertThatThrownBy(() -> site.deployer("shop", proxy.client()).apply(set))
                    .isInstanceOf(DeployException.InvalidInput.class);
            // Reviews are sent by POST, and change nothing.
            assertThat(proxy.requests().stream().filter(ProxyRequest::isWrite))
                    .isNotEmpty()
                    .allMatch(request -> request.path().endsWith("reviews"));
        }
    }

    @Test
    void whose_connection_is_cut_at_any_request_loses_nothing() throws Exception {
        int requests;
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            CrashScene.empty(cluster).deployer(proxy.client()).apply(CrashScene.AFTER);
            requests = proxy.count();
        }
        List<Callable<Void>> cases = new ArrayList<>();
        for (int number = 1; number <= requests; number++) {
            int at = number;
            cases.add(() -> cut(at, rule -> rule.cutBefore()));
            cases.add(() -> cut(at, rule -> rule.cutAfter()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> one : threads.invokeAll(cases)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Cut {
        void at(ProxyRule rule);
    }

    private Void cut(int number, Cut cut) {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            CrashScene scene = CrashScene.empty(cluster);
            cut.at(proxy.when(number));
            scene.deployer(proxy.client()).apply(CrashScene.AFTER);
            scene.assertThatTheNextRunConverges(proxy);
        }
        return null;
    }

    @Test
    void that_is_killed_between_its_records_is_continued(@TempDir Path folder) throws Exception {
        for (List<String> written : List.of(
                List.<String>of(),
                List.of("leases"),
                List.of("secrets"),
                List.of("configmaps"),
                List.of("leases", "secrets"),
                List.of("leases", "configmaps"),
                List.of("secrets", "configmaps"))) {
            try (FaultProxy proxy = FaultProxy.start(cluster)) {
                CrashScene scene = CrashScene.empty(cluster);
                CountDownLatch answers = new CountDownLatch(written.size());
                Process[] process = new Process[1];
                for (String record : RECORDS) {
                    ProxyRule rule = proxy.when(request -> request.method().equals("POST")
                            && request.path().endsWith("/namespaces/" + scene.namespace() + "/" + record));
                    if (written.contains(record)) {
                        rule.callAfter(request -> answers.countDown());
                    } else {
                        rule.call(request -> killAfter(answers, process[0])).cutBefore();
                    }
                }
                synchronized (process) {
                    process[0] =
                            ApplyProcess.start(proxy.kubeconfig(), scene.namespace(), folder.resolve(written + ".log"));
                }
                assertThat(process[0].waitFor(90, TimeUnit.SECONDS)).isTrue();
                assertThat(scene.records()).as(written.toString()).isEqualTo(written.size());
                scene.assertThatTheNextRunConverges(proxy);
            }
        }
    }

    private static void killAfter(CountDownLatch answers, Process process) {
        try {
            answers.await();
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
