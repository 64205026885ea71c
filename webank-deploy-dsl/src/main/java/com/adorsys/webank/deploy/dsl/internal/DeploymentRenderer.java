package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;

/** Renders Deployments. */
public final class DeploymentRenderer {
    private DeploymentRenderer() {}

    /** The Deployment of a workload. */
    public static MapTree render(Workload workload) {
        MapTree.Builder spec = MapTree.builder(4);
        Integer replicas = workload.replicas();
        if (replicas != null) {
            spec.put("replicas", replicas);
        }
        spec.putUnlessEmpty("strategy", workload.strategy())
                .put("selector", MapTree.of("matchLabels", workload.selector()))
                .put("template", template(workload.pod()));
        return workload.metadata()
                .object("apps/v1", "Deployment")
                .put("spec", spec.build())
                .build();
    }

    private static MapTree template(Workload.Pod pod) {
        return MapTree.builder(2)
                .put(
                        "metadata",
                        MapTree.builder(2)
                                .put("labels", pod.labels())
                                .putUnlessEmpty("annotations", pod.annotations())
                                .build())
                .put(
                        "spec",
                        MapTree.builder(6)
                                .putUnlessEmpty("imagePullSecrets", pod.pullSecrets())
                                .put("containers", ListTree.of(container(pod.container())))
                                .putUnlessEmpty("volumes", pod.volumes())
                                .build())
                .build();
    }

    private static MapTree container(Workload.Container container) {
        MapTree.Builder tree = MapTree.builder(12).put("name", container.name()).put("image", container.image());
        if (!container.pullPolicy().isEmpty()) {
            tree.put("imagePullPolicy", container.pullPolicy());
        }
        return tree.putUnlessEmpty("env", container.env())
                .putUnlessEmpty("envFrom", container.envFrom())
                .put("ports", ListTree.of(container.port()))
                .putUnlessEmpty("resources", container.resources())
                .putUnlessEmpty("startupProbe", container.startup())
                .putUnlessEmpty("livenessProbe", container.liveness())
                .putUnlessEmpty("readinessProbe", container.readiness())
                .putUnlessEmpty("volumeMounts", container.mounts())
                .build();
    }
}
