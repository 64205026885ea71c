package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.network.NetworkIsolation;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.helm.HelmChart;
import com.adorsys.webank.deploy.helm.SemVer;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/**
 * The Helm chart of one component, exported from the model. Immutable.
 *
 * <p>The component's settings are the defaults of the chart's values, or constants of its templates where the chart has no value for
 * them. With any values that its schema and its rules accept, Helm renders what the model renders.
 */
public final class ComponentChart implements ExportedChart {
    private final PartDialect dialect;
    private final ValuesReading reading;
    private final SemVer version;

    private ComponentChart(PartDialect dialect, ValuesReading reading, SemVer version) {
        this.dialect = dialect;
        this.reading = reading;
        this.version = version;
    }

    /** The chart of a component in the {@link Posture#hardened() hardened} posture, for a network of which nothing is known. */
    public static ComponentChart of(Component component) {
        return of(component, Posture.hardened(), NetworkIsolation.none());
    }

    /**
     * The chart of a component.
     *
     * @param network the network's settings, whose ranges are the defaults of the chart's
     * @throws DeployException.InvalidInput with each object that depends on the values in a way that no template can say
     */
    public static ComponentChart of(Component component, Posture posture, NetworkIsolation network) {
        PartDialect dialect = new PartDialect(component, new Rendered(posture, List.of()), network, false);
        return new ComponentChart(dialect, new ValuesReading(dialect), WebankCharts.VERSION);
    }

    /** The chart of a part of an umbrella. */
    static ComponentChart of(PartDialect dialect, ValuesReading reading, SemVer version) {
        return new ComponentChart(dialect, reading, version);
    }

    /** A copy with another version. Default: 2.0.0. */
    public ComponentChart withVersion(SemVer other) {
        return new ComponentChart(dialect, reading, other);
    }

    String name() {
        return dialect.chartName();
    }

    /** The files of the chart. */
    public HelmChart chart() {
        return new ChartFiles(dialect, reading.derived(), version).chart(reading.shape(), List.of());
    }

    @Override
    public MapTree defaults() {
        return dialect.initial().values();
    }

    /**
     * The component with values of a user, which are merged over the defaults as Helm does.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with the values
     */
    public Component read(MapTree values) {
        return read(GivenValues.of(values));
    }

    /** {@link #read(MapTree)} for values of a file, whose problems have their places in it. */
    public Component read(GivenValues values) {
        return reading.read(dialect.initial().release(), values, dialect::component);
    }

    @Override
    public List<Problem> problems(GivenValues values) {
        return problems(dialect.initial().release(), values);
    }

    @Override
    public List<Problem> problems(Release release, GivenValues values) {
        return reading.problems(release, values);
    }

    @Override
    public ManifestSet render(Release release, GivenValues values) {
        return reading.read(release, values, dialect::render);
    }

    /** The chart's name and version. */
    @Override
    public String toString() {
        return name() + "-" + version;
    }
}
