package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.manifest.KindOrder;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which objects belong to a release, and what the last run did to them. Immutable.
 *
 * <p>While a run is under way, and after one that was killed, it holds every object that may be there: those from before
 * and those to come. Nothing that it does not hold is ever deleted. It knows no clock and no chance: the caller gives
 * times and ids.
 *
 * <p>Equality looks at the content, and not at the version that the server gave it.
 */
public final class Inventory {
    /** Of how many revisions the outcome is remembered. */
    static final int LONGEST_HISTORY = 100;

    /** How far a run got. */
    public enum Phase {
        /** A run is under way, or was killed: objects may be as before, as desired, or not there yet. */
        APPLYING,
        /** The objects are as the revision says; nobody waited until they were ready. */
        APPLIED,
        /** The objects are as the revision says, and became ready. */
        READY,
        /** The run failed: objects may be as before, as desired, or not there yet. */
        FAILED,
        /** The run's time was over before its end. */
        TIMED_OUT,
        /** The run was killed, and a run of another revision followed. Only in {@link Inventory#ended()}. */
        INTERRUPTED,
        /** The release is being deleted, or its deletion was killed. */
        DELETING;

        /** Whether the run has ended: its record was its last write. */
        public boolean isEnd() {
            return this != APPLYING && this != DELETING;
        }

        /** Whether the run did all that it had to. */
        public boolean isSuccess() {
            return this == APPLIED || this == READY;
        }
    }

    /**
     * How the run of a revision ended.
     *
     * @param revision its number
     * @param phase how far it got; a success stays if a later run of the same revision fails
     */
    public record Ended(long revision, Phase phase) {}

    /** What is known of a release without an inventory: as of one whose deletion has ended. */
    private static final Inventory NONE = new Inventory(
            Phase.DELETING,
            new Attempt("nobody", 0, Digest.none(), Origin.of(Instant.EPOCH, "")),
            List.of(),
            List.of(),
            MapTree.of());

    private final Phase phase;
    private final Attempt attempt;
    private final List<Member> members;
    private final List<Ended> ended;
    private final MapTree metadata;

    private Inventory(Phase phase, Attempt attempt, List<Member> members, List<Ended> ended, MapTree metadata) {
        this.phase = phase;
        this.attempt = attempt;
        this.members = members;
        this.ended = ended;
        this.metadata = metadata;
    }

    /** That of a release which has none: without members, revisions and a version. */
    public static Inventory none() {
        return NONE;
    }

    public boolean isNone() {
        // Revisions count from 1. Equality is asked last: that of records is linked when it is first asked for.
        return attempt.revision() == 0 && equals(NONE);
    }

    /** What the server calls the record; empty if it is not written yet. */
    public String uid() {
        return metadata.string("uid").orElse("");
    }

    /** Whether this is the very version of the record that another was read from. */
    public boolean isVersionOf(Inventory other) {
        return metadata.equals(other.metadata);
    }

    static Inventory of(Phase phase, Attempt attempt, List<Member> members, List<Ended> ended) {
        return new Inventory(phase, attempt, members, ended, MapTree.of());
    }

    public Phase phase() {
        return phase;
    }

    public Attempt attempt() {
        return attempt;
    }

    /** The objects, in the order of a {@code ManifestSet}. */
    public List<Member> members() {
        return members;
    }

    /** How the runs of revisions ended, the last first; at most 100. */
    public List<Ended> ended() {
        return ended;
    }

    /** The revisions whose run succeeded, the last first. */
    public List<Long> succeeded() {
        return ended.stream()
                .filter(one -> one.phase().isSuccess())
                .map(Ended::revision)
                .toList();
    }

    /** The version that the server gave to the record; empty if it is not written yet. */
    public String resourceVersion() {
        return ApiAnswer.metadata(MapTree.of("metadata", metadata), "resourceVersion");
    }

    /** The object with an id, if it belongs to the release. */
    public Optional<Member> find(ResourceId id) {
        int low = 0;
        int high = members.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = KindOrder.compare(members.get(middle).id(), id);
            if (order == 0) {
                return Optional.of(members.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /**
     * The same record with another content. The outcome of a run joins {@link #ended()}.
     *
     * @throws IllegalArgumentException if a member is there twice
     */
    public Inventory with(Phase nextPhase, Attempt nextAttempt, Collection<Member> nextMembers) {
        List<Ended> next = ended;
        if (phase == Phase.APPLYING && attempt.revision() != nextAttempt.revision()) {
            next = with(next, new Ended(attempt.revision(), Phase.INTERRUPTED));
        }
        if (nextPhase.isSuccess() || nextPhase == Phase.FAILED || nextPhase == Phase.TIMED_OUT) {
            next = with(next, new Ended(nextAttempt.revision(), nextPhase));
        }
        return new Inventory(nextPhase, nextAttempt, sorted(nextMembers), next, metadata);
    }

    private static List<Ended> with(List<Ended> before, Ended now) {
        List<Ended> next = new ArrayList<>();
        next.add(now);
        for (Ended one : before) {
            if (one.revision() != now.revision()) {
                next.add(one);
            } else if (one.phase().isSuccess() && !now.phase().isSuccess()) {
                return before;
            }
        }
        return List.copyOf(next.subList(0, Math.min(next.size(), LONGEST_HISTORY)));
    }

    /**
     * The members and others, as a run needs them before its first write. A member that is in both keeps its uid and what
     * was last applied to it, and has the dropped fields of both; its digests are forgotten if the API version is another,
     * since they were made of that one.
     */
    public List<Member> union(Collection<Member> others) {
        List<Member> union = new ArrayList<>();
        for (Member other : others) {
            union.add(find(other.id())
                    .map(old -> (old.resource().equals(other.resource())
                                    ? old
                                    : Member.of(other.id(), other.resource())
                                            .withUid(old.uid())
                                            .withCompleted(old.completed()))
                            .withDropped(old.dropped().union(other.dropped())))
                    .orElse(other));
        }
        Inventory given = with(phase, attempt, others);
        for (Member member : members) {
            if (given.find(member.id()).isEmpty()) {
                union.add(member);
            }
        }
        return sorted(union);
    }

    /** The metadata of the record as it was read, others' labels and annotations among it; empty if there is none. */
    MapTree metadata() {
        return metadata;
    }

    Inventory withMetadata(MapTree read) {
        return new Inventory(phase, attempt, members, ended, read);
    }

    private static List<Member> sorted(Collection<Member> members) {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort((a, b) -> KindOrder.compare(a.id(), b.id()));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())) {
                throw new IllegalArgumentException(sorted.get(i) + " is there twice");
            }
        }
        return Collections.unmodifiableList(sorted);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Inventory that
                && phase == that.phase
                && attempt.equals(that.attempt)
                && ended.equals(that.ended)
                && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return Objects.hash(phase, attempt, ended, members);
    }

    /** {@code inventory of 42 objects, revision 7, READY}. */
    @Override
    public String toString() {
        return "inventory of " + members.size() + " objects, revision " + attempt.revision() + ", " + phase;
    }
}
