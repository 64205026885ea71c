package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deletes members, the last wave first, and waits until they are gone.
 *
 * <p>Each is read again right before: what is no longer the release's, is to be kept by now, or was made anew by another,
 * stays.
 */
record Pruning(RunContext context, ApiServer api, Outcomes outcomes) {
    /** What to do about an object that does not go. */
    static final String HELD = "If they do not go, check that the controllers of their finalizers run.";

    /** How often an object is looked at anew that others change meanwhile. */
    private static final int ROUNDS = 5;

    /** Deletes what plans say. Returns the members that stay after all. */
    List<Member> delete(List<PlannedObject> deletions) {
        context.listener().on(new ProgressEvent.StepStarted(Step.PRUNE, deletions.size()));
        TreeMap<Wave, List<PlannedObject>> waves = new TreeMap<>(Collections.reverseOrder());
        for (PlannedObject object : deletions) {
            Wave wave = object.live() == null
                    ? new Wave(0, Wave.Stage.WORKLOAD)
                    : Wave.of(object.live().content());
            waves.computeIfAbsent(wave, any -> new ArrayList<>()).add(object);
        }
        List<Member> left = Collections.synchronizedList(new ArrayList<>());
        for (Map.Entry<Wave, List<PlannedObject>> wave : waves.entrySet()) {
            List<Waiting.Target> going = Collections.synchronizedList(new ArrayList<>());
            context.workers().each(wave.getValue(), object -> delete(object, going, left));
            awaitGone(going);
        }
        return left;
    }

    private void delete(PlannedObject object, List<Waiting.Target> going, List<Member> left) {
        Member member = object.member();
        if (member == null) {
            return;
        }
        int round = 1;
        while (!isDecided(object, member, new Fate(going, left, round))) {
            round++;
        }
    }

    /** Where the members go, and how often an object was looked at. */
    private record Fate(List<Waiting.Target> going, List<Member> left, int round) {}

    /** Looks at an object, and deletes it in the version that was seen. Returns whether that is settled. */
    private boolean isDecided(PlannedObject object, Member member, Fate fate) {
        Optional<LiveObject> found = api.find(member.path()).map(LiveObject::new);
        if (found.isEmpty()) {
            outcomes.add(object.id(), Outcome.DELETED);
            return true;
        }
        LiveObject live = found.get();
        boolean ours = ApplySet.isOf(live, context.release());
        boolean asPlanned = object.live() != null && object.live().uid().equals(live.uid());
        if (!ours
                || !asPlanned
                || !live.keptBecause().isEmpty()
                || isNeeded(object, fate.left())
                || isUsedMeanwhile(object, live)) {
            fate.left().add(member);
            outcomes.add(object.id(), Outcome.KEPT);
            return true;
        }
        context.listener().on(new ProgressEvent.ObjectStarted(object.id(), Action.DELETE));
        try {
            api.delete(member.path(), live.uid(), fate.round() < ROUNDS ? live.version() : "");
        } catch (ApiException e) {
            if (e.isConflict() && fate.round() <= ROUNDS) {
                return false;
            }
            DeployException failure = ServerTexts.failure("Deleting `" + object.id() + "`", e);
            outcomes.fail(object.id(), failure);
            context.listener().on(new ProgressEvent.ObjectFailed(object.id(), String.valueOf(failure.getMessage())));
            throw failure;
        }
        fate.going()
                .add(new Waiting.Target(
                        object.id(),
                        member.resource(),
                        live.uid(),
                        0,
                        api.deadline().left()));
        return true;
    }

    /** Whether a definition was to be deleted since it had no object, and has one by now. */
    private boolean isUsedMeanwhile(PlannedObject object, LiveObject live) {
        return Deletions.isDefinition(object.id())
                && object.changeClass() != ChangeClass.DATA_LOSS
                && !DefinedKinds.isUnused(api, live.content(), List.of());
    }

    /** Whether something would go with it that stays after all. */
    private static boolean isNeeded(PlannedObject object, List<Member> left) {
        Deletions deletion = new Deletions(List.of(object));
        synchronized (left) {
            return left.stream().anyMatch(member -> deletion.taking(member.id()).isPresent());
        }
    }

    private void awaitGone(List<Waiting.Target> going) {
        if (going.isEmpty()) {
            return;
        }
        WaitResult result = new Waiting(api, WaitOptions.defaults().withFailure(WaitOptions.Failure.IS_COLLECTED))
                .awaitGone(List.copyOf(going), api.deadline(), ReadyWait.listener(context.listener()));
        List<String> still = new ArrayList<>();
        for (WaitResult.Entry entry : result.entries()) {
            if (entry.outcome() == WaitResult.Outcome.DONE) {
                outcomes.add(entry.id(), Outcome.DELETED);
                context.listener().on(new ProgressEvent.ObjectDone(entry.id(), Outcome.DELETED));
            } else {
                still.add("`" + entry.id() + "` (" + entry.readiness() + ")");
            }
        }
        if (!still.isEmpty()) {
            outcomes.begun();
            throw new DeployException.TimedOut("Deleted, and not gone yet: " + String.join(", ", still) + ". " + HELD);
        }
    }
}
