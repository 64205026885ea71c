package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.ready.Diagnosis;
import com.adorsys.webank.deploy.eks.internal.ready.WaitListener;
import com.adorsys.webank.deploy.eks.internal.ready.WaitOptions;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until members of a release are ready, as its options say, and explains what is not. */
record ReadyWait(RunContext context) {
    private static final Duration EXPLAINING = Duration.ofSeconds(10);

    /**
     * Waits until members are ready.
     *
     * @param generations of the members that this run wrote
     * @return the Jobs among them that completed
     */
    Set<ResourceId> await(Collection<Member> members, Map<ResourceId, Long> generations) {
        if (members.isEmpty()) {
            return Set.of();
        }
        context.listener().on(new ProgressEvent.StepStarted(Step.WAIT, members.size()));
        Duration left = context.api().deadline().left();
        List<Waiting.Target> targets = new ArrayList<>();
        for (Member member : members) {
            targets.add(new Waiting.Target(
                    member.id(),
                    member.resource(),
                    member.uid(),
                    generations.getOrDefault(member.id(), 0L),
                    context.options().objectTimeout().orElse(left)));
        }
        WaitOptions how = WaitOptions.defaults().withLabelSelector(ApplySet.selector(context.release()));
        if (context.options().ingressAddresses() == DeployOptions.IngressAddresses.AWAITED) {
            how = how.withAddresses(WaitOptions.Addresses.SERVICES_AND_INGRESSES);
        }
        WaitResult result =
                new Waiting(context.api(), how).await(targets, context.api().deadline(), listener(context.listener()));
        if (!result.isDone()) {
            throw unready(result);
        }
        return result.entries().stream()
                .filter(WaitResult.Entry::isCompleted)
                .map(WaitResult.Entry::id)
                .collect(Collectors.toSet());
    }

    private DeployException unready(WaitResult result) {
        StringBuilder text = new StringBuilder("The release is not ready:");
        boolean failed = false;
        for (WaitResult.Entry entry : result.entries()) {
            switch (entry.outcome()) {
                case DONE, UNFINISHED -> {}
                case FAILED, TIMED_OUT -> {
                    failed |= entry.outcome() == WaitResult.Outcome.FAILED;
                    text.append('\n').append(entry);
                    entry.live().ifPresent(live -> text.append(explained(live)));
                }
            }
        }
        text.append("\nNothing was pruned.");
        return failed ? new DeployException.Refused(text.toString()) : new DeployException.TimedOut(text.toString());
    }

    /** Why an object is not ready; asked for although the run's time may be over. */
    private String explained(MapTree live) {
        return "\n"
                + Diagnosis.explain(context.server().within(Deadline.in(EXPLAINING)), live)
                        .text()
                        .stripTrailing();
    }

    /** Tells a run's listener how a wait goes on. */
    static WaitListener listener(RunListener listener) {
        return new WaitListener() {
            @Override
            public void changed(Change change) {
                listener.on(new ProgressEvent.ObjectReadiness(change.id(), change.readiness()));
            }

            @Override
            public void notice(String text) {
                listener.on(new ProgressEvent.Warning(text));
            }
        };
    }
}
