package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodContainers;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.function.UnaryOperator;

/** A step that changes the containers of components. */
abstract class ContainerStep extends PodStep {
    ContainerStep(String name, String reason, String reference) {
        super(name, reason, reference);
    }

    @Override
    final MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return part.component().isEmpty() ? pod : PodContainers.edit(pod, new Edit(this, part));
    }

    abstract MapTree changed(MapTree container, ReleasePart part);

    private record Edit(ContainerStep step, ReleasePart part) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree container) {
            return step.changed(container, part);
        }
    }
}
