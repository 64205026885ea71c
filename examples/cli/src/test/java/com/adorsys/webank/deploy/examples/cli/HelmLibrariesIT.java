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
        ChartArchive archive = ChartArchive.of(chart.chart());
        Path file = Files.write(folder.resolve(archive.fileName()), archive.bytes());
        List<DrawnChart.Draw> draws = chart.draws(chart.count());

        List<String> answers = ask(file, draws);

        assertThat(answers).hasSameSizeAs(draws);
        for (int i = 0; i < answers.size(); i++) {
            MapTree answer = JsonTrees.map(answers.get(i));
            for (String helm : List.of("helm3", "helm4")) {
                String error = Trees.text(answer, helm, "error");
                if (error.isEmpty()) {
                    draws.get(i).assertRendered(helm, Trees.text(answer, helm, "documents"));
                } else {
                    draws.get(i).assertRefused(helm, error);
                }
            }
        }
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
