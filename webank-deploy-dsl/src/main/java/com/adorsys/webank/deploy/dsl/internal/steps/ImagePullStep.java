package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** Lets each start of a container ask the registry. */
final class ImagePullStep extends LibraryStep {
    ImagePullStep() {
        super(
                "image-pull",
                Phase.POD,
                ChangeClass.ROLL_OUT,
                "each start asks the registry: no pod runs an image that its credentials may not pull, or an old image of a tag that has moved",
                KUBERNETES + "concepts/containers/images/#image-pull-policy");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        return part.editContainers(ImagePullStep::always);
    }

    private static MapTree always(MapTree container) {
        String policy = Trees.text(container, "imagePullPolicy");
        return policy.equals("Never") || policy.equals("Always")
                ? container
                : container.with("imagePullPolicy", "Always");
    }
}
