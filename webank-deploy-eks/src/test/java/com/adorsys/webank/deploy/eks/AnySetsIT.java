package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.Json;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever two sets a release goes between, the live state is what the last one says. */
class AnySetsIT {
    private static final TestCluster CLUSTER = TestCluster.shared();

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void the_live_state_is_what_was_applied_last(
            @ForAll("sets") ManifestSet first, @ForAll("sets") ManifestSet second) {
        String namespace = CLUSTER.namespace("any");
        try (EksClient client = EksClient.of(CLUSTER.client())) {
            Deployer deployer = client.deployer(Release.of("any", namespace));

            deployer.apply(first);
            assertThatLiveIs(first, namespace);
            deployer.apply(second);
            assertThatLiveIs(second, namespace);
            assertThat(deployer.plan(second).isEmpty()).isTrue();
            deployer.apply(first);
            assertThatLiveIs(first, namespace);
            assertThat(deployer.plan(first).isEmpty()).isTrue();
            assertThat(deployer.apply(first).isEmpty()).isTrue();

            deployer.delete();
            assertThatLiveIs(ManifestSet.empty(), namespace);
        }
    }

    /** Every field of the desired objects is in the live ones, what was desired of lists is all there is, and no more. */
    private static void assertThatLiveIs(ManifestSet desired, String namespace) {
        Map<String, MapTree> live = live(namespace);
        List<String> names = new ArrayList<>();
        desired.forEach(manifest -> names.add(manifest.kind() + "/" + manifest.name()));
        assertThat(live.keySet()).containsExactlyInAnyOrderElementsOf(names);
        for (Manifest manifest : desired) {
            MapTree found = live.get(manifest.kind() + "/" + manifest.name());
            assertThat(difference("", content(manifest), found))
                    .as(manifest.toString())
                    .isEmpty();
            for (String open : List.of("data", "metadata.annotations")) {
                String[] path = open.split("\\.");
                assertThat(keys(found.at(path)))
                        .as(manifest + " " + open)
                        .isEqualTo(keys(content(manifest).at(path)));
            }
        }
    }

    private static List<String> keys(Optional<Tree> map) {
        return map
                .map(tree -> tree instanceof MapTree entries
                        ? entries.keys().stream().sorted().toList()
                        : List.<String>of())
                .orElse(List.of())
                .stream()
                .filter(key -> !key.equals("deployment.kubernetes.io/revision"))
                .toList();
    }

    /** The items of a list do not say their kind. */
    private static MapTree content(Manifest manifest) {
        return manifest.tree().without("apiVersion").without("kind");
    }

