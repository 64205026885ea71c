package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Getting a Lease that others want too. One claim is made once, by one thread. */
final class LeaseClaim {
    /** The server's times are cut to the second, both of them. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    final ApiServer api;
    final RecordNames names;
    final LeaseTerms terms;
    private final Deadline patience;
    private final Consumer<String> listener;

    private String seenVersion = "";
    private Deadline seenUntil = Deadline.none();

    LeaseClaim(ApiServer api, RecordNames names, LeaseTerms terms, Consumer<String> listener) {
        this.api = api;
        this.names = names;
        this.terms = terms;
        this.listener = listener;
        this.patience = Deadline.in(terms.patience());
    }

    /** What was got, and when it was asked for. */
    record Got(LeaseRecord lease, Reading asked) {}

    /** Both clocks of this machine. */
    record Reading(long nanos, long wallMillis) {
        static Reading now() {
            return new Reading(System.nanoTime(), System.currentTimeMillis());
        }
    }

    /** Gets a Lease that is likely not there yet. */
    Got create() {
        Got got = take(LeaseRecord.none(names));
        return got == null ? get() : got;
    }

    /** Gets a Lease, or waits for it. */
    Got get() {
        boolean told = false;
        while (true) {
            Optional<ApiAnswer> answer = find();
            LeaseRecord there =
                    answer.map(a -> new LeaseRecord(names, a.body())).orElseGet(() -> LeaseRecord.none(names));
            Instant now = answer.flatMap(ApiAnswer::time).orElse(null);
            boolean isLeft =
                    there.isFree() || there.holder().equals(terms.ended().get());
            if (isLeft || hasEnded(there, now) || isUnchangedForLong(there)) {
                Got got = take(there);
                if (got != null) {
                    return got;
                }
                continue;
            }
            if (patience.isOver() || api.deadline().isOver()) {
                throw held(there, now);
            }
            if (!told) {
                listener.accept(holds(there, now)
                        .append(" unless it renews it. It is waited for, ")
                        .append(Math.max(1, patience.left().toSeconds()))
                        .append(" s at most")
                        .toString());
                told = true;
            }
            pause(there);
        }
    }

    /** Takes a Lease that nobody holds any more; null if another was faster. */
    private @Nullable Got take(LeaseRecord there) {
        LeaseRecord mine = there.taken(terms.holder(), terms.duration(), Instant.now());
        Reading before = Reading.now();
        try {
            ApiAnswer answer = there.resourceVersion().isEmpty()
                    ? api.create(names.leases(), mine.body())
                    : api.replace(path(), mine.body());
            return new Got(new LeaseRecord(names, answer.body()), before);
        } catch (ApiException e) {
            if (!Writes.isUnknown(e)
                    && !e.isConflict()
                    && !(e.isNotFound() && !there.resourceVersion().isEmpty())) {
                throw e;
            }
            // If the answer alone was lost, the Lease is ours since before it was asked for.
            LeaseRecord now = Writes.readBack(e, this::find)
                    .map(a -> new LeaseRecord(names, a.body()))
                    .orElseGet(() -> LeaseRecord.none(names));
            if (now.isWhat(mine)) {
                return new Got(now, before);
            }
            if (!e.isConflict() && api.deadline().isOver()) {
                throw e;
            }
            sleep(Duration.ofMillis(100));
            return null;
        }
    }

    /** When the Lease ends by the server's clock, unless it is renewed. */
    private static @Nullable Instant end(LeaseRecord there) {
        return there.changed().map(changed -> changed.plus(there.duration())).orElse(null);
    }

    /**
     * Whether the Lease has run out.
     *
     * @param now by the server's clock; null if that is not known
     */
    static boolean hasEnded(LeaseRecord there, @Nullable Instant now) {
        Instant end = end(there);
        return end != null && now != null && now.isAfter(end.plus(MARGIN));
    }

    /** Whether this claim has seen nobody renew it for as long as it lasts, by this process's own clock. */
    private boolean isUnchangedForLong(LeaseRecord there) {
        if (!there.resourceVersion().equals(seenVersion)) {
            seenVersion = there.resourceVersion();
            seenUntil = Deadline.in(there.duration());
            return false;
        }
        return seenUntil.isOver();
    }

    private Optional<ApiAnswer> find() {
        try {
            return Optional.of(api.get(path()));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void pause(LeaseRecord there) {
        Duration left = patience.left();
        Duration ends = seenUntil.left();
        Duration pause = PAUSE.compareTo(left) > 0 ? left : PAUSE;
        pause = pause.compareTo(ends) > 0 && there.resourceVersion().equals(seenVersion) ? ends : pause;
        sleep(pause.plusMillis(1));
    }

    private void sleep(Duration duration) {
        Deadline.pause(
                duration, "Waiting for the Lease of " + names.describe() + " was interrupted. Nothing was changed.");
    }

    private DeployException.Conflict held(LeaseRecord there, @Nullable Instant now) {
        return new DeployException.Conflict(holds(there, now)
                .append(" unless it renews it. Wait until that run is done; if it is dead,")
                .append(" the Lease runs out by itself, and the next run goes on where that one stopped.")
                .toString());
    }

    private StringBuilder holds(LeaseRecord there, @Nullable Instant now) {
        StringBuilder text = new StringBuilder("Another run is at work on ")
                .append(names.describe())
                .append(": ")
                .append(Problem.quote(there.holder()))
                .append(" has held the Lease `")
                .append(names.namespace())
                .append('/')
                .append(names.name())
                .append('`');
        LeaseRecord.instant(there.acquired())
                .ifPresent(since -> text.append(" since ").append(seconds(since)));
        Instant end = end(there);
        if (end != null) {
            text.append(", and holds it until ").append(seconds(end));
            if (now != null) {
                text.append(" (")
                        .append(Math.max(0, Duration.between(now, end).toSeconds()))
                        .append(" s from now)");
            }
        }
        return text;
    }

    private static Instant seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }

    private String path() {
        return names.leases() + "/" + names.name();
    }
}
