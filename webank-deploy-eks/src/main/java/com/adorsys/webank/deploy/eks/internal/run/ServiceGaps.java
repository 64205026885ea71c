package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.ServiceGap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Services of a plan that would have no endpoint until new pods are ready, by what was read for the plan. */
final class ServiceGaps {
    private final DeployOptions options;
    private final List<Manifest> running = new ArrayList<>();
    private final Set<ResourceId> rollingOut = new HashSet<>();
    private final List<PlannedObject> services = new ArrayList<>();

    private ServiceGaps(DeployOptions options) {
        this.options = options;
    }

    /** An error for each gap that is certain and that the options do not allow, a warning for each other one. */
    static List<Problem> problems(List<PlannedObject> objects, Snapshot snapshot, DeployOptions options) {
        ServiceGaps gaps = new ServiceGaps(options);
        for (PlannedObject object : objects) {
            gaps.see(object, snapshot);
        }
        return gaps.services.isEmpty() ? List.of() : gaps.problems();
    }

    private void see(PlannedObject object, Snapshot snapshot) {
        DesiredObject desired = object.desired();
        PlannedObject.Promise live = object.live();
        boolean replaced = object.action() == Action.REPLACE;
        if (live != null && !replaced && desired != null && object.isChange() && isService(object.id())) {
            running.add(live.content());
            services.add(object);
        } else if (live != null && !replaced && Pods.template(live.content()).isPresent()) {
            add(live.content(), live.pods());
        } else if (desired != null && Pods.template(desired.manifest()).isPresent()) {
            snapshot.untouched(object.id()).ifPresent(same -> add(desired.manifest(), same.pods()));
        }
    }

    private static boolean isService(ResourceId id) {
        return id.kind().equals("Service") && id.group().isEmpty();
    }

    private void add(Manifest workload, RunningPods pods) {
        if (pods.anyReady()) {
            running.add(workload);
            if (pods.rollingOut()) {
                rollingOut.add(workload.id());
            }
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        ManifestSet now = ManifestSet.of(running);
        for (PlannedObject service : services) {
            DesiredObject desired = service.desired();
            if (desired != null) {
                for (ServiceGap gap : ServiceGap.between(now, ManifestSet.of(desired.manifest()), rollingOut)) {
                    problems.add(problem(gap, desired));
                }
            }
        }
        return problems;
    }

    private Problem problem(ServiceGap gap, DesiredObject service) {
        boolean allowed = options.gapsAllowed().stream().anyMatch(ref -> ref.matches(gap.service()));
        List<String> names = new ArrayList<>();
        gap.workloads().forEach(workload -> names.add("`" + workload + "`"));
        String workloads = String.join(", ", names);
        boolean unknown = rollingOut.containsAll(gap.workloads());
        String what = "its new target `" + gap.target() + "` "
                + (unknown
                        ? "may be missing in the pods that run now, since the roll-out of " + workloads
                                + " is not complete"
                        : (gap.isCertain() ? "is" : "is declared as") + " a port of no pod that runs now (" + workloads
                                + ")")
                + ": until new pods are ready, the Service "
                + (gap.isCertain() && !unknown ? "has" : "may have") + " no endpoint that answers";
        if (allowed || !gap.isCertain()) {
            return Problem.warning(
                    ProblemCodes.SERVICE_GAP,
                    Problems.place(service),
                    what,
                    "apply a set first in which pods have both ports, or a name that stays");
        }
        return Problems.problem(
                ProblemCodes.SERVICE_GAP,
                service,
                what,
                (unknown
                                ? "wait until it is complete"
                                : "apply the port of the pods first, and the Service once they are ready: for an environment"
                                        + " `apply --steps` does both")
                        + ", or accept it with `--allow-gap " + gap.service() + "`");
    }
}
