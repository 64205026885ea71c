package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;
import org.immutables.value.Value;

/**
 * How an {@link ArgoProject} shows objects in the namespaces of its Applications that belong to no Application. Immutable.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/orphaned-resources/">Orphaned Resources Monitoring</a>
 */
@Value.Immutable
@DeployStyle
public abstract class OrphanedResources implements WithOrphanedResources {
    /** Where such objects are shown. */
    public enum Report {
        /** As a warning of the Application too. */
        WARNING,
        /** Among the Application's objects only. */
        LISTED
    }

    OrphanedResources() {}

    /** Orphaned objects, reported so. */
    public static OrphanedResources of(Report report) {
        return ImmutableOrphanedResources.builder().report(report).build();
    }

    /** Where such objects are shown. */
    public abstract Report report();

    /** The objects that are not shown; kinds and names may have {@code *}. Default: none. */
    public abstract List<ResourceKind> ignored();

    /** A copy that does not show these objects either. */
    public final OrphanedResources plusIgnored(ResourceKind... kinds) {
        return withIgnored(Additions.to(ignored(), kinds));
    }

    final MapTree tree() {
        return MapTree.builder(2)
                .put("warn", report() == Report.WARNING)
                .putUnlessEmpty("ignore", ResourceKind.list(ignored()))
                .build();
    }
}
