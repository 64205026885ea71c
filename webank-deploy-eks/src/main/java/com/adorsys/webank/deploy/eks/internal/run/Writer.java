package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Patience;
import com.adorsys.webank.deploy.eks.internal.fields.FieldOwner;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.WaitListener;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Digest;
import com.adorsys.webank.deploy.eks.internal.records.DigestKey;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes one object at a time, as its plan says and not otherwise. Thread-safe. */
final class Writer {
    /** How often an object is looked at anew that others change meanwhile. */
    private static final int ROUNDS = 5;

    /** A version that no object has: with it an object is only created, and one that is there is a conflict. */
    static final String ABSENT = "1";

    private final ApiServer api;
    private final Inspector inspector;
    private final DigestKey key;
    private final RunListener listener;
    private final Changed changed;

    /** What becomes of an object that has changed since it was planned. */
    enum Changed {
        /** It is planned anew, and written if nothing speaks against that. */
        PLANNED_ANEW,
        /** It is left alone, since somebody approved the plan. */
        LEFT_ALONE
    }

    /** @param api which lets writes pass as long as the run may write */
    Writer(RunContext context, ApiServer api, Inspector inspector, Changed changed) {
        this.api = api;
        this.inspector = inspector;
        this.key = context.records().key();
        this.listener = context.listener();
        this.changed = changed;
    }

    /**
     * What was written.
     *
     * @param member as the release knows the object from now on
     * @param generation of the live object
     */
    record Written(Member member, Outcome outcome, long generation, List<String> warnings) {}

    Written apply(PlannedObject planned, DesiredObject desired) {
        listener.on(new ProgressEvent.ObjectStarted(planned.id(), planned.action()));
        try {
            Written written = applyRounds(planned, desired);
            listener.on(new ProgressEvent.ObjectDone(planned.id(), written.outcome()));
            return written;
        } catch (DeployException e) {
            throw reported(planned, e);
        } catch (ApiException e) {
            throw reported(planned, failure(desired, e));
        }
    }

    private DeployException reported(PlannedObject planned, DeployException failure) {
        listener.on(new ProgressEvent.ObjectFailed(planned.id(), String.valueOf(failure.getMessage())));
        return failure;
    }

    private Written applyRounds(PlannedObject first, DesiredObject desired) {
        PlannedObject planned = first;
        Patience patience = Patience.withServerBehind(api.deadline());
        for (int round = 1; ; round++) {
            try {
                boolean last = round >= ROUNDS;
                return applyOnce(
                        first,
                        planned,
                        desired,
                        last && changed == Changed.PLANNED_ANEW ? Version.ANY : Version.AS_SEEN);
            } catch (ApiException e) {
                Unverified awaited = inspector.awaited(desired, e).orElse(null);
                if ((awaited == Unverified.KIND || awaited == Unverified.NAMESPACE) && patience.pause()) {
                    continue;
                }
                boolean moved = e.isConflict() || e.isNotFound() && planned.live() != null;
                if (!moved || round >= ROUNDS) {
                    throw e;
                }
                planned = again(first, planned, desired);
                Member settled = planned.settled();
                if (planned.action() == Action.UNCHANGED && settled != null) {
                    // The answer to our own write was lost, or somebody made the same change.
                    return new Written(settled, outcome(first.action(), Outcome.UPDATED), 0, List.of());
                }
            }
        }
    }

    /** In which version an existing object is written. */
    private enum Version {
        /** The one that the plan saw: one who came between is not overwritten. */
        AS_SEEN,
        /** Any, of the same object: for one that changes all the time. */
        ANY
    }

    /** Looks again at an object that is not what it was planned for. */
    private PlannedObject again(PlannedObject first, PlannedObject planned, DesiredObject desired) {
        PlannedObject now = inspector.inspect(desired, planned.member());
        Problems.throwIfErrors(now.problems(), desired + " has changed since the plan was made.");
        if (changed == Changed.LEFT_ALONE && now.action() != Action.UNCHANGED && !first.isSameAs(now)) {
            throw new DeployException.Conflict(
                    desired + " has changed since the plan was made. Plan again, and see what changed.");
        }
        return now;
    }

