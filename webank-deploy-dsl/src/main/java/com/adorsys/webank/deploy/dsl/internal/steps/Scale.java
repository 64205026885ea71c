package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/**
 * How many pods a part runs.
 *
 * @param least the minimum
 * @param most the maximum
 */
record Scale(long least, long most) {
    /** The scale of the rendered objects; 1 where they do not set it, as in Kubernetes. */
    static Scale of(ReleasePart part) {
        MapTree autoscaler = part.object("HorizontalPodAutoscaler").orElse(MapTree.of());
        if (!autoscaler.isEmpty()) {
            return new Scale(
                    Trees.number(autoscaler, 1, "spec", "minReplicas"),
                    Trees.number(autoscaler, 1, "spec", "maxReplicas"));
        }
        long replicas = Trees.number(part.object("Deployment").orElse(MapTree.of()), 1, "spec", "replicas");
        return new Scale(replicas, replicas);
    }
}
