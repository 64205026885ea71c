package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.Fence;
import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.records.Attempt;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.ReleaseLease;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The records of a release that has none, written at the same time as its Lease is taken.
 *
 * <p>That is safe, since the server creates each of them once: what another run has created is not overwritten, and no
 * object is written before all of them are there. If one was there before, the plan was made without it.
 */
final class FirstRecords {
    private final RunContext context;
    private final RunPlan plan;
    private final AtomicReference<@Nullable ReleaseLease> lease = new AtomicReference<>();
    private final AtomicReference<@Nullable Inventory> written = new AtomicReference<>();
    private final AtomicBoolean others = new AtomicBoolean();

    FirstRecords(RunContext context, RunPlan plan) {
        this.context = context;
        this.plan = plan;
    }

    /** Takes the Lease, and writes the revision and the inventory. */
    ReleaseLease write() {
        Records records = context.records();
        DesiredSet set = plan.set();
        Attempt attempt = records.attempt(set, plan.inventory());
        List<Runnable> all = List.of(
                () -> lease.set(records.firstLease(context.listener())),
                () -> create(() -> records.writeRevision(attempt, set, Fence.OPEN)),
                () -> create(() -> written.set(records.write(plan.during(attempt), Fence.OPEN))));
        try {
            context.workers().each(all, Runnable::run);
        } catch (ApiException e) {
            close();
            throw isNamespaceMissing(e) ? namespaceMissing(context.release()) : e;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        return Optional.ofNullable(lease.get()).orElseThrow();
    }

    private void create(Runnable record) {
        try {
            record.run();
        } catch (DeployException.Conflict e) {
            // Another run was faster, or left it behind.
            others.set(true);
        }
    }

    private void close() {
        ReleaseLease taken = lease.get();
        if (taken != null) {
            taken.close();
        }
    }

    /** The inventory as it was written; empty if it was not, or if another run may have changed something meanwhile. */
    Optional<Inventory> inventory() {
        ReleaseLease taken = lease.get();
        return taken != null && taken.isNew() && !others.get() ? Optional.ofNullable(written.get()) : Optional.empty();
    }

    static boolean isNamespaceMissing(ApiException e) {
        return e.isNotFound() && e.detailsKind().equals("namespaces");
    }

    static DeployException namespaceMissing(Release release) {
        Problem missing = ReleaseNamespace.missing(release);
        return new DeployException.Refused(OneLine.capital(missing.what()) + ". " + missing.remedy() + ".");
    }
}
