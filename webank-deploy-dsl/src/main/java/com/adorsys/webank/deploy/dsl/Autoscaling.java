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
 * A number of pods that a HorizontalPodAutoscaler adapts to the load, between a minimum and a maximum. Immutable.
 *
 * <p>At least one target or metric is required. Percentages refer to the containers' requests. The cluster needs a
 * metrics server.
 */
@Value.Immutable
@DeployStyle
public abstract non-sealed class Autoscaling implements Scaling, WithAutoscaling {
    /** Whether the cluster measures the pods' use of CPU and memory. */
    public enum MetricsServer {
        /** Nobody said that it does; the hardened posture warns of it. */
        UNKNOWN,
        /** It does. */
        INSTALLED
    }

    Autoscaling() {}

    /**
     * A builder: {@code maxReplicas}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableAutoscaling.MaxReplicasBuildStage builder() {
        return ImmutableAutoscaling.builder();
    }

    /** The minimum number of pods, 1 or more. Default: 1. */
    @Value.Default
    public int minReplicas() {
        return 1;
    }

    /** The maximum number of pods. */
    public abstract int maxReplicas();

    /** The target CPU utilization, in percent of the request. */
    public abstract OptionalInt targetCpuPercent();

    /** The target memory utilization, in percent of the request. */
    public abstract OptionalInt targetMemoryPercent();

    /** Further metrics to scale on. */
    public abstract List<ScalingMetric> metrics();

    /** How fast pods are added and removed. Default: that of Kubernetes; slower in the hardened posture. */
    public abstract Optional<ScalingBehavior> behavior();

    /** Whether the cluster has a metrics server. Default: unknown. */
    @Value.Default
    public MetricsServer metricsServer() {
        return MetricsServer.UNKNOWN;
    }

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
                    "`" + minReplicas() + "` is less than 1",
                    "Give 1 or more; a HorizontalPodAutoscaler on CPU or memory cannot scale to 0"));
        }
        if (maxReplicas() < minReplicas()) {
            problems.add(Problem.error(
                    ProblemCodes.OUT_OF_RANGE,
                    Location.of("autoscaling.maxReplicas"),
                    "`" + maxReplicas() + "` is less than minReplicas, `" + minReplicas() + "`",
                    "Raise maxReplicas or lower minReplicas"));
        }
        if (targetCpuPercent().isEmpty()
                && targetMemoryPercent().isEmpty()
                && metrics().isEmpty()) {
            problems.add(Problem.error(
                    ProblemCodes.MISSING_KEY,
                    Location.of("autoscaling"),
                    "the autoscaler has no CPU target, no memory target and no other metric",
                    "Set targetCpuPercent, targetMemoryPercent or metrics"));
        }
        if (targetCpuPercent().orElse(1) < 1 || targetMemoryPercent().orElse(1) < 1) {
            problems.add(Problem.error(
                    ProblemCodes.OUT_OF_RANGE, Location.of("autoscaling"), "a target is below 1%", "Give 1 or more"));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
    }
}
