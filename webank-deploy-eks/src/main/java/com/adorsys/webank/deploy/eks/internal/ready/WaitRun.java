package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.Readiness.State;
import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.ready.Awaited.Goal;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Entry;
import com.adorsys.webank.deploy.eks.internal.ready.WaitResult.Outcome;
import com.adorsys.webank.deploy.eks.internal.ready.Waiting.Target;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One wait. The thread that runs it lists, judges and tells; the HTTP client's threads only put what a stream says into a
 * queue.
 */
final class WaitRun {
    /** What came out of a stream: an event, or its end. */
    record Signal(
            Watched watched,
            int stream,
            @Nullable MapTree event,
            @Nullable Throwable failure) {}

    /** How long one request may keep the others waiting. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

    private static final Duration SHORTEST_REQUEST = Duration.ofMillis(100);
    private static final Duration RECHECK = Duration.ofSeconds(1);

    private final WaitOptions options;
    private final Goal goal;
    private final Deadline deadline;
    private final WaitListener listener;
    private final ApiReader source;
    private final Judge judge;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Map<ResourceId, Awaited> awaited = new LinkedHashMap<>();
    private final PriorityQueue<Awaited> byEnd;
    private final List<Watched> watched = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private int done;
    private int failed;
    private long failingSinceNanos;
    private boolean noticed;

    WaitRun(
            ApiReader source,
            WaitOptions options,
            Goal goal,
            List<Target> targets,
            Deadline deadline,
            WaitListener listener) {
        this.options = options;
        this.goal = goal;
        this.deadline = deadline;
        this.listener = listener;
        this.source = source;
        this.judge = new Judge(options);
        Map<Place, Map<String, Awaited>> places = new LinkedHashMap<>();
        this.byEnd = new PriorityQueue<>(Math.max(1, targets.size()), (a, b) -> Long.signum(a.endNanos - b.endNanos));
        for (Target target : targets) {
            Awaited one = new Awaited(target, goal, startNanos + Watched.nanos(target.timeout()));
            if (awaited.putIfAbsent(target.id(), one) == null) {
                byEnd.add(one);
                if (!isDoneByExisting(target)) {
                    places.computeIfAbsent(
                                    new Place(target.resource(), target.id().namespace()),
                                    place -> new LinkedHashMap<>())
                            .put(target.id().name(), one);
                }
            }
        }
        places.forEach((place, there) -> watched.add(new Watched(this, place.resource(), place.namespace(), there)));
    }

    /** A kind in a namespace. */
    private record Place(ApiResource resource, String namespace) {}

