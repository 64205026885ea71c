package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.dsl.environment.StepEffect;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.ManifestDiff;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far one step of a posture is live, by the plan of the whole posture: a place that the step changes is to do if the plan
 * changes it too, from another value than that of the step.
 */
final class StepState {
    private final StepEffect effect;
    private final int live;
    private final int toDo;

    private StepState(StepEffect effect, int live, int toDo) {
        this.effect = effect;
        this.live = live;
        this.toDo = toDo;
    }

    /** The states of steps, in their order. */
    static List<StepState> of(List<StepEffect> effects, Plan plan) {
        List<StepState> states = new ArrayList<>();
        for (StepEffect effect : effects) {
            int live = 0;
            int toDo = 0;
            for (ManifestDiff.Change change : effect.diff().changes()) {
                @Nullable PlannedChange planned = plan.of(change.id()).orElse(null);
                if (change.action() == ManifestDiff.Action.CHANGED) {
                    for (Difference place : change.differences()) {
                        if (isLive(place, planned)) {
                            live++;
                        } else {
                            toDo++;
                        }
                    }
                } else if (isDone(change, planned)) {
                    live++;
                } else {
                    toDo++;
                }
            }
            states.add(new StepState(effect, live, toDo));
        }
        return states;
    }

    /** Whether an object that a step makes or deletes is made or deleted. */
    private static boolean isDone(ManifestDiff.Change change, @Nullable PlannedChange planned) {
        if (change.action() == ManifestDiff.Action.CREATED) {
            return planned != null && !isMissing(planned);
        }
        return planned == null || planned.action() != Action.DELETE;
    }

    private static boolean isMissing(PlannedChange planned) {
        return switch (planned.action()) {
            case CREATE, CONFLICT, REFUSED -> true;
            case UPDATE, REPLACE, ADOPT, DELETE, KEEP, UNCHANGED -> false;
        };
    }

    private static boolean isLive(Difference place, @Nullable PlannedChange planned) {
        if (planned == null || isMissing(planned)) {
            return false;
        }
        for (Difference open : planned.differences()) {
            if (!isLive(place, open)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a difference of the plan leaves a place of the step as it is, or starts with the step's own value. */
    private static boolean isLive(Difference place, Difference open) {
        String step = path(place);
        String plan = path(open);
        @Nullable Tree live = open.before().orElse(null);
        @Nullable Tree own = place.after().orElse(null);
        if (isBelow(plan, step)) {
            own = at(own, plan.substring(step.length()));
        } else if (isBelow(step, plan)) {
            live = at(live, step.substring(plan.length()));
        } else if (!step.equals(plan)) {
            return true;
        }
        return Objects.equals(live, own);
    }

    /** A path without what tells ports apart, which have several keys: one place can be written in two ways. */
    private static String path(Difference difference) {
        String path = difference.path();
        int list = path.indexOf(".ports[");
        int end = list < 0 ? -1 : path.indexOf(']', list);
        return end < 0 ? path : path.substring(0, list) + ".ports" + path.substring(end + 1);
    }

    private static boolean isBelow(String path, String other) {
        return path.length() > other.length()
                && path.startsWith(other)
                && (path.charAt(other.length()) == '.' || path.charAt(other.length()) == '[');
    }

    /** The value at a path below a value; the value itself if the path is one of a list's item. */
    private static @Nullable Tree at(@Nullable Tree value, String below) {
        if (value == null || below.indexOf('[') >= 0) {
            return value;
        }
        return value instanceof MapTree map
                ? map.at(below.substring(1).split("\\.", -1)).orElse(null)
                : null;
    }

    StepEffect effect() {
        return effect;
    }

    String name() {
        return effect.step().name();
    }

    /** Whether the release is beyond the point before this step: most of what the step changes is live. */
    boolean isTaken() {
        return live > toDo;
    }

    boolean isOpen() {
        return toDo > 0;
    }

    int live() {
        return live;
    }

    int toDo() {
        return toDo;
    }

    /** {@code live}, {@code to do}, {@code partly live, 3 of 5 places}, or {@code no change}. */
    String text() {
        if (live + toDo == 0) {
            return "no change";
        }
        return toDo == 0 ? "live" : live == 0 ? "to do" : "partly live, " + live + " of " + (live + toDo) + " places";
    }

    /** The objects of one kind of change. */
    List<ResourceId> objects(ManifestDiff.Action action) {
        List<ResourceId> objects = new ArrayList<>();
        for (ManifestDiff.Change change : effect.diff().changes()) {
            if (change.action() == action) {
                objects.add(change.id());
            }
        }
        return objects;
    }
}
