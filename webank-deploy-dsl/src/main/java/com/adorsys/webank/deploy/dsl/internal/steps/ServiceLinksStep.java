package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ScalarTree;

/** Leaves out the environment variables that Kubernetes adds for each Service of the namespace. */
final class ServiceLinksStep extends LibraryStep {
    ServiceLinksStep() {
        super(
                "service-links",
                Phase.POD,
                ChangeClass.ROLL_OUT,
                "no pod gets the addresses of the namespace's Services as environment variables; names are resolved by DNS",
                KUBERNETES + "tutorials/services/connect-applications-service/#accessing-the-service");
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        return part.editPods(pod -> pod.with("enableServiceLinks", ScalarTree.of(false)));
    }
}
