package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.RetainedField;
import com.adorsys.webank.deploy.eks.internal.api.ApplyMode;
import com.adorsys.webank.deploy.eks.internal.fields.FieldSet;
import com.adorsys.webank.deploy.eks.internal.fields.GivenUp;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an object, and what the run must know to do it.
 *
 * @param unverified why the server could not be asked; null if it was
 * @param desired the object as it is to be; null if it is to go
 * @param sent what is sent to the live object instead, with the same meaning; null if it is the desired object
 * @param member the object as the release knows it; null if it is new to it
 * @param live what was promised about the live object; null if there is none
 * @param defaulted the paths of differences in which the server's default follows a value that is no longer set
 * @param problems what keeps it from being done
 * @param mode how it is applied: by force if fields of others are taken, all of which the options name
 * @param givenUp what becomes ours of others' fields before the object is applied
 * @param settled the object as the release will know it, if nothing has to be written for that
 * @param dropped the fields that the release had set, or had found, and that the desired object does not have
 */
record PlannedObject(
        ResourceId id,
        Action action,
        List<Difference> differences,
        ChangeClass changeClass,
        List<ManagedField> otherManagers,
        List<RetainedField> retainedFields,
        List<Difference> ignoredDifferences,
        Set<String> defaulted,
        List<String> warnings,
        @Nullable Unverified unverified,
        List<String> notes,
        @Nullable DesiredObject desired,
        @Nullable MapTree sent,
        @Nullable Member member,
        @Nullable Promise live,
        List<Problem> problems,
        ApplyMode mode,
        GivenUp givenUp,
        @Nullable Member settled,
        FieldSet dropped)
        implements PlannedChange {
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
    public boolean isUnverified() {
        return unverified != null;
    }

    /** Whether something has to be written for it. */
    boolean isChange() {
        return switch (action) {
            case CREATE, UPDATE, REPLACE, ADOPT, DELETE -> true;
            case KEEP, UNCHANGED, CONFLICT, REFUSED -> false;
        };
    }

    /** Whether it cannot be applied. */
    boolean isImpossible() {
        return action == Action.CONFLICT || action == Action.REFUSED;
    }

    /** What is sent to apply an object. */
    MapTree body(DesiredObject object) {
        return sent == null ? object.manifest().tree() : sent;
    }

    /** The same for a live object that the run itself has made since. */
    PlannedObject made(LiveObject live) {
        Builder made = of(id, action).member(member).changeClass(changeClass);
        if (desired != null) {
            made.desired(desired);
        }
        return made.live(live).build();
    }

    /** Whether it is a Job that has ended, and is settled whether or not it is still there. */
    boolean isEndedJob() {
        return settled != null && live == null;
    }

    /** Whether the inventory does not know yet that it completed. */
    boolean isNewlyCompleted() {
        return settled != null
                && member != null
                && settled.completed().isKnown()
                && !settled.completed().equals(member.completed());
    }

    /** The object as the inventory has it before the write; empty if it is not desired, or its kind is not known. */
    Optional<Member> coming() {
        return desired == null || desired.resource() == null
                ? Optional.empty()
                : Optional.of(desired.member().withDropped(dropped));
    }

    /** The same object, kept instead of deleted. */
    PlannedObject kept(String why) {
        Builder kept = of(id, Action.KEEP).member(member).note(why);
        kept.live = live;
        return kept.build();
    }

    /** What a plan that was reviewed and one that is made again must agree on. */
    boolean isSameAs(PlannedObject other) {
        return id.equals(other.id)
                && action == other.action
                && differences.equals(other.differences)
                && isUnverified() == other.isUnverified()
                && isSameLive(live, other.live);
    }

    private static boolean isSameLive(@Nullable Promise a, @Nullable Promise b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.uid().equals(b.uid()) && a.content().equals(b.content());
    }

    static Builder of(ResourceId id, Action action) {
        return new Builder(id, action);
    }

    /** Collects what is known of an object. */
    static final class Builder {
        private final ResourceId id;
        private Action action;
        private List<Difference> differences = List.of();
        private ChangeClass changeClass = ChangeClass.NONE;
        private List<ManagedField> otherManagers = List.of();
        private List<Difference> ignored = List.of();
        private Set<String> defaulted = Set.of();
        private List<String> warnings = List.of();
        private @Nullable Unverified unverified;
        private final ArrayList<String> notes = new ArrayList<>();
        private @Nullable DesiredObject desired;
        private @Nullable MapTree sent;
        private @Nullable Member member;
        private @Nullable Promise live;
        private final ArrayList<Problem> problems = new ArrayList<>();
        private ApplyMode mode = ApplyMode.of(LiveObject.MANAGER);
        private GivenUp givenUp = GivenUp.nothing();
        private @Nullable Member settled;
        private Retention.Found retention = Retention.Found.NONE;

        private Builder(ResourceId id, Action action) {
            this.id = id;
            this.action = action;
        }

        Builder action(Action value) {
            action = value;
            return this;
        }

        Builder differences(List<Difference> value, ChangeClass worst) {
            differences = value;
            changeClass = worst;
            return this;
        }

        Builder changeClass(ChangeClass value) {
            changeClass = value;
            return this;
        }

        Builder otherManagers(List<ManagedField> value) {
            otherManagers = value;
            return this;
        }

        Builder defaulted(Set<String> paths) {
            defaulted = paths;
            return this;
        }

        Builder ignored(List<Difference> value) {
            ignored = value;
            return this;
        }

        Builder warnings(List<String> value) {
            warnings = value;
            return this;
        }

        Builder unverified(Unverified why) {
            unverified = why;
            notes.add(why.text());
            return this;
        }

        Builder note(String text) {
            notes.add(text);
            return this;
        }

        Builder desired(DesiredObject value) {
            desired = value;
            return this;
        }

        Optional<DesiredObject> desired() {
            return Optional.ofNullable(desired);
        }

        Builder sent(MapTree value) {
            sent = value;
            return this;
        }

        Builder member(@Nullable Member value) {
            member = value;
            return this;
        }

        Builder live(LiveObject value) {
            live = Promise.of(value, desired);
            return this;
        }

        Builder problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        Builder problems(List<Problem> more) {
            problems.addAll(more);
            return this;
        }

        Builder forced() {
            mode = mode.forced();
            return this;
        }

        Builder givenUp(GivenUp value) {
            givenUp = value;
            return this;
        }

        GivenUp givenUp() {
            return givenUp;
        }

        Builder settled(Member value) {
            settled = value;
            return this;
        }

        Builder retaining(Retention.Found value) {
            retention = value;
            return this;
        }

        Retention.Found retention() {
            return retention;
        }

        PlannedObject build() {
            if (desired != null && problems.stream().noneMatch(Problem::isError)) {
                problems.addAll(Problems.retained(desired, retention.retained()));
            }
            FieldSet dropped = retention.dropped();
            return new PlannedObject(
                    id,
                    action,
                    differences,
                    changeClass,
                    otherManagers,
                    retention.retained(),
                    ignored,
                    defaulted,
                    warnings,
                    unverified,
                    List.copyOf(notes),
                    desired,
                    sent,
                    member,
                    live,
                    List.copyOf(problems),
                    mode,
                    givenUp,
                    settled == null ? null : settled.withDropped(dropped),
                    dropped);
        }
    }
}
