package com.adorsys.webank.deploy.eks.internal.argo;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.eks.Readiness;
import com.adorsys.webank.deploy.eks.internal.api.ApiException;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.argo.Application.Resource;
import com.adorsys.webank.deploy.eks.internal.ready.Diagnosis;
import com.adorsys.webank.deploy.eks.internal.ready.KStatus;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the cluster itself says about the objects of an Application that are not ready, as far as this account may read them.
 * Argo CD 3 does not write their health into the Application.
 *
 * @param namespace that of the Application, where an object names none
 */
record ResourceFindings(ApiServer api, Application app, String namespace) {
    private static final int MOST_OBJECTS = 5;

    /** A line for each object that is not ready, below it why; empty for another cluster than Argo CD's own. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!app.isInOwnCluster() || app.health().equals("Healthy")) {
            return lines;
        }
        ApiResources kinds = new ApiResources(api);
        int shown = 0;
        try {
            for (Resource resource : app.resources()) {
                if (shown < MOST_OBJECTS && !KStatus.isAlwaysCurrent(resource.group(), resource.kind())) {
                    shown += add(resource, kinds, lines) ? 1 : 0;
                }
            }
        } catch (ApiException e) {
            lines.add("this account may not read why: "
                    + (e.isForbidden() ? "it may only read Applications" : e.getMessage()));
        } catch (DeployException.Unavailable e) {
            lines.add("the cluster cannot be asked why");
        }
        return lines;
    }

    private boolean add(Resource resource, ApiResources kinds, List<String> lines) {
        Optional<ApiResource> kind = kinds.find(resource.id().apiVersion(), resource.kind());
        Optional<MapTree> live = kind.flatMap(found -> api.find(found.path(
                resource.namespace().isEmpty() && found.namespaced() ? namespace : resource.namespace(),
                resource.name())));
        if (live.isEmpty()) {
            return false;
        }
        Readiness readiness = KStatus.of(live.get());
        if (readiness.isCurrent()) {
            return false;
        }
        lines.add(resource.id() + " is " + readiness);
        Diagnosis.explain(api, live.get()).text().lines().forEach(line -> lines.add("  " + line));
        return true;
    }
}
