package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.dsl.charts.DrawnChart;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.helm.ChartArchive;
import com.adorsys.webank.deploy.manifest.JsonTrees;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The draws of {@code ExportedChartsIT} under the libraries of Helm 3 and Helm 4, in one process for each chart: both render what the
 * model renders, or all refuse them.
 */
class HelmLibrariesIT {
    @TempDir
    private Path folder;

    static List<DrawnChart> charts() {
        return DrawnChart.samples();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void render_what_the_model_renders(DrawnChart chart) throws Exception {
        compare(chart, chart.draws(chart.count()));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void refuse_values_of_other_types_as_the_model_does(DrawnChart chart) throws Exception {
        compare(chart, chart.misfits());
    }

    private void compare(DrawnChart chart, List<DrawnChart.Draw> draws) throws Exception {
        ChartArchive archive = ChartArchive.of(chart.chart());
        Path file = Files.write(folder.resolve(archive.fileName()), archive.bytes());

        List<String> answers = ask(file, draws);

        assertThat(answers).hasSameSizeAs(draws);
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < answers.size(); i++) {
            MapTree answer = JsonTrees.map(answers.get(i));
            DrawnChart.Draw draw = draws.get(i);
            for (String helm : List.of("helm3", "helm4")) {
                String error = Trees.text(answer, helm, "error");
                if (error.isEmpty()) {
                    String documents = Trees.text(answer, helm, "documents");
                    all.assertThatCode(() -> draw.assertRendered(helm, documents))
                            .doesNotThrowAnyException();
                } else {
                    all.assertThatCode(() -> draw.assertRefused(helm, error)).doesNotThrowAnyException();
                }
            }
        }
        all.assertAll();
    }

    private List<String> ask(Path chart, List<DrawnChart.Draw> draws) throws IOException, InterruptedException {
        StringBuilder questions = new StringBuilder();
        for (DrawnChart.Draw draw : draws) {
            questions
                    .append(JsonWriter.write(MapTree.of("chart", chart.toString())
                            .with("release", draw.release().name())
                            .with("namespace", draw.release().namespace())
                            .with("kubeVersion", "1.35.0")
                            .with("values", draw.values())))
                    .append('\n');
        }
        Path answers = folder.resolve("answers");
        Process process = new ProcessBuilder(TestCluster.binary("helms").toString())
                .redirectInput(Files.writeString(folder.resolve("questions"), questions)
                        .toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(answers, StandardCharsets.UTF_8);
    }
}
