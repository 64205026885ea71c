package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.charts.ValuesDialect;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For which chart values are, and in which dialect: what options say, else the chart of an Application or a folder and its version, else
 * the keys.
 */
final class ValuesChoice {
    static final String CHART = "--chart";
    static final String DIALECT = "--dialect";

    static final List<Option> OPTIONS =
            List.of(Option.value(CHART), Option.value(DIALECT), Option.value(EnvironmentChoice.ENVIRONMENT));

    private final KnownCharts charts;
    private final @Nullable String chart;
    private final @Nullable ValuesDialect dialect;

    /** What says the dialect, if anything does. */
    private final String because;

    private ValuesChoice(KnownCharts charts, @Nullable String chart, @Nullable ValuesDialect dialect, String because) {
        this.charts = charts;
        this.chart = chart;
        this.dialect = dialect;
        this.because = because;
    }

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
        return new ValuesChoice(
                KnownCharts.of(new EnvironmentChoice(environments, arguments, null)),
                chart,
                ValuesDialect.OLD,
                "`" + command + "`");
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
                arguments.unknownValue(CHART, chart, dialect == ValuesDialect.OLD ? Charts.names() : names(charts));
            }
        }
        return new ValuesChoice(charts, chart, dialect, "`" + DIALECT + "`");
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

    /** The names of the old charts, then those that only the exported charts have. */
    private static List<String> names(KnownCharts charts) {
        List<String> names = new ArrayList<>(Charts.names());
        for (String name : charts.names()) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The chart of {@code --chart}; null without it. */
    @Nullable
    String chart() {
        return chart;
    }

    /** Whether there is a chart of a name. */
    boolean has(String name) {
        return charts.has(name);
    }

    /** The names of all charts. */
    List<String> names() {
        return names(charts);
    }

    /** Whether something says which chart the values of a file are for: the option, or the chart in whose folder it is. */
    boolean isSaid(@Nullable ChartBeside beside) {
        return chart != null || beside != null && charts.has(beside.name());
    }

    /**
     * The values of a values file.
     *
     * @param beside the chart in whose folder it is; null if it is in none
     * @param otherwise the chart that they are for, if nothing says it; null to find it by the keys
     * @throws DeployException.InvalidInput if they are of both dialects, or of another one than their chart
     */
    ReadValues ofFile(GivenValues given, @Nullable ChartBeside beside, @Nullable String otherwise) {
        if (beside != null && (chart == null ? charts.has(beside.name()) : chart.equals(beside.name()))) {
            return read(beside.name(), given, beside.version(), ValuesDialect.OLD);
        }
        String name = chart != null ? chart : otherwise != null ? otherwise : charts.likely(given);
        return read(name, given, "", ValuesDialect.OLD);
    }

    /**
     * The values of a source of an Application.
     *
     * @param name the chart that they are for
     * @throws DeployException.InvalidInput if they are of both dialects, or of another one than their chart
     */
    ReadValues ofSource(String name, ApplicationDocument.Chart source, GivenValues given) {
        // A chart under another name has versions of its own.
        String version = source.name().equals(name) ? source.version() : "";
        return read(name, given, version, source.isFolder() ? ValuesDialect.EXPORTED : ValuesDialect.OLD);
    }

    /**
     * The values for a chart.
     *
     * @param version the chart's version; empty if it is not known
     * @param otherwise the dialect of values whose keys do not say it
     */
    private ReadValues read(String name, GivenValues given, String version, ValuesDialect otherwise) {
        @Nullable Chart old = Chart.named(name).orElse(null);
        Optional<ValuesDialect> byVersion = ValuesDialect.ofVersion(version);
        if (old == null) {
            return ReadValues.ofExported(charts, name, given);
        }
        if (dialect == null && byVersion.isEmpty()) {
            return read(old, given, charts.dialect(name, given, otherwise));
        }
        ValuesDialect said = dialect != null ? dialect : byVersion.get();
        if (dialect != null && byVersion.equals(Optional.of(dialect))) {
            // Nothing is doubtful, so that keys of the other dialect are unknown ones.
            return read(old, given, said);
        }
        Optional<Problem> foreign = charts.foreign(
                name, given, said, dialect != null ? because : "the version " + version + " of the chart");
        if (foreign.isPresent()) {
            throw new DeployException.InvalidInput(foreign.get());
        }
        return read(old, given, said);
    }

    private ReadValues read(Chart old, GivenValues given, ValuesDialect found) {
        return found == ValuesDialect.OLD
                ? ReadValues.ofOld(old, given)
                : ReadValues.ofExported(charts, old.chartName(), given);
    }
}
