package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestSet;

/** What one step of a posture does to the manifests of an environment that has all steps before it. Immutable. */
public final class StepEffect {
    private final PostureStep step;
    private final ManifestSet manifests;
    private final ManifestDiff diff;
    private final boolean enforced;

    /**
     * An effect.
     *
     * @param enforced whether the namespace refuses pods that are not restricted, with this step
     */
    StepEffect(PostureStep step, ManifestSet manifests, ManifestDiff diff, boolean enforced) {
        this.step = step;
        this.manifests = manifests;
        this.diff = diff;
        this.enforced = enforced;
    }

    /** The step. */
    public PostureStep step() {
        return step;
    }

    /** The manifests of the environment up to this step. */
    public ManifestSet manifests() {
        return manifests;
    }

    /**
     * What the step changes in manifests; empty if nothing in this environment. Labels of a namespace that Argo CD makes are
     * in the Application.
     */
    public ManifestDiff diff() {
        return diff;
    }

    boolean isEnforced() {
        return enforced;
    }

    /** The step's name and the effect of its changes. */
    @Override
    public String toString() {
        return step.name() + " (" + diff.changeClass() + ")";
    }
}