    private static List<String> difference(String path, Tree desired, Tree live) {
        if (desired instanceof MapTree map && live instanceof MapTree there) {
            List<String> all = new ArrayList<>();
            map.forEach((key, value) -> {
                Tree found = there.get(key);
                // The server leaves an empty value out.
                boolean empty = value.equals(ScalarTree.of(""));
                if (found == null && !empty) {
                    all.add(path + "/" + key + " is missing");
                } else if (found != null) {
                    all.addAll(difference(path + "/" + key, value, found));
                }
            });
            return all;
        }
        if (desired instanceof ListTree list && live instanceof ListTree there) {
            if (list.size() != there.size()) {
                return List.of(path + " has " + there.size() + " items, not " + list.size());
            }
            List<String> all = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                all.addAll(difference(path + "/" + i, list.get(i), there.get(i)));
            }
            return all;
        }
        return desired.equals(live) ? List.of() : List.of(path + " differs");
    }

    private static Map<String, MapTree> live(String namespace) {
        KubernetesClient client = CLUSTER.client();
        Map<String, MapTree> live = new TreeMap<>();
        for (String path : List.of(
                "/api/v1/namespaces/" + namespace + "/configmaps",
                "/api/v1/namespaces/" + namespace + "/services",
                "/apis/apps/v1/namespaces/" + namespace + "/deployments")) {
            MapTree answer = Json.readMap(client.raw(path).getBytes(StandardCharsets.UTF_8));
            String list = answer.string("kind").orElseThrow();
            for (Tree item : answer.list("items").orElse(ListTree.of())) {
                MapTree object = (MapTree) item;
                String name =
                        object.map("metadata").orElseThrow().string("name").orElseThrow();
                if (!name.equals("kube-root-ca.crt") && !name.startsWith("webank-deploy.")) {
                    live.put(list.replace("List", "") + "/" + name, object);
                }
            }
        }
        return live;
    }

    @Provide
    Arbitrary<ManifestSet> sets() {
        Arbitrary<Manifest> any = Arbitraries.oneOf(configMaps(), services(), deployments());
        return any.list().ofMinSize(1).ofMaxSize(8).map(all -> {
            Map<String, Manifest> byName = new TreeMap<>();
            all.forEach(manifest -> byName.put(manifest.toString(), manifest));
            return ManifestSet.of(byName.values());
        });
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("a", "b", "c");
    }

    private static Arbitrary<Manifest> configMaps() {
        Arbitrary<Map<String, String>> data = Arbitraries.maps(
                        Arbitraries.of("x", "y", "z"), Arbitraries.of("", "1", "zwei", "{}"))
                .ofMaxSize(3);
        Arbitrary<Map<String, String>> annotations = Arbitraries.maps(
                        Arbitraries.of("example.com/a", "b"), Arbitraries.of("", "1"))
                .ofMaxSize(2);
        return Combinators.combine(names(), data, annotations).as((name, entries, notes) -> {
            MapTree metadata = MapTree.of("name", name);
            return Manifest.of(MapTree.builder()
                    .put("apiVersion", "v1")
                    .put("kind", "ConfigMap")
                    .put(
                            "metadata",
                            notes.isEmpty() ? metadata : metadata.with("annotations", MapTree.ofStrings(notes)))
                    // The server does not keep an empty one.
                    .putUnlessEmpty("data", MapTree.ofStrings(entries))
                    .build());
        });
    }

    private static Arbitrary<Manifest> services() {
        Arbitrary<List<Integer>> ports =
                Arbitraries.of(80, 443, 8080).list().uniqueElements().ofMinSize(1);
        return Combinators.combine(names(), ports).as((name, numbers) -> {
            StringBuilder list = new StringBuilder();
            for (int number : numbers) {
                list.append(list.isEmpty() ? "" : ", ").append("{name: 'p" + number + "', port: " + number + "}");
            }
            return JsonTrees.manifest("{apiVersion: 'v1', kind: 'Service', metadata: {name: '" + name
                    + "'}, spec: {selector: {app: '" + name + "'}, ports: [" + list + "]}}");
        });
    }

    private static Arbitrary<Manifest> deployments() {
        Arbitrary<List<String>> variables = Arbitraries.of("A", "B", "C").list().uniqueElements();
        Arbitrary<String> volumes = Arbitraries.of(
                "", ", volumes: [{name: 'v', emptyDir: {}}]", ", volumes: [{name: 'w', configMap: {name: 'a'}}]");
        Arbitrary<String> replicas = Arbitraries.of("", "replicas: 1, ", "replicas: 3, ");
        Arbitrary<String> resources = Arbitraries.of(
                "",
                ", resources: {}",
                ", resources: {requests: {cpu: '100m'}}",
                ", resources: {limits: {memory: '1Gi'}}");
        return Combinators.combine(names(), variables, volumes, replicas, resources)
                .as((name, env, volume, count, resource) -> {
                    StringBuilder list = new StringBuilder();
                    for (String variable : env) {
                        list.append(list.isEmpty() ? "" : ", ").append("{name: '" + variable + "', value: ''}");
                    }
                    return JsonTrees.manifest("{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: '" + name
                            + "'}, spec: {" + count + "selector: {matchLabels: {app: '" + name
                            + "'}}, template: {metadata: {labels: {app: '" + name
                            + "'}}, spec: {containers: [{name: 'app', image: 'image:1'"
                            + (list.isEmpty() ? "" : ", env: [" + list + "]") + resource + "}]" + volume + "}}}}");
                });
    }
}
