package com.adorsys.webank.deploy.dsl.documents;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.documents.DocumentChart;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.charts.ValuesDialect;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For which chart values are, and in which dialect: what was chosen, else the chart of an Application or a folder and its version,
 * else the keys. Immutable.
 */
public final class ValuesChoice {
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

    /** Nothing is chosen yet. */
    public static ValuesChoice of(KnownCharts charts) {
        return new ValuesChoice(charts, null, null, "");
    }

    /** A copy for values of a chart. Default: the chart of the Application or the folder, or else that of the keys. */
    public ValuesChoice withChart(String name) {
        return new ValuesChoice(charts, name, dialect, because);
    }

    /**
     * A copy for values of a dialect. Default: by the version of the chart, or else by the keys.
     *
     * @param reason what says so, as a message shows it: {@code `--dialect`}
     */
    public ValuesChoice withDialect(ValuesDialect only, String reason) {
        return new ValuesChoice(charts, chart, only, reason);
    }

    /** The chart that was chosen; null if none was. */
    public @Nullable String chart() {
        return chart;
    }

    /** Whether there is a chart of a name. */
    public boolean has(String name) {
        return charts.has(name);
    }

    /** The names of all charts. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Chart old : Chart.values()) {
            names.add(old.chartName());
        }
        for (String name : charts.names()) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * The values of a values file.
     *
     * @param beside the chart in whose folder it is
     * @param otherwise the chart that they are for, if nothing says it
     * @throws DeployException.InvalidInput if they are of both dialects, or of another one than their chart
     */
    public ReadValues ofFile(GivenValues given, Optional<DocumentChart> beside, String otherwise) {
        Optional<DocumentChart> own =
                beside.filter(found -> chart == null ? charts.has(found.name()) : chart.equals(found.name()));
        String name = own.isPresent() ? own.get().name() : chart != null ? chart : otherwise;
        return read(name, given, own.map(DocumentChart::version).orElse(""), ValuesDialect.OLD);
    }

    /** The chart that values of a file are most likely for, by their keys; empty if they are likely not for any of them. */
    Optional<String> guess(GivenValues given, KnownCharts.Confidence confidence) {
        return charts.guess(given, confidence);
    }

    /**
     * The values of a source of an Application.
     *
     * @param name the chart that they are for
     * @throws DeployException.InvalidInput if they are of both dialects, or of another one than their chart
     */
    public ReadValues ofSource(String name, ApplicationDocument.Chart source, GivenValues given) {
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

    /** What was chosen. */
    @Override
    public String toString() {
        return (chart == null ? "any chart" : "the chart " + chart) + (dialect == null ? "" : ", " + dialect.text());
    }
}
