package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.helm.ChartArchive;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of dev under the real Helm 3 and Helm 4. {@code ExportedChartsIT} has many more values, under Helm's engine. */
class ChartsIT {
    private static final String UMBRELLA = "webank";
    private static final Map<String, String> PARTS =
            Map.of("webank-obs", "obs", "webank-prs", "prs", "webank-userapp", "userapp");

    /** Texts that YAML without quotes reads as something else, or that Helm might take for a template. */
    private static final List<String> ODD_TEXTS = List.of(
            "no",
            "1e3",
            "0x1F",
            "~",
            "null",
            "true",
            "1.0",
            "",
            " ",
            "a: b",
            "# x",
            "{{ .Values }}",
            "'",
            "\"",
            "\\",
            "日本",
            "😀",
            "a\nb\n",
            "2024-01-01",
            "1_000");

    private static final WebankCharts CHARTS = WebankCharts.of(WebankEnvironments.dev());

    @TempDir
    static Path folder;

    static Stream<Arguments> charts() {
        List<Arguments> all = new ArrayList<>();
        for (String helm : List.of("helm", "helm4")) {
            all.add(Arguments.of(helm, UMBRELLA));
            PARTS.keySet().stream().sorted().forEach(chart -> all.add(Arguments.of(helm, chart)));
        }
        return all.stream();
    }

    @BeforeAll
    static void write() throws IOException {
        CHARTS.tree("").writeTo(folder);
        for (HelmChart chart : CHARTS.charts()) {
            Files.write(archive(chart.metadata().name()), ChartArchive.of(chart).bytes());
        }
    }

