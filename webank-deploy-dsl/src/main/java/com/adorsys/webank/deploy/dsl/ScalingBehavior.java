package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.pod.TreeValue;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;

/**
 * How fast an autoscaler adds and removes pods. Immutable.
 *
 * <p>See <a
 * href="https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#configurable-scaling-behavior">Configurable
 * scaling behavior</a>.
 */
public final class ScalingBehavior extends TreeValue {
    private static final long LONGEST_WINDOW = 3600;
    private static final long LONGEST_PERIOD = 1800;
    private static final ScalingBehavior STANDARD = new ScalingBehavior(MapTree.of());

    private ScalingBehavior(MapTree tree) {
        super(tree);
    }

    /** The default behavior of Kubernetes, to start from. */
    public static ScalingBehavior standard() {
        return STANDARD;
    }

    /** A {@code behavior} as in the Kubernetes API. */
    public static ScalingBehavior of(MapTree tree) {
        return new ScalingBehavior(tree);
    }

    /** A copy with the stabilization window for removing pods, at most an hour. Default of Kubernetes: 300 s. */
    public ScalingBehavior withScaleDownWindow(Duration window) {
        return window("scaleDown", window);
    }

    /** A copy with the stabilization window for adding pods, at most an hour. Default of Kubernetes: 0 s. */
    public ScalingBehavior withScaleUpWindow(Duration window) {
        return window("scaleUp", window);
    }

    /** A copy that removes at most this number of pods per period. The period is at most 30 minutes. */
    public ScalingBehavior withScaleDownPods(int pods, Duration period) {
        return policy("scaleDown", "Pods", pods, period);
    }

    /** A copy that adds at most this number of pods per period. The period is at most 30 minutes. */
    public ScalingBehavior withScaleUpPods(int pods, Duration period) {
        return policy("scaleUp", "Pods", pods, period);
    }

    /** A copy that removes at most this percentage of the pods per period. The period is at most 30 minutes. */
    public ScalingBehavior withScaleDownPercent(int percent, Duration period) {
        return policy("scaleDown", "Percent", percent, period);
    }

    /** A copy that adds at most this percentage of the pods per period. The period is at most 30 minutes. */
    public ScalingBehavior withScaleUpPercent(int percent, Duration period) {
        return policy("scaleUp", "Percent", percent, period);
    }

    private ScalingBehavior window(String direction, Duration window) {
        return with(
                direction,
                rules(direction).toBuilder()
                        .put("stabilizationWindowSeconds", seconds(window, 0, LONGEST_WINDOW))
                        .build());
    }

    private ScalingBehavior policy(String direction, String type, int value, Duration period) {
        if (value < 1) {
            throw invalid("a policy of `" + value + "` is below 1", "Give 1 or more");
        }
        MapTree policy = MapTree.builder(3)
                .put("type", type)
                .put("value", value)
                .put("periodSeconds", seconds(period, 1, LONGEST_PERIOD))
                .build();
        ListTree policies = Trees.list(rules(direction), "policies");
        return with(direction, rules(direction).with("policies", policies.plus(policy)));
    }

    private MapTree rules(String direction) {
        return Trees.map(tree(), direction);
    }

    private ScalingBehavior with(String direction, MapTree rules) {
        return new ScalingBehavior(tree().with(direction, rules));
    }

    private static long seconds(Duration time, long least, long most) {
        if (time.toNanosPart() != 0 || time.toSeconds() < least || time.toSeconds() > most) {
            throw invalid(
                    "`" + time + "` is not a whole number of seconds from " + least + " to " + most,
                    "Give whole seconds from " + least + " to " + most);
        }
        return time.toSeconds();
    }

    private static DeployException.InvalidInput invalid(String what, String remedy) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.OUT_OF_RANGE, Location.of("autoscaling.behavior"), what, remedy));
    }
}
