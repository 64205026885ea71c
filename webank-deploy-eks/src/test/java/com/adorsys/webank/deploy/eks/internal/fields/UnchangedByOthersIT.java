package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What others do to an object beside what we own, on a real server, in any order. */
class UnchangedByOthersIT {
    private final TestCluster cluster = TestCluster.shared();
    private final String namespace = cluster.namespace("others");
    private final AtomicInteger number = new AtomicInteger();

    /** What somebody does. The number is a new one, and may also say where. */
    private interface Deed {
        void to(Live live, int number);
    }

    private record Named(String name, Deed deed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Story(Sample sample, List<Named> deeds) {}

    private static Named merge(String name, String patch) {
        return new Named(name, (live, n) -> live.patch(Live.MERGE_PATCH, map(numbered(patch, n))));
    }

    private static Named strategic(String name, String patch) {
        return new Named(name, (live, n) -> live.patch(Live.STRATEGIC_PATCH, map(numbered(patch, n))));
    }

    private static Named status(String patch) {
        return new Named("status", (live, n) -> live.patchOf("status", map(numbered(patch, n))));
    }

    private static String numbered(String text, int n) {
        return text.replace("#", Integer.toString(n));
    }

    /** An item at any place of a list. */
    private static Named insert(String name, String item, String... path) {
        return new Named(name, (live, n) -> {
            MapTree object = live.get();
            String pointer = "";
            Tree here = object;
            for (String step : path) {
                if (here instanceof ListTree list) {
                    int index = indexOf(list, step);
                    pointer += "/" + index;
                    here = list.get(index);
                } else {
                    pointer += "/" + step;
                    here = ((MapTree) here).get(step);
                }
            }
            int place = Math.floorMod(n * 7, ((ListTree) here).size() + 1);
            live.patch(
                    Live.JSON_PATCH,
                    ListTree.of(MapTree.of("op", "add")
                            .with("path", pointer + "/" + place)
                            .with("value", map(numbered(item, n)))));
        });
    }

    private static int indexOf(ListTree list, String name) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapTree map
                    && map.string("name").orElse("").equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name);
    }

    private static List<Named> deeds(Sample sample) {
        List<Named> deeds = new ArrayList<>(List.of(
                merge("label", "{metadata: {labels: {'team-#': 'x'}}}"),
                merge("annotation", "{metadata: {annotations: {'deployment.kubernetes.io/revision': '#'}}}"),
                new Named("update without change", (live, n) -> live.replace(live.get())),
                new Named("update with an annotation", (live, n) -> {
                    MapTree object = live.get();
                    MapTree metadata = object.map("metadata").orElseThrow();
                    MapTree annotations = metadata.map("annotations").orElseThrow();
                    live.replace(
                            object.with("metadata", metadata.with("annotations", annotations.with("put-" + n, "x"))));
                }),
                new Named(
                        "apply of the same by another",
                        (live, n) -> live.applyAs("twin", (MapTree) kept(live.desired()))),
                new Named(
                        "apply of the same as people write it",
                        (live, n) -> live.applyAs("writer", (MapTree) kept(sample.written(live.name())))),
                new Named("apply of ours", (live, n) -> live.apply())));
        deeds.addAll(
                switch (sample.kind()) {
                    case "Deployment", "StatefulSet" -> pods(sample);
                    case "Service" ->
                        List.of(
                                merge("affinity", "{spec: {sessionAffinity: 'ClientIP'}}"),
                                merge("traffic", "{spec: {internalTrafficPolicy: 'Local'}}"),
                                insert("port", "{name: 'p#', port: 1#}", "spec", "ports"),
                                status("{status: {conditions: [{type: 'a-#', status: 'True', reason: 'R', message: '',"
                                        + " lastTransitionTime: '2026-01-01T00:00:00Z'}]}}"));
                    case "ConfigMap" ->
                        List.of(
                                merge("data", "{data: {'more-#': 'x'}}"),
                                merge("binary data", "{binaryData: {'bin-#': 'eA=='}}"));
                    case "Secret" ->
                        List.of(
                                merge("data", "{data: {'more-#': 'eA=='}}"),
                                merge("string data", "{stringData: {'text-#': 'x'}}"));
                    case "Ingress" ->
                        List.of(
                                merge(
                                        "default",
                                        "{spec: {defaultBackend: {service: {name: 's', port: {number: 1#}}}}}"),
                                status("{status: {loadBalancer: {ingress: [{hostname: 'lb-#.example.com'}]}}}"));
                    case "HorizontalPodAutoscaler" ->
                        List.of(
                                merge("behavior", "{spec: {behavior: {scaleDown: {stabilizationWindowSeconds: #}}}}"),
                                status("{status: {currentReplicas: 3, desiredReplicas: 4}}"));
                    default -> List.of();
                });
        return deeds;
    }

    private static List<Named> pods(Sample sample) {
        String template = "{spec: {template: {spec: ";
        List<Named> deeds = new ArrayList<>(List.of(
                insert("container", "{name: 'c#', image: 'x'}", "spec", "template", "spec", "containers"),
                insert(
                        "mount",
                        "{name: '" + (sample.kind().equals("Deployment") ? "tmp" : "data") + "', mountPath: '/m#'}",
                        "spec",
                        "template",
                        "spec",
                        "containers",
                        "app",
                        "volumeMounts"),
                strategic("volume", template + "{volumes: [{name: 'v#', emptyDir: {}}]}}}}"),
                strategic("first container", template + "{initContainers: [{name: 'i#', image: 'x'}]}}}}"),
                strategic("default of pods", template + "{dnsPolicy: 'Default', schedulerName: 's#'}}}}"),
                strategic(
                        "default of containers",
                        template + "{containers: [{name: 'app', imagePullPolicy: 'Always'}]}}}}"),
                strategic("label of pods", "{spec: {template: {metadata: {labels: {'l#': 'x'}}}}}"),
                strategic("affinity", template + "{affinity: {nodeAffinity: {}}}}}}"),
                status("{status: {observedGeneration: #, replicas: 1}}")));
        if (sample.kind().equals("Deployment")) {
            deeds.addAll(List.of(
                    insert(
                            "variable",
                            "{name: 'V#', value: 'x'}",
                            "spec",
                            "template",
                            "spec",
                            "containers",
                            "app",
                            "env"),
                    insert(
                            "port",
                            "{name: 'p#', containerPort: 1#}",
                            "spec",
                            "template",
                            "spec",
                            "containers",
                            "app",
                            "ports"),
                    strategic("deadline", "{spec: {progressDeadlineSeconds: 6#}}"),
                    strategic(
                            "notation",
                            template
                                    + "{containers: [{name: 'app', resources: {limits: {cpu: '1000m', memory: '1024Mi'}}}]}}}}"),
                    strategic(
                            "resources",
                            template + "{containers: [{name: 'side', resources: {limits: {cpu: '#'}}}]}}}}"),
                    strategic("size", template + "{volumes: [{name: 'tmp', emptyDir: {sizeLimit: '#Gi'}}]}}}}")));
        }
        return deeds;
    }

    /**
     * What of a tree is the same to the server whoever applies it. It leaves out what is empty or false, and completes
     * claims within their list, so that to it everybody who applies those changes them: by force they take them from us,
     * and that is seen.
     */
    private static Tree kept(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder kept = MapTree.builder();
            map.forEach((key, value) -> {
                if (!isLeftOut(value) && !key.equals("volumeClaimTemplates")) {
                    kept.put(key, kept(value));
                }
            });
            return kept.build();
        }
        return tree instanceof ListTree list
                ? ListTree.of(
                        list.items().stream().map(UnchangedByOthersIT::kept).toList())
                : tree;
    }

    private static boolean isLeftOut(Tree value) {
        return value instanceof ListTree list && list.isEmpty()
                || value instanceof ScalarTree scalar
                        && (scalar.text().isEmpty() || scalar.text().equals("false"));
    }

    @Provide
    Arbitrary<Story> stories() {
        return Arbitraries.of(Sample.all())
                .flatMap(sample -> Combinators.combine(
                                Arbitraries.just(sample),
                                Arbitraries.of(deeds(sample))
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(6))
                        .as(Story::new));
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void is_not_taken_for_a_change(@ForAll("stories") Story story) {
        Live live = Live.applied(cluster, namespace, story.sample());
        String digest = live.digest();
        for (Named deed : story.deeds()) {
            deed.deed().to(live, number.incrementAndGet());
            assertThat(live.digest())
                    .as(story.sample() + ": " + deed + " in " + story.deeds())
                    .isEqualTo(digest);
        }
        assertThat(live.digest(live.apply())).as("applied again after " + story).isEqualTo(digest);
    }
}
