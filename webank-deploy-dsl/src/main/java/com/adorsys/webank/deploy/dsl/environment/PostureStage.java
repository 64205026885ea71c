package com.adorsys.webank.deploy.dsl.environment;

import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.ServiceGap;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a posture that a live release can take at once. Immutable.
 *
 * <p>A stage ends before a step with which a Service would have no endpoint: if the new Service finds no pod of the stages
 * before it, or the old Service no pod of this stage. So each stage can be applied as a whole, in any order of its objects,
 * once the roll-outs of the stage before it are complete. A stage also ends before the step with which the namespace refuses
 * pods that are not restricted: until then, pods of an earlier stage may have to be made again.
 */
public final class PostureStage {
    private final List<StepEffect> effects;

    private PostureStage(List<StepEffect> effects) {
        this.effects = List.copyOf(effects);
    }

    /** The least number of stages that is safe. */
    static List<PostureStage> of(ManifestSet start, List<StepEffect> effects) {
        List<PostureStage> stages = new ArrayList<>();
        List<StepEffect> open = new ArrayList<>();
        ManifestSet running = start;
        for (StepEffect effect : effects) {
            StepEffect last = open.isEmpty() ? effect : open.get(open.size() - 1);
            boolean isSafe =
                    last.isEnforced() == effect.isEnforced() && ServiceGap.isAnyOrderSafe(running, effect.manifests());
            if (!open.isEmpty() && !isSafe) {
                running = last.manifests();
                stages.add(new PostureStage(open));
                open.clear();
            }
            open.add(effect);
        }
        if (!open.isEmpty()) {
            stages.add(new PostureStage(open));
        }
        return List.copyOf(stages);
    }

    /** The effects of its steps, in the order in which they are applied. */
    public List<StepEffect> effects() {
        return effects;
    }

    /** The name of its last step, for {@link Environment#upTo}. */
    public String lastStep() {
        return last().step().name();
    }

    /** The manifests of the environment up to its last step. */
    public ManifestSet manifests() {
        return last().manifests();
    }

    private StepEffect last() {
        return effects.get(effects.size() - 1);
    }

    /** The name of its only step, or of its first and its last one: {@code service-account to labels}. */
    @Override
    public String toString() {
        String first = effects.get(0).step().name();
        return effects.size() == 1 ? first : first + " to " + lastStep();
    }
}
