package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectsByPathTest {
    private final ObjectsByPath<String> objects = new ObjectsByPath<>();

    private static Manifest role(String name) {
        return JsonTrees.manifest(
                "{apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: {name: '" + name + "'}}");
    }

    @Test
    void a_path_is_in_the_object_with_the_longest_name_that_it_starts_with() {
        Manifest shorter = role("a");
        Manifest longer = role("a.rules");
        objects.put(shorter, "shorter");
        objects.put(longer, "longer");

        assertThat(objects.at(shorter.path(""))).isEqualTo("shorter");
        assertThat(objects.at(shorter.path("metadata.labels[\"x.y/z\"]"))).isEqualTo("shorter");
        assertThat(objects.at(longer.path("rules[0].verbs"))).isEqualTo("longer");
        // As text this is a place of both.
        assertThat(objects.at(shorter.path("rules[0].verbs"))).isEqualTo("longer");
        assertThat(objects.at("ClusterRole/b.rules")).isNull();
        assertThat(objects.at("")).isNull();
    }
}
