package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;

/** Runs all pods but those of nginx on port 80 under the restricted Pod Security Standard; see {@link UserAppStep}. */
final class PodSecurityStep extends LibraryStep {
    PodSecurityStep() {
        super(
                "pod-security",
                Phase.POD,
                ChangeClass.ROLL_OUT,
                "who breaks into a container is not root there, gains no privileges, and can change none of its programs",
                KUBERNETES + "concepts/security/pod-security-standards/");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        if (part.database().isPresent()) {
            return part.editPods(
                    pod -> RestrictedPod.of(pod, part, part.database().get().imageNeeds()));
        }
        Component component = part.component().orElse(null);
        return component == null || UserAppStep.concerns(component)
                ? part
                : part.editPods(pod -> RestrictedPod.of(pod, part, component.imageNeeds()));
    }
}
