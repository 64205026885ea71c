package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.check.Checks;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.examples.environments.WebankEnvironments;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlReader;
import com.adorsys.webank.deploy.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The development environment's seven objects as YAML text, by this library, by fabric8 and by Helm's engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DevBenchmark {
    private static final Release RELEASE = Release.of("webank", "webank");

    private final Webank dev = WebankEnvironments.dev().webank();
    private final byte[] values = SampleChart.devValues();
    private final ManifestSet manifests = dev.render(RELEASE);

    @org.jspecify.annotations.Nullable
    private Path folder;

    @org.jspecify.annotations.Nullable
    private SampleChart helm;

    /** Unpacks the chart. */
    @Setup
    public void unpack() throws IOException {
        folder = Files.createTempDirectory("webank-benchmark");
        helm = SampleChart.unpackInto(folder);
    }

    /** Removes the chart. */
    @TearDown
    public void remove() throws IOException {
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                for (Path path :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** From the typed model, as the charts have it. */
    @Benchmark
    public String modelToTextAsTheCharts() {
        return YamlWriter.write(dev.render(RELEASE, Posture.chart()));
    }

    /** From the typed model, hardened. */
    @Benchmark
    public String modelToTextHardened() {
        return YamlWriter.write(manifests());
    }

    /** From fabric8's builders through fabric8's writer. */
    @Benchmark
    public String fabric8() {
        return Fabric8Dev.yaml();
    }

    /** By Helm's engine, in this process. */
    @Benchmark
    public String helm() {
        if (helm == null) {
            throw new IllegalStateException("not set up");
        }
        return helm.template();
    }

    /** From the bytes of the values file to the model. */
    @Benchmark
    public Object readValues() {
        return ChartValues.read(Chart.WEBANK, YamlReader.read("values.yaml", values))
                .toModel(RELEASE);
    }

    /** Every check on the hardened objects. */
    @Benchmark
    public List<Problem> checks() {
        return Checks.all().check(manifests);
    }

    private ManifestSet manifests() {
        return dev.render(RELEASE, Posture.hardened());
    }
}