    WaitResult run() {
        try {
            go();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (DeployException.Interrupted e) {
            throw interrupted();
        } finally {
            for (Watched one : watched) {
                one.close();
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (Awaited one : awaited.values()) {
            entries.add(one.entry());
        }
        return new WaitResult(entries);
    }

    private void go() throws InterruptedException {
        for (Awaited one : awaited.values()) {
            if (isDoneByExisting(one.target)) {
                tell(one, Readiness.of(State.CURRENT, ""), null);
            }
        }
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long now = System.nanoTime();
            for (Watched one : watched) {
                one.lookIfDue(now);
            }
            expire();
            if (isOver()) {
                return;
            }
            // Only now: where everything is done already, nothing needs to be watched.
            for (Watched one : watched) {
                one.openIfListed();
            }
            Signal signal = signals.poll(toNext().toNanos(), TimeUnit.NANOSECONDS);
            // What comes in the meantime must not keep the deadlines from being looked at.
            for (int left = signals.size(); signal != null; left--) {
                signal.watched().take(signal);
                signal = left > 0 ? signals.poll() : null;
            }
            for (Awaited one : awaited.values()) {
                if (goal == Goal.READY && judge.isTimed(one)) {
                    one.live().ifPresent(live -> observe(one, live));
                }
            }
        }
    }

    /** Takes an object as it is. */
    void observe(Awaited one, MapTree live) {
        if (one.isCompleted()) {
            return;
        }
        Readiness readiness =
                goal == Goal.READY ? judge.ready(one.target, live, source()) : judge.gone(one.target, live);
        if (goal == Goal.READY && readiness.isCurrent() && KStatus.isComplete(live)) {
            one.complete();
        }
        tell(one, readiness, live);
    }

    /** Takes it that an object is not there. */
    void miss(Awaited one) {
        if (one.isCompleted()) {
            return;
        }
        if (goal == Goal.READY && JobEvents.of(source(), one.target.id(), one.target.uid()) == JobEvents.COMPLETED) {
            one.complete();
            tell(one, JobEvents.COMPLETE, null);
            return;
        }
        tell(one, goal == Goal.GONE ? Judge.absent() : Readiness.of(State.NOT_FOUND, "somebody deleted it"), null);
    }

    /** Takes it that an object may not be read. */
    void refuse(Awaited one, String why) {
        count(one, -1);
        one.refuse();
        count(one, 1);
        tell(one, Readiness.of(State.UNKNOWN, why), null);
    }

    /** Says once that there is nothing to watch. */
    void notice(String text) {
        if (!noticed) {
            noticed = true;
            listener.notice(text);
        }
    }

    /** The server, for a request that must not keep the others waiting too long. */
    ApiReader source() {
        Duration left = toDeadlines();
        Duration most = left.compareTo(LONGEST_REQUEST) < 0 ? left : LONGEST_REQUEST;
        return source.within(Deadline.in(most.compareTo(SHORTEST_REQUEST) < 0 ? SHORTEST_REQUEST : most));
    }

    WaitOptions options() {
        return options;
    }

    Goal goal() {
        return goal;
    }

    void signal(Signal signal) {
        signals.add(signal);
    }

    private void tell(Awaited one, Readiness readiness, @Nullable MapTree live) {
        count(one, -1);
        boolean news = one.become(readiness, live);
        if (one.outcome() == Outcome.UNFINISHED && one.endNanos - System.nanoTime() <= 0) {
            // It was done in time, and is no more.
            one.timeOut();
        }
        count(one, 1);
        if (failed == 0) {
            failingSinceNanos = 0;
        } else if (failingSinceNanos == 0) {
            failingSinceNanos = System.nanoTime() | 1;
        }
        if (news) {
            listener.changed(new WaitListener.Change(one.target.id(), readiness, done, awaited.size()));
        }
    }

    private void count(Awaited one, int step) {
        Outcome outcome = one.outcome();
        if (outcome == Outcome.DONE) {
            done += step;
        } else if (outcome != Outcome.UNFINISHED) {
            failed += step;
        }
    }

    /** Ends the time of those whose time is over. */
    private void expire() {
        long now = System.nanoTime();
        boolean all = deadline.isOver();
        while (!byEnd.isEmpty() && (all || byEnd.peek().endNanos - now <= 0)) {
            Awaited one = byEnd.remove();
            if (one.outcome() == Outcome.UNFINISHED) {
                Watched place = place(one);
                String trouble = place == null ? "" : place.trouble();
                count(one, -1);
                one.timeOut();
                count(one, 1);
                tell(
                        one,
                        trouble.isEmpty() ? one.readiness() : Readiness.of(State.UNKNOWN, trouble + seenLast(one)),
                        one.live().orElse(null));
            }
        }
    }

    private static String seenLast(Awaited one) {
        return one.live().isPresent() ? "; seen last: " + one.readiness() : "";
    }

    private @Nullable Watched place(Awaited one) {
        for (Watched place : watched) {
            if (place.has(one)) {
                return place;
            }
        }
        return null;
    }

    private boolean isOver() {
        if (done == awaited.size() || deadline.isOver()) {
            return true;
        }
        boolean enough = options.failure() == WaitOptions.Failure.STOPS || done + failed == awaited.size();
        return failed > 0 && enough && graceLeft().isZero();
    }

    private Duration graceLeft() {
        long past = System.nanoTime() - failingSinceNanos;
        return Duration.ofNanos(Math.max(0, Watched.nanos(options.pace().grace()) - past));
    }

    /** How long until a deadline, or the end of the grace. */
    private Duration toDeadlines() {
        Duration next = deadline.left();
        if (!byEnd.isEmpty()) {
            next = earlier(next, Duration.ofNanos(Math.max(0, byEnd.peek().endNanos - System.nanoTime())));
        }
        return failed > 0 && !graceLeft().isZero() ? earlier(next, graceLeft()) : next;
    }

    /** How long until there is something to do without a signal. */
    private Duration toNext() {
        Duration next = toDeadlines();
        long now = System.nanoTime();
        for (Watched one : watched) {
            next = earlier(next, one.toDue(now));
        }
        for (Awaited one : awaited.values()) {
            if (goal == Goal.READY && judge.isTimed(one)) {
                next = earlier(next, RECHECK);
                break;
            }
        }
        return next;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Whether an object is done as soon as it was applied, so that nobody needs to look at it. */
    private boolean isDoneByExisting(Target target) {
        return goal == Goal.READY
                && KStatus.isAlwaysCurrent(target.id().group(), target.id().kind());
    }

    private DeployException.Interrupted interrupted() {
        List<String> open = new ArrayList<>();
        for (Awaited one : awaited.values()) {
            if (one.outcome() != Outcome.DONE) {
                open.add(one.target.id() + " (" + one.readiness() + ")");
            }
        }
        String shown = String.join(", ", open.subList(0, Math.min(5, open.size())));
        String more = open.size() > 5 ? " and " + (open.size() - 5) + " more" : "";
        String what = goal == Goal.READY ? "ready" : "gone";
        DeployException.Interrupted interrupted =
                new DeployException.Interrupted("The wait was interrupted: " + done + " of " + awaited.size()
                        + " objects are " + what + (open.isEmpty() ? "" : "; not yet: " + shown + more) + ".");
        interrupted.initCause(new InterruptedException());
        return interrupted;
    }
}
