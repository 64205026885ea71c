package com.adorsys.webank.deploy.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engines are compared on the same work: what they write says the same. */
class DevBenchmarkTest {
    private final DevBenchmark benchmark = new DevBenchmark();

    @Test
    void fabric8_writes_the_same_objects() {
        assertThat(trees(benchmark.fabric8()))
                .containsExactlyInAnyOrderElementsOf(trees(benchmark.modelToTextAsTheCharts()));
    }

    @Test
    void helm_writes_the_same_objects() throws Exception {
        benchmark.unpack();
        try {
            assertThat(trees(benchmark.helm()))
                    .containsExactlyInAnyOrderElementsOf(trees(benchmark.modelToTextAsTheCharts()));
        } finally {
            benchmark.remove();
        }
    }

    @Test
    void the_hardened_objects_pass_every_check() {
        assertThat(benchmark.checks()).noneMatch(problem -> problem.isError());
    }

    @Test
    void a_tree_grows_with_its_environments() {
        EnvironmentsBenchmark environments = new EnvironmentsBenchmark();
        environments.environments = 10;
        environments.make();

        assertThat(environments.tree().scopes()).hasSize(10);
    }

    private static List<Tree> trees(String text) {
        List<Tree> trees = new ArrayList<>();
        for (YamlDocument document : YamlReader.readAll("text", text.getBytes(StandardCharsets.UTF_8))) {
            trees.add(document.tree());
        }
        return trees;
    }
}
