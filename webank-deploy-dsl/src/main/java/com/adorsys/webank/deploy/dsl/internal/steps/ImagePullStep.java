package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodContainers;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.function.UnaryOperator;

/** Lets each start of a container ask the registry. */
final class ImagePullStep extends PodStep {
    ImagePullStep() {
        super(
                "image-pull",
                "each start asks the registry: no pod runs an image that its credentials may not pull, or an old image of a tag that has moved",
                KUBERNETES + "concepts/containers/images/#image-pull-policy");
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return PodContainers.edit(pod, new Always());
    }

    private static final class Always implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree container) {
            String policy = Trees.text(container, "imagePullPolicy");
            return policy.equals("Never") || policy.equals("Always")
                    ? container
                    : container.with("imagePullPolicy", "Always");
        }
    }
}
