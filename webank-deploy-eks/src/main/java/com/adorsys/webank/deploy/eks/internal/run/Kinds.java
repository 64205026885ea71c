package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.check.Definitions;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the server calls kinds: as the inventory remembers, else, if they are Kubernetes' own, as every server calls them, else
 * as discovery says.
 */
final class Kinds implements DesiredSet.Kinds {
    private final Map<String, ApiResource> remembered = new HashMap<>();
    private final Map<String, Optional<ApiResource>> found = new HashMap<>();
    private final Set<String> awaited = new HashSet<>();
    private boolean isDiscovered;
    private final ApiResources resources;

    Kinds(Inventory inventory, ApiResources resources) {
        this.resources = resources;
        for (Member member : inventory.members()) {
            remembered.put(key(member.id().apiVersion(), member.id().kind()), member.resource());
        }
    }

    /** Forgets what is remembered of resources that the server does not serve, so that discovery is asked about their kinds. */
    void forget(Collection<ApiResource> unserved) {
        unserved.forEach(resource -> remembered.remove(key(resource.apiVersion(), resource.kind())));
        isDiscovered = true;
    }

    /** Asks discovery about the kinds of objects that the server refuses. Returns whether it does not serve one of them. */
    boolean areUnserved(List<PlannedObject> refused) {
        List<ApiResource> unserved = new ArrayList<>();
        for (PlannedObject object : refused) {
            DesiredObject desired = object.desired();
            ApiResource expected = desired == null || desired.kindComes() ? null : desired.resource();
            if (expected != null
                    && resources.find(expected.apiVersion(), expected.kind()).isEmpty()) {
                unserved.add(expected);
            }
        }
        if (!unserved.isEmpty()) {
            forget(unserved);
        }
        return !unserved.isEmpty();
    }

    /** Whether the server need not be asked about any kind of a set. */
    boolean knowAll(ManifestSet desired) {
        for (Manifest manifest : desired) {
            if (expected(manifest.apiVersion(), manifest.kind()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Asks for all kinds of a set that are not remembered, the groups of kinds at once. */
    void discover(ManifestSet desired, Workers workers) {
        Map<String, Manifest> examples = new LinkedHashMap<>();
        for (Manifest manifest : desired) {
            if (expected(manifest.apiVersion(), manifest.kind()).isEmpty()) {
                examples.putIfAbsent(manifest.apiVersion(), manifest);
            }
        }
        workers.each(
                List.copyOf(examples.values()), manifest -> resources.find(manifest.apiVersion(), manifest.kind()));
    }

    /** Waits for kinds of a set that others define, and that discovery does not show yet. */
    void awaitDiscovered(ManifestSet desired, ServedKinds served) {
        Definitions own = Definitions.in(desired);
        for (Manifest manifest : desired) {
            String kind = manifest.kind();
            if (find(manifest.apiVersion(), kind).isEmpty()
                    && own.of(manifest.id().group(), kind).isEmpty()
                    && awaited.add(key(manifest.apiVersion(), kind))) {
                found.put(key(manifest.apiVersion(), kind), served.awaitDiscovered(manifest.apiVersion(), kind));
            }
        }
    }

    @Override
    public Optional<ApiResource> find(String apiVersion, String kind) {
        return expected(apiVersion, kind)
                .or(() -> found.computeIfAbsent(key(apiVersion, kind), unknown -> resources.find(apiVersion, kind)));
    }

    /** How a kind is called without asking the server. */
    private Optional<ApiResource> expected(String apiVersion, String kind) {
        ApiResource known = remembered.get(key(apiVersion, kind));
        return known != null
                ? Optional.of(known)
                : isDiscovered ? Optional.empty() : ApiResource.builtIn(apiVersion, kind);
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }
}
