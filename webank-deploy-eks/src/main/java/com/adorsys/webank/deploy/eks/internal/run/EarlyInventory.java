package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.api.RequestThread;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The inventory of a release that is read while its caller still gets ready for a run. One run takes it, as if that had begun
 * a moment earlier: what it writes is guarded by what it reads again.
 */
final class EarlyInventory {
    /** How long a reading may take, and how old it may be when it is taken. */
    static final Duration LIFETIME = Duration.ofSeconds(5);

    private final Deadline end = Deadline.in(LIFETIME);
    private final FutureTask<Inventory> reading;

    private EarlyInventory(Callable<Inventory> reading) {
        this.reading = new FutureTask<>(reading);
    }

    /** Begins to read; a failure is kept. */
    static EarlyInventory begin(Callable<Inventory> reading) {
        EarlyInventory early = new EarlyInventory(reading);
        new RequestThread(early.reading, "webank-deploy-early").start();
        return early;
    }

    /** What a connection remembers it as. */
    static String name(Release release) {
        return "the early inventory of " + release;
    }

    /**
     * What was read, waiting for it if it is still being read; empty if it must be read anew.
     *
     * @throws ApiException if the server refused it, as it would refuse it again
     */
    Optional<Inventory> within(Deadline deadline) {
        if (end.isOver()) {
            return Optional.empty();
        }
        try {
            long left = end.or(deadline).left().toNanos();
            return Optional.of(reading.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException refused && !refused.isTimedOut()) {
                throw refused;
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            // What reads anew is interrupted, and says so.
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
