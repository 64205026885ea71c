package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.CallerFault;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.internal.steps.LibraryStep;
import com.adorsys.webank.deploy.dsl.internal.steps.StepContext;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies one step to all parts of a release, and checks that a custom step returns valid manifests. */
final class StepRun {
    private final PostureStep step;
    private final List<Problem> problems;
    private final Set<ResourceId> seen = new HashSet<>();

    private StepRun(PostureStep step, List<Problem> problems) {
        this.step = step;
        this.problems = problems;
    }

    /** Applies the step; a part for which it fails is left unchanged. */
    static List<ReleasePart> of(
            PostureStep step, List<ReleasePart> parts, StepContext context, List<Problem> problems) {
        if (step instanceof LibraryStep own) {
            return own.applyTo(parts, context);
        }
        StepRun run = new StepRun(step, problems);
        List<ReleasePart> changed = new ArrayList<>(parts.size());
        for (ReleasePart part : parts) {
            changed.add(run.checked(part));
        }
        return changed;
    }

    private ReleasePart checked(ReleasePart part) {
        @Nullable ReleasePart result;
        try {
            result = step.apply(part);
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                error(problem.code(), part, problem.what(), problem.remedy());
            }
            return part;
        } catch (RuntimeException e) {
            error(ProblemCodes.STEP_FAILED, part, CallerFault.describe(e), "Correct the function");
            return part;
        }
        if (result == null) {
            error(
                    ProblemCodes.STEP_FAILED,
                    part,
                    "its function returned null",
                    "Return a part; return the given one if nothing changes");
            return part;
        }
        boolean good = true;
        for (MapTree object : result.objects()) {
            good &= isManifest(part, object);
        }
        return good ? result : part;
    }

    private boolean isManifest(ReleasePart part, MapTree object) {
        try {
            ResourceId id = Manifest.of(object).id();
            if (!seen.add(id)) {
                error(
                        ProblemCodes.OBJECT_DUPLICATE,
                        part,
                        "it creates `" + id + "` twice",
                        "Give one of them another name");
                return false;
            }
            return true;
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                error(problem.code(), part, problem.what(), problem.remedy());
            }
            return false;
        }
    }

    private void error(String code, ReleasePart part, String what, String remedy) {
        problems.add(Problem.error(
                code,
                Location.of("posture." + step.name()),
                "the step fails for the part `" + part.name() + "`: " + what,
                remedy));
    }
}
