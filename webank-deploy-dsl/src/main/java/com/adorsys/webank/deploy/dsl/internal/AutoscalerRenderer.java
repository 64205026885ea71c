package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.ScalingMetric;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;

/** Renders HorizontalPodAutoscalers. */
public final class AutoscalerRenderer {
    private AutoscalerRenderer() {}

    /**
     * The autoscaler of the Deployment that has the same name.
     *
     * @param minReplicas the minimum number of pods; 0 for the default of Kubernetes
     */
    public static MapTree render(Autoscaling scaling, Metadata metadata, int minReplicas) {
        List<Tree> metrics = new ArrayList<>(2);
        if (scaling.targetCpuPercent().isPresent()) {
            metrics.add(metric("cpu", scaling.targetCpuPercent().getAsInt()));
        }
        if (scaling.targetMemoryPercent().isPresent()) {
            metrics.add(metric("memory", scaling.targetMemoryPercent().getAsInt()));
        }
        for (ScalingMetric further : scaling.metrics()) {
            metrics.add(further.tree());
        }
        MapTree.Builder spec = MapTree.builder(5)
                .put(
                        "scaleTargetRef",
                        MapTree.builder(3)
                                .put("apiVersion", "apps/v1")
                                .put("kind", "Deployment")
                                .put("name", metadata.name())
                                .build());
        if (minReplicas > 0) {
            spec.put("minReplicas", minReplicas);
        }
        spec.put("maxReplicas", scaling.maxReplicas()).put("metrics", ListTree.of(metrics));
        if (scaling.behavior().isPresent()) {
            spec.put("behavior", scaling.behavior().get().tree());
        }
        return metadata.object("autoscaling/v2", "HorizontalPodAutoscaler")
                .put("spec", spec.build())
                .build();
    }

    private static MapTree metric(String resource, int percent) {
        return MapTree.builder(2)
                .put("type", "Resource")
                .put(
                        "resource",
                        MapTree.builder(2)
                                .put("name", resource)
                                .put(
                                        "target",
                                        MapTree.builder(2)
                                                .put("type", "Utilization")
                                                .put("averageUtilization", percent)
                                                .build())
                                .build())
                .build();
    }
}
