package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceQuantity;
import com.adorsys.webank.deploy.core.ValueChecks;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * A metric on which an autoscaler scales, in addition to CPU and memory. Immutable.
 *
 * <p>See <a
 * href="https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#support-for-metrics-apis">Support
 * for metrics APIs</a>: metrics of pods and external ones need an adapter in the cluster.
 */
public final class ScalingMetric extends TreeValue {
    private ScalingMetric(MapTree tree) {
        super(tree);
    }

    /**
     * A metric of each pod, such as {@code http_requests_per_second}.
     *
     * @param average the target average over the pods, a Kubernetes quantity such as {@code 100}
     */
    public static ScalingMetric pods(String name, String average) {
        return of("Pods", "pods", name, average);
    }

    /**
     * A metric of something outside the cluster, such as the length of a queue.
     *
     * @param average the target for its value divided by the number of pods, a Kubernetes quantity
     */
    public static ScalingMetric external(String name, String average) {
        return of("External", "external", name, average);
    }

    /** An item of {@code metrics} of a HorizontalPodAutoscaler as in the Kubernetes API. */
    public static ScalingMetric of(MapTree tree) {
        return new ScalingMetric(tree);
    }

    private static ScalingMetric of(String type, String key, String name, String average) {
        return new ScalingMetric(MapTree.builder(2)
                .put("type", type)
                .put(
                        key,
                        MapTree.builder(2)
                                .put("metric", MapTree.of("name", checkedName(name)))
                                .put(
                                        "target",
                                        MapTree.builder(2)
                                                .put("type", "AverageValue")
                                                .put(
                                                        "averageValue",
                                                        ResourceQuantity.parse(average)
                                                                .text())
                                                .build())
                                .build())
                .build());
    }

    private static String checkedName(String name) {
        ValueChecks checks = new ValueChecks("autoscaling");
        if (name.isBlank()) {
            checks.error(ProblemCodes.TEXT_EMPTY, "metrics", "the name of a metric is empty", "Write it");
        }
        checks.throwIfAny();
        return name;
    }

    /** The type of the metric. */
    @Override
    public String toString() {
        return tree().string("type").orElse("metric");
    }
}
