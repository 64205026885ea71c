package com.adorsys.webank.deploy.eks.internal.api;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds that an API server knows, asked for group by group and kept. Thread-safe.
 *
 * <p>A kind that was not there is asked for again: a custom resource definition may have brought it.
 */
public final class ApiResources {
    private final ApiServer api;
    private final Map<String, Map<String, ApiResource>> byApiVersion = new ConcurrentHashMap<>();

    public ApiResources(ApiServer api) {
        this.api = api;
    }

    /** The resource of a kind; empty if the server does not know it. */
    public Optional<ApiResource> find(String apiVersion, String kind) {
        Map<String, ApiResource> known = byApiVersion.get(apiVersion);
        if (known == null || !known.containsKey(kind)) {
            known = ask(apiVersion);
            if (!known.isEmpty()) {
                byApiVersion.put(apiVersion, known);
            }
        }
        return Optional.ofNullable(known.get(kind));
    }

    /** The resource of a kind in whichever version of its group the server serves it, the preferred version first. */
    public Optional<ApiResource> findInGroup(String group, String kind) {
        if (group.isEmpty()) {
            return find("v1", kind);
        }
        MapTree answer = api.find("/apis/" + group).orElse(MapTree.of());
        Set<String> apiVersions = new LinkedHashSet<>();
        answer.map("preferredVersion")
                .flatMap(preferred -> preferred.string("groupVersion"))
                .ifPresent(apiVersions::add);
        for (Tree item : Trees.list(answer, "versions")) {
            if (item instanceof MapTree version) {
                version.string("groupVersion").ifPresent(apiVersions::add);
            }
        }
        return apiVersions.stream()
                .map(apiVersion -> find(apiVersion, kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Forgets what was found: a definition may have gone since. */
    public void forget() {
        byApiVersion.clear();
    }

    private Map<String, ApiResource> ask(String apiVersion) {
        String path = apiVersion.indexOf('/') < 0 ? "/api/" + apiVersion : "/apis/" + apiVersion;
        MapTree answer = api.find(path).orElse(MapTree.of());
        Map<String, ApiResource> resources = new java.util.HashMap<>();
        if (answer.get("resources") instanceof ListTree list) {
            for (Tree item : list) {
                if (item instanceof MapTree resource) {
                    add(apiVersion, resource, resources);
                }
            }
        }
        return Map.copyOf(resources);
    }

    private static void add(String apiVersion, MapTree resource, Map<String, ApiResource> resources) {
        String plural = resource.string("name").orElse("");
        String kind = resource.string("kind").orElse("");
        // A name with a slash is a part of an object, such as deployments/scale.
        if (!plural.isEmpty() && plural.indexOf('/') < 0 && !kind.isEmpty()) {
            boolean namespaced = resource.get("namespaced") instanceof ScalarTree scalar
                    && scalar.text().equals("true");
            resources.put(kind, new ApiResource(apiVersion, kind, plural, namespaced));
        }
    }
}
