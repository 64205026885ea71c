package com.adorsys.webank.deploy.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Helm and the library are compared on the same work. */
class ChartsBenchmarkTest {
    private final ChartsBenchmark benchmark = new ChartsBenchmark();

    @BeforeEach
    void write() throws IOException {
        benchmark.write();
    }

    @AfterEach
    void remove() throws IOException {
        benchmark.remove();
    }

    @Test
    void helm_writes_the_same_objects() {
        ManifestSet expected = manifests(benchmark.valuesToText());

        assertThat(manifests(benchmark.helm())).isEqualTo(expected);
        assertThat(manifests(benchmark.helmWithoutSchema())).isEqualTo(expected);
    }

    @Test
    void the_model_of_the_values_renders_the_same_text() {
        assertThat(benchmark.modelToText()).isEqualTo(benchmark.valuesToText());
    }

    private static ManifestSet manifests(String text) {
        return YamlReader.readManifests("text", text.getBytes(StandardCharsets.UTF_8));
    }
}
