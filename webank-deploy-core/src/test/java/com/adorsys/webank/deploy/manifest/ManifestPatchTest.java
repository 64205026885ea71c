package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ManifestPatchTest {
    private static final Manifest OBS = deployment("webank", "obs");
    private static final Manifest PRS = deployment("webank", "prs");
    private static final Manifest SECRET =
            JsonTrees.manifest("{apiVersion: 'v1', kind: 'Secret', metadata: {name: 'keys', namespace: 'webank'},"
                    + " stringData: {key: 'hunter2'}}");
    private static final ManifestSet SET = ManifestSet.of(OBS, PRS, SECRET);

    private static final ManifestSelector OBS_ALONE = ManifestSelector.object("Deployment", "obs");
    private static final ManifestSelector DEPLOYMENTS = ManifestSelector.kind("Deployment");
    private static final JsonPatch THREE =
            JsonPatch.builder().replace("/spec/replicas", ScalarTree.of(3)).build();

    @Nested
    class Changes {
        @Test
        void one_object_by_its_name() {
            ManifestSet patched = ManifestPatch.json(OBS_ALONE, THREE).apply(SET);

            assertThat(replicas(patched, OBS)).isEqualTo(ScalarTree.of(3));
            assertThat(patched.get(PRS.id())).isSameAs(PRS);
        }

        @Test
        void every_object_of_a_selection() {
            ManifestSet patched = ManifestPatch.merge(
                            DEPLOYMENTS, MergePatch.of(JsonTrees.tree("{spec: {replicas: 3, paused: true}}")))
                    .apply(SET);

            for (Manifest manifest : List.of(OBS, PRS)) {
                assertThat(replicas(patched, manifest)).isEqualTo(ScalarTree.of(3));
                assertThat(patched.get(manifest.id()).tree().at("spec", "paused"))
                        .contains(ScalarTree.of(true));
            }
            assertThat(patched.get(SECRET.id())).isSameAs(SECRET);
        }

        @Test
        void what_a_typed_edit_changes_and_nothing_else() {
            ManifestSet patched = ManifestPatch.edit(OBS_ALONE, Deployment.class, deployment -> {
                        deployment.getSpec().setReplicas(3);
                        return deployment;
                    })
                    .apply(SET);

            assertThat(patched.get(OBS.id()))
                    .isEqualTo(Manifest.of(OBS.tree()
                            .with("spec", OBS.tree().map("spec").orElseThrow().with("replicas", ScalarTree.of(3)))));
        }

        @Test
        void in_the_order_of_the_patches() {
            JsonPatch raised = JsonPatch.builder()
                    .test("/spec/replicas", ScalarTree.of(3))
                    .replace("/spec/replicas", ScalarTree.of(4))
                    .build();

            ManifestSet patched = ManifestPatch.applyAll(
                    List.of(ManifestPatch.json(DEPLOYMENTS, THREE), ManifestPatch.json(OBS_ALONE, raised)), SET);

            assertThat(replicas(patched, OBS)).isEqualTo(ScalarTree.of(4));
            assertThat(replicas(patched, PRS)).isEqualTo(ScalarTree.of(3));
        }

        @Test
        void nothing_if_there_are_no_patches() {
            assertThat(ManifestPatch.applyAll(List.of(), SET)).isSameAs(SET);
        }

        private static Tree replicas(ManifestSet set, Manifest manifest) {
            return set.get(manifest.id()).tree().at("spec", "replicas").orElseThrow();
        }
    }

    @Nested
    class Is_refused {
        @Test
        void if_it_selects_no_object() {
            assertRefused(
                    ManifestPatch.json(ManifestSelector.object("Deployment", "obz"), THREE),
                    "error OBJECT_MISSING: the JSON patch of `Deployment/obz` matches no object. Did you mean"
                            + " `Deployment/obs`? If so, write it.");
            assertRefused(
                    ManifestPatch.merge(ManifestSelector.kind("Deploymnt"), MergePatch.of(MapTree.of())),
                    "error OBJECT_MISSING: the merge patch of `Deploymnt` matches no object. Did you mean"
                            + " `Deployment`? If so, write it.");
        }

        @Test
        void if_a_name_selects_several_objects() {
            ManifestSet both = SET.with(deployment("old", "obs"));

            assertThatThrownBy(() -> ManifestPatch.json(OBS_ALONE, THREE).apply(both))
                    .hasMessage("error OBJECT_AMBIGUOUS: the JSON patch of `Deployment/obs` finds 2 objects:"
                            + " `Deployment/old/obs` and `Deployment/webank/obs`. Add the namespace of the intended"
                            + " object, or select it by a label.");
            assertThat(ManifestPatch.json(OBS_ALONE.inNamespace("webank"), THREE)
                            .apply(both))
                    .isNotEqualTo(both);
        }

        @Test
        void if_an_operation_cannot_be_applied() {
            assertRefused(
                    ManifestPatch.json(
                            DEPLOYMENTS,
                            JsonPatch.builder()
                                    .test("/metadata/name", ScalarTree.of("prs"))
                                    .build()),
                    "error JSON_PATCH_FAILED: the JSON patch of `Deployment` fails at `Deployment/webank/obs`: operation"
                            + " 0, `test /metadata/name`, cannot be applied: there is another value at `/metadata/name`."
                            + " Correct the test, or patch the object that it was written for.");
        }

        @Test
        void if_it_changes_the_identity_of_an_object() {
            String remedy = " Leave group, kind, namespace and name as they are.";
            assertRefused(
                    ManifestPatch.merge(OBS_ALONE, MergePatch.of(JsonTrees.tree("{metadata: {name: 'prs'}}"))),
                    "error PATCH_INVALID: the merge patch of `Deployment/obs` fails at `Deployment/webank/obs`: the patch"
                            + " changes the object to `Deployment/webank/prs`." + remedy);
            assertRefused(
                    ManifestPatch.merge(OBS_ALONE, MergePatch.of(JsonTrees.tree("{metadata: {namespace: null}}"))),
                    "error PATCH_INVALID: the merge patch of `Deployment/obs` fails at `Deployment/webank/obs`: the patch"
                            + " changes the object to `Deployment/obs`." + remedy);
            assertRefused(
                    ManifestPatch.merge(OBS_ALONE, MergePatch.of(JsonTrees.tree("{kind: 'StatefulSet'}"))),
                    "error PATCH_INVALID: the merge patch of `Deployment/obs` fails at `Deployment/webank/obs`: the patch"
                            + " changes the object to `StatefulSet/webank/obs`." + remedy);
        }

        @Test
        void if_an_edit_throws_whose_message_is_not_shown() {
            assertThatThrownBy(() -> ManifestPatch.edit(
                                    ManifestSelector.object("Secret", "keys"),
                                    Secret.class,
                                    ManifestPatchTest::parseTheKey)
                            .apply(SET))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .message()
                    .matches("error PATCH_FAILED: the edit of `Secret/keys` fails at `Secret/webank/keys`: its function"
                            + " threw java\\.lang\\.NumberFormatException in parseTheKey"
                            + " \\(ManifestPatchTest\\.java:\\d+\\)\\. Correct the function\\.");
        }

        @Test
        void if_an_edit_returns_null() {
            assertRefused(
                    ManifestPatch.edit(OBS_ALONE, Deployment.class, deployment -> null),
                    "error PATCH_FAILED: the edit of `Deployment/obs` fails at `Deployment/webank/obs`: its function"
                            + " returned null. Correct the function.");
        }

        @Test
        void if_an_object_is_not_of_the_class_of_the_edit() {
            assertRefused(
                    ManifestPatch.edit(OBS_ALONE, Secret.class, secret -> secret),
                    "error TYPE_MISMATCH: the edit of `Deployment/obs` fails at `Deployment/webank/obs`:"
                            + " `Deployment/webank/obs` is a Deployment of `apps/v1`; the class"
                            + " io.fabric8.kubernetes.api.model.Secret is for Secret of `v1`. Use the class of that"
                            + " version.");
        }

        @Test
        void with_every_patch_that_fails_but_without_follow_up_errors() {
            JsonPatch noSuchField = JsonPatch.builder().remove("/spec/paused").build();
            JsonPatch builtOnIt = JsonPatch.builder()
                    .test("/spec/paused", ScalarTree.of(false))
                    .build();

            assertThatThrownBy(() -> ManifestPatch.applyAll(
                            List.of(
                                    ManifestPatch.json(OBS_ALONE, noSuchField),
                                    ManifestPatch.json(OBS_ALONE, builtOnIt),
                                    ManifestPatch.json(ManifestSelector.kind("Job"), THREE)),
                            SET))
                    .hasMessage("""
                            error JSON_PATCH_FAILED patches[0]: the JSON patch of `Deployment/obs` fails at `Deployment/webank/obs`: operation 0, `remove /spec/paused`, cannot be applied: there is nothing at `/spec/paused`. Correct the pointer, or add it first.
                            error OBJECT_MISSING patches[2]: the JSON patch of `Job` matches no object. The set has Deployment, Secret.""");
        }

        private static void assertRefused(ManifestPatch patch, String message) {
            assertThatThrownBy(() -> patch.apply(SET))
                    .isInstanceOf(DeployException.InvalidInput.class)
                    .hasMessage(message);
        }
    }

    @Test
    void of_json_is_equal_by_content() {
        assertThat(ManifestPatch.json(OBS_ALONE, THREE))
                .isEqualTo(ManifestPatch.json(
                        ManifestSelector.object("Deployment", "obs"),
                        JsonPatch.builder()
                                .replace("/spec/replicas", ScalarTree.of(3))
                                .build()))
                .hasSameHashCodeAs(ManifestPatch.json(OBS_ALONE, THREE))
                .isNotEqualTo(ManifestPatch.json(DEPLOYMENTS, THREE))
                .isNotEqualTo(ManifestPatch.json(OBS_ALONE, JsonPatch.builder().build()));
        assertThat(ManifestPatch.merge(OBS_ALONE, MergePatch.of(MapTree.of("a", "b"))))
                .isEqualTo(ManifestPatch.merge(OBS_ALONE, MergePatch.of(MapTree.of("a", "b"))))
                .isNotEqualTo(ManifestPatch.merge(OBS_ALONE, MergePatch.of(MapTree.of("a", "c"))));
    }

    @Test
    void of_a_function_is_equal_by_the_function() {
        UnaryOperator<Deployment> edit = deployment -> deployment;

        assertThat(ManifestPatch.edit(OBS_ALONE, Deployment.class, edit))
                .isEqualTo(ManifestPatch.edit(OBS_ALONE, Deployment.class, edit))
                .hasSameHashCodeAs(ManifestPatch.edit(OBS_ALONE, Deployment.class, edit))
                .isNotEqualTo(ManifestPatch.edit(OBS_ALONE, Deployment.class, deployment -> deployment));
    }

    @Test
    void shows_no_value() {
        MergePatch secret = MergePatch.of(JsonTrees.tree("{stringData: {key: 'correct horse'}}"));

        assertThat(ManifestPatch.merge(ManifestSelector.object("Secret", "keys"), secret))
                .hasToString("merge patch of Secret/keys");
        assertThat(ManifestPatch.json(OBS_ALONE, THREE)).hasToString("JSON patch of Deployment/obs");
        assertThat(ManifestPatch.edit(DEPLOYMENTS, Deployment.class, deployment -> deployment))
                .hasToString("edit of Deployment");
    }

    private static Secret parseTheKey(Secret secret) {
        Integer.parseInt(secret.getStringData().get("key"));
        return secret;
    }

    private static Manifest deployment(String namespace, String name) {
        return JsonTrees.manifest("{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: '" + name
                + "', namespace: '" + namespace + "'}, spec: {replicas: 1, template: {metadata: {}}}}");
    }
}
