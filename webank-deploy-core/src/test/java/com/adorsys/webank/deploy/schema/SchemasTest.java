package com.adorsys.webank.deploy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adorsys.webank.deploy.schema.FieldType.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {
    @Nested
    class Kinds {
        @ParameterizedTest
        @CsvSource({
            "apps/v1, Deployment, true",
            "v1, Pod, true",
            "v1, Namespace, false",
            "v1, Node, false",
            "authorization.k8s.io/v1, LocalSubjectAccessReview, true",
            "authorization.k8s.io/v1, SubjectAccessReview, false",
            "rbac.authorization.k8s.io/v1, ClusterRole, false",
            "argoproj.io/v1alpha1, Application, true",
            "bitnami.com/v1alpha1, SealedSecret, true",
            "external-secrets.io/v1, ClusterSecretStore, false",
            "monitoring.coreos.com/v1, PodMonitor, true"
        })
        void a_kind_has_a_scope_and_the_keys_of_every_object(String apiVersion, String kind, boolean namespaced) {
            ApiKind found = Schemas.kind(apiVersion, kind).orElseThrow();

            assertThat(found).hasToString(apiVersion + " " + kind);
            assertThat(found.isServed()).isTrue();
            assertThat(found.isNamespaced()).isEqualTo(namespaced);
            assertThat(found.type().fields()).extracting(Field::name).contains("apiVersion", "kind", "metadata");
            assertThat(found.type().field("metadata").orElseThrow().type()).hasToString("meta/v1.ObjectMeta");
        }

        @Test
        void a_kind_that_only_some_versions_serve_says_which() {
            ApiKind address = kind("networking.k8s.io/v1beta1", "IPAddress");

            assertThat(address.versions()).hasToString("Kubernetes 1.36 and earlier");
            assertThat(address.deprecated()).hasValue(kubernetes("1.34"));
            assertThat(address.removed()).hasValue(kubernetes("1.37"));
            assertThat(kind("networking.k8s.io/v1", "IPAddress").versions()).hasToString("Kubernetes 1.33 and later");
            assertThat(kind("scheduling.k8s.io/v1alpha1", "Workload").versions())
                    .hasToString("Kubernetes 1.35");
            assertThat(kind("apps/v1", "Deployment").versions()).isSameAs(VersionRange.ALL);
        }

        @Test
        void a_kind_that_was_removed_before_all_supported_versions_says_when_and_what_replaces_it() {
            ApiKind ingress = kind("extensions/v1beta1", "Ingress");

            assertThat(ingress.isServed()).isFalse();
            assertThat(ingress.versions()).isSameAs(VersionRange.NONE);
            assertThat(ingress.deprecated().orElseThrow()).hasToString("Kubernetes 1.14");
            assertThat(ingress.removed().orElseThrow()).hasToString("Kubernetes 1.22");
            assertThat(ingress.replacement()).isEqualTo("networking.k8s.io/v1 Ingress");
            assertThatThrownBy(ingress::type)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no supported version serves extensions/v1beta1 Ingress");
        }

        @ParameterizedTest
        @CsvSource({
            "autoscaling/v2beta2, HorizontalPodAutoscaler, Kubernetes 1.26, autoscaling/v2 HorizontalPodAutoscaler",
            "batch/v1beta1, CronJob, Kubernetes 1.25, batch/v1 CronJob",
            "networking.k8s.io/v1beta1, Ingress, Kubernetes 1.22, networking.k8s.io/v1 Ingress",
            "policy/v1beta1, PodSecurityPolicy, Kubernetes 1.25, ''"
        })
        void kinds_that_were_removed_long_ago_are_known(
                String apiVersion, String kind, String removed, String replacement) {
            assertThat(kind(apiVersion, kind).removed().orElseThrow()).hasToString(removed);
            assertThat(kind(apiVersion, kind).replacement()).isEqualTo(replacement);
        }

        @Test
        void a_replacement_is_one_that_is_served() {
            assertThat(kind("flowcontrol.apiserver.k8s.io/v1beta1", "FlowSchema")
                            .replacement())
                    .as("v1beta3, which replaces it, is gone as well")
                    .isEqualTo("flowcontrol.apiserver.k8s.io/v1 FlowSchema");
            assertThat(kind("apps/v1beta1", "DeploymentRollback").replacement()).isEmpty();
            assertThat(kind("apps/v1", "Deployment").replacement()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "apps/v1, Deploymint",
            "apps/v1, deployment",
            "apps/v1, ''",
            "apps/v2, Deployment",
            "apps/, Deployment",
            "apps, Deployment",
            "serving.knative.dev/v1, Service",
            "core/v1, Pod",
            "'', Pod",
            "/v1, Pod",
            "../x/v1, Pod",
            "groups/v1, Pod",
            "sources/v1, Pod",
            "apps/v1/Deployment, Deployment"
        })
        void what_is_not_described_is_not_found(String apiVersion, String kind) {
            assertThat(Schemas.kind(apiVersion, kind)).isEmpty();
        }

        @Test
        void the_kinds_of_an_api_version_are_those_that_some_version_serves() {
            assertThat(Schemas.kindsOf("apps/v1"))
                    .containsExactly("ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet");
            assertThat(Schemas.kindsOf("networking.k8s.io/v1beta1")).containsExactly("IPAddress", "ServiceCIDR");
            assertThat(Schemas.kindsOf("extensions/v1beta1")).isEmpty();
            assertThat(Schemas.kindsOf("example.com/v1")).isEmpty();
            assertThat(Schemas.kubernetesKinds()).contains("Pod", "Ingress").doesNotContain("Application");
        }

        @Test
        void the_api_versions_of_a_kind_are_in_the_order_of_kubernetes() {
            assertThat(Schemas.apiVersionsOf("HorizontalPodAutoscaler"))
                    .containsExactly("autoscaling/v2", "autoscaling/v1");
            assertThat(Schemas.apiVersionsOf("Event")).containsExactly("v1", "events.k8s.io/v1");
            assertThat(Schemas.apiVersionsOf("DeviceTaintRule"))
                    .containsExactly("resource.k8s.io/v1", "resource.k8s.io/v1beta2", "resource.k8s.io/v1alpha3");
            assertThat(Schemas.apiVersionsOf("ResourceClaim"))
                    .containsExactly(
                            "resource.k8s.io/v1",
                            "resource.k8s.io/v1beta2",
                            "resource.k8s.io/v1beta1",
                            "resource.k8s.io/v1alpha3");
            assertThat(Schemas.apiVersionsOf("Application")).isEmpty();
        }

        @Test
        void a_group_belongs_to_kubernetes_or_not() {
            assertThat(List.of("", "apps", "networking.k8s.io", "extensions")).allMatch(Schemas::isKubernetesGroup);
            assertThat(List.of("argoproj.io", "serving.knative.dev", "gateway.networking.k8s.io", "../core", "meta"))
                    .noneMatch(Schemas::isKubernetesGroup);
        }
    }

    @ParameterizedTest
    @CsvSource({"uid, true", "managedFields, true", "creationTimestamp, true", "labels, false", "name, false"})
    void the_server_sets_some_metadata_itself(String key, boolean expected) {
        assertThat(Schemas.isSetByServer(key)).isEqualTo(expected);
        assertThat(Schemas.type("meta/v1.ObjectMeta").field(key)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Namespace, true",
        "'', PersistentVolumeClaim, true",
        "apiextensions.k8s.io, CustomResourceDefinition, true",
        "'', ConfigMap, false",
        "example.com, Namespace, false"
    })
    void some_kinds_hold_data(String group, String kind, boolean expected) {
        assertThat(Schemas.holdsData(group, kind)).isEqualTo(expected);
    }

    @Test
    void the_type_of_a_kind_is_found_if_some_version_serves_it() {
        assertThat(Schemas.typeOf("apps/v1", "Deployment")).hasValue(Schemas.type("apps/v1.Deployment"));
        assertThat(Schemas.typeOf("extensions/v1beta1", "Ingress")).isEmpty();
        assertThat(Schemas.typeOf("example.com/v1", "Deployment")).isEmpty();
    }

    @Nested
    class Fields {
        @ParameterizedTest
        @CsvSource({
            "core/v1.PodSpec, containers, every version",
            "core/v1.PodSpec, workloadRef, Kubernetes 1.35",
            "core/v1.PodSpec, hostnameOverride, Kubernetes 1.34 and later",
            "core/v1.PodSpec, evictionResponders, Kubernetes 1.37 and later",
            "core/v1.VolumeMount, bindMountOptions, Kubernetes 1.37 and later",
            "resource.k8s.io/v1.Device, nodeAllocatableResourceMappings, Kubernetes 1.36",
            "argoproj.io/v1alpha1.Application.spec, sourceHydrator, Argo CD 2.14 and later",
            "argoproj.io/v1alpha1.AppProject.spec.clusterResourceBlacklist, name, Argo CD 3.3 and later",
        })
        void a_field_says_which_versions_know_it(String type, String field, String versions) {
            assertThat(field(type, field).versions()).hasToString(versions);
        }

        @Test
        void a_field_is_required_in_every_version_in_some_or_in_none() {
            assertThat(field("core/v1.PodSpec", "containers").requiredIn()).hasValue(VersionRange.ALL);
            assertThat(field("core/v1.PodSpec", "volumes").requiredIn()).isEmpty();
            assertThat(field("apps/v1.StatefulSetSpec", "serviceName")
                            .requiredIn()
                            .orElseThrow())
                    .hasToString("Kubernetes 1.32 and earlier");
            assertThat(field("apps/v1.ControllerRevision", "data").requiredIn().orElseThrow())
                    .hasToString("Kubernetes 1.37 and later");
        }

        @Test
        void an_enumeration_says_which_versions_know_a_value() {
            assertThat(field("core/v1.Toleration", "operator").values())
                    .extracting(value -> value + ": " + value.versions())
                    .containsExactly(
                            "Equal: every version",
                            "Exists: every version",
                            "Gt: Kubernetes 1.35 and later",
                            "Lt: Kubernetes 1.35 and later");
            assertThat(field("core/v1.HostPathVolumeSource", "type").values())
                    .extracting(EnumValue::text)
                    .contains("", "Directory");
            assertThat(field("certificates.k8s.io/v1.CertificateSigningRequestSpec", "usages")
                            .values())
                    .extracting(EnumValue::text)
                    .contains("client auth");
            assertThat(field("core/v1.Container", "image").values()).isEmpty();
        }

        @Test
        void a_list_says_how_its_items_are_identified() {
            Field ports = field("core/v1.Container", "ports");
            assertThat(ports.listKeys()).containsExactly("containerPort", "protocol");
            assertThat(ports.mergeKey()).hasValue("containerPort");
            assertThat(ports.isSet()).isFalse();
            Field claims = field("core/v1.ResourceRequirements", "claims");
            assertThat(claims.listKeys()).containsExactly("name");
            assertThat(claims.mergeKey()).isEmpty();
            Field finalizers = field("meta/v1.ObjectMeta", "finalizers");
            assertThat(finalizers.isSet()).isTrue();
            assertThat(finalizers.listKeys()).isEmpty();
            assertThat(field("core/v1.Container", "args").isSet()).isFalse();
        }

        @Test
        void a_map_may_be_atomic() {
            assertThat(field("core/v1.PodSpec", "nodeSelector").isAtomic()).isTrue();
            assertThat(field("core/v1.ConfigMap", "data").isAtomic()).isFalse();
            assertThat(Schemas.type("core/v1.LocalObjectReference").isAtomic()).isTrue();
            assertThat(Schemas.type("core/v1.Container").isAtomic()).isFalse();
        }

        @Test
        void a_field_has_a_default_bounds_and_null() {
            Field protocol = field("core/v1.ContainerPort", "protocol");
            assertThat(protocol.defaultValue()).hasValue("\"TCP\"");
            assertThat(field("core/v1.ContainerPort", "name").defaultValue()).isEmpty();
            Field description = field("argoproj.io/v1alpha1.AppProject.spec", "description");
            assertThat(description.rule("maxLength")).hasValue("255");
            assertThat(description.rule("minLength")).isEmpty();
            assertThat(field(
                                    "monitoring.coreos.com/v1.Alertmanager.spec.alertmanagerConfiguration.global",
                                    "resolveTimeout")
                            .rule("pattern"))
                    .as("bars are read")
                    .hasValueSatisfying(pattern -> assertThat(pattern).startsWith("^(0|(([0-9]+)y)?"));
            assertThat(field("bitnami.com/v1alpha1.SealedSecret.spec.template", "data")
                            .isNullable())
                    .isTrue();
            assertThat(protocol.isNullable()).isFalse();
        }

        @Test
        void the_server_sets_defaults_that_no_description_has() {
            String strategy = "apps/v1.RollingUpdateStatefulSetStrategy";
            assertThat(Schemas.serverDefault(strategy, "partition")).hasValue("0");
            assertThat(Schemas.serverDefault(strategy, "maxUnavailable"))
                    .as("from 1.37 on")
                    .hasValue("1");
            assertThat(Schemas.serverDefault("apps/v1.StatefulSetSpec", "serviceName"))
                    .isEmpty();
        }

        @Test
        void a_type_may_keep_other_keys() {
            assertThat(Schemas.type("bitnami.com/v1alpha1.SealedSecret.spec.template.metadata")
                            .isOpen())
                    .isTrue();
            assertThat(Schemas.type("core/v1.Pod").isOpen()).isFalse();
        }
    }

    @Nested
    class Types {
        @Test
        void a_type_gives_the_types_of_its_fields() {
            FieldType template = field("apps/v1.DeploymentSpec", "template").type();
            assertThat(template.kind()).isEqualTo(Kind.FIELDS);
            assertThat(template.objectName()).isEqualTo("core/v1.PodTemplateSpec");
            FieldType containers = template.object()
                    .field("spec")
                    .orElseThrow()
                    .type()
                    .object()
                    .field("containers")
                    .orElseThrow()
                    .type();
            assertThat(containers.kind()).isEqualTo(Kind.LIST);
            assertThat(containers).hasToString("[]core/v1.Container");
            assertThat(containers.items().object()).isSameAs(Schemas.type("core/v1.Container"));
            FieldType limits = field("core/v1.ResourceRequirements", "limits").type();
            assertThat(limits.kind()).isEqualTo(Kind.MAP);
            assertThat(limits.items().kind()).isEqualTo(Kind.QUANTITY);
        }

        @ParameterizedTest
        @CsvSource({
            "core/v1.Container, image, STRING, string",
            "core/v1.Secret, data, MAP, {}bytes",
            "meta/v1.ObjectMeta, creationTimestamp, TIME, time",
            "apps/v1.DeploymentSpec, replicas, INT32, int32",
            "core/v1.Toleration, tolerationSeconds, INT64, int64",
            "apiextensions.k8s.io/v1.JSONSchemaProps, maximum, DOUBLE, double",
            "core/v1.Container, stdin, BOOL, bool",
            "core/v1.ResourceFieldSelector, divisor, QUANTITY, quantity",
            "core/v1.HTTPGetAction, port, INT_OR_STRING, int-or-string",
            "meta/v1.ManagedFieldsEntry, fieldsV1, OBJECT, object",
            "apps/v1.ControllerRevision, data, ANY, any",
            "core/v1.Container, args, LIST, []string"
        })
        void a_field_has_a_type(String type, String field, Kind kind, String text) {
            assertThat(field(type, field).type().kind()).isEqualTo(kind);
            assertThat(field(type, field).type()).hasToString(text);
        }

        @Test
        void only_lists_and_maps_have_items_and_only_maps_with_known_keys_a_name() {
            assertThatThrownBy(field("core/v1.Container", "image").type()::items)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("only a list or a map has items, not STRING");
            assertThatThrownBy(field("core/v1.Container", "args").type()::object)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("only a map with known keys has a name, not LIST");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "Container", "v1.Container", "core/v1.Containers", "core/", "/v1.Container", "../x/v1.Y"
                })
        void a_type_that_is_not_described_is_an_error(String name) {
            assertThatThrownBy(() -> Schemas.type(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no type is named " + name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "../x", "groups", "example.com"})
        void a_group_that_is_not_described_is_an_error(String group) {
            assertThatThrownBy(() -> Schemas.typesOf(group))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no group is named " + group);
        }

        @Test
        void what_is_read_cannot_be_changed() {
            assertThatThrownBy(() -> Schemas.type("core/v1.Pod").fields().remove(0))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> Schemas.groups().remove("apps")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> Schemas.kubernetesVersions().remove(0))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() ->
                            field("core/v1.Toleration", "operator").values().remove(0))
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void threads_that_read_a_type_at_the_same_time_get_the_same_one() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                Callable<ObjectType> read = () -> Schemas.type("node.k8s.io/v1.RuntimeClass");
                List<Future<ObjectType>> types = threads.invokeAll(List.of(read, read, read, read));
                for (Future<ObjectType> type : types) {
                    assertThat(type.get()).isSameAs(Schemas.type("node.k8s.io/v1.RuntimeClass"));
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static ProductVersion kubernetes(String version) {
        return ProductVersion.kubernetes(version);
    }

    private static ApiKind kind(String apiVersion, String kind) {
        return Schemas.kind(apiVersion, kind).orElseThrow();
    }

    private static Field field(String type, String field) {
        return Schemas.type(type).field(field).orElseThrow();
    }
}
