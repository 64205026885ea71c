package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;

/** Keeps a pod that stops at work until nobody sends it requests any more. */
final class GracefulStopStep extends PodStep {
    /** How long an ALB takes to learn of the stop and to finish its requests. */
    private static final long BEHIND_ALB = 20;
    /** How long the nodes take to learn of the stop. */
    private static final long IN_CLUSTER = 5;

    private static final long GRACE = 60;
    private static final long GRACE_OF_KUBERNETES = 30;
    private static final String PERIOD = "terminationGracePeriodSeconds";

    GracefulStopStep() {
        super(
                "graceful-stop",
                "a pod that stops still answers the requests that load balancers and nodes send it until they learn of the stop",
                KUBERNETES + "concepts/workloads/pods/pod-lifecycle/#pod-termination");
    }

    @Override
    MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context) {
        return part.component().isEmpty() ? pod : stopping(pod, part, LoadBalancing.isBehind(part, context));
    }

    /** A pod whose grace period is set sleeps for at most half of it. */
    private static MapTree stopping(MapTree pod, ReleasePart part, boolean behindAlb) {
        long grace = Trees.number(pod, behindAlb ? GRACE : GRACE_OF_KUBERNETES, PERIOD);
        long sleep = Math.min(behindAlb ? BEHIND_ALB : IN_CLUSTER, grace / 2);
        ListTree containers = Trees.list(pod, "containers");
        List<Tree> changed = new ArrayList<>(containers.size());
        for (Tree container : containers) {
            changed.add(
                    Containers.isMain(Trees.map(container), part) ? sleeping(Trees.map(container), sleep) : container);
        }
        MapTree stopping = pod.with("containers", ListTree.of(changed));
        return behindAlb && !pod.has(PERIOD) ? stopping.with(PERIOD, ScalarTree.of(GRACE)) : stopping;
    }

    private static MapTree sleeping(MapTree container, long seconds) {
        MapTree lifecycle = Trees.map(container, "lifecycle");
        return seconds == 0 || lifecycle.has("preStop")
                ? container
                : container.with(
                        "lifecycle",
                        lifecycle.with("preStop", MapTree.of("sleep", MapTree.of("seconds", ScalarTree.of(seconds)))));
    }
}
