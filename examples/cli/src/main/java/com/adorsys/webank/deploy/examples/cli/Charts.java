package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Chart;
import java.util.ArrayList;
import java.util.List;

/** The charts by the names that a user gives them. */
final class Charts {
    private Charts() {}

    /** The names of the old charts. */
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
