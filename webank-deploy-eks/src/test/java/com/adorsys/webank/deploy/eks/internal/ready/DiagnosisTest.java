package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.internal.api.ApiFailures;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.TreeArbitraries;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final String PODS = "/api/v1/namespaces/ns/pods";
    private static final String SETS = "/apis/apps/v1/namespaces/ns/replicasets";
    private static final String EVENTS = "/api/v1/namespaces/ns/events";
    private static final String CLASSES = "/apis/storage.k8s.io/v1/storageclasses";

    private static final MapTree DEPLOYMENT = Trees.of("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: app, namespace: ns, uid: d, generation: 2}
            spec: {replicas: 2, selector: {matchLabels: {app: app}}}
            status: {observedGeneration: 2}
            """);

    private final FakeServer server = new FakeServer();

    DiagnosisTest() {
        server.lists.put(PODS, List.of());
        server.lists.put(SETS, List.of());
        server.lists.put(EVENTS, List.of());
        server.lists.put(CLASSES, List.of());
    }

    private static MapTree set(String name, int revision, String rest) {
        return Trees.of("{metadata: {name: " + name + ", namespace: ns, uid: " + name
                + ", annotations: {deployment.kubernetes.io/revision: '" + revision
                + "'}, ownerReferences: [{uid: d}]}, "
                + rest + "}");
    }

    private static MapTree crashing(String name, String owner) {
        return Trees.of(
                "{metadata: {name: " + name + ", namespace: ns, uid: " + name + ", ownerReferences: [{uid: " + owner
                        + "}]}, status: {phase: Running, containerStatuses: [{name: main, restartCount: 2, state: {waiting: {reason:"
                        + " CrashLoopBackOff}}, lastState: {terminated: {exitCode: 1}}}]}}");
    }

    private String explain(MapTree live) {
        return Diagnosis.explain(server, live).text();
    }

    @Test
    void the_new_replica_set_counts_and_the_old_one_is_told() {
        server.lists.put(
                SETS,
                List.of(
                        set("old", 9, "spec: {replicas: 2}, status: {availableReplicas: 2}"),
                        set("new", 10, "spec: {replicas: 1}, status: {availableReplicas: 0}"),
                        Trees.of("{metadata: {name: foreign, ownerReferences: [{uid: other}], annotations:"
                                + " {deployment.kubernetes.io/revision: '99'}}}")));
        server.lists.put(PODS, List.of(crashing("new-1", "new"), crashing("stranger", "other")));
        server.texts.put(PODS + "/new-1/log", "starting\npassword=hunter22 is wrong\n");

        assertThat(explain(DEPLOYMENT)).isEqualTo("""
                - container `main` of Pod `new-1` keeps crashing: it ended by itself, exit code 1, 2 restarts. Its log says why.
                    | starting
                    | password=(secret) is wrong
                - the new ReplicaSet `new` has 0 of 2 Pods available; the old one `old` still has 2
                """);
        assertThat(server.requests)
                .contains(
                        "list " + SETS + "?labelSelector=app%3Dapp",
                        "log " + PODS + "/new-1/log?container=main&tailLines=10&limitBytes=65536&previous=true");
    }

    @Test
    void the_log_of_now_is_shown_where_there_is_none_of_before() {
        server.lists.put(SETS, List.of(set("new", 1, "spec: {replicas: 1}")));
        server.lists.put(PODS, List.of(crashing("new-1", "new")));
        server.texts.put(PODS + "/new-1/log", "the log of now");
        server.fail("log", ApiFailures.answered(400, "previous terminated container not found"));

        assertThat(explain(DEPLOYMENT)).contains("    | the log of now\n");
        assertThat(server.count("log")).isEqualTo(2);
    }

    @Test
    void a_log_that_is_gone_is_left_out_and_one_that_fails_is_a_gap() {
        server.lists.put(SETS, List.of(set("new", 1, "spec: {replicas: 1}")));
        server.lists.put(PODS, List.of(crashing("new-1", "new")));

        assertThat(explain(DEPLOYMENT)).doesNotContain("|").doesNotContain("pods/log");

        server.always.put("log", ApiFailures.answered(500, "dial tcp: refused"));
        assertThat(explain(DEPLOYMENT)).endsWith("- `get` on `pods/log` in namespace `ns` failed, with code 500\n");
    }

    @Test
    void the_last_ten_lines_of_a_log_are_shown_without_secrets() {
        server.lists.put(SETS, List.of(set("new", 1, "spec: {replicas: 1}")));
        server.lists.put(PODS, List.of(crashing("new-1", "new")));
        server.texts.put(PODS + "/new-1/log", "one\n".repeat(9) + "two\n".repeat(9) + "\npassword=hunter22\n");

        Diagnosis diagnosis = Diagnosis.explain(server, DEPLOYMENT);

        assertThat(diagnosis.causes().get(0).log())
                .hasSize(10)
                .startsWith("two")
                .doesNotContain("one")
                .endsWith("password=(secret)");
    }

    @Test
    void nobody_who_looked_at_the_change_is_told() {
        MapTree live = Trees.of("{apiVersion: apps/v1, kind: Deployment, metadata: {name: app, namespace: ns, uid: d,"
                + " generation: 2}, spec: {selector: {matchLabels: {app: app}}}}");

        assertThat(explain(live))
                .isEqualTo("- no controller has looked at the change yet. Check that the cluster's controllers run.\n");
    }

    @Test
    void a_server_that_does_not_answer_is_told_and_ends_nothing() {
        server.always.put("list", ApiFailures.lost());

        assertThat(explain(DEPLOYMENT)).isEqualTo("""
                - `list` on `events` in namespace `ns` failed, since the API server did not answer
                - `list` on `replicasets` in namespace `ns` failed, since the API server did not answer
                - `list` on `pods` in namespace `ns` failed, since the API server did not answer
                """);
    }

    @Test
    void a_claim_waits_for_its_provisioner() {
        MapTree claim =
                Trees.of("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: ns, uid: c},"
                        + " spec: {storageClassName: gp3}, status: {phase: Pending}}");
        server.others.put(CLASSES + "/gp3", Trees.of("{provisioner: ebs.csi.aws.com}"));
        server.lists.put(
                EVENTS,
                List.of(Trees.of("{type: Normal, reason: ExternalProvisioning, message: Waiting for a volume to be"
                        + " created., involvedObject: {kind: PersistentVolumeClaim, name: data}}")));

        assertThat(explain(claim)).isEqualTo("""
                - PersistentVolumeClaim `data` is not bound: Waiting for a volume to be created. Check that its provisioner `ebs.csi.aws.com` runs.
                """);
    }

    @Test
    void a_claim_waits_for_its_first_pod() {
        MapTree claim =
                Trees.of("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: ns, uid: c},"
                        + " spec: {storageClassName: gp3}, status: {phase: Pending}}");
        server.others.put(CLASSES + "/gp3", Trees.of("{volumeBindingMode: WaitForFirstConsumer}"));

        assertThat(explain(claim)).isEqualTo("""
                - PersistentVolumeClaim `data` is not bound: its StorageClass waits for the first Pod that uses it
                """);
    }

    @Test
    void a_custom_resource_tells_its_conditions() {
        MapTree live = Trees.of(
                "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w, namespace: ns, uid: w}, status:"
                        + " {conditions: [{type: Ready, status: 'False', reason: NoDisk, message: there is no disk}, {type: Synced,"
                        + " status: 'True'}]}}");

        assertThat(explain(live)).isEqualTo("- condition `Ready` is `False` (NoDisk): there is no disk\n");
    }

    @Test
    void what_holds_an_object_back_is_told() {
        MapTree live = Trees.of("{apiVersion: example.com/v1, kind: Widget, metadata: {name: w, namespace: ns, uid: w,"
                + " deletionTimestamp: '2026-03-01T12:00:00Z', finalizers: [example.com/hold]}}");

        assertThat(explain(live))
                .isEqualTo(
                        "- it is being deleted, held by `example.com/hold`. Check that the controllers of these finalizers"
                                + " run.\n");
    }

    @Test
    void a_selector_is_written_as_a_query() {
        assertThat(Evidence.selector(new LiveObject(
                        Trees.of("{matchLabels: {a: b}, matchExpressions: [{key: c, operator: In, values:"
                                + " [d, e]}, {key: f, operator: NotIn, values: [g]}, {key: h, operator: Exists}, {key: i,"
                                + " operator: DoesNotExist}]}"))))
                .isEqualTo("a=b,c in (d,e),f notin (g),h,!i");
    }

    @Property(tries = 200)
    void explains_any_tree(@ForAll("lives") MapTree live) {
        server.requests.clear();
        server.lists.put(PODS, List.of(live));
        server.lists.put(SETS, List.of(live));
        server.lists.put(EVENTS, List.of(live));

        Diagnosis diagnosis = Diagnosis.explain(server, live);

        assertThat(diagnosis.causes())
                .allSatisfy(cause -> assertThat(cause.text()).doesNotContain("\n"));
    }

    @Provide
    Arbitrary<MapTree> lives() {
        return Combinators.combine(
                        Arbitraries.of(
                                "{apiVersion: apps/v1, kind: Deployment}",
                                "{apiVersion: batch/v1, kind: Job}",
                                "{apiVersion: v1, kind: Pod}",
                                "{apiVersion: v1, kind: PersistentVolumeClaim}",
                                "{apiVersion: v1, kind: Namespace}",
                                "{apiVersion: example.com/v1, kind: Widget}"),
                        TreeArbitraries.maps(),
                        TreeArbitraries.maps(),
                        Arbitraries.of(true, false))
                .as((kind, spec, status, terminating) -> Trees.of(kind)
                        .with(
                                "metadata",
                                Trees.of("{name: x, namespace: ns, uid: x, ownerReferences: [{uid: x}]"
                                        + (terminating ? ", deletionTimestamp: '2026-03-01T12:00:00Z'}" : "}")))
                        .with("spec", spec)
                        .with("status", status))
                .withoutEdgeCases();
    }
}
