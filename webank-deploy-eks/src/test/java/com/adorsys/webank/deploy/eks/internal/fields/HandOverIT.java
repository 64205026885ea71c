package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.list;
import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonPatch;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects that kubectl and Helm made become ours on a real server. */
class HandOverIT {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("handover");

    static List<Sample> samples() {
        return Sample.all();
    }

    private void kubectl(String command, MapTree object) {
        ran(cluster.runWithInput(Json.write(object), "kubectl", command, "--namespace", namespace, "--filename", "-"));
    }

    private static void ran(TestCluster.Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static MapTree edited(MapTree object, String... operations) {
        return (MapTree)
                JsonPatch.of(list("[" + String.join(",", operations) + "]")).apply(object);
    }

    private static String add(String path, String value) {
        return "{op: 'add', path: '" + path + "', value: " + value + "}";
    }

    /** Takes over an object as a run does it: one patch, then an apply without force. Returns the object after both. */
    private static MapTree takeOver(Live live, Set<String> from) {
        HandOver handOver = handOver(live, from);
        live.patch(Live.JSON_PATCH, handOver.patch());
        return live.apply();
    }

    private static HandOver handOver(Live live, Set<String> from) {
        return HandOver.of(live.get(), live.desired(), GivenUp.by(from)).orElseThrow();
    }

    /** What the users of an object see of it, the addresses that a Service was given aside. */
    private static Tree content(MapTree live) {
        MapTree metadata = live.map("metadata").orElseThrow();
        MapTree.Builder content = MapTree.builder();
        live.forEach((key, value) -> {
            if (key.equals("spec") && value instanceof MapTree spec) {
                content.put(key, spec.without("clusterIP").without("clusterIPs"));
            } else if (!key.equals("metadata")) {
                content.put(key, value);
            }
        });
        return content.put("labels", metadata.map("labels").orElse(MapTree.of()))
                .put("annotations", metadata.map("annotations").orElse(MapTree.of()))
                .build();
    }

    private static List<String> managers(MapTree live) {
        List<String> managers = new ArrayList<>();
        for (ManagedEntry entry : ManagedEntry.all(live)) {
            managers.add(entry.manager());
        }
        return managers;
    }

    /** The object as our own apply makes it. */
    private Tree ownContent(Sample sample) {
        return content(Live.applied(cluster, namespace, sample).get());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_kubectl_applied_is_ours_and_unchanged(Sample sample) {
        Live live = Live.named(cluster, namespace, sample);
        kubectl("apply", sample.written(live.name()));
        MapTree before = live.get();
        assertThat(before.map("metadata")
                        .flatMap(m -> m.map("annotations"))
                        .orElseThrow()
                        .has(LAST_APPLIED))
                .isTrue();

        MapTree after = takeOver(live, HandOver.KUBECTL);

        assertThat(content(after)).isEqualTo(ownContent(sample));
        assertThat(managers(after)).containsExactly(Live.MANAGER);
        assertThat(after.at("spec")).isEqualTo(before.at("spec"));
        assertThat(live.digest(live.apply())).isEqualTo(live.digest(after));
        assertThat(Owners.of(after, live.desired())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_kubectl_created_is_ours_and_unchanged(Sample sample) {
        Live live = Live.named(cluster, namespace, sample);
        kubectl("create", sample.written(live.name()));
        MapTree before = live.get();

        MapTree after = takeOver(live, HandOver.KUBECTL);

        assertThat(content(after)).isEqualTo(content(before));
        assertThat(managers(after)).containsExactly(Live.MANAGER);
    }

    @Test
    void what_helm_installed_is_ours_and_unchanged(@TempDir Path folder) throws IOException {
        List<Live> objects = new ArrayList<>();
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("Chart.yaml"), "{apiVersion: v2, name: all, version: 0.1.0}");
        for (Sample sample : samples()) {
            Live live = Live.named(cluster, namespace, sample);
            objects.add(live);
            Files.writeString(folder.resolve("templates/" + sample + ".yaml"), Json.write(sample.written(live.name())));
        }
        ran(cluster.run("helm", "install", "all", folder.toString(), "--namespace", namespace));
        for (Live live : objects) {
            MapTree before = live.get();
            assertThat(managers(before)).containsExactly("helm");
            assertThat(Json.write(content(before)))
                    .contains("meta.helm.sh/release-name", "meta.helm.sh/release-namespace", "\"Helm\"");

            HandOver handOver = handOver(live, HandOver.HELM);
            MapTree after = takeOver(live, HandOver.HELM);

            assertThat(handOver.leftOut())
                    .contains(
                            ".metadata.annotations.meta.helm.sh/release-name",
                            ".metadata.annotations.meta.helm.sh/release-namespace",
                            ".metadata.labels.app.kubernetes.io/managed-by");
            assertThat(content(after)).isEqualTo(ownContent(live.sample()));
            assertThat(managers(after)).containsExactly(Live.MANAGER);
            assertThat(after.at("spec")).isEqualTo(before.at("spec"));
        }
    }

    @Test
    void what_is_left_out_goes_and_what_differs_is_set() {
        Live live = Live.named(cluster, namespace, Sample.deployment());
        kubectl(
                "apply",
                edited(
                        live.sample().written(live.name()),
                        add("/metadata/labels/old", "'x'"),
                        add("/spec/template/metadata/annotations/old", "'x'"),
                        add("/spec/template/spec/containers/0/env/0", "{name: 'OLD', value: 'x'}"),
                        add("/spec/template/spec/containers/0/image", "'app:0'"),
                        add("/spec/template/spec/containers/0/livenessProbe", "{httpGet: {path: '/', port: 1}}"),
                        add("/spec/template/spec/containers/-", "{name: 'old', image: 'x'}"),
                        add("/spec/template/spec/volumes/-", "{name: 'old', emptyDir: {}}"),
                        add("/spec/template/spec/hostNetwork", "false"),
                        add("/spec/template/spec/priority", "null"),
                        add("/spec/paused", "true")));
        ApiException refused = catchThrowableOfType(ApiException.class, live::apply);
        assertThat(FieldOwner.conflicting(refused))
                .contains(new FieldOwner(
                        ".spec.template.spec.containers[name=\"app\"].image", "kubectl-client-side-apply", ""));

        HandOver handOver = handOver(live, HandOver.KUBECTL);
        MapTree after = takeOver(live, HandOver.KUBECTL);

        assertThat(handOver.leftOut())
                .contains(
                        ".metadata.labels.old",
                        ".spec.paused",
                        ".spec.template.metadata.annotations.old",
                        ".spec.template.spec.containers[name=\"app\"].env[name=\"OLD\"]",
                        ".spec.template.spec.containers[name=\"app\"].livenessProbe.httpGet.path",
                        ".spec.template.spec.containers[name=\"old\"]",
                        ".spec.template.spec.volumes[name=\"old\"]");
        assertThat(content(after)).isEqualTo(ownContent(live.sample()));
    }

    @Test
    void edits_go_where_their_manager_is_named() {
        Live live = Live.applied(cluster, namespace, Sample.deployment());
        live.patch(
                Live.STRATEGIC_PATCH,
                map("{spec: {template: {spec: {containers: [{name: 'app', tty: true, image: 'hot:1'}]}}}}"));

        MapTree after = takeOver(live, Set.of("somebody"));

        assertThat(content(after)).isEqualTo(ownContent(live.sample()));
    }

    @Test
    void what_another_applied_goes_too() {
        Live live = Live.applied(cluster, namespace, Sample.service());
        live.applyAs("argocd-controller", edited(live.desired(), add("/metadata/labels/tracked", "'x'")));

        MapTree after = takeOver(live, Set.of("argocd-controller"));

        assertThat(content(after)).isEqualTo(ownContent(live.sample()));
        assertThat(managers(after)).containsExactly(Live.MANAGER);
    }

    @Test
    void an_object_that_has_moved_on_is_not_touched() {
        Live live = Live.named(cluster, namespace, Sample.configMap());
        kubectl("create", live.sample().written(live.name()));
        HandOver handOver = handOver(live, HandOver.KUBECTL);
        live.patch(Live.MERGE_PATCH, map("{data: {z: 'z'}}"));
        MapTree before = live.get();

        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> live.patch(Live.JSON_PATCH, handOver.patch()));

        assertThat(refused.code()).isEqualTo(409);
        assertThat(FieldOwner.conflicting(refused)).isEmpty();
        assertThat(live.get()).isEqualTo(before);
    }

    @Test
    void a_hand_over_that_was_done_is_not_done_again() {
        Live live = Live.named(cluster, namespace, Sample.configMap());
        kubectl("create", live.sample().written(live.name()));
        live.patch(Live.JSON_PATCH, handOver(live, HandOver.KUBECTL).patch());

        assertThat(HandOver.of(live.get(), live.desired(), GivenUp.by(HandOver.KUBECTL)))
                .isEmpty();
    }

    @Test
    void status_and_scale_stay_with_their_managers() {
        Live live = Live.named(cluster, namespace, Sample.deployment());
        kubectl("apply", live.sample().written(live.name()));
        live.patchOf("status", map("{status: {observedGeneration: 1, replicas: 2}}"));

        live.patch(
                Live.JSON_PATCH,
                handOver(live, Set.of("somebody", "kubectl-client-side-apply")).patch());

        assertThat(managers(live.get())).containsExactlyInAnyOrder(Live.MANAGER, "somebody");
    }

    @Nested
    class What_was_filled_in_once_stays {
        @Test
        void replicas_that_an_autoscaler_may_set() {
            Live live = Live.named(cluster, namespace, Sample.deployment());
            kubectl("apply", live.sample().written(live.name()));
            MapTree desired = edited(live.desired(), "{op: 'remove', path: '/spec/replicas'}");

            live.patch(
                    Live.JSON_PATCH,
                    HandOver.of(live.get(), desired, GivenUp.by(HandOver.KUBECTL))
                            .orElseThrow()
                            .patch());

            assertThat(live.apply(desired).at("spec", "replicas").map(Json::write))
                    .contains("2");
        }

        @Test
        void a_restart_by_hand() {
            Live live = Live.named(cluster, namespace, Sample.deployment());
            kubectl("apply", live.sample().written(live.name()));
            ran(cluster.run("kubectl", "rollout", "restart", "deployment/" + live.name(), "--namespace", namespace));
            Tree spec = live.get().at("spec").orElseThrow();

            MapTree after = takeOver(live, HandOver.KUBECTL);

            assertThat(after.at("spec")).contains(spec);
            assertThat(Json.write(after)).contains("kubectl.kubernetes.io/restartedAt");
        }

        @Test
        void the_default_class_of_an_ingress() {
            ran(cluster.runWithInput("""
                    {apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: handover,
                     annotations: {ingressclass.kubernetes.io/is-default-class: "true"}}, spec: {controller: example.com/x}}""", "kubectl", "apply", "--filename", "-"));
            try {
                Live live = Live.named(cluster, namespace, Sample.ingress());
                MapTree desired = edited(live.desired(), "{op: 'remove', path: '/spec/ingressClassName'}");
                kubectl("create", desired);
                assertThat(live.get().at("spec", "ingressClassName").map(Json::write))
                        .contains("\"handover\"");

                live.patch(
                        Live.JSON_PATCH,
                        HandOver.of(live.get(), desired, GivenUp.by(HandOver.KUBECTL))
                                .orElseThrow()
                                .patch());

                assertThat(live.apply(desired).at("spec", "ingressClassName").map(Json::write))
                        .contains("\"handover\"");
            } finally {
                ran(cluster.run("kubectl", "delete", "ingressclass", "handover"));
            }
        }

        @Test
        void the_default_class_and_the_protection_of_a_claim() {
            ran(cluster.runWithInput("""
                    {apiVersion: storage.k8s.io/v1, kind: StorageClass, provisioner: example.com/x, metadata: {name: handover,
                     annotations: {storageclass.kubernetes.io/is-default-class: "true"}}}""", "kubectl", "apply", "--filename", "-"));
            try {
                Live live = Live.named(cluster, namespace, Sample.claim());
                kubectl("create", live.desired());
                MapTree before = live.get();
                assertThat(Json.write(before)).contains("\"handover\"", "kubernetes.io/pvc-protection");

                MapTree after = takeOver(live, HandOver.KUBECTL);

                assertThat(content(after)).isEqualTo(content(before));
                assertThat(after.at("metadata", "finalizers")).isEqualTo(before.at("metadata", "finalizers"));
            } finally {
                ran(cluster.run("kubectl", "delete", "storageclass", "handover"));
            }
        }

        @Test
        void the_addresses_of_a_service() {
            Live live = Live.named(cluster, namespace, Sample.service());
            kubectl("create", live.sample().written(live.name()));
            // A client that reads and writes whole objects sets what it read.
            ran(cluster.runWithInput(
                    Json.write(live.get()), "kubectl", "replace", "--namespace", namespace, "--filename", "-"));
            Tree before = live.get().at("spec").orElseThrow();

            assertThat(takeOver(live, HandOver.KUBECTL).at("spec")).contains(before);
        }
    }

    @Test
    void fields_in_another_version_of_the_api_are_translated() {
        Live live = Live.named(cluster, namespace, Sample.autoscaler());
        kubectl("apply", map("""
                {apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler', metadata: {name: '%s', labels: {old: 'x'}},
                 spec: {minReplicas: 3, maxReplicas: 9, targetCPUUtilizationPercentage: 70,
                  scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'x'}}}""".formatted(live.name())));

        MapTree after = takeOver(live, HandOver.KUBECTL);

        assertThat(content(after)).isEqualTo(ownContent(live.sample()));
        assertThat(live.digest(after)).isEqualTo(live.digest());
    }

    @Test
    void an_object_that_nobody_is_known_to_hold_is_ours_after_a_second_apply() {
        Live live = Live.named(cluster, namespace, Sample.deployment());
        kubectl("create", edited(live.sample().written(live.name()), add("/metadata/labels/old", "'x'")));
        live.patch(Live.JSON_PATCH, list("[{op: 'replace', path: '/metadata/managedFields', value: [{}]}]"));
        assertThat(managers(live.get())).isEmpty();
        live.apply();
        assertThat(managers(live.get())).containsExactlyInAnyOrder(Live.MANAGER, HandOver.BEFORE_FIRST_APPLY);

        MapTree after = takeOver(live, Set.of(HandOver.BEFORE_FIRST_APPLY));

        assertThat(content(after)).isEqualTo(ownContent(live.sample()));
        assertThat(managers(after)).containsExactly(Live.MANAGER);
    }

    @Test
    void quantities_that_others_wrote_in_other_words_are_no_conflict() {
        Live live = Live.named(cluster, namespace, Sample.deployment());
        MapTree written = edited(
                live.sample().written(live.name()),
                add("/spec/template/spec/containers/0/resources/limits", "{cpu: '1000m', memory: '1024Mi'}"));
        kubectl("create", written);

        ApiException refused = catchThrowableOfType(ApiException.class, () -> live.apply(written));
        assertThat(FieldOwner.conflicting(refused))
                .extracting(FieldOwner::path)
                .containsExactlyInAnyOrder(
                        ".spec.template.spec.containers[name=\"app\"].resources.limits.cpu",
                        ".spec.template.spec.containers[name=\"app\"].resources.limits.memory");

        assertThat(content(live.apply())).isEqualTo(content(live.get()));
    }
}
