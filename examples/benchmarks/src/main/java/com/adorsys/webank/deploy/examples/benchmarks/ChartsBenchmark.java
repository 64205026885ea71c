package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.charts.WebankCharts;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The exported umbrella of the development environment with values of a user, by Helm's engine and by this library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
// The JVM needs about ten seconds until it has compiled the reading of values.
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 6, time = 1)
public class ChartsBenchmark {
    private static final Release RELEASE = Release.of("webank", "webank");

    private final WebankCharts charts = WebankCharts.of(WebankEnvironments.dev());
    private final MapTree values = values();
    private final Webank webank = charts.read(values);

    private @Nullable Path folder;

    private static MapTree values() {
        MapTree variable = MapTree.of("name", "LOG_LEVEL").with("value", "debug");
        MapTree obs = MapTree.of("replicaCount", ScalarTree.of(3)).with("env", ListTree.of(variable));
        return MapTree.of("obs", Trees.with(obs, ScalarTree.of("2.4.0"), "image", "tag"))
                .with("prs", MapTree.of("enabled", ScalarTree.of(false)))
                .with("ingress", MapTree.of("host", "bank.example.com"));
    }

    /** Writes the charts and the values, since Helm reads them from disk. */
    @Setup
    public void write() throws IOException {
        Path made = Files.createTempDirectory("webank-charts");
        folder = made;
        HelmChart umbrella = charts.umbrella();
        umbrella.tree("checked").writeTo(made);
        withoutSchema(umbrella).tree("unchecked").writeTo(made);
        Files.writeString(made.resolve("values.yaml"), YamlWriter.write(values));
    }

    private static HelmChart withoutSchema(HelmChart chart) {
        List<HelmChart> parts =
                chart.subcharts().stream().map(ChartsBenchmark::withoutSchema).toList();
        return chart.withSchema(Optional.empty()).withSubcharts(parts);
    }

    /** Removes what was written. */
    @TearDown
    public void remove() throws IOException {
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** By Helm's engine, in this process: values to text, checked against the schemas. */
    @Benchmark
    public String helm() {
        return template("checked");
    }

    /** By Helm's engine, from the same charts without schemas. */
    @Benchmark
    public String helmWithoutSchema() {
        return template("unchecked");
    }

    private String template(String chart) {
        if (folder == null) {
            throw new IllegalStateException("not set up");
        }
        return new Helm(folder.resolve(chart))
                .template()
                .withName(RELEASE.name())
                .withNamespace(RELEASE.namespace())
                .withValuesFile(folder.resolve("values.yaml"))
                .call();
    }

    /** By this library: values to text, checked against the same schemas. */
    @Benchmark
    public String valuesToText() {
        return YamlWriter.write(charts.render(RELEASE, values));
    }

    /** By this library: values to model, checked against the same schemas. */
    @Benchmark
    public Webank readValues() {
        return charts.read(values);
    }

    /** By this library: the model of the same values to text. */
    @Benchmark
    public String modelToText() {
        return YamlWriter.write(webank.render(RELEASE));
    }

    /** All charts, derived from the model. */
    @Benchmark
    public List<HelmChart> export() {
        return WebankCharts.of(WebankEnvironments.dev()).charts();
    }
}