    private static Path archive(String chart) {
        return folder.resolve(chart + ".tgz");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void lint_finds_nothing_in_the_folder_and_in_the_archive(String helm, String chart) {
        Processes.Result result =
                helm(helm, "lint", "--strict", chart, archive(chart).toString());

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("2 chart(s) linted, 0 chart(s) failed")
                .doesNotContain("[WARNING]", "[ERROR]");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void odd_texts_are_rendered_as_the_model_renders_them(String helm, String chart) throws IOException {
        for (int i = 0; i < ODD_TEXTS.size(); i++) {
            Release release = Release.of("r" + i, "namespace");
            MapTree values = odd(chart, ODD_TEXTS.get(i), i % 3);
            // The archive and the folder in turn.
            String from = i % 2 == 0 ? chart : archive(chart).toString();

            Processes.Result result = template(helm, from, release, JsonWriter.write(values));

            assertThat(result.code())
                    .as(JsonWriter.write(values) + result.err())
                    .isZero();
            assertThat(objects(YamlReader.readManifests("helm", result.out().getBytes(StandardCharsets.UTF_8))))
                    .as(JsonWriter.write(values))
                    .isEqualTo(objects(render(chart, release, values)));
        }
    }

    /** Values with a text in each place that takes any. */
    private static MapTree odd(String chart, String text, int replicas) {
        MapTree common = MapTree.of("commonAnnotations", MapTree.of("example.com/common", text));
        if (!chart.equals(UMBRELLA)) {
            return common.with("podAnnotations", MapTree.of("example.com/pod", text))
                    .with(
                            "env",
                            ListTree.of(
                                    MapTree.of("name", "VITE_ODD").with("value", text),
                                    MapTree.of("name", "VITE_B").with("value", "b")))
                    .with("replicaCount", ScalarTree.of(replicas));
        }
        MapTree values = common;
        for (Map.Entry<String, String> part : PARTS.entrySet()) {
            values = values.with(part.getValue(), odd(part.getKey(), text, replicas));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("charts")
    void values_outside_of_the_schema_are_refused(String helm, String chart) throws IOException {
        Map<String, MapTree> wrong = new TreeMap<>(Map.of(
                "colour", MapTree.of("colour", "red"),
                "ports", MapTree.of("service", MapTree.of("ports", ScalarTree.of(1))),
                "tag", MapTree.of("image", MapTree.of("tag", ScalarTree.of(1))),
                "replicaCount", MapTree.of("replicaCount", "2"),
                "env", MapTree.of("env", MapTree.of("A", "b"))));
        for (Map.Entry<String, MapTree> one : wrong.entrySet()) {
            MapTree values = chart.equals(UMBRELLA) ? MapTree.of("obs", one.getValue()) : one.getValue();
            Release release = Release.of("r", "namespace");

            Processes.Result result = template(helm, chart, release, JsonWriter.write(values));

            assertThat(result.code()).as(one.getKey()).isNotZero();
            assertThat(result.err()).contains(one.getKey());
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> render(chart, release, values))
                    .withMessageContaining(one.getKey());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void the_model_alone_refuses_a_secret_in_a_public_variable_and_a_whole_number_with_a_point(String helm)
            throws IOException {
        Release release = Release.of("r", "namespace");
        String secret = "{env: [{name: VITE_TELLER_PASSWORD, value: hunter2}]}";
        String point = "{replicaCount: 2.0}";

        assertThat(template(helm, "webank-userapp", release, secret).out()).contains("hunter2");
        assertThat(template(helm, "webank-userapp", release, point).out()).contains("\n  replicas: 2\n");
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> render("webank-userapp", release, values(secret)))
                .withMessageContaining("PUBLIC_SECRET");
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> render("webank-userapp", release, values(point)))
                .withMessageContaining("WRONG_TYPE");
    }

    private static MapTree values(String yaml) {
        return (MapTree)
                YamlReader.read("values", yaml.getBytes(StandardCharsets.UTF_8)).tree();
    }

    @Nested
    class in_a_cluster {
        private final TestCluster cluster = TestCluster.sharedWithControllers();

        @ParameterizedTest
        @ValueSource(strings = {"helm", "helm4"})
        void the_umbrella_gets_ready_and_a_new_image_replaces_the_pods_of_its_component_alone(String helm) {
            String namespace = cluster.namespace("charts");

            run(helm, "install", UMBRELLA, folder.resolve(UMBRELLA).toString(), "--namespace", namespace);
            for (String chart : PARTS.keySet()) {
                rolledOut(namespace, chart);
            }
            Map<String, Set<String>> before = pods(namespace);
            assertThat(before.keySet()).isEqualTo(Set.copyOf(PARTS.values()));

            run(
                    helm,
                    "upgrade",
                    UMBRELLA,
                    folder.resolve(UMBRELLA).toString(),
                    "--namespace",
                    namespace,
                    "--set-string",
                    "obs.image.tag=2.0.0");
            rolledOut(namespace, "webank-obs");

            Map<String, Set<String>> after = pods(namespace);
            assertThat(after.get("obs")).hasSize(1).doesNotContainAnyElementsOf(before.get("obs"));
            assertThat(after.get("prs")).isEqualTo(before.get("prs"));
            assertThat(after.get("userapp")).isEqualTo(before.get("userapp"));
        }

        private void rolledOut(String namespace, String deployment) {
            run("kubectl", "rollout", "status", "deployment/" + deployment, "--namespace", namespace, "--timeout=90s");
        }

        /** The identities of the pods that stay, by component. */
        private Map<String, Set<String>> pods(String namespace) {
            Map<String, Set<String>> pods = new TreeMap<>();
            for (Pod pod : cluster.client().pods().inNamespace(namespace).list().getItems()) {
                if (pod.getMetadata().getDeletionTimestamp() == null) {
                    pods.computeIfAbsent(
                                    pod.getMetadata().getLabels().get("app.kubernetes.io/name"),
                                    name -> new TreeSet<>())
                            .add(pod.getMetadata().getUid());
                }
            }
            return pods;
        }

        private void run(String tool, String... arguments) {
            List<String> command = new ArrayList<>(List.of(cluster.tool(tool).toString()));
            command.addAll(List.of(arguments));
            TestCluster.Ran ran = cluster.run(command.toArray(new String[0]));
            assertThat(ran.code()).as(command + ": " + ran.out() + ran.err()).isZero();
        }
    }

    private static ManifestSet render(String chart, Release release, MapTree values) {
        return chart.equals(UMBRELLA)
                ? CHARTS.render(release, values)
                : CHARTS.part(PARTS.get(chart)).render(release, values);
    }

    private static Processes.Result template(String helm, String chart, Release release, String values)
            throws IOException {
        Path file = Files.writeString(folder.resolve("values.yaml"), values);
        return helm(
                helm,
                "template",
                release.name(),
                chart,
                "--namespace",
                release.namespace(),
                "--kube-version",
                "1.35.0",
                "--values",
                file.toString());
    }

    private static Processes.Result helm(String helm, String... arguments) {
        List<String> command = new ArrayList<>(List.of(TestCluster.binary(helm).toString()));
        command.addAll(List.of(arguments));
        return new Processes(folder)
                .with("HELM_CACHE_HOME", folder.resolve("home/cache").toString())
                .with("HELM_CONFIG_HOME", folder.resolve("home/config").toString())
                .with("HELM_DATA_HOME", folder.resolve("home/data").toString())
                .run(command);
    }

    /** Objects by name, with sorted keys: Helm writes those of a value in another order than the model. */
    private static Map<String, Tree> objects(ManifestSet manifests) {
        Map<String, Tree> objects = new TreeMap<>();
        for (Manifest manifest : manifests.manifests()) {
            objects.put(manifest.id().toString(), sorted(manifest.tree()));
        }
        return objects;
    }

    private static Tree sorted(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder sorted = MapTree.builder();
            for (String key : new TreeSet<>(map.keys())) {
                sorted.put(key, sorted(map.get(key)));
            }
            return sorted.build();
        }
        if (tree instanceof ListTree list) {
            return ListTree.of(list.items().stream().map(ChartsIT::sorted).toList());
        }
        return tree;
    }
}
