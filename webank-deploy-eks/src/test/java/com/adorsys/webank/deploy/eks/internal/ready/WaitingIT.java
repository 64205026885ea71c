package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.ProxyRule;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.eks.testing.TestServer;
import com.adorsys.webank.deploy.manifest.MapTree;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for what real controllers do. */
@Timeout(120)
class WaitingIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String LABEL = "applyset.kubernetes.io/part-of=applyset-x-v1";
    private static final WaitOptions OPTIONS = WaitOptions.defaults().withLabelSelector(LABEL);

    private final TestCluster cluster = TestCluster.sharedWithControllers();
    private final String namespace = cluster.namespace("waiting");
    private final Tape tape = new Tape();
    private Applied applied;

    @BeforeEach
    void speak_to_the_server() {
        applied = new Applied(TestServer.of(cluster.client("user")), namespace);
    }

    /** Writes down what a wait tells, and does something at a line. */
    private static final class Tape implements WaitListener {
        final List<String> lines = new ArrayList<>();
        Consumer<String> then = line -> {};

        @Override
        public void changed(Change change) {
            line(change.id().name() + " " + change.readiness());
        }

        @Override
        public void notice(String text) {
            line("! " + text);
        }

        private void line(String line) {
            lines.add(line);
            then.accept(line);
        }

        /** Once, at the first line with a text. */
        void at(String text, Runnable action) {
            List<Runnable> once = new ArrayList<>(List.of(action));
            then = line -> {
                if (line.contains(text) && !once.isEmpty()) {
                    once.remove(0).run();
                }
            };
        }
    }

    private static String deployment(String name, String label, int replicas) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                spec:
                  replicas: %3$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s%2$s}}
                    spec: {containers: [{name: main, image: "example.com/app:1"}]}
                """.formatted(name, label, replicas);
    }

    private static String slow(String name) {
        return deployment(name, ", " + PodFate.LABEL + ": slow", 1);
    }

    private static String held(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s, finalizers: [example.com/hold]}
                """.formatted(name);
    }

    private WaitResult await(ApiServer api, Applied what) {
        return new Waiting(api, OPTIONS).await(what.targets(), Deadline.in(LONG), tape);
    }

    /** The proxy sees a stream's end a moment after the client has ended it. */
    private static void assertThatWatchesEnd(FaultProxy proxy) {
        Deadline end = Deadline.in(Duration.ofSeconds(5));
        while (proxy.openWatches() > 0 && !end.isOver()) {
            Thread.onSpinWait();
        }
        assertThat(proxy.openWatches()).isZero();
    }

    private static boolean isWatch(ProxyRequest request) {
        return request.isWatch();
    }

    private static long lists(FaultProxy proxy) {
        return proxy.requests().stream()
                .filter(request -> !request.isWatch() && request.path().endsWith("/deployments"))
                .count();
    }

    @Test
    void a_release_becomes_ready_by_one_list_and_one_watch_a_kind() {
        Applied release = applied.apply(deployment("a", "", 3))
                .apply(slow("b"))
                .apply("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: a, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                        spec: {selector: {app: a}, ports: [{port: 80}]}
                        """)
                .apply("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: a, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                        """);
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            WaitResult result = await(TestServer.of(proxy.client()), release);

            assertThat(result.isDone()).isTrue();
            assertThat(tape.lines).contains("a current: 3 replicas available", "b current: 1 replica available");
            assertThat(proxy.requests())
                    .extracting(request -> (request.isWatch() ? "watch " : "list ")
                            + request.path().replaceFirst(".*/", ""))
                    .containsExactlyInAnyOrder(
                            "list deployments", "list services", "watch deployments", "watch services");
            assertThatWatchesEnd(proxy);
        }
    }

    @Test
    void an_update_counts_only_with_its_own_generation() {
        applied.apply(deployment("a", "", 1)).await(LONG, "current: 1 replica available");
        Applied update = applied.apply(slow("a"));

        assertThat(update.targets().get(0).generation()).isEqualTo(2);
        assertThat(await(applied.api(), update).isDone()).isTrue();
        assertThat(tape.lines).endsWith("a current: 1 replica available").hasSizeGreaterThan(1);
    }

    @Test
    void a_stream_that_breaks_is_begun_again() {
        Applied release = applied.apply(slow("a"));
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            proxy.when(WaitingIT::isWatch).times(1).endWatchAfter(Duration.ofMillis(300));
            proxy.when(WaitingIT::isWatch).times(2).cutBefore();

            assertThat(await(TestServer.of(proxy.client()), release).isDone()).isTrue();
            assertThat(lists(proxy)).isGreaterThan(1);
            assertThatWatchesEnd(proxy);
        }
    }

    @Test
    void every_connection_may_be_cut() {
        Applied release = applied.apply(slow("a"));
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            tape.at("a in progress", proxy::cutAll);

            assertThat(await(TestServer.of(proxy.client()), release).isDone()).isTrue();
            assertThatWatchesEnd(proxy);
        }
    }

    @Test
    void an_expired_version_is_met_by_a_new_list() {
        Applied release = applied.apply(slow("a"));
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            proxy.when(WaitingIT::isWatch).times(2).expireWatch();

            assertThat(await(TestServer.of(proxy.client()), release).isDone()).isTrue();
            assertThat(lists(proxy)).isEqualTo(3);
        }
    }

    @Test
    void a_server_that_is_not_there_leaves_things_unknown() {
        Applied release = applied.apply(slow("a"));
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            ProxyRule.Hold hold = proxy.when(request -> true).hold();

            WaitResult result = new Waiting(TestServer.of(proxy.client()), OPTIONS)
                    .await(release.targets(), Deadline.in(Duration.ofSeconds(2)), tape);

            assertThat(result.entries())
                    .extracting(Object::toString)
                    .containsExactly("Deployment/" + namespace
                            + "/a timed out: unknown: the API server does not answer: no" + " answer came in time");
            hold.release();
        }
    }

    @Test
    void an_object_that_somebody_made_anew_is_another_one() {
        Applied release = applied.apply(deployment("a", ", " + PodFate.LABEL + ": never-ready", 1));
        String path = "/apis/apps/v1/namespaces/" + namespace + "/deployments/a";
        tape.at("a in progress", () -> {
            applied.delete(path);
            applied.apply(deployment("a", "", 1));
        });

        assertThat(await(applied.api(), release).entries())
                .extracting(Object::toString)
                .containsExactly("Deployment/" + namespace
                        + "/a failed: not found: it was deleted, and somebody made another" + " one of this name");
    }

    @Test
    void an_object_that_is_being_deleted_ends_the_wait() {
        Applied release = applied.apply(deployment("a", ", " + PodFate.LABEL + ": never-ready", 1)
                .replace("labels: {applyset", "finalizers: [example.com/hold], labels: {applyset"));
        String path = "/apis/apps/v1/namespaces/" + namespace + "/deployments/a";
        tape.at("a in progress", () -> applied.delete(path));

        assertThat(await(applied.api(), release).entries())
                .extracting(Object::toString)
                .containsExactly("Deployment/" + namespace + "/a failed: terminating: being deleted, held by"
                        + " `example.com/hold`");
        cluster.run(
                "kubectl", "-n", namespace, "patch", "deployment", "a", "-p", "{\"metadata\":{\"finalizers\":null}}");
    }

    @Test
    void a_failure_ends_the_wait_for_the_others() {
        Applied release = applied.apply(deployment("a", ", " + PodFate.LABEL + ": crash-loop", 1)
                        .replace("replicas: 1", "replicas: 1\n  progressDeadlineSeconds: 1"))
                .apply(deployment("b", ", " + PodFate.LABEL + ": never-ready", 1))
                .apply(deployment("c", "", 1));

        assertThat(await(applied.api(), release).entries())
                .extracting(Object::toString)
                .containsExactly(
                        "Deployment/" + namespace + "/a failed: failed: no progress within 1 s",
                        "Deployment/" + namespace + "/b was not waited for any longer: in progress: 0 of 1 replicas are"
                                + " available",
                        "Deployment/" + namespace + "/c is done: current: 1 replica available");
    }

    @Test
    void a_job_is_waited_for_until_it_is_complete() {
        Applied release = applied.apply("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: job, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                spec:
                  template:
                    spec: {restartPolicy: Never, containers: [{name: main, image: "example.com/app:1"}]}
                """);

        assertThat(await(applied.api(), release).isDone()).isTrue();
        assertThat(tape.lines).endsWith("job current: complete");
    }

    @Test
    void a_pod_that_no_node_takes_fails_after_a_while() {
        Applied release = applied.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: pod, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                spec: {nodeSelector: {disk: fast}, containers: [{name: main, image: "example.com/app:1"}]}
                """);

        assertThat(await(applied.api(), release).entries().get(0).readiness().toString())
                .startsWith("failed: no node takes it: 0/1 nodes are available:");
    }

    @Test
    void a_definition_is_waited_for_until_it_is_established() {
        Applied release = applied.apply("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: gadgets.waiting.example.com
                  labels: {applyset.kubernetes.io/part-of: applyset-x-v1}
                spec:
                  group: waiting.example.com
                  names: {plural: gadgets, singular: gadget, kind: Gadget}
                  scope: Namespaced
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """);

        assertThat(await(applied.api(), release).isDone()).isTrue();
        assertThat(tape.lines).endsWith("gadgets.waiting.example.com current: established");
    }

    @Test
    void a_claim_that_waits_for_its_first_pod_is_not_waited_for() {
        cluster.runWithInput("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: with-first-pod}
                provisioner: nobody.example.com
                volumeBindingMode: WaitForFirstConsumer
                """, "kubectl", "apply", "-f", "-");
        Applied release = applied.apply("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data, labels: {applyset.kubernetes.io/part-of: applyset-x-v1}}
                spec:
                  storageClassName: with-first-pod
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                """);

        assertThat(await(applied.api(), release).isDone()).isTrue();
        assertThat(tape.lines).containsExactly("data current: bound as soon as a Pod uses it, so not waited for");
        // Others of this cluster say which classes there are.
        cluster.run("kubectl", "delete", "storageclass", "with-first-pod");
    }

    @Test
    void where_watching_is_refused_there_is_polling_and_a_notice() {
        Applied release = applied.apply(slow("a"));
        String user = cluster.newUser(new PolicyRuleBuilder()
                .withApiGroups("apps")
                .withResources("deployments")
                .withVerbs("get", "list")
                .build());

        assertThat(await(TestServer.of(cluster.client(user)), release).isDone()).isTrue();
        assertThat(tape.lines)
                .filteredOn(line -> line.startsWith("!"))
                .containsExactly("! the cluster does not let `deployments.apps` in namespace `" + namespace
                        + "` be watched: they are asked for every 2 s instead");
    }

    @Test
    void where_everything_is_refused_nothing_is_known() {
        Applied release = applied.apply(slow("a"));

        assertThat(await(TestServer.of(cluster.client(cluster.newUser())), release)
                        .entries())
                .extracting(Object::toString)
                .containsExactly(
                        "Deployment/" + namespace + "/a failed: unknown: the cluster does not let `deployments.apps`"
                                + " in namespace `" + namespace + "` be read (code 403)");
    }

    @Test
    void an_interrupt_ends_it_and_its_streams() {
        Applied release = applied.apply(deployment("a", ", " + PodFate.LABEL + ": never-ready", 1));
        Thread waiting = Thread.currentThread();
        try (FaultProxy proxy = FaultProxy.start(cluster, "user")) {
            proxy.when(WaitingIT::isWatch).callAfter(request -> waiting.interrupt());

            assertThatThrownBy(() -> await(TestServer.of(proxy.client()), release))
                    .isInstanceOf(DeployException.Interrupted.class)
                    .hasMessageStartingWith("The wait was interrupted: 0 of 1 objects are ready; not yet: Deployment/"
                            + namespace + "/a (");
            assertThat(Thread.interrupted()).isTrue();
            assertThatWatchesEnd(proxy);
        }
    }

    @Test
    void a_finalizer_holds_an_object_back_until_it_is_taken_away() {
        Applied release = applied.apply(held("a"));
        Target target = release.targets().get(0);
        String path = "/api/v1/namespaces/" + namespace + "/configmaps/a";
        applied.delete(path);

        WaitResult result = new Waiting(applied.api(), WaitOptions.defaults())
                .awaitGone(List.of(target), Deadline.in(Duration.ofMillis(500)), tape);

        assertThat(result.entries())
                .extracting(Object::toString)
                .containsExactly("ConfigMap/" + namespace + "/a timed out: terminating: being deleted, held by"
                        + " `example.com/hold`");
        assertThat(Diagnosis.explain(
                                applied.api(), result.entries().get(0).live().orElseThrow())
                        .text())
                .isEqualTo("- it is being deleted, held by `example.com/hold`. Check that the controllers of these"
                        + " finalizers run.\n");

        tape.at(
                "a terminating",
                () -> applied.api()
                        .patch(path, "application/merge-patch+json", Trees.of("{metadata: {finalizers: []}}")));
        assertThat(new Waiting(applied.api(), WaitOptions.defaults())
                        .awaitGone(List.of(target), Deadline.in(LONG), tape)
                        .isDone())
                .isTrue();
        assertThat(tape.lines).endsWith("a not found");
    }

    @Test
    void another_object_of_the_name_does_not_keep_one_from_being_gone() {
        Target other = new Target(
                ResourceId.of("v1", "ConfigMap", namespace, "a"),
                Applied.resource("v1", "ConfigMap"),
                "00000000-0000-0000-0000-000000000000",
                0,
                LONG);
        applied.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");

        assertThat(new Waiting(applied.api(), WaitOptions.defaults())
                        .awaitGone(List.of(other), Deadline.in(LONG), tape)
                        .isDone())
                .isTrue();
    }

    @Test
    void the_server_may_be_started_anew_meanwhile() {
        try (TestCluster own = TestCluster.start()) {
            String there = own.namespace("restart");
            Applied release = new Applied(TestServer.of(own.client("user")), there).apply("""
                            apiVersion: apiextensions.k8s.io/v1
                            kind: CustomResourceDefinition
                            metadata: {name: gadgets.waiting.example.com}
                            spec:
                              group: waiting.example.com
                              names: {plural: gadgets, singular: gadget, kind: Gadget}
                              scope: Namespaced
                              versions:
                              - name: v1
                                served: true
                                storage: true
                                subresources: {status: {}}
                                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                            """);
            ApiServer api = release.api();
            await(api, WaitOptions.defaults(), release);
            Applied gadget = new Applied(api, there)
                    .apply("{apiVersion: waiting.example.com/v1, kind: Gadget, metadata: {name: g}}");
            String status = "/apis/waiting.example.com/v1/namespaces/" + there + "/gadgets/g/status";
            api.patch(status, "application/merge-patch+json", ready("False"));
            tape.lines.clear();
            tape.at("g in progress", () -> {
                own.stopApiServer();
                own.startApiServer();
                TestServer.of(own.client("admin")).patch(status, "application/merge-patch+json", ready("True"));
            });

            assertThat(await(api, WaitOptions.defaults(), gadget).isDone()).isTrue();
            assertThat(tape.lines).containsExactly("g in progress: m", "g current: ready");
        }
    }

    private WaitResult await(ApiServer api, WaitOptions options, Applied what) {
        return new Waiting(api, options).await(what.targets(), Deadline.in(LONG), tape);
    }

    private static MapTree ready(String status) {
        return Trees.of("{status: {conditions: [{type: Ready, status: '" + status + "', message: m}]}}");
    }
}
