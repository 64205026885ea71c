package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions.Pruning;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.KindOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes the plan between what is desired and what is there. Only reads and makes dry runs.
 *
 * @param inventory what the release has
 * @param snapshot what that looks like
 */
record Planner(RunContext context, Inventory inventory, Snapshot snapshot) {
    /**
     * What happens to every desired object, and to every member that is no longer desired.
     *
     * @param inspector asked about those objects that are not settled
     * @param beside what is done while the server is asked about those that are not settled
     */
    List<PlannedObject> objects(
            DesiredSet set, Inspector inspector, Function<List<DesiredObject>, List<Runnable>> beside) {
        Map<ResourceId, Member> known = new HashMap<>();
        inventory.members().forEach(member -> known.put(member.id(), member));
        List<PlannedObject> settled = new ArrayList<>();
        List<DesiredObject> open = new ArrayList<>();
        EndedJobs jobs = new EndedJobs(context, inventory, snapshot);
        for (DesiredObject desired : set.objects()) {
            Optional<Member> member = Optional.ofNullable(known.get(desired.id()));
            Optional<PlannedObject> ended = member.flatMap(job -> jobs.plan(desired, job));
            if (ended.isPresent()) {
                settled.add(ended.get());
                continue;
            }
            Optional<Snapshot.Untouched> untouched = snapshot.untouched(desired.id());
            boolean same = member.isPresent()
                    && desired.resource() != null
                    && member.get().desired().equals(desired.digest())
                    && untouched.isPresent();
            if (same) {
                FieldSet dropped = member.get().dropped();
                settled.add(PlannedObject.of(desired.id(), Action.UNCHANGED)
                        .withDesired(desired)
                        .withMember(member.get())
                        .withRetention(
                                new Retention.Found(dropped, untouched.get().retainedFields()))
                        .withIgnoredDifferences(untouched.get().ignored())
                        .problems(Problems.marksLeft(desired, untouched.get().marks())));
            } else {
                open.add(desired);
            }
        }
        List<PlannedObject> all = new ArrayList<>(settled);
        BiFunction<Inspector, DesiredObject, PlannedObject> inspect = (asking, desired) -> {
            Member member = Optional.ofNullable(known.get(desired.id()))
                    .flatMap(snapshot::current)
                    .orElse(null);
            Optional<LiveObject> live = desired.resource() == null ? Optional.empty() : snapshot.touched(desired.id());
            return live.isPresent() ? asking.inspect(desired, member, live.get()) : asking.inspect(desired, member);
        };
        // What becomes of definitions decides what can be said of objects of their kinds.
        List<PlannedObject> definitions = context.workers()
                .map(
                        open.stream().filter(DesiredObject::isDefinition).toList(),
                        desired -> inspect.apply(inspector, desired));
        Inspector informed = inspector.after(definitions);
        all.addAll(definitions);
        all.addAll(context.workers()
                .map(
                        open.stream().filter(desired -> !desired.isDefinition()).toList(),
                        desired -> inspect.apply(informed, desired),
                        open.isEmpty() ? List.of() : beside.apply(open)));
        all.addAll(obsolete(inventory.members().stream()
                .filter(member -> !set.has(member.id()))
                .toList()));
        all = new ArrayList<>(Deletions.withheld(all));
        all.sort((a, b) -> KindOrder.compare(a.id(), b.id()));
        return all;
    }

    /** What happens to members that are no longer desired; those that are gone, or another release's by now, are left out. */
    List<PlannedObject> obsolete(List<Member> all) {
        List<PlannedObject> there = new ArrayList<>();
        // Whether a definition can go depends on what becomes of the objects of its kind.
        for (boolean definitions : new boolean[] {false, true}) {
            List<Member> some = all.stream()
                    .filter(member -> Deletions.isDefinition(member.id()) == definitions)
                    .toList();
            List<PlannedObject> before = List.copyOf(there);
            context.workers()
                    .map(some, member -> snapshot.current(member).flatMap(now -> obsolete(now, before)))
                    .forEach(plan -> plan.ifPresent(there::add));
        }
        return there;
    }

    private Optional<PlannedObject> obsolete(Member member, List<PlannedObject> before) {
        Optional<LiveObject> found = snapshot.touched(member.id());
        if (found.isEmpty()) {
            try {
                found = Optional.of(
                        new LiveObject(context.api().get(member.path()).body()));
            } catch (ApiException e) {
                if (e.isForbidden()) {
                    String why = "it may not be read: " + OneLine.of(e.serverMessage());
                    return Optional.of(kept(member, why));
                }
                if (!e.isNotFound()) {
                    throw e;
                }
                return e.isKindUnserved()
                        ? Optional.of(kept(member, "the cluster does not serve its kind"))
                        : Optional.empty();
            }
        }
        LiveObject live = found.get();
        return ApplySet.isOfAnother(live, context.release())
                ? Optional.empty()
                : Optional.of(obsolete(member, live, before));
    }

    private PlannedObject obsolete(Member member, LiveObject live, List<PlannedObject> before) {
        ChangeClass loss = live.deletion();
        if (!ApplySet.isOf(live, context.release())) {
            // Without the member the next record of the release forgets it.
            return PlannedObject.of(member.id(), Action.KEEP)
                    .note("it does not bear the release's label, so it is not the release's any more")
                    .seen(live);
        }
        if (context.options().pruning() == Pruning.KEEP) {
            return kept(member, "nothing is deleted, as asked").seen(live);
        }
        if (!live.keptBecause().isEmpty()) {
            return kept(member, live.keptBecause()).seen(live);
        }
        if (loss == ChangeClass.DATA_LOSS
                && Deletions.isDefinition(member.id())
                && DefinedKinds.isUnused(context.api(), live.content(), before)) {
            loss = ChangeClass.DELETION;
        }
        boolean asked = context.options().dataDeleted().stream().anyMatch(ref -> ref.matches(member.id()));
        if (loss == ChangeClass.DATA_LOSS && !asked) {
            return kept(member, "data would go with it; let it be deleted with `--delete-data " + member.id() + "`")
                    .seen(live);
        }
        return PlannedObject.of(member.id(), Action.DELETE)
                .withMember(member)
                .seen(live)
                .withChangeClass(loss);
    }

    private static PlannedObject kept(Member member, String why) {
        return PlannedObject.of(member.id(), Action.KEEP).withMember(member).note(why);
    }

    /** The problems of all objects, in order; what several have alike is reported once. */
    static List<Problem> problems(List<PlannedObject> objects) {
        SharedProblems problems = new SharedProblems();
        objects.forEach(object -> object.problems().forEach(problem -> problems.add(problem, object.id())));
        return problems.all();
    }

    /** Members that are not desired, and not there any more or no longer the release's. */
    static List<ResourceId> gone(List<Member> members, DesiredSet set, List<PlannedObject> objects) {
        Set<ResourceId> planned = new HashSet<>();
        objects.stream().filter(object -> object.member() != null).forEach(object -> planned.add(object.id()));
        return members.stream()
                .map(Member::id)
                .filter(id -> !set.has(id) && !planned.contains(id))
                .toList();
    }
}
