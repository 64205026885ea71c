package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * As many pods as the load asks for, between two bounds, by a HorizontalPodAutoscaler. Immutable.
 *
 * <p>At least one target or metric is needed. Percentages are of what the containers request. The cluster needs a metrics server.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class Autoscaling implements Scaling, WithAutoscaling {
    Autoscaling() {}

    /**
     * A builder: {@code maxReplicas}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableAutoscaling.MaxReplicasBuildStage builder() {
        return ImmutableAutoscaling.builder();
    }

    /** The fewest pods, 1 or more. Default: 1. */
    @Value.Default
    public int minReplicas() {
        return 1;
    }

    /** The most pods. */
    public abstract int maxReplicas();

    /** The CPU use to aim at, in percent of the request. */
    public abstract OptionalInt targetCpuPercent();

    /** The memory use to aim at, in percent of the request. */
    public abstract OptionalInt targetMemoryPercent();

    /** Further metrics to look at. */
    public abstract List<ScalingMetric> metrics();

    /** How fast pods are added and taken away. Default: as Kubernetes has it. */
    public abstract Optional<ScalingBehavior> behavior();

    /** A copy with further metrics. */
    public final Autoscaling plusMetrics(ScalingMetric... added) {
        return withMetrics(Additions.to(metrics(), added));
    }

    @Value.Check
    void check() {
        List<Problem> problems = new ArrayList<>();
        if (minReplicas() < 1) {
            problems.add(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("autoscaling.minReplicas"),
                    "`" + minReplicas() + "` is fewer than 1",
                    "Give 1 or more; a HorizontalPodAutoscaler on CPU or memory cannot scale to 0"));
        }
        if (maxReplicas() < minReplicas()) {
            problems.add(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("autoscaling.maxReplicas"),
                    "`" + maxReplicas() + "` is fewer than minReplicas, `" + minReplicas() + "`",
                    "Raise maxReplicas or lower minReplicas"));
        }
        if (targetCpuPercent().isEmpty()
                && targetMemoryPercent().isEmpty()
                && metrics().isEmpty()) {
            problems.add(Problem.error(
                    ProblemCodes.MISSING_KEY,
                    Location.of("autoscaling"),
                    "there is neither a CPU nor a memory target, nor another metric",
                    "Set targetCpuPercent, targetMemoryPercent or metrics"));
        }
        if (targetCpuPercent().orElse(1) < 1 || targetMemoryPercent().orElse(1) < 1) {
            problems.add(Problem.error(
                    ProblemCodes.OUT_OF_RANGE, Location.of("autoscaling"), "a target is below 1%", "Give 1 or more"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
    }
}
