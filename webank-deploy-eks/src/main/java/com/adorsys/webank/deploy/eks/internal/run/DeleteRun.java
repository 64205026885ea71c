package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.ChangeSet;
import com.adorsys.webank.deploy.eks.ChangeSet.Outcome;
import com.adorsys.webank.deploy.eks.PlannedChange.Action;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.records.ApplySet;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Inventory.Phase;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.eks.internal.records.ReleaseLease;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.List;

/** One run that deletes a release: its objects, then its records, the inventory the last of them. */
final class DeleteRun {
    private final RunContext context;
    private final Outcomes outcomes = new Outcomes();

    DeleteRun(RunContext context) {
        this.context = context;
    }

    RunPlan plan() {
        Inventory inventory = context.records().inventory();
        if (inventory.isNone()) {
            return plan(inventory, List.of());
        }
        context.resources().forget();
        Snapshot snapshot = Snapshot.take(
                context,
                inventory,
                new Snapshot.Basis(ManifestSet.empty(), live -> false, List.of(), VersionLists.none(context)));
        List<PlannedObject> objects = new Planner(context, inventory, snapshot).obsolete(inventory.members());
        return plan(inventory, Deletions.withheld(objects));
    }

    private RunPlan plan(Inventory inventory, List<PlannedObject> objects) {
        return new RunPlan(
                context.release(),
                ManifestSet.empty(),
                DesiredSet.none(),
                inventory,
                objects,
                List.of(),
                List.of(),
                List.of());
    }

    /** The plan, if everything that it needs may be done. */
    private RunPlan planAllowed() {
        RunPlan plan;
        try {
            plan = plan();
        } catch (ApiException e) {
            if (e.isForbidden()) {
                Problems.throwIfErrors(Preflight.missingToDelete(context, List.of()), "");
            }
            throw e;
        }
        if (!plan.inventory().isNone()) {
            Problems.throwIfErrors(Preflight.missingToDelete(context, deletions(plan)), "");
        }
        return plan;
    }

    private static List<PlannedObject> deletions(RunPlan plan) {
        return plan.objects().stream()
                .filter(object -> object.action() == Action.DELETE)
                .toList();
    }

    ChangeSet run() {
        RunPlan first = planAllowed();
        if (first.inventory().isNone()) {
            return clean();
        }
        try (ReleaseLease lease = context.records().lease(first.inventory(), context.listener())) {
            RunPlan plan = plan();
            if (plan.inventory().isNone()) {
                return changes();
            }
            Inventory inventory = plan.inventory();
            ApiServer api = context.api().behind(lease);
            Records records = context.records();
            List<PlannedObject> deletions = deletions(plan);
            plan.objects().stream()
                    .filter(object -> object.action() != Action.DELETE)
                    .forEach(object -> outcomes.add(object.id(), Outcome.KEPT));
            outcomes.plan(deletions.size());
            Inventory deleting =
                    records.write(inventory.with(Phase.DELETING, inventory.attempt(), inventory.members()), lease);
            try {
                List<Member> left = new Pruning(context, api, outcomes).delete(deletions);
                left.forEach(member -> outcomes.add(member.id(), Outcome.KEPT));
                context.helmArchive().remains().ifPresent(outcomes::warn);
                records.deleteAll(deleting, lease);
            } catch (DeployException e) {
                throw outcomes.in(e, Outcomes.GOES_ON);
            } catch (ApiException e) {
                throw outcomes.in(ServerTexts.failure("Deleting " + context.release(), e), Outcomes.GOES_ON);
            }
        }
        return changes();
    }

    /** There is no such release, its inventory was deleted, or its first run was killed at its begin. */
    private ChangeSet clean() {
        try (ReleaseLease lease = context.records().lease(Inventory.none(), context.listener())) {
            if (context.records().deleteRemains(lease) > 0) {
                outcomes.warn("The inventory of the release `" + context.release()
                        + "` is missing, so only its revisions were deleted. Objects that it had bear the label `"
                        + ApplySet.selector(context.release())
                        + "`: delete them by hand, or apply the release again and delete it then.");
            }
            lease.deleteOnClose();
        } catch (ApiException e) {
            // Without the namespace there are no records.
            if (!e.isNotFound()) {
                throw e;
            }
        }
        return changes();
    }

    private ChangeSet changes() {
        return new RunChanges(context.release(), outcomes.all(), 0, outcomes.warnings(), context.requests());
    }
}
