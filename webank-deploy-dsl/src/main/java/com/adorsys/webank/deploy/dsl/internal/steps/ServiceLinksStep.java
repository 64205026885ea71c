package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;

/** Leaves out the environment variables that Kubernetes adds for each Service of the namespace. */
final class ServiceLinksStep extends PodStep {
    ServiceLinksStep() {
        super(
                "service-links",
                "no pod gets the addresses of the namespace's Services as environment variables; names are resolved by DNS",
                KUBERNETES + "tutorials/services/connect-applications-service/#accessing-the-service");
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return pod.with("enableServiceLinks", ScalarTree.of(false));
    }
}
