package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.LiveChart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charts that live objects come from, by their labels. Pure functions. */
final class LiveCharts {
    static final String LABEL = "helm.sh/chart";
    private static final Pattern NAME_VERSION = Pattern.compile("(.+?)-(v?[0-9]+\\.[0-9]+\\.[0-9]+.*)");

    private LiveCharts() {}

    /**
     * The charts of the objects of an Application, sorted by name.
     *
     * @throws DeployException.Refused if a workload does not say its chart's version, or there are two versions of a chart
     */
    static List<LiveChart> of(ResourceId application, Map<ResourceId, MapTree> live) {
        Map<String, LiveChart> charts = new TreeMap<>();
        live.forEach((id, object) -> {
            Optional<LiveChart> chart = of(object);
            if (chart.isEmpty() && Trees.value(object, "spec", "template") instanceof MapTree) {
                throw new DeployException.Refused(
                        application + " cannot be switched yet: the version of the chart that "
                                + id + " comes from is not known, since " + said(object)
                                + ". The version is also on the pods, so pods would be replaced. Let the chart set this label, and"
                                + " sync the Application with the chart first.");
            }
            chart.ifPresent(found -> {
                LiveChart other = charts.putIfAbsent(found.name(), found);
                if (other != null && !other.equals(found)) {
                    throw new DeployException.Refused(application + " cannot be switched yet: two versions of one chart"
                            + " run, " + other + " and " + found + ", the latter in " + id
                            + ". Sync the Application with the chart first.");
                }
            });
        });
        return List.copyOf(charts.values());
    }

    private static Optional<LiveChart> of(MapTree object) {
        Matcher parts = NAME_VERSION.matcher(label(object));
        return parts.matches()
                ? Optional.of(new LiveChart(
                        parts.group(1),
                        parts.group(2),
                        Trees.text(object, "metadata", "labels", "app.kubernetes.io/version")))
                : Optional.empty();
    }

    /** The text of the label; empty if it is missing. */
    static String label(MapTree object) {
        return Trees.text(object, "metadata", "labels", LABEL);
    }

    private static String said(MapTree object) {
        String label = label(object);
        return "its label `" + LABEL + "` " + (label.isEmpty() ? "is missing" : "says `" + label + "`");
    }
}
