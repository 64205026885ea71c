package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ManifestTest {
    @Provide
    Arbitrary<MapTree> maps() {
        return TreeArbitraries.maps();
    }

    @Test
    void has_a_kind_a_name_and_a_namespace() {
        Manifest manifest = JsonTrees.manifest("{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'obs',"
                + " namespace: 'webank', labels: {a: 'b'}, annotations: {c: 'd', e: 1}}}");

        assertThat(manifest.id()).isEqualTo(ResourceId.of("apps/v1", "Deployment", "webank", "obs"));
        assertThat(manifest.apiVersion()).isEqualTo("apps/v1");
        assertThat(manifest.kind()).isEqualTo("Deployment");
        assertThat(manifest.namespace()).isEqualTo("webank");
        assertThat(manifest.name()).isEqualTo("obs");
        assertThat(manifest.label("a")).contains("b");
        assertThat(manifest.label("c")).isEmpty();
        assertThat(manifest.annotation("c")).contains("d");
        assertThat(manifest.annotation("e")).isEmpty();
        assertThat(manifest).hasToString("Deployment/webank/obs");
        assertThat(manifest.path("spec.replicas")).isEqualTo("Deployment/webank/obs.spec.replicas");
        assertThat(manifest.path("")).isEqualTo("Deployment/webank/obs");
    }

    @Test
    void may_have_no_namespace() {
        assertThat(JsonTrees.manifest("{apiVersion: 'v1', kind: 'Service', metadata: {name: 'obs'}}")
                        .namespace())
                .isEmpty();
        assertThat(JsonTrees.manifest("{apiVersion: 'v1', kind: 'Service', metadata: {name: 'obs', namespace: null}}")
                        .namespace())
                .isEmpty();
    }

    @Test
    void reports_everything_that_is_missing() {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> Manifest.of(MapTree.of()))
                .withMessage("""
                        error MANIFEST_INVALID apiVersion: `apiVersion` is missing. Give it, as in `apps/v1`.
                        error MANIFEST_INVALID kind: `kind` is missing. Give it, as in `Deployment`.
                        error MANIFEST_INVALID metadata.name: `metadata.name` is missing. Give the object a name.""");
    }

    @Test
    void reports_everything_of_the_wrong_type() {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> manifest("""
                        apiVersion: 1
                        kind: [x]
                        metadata:
                          name: true
                          namespace: 7
                        """))
                .withMessage("""
                        a.yaml:1:1: error MANIFEST_INVALID apiVersion: `apiVersion` is the number 1, not a string. Put it in \
                        quotes: `"1"`.
                        a.yaml:2:1: error MANIFEST_INVALID kind: `kind` is a list, not a string. Give it, as in `Deployment`.
                        a.yaml:4:3: error MANIFEST_INVALID metadata.name: `metadata.name` is true, not a string. Put it in \
                        quotes: `"true"`.
                        a.yaml:5:3: error MANIFEST_INVALID metadata.namespace: `metadata.namespace` is the number 7, not a \
                        string. Put it in quotes: `"7"`.""");
    }

    @Test
    void reports_metadata_that_is_not_a_map() {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> JsonTrees.manifest("{apiVersion: 'v1', kind: 'Pod', metadata: []}"))
                .withMessage(
                        "error MANIFEST_INVALID metadata: `metadata` is a list, not a map. Give a map with a `name`.");
    }

    private static Manifest manifest(String text) {
        YamlDocument document = YamlReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
        return Manifest.of((MapTree) document.tree(), document.locations());
    }

    @Test
    void reports_the_place_of_an_invalid_name() {
        assertThatExceptionOfType(DeployException.InvalidInput.class)
                .isThrownBy(() -> manifest("""
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: ../x
                        """))
                .withMessageStartingWith(
                        "a.yaml:4:3: error NAME_INVALID metadata.name: the name `../x` is not allowed");
    }

    @Property
    void invalid_input_is_the_only_exception(@ForAll("maps") MapTree map, @ForAll("maps") MapTree metadata) {
        MapTree tree = map.with("metadata", metadata);
        try {
            assertThat(Manifest.of(tree).tree()).isEqualTo(tree);
        } catch (DeployException.InvalidInput e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
