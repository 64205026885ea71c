package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.KnownFix;
import com.adorsys.webank.deploy.eks.LiveChart;
import com.adorsys.webank.deploy.eks.Plan;
import com.adorsys.webank.deploy.eks.PlannedChange;
import com.adorsys.webank.deploy.eks.SourceSwitch;
import com.adorsys.webank.deploy.eks.SwitchReport;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.ClusterAccess;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.run.ServerTexts;
import com.adorsys.webank.deploy.eks.internal.run.SyncDryRun;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a switch depends on, and compares. */
public record ChartSwitch(ClusterAccess cluster, String namespace, List<KnownFix> fixes) implements SourceSwitch {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public static ChartSwitch of(ClusterAccess cluster) {
        return new ChartSwitch(cluster, "argocd", List.of());
    }

    @Override
    public SourceSwitch withNamespace(String other) {
        return new ChartSwitch(cluster, other, fixes);
    }

    @Override
    public SourceSwitch plusKnownFixes(KnownFix... more) {
        List<KnownFix> all = new ArrayList<>(fixes);
        all.addAll(List.of(more));
        return new ChartSwitch(cluster, namespace, List.copyOf(all));
    }

    @Override
    public SwitchReport check(Manifest application, ManifestSet desired) {
        return cluster.during(() -> checked(application, desired));
    }

    private SwitchReport checked(Manifest application, ManifestSet desired) {
        ResourceId id = Application.id(namespace, application.name());
        try {
            return check(
                    id,
                    new Application(application.tree()),
                    desired,
                    cluster.server(ApiServer.CONCURRENCY).within(Deadline.in(LONGEST)));
        } catch (ApiException e) {
            throw cluster.explain(e).orElseGet(() -> ServerTexts.failure("Checking " + id, e));
        }
    }

    private SwitchReport check(ResourceId id, Application wanted, ManifestSet desired, ApiServer api) {
        Application app = Application.read(
                api,
                id,
                "Give the environment the name of the Application that has the chart, or name the namespace of the"
                        + " Applications");
        boolean switched = Application.isSameSource(app.source(), wanted.source());
        if (!switched && !app.hasChart()) {
            throw new DeployException.Refused(id + " has no chart as its source, but " + app.sourceText()
                    + ", and that is not the generated one, " + wanted.sourceText()
                    + ". Give the environment the name of the Application that has the chart.");
        }
        if (!app.isInOwnCluster()) {
            throw new DeployException.Refused(
                    id + " applies its objects to another cluster than the one that Argo CD runs"
                            + " in. Only objects in the same cluster can be compared.");
        }
        String target = Trees.text(wanted.tree(), "spec", "destination", "namespace");
        ApiResources kinds = new ApiResources(api);
        Map<ResourceId, MapTree> live = new LinkedHashMap<>();
        for (Application.Resource resource : app.resources()) {
            if (!resource.isHook()) {
                find(api, kinds, resource.id()).ifPresent(object -> live.put(resource.id(), object));
            }
        }
        if (live.isEmpty()) {
            throw new DeployException.Refused(
                    id + " has no objects: Argo CD has not compared it yet, or has not synced it."
                            + " Sync it with the chart first.");
        }
        Tracking tracking = Tracking.of(configuration(api), live.values());
        List<LiveChart> charts = switched ? List.of() : LiveCharts.of(id, live);
        ManifestSet placed = desired.map(manifest -> placed(manifest, target, kinds));
        Map<ResourceId, MapTree> existing = new LinkedHashMap<>();
        for (Manifest manifest : placed) {
            Optional.ofNullable(live.get(manifest.id()))
                    .or(() -> find(api, kinds, manifest.id()))
                    .ifPresent(found -> existing.put(manifest.id(), found));
        }
        ManifestSet marked = placed.map(manifest -> Manifest.of(
                tracking.marked(manifest.tree(), existing.getOrDefault(manifest.id(), MapTree.of()), id.name())));
        Plan plan = SyncDryRun.of(api, target, marked, existing.values());
        Set<ResourceId> kept = plan.changes().stream().map(PlannedChange::id).collect(Collectors.toSet());
        List<ResourceId> pruned =
                live.keySet().stream().filter(object -> !kept.contains(object)).toList();
        String project =
                "/apis/" + Application.GROUP + "/v1alpha1/namespaces/" + namespace + "/appprojects/" + wanted.project();
        SwitchSteps steps = new SwitchSteps(
                id, app, wanted, live, new SwitchSteps.Compared(tracking, charts, marked, plan, pruned, fixes));
        return new SwitchReport(
                id,
                tracking.toString(),
                charts,
                plan.changes(),
                pruned,
                steps.all(switched, api.find(project).isPresent()));
    }

    /** What {@code argocd-cm} says; empty if this account may not read it. */
    private MapTree configuration(ApiServer api) {
        return api.findIfAllowed("/api/v1/namespaces/" + namespace + "/configmaps/argocd-cm")
                .map(found -> Trees.map(found, "data"))
                .orElse(MapTree.of());
    }

    private static Optional<MapTree> find(ApiServer api, ApiResources kinds, ResourceId id) {
        return kinds.find(id.apiVersion(), id.kind()).flatMap(kind -> api.find(kind.path(id.namespace(), id.name())));
    }

    /** An object with the namespace that Argo CD gives it. */
    private static Manifest placed(Manifest manifest, String namespace, ApiResources kinds) {
        boolean open = manifest.namespace().isEmpty()
                && kinds.find(manifest.apiVersion(), manifest.kind())
                        .map(ApiResource::namespaced)
                        .orElse(false);
        return open
                ? Manifest.of(Trees.with(manifest.tree(), ScalarTree.of(namespace), "metadata", "namespace"))
                : manifest;
    }
}