    private Written applyOnce(PlannedObject first, PlannedObject planned, DesiredObject desired, Version version) {
        PlannedObject.Promise live = planned.live();
        MapTree body = planned.action() == Action.REPLACE ? desired.manifest().tree() : planned.body(desired);
        MapTree metadata = Trees.map(body, "metadata");
        if (planned.action() == Action.REPLACE && live != null) {
            deleteAndAwait(planned, live.uid());
        } else if (!planned.takenOver().isNothing()) {
            // Its version is another than the promised one from here on.
            Optional<LiveObject> now = takeOver(planned, desired);
            if (now.isPresent()) {
                metadata = seen(
                        metadata,
                        now.get().uid(),
                        version == Version.ANY ? "" : now.get().version());
            }
        } else if (live != null) {
            metadata = seen(metadata, live.uid(), version == Version.ANY ? "" : live.version());
        } else {
            metadata = metadata.with("resourceVersion", ABSENT);
        }
        body = body.with("metadata", metadata);
        ApiAnswer answer = api.apply(desired.path(), body, planned.mode());
        LiveObject after = new LiveObject(answer.body());
        if (after.isTerminating()) {
            throw new DeployException.Conflict(desired + " is being deleted by somebody while it is applied."
                    + " Wait until it is gone, and run again.");
        }
        Digest owned = key.owned(after, desired.manifest().tree());
        Member member = desired.member()
                .withUid(after.uid())
                .withDigests(desired.digest(), owned)
                .withDropped(
                        planned.retention().dropped().and(after.others(Set.of()).fields()));
        AsApplied.remember(api.memory(), member, after, desired.manifest().tree());
        Outcome written = answer.code() == 201 ? Outcome.CREATED : Outcome.UPDATED;
        return new Written(member, outcome(first.action(), written), after.generation(), answer.warnings());
    }

    private static MapTree seen(MapTree metadata, String uid, String version) {
        MapTree seen = metadata.with("uid", uid);
        return version.isEmpty() ? seen : seen.with("resourceVersion", version);
    }

    /** What became of an object that was planned in a way; another outcome if the plan does not say it. */
    private static Outcome outcome(Action action, Outcome other) {
        return switch (action) {
            case ADOPT -> Outcome.ADOPTED;
            case REPLACE -> Outcome.REPLACED;
            case CREATE -> Outcome.CREATED;
            default -> other;
        };
    }

    /** Has fields handed over. Returns the object after that, or as it was found if there is nothing to hand over. */
    private Optional<LiveObject> takeOver(PlannedObject planned, DesiredObject desired) {
        for (int round = 1; ; round++) {
            Optional<LiveObject> live = inspector.read(desired);
            if (live.isEmpty()) {
                return live;
            }
            if (planned.live() != null && !planned.live().set().equals(ApplySet.of(live.get()))) {
                throw new DeployException.Conflict(
                        desired + " has become another release's since the plan was made. Plan again.");
            }
            Optional<HandOver> handOver = HandOver.of(live.get().tree(), planned.body(desired), planned.takenOver());
            if (handOver.isEmpty()) {
                return live;
            }
            try {
                ApiAnswer answer = api.patch(
                        desired.path(),
                        "application/json-patch+json",
                        handOver.get().patch());
                return Optional.of(new LiveObject(answer.body()));
            } catch (ApiException e) {
                // The version in the patch is no longer the object's.
                if (!e.isConflict() || round == ROUNDS) {
                    throw e;
                }
            }
        }
    }

    private void deleteAndAwait(PlannedObject planned, String uid) {
        DesiredObject desired = planned.desired();
        if (desired == null) {
            return;
        }
        try {
            api.delete(desired.path(), uid, "");
        } catch (ApiException e) {
            // Another object has its name: it is not touched, and the wait is for the one that is gone.
            if (!e.isConflict()) {
                throw e;
            }
        }
        Waiting.Target target = new Waiting.Target(
                desired.id(), desired.knownResource(), uid, 0, api.deadline().left());
        WaitResult result =
                new Waiting(api, WaitOptions.defaults()).awaitGone(List.of(target), api.deadline(), WaitListener.NONE);
        if (!result.isDone()) {
            throw new DeployException.TimedOut(
                    "`" + desired.id() + "` was deleted to be made anew, and is not gone yet ("
                            + result.entries().get(0).readiness() + "). " + Pruning.HELD);
        }
    }

    private static DeployException failure(DesiredObject desired, ApiException e) {
        ResourceId id = desired.id();
        if (e.isFieldConflict() || e.isInvalid() || e.isForbidden() || e.isKindUnserved() || e.code() == 400) {
            List<Problem> problems = e.isFieldConflict()
                    ? FieldOwner.conflicting(e).stream()
                            .map(conflict -> Problems.fieldConflict(
                                    desired, conflict, Problems.changed(List.of()), Optional.empty()))
                            .toList()
                    : List.of(Problems.refused(desired, e));
            try {
                Problems.throwIfErrors(problems, "Applying `" + id + "` was refused.");
            } catch (DeployException refused) {
                return refused;
            }
        }
        return ServerTexts.failure("Applying `" + id + "`", e);
    }
}
