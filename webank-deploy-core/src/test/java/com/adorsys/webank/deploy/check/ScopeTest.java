package com.adorsys.webank.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        "v1, ConfigMap, NAMESPACED",
        "v1, Namespace, CLUSTER",
        "rbac.authorization.k8s.io/v1, ClusterRole, CLUSTER",
        "rbac.authorization.k8s.io/v1, Role, NAMESPACED",
        "apiextensions.k8s.io/v1, CustomResourceDefinition, CLUSTER",
        "example.com/v1, ClusterRole, UNKNOWN",
        "gateway.networking.k8s.io/v1, GatewayClass, UNKNOWN"
    })
    void of_a_kind_of_kubernetes_is_known(String apiVersion, String kind, Scope scope) {
        Manifest manifest = manifest(apiVersion, kind);

        assertThat(Scope.of(manifest, ManifestSet.of(manifest))).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, Widget, Namespaced, NAMESPACED",
        "example.com, Widget, Cluster, CLUSTER",
        "example.com, Widget, Galaxy, UNKNOWN",
        "example.org, Widget, Cluster, UNKNOWN",
        "example.com, Gadget, Cluster, UNKNOWN"
    })
    void of_a_custom_kind_comes_from_its_definition_in_the_set(String group, String kind, String says, Scope scope) {
        ManifestSet definition = Sets.of("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
                + "metadata: {name: widgets.example.com}\n"
                + "spec: {group: " + group + ", scope: " + says + ", names: {kind: " + kind + "}}\n");
        Manifest manifest = manifest("example.com/v1", "Widget");

        assertThat(Scope.of(manifest, definition.with(manifest))).isEqualTo(scope);
    }

    @Test
    void of_a_custom_kind_without_its_definition_is_unknown() {
        assertThat(Scope.of(manifest("example.com/v1", "Widget"), ManifestSet.empty()))
                .isEqualTo(Scope.UNKNOWN);
    }

    private static Manifest manifest(String apiVersion, String kind) {
        return Sets.of("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a}\n")
                .manifests()
                .get(0);
    }
}
