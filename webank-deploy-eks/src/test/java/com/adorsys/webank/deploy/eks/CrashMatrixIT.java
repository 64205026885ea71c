package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every request of a run that creates, updates, deletes and prunes, by its number: the connection is cut before and after
 * it, and the process is killed before and after it. Whatever was left, the next run ends where this one was to.
 */
class CrashMatrixIT {
    private static final int AT_ONCE = 4;

    private final TestCluster cluster = TestCluster.shared();

    private enum Moment {
        BEFORE,
        AFTER
    }

    @Test
    void a_connection_that_is_cut_at_any_request_loses_nothing() throws Exception {
        inParallel((number, moment) -> {
            try (FaultProxy proxy = FaultProxy.start(cluster)) {
                CrashScene scene = CrashScene.set(cluster);
                if (moment == Moment.BEFORE) {
                    proxy.when(number).cutBefore();
                } else {
                    proxy.when(number).cutAfter();
                }
                try {
                    scene.deployer(proxy.client()).apply(CrashScene.AFTER);
                } catch (DeployException.Unavailable | DeployException.Conflict e) {
                    assertThat(e).hasMessageContaining("The next run goes on");
                }
                scene.assertThatTheNextRunConverges(proxy);
            }
        });
    }

    @Test
    void a_process_that_is_killed_at_any_request_loses_nothing(@TempDir Path folder) throws Exception {
        inParallel((number, moment) -> {
            try (FaultProxy proxy = FaultProxy.start(cluster)) {
                CrashScene scene = CrashScene.set(cluster);
                Process[] process = new Process[1];
                if (moment == Moment.BEFORE) {
                    proxy.when(number).call(request -> kill(process[0])).cutBefore();
                } else {
                    proxy.when(number).callAfter(request -> kill(process[0])).cutAfter();
                }
                Path log = folder.resolve(number + "-" + moment + ".log");
                synchronized (process) {
                    process[0] = ApplyProcess.start(proxy.kubeconfig(), scene.namespace(), log);
                }
                assertThat(process[0].waitFor(90, TimeUnit.SECONDS)).isTrue();
                scene.assertThatTheNextRunConverges(proxy);
            }
        });
    }

    private static void kill(Process process) {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Case {
        void run(int number, Moment moment) throws Exception;
    }

    private void inParallel(Case test) throws Exception {
        int requests = requestsOfARun();
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> cases = new ArrayList<>();
            for (int number = 1; number <= requests; number++) {
                for (Moment moment : Moment.values()) {
                    int at = number;
                    cases.add(() -> {
                        try {
                            test.run(at, moment);
                        } catch (Exception | AssertionError e) {
                            throw new AssertionError(moment + " request " + at + " of " + requests, e);
                        }
                        return null;
                    });
                }
            }
            for (Future<Void> done : executor.invokeAll(cases)) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** How many requests the run makes that nothing happens to; each of the steps is among them. */
    private int requestsOfARun() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            CrashScene.set(cluster).deployer(proxy.client()).apply(CrashScene.AFTER);
            List<ProxyRequest> requests = proxy.requests();
            assertThat(requests).anyMatch(request -> request.method().equals("DELETE"));
            assertThat(requests).anyMatch(request -> request.method().equals("PATCH") && request.code() == 201);
            assertThat(requests).anyMatch(request -> request.method().equals("PATCH") && request.code() == 200);
            assertThat(requests).hasSizeGreaterThan(30);
            return requests.size();
        }
    }
}
