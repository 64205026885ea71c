package com.adorsys.webank.deploy.eks.internal.records;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiAnswer;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.Fence;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a release, held by one run at a time. Thread-safe; its one thread ends with {@link #close}.
 *
 * <p>It is renewed every third of its duration. Writing is allowed for its duration from <em>before</em> the request that
 * renewed it, by the monotonic clock, and by the wall clock of this machine as well, since the monotonic one stands still
 * while a machine sleeps. Other runs count from later: the server's receipt of that request, or their own sight of it.
 *
 * <p>Whoever wants a Lease that is held takes it over in one of two cases. Either it has watched it for its whole
 * duration without seeing a change, by its own monotonic clock, as client-go does. Or, so that a run after a crash need
 * not wait that long, the server says so: the newest time in the Lease's managed fields, which the server set when the
 * holder last renewed, and the date of the server's answer are both the server's, and lie more than the duration apart.
 * No clocks of two machines are compared; where several API servers answer, their clocks must agree to a second.
 *
 * <p>The server replaces a Lease only in the version that was read, so two cannot take it at once, and a holder that
 * could not renew in time keeps it if nobody else took it: {@link #check} renews it then, and waits for the server as
 * long as the run may.
 */
public final class ReleaseLease implements Fence, AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int TRIES = 4;

    private final ApiServer api;
    private final RecordNames names;
    private final LeaseTerms terms;
    private final String holder;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock. */
    private LeaseRecord lease;

    private volatile boolean closed;
    private volatile boolean deleted;

    private volatile LeaseClaim.Reading held;
    private volatile String lost = "";

    private ReleaseLease(LeaseClaim claim, LeaseClaim.Got got) {
        this.api = claim.api;
        this.names = claim.names;
        this.terms = claim.terms;
        this.holder = terms.holder();
        this.lease = got.lease();
        this.held = got.asked();
        this.thread =
                new Thread(this::renewUntilClosed, "webank-deploy lease of " + names.namespace() + "/" + names.name());
        thread.setDaemon(true);
    }

    /**
     * Gets the Lease of a release, or waits for it as long as the terms say.
     *
     * @param api the run's server; renewals and the return of the Lease have deadlines of their own
     * @param listener gets a sentence that says for whom it is waited, and how long
     * @throws DeployException.Conflict if another run holds it; the message says who, since when and until when
     * @throws ApiException if the server refuses, such as for a namespace that is not there
     */
    public static ReleaseLease acquire(ApiServer api, Release release, LeaseTerms terms, Consumer<String> listener) {
        LeaseClaim claim = new LeaseClaim(api.behind(Fence.OPEN), new RecordNames(release), terms, listener);
        return new ReleaseLease(claim, claim.get()).started();
    }

    /** As {@link #acquire}, for a release that is likely new: the Lease is created without a look whether it is there. */
    public static ReleaseLease create(ApiServer api, Release release, LeaseTerms terms, Consumer<String> listener) {
        LeaseClaim claim = new LeaseClaim(api.behind(Fence.OPEN), new RecordNames(release), terms, listener);
        return new ReleaseLease(claim, claim.create()).started();
    }

    private ReleaseLease started() {
        thread.start();
        return this;
    }

    /**
     * Whether a run holds the Lease of a release, as far as the server tells. A Lease that may not be read counts as held.
     */
    public static boolean isHeld(ApiServer api, Release release) {
        RecordNames names = new RecordNames(release);
        try {
            ApiAnswer answer = api.get(names.leases() + "/" + names.name());
            LeaseRecord there = new LeaseRecord(names, answer.body());
            return !there.isFree() && !LeaseClaim.hasEnded(there, answer.time().orElse(null));
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return e.isForbidden();
            }
            throw e;
        }
    }

    /** Who holds it, as others see it. */
    public String holder() {
        return holder;
    }

    /** Whether it was created for this run, so that no other can have had it since it was first asked for. */
    public boolean isNew() {
        return lease.transitions() == 0;
    }

    /** Whether a write may start now; never again after {@link #close}. */
    public boolean mayWrite() {
        return !closed && lost.isEmpty() && !deadline().isOver() && !hasSlept();
    }

    /** Until when writes may start, if it is not renewed. */
    public Deadline deadline() {
        return Deadline.in(held.nanos(), terms.duration());
    }

    /**
     * Returns if a write may start now. If the Lease has run out it is renewed first, which waits for the server until the
     * run's deadline.
     *
     * @throws DeployException.Conflict if another run has taken it, or somebody has deleted it
     * @throws DeployException.TimedOut if it could not be renewed by the run's deadline
     * @throws DeployException.Refused if the server no longer lets it be renewed
     */
    @Override
    public void check() {
        while (!mayWrite()) {
            demandNotLost();
            ApiException failure = renewIfRunOut();
            if (failure != null) {
                if (api.deadline().isOver() || !Writes.isUnknown(failure) && failure.code() != 429) {
                    throw ranOut(failure);
                }
                Deadline.pause(Duration.ofMillis(200), interruption());
            }
        }
    }

    /** Lets {@link #close} delete the Lease: for a release that is deleted. */
    public void deleteOnClose() {
        deleted = true;
    }

    /**
     * Ends the thread and gives the Lease back: the object stays, without a holder, so that the next run need not wait. Does so
     * even if the current thread is interrupted, and takes 5 seconds at most if the server does not answer; the Lease
     * runs out by itself then. Never throws for what the server says.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        boolean interrupted = end();
        try {
            giveBack();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Ends the thread, and leaves the Lease as it is, with this holder: for a run whose end is recorded, so that nobody waits
     * for it ({@link LeaseTerms#after}). {@link #close} does nothing then.
     */
    public void leave() {
        if (end()) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the thread. Returns whether the current one was interrupted. */
    private boolean end() {
        closed = true;
        boolean interrupted = Thread.interrupted();
        thread.interrupt();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }

    private void renewUntilClosed() {
        Duration pause = third();
        try {
            while (!closed && lost.isEmpty()) {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                ApiException failure = renew(api.until(Deadline.in(third())));
                // After a failure sooner, but not at once.
                pause = failure == null ? third() : third().dividedBy(5);
            }
        } catch (InterruptedException | DeployException.Interrupted e) {
            // Closed.
        }
    }

    private Duration third() {
        return terms.duration().dividedBy(3);
    }

    private @Nullable ApiException renewIfRunOut() {
        enter();
        try {
            return mayWrite() ? null : renew(api);
        } finally {
            lock.unlock();
        }
    }

    /** Renews the Lease once; returns what kept it from being done, if it is not lost for good. */
    @Nullable
    ApiException renew(ApiServer server) {
        enter();
        try {
            // A thread that comes late must not take back what was given back.
            if (closed || !lost.isEmpty()) {
                return null;
            }
            ApiException failure = null;
            for (int round = 0; round < TRIES; round++) {
                LeaseRecord next = lease.renewed(Instant.now());
                LeaseClaim.Reading before = LeaseClaim.Reading.now();
                try {
                    MapTree answer = server.replace(path(), next.body()).body();
                    lease = new LeaseRecord(names, answer);
                    held = before;
                    return null;
                } catch (ApiException e) {
                    failure = e;
                    if (!Writes.isUnknown(e) && !e.isConflict() && !e.isNotFound()) {
                        return e;
                    }
                }
                Optional<MapTree> found = server.find(path());
                if (found.isEmpty()) {
                    lost = "somebody has deleted it";
                    return null;
                }
                LeaseRecord there = new LeaseRecord(names, found.get());
                if (!there.holder().equals(holder)) {
                    lost = there.isFree()
                            ? there.transitions() > lease.transitions()
                                    ? "another run has had it in the meantime"
                                    : "somebody has removed its holder"
                            : Problem.quote(there.holder()) + " has taken it over";
                    return null;
                }
                lease = there;
                if (there.isWhat(next)) {
                    held = before;
                    return null;
                }
            }
            return failure;
        } catch (ApiException e) {
            return e;
        } finally {
            lock.unlock();
        }
    }

    private void enter() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new DeployException.Interrupted(interruption());
        }
    }

    /** After the thread has ended, and any other that is renewing it; one that takes too long leaves it to run out. */
    private void giveBack() {
        try {
            if (!lock.tryLock(FAREWELL.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (lost.isEmpty()) {
                sendBack();
            }
        } finally {
            lock.unlock();
        }
    }

    private void sendBack() {
        ApiServer server = api.until(Deadline.in(FAREWELL));
        for (int round = 0; round < TRIES; round++) {
            try {
                if (deleted) {
                    server.delete(path(), lease.uid(), lease.resourceVersion());
                } else {
                    server.replace(path(), lease.released().body());
                }
                return;
            } catch (ApiException e) {
                try {
                    Optional<LeaseRecord> there = server.find(path()).map(tree -> new LeaseRecord(names, tree));
                    if (there.isEmpty() || !there.get().holder().equals(holder)) {
                        return;
                    }
                    lease = there.get();
                } catch (ApiException unreadable) {
                    return;
                }
            } catch (DeployException.Interrupted e) {
                return;
            }
        }
    }

    private void demandNotLost() {
        if (closed || !lost.isEmpty()) {
            throw new DeployException.Conflict("This run has lost the Lease `" + names.namespace() + "/" + names.name()
                    + "` of " + names.describe() + ": " + (lost.isEmpty() ? "the run has given it back" : lost)
                    + ". Nothing more is written. Check the status of the release, and try again.");
        }
    }

    private DeployException ranOut(ApiException failure) {
        String why = failure.serverMessage().isEmpty() ? String.valueOf(failure.getMessage()) : failure.serverMessage();
        String text = "The Lease `" + names.namespace() + "/" + names.name() + "` of " + names.describe()
                + " has run out, and could not be renewed: " + Problem.quote(why) + ". Nothing more is written; ";
        return Writes.isUnknown(failure)
                ? new DeployException.TimedOut(text + "try again when the API server answers.")
                : new DeployException.Refused(text + "let this user update Leases in the namespace, then try again.");
    }

    /** Whether more time has passed on the wall than on the monotonic clock says: the machine slept, or its clock was set. */
    private boolean hasSlept() {
        return System.currentTimeMillis() - held.wallMillis()
                >= terms.duration().toMillis();
    }

    private String interruption() {
        return "Renewing the Lease of " + names.describe() + " was interrupted. Nothing more was written.";
    }

    private String path() {
        return names.leases() + "/" + names.name();
    }

    /** {@code lease of ns/webank-deploy.obs, held by jane/0f1e2d3c}. */
    @Override
    public String toString() {
        return "lease of " + names.namespace() + "/" + names.name() + ", held by " + holder;
    }
}
