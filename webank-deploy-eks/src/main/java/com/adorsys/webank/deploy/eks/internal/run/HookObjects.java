package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.eks.DeployOptions.Hooks;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The hooks of Argo CD and Helm in a desired set. They run at a point of a sync or an installation, and are no part of what is to be
 * there.
 *
 * @param ordinary the objects that are no hooks
 * @param warnings a warning for each hook that is left out
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/">Resource hooks</a>
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Chart hooks</a>
 */
record HookObjects(ManifestSet ordinary, List<Problem> warnings) {
    private static final String ARGO_CD = "argocd.argoproj.io/hook";
    private static final String HELM = "helm.sh/hook";
    private static final String SKIP = "Skip";

    /**
     * Leaves the hooks of a set out.
     *
     * @throws DeployException.InvalidInput with each hook, if they are to be refused
     */
    static HookObjects in(ManifestSet desired, Hooks hooks) {
        List<Problem> problems = new ArrayList<>();
        SharedProblems leftOut = new SharedProblems();
        for (Manifest manifest : desired) {
            Optional<String> hook = of(manifest);
            if (hook.isEmpty()) {
                continue;
            }
            boolean isLeftOut = hooks == Hooks.SKIP || isSkipped(manifest);
            String what = "it is a hook: its annotation " + hook.get();
            if (isLeftOut) {
                leftOut.add(
                        Problem.warning(
                                ProblemCodes.HOOK,
                                desired.place(manifest, ""),
                                what,
                                "Hooks are left out, since they are not run here"),
                        manifest.id());
            } else {
                problems.add(
                        Problem.error(
                                ProblemCodes.HOOK,
                                desired.place(manifest, ""),
                                what,
                                "Hooks are not run here: leave them out with `--skip-hooks`, or let Argo CD or Helm apply the set"));
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        List<Problem> warnings = leftOut.all();
        return new HookObjects(
                warnings.isEmpty()
                        ? desired
                        : desired.select(manifest -> of(manifest).isEmpty()),
                List.copyOf(warnings));
    }

    private static boolean isSkipped(Manifest manifest) {
        return manifest.annotation(ARGO_CD).map(String::strip).equals(Optional.of(SKIP));
    }

    /** What an object's annotation says; empty if it is no hook. */
    private static Optional<String> of(Manifest manifest) {
        return manifest.annotation(ARGO_CD)
                .map(value -> ARGO_CD + " says " + Problem.quote(value))
                .or(() -> manifest.annotation(HELM).map(value -> HELM + " says " + Problem.quote(value)));
    }
}
