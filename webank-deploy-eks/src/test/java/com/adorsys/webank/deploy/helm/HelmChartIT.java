package com.adorsys.webank.deploy.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.JsonSchema;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.schema.Shape;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts, archives and repositories, as Helm 3 and Helm 4 read them. */
class HelmChartIT {
    /** A path that is too long for the header of a tar. */
    private static final String LONG_PATH = "files/" + "a".repeat(60) + "/" + "b".repeat(60) + ".txt";

    private static final HelmChart WEB = HelmChart.builder()
            .metadata(ChartMetadata.builder()
                    .name("web")
                    .version(SemVer.parse("1.2.0"))
                    .description("A web server: \"small\".")
                    .appVersion("1.10")
                    .kubeVersion(VersionConstraint.parse(">=1.19.0-0"))
                    .home("https://example.com/web")
                    .addSources("https://github.com/example/web")
                    .addMaintainers(ChartMaintainer.builder()
                            .name("Ann")
                            .email("ann@example.com")
                            .build())
                    .icon("https://example.com/web.svg")
                    .putAnnotations("example.com/tier", "1")
                    .build())
            .values(DocumentedValues.builder()
                    .header("Values of the chart web.")
                    .describe("greeting", "no", "What it says.")
                    .describe("replicas", 2, "How many pods run.")
                    .describeUnset("maxReplicas", 5, "How many pods run at most.")
                    .section("image", "The image.")
                    .describeUnset("image.digest", "sha256:0123", "Its digest.")
                    .build())
            .schema(JsonSchema.of(Shape.object()
                    .field("greeting", Shape.string())
                    .field("replicas", Shape.count())
                    .field("maxReplicas", Shape.count())
                    .field(
                            "image",
                            Shape.object().field("digest", Shape.string()).build())
                    .field("enabled", Shape.bool())
                    .field("global", Shape.any())
                    .build()))
            .putTemplates("_names.tpl", """
                    {{- define "web.name" -}}
                    {{ .Release.Name }}-web
                    {{- end -}}
                    """)
            .putTemplates("config.yaml", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: {{ include "web.name" . }}
                    data:
                      greeting: {{ .Values.greeting | toJson }}
                      replicas: {{ .Values.replicas | int64 | toString | toJson }}
                      digest: {{ .Values.image.digest | default "none" | toJson }}
                      file: {{ .Files.Get "%s" | toJson }}
                    """.formatted(LONG_PATH))
            .notes("Said {{ .Values.greeting }}.\n")
            .introduction("It serves `files`.")
            .addIgnoredFiles("*.bak")
            .putCrds("crd.yaml", """
                    apiVersion: apiextensions.k8s.io/v1
                    kind: CustomResourceDefinition
                    metadata:
                      name: webs.example.com
                    """)
            .putFiles(LONG_PATH, "é\n")
            .build();

    private static final HelmChart SITE_WITHOUT_WEB = HelmChart.builder()
            .metadata(ChartMetadata.builder()
                    .name("site")
                    .version(SemVer.parse("3.0.0-rc.1"))
                    .icon("https://example.com/site.svg")
                    .addDependencies(ChartDependency.builder()
                            .name("web")
                            .version(VersionConstraint.parse("^1.0.0"))
                            .repository("file://../web")
                            .condition("web.enabled")
                            .build())
                    .build())
            .values(DocumentedValues.builder()
                    .describe("web.enabled", true, "Whether there is a web server.")
                    .describe("web.greeting", "Welcome", "What it says.")
                    .build())
            .putTemplates("config.yaml", """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: {{ .Release.Name }}-site
                    """)
            .build();

    private static final HelmChart SITE = SITE_WITHOUT_WEB.plusSubcharts(WEB);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void lint_finds_nothing(String binary) throws Exception {
        write(WEB);
        write(SITE);

        assertThat(helm(binary).run("lint", "--strict", "web", "site"))
                .contains("2 chart(s) linted, 0 chart(s) failed")
                .doesNotContain("[INFO]", "[WARNING]", "[ERROR]");
        archive(WEB);
        assertThat(helm(binary).run("lint", "--strict", "web-1.2.0.tgz"))
                .contains("1 chart(s) linted, 0 chart(s) failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void a_folder_and_an_archive_render_the_same(String binary) throws Exception {
        write(SITE);
        archive(SITE);
        HelmCommand helm = helm(binary);

        List<Tree> all = documents(helm.run("template", "one", "site", "--include-crds", "--set", "web.replicas=7"));
        assertThat(all)
                .containsExactlyInAnyOrder(
                        YamlReader.read("crd", WEB.crds().get("crd.yaml").getBytes(UTF_8))
                                .tree(),
                        configMap("one-site", MapTree.of()),
                        configMap(
                                "one-web",
                                MapTree.of("greeting", "Welcome")
                                        .with("replicas", "7")
                                        .with("digest", "none")
                                        .with("file", "é\n")));
        assertThat(documents(helm.run(
                        "template", "one", "site-3.0.0-rc.1.tgz", "--include-crds", "--set", "web.replicas=7")))
                .isEqualTo(all);
        assertThat(documents(helm.run("template", "one", "site-3.0.0-rc.1.tgz", "--set", "web.enabled=false")))
                .containsExactly(configMap("one-site", MapTree.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void values_outside_the_schema_are_refused(String binary) throws Exception {
        archive(SITE);

        HelmCommand.Ran ran =
                helm(binary).tryTo("template", "one", "site-3.0.0-rc.1.tgz", "--set", "web.replicas=many");

        assertThat(ran.code()).isNotZero();
        assertThat(ran.err()).contains("replicas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void show_prints_what_was_written(String binary) throws Exception {
        archive(WEB);
        HelmCommand helm = helm(binary);

        assertThat(helm.run("show", "values", "web-1.2.0.tgz").strip())
                .isEqualTo(WEB.values().yaml().strip());
        assertThat(helm.run("show", "readme", "web-1.2.0.tgz").strip())
                .isEqualTo(WEB.tree().text("README.md").strip());
        assertThat(ChartMetadata.parse(helm.run("show", "chart", "web-1.2.0.tgz")))
                .isEqualTo(WEB.metadata());
    }

    /** Helm writes the Chart.yaml anew; all other files are those of the folder. */
    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void package_packs_the_same_files(String binary) throws Exception {
        write(SITE.withIgnoredFiles("docs/", "*.ba?"));
        Files.writeString(folder.resolve("site/.webank-deploy-1.tmp"), "unfinished");
        Files.writeString(folder.resolve("site/templates/old.bak"), "old");
        Files.writeString(Files.createDirectories(folder.resolve("site/docs")).resolve("a.txt"), "a");
        helm(binary).run("package", "site", "--destination", "theirs");

        Map<String, String> ours =
                unpack(ChartArchive.of(SITE.withIgnoredFiles("docs/", "*.ba?")).bytes());
        Map<String, String> theirs = unpack(Files.readAllBytes(folder.resolve("theirs/site-3.0.0-rc.1.tgz")));
        for (String chart : List.of("site/Chart.yaml", "site/charts/web/Chart.yaml")) {
            assertThat(ChartMetadata.parse(Objects.requireNonNull(theirs.remove(chart))))
                    .isEqualTo(ChartMetadata.parse(Objects.requireNonNull(ours.remove(chart))));
        }
        assertThat(theirs).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void dependency_build_finds_the_chart_beside_it(String binary) throws Exception {
        write(WEB);
        write(SITE_WITHOUT_WEB);
        archive(SITE);
        HelmCommand helm = helm(binary);
        assertThat(helm.tryTo("template", "one", "site").err()).contains("web");

        helm.run("dependency", "build", "site");

        assertThat(helm.run("template", "one", "site"))
                .isEqualTo(helm.run("template", "one", "site-3.0.0-rc.1.tgz"))
                .contains("one-web");
        assertThat(helm.run("dependency", "list", "site")).containsPattern("web\\s+\\^1.0.0\\s+file://../web\\s+ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void repo_index_writes_the_same_index(String binary) throws Exception {
        ChartRepository repository = repository();
        repository.tree().writeTo(folder);
        Files.delete(folder.resolve("index.yaml"));

        helm(binary).run("repo", "index", ".", "--url", "https://example.com/charts");

        MapTree theirs = (MapTree) YamlReader.read(folder.resolve("index.yaml")).tree();
        MapTree ours = (MapTree) YamlReader.read(
                        "index.yaml",
                        repository.withUrl("https://example.com/charts").index().getBytes(UTF_8))
                .tree();
        assertThat(withoutTimes(theirs)).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void a_repository_is_served_from_its_folder(String binary) throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        repository().tree().writeTo(served);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = Files.readAllBytes(
                    served.resolve(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            HelmCommand helm = helm(binary);
            helm.run(
                    "repo",
                    "add",
                    "ours",
                    "http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(helm.run("search", "repo", "ours/", "--versions", "--devel")
                            .lines()
                            .map(l -> l.split("\\s+")[1]))
                    .containsExactly("CHART", "3.0.0-rc.1", "1.10.0", "1.2.0");
            helm.run("pull", "ours/web", "--version", "^1.1");
            assertThat(folder.resolve("web-1.10.0.tgz"))
                    .hasBinaryContent(repository().archives().get(1).bytes());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm", "helm4"})
    void a_registry_gives_back_the_same_bytes(String binary) throws Exception {
        archive(SITE);
        HelmCommand helm = helm(binary);
        Process registry = new ProcessBuilder(TestCluster.binary("registry").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(registry.getInputStream(), UTF_8))) {
            String charts = "oci://localhost:" + Objects.requireNonNull(out.readLine()) + "/charts";
            helm.run("push", "site-3.0.0-rc.1.tgz", charts, "--plain-http");
            Files.delete(folder.resolve("site-3.0.0-rc.1.tgz"));

            helm.run("pull", charts + "/site", "--version", "3.0.0-rc.1", "--plain-http");

            assertThat(folder.resolve("site-3.0.0-rc.1.tgz"))
                    .hasBinaryContent(ChartArchive.of(SITE).bytes());
            assertThat(helm.run("template", "one", charts + "/site", "--version", "3.0.0-rc.1", "--plain-http"))
                    .contains("one-web");
        } finally {
            registry.destroy();
        }
    }

    private static ChartRepository repository() {
        HelmChart newer = WEB.withMetadata(WEB.metadata().withVersion(SemVer.parse("1.10.0")));
        return ChartRepository.of(List.of(ChartArchive.of(WEB), ChartArchive.of(SITE), ChartArchive.of(newer)));
    }

    private HelmCommand helm(String binary) {
        return HelmCommand.of(binary, folder);
    }

    private void write(HelmChart chart) throws IOException {
        chart.tree()
                .writeTo(Files.createDirectories(folder.resolve(chart.metadata().name())));
    }

    private void archive(HelmChart chart) throws IOException {
        ChartArchive archive = ChartArchive.of(chart);
        Files.write(folder.resolve(archive.fileName()), archive.bytes());
    }

    /** The files of an archive, as {@code tar} unpacks them. */
    private Map<String, String> unpack(byte[] archive) throws IOException, InterruptedException {
        Path unpacked = Files.createTempDirectory(folder, "unpacked");
        Path file = Files.write(folder.resolve("archive.tgz"), archive);
        Process tar = new ProcessBuilder("tar", "xzmf", file.toString())
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(tar.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        assertThat(tar.waitFor()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(unpacked)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(unpacked.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static List<Tree> documents(String yaml) {
        return YamlReader.readAll("helm", yaml.getBytes(UTF_8)).stream()
                .map(document -> document.tree())
                .toList();
    }

    private static MapTree configMap(String name, MapTree data) {
        return MapTree.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", MapTree.of("name", name))
                .putUnlessEmpty("data", data)
                .build();
    }

    private static MapTree withoutTimes(MapTree index) {
        MapTree.Builder entries = MapTree.builder();
        index.map("entries").orElseThrow().forEach((name, versions) -> {
            List<MapTree> timeless = ((ListTree) versions)
                    .items().stream()
                            .map(version -> ((MapTree) version).without("created"))
                            .toList();
            entries.put(name, ListTree.of(timeless));
        });
        return index.without("generated").with("entries", entries.build());
    }
}
