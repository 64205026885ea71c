package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.fields.GivenUp;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What happens to an object, and what the run must know to do it. Immutable. */
@Value.Immutable
@DeployStyle
abstract class PlannedObject implements PlannedChange, WithPlannedObject {
    PlannedObject() {}

    /** An object to which something happens, and of which nothing else is known. */
    static PlannedObject of(ResourceId id, Action action) {
        return ImmutablePlannedObject.builder().id(id).action(action).build();
    }

    /**
     * The live object that a plan was made for.
     *
     * @param uid which object
     * @param version its version then
     * @param content what a person would read of it
     * @param pods its pods, if it is a workload
     */
    record Promise(String uid, String version, Manifest content, RunningPods pods) {
        /** The id of the set that it belongs to; empty if none. */
        String set() {
            return ApplySet.of(new LiveObject(content.tree()));
        }

        /**
         * The promise does not include ignored fields, and not the number of replicas of a Deployment for which none is desired: an
         * autoscaler can set it at any time.
         */
        static Promise of(LiveObject live, @Nullable DesiredObject desired) {
            Manifest content = live.content();
            if (desired != null) {
                MapTree wanted = desired.manifest().tree();
                IgnoredFields ignored = IgnoredFields.of(wanted);
                content =
                        ignored.isNone() ? content : new LiveObject(ignored.removedFrom(live.tree(), wanted)).content();
            }
            boolean scaled = desired != null
                    && desired.manifest().tree().at("spec", "replicas").isEmpty()
                    && content.tree().at("spec", "replicas").isPresent();
            if (scaled && content.tree().get("spec") instanceof MapTree spec) {
                content = Manifest.of(content.tree().with("spec", spec.without("replicas")));
            }
            return new Promise(live.uid(), live.version(), content, RunningPods.of(live.tree()));
        }
    }

    @Override
    @Value.Default
    public ChangeClass changeClass() {
        return ChangeClass.NONE;
    }

    /** The paths of differences in which the server's default follows a value that is no longer set. */
    abstract Set<String> defaulted();

    /** Why the server could not be asked; null if it was. */
    abstract @Nullable Unverified unverified();

    /** The object as it is to be; null if it is to go. */
    abstract @Nullable DesiredObject desired();

    /** What is sent to the live object instead, with the same meaning; null if it is the desired object. */
    abstract @Nullable MapTree sent();

    /** The object as the release knows it; null if it is new to it. */
    abstract @Nullable Member member();

    /** What was promised about the live object; null if there is none. */
    abstract @Nullable Promise live();

    /** What keeps it from being done, and warnings, fields that stay aside. */
    abstract List<Problem> faults();

    /** How it is applied: by force if fields of others are taken, all of which the options name. */
    @Value.Default
    ApplyMode mode() {
        return ApplyMode.of(LiveObject.MANAGER);
    }

    /** What becomes ours of others' fields before the object is applied. */
    @Value.Default
    GivenUp takenOver() {
        return GivenUp.nothing();
    }

    /** The fields that the release had set, or had found, and that the desired object does not have. */
    @Value.Default
    Retention.Found retention() {
        return Retention.Found.NONE;
    }

    /** The object as the release will know it, dropped fields aside, if nothing has to be written for that. */
    abstract @Nullable Member unwritten();

    /** The object as the release will know it; null if something has to be written for that. */
    @Nullable
    Member settled() {
        Member known = unwritten();
        return known == null ? null : known.withDropped(retention().dropped());
    }

    /** What keeps it from being done, and warnings. */
    List<Problem> problems() {
        DesiredObject known = desired();
        if (known == null || retainedFields().isEmpty() || faults().stream().anyMatch(Problem::isError)) {
            return faults();
        }
        List<Problem> all = new ArrayList<>(faults());
        all.addAll(Problems.retained(known, retainedFields()));
        return List.copyOf(all);
    }

    @Override
    public List<RetainedField> retainedFields() {
        return retention().retained();
    }

    @Override
    public boolean isUnverified() {
        return unverified() != null;
    }

    PlannedObject note(String text) {
        List<String> all = new ArrayList<>(notes());
        all.add(text);
        return withNotes(all);
    }

    PlannedObject problem(Problem problem) {
        return problems(List.of(problem));
    }

    PlannedObject problems(List<Problem> more) {
        List<Problem> all = new ArrayList<>(faults());
        all.addAll(more);
        return withFaults(all);
    }

    /** The same with the live object that it was planned for; the desired object must be known by then. */
    PlannedObject seen(LiveObject live) {
        return withLive(Promise.of(live, desired()));
    }

    /** The same, of which the server could not be asked. */
    PlannedObject unasked(Unverified why) {
        return withUnverified(why).note(why.text());
    }

    /** Whether something has to be written for it. */
    boolean isChange() {
        return switch (action()) {
            case CREATE, UPDATE, REPLACE, ADOPT, DELETE -> true;
            case KEEP, UNCHANGED, CONFLICT, REFUSED -> false;
        };
    }

    boolean isImpossible() {
        return action() == Action.CONFLICT || action() == Action.REFUSED;
    }

    MapTree body(DesiredObject object) {
        MapTree instead = sent();
        return instead == null ? object.manifest().tree() : instead;
    }

    /** The same for a live object that the run itself has made since. */
    PlannedObject made(LiveObject live) {
        return of(id(), action())
                .withMember(member())
                .withChangeClass(changeClass())
                .withDesired(desired())
                .seen(live);
    }

    /** Whether it is a Job that has ended, and is settled whether or not it is still there. */
    boolean isEndedJob() {
        return unwritten() != null && live() == null;
    }

    /** Whether the inventory does not know yet that it completed. */
    boolean isNewlyCompleted() {
        Member after = unwritten();
        Member before = member();
        return after != null
                && before != null
                && after.completed().isKnown()
                && !after.completed().equals(before.completed());
    }

    /** The object as the inventory has it before the write; empty if it is not desired, or its kind is not known. */
    Optional<Member> coming() {
        return Optional.ofNullable(desired())
                .filter(known -> known.resource() != null)
                .map(known -> known.member().withDropped(retention().dropped()));
    }

    /** The same object, kept instead of deleted. */
    PlannedObject kept(String why) {
        return of(id(), Action.KEEP).withMember(member()).withLive(live()).note(why);
    }

    /** What a plan that was reviewed and one that is made again must agree on. */
    boolean isSameAs(PlannedObject other) {
        return id().equals(other.id())
                && action() == other.action()
                && differences().equals(other.differences())
                && isUnverified() == other.isUnverified()
                && isSameLive(live(), other.live());
    }

    private static boolean isSameLive(@Nullable Promise a, @Nullable Promise b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.uid().equals(b.uid()) && a.content().equals(b.content());
    }
}
