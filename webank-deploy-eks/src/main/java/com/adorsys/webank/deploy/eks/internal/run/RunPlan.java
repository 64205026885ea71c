package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Attempt;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan, and what the run that follows it must know.
 *
 * @param desired as the caller gave it; empty for a deletion
 * @param set made ready; {@link DesiredSet#none} for a deletion
 * @param inventory what the plan was made from
 * @param objects every object of the set and of the release, in the order of a set
 * @param gone members that are neither desired nor there
 * @param problems what keeps it from being applied, and warnings
 * @param tasks what else is to be done, a sentence each
 */
record RunPlan(
        Release release,
        ManifestSet desired,
        DesiredSet set,
        Inventory inventory,
        List<PlannedObject> objects,
        List<ResourceId> gone,
        List<Problem> problems,
        List<String> tasks)
        implements Plan {
    /** The inventory of a run that carries this plan out, before its first object: all that the release has and is to have. */
    Inventory during(Attempt attempt) {
        List<Member> coming =
                objects.stream().flatMap(object -> object.coming().stream()).toList();
        return inventory.with(Inventory.Phase.APPLYING, attempt, inventory.union(coming));
    }

    RunPlan with(List<Problem> all) {
        return new RunPlan(release, desired, set, inventory, objects, gone, List.copyOf(all), tasks);
    }

    @Override
    public List<PlannedChange> changes() {
        return List.copyOf(objects);
    }

    @Override
    public boolean isEmpty() {
        return objects.stream().noneMatch(object -> object.isChange() || object.isImpossible());
    }

    @Override
    public Optional<DeployException> refusal() {
        return Problems.refusal(problems, "");
    }

    @Override
    public ChangeClass changeClass() {
        ChangeClass worst = ChangeClass.NONE;
        for (PlannedObject object : objects) {
            worst = worst.or(object.changeClass());
        }
        return worst;
    }

    /** Whether nothing at all has to be written: neither an object nor a record. */
    boolean isSettled() {
        return isEmpty()
                && objects.stream().noneMatch(PlannedObject::isNewlyCompleted)
                && gone.isEmpty()
                && tasks.isEmpty()
                && inventory.phase().isSuccess()
                && inventory.attempt().desired().equals(set.digest());
    }

    /** Whether the release has no inventory, though objects bear its label: its inventory, or the release, was deleted. */
    boolean missesInventory() {
        if (!inventory.isNone()) {
            return false;
        }
        String own = ApplySet.id(release);
        return objects.stream()
                .map(PlannedObject::live)
                .anyMatch(live -> live != null && live.set().equals(own));
    }

    /** Whether another plan, made later, would do the same to the same objects. */
    boolean isSameAs(RunPlan other) {
        if (!desired.equals(other.desired) || objects.size() != other.objects.size()) {
            return false;
        }
        for (int i = 0; i < objects.size(); i++) {
            if (!objects.get(i).isSameAs(other.objects.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The first object that another plan sees differently, or alone; empty if none. */
    String firstDifference(RunPlan other) {
        Map<ResourceId, PlannedObject> now = new HashMap<>();
        other.objects.forEach(object -> now.put(object.id(), object));
        for (PlannedObject object : objects) {
            PlannedObject then = now.remove(object.id());
            if (then == null || !object.isSameAs(then)) {
                return object.id().toString();
            }
        }
        return other.objects.stream()
                .filter(object -> now.containsKey(object.id()))
                .findFirst()
                .map(object -> object.id().toString())
                .orElse("");
    }

    @Override
    public String text() {
        return PlanTexts.text(this, PlanTexts.MOST_LINES);
    }

    @Override
    public String fullText() {
        return PlanTexts.text(this, Integer.MAX_VALUE);
    }

    @Override
    public String json() {
        return PlanTexts.json(this);
    }

    @Override
    public String toString() {
        return "plan for " + release + ", " + objects.size() + " objects";
    }
}
