package com.adorsys.webank.deploy.dsl.internal.steps;

import com.adorsys.webank.deploy.dsl.PostureStep;
import com.adorsys.webank.deploy.dsl.ReleasePart;
import com.adorsys.webank.deploy.dsl.internal.PodPath;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A step that changes the pods of workloads and nothing else. Steps of this kind that follow each other change a pod together,
 * so that the objects around it are copied once.
 */
public abstract class PodStep extends LibraryStep {
    PodStep(String name, String reason, String reference) {
        super(name, Phase.POD, ChangeClass.ROLL_OUT, reason, reference);
    }

    /**
     * The pod of a workload after this step.
     *
     * @param workload the object with the pod; the pod itself may be older in it
     * @param part the part with the workload, of which the same is true
     */
    abstract MapTree changed(MapTree pod, MapTree workload, ReleasePart part, StepContext context);

    @Override
    public final List<ReleasePart> applyTo(List<ReleasePart> parts, StepContext context) {
        return applyAll(List.of(this), parts, context);
    }

    /** The position after the last of the pod steps that follow each other from a position on. */
    public static int end(List<PostureStep> steps, int from) {
        int end = from;
        while (end < steps.size() && steps.get(end) instanceof PodStep) {
            end++;
        }
        return end;
    }

    /** Applies pod steps, one after the other. */
    public static List<ReleasePart> applyAll(
            List<? extends PostureStep> steps, List<ReleasePart> parts, StepContext context) {
        List<ReleasePart> changed = new ArrayList<>(parts.size());
        for (ReleasePart part : parts) {
            changed.add(part.edit(new Edit(steps, part, context)));
        }
        return changed;
    }

    private static final class Edit implements UnaryOperator<MapTree> {
        private final List<? extends PostureStep> steps;
        private final ReleasePart part;
        private final StepContext context;

        Edit(List<? extends PostureStep> steps, ReleasePart part, StepContext context) {
            this.steps = steps;
            this.part = part;
            this.context = context;
        }

        @Override
        public MapTree apply(MapTree object) {
            String[] path = PodPath.spec(object);
            Tree before = Trees.value(object, path);
            if (!(before instanceof MapTree pod)) {
                return object;
            }
            MapTree changed = pod;
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof PodStep step) {
                    changed = step.changed(changed, object, part, context);
                }
            }
            Tree after = changed;
            return after == before ? object : Trees.with(object, changed, path);
        }
    }
}
