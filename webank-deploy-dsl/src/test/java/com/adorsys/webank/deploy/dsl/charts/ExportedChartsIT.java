package com.adorsys.webank.deploy.dsl.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.yaml.JsonWriter;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exported charts under Helm's own engine, in this process: for any values, Helm renders what the model renders, or both refuse them.
 */
class ExportedChartsIT {
    @TempDir
    private Path folder;

    static List<DrawnChart> charts() {
        return DrawnChart.samples();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void are_rendered_by_helm_as_by_the_model(DrawnChart chart) throws IOException {
        chart.chart().tree("chart").writeTo(folder);
        int refused = 0;
        for (DrawnChart.Draw draw : chart.draws(chart.count())) {
            String documents;
            try {
                documents = template(draw);
            } catch (RuntimeException e) {
                draw.assertRefused("Helm", String.valueOf(e.getMessage()));
                refused++;
                continue;
            }
            draw.assertRenderedWithoutHooks("Helm", documents);
        }
        assertThat(refused).as("refused draws").isBetween(chart.count() / 20, chart.count() * 3 / 4);
    }

    private String template(DrawnChart.Draw draw) throws IOException {
        Path values = Files.writeString(folder.resolve("values.json"), JsonWriter.write(draw.values()));
        return new Helm(folder.resolve("chart"))
                .template()
                .withName(draw.release().name())
                .withNamespace(draw.release().namespace())
                .withKubeVersion("1.35.0")
                .withValuesFile(values)
                .call();
    }
}
