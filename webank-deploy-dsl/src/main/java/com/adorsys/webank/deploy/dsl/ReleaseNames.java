package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.dsl.internal.ChartNames;
import com.adorsys.webank.deploy.dsl.internal.StandardLabels;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/** The names and labels of a release's objects, by the rules of the charts. */
final class ReleaseNames {
    private final Release release;
    private final ChartVersions versions;

    ReleaseNames(Release release, ChartVersions versions) {
        this.release = release;
        this.versions = versions;
    }

    Release release() {
        return release;
    }

    /**
     * The name of a component's objects.
     *
     * @param chartName the component's name in the chart: its alias inside the umbrella, otherwise the chart's name
     */
    String fullname(Component component, String chartName) {
        String override = component.fullnameOverride().orElse("");
        String name = component.nameOverride().orElse(chartName);
        return component.traits().chart() == null && override.isEmpty()
                ? ChartNames.joined(release.name(), name)
                : ChartNames.fullname(release.name(), name, override);
    }

    String fullname(InClusterDatabase database) {
        return ChartNames.joined(release.name(), database.alias());
    }

    String fullname(Webank webank) {
        return ChartNames.fullname(
                release.name(),
                webank.nameOverride().orElse(Chart.WEBANK.chartName()),
                webank.fullnameOverride().orElse(null));
    }

    /** The labels of every object, without those from settings. */
    MapTree labels(String name, @Nullable Chart chart, String chartName) {
        MapTree.Builder labels = MapTree.builder(8)
                .put(StandardLabels.INSTANCE, release.name())
                .put(StandardLabels.MANAGED_BY, "Helm")
                .put(StandardLabels.NAME, name);
        if (chart != null) {
            labels.put(StandardLabels.VERSION, versions.appVersion(chart))
                    .put(StandardLabels.CHART, ChartNames.chartLabel(chartName, versions.version(chart)));
        }
        return labels.build();
    }

    /** The labels by which a workload and a Service select the pods with this name. */
    MapTree selector(String name) {
        return MapTree.builder(2)
                .put(StandardLabels.INSTANCE, release.name())
                .put(StandardLabels.NAME, name)
                .build();
    }
}
