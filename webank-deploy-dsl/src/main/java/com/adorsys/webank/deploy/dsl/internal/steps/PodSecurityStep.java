package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;

/** Runs all pods but those of nginx on port 80 under the restricted Pod Security Standard; see {@link UserAppStep}. */
final class PodSecurityStep extends PodStep {
    PodSecurityStep() {
        super(
                "pod-security",
                "who breaks into a container is not root there, gains no privileges, and can change none of its programs",
                KUBERNETES + "concepts/security/pod-security-standards/");
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        if (part.database().isPresent()) {
            return RestrictedPod.of(pod, part, part.database().get().imageNeeds());
        }
        Component component = part.component().orElse(null);
        return component == null || UserAppStep.concerns(component)
                ? pod
                : RestrictedPod.of(pod, part, component.imageNeeds());
    }
}
