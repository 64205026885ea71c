package com.adorsys.webank.deploy.examples.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.charts.DrawnChart;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.eks.testing.PodFate;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.helm.ChartArchive;
import com.adorsys.webank.deploy.helm.ChartMetadata;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of dev under the real Helm 3 and Helm 4. {@link HelmLibrariesIT} has many more values. */
class ChartsIT {
    private static final String UMBRELLA = "webank";
    private static final Map<String, String> PARTS =
            Map.of("webank-obs", "obs", "webank-prs", "prs", "webank-userapp", "userapp");

    private static final WebankCharts CHARTS = WebankCharts.of(WebankEnvironments.dev());

    private static final Map<String, DrawnChart> DRAWN = DrawnChart.of(WebankEnvironments.dev()).stream()
            .collect(Collectors.toMap(drawn -> drawn.chart().metadata().name(), drawn -> drawn));

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
    void drawn_values_are_rendered_as_the_model_renders_them(String helm, String chart) throws IOException {
        boolean isFolder = false;
        for (DrawnChart.Draw draw : DRAWN.get(chart).draws(20)) {
            // The archive and the folder in turn.
            isFolder = !isFolder;
            String from = isFolder ? chart : archive(chart).toString();

            Processes.Result result = template(helm, from, draw.release(), JsonWriter.write(draw.values()));

            if (result.code() == 0) {
                draw.assertRendered(helm, result.out());
            } else {
                draw.assertRefused(helm, result.err());
            }
        }
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

        @ParameterizedTest
        @ValueSource(strings = {"helm", "helm4"})
        void helm_test_asks_each_component_and_can_be_repeated(String helm) {
            String namespace = cluster.namespace("charts", Map.of("pod-security.kubernetes.io/enforce", "restricted"));
            run(helm, "install", UMBRELLA, folder.resolve(UMBRELLA).toString(), "--namespace", namespace);
            Set<String> policies = policies(namespace);
            assertThat(policies).contains("webank.default-deny");
            Set<String> made = new ConcurrentSkipListSet<>();
            Map<String, Set<String>> before = Map.of();

            Watch watch = cluster.client()
                    .network()
                    .v1()
                    .networkPolicies()
                    .inNamespace(namespace)
                    .watch(new Names(made));
            try {
                for (int i = 0; i < 2; i++) {
                    String out = run(helm, "test", UMBRELLA, "--namespace", namespace, "--logs");

                    assertThat(out).contains("POD LOGS: webank-obs.test");
                    Map<String, Set<String>> tested = pods(namespace);
                    assertThat(tested.keySet()).contains("obs.test", "prs.test", "userapp.test");
                    assertThat(tested.get("obs.test")).isNotEqualTo(before.get("obs.test"));
                    before = tested;
                }
            } finally {
                watch.close();
            }

            assertThat(made).contains("webank-obs.test", "webank-prs.test", "webank-userapp.test");
            assertThat(policies(namespace)).isEqualTo(policies);
            assertThat(phase(namespace, "webank-obs.test")).isEqualTo("Succeeded");
        }

        @ParameterizedTest
        @ValueSource(strings = {"helm", "helm4"})
        void a_helm_test_that_fails_leaves_its_pod_and_no_policy(String helm) {
            String namespace = cluster.namespace("charts");
            run(
                    helm,
                    "install",
                    UMBRELLA,
                    folder.resolve(UMBRELLA).toString(),
                    "--namespace",
                    namespace,
                    "--set",
                    "global.tests.image=example.com/curl:" + PodFate.MISSING_TAG);
            Set<String> policies = policies(namespace);

            TestCluster.Ran ran = cluster.run(
                    cluster.tool(helm).toString(), "test", UMBRELLA, "--namespace", namespace, "--timeout", "5s");

            assertThat(ran.code()).as(ran.out()).isNotZero();
            assertThat(policies(namespace)).isEqualTo(policies);
            assertThat(phase(namespace, "webank-obs.test")).isEqualTo("Pending");
        }

        @ParameterizedTest
        @ValueSource(strings = {"helm", "helm4"})
        void an_upgrade_from_the_old_charts_replaces_pods_only_where_the_posture_changes_them(String helm)
                throws IOException {
            String namespace = cluster.namespace("charts");
            run(helm, "install", UMBRELLA, oldCharts().toString(), "--namespace", namespace);
            PARTS.keySet().forEach(chart -> rolledOut(namespace, chart));
            Map<String, Set<String>> pods = pods(namespace);
            Map<String, String> deployments = deployments(namespace);
            assertThat(deployments.keySet()).isEqualTo(PARTS.keySet());

            upgrade(helm, namespace, WebankCharts.of(oldWebank(), Posture.chart()));
            assertThat(pods(namespace)).isEqualTo(pods);
            assertThat(replicaSets(namespace)).hasSize(PARTS.size());

            upgrade(helm, namespace, CHARTS);
            Map<String, Set<String>> hardened = pods(namespace);
            assertThat(hardened.keySet()).isEqualTo(pods.keySet());
            hardened.forEach(
                    (name, uids) -> assertThat(uids).as(name).hasSize(1).doesNotContainAnyElementsOf(pods.get(name)));

            upgrade(helm, namespace, CHARTS.withVersion(SemVer.of(2, 1, 0)));
            assertThat(pods(namespace)).isEqualTo(hardened);
            assertThat(deployments(namespace)).isEqualTo(deployments);
        }

        /** A chart whose templates are what Helm rendered of the old charts. */
        private Path oldCharts() throws IOException {
            String rendered =
                    old("rendered.yaml").replace("namespace: webank\n", "namespace: {{ $.Release.Namespace }}\n");
            HelmChart chart = HelmChart.builder()
                    .metadata(ChartMetadata.builder()
                            .name(UMBRELLA)
                            .version(SemVer.parse("1.2.0-rc.2"))
                            .build())
                    .putTemplates("all.yaml", rendered)
                    .build();
            return Files.write(folder.resolve("old.tgz"), ChartArchive.of(chart).bytes());
        }

        private static Webank oldWebank() throws IOException {
            byte[] values = old("values.yaml").getBytes(StandardCharsets.UTF_8);
            return ChartValues.read(Chart.WEBANK, YamlReader.read("values.yaml", values))
                    .toModel(Release.of(UMBRELLA, UMBRELLA))
                    .webank()
                    .orElseThrow()
                    .withIngress(Samples.ingress());
        }

        private static String old(String file) throws IOException {
            try (InputStream in = DrawnChart.class.getResourceAsStream("/parity/umbrella-dev/" + file)) {
                return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private void upgrade(String helm, String namespace, WebankCharts charts) throws IOException {
            Path archive = Files.write(
                    folder.resolve("new.tgz"),
                    ChartArchive.of(charts.umbrella()).bytes());
            run(helm, "upgrade", UMBRELLA, archive.toString(), "--namespace", namespace);
            PARTS.keySet().forEach(chart -> rolledOut(namespace, chart));
        }

        /** The identities of the Deployments, by their names. */
        private Map<String, String> deployments(String namespace) {
            Map<String, String> deployments = new TreeMap<>();
            cluster.client()
                    .apps()
                    .deployments()
                    .inNamespace(namespace)
                    .list()
                    .getItems()
                    .forEach(deployment -> deployments.put(
                            deployment.getMetadata().getName(),
                            deployment.getMetadata().getUid()));
            return deployments;
        }

        private List<ReplicaSet> replicaSets(String namespace) {
            return cluster.client()
                    .apps()
                    .replicaSets()
                    .inNamespace(namespace)
                    .list()
                    .getItems();
        }

        private Set<String> policies(String namespace) {
            Set<String> names = new TreeSet<>();
            cluster.client()
                    .network()
                    .v1()
                    .networkPolicies()
                    .inNamespace(namespace)
                    .list()
                    .getItems()
                    .forEach(policy -> names.add(policy.getMetadata().getName()));
            return names;
        }

        private String phase(String namespace, String pod) {
            return cluster.client()
                    .pods()
                    .inNamespace(namespace)
                    .withName(pod)
                    .get()
                    .getStatus()
                    .getPhase();
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

        private String run(String tool, String... arguments) {
            List<String> command = new ArrayList<>(List.of(cluster.tool(tool).toString()));
            command.addAll(List.of(arguments));
            TestCluster.Ran ran = cluster.run(command.toArray(new String[0]));
            assertThat(ran.code()).as(command + ": " + ran.out() + ran.err()).isZero();
            return ran.out();
        }
    }

    /** Collects the names of policies that are made. */
    private record Names(Set<String> seen) implements Watcher<NetworkPolicy> {
        @Override
        public void eventReceived(Action action, NetworkPolicy policy) {
            if (action == Action.ADDED) {
                seen.add(policy.getMetadata().getName());
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            throw new AssertionError(cause);
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
}
