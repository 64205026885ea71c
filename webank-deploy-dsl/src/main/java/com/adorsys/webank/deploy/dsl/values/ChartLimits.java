package com.adorsys.webank.deploy.dsl.values;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.network.Ingress;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.schema.PodTemplates;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds settings of a component that have no value in the charts, by the fields of its manifests. Unknown fields are
 * rejected, so that a new setting is never lost silently.
 */
final class ChartLimits {
    private static final Set<String> DEPLOYMENT = Set.of("replicas", "strategy", "selector", "template");
    private static final Set<String> POD = Set.of("imagePullSecrets", "containers", "volumes");
    private static final Set<String> CONTAINER = Set.of(
            "name",
            "image",
            "imagePullPolicy",
            "env",
            "envFrom",
            "ports",
            "resources",
            "livenessProbe",
            "readinessProbe",
            "volumeMounts");

    /** The names of settings that differ from the names of their fields. */
    private static final Map<String, String> SETTINGS = Map.of(
            "minReadySeconds", "minReady",
            "progressDeadlineSeconds", "progressDeadline",
            "terminationGracePeriodSeconds", "terminationGracePeriod",
            "startupProbe", "probes.startup",
            "dnsPolicy", "dns",
            "dnsConfig", "dns",
            "shareProcessNamespace", "processNamespace");

    private final String path;
    private final List<Problem> problems;

    /**
     * Creates the checks for one component.
     *
     * @param path the component's path in the model
     * @param problems receives a problem for each setting that cannot be written
     */
    ChartLimits(String path, List<Problem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** Rejects settings of a component that the chart does not have, by its Deployment. */
    void check(Component component, MapTree deployment) {
        MapTree spec = Trees.map(deployment, "spec");
        MapTree pod = podSpec(deployment);
        MapTree container = Trees.map(Trees.list(pod, "containers"), 0);
        known(spec, DEPLOYMENT, "");
        known(pod, POD, "podSecurityContext");
        known(container, CONTAINER, "securityContext");
        unless(Trees.list(pod, "containers").size() <= 1, "containers");
        unless(component.ports().isEmpty(), "ports");
        unless(component.podLabels().isEmpty(), "podLabels");
        unless(component.podAnnotations().isEmpty(), "podAnnotations");
        if (component.scaling() instanceof Autoscaling autoscaling) {
            unless(autoscaling.metrics().isEmpty(), "scaling.metrics");
            unless(autoscaling.behavior().isEmpty(), "scaling.behavior");
        }
    }

    /** Rejects settings of an Ingress that the chart does not have. */
    void check(Ingress ingress) {
        unless(ingress.additionalHosts().isEmpty(), "additionalHosts");
        unless(ingress.paths().isEmpty(), "paths");
        unless(ingress.rules().isEmpty(), "rules");
        unless(ingress.defaultBackend().isEmpty(), "defaultBackend");
    }

    /** The specification of the pods of a Deployment. */
    static MapTree podSpec(MapTree deployment) {
        List<String> path =
                PodTemplates.likelyPath(Trees.text(deployment, "apiVersion"), Trees.text(deployment, "kind"));
        return Trees.map(Trees.map(deployment, path.toArray(new String[0])), "spec");
    }

    private void known(MapTree map, Set<String> written, String security) {
        for (String key : map.keys()) {
            if (!written.contains(key)) {
                unless(false, key.equals("securityContext") ? security : SETTINGS.getOrDefault(key, key));
            }
        }
    }

    private void unless(boolean good, String setting) {
        if (!good) {
            problems.add(Problem.error(
                    ProblemCodes.CHART_CANNOT_SAY,
                    Location.of(Location.join(path, setting)),
                    "the chart has no value for `" + setting + "`",
                    "remove it, or publish the rendered manifests"));
        }
    }
}
