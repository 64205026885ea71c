package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Renders HorizontalPodAutoscalers. */
public final class AutoscalerRenderer {
    private AutoscalerRenderer() {}

    /** The autoscaler of the Deployment that has the same name. */
    public static MapTree render(
            Metadata metadata, int minReplicas, int maxReplicas, OptionalInt cpuPercent, OptionalInt memoryPercent) {
        List<Tree> metrics = new ArrayList<>(2);
        if (cpuPercent.isPresent()) {
            metrics.add(metric("cpu", cpuPercent.getAsInt()));
        }
        if (memoryPercent.isPresent()) {
            metrics.add(metric("memory", memoryPercent.getAsInt()));
        }
        MapTree.Builder spec = MapTree.builder(4)
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
        spec.put("maxReplicas", maxReplicas).put("metrics", ListTree.of(metrics));
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
