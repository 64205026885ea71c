package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Autoscaling;
import com.adorsys.webank.deploy.dsl.Component;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.ScalingBehavior;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Removes the fixed replicas of what an autoscaler scales, and keeps the autoscaler from scaling too fast. */
final class AutoscalingStep extends LibraryStep {
    private static final String AUTOSCALER = "HorizontalPodAutoscaler";

    /** A JVM that starts uses much CPU, which is no load that more pods would take over. */
    private static final MapTree CALM = ScalingBehavior.standard()
            .withScaleUpWindow(Duration.ofMinutes(1))
            .withScaleDownWindow(Duration.ofMinutes(5))
            .withScaleDownPods(1, Duration.ofMinutes(1))
            .tree();

    AutoscalingStep() {
        super(
                "autoscaling",
                Phase.WORKLOAD,
                ChangeClass.CONFIGURATION,
                "with a fixed number of replicas, every apply undoes the autoscaler's scaling; pods are added after a minute of load and removed one by one",
                KUBERNETES + "concepts/workloads/autoscaling/horizontal-pod-autoscale/");
    }

    @Override
    public List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        for (ReleasePart part : parts) {
            Component component = part.component().orElse(null);
            if (component != null
                    && component.scaling() instanceof Autoscaling autoscaling
                    && autoscaling.metricsServer() == Autoscaling.MetricsServer.UNKNOWN) {
                context.report(Problem.warning(
                        ProblemCodes.METRICS_UNKNOWN,
                        Location.of(part.path() + ".scaling"),
                        "the autoscaler does not scale until the cluster has a metrics server, which EKS does not install by itself",
                        "Install it, and set `metricsServer(Autoscaling.MetricsServer.INSTALLED)`"));
            }
        }
        return super.applyTo(parts, context);
    }

    @Override
    public ReleasePart apply(ReleasePart part) {
        return part.has(AUTOSCALER) ? part.editWorkloads(new WithoutReplicas()).edit(AUTOSCALER, new Calm()) : part;
    }

    private static final class WithoutReplicas implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree workload) {
            MapTree spec = Trees.map(workload, "spec");
            return workload.with("spec", spec.without("replicas"));
        }
    }

    private static final class Calm implements UnaryOperator<MapTree> {
        @Override
        public MapTree apply(MapTree autoscaler) {
            return Trees.isSet(autoscaler, "spec", "behavior")
                    ? autoscaler
                    : Trees.with(autoscaler, CALM, "spec", "behavior");
        }
    }
}
