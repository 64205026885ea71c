package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several that deploy one release at once, and one that comes back when another has gone on. */
@Timeout(90)
class TwoDeployersIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("two");
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static boolean isRenewal(ProxyRequest request) {
        return request.path().contains("/leases/") && request.method().equals("PUT");
    }

    private Deployer deployer(String actor) {
        return EksClient.of(cluster.client())
                .deployer(Release.of("shop", namespace))
                .withOptions(CrashScene.OPTIONS.withActor(actor));
    }

    /** A set of which two make different objects, and one in common differently. */
    private static ManifestSet setOf(int who) {
        return ManifestSet.of(
                Sample.configMap("common", "by-" + who),
                Sample.configMap("own-" + who, "1"),
                Sample.configMap("half-" + who / 2, "1"));
    }

    private Map<String, String> live() {
        return cluster.client().configMaps().inNamespace(namespace).list().getItems().stream()
                .filter(map -> !map.getMetadata().getName().startsWith("webank-deploy."))
                .collect(Collectors.toMap(
                        map -> map.getMetadata().getName(),
                        map -> map.getData().get("key"),
                        (a, b) -> a,
                        TreeMap::new));
    }

    @Test
    void of_threads_that_write_at_once_each_ends_or_is_refused_and_what_is_there_is_of_one_of_them() throws Exception {
        int ended = 0;
        for (int round = 0; round < 3; round++) {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (int who = 0; who < 4; who++) {
                int one = who;
                runs.add(() -> {
                    try {
                        deployer("thread-" + one).apply(setOf(one));
                        return true;
                    } catch (DeployException.Conflict e) {
                        assertThat(e).hasMessageContaining("shop");
                        return false;
                    }
                });
            }
            for (Future<Boolean> run : threads.invokeAll(runs)) {
                ended += run.get() ? 1 : 0;
            }
            String last = deployer("nobody").history().stream()
                    .filter(Revision::isCurrent)
                    .findFirst()
                    .orElseThrow()
                    .actor();
            int who = Integer.parseInt(last.substring("thread-".length()));
            assertThat(live()).isEqualTo(Map.of("common", "by-" + who, "own-" + who, "1", "half-" + who / 2, "1"));
            assertThat(deployer("nobody").plan(setOf(who)).isEmpty()).isTrue();
            assertThat(deployer("nobody").status().phase()).isEqualTo(ReleaseStatus.Phase.APPLIED);
        }
        assertThat(ended).isGreaterThanOrEqualTo(3);
    }

    @Test
    void of_processes_that_write_at_once_each_ends_or_is_refused(@TempDir Path folder) throws Exception {
        CrashScene scene = CrashScene.set(cluster);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(ApplyProcess.start(cluster.kubeconfig(), scene.namespace(), folder.resolve(i + ".log")));
        }
        int ended = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
            if (processes.get(i).exitValue() == 0) {
                ended++;
            } else {
                assertThat(Files.readString(folder.resolve(i + ".log"))).contains("DeployException$Conflict");
            }
        }
        assertThat(ended).isPositive();
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            scene.assertThatTheNextRunConverges(proxy);
        }
    }

    @Test
    void a_second_run_is_told_who_is_at_work() throws Exception {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            ProxyRule.Hold hold = proxy.when(
                            request -> request.isWrite() && request.path().endsWith("/configmaps/common"))
                    .hold();
            Future<ChangeSet> first = threads.submit(() -> EksClient.of(proxy.client())
                    .deployer(Release.of("shop", namespace))
                    .withOptions(CrashScene.OPTIONS.withActor("jane"))
                    .apply(setOf(0)));
            hold.await();
            assertThat(deployer("nobody").status().phase()).isEqualTo(ReleaseStatus.Phase.APPLYING);

            List<String> notices = new CopyOnWriteArrayList<>();
            assertThatThrownBy(() -> deployer("joe")
                            .withListener(event -> {
                                if (event instanceof ProgressEvent.Warning warning) {
                                    notices.add(warning.text());
                                }
                            })
                            .apply(setOf(1)))
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessageMatching(
                            "Another run is at work on the release `two-\\d+/shop`: `jane/[0-9a-f]{8}` has held the"
                                    + " Lease `two-\\d+/webank-deploy.shop` since \\S+Z, and holds it until \\S+Z \\(\\d s from now\\)"
                                    + " unless it renews it\\. Wait until that run is done; if it is dead, the Lease runs out by"
                                    + " itself, and the next run goes on where that one stopped\\.");
            assertThat(notices)
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .matches(
                            "Another run is at work on .* has held the Lease .* unless it renews it\\. It is waited for,"
                                    + " \\d s at most");
            hold.release();
            assertThat(first.get(30, TimeUnit.SECONDS).objects()).hasSize(3);
        }
    }

    @Test
    void a_run_that_waits_for_another_goes_on_when_that_has_ended() throws Exception {
        DeployOptions options = CrashScene.OPTIONS.withLeaseDuration(Duration.ofMinutes(5));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            ProxyRule.Hold hold = proxy.when(TwoDeployersIT::isCommon).times(1).hold();
            Future<ChangeSet> first = threads.submit(
                    () -> release("shop", proxy.client()).withOptions(options).apply(setOf(0)));
            hold.await();
            CountDownLatch waiting = new CountDownLatch(1);
            Future<ChangeSet> second = threads.submit(() -> release("shop", cluster.client())
                    .withOptions(options)
                    .withListener(event -> {
                        if (event instanceof ProgressEvent.Warning) {
                            waiting.countDown();
                        }
                    })
                    .apply(setOf(1)));
            waiting.await();
            hold.release();

            // The Lease would last for minutes.
            assertThat(first.get(30, TimeUnit.SECONDS).objects()).hasSize(3);
            var unused = second.get(30, TimeUnit.SECONDS);
            assertThat(live()).isEqualTo(Map.of("common", "by-1", "own-1", "1", "half-0", "1"));
        }
    }

    private Deployer release(String name, KubernetesClient client) {
        return EksClient.of(client).deployer(Release.of(name, namespace)).withOptions(CrashScene.OPTIONS);
    }

    private static boolean isCommon(ProxyRequest request) {
        return request.isWrite() && request.path().endsWith("/configmaps/common");
    }

    @Test
    void of_two_releases_that_create_the_same_object_at_once_one_wins_and_the_other_is_refused() throws Exception {
        try (FaultProxy one = FaultProxy.start(cluster);
                FaultProxy other = FaultProxy.start(cluster)) {
            // Both have planned to create it, and send the request at the same time.
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Future<ChangeSet>> runs = new ArrayList<>();
            for (FaultProxy proxy : List.of(one, other)) {
                proxy.when(TwoDeployersIT::isCommon).times(1).call(request -> await(barrier));
                String name = proxy == one ? "one" : "other";
                runs.add(threads.submit(() -> release(name, proxy.client())
                        .apply(ManifestSet.of(Sample.configMap("common", name), Sample.configMap("of-" + name, "1")))));
            }
            List<String> ended = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                try {
                    var unused = runs.get(i).get(60, TimeUnit.SECONDS);
                    ended.add(i == 0 ? "one" : "other");
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(DeployException.Conflict.class);
                    refused.add(String.valueOf(e.getCause().getMessage()).replace(namespace, "NS"));
                }
            }
            assertThat(ended).hasSize(1);
            assertThat(refused)
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .startsWith("ConfigMap/NS/common has changed since the plan was made.\nerror OBJECT_FOREIGN"
                            + " ConfigMap/NS/common: it is not this release's: it belongs to the release `NS/"
                            + ended.get(0) + "`");
            assertThat(live()).containsEntry("common", ended.get(0));
            assertThat(release(ended.get(0), cluster.client()).status().isHealthy())
                    .isTrue();
            String loser = ended.get(0).equals("one") ? "other" : "one";
            ReleaseStatus lost = release(loser, cluster.client()).status();
            assertThat(lost.phase()).isEqualTo(ReleaseStatus.Phase.FAILED);
            assertThat(lost.text().replace(namespace, "NS"))
                    .contains("ConfigMap/NS/common  not found: it belongs to the release `NS/" + ended.get(0)
                            + "` [missing]\n");
            release(loser, cluster.client()).delete();
            assertThat(live()).containsEntry("common", ended.get(0)).doesNotContainKey("of-" + loser);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_another_release_finished_meanwhile_is_neither_overwritten_nor_deleted() throws Exception {
        release("one", cluster.client())
                .apply(ManifestSet.of(Sample.configMap("common", "1"), Sample.configMap("a", "1")));
        for (ManifestSet next : List.of(
                ManifestSet.of(Sample.configMap("common", "2"), Sample.configMap("a", "1")),
                ManifestSet.of(Sample.configMap("a", "1")))) {
            try (FaultProxy proxy = FaultProxy.start(cluster)) {
                ProxyRule.Hold hold =
                        proxy.when(TwoDeployersIT::isCommon).times(1).hold();
                Future<ChangeSet> slow =
                        threads.submit(() -> release("one", proxy.client()).apply(next));
                hold.await();
                release("other", cluster.client())
                        .withOptions(
                                CrashScene.OPTIONS.withAdopted(ObjectRef.parse("ConfigMap/" + namespace + "/common")))
                        .apply(ManifestSet.of(Sample.configMap("common", "theirs")));
                hold.release();
                if (next.size() == 2) {
                    assertThatThrownBy(() -> slow.get(60, TimeUnit.SECONDS))
                            .cause()
                            .isInstanceOf(DeployException.Conflict.class)
                            .hasMessageContaining("it belongs to the release `" + namespace + "/other`");
                    assertThat(live()).containsEntry("common", "theirs");
                    release("one", cluster.client())
                            .withOptions(CrashScene.OPTIONS.withAdopted(
                                    ObjectRef.parse("ConfigMap/" + namespace + "/common")))
                            .apply(next);
                } else {
                    assertThat(Site.outcomes(slow.get(60, TimeUnit.SECONDS))).contains("ConfigMap/common KEPT");
                    assertThat(live()).containsEntry("common", "theirs");
                }
            }
        }
        assertThat(release("other", cluster.client()).status().isHealthy()).isTrue();
    }

    @Test
    void an_object_that_another_release_adopts_during_the_wait_is_found_before_the_end() throws Exception {
        Deployer waiting = release("one", cluster.client())
                .withOptions(CrashScene.OPTIONS.withWaiting(DeployOptions.Waiting.READY));
        AtomicBoolean adopted = new AtomicBoolean();
        assertThatThrownBy(() -> waiting.withListener(event -> {
                            boolean waits = event instanceof ProgressEvent.StepStarted started
                                    && started.step() == ProgressEvent.Step.WAIT;
                            if (waits && adopted.compareAndSet(false, true)) {
                                release("other", cluster.client())
                                        .withOptions(CrashScene.OPTIONS.withAdopted(
                                                ObjectRef.parse("ConfigMap/" + namespace + "/common")))
                                        .apply(ManifestSet.of(Sample.configMap("common", "1")));
                            }
                        })
                        .apply(ManifestSet.of(Sample.configMap("common", "1"))))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessage("Another release has adopted objects during the run: `ConfigMap/" + namespace
                        + "/common`, which belongs to the release `" + namespace
                        + "/other`. Leave them out of the set, or adopt them back by name (`--adopt`). Done: `ConfigMap/"
                        + namespace
                        + "/common` created. All objects are written, but the run has not ended. The next"
                        + " run goes on.");
        assertThat(waiting.status().phase()).isEqualTo(ReleaseStatus.Phase.FAILED);
        assertThat(release("other", cluster.client()).status().isHealthy()).isTrue();
    }

    @Test
    void who_comes_back_after_its_lease_was_taken_writes_nothing_more() throws Exception {
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            // It stands still for longer than its Lease lasts, right after the answer to its first object.
            ProxyRule.Hold answer = proxy.when(
                            request -> request.isWrite() && request.path().endsWith("/configmaps/common"))
                    .callAfter(request -> proxy.when(TwoDeployersIT::isRenewal).cutBefore())
                    .holdAnswer();
            Future<ChangeSet> stale = threads.submit(() -> EksClient.of(proxy.client())
                    .deployer(Release.of("shop", namespace))
                    .withOptions(CrashScene.OPTIONS.withActor("stale").withConcurrency(1))
                    .apply(setOf(0)));
            answer.await();

            deployer("next").apply(setOf(2));
            Map<String, String> after = live();
            Map<String, String> records = records();
            proxy.reset();
            answer.release();

            assertThatThrownBy(() -> stale.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(DeployException.Conflict.class)
                    .hasMessageMatching(
                            "This run has lost the Lease `two-\\d+/webank-deploy.shop` of the release `two-\\d+/shop`:"
                                    + " `next/[0-9a-f]{8}` has taken it over\\. Nothing more is written\\. Check the status of the"
                                    + " release, and try again\\. Done: `ConfigMap/two-\\d+/common` created\\. Not done: 2 of 3"
                                    + " objects\\. The next run goes on\\.");
            assertThat(proxy.requests())
                    .isNotEmpty()
                    .noneMatch(request -> request.isWrite() && request.code() < 400 && request.code() > 0);
            assertThat(live()).isEqualTo(after);
            assertThat(records()).isEqualTo(records);
        }
        assertThat(deployer("nobody").plan(setOf(2)).isEmpty()).isTrue();
    }

    @Test
    void what_a_stale_writer_had_on_its_way_overwrites_nothing() throws Exception {
        deployer("first").apply(setOf(0));
        try (FaultProxy proxy = FaultProxy.start(cluster)) {
            ProxyRule.Hold hold = proxy.when(
                            request -> request.isWrite() && request.path().endsWith("/configmaps/common"))
                    .call(request -> proxy.when(TwoDeployersIT::isRenewal).cutBefore())
                    .hold();
            Future<ChangeSet> stale = threads.submit(() -> EksClient.of(proxy.client())
                    .deployer(Release.of("shop", namespace))
                    .withOptions(CrashScene.OPTIONS.withActor("stale"))
                    .apply(setOf(1)));
            hold.await();
            deployer("next").apply(setOf(2));
            proxy.reset();
            hold.release();
            assertThatThrownBy(() -> stale.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(DeployException.Conflict.class);
        }
        assertThat(deployer("nobody").status().isHealthy()).isTrue();
        assertThat(live()).isEqualTo(Map.of("common", "by-2", "own-2", "1", "half-1", "1"));
    }

    private Map<String, String> records() {
        Map<String, String> versions = new TreeMap<>();
        ConfigMap inventory = cluster.client()
                .configMaps()
                .inNamespace(namespace)
                .withName("webank-deploy.shop")
                .get();
        versions.put("inventory", inventory.getMetadata().getResourceVersion());
        cluster.client()
                .secrets()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(secret -> versions.put(
                        secret.getMetadata().getName(), secret.getMetadata().getResourceVersion()));
        return versions;
    }

    @Test
    void a_holder_whose_clock_is_an_hour_slow_is_not_robbed_while_it_renews() throws Exception {
        Future<?> renewing = threads.submit(() -> {
            while (true) {
                hold(ZonedDateTime.now(ZoneOffset.UTC).minusHours(1));
                Thread.sleep(200);
            }
        });
        while (cluster.client()
                        .leases()
                        .inNamespace(namespace)
                        .withName("webank-deploy.shop")
                        .get()
                == null) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> deployer("joe").apply(setOf(1)))
                .isInstanceOf(DeployException.Conflict.class)
                .hasMessageContaining("`slow/1` has held the Lease");
        renewing.cancel(true);
        assertThat(live()).isEmpty();
    }

    @Test
    void a_dead_holder_whose_clock_is_an_hour_fast_is_followed_after_the_time_of_its_lease() {
        hold(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));

        deployer("joe").apply(setOf(1));

        assertThat(live()).hasSize(3);
    }

    /** Writes the Lease as another run would, by whatever its clock says. */
    private void hold(ZonedDateTime now) {
        cluster.client()
                .leases()
                .inNamespace(namespace)
                .resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withName("webank-deploy.shop")
                        .endMetadata()
                        .withNewSpec()
                        .withHolderIdentity("slow/1")
                        .withLeaseDurationSeconds(1)
                        .withAcquireTime(now)
                        .withRenewTime(now)
                        .endSpec()
                        .build())
                .createOr(resource -> resource.update());
    }
}
