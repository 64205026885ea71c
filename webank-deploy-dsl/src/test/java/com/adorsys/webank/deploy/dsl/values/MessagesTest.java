package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every problem of values, word for word.
 *
 * <p>The table has a block for each text: the chart, the values, and the problems that they have.
 */
class MessagesTest {
    private static final Path TABLE = Path.of("src/test/resources/values/messages.txt");
    private static final String EXPECTED = "=> ";

    @TestFactory
    Stream<DynamicTest> every_text_has_its_problems() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String block : Files.readString(TABLE).split("\n\n", -1)) {
            List<String> lines = block.lines().toList();
            if (lines.size() > 1) {
                tests.add(test(lines));
            }
        }
        return tests.stream();
    }

    private static DynamicTest test(List<String> lines) {
        Chart chart = Chart.named(lines.get(0).substring(2)).orElseThrow();
        List<String> values = lines.stream()
                .skip(1)
                .filter(line -> !line.startsWith(EXPECTED))
                .toList();
        List<String> expected =
                lines.stream().filter(line -> line.startsWith(EXPECTED)).toList();
        return DynamicTest.dynamicTest(
                String.join(" / ", values),
                () -> assertThat(problems(chart, values)).containsExactlyElementsOf(expected));
    }

    static List<String> problems(Chart chart, List<String> values) {
        byte[] text = (String.join("\n", values) + "\n").getBytes(StandardCharsets.UTF_8);
        List<String> problems = new ArrayList<>();
        for (Problem problem :
                ChartValues.read(chart, YamlReader.read("", text)).problems(Release.of("webank", "webank"))) {
            problems.add(EXPECTED + problem.location().line() + ":"
                    + problem.location().column() + " " + problem);
        }
        return problems;
    }
}
