package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PostureStep;
import java.util.List;

/** The list of the steps, in the order in which they are applied. */
public final class HardenedSteps {
    private HardenedSteps() {}

    /** All steps. */
    public static List<PostureStep> all() {
        return List.of(
                // Pods.
                new ServiceAccountStep(),
                new ResourcesStep(),
                new ProbesStep(),
                // Workloads.
                new AutoscalingStep(),
                // The release.
                new AnnotationsStep(),
                new LabelsStep());
    }
}
