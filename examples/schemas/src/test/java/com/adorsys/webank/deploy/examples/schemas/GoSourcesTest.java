package com.adorsys.webank.deploy.examples.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@link GoEnumerations} and {@link GoLifecycles}. */
class GoSourcesTest {
    private final Description description = new Description();

    @Test
    void enumerations_go_to_the_fields_that_have_them() {
        addType("core/v1.Port", "protocol", "name");
        addType("core/v1.PortList", "protocol");
        addType("apps/v1.Port", "protocol");
        addType("internal.apiserver.k8s.io/v1alpha1.Storage", "kind");
        addType("flowcontrol.apiserver.k8s.io/v1beta1.Flow", "types");

        new GoEnumerations("""
                func schema_k8sio_api_core_v1_Port(ref common.ReferenceCallback) common.OpenAPIDefinition {
                \t\t\t\t\t"name": {
                \t\t\t\t\t\tSchemaProps: spec.SchemaProps{
                \t\t\t\t\t\t\tDescription: "Like Enum: []interface{}{\\"no\\"},",
                \t\t\t\t\t"protocol": {
                \t\t\t\t\t\tSchemaProps: spec.SchemaProps{
                \t\t\t\t\t\t\tEnum:        []interface{}{"UDP", "TCP", ""},
                func schema_k8sio_api_apiserverinternal_v1alpha1_Storage(ref common.ReferenceCallback) common.OpenAPIDefinition {
                \t\t\t\t\t"kind": {
                \t\t\t\t\t\t\tEnum: []interface{}{"a b"},
                func schema_k8sio_api_flowcontrol_v1beta1_Flow(ref common.ReferenceCallback) common.OpenAPIDefinition {
                \t\t\t\t\t"types": {
                \t\t\t\t\t\t\tItems: &spec.SchemaOrArray{
                \t\t\t\t\t\t\t\t\t\tEnum:    []interface{}{"Items"},
                """).addTo(description);

        assertThat(values("core/v1.Port", "protocol")).containsExactly("", "TCP", "UDP");
        assertThat(values("core/v1.Port", "name")).isEmpty();
        assertThat(values("core/v1.PortList", "protocol")).isEmpty();
        assertThat(values("apps/v1.Port", "protocol")).isEmpty();
        assertThat(values("internal.apiserver.k8s.io/v1alpha1.Storage", "kind")).containsExactly("a b");
        assertThat(values("flowcontrol.apiserver.k8s.io/v1beta1.Flow", "types")).containsExactly("Items");
    }

    @Test
    void lifecycles_are_of_the_kinds_of_a_group_and_version() {
        GoLifecycles.addTo(
                description,
                new Texts(Map.of(
                        "networking/v1beta1/register.go",
                        "const GroupName = \"networking.k8s.io\"\n",
                        "networking/v1beta1/zz_generated.prerelease-lifecycle.go",
                        lifecycle("Ingress", 19, 22, "\"networking.k8s.io\", Version: \"v1\", Kind: \"Ingress\"")
                                + lifecycle("IngressList", 19, 22, "\"\", Version: \"v1\", Kind: \"IngressList\"")
                                + lifecycle("Class", 19, 22, "\"\", Version: \"v1\", Kind: \"ClassList\""),
                        "core/v1/register.go",
                        "const GroupName = \"\"\n",
                        "core/v1/zz_generated.prerelease-lifecycle.go",
                        """
                        func (in *Fresh) APILifecycleIntroduced() (major, minor int) {
                        \treturn 1, 36
                        }
                        func (in *Old) APILifecycleDeprecated() (major, minor int) {
                        \treturn 1, 36
                        }
                        """,
                        "without/v1/register.go",
                        "package v1\n",
                        "without/v1/zz_generated.prerelease-lifecycle.go",
                        lifecycle("Nothing", 1, 2, "\"\", Version: \"v1\", Kind: \"X\""))));

        assertThat(description.lifecycles)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "networking.k8s.io/v1beta1 Ingress",
                        new Description.Lifecycle(19, 22, "networking.k8s.io/v1 Ingress"),
                        "networking.k8s.io/v1beta1 Class",
                        new Description.Lifecycle(19, 22, "v1 Class"),
                        "v1 Old",
                        new Description.Lifecycle(36, 0, null)));
    }

    private static String lifecycle(String kind, int deprecated, int removed, String replacement) {
        return """
                // APILifecycleDeprecated is generated.
                func (in *KIND) APILifecycleDeprecated() (major, minor int) {
                \treturn 1, DEPRECATED
                }
                func (in *KIND) APILifecycleReplacement() schema.GroupVersionKind {
                \treturn schema.GroupVersionKind{Group: REPLACEMENT}
                }
                func (in *KIND) APILifecycleRemoved() (major, minor int) {
                \treturn 1, REMOVED
                }
                """.replace("KIND", kind)
                .replace("DEPRECATED", "" + deprecated)
                .replace("REMOVED", "" + removed)
                .replace("REPLACEMENT", replacement);
    }

    private void addType(String name, String... fields) {
        Map<String, Description.Field> all = new TreeMap<>();
        for (String field : fields) {
            all.put(field, new Description.Field("string", false, new TreeSet<>(), List.of()));
        }
        description.types.put(name, new Description.Type(new TreeMap<>(all), false, false));
    }

    private Iterable<String> values(String type, String field) {
        return description.types.get(type).fields().get(field).values();
    }
}
