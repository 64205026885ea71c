package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** An API server, or its storage, that goes away in the middle of a run. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
    private static final Duration OUTAGE = Duration.ofMillis(1500);
    private TestCluster cluster;
    private CrashScene scene;

    @BeforeAll
    void start() {
        cluster = TestCluster.start();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @BeforeEach
    void set() {
        scene = CrashScene.set(cluster);
    }

    private static boolean isApply(ProxyRequest request) {
        return request.method().equals("PATCH") && request.isWrite();
    }

    /** Runs something at once, and another thing after the outage. */
    private static CompletableFuture<Void> outage(Runnable begin, Runnable end) {
        begin.run();
        return CompletableFuture.runAsync(
                end, CompletableFuture.delayedExecutor(OUTAGE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void converges() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            scene.assertThatTheNextRunConverges(proxy);
        }
    }

    @Test
    void the_server_is_stopped_and_started_in_the_middle_of_the_writing() {
        CompletableFuture<?>[] end = new CompletableFuture<?>[1];
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(OutageIT::isApply)
                    .times(1)
                    .callAfter(request -> end[0] = outage(cluster::stopApiServer, cluster::startApiServer));

            ChangeSet changes = scene.deployer(proxy.client()).apply(CrashScene.AFTER);

            end[0].join();
            assertThat(changes.objects()).hasSize(CrashScene.AFTER.size() + 2);
        }
        converges();
    }

    @Test
    void the_server_is_killed_and_started_in_the_middle_of_the_writing() {
        CompletableFuture<?>[] end = new CompletableFuture<?>[1];
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(OutageIT::isApply)
                    .times(1)
                    .call(request -> end[0] = outage(cluster::killApiServer, cluster::startApiServer));

            scene.deployer(proxy.client()).apply(CrashScene.AFTER);

            end[0].join();
        }
        converges();
    }

    @Test
    void the_server_is_stopped_and_started_in_the_middle_of_a_wait() {
        CompletableFuture<?>[] end = new CompletableFuture<?>[1];
        KubernetesClient client = cluster.client();
        Deployer deployer = scene.deployer(client)
                .withOptions(CrashScene.OPTIONS.withWaiting(DeployOptions.Waiting.READY))
                .withListener(event -> {
                    if (event instanceof ProgressEvent.ObjectReadiness readiness
                            && readiness.id().kind().equals("Deployment")
                            && end[0] == null) {
                        end[0] = outage(cluster::stopApiServer, () -> {
                            cluster.startApiServer();
                            makeReady();
                        });
                    }
                });

        deployer.apply(CrashScene.AFTER);

        assertThat(end[0]).isCompleted();
        converges();
    }

    /** What a controller would say of the Deployment, once its pods are ready. */
    private void makeReady() {
        cluster.client()
                .apps()
                .deployments()
                .inNamespace(scene.namespace())
                .withName("web")
                .editStatus(web -> {
                    web.setStatus(new DeploymentStatusBuilder()
                            .withObservedGeneration(web.getMetadata().getGeneration())
                            .withReplicas(2)
                            .withUpdatedReplicas(2)
                            .withReadyReplicas(2)
                            .withAvailableReplicas(2)
                            .addNewCondition()
                            .withType("Available")
                            .withStatus("True")
                            .endCondition()
                            .addNewCondition()
                            .withType("Progressing")
                            .withStatus("True")
                            .withReason("NewReplicaSetAvailable")
                            .endCondition()
                            .build());
                    return web;
                });
    }

    @Test
    void a_server_that_refuses_connections_from_the_start_is_reported_at_once() {
        cluster.stopApiServer();
        try {
            long began = System.nanoTime();
            assertThatThrownBy(() -> scene.deployer(cluster.client()).apply(CrashScene.AFTER))
                    .isInstanceOf(DeployException.Unavailable.class)
                    .hasMessage(
                            "The cluster at `127.0.0.1` cannot be reached: `127.0.0.1` refuses connections. Check its"
                                    + " address, and that this machine may reach it.");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        } finally {
            cluster.startApiServer();
        }
    }

    @Test
    void a_run_whose_time_is_over_says_so_whatever_it_was_doing() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            scene.deployer(proxy.client()).apply(CrashScene.BEFORE);
            for (String part : List.of("deployments", "selfsubject")) {
                proxy.reset();
                proxy.when(request -> request.path().contains(part)).delay(Duration.ofSeconds(4));
                assertThatThrownBy(() -> scene.deployer(proxy.client())
                                .withOptions(CrashScene.OPTIONS.withTimeout(Duration.ofSeconds(2)))
                                .plan(CrashScene.AFTER))
                        .as(part)
                        .isInstanceOf(DeployException.TimedOut.class)
                        .hasMessageMatching("Planning crash-\\d+/\\w+ timed out: the time of the run is over\\."
                                + " Give the run more time \\(`--timeout`\\)\\.");
            }
        }
    }

    @Test
    void a_storage_that_hangs_for_some_seconds_is_waited_for() {
        CompletableFuture<?>[] end = new CompletableFuture<?>[1];
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(OutageIT::isApply)
                    .times(1)
                    .call(request -> end[0] = outage(cluster::pauseEtcd, cluster::resumeEtcd));

            scene.deployer(proxy.client()).apply(CrashScene.AFTER);

            end[0].join();
        }
        converges();
    }

    @Test
    void a_storage_that_hangs_longer_than_the_run_leaves_unknown_what_was_written() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(OutageIT::isApply).times(1).call(request -> cluster.pauseEtcd());
            long began = System.nanoTime();
            try {
                assertThatThrownBy(() -> scene.deployer(proxy.client())
                                .withOptions(CrashScene.OPTIONS.withTimeout(Duration.ofSeconds(4)))
                                .apply(CrashScene.AFTER))
                        .isInstanceOf(DeployException.TimedOut.class)
                        .hasMessageMatching(
                                "Applying `\\w+/crash-\\d+/[a-z-]+` timed out: the time of the run is over\\. It is"
                                        + " not known whether the server did it; the next run finds out\\. Give the run more time"
                                        + " \\(`--timeout`\\)\\. (No other object was written|Done: .*)\\. It is not known whether these were written: `\\w+/crash-\\d+/"
                                        + ".*The next run goes on\\.");
                // A second for the answer that was under way, five to give the Lease back.
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(11));
            } finally {
                cluster.resumeEtcd();
            }
        }
        converges();
    }

    @Test
    void a_slow_storage_makes_a_run_slow_and_nothing_else() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(ProxyRequest::isWrite).delay(Duration.ofMillis(400));

            scene.deployer(proxy.client()).apply(CrashScene.AFTER);
        }
        converges();
    }

    @Test
    void a_storage_that_chooses_a_leader_is_waited_for() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request -> request.method().equals("PATCH")).times(6).answer(500, "application/json", """
                    {"kind": "Status", "status": "Failure", "code": 500, "message": "etcdserver: leader changed"}
                    """);

            scene.deployer(proxy.client()).apply(CrashScene.AFTER);
        }
        converges();
    }

    @Test
    void a_server_that_cannot_give_addresses_yet_is_waited_for() {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            proxy.when(request ->
                            request.method().equals("PATCH") && request.path().endsWith("/services/comes-too"))
                    .times(2)
                    .answer(422, "application/json", """
                            {"kind": "Status", "status": "Failure", "reason": "Invalid", "code": 422, "message":
                            "Service is invalid: spec.clusterIPs: failed to allocate IP: allocator not ready"}
                            """);
            // It says either, as far as it has come.
            proxy.when(request -> request.isWrite() && request.path().endsWith("/services/comes-too"))
                    .times(1)
                    .answer(500, "application/json", """
                            {"kind": "Status", "status": "Failure", "reason": "InternalError", "code": 500, "message":
                            "Internal error occurred: failed to allocate a serviceIP: range is full"}
                            """);

            scene.deployer(proxy.client()).apply(CrashScene.AFTER);
        }
        converges();
    }
}
