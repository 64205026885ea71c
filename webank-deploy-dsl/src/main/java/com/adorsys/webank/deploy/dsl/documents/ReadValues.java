package com.adorsys.webank.deploy.dsl.documents;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.Rendering;
import com.adorsys.webank.deploy.dsl.charts.ExportedChart;
import com.adorsys.webank.deploy.dsl.charts.KnownCharts;
import com.adorsys.webank.deploy.dsl.values.ChartValues;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a chart, in the dialect that they are of. Immutable. */
public abstract class ReadValues {
    private final String chart;

    private ReadValues(String chart) {
        this.chart = chart;
    }

    /** Values of an old chart. */
    public static ReadValues ofOld(Chart chart, GivenValues given) {
        return new Old(ChartValues.read(chart, given));
    }

    /** Values of an exported chart. */
    public static ReadValues ofExported(KnownCharts charts, String chart, GivenValues given) {
        return new Exported(chart, charts.exported().named(chart), given);
    }

    /** The chart, as a message shows it: {@code the chart webank}. */
    public final String chart() {
        return chart;
    }

    /** The values, if they are of an old chart; null if they are not. */
    public abstract @Nullable ChartValues ofOldChart();

    /** Everything that is wrong with them, whatever the release and the posture. */
    public abstract List<Problem> problems();

    /** Everything that is wrong with them for a release, whatever the posture. */
    public abstract List<Problem> problems(Release release);

    /** Everything that is wrong with them for a release in the posture in which they are rendered. */
    public abstract List<Problem> problems(Release release, @Nullable Posture posture);

    /**
     * The manifests; they have no errors.
     *
     * @param posture the posture; null for the default
     * @param warnings get what the posture warns of
     */
    public abstract ManifestSet render(Release release, @Nullable Posture posture, List<Problem> warnings);

    /** The chart, no values. */
    @Override
    public String toString() {
        return "values of " + chart;
    }

    private static final class Old extends ReadValues {
        private final ChartValues values;

        private Old(ChartValues values) {
            super("the chart " + values.chart().chartName());
            this.values = values;
        }

        @Override
        public ChartValues ofOldChart() {
            return values;
        }

        @Override
        public List<Problem> problems() {
            return values.problems();
        }

        @Override
        public List<Problem> problems(Release release) {
            return values.problems(release);
        }

        @Override
        public List<Problem> problems(Release release, @Nullable Posture posture) {
            return values.problems(release, orHardened(posture));
        }

        @Override
        public ManifestSet render(Release release, @Nullable Posture posture, List<Problem> warnings) {
            Rendering rendering = values.toModel(release).rendering(orHardened(posture));
            warnings.addAll(rendering.warnings());
            warnings.addAll(rendering.missing());
            return rendering.manifests();
        }

        private static Posture orHardened(@Nullable Posture posture) {
            return posture == null ? Posture.hardened() : posture;
        }
    }

    private static final class Exported extends ReadValues {
        private final ExportedChart chart;
        private final GivenValues given;

        private Exported(String name, ExportedChart chart, GivenValues given) {
            super("the exported chart " + name);
            this.chart = chart;
            this.given = given;
        }

        @Override
        public @Nullable ChartValues ofOldChart() {
            return null;
        }

        @Override
        public List<Problem> problems() {
            return chart.problems(given);
        }

        @Override
        public List<Problem> problems(Release release) {
            return chart.problems(release, given);
        }

        @Override
        public List<Problem> problems(Release release, @Nullable Posture posture) {
            // The charts were exported in the posture.
            return problems(release);
        }

        @Override
        public ManifestSet render(Release release, @Nullable Posture posture, List<Problem> warnings) {
            return chart.render(release, given);
        }
    }
}
