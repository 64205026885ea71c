package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.MapTree;

/**
 * How new pods take the place of old ones: one after the other, or all at once after the old are gone. Immutable.
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

    /** All old pods end before the first new one starts; there is a gap in service. */
    public static DeploymentStrategy recreate() {
        return RECREATE;
    }

    /** Pods are replaced bit by bit: 25% more than wanted at most, and 25% fewer. */
    public static DeploymentStrategy rollingUpdate() {
        return ROLLING;
    }

    /**
     * Pods are replaced bit by bit.
     *
     * @param maxSurge how many pods more than wanted there may be
     * @param maxUnavailable how many pods fewer than wanted there may be
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

    /** A Deployment's {@code strategy} as the API has it. */
    public static DeploymentStrategy of(MapTree tree) {
        return new DeploymentStrategy(tree);
    }

    /** The type's name. */
    @Override
    public String toString() {
        return tree().string("type").orElse("RollingUpdate");
    }
}
