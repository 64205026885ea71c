package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Microservice;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Exported charts under Helm's own engine, in this process: for any values, Helm renders what the model renders, or both refuse them.
 *
 * <p>500 draws a chart; with {@code -Dcharts.draws=N} each of them is N draws.
 */
class ExportedChartsIT {
    private static final int EACH = Integer.getInteger("charts.draws", 1);
    private static final Map<String, Subject> SUBJECTS = new TreeMap<>();

    /** A chart in a folder. */
    private record Subject(ValuesReading reading, Path folder) {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_online_banking(@ForAll("seeds") long seed) {
        compare("obs", Posture.hardened(), seed);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_pending_registration(@ForAll("seeds") long seed) {
        compare("prs", Posture.hardened(), seed);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_the_user_app(@ForAll("seeds") long seed) {
        compare("userapp", Posture.hardened(), seed);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_a_whole_webank(@ForAll("seeds") long seed) {
        compare("webank", Posture.hardened(), seed);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_a_microservice(@ForAll("seeds") long seed) {
        compare("bank-accounts", Posture.hardened(), seed);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void of_a_whole_webank_as_the_charts_render_it(@ForAll("seeds") long seed) {
        compare("webank", Posture.chart(), seed);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @AfterContainer
    static void delete() throws IOException {
        for (Subject subject : SUBJECTS.values()) {
            try (var files = Files.walk(subject.folder())) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        SUBJECTS.clear();
    }

    private static void compare(String name, Posture posture, long seed) {
        Subject subject = SUBJECTS.computeIfAbsent(name + "-" + posture.name(), key -> subject(name, posture));
        Random random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            compare(subject, new ChartDraws(random));
        }
    }

    private static Subject subject(String name, Posture posture) {
        Webank webank = Samples.dev()
                .plusMicroservices(Microservice.builder()
                        .name("bank-accounts")
                        .image(Image.parse("ghcr.io/adorsys-gis/webank-accounts:1.4.0"))
                        .port(8082)
                        .route("/api/accounts")
                        .build());
        WebankCharts charts = WebankCharts.of(webank, posture);
        HelmChart chart =
                name.equals("webank") ? charts.umbrella() : charts.part(name).chart();
        ValuesReading reading = new ValuesReading(new WebankDialect(webank, new Rendered(posture, List.of())));
        ValuesReading part = reading.parts().get(name);
        try {
            Path folder = Files.createTempDirectory("chart");
            chart.tree().writeTo(folder);
            return new Subject(part == null ? reading : part, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(Subject subject, ChartDraws draws) {
        MapTree values = draws.values(subject.reading());
        Release release = Release.of(draws.release(subject.reading().dialect().chartName()), "namespace");
        String description = "values " + JsonWriter.write(values) + " of the release " + release;
        List<String> refused = new ArrayList<>();
        ManifestSet expected = ManifestSet.empty();
        try {
            expected = subject.reading()
                    .read(release, GivenValues.of(values), subject.reading().dialect()::render);
        } catch (DeployException.InvalidInput e) {
            refused.add("the model: " + e.getMessage());
        }
        String rendered = "";
        try {
            rendered = template(subject.folder(), release, values);
        } catch (RuntimeException e) {
            refused.add("Helm: " + e.getMessage());
        }
        if (!refused.isEmpty()) {
            assertThat(refused).as(description).hasSize(2);
            return;
        }
        Map<String, MapTree> actual =
                objects(YamlReader.readManifests("helm", rendered.getBytes(StandardCharsets.UTF_8)));
        Map<String, MapTree> objects = objects(expected);
        assertThat(actual.keySet()).as(description).isEqualTo(objects.keySet());
        objects.forEach((id, object) -> {
            MapTree other = actual.get(id);
            assertThat(Unordered.equal(object, other))
                    .as(() -> description + "\n" + id + " differs at " + Unordered.firstDifference(object, other)
                            + ":\n" + JsonWriter.write(object) + "\nHelm:\n"
                            + (other == null ? "nothing" : JsonWriter.write(other)))
                    .isTrue();
        });
    }

    private static Map<String, MapTree> objects(ManifestSet manifests) {
        Map<String, MapTree> objects = new TreeMap<>();
        for (Manifest manifest : manifests.manifests()) {
            objects.put(manifest.id().toString(), manifest.tree());
        }
        return objects;
    }

    private static String template(Path chart, Release release, MapTree values) {
        try {
            Path file = Files.createTempFile("values", ".json");
            try {
                Files.writeString(file, JsonWriter.write(values));
                return new Helm(chart)
                        .template()
                        .withName(release.name())
                        .withNamespace(release.namespace())
                        .withKubeVersion("1.35.0")
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
