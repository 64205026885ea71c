package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PostureStep;
import java.util.List;

/** The list of the steps, in the order in which they are applied. */
public final class HardenedSteps {
    /** The step after which annotations are no longer labels of pods. */
    public static final String ANNOTATIONS = "annotations";

    private HardenedSteps() {}

    /** All steps. */
    public static List<PostureStep> all() {
        return List.of(
                // Pods.
                new ServiceAccountStep(),
                new ServiceLinksStep(),
                new ImagePullStep(),
                new ResourcesStep(),
                new JvmMemoryStep(),
                new ProbesStep(),
                new PortNamesStep(),
                new GracefulStopStep(),
                new TopologySpreadStep(),
                new PodSecurityStep(),
                // Workloads.
                new AutoscalingStep(),
                new RollingUpdateStep(),
                new DisruptionBudgetStep(),
                // The release.
                new AnnotationsStep(),
                new LabelsStep(),
                new ServiceTargetsStep(),
                new UserAppStep(),
                new LoadBalancerStep(),
                new NetworkPoliciesStep(),
                // What depends on the rest.
                new ConfigDigestStep(),
                // The namespace.
                NamespaceStep.readinessGates(),
                NamespaceStep.warn(),
                NamespaceStep.enforce());
    }
}
