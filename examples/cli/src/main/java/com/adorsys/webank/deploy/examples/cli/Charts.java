package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Chart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charts by the names that a user gives them. */
final class Charts {
    private Charts() {}

    /** The chart of {@code --chart}; null without it, and a problem if there is no such chart. */
    static @Nullable Chart chosen(Arguments arguments) {
        String name = arguments.value("--chart");
        if (name == null) {
            return null;
        }
        Chart chart = named(name);
        if (chart == null) {
            arguments.unknownValue("--chart", name, names());
        }
        return chart;
    }

    /** The chart with a name; null if there is none. */
    static @Nullable Chart named(String name) {
        for (Chart chart : Chart.values()) {
            if (chart.chartName().equals(name)) {
                return chart;
            }
        }
        return null;
    }

    /** The names of all charts. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Chart chart : Chart.values()) {
            names.add(chart.chartName());
        }
        return names;
    }

    /** Names as a message shows them. */
    static String quoted(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : i == names.size() - 1 ? " or " : ", ").append(Problem.quote(names.get(i)));
        }
        return text.toString();
    }
}
