package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.internal.steps.NamespaceStep;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.ManifestPatch;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;

/** An environment on the way from the charts to its posture. */
final class PosturePath {
    private PosturePath() {}

    /** The environment with a posture of the {@link Posture#path} of its own, and the patches that can be applied then. */
    static Environment at(Environment environment, Posture posture) {
        if (posture.steps().size() == environment.posture().steps().size()) {
            return environment;
        }
        Environment unpatched = environment.withPosture(posture).withPatches(List.of());
        ManifestSet manifests = unpatched.manifests();
        List<ManifestPatch> applied = new ArrayList<>();
        for (ManifestPatch patch : environment.patches()) {
            try {
                manifests = patch.apply(manifests);
                applied.add(patch);
            } catch (DeployException.InvalidInput tooEarly) {
                // What it changes comes with a later step. The whole posture reports every patch that fails.
            }
        }
        return unpatched.withPatches(applied);
    }

    static List<StepEffect> effects(Environment environment) {
        List<StepEffect> effects = new ArrayList<>();
        ManifestSet before = ManifestSet.empty();
        for (Posture posture : environment.posture().path()) {
            ManifestSet after = at(environment, posture).manifests();
            List<PostureStep> steps = posture.steps();
            if (!steps.isEmpty()) {
                ManifestDiff diff = ManifestDiff.between(before, after);
                boolean enforced = NamespaceStep.enforces(posture);
                effects.add(new StepEffect(steps.get(steps.size() - 1), after, diff, enforced));
            }
            before = after;
        }
        return List.copyOf(effects);
    }

    static List<PostureStage> stages(Environment environment) {
        Posture start = environment.posture().path().get(0);
        return PostureStage.of(at(environment, start).manifests(), effects(environment));
    }
}
