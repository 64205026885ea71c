package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.manifest.MapTree;
import org.jspecify.annotations.Nullable;

/** Renders Deployments. */
public final class DeploymentRenderer {
    private DeploymentRenderer() {}

    /**
     * The Deployment of a component.
     *
     * @param metadata the metadata of the Deployment
     * @param selector the labels by which it selects its pods
     * @param replicas the fixed number of pods, if there is one
     * @param template the pod template
     */
    public static MapTree render(
            Component component, Metadata metadata, MapTree selector, @Nullable Integer replicas, MapTree template) {
        MapTree.Builder spec = MapTree.builder(6);
        if (replicas != null) {
            spec.put("replicas", replicas);
        }
        if (component.minReady().isPresent()) {
            spec.put("minReadySeconds", component.minReady().get().toSeconds());
        }
        if (component.progressDeadline().isPresent()) {
            spec.put(
                    "progressDeadlineSeconds",
                    component.progressDeadline().get().toSeconds());
        }
        if (component.revisionHistoryLimit().isPresent()) {
            spec.put("revisionHistoryLimit", component.revisionHistoryLimit().getAsInt());
        }
        spec.putUnlessEmpty("strategy", component.strategy().tree())
                .put("selector", MapTree.of("matchLabels", selector))
                .put("template", template);
        return metadata.object("apps/v1", "Deployment")
                .put("spec", spec.build())
                .build();
    }
}
