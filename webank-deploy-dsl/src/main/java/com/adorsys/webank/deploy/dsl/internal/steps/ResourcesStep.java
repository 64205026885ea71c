package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.Optional;

/** Adds requests to containers without any. */
final class ResourcesStep extends ContainerStep {
    private static final MapTree REQUESTS =
            MapTree.builder(2).put("cpu", "200m").put("memory", "512Mi").build();

    ResourcesStep() {
        super(
                "resources",
                "the scheduler and the autoscaler work with the containers' requests",
                KUBERNETES + "concepts/configuration/manage-resources-containers/");
    }

    @Override
    MapTree changed(MapTree container, ReleasePart part) {
        MapTree resources = container.map("resources").orElse(said(part, container));
        if (resources.has("requests")) {
            return container.with("resources", resources);
        }
        // A resource with a limit and no request requests its limit.
        MapTree requests = REQUESTS;
        for (String limited : Trees.map(resources, "limits").keys()) {
            requests = requests.without(limited);
        }
        return container.with("resources", requests.isEmpty() ? resources : resources.with("requests", requests));
    }

    /** The resources of the main container in chart values, which the chart does not render. */
    private static MapTree said(ReleasePart part, MapTree container) {
        Optional<Component> component = part.component();
        return component.isPresent()
                        && component.get().resources().isPresent()
                        && container
                                .string("name")
                                .equals(Optional.of(component.get().containerName()))
                ? component.get().resources().get().tree()
                : MapTree.of();
    }
}
