package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.ObjectRef;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.ProgressListener;
import com.adorsys.webank.deploy.eks.TakeOver;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.fields.Desired;
import com.adorsys.webank.deploy.eks.internal.fields.HandOver;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Argo CD would change in live objects by syncing other manifests: the plan's comparison, with the fields of Argo CD
 * handed over and those of all others taken, and without a label of this library.
 */
public final class SyncDryRun {
    /** What Argo CD calls itself, and what kubectl calls itself inside it. */
    private static final List<TakeOver> ARGO_CD = Stream.concat(
                    HandOver.ARGO_CD.stream().sorted(), Stream.of("kubectl-client-side-apply"))
            .map(TakeOver::manager)
            .toList();

    private SyncDryRun() {}

    /**
     * What happens to each object of a set. Only reads and makes dry runs.
     *
     * @param namespace of objects that name none
     * @param live the objects of the set that exist
     */
    public static Plan of(ApiServer server, String namespace, ManifestSet desired, Collection<MapTree> live) {
        Release release = Release.of("argo-cd", namespace);
        Set<String> writers = new HashSet<>();
        live.forEach(object -> writers.addAll(new LiveObject(object).writers()));
        List<ObjectRef> all = desired.manifests().stream()
                .map(object -> ObjectRef.of(object.id()))
                .toList();
        DeployOptions options = DeployOptions.defaults()
                .withTakenOver(ARGO_CD)
                .withForcedManagers(writers)
                .withAdopted(all)
                .withReplaced(all);
        RunContext context = RunContext.open(server, release, options, new RunListener(ProgressListener.NONE));
        DesiredSet set = DesiredSet.of(
                desired.map(Desired::normalised), release, Map.of(), new Kinds(Inventory.none(), context.resources()));
        Inspector inspector = new Inspector(context, set, Inventory.none());
        List<PlannedObject> objects =
                new Planner(context, Inventory.none(), Snapshot.none()).objects(set, inspector, open -> List.of());
        return new RunPlan(
                release, desired, set, Inventory.none(), objects, List.of(), Planner.problems(objects), List.of());
    }
}
