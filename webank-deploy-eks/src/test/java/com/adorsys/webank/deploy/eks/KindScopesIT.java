package com.adorsys.webank.deploy.eks;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.check.Scope;
import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import com.adorsys.webank.deploy.manifest.MapTree;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the library says of the kinds of Kubernetes, beside what an API server says. */
class KindScopesIT {
    private final TestCluster cluster = TestCluster.shared();

    @Test
    void are_those_of_the_server() {
        Map<String, Scope> expected = new TreeMap<>();
        Map<String, Scope> known = new TreeMap<>();
        for (String apiVersion : apiVersions()) {
            for (APIResource resource :
                    cluster.client().getApiResources(apiVersion).getResources()) {
                // A subresource is part of another object, and has the kind of what is sent to it.
                if (!resource.getName().contains("/")) {
                    String kind = apiVersion + " " + resource.getKind();
                    expected.put(kind, resource.getNamespaced() ? Scope.NAMESPACED : Scope.CLUSTER);
                    known.put(kind, scope(apiVersion, resource.getKind()));
                }
            }
        }

        assertThat(known).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    @Test
    void are_called_as_the_server_calls_them() {
        Map<String, Optional<ApiResource>> expected = new TreeMap<>();
        Map<String, Optional<ApiResource>> known = new TreeMap<>();
        for (String apiVersion : apiVersions()) {
            for (APIResource resource :
                    cluster.client().getApiResources(apiVersion).getResources()) {
                if (!resource.getName().contains("/")) {
                    String kind = resource.getKind();
                    boolean namespaced = resource.getNamespaced();
                    ApiResource called = new ApiResource(apiVersion, kind, resource.getName(), namespaced);
                    expected.put(apiVersion + " " + kind, Optional.of(called));
                    known.put(apiVersion + " " + kind, ApiResource.builtIn(apiVersion, kind));
                }
            }
        }

        assertThat(known).isEqualTo(expected).hasSizeGreaterThan(50);
    }

    private List<String> apiVersions() {
        List<String> versions = new ArrayList<>(List.of("v1"));
        for (APIGroup group : cluster.client().getApiGroups().getGroups()) {
            // Those of other tests have definitions of their own.
            if (!group.getName().contains(".") || group.getName().endsWith(".k8s.io")) {
                for (GroupVersionForDiscovery version : group.getVersions()) {
                    versions.add(version.getGroupVersion());
                }
            }
        }
        return versions;
    }

    private static Scope scope(String apiVersion, String kind) {
        Manifest manifest = Manifest.of(MapTree.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", MapTree.of("name", "a"))
                .build());
        return Scope.of(manifest, ManifestSet.of(manifest));
    }
}
