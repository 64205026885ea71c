package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.function.UnaryOperator;

/** Removes the annotations that the charts write as labels of pods. */
final class AnnotationsStep extends LibraryStep {
    AnnotationsStep() {
        super(
                HardenedSteps.ANNOTATIONS,
                Phase.RELEASE,
                ChangeClass.ROLL_OUT,
                "the charts also write annotations as labels, and most annotation values are invalid label values",
                KUBERNETES + "concepts/overview/working-with-objects/annotations/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        if (part.component().isEmpty() || part.component().get().annotations().isEmpty()) {
            return part;
        }
        Component component = part.component().get();
        return part.editWorkloads(new Removal(component));
    }

    private record Removal(Component component) implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree workload) {
            String[] path = PodPath.labels(workload);
            if (!(Trees.value(workload, path) instanceof MapTree labels)) {
                return workload;
            }
            MapTree kept = labels;
            for (String key : component.annotations().keySet()) {
                boolean isLabel = component.labels().containsKey(key)
                        || component.podLabels().containsKey(key);
                kept = isLabel ? kept : kept.without(key);
            }
            return Trees.with(workload, kept, path);
        }
    }
}
