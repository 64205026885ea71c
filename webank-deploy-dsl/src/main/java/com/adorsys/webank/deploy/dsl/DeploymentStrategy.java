package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * How new pods replace old ones: step by step, or all at once after the old ones are gone. Immutable.
 *
 * <p>See <a href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy">Deployment
 * strategy</a>.
 */
public final class DeploymentStrategy extends TreeValue {
    private static final DeploymentStrategy RECREATE = new DeploymentStrategy(MapTree.of("type", "Recreate"));
    private static final DeploymentStrategy ROLLING = rollingUpdate(IntOrPercent.percent(25), IntOrPercent.percent(25));

    private DeploymentStrategy(MapTree tree) {
        super(tree);
    }

    /** Stops all old pods before the first new one starts; the service is interrupted. */
    public static DeploymentStrategy recreate() {
        return RECREATE;
    }

    /** Replaces pods step by step, with a maximum surge and a maximum unavailability of 25%. */
    public static DeploymentStrategy rollingUpdate() {
        return ROLLING;
    }

    /**
     * Replaces pods step by step.
     *
     * @param maxSurge how many pods may exist above the desired number
     * @param maxUnavailable how many pods may be unavailable
     * @throws DeployException.InvalidInput if both are 0, since no pod could be replaced then
     */
    public static DeploymentStrategy rollingUpdate(IntOrPercent maxSurge, IntOrPercent maxUnavailable) {
        if (maxSurge.isZero() && maxUnavailable.isZero()) {
            throw new DeployException.InvalidInput(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("strategy"),
                    "maxSurge and maxUnavailable are both 0, so no pod could ever be replaced",
                    "Raise one of them"));
        }
        return new DeploymentStrategy(MapTree.builder(2)
                .put("type", "RollingUpdate")
                .put(
                        "rollingUpdate",
                        MapTree.builder(2)
                                .put("maxSurge", maxSurge.tree())
                                .put("maxUnavailable", maxUnavailable.tree())
                                .build())
                .build());
    }

    /** A {@code strategy} as in the Kubernetes API. */
    public static DeploymentStrategy of(MapTree tree) {
        return new DeploymentStrategy(tree);
    }

    /** The type's name. */
    @Override
    public String toString() {
        return tree().string("type").orElse("RollingUpdate");
    }
}
