package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManifestSetTest {
    private static final Manifest DEPLOYMENT = manifest("apps/v1", "Deployment", "webank", "obs");
    private static final Manifest SERVICE = manifest("v1", "Service", "webank", "obs");
    private static final Manifest SECRET = manifest("v1", "Secret", "webank", "obs");

    @Provide
    Arbitrary<ManifestSet> sets() {
        return TreeArbitraries.manifestSets();
    }

    @Provide
    Arbitrary<Manifest> manifests() {
        return TreeArbitraries.manifests();
    }

    private static Manifest manifest(String apiVersion, String kind, String namespace, String name) {
        MapTree.Builder metadata = MapTree.builder().put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        return Manifest.of(MapTree.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", metadata.build())
                .build());
    }

    @Nested
    class Order {
        @Test
        void is_by_kind_then_namespace_then_name_then_group() {
            ManifestSet set = ManifestSet.of(
                    manifest("example.com/v1", "Widget", "a", "a"),
                    manifest("example.com/v1", "Gadget", "b", "b"),
                    manifest("networking.k8s.io/v1", "Ingress", "a", "a"),
                    manifest("apps/v1", "Deployment", "b", "a"),
                    manifest("apps/v1", "Deployment", "a", "b"),
                    manifest("other/v1", "Deployment", "a", "a"),
                    manifest("apps/v1", "Deployment", "a", "a"),
                    manifest("v1", "Service", "z", "z"),
                    manifest("v1", "Secret", "z", "z"),
                    manifest("v1", "Namespace", "", "a"));

            assertThat(set.manifests())
                    .extracting(manifest -> manifest.apiVersion() + " " + manifest)
                    .containsExactly(
                            "v1 Namespace/a",
                            "v1 Secret/z/z",
                            "v1 Service/z/z",
                            "apps/v1 Deployment/a/a",
                            "other/v1 Deployment/a/a",
                            "apps/v1 Deployment/a/b",
                            "apps/v1 Deployment/b/a",
                            "networking.k8s.io/v1 Ingress/a/a",
                            "example.com/v1 Gadget/b/b",
                            "example.com/v1 Widget/a/a");
        }
    }

    @Nested
    class Duplicates {
        @Test
        void are_reported_all_at_once() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ManifestSet.of(SERVICE, DEPLOYMENT, SERVICE, DEPLOYMENT))
                    .withMessage("""
                            error OBJECT_DUPLICATE Service/webank/obs: `Service/webank/obs` occurs more than once. Leave one \
                            of them out, or give it another name or namespace.
                            error OBJECT_DUPLICATE Deployment/webank/obs: `Deployment/webank/obs` occurs more than once. \
                            Leave one of them out, or give it another name or namespace.""");
        }

        @Test
        void are_found_in_two_versions_of_one_group() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ManifestSet.of(
                            manifest("autoscaling/v1", "HorizontalPodAutoscaler", "a", "a"),
                            manifest("autoscaling/v2", "HorizontalPodAutoscaler", "a", "a")));
        }

        @Test
        void are_not_reported_in_two_groups() {
            assertThat(ManifestSet.of(
                            manifest("extensions/v1", "Ingress", "a", "a"),
                            manifest("networking.k8s.io/v1", "Ingress", "a", "a")))
                    .hasSize(2);
        }

        @Test
        void of_two_sets_are_refused() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ManifestSet.of(SERVICE).plus(ManifestSet.of(SERVICE)));
        }
    }

    @Nested
    class Finding {
        private final ManifestSet set =
                ManifestSet.of(DEPLOYMENT, SERVICE, SECRET, manifest("v1", "Service", "webank", "prs"));

        @Test
        void is_by_kind_and_name() {
            assertThat(set.find("Service", "obs")).contains(SERVICE);
            assertThat(set.find("Service", "x")).isEmpty();
            assertThat(set.find("Widget", "obs")).isEmpty();
            assertThat(ManifestSet.empty().find("Service", "obs")).isEmpty();
        }

        @Test
        void fails_if_several_objects_match() {
            ManifestSet both = set.with(manifest("v1", "Service", "other", "obs"));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> both.find("Service", "obs"))
                    .withMessage("error OBJECT_AMBIGUOUS: there is more than one `Service/obs`: `Service/other/obs` and"
                            + " `Service/webank/obs`. Select one of them with its namespace and group.");
        }

        @Test
        void is_by_id() {
            assertThat(set.get(SECRET.id())).isSameAs(SECRET);
            assertThat(set.find(SECRET.id())).contains(SECRET);
            assertThat(set.has(SECRET.id())).isTrue();
            assertThat(set.has(ResourceId.of("v1", "Secret", "webank", "x"))).isFalse();
        }

        @Test
        void suggests_the_nearest_name() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(ResourceId.of("v1", "Service", "webank", "obz")))
                    .withMessage("error OBJECT_MISSING: there is no object `Service/webank/obz`. Perhaps"
                            + " `Service/webank/obs` is meant.");
        }

        @Test
        void lists_the_existing_names() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(ResourceId.of("v1", "Widget", "a", "completely-different")))
                    .withMessage("error OBJECT_MISSING: there is no object `Widget/a/completely-different`. There is"
                            + " Secret/webank/obs, Service/webank/obs, Service/webank/prs, Deployment/webank/obs.");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ManifestSet.empty().get(SERVICE.id()))
                    .withMessage(
                            "error OBJECT_MISSING: there is no object `Service/webank/obs`. The set has no objects.");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(io.fabric8.kubernetes.api.model.ConfigMap.class, "x"))
                    .withMessage("error OBJECT_MISSING: there is no object `ConfigMap/x`. The set has no ConfigMap.");
        }

        @Test
        void returns_all_of_a_kind() {
            assertThat(set.all("Service")).extracting(Manifest::name).containsExactly("obs", "prs");
            assertThat(set.all("Widget")).isEmpty();
            assertThat(set.all("APriorUnknownKind")).isEmpty();
        }
    }

    @Nested
    class Deriving {
        @Test
        void replaces_the_same_object() {
            Manifest changed = Manifest.of(SERVICE.tree().with("spec", MapTree.of()));
            ManifestSet set = ManifestSet.of(SERVICE, SECRET);

            assertThat(set.with(changed)).containsExactly(SECRET, changed);
            assertThat(set).containsExactly(SECRET, SERVICE);
        }

        private Locations at(String file, int line, Manifest manifest) {
            return Locations.of(file, manifest.tree(), TreePlace.of(line, 1, TreePlace.NONE));
        }

        @Test
        void joins_sets_and_their_places() {
            ManifestSet one = ManifestSet.of(SERVICE).withLocations(Map.of(SERVICE.id(), at("a.yaml", 1, SERVICE)));
            ManifestSet other = ManifestSet.of(SECRET).withLocations(Map.of(SECRET.id(), at("b.yaml", 5, SECRET)));

            ManifestSet both = one.plus(other);

            assertThat(both).containsExactly(SECRET, SERVICE);
            assertThat(both.place(SERVICE, "spec")).hasToString("a.yaml:1:1: Service/webank/obs.spec");
            assertThat(both.place(SECRET, "data")).hasToString("b.yaml:5:1: Secret/webank/obs.data");
            assertThat(both.with(DEPLOYMENT).without(DEPLOYMENT.id()).place(SECRET, ""))
                    .hasToString("b.yaml:5:1: Secret/webank/obs");
            assertThat(both.with(DEPLOYMENT).place(DEPLOYMENT, "spec")).hasToString("Deployment/webank/obs.spec");
            assertThat(both).isEqualTo(ManifestSet.of(SERVICE, SECRET));
        }

        @Test
        void renames_with_map() {
            ManifestSet renamed = ManifestSet.of(SERVICE, SECRET)
                    .map(manifest -> Manifest.of(manifest.tree().with("metadata", MapTree.of("name", "x"))));

            assertThat(renamed.manifests()).extracting(Manifest::toString).containsExactly("Secret/x", "Service/x");
        }

        @Test
        void selects() {
            ManifestSet set = ManifestSet.of(SERVICE, SECRET, DEPLOYMENT);

            assertThat(set.select(manifest -> manifest.kind().startsWith("Se"))).containsExactly(SECRET, SERVICE);
            assertThat(set.select(manifest -> true)).isSameAs(set);
            assertThat(set.select(manifest -> false).isEmpty()).isTrue();
        }
    }

    @Nested
    class Patching {
        private final ManifestSet set = ManifestSet.of(SERVICE, SECRET);

        @Test
        void merges() {
            ManifestSet patched = set.patch(SERVICE.id(), MergePatch.of(JsonTrees.tree("{spec: {type: 'NodePort'}}")));

            assertThat(patched.get(SERVICE.id()).tree().at("spec", "type")).contains(ScalarTree.of("NodePort"));
        }

        @Test
        void applies_a_json_patch() {
            ManifestSet patched = set.patch(
                    SERVICE.id(), JsonPatch.builder().add("/spec", MapTree.of()).build());

            assertThat(patched.get(SERVICE.id()).tree().map("spec")).contains(MapTree.of());
        }

        @Test
        void refuses_an_object_that_does_not_exist() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.patch(DEPLOYMENT.id(), MergePatch.of(MapTree.of())))
                    .withMessageStartingWith("error OBJECT_MISSING: there is no object `Deployment/webank/obs`.");
        }

        @Test
        void refuses_a_result_that_is_not_an_object() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.patch(SERVICE.id(), MergePatch.of(ListTree.of())))
                    .withMessage(
                            "error PATCH_INVALID Service/webank/obs: the patch changes the object to a list. Let the"
                                    + " result be a map with `apiVersion`, `kind` and `metadata`.");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.patch(SERVICE.id(), MergePatch.of(JsonTrees.tree("{kind: null}"))))
                    .withMessage("error MANIFEST_INVALID Service/webank/obs.kind: `kind` is missing. Give it, as in"
                            + " `Deployment`.");
        }

        @Test
        void refuses_to_change_the_identity_of_the_object() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.patch(
                            SERVICE.id(), MergePatch.of(JsonTrees.tree("{apiVersion: 'serving.knative.dev/v1'}"))))
                    .withMessage("error PATCH_INVALID Service/webank/obs: the patch changes the object to"
                            + " `Service/webank/obs` of `serving.knative.dev/v1`. Leave group, kind, namespace and name as"
                            + " they are.");
        }
    }

    @Test
    void shows_only_ids() {
        Manifest secret = Manifest.of(SECRET.tree().with("data", MapTree.of("password", "hunter2")));

        assertThat(ManifestSet.of(SERVICE, secret)).hasToString("manifests [Secret/webank/obs, Service/webank/obs]");
    }

    @Test
    void its_list_cannot_be_changed() {
        ManifestSet set = ManifestSet.of(SERVICE, SECRET);

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> set.manifests().set(0, DEPLOYMENT));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> set.all("Service").clear());
    }

    @Property(tries = 300)
    void the_order_does_not_depend_on_the_input(@ForAll("sets") ManifestSet set, @ForAll long seed) {
        List<Manifest> shuffled = new ArrayList<>(set.manifests());
        Collections.shuffle(shuffled, new Random(seed));
        ManifestSet grown = ManifestSet.empty();
        for (Manifest manifest : shuffled) {
            grown = grown.with(manifest);
        }

        assertThat(ManifestSet.of(shuffled).manifests()).isEqualTo(set.manifests());
        assertThat(grown).isEqualTo(set).hasSameHashCodeAs(set);
    }

    @Property(tries = 300)
    void without_undoes_with(@ForAll("sets") ManifestSet set, @ForAll("manifests") Manifest manifest) {
        ManifestSet with = set.with(manifest);

        assertThat(with.get(manifest.id())).isEqualTo(manifest);
        assertThat(with.without(manifest.id())).isEqualTo(set.without(manifest.id()));
        assertThat(with.size()).isEqualTo(set.has(manifest.id()) ? set.size() : set.size() + 1);
    }

    @Property(tries = 300)
    void two_halves_joined_are_equal_to_the_whole(@ForAll("sets") ManifestSet set) {
        ManifestSet some = set.select(manifest -> manifest.name().hashCode() % 2 == 0);
        ManifestSet others = set.select(manifest -> manifest.name().hashCode() % 2 != 0);

        assertThat(some.plus(others)).isEqualTo(set);
        assertThat(others.plus(some)).isEqualTo(set);
    }
}
