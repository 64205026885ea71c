package com.adorsys.webank.deploy.dsl.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the charts' values is made from the tables, and the tables' defaults are those of the charts. */
class ValuesPageTest {
    private static final Path PAGE = Path.of("..", "Docs", "reference", "values.md");
    private static final String FIRST = "## webank\n";

    /** The text above the tables is written by hand. */
    @Test
    void lists_each_value_of_each_chart() throws IOException {
        String present = Files.readString(PAGE);
        StringBuilder page = new StringBuilder(present.substring(0, present.indexOf(FIRST)));
        for (Chart chart : Chart.values()) {
            page.append(chart == Chart.WEBANK ? "## " : "\n## ")
                    .append(chart.chartName())
                    .append("\n\n| value | type | default | meaning |\n|---|---|---|---|\n");
            rows(page, ChartTables.of(chart), "");
        }
        if (Boolean.getBoolean("goldens.update")) {
            Files.writeString(PAGE, page.toString());
        }

        assertThat(Files.readString(PAGE))
                .as("%s; run the test with -Dgoldens.update=true to write it, and look at the diff", PAGE.getFileName())
                .isEqualTo(page.toString());
    }

    private static void rows(StringBuilder page, ChartValue map, String path) {
        for (ChartValue row : map.rows.values()) {
            boolean isPart = path.isEmpty() && MergedValues.part(row.key) != null;
            page.append("| `").append(path).append(row.key).append("` | ");
            page.append(row.type.description).append(row.type.isField() ? " `" + row.key + "`" : "");
            page.append(" | ").append(fallback(row, isPart)).append(" | ").append(meaning(row, isPart));
            page.append(" |\n");
            if (!isPart) {
                rows(page, row, path + row.key + ".");
            }
        }
    }

    private static String fallback(ChartValue row, boolean isPart) {
        Tree fallback = row.fallback();
        return fallback == null || row.type == ValueType.MAP && !isPart
                ? ""
                : "`" + flow(fallback).replace("|", "\\|") + "`";
    }

    private static String meaning(ChartValue row, boolean isPart) {
        return row.meaning
                + (row.required.isEmpty() ? "" : " A null is an error.")
                + (row.ignored.isEmpty() ? "" : " **Ignored by the chart.**")
                + (isPart ? " See [below](#" + row.meaning.replaceAll(".* (.*)\\.", "$1") + ")." : "");
    }

    /** A value on one line, as YAML has it. */
    private static String flow(Tree tree) {
        if (tree instanceof ScalarTree scalar) {
            return scalar.isNull() ? "null" : scalar.text().isEmpty() ? "\"\"" : scalar.text();
        }
        List<String> items = new ArrayList<>();
        if (tree instanceof ListTree list) {
            list.forEach(item -> items.add(flow(item)));
            return "[" + String.join(", ", items) + "]";
        }
        MapTree map = (MapTree) tree;
        map.keys().forEach(key -> items.add(key + ": " + flow(map.at(key).orElseThrow())));
        return "{" + String.join(", ", items) + "}";
    }

    /** The defaults of the charts' own {@code values.yaml}, with the key for the umbrella that is read as a default. */
    @ParameterizedTest
    @EnumSource(Chart.class)
    void the_defaults_are_those_of_the_chart(Chart chart) {
        Path values = Path.of("src/test/resources/values/defaults", chart.chartName() + ".values.yaml");

        assertThat(ChartTables.defaults(chart))
                .isEqualTo(YamlReader.read(values).tree());
    }
}
