package com.adorsys.webank.deploy.dsl.charts;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/** An exported chart, as a reader of its values: the umbrella, or the chart of one component. Immutable. */
public sealed interface ExportedChart permits WebankCharts, ComponentChart {
    /** The values that the chart has by default, without those of its parts. */
    MapTree defaults();

    /** Everything that is wrong with values of a user, warnings included, whatever the release; in the order of the file. */
    List<Problem> problems(GivenValues values);

    /** Everything that is wrong with values of a user for a release, warnings included, in the order of the file. */
    List<Problem> problems(Release release, GivenValues values);

    /**
     * What the chart renders with values of a user, without Helm.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with the values, and where
     */
    ManifestSet render(Release release, GivenValues values);

    /**
     * What the chart renders with values that were made in Java, without Helm.
     *
     * @throws DeployException.InvalidInput with everything that is wrong with the values
     */
    default ManifestSet render(Release release, MapTree values) {
        return render(release, GivenValues.of(values));
    }
}
