package com.adorsys.webank.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ResourceId;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TypedViewsTest {
    private static final List<Class<? extends HasMetadata>> TYPES = List.of(
            Deployment.class,
            StatefulSet.class,
            Pod.class,
            Service.class,
            Secret.class,
            ConfigMap.class,
            PersistentVolumeClaim.class);
    private static final ResourceId APP = ResourceId.of("apps/v1", "Deployment", "webank", "app");

    private static MapTree map(Object... entries) {
        MapTree.Builder map = MapTree.builder();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], tree(entries[i + 1]));
        }
        return map.build();
    }

    private static ListTree list(Object... items) {
        Tree[] trees = new Tree[items.length];
        for (int i = 0; i < items.length; i++) {
            trees[i] = tree(items[i]);
        }
        return ListTree.of(trees);
    }

    private static Tree tree(Object value) {
        if (value instanceof Tree tree) {
            return tree;
        }
        if (value instanceof Integer number) {
            return ScalarTree.of(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return ScalarTree.of(truth.booleanValue());
        }
        return ScalarTree.of((String) value);
    }

    private static MapTree object(String apiVersion, String kind, Object... more) {
        return MapTree.builder()
                .put("apiVersion", apiVersion)
                .put("kind", kind)
                .put("metadata", map("name", "app", "namespace", "webank"))
                .putAll(map(more))
                .build();
    }

    private static MapTree deployment(Object... containerFields) {
        MapTree container = MapTree.builder()
                .put("name", "app")
                .put("image", "nginx:1")
                .putAll(map(containerFields))
                .build();
        return object(
                "apps/v1",
                "Deployment",
                "spec",
                map(
                        "replicas",
                        1,
                        "selector",
                        map("matchLabels", map("app", "app")),
                        "template",
                        map("metadata", map("labels", map("app", "app")), "spec", map("containers", list(container)))));
    }

    @Nested
    class Reading {
        @Test
        void gives_the_object_as_its_type() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            Deployment deployment = set.get(Deployment.class, "app");

            assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
            assertThat(deployment.getMetadata().getNamespace()).isEqualTo("webank");
        }

        @Test
        void gives_a_copy() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            set.get(Deployment.class, "app").getSpec().setReplicas(9);

            assertThat(set.get(Deployment.class, "app").getSpec().getReplicas()).isEqualTo(1);
        }

        @Test
        void names_every_key_that_the_type_does_not_know() {
            MapTree tree = deployment("imagePullPolcy", "Always", "resources", map("limit", map("cpu", "1")));
            ManifestSet set = ManifestSet.of(Manifest.of(tree));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(Deployment.class, "app"))
                    .withMessage("""
                            error UNKNOWN_KEY Deployment/webank/app.spec.template.spec.containers[0].imagePullPolcy: \
                            `spec.template.spec.containers[0].imagePullPolcy` is not known to Deployment. \
                            Perhaps `imagePullPolicy` is meant.
                            error UNKNOWN_KEY Deployment/webank/app.spec.template.spec.containers[0].resources.limit: \
                            `spec.template.spec.containers[0].resources.limit` is not known to Deployment. \
                            Perhaps `limits` is meant.""");
        }

        @Test
        void names_a_value_of_another_type_without_showing_it() {
            MapTree tree = object("v1", "Secret", "data", map("password", list("hunter2")));
            ManifestSet set = ManifestSet.of(Manifest.of(tree));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(Secret.class, "app"))
                    .withMessage(
                            "error TYPE_MISMATCH Secret/webank/app.data.password: "
                                    + "`data.password` is a list, which Secret does not accept there. Correct the value's type.");
        }

        @Test
        void accepts_no_number_as_a_string_and_no_string_as_a_number() {
            ManifestSet number = ManifestSet.of(Manifest.of(object("v1", "ConfigMap", "data", map("port", 8080))));
            ManifestSet string =
                    ManifestSet.of(Manifest.of(object("apps/v1", "Deployment", "spec", map("replicas", "3"))));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> number.get(ConfigMap.class, "app"))
                    .withMessage(
                            "error TYPE_MISMATCH ConfigMap/webank/app.data.port: "
                                    + "`data.port` is an integer, which ConfigMap does not accept there. Correct the value's type.");
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> string.get(Deployment.class, "app"))
                    .withMessage(
                            "error TYPE_MISMATCH Deployment/webank/app.spec.replicas: "
                                    + "`spec.replicas` is a string, which Deployment does not accept there. Correct the value's type.");
        }

        @Test
        void reports_an_invalid_quantity_or_port() {
            for (Object wrong : new Object[] {list(1), map("a", 1), true}) {
                ManifestSet quantity =
                        ManifestSet.of(Manifest.of(deployment("resources", map("limits", map("cpu", tree(wrong))))));
                ManifestSet port = ManifestSet.of(Manifest.of(
                        deployment("livenessProbe", map("httpGet", map("port", tree(wrong))))));

                assertThatExceptionOfType(DeployException.InvalidInput.class)
                        .as("%s", wrong)
                        .isThrownBy(() -> quantity.get(Deployment.class, "app"))
                        .satisfies(
                                e -> assertThat(e.problems().get(0).location().path())
                                        .startsWith(
                                                "Deployment/webank/app.spec.template.spec.containers[0].resources.limits.cpu"));
                assertThatExceptionOfType(DeployException.InvalidInput.class)
                        .as("%s", wrong)
                        .isThrownBy(() -> port.get(Deployment.class, "app"))
                        .satisfies(
                                e -> assertThat(e.problems().get(0).location().path())
                                        .startsWith(
                                                "Deployment/webank/app.spec.template.spec.containers[0].livenessProbe.httpGet.port"));
            }
        }

        @Test
        void refuses_a_class_of_another_version() {
            ManifestSet set = ManifestSet.of(Manifest.of(object("apps/v1beta1", "StatefulSet")));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.get(StatefulSet.class, "app"))
                    .withMessage("error TYPE_MISMATCH StatefulSet/webank/app: `StatefulSet/webank/app` is a StatefulSet"
                            + " of `apps/v1beta1`; the class io.fabric8.kubernetes.api.model.apps.StatefulSet is for"
                            + " StatefulSet of `apps/v1`. Use the class of that version.");
        }

        @Test
        void refuses_a_class_that_is_not_an_object_type() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            assertThatThrownBy(() -> set.get(String.class, "app"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`java.lang.String` is not a class of Kubernetes objects; use one that implements"
                            + " io.fabric8.kubernetes.api.model.HasMetadata");
            assertThatThrownBy(() -> set.patch(APP, String.class, text -> text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Writing {
        @Test
        void omits_what_is_not_set() {
            ManifestSet set = ManifestSet.ofObjects(new DeploymentBuilder()
                    .withNewMetadata()
                    .withName("app")
                    .endMetadata()
                    .withNewStatus()
                    .endStatus()
                    .build());

            assertThat(set.manifests().get(0).tree())
                    .isEqualTo(MapTree.builder()
                            .put("apiVersion", "apps/v1")
                            .put("kind", "Deployment")
                            .put("metadata", map("name", "app"))
                            .build());
        }

        @Test
        void keeps_what_is_set_but_empty() {
            MapTree tree = object(
                    "v1",
                    "Pod",
                    "spec",
                    map("volumes", list(map("name", "tmp", "emptyDir", map())), "securityContext", map()));
            Pod pod = ManifestSet.of(Manifest.of(tree)).get(Pod.class, "app");

            assertThat(ManifestSet.ofObjects(pod).manifests().get(0).tree()).isEqualTo(tree);
        }

        @Test
        void writes_quantities_as_texts() {
            MapTree tree =
                    deployment("resources", map("requests", map("cpu", ScalarTree.ofFloat("0.5"), "memory", 100)));
            Deployment view = ManifestSet.of(Manifest.of(tree)).get(Deployment.class, "app");

            assertThat(ManifestSet.ofObjects(view).manifests().get(0).tree())
                    .isEqualTo(deployment("resources", map("requests", map("cpu", "0.5", "memory", "100"))));
        }

        @Test
        void sorts_maps() {
            Map<String, String> data = new HashMap<>();
            for (String key : new String[] {"zeta", "Alpha", "10", "beta", "9", "gamma"}) {
                data.put(key, key);
            }
            ManifestSet set = ManifestSet.ofObjects(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("app")
                    .endMetadata()
                    .withData(data)
                    .build());

            MapTree written = set.manifests().get(0).tree().map("data").orElseThrow();
            assertThat(written.keys()).containsExactly("10", "9", "Alpha", "beta", "gamma", "zeta");
        }

        @Test
        void copies_the_object() {
            ConfigMap config = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("app")
                    .endMetadata()
                    .addToData("a", "1")
                    .build();
            ManifestSet set = ManifestSet.empty().withObject(config);

            config.getData().put("a", "2");

            assertThat(set.get(ConfigMap.class, "app").getData()).containsEntry("a", "1");
        }

        @Test
        void refuses_an_object_without_a_name() {
            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> ManifestSet.ofObjects(new ConfigMap()))
                    .withMessage("error MANIFEST_INVALID metadata.name: `metadata.name` is missing."
                            + " Give the object a name.");
        }

        @Test
        void writes_what_any_custom_object_holds() {
            GenericKubernetesResource custom = new GenericKubernetesResource();
            custom.setApiVersion("example.com/v1");
            custom.setKind("Widget");
            custom.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                    .withName("w")
                    .build());
            custom.setAdditionalProperty("spec", Map.of("size", 3));

            assertThat(ManifestSet.ofObjects(custom).manifests().get(0).tree().at("spec", "size"))
                    .contains(ScalarTree.of(3));
        }
    }

    @Nested
    class Editing {
        @Test
        void changes_what_the_edit_changes() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            ManifestSet patched = set.patch(APP, Deployment.class, deployment -> {
                deployment.getSpec().setReplicas(3);
                return deployment;
            });

            assertThat(ManifestDiff.between(set, patched).text())
                    .isEqualTo("~ Deployment/webank/app (CONFIGURATION)\n    spec.replicas: 1 -> 3\n");
        }

        @Test
        void keeps_what_the_type_cannot_express() {
            MapTree tree = deployment(
                    "args", list(),
                    "env", list(),
                    "resources", map("requests", map("cpu", ScalarTree.ofFloat("0.50"))));
            ManifestSet set = ManifestSet.of(Manifest.of(tree));

            ManifestSet patched = set.patch(APP, Deployment.class, deployment -> {
                deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getResources()
                        .setLimits(Map.of("cpu", new Quantity("1")));
                return deployment;
            });

            MapTree container = (MapTree) ((ListTree) patched.get(APP)
                            .tree()
                            .at("spec", "template", "spec", "containers")
                            .orElseThrow())
                    .get(0);
            assertThat(container)
                    .isEqualTo(map(
                            "name", "app",
                            "image", "nginx:1",
                            "args", list(),
                            "env", list(),
                            "resources",
                                    map(
                                            "requests",
                                            map("cpu", ScalarTree.ofFloat("0.50")),
                                            "limits",
                                            map("cpu", "1"))));
        }

        @Test
        void keeps_an_empty_list_that_means_something() {
            MapTree tree = object(
                    "networking.k8s.io/v1", "NetworkPolicy", "spec", map("podSelector", map(), "ingress", list()));
            ManifestSet set = ManifestSet.of(Manifest.of(tree));
            ResourceId id = set.manifests().get(0).id();

            ManifestSet patched = set.patch(
                    id,
                    NetworkPolicy.class,
                    policy -> policy.edit()
                            .editMetadata()
                            .addToLabels("a", "b")
                            .endMetadata()
                            .build());

            assertThat(patched.get(id).tree().at("spec", "ingress")).contains(ListTree.of());
            assertThat(patched.get(id).label("a")).contains("b");
        }

        @Test
        void removes_what_the_edit_removes() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            ManifestSet patched = set.patch(APP, Deployment.class, deployment -> {
                deployment.getSpec().setReplicas(null);
                return deployment;
            });

            assertThat(patched.get(APP).tree().at("spec", "replicas")).isEmpty();
        }

        @Test
        void edits_a_custom_object_as_a_generic_one() {
            MapTree tree = object("example.com/v1", "Widget", "spec", map("size", 3, "none", list()));
            ManifestSet set = ManifestSet.of(Manifest.of(tree));
            ResourceId id = set.manifests().get(0).id();

            ManifestSet patched = set.patch(id, GenericKubernetesResource.class, widget -> {
                widget.getMetadata().setLabels(Map.of("a", "b"));
                return widget;
            });

            assertThat(ManifestDiff.between(set, patched).text())
                    .isEqualTo("~ Widget/webank/app (METADATA)\n    metadata.labels: (none) -> {a: \"b\"}\n");
        }

        @Test
        void refuses_another_name() {
            ManifestSet set = ManifestSet.of(Manifest.of(deployment()));

            assertThatExceptionOfType(DeployException.InvalidInput.class)
                    .isThrownBy(() -> set.patch(APP, Deployment.class, deployment -> {
                        deployment.getMetadata().setName("other");
                        return deployment;
                    }))
                    .withMessage("error PATCH_INVALID Deployment/webank/app: the patch changes the object to"
                            + " `Deployment/webank/other`. Leave group, kind, namespace and name as they are.");
        }
    }

    @Property(tries = 100)
    void invalid_input_is_the_only_exception(@ForAll("bodies") MapTree body) {
        MapTree spec = MapTree.of("spec", body).with("template", MapTree.of("spec", body));
        for (Class<? extends HasMetadata> type : TYPES) {
            MapTree tree = object(HasMetadata.getApiVersion(type), HasMetadata.getKind(type));
            ManifestSet set = ManifestSet.of(
                    Manifest.of(tree.with("spec", spec.with("template", spec)).with("data", body)));
            try {
                assertThat(set.get(type, "app").getMetadata().getName()).isEqualTo("app");
            } catch (DeployException.InvalidInput e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    @Property(tries = 100)
    void an_edit_that_changes_nothing_changes_nothing(@ForAll("bodies") MapTree body) {
        ManifestSet set = ManifestSet.of(Manifest.of(object("example.com/v1", "Widget", "spec", body)));
        ResourceId id = set.manifests().get(0).id();

        assertThat(set.patch(id, GenericKubernetesResource.class, widget -> widget))
                .isEqualTo(set);
    }

    /** Maps with keys that pods and workloads have, and values of any type. */
    @Provide
    Arbitrary<MapTree> bodies() {
        Arbitrary<String> keys = Arbitraries.of(
                "replicas",
                "selector",
                "matchLabels",
                "strategy",
                "rollingUpdate",
                "maxSurge",
                "containers",
                "resources",
                "limits",
                "cpu",
                "ports",
                "livenessProbe",
                "httpGet",
                "port",
                "volumes",
                "emptyDir",
                "sizeLimit",
                "tolerations",
                "metadata",
                "creationTimestamp",
                "managedFields",
                "finalizers",
                "type",
                "externalIPs",
                "accessModes");
        return Arbitraries.maps(keys, TreeArbitraries.treesWithNulls())
                .ofMaxSize(4)
                .map(entries -> {
                    MapTree.Builder map = MapTree.builder();
                    entries.forEach((key, value) -> map.put(key, value));
                    return map.build();
                });
    }
}
