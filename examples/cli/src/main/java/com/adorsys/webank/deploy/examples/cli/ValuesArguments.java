package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.charts.ValuesDialect;
import com.adorsys.webank.deploy.dsl.documents.ValuesChoice;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options that choose the chart and the dialect of values. */
final class ValuesArguments {
    static final String CHART = "--chart";
    static final String DIALECT = "--dialect";

    static final List<Option> OPTIONS =
            List.of(Option.value(CHART), Option.value(DIALECT), Option.value(EnvironmentChoice.ENVIRONMENT));

    private ValuesArguments() {}

    /**
     * The choice of a command that takes values of the old charts only; with a problem if there is no such chart as {@code --chart} says.
     *
     * @param command the command's name
     */
    static ValuesChoice ofOld(Arguments arguments, Supplier<Environments> environments, String command) {
        @Nullable String chart = arguments.value(CHART);
        if (chart != null && Chart.named(chart).isEmpty()) {
            arguments.unknownValue(CHART, chart, Charts.names());
        }
        return with(chart, ValuesChoice.of(KnownCharts.of(new EnvironmentChoice(environments, arguments, null))))
                .withDialect(ValuesDialect.OLD, "`" + command + "`");
    }

    /**
     * The choice that the options say; with a problem for each that is not valid.
     *
     * @param posture the posture in which the exported charts are; null for the environment's
     */
    static ValuesChoice of(Arguments arguments, Supplier<Environments> environments, @Nullable Posture posture) {
        KnownCharts charts = KnownCharts.of(new EnvironmentChoice(environments, arguments, posture));
        @Nullable ValuesDialect dialect = dialect(arguments);
        @Nullable String chart = arguments.value(CHART);
        if (chart != null) {
            boolean isKnown = dialect == ValuesDialect.OLD ? Chart.named(chart).isPresent() : charts.has(chart);
            if (!isKnown) {
                arguments.unknownValue(
                        CHART,
                        chart,
                        dialect == ValuesDialect.OLD
                                ? Charts.names()
                                : ValuesChoice.of(charts).names());
            }
        }
        ValuesChoice choice = with(chart, ValuesChoice.of(charts));
        return dialect == null ? choice : choice.withDialect(dialect, "`" + DIALECT + "`");
    }

    private static @Nullable ValuesDialect dialect(Arguments arguments) {
        String text = arguments.value(DIALECT);
        if (text == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (ValuesDialect dialect : ValuesDialect.values()) {
            if (dialect.text().equals(text)) {
                return dialect;
            }
            known.add(dialect.text());
        }
        arguments.unknownValue(DIALECT, text, known);
        return null;
    }

    private static ValuesChoice with(@Nullable String chart, ValuesChoice choice) {
        return chart == null ? choice : choice.withChart(chart);
    }
}
