package com.adorsys.webank.deploy.dsl.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.argocd.Destination;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.documents.DocumentChecks;
import com.adorsys.webank.deploy.documents.DocumentReport;
import com.adorsys.webank.deploy.documents.DocumentSource;
import com.adorsys.webank.deploy.dsl.Samples;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartDocumentsTest {
    private static final ValuesChoice CHOICE = ValuesChoice.of(KnownCharts.of(() -> Environment.builder()
            .name("dev")
            .webank(Samples.dev())
            .destination(Destination.inCluster("webank"))
            .repository("https://github.com/example/configuration")
            .build()));

    private static final String OBS = """
            image: {tag: "1"}
            database: {host: db.example.com, name: webank, user: webank, secretName: rds}
            """;

    @TempDir
    Path folder;

    private static DocumentChecks checks() {
        return ChartDocuments.of(CHOICE).in(DocumentChecks.all());
    }

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DocumentReport check() {
        return checks().check(List.of(DocumentSource.of("all", folder)));
    }

    @Test
    void values_are_recognized_by_the_chart_in_whose_folder_they_are() throws IOException {
        file("obs/Chart.yaml", "name: webank-obs\nversion: 1.2.0\n");
        file("obs/values.yaml", OBS + "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\nh: 1\n");
        file("other/Chart.yaml", "name: other\nversion: 1.2.0\n");
        file("other/values.yaml", OBS + "image2: a\n");

        DocumentReport report = check();

        assertThat(report.problems())
                .hasSize(8)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("UNKNOWN_KEY"));
        assertThat(report.checked()).isEqualTo(Map.of("values of Webank's charts", 1));
        assertThat(report.passedOver()).isEqualTo(Map.of("Chart.yaml files", 2, "values of other charts", 1));
    }

    @Test
    void values_alone_are_recognized_if_a_chart_knows_all_their_keys() throws IOException {
        file("a.yaml", "replicaCount: two\n");

        DocumentReport report = check();

        assertThat(report.errors()).extracting(Problem::code).containsExactly("WRONG_TYPE");
        assertThat(report.notes()).containsExactly("all/a.yaml: checked as values of the chart webank-obs");
    }

    @Test
    void a_file_that_was_named_is_values_if_the_choice_says_the_chart() {
        DocumentReport report = ChartDocuments.of(CHOICE.withChart("webank-obs"))
                .in(DocumentChecks.all())
                .check("a.yaml", "a: b\n");

        assertThat(report.errors()).extracting(Problem::code).containsExactly("UNKNOWN_KEY");
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void an_application_has_its_values_checked_and_is_an_object() {
        DocumentReport report = checks().check("a.yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: bank, namespace: argocd}
                spec:
                  project: default
                  destination: {name: in-cluster, namespace: bank}
                  source:
                    repoURL: https://charts.example.com
                    chart: webank-obs
                    targetRevision: 1.2.0
                    helm: {valuesObject: {replicaCounts: 1}}
                  sync: {}
                """);

        assertThat(report.errors())
                .extracting(problem -> problem.code() + " " + problem.location().path())
                .containsExactly(
                        "UNKNOWN_KEY Application/argocd/bank.spec.source.helm.valuesObject.replicaCounts",
                        "UNKNOWN_KEY Application/argocd/bank.spec.sync");
        assertThat(report.checked()).isEqualTo(Map.of("Applications of Webank's charts", 1));
    }
}
